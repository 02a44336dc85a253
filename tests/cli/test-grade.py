"""Grading attempts, and checking scenarios, from a shell."""
import json
import unittest

from shell import CommandTest

TEXT = {"en": "A", "ko": "가"}


def quiz(**more):
    empty = {"loadpath": 1, "components": [], "connections": []}
    return {"id": "q", "topic": "backup", "kind": "quiz", "minutes": 5, "title": TEXT, "situation": TEXT, "question": TEXT,
            "hints": [{"text": TEXT}], "lesson": [{"notes": TEXT, "today": TEXT}],
            "choices": [{"id": "yes", "text": TEXT, "because": TEXT, "right": True, "document": empty},
                        {"id": "no", "text": TEXT, "because": TEXT, "document": empty}]} | more


class Grade(CommandTest):
    def begin(self, *options):
        path = self.folder / "attempt.loadpath"
        path.unlink(missing_ok=True)
        self.assertEqual(self.run_command("new", "block-ip-nlb", *options, "-o", path).returncode, 0)
        return path

    def test_start(self):
        done = self.run_command("grade", self.begin(), "--format", "json")
        grade = json.loads(done.stdout)
        self.assertEqual(done.returncode, 1)
        self.assertEqual((grade["scenario"], grade["passed"], grade["met"]), ("block-ip-nlb", False, 1))
        self.assertEqual([goal["outcome"] for goal in grade["goals"]], ["missed", "missed", "met"])
        self.assertEqual(grade["goals"][0]["elements"], ["entry", "match-a", "match-c"])
        self.assertEqual(grade["goals"][0]["reason"],
                         "entry sends from its own address, but match-a and match-c must know the client's.")

    def test_reference(self):
        done = self.run_command("grade", self.begin("--reference"))
        self.assertEqual(done.returncode, 0)
        self.assertTrue(done.stdout.endswith("\n3 of 3 goals are met.\n"), done.stdout)

    def test_korean(self):
        done = self.run_command("grade", self.begin("--reference"), "--lang", "ko", "--format", "json")
        self.assertEqual(json.loads(done.stdout)["goals"][0]["text"], "매치 서버가 클라이언트의 주소를 봅니다.")

    def test_no_attempt(self):
        path = self.write("a.loadpath", '{"loadpath": 1, "components": [], "connections": []}')
        done = self.run_command("grade", path)
        self.assertEqual(done.returncode, 3)
        self.assertIn("a.loadpath: error: it is the attempt of no scenario that is here", done.stderr)

    def test_attempt_at_what_is_not_here(self):
        path = self.write("a.loadpath", '{"loadpath": 1, "scenario": "zzz", "components": [], "connections": []}')
        done = self.run_command("grade", path)
        self.assertEqual(done.returncode, 3)
        self.assertIn("a.loadpath: error: it is an attempt at “zzz”, and there is no such scenario here", done.stderr)

    def test_usage(self):
        self.assertEqual(self.run_command("grade").returncode, 2)


class TestScenarios(CommandTest):
    def test_sound(self):
        self.write("q.json", json.dumps(quiz()))
        done = self.run_command("test-scenarios", self.folder)
        self.assertEqual((done.returncode, done.stdout, done.stderr), (0, "q: as it must be\n", ""))

    def test_nothing_there(self):
        done = self.run_command("test-scenarios", self.folder)
        self.assertEqual(done.returncode, 3)
        self.assertIn(": error: there is no scenario (.json) in this folder", done.stderr)

    def test_what_it_says_of_itself(self):
        lesson = {"notes": TEXT, "today": TEXT, "since": "yesterday", "source": "ftp:x"}
        self.write("q.json", json.dumps(quiz(id="A b", topic="t", choices=quiz()["choices"][:1], lesson=[lesson])))
        done = self.run_command("test-scenarios", self.folder)
        self.assertEqual(done.returncode, 1)
        self.assertEqual(done.stdout, "A b: not as it must be\n"
                         "  “A b” is no id: write small letters and digits, with hyphens between words\n"
                         "  there is no topic “t”: “loadpath scenarios” shows those that there are\n"
                         "  there is nothing to choose from: write two choices or more\n"
                         "  lesson: “yesterday” is no date; write one like 2025-11-07 or 2025-11\n"
                         "  lesson: “ftp:x” is no address; write one that begins with https://\n")

    def test_unsound(self):
        self.write("q.json", json.dumps(quiz(hides=["XX-999"])))
        done = self.run_command("test-scenarios", self.folder)
        self.assertEqual((done.returncode, done.stdout),
                         (1, "q: not as it must be\n  there is no rule “XX-999”\n"))

    def test_unreadable(self):
        self.write("a.json", json.dumps(quiz(minutes=0)))
        self.write("b.json", json.dumps(quiz()))
        done = self.run_command("test-scenarios", self.folder)
        self.assertEqual((done.returncode, done.stdout), (3, "q: as it must be\n"))
        self.assertIn("a.json:1:", done.stderr)
        self.assertIn("error: write whole minutes, 1 to 240", done.stderr)

    def test_no_folder(self):
        self.assertEqual(self.run_command("test-scenarios", self.folder / "none").returncode, 3)


if __name__ == "__main__":
    unittest.main()
