#!/usr/bin/env python3
"""Writes spoken-words.txt: make_spoken_words.py GIT-DIRECTORY

The words that a recorder writes small and often, in the logs of w3c-ccg/meetings at one commit (W3C Software and Document
License), but for the meetings whose words are labelled in tests/names. First names of the census are left out. Words are
facts about a language; nothing that anybody said is kept.
"""

import collections
import csv
import pathlib
import re
import subprocess
import sys

HERE = pathlib.Path(__file__).parent
COMMIT = "67ffc7007af48f665906ec3702aadcf9bb4e3210"
LEAST, SMALL = 25, 0.9  # how often a word is there, and what part of that in small letters


def main(folder):
    git = lambda *args: subprocess.run(["git", "-C", folder, *args], capture_output=True, check=True).stdout.decode("utf-8", "replace")
    labels = HERE.parent.parent.parent / "tests/names/spoken.tsv"
    kept_apart = {row["file"] for row in csv.DictReader(labels.open(encoding="utf-8"), delimiter="\t")}
    names = {line.split("\t")[0] for line in (HERE / "first-names.tsv").read_text().splitlines() if not line.startswith("#")}
    small, all_ = collections.Counter(), collections.Counter()
    for path in git("ls-tree", "-r", "--name-only", COMMIT).splitlines():
        if path.endswith("irc.log") and path not in kept_apart:
            for turn in re.findall(r"\t<Transcriber>\t[^: ]{2,70}: (.*)", git("show", f"{COMMIT}:{path}")):
                for word in re.findall(r"[\w'’-]+", turn)[1:]:
                    all_[word.lower()] += 1
                    small[word.lower()] += word.islower()
    # Folded, a contraction has no apostrophe.
    folded = lambda word: word.replace("'", "").replace("’", "")
    words = sorted({folded(word) for word, count in all_.items() if re.fullmatch("[a-z]{2,}(['’][a-z]{1,2})?", word) and count >= LEAST and small[word] >= SMALL * count and folded(word) not in names})
    head = "# Words that a recorder writes small and often; made by make_spoken_words.py from w3c-ccg/meetings.\n"
    (HERE / "spoken-words.txt").write_text(head + "\n".join(words) + "\n", encoding="ascii")
    print(len(words))


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    main(sys.argv[1])
