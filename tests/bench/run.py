#!/usr/bin/env python3
"""run.py BUILD [SUBJECT...]: runs the benches, which print their figures with the size of their input.

A bench is an executable BUILD/tests/bench/bench-SUBJECT or a script tests/bench/bench-SUBJECT.py, which gets the
build folder as its argument. Times are medians of several runs; nothing here fails because a machine is slow."""

import os
import subprocess
import sys


def find(build):
    here = os.path.dirname(os.path.abspath(__file__))
    benches = {}
    folder = os.path.join(build, "tests", "bench")
    for name in os.listdir(folder) if os.path.isdir(folder) else []:
        path = os.path.join(folder, name)
        if name.startswith("bench-") and os.path.isfile(path) and os.access(path, os.X_OK):
            benches[name[len("bench-"):]] = [path]
    for name in os.listdir(here):
        if name.startswith("bench-") and name.endswith(".py"):
            benches[name[len("bench-"):-len(".py")]] = [sys.executable, os.path.join(here, name), build]
    return benches


def main():
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    benches = find(sys.argv[1])
    chosen = sys.argv[2:] or sorted(benches)
    status = 0
    for subject in chosen:
        if subject not in benches:
            sys.exit("there is no bench %s; there are: %s" % (subject, ", ".join(sorted(benches))))
        print("\n== %s" % subject, flush=True)
        if subprocess.run(benches[subject]).returncode != 0:
            print("bench %s did not finish" % subject, file=sys.stderr)
            status = 1
    sys.exit(status)


main()
