#!/usr/bin/env python3
"""bench-window.py BUILD: the window under Xvfb: frames of the canvas, its memory, and the start beside that of
gtk4-widget-factory. Says so where a program that it needs is missing."""

import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

BUILD = os.path.abspath(sys.argv[1])
SOURCE = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
ENVIRONMENT = dict(os.environ, GDK_BACKEND="x11", GSK_RENDERER="cairo", GSETTINGS_BACKEND="memory", GTK_A11Y="none",
                   GSETTINGS_SCHEMA_DIR=os.path.join(BUILD, "data"))
DISPLAY = ["xvfb-run", "-a", "-s", "-screen 0 1280x900x24 -noreset"]
STARTS = 5


def frames(folder, size):
    path = os.path.join(folder, "%d.loadpath" % size)
    with open(path, "wb") as file:
        subprocess.run([os.path.join(BUILD, "tests", "bench", "make-architecture"), str(size)], stdout=file, check=True)
    print("%d components" % size, flush=True)
    try:
        subprocess.run(DISPLAY + [os.path.join(BUILD, "tests", "ui", "bench-canvas"), path], env=ENVIRONMENT, timeout=60)
    except subprocess.TimeoutExpired:
        print("did not end within a minute")


def mapped(arguments):
    """Milliseconds until a window of the program is on the screen."""
    before = time.perf_counter()
    process = subprocess.Popen(arguments, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    search = subprocess.run(
        ["xdotool", "search", "--sync", "--all", "--onlyvisible", "--pid", str(process.pid), "--name", "."],
        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, timeout=20)
    passed = (time.perf_counter() - before) * 1e3
    process.terminate()
    process.wait()
    return passed if search.returncode == 0 else None


def starts():
    programs = {"loadpath-desktop": [os.path.join(BUILD, "ui", "loadpath-desktop"),
                                     os.path.join(SOURCE, "data", "samples", "three-tier.loadpath")]}
    factory = shutil.which("gtk4-widget-factory")
    if factory:
        programs["gtk4-widget-factory"] = [factory]
    times = {name: [] for name in programs}
    for _ in range(STARTS):
        for name, arguments in programs.items():
            passed = mapped(arguments)
            if passed is not None:
                times[name].append(passed)
    medians = {name: statistics.median(all) for name, all in times.items() if all}
    for name, median in medians.items():
        print("start to a mapped window: %-22s %7.0f ms" % (name, median))
    if len(medians) == 2:
        print("ratio %.2f" % (medians["loadpath-desktop"] / medians["gtk4-widget-factory"]))
    elif not factory:
        print("no ratio: gtk4-widget-factory is not installed (gtk-4-examples)")


def main():
    if sys.argv[2:] == ["starts"]:
        return starts()
    if not os.path.exists(os.path.join(BUILD, "tests", "ui", "bench-canvas")):
        return print("skipped: the window was not built")
    if shutil.which("xvfb-run") is None:
        return print("skipped: xvfb-run is not installed")
    with tempfile.TemporaryDirectory() as folder:
        frames(folder, 1000)
        frames(folder, 10000)
    if shutil.which("xdotool") is None:
        return print("no start: xdotool is not installed")
    subprocess.run(DISPLAY + [sys.executable, os.path.abspath(__file__), BUILD, "starts"], env=ENVIRONMENT)


main()
