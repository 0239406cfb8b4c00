"""A source's files as they are at one commit, and words cut into sentences."""

import fnmatch
import pathlib
import re
import subprocess

LONGEST = 60  # words; what is longer and has no full stop is cut
PIECE = 40
BOUNDARY = re.compile(r"(?<=[.?!])[\"'”’)]?\s+(?=[\"'“„‘¿¡(]?[A-ZÄÖÜÀ-Ý])")
NO_BOUNDARY = re.compile(r"\b(?:Mr|Mrs|Ms|Dr|St|Prof|Hon|vs|Abs|Art|Nr|bzw|ca|z\.\s?B|d\.\s?h|u\.\s?a|\d{1,2})\.$")


class Repository:
    """The files of a repository under a folder: a work tree, a bare git directory, or one that holds either as `repo`."""

    def __init__(self, folder, name, commit):
        place = pathlib.Path(folder) / name.replace("/", "+")
        for base in (place, place / "repo"):
            if (base / ".git").exists() or (base / "HEAD").exists():
                self.git_dir = base / ".git" if (base / ".git").exists() else base
                break
        else:
            raise SystemExit(f"{name} is not in {folder}: see fetch.py")
        self.commit = commit

    def _git(self, *args):
        return subprocess.run(["git", "--git-dir", self.git_dir, *args], check=True, capture_output=True).stdout

    def files(self, patterns):
        """The paths that match one of the patterns, in order."""
        paths = self._git("ls-tree", "-r", "-z", "--name-only", self.commit).decode("utf-8", "replace").split("\0")
        return sorted(path for path in paths if any(fnmatch.fnmatchcase(path, pattern) for pattern in patterns))

    def read(self, path):
        return self._git("show", f"{self.commit}:{path}").decode("utf-8", "replace")


def blanks(words):
    return re.sub(r"\s+", " ", words).strip()


def sentences(words):
    """Cut after . ? ! before a blank and a capital; what has no full stop for long is cut at about 40 words."""
    found, start = [], 0
    words = blanks(words)
    for match in BOUNDARY.finditer(words):
        if not NO_BOUNDARY.search(words[start : match.start()]):
            found.append(words[start : match.end()].strip())
            start = match.end()
    found.append(words[start:])
    for sentence in found:
        pieces = sentence.split()
        if len(pieces) <= LONGEST:
            if pieces:
                yield sentence
            continue
        count = round(len(pieces) / PIECE)
        size = -(-len(pieces) // count)
        for first in range(0, len(pieces), size):
            yield " ".join(pieces[first : first + size])


def joined(turns):
    """Turns of one speaker that follow each other as one."""
    speaker, said = None, []
    for who, words in turns:
        if who != speaker and said:
            yield speaker, " ".join(said)
            said = []
        speaker = who
        if words:
            said.append(words)
    if said:
        yield speaker, " ".join(said)


def blocks(lines):
    """Captions as turns: all of one speaker, and where no speaker is known about 60 words, to the end of a sentence."""
    speaker, said, count = None, [], 0
    for who, line in lines:
        if said and (who != speaker or not who and count >= 60 and said[-1].endswith((".", "?", "!"))):
            yield speaker, " ".join(said)
            said, count = [], 0
        speaker = who
        said.append(line)
        count += len(line.split())
    if said:
        yield speaker, " ".join(said)


def labelled(text):
    """Lines that begin with a speaker in bold, and those below them; a time in brackets may stand before."""
    speaker = None
    for line in text.splitlines():
        label = re.match(r"^(?:\[[\d:]+\] )?\*\*([^*]+?):?\*\*:?\s*(.*)$", line)
        if label:
            speaker, line = label[1], label[2]
        elif not speaker or re.match(r"^\s*(?:#|<|\||-\||!\[|Video ?\|)", line):
            continue
        line = re.sub(r"\[([^\]]*)\]\([^)]*\)", r"\1", re.sub(r"\\\[[^\]]*\\\]", " ", line))
        yield speaker, re.sub(r"[\\`]", "", line).strip()
