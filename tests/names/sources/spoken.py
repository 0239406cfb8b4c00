"""Words of five working meetings that a transcriber heard, labelled by reading: whom they name, or nobody.

`spoken.tsv` points to them and holds nothing that was said: the line of the log, the word of the turn, the participant as
the log writes them, or `-`. Drawn were words that are like a part of a participant's name, and those after “thanks” or
“go ahead”; names that are no such word were added while reading, and words whose meaning was not clear were left out.
"""

import csv
import pathlib
import re

from suite import Case, Suite, words

REPOSITORY = "w3c-ccg/meetings"
LABELS = pathlib.Path(__file__).parent.parent / "spoken.tsv"
WORD = re.compile(r"[\w'’-]+")
# Labels that are account names, as the person is called.
NAMES = {"mprorock": "Mike Prorock", "pauld_gs1": "Paul Dietrich"}


def labels():
    with LABELS.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines, delimiter="\t"))


FILES = sorted({row["file"] for row in labels()})


def suites(read):
    cases, titles = [], []
    for file in FILES:
        log = read(file).split("\n")
        turns, people = meeting(log)
        present = list(dict.fromkeys(name(label) for label in people))
        titles += present
        order = sorted(turns)
        for row in labels():
            if row["file"] != file:
                continue
            line, word = map(int, row["line.word"].split("."))
            said = list(WORD.finditer(turns[line][1]))
            mention = re.sub(r"['’]s$", "", said[word].group())
            speakers = neighbours(turns, order, line)
            sort = "nobody"
            truth = None
            if row["means"] != "-":
                truth = name(row["means"])
                sort = "lone, right" if mention.casefold() in words(truth) else "lone, garbled"
            turn = turns[line][1]
            cases.append(Case(mention, truth, sort, present, (turn, said[word].start(), [name(one) for one in speakers])))
    yield Suite("standards calls", list(dict.fromkeys(titles)), cases, real_base_rate=True)


def meeting(log):
    """The turns by their line, each with its speaker's label, and the labels of all who are there."""
    turns, people = {}, []
    for at, line in enumerate(log):
        turn = re.match(r"\[[^\]]*\]\t<Transcriber>\t([^: ]{2,70}): (.*)", line)
        if turn and turn[1] not in ("Meeting", "Topic", "Present"):
            turns[at] = (turn[1], turn[2])
        there = re.match(r"\[[^\]]*\]\t<([^>]*)>\tpresent\+", line)
        people += [there[1]] if there else []
    return turns, people + [speaker for speaker, _ in turns.values()]


def neighbours(turns, order, line):
    """Whoever speaks next, and whoever spoke before."""
    own = turns[line][0]
    at = order.index(line)
    after = next((turns[one][0] for one in order[at + 1:] if turns[one][0] != own), None)
    before = next((turns[one][0] for one in reversed(order[:at]) if turns[one][0] != own), None)
    return [one for one in (after, before) if one]


def name(label):
    plain = re.sub(r"_\(.*|_//.*|_-_.*|_/_.*|,_.*|_GS1$", "", label)
    return NAMES.get(label) or plain.replace("_", " ").replace(".", " ").title()
