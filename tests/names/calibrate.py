#!/usr/bin/env python3
"""Fits what a score is worth as a probability: calibrate.py SUITES [--write] [--picture FILE.svg]

Asks the release build about every suite and counts how often the first candidate is the right one, by what the name is
(person or company), whether there is a meeting, whether both name parts are compared, and the score. In a meeting hardly
anybody is a stranger, in these lists half of the names are, so names are weighted to be as frequent as in the odd calls of
Earnings-21 (`rates.py`): two thirds are of a participant, six in a hundred resemble one, half of these mean somebody else.
Through the shares an isotonic curve is drawn for each of these cases.

Printed: for each suite the expected calibration error (ten bands) of the score itself, of what the build says, and of
curves fitted without that suite. `--write` writes the curves of all suites to the data of `namesake-names`, which the
next build takes in.
"""

import bisect
import collections
import pathlib
import sys
import zlib

from score import ask, rows
from suite import ANY, RESEMBLES

OUT = pathlib.Path(__file__).parent.parent.parent / "crates/namesake-names/data/calibration.tsv"
BANDS = 10
KNOWN, ALIKE = 0.68, 0.03  # shares of all names said in a call: of those who take part; of others who resemble one of them
OTHERS = 1 - KNOWN - ALIKE
MOST = 0.999  # without an exact form
FEW = 50  # a case with fewer names has no curve of its own
PRIOR = 4.0  # so many names of all cases are added to each band of a case


def main(suites, *options):
    data = [row for folder in sorted(pathlib.Path(suites).iterdir()) for row in of_suite(folder)]
    data = weighted(data)
    names = sorted({row["suite"] for row in data})
    print(f"{'suite':26} {'n':>5} {'score':>6} {'build':>6} {'left out':>8}")
    left_out = []
    for name in names:
        own = [row for row in data if row["suite"] == name]
        curves = fit([row for row in data if row["suite"] != name])
        said = [(row, at(curves, row)) for row in own]
        left_out += said
        print(f"{name:26} {len(own):5} {error((row, row['score']) for row in own):6.3f} {error((row, row['p']) for row in own):6.3f} {error(said):8.3f}")
    print(f"{'all':26} {len(data):5} {error((row, row['score']) for row in data):6.3f} {error((row, row['p']) for row in data):6.3f} {error(left_out):8.3f}")
    diagram(left_out)
    if "--write" in options:
        OUT.write_text(table(fit(data)), encoding="utf-8")
    if "--picture" in options:
        bands = collections.Counter()
        for row, p in left_out:
            band = min(int(p * BANDS), BANDS - 1)
            bands.update({(band, "n"): row["weight"], (band, "p"): p * row["weight"], (band, "right"): row["right"] * row["weight"]})
        pathlib.Path(options[options.index("--picture") + 1]).write_text(picture(bands), encoding="utf-8")


def of_suite(folder):
    """A row for each question that somebody may be meant by; suites of strangers only have no rates, but the calls' have."""
    name = folder.name
    if not (folder / "questions.jsonl").exists() or name.startswith("resembling"):
        return
    for question, truth, answer in zip(rows(folder / "questions.jsonl"), rows(folder / "truth.jsonl"), ask(folder)):
        if name.startswith("calls"):
            among = "".join(question["participants"])
            suite, sort = f"calls, part {zlib.crc32(among.encode()) % 2 + 1}", "known" if truth["truth"] else "stranger"
        elif truth["rate"]:
            suite, sort = name, "known" if truth["truth"] else "stranger"
        else:
            kind = truth["kind"]
            suite, sort = name, "alike" if kind.startswith(RESEMBLES) else "other" if kind.startswith(ANY) else "known"
        met = bool(question["participants"])
        first = answer["candidates"][0] if answer["candidates"] else None
        row = {"suite": suite, "sort": (sort, met), "met": met, "weight": 0.0, "right": False, "p": 0.0, "score": 0.0, "case": None}
        if first:
            about = [evidence["what"] for evidence in first["evidence"]]
            both = any(what.startswith("first name") for what in about) and any(what.startswith("surname") for what in about)
            case = ("company", "", "") if question["kind"] == "company" else ("person", "met" if met else "alone", "both" if both else "one")
            row |= {"right": first["path"] == truth["truth"], "p": first["p"], "score": answer["score"], "case": case}
        yield row


def weighted(data):
    """The rows that have a candidate, weighted so that strangers are as frequent as said above and each suite counts alike."""
    count = collections.Counter((row["suite"], row["sort"]) for row in data)
    share = {"known": KNOWN, "alike": ALIKE, "other": OTHERS, "stranger": 1 - KNOWN}
    known = {key: many for key, many in count.items() if key[1][0] == "known"}
    total = collections.Counter()
    for (suite, _), many in known.items():
        total[suite] += many
    for row in data:
        sort, met = row["sort"]
        among = known.get((row["suite"], ("known", met)), 0) / total[row["suite"]]
        row["weight"] = 1000 * among * share[sort] / count[row["suite"], row["sort"]]
    return [row for row in data if row["case"]]


def fit(data):
    """For each case, knots of score and probability."""
    pooled = curve(data, {})
    count = collections.Counter(row["case"] for row in data)
    return {case: curve([row for row in data if row["case"] == case], pooled) for case in sorted(count) if count[case] >= FEW} | {None: pooled}


def curve(data, prior):
    """Isotonic by pooling adjacent violators, over scores rounded to hundredths."""
    sums = collections.defaultdict(lambda: [0.0, 0.0, 0])
    for row in data:
        one = sums[round(row["score"], 2)]
        one[0] += row["weight"]
        one[1] += row["weight"] * row["right"]
        one[2] += 1
    blocks = []
    for score, (weight, right, count) in sorted(sums.items()):
        # A few names say little: those of all cases are added, as heavy as these are on average.
        more = PRIOR * weight / count if prior else 0.0
        blocks.append([weight + more, right + more * (interpolated(prior, score) if prior else 0.0), score, score])
        while len(blocks) > 1 and blocks[-2][1] * blocks[-1][0] >= blocks[-1][1] * blocks[-2][0]:
            last = blocks.pop()
            blocks[-1] = [blocks[-1][0] + last[0], blocks[-1][1] + last[1], blocks[-1][2], last[3]]
    knots = {}
    for weight, right, low, high in blocks:
        knots[low] = knots[high] = min(right / weight, MOST)
    return knots


def at(curves, row):
    return interpolated(curves.get(row["case"]) or curves[None], row["score"])


def interpolated(knots, score):
    scores = sorted(knots)
    place = bisect.bisect_left(scores, score)
    if place == len(scores):
        return knots[scores[-1]]
    if place == 0:
        return knots[scores[0]]
    low, high = scores[place - 1], scores[place]
    return knots[low] + (knots[high] - knots[low]) * (score - low) / (high - low)


def error(pairs):
    """The expected calibration error over ten bands."""
    bands, total = collections.Counter(), 0.0
    for row, p in pairs:
        bands[min(int(p * BANDS), BANDS - 1)] += row["weight"] * (p - row["right"])
        total += row["weight"]
    return sum(abs(gap) for gap in bands.values()) / total if total else float("nan")


def picture(bands):
    """The reliability diagram of suites with strangers as in meetings: p on the one side, how often it was right on the other."""
    size, left = 320, 40
    x = lambda share: left + share * size
    y = lambda share: 20 + (1 - share) * size
    marks = [f'<line x1="{x(0)}" y1="{y(0)}" x2="{x(1)}" y2="{y(1)}" stroke="#999" stroke-dasharray="4"/>']
    for at in range(BANDS):
        if count := bands[at, "n"]:
            p, right = bands[at, "p"] / count, bands[at, "right"] / count
            marks.append(f'<circle cx="{x(p):.1f}" cy="{y(right):.1f}" r="{2 + count ** 0.5 / 4:.1f}" fill="#4c78a8"/>')
            marks.append(f'<text x="{x(p) + 8:.1f}" y="{y(right) + 14:.1f}" font-size="10">{count:.0f}</text>')
    frame = f'<rect x="{left}" y="20" width="{size}" height="{size}" fill="none" stroke="#333"/>'
    labels = f'<text x="{left}" y="{size + 50}" font-size="12">p</text><text x="4" y="16" font-size="12">right</text>'
    return f'<svg xmlns="http://www.w3.org/2000/svg" width="{size + 60}" height="{size + 60}" font-family="sans-serif">{frame}{"".join(marks)}{labels}</svg>\n'


def diagram(pairs):
    bands = collections.defaultdict(lambda: [0.0, 0.0, 0.0, 0])
    for row, p in pairs:
        band = bands[min(int(p * BANDS), BANDS - 1)]
        band[0] += row["weight"]
        band[1] += row["weight"] * p
        band[2] += row["weight"] * row["right"]
        band[3] += 1
    print("\nreliability, each suite left out:   p  right      n")
    for at_, (weight, p, right, count) in sorted(bands.items()):
        print(f"  {at_ / BANDS:.1f} to {(at_ + 1) / BANDS:.1f}                     {p / weight:5.3f}  {right / weight:5.3f} {count:6}")


def table(curves):
    lines = ["# What a score is worth as a probability. Made by tests/names/calibrate.py --write from the suites there.", "# case\tscore\tprobability"]
    for case, knots in curves.items():
        name = "any" if case is None else " ".join(part for part in case if part)
        lines += [f"{name}\t{score:.2f}\t{p:.4f}" for score, p in sorted(knots.items())]
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    main(*sys.argv[1:])
