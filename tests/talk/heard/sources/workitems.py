"""Calls of working groups on single specifications at the W3C, as a transcriber heard them: issues, who takes them."""

from sources.credentials import turns

__all__ = ["turns"]

REPOSITORY = "w3c-ccg/meetings"
FILES = [f"202[1-5]-*-{group}/irc.log" for group in ("traceability", "traceablity", "vcapi", "vchttpapi")]
KIND = "standards calls"
LANGUAGE = "en"
LICENCE = "W3C Software and Document License"
