#!/usr/bin/env python3
"""Counts how often names that are said in the odd calls of Earnings-21 mean a participant: rates.py SOURCES

`calibrate.py` weights its suites by these shares. Names that resemble a participant's and mean somebody else are listed,
since about half of them are other spellings of the same person, or of a thing.
"""

import collections
import csv
import io
import json
import pathlib
import sys

from rapidfuzz.distance import JaroWinkler

from sources.calls import REPOSITORY, norm, spans_of, tokens

ALIKE = 0.85


def main(sources):
    base = pathlib.Path(sources) / REPOSITORY.replace("/", "+") / "earnings21"
    read = lambda path: (base / path).read_text(encoding="utf-8-sig")
    people = collections.defaultdict(dict)
    for row in csv.DictReader(io.StringIO(read("speaker-metadata.csv"))):
        if " " in row["speaker_name"].strip():
            people[row["file_id"]][row["speaker_name"].strip()] = {norm(word) for word in row["speaker_name"].split()}
    count, alike = collections.Counter(), collections.Counter()
    for call in sorted(call for call in people if int(call) % 2):
        said = tokens(read(f"transcripts/nlp_references/{call}.nlp"))
        labels = json.loads(read(f"transcripts/wer_tags/{call}.wer_tag.json"))
        for start, end in spans_of(said, labels, "PERSON"):
            name = {norm(token) for token, _ in said[start:end]} - {""}
            if any(name <= words for words in people[call].values()):
                count["a participant"] += 1
            elif any(JaroWinkler.similarity(one, word) >= ALIKE for words in people[call].values() for word in words for one in name):
                count["resembles one"] += 1
                alike[" ".join(sorted(name))] += 1
            else:
                count["somebody else"] += 1
    total = sum(count.values())
    for kind, many in count.most_common():
        print(f"{kind:16} {many:5} {many / total:.3f}")
    print("resembling:", ", ".join(f"{name} {many}" for name, many in alike.most_common()))


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    main(sys.argv[1])
