#!/usr/bin/env python3
"""The SARIF report against the standard's own schema, and what GitHub's code scanning asks beside it.

usage: check-sarif.py LOADPATH SCHEMA DOCUMENT...
"""
import json
import subprocess
import sys

try:
    import jsonschema
except ImportError:
    print("SKIP: python3-jsonschema is missing")
    sys.exit(77)


def complaints(log, schema):
    for error in jsonschema.validators.validator_for(schema)(schema).iter_errors(log):
        yield f"{'/'.join(map(str, error.absolute_path))}: {error.message}"
    for run in log["runs"]:
        rules = run["tool"]["driver"]["rules"]
        for number, rule in enumerate(rules):
            for member in ("shortDescription", "fullDescription", "help"):
                if not rule.get(member, {}).get("text"):
                    yield f"rules[{number}] ({rule['id']}): no {member}"
        if len(run["results"]) > 25000 or len(rules) > 25000:
            yield "more than code scanning takes"
        for number, result in enumerate(run["results"]):
            if not result.get("locations"):
                yield f"results[{number}]: no location"
            if rules[result["ruleIndex"]]["id"] != result["ruleId"]:
                yield f"results[{number}]: ruleIndex is that of another rule"
            if not result.get("partialFingerprints"):
                yield f"results[{number}]: nothing to tell it by the next time"
            for location in result["locations"]:
                uri = location["physicalLocation"]["artifactLocation"]["uri"]
                if "\\" in uri or " " in uri:
                    yield f"results[{number}]: {uri!r} is no URI"


def main():
    loadpath, schema, *documents = sys.argv[1:]
    done = subprocess.run([loadpath, "check", "--format", "sarif", "--fail-on", "never", *documents],
                          capture_output=True, text=True, timeout=120, check=True)
    log = json.loads(done.stdout)
    with open(schema, encoding="utf-8") as file:
        found = list(complaints(log, json.load(file)))
    print("\n".join(found))
    n = sum(len(run["results"]) for run in log["runs"])
    print(f"{n} results, {len(found)} complaints")
    return 1 if found or n == 0 else 0


if __name__ == "__main__":
    sys.exit(main())
