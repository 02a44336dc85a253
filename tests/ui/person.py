"""Somebody at the keyboard and the pointer of the real window, through xdotool, who counts what is done."""
import json
import os
import pathlib
import subprocess
import tempfile
import time

WIDTH, HEIGHT = 1280, 860
EMPTY = '{\n  "loadpath": 1,\n  "components": [],\n  "connections": [],\n  "comments": [],\n  "waivers": []\n}\n'


def xdotool(*arguments):
    return subprocess.run(["xdotool", *map(str, arguments)], check=True, capture_output=True, text=True).stdout


class Person:
    """What is counted: keys (each press, also of each letter of a word), words (typed as one), clicks, drags. A step is
    a chord, a word, a click or a drag."""

    def __init__(self, program, path):
        self.path = path
        self.keys = self.chords = self.words = self.clicks = self.drags = 0
        self.process = subprocess.Popen([program, str(path)])
        window = self.wait_for("a window", self.find_window)
        xdotool("windowsize", window, WIDTH, HEIGHT)
        xdotool("windowfocus", window)
        time.sleep(2.5)

    @staticmethod
    def find_window():
        found = subprocess.run(["xdotool", "search", "--onlyvisible", "--name", "."], capture_output=True, text=True)
        return found.stdout.split()[-1] if found.stdout.split() else None

    @staticmethod
    def wait_for(what, condition, seconds=20):
        deadline = time.monotonic() + seconds
        while time.monotonic() < deadline:
            value = condition()
            if value:
                return value
            time.sleep(0.1)
        raise SystemExit(f"not within {seconds} seconds: {what}")

    @property
    def steps(self):
        return self.chords + self.words + self.clicks + self.drags

    def press(self, *keys):
        for key in keys:
            xdotool("key", "--clearmodifiers", key)
            time.sleep(0.3)
        self.keys += len(keys)
        self.chords += len(keys)

    def type(self, text):
        xdotool("type", "--delay", "25", text)
        time.sleep(0.3)
        self.keys += len(text)
        self.words += 1

    def name(self, text):
        """Just typed, over what is selected."""
        self.type(text)
        self.press("Return")

    def click(self, x, y, button=1):
        xdotool("mousemove", x, y)
        time.sleep(0.15)
        xdotool("click", button)
        time.sleep(0.3)
        self.clicks += 1

    def drag(self, start, end):
        xdotool("mousemove", *start)
        time.sleep(0.3)
        xdotool("mousedown", 1)
        for i in range(1, 9):
            xdotool("mousemove", *(round(a + (b - a) * i / 8) for a, b in zip(start, end)))
            time.sleep(0.06)
        time.sleep(0.15)
        xdotool("mouseup", 1)
        time.sleep(0.4)
        self.drags += 1

    def saved(self):
        """What the file holds; saving for the sake of looking is not counted."""
        xdotool("key", "--clearmodifiers", "ctrl+s")
        time.sleep(0.5)
        return json.loads(self.path.read_text(encoding="utf-8"))

    def report(self, what):
        parts = [f"{self.keys} keys"]
        parts += [f"{n} {name}" for n, name in ((self.clicks, "clicks"), (self.drags, "drags")) if n > 0]
        print(f"{what}: {self.steps} steps ({self.chords} chords, {self.words} words, {self.clicks} clicks, "
              f"{self.drags} drags); {', '.join(parts)}")


def at_work(program, draw):
    """Calls draw(person) on an empty drawing, and keeps a picture of where it went wrong."""
    with tempfile.TemporaryDirectory() as folder:
        path = pathlib.Path(folder) / "drawing.loadpath"
        path.write_text(EMPTY, encoding="utf-8")
        os.environ.update(HOME=folder, XDG_DATA_HOME=folder, XDG_CONFIG_HOME=folder, XDG_STATE_HOME=folder,
                          DBUS_SESSION_BUS_ADDRESS="none:")
        person = Person(program, path)
        try:
            draw(person)
        except BaseException:
            subprocess.run(["import", "-window", "root", str(pathlib.Path.cwd() / "drawing-failure.png")], check=False)
            print(path.read_text(encoding="utf-8"))
            raise
        finally:
            if "KEEP" in os.environ:
                subprocess.run(["import", "-window", "root", os.environ["KEEP"]], check=False)
            person.process.kill()
            person.process.wait()


def outline(document):
    """{name: (kind, name of the container)}"""
    names = {c["id"]: c.get("label", c["id"]) for c in document["components"]}
    return {names[c["id"]]: (c["kind"], names.get(c.get("in"))) for c in document["components"]}


def lines(document):
    """[(kind, from, to)] by name, sorted."""
    names = {c["id"]: c.get("label", c["id"]) for c in document["components"]}
    return sorted((c["kind"], names[c["from"]], names[c["to"]]) for c in document["connections"])


# Three tiers in two zones, and the backup in another region.
THREE_TIERS = {
    "customers": ("users", None),
    "seoul": ("region", None),
    "shop": ("vpc", "seoul"),
    "2a": ("availability-zone", "shop"),
    "public-a": ("subnet", "2a"),
    "app-a": ("subnet", "2a"),
    "web-a": ("ec2-instance", "app-a"),
    "data-a": ("subnet", "2a"),
    "orders": ("rds-instance", "data-a"),
    "2c": ("availability-zone", "shop"),
    "public-c": ("subnet", "2c"),
    "app-c": ("subnet", "2c"),
    "web-c": ("ec2-instance", "app-c"),
    "data-c": ("subnet", "2c"),
    "front": ("alb", "shop"),
    "rules": ("waf-web-acl", "seoul"),
    "fleet": ("auto-scaling-group", "shop"),
    "images": ("s3-bucket", "seoul"),
    "daily": ("backup-plan", "seoul"),
    "kept": ("backup-vault", "seoul"),
    "tokyo": ("region", None),
    "copies": ("backup-vault", "tokyo"),
}
THREE_TIERS_LINES = sorted([
    ("traffic", "customers", "front"),
    ("protects", "rules", "front"),
    ("traffic", "front", "fleet"),
    ("manages", "fleet", "web-a"),
    ("manages", "fleet", "web-c"),
    ("traffic", "web-a", "orders"),
    ("traffic", "web-c", "orders"),
    ("traffic", "web-a", "images"),
    ("traffic", "web-c", "images"),
    ("backs-up", "orders", "daily"),
    ("backs-up", "images", "daily"),
    ("backs-up", "daily", "kept"),
    ("copies-backup", "kept", "copies"),
])


def compare(document):
    drawn, connected = outline(document), lines(document)
    assert drawn == THREE_TIERS, {k: (drawn.get(k), THREE_TIERS.get(k)) for k in {*drawn, *THREE_TIERS}
                                  if drawn.get(k) != THREE_TIERS.get(k)}
    assert connected == THREE_TIERS_LINES, {"missing": [x for x in THREE_TIERS_LINES if x not in connected],
                                            "too many": [x for x in connected if x not in THREE_TIERS_LINES]}
