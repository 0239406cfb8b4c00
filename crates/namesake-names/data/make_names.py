#!/usr/bin/env python3
"""Write nicknames.txt, first-names.tsv and surnames.tsv beside this file, from the PyPI packages `nicknames` 1.0.1 and `names` 0.3.0."""
import collections, csv, math, pathlib

import names, nicknames

HERE = pathlib.Path(__file__).parent
FIRST, LAST = 1500, 5000
# Pairs of the source that are mistakes: forms of another name altogether.
WRONG = {frozenset(pair.split()) for pair in (
    "robert bill", "robert billy", "robert dob", "robert dobbin", "robert rupert", "bill fred", "billy fred", "will fred",
    "aaron erin", "richard dicken", "john jean", "john jane", "michael cal")}


def nickname_table():
    with open(pathlib.Path(nicknames.__file__).parent / "names.csv", encoding="utf-8") as lines:
        rows = [(r["name1"], r["name2"]) for r in csv.DictReader(lines) if r["relationship"] == "has_nickname"]
    table = collections.defaultdict(list)
    for name, short in sorted(set(rows)):
        if frozenset((name, short)) in WRONG:
            continue
        if name.isascii() and name.isalpha() and short.isascii() and short.isalpha():
            table[name].append(short)
    yield "# A given name, then its short forms. Made by make_names.py from carltonnorthern/nicknames 1.0.1 (Apache-2.0)."
    yield from (" ".join([name, *short]) for name, short in sorted(table.items()))


def shares(*files):
    found = collections.Counter()
    for file in files:
        for line in (pathlib.Path(names.__file__).parent / file).read_text().splitlines():
            name, percent = line.split()[:2]
            found[name.lower()] += float(percent) / 100 / len(files)
    return found


def census_table(share, top):
    yield "# A name, then its rarity in half bits (-2 log2 of the share of bearers). Made by make_names.py from the 1990 US Census (public domain)."
    commonest = sorted(share.items(), key=lambda item: (-item[1], item[0]))[:top]
    yield from sorted(f"{name}\t{round(-2 * math.log2(part))}" for name, part in commonest if part > 0)


TABLES = {
    "nicknames.txt": nickname_table(),
    "first-names.tsv": census_table(shares("dist.male.first", "dist.female.first"), FIRST),
    "surnames.tsv": census_table(shares("dist.all.last"), LAST),
}
for file, lines in TABLES.items():
    (HERE / file).write_text("\n".join(lines) + "\n", encoding="utf-8")
