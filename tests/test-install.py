#!/usr/bin/env python3
"""What `make install` puts in place works there: in a folder that nobody knew when it was built.

usage: test-install.py MESON BUILD
"""
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile
import unittest

MESON, BUILD = sys.argv.pop(1), sys.argv.pop(1)
SAMPLE = pathlib.Path(os.environ["LOADPATH_TEST_SOURCE"], "data/samples/three-tier.loadpath")


class Install(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)
        subprocess.run([MESON, "install", "-C", BUILD, "--no-rebuild", "--quiet", "--destdir", self.folder],
                       check=True, capture_output=True, timeout=60)
        self.program = next(self.folder.rglob("bin/loadpath"))

    def run_installed(self, *arguments):
        environment = dict(os.environ, PATH="/nonexistent")
        return subprocess.run([self.program, *map(str, arguments)], capture_output=True, cwd=self.folder,
                              env=environment, timeout=60)

    def test_people_start_two_programs(self):
        programs = {path.name for path in self.program.parent.iterdir()}
        self.assertLessEqual({"loadpath"}, programs)
        self.assertLessEqual(programs, {"loadpath", "loadpath-desktop"})

    def test_it_finds_its_data_and_its_helper(self):
        self.assertIn(b"HA-012", self.run_installed("rules").stdout)
        done = self.run_installed("export", SAMPLE, "-o", "a.png")
        self.assertEqual((done.returncode, done.stderr), (0, b""))
        self.assertTrue((self.folder / "a.png").read_bytes().startswith(b"\x89PNG"))

    def test_it_says_what_is_missing(self):
        shutil.rmtree(next(self.folder.rglob("libexec/loadpath")))
        if pathlib.Path("/usr/local/libexec/loadpath").exists():
            self.skipTest("Loadpath is installed on this machine as well")
        done = self.run_installed("export", SAMPLE, "-o", "a.png")
        self.assertEqual(done.returncode, 2)
        self.assertIn(b"loadpath-paint is not installed", done.stderr)


if __name__ == "__main__":
    unittest.main()
