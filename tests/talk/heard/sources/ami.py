"""Meetings of a design team of four who play a product's development (in QMSum)."""

from sources._qmsum import turns

__all__ = ["turns"]

REPOSITORY = "Yale-LILY/QMSum"
FILES = ["data/Product/all/*.json"]
KIND = "working meetings"
LANGUAGE = "en"
LICENCE = "MIT"
