#!/usr/bin/env python3
"""How far two readings of the same sentences agree: agreement.py

`second.tsv` is a second reading, by somebody else and without a look at the first. Cohen's kappa for task or none, and
the counts.
"""

import collections
import csv
import pathlib

from pointers import HERE, POSITIVE, labels


def kappa(pairs):
    total = sum(pairs.values())
    same = sum(count for (one, other), count in pairs.items() if one == other) / total
    first, second = collections.Counter(), collections.Counter()
    for (one, other), count in pairs.items():
        first[one] += count
        second[other] += count
    chance = sum(first[label] * second[label] for label in first) / total**2
    return (same - chance) / (1 - chance)


def main():
    first = {label.id: label.label for label in labels()}
    with open(pathlib.Path(HERE) / "second.tsv", encoding="utf-8", newline="") as lines:
        second = {row["id"]: row["label"] for row in csv.DictReader(lines, delimiter="\t")}
    both = [(first[id_], label) for id_, label in second.items() if id_ in first]
    tasks = collections.Counter((one in POSITIVE, other in POSITIVE) for one, other in both)
    print(f"{len(both)} sentences read twice")
    print(f"task or none: kappa {kappa(tasks):.2f}; both a task {tasks[True, True]}, the first only {tasks[True, False]}, "
          f"the second only {tasks[False, True]}, neither {tasks[False, False]}")
    print(f"all labels: kappa {kappa(collections.Counter(both)):.2f}")
    print("where they differ about a task (first, second):")
    for (one, other), count in collections.Counter(
        pair for pair in both if (pair[0] in POSITIVE) != (pair[1] in POSITIVE)
    ).most_common():
        print(f"  {one} / {other}: {count}")


if __name__ == "__main__":
    main()
