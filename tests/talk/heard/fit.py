#!/usr/bin/env python3
"""Fits the weights of the finder of commitments: fit.py FEATURES WEIGHTS [SOURCE ...]

FEATURES is what `cargo run -q --release -p namesake-core --example heard_features` prints for the lines of `labelled.jsonl`
and `invented.jsonl` (see export.py), WEIGHTS mostly `crates/namesake-transcript/data/heard.tsv`. Needs numpy, scipy and
scikit-learn. Sources that are named have no part in it.
"""

import sys

from model import fit, read

LEAST = 0.01  # of a weight that is kept


def write(table, path):
    with open(path, "w", encoding="utf-8", newline="\n") as lines:
        print("# Weights of the finder of commitments: feature and weight, in logits. Made by tests/talk/heard/fit.py.", file=lines)
        print(f"bias\t{table.pop('bias'):.3f}", file=lines)
        for name, weight in sorted(table.items()):
            if abs(weight) >= LEAST:
                print(f"{name}\t{weight:.3f}", file=lines)


if __name__ == "__main__":
    if len(sys.argv) < 3:
        sys.exit(__doc__)
    write(fit([sentence for sentence in read(sys.argv[1]) if sentence.source not in sys.argv[3:]]), sys.argv[2])
