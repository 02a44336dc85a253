#!/usr/bin/env python3
"""What the review remembers, as a shell sees it: configuration, baseline, waivers.

usage: test-memory.py LOADPATH
"""
import json
import os
import unittest

from shell import CommandTest

RULE = {
    "id": "XX-001", "severity": "warning", "topic": "test", "title": {"en": "Named"}, "for": {"kind": "ec2-instance"},
    "assert": "has(self.role)", "message": {"en": "{self} has no role.", "ko": "{self}: 역할 없음"}, "why": {"en": "W"}, "remedy": {"en": "R."},
    "examples": {"fail": [{"title": {"en": "E"}, "document": {}}], "pass": [{"title": {"en": "E"}, "document": {}}]},
}


def drawing(*ids, waivers=(), extra=None):
    components = [{"id": id, "kind": "ec2-instance", **(extra or {})} for id in ids]
    return {"loadpath": 1, "components": components, "connections": [], "comments": [], "waivers": list(waivers)}


class Memory(CommandTest):
    """Only a rule of the test's own: what is built in may grow."""

    def setUp(self):
        super().setUp()
        self.write("pack/XX-001.json", RULE)

    def config(self, folder="", **members):
        members.setdefault("packs", [os.path.relpath(self.folder / "pack", self.folder / folder)])
        (self.folder / folder).mkdir(exist_ok=True)
        return self.write(f"{folder}/.loadpath.json" if folder else ".loadpath.json", members)

    def check(self, *arguments, status):
        done = self.expect(["check", "--format", "json", "--lang", "en", *arguments], status)
        return json.loads(done.stdout)

    def mine(self, report, index=0):
        return [f["severity"] for f in report["files"][index]["findings"] if f["rule"] == "XX-001"]


class OwnRules(Memory):
    """Of the folder in the user's data directory."""

    OWN = "data-home/loadpath/rules"
    BROKEN = '{"id": "XX-009",\n "severity": }\n'

    def setUp(self):
        super().setUp()
        (self.folder / self.OWN).mkdir(parents=True)
        self.write(f"{self.OWN}/own.json", dict(RULE, id="XX-002"))
        self.write("a.loadpath", drawing("a"))

    def lists(self, *arguments):
        rules = json.loads(self.expect(["rules", "--format", "json", *arguments], 0).stdout)
        return [rule["id"] for rule in rules if rule["id"].startswith("XX-")]

    def test_every_command_has_them(self):
        done = self.expect(["check", "a.loadpath", "--fail-on", "warning"], 1)
        self.assertIn("a.loadpath:1:32: warning: a has no role. [XX-002]\n", done.stdout)
        self.assertEqual(self.lists(), ["XX-002"])
        self.assertIn("  {self} has no role.\n", self.expect(["explain", "XX-002"], 0).stdout)
        self.assertIn("XX-002", self.expect(["reference"], 0).stdout)
        self.expect(["export", "a.loadpath", "-o", "a.svg", "--annotate"], 0)
        self.assertIn("XX-002", (self.folder / "a.svg").read_text(encoding="utf-8"))

    def test_a_configuration_has_them_and_may_take_their_place(self):
        self.config(rules={"XX-002": "error"})
        self.assertEqual(self.lists(), ["XX-001", "XX-002"])
        self.write("pack/XX-001.json", dict(RULE, id="XX-002", message={"en": "{self} of the team", "ko": "{self}"}))
        self.assertIn("error: a of the team [XX-002]\n", self.expect(["check", "a.loadpath"], 1).stdout)

    def test_none_leaves_them_out(self):
        self.write(f"{self.OWN}/broken.json", self.BROKEN)
        self.assertEqual(self.lists("--config", "none"), [])
        self.assertNotIn("XX-002", self.expect(["check", "a.loadpath", "--config", "none", "--fail-on", "never"], 0).stdout)

    def test_a_broken_file_is_named_and_the_rest_works(self):
        self.write(f"{self.OWN}/broken.json", self.BROKEN)
        path = self.folder / self.OWN / "broken.json"
        wrong = f"{path}:2:14: error: no value here; write a text, a number, true, false, null, [ or {{\n"
        self.assertIn("[XX-002]\n", self.expect(["check", "a.loadpath"], 3, err=wrong).stdout)
        self.expect(["reference"], 3, err=wrong)
        self.config()
        self.assertIn("[XX-001]\n", self.expect(["check", "a.loadpath"], 3, err=wrong).stdout)

    def test_a_file_in_the_place_of_the_folder_is_said(self):
        for path in (self.folder / self.OWN).iterdir():
            path.unlink()
        (self.folder / self.OWN).rmdir()
        self.expect(["rules"], 0, err="")
        self.write(self.OWN, "not a folder")
        done = self.expect(["check", "a.loadpath"], 3)
        self.assertTrue(done.stderr.startswith(f"{self.folder / self.OWN}:1:"), done.stderr)


class Configuration(Memory):
    def test_the_nearest_one_above_a_document_counts_alone(self):
        self.config(rules={"XX-001": "error"})
        self.config("quiet", rules={"XX-001": "off"})
        (self.folder / "deep").mkdir()
        self.write("a.loadpath", drawing("a"))
        self.write("quiet/b.loadpath", drawing("b"))
        self.write("deep/c.loadpath", drawing("c"))
        report = self.check("a.loadpath", "quiet/b.loadpath", "deep/c.loadpath", "--fail-on", "never", status=0)
        self.assertEqual([self.mine(report, i) for i in range(3)], [["error"], [], ["error"]])
        done = self.expect(["check", "deep/c.loadpath"], 1)
        self.assertIn("deep/c.loadpath:1:32: error: c has no role. [XX-001]\n", done.stdout)

    def test_one_named_or_none(self):
        self.config(rules={"XX-001": "error"})
        self.write("other.json", {"rules": {"XX-001": "info"}, "packs": ["pack"]})
        self.write("a.loadpath", drawing("a"))
        self.assertEqual(self.mine(self.check("a.loadpath", "--config", "other.json", status=0)), ["info"])
        self.assertEqual(self.mine(self.check("a.loadpath", "--config", "none", "--fail-on", "never", status=0)), [])
        self.expect(["check", "a.loadpath", "--config", "gone.json"], 3)

    def test_topics_and_the_checks_of_the_document(self):
        self.config(rules={"test": "info", "DOC-004": "error"})
        self.write("a.loadpath", drawing("a", extra={"set": {"rolle": "web"}}))
        found = self.check("a.loadpath", status=1)["files"][0]["findings"]
        self.assertIn(("DOC-004", "error"), [(f["rule"], f["severity"]) for f in found])
        self.assertIn(("XX-001", "info"), [(f["rule"], f["severity"]) for f in found])
        self.config(rules={"test": "off", "XX-001": "warning", "document": "off"})
        found = self.check("a.loadpath", "--fail-on", "never", status=0)["files"][0]["findings"]
        self.assertEqual([f["rule"] for f in found if f["rule"] in ("DOC-004", "XX-001")], ["XX-001"])

    def test_threshold_and_language(self):
        self.config(fail_on="warning", language="ko")
        self.write("a.loadpath", drawing("a"))
        done = self.expect(["check", "a.loadpath"], 1)
        self.assertIn("a: 역할 없음 [XX-001]", done.stdout)
        self.assertIn("a has no role", self.expect(["check", "a.loadpath", "--lang", "en"], 1).stdout)
        self.expect(["check", "a.loadpath", "--fail-on", "never"], 0)

    def test_mistakes_are_said_with_their_place_and_the_rest_goes_on(self):
        self.write("a.loadpath", drawing("a"))
        path = self.folder / ".loadpath.json"
        for text, said in {
            '{"fail-on": "info"}': '1:13: error: there is no member “fail-on” here; did you mean “fail_on”? (at fail-on)',
            '{"fail_on": "high"}': '1:13: error: “high” is no severity; write error, warning, info or never (at fail_on)',
            '{"language": "de"}': '1:14: error: “de” is not a language of this program: write en or ko (at language)',
            '{"packs": ["mine"]}': '1:12: error: there is no folder “mine” beside this file; add it or correct the path (at packs[0])',
            '{"rules": {"HA-012": "high"}}':
                '1:22: error: “high” is no severity; write error, warning, info or off (at rules.HA-012)',
            '{"rules": {"XX-0O1": "off"}, "packs": ["pack"]}':
                '1:22: error: there is no rule or topic “XX-0O1”; did you mean “XX-001”? (at rules.XX-0O1)',
            '{"rules": {"QQ": "off"}}':
                '1:18: error: there is no rule or topic “QQ”; “loadpath rules” lists them (at rules.QQ)',
            '{"facts": {"no.such": 1}}': '1:23: error: there is no fact “no.such”',
            '{,}': '1:2: error: ',
        }.items():
            path.write_text(text, encoding="utf-8")
            done = self.expect(["check", "a.loadpath", "a.loadpath", "--fail-on", "never"], 3)
            self.assertTrue(done.stderr.startswith(f"{path}:{said}"), done.stderr)
            self.assertEqual(done.stderr.count("error:"), 1)
            self.assertIn("2 documents", done.stdout)

    def test_lists_say_what_is_set(self):
        self.config(rules={"XX-001": "error", "HA-012": "off"})
        rules = {rule["id"]: rule for rule in json.loads(self.expect(["rules", "--format", "json"], 0).stdout)}
        self.assertEqual(rules["XX-001"]["severity"], "error")
        self.assertTrue(rules["HA-012"]["off"])
        self.assertNotIn("off", rules["XX-001"])
        self.assertIn("Error here, else Warning, test", self.expect(["explain", "XX-001"], 0).stdout)
        self.assertIn("Error, off here", self.expect(["explain", "HA-012"], 0).stdout)
        self.expect(["explain", "XX-001", "--config", "none"], 2)

    def test_a_waiver_of_a_rule_that_is_off_is_not_idle(self):
        waiver = {"rule": "XX-001", "reason": "r"}
        self.write("a.loadpath", drawing("a", waivers=[waiver]))
        self.config(rules={"XX-001": "off"})
        found = self.check("a.loadpath", "--fail-on", "never", status=0)["files"][0]["findings"]
        self.assertEqual([f["message"] for f in found if f["rule"] == "DOC-005"], [])


class Baseline(Memory):
    """Nothing but the test's own rule is on."""

    def setUp(self):
        super().setUp()
        ids = {rule["id"] for rule in json.loads(self.expect(["rules", "--format", "json"], 0).stdout)}
        self.config(rules={**{id: "off" for id in ids}, "XX-001": "error"})

    def test_only_what_is_new_counts(self):
        self.write("a.loadpath", drawing("a", "b"))
        self.expect(["check", "a.loadpath"], 1)
        self.expect(["check", "a.loadpath", "--write-baseline", "known.json"], 0, "1 document: 2 known findings\n", "")
        written = (self.folder / "known.json").read_text(encoding="utf-8")
        self.assertEqual([line.split('"fingerprint"')[0] for line in written.splitlines()[3:5]], [
            '    {"file": "a.loadpath", "rule": "XX-001", "component": "a", ',
            '    {"file": "a.loadpath", "rule": "XX-001", "component": "b", '])
        self.assertTrue(written.endswith("\n  ]\n}\n"))
        self.expect(["check", "a.loadpath", "--baseline", "known.json"], 0, "1 document: 2 known findings\n", "")
        # moved, renamed, reordered, with another property, and one more
        self.write("a.loadpath", {**drawing(), "components": [
            {"id": "c", "kind": "ec2-instance"},
            {"id": "b", "kind": "ec2-instance", "label": "Backend", "set": {"os": "linux"}},
            {"id": "a", "kind": "ec2-instance", "label": "Front", "at": [40, 50]}]})
        self.expect(["check", "a.loadpath", "--baseline", "known.json"], 1,
                    "a.loadpath:1:32: error: c has no role. [XX-001]\n  R.\n1 document: 1 error, 2 known findings\n", "")

    def test_a_component_with_another_id_is_found_again(self):
        self.write("a.loadpath", drawing("a", "b"))
        self.expect(["check", "a.loadpath", "--write-baseline", "known.json"], 0)
        self.write("a.loadpath", drawing("other", "b"))
        self.expect(["check", "a.loadpath", "--baseline", "known.json"], 0, "1 document: 2 known findings\n", "")
        # one of its kind beside it is new
        self.write("a.loadpath", drawing("a", "b", "other"))
        self.expect(["check", "a.loadpath", "--baseline", "known.json"], 1)
        # and so is one that stands elsewhere
        self.write("a.loadpath", {**drawing(), "components": [
            {"id": "net", "kind": "subnet"}, {"id": "other", "kind": "ec2-instance", "in": "net"},
            {"id": "b", "kind": "ec2-instance"}]})
        self.expect(["check", "a.loadpath", "--baseline", "known.json"], 1)

    def test_what_no_longer_occurs_is_told(self):
        self.write("a.loadpath", drawing("a", "b"))
        self.write("b.loadpath", drawing("b"))
        self.expect(["check", "a.loadpath", "b.loadpath", "--write-baseline", "known.json"], 0)
        self.write("a.loadpath", drawing("b"))
        self.expect(["check", "a.loadpath", "--baseline", "known.json"], 0,
                    "1 document: 1 known finding\na.loadpath: no longer found: XX-001 a\n"
                    "The baseline lists more than there is; write it again with --write-baseline.\n", "")
        report = self.check("a.loadpath", "--baseline", "known.json", status=0)
        self.assertEqual([(e["file"], e["rule"], e["component"]) for e in report["gone"]], [("a.loadpath", "XX-001", "a")])
        self.assertEqual(report["files"][0]["summary"]["known"], 1)
        # writing again leaves what it has of other documents
        self.expect(["check", "a.loadpath", "--write-baseline", "known.json"], 0)
        known = json.loads((self.folder / "known.json").read_text(encoding="utf-8"))["findings"]
        self.assertEqual([(e["file"], e["component"]) for e in known], [("a.loadpath", "b"), ("b.loadpath", "b")])

    def test_named_by_the_configuration_and_relative_to_itself(self):
        self.write("docs/a.loadpath", drawing("a"))
        (self.folder / "keep").mkdir()
        self.expect(["check", "docs/a.loadpath", "--write-baseline", "keep/known.json"], 0)
        known = json.loads((self.folder / "keep/known.json").read_text(encoding="utf-8"))["findings"]
        self.assertEqual([e["file"] for e in known], ["../docs/a.loadpath"])
        settings = json.loads((self.folder / ".loadpath.json").read_text(encoding="utf-8"))
        self.write(".loadpath.json", {**settings, "baseline": "keep/known.json"})
        self.expect(["check", "docs/a.loadpath"], 0, "1 document: 1 known finding\n", "")
        self.expect(["check", "docs/a.loadpath", "--baseline", "none"], 1)

    def test_what_is_no_baseline_is_refused_and_not_written_over(self):
        self.write("a.loadpath", drawing("a"))
        precious = self.write("b.json", drawing("b"))
        before = precious.read_text(encoding="utf-8")
        said = "b.json:1:1: error: this is no baseline; “loadpath check --write-baseline” writes one\n"
        self.expect(["check", "a.loadpath", "--write-baseline", "b.json"], 3, err=said)
        self.expect(["check", "a.loadpath", "--baseline", "b.json"], 3, err=said)
        self.assertEqual(precious.read_text(encoding="utf-8"), before)
        self.write("c.json", '{"loadpath-baseline": 1, "findings": [{"file": "a", "rule": "X"}]}')
        self.expect(["check", "a.loadpath", "--baseline", "c.json"], 3,
                    err="c.json:1:39: error: \"fingerprint\" is missing here; add it (at findings[0])\n")
        self.expect(["check", "a.loadpath", "--write-baseline", "a.loadpath"], 2)

    def test_what_is_waived_is_not_in_it(self):
        self.write("a.loadpath", drawing("a", "b", waivers=[{"rule": "XX-001", "component": "a", "reason": "r"}]))
        self.expect(["check", "a.loadpath", "--write-baseline", "known.json"], 0)
        known = json.loads((self.folder / "known.json").read_text(encoding="utf-8"))["findings"]
        self.assertEqual([e["component"] for e in known], ["b"])
        done = self.expect(["check", "a.loadpath", "--baseline", "known.json"], 0)
        self.assertTrue(done.stdout.endswith("1 document: 1 waived finding, 1 known finding\n"), done.stdout)


if __name__ == "__main__":
    unittest.main()
