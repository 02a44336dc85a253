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
        self.assertEqual(sorted(scenario["id"] for scenario in listed), SCENARIOS)
        goals = {scenario["id"]: len(scenario["goals"]) for scenario in listed}
        self.assertEqual(goals["block-ip-nlb"], 3)
        lines = self.run_command("scenarios").stdout.splitlines()
        self.assertEqual([line.split()[0] for line in lines], [scenario["id"] for scenario in listed])

    def test_scenarios_in_the_order_of_learning(self):
        listed = [scenario["id"] for scenario in json.loads(self.run_command("scenarios", "--format", "json").stdout)]
        order = json.loads((SOURCE / "data/topics/order.json").read_text("utf-8"))["scenarios"]
        self.assertEqual(len(order), 48)
        self.assertEqual(listed, order)
        topics = [self.of_file(scenario)["topic"] for scenario in listed]
        self.assertEqual(len([a for a, b in zip(topics, topics[1:]) if a != b]) + 1, len(set(topics)))

    def of_file(self, scenario):
        return json.loads((SOURCE / f"data/scenarios/{scenario}.json").read_text("utf-8"))

    def test_scenarios_of_a_topic_and_a_kind(self):
        def listed(*arguments):
            return sorted(line.split()[0] for line in self.run_command("scenarios", *arguments).stdout.splitlines())

        files = {scenario: self.of_file(scenario) for scenario in SCENARIOS}
        self.assertEqual(listed("--topic", "network-security"),
                         [s for s in SCENARIOS if files[s]["topic"] == "network-security"])
        self.assertEqual(listed("--kind=quiz"), [s for s in SCENARIOS if files[s]["kind"] == "quiz"])
        self.assertEqual(listed("-t", "hpc", "-k", "repair"),
                         [s for s in SCENARIOS if (files[s]["topic"], files[s]["kind"]) == ("hpc", "repair")])

    def test_scenarios_with_progress(self):
        line = "block-ip-nlb                 Repair   15 min  Network security           "
        arguments = ["scenarios", "--topic", "network-security", "--lang", "en"]
        self.assertIn(line + "Who is calling?", self.run_command(*arguments).stdout)
        self.write_progress({"running": True, "tries": 1, "hints": 2,
                             "last": {"day": "2026-11-20", "met": 1, "goals": 3, "hints": 2, "seconds": 60},
                             "best": {"day": "2026-11-20", "met": 1, "goals": 3, "hints": 2, "seconds": 60},
                             "step": 0, "due": "2026-11-21"})
        lines = self.run_command(*arguments).stdout.splitlines()
        self.assertTrue(any(one.startswith(line + "Tried: 1 of 3  Who is calling?") for one in lines), lines)
        described = self.describe("block-ip-nlb")
        self.assertEqual(described["progress"], {
            "state": "tried", "running": True, "tries": 1, "due": "2026-11-21",
            "last": {"day": "2026-11-20", "met": 1, "goals": 3, "hints": 2, "seconds": 60},
            "best": {"day": "2026-11-20", "met": 1, "goals": 3, "hints": 2, "seconds": 60}})
        self.assertNotIn("attempt", described)
        attempt = self.folder / "data-home/loadpath/attempts/block-ip-nlb.loadpath"
        attempt.parent.mkdir()
        self.run_command("new", "block-ip-nlb", "-o", attempt)
        self.assertEqual(self.describe("block-ip-nlb")["attempt"], str(attempt))
        self.assertEqual(self.describe("block-ip-ec2")["progress"], {"state": "new", "running": False, "tries": 0})

    def test_scenarios_with_damaged_progress(self):
        path = self.folder / "data-home/loadpath/progress.json"
        path.parent.mkdir(parents=True)
        path.write_text("{", "utf-8")
        done = self.run_command("scenarios")
        self.assertEqual((done.returncode, len(done.stdout.splitlines())), (0, len(SCENARIOS)))
        self.assertTrue(done.stderr.startswith("loadpath scenarios: "), done.stderr)

    def write_progress(self, progress):
        path = self.folder / "data-home/loadpath/progress.json"
        path.parent.mkdir(parents=True)
        path.write_text(json.dumps({"loadpath-progress": 1, "scenarios": {"block-ip-nlb": progress}}), "utf-8")

    def describe(self, scenario):
        listed = json.loads(self.run_command("scenarios", "--format", "json").stdout)
        return next(one for one in listed if one["id"] == scenario)

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

    def test_new_of_what_was_mistyped(self):
        self.assertIn("there is no scenario “ha-web-three-tiers”; did you mean “ha-web-three-tier”?",
                      self.run_command("new", "ha-web-three-tiers", "-o", self.folder / "a").stderr)
        self.assertIn("there is no scenario “no-such”; “loadpath scenarios” lists them",
                      self.run_command("new", "no-such", "-o", self.folder / "a").stderr)

    def test_wrong_usage(self):
        for arguments in (["new"], ["new", "no-such", "-o", self.folder / "a"], ["new", "block-ip-nlb"],
                          ["kinds", "more"], ["kinds", "--format", "xml"], ["scenarios", "--lang", "fr"],
                          ["scenarios", "--kind", "exam"], ["scenarios", "--topic", "gardening"]):
            done = self.run_command(*arguments)
            self.assertEqual((done.returncode, done.stdout), (2, ""), arguments)
            self.assertTrue(done.stderr.startswith(f"loadpath {arguments[0]}: "), done.stderr)
        self.assertEqual(list(self.folder.iterdir()), [])


if __name__ == "__main__":
    unittest.main()
