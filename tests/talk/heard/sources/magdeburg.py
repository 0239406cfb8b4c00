"""Sittings of a German city's council: speeches, questions and answers, as a machine heard them, with names."""

import json

REPOSITORY = "code-for-magdeburg/StadtratWatch-web"
FILES = ["data/magdeburg-*/*/session-speeches-*.json"]
KIND = "councils"
LANGUAGE = "de"
LICENCE = "MIT; the data CC0"


def turns(text):
    for speech in json.loads(text):
        if speech.get("transcription"):
            yield speech["speaker"], speech["transcription"]
