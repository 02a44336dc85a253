#!/usr/bin/env python3
"""Somebody who works on a scenario, killed (-9) at random moments: what was drawn half a second before is there again,
and every hint that was seen and every grade that was given is recorded.

usage: kill-attempt.py ATTEMPT-DRIVER [RUNS [SEED]]

Each run goes on where the one before was killed, with edits, hints, grades and new attempts.
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


def run_until_killed(driver, journals, seed, seconds):
    """The states as (time, checksum, hints, tries) in their order, and when the kill was."""
    process = subprocess.Popen([driver, journals, str(seed)], stdout=subprocess.PIPE)
    first = process.stdout.readline()
    time.sleep(seconds)
    killed = time.clock_gettime(time.CLOCK_MONOTONIC)
    process.send_signal(signal.SIGKILL)
    lines = (first + process.stdout.read()).decode().splitlines()
    process.wait()
    states = [line.split() for line in lines]
    return [(int(when) / 1e6, checksum, int(hints), int(tries)) for when, checksum, hints, tries in states], killed


def restore(driver, journals):
    done = subprocess.run([driver, journals, "restore"], capture_output=True, text=True, check=True, timeout=60)
    checksum, hints, tries, less, more = done.stdout.split()
    return checksum, int(hints), int(tries), (less, more)


def age(states, killed, checksum, beside):
    """How long before the kill the newer drawing was there that is missing; 0: none is. None: it never was so."""
    if states[-1][1] in beside and all(state[1] != checksum for state in states):
        return 0  # killed between the step and the word of it
    matching = [i for i, state in enumerate(states) if state[1] == checksum]
    if not matching:
        return None
    newer = [state for state in states[matching[-1] + 1:] if state[1] != checksum]
    return killed - newer[0][0] if newer else 0


def is_recorded(last, hints, tries, is_start):
    """As it was said last, or as what was being done at the kill leaves it."""
    return (hints, tries) in ((last[2], last[3]), (last[2] + 1, last[3]), (last[2], last[3] + 1)) \
        or is_start and (hints, tries) == (0, last[3])


def main():
    driver, runs = sys.argv[1], int(sys.argv[2]) if len(sys.argv) > 2 else 200
    seed = int(sys.argv[3]) if len(sys.argv) > 3 else random.randrange(1 << 30)
    rng = random.Random(seed)
    ages, failures, done, hints_seen, tries_seen = [], 0, 0, 0, 0
    with tempfile.TemporaryDirectory() as folder:
        folder = pathlib.Path(folder)
        os.environ["XDG_DATA_HOME"] = str(folder / "data")
        journals = folder / "journal"
        empty = None
        for run in range(runs):
            states, killed = run_until_killed(driver, journals, rng.randrange(1 << 30), rng.uniform(0.02, 1.4))
            if empty is None:
                empty = states[0][1]
            checksum, hints, tries, beside = restore(driver, journals)
            lost = age(states, killed, checksum, beside)
            if lost is None and checksum == empty:
                lost = 0  # killed while all was begun again
            aside = [p.name for p in (folder / "data/loadpath").glob("progress.*.json")]
            done += len(states) - 1
            hints_seen, tries_seen = max(hints_seen, hints), max(tries_seen, tries)
            if lost is None or lost > GRACE or aside or not is_recorded(states[-1], hints, tries, checksum == empty):
                failures += 1
                print(f"run {run} (seed {seed}): lost {lost}, {states[-1][2:]} is {hints, tries}, {aside}", flush=True)
            else:
                ages.append(lost)
    print(f"{runs} kills, {done} things done, {failures} times something was lost; "
          f"{sum(a > 0 for a in ages)} times a step of the last {1000 * max(ages, default=0):.1f} ms")
    return 1 if failures or tries_seen == 0 or hints_seen == 0 else 0


sys.exit(main())
