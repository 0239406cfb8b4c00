"""Vaults of 12, 50 and 300 people, and strangers who resemble one of them, made from the census's names (public domain)."""

import random

from suite import OTHERS, SEED, Case, Suite

REPOSITORY = None  # the tables of the core
FILES = ["crates/namesake-names/data/first-names.tsv", "crates/namesake-names/data/surnames.tsv"]
ASKED = 900


def suites(read):
    firsts, lasts = ([line.split("\t")[0].title() for line in read(file).splitlines() if not line.startswith("#") and "\t" in line] for file in FILES)
    for size in (12, 50, 300):
        yield Suite(f"resembling, {size} people", *resembling(random.Random(f"{SEED} {size}"), firsts, lasts, size))


def resembling(chance, firsts, lasts, size):
    cases, titles = [], []
    while len(titles) < size:
        title = f"{chance.choice(firsts)} {chance.choice(lasts)}"
        titles += [title] if title not in titles else []
    known = set(titles)
    by_start = {}
    for last in lasts:
        by_start.setdefault(last[:2], []).append(last)
    for at in range(ASKED):
        title = titles[at % size]
        first, last = title.split()
        other_first = chance.choice(firsts)
        for kind, stranger in (
            ("surname begins alike", f"{first} {chance.choice(by_start[last[:2]])}"),
            ("same surname", f"{other_first} {last}"),
            ("same first name", f"{first} {chance.choice(lasts)}"),
            ("both begin alike", f"{chance.choice([one for one in firsts if one[0] == first[0]])} {chance.choice(by_start[last[:2]])}"),
        ):
            if stranger not in known:
                others = chance.sample(titles, min(OTHERS, size))
                cases.append(Case(stranger, None, f"{kind}, alone"))
                cases.append(Case(stranger, None, f"{kind}, met", sorted({title, *others})))
    return titles, cases
