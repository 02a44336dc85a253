#!/usr/bin/env python3
"""Who may include whom: every #include of app/ and ui/ against the table of the design.

usage: check-layers.py SOURCE
"""
import pathlib
import re
import sys

# A folder may include itself and what stands here.
ALLOWED = {
    "base": set(),
    "expr": {"base"},
    "layout": {"base"},
    "route": {"base"},
    "model": {"base"},
    "catalogue": {"base"},
    "resilience": {"base", "model", "catalogue"},
    "io": {"base", "model", "catalogue", "layout"},
    "rules": {"base", "expr", "model", "catalogue", "resilience"},
    "scene": {"base", "model", "catalogue", "route", "layout"},
    "render": {"base", "scene", "catalogue"},  # of the catalogue, the glyphs
    "report": {"base", "model", "catalogue", "rules", "scene", "render"},
    "transfer": {"base", "model", "rules"},
    "learning": {"base", "expr", "model", "catalogue", "io", "rules"},
    "session": {"base", "expr", "layout", "route", "model", "catalogue", "resilience", "io", "rules", "scene",
                "render", "report", "transfer", "learning"},
}
ALLOWED["cli"] = ALLOWED["session"] | {"session"}
ALLOWED["ui"] = ALLOWED["cli"] - {"cli"}
DISPLAY = re.compile(r"^(gtk|gdk|gsk|adwaita)")
INCLUDE = re.compile(r'^\s*#\s*include\s*[<"]([^">]+)[">]')


def folder_of(path, source):
    parts = path.relative_to(source).parts
    return "ui" if parts[0] == "ui" else parts[1]


def complaints(path, source):
    folder = folder_of(path, source)
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        match = INCLUDE.match(line)
        if not match:
            continue
        included = match.group(1)
        target = included.split("/")[0] if "/" in included else None
        place = f"{path.relative_to(source)}:{number}"
        if folder != "ui" and DISPLAY.match(included):
            yield f"{place}: app/ must not include {included}: it runs where there is no display"
        elif target in ALLOWED and target != folder and target not in ALLOWED[folder]:
            yield f"{place}: {folder}/ may not include {included}"


def main():
    source = pathlib.Path(sys.argv[1]).resolve()
    files = sorted(p for top in ("app", "ui") for p in (source / top).rglob("*.[ch]"))
    unknown = sorted({folder_of(p, source) for p in files} - set(ALLOWED))
    found = [f"app/{name}: a new folder needs its row in the table of check-layers.py" for name in unknown]
    if not unknown:
        found += [c for path in files for c in complaints(path, source)]
    print("\n".join(found))
    print(f"{len(files)} files, {len(found)} complaints")
    return 1 if found or len(files) < 20 else 0


sys.exit(main())
