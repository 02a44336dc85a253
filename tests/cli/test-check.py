#!/usr/bin/env python3
"""check, rules, explain, test-rules and eval of a document, as a shell sees them.

usage: test-check.py LOADPATH
"""
import json
import unittest

from shell import CommandTest

LONE = """{
  "loadpath": 1,
  "requirements": {"environment": "production", "rto": "4h", "rpo": "24h"},
  "components": [
    {"id": "users", "kind": "users"},
    {"id": "seoul", "kind": "region"},
    {"id": "zone", "kind": "availability-zone", "in": "seoul"},
    {"id": "front", "kind": "ec2-instance", "in": "zone"}, {"id": "alarm", "kind": "cloudwatch-alarm", "set": {"action": "recover"}}
  ],
  "connections": [
    {"id": "users-front", "kind": "traffic", "from": "users", "to": "front"}, {"id": "alarm-front", "kind": "monitors", "from": "alarm", "to": "front"}
  ],
  "comments": [], "waivers": []
}
"""
SENTENCE = ("lone.loadpath:8:5: error: Only one Availability Zone runs front: when that zone is lost, their work stops. [HA-012]\n"
            "  Run at least one more of them in another Availability Zone, or put them into an Auto Scaling group "
            "over two zones.\n1 document: 1 error\n")


class Check(CommandTest):
    def test_text_and_status(self):
        self.write("lone.loadpath", LONE)
        self.expect(["check", "lone.loadpath"], 1, SENTENCE, "")
        self.expect(["check", "lone.loadpath", "--fail-on", "never"], 0, SENTENCE, "")
        self.expect(["check", "-"], 1, SENTENCE.replace("lone.loadpath", "stdin"), "", stdin=LONE)

    def test_names_that_there_are_not_are_said_with_their_place(self):
        self.write("names.loadpath", LONE.replace('"kind": "region"', '"kind": "regoin", "set": {"x": 1}')
                   .replace('"kind": "traffic"', '"kind": "trafic"'))
        done = self.expect(["check", "names.loadpath"], 1, err="")
        self.assertIn("names.loadpath:6:5: error: There is no kind “regoin” (seoul); did you mean “region”? [DOC-002]\n",
                      done.stdout)
        self.assertIn("names.loadpath:11:5: error: There is no kind “trafic” (users-front); did you mean “traffic”? "
                      "[DOC-003]\n", done.stdout)
        self.assertTrue(done.stdout.endswith("1 document: 2 errors\n"), done.stdout)

    def test_one_bad_file_does_not_stop_the_rest(self):
        self.write("lone.loadpath", LONE)
        self.write("bad.loadpath", '{"loadpath": 1, "components": [}')
        done = self.expect(["check", "bad.loadpath", "lone.loadpath", "none.loadpath"], 3, SENTENCE)
        lines = done.stderr.splitlines()
        self.assertEqual(len(lines), 2)
        self.assertTrue(lines[0].startswith("bad.loadpath:1:32: error: "), lines[0])
        self.assertTrue(lines[1].startswith("none.loadpath: error: "), lines[1])

    def test_many_files_keep_their_order(self):
        names = [self.write(f"{i}.loadpath", LONE).name for i in range(40)]
        done = self.expect(["check", "--format", "json", *names], 1)
        self.assertEqual([entry["file"] for entry in json.loads(done.stdout)["files"]], names)

    def test_strict_makes_questions_failures(self):
        self.write("open.loadpath", LONE.replace('"environment": "production", ', ""))
        self.expect(["check", "open.loadpath"], 0)
        self.expect(["check", "open.loadpath", "--strict"], 1)

    def test_usage(self):
        self.expect(["check"], 2, "")
        self.expect(["check", "x", "--format", "pdf"], 2, "",
                    "loadpath check: there is no report “pdf”; there are: text, json, sarif, junit, markdown, html\n"
                    "Try “loadpath check --help”.\n")
        self.expect(["check", "x", "--fail-on", "all"], 2, "")
        self.expect(["check", "x", "--lang", "fr"], 2, "")
        self.expect(["check", "x", "--bass", "y"], 2, "")

    def test_report_into_a_file(self):
        self.write("lone.loadpath", LONE)
        self.expect(["check", "lone.loadpath", "-o", "out.sarif", "--format", "sarif"], 1, "", "")
        log = json.loads((self.folder / "out.sarif").read_text(encoding="utf-8"))
        self.assertEqual(log["runs"][0]["results"][0]["ruleId"], "HA-012")

    def test_own_rules(self):
        self.write("lone.loadpath", LONE)
        self.write("rules/bad.json", '{"id": "XX-001",\n "sevrity": "error"}')
        self.write("rules/worse.json", "{")
        self.write("rules/good.json", json.dumps(self.rule()))
        done = self.expect(["check", "lone.loadpath", "--rules", "rules"], 3)
        lines = done.stderr.splitlines()
        self.assertEqual(lines[0], "rules/bad.json:2:13: error: there is no member “sevrity” here; did you mean "
                                   "“severity”? (at sevrity)")
        self.assertTrue(lines[1].startswith("rules/worse.json:1:2: error: "), lines[1])
        self.assertEqual(len(lines), 2)
        self.assertIn("lone.loadpath:5:5: info: users is here. [XX-002]\n", done.stdout)
        self.assertIn("[HA-012]", done.stdout)

    def rule(self):
        """In English alone, as a team's own rules may be."""
        example = {"title": {"en": "E"}, "document": {"loadpath": 1, "components": [{"id": "a", "kind": "users"}]}}
        return {"id": "XX-002", "severity": "info", "topic": "ours", "title": {"en": "T"}, "for": {"kind": "users"},
                "assert": "false", "message": {"en": "{self} is here."}, "why": {"en": "W"}, "remedy": {"en": "R"},
                "examples": {"fail": [example], "pass": [example]}}

    def test_a_rule_in_one_language_and_one_file(self):
        self.write("lone.loadpath", LONE)
        self.write("rule.json", json.dumps(self.rule()))
        for language in ("en", "ko"):
            done = self.expect(["check", "lone.loadpath", "--rules", "rule.json", "--lang", language], 1, err="")
            self.assertIn("users is here. [XX-002]\n", done.stdout)
        self.expect(["check", "lone.loadpath", "--rules", "none"], 3, SENTENCE,
                    "none: error: there is no such file\n")
        self.write("broken.json", json.dumps(dict(self.rule(), message={"ko": "{nobody}"})))
        done = self.expect(["rules", "--rules", "broken.json"], 3)
        self.assertRegex(done.stderr, r"^broken.json:1:\d+: error: .*\(at message.ko\)\n$")

    def test_one_question_about_what_decides_several_rules(self):
        self.write("open.loadpath", """{"loadpath": 1, "components": [
  {"id": "u", "kind": "users"},
  {"id": "db", "kind": "rds-instance"},
  {"id": "web", "kind": "ec2-instance"}],
 "connections": [{"kind": "traffic", "from": "u", "to": "web"}]}""")
        found = json.loads(self.run_command("check", "open.loadpath", "--format", "json").stdout)["files"][0]
        about = [f["rule"] for f in found["findings"] if f.get("unknown") == [{"element": None, "property": "environment"}]]
        self.assertGreater(len(about), 1)
        text = self.run_command("check", "open.loadpath").stdout
        self.assertEqual(text.count("Not known: “Environment” of the requirements."), 1)
        for rule in about:
            self.assertEqual(text.count(f"[{rule}]"), 1)
        self.assertIn(f" {found['summary']['question']} questions\n", text)

    def test_language(self):
        self.write("lone.loadpath", LONE)
        done = self.expect(["check", "lone.loadpath", "--lang", "ko"], 1)
        self.assertIn("front이(가) 한 가용 영역에서만 실행됩니다.", done.stdout)


class Rules(CommandTest):
    def test_list(self):
        rules = json.loads(self.expect(["rules", "--format", "json"], 0, err="").stdout)
        self.assertIn({"id": "SE-008", "severity": "warning", "topic": "network-security", "for": "nlb",
                       "title": "The load balancer hides the client's address from targets that need it"}, rules)
        self.assertEqual([rule["id"] for rule in rules], sorted(rule["id"] for rule in rules))

    def test_checks_of_the_document_are_no_rules(self):
        self.assertNotIn("DOC-", self.expect(["rules", "--format", "json"], 0, err="").stdout)
        self.assertRegex(self.expect(["rules"], 0, err="").stdout, "(?m)^DOC-002  Error ")

    def test_list_in_korean(self):
        lines = self.expect(["rules", "--lang", "ko"], 0, err="").stdout.splitlines()
        line = next(line for line in lines if line.startswith("HA-012"))
        self.assertRegex(line, "^HA-012   (오류    |Error   ) 고가용성           같은 일을 하는 서버가 한 가용 영역에 모여 있습니다$")
        self.assertIn(", 고가용성, ec2-instance\n", self.expect(["explain", "HA-012", "--lang", "ko"], 0).stdout)

    def test_all_are_there(self):
        ids = [rule["id"] for rule in json.loads(self.expect(["rules", "--format", "json"], 0, err="").stdout)]
        expected = {"BK": 10, "CA": 9, "CH": 5, "DB": 11, "DR": 12, "EV": 12, "HA": 12, "HP": 9, "HY": 7, "MO": 4, "SE": 14,
                    "SI": 7, "SV": 6, "VM": 4, "XF": 10}
        self.assertEqual(ids, [f"{topic}-{n:03d}" for topic, count in expected.items() for n in range(1, count + 1)])

    def test_explain(self):
        done = self.expect(["explain", "HA-012"], 0, err="")
        self.assertTrue(done.stdout.startswith(
            "HA-012: Servers that do the same work share one Availability Zone\n"))
        self.expect(["explain", "HA-012", "-o", "rule.svg"], 0, "", "")
        drawn = (self.folder / "rule.svg").read_text(encoding="utf-8")
        self.assertIn(">Found: Two web servers in two subnets of the same zone<", drawn)
        self.assertIn(">Sound: One server in each of two zones<", drawn)
        self.assertEqual(drawn.count(">web-2</text>"), 2)
        self.assertIn("<svg", (self.folder / "rule.svg").read_text(encoding="utf-8"))
        self.expect(["explain", "HA-999"], 2, "")
        self.expect(["explain", "ha-012"], 0, done.stdout, "")
        self.assertIn("Rules look at kinds that they know", self.expect(["explain", "doc-002"], 0, err="").stdout)
        self.expect(["explain", "DOC-002", "-o", "x.svg"], 2, "")

    def test_examples_that_do_not_hold(self):
        both = {"en": "T", "ko": "T"}
        example = {"title": {"en": "One", "ko": "One"},
                   "document": {"loadpath": 1, "components": [{"id": "a", "kind": "alb"}]}}
        rule = {"id": "XX-001", "severity": "info", "topic": "t", "title": both, "for": {"kind": "alb"},
                "assert": "false", "message": both, "why": both, "remedy": both,
                "examples": {"fail": [example], "pass": [example]}}
        self.write("rules/rule.json", json.dumps(rule))
        self.expect(["test-rules", "rules"], 1,
                    "XX-001: 1 of 2 examples as they must be\n  must pass, but gives fail: One\n", "")

    def test_eval_of_a_document(self):
        alone = json.loads(LONE)
        self.write("lone.loadpath", json.dumps(dict(alone, components=alone["components"][:4],
                                                    connections=alone["connections"][:1])))
        self.expect(["eval", "reaches(users(), components, ['traffic'])", "lone.loadpath"], 0, "true\n", "")
        self.expect(["eval", "components.filter(c, c.zone() != null).map(c, c.kind)", "lone.loadpath"], 0,
                    '["availability-zone", "ec2-instance"]\n', "")
        self.expect(["eval", "components[3].role", "lone.loadpath"], 1, "",
                    "expression: error: the value is not known before these are set: front.role\n")
        self.expect(["eval", "components.map(c, c.kind)", "lone.loadpath"], 0,
                    '["users", "region", "availability-zone", "ec2-instance"]\n', "")


unittest.main(verbosity=2)
