// Where in an open note the questions of the queue stand: names, tasks and properties in doubt. The engine knows the note
// as it was saved; the editor may show later text. Pure.
import type { Finding, Question, Topic } from '../engine/types';

/** A finding of the open note, and the question that it belongs to. */
export interface Asked {
  question: Question;
  finding: Finding;
}

/** A place in the editor's text that is asked about, in UTF-16 units. */
export interface Doubt extends Asked {
  from: number;
  to: number;
}

interface Span {
  from: number;
  to: number;
}

/** What is underlined. What meetings would add, or say of other people, has no words of its own in the note. */
const TOPICS: Topic[] = ['names', 'tasks', 'properties'];

export function isUnderlined({ question }: Asked): boolean {
  return TOPICS.includes(question.topic);
}

/**
 * The places of what is asked, in the text that the editor shows. `saved` is the note as it is on disk, with its own line
 * ends. A place is left out where the words that are asked about stand there no more.
 */
export function doubtsIn(asked: Asked[], saved: string, shown: string): Doubt[] {
  const shift = shifter(saved, shown);
  return asked.filter(isUnderlined).flatMap((one) => {
    if (!saysAsBefore(one, saved)) return [];
    return spansOf(one.finding).flatMap((span) => {
      const place = shift(onFirstLine(saved, span));
      return place ? [{ ...one, ...place }] : [];
    });
  });
}

/** The places of a name, or the place of anything else. */
function spansOf({ start, end, mention }: Finding): Span[] {
  return mention ? mention.places.map((place) => ({ from: place.start, to: place.end })) : [{ from: start, to: end }];
}

/** Whether the saved text is the one that the engine looked at, as far as the question quotes it. */
function saysAsBefore({ question, finding }: Asked, saved: string): boolean {
  const quoted = question.places.find((place) => place.finding === finding.id)?.quote.words ?? '';
  return quoted !== '' && saved.startsWith(quoted.replace(/…$/u, ''), finding.start);
}

/** The part of a span on its first line, without blanks around it. */
function onFirstLine(text: string, { from, to }: Span): Span {
  const [line = ''] = text.slice(from, to).split(/\r?\n/u);
  const words = line.trim();
  const start = from + line.indexOf(words);
  return { from: start, to: start + words.length };
}

/**
 * Takes a span of the saved text to the text shown. Line ends are shorter there and a byte order mark is missing; between
 * the first and the last character that differs somebody is typing, and no span there is known.
 */
function shifter(saved: string, shown: string): (span: Span) => Span | undefined {
  const plain = saved.replace(/^\uFEFF|\r(?=\n)/gu, '');
  const isPlain = plain.length === saved.length;
  const inPlain = (at: number): number => (isPlain ? at : saved.slice(0, at).replace(/^\uFEFF|\r(?=\n)/gu, '').length);
  const { head, tail } = shared(plain, shown);
  return (span) => {
    const [from, to] = [inPlain(span.from), inPlain(span.to)];
    if (from >= to) return undefined;
    if (to <= head) return { from, to };
    const by = shown.length - plain.length;
    return from >= plain.length - tail ? { from: from + by, to: to + by } : undefined;
  };
}

/** How many characters two texts share at their beginning, and behind that at their end. */
function shared(one: string, other: string): { head: number; tail: number } {
  const shorter = Math.min(one.length, other.length);
  let head = 0;
  while (head < shorter && one[head] === other[head]) head += 1;
  let tail = 0;
  while (tail < shorter - head && one[one.length - 1 - tail] === other[other.length - 1 - tail]) tail += 1;
  return { head, tail };
}
