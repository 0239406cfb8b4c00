"""Weekly calls of a standards group at the W3C, as its transcriber heard them: names, few full stops; often a guest presents."""

import re

from transcripts import joined

REPOSITORY = "w3c-ccg/meetings"
FILES = ["202[2345]-[01][0-9]-[0-3][0-9]/irc.log", "202[2345]-*-vc-education/irc.log"]
KIND = "standards calls"
LANGUAGE = "en"
LICENCE = "W3C Software and Document License"
HEARD = re.compile(r"^\[[^\]]*\]\t<Transcriber>\t([^:]{2,60}): +(.*)$")


def turns(text):
    heard = (HEARD.match(line) for line in text.splitlines())
    return joined((m[1].replace("_", " ").strip(), m[2]) for m in heard if m and m[1] not in ("Meeting", "Topic", "Chair", "Scribe", "Agenda", "Subtopic"))
