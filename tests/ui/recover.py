#!/usr/bin/env python3
"""Work that survives: the window is edited by keys, killed, ended and started again; what is there is read from the
files that it saves.

usage: recover.py LOADPATH-DESKTOP [PICTURES]   (on a display of its own: xvfb-run)
PICTURES: a folder for screenshots of each state
"""
import json
import os
import pathlib
import signal
import subprocess
import sys
import tempfile
import time

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


def wait_for(what, condition, seconds=30):
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        value = condition()
        if value:
            return value
        time.sleep(0.1)
    raise SystemExit(f"not within {seconds} seconds: {what}")


def xdotool(*arguments):
    return subprocess.run(["xdotool", *map(str, arguments)], check=True, capture_output=True, text=True).stdout


class Window:
    def __init__(self, program, *arguments):
        self.process = subprocess.Popen([program, *map(str, arguments)])
        self.id = wait_for("a window", self.find)
        xdotool("windowsize", self.id, 1280, 860)
        xdotool("windowfocus", self.id)
        time.sleep(2)

    def find(self):
        found = subprocess.run(["xdotool", "search", "--onlyvisible", "--name", "."], capture_output=True, text=True)
        return found.stdout.split()[-1] if found.stdout.split() else None

    def title(self):
        return xdotool("getwindowname", self.id).strip()

    def key(self, *keys):
        for key in keys:
            xdotool("key", "--clearmodifiers", key)
            time.sleep(0.3)

    def rename(self, name):
        """The first component; the keyboard must be in the drawing."""
        self.key("F6", "Tab", "F2")
        xdotool("type", "--delay", "30", name)
        time.sleep(0.3)
        self.key("Return")

    def end(self, number):
        self.process.send_signal(number)
        self.process.wait(20)
        wait_for("the window to go", lambda: not self.find())
        return self.process.returncode


class Story:
    def __init__(self, program, folder, pictures):
        self.program, self.folder, self.pictures = program, folder, pictures
        self.path = folder / "orders.loadpath"
        self.path.write_text(DOCUMENT, encoding="utf-8")
        self.journals = folder / "state/loadpath/journal"

    def start(self, *arguments):
        self.window = Window(self.program, *arguments)
        return self.window

    def picture(self, name):
        if self.pictures:
            subprocess.run(["import", "-window", "root", str(self.pictures / f"{name}.png")], check=False)

    def label(self):
        return json.loads(self.path.read_text(encoding="utf-8"))["components"][0].get("label")

    def n_journals(self, ending=".journal"):
        return len(list(self.journals.glob(f"*{ending}"))) if self.journals.exists() else 0

    def saved(self, label):
        """Saves until the file says so."""
        def there():
            self.window.key("ctrl+s")
            return self.label() == label
        wait_for(f"the file to say {label}", there)

    def edit(self, name):
        """Until it is kept: the drawing may not be there yet."""
        def kept():
            self.window.rename(name)
            text = "".join(p.read_text(encoding="utf-8") for p in self.journals.glob("*.journal")) \
                if self.n_journals() else ""
            return name in text
        wait_for("the edit to be kept", kept)

    def killed(self):
        window = self.start(self.path)
        assert self.n_journals() == 0
        self.edit("Frontend")
        time.sleep(0.5)
        assert window.end(signal.SIGKILL) == -signal.SIGKILL
        assert self.label() is None and self.n_journals() == 1

    def restored(self):
        self.killed()
        window = self.start()
        wait_for("the restored drawing", lambda: window.title().startswith("•"))
        self.picture("restored")
        self.saved("Frontend")
        wait_for("the journal to go", lambda: self.n_journals() == 0)
        self.picture("restored-and-saved")
        window.key("ctrl+q")
        assert window.process.wait(20) == 0

    def terminated(self):
        """As at a logout, and opened by name: it is the restored one that is shown."""
        window = self.start(self.path)
        self.edit("Billing")
        assert window.end(signal.SIGTERM) == 0
        assert self.label() == "Frontend" and self.n_journals() == 1
        window = self.start(self.path)
        wait_for("the restored drawing", lambda: window.title().startswith("•"))
        self.saved("Billing")
        window.key("ctrl+q")
        assert window.process.wait(20) == 0

    def changed_meanwhile(self):
        window = self.start(self.path)
        self.edit("Mine")
        window.end(signal.SIGKILL)
        self.path.write_text(DOCUMENT.replace('"at"', '"label": "Theirs", "at"'), encoding="utf-8")
        window = self.start()
        wait_for("the restored drawing", lambda: window.title().startswith("•"))
        self.picture("changed-meanwhile")
        assert self.label() == "Theirs"
        window.end(signal.SIGKILL)
        assert self.n_journals() == 1
        for path in self.journals.glob("*"):
            path.unlink()

    def attempt(self):
        """At a scenario it saves itself: killed half a second after an edit nothing is missing, and nothing is asked."""
        path = self.folder / "loadpath/attempts/ha-web-three-tier.loadpath"
        path.parent.mkdir(parents=True)
        path.write_text(DOCUMENT.replace('"waivers": []', '"waivers": [],\n  "scenario": "ha-web-three-tier"'),
                        encoding="utf-8")

        def says(name):
            return json.loads(path.read_text(encoding="utf-8"))["components"][0].get("label") == name

        def edited(name):
            """Until it is there: the drawing may not be."""
            def done():
                self.window.rename(name)
                time.sleep(0.5)
                return says(name)
            wait_for(f"the attempt to say {name}", done)

        window = self.start(path)
        edited("Frontend")
        window.end(signal.SIGKILL)
        window = self.start(path)
        wait_for("the window to be settled", lambda: not window.title().startswith("•"))
        edited("Backend")
        self.picture("attempt")
        xdotool("key", "--clearmodifiers", "ctrl+z", "ctrl+q")
        assert window.process.wait(20) == 0
        assert says("Frontend") and self.n_journals() == 0
        wait_for("the window to go", lambda: not window.find())

    def damaged(self):
        window = self.start(self.path)
        self.edit("First")
        window.end(signal.SIGKILL)
        journal = next(self.journals.glob("*.journal"))
        journal.write_bytes(b"nonsense" + journal.read_bytes())
        window = self.start()
        time.sleep(1)
        self.picture("damaged")
        assert self.n_journals() == 0 and self.n_journals(".damaged") == 1
        window.end(signal.SIGKILL)


def main():
    with tempfile.TemporaryDirectory() as folder:
        pictures = pathlib.Path(sys.argv[2]) if len(sys.argv) > 2 else None
        os.environ.update(HOME=folder, XDG_DATA_HOME=folder, XDG_CONFIG_HOME=folder, XDG_STATE_HOME=f"{folder}/state",
                          DBUS_SESSION_BUS_ADDRESS="none:")
        story = Story(sys.argv[1], pathlib.Path(folder), pictures)
        try:
            for part in (story.restored, story.terminated, story.changed_meanwhile, story.attempt, story.damaged):
                print(part.__name__, flush=True)
                part()
        except BaseException:
            subprocess.run(["import", "-window", "root", str(pathlib.Path.cwd() / "recover-failure.png")], check=False)
            raise
        finally:
            story.window.process.kill()
            story.window.process.wait()
    print("ok")


main()
