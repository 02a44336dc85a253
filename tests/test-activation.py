#!/usr/bin/env python3
"""The desktop starts the installed program over D-Bus: with a file, with its action, and as the service that it is.

usage: test-activation.py MESON BUILD   (on a display of its own: on-display.sh)
"""
import os
import pathlib
import subprocess
import sys
import tempfile
import time

APP_ID = "io.github.loadpath.Loadpath"
PATH = "/io/github/loadpath/Loadpath"
SAMPLE = pathlib.Path(os.environ["LOADPATH_TEST_SOURCE"], "data/samples/three-tier.loadpath")


def wait_for(what, condition, seconds=30):
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        value = condition()
        if value:
            return value
        time.sleep(0.1)
    raise SystemExit(f"not within {seconds} seconds: {what}")


def windows():
    found = subprocess.run(["xdotool", "search", "--onlyvisible", "--name", "."], capture_output=True, text=True)
    return found.stdout.split()


def names():
    return [subprocess.run(["xdotool", "getwindowname", w], capture_output=True, text=True).stdout.strip() for w in windows()]


def call(method, *arguments):
    return subprocess.run(["gdbus", "call", "--session", "-d", APP_ID, "-o", PATH, "-m",
                           f"org.freedesktop.Application.{method}", *arguments], check=True, capture_output=True,
                          text=True, timeout=60)


def is_running():
    done = subprocess.run(["gdbus", "call", "--session", "-d", "org.freedesktop.DBus", "-o", "/org/freedesktop/DBus", "-m",
                           "org.freedesktop.DBus.NameHasOwner", APP_ID], check=True, capture_output=True, text=True)
    return "true" in done.stdout


def in_session():
    assert not is_running()
    call("Open", f"['{SAMPLE.as_uri()}']", "{}")
    wait_for("the drawing", lambda: any("Order service" in name for name in names()))
    assert len(windows()) == 1
    call("ActivateAction", "new-window", "[]", "{}")
    wait_for("another window", lambda: len(windows()) == 2)
    call("ActivateAction", "quit", "[]", "{}")
    wait_for("the program to end", lambda: not is_running())
    assert not windows()
    # As a file manager does, which reads the desktop file.
    entry = pathlib.Path(os.environ["XDG_DATA_HOME"], "applications", f"{APP_ID}.desktop")
    subprocess.run(["gio", "launch", entry, SAMPLE], check=True, timeout=60)
    wait_for("the drawing", lambda: any("Order service" in name for name in names()))
    assert is_running()
    call("ActivateAction", "quit", "[]", "{}")
    wait_for("the program to end", lambda: not is_running())
    print("ok")


def install(root):
    """Where the service is to be found, with the path that it has in this folder."""
    subprocess.run([sys.argv[1], "install", "-C", sys.argv[2], "--no-rebuild", "--quiet", "--destdir", root], check=True,
                   capture_output=True, timeout=60)
    program = next(root.rglob("bin/loadpath-desktop"))
    share = program.parent.parent / "share"
    service = share / f"dbus-1/services/{APP_ID}.service"
    text = service.read_text(encoding="utf-8")
    installed = f"/{program.relative_to(root)}"
    assert f"Exec={installed} " in text, text
    service.write_text(text.replace(installed, str(program)), encoding="utf-8")
    return share, program.parent


def main():
    if len(sys.argv) == 2:
        in_session()
        return
    with tempfile.TemporaryDirectory() as folder:
        share, programs = install(pathlib.Path(folder, "root"))
        environment = dict(os.environ, HOME=folder, XDG_DATA_HOME=str(share), XDG_CONFIG_HOME=f"{folder}/config",
                           XDG_STATE_HOME=f"{folder}/state", PATH=f"{programs}:{os.environ['PATH']}")
        done = subprocess.run(["dbus-run-session", "--", sys.executable, __file__, "in-session"], env=environment, timeout=150)
        sys.exit(done.returncode)


main()
