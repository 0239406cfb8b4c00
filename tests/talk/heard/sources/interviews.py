"""Interviews about people's lives, word for word (a part of CORAAL)."""

import re

from transcripts import blanks, joined

REPOSITORY = "revdotcom/speech-datasets"
FILES = ["coraal-multi/coraal_transcripts/original/*.txt"]
KIND = "interviews"
LANGUAGE = "en"
LICENCE = "CC BY-NC-SA 4.0"


def turns(text):
    return joined(rows(text))


def rows(text):
    for line in text.splitlines()[1:]:
        parts = line.split("\t")
        words = len(parts) == 5 and blanks(re.sub(r"\([^)]*\)|<[^>]*>|[\[\]/]", " ", parts[3]))
        if words:
            yield parts[1], words
