"""Arguments before a supreme court, with names."""

import json

from transcripts import joined

REPOSITORY = "walkerdb/supreme_court_transcripts"
FILES = ["oyez/cases/202[345].*-t01.json"]
KIND = "court"
LANGUAGE = "en"
LICENCE = "court records, public domain; Oyez CC BY-NC 4.0"


def turns(text):
    return joined(parts(json.loads(text)))


def parts(hearing):
    for section in (hearing.get("transcript") or {}).get("sections", ()):
        for turn in section["turns"]:
            speaker = (turn.get("speaker") or {}).get("name", "")
            for block in turn["text_blocks"]:
                yield speaker, block["text"]
