"""Meetings of a city's and a county's councils and boards, as a machine heard them, without speakers."""

import collections
import re

from transcripts import blocks

REPOSITORY = "zack-kimble/knox_searchable_meetings_md"
FILES = ["meetings/*/* 2[123][01][0-9]*.md"]
KIND = "councils"
LANGUAGE = "en"
LICENCE = "CC BY-SA 4.0"
ROW = re.compile(r"^\| *\d+:\d\d:\d\d\|(.*?)\| *\[source video\]")


def turns(text):
    rows = [m[1].strip() for m in map(ROW.match, text.splitlines()) if m]
    if not rows or max(collections.Counter(rows).values()) > 0.1 * len(rows):
        return  # a machine that heard nothing repeats itself
    yield from blocks(("", row) for row in rows)
