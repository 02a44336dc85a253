#!/usr/bin/env python3
"""Closes a run of the tests with one line that counts them: summary.py BUILD"""
import json
import pathlib
import sys


def main():
    log = pathlib.Path(sys.argv[1]) / "meson-logs" / "testlog.json"
    results = [json.loads(line)["result"] for line in log.read_text().splitlines()]
    skipped = sum(r == "SKIP" for r in results)
    passed = sum(r in ("OK", "EXPECTEDFAIL") for r in results)
    failed = len(results) - passed - skipped
    print(f"{passed} passed, {failed} failed" + (f", {skipped} skipped" if skipped else ""))


main()
