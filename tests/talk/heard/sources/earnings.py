"""Calls of companies with their investors from many countries, with numbered speakers; none of those that judge us."""

import csv

REPOSITORY = "revdotcom/speech-datasets"
FILES = ["earnings22/transcripts/nlp_references/*.nlp"]
KIND = "investor calls"
LANGUAGE = "en"
LICENCE = "CC BY-SA 4.0"


def turns(text):
    speaker, said = None, ""
    for row in csv.DictReader(text.splitlines(), delimiter="|", quoting=csv.QUOTE_NONE):
        if row["speaker"] != speaker:
            if said:
                yield f"Speaker {speaker}", said.strip()
            speaker, said = row["speaker"], ""
        said += f"{' ' if row['token'] not in '/%' else ''}{row['token']}{row['punctuation'] or ''}"
    if said:
        yield f"Speaker {speaker}", said.strip()
