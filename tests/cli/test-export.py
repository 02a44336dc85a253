#!/usr/bin/env python3
"""export as a shell sees it: pictures of the sample, and what it refuses.

usage: test-export.py LOADPATH
"""
import unittest
import xml.etree.ElementTree as ElementTree

from shell import SAMPLE, CommandTest

SVG = "{http://www.w3.org/2000/svg}"


class ExportTest(CommandTest):
    def export(self, name, *arguments):
        out = self.folder / name
        self.expect(["export", SAMPLE, "-o", out, *arguments], 0, "", "")
        return out.read_bytes()

    def test_svg_is_annotated_unless_plain(self):
        annotated = ElementTree.fromstring(self.export("a.svg"))
        plain = ElementTree.fromstring(self.export("b.svg", "--plain"))
        rules = {group.get("data-rule") for group in annotated.iter(SVG + "g")} - {None}
        self.assertIn("BK-003", rules)
        self.assertEqual({group.get("data-rule") for group in plain.iter(SVG + "g")}, {None})
        for picture in (annotated, plain):
            self.assertIn("orders", {group.get("data-id") for group in picture.iter(SVG + "g")})

    def test_open_comments_are_pinned_unless_plain(self):
        drawing = self.folder / "said.loadpath"
        text = SAMPLE.read_text("utf-8")
        said = ('{"id": "n1", "component": "orders", "author": "Kim", "text": "Who reads this?"},'
                ' {"id": "n2", "component": "orders", "text": "Done.", "resolved": true}')
        self.assertIn('"comments": []', text)
        drawing.write_text(text.replace('"comments": []', f'"comments": [{said}]'), "utf-8")
        for name, options, pins in (("a.svg", [], 2), ("b.svg", ["--plain"], 0)):
            self.expect(["export", drawing, "-o", self.folder / name, *options], 0, "", "")
            picture = ElementTree.parse(self.folder / name)
            found = [group for group in picture.iter(SVG + "g") if group.get("data-pin") == "orders"]
            self.assertEqual(len(found), pins)
            for group in found:
                self.assertEqual(group.findtext(SVG + "title"), "1 open comment")
                self.assertEqual(group.findtext(SVG + "desc"), "Kim: Who reads this?")

    def test_svg_opens_again(self):
        self.export("a.svg")
        self.expect(["import", "a.svg", "-o", "-"], 0, SAMPLE.read_text("utf-8"))

    def test_language(self):
        self.assertIn("가용 영역", self.export("ko.svg", "--lang", "ko").decode())
        self.assertNotIn("가용 영역", self.export("en.svg", "--lang", "en").decode())

    def test_themes(self):
        light, dark = self.export("l.svg").decode(), self.export("d.svg", "--theme", "dark").decode()
        both = self.export("t.svg", "--theme", "auto").decode()
        self.assertNotIn("#1d1d20", light)
        self.assertIn('fill="#1d1d20"', dark)
        self.assertIn("prefers-color-scheme: dark", both)

    def test_the_same_bytes_every_time(self):
        self.assertEqual(self.export("1.svg"), self.export("2.svg"))
        self.assertEqual(self.export("1.png"), self.export("2.png"))

    def test_png_and_pdf(self):
        small, large = self.export("a.png"), self.export("b.png", "--scale", "2")
        self.assertTrue(small.startswith(b"\x89PNG\r\n"))
        widths = [int.from_bytes(png[16:20], "big") for png in (small, large)]
        self.assertEqual(widths[1], 2 * widths[0])
        self.assertTrue(self.export("a.pdf").startswith(b"%PDF-"))

    def refuse(self, status, words, *arguments):
        done = self.expect(["export", *arguments], status)
        self.assertIn(words, done.stderr)
        self.assertEqual(list(self.folder.iterdir()), [])

    def test_the_chosen_design_of_an_attempt(self):
        attempt, answer = self.folder / "attempt.loadpath", self.folder / "answer.loadpath"
        self.run_command("new", "transfer-200tb", "-o", attempt)
        self.run_command("new", "transfer-200tb", "--reference", "-o", answer)
        done = self.expect(["export", attempt, "-o", self.folder / "a.svg"], 2, "")
        self.assertIn("nothing is chosen yet", done.stderr)
        self.assertFalse((self.folder / "a.svg").exists())
        self.expect(["export", answer, "-o", self.folder / "a.svg", "--plain"], 0, "", "")
        self.assertIn("Snowball", (self.folder / "a.svg").read_text("utf-8"))

    def test_usage(self):
        self.refuse(2, "name the picture to write", SAMPLE)
        self.refuse(2, "name the file to draw", "-o", self.folder / "a.svg")
        self.refuse(2, "no known ending", SAMPLE, "-o", self.folder / "a.bmp")
        self.refuse(2, "use light, dark or auto", SAMPLE, "-o", self.folder / "a.svg", "--theme", "pink")
        self.refuse(2, "--theme auto is for SVG", SAMPLE, "-o", self.folder / "a.png", "--theme", "auto")
        self.refuse(2, "not both", SAMPLE, "-o", self.folder / "a.svg", "--plain", "--annotate")
        self.refuse(2, "--scale", SAMPLE, "-o", self.folder / "a.png", "--scale", "0")

    def test_input(self):
        self.refuse(3, "there is no page 2", SAMPLE, "-o", self.folder / "a.svg", "--page", "2")
        self.refuse(3, "error:", "/no/such/file", "-o", self.folder / "a.svg")
        self.refuse(3, "error:", SAMPLE, "-o", "/no/such/folder/a.svg")
        self.refuse(3, "too large", SAMPLE, "-o", self.folder / "a.png", "--scale", "64")


if __name__ == "__main__":
    unittest.main()
