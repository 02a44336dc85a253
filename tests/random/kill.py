#!/usr/bin/env python3
"""Killed (-9) at random moments of a run of edits: what was committed half a second before is there again, every time.

usage: kill.py KILL-DRIVER [RUNS [SEED]]

Each run edits, undoes, saves and pauses at random until it is killed. What the next start shows must be a state that
the run was in at the moment of the kill or less than half a second before, or one step further than it had said yet.
Three runs in four go on where the one before was killed, with what was restored; the others begin with a new file.
"""
import os
import pathlib
import random
import signal
import subprocess
import sys
import tempfile
import time

GRACE = 0.5
EMPTY = '{\n  "loadpath": 1,\n  "components": [],\n  "connections": [],\n  "comments": [], "waivers": []\n}\n'


def run_until_killed(driver, file, journals, seed, seconds):
    """The states as (time, checksum) in their order, and when the kill was."""
    process = subprocess.Popen([driver, file, journals, str(seed)], stdout=subprocess.PIPE)
    first = process.stdout.readline()
    time.sleep(seconds)
    killed = time.clock_gettime(time.CLOCK_MONOTONIC)
    process.send_signal(signal.SIGKILL)
    lines = (first + process.stdout.read()).decode().splitlines()
    process.wait()
    return [(int(when) / 1e6, checksum) for when, checksum in map(str.split, lines)], killed


def restore(driver, file, journals):
    done = subprocess.run([driver, file, journals, "restore"], capture_output=True, text=True, check=True, timeout=60)
    return done.stdout.rstrip("\n").split(" ", 3)


def age(states, killed, checksum, beside):
    """How long before the kill the newer state was there that is missing; 0: none is. None: it never was so."""
    if states[-1][1] in beside and all(state[1] != checksum for state in states):
        return 0  # killed between the step and the word of it
    matching = [i for i, state in enumerate(states) if state[1] == checksum]
    if not matching:
        return None
    last = matching[-1]
    return 0 if last + 1 == len(states) else killed - states[last + 1][0]


def main():
    driver, runs = sys.argv[1], int(sys.argv[2]) if len(sys.argv) > 2 else 300
    seed = int(sys.argv[3]) if len(sys.argv) > 3 else random.randrange(1 << 30)
    rng = random.Random(seed)
    ages, restored, steps, failures = [], 0, 0, 0
    with tempfile.TemporaryDirectory() as folder:
        folder = pathlib.Path(folder)
        for run in range(runs):
            file, journals = folder / f"orders-{run // 4}.loadpath", folder / f"journal-{run // 4}"
            if not file.exists():
                file.write_text(EMPTY, encoding="utf-8")
            states, killed = run_until_killed(driver, file, journals, rng.randrange(1 << 30), rng.uniform(0.02, 1.4))
            checksum, less, more, words = restore(driver, file, journals)
            lost = age(states, killed, checksum, (less, more))
            steps += len(states) - 1
            restored += words != "saved"
            left = [name for name in os.listdir(journals) if not name.endswith(".journal")] if journals.exists() else []
            if lost is None or lost > GRACE or left or words not in ("saved",
                                                                     "Restored: changes that were not saved are here."):
                failures += 1
                print(f"run {run} (seed {seed}): lost {lost}, left {left}, {words}, {len(states)} states", flush=True)
            else:
                ages.append(lost)
    ages.sort()
    lost_any = [a for a in ages if a > 0]
    print(f"{runs} kills, {steps} steps, {restored} times restored, {runs - restored} times all was saved")
    print(f"{failures} times something older than {GRACE} s was lost; {len(lost_any)} times a step of the last "
          f"{1000 * max(lost_any, default=0):.1f} ms")
    return 1 if failures or restored < runs // 3 else 0


sys.exit(main())
