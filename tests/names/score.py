#!/usr/bin/env python3
"""Asks the release build about every suite and prints its tables: score.py SUITES

For each suite: precision of what is done by itself, F1 of what is done by itself or asked about (the right one first),
the same of RapidFuzz and Jaro-Winkler at the best threshold for that suite, and strangers linked and asked about.
Below each suite, its kinds of names. How far probabilities are off is left to `calibrate.py`.
"""

import collections
import json
import os
import pathlib
import subprocess
import sys

from rapidfuzz import fuzz, process, utils
from rapidfuzz.distance import JaroWinkler

from suite import ANY

ROOT = pathlib.Path(__file__).parent.parent.parent
BINARY = ROOT / os.environ.get("NAMESAKE", "target/release/namesake")


def main(suites):
    folders = sorted(path for path in pathlib.Path(suites).iterdir() if (path / "questions.jsonl").exists())
    print(f"{'suite':28} {'n':>5} {'auto':>6} {'prec':>6} {'F1':>5} {'WRat':>5} {'JW':>5} {'linked':>7} {'asked':>6}")
    details = []
    for folder in folders:
        truths = rows(folder / "truth.jsonl")
        answers = ask(folder)
        counted = [at for at, truth in enumerate(truths) if not truth["kind"].startswith(ANY)]
        truths, answers = [truths[at] for at in counted], [answers[at] for at in counted]
        print(line(folder.name, truths, answers, peers(folder, truths)))
        by_kind = collections.defaultdict(list)
        for truth, answer in zip(truths, answers):
            by_kind[truth["kind"]].append((truth, answer))
        details += [f"\n{folder.name}"] + [detail(kind, pairs) for kind, pairs in sorted(by_kind.items())]
    print("\n".join(details))


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
        f"{share(sum(a['tier'] == 'review' for _, a in strangers), len(strangers)):6.3f}"
    )


def f1(right, said, known):
    return 2 * right / (said + known) if said + known else float("nan")


def peers(folder, truths):
    """The best F1 that a matcher of strings reaches, with the threshold that suits this suite best."""
    paths = {}
    for note in (folder / "vault").rglob("*.md"):
        title = note.read_text(encoding="utf-8").split("title: ", 1)[1].split("\n", 1)[0]
        paths[f"{note.parent.name}/{note.name}"] = utils.default_process(json.loads(title))
    questions = [one for one, truth in zip(rows(folder / "questions.jsonl"), rows(folder / "truth.jsonl")) if not truth["kind"].startswith(ANY)]
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


def detail(kind, pairs):
    count = len(pairs)
    auto = sum(answer["tier"] == "auto" for _, answer in pairs)
    wrong = sum(answer["tier"] == "auto" and not is_right(truth, answer) for truth, answer in pairs)
    asked = sum(answer["tier"] == "review" for _, answer in pairs)
    found = sum(answer["tier"] != "none" and is_right(truth, answer) for truth, answer in pairs)
    return f"  {kind:44} n={count:4} auto={auto / count:.3f} wrong={wrong / count:.4f} asked={asked / count:.3f} found={found / count:.3f}"


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    main(sys.argv[1])
