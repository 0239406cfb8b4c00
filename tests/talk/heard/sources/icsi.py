"""Weekly meetings of research groups at a university (in QMSum)."""

from sources._qmsum import turns

__all__ = ["turns"]

REPOSITORY = "Yale-LILY/QMSum"
FILES = ["data/Academic/all/*.json"]
KIND = "working meetings"
LANGUAGE = "en"
LICENCE = "MIT"
