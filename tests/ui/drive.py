#!/usr/bin/env python3
"""The window as a person uses it: real pointer and keys through xdotool; what was done is read from the saved file.

usage: drive.py LOADPATH-DESKTOP   (on a display of its own: xvfb-run)
"""
import json
import os
import pathlib
import subprocess
import sys
import tempfile
import time

WIDTH, HEIGHT = 1280, 860
# The canvas lies between the palette and the panel, below the header bar.
MIDDLE = (574, 453)
DOCUMENT = """{
  "loadpath": 1,
  "components": [
    {"id": "web", "kind": "ec2-instance", "at": [0, 0]}
  ],
  "connections": [],
  "comments": [],
  "waivers": []
}
"""


def xdotool(*arguments):
    return subprocess.run(["xdotool", *map(str, arguments)], check=True, capture_output=True, text=True).stdout


def wait_for(what, condition, seconds=20):
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        value = condition()
        if value:
            return value
        time.sleep(0.1)
    raise SystemExit(f"not within {seconds} seconds: {what}")


class Driver:
    def __init__(self, program, path):
        self.path = path
        self.process = subprocess.Popen([program, str(path)])
        self.window = wait_for("a window", self.find_window)
        xdotool("windowsize", self.window, WIDTH, HEIGHT)
        xdotool("windowfocus", self.window)
        time.sleep(1.5)

    def find_window(self):
        found = subprocess.run(["xdotool", "search", "--onlyvisible", "--name", "."], capture_output=True, text=True)
        return found.stdout.split()[-1] if found.stdout.split() else None

    def key(self, *keys):
        for key in keys:
            xdotool("key", "--clearmodifiers", key)
            time.sleep(0.25)

    def type(self, text):
        xdotool("type", "--delay", "30", text)
        time.sleep(0.5)

    @staticmethod
    def type_at_once(*keys):
        """Faster than anybody types: no key waits for what the one before it does."""
        xdotool("key", "--clearmodifiers", "--delay", 4, *keys)
        time.sleep(0.5)

    def click(self, x, y):
        xdotool("mousemove", x, y)
        time.sleep(0.2)
        xdotool("click", 1)
        time.sleep(0.3)

    def drag(self, start, by):
        xdotool("mousemove", *start)
        time.sleep(0.2)
        xdotool("mousedown", 1)
        for _ in range(8):
            xdotool("mousemove_relative", "--", by[0] // 8, by[1] // 8)
            time.sleep(0.05)
        xdotool("mouseup", 1)
        time.sleep(0.3)

    def save(self, condition):
        """Saves until the file says what it should."""
        def saved():
            self.key("ctrl+s")
            time.sleep(0.3)
            document = json.loads(self.path.read_text(encoding="utf-8"))
            return document if condition(document) else None
        return wait_for("the saved file to hold what was done", saved, 10)


def run(driver):
    original = json.loads(driver.path.read_text(encoding="utf-8"))
    # A single component stands in the middle of the canvas at 100 %, its name below it.
    def dragged():
        driver.drag((MIDDLE[0], MIDDLE[1] - 12), (80, 48))
        driver.key("ctrl+s")
        time.sleep(0.5)
        document = json.loads(driver.path.read_text(encoding="utf-8"))
        return document if document["components"][0]["at"] != [0, 0] else None
    # Again where the drawing was not there yet: the first thing that is done waits for a slow machine.
    document = wait_for("the dragged component to move", dragged, 30)
    assert document["components"][0]["at"] == [80, 48], document["components"]
    driver.key("ctrl+z")
    document = driver.save(lambda d: d["components"][0]["at"] == [0, 0])
    assert document["components"] == original["components"], document

    # Opening the list, choosing and naming in one go: no letter is lost between them.
    for name in ("payment", "checkout", "invoices"):
        driver.type_at_once("ctrl+k", *"lambda", "Return", *name, "Return")
        document = driver.save(lambda d: len(d["components"]) == 2)
        assert document["components"][1]["kind"] == "lambda-function", document["components"]
        assert document["components"][1].get("label") == name, document["components"]
        if name != "invoices":
            driver.key("ctrl+z", "ctrl+z")
            driver.save(lambda d: len(d["components"]) == 1)

    # The new one is selected and the canvas has the keyboard: just typing names it, in any script.
    driver.type("결제 2")
    driver.key("Return")
    driver.save(lambda d: d["components"][1].get("label") == "결제 2")
    driver.type("x")
    driver.key("Escape")
    driver.save(lambda d: d["components"][1].get("label") == "결제 2")

    # Connect it to the other one from a list.
    driver.key("ctrl+l")
    driver.type("web")
    driver.key("Return")
    document = driver.save(lambda d: len(d["connections"]) == 1)
    assert document["connections"][0]["to"] == "web", document["connections"]
    driver.key("Delete")
    driver.save(lambda d: len(d["connections"]) == 0)

    # Nothing is selected: as it is read, the one that stands higher is first.
    driver.key("Tab", "Tab", "F2")
    driver.type("Frontend")
    driver.key("Return")
    document = driver.save(lambda d: d["components"][0].get("label") == "Frontend")
    driver.key("Right", "shift+Right")
    document = driver.save(lambda d: d["components"][0]["at"] == [9, 0])

    # Nothing is left unsaved, so it closes without asking.
    driver.key("ctrl+q")
    assert driver.process.wait(10) == 0


def main():
    with tempfile.TemporaryDirectory() as folder:
        path = pathlib.Path(folder) / "drive.loadpath"
        path.write_text(DOCUMENT, encoding="utf-8")
        os.environ.update(HOME=folder, XDG_DATA_HOME=folder, XDG_CONFIG_HOME=folder, DBUS_SESSION_BUS_ADDRESS="none:")
        driver = Driver(sys.argv[1], path)
        try:
            run(driver)
        except BaseException:
            subprocess.run(["import", "-window", "root", str(pathlib.Path.cwd() / "drive-failure.png")], check=False)
            raise
        finally:
            driver.process.kill()
            driver.process.wait()
    print("ok")


main()
