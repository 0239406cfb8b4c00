"""Radio between a spacecraft and the ground: requests, answers, promises to look into it."""

import re

from transcripts import blanks

REPOSITORY = "Spacelog/Spacelog"
FILES = ["missions/a*/transcripts/TEC"]
KIND = "operations"
LANGUAGE = "en"
LICENCE = "NASA, public domain"


def turns(text):
    speaker, said = None, []
    for line in text.splitlines():
        label = re.match(r"^([A-Z][A-Z0-9 ()-]{0,12}):\s+(.*)$", line)
        if label or not line.strip() or line.startswith("["):
            if said:
                yield speaker, clean(said)
            speaker, said = (label[1], [label[2]]) if label else (None, [])
        elif speaker and not line.startswith("_"):
            said.append(line)
    if said:
        yield speaker, clean(said)


def clean(said):
    return blanks(re.sub(r"\[\w+:(?:[^\]|]*\|)?([^\]]*)\]", r"\1", " ".join(said)))
