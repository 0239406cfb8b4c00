"""People and companies of the US Treasury's list of sanctions, with their other names (public domain)."""

import collections
import csv
import io

from suite import of_records, words

REPOSITORY = "moov-io/watchman"
FILES = ["test/testdata/sdn.csv", "test/testdata/alt.csv"]


def suites(read):
    akas = collections.defaultdict(list)
    for row in csv.reader(io.StringIO(read(FILES[1]))):
        if len(row) > 3:
            akas[row[0]].append(row[3])
    people, companies = [], []
    for row in csv.reader(io.StringIO(read(FILES[0]))):
        if len(row) < 3:
            continue
        if row[2].strip() == "individual":
            names = [turned(row[1]), *(turned(aka) for aka in akas[row[0]])]
            people.append([name for name in names if len(words(name)) > 1])
        elif row[2].strip().startswith("-0-"):
            companies.append([row[1], *akas[row[0]]])
    yield of_records("treasury people", people, 300)
    yield of_records("treasury companies", companies, 300, about="company")


def turned(name):
    """`DOE, Jane` as `Jane Doe`."""
    last, _, first = name.partition(", ")
    return f"{first} {last}".strip().title()
