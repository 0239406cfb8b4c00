"""Weekly calls of an open-source community with names: reports, questions, plans."""

from transcripts import joined, labelled

REPOSITORY = "cannonQ/ergo-transcripts"
FILES = ["public/data/calls/202[45]*_transcript.txt"]
KIND = "project calls"
LANGUAGE = "en"
LICENCE = "AGPL-3.0"


def turns(text):
    found = list(labelled(text))
    return joined(found) if len({speaker for speaker, _ in found}) > 2 else ()  # the others are talks
