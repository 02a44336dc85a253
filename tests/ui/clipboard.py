#!/usr/bin/env python3
"""Two programs that know nothing of each other, and the clipboard of the display between them.

usage: clipboard.py LOADPATH-DESKTOP   (on a display of its own: xvfb-run)
"""
import json
import os
import pathlib
import subprocess
import sys
import tempfile
import time

SOURCE = {
    "loadpath": 1,
    "components": [
        {"id": "main", "kind": "vpc", "at": [0, 0], "size": [400, 300]},
        {"id": "web", "kind": "ec2-instance", "in": "main", "at": [40, 60]},
        {"id": "db", "kind": "rds-instance", "in": "main", "at": [200, 60]},
    ],
    "connections": [{"id": "web-db", "kind": "traffic", "from": "web", "to": "db"}],
}


def xdotool(*arguments):
    return subprocess.run(["xdotool", *map(str, arguments)], check=False, capture_output=True, text=True).stdout


def wait_for(what, condition, seconds=30):
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        value = condition()
        if value:
            return value
        time.sleep(0.1)
    raise SystemExit(f"not within {seconds} seconds: {what}")


class Program:
    def __init__(self, path, folder, name, document, seen):
        self.file = folder / f"{name}.loadpath"
        self.file.write_text(json.dumps(document), encoding="utf-8")
        home = folder / name
        home.mkdir()
        # Without a bus they cannot become one.
        environment = dict(os.environ, HOME=str(home), DBUS_SESSION_BUS_ADDRESS="disabled:")
        for variable in ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME"):
            environment.pop(variable, None)
        self.process = subprocess.Popen([path, str(self.file)], env=environment)
        self.window = wait_for("a window", lambda: self.find_window(seen))
        seen.append(self.window)
        xdotool("windowsize", self.window, 1200, 800)
        time.sleep(1.5)

    def find_window(self, seen):
        found = xdotool("search", "--onlyvisible", "--name", ".").split()
        return next((window for window in found if window not in seen), None)

    def keys(self, *keys):
        xdotool("windowraise", self.window)
        xdotool("windowfocus", self.window)
        time.sleep(0.5)
        xdotool("mousemove", 600, 420, "click", 1)
        for key in keys:
            time.sleep(0.4)
            xdotool("key", "--clearmodifiers", key)

    def saved(self):
        try:
            return json.loads(self.file.read_text(encoding="utf-8"))
        except ValueError:
            return {}


def main():
    program = sys.argv[1]
    with tempfile.TemporaryDirectory() as folder:
        folder, seen, programs = pathlib.Path(folder), [], []
        try:
            one = Program(program, folder, "one", SOURCE, seen)
            programs.append(one)
            two = Program(program, folder, "two", {"loadpath": 1}, seen)
            programs.append(two)
            one.keys("ctrl+a", "ctrl+c")
            time.sleep(1)
            two.keys("ctrl+v")
            time.sleep(1.5)
            two.keys("ctrl+s")
            result = wait_for("the pasted components are saved", lambda: two.saved().get("components") and two.saved())
        finally:
            for started in programs:
                started.process.terminate()
                started.process.wait(timeout=20)
    assert [c["id"] for c in result["components"]] == ["main", "web", "db"], result
    assert [c.get("in") for c in result["components"]] == [None, "main", "main"], result
    assert [(c["from"], c["to"]) for c in result["connections"]] == [("web", "db")], result
    print("copied in one program, pasted in another: 3 components, 1 connection")


main()
