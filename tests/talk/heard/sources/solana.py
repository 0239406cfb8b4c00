"""Calls of the developers of an open-source project, written down with names and lightly edited."""

from transcripts import joined, labelled

REPOSITORY = "solana-foundation/core-community-call"
FILES = ["call-notes/*.md"]
KIND = "project calls"
LANGUAGE = "en"
LICENCE = "none stated"


def turns(text):
    return joined(labelled(text))
