#!/usr/bin/env python3
"""docs/reference.md is what the program says of itself, and every function in it is explained by a person.

usage: check-reference.py LOADPATH SOURCE [--update]
"""
import difflib
import os
import pathlib
import re
import subprocess
import sys


def main():
    loadpath, source = sys.argv[1], pathlib.Path(sys.argv[2])
    path = source / "docs" / "reference.md"
    said = subprocess.run([loadpath, "reference"], capture_output=True, text=True, check=True, timeout=60,
                          env={**os.environ, "LANGUAGE": "en", "LC_ALL": "C.UTF-8"}).stdout
    if "--update" in sys.argv:
        path.write_text(said, encoding="utf-8")
    written = path.read_text(encoding="utf-8") if path.exists() else ""
    found = list(difflib.unified_diff(written.splitlines(), said.splitlines(), "docs/reference.md", "loadpath reference",
                                      lineterm="", n=0))
    explained = "".join((source / "docs" / name).read_text(encoding="utf-8") for name in ("rules.md", "expressions.md"))
    functions = sorted(set(re.findall(r"^- `(?:[\w()]+\.)?(\w+)\(", said, re.M)))
    missing = [name for name in functions if not re.search(rf"\b{name}\(", explained)]
    print("\n".join(found[:60]))
    for name in missing:
        print(f"{name}(): is not explained in docs/rules.md")
    return 1 if found or missing or not functions else 0


if __name__ == "__main__":
    sys.exit(main())
