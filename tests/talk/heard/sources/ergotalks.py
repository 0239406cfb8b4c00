"""Talks of one person before an open-source community."""

from transcripts import joined, labelled

REPOSITORY = "cannonQ/ergo-transcripts"
FILES = ["public/data/calls/202[45]*_transcript.txt"]
KIND = "talks"
LANGUAGE = "en"
LICENCE = "AGPL-3.0"


def turns(text):
    found = list(labelled(text))
    return joined(found) if len({speaker for speaker, _ in found}) == 1 else ()
