#!/usr/bin/env python3
"""kinds, scenarios and new, as a shell sees them.

usage: test-catalogue.py LOADPATH
"""
import json
import pathlib
import unittest

from shell import CommandTest

SOURCE = pathlib.Path(__file__).resolve().parents[2]
SCENARIOS = sorted(path.stem for path in (SOURCE / "data/scenarios").glob("*.json"))


class CatalogueTest(CommandTest):
    def test_kinds_as_json_is_complete(self):
        done = self.run_command("kinds", "--format", "json")
        self.assertEqual((done.returncode, done.stderr), (0, ""))
        lists = json.loads(done.stdout)
        kinds = {kind["id"]: kind for kind in lists["kinds"]}
        self.assertGreater(len(kinds), 200)
        self.assertEqual(len(lists["connections"]), 17)
        self.assertEqual(kinds["ec2-instance"]["name"], {"en": "EC2 instance", "ko": "EC2 인스턴스"})
        self.assertIn("aws4:ec2", kinds["ec2-instance"]["drawio"])
        self.assertIn("subnet", kinds["ec2-instance"]["in"])
        self.assertEqual(kinds["snowcone"]["status"]["is"], "ended")
        properties = {item["name"]: item for item in kinds["auto-scaling-group"]["properties"]}
        self.assertEqual(properties["health_check"]["unset"], "ec2")
        self.assertEqual([choice["value"] for choice in properties["health_check"]["choices"]], ["ec2", "elb"])
        properties = {item["name"]: item for item in kinds["backup-plan"]["properties"]}
        self.assertEqual(properties["frequency"]["unit"], "time")

    def test_kinds_as_text(self):
        done = self.run_command("kinds", "--lang", "ko")
        self.assertEqual(done.returncode, 0)
        self.assertIn("\n  s3-bucket                    S3 버킷\n", done.stdout)
        self.assertIn("\n  dead-letter ", done.stdout)

    def test_one_kind(self):
        text = self.run_command("kinds", "nlb", "--lang", "en").stdout
        self.assertTrue(text.startswith("nlb: Network Load Balancer\n\nStands in\n  the top level, aws-cloud, "), text)
        self.assertIn("\n  target_type              What its target group holds", text)
        self.assertIn("\n      instance               Instances\n", text)
        kind = json.loads(self.run_command("kinds", "nlb", "--format", "json").stdout)
        self.assertEqual(kind["id"], "nlb")
        self.assertIn("“loadpath kinds", self.run_command("kinds", "--lang", "en", "flux-capacitor").stderr)
        done = self.run_command("kinds", "--lang", "en", "ec2")
        self.assertEqual(done.returncode, 2)
        self.assertTrue(done.stderr.startswith("loadpath kinds: there is no kind “ec2”; did you mean “ec2-instance”?"))

    def test_scenarios(self):
        done = self.run_command("scenarios", "--format", "json", "--lang", "en")
        listed = json.loads(done.stdout)
        self.assertEqual([scenario["id"] for scenario in listed], SCENARIOS)
        goals = {scenario["id"]: len(scenario["goals"]) for scenario in listed}
        self.assertEqual(goals["block-ip-nlb"], 3)
        lines = self.run_command("scenarios").stdout.splitlines()
        self.assertEqual([line.split()[0] for line in lines], SCENARIOS)

    def test_new_writes_documents_in_the_standard_form(self):
        for scenario in SCENARIOS:
            for options in ([], ["--reference"]):
                path = self.folder / f"{scenario}{len(options)}.loadpath"
                done = self.run_command("new", scenario, *options, "-o", path)
                self.assertEqual((done.returncode, done.stdout, done.stderr), (0, "", ""))
                self.assertEqual(self.run_command("fmt", "--check", path).returncode, 0)

    def test_new_titles_in_the_language(self):
        path = self.folder / "a.loadpath"
        self.run_command("new", "ha-web-three-tier", "--lang", "ko", "-o", path)
        self.assertEqual(json.loads(path.read_text("utf-8"))["title"], "가용 영역 장애를 견디는 웹 상점")

    def test_new_without_the_folder(self):
        done = self.run_command("new", "block-ip-nlb", "-o", "none/a.loadpath")
        self.assertEqual((done.returncode, done.stderr),
                         (3, "none/a.loadpath: error: there is no such folder; make it, or choose another\n"))

    def test_new_loses_nothing(self):
        path = self.write("mine.loadpath", "mine")
        done = self.run_command("new", "block-ip-nlb", "-o", path)
        self.assertEqual(done.returncode, 3)
        self.assertEqual(done.stderr, f"{path}: error: there is such a file already; choose another name\n")
        self.assertEqual(path.read_text("utf-8"), "mine")

    def test_wrong_usage(self):
        for arguments in (["new"], ["new", "no-such", "-o", self.folder / "a"], ["new", "block-ip-nlb"],
                          ["kinds", "more"], ["kinds", "--format", "xml"], ["scenarios", "--lang", "fr"]):
            done = self.run_command(*arguments)
            self.assertEqual((done.returncode, done.stdout), (2, ""), arguments)
            self.assertTrue(done.stderr.startswith(f"loadpath {arguments[0]}: "), done.stderr)
        self.assertEqual(list(self.folder.iterdir()), [])


if __name__ == "__main__":
    unittest.main()
