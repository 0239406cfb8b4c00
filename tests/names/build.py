#!/usr/bin/env python3
"""Writes the suites: build.py SOURCES OUT [SUITE-FILE ...]

SOURCES holds each repository as a folder `OWNER+NAME`, as `fetch.py` brings them. Nothing of them is committed.
"""

import importlib
import pathlib
import shutil
import sys

HERE = pathlib.Path(__file__).parent
ROOT = HERE.parent.parent


def main(sources, out, *only):
    for file in sorted((HERE / "sources").glob("*.py")):
        if only and file.stem not in only:
            continue
        module = importlib.import_module(f"sources.{file.stem}")
        base = ROOT if module.REPOSITORY is None else pathlib.Path(sources) / module.REPOSITORY.replace("/", "+")
        if not base.exists():
            print(f"{file.stem}: {base} is not there; fetch.py brings it", file=sys.stderr)
            continue
        for suite in module.suites(lambda path: (base / path).read_text(encoding="utf-8-sig")):
            folder = pathlib.Path(out) / suite.name.replace(", ", "-").replace(" ", "-")
            shutil.rmtree(folder, ignore_errors=True)
            folder.mkdir(parents=True)
            suite.write(folder)
            print(f"{suite.name}: {len(suite.titles)} notes, {len(suite.cases)} questions")


if __name__ == "__main__":
    if len(sys.argv) < 3:
        sys.exit(__doc__)
    main(*sys.argv[1:])
