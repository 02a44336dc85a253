#!/usr/bin/env python3
"""What `make install` puts in place works there: in a folder that nobody knew when it was built.

usage: test-install.py MESON BUILD
"""
import configparser
import os
import pathlib
import re
import shutil
import struct
import subprocess
import sys
import tempfile
import unittest
import xml.etree.ElementTree as ET

MESON, BUILD = sys.argv.pop(1), sys.argv.pop(1)
SOURCE = pathlib.Path(os.environ["LOADPATH_TEST_SOURCE"])
SAMPLE = SOURCE / "data/samples/three-tier.loadpath"
APP_ID = "io.github.loadpath.Loadpath"

FOLDER = tempfile.TemporaryDirectory()
ROOT = pathlib.Path(FOLDER.name)


def setUpModule():
    subprocess.run([MESON, "install", "-C", BUILD, "--no-rebuild", "--quiet", "--destdir", ROOT], check=True,
                   capture_output=True, timeout=60)


def tearDownModule():
    FOLDER.cleanup()


class InstallTest(unittest.TestCase):
    def setUp(self):
        self.program = next(ROOT.rglob("bin/loadpath"))
        self.prefix = self.program.parent.parent
        self.share = self.prefix / "share"
        self.bindir = "/" + str(self.program.parent.relative_to(ROOT))

    def run_installed(self, *arguments):
        environment = dict(os.environ, PATH="/nonexistent")
        return subprocess.run([self.program, *map(str, arguments)], capture_output=True, cwd=ROOT, env=environment,
                              timeout=60)

    def run_tool(self, *arguments, **environment):
        if not shutil.which(arguments[0]):
            self.skipTest(f"{arguments[0]} is missing")
        return subprocess.run(list(map(str, arguments)), capture_output=True, text=True, timeout=60,
                              env=dict(os.environ, **{k: str(v) for k, v in environment.items()}))

    def expect_silence(self, *arguments, **environment):
        done = self.run_tool(*arguments, **environment)
        self.assertEqual((done.returncode, done.stderr), (0, ""), done.stdout)
        return done.stdout


class Programs(InstallTest):
    def test_people_start_two_programs(self):
        programs = {path.name for path in self.program.parent.iterdir()}
        self.assertLessEqual({"loadpath"}, programs)
        self.assertLessEqual(programs, {"loadpath", "loadpath-desktop"})

    def test_it_finds_its_data_and_its_helper(self):
        self.assertIn(b"HA-012", self.run_installed("rules").stdout)
        done = self.run_installed("export", SAMPLE, "-o", "a.png")
        self.assertEqual((done.returncode, done.stderr), (0, b""))
        self.assertTrue((ROOT / "a.png").read_bytes().startswith(b"\x89PNG"))

    def test_it_says_what_is_missing(self):
        helpers = next(ROOT.rglob("libexec/loadpath"))
        away = helpers.with_name("away")
        if pathlib.Path("/usr/local/libexec/loadpath").exists():
            self.skipTest("Loadpath is installed on this machine as well")
        helpers.rename(away)
        self.addCleanup(away.rename, helpers)
        for arguments in (("export", SAMPLE, "-o", "b.png"), ("thumbnail", SAMPLE, "b.png")):
            done = self.run_installed(*arguments)
            self.assertEqual(done.returncode, 2)
            self.assertIn(b"loadpath-paint is not installed", done.stderr)


class Shell(InstallTest):
    """What shells and people are told is what the command does."""

    def commands(self):
        listed = re.findall(r"^  ([\w-]+)  +\S", self.run_installed("--help").stdout.decode(), re.M)
        found = {name: set(re.findall(r"^  (?:-\w, )?--([\w-]+)", self.run_installed(name, "--help").stdout.decode(), re.M))
                 for name in listed}
        self.assertGreater(len(found), 10)
        return found

    def test_completions_are_what_the_commands_are(self):
        done = subprocess.run([sys.executable, SOURCE / "data/completion/complete.py", self.program], capture_output=True,
                              text=True, timeout=60)
        self.assertEqual((done.returncode, done.stdout, done.stderr), (0, "", ""))
        for path in ("bash-completion/completions/loadpath", "zsh/site-functions/_loadpath",
                     "fish/vendor_completions.d/loadpath.fish"):
            self.assertTrue((self.share / path).exists(), path)

    def complete(self, *words):
        script = f"""source {self.share}/bash-completion/completions/loadpath
            COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); _loadpath; printf '%s\\n' "${{COMPREPLY[@]}}" """
        done = self.run_tool("bash", "--norc", "-c", script, "bash", *words, PATH=f"{self.program.parent}:{os.environ['PATH']}")
        self.assertEqual(done.stderr, "")
        return done.stdout.split()

    def test_bash_completes(self):
        self.assertEqual(self.complete("loadpath", "ch"), ["check"])
        self.assertEqual(self.complete("loadpath", "check", "--fa"), ["--fail-on"])
        self.assertEqual(self.complete("loadpath", "check", "--format", "s"), ["sarif"])
        self.assertEqual(self.complete("loadpath", "check", "--format", "=", "js"), ["json"])
        self.assertEqual(self.complete("loadpath", "explain", "HA-012"), ["HA-012"])
        self.assertEqual(self.complete("loadpath", "new", "block-ip-n"), ["block-ip-nlb"])
        self.assertEqual(self.complete("loadpath", "fmt", str(SAMPLE)[:-4]), [str(SAMPLE)])

    def test_other_shells_take_it(self):
        for shell, path in (("zsh", "zsh/site-functions/_loadpath"), ("fish", "fish/vendor_completions.d/loadpath.fish")):
            with self.subTest(shell):
                self.expect_silence(shell, "-n", self.share / path)

    def test_man_pages_have_no_mistake(self):
        for name in ("loadpath.1", "loadpath-desktop.1"):
            with self.subTest(name):
                page = self.share / "man/man1" / name
                self.assertTrue(page.exists())
                done = self.run_tool("man", "--warnings=w", "-E", "UTF-8", "-l", "-Tutf8", "-Z", page, LC_ALL="C.UTF-8")
                self.assertEqual((done.returncode, done.stderr), (0, ""))
                if shutil.which("mandoc"):
                    self.expect_silence("mandoc", "-T", "lint", "-W", "warning", page)

    def test_man_page_has_every_option(self):
        text = (self.share / "man/man1/loadpath.1").read_text(encoding="utf-8")
        sections = dict(re.findall(r"^\.It Nm Cm ([\w-]+)(.*?)(?=^\.It Nm|^\.Sh)", text, re.M | re.S))
        commands = self.commands()
        self.assertEqual(list(sections), list(commands))
        for name, options in commands.items():
            described = set(re.findall(r"(?:Fl|\|) -([\w-]+)", sections[name]))
            self.assertEqual(described - {"page"} if name != "export" else described,
                             options - {"page"} if name != "export" else options, name)


@unittest.skipUnless((next(iter(pathlib.Path(BUILD).glob("ui/loadpath-desktop")), None)), "built without the window")
class Desktop(InstallTest):
    def entry(self, path, section):
        parser = configparser.ConfigParser(interpolation=None, delimiters=("=",))
        parser.optionxform = str
        parser.read(self.share / path, encoding="utf-8")
        return dict(parser[section])

    def test_everything_is_in_place(self):
        for path in (f"applications/{APP_ID}.desktop", f"metainfo/{APP_ID}.metainfo.xml", f"mime/packages/{APP_ID}.xml",
                     f"glib-2.0/schemas/{APP_ID}.gschema.xml", f"dbus-1/services/{APP_ID}.service",
                     f"thumbnailers/{APP_ID}.thumbnailer", f"icons/hicolor/scalable/apps/{APP_ID}.svg",
                     f"icons/hicolor/symbolic/apps/{APP_ID}-symbolic.svg",
                     "icons/hicolor/scalable/mimetypes/application-x-loadpath.svg", "locale/ko/LC_MESSAGES/loadpath.mo"):
            self.assertTrue((self.share / path).exists(), path)

    def test_desktop_file(self):
        path = self.share / f"applications/{APP_ID}.desktop"
        self.assertEqual(self.expect_silence("desktop-file-validate", path), "")
        entry = self.entry(path, "Desktop Entry")
        self.assertEqual(entry["Icon"], APP_ID)
        self.assertEqual(entry["Exec"], "loadpath %U")
        self.assertEqual(entry["DBusActivatable"], "true")
        self.assertEqual(entry["MimeType"], "application/x-loadpath;")
        self.assertEqual(entry["Actions"], "new-window;")
        self.assertTrue(entry["Categories"].startswith("Graphics;"))
        for key in ("Name", "GenericName", "Comment", "Keywords", "StartupNotify"):
            self.assertIn(key, entry)
        self.assertIn("Name", self.entry(path, "Desktop Action new-window"))

    def test_service(self):
        entry = self.entry(f"dbus-1/services/{APP_ID}.service", "D-BUS Service")
        self.assertEqual(entry, {"Name": APP_ID, "Exec": f"{self.bindir}/loadpath-desktop --gapplication-service"})

    def test_metainfo(self):
        path = self.share / f"metainfo/{APP_ID}.metainfo.xml"
        self.run_and_pass("appstreamcli", "validate", "--no-net", path)
        root = ET.parse(path).getroot()
        self.assertEqual(root.findtext("id"), APP_ID)
        self.assertEqual(root.findtext("launchable"), f"{APP_ID}.desktop")
        self.assertLess(len(root.findtext("name")), 16)
        summary = root.findtext("summary")
        self.assertTrue(10 <= len(summary) <= 35 and not summary.endswith("."), summary)
        points = [li for li in root.findall("description/ul[1]/li") if not li.keys()]
        self.assertTrue(1 <= len(points) <= 10, points)
        self.assertEqual({c.get("scheme_preference") for c in root.findall("branding/color")}, {"light", "dark"})
        self.assertIsNotNone(root.find("developer[@id]/name"))
        self.assertIsNotNone(root.find("content_rating[@type='oars-1.1']"))
        self.assertEqual(root.findtext("translation"), "loadpath")
        self.assertEqual(root.findtext("requires/internet"), "offline-only")
        self.assertEqual({c.text for c in root.findall("supports/control")}, {"keyboard", "pointing", "touch"})
        releases = root.findall("releases/release")
        version = self.run_installed("--version").stdout.decode().split()[1]
        self.assertEqual(releases[0].get("version"), version)
        for release in releases:
            self.assertTrue(release.findtext("description/p"), release.get("version"))

    def run_and_pass(self, *arguments, **environment):
        done = self.run_tool(*arguments, **environment)
        self.assertEqual(done.returncode, 0, done.stdout + done.stderr)
        return done.stdout

    def test_metainfo_and_desktop_file_name_the_same_type(self):
        root = ET.parse(self.share / f"metainfo/{APP_ID}.metainfo.xml").getroot()
        mime = ET.parse(self.share / f"mime/packages/{APP_ID}.xml").getroot()
        thumbnailer = self.entry(f"thumbnailers/{APP_ID}.thumbnailer", "Thumbnailer Entry")
        self.assertEqual(root.findtext("provides/mediatype"), mime[0].get("type"))
        self.assertEqual(thumbnailer["MimeType"], mime[0].get("type") + ";")

    def test_type_is_found_by_name_and_by_content(self):
        self.run_and_pass("update-mime-database", self.share / "mime")
        compact = b'{"loadpath":1,"components":[],"connections":[]}'
        for name, content, wanted in (("a.loadpath", b"{}", "application/x-loadpath"),
                                      ("no-ending", SAMPLE.read_bytes(), "application/x-loadpath"),
                                      ("compact", compact, "application/x-loadpath"),
                                      ("other.json", b'{"other": 1}', "application/json"),
                                      ("words", b'"loadpath": is a word', "text/plain")):
            with self.subTest(name):
                path = ROOT / name
                path.write_bytes(content)
                said = self.run_and_pass("gio", "info", "-a", "standard::content-type", path,
                                         XDG_DATA_HOME=self.share, LC_ALL="C.UTF-8")
                self.assertIn(f"standard::content-type: {wanted}\n", said)

    def test_thumbnailer(self):
        entry = self.entry(f"thumbnailers/{APP_ID}.thumbnailer", "Thumbnailer Entry")
        out = ROOT / "thumbnail.png"
        values = {"%s": "128", "%i": str(SAMPLE), "%o": str(out)}
        words = [values.get(word, word) for word in entry["Exec"].split()]
        self.assertEqual(words[0], "loadpath")
        done = self.run_installed(*words[1:])
        self.assertEqual((done.returncode, done.stderr), (0, b""))
        data = out.read_bytes()
        width, height = struct.unpack(">II", data[16:24])
        self.assertEqual(data[:8], b"\x89PNG\r\n\x1a\n")
        self.assertEqual(max(width, height), 128)
        self.assertGreater(min(width, height), 20)

    def test_schema(self):
        self.expect_silence("glib-compile-schemas", "--strict", "--dry-run", self.share / "glib-2.0/schemas")

    def test_icons(self):
        for path in (self.share / "icons/hicolor").rglob("*.svg"):
            root = ET.parse(path).getroot()
            size = "16" if path.name.endswith("-symbolic.svg") else "128"
            self.assertEqual((root.get("width"), root.get("height")), (size, size), path.name)
        symbolic = next((self.share / "icons/hicolor").rglob("*-symbolic.svg"))
        colours = set(re.findall(r'(?:fill|stroke)="(#\w+)"', symbolic.read_text(encoding="utf-8")))
        self.assertLessEqual(colours, {"#2e3436"})


if __name__ == "__main__":
    unittest.main()
