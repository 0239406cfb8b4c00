"""A suite: a vault of people or companies, and questions about names whose answers are known.

Everything that measures the resolver takes suites in this one form, wherever the names come from.
"""

import collections
import json
import pathlib
import random
from dataclasses import dataclass, field

from rapidfuzz import process
from rapidfuzz.distance import JaroWinkler

SEED = 20251124
OTHERS = 4  # people in a meeting beside the one who is meant, or resembled
RESEMBLES = "stranger who resembles"
ANY = "any stranger"  # counts for calibration only


@dataclass
class Case:
    """A name as somebody wrote or said it, and whom it means."""

    mention: str
    truth: str | None  # the title of the note that is meant; None: nobody in the vault
    kind: str  # the row of the table
    present: list[str] = field(default_factory=list)  # titles of those who took part; nobody: asked without a meeting
    said: tuple[str, int, list[str]] | None = None  # the turn, where the name stands in it, who speaks before and after


@dataclass
class Suite:
    name: str
    titles: list[str]
    cases: list[Case]
    about: str = "person"  # or "company"
    real_base_rate: bool = False  # strangers are as frequent as in meetings

    def write(self, folder: pathlib.Path) -> None:
        """Writes `vault/`, `questions.jsonl` as `namesake resolve` reads them, and `truth.jsonl`."""
        paths, taken = {}, set()
        for title in self.titles:
            base = "".join(c for c in title if c not in '\\/:*?"<>|#^[]').strip(". ")[:100] or "x"
            stem, count = base, 2
            while stem.casefold() in taken:
                stem, count = f"{base} {count}", count + 1
            taken.add(stem.casefold())
            paths[title] = f"{'People' if self.about == 'person' else 'Companies'}/{stem}.md"
        for title, path in paths.items():
            note = folder / "vault" / path
            note.parent.mkdir(parents=True, exist_ok=True)
            note.write_text(f"---\ntype: {self.about}\ntitle: {json.dumps(title, ensure_ascii=False)}\n---\n", encoding="utf-8")
        with (folder / "questions.jsonl").open("w", encoding="utf-8") as questions, (folder / "truth.jsonl").open("w", encoding="utf-8") as truths:
            for id_, case in enumerate(self.cases):
                question = {"id": id_, "mention": case.mention, "kind": self.about, "participants": [paths[title] for title in case.present]}
                if case.said:
                    turn, at, speakers = case.said
                    question["said"] = {"turn": turn, "at": len(turn[:at].encode()), "speakers": [paths[one] for one in speakers]}
                truth = {"id": id_, "mention": case.mention, "truth": paths.get(case.truth), "kind": case.kind, "rate": self.real_base_rate}
                print(json.dumps(question, ensure_ascii=False), file=questions)
                print(json.dumps(truth, ensure_ascii=False), file=truths)


def of_records(name, records, vault_size, about="person", most=600):
    """A suite of records, each a list of names of one bearer: some are in the vault, the rest are strangers.

    Asked are the other names of those in the vault, and of the strangers those who resemble somebody in the vault most.
    People are asked about alone and in a meeting with the one who is meant, or resembled.
    """
    chance = random.Random(f"{SEED} {name}")
    records = [list(dict.fromkeys(record)) for record in records if record]
    chance.shuffle(records)
    shared = collections.Counter(one.casefold() for record in records for one in record)
    vault, outside = records[:vault_size], records[vault_size:]
    titles = list(dict.fromkeys(record[0] for record in vault if shared[record[0].casefold()] == 1))
    known = set(titles)
    cases = []

    def ask(mention, truth, kind, close_to):
        cases.append(Case(mention, truth, f"{kind}, alone"))
        if about == "person":
            others = chance.sample(titles, min(OTHERS, len(titles)))
            cases.append(Case(mention, truth, f"{kind}, met", sorted({close_to, *others})))

    for record in vault:
        if record[0] in known:
            for other in record[1:]:
                if shared[other.casefold()] == 1:
                    ask(other, record[0], relation(record[0], other), record[0])
    strangers = [record[0] for record in outside if shared[record[0].casefold()] == 1]
    for stranger in strangers:
        close, likeness = most_alike(stranger, titles)
        if likeness >= 0.8:
            ask(stranger, None, RESEMBLES, close)
    right = [case for case in cases if case.truth]
    wrong = [case for case in cases if not case.truth]
    chosen = chance.sample(right, min(most, len(right))) + chance.sample(wrong, min(most, len(wrong)))
    cases.clear()
    for stranger in chance.sample(strangers, min(most // 2, len(strangers))):
        ask(stranger, None, ANY, chance.choice(titles))
    return Suite(name, titles, chosen + cases, about)


def most_alike(name, titles):
    title, likeness, _ = process.extractOne(name.casefold(), titles, scorer=JaroWinkler.similarity, processor=str.casefold)
    return title, likeness


def relation(title, other):
    """How another name of the same bearer differs."""
    if not other.isascii() and not any("a" <= c <= "z" for c in other.casefold()):
        return "other script"
    one, two = words(title), words(other)
    if one == two:
        return "same words"
    if sorted(one) == sorted(two):
        return "order"
    if set(one) < set(two) or set(two) < set(one):
        return "more or fewer words"
    return "some words differ" if set(one) & set(two) else "all words differ"


def words(name):
    return "".join(c if c.isalnum() else " " for c in name.casefold()).split()
