"""Podcasts about software, with names."""

from transcripts import joined, labelled

REPOSITORY = "thechangelog/transcripts"
FILES = ["podcast/the-changelog-[56]*.md", "friends/*.md", "jsparty/js-party-3*.md", "practicalai/practical-ai-2*.md"]
KIND = "podcasts"
LANGUAGE = "en"
LICENCE = "CC BY-SA 4.0"


def turns(text):
    return joined(labelled(text))
