"""Committees of two parliaments, in questions and answers (in QMSum)."""

from sources._qmsum import turns

__all__ = ["turns"]

REPOSITORY = "Yale-LILY/QMSum"
FILES = ["data/Committee/all/*.json"]
KIND = "committees"
LANGUAGE = "en"
LICENCE = "MIT"
