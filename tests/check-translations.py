#!/usr/bin/env python3
"""Every string that a person sees is in po/ko.po, translated and with the same placeholders.

usage: check-translations.py SOURCE [--update]
--update writes po/POTFILES and merges new strings into po/ko.po, to be translated there. No dates are kept in it: who
wrote what and when is in the history.
"""
import pathlib
import re
import subprocess
import sys
import tempfile

MARK = re.compile(r'\b(N?_|C_|NC_|ngettext|g_dngettext|gettext)\s*\(\s*"|translatable="')
DATES = re.compile(rb'^"(?:POT-Creation|PO-Revision)-Date: .*\\n"\n', re.M)
KEYWORDS = ["_", "N_", "C_:1c,2", "NC_:1c,2", "ngettext:1,2", "g_dngettext:2,3"]


def sources(root):
    files = [p for top in ("app", "ui") for ending in ("*.c", "*.h", "*.ui") for p in (root / top).rglob(ending)]
    files += list((root / "data").glob("*.in")) + list((root / "data").glob("*.xml"))
    marked = [p for p in files
              if MARK.search(p.read_text(encoding="utf-8")) or p.name.endswith((".desktop.in", ".metainfo.xml.in"))]
    return sorted(str(p.relative_to(root)) for p in marked)


def extract(root, files, out):
    command = ["xgettext", "--from-code=UTF-8", "--add-comments=TRANSLATORS", "--no-wrap", "--sort-by-file",
               "--package-name=loadpath", f"--directory={root}", f"--output={out}"]
    command += [f"--keyword={k}" for k in KEYWORDS]
    command += [f"--flag={f}" for f in ("_:1:pass-c-format", "N_:1:pass-c-format", "ngettext:1:pass-c-format",
                                        "ngettext:2:pass-c-format")]
    subprocess.run(command + files, check=True, stderr=subprocess.DEVNULL)


def update(root, files):
    (root / "po/POTFILES").write_text("\n".join(files) + "\n", encoding="utf-8")
    with tempfile.TemporaryDirectory() as folder:
        pot = pathlib.Path(folder) / "loadpath.pot"
        extract(root, files, pot)
        po = root / "po/ko.po"
        if not po.exists():
            subprocess.run(["msginit", "--no-translator", "--locale=ko_KR.UTF-8", "-i", pot, "-o", po], check=True)
        subprocess.run(["msgmerge", "--quiet", "--no-fuzzy-matching", "--no-wrap", "--no-location",
                        "--sort-by-file", "-o", po, po, pot], check=True)
        cleaned = subprocess.run(["msgattrib", "--no-obsolete", "--no-wrap", "--no-location", po], check=True,
                                 capture_output=True).stdout
        po.write_bytes(DATES.sub(b"", cleaned))


def cut_off(pot):
    """A macro such as G_GSIZE_FORMAT ends what xgettext sees of a string, which is then never found."""
    for text in re.findall(r'^(?:msgid )?"(.*)"$', pot.read_text(encoding="utf-8"), re.M):
        if re.search(r'(?<!%)(?:%%)*%$', text):
            yield f"“{text}” is cut off by a macro; write %zu or %lld"


def complaints(root, files):
    listed = (root / "po/POTFILES").read_text(encoding="utf-8").split()
    for name in sorted(set(files) ^ set(listed)):
        yield f"po/POTFILES: {name} is " + ("missing" if name in files else "listed, but has no strings")
    with tempfile.TemporaryDirectory() as folder:
        folder = pathlib.Path(folder)
        extract(root, files, folder / "loadpath.pot")
        yield from cut_off(folder / "loadpath.pot")
        merged = folder / "ko.po"
        subprocess.run(["msgmerge", "--quiet", "--no-fuzzy-matching", "-o", merged, root / "po/ko.po",
                        folder / "loadpath.pot"], check=True)
        for kind in ("--untranslated", "--only-fuzzy"):
            left = subprocess.run(["msgattrib", kind, "--no-obsolete", "--no-wrap", merged], check=True,
                                  capture_output=True, text=True).stdout
            for text in re.findall(r'^msgid "(.+)"$', left, re.M):
                yield f"po/ko.po: {kind[2:]}: {text}"
        checked = subprocess.run(["msgfmt", "--check", "-o", "/dev/null", root / "po/ko.po"], capture_output=True,
                                 text=True)
        if checked.returncode:
            yield checked.stderr


def main():
    root = pathlib.Path(sys.argv[1]).resolve()
    files = sources(root)
    if "--update" in sys.argv:
        update(root, files)
    found = list(complaints(root, files))
    print("\n".join(found))
    print(f"{len(files)} files with strings, {len(found)} complaints")
    return 1 if found or len(files) < 10 else 0


sys.exit(main())
