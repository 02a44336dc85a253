#!/usr/bin/env python3
"""The command as a shell sees it: exit statuses, what goes where, and that nothing is lost.

usage: test-command.py LOADPATH
"""
import json
import os
import subprocess
import unittest

from shell import LOADPATH, CommandTest

SAMPLE = """{
  "loadpath": 1,
  "title": "Shop",
  "components": [
    {"id": "users", "kind": "users"},
    {"id": "seoul", "kind": "region"},
    {"id": "front", "kind": "alb", "in": "seoul"}
  ],
  "connections": [
    {"id": "users-front", "kind": "traffic", "from": "users", "to": "front"}
  ],
  "comments": [], "waivers": []
}
"""


class Usage(CommandTest):
    def test_help_lists_every_command(self):
        done = self.expect(["--help"], 0, err="")
        for name in ("check", "export", "import", "layout", "fmt", "rules", "kinds", "scenarios", "explain", "new",
                     "eval", "test-rules", "thumbnail"):
            self.assertRegex(done.stdout, rf"(?m)^  {name} ")
            usage = self.expect([name, "--help"], 0, err="").stdout.splitlines()[1]
            self.assertRegex(usage, rf"^  loadpath {name}\b")
            self.assertNotIn("[OPTION", usage)

    def test_help_of_a_command(self):
        self.expect(["help", "check"], 0, out=self.expect(["check", "--help"], 0).stdout, err="")

    def test_wrong_usage(self):
        done = self.expect(["chekc"], 2, out="")
        self.assertIn("“chekc” is neither a command nor a file", done.stderr)
        self.expect(["--nonsense"], 2, out="")
        for arguments in (["fmt"], ["check"], ["export"], ["import"], ["explain"], ["new"], ["eval"], ["test-rules"],
                          ["fmt", "--nonsense", "x"], ["check", "--format", "telepathy", "x"],
                          ["check", "--fail-on", "maybe", "x"], ["check", "--lang", "xx", "x"]):
            done = self.expect(arguments, 2, out="")
            self.assertTrue(done.stderr.startswith(f"loadpath {arguments[0]}: "), done.stderr)

    def test_input_that_cannot_be_read(self):
        broken = self.write("broken.loadpath", '{"loadpath": 1,\n "components": [{"id": "a"}]}')
        line = (f"{broken}:2:17: error: \"kind\" is missing here; add it (at components[0])\n")
        for arguments in (["check", broken], ["fmt", broken], ["export", broken, "-o", "x.svg"],
                          ["layout", broken]):
            self.expect(arguments, 3, out="", err=line)
        self.assertFalse((self.folder / "x.svg").exists())
        for arguments in (["check", "absent"], ["fmt", "absent"], ["export", "absent", "-o", "x.svg"],
                          ["import", "absent", "-o", "x.loadpath"]):
            done = self.expect(arguments, 3, out="")
            self.assertIn("absent: error: ", done.stderr)
        empty = self.write("empty", "")
        done = self.expect(["check", empty], 3, out="")
        self.assertIn("the file is empty", done.stderr)


    def test_errors_of_the_system_in_plain_words(self):
        (self.folder / "folder").mkdir()
        for arguments in (["check"], ["fmt"], ["layout"], ["eval", "1"]):
            self.expect([*arguments, "absent"], 3, out="", err="absent: error: there is no such file\n")
            self.expect([*arguments, "folder"], 3, out="", err="folder: error: is a folder; name a file\n")
        path = self.write("a.loadpath", SAMPLE)
        self.expect(["layout", path, "-o", "none/x.loadpath"], 3, out="",
                    err="none/x.loadpath: error: there is no such folder; make it, or choose another\n")
        self.expect(["layout", path, "-o", "folder"], 3, out="", err="folder: error: is a folder; name a file\n")


class Outputs(CommandTest):
    def test_what_is_read_is_not_written_over(self):
        path = self.write("a.loadpath", SAMPLE)
        os.link(path, self.folder / "hard.loadpath")
        os.symlink("a.loadpath", self.folder / "soft.loadpath")
        for name in ("a.loadpath", "./a.loadpath", path, "hard.loadpath", "soft.loadpath"):
            for command in ("check", "layout", "import"):
                done = self.expect([command, "a.loadpath", "-o", name], 2, out="")
                self.assertTrue(done.stderr.startswith(
                    f"loadpath {command}: {name} is what is read, and would be lost; choose another file to write\n"),
                    done.stderr)
        self.assertEqual(path.read_text(), SAMPLE)
        self.expect(["export", path, "-o", "a.svg"], 0)
        before = (self.folder / "a.svg").read_bytes()
        self.expect(["export", "a.svg", "-o", "a.svg"], 2, out="")
        self.assertEqual((self.folder / "a.svg").read_bytes(), before)

    def test_import_writes_documents(self):
        path = self.write("a.loadpath", SAMPLE)
        for name in ("b.drawio", "b.SVG", "b.png", "b.html", "b.xml"):
            self.expect(["import", path, "-o", name], 2, out="",
                        err=f"loadpath import: {name}: this writes a Loadpath document; write -o OUT.loadpath\n"
                            "Try “loadpath import --help”.\n")
            self.assertFalse((self.folder / name).exists())


class Fmt(CommandTest):
    def test_other_formats_are_not_for_it(self):
        path = self.write("x.drawio", "<mxfile><diagram/></mxfile>")
        self.expect(["fmt", path], 3, out="",
                    err=f"{path}: error: this is a draw.io diagram; use loadpath import\n")

    def test_standard_input(self):
        self.expect(["fmt", "-"], 0, out=SAMPLE, err="", stdin=SAMPLE.replace("  ", ""))
        self.expect(["fmt", "-"], 0, out=SAMPLE, err="", stdin=SAMPLE)
        self.expect(["fmt", "--check", "-"], 0, out="", err="", stdin=SAMPLE)
        self.expect(["fmt", "--check", "-"], 1, out="", stdin=SAMPLE.replace("  ", ""))
        self.expect(["fmt", "-"], 3, out="", stdin="{")

    def test_standard_form_is_left_alone(self):
        path = self.write("a.loadpath", SAMPLE)
        before = path.stat().st_mtime_ns
        self.expect(["fmt", path], 0, out="", err="")
        self.assertEqual(path.stat().st_mtime_ns, before)

    def test_brings_into_standard_form(self):
        path = self.write("a.loadpath", SAMPLE.replace("  ", "").replace(", ", ","))
        self.expect(["fmt", "--check", path], 1, out="")
        self.expect(["fmt", path], 0, out="", err="")
        self.assertEqual(path.read_text(), SAMPLE)
        self.expect(["fmt", "--check", path], 0, out="", err="")

    def test_one_bad_file_does_not_stop_the_rest(self):
        bad = self.write("bad.loadpath", "{")
        path = self.write("a.loadpath", SAMPLE.replace("  ", ""))
        self.expect(["fmt", bad, path], 3, out="")
        self.assertEqual(path.read_text(), SAMPLE)
        self.assertEqual(bad.read_text(), "{")

    def test_a_folder_that_cannot_be_written_loses_nothing(self):
        if os.geteuid() == 0:
            self.skipTest("root may write anywhere")
        text = SAMPLE.replace("  ", "")
        path = self.write("a.loadpath", text)
        self.folder.chmod(0o500)
        self.addCleanup(self.folder.chmod, 0o700)
        self.expect(["fmt", path], 3, out="")
        self.assertEqual(path.read_text(), text)


def drawio(*pages):
    """An mxfile; each page has one icon of each named shape, in a row."""
    text = "<mxfile>"
    for shapes in pages:
        text += '<diagram><mxGraphModel><root><mxCell id="0"/><mxCell id="1" parent="0"/>'
        for n, shape in enumerate(shapes):
            text += (f'<mxCell id="c{n}" style="shape=mxgraph.aws4.resourceIcon;resIcon=mxgraph.aws4.{shape};" vertex="1" '
                     f'parent="1"><mxGeometry x="{n * 100}" width="48" height="48" as="geometry"/></mxCell>')
        text += "</root></mxGraphModel></diagram>"
    return text + "</mxfile>"


class Import(CommandTest):
    def kinds(self, name):
        return [c["kind"] for c in json.loads((self.folder / name).read_text(encoding="utf-8"))["components"]]

    def test_one_page(self):
        path = self.write("a.drawio", drawio(["s3", "sqs"]))
        self.expect(["import", path, "-o", "a.loadpath"], 0, out="", err="")
        self.assertEqual(self.kinds("a.loadpath"), ["s3-bucket", "sqs-queue"])
        self.expect(["fmt", "--check", "a.loadpath"], 0, out="", err="")
        done = self.expect(["import", "-", "-o", "-"], 0, err="", stdin=path.read_text())
        self.assertEqual(done.stdout, (self.folder / "a.loadpath").read_text())

    def test_pages(self):
        path = self.write("a.drawio", drawio(["s3"], ["sqs"]))
        done = self.expect(["import", path, "-o", "a.loadpath"], 0, out="")
        self.assertIn("the file has 2 pages, the first is read", done.stderr)
        self.assertEqual(self.kinds("a.loadpath"), ["s3-bucket"])
        self.expect(["import", path, "-o", "b.loadpath", "--page", "2"], 0, out="", err="")
        self.assertEqual(self.kinds("b.loadpath"), ["sqs-queue"])
        self.expect(["import", path, "-o", "c.loadpath", "--page", "all"], 0, out="", err="")
        self.assertEqual(self.kinds("c-1.loadpath") + self.kinds("c-2.loadpath"), ["s3-bucket", "sqs-queue"])
        self.assertFalse((self.folder / "c-3.loadpath").exists())
        self.expect(["import", path, "-o", "d.loadpath", "--page", "3"], 3, out="",
                    err=f"{path}: error: there is no page 3: the file has 2 pages\n")
        self.assertFalse((self.folder / "d.loadpath").exists())

    def test_notes_name_page_and_cell(self):
        path = self.write("a.drawio", drawio(["no_such_service"]))
        self.expect(["import", path, "-o", "a.loadpath"], 0, out="",
                    err=f"{path}: 1/c0: note: aws4:no_such_service is of no known kind; kept as a plain box\n")
        self.assertEqual(self.kinds("a.loadpath"), ["generic"])

    def test_one_bad_file_does_not_stop_the_rest(self):
        bad = self.write("bad.drawio", "<mxfile><diagram>!!!!</diagram></mxfile>")
        good = self.write("a.drawio", drawio(["s3"]))
        done = self.expect(["import", bad, good, "-o", "x.loadpath"], 3, out="")
        self.assertEqual(done.stderr, f"{bad}:1: error: the page is damaged: character 1 of its content is not base64; "
                                      "restore it from a backup (at page 1)\n")
        self.assertEqual(self.kinds("x-1.loadpath"), ["s3-bucket"])

    def test_wrong_usage(self):
        for arguments in (["a.drawio"], ["a.drawio", "-o", "x", "--page", "0"], ["a.drawio", "-o", "x", "--page", "two"],
                          ["a.drawio", "-o", "x", "--lang", "fr"]):
            self.expect(["import", *arguments], 2, out="")


class Library(CommandTest):
    def test_no_display_library_is_linked(self):
        linked = subprocess.run(["ldd", LOADPATH], capture_output=True, text=True, check=True).stdout
        for name in ("libgtk", "libgdk", "libgsk", "libadwaita", "libX", "libxcb", "libwayland", "libGL", "libEGL"):
            self.assertNotIn(name, linked)


class Eval(CommandTest):
    def test_prints_the_value_as_json(self):
        for expression, value in [
            ("1 + 2 * 3", "7"),
            ("-(5)", "-5"),
            ("[1.0, 2u, null]", "[1.0, 2, null]"),
            (r"{'a': b'\xff', 1: duration('90s')}", '{"a": "/w==", "1": "90s"}'),
            (r"'\n' + r'\n'", r'"\n\\n"'),
            ("0.0 / 0.0", '"NaN"'),
            ("type(1u)", '"uint"'),
        ]:
            self.expect(["eval", expression], 0, out=value + "\n", err="")
        self.expect(["eval", "--", "-1"], 0, out="-1\n", err="")

    def test_says_where_the_expression_is_wrong(self):
        self.expect(["eval", "1 +\n 'a' 2"], 1, out="",
                    err="expression:2:6: error: “2” stands where an operator or the end belongs\n")
        self.expect(["eval", "1 / (2 - 2)"], 1, out="", err="expression:1:3: error: divide by zero\n")

    def test_wants_one_expression(self):
        self.expect(["eval"], 2, out="")
        self.expect(["eval", "1", "2", "3"], 2, out="")
        self.assertIn("EXPRESSION", self.expect(["eval", "--help"], 0, err="").stdout)


unittest.main(verbosity=2)
