#!/usr/bin/env python3
"""Writes talk for the example `heard_features`: export.py FOLDER OUT

OUT/labelled.jsonl holds every meeting that labels point to, OUT/invented.jsonl the dev half of tests/corpora/spoken (each
sentence a meeting), OUT/talks.jsonl all of the podcasts and talks. A line is a
meeting: its source, its file, its sentences (turn, speaker, words), and which of them are labelled (index, id, label).
"""

import json
import pathlib
import sys

from draw import TALKS, Source
from pointers import HERE, digits, labels, meetings


def line(source, file, said, found):
    return json.dumps(
        {
            "source": source,
            "file": file,
            "said": [[sentence.turn, sentence.speaker or "", sentence.words] for sentence in said],
            "labels": [[index, label.id, label.label] for index, label in sorted(found.items())],
        },
        ensure_ascii=False,
    )


def invented():
    with (HERE / "../../corpora/spoken/sentences.jsonl").open(encoding="utf-8") as lines:
        rows = [json.loads(row) for row in lines]
    for index, row in enumerate(row for row in rows if row["half"] == "dev"):
        said, labels = [[0, row["speaker"], row["text"]]], [[0, f"00-i-{index:03}", row["label"]]]
        yield json.dumps({"source": "invented", "file": str(index), "said": said, "labels": labels}, ensure_ascii=False)


def main(folder, out):
    out = pathlib.Path(out)
    out.mkdir(parents=True, exist_ok=True)
    with (out / "invented.jsonl").open("w", encoding="utf-8") as lines:
        for meeting in invented():
            print(meeting, file=lines)
    with (out / "labelled.jsonl").open("w", encoding="utf-8") as lines:
        for meeting in meetings(folder, labels()):
            print(line(*meeting), file=lines)
    with (out / "talks.jsonl").open("w", encoding="utf-8") as lines:
        for name in sorted(path.stem for path in (HERE / "sources").glob("[!_]*.py")):
            source = Source(folder, name)
            if source.module.KIND in TALKS:
                for path, said in source.draw_files().files.items():
                    print(line(name, digits(path), said, {}), file=lines)


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    main(*sys.argv[1:])
