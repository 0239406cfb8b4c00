"""Podcasts about Python, as captions with a time, some with names."""

import re

from transcripts import blocks

REPOSITORY = "talkpython/talk-python-transcripts"
FILES = ["transcripts/[45][0-9][0-9]-*.txt"]
KIND = "podcasts"
LANGUAGE = "en"
LICENCE = "GPL-3.0"


def turns(text):
    return blocks(lines(text))


def lines(text):
    speaker = ""
    for line in text.splitlines():
        line = re.sub(r"^(?:\d+:)?\d+:\d\d(?:\.\d+)?\s*", "", line.strip())
        label = re.match(r"^<v ([^>]*)>(.*)$", line)
        if label:
            speaker, line = label[1], label[2].replace("</v>", "")
        if line:
            yield speaker, line
