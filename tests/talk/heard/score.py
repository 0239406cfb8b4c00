#!/usr/bin/env python3
"""How the finder of commitments does on sources that its weights had no part in: score.py FEATURES [TALKS]

FEATURES as for fit.py. TALKS is what `heard_features --scores WEIGHTS < talks.jsonl` prints with weights fitted without
podcasts and talks (see README.md). Prints the table by source, today's grammar beside it, and draws curve.svg.
"""

import json
import pathlib
import sys

from model import left_out, read

SURE, LIKELY = 0.65, 0.4  # as in the rule
THREE_HOURS = 30_000  # words


def share(part, whole):
    return f"{part / whole:.2f} ({part}/{whole})" if whole else "-"


def row(name, sentences, is_shown):
    shown = [sentence for sentence in sentences if is_shown(sentence)]
    right = sum(sentence.is_task for sentence in shown)
    tasks = sum(sentence.is_task for sentence in sentences)
    return f"| {name} | {share(right, len(shown))} | {share(right, tasks)} |"


def table(title, sentences, p):
    print(f"\n{title}\n\n| | precision | recall |\n|---|---|---|")
    for name, is_shown in (
        ("the grammar alone", lambda s: s.grammar),
        ("likely", lambda s: p[s.id] >= LIKELY),
        ("sure", lambda s: p[s.id] >= SURE),
    ):
        print(row(name, sentences, is_shown))


def curve(sentences, p):
    ordered = sorted(sentences, key=lambda sentence: -p[sentence.id])
    tasks, right, points = sum(s.is_task for s in sentences), 0, []
    for index, sentence in enumerate(ordered, 1):
        right += sentence.is_task
        if p[sentence.id] > 0 and index >= 10:
            points.append((right / tasks, right / index))
    shown = [s for s in sentences if s.grammar]
    right = sum(s.is_task for s in shown)
    return points, (right / tasks, right / len(shown))


def picture(points, grammar, path):
    at = lambda recall, precision: (60 + 400 * recall, 260 - 240 * precision)
    line = " ".join(f"{x:.1f},{y:.1f}" for x, y in (at(*point) for point in points))
    ticks = "".join(
        f'<text x="50" y="{at(0, step / 5)[1] + 4:.0f}" text-anchor="end">{step / 5:.1f}</text>'
        f'<text x="{at(step / 5, 0)[0]:.0f}" y="278" text-anchor="middle">{step / 5:.1f}</text>'
        f'<path d="M60 {at(0, step / 5)[1]:.0f}H460" stroke="#ddd"/>'
        for step in range(6)
    )
    x, y = at(*grammar)
    path.write_text(
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 480 300" font-family="sans-serif" font-size="11">'
        f'<rect width="480" height="300" fill="#fff"/>{ticks}'
        f'<polyline points="{line}" fill="none" stroke="#3366cc" stroke-width="2"/>'
        f'<circle cx="{x:.1f}" cy="{y:.1f}" r="4" fill="#cc3333"/><text x="{x + 8:.1f}" y="{y - 4:.1f}">the grammar alone</text>'
        '<text x="260" y="294" text-anchor="middle">recall, sentences drawn by cues</text>'
        '<text x="64" y="14">precision, sources left out of the fit</text></svg>\n',
        encoding="utf-8",
    )


def talks(path):
    words = {}
    offers = {}
    with open(path, encoding="utf-8") as lines:
        for meeting in map(json.loads, lines):
            source = meeting["source"]
            words[source] = words.get(source, 0) + meeting["words"]
            grammar, likely, sure = offers.setdefault(source, [0, 0, 0])
            heard = meeting["heard"]
            offers[source] = [
                grammar + min(10, sum(bool(found) for _, _, found in heard)),
                likely + min(10, sum(p >= LIKELY for _, p, _ in heard)),
                sure + min(10, sum(p >= SURE for _, p, _ in heard)),
            ]
    print("\nOffers in three hours (30,000 words) of podcasts and talks, at most ten of a recording\n")
    print("| source | words | the grammar alone | likely | sure |\n|---|---|---|---|---|")
    total = [0, 0, 0]
    for source, found in sorted(offers.items()):
        rates = [f"{count * THREE_HOURS / words[source]:.2f}" for count in found]
        total = [one + other for one, other in zip(total, found)]
        print(f"| {source} | {words[source]:,} | {' | '.join(rates)} |")
    rates = [f"{count * THREE_HOURS / sum(words.values()):.2f}" for count in total]
    print(f"| all | {sum(words.values()):,} | {' | '.join(rates)} |")


def main(features, scores=None):
    sentences = read(features)
    p = left_out(sentences)
    real = [sentence for sentence in sentences if sentence.source != "invented"]
    stretches = [s for s in real if s.drawn_as == "s"]
    cued = [s for s in real if s.drawn_as in ("c", "k")]
    table(f"Whole stretches: {len(stretches)} sentences of 30 meetings", stretches, p)
    table(f"Drawn by cues: {len(cued)} sentences of meetings and calls", cued, p)
    table(f"Podcasts and talks: {sum(s.drawn_as in ('t', 'tc') for s in real)} sentences", [s for s in real if s.drawn_as in ("t", "tc")], p)
    print("\nBy source, sure, drawn by cues\n\n| source | precision | recall | the grammar's precision | its recall |\n|---|---|---|---|---|")
    for source in sorted({s.source for s in cued}):
        mine = [s for s in cued if s.source == source]
        sure = row(source, mine, lambda s: p[s.id] >= SURE)
        print(sure + row("", mine, lambda s: s.grammar)[4:])
    points, grammar = curve(cued, p)
    picture(points, grammar, pathlib.Path(__file__).parent / "curve.svg")
    if scores:
        talks(scores)


if __name__ == "__main__":
    if len(sys.argv) not in (2, 3):
        sys.exit(__doc__)
    main(*sys.argv[1:])
