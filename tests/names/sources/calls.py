"""Names as four recorders heard them in investors' calls, beside what was said (Earnings-21, CC BY-SA 4.0).

Only calls whose number is odd; the even ones are kept aside.
"""

import collections
import csv
import io
import json
import re

from rapidfuzz.distance import Levenshtein

from suite import Case, Suite, words

REPOSITORY = "revdotcom/speech-datasets"
FILES = ["earnings21/transcripts/nlp_references", "earnings21/transcripts/wer_tags", "earnings21/output/amazon",
         "earnings21/output/google", "earnings21/output/microsoft", "earnings21/output/speechmatics", "earnings21/speaker-metadata.csv"]
RECORDERS = ["amazon", "google", "microsoft", "speechmatics"]
PRESENT = 10
AROUND = 12  # words that are looked at before and behind a name


def suites(read):
    speakers, names = collections.defaultdict(list), {}
    for row in csv.DictReader(io.StringIO(read("earnings21/speaker-metadata.csv"))):
        if len(words(row["speaker_name"])) > 1:
            speakers[row["file_id"]].append(row["speaker_name"].strip())
            names[row["file_id"], row["speaker_id"]] = row["speaker_name"].strip()
    everybody = sorted({name for names in speakers.values() for name in names})
    noted = everybody[::2]
    present_cases, absent_cases = [], []
    for call in sorted(speakers):
        if int(call) % 2 == 0:
            continue
        said = tokens(read(f"earnings21/transcripts/nlp_references/{call}.nlp"))
        speaker_of = [line.split("|")[1] for line in read(f"earnings21/transcripts/nlp_references/{call}.nlp").splitlines()[1:] if line.split("|")[0]]
        labels = json.loads(read(f"earnings21/transcripts/wer_tags/{call}.wer_tag.json"))
        people = list(dict.fromkeys(speakers[call]))
        spans = [(start, end, owner(said[start:end], people)) for start, end in spans_of(said, labels, "PERSON")]
        first = list(dict.fromkeys(who for _, _, who in spans if who))
        present = [*first, *(one for one in people if one not in first)][:PRESENT]
        for recorder in RECORDERS:
            heard = tokens(read(f"earnings21/output/{recorder}/{call}.nlp"))
            places = aligned([norm(token) for token, _ in said], [norm(token) for token, _ in heard])
            for start, end, who in spans:
                where = places(start, end)
                if who not in present or where is None:
                    continue
                mention = re.sub(r"['’]s$", "", " ".join(token for token, _ in heard[where[0]:where[1]])).strip(" ,.")
                if not mention or len(words(mention)) > 5:
                    continue
                right = " ".join(token for token, _ in said[start:end])
                shape = "full" if len(words(right)) > 1 else "lone"
                state = "right" if words(re.sub(r"['’]s$", "", right)) == words(mention) else "garbled"
                kind = f"{shape}, {state}"
                turn, at = around(heard, *where)
                near = [names.get((call, one)) for one in neighbours(speaker_of, start)]
                near = [one for one in near if one in present]
                present_cases.append(Case(mention, who, kind, present, (turn, at, near)))
                if who not in noted:
                    among = [one for one in present if one in noted]
                    absent_cases.append(Case(mention, None, f"{kind}, no note", among, (turn, at, [one for one in near if one in noted])))
    yield Suite("calls", everybody, present_cases, real_base_rate=True)
    yield Suite("calls, half without notes", noted, absent_cases, real_base_rate=True)


def around(heard, start, end):
    """The words that were heard around a name, and where it begins among them."""
    before = "".join(f"{token} " for token, _ in heard[max(0, start - AROUND):start])
    return before + " ".join(token for token, _ in heard[start:end + AROUND]), len(before)


def neighbours(speaker_of, at):
    """Who speaks next, and who spoke before."""
    own = speaker_of[at]
    after = next((one for one in speaker_of[at:] if one != own), None)
    before = next((one for one in reversed(speaker_of[:at]) if one != own), None)
    return [one for one in (after, before) if one]


def tokens(text):
    """The words of a call, each with the ids of its labels."""
    rows = [line.split("|") for line in text.splitlines()[1:]]
    return [(row[0], re.findall(r"'(\d+)'", row[7]) if len(row) > 7 else []) for row in rows if row[0]]


def spans_of(said, labels, kind):
    spans, at = [], 0
    while at < len(said):
        ids = [one for one in said[at][1] if labels.get(one, {}).get("entity_type") == kind]
        end = at + 1
        while ids and end < len(said) and ids[0] in said[end][1]:
            end += 1
        if ids:
            spans.append((at, end))
        at = end
    return spans


def norm(token):
    return "".join(c for c in re.sub(r"['’]s$", "", token.casefold()) if c.isalnum())


def owner(span, people):
    """Whose name was said: the one of the call who has all its words."""
    parts = {norm(token) for token, _ in span} - {""}
    fit = [one for one in people if parts and parts <= {norm(word) for word in one.split()}]
    return fit[0] if len(fit) == 1 else None


def aligned(said, heard):
    """Gives, for a stretch of what was said, the stretch that was heard; None where its sides were not heard right."""
    at = {}
    for code in Levenshtein.opcodes(said, heard):
        if code.tag == "equal":
            at.update(zip(range(code.src_start, code.src_end), range(code.dest_start, code.dest_end)))

    def place(first, last):
        before, after = at.get(first - 1), at.get(last)
        return None if before is None or after is None else (before + 1, after)

    return place
