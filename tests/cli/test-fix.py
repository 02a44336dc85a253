#!/usr/bin/env python3
"""check --fix: what it mends, says, writes and leaves alone.

usage: test-fix.py LOADPATH
"""
import json
import unittest

from shell import SAMPLE, CommandTest


def rule(number, fixes, **members):
    example = {"title": {"en": "An example"}, "document": {}}
    return {
        "id": f"OWN-{number:03}", "severity": "error", "topic": "own", "title": {"en": "Own"},
        "for": {"kind": "corporate-server"}, "assert": "self.label == 'done'", "message": {"en": "{self} is not done."},
        "why": {"en": "W"}, "remedy": {"en": "R"}, "fixes": fixes,
        "examples": {"fail": [example], "pass": [example]}, **members,
    }


def edit(op, **members):
    return {"op": op, **members}


# A rule that nothing else decides: what it looks at is an operating system of a server on premises.
MISSING = {"assert": "has(self.os)"}
SET_OS = {"title": {"en": "Give {self} Linux"}, "edits": [edit("set", what="self", property="os", value="linux")]}
ASK_OS = {"title": {"en": "Say what {self} runs"},
          "edits": [edit("set", what="self", property="os", value="linux", ask=True)]}
USELESS = {"title": {"en": "Give {self} a role"},
           "edits": [edit("set", what="self", property="critical", value=False)]}
DOCUMENT = {
    "loadpath": 1,
    "components": [
        {"id": "one", "kind": "corporate-server"},
        {"id": "two", "kind": "corporate-server", "set": {"os": "windows"}},
        {"id": "three", "kind": "corporate-server"},
    ],
}


class Fix(CommandTest):
    def rules(self, *rules):
        for one in rules:
            self.write(f"rules/{one['id']}.json", one)
        return ["--rules", "rules"]

    def own(self, arguments, status, key="fixed"):
        done = self.expect(["check", "--format", "json", *arguments], status)
        files = json.loads(done.stdout)["files"]
        return [entry for entry in files[0][key] if entry["rule"].startswith("OWN-")]

    def test_says_what_it_would_do_and_writes_nothing(self):
        path = self.write("a.loadpath", DOCUMENT)
        before = path.read_bytes()
        done = self.expect(["check", "a.loadpath", "--fix", "--dry-run", *self.rules(rule(1, [SET_OS], **MISSING))], 0)
        self.assertIn("a.loadpath: would fix: Give one Linux [OWN-001]\n  one is not done.\n  - set “Operating system” of one to linux\n",
                      done.stdout)
        self.assertNotIn("OWN-001]", done.stdout.split("would fix: Give three Linux [OWN-001]")[1])
        self.assertEqual(path.read_bytes(), before)

    def test_writes_the_file_and_gives_the_status_of_what_remains(self):
        path = self.write("a.loadpath", DOCUMENT)
        path.chmod(0o640)
        rules = self.rules(rule(1, [SET_OS], **MISSING))
        self.expect(["check", "a.loadpath", *rules], 1)
        fixed = self.own(["a.loadpath", "--fix", *rules], 0)
        self.assertEqual([(entry["component"], entry["fix"], entry["edits"], entry["needs_replacement"]) for entry in fixed],
                         [("one", "Give one Linux", ["set “Operating system” of one to linux"], False),
                          ("three", "Give three Linux", ["set “Operating system” of three to linux"], False)])
        self.assertEqual([c["set"]["os"] for c in json.loads(path.read_text())["components"]],
                         ["linux", "windows", "linux"])
        self.assertEqual(path.stat().st_mode & 0o777, 0o640)
        self.assertEqual([entry.name for entry in self.folder.iterdir() if entry.name.startswith("a")], ["a.loadpath"])
        self.expect(["check", "a.loadpath", *rules], 0)
        self.expect(["fmt", "--check", "a.loadpath"], 0)
        before = path.read_bytes()
        self.assertEqual(self.own(["a.loadpath", "--fix", *rules], 0), [])
        self.assertEqual(path.read_bytes(), before)

    def test_a_person_decides(self):
        self.write("a.loadpath", DOCUMENT)
        rules = self.rules(rule(1, [ASK_OS], **MISSING))
        done = self.expect(["check", "a.loadpath", "--fix", *rules], 1)
        self.assertIn("a.loadpath: not fixed, a person decides: Say what one runs [OWN-001]\n", done.stdout)
        asking = self.own(["a.loadpath", "--fix", *rules], 1, "asking")
        self.assertEqual([entry["component"] for entry in asking], ["one", "three"])
        self.assertEqual(json.loads((self.folder / "a.loadpath").read_text()), DOCUMENT)

    def test_what_does_not_help_is_taken_back(self):
        self.write("a.loadpath", DOCUMENT)
        fixed = self.own(["a.loadpath", "--fix", *self.rules(rule(1, [USELESS, SET_OS], **MISSING))], 0)
        self.assertEqual([entry["fix"] for entry in fixed], ["Give one Linux", "Give three Linux"])
        self.assertNotIn("critical", (self.folder / "a.loadpath").read_text())

    def test_what_is_waived_is_left(self):
        waiver = {"rule": "OWN-001", "component": "one", "reason": "Goes next month"}
        self.write("a.loadpath", {**DOCUMENT, "waivers": [waiver]})
        fixed = self.own(["a.loadpath", "--fix", *self.rules(rule(1, [SET_OS], **MISSING))], 0)
        self.assertEqual([entry["component"] for entry in fixed], ["three"])

    def test_one_fix_brings_the_next_and_an_end(self):
        linux = {"title": {"en": "Linux"}, "edits": [edit("set", what="self", property="os", value="linux")]}
        windows = {"title": {"en": "Windows"}, "edits": [edit("set", what="self", property="os", value="windows")]}
        self.write("a.loadpath", DOCUMENT)
        rules = self.rules(rule(1, [linux], **{"assert": "has(self.os) && self.os == 'linux'"}),
                           rule(2, [windows], **{"assert": "has(self.os) && self.os == 'windows'"}))
        fixed = self.own(["a.loadpath", "--fix", *rules], 1)
        self.assertEqual(sorted({entry["rule"] for entry in fixed}), ["OWN-001", "OWN-002"])

    def test_what_cannot_be_written_back(self):
        self.write("a.drawio", '<mxfile><diagram name="p"><mxGraphModel><root><mxCell id="0"/><mxCell id="1" parent="0"/>'
                               '<mxCell id="2" value="a" vertex="1" parent="1"><mxGeometry width="80" height="40"/></mxCell></root></mxGraphModel></diagram></mxfile>')
        done = self.expect(["check", "a.drawio", "--fix"], 3)
        self.assertIn("a.drawio: error: only documents of Loadpath can be fixed where they are, and this is a draw.io "
                      "diagram; use loadpath import, or --dry-run", done.stderr)
        self.expect(["check", "a.drawio", "--fix", "--dry-run"], 0, err="")
        done = self.expect(["check", "-", "--fix"], 3, stdin=json.dumps(DOCUMENT))
        self.assertIn("<stdin>: error: standard input cannot be fixed", done.stderr)
        self.expect(["export", SAMPLE, "-o", "a.svg"], 0)
        before = (self.folder / "a.svg").read_bytes()
        self.expect(["check", "a.svg", "--fix"], 3)
        self.assertEqual((self.folder / "a.svg").read_bytes(), before)

    def test_usage(self):
        self.write("a.loadpath", DOCUMENT)
        done = self.expect(["check", "a.loadpath", "--dry-run"], 2)
        self.assertIn("--dry-run goes with --fix", done.stderr)

    def test_test_rules_tries_the_fixes(self):
        lone = {"title": {"en": "Lone"}, "document": {"loadpath": 1, "components": [{"id": "one", "kind": "corporate-server"}]}}
        done = {"title": {"en": "Done"}, "document": {"loadpath": 1, "components": [
            {"id": "one", "kind": "corporate-server", "set": {"os": "linux"}}]}}
        sound = rule(1, [USELESS, SET_OS], **MISSING, examples={"fail": [lone], "pass": [done]})
        self.write("rules/OWN-001.json", sound)
        self.expect(["test-rules", "rules"], 1, "OWN-001: 2 of 2 examples as they must be\n"
                    "  fix “Give one a role” of “Lone”: the finding is there after it\n", "")
        self.write("rules/OWN-001.json", {**sound, "fixes": [SET_OS]})
        self.expect(["test-rules", "rules"], 0, "OWN-001: 2 of 2 examples as they must be\n", "")


if __name__ == "__main__":
    unittest.main()
