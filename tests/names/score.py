#!/usr/bin/env python3
"""Asks the release build about every suite and prints its tables: score.py SUITES [--picture FILE.svg]

For each suite: precision of what is done by itself, F1 of what is done by itself or asked about (the right one first),
the same of RapidFuzz and Jaro-Winkler at the best threshold for that suite, strangers linked and asked about, and the
expected calibration error. Below each suite, its kinds of names.
"""

import collections
import json
import pathlib
import subprocess
import sys

from rapidfuzz import fuzz, process, utils
from rapidfuzz.distance import JaroWinkler

ROOT = pathlib.Path(__file__).parent.parent.parent
BINARY = ROOT / "target/release/namesake"
BANDS = 10


def main(suites, *options):
    folders = sorted(path for path in pathlib.Path(suites).iterdir() if (path / "questions.jsonl").exists())
    print(f"{'suite':28} {'n':>5} {'auto':>6} {'prec':>6} {'F1':>5} {'WRat':>5} {'JW':>5} {'linked':>7} {'asked':>6} {'ECE':>6}")
    details, bands = [], collections.Counter()
    for folder in folders:
        truths = rows(folder / "truth.jsonl")
        answers = ask(folder)
        print(line(folder.name, truths, answers, peers(folder, truths)))
        by_kind = collections.defaultdict(list)
        for truth, answer in zip(truths, answers):
            by_kind[truth["kind"]].append((truth, answer))
            if truth["rate"]:
                bands.update(band(truth, answer))
        details += [f"\n{folder.name}"] + [detail(kind, pairs) for kind, pairs in sorted(by_kind.items())]
    print("\n".join(details))
    if options[:1] == ("--picture",):
        pathlib.Path(options[1]).write_text(picture(bands), encoding="utf-8")


def rows(path):
    return [json.loads(one) for one in path.read_text(encoding="utf-8").splitlines()]


def ask(folder):
    with (folder / "questions.jsonl").open() as questions:
        done = subprocess.run([BINARY, "resolve", folder / "vault"], stdin=questions, capture_output=True, text=True, check=False)
    answers = [json.loads(one) for one in done.stdout.splitlines()]
    (folder / "answers.jsonl").write_text(done.stdout, encoding="utf-8")
    return answers


def is_right(truth, answer):
    return truth["truth"] is not None and answer["best"] == truth["truth"]


def line(name, truths, answers, peer):
    pairs = list(zip(truths, answers))
    auto = [pair for pair in pairs if pair[1]["tier"] == "auto"]
    strangers = [pair for pair in pairs if pair[0]["truth"] is None]
    said = [pair for pair in pairs if pair[1]["tier"] != "none"]
    right = sum(is_right(*pair) for pair in said)
    known = len(pairs) - len(strangers)
    share = lambda part, whole: part / whole if whole else float("nan")
    return (
        f"{name:28} {len(pairs):5} {share(len(auto), len(pairs)):6.3f} {share(sum(is_right(*pair) for pair in auto), len(auto)):6.4f} "
        f"{f1(right, len(said), known):5.3f} {peer[0]:5.3f} {peer[1]:5.3f} {share(sum(a['tier'] == 'auto' for _, a in strangers), len(strangers)):7.4f} "
        f"{share(sum(a['tier'] == 'review' for _, a in strangers), len(strangers)):6.3f} {calibration(pairs):6.3f}"
    )


def f1(right, said, known):
    return 2 * right / (said + known) if said + known else float("nan")


def peers(folder, truths):
    """The best F1 that a matcher of strings reaches, with the threshold that suits this suite best."""
    paths = {}
    for note in (folder / "vault").rglob("*.md"):
        title = note.read_text(encoding="utf-8").split("title: ", 1)[1].split("\n", 1)[0]
        paths[f"{note.parent.name}/{note.name}"] = utils.default_process(json.loads(title))
    questions = rows(folder / "questions.jsonl")
    known = sum(truth["truth"] is not None for truth in truths)
    scores = []
    for scorer in (fuzz.WRatio, JaroWinkler.similarity):
        found = []
        for question, truth in zip(questions, truths):
            among = {path: paths[path] for path in question["participants"]} or paths
            _, likeness, path = process.extractOne(utils.default_process(question["mention"]), among, scorer=scorer) or (None, 0, None)
            found.append((likeness, path == truth["truth"]))
        found.sort(reverse=True)
        best = right = 0
        for said, (_, hit) in enumerate(found, 1):
            right += hit
            best = max(best, f1(right, said, known))
        scores.append(best)
    return scores


def band(truth, answer):
    """The band of the first candidate's p: how many, the sum of p, how many were right."""
    if not answer["candidates"]:
        return {}
    first = answer["candidates"][0]
    at = min(int(first["p"] * BANDS), BANDS - 1)
    return {(at, "n"): 1, (at, "p"): first["p"], (at, "right"): first["path"] == truth["truth"]}


def calibration(pairs):
    bands = collections.Counter()
    for pair in pairs:
        bands.update(band(*pair))
    total = sum(bands[at, "n"] for at in range(BANDS))
    return sum(abs(bands[at, "p"] - bands[at, "right"]) for at in range(BANDS)) / total if total else float("nan")


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
            marks.append(f'<text x="{x(p) + 8:.1f}" y="{y(right) + 14:.1f}" font-size="10">{count}</text>')
    frame = f'<rect x="{left}" y="20" width="{size}" height="{size}" fill="none" stroke="#333"/>'
    labels = f'<text x="{left}" y="{size + 50}" font-size="12">p</text><text x="4" y="16" font-size="12">right</text>'
    return f'<svg xmlns="http://www.w3.org/2000/svg" width="{size + 60}" height="{size + 60}" font-family="sans-serif">{frame}{"".join(marks)}{labels}</svg>\n'


def detail(kind, pairs):
    count = len(pairs)
    auto = sum(answer["tier"] == "auto" for _, answer in pairs)
    wrong = sum(answer["tier"] == "auto" and not is_right(truth, answer) for truth, answer in pairs)
    asked = sum(answer["tier"] == "review" for _, answer in pairs)
    found = sum(answer["tier"] != "none" and is_right(truth, answer) for truth, answer in pairs)
    return f"  {kind:44} n={count:4} auto={auto / count:.3f} wrong={wrong / count:.4f} asked={asked / count:.3f} found={found / count:.3f}"


if __name__ == "__main__":
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    main(*sys.argv[1:])
