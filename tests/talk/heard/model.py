"""A logistic regression over named features, with places to choose from in each sentence."""

import json
from collections import defaultdict

import numpy
from pointers import POSITIVE
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression

STRENGTH = 0.05  # of L2, inverse
ROUNDS = 2
INVENTED = 3.0  # what an invented sentence counts
LEAST_SENTENCES, LEAST_SOURCES, LEAST_MEETINGS = 5, 3, 4  # of a feature that names a word


class Sentence:
    """A labelled sentence with the features of its places."""

    def __init__(self, row):
        self.source, self.file, self.id = row["source"], row["file"], row["id"]
        self.label, self.is_task = row["label"], row["label"] in POSITIVE
        self.grammar = row["grammar"]
        self.texts = [text for text, _ in row["places"]]
        self.places = [place for _, place in row["places"]]
        self.drawn_as = self.id.split("-")[1].rstrip("0123456789")
        self.part = int(self.id.split("-")[0])


def read(path):
    with open(path, encoding="utf-8") as lines:
        return [Sentence(json.loads(line)) for line in lines]


def vocabulary(sentences):
    """Features that are frequent enough, and those of words only where several meetings of several sources have them."""
    counts, sources, meetings = defaultdict(int), defaultdict(set), defaultdict(set)
    for sentence in sentences:
        for name in {name for place in sentence.places for name in place}:
            counts[name] += 1
            sources[name].add(sentence.source)
            meetings[name].add(sentence.file)
    kept = []
    for name, count in counts.items():
        german = name.startswith("de:")
        words = ":" in name
        if count < LEAST_SENTENCES or words and (len(meetings[name]) < LEAST_MEETINGS or not german and len(sources[name]) < LEAST_SOURCES):
            continue
        kept.append(name)
    return {name: index for index, name in enumerate(sorted(kept))}


def matrix(places, columns):
    starts, indices = [0], []
    for place in places:
        indices.extend(columns[name] for name in place if name in columns)
        starts.append(len(indices))
    return csr_matrix((numpy.ones(len(indices)), indices, starts), shape=(len(places), len(columns)))


def weight(sentence):
    return INVENTED if sentence.source == "invented" else 1.0


def fit(sentences, strength=STRENGTH, rounds=ROUNDS):
    """The weights of features: of a sentence that makes a task its most certain place counts, of any other all do."""
    sentences = [sentence for sentence in sentences if sentence.places and sentence.label != "accept"]
    columns = vocabulary(sentences)
    chosen = {sentence.id: None for sentence in sentences}
    for _ in range(rounds):
        places, labels, weights = [], [], []
        for sentence in sentences:
            if sentence.is_task and chosen[sentence.id] is not None:
                mine = [sentence.places[chosen[sentence.id]]]
            else:
                mine = sentence.places
            places += mine
            labels += [sentence.is_task] * len(mine)
            weights += [weight(sentence) / (len(mine) if sentence.is_task else 1)] * len(mine)
        model = LogisticRegression(C=strength, solver="liblinear", max_iter=300)
        model.fit(matrix(places, columns), labels, sample_weight=weights)
        table = {name: model.coef_[0][index] for name, index in columns.items()}
        table["bias"] = model.intercept_[0]
        for sentence in sentences:
            if sentence.is_task:
                scores = [score(table, place) for place in sentence.places]
                chosen[sentence.id] = scores.index(max(scores))
    return table


def score(table, place):
    return table["bias"] + sum(table.get(name, 0.0) for name in place)


def certainty(table, sentence):
    scores = [score(table, place) for place, text in zip(sentence.places, sentence.texts) if text]
    return float(1 / (1 + numpy.exp(-max(scores)))) if scores else 0.0


def left_out(sentences, **how):
    """The certainty of each sentence, by weights that its source had no part in. Invented sentences are always there."""
    found = {}
    for source in sorted({sentence.source for sentence in sentences} - {"invented"}):
        table = fit([sentence for sentence in sentences if sentence.source != source], **how)
        found.update((sentence.id, certainty(table, sentence)) for sentence in sentences if sentence.source == source)
    return found
