#!/usr/bin/env python3
"""bench-command.py BUILD: the `loadpath` command as a whole process: wall time, CPU time (from which growth
is reckoned) and peak memory, which is never less than that of the Python that starts it."""

import math
import os
import statistics
import subprocess
import sys
import tempfile
import time

BUILD = sys.argv[1]
LOADPATH = os.path.join(BUILD, "app", "cli", "loadpath")
MAKE = os.path.join(BUILD, "tests", "bench", "make-architecture")


def run(arguments):
    """Milliseconds on the clock, milliseconds of CPU, MB."""
    before = time.perf_counter()
    process = subprocess.Popen(arguments, stdout=subprocess.DEVNULL)
    usage = os.wait4(process.pid, 0)[2]
    return ((time.perf_counter() - before) * 1e3, (usage.ru_utime + usage.ru_stime) * 1e3, usage.ru_maxrss / 1e3)


def measure(name, size, runs, arguments, last, output=None):
    wall, cpu, memory = (statistics.median(column) for column in zip(*[run(arguments) for _ in range(runs)]))
    line = "%10d  %-22s %9.1f ms %9.1f ms CPU %8.1f MB" % (size, name, wall, cpu, memory)
    if output:
        line += "  wrote %.2f MB" % (os.path.getsize(output) / 1e6)
    if name in last:
        line += "   N^%.2f" % (math.log(cpu / last[name][1]) / math.log(size / last[name][0]))
    print(line, flush=True)
    last[name] = (size, cpu)


def make(folder, size, *more):
    path = os.path.join(folder, "-".join(["architecture", str(size), *more]) + ".loadpath")
    with open(path, "wb") as file:
        subprocess.run([MAKE, str(size), *more], stdout=file, check=True)
    subprocess.run([LOADPATH, "fmt", path], stdout=subprocess.DEVNULL, check=True)
    return path


def main():
    last = {}
    with tempfile.TemporaryDirectory() as folder:
        for size in (10, 1000, 10000, 100000):
            path, svg = make(folder, size), os.path.join(folder, "out.svg")
            runs = 9 if size <= 10000 else 3
            measure("check", size, runs, [LOADPATH, "check", "--fail-on", "never", path], last)
            measure("fmt --check", size, runs, [LOADPATH, "fmt", "--check", path], last)
            if size <= 10000:
                measure("export", size, 5, [LOADPATH, "export", path, "-o", svg], last, svg)
                measure("export --plain", size, 5, [LOADPATH, "export", "--plain", path, "-o", svg], last, svg)
        for size in (1000, 10000):
            path = make(folder, size, "tangle")
            measure("export of a tangle", size, 1, [LOADPATH, "export", path, "-o", svg], last, svg)


main()
