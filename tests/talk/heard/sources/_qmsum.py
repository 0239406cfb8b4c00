"""The form of QMSum's meetings, which three sources share."""

import json
import re

from transcripts import blanks


def turns(text):
    for turn in json.loads(text)["meeting_transcripts"]:
        words = re.sub(r"\{[^}]*\}", " ", turn["content"])
        words = re.sub(r"\s+([.,?!;:%)])", r"\1", blanks(words))
        words = re.sub(r"\s+('(?:s|m|re|ve|ll|d)|n't)\b", r"\1", words)
        yield turn["speaker"], words
