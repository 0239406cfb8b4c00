#!/usr/bin/env python3
"""Brings the sources of the labelled talk into a folder: fetch.py FOLDER

Each is a public repository at one commit, whose hash is the checksum of all its files. Only the files that a source
reads are checked out. The labels point into them; none of their text is kept here.
"""

import importlib
import pathlib
import subprocess
import sys

HERE = pathlib.Path(__file__).parent
COMMITS = {
    "autonompost/podcasts-transcriptions": "8ba9bf3ee6e559b68031cf6cc4a9bd5b6344bb64",
    "cannonQ/ergo-transcripts": "dc91c1ad12689fe73d1f30b555d85911bad8faba",
    "code-for-magdeburg/StadtratWatch-web": "3d70a3e2e1be0cc4e6c75848a7c3e0170a0c37db",
    "musoniusr/dhammarato-site": "d2fa1292a075e8f6e659b84b4cd354e94a59a033",
    "revdotcom/speech-datasets": "2f1a8f00bc2bd72e57a459c7ac8dae4041e3e078",
    "sevenbanisch/bundestagsreden": "3e8022f58dad313f37aac260f7d52ae13155a44e",
    "solana-foundation/core-community-call": "90fdd9d11faa9e42cef53317d36e2c7df0b96744",
    "Spacelog/Spacelog": "4d3bfefd8aae9e341d379ddd3c2cf8793c8e3e7a",
    "talkpython/talk-python-transcripts": "ddc14036af2d273937589810593f894f2c8137ea",
    "thechangelog/transcripts": "44a0e16c5919d332e05de481919fbfca90a2c90b",
    "w3c-ccg/meetings": "67ffc7007af48f665906ec3702aadcf9bb4e3210",
    "walkerdb/supreme_court_transcripts": "f8c155e23ed871118de6368bab02b0dcb7585eee",
    "Yale-LILY/QMSum": "83d7768c1f2b4dfeb091385d3dc7e239b8e5bb7e",
    "zack-kimble/knox_searchable_meetings_md": "3530270ffeb5c5928597dc56aee7b453748af56d",
}


def git(place, *args):
    subprocess.run(["git", "-C", place, *args], check=True)


def main(folder):
    files = {}
    for source in sorted((HERE / "sources").glob("[!_]*.py")):
        module = importlib.import_module(f"sources.{source.stem}")
        files.setdefault(module.REPOSITORY, set()).update(module.FILES)
    for repository, wanted in files.items():
        place = pathlib.Path(folder) / repository.replace("/", "+")
        place.mkdir(parents=True, exist_ok=True)
        git(place, "init", "--quiet")
        git(place, "fetch", "--quiet", "--depth", "1", "--filter=blob:none", f"https://github.com/{repository}", COMMITS[repository])
        git(place, "sparse-checkout", "set", "--no-cone", *(f"/{file}" for file in sorted(wanted)))
        git(place, "checkout", "--quiet", "FETCH_HEAD")
        print(repository, "at", COMMITS[repository])


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    main(sys.argv[1])
