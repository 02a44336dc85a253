#!/usr/bin/env python3
"""Whether the examples of the rules notice when a rule is changed.

usage: mutants.py LOADPATH DIR [ID...]

Each mutant is a rule with one change: `when` or `assert` negated, or an operand of && or || taken away or negated, in
them and in what they use of `let`. The rule's own examples must fail for every one of them.
"""
import collections
import concurrent.futures
import json
import os
import pathlib
import re
import subprocess
import sys
import tempfile

OPENING, CLOSING = "([{", ")]}"


def tokens(text):
    """(position, text) of brackets, operators that separate, and whatever lies between; strings stay whole."""
    pattern = re.compile(r"""'(?:\\.|[^'\\])*'|"(?:\\.|[^"\\])*"|//[^\n]*|&&|\|\||[()\[\]{}?:,]|[^'"()\[\]{}?:,&|/]+|.""", re.S)
    return [(m.start(), m.group()) for m in pattern.finditer(text)]


def operands(text):
    """Spans (start, end, operator) of all operands of && and ||, at any depth of brackets."""
    found = []

    def close(level, end):
        ors = split(level["start"], end, [at for at, operator in level["cuts"] if operator == "||"])
        if len(ors) > 1:
            found.extend((a, b, "||") for a, b in ors)
        for a, b in ors:
            ands = split(a, b, [at for at, operator in level["cuts"] if operator == "&&" and a <= at < b])
            if len(ands) > 1:
                found.extend((x, y, "&&") for x, y in ands)

    stack = [{"start": 0, "cuts": []}]
    for at, token in tokens(text):
        if token in OPENING:
            stack.append({"start": at + 1, "cuts": []})
        elif token in CLOSING and len(stack) > 1:
            close(stack.pop(), at)
        elif token in "?:,":
            close(stack[-1], at)
            stack[-1].update(start=at + 1, cuts=[])
        elif token in ("&&", "||"):
            stack[-1]["cuts"].append((at, token))
    close(stack[-1], len(text))
    return found


def split(start, end, cuts):
    edges = [start] + [c + 2 for c in cuts]
    return list(zip(edges, cuts + [end]))


def changes(text):
    """(what was done, the new text)"""
    for start, end, operator in operands(text):
        operand = text[start:end]
        shown = " ".join(operand.split())
        kept = "true" if operator == "&&" else "false"
        if shown == kept:
            continue
        yield f"without “{shown}”", f"{text[:start]} {kept} {text[end:]}"
        yield f"with !({shown})", f"{text[:start]} !({operand}) {text[end:]}"


def source(value):
    return "\n".join(value) if isinstance(value, list) else value


def used(rule):
    """The names of `let` that decide the outcome, directly or through others."""
    deciding = " ".join(source(rule.get(member, "")) for member in ("when", "assert"))
    if isinstance(rule["for"], dict):
        deciding += " " + source(rule["for"].get("group", ""))
    names = []
    for name, value in reversed(rule.get("let", {}).items()):
        if re.search(rf"\b{name}\b", deciding):
            names.append(name)
            deciding += " " + source(value)
    return names


def mutants(rule):
    for member in ("when", "assert"):
        if member in rule:
            text = source(rule[member])
            yield f"{member} negated", {**rule, member: f"!({text})"}
            for what, changed in changes(text):
                yield f"{member} {what}", {**rule, member: changed}
    for name in used(rule):
        for what, changed in changes(source(rule["let"][name])):
            yield f"let {name} {what}", {**rule, "let": {**rule["let"], name: changed}}


def run_batch(loadpath, batch):
    """The mutants that no example notices, and those that are no rules."""
    with tempfile.TemporaryDirectory() as folder:
        for number, (_, rule) in enumerate(batch):
            changed = {**rule, "id": f"MUTANT-{number:05d}"}
            changed.pop("fixes", None)
            changed.pop("notes", None)
            pathlib.Path(folder, f"{number:05d}.json").write_text(json.dumps(changed), encoding="utf-8")
        done = subprocess.run([loadpath, "test-rules", folder], capture_output=True, text=True, timeout=600,
                              env={**os.environ, "LANGUAGE": "en", "LC_ALL": "C.UTF-8"})
    results = dict(re.findall(r"^MUTANT-(\d+): (\d+ of \d+)", done.stdout, re.M))
    for number, (what, rule) in enumerate(batch):
        result = results.get(f"{number:05d}")
        if result is None:
            error = re.search(rf"{number:05d}\.json:.*", done.stderr)
            yield rule["id"], f"{what}: is no rule any more: {error.group() if error else done.stderr[:200]}"
        elif len(set(result.split(" of "))) == 1:
            yield rule["id"], what


def main():
    loadpath, folder, *wanted = sys.argv[1:]
    rules = [json.loads(path.read_text(encoding="utf-8")) for path in sorted(pathlib.Path(folder).rglob("*.json"))]
    rules = [rule for rule in rules if not wanted or rule["id"] in wanted]
    batches, work = [], []
    for rule in rules:
        work.extend(mutants(rule))
    for start in range(0, len(work), 200):
        batches.append(work[start:start + 200])
    survivors = collections.defaultdict(list)
    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        for found in pool.map(lambda batch: list(run_batch(loadpath, batch)), batches):
            for rule, what in found:
                survivors[rule].append(what)
    for rule, found in sorted(survivors.items()):
        for what in found:
            print(f"{rule}: no example notices: {what}")
    print(f"{len(rules)} rules, {len(work)} mutants, {sum(map(len, survivors.values()))} survive")
    return 1 if survivors or not rules else 0


if __name__ == "__main__":
    sys.exit(main())
