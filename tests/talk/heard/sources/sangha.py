"""Meetings of the board of a small association, as a machine heard them: numbered speakers, who does what until when."""

from transcripts import joined, labelled

REPOSITORY = "musoniusr/dhammarato-site"
FILES = ["src/content/blog/*-open-sangha-foundation-meeting-*.md", "src/content/blog/2023-08-08-open-sangha-foundation-8-8-23.md"]
KIND = "board meetings"
LANGUAGE = "en"
LICENCE = "none stated"


def turns(text):
    return joined(labelled(text))
