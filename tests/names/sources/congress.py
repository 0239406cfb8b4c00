"""Members of the Congress of the United States, by all their names (CC0)."""

import yaml

from suite import of_records

REPOSITORY = "unitedstates/congress-legislators"
FILES = ["legislators-current.yaml"]


def suites(read):
    members = [one["name"] for file in FILES for one in yaml.load(read(file), Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))]
    yield of_records("congress", [names(one) for one in members], 300)


def names(name):
    first, last = name["first"], name["last"]
    forms = [f"{first} {last}", name.get("official_full"), f"{last}, {first}"]
    if middle := name.get("middle"):
        forms += [f"{first} {middle} {last}", f"{first[0]}. {middle[0]}. {last}"]
    if nickname := name.get("nickname"):
        forms += [f"{nickname} {last}"]
    if suffix := name.get("suffix"):
        forms += [f"{first} {last} {suffix}"]
    return [form for form in forms if form]
