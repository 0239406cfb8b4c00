"""Stenographic records of a parliament: speeches, questions to the government and its answers."""

import html
import re

from transcripts import joined

REPOSITORY = "sevenbanisch/bundestagsreden"
FILES = ["parser/data_21/*.xml"]
KIND = "parliament"
LANGUAGE = "de"
LICENCE = "official works, free (§ 5 UrhG); the repository GPL-3.0"
PART = re.compile(r'<rede id|<p klasse="([^"]+)">(.*?)</p>|<name>([^<]*):?</name>', re.DOTALL)


def turns(text):
    return joined(parts(text))


def parts(text):
    speaker = None
    for part in PART.finditer(text):
        if part[3] is not None:
            speaker = part[3].rstrip(":")
        elif part[1] == "redner":
            speaker = html.unescape(re.sub(r"<redner.*?</redner>|<[^>]+>", "", part[2], flags=re.DOTALL)).strip().rstrip(":")
        elif part[1] and speaker and part[1] in ("J", "J_1", "O", "Z"):
            yield speaker, html.unescape(re.sub(r"<[^>]+>", "", part[2]))
