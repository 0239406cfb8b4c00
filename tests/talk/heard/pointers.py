"""Labels, and the talk that they point to.

A line of `labels.tsv` names a source, a file of it, a turn, a sentence in that turn and the sentence's words (the first
ten digits of their SHA-1). A file is named by the first ten digits of its path's SHA-1, since paths hold guests' names.
"""

import csv
import hashlib
import pathlib
import sys
from dataclasses import dataclass

from draw import Source

HERE = pathlib.Path(__file__).parent
POSITIVE = ("commitment", "request", "assigned")


@dataclass
class Label:
    id: str
    source: str
    file: str
    turn: int
    sentence: int
    sha: str
    label: str

    @property
    def part(self):
        return int(self.id.split("-")[0])

    @property
    def drawn_as(self):
        """`s` a stretch, `c` and `k` by cues, `t` a run of a talk, `tc` by cues from talks."""
        return self.id.split("-")[1].rstrip("0123456789")

    @property
    def is_task(self):
        return self.label in POSITIVE


def digits(words):
    return hashlib.sha1(words.encode()).hexdigest()[:10]


def labels(path=HERE / "labels.tsv"):
    with open(path, encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE):
            yield Label(**{**row, "turn": int(row["turn"]), "sentence": int(row["sentence"])})


def files(source):
    """The paths of a source by the digits that name them."""
    return {digits(path): path for path in source.repository.files(source.module.FILES)}


def meetings(folder, wanted):
    """Each file that labels point to: its source, its digits, its sentences and {place: label}. One whose words have changed
    stops everything."""
    by_file = {}
    for label in wanted:
        by_file.setdefault((label.source, label.file), []).append(label)
    sources = {}
    for (name, file), labels in sorted(by_file.items()):
        if name not in sources:
            source = Source(folder, name)
            sources[name] = source, files(source)
        source, paths = sources[name]
        said = source.file(paths[file])
        places = {(sentence.turn, sentence.number): index for index, sentence in enumerate(said)}
        found = {}
        for label in labels:
            index = places.get((label.turn, label.sentence))
            if index is None or said[index].sha != label.sha:
                sys.exit(f"{label.id} is not in {name} {file} as it was")
            found[index] = label
        yield name, file, said, found
