"""People and companies of the United Nations' list of sanctions, with aliases and names in their own scripts."""

import xml.etree.ElementTree as tree

from suite import of_records, words

REPOSITORY = "moov-io/watchman"
FILES = ["test/testdata/UN_consolidated.xml"]


def suites(read):
    root = tree.fromstring(read(FILES[0]))
    people = [record for one in root.iter("INDIVIDUAL") if (record := names(one, "INDIVIDUAL_ALIAS"))]
    companies = [record for one in root.iter("ENTITY") if (record := names(one, "ENTITY_ALIAS"))]
    yield of_records("united nations people", people, 300)
    yield of_records("united nations companies", companies, 120, about="company")


def names(one, alias):
    parts = (one.findtext(f"{part}_NAME") for part in ("FIRST", "SECOND", "THIRD", "FOURTH"))
    full = " ".join(part.strip() for part in parts if part and part.strip())
    good = [entry.findtext("ALIAS_NAME") or "" for entry in one.iter(alias) if entry.findtext("QUALITY") != "Low"]
    own = one.findtext("NAME_ORIGINAL_SCRIPT") or ""
    others = [other.strip() for other in [*good, own] if len(words(other)) > 1]
    is_latin = full.isascii() or any("a" <= c <= "z" for c in full.casefold())
    return [full.title(), *(other.title() if other.isascii() else other for other in others)] if is_latin else []
