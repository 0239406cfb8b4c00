"""Asks RapidFuzz who is meant: names and mentions as JSON in, microseconds a mention for each way as JSON out."""

import json
import sys
import time

from rapidfuzz import distance, fuzz, process, utils

given = json.load(sys.stdin)
names = [utils.default_process(name) for name in given["names"]]
ways = {"RapidFuzz WRatio": fuzz.WRatio, "Jaro-Winkler": distance.JaroWinkler.similarity}


def microseconds(scorer, mention):
    start = time.perf_counter_ns()
    process.extract(utils.default_process(mention), names, scorer=scorer, limit=3)
    return (time.perf_counter_ns() - start) / 1000


json.dump({what: [microseconds(way, mention) for mention in given["mentions"]] for what, way in ways.items()}, sys.stdout)
