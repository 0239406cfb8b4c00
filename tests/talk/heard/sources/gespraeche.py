"""German podcasts, as captions without speakers."""

import re

from transcripts import blocks

REPOSITORY = "autonompost/podcasts-transcriptions"
FILES = [f"podcasts/{name}/transcripts/*.vtt" for name in ("JungUndNaiv", "Dissens", "ZwischenZweiDeckeln", "WasTun", "Alternativlos", "PiratensenderPowerplay", "mmM", "37c3")]
KIND = "podcasts"
LANGUAGE = "de"
LICENCE = "none stated"


def turns(text):
    lines = text.splitlines()[1:]
    return blocks(("", line.strip()) for line in lines if line.strip() and not re.match(r"^[\d:.]+ --> ", line))
