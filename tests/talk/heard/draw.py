#!/usr/bin/env python3
"""Draws sentences of real talk to be labelled: draw.py FOLDER DRAWN

Writes DRAWN/PART-01.tsv to PART-21.tsv, always the same, and prints what the sources hold.

FOLDER holds the sources, each as OWNER+NAME: a work tree as fetch.py makes it, or a git directory (OWNER+NAME itself, or
OWNER+NAME/repo). Files are read from the commit in fetch.py, never from what lies in the work tree.

Each part has 500 sentences: two stretches of 150 from working meetings; 125 with words that may promise or ask for
something, from all sources but talks; and 75 from talks and podcasts, 40 in two runs of 20 and 35 with such words. No
sentence of the 125 is from a meeting that gives a stretch. The `id` says which: PART-s1-007, -c-007, -t1-007, -tc-007.

Parts 16 to 21 are a further draw (PART-k-007): 500 sentences each with strong cues of undertaking or asking, from working
meetings and calls and, in German, a council; see strong.py.
"""

import collections
import hashlib
import importlib
import pathlib
import random
import re
import sys
from dataclasses import dataclass

import strong
from fetch import COMMITS
from transcripts import Repository, sentences

HERE = pathlib.Path(__file__).parent
SEED = 20261126
PARTS = 15
MOST_FILES = 60  # of one source, drawn
STRETCH = 150
STRETCHES = {"icsi": 6, "workitems": 6, "ami": 4, "sangha": 4, "ergo": 3, "magdeburg": 3, "credentials": 2, "committees": 1, "solana": 1}
CUES_OF_A_PART = 125
CUE_SHARES = {
    "workitems": 4, "credentials": 2, "sangha": 3, "icsi": 4, "ergo": 3, "ami": 2, "solana": 1, "committees": 2, "magdeburg": 3, "bundestag": 3,
    "knoxville": 2, "earnings": 2, "court": 1, "interviews": 1, "apollo": 1,
}  # fmt: skip
TALKS = ("podcasts", "talks")
RUN, RUNS_OF_A_PART, TALK_CUES_OF_A_PART = 20, 2, 35
LEAST_WORDS = 4
FURTHER_PARTS = 6
FURTHER = {  # sentences with strong cues; what a source cannot give is taken from the next of its language
    "en": {"ami": 520, "solana": 20, "sangha": 100, "ergo": 320, "workitems": 500, "icsi": 560, "credentials": 530},
    "de": {"magdeburg": 450},
}  # fmt: skip
COLUMNS = ["id", "source", "file", "turn", "sentence", "sha", "speaker", "words", "before", "after"]

# What may promise or ask, and how often each is taken.
CUES = {
    "en": [
        (3, r"\b(?:I|we)(?:'ll|’ll| will)\b"),
        (2, r"\b(?:action items?|follow(?:ing)? up|get(?:ting)? back to|on my (?:list|plate)|will do|I'm on it|take (?:that|this|it) on|make (?:a )?note|sure,|I can (?:do|take|send|write|look|try|check|make))\b|\bsure\.$"),
        (2, r"\b(?:(?:could|can|would|will) (?:you|someone|somebody|anyone)|if you (?:could|can)|please|would you mind)\b"),
        (1, r"\b(?:I can|let me|I should|I might|I'd like to|I want to)\b"),
        (2, r"\b(?:we should|(?:have|need|has|needs) to|going to|gonna|let's|are you able)\b"),
    ],
    "de": [
        (3, r"\b(?:ich|wir) (?:\w+ ){0,3}?(?:werden?|mache?n?|schicken?|kümmern?|kläre?n?|prüfe?n?|nehmen? .{1,30} mit|lieferen?|reichen? .{1,40} nach|schreiben?|melden?)\b|\b(?:werde|mache|schicke|kümmere|kläre|prüfe|nehme|liefere|schreibe|melde) ich\b"),
        (2, r"\b(?:nachreichen|nachliefern|mitnehmen|schriftlich|zukommen|zusagen|sage .{0,20} zu|zuleiten|kümmer\w+|bis (?:morgen|Montag|Ende|zum nächsten|nächste)|auf jeden Fall noch)\b"),
        (2, r"\b(?:könnte[nst]*|kannst|können|würde[nst]*) (?:du|Sie|ihr|man)\b|\bbitte\b"),
        (2, r"\b(?:wir (?:sollten|müssen|können|wollen|werden)|muss(?:t)? noch|ich (?:will|möchte|würde|kann|muss)|lasst uns|lassen Sie uns)\b"),
    ],
}  # fmt: skip


@dataclass
class Sentence:
    source: str
    file: str
    turn: int
    number: int
    speaker: str
    words: str

    @property
    def sha(self):
        return hashlib.sha1(self.words.encode()).hexdigest()[:10]


class Source:
    def __init__(self, folder, name):
        self.name = name
        self.module = importlib.import_module(f"sources.{name}")
        self.repository = Repository(folder, self.module.REPOSITORY, COMMITS[self.module.REPOSITORY])

    def file(self, path):
        """The sentences of one file; turns without words count too."""
        found = []
        for turn, (speaker, words) in enumerate(self.module.turns(self.repository.read(path))):
            for number, sentence in enumerate(sentences(words)):
                found.append(Sentence(self.name, path, turn, number, speaker, sentence))
        return found

    def draw_files(self):
        paths = self.repository.files(self.module.FILES)
        random.Random(f"{SEED} {self.name} files").shuffle(paths)
        self.files = {}
        for path in paths:
            said = self.file(path)
            if len(said) >= 2 * RUN:
                self.files[path] = said
            if len(self.files) == MOST_FILES:
                break
        return self

    def stretches(self, count):
        """From as many meetings; each third stretch is the end of one."""
        chance = random.Random(f"{SEED} {self.name} stretches")
        paths = chance.sample(sorted(path for path, said in self.files.items() if len(said) >= STRETCH and is_talk(said)), count)
        self.taken = set(paths)
        for index, path in enumerate(paths):
            said = self.files[path]
            last = len(said) - STRETCH
            first = last if index % 3 == 2 else chance.randint(0, last)
            yield said[first : first + STRETCH]

    def cues(self, count):
        """With the sentences around; the sorts of cues take turns, and no meeting gives two sentences close together."""
        chance = random.Random(f"{SEED} {self.name} cues")
        pools = []
        for weight, pattern in CUES[self.module.LANGUAGE]:
            cue = re.compile(pattern, re.IGNORECASE)
            pool = [
                (path, index)
                for path, said in self.files.items()
                if path not in self.taken
                for index, sentence in enumerate(said)
                if len(sentence.words.split()) >= LEAST_WORDS - (sentence.words.lower().startswith(("will do", "sure"))) and cue.search(sentence.words)
            ]
            chance.shuffle(pool)
            pools += [pool] * weight
        used, words, found = set(), set(), []
        while len(found) < count and any(pools):
            for pool in pools:
                while pool:
                    path, index = pool.pop()
                    said = self.files[path]
                    if (path, index) in used or said[index].words in words:
                        continue
                    used.update((path, near) for near in range(index - 2, index + 3))
                    words.add(said[index].words)
                    found.append((said[index], context(said[max(0, index - 2) : index]), context(said[index + 1 : index + 3])))
                    break
        return found[:count]

    def strong_cues(self, count, drawn, words):
        """With strong cues, from all files and not only the drawn ones; the sorts take turns, and so do the meetings."""
        chance = random.Random(f"{SEED} {self.name} strong cues")
        cues = strong.CUES[self.module.LANGUAGE]
        no, mark = strong.NO[self.module.LANGUAGE], strong.MARK[self.module.LANGUAGE]
        files, pools = {}, [[] for _ in cues]
        for path in self.repository.files(self.module.FILES):
            said = [] if path in self.taken else self.files.get(path) or self.file(path)
            if len(said) < 2 * RUN:
                continue
            files[path] = said
            for index, sentence in enumerate(said):
                if (self.name, path, sentence.turn, sentence.number) in drawn or no.search(sentence.words):
                    continue
                weak = not mark.search(sentence.words)
                for pool, (_, least, need, cue) in zip(pools, cues):
                    if len(sentence.words.split()) >= least and (need or not weak) and cue.search(sentence.words):
                        pool.append((path, index, weak and need != 2))
        for pool in pools:
            chance.shuffle(pool)
        given, found = collections.Counter(), []
        turns = [pool for (weight, *_), pool in zip(cues, pools) for _ in range(weight)]
        while len(found) < count and any(turns):
            for pool in turns:
                pool[:] = [at for at in pool if files[at[0]][at[1]].words not in words]
                if pool and len(found) < count:
                    path, index, _ = min(pool, key=lambda at: given[at[0]] + strong.WEAK * at[2])
                    said = files[path]
                    given[path] += 1
                    words.add(said[index].words)
                    found.append((said[index], context(said[max(0, index - 2) : index]), context(said[index + 1 : index + 3])))
        return found

    taken = frozenset()


def is_talk(said):
    """At least three people say a twentieth of it each."""
    return sum(count >= len(said) / 20 for count in collections.Counter(s.speaker for s in said).values()) >= 3


def context(around):
    said, speaker = [], None
    for sentence in around:
        said.append(f"[{sentence.speaker}] {sentence.words}" if sentence.speaker and sentence.speaker != speaker else sentence.words)
        speaker = sentence.speaker
    return " ".join(said)


def shares(total, weights):
    """A total over weights, in whole numbers."""
    whole = sum(weights.values())
    bounds, running = [0], 0
    for weight in weights.values():
        running += weight
        bounds.append(round(total * running / whole))
    return {name: high - low for name, low, high in zip(weights, bounds, bounds[1:])}


def draw(folder, out):
    names = sorted(path.stem for path in (HERE / "sources").glob("[!_]*.py"))
    sources = {name: Source(folder, name).draw_files() for name in names}
    for name, source in sources.items():
        turns = sum(len({sentence.turn for sentence in said}) for said in source.files.values())
        print(f"{name}\t{source.module.KIND}\t{len(source.files)} files\t{turns} turns\t{sum(map(len, source.files.values()))} sentences")
    chance = random.Random(f"{SEED} parts")

    stretches = [stretch for name, count in STRETCHES.items() for stretch in sources[name].stretches(count)]
    cues = [cue for name, count in shares(CUES_OF_A_PART * PARTS, CUE_SHARES).items() for cue in sources[name].cues(count)]
    talks = {name: 1 for name in names if sources[name].module.KIND in TALKS}
    runs = []
    for name, count in shares(RUNS_OF_A_PART * PARTS, talks).items():
        source, among = sources[name], random.Random(f"{SEED} {name} runs")
        source.taken = set(among.sample(sorted(source.files), count))
        for path in sorted(source.taken):
            first = among.randint(0, len(source.files[path]) - RUN)
            runs.append(source.files[path][first : first + RUN])
    talk_cues = [cue for name, count in shares(TALK_CUES_OF_A_PART * PARTS, talks).items() for cue in sources[name].cues(count)]
    for drawn in (stretches, cues, runs, talk_cues):
        chance.shuffle(drawn)

    out = pathlib.Path(out)
    out.mkdir(parents=True, exist_ok=True)
    drawn = [s for stretch in stretches + runs for s in stretch] + [cue[0] for cue in cues + talk_cues]
    further(sources, drawn, out)
    for part in range(PARTS):
        rows = []
        for which in (0, 1):
            rows += [(f"s{which + 1}-{index:03}", sentence, "", "") for index, sentence in enumerate(stretches[2 * part + which])]
        rows += [(f"c-{index:03}", *cue) for index, cue in enumerate(cues[part::PARTS])]
        for which in range(RUNS_OF_A_PART):
            rows += [(f"t{which + 1}-{index:03}", sentence, "", "") for index, sentence in enumerate(runs[RUNS_OF_A_PART * part + which])]
        rows += [(f"tc-{index:03}", *cue) for index, cue in enumerate(talk_cues[part::PARTS])]
        write(
            out / f"PART-{part + 1:02}.tsv",
            ([f"{part + 1:02}-{id_}", s.source, s.file, s.turn, s.number, s.sha, s.speaker, s.words, before, after] for id_, s, before, after in rows),
        )


def further(sources, drawn, out):
    """Parts 16 to 21: nothing drawn already, and nothing from a meeting that gave a stretch."""
    words = {s.words for s in drawn}
    drawn = {(s.source, s.file, s.turn, s.number) for s in drawn}
    found = {}
    for language, counts in FURTHER.items():
        found[language], due = [], 0
        for name, count in counts.items():
            due += count
            gives = sources[name].strong_cues(due, drawn, words)
            print(f"{name}\tfurther\t{len(gives)} sentences of {len({cue[0].file for cue in gives})} files")
            found[language] += gives
            due -= len(gives)
        random.Random(f"{SEED} further {language}").shuffle(found[language])
    for part in range(FURTHER_PARTS):
        number = PARTS + part + 1
        cues = [cue for one in found.values() for cue in one[part::FURTHER_PARTS]]
        write(
            out / f"PART-{number:02}.tsv",
            (
                [f"{number:02}-k-{index:03}", s.source, s.file, s.turn, s.number, s.sha, s.speaker, s.words, before, after]
                for index, (s, before, after) in enumerate(cues)
            ),
        )


def write(path, rows):
    with path.open("w", encoding="utf-8", newline="\n") as lines:
        print(*COLUMNS, sep="\t", file=lines)
        for row in rows:
            print(*(re.sub(r"\s+", " ", str(cell)) for cell in row), sep="\t", file=lines)


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    draw(sys.argv[1], sys.argv[2])
