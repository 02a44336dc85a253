#!/usr/bin/env python3
"""Compiles everything under the given folders into one GResource as C source.

usage: bundle.py COMPILER PREFIX OUTPUT DEPFILE FOLDER...

Each FOLDER is "NAME=PATH": the files of PATH become PREFIX/NAME/FILE. The depfile names the files and the
folders, so that a file that is added or taken away is seen by the next build without any list to edit.
"""

import os
import subprocess
import sys
from xml.sax.saxutils import escape, quoteattr

ENDINGS = (".css", ".json", ".svg", ".loadpath", ".drawio")


def main():
    compiler, prefix, output, depfile, *folders = sys.argv[1:]
    files, seen = [], []
    for folder in folders:
        name, path = folder.split("=", 1)
        if not os.path.isdir(path):
            seen.append(os.path.dirname(path))
        for where, below, names in os.walk(path):
            below.sort()
            seen.append(where)
            for leaf in sorted(names):
                if leaf.endswith(ENDINGS):
                    source = os.path.join(where, leaf)
                    alias = os.path.join(name, os.path.relpath(source, path))
                    files.append((alias, source))
    manifest = output + ".xml"
    with open(manifest, "w", encoding="utf-8") as out:
        out.write(f"<gresources>\n<gresource prefix={quoteattr(prefix)}>\n")
        for alias, source in files:
            out.write(f"<file alias={quoteattr(alias)}>{escape(source)}</file>\n")
        out.write("</gresource>\n</gresources>\n")
    # Without a destructor: threads that read what the program knows may outlive main().
    subprocess.run([compiler, "--generate-source", "--manual-register", "--c-name", "lp_data",
                    "--sourcedir", "/", "--target", output, manifest], check=True)
    with open(depfile, "w", encoding="utf-8") as out:
        paths = seen + [source for _, source in files]
        out.write(f"{output}: " + " ".join(p.replace(" ", "\\ ") for p in paths) + "\n")


if __name__ == "__main__":
    main()
