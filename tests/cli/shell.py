"""The command as a shell runs it: what the tests of it share. The program is the test's first argument."""
import json
import os
import pathlib
import subprocess
import sys
import tempfile
import unittest

LOADPATH = os.path.abspath(sys.argv.pop(1))
SAMPLE = pathlib.Path(os.environ["LOADPATH_TEST_SOURCE"], "data/samples/three-tier.loadpath")


class CommandTest(unittest.TestCase):
    """Each test in an empty folder of its own, in English, with no other program to fall back on."""

    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)

    def write(self, name, content):
        """A file of the test's folder: text as it is, anything else as JSON."""
        path = self.folder / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(content if isinstance(content, str) else json.dumps(content), encoding="utf-8")
        return path

    def run_command(self, *arguments, stdin=None):
        environment = dict(os.environ, LC_ALL="C.UTF-8", LANGUAGE="en", PATH="/nonexistent",
                           XDG_DATA_HOME=str(self.folder / "data-home"))
        return subprocess.run([LOADPATH, *map(str, arguments)], input=stdin, capture_output=True, encoding="utf-8",
                              cwd=self.folder, env=environment, timeout=60)

    def expect(self, arguments, status, out=None, err=None, stdin=None):
        done = self.run_command(*arguments, stdin=stdin)
        self.assertEqual(done.returncode, status, done.stderr + done.stdout)
        if out is not None:
            self.assertEqual(done.stdout, out)
        if err is not None:
            self.assertEqual(done.stderr, err)
        return done
