// Takes the name that a question is about for somebody who is not among the people on offer.
import { findingsOf } from '../engine/findings';
import type { Finding, Identification, Question } from '../engine/types';
import { locale } from '../locales';
import { PersonModal } from '../modals/person';
import type { Tick } from '../review/answers';
import { linesIn, writtenIn } from '../review/names';
import type { AcceptResult } from '../review/types';
import { placeOf } from '../screen/open';
import { noteName } from '../vault/paths';
import { sentenceOf } from '../vault/repairs';
import type { Parts } from './parts';

type SomeoneParts = Pick<Parts, 'app' | 'engine' | 'repairs' | 'review' | 'undo' | 'index' | 'catchUp'>;

/** Whom the name is taken for, and whether that becomes an alias of theirs. */
interface Meant {
  written: string;
  person: string;
  isAlias: boolean;
}

/**
 * Asks who it is, and links the name in the ticked places of the question, or where that one finding is. `decide` carries
 * the answer out.
 */
export function someone(parts: SomeoneParts, question: Question, only?: Finding, decide?: (job: () => Promise<void>) => void): Promise<void> {
  const { app, engine, review, index } = parts;
  const [first] = only ? [only] : question.places;
  const written = writtenIn(review.findingsOf(question));
  const carryOut = decide ?? ((job) => void index.whenReady(job));
  const chosen = (person: string): void => carryOut(() => link(parts, question, only, person));
  if (first) new PersonModal(app, engine, first.path, locale.review.whoIs(written), chosen).open();
  return Promise.resolve();
}

/** What is ticked and how it is remembered counts as it is now; where the words stand is looked up when their turn comes. */
async function link(parts: SomeoneParts, question: Question, only: Finding | undefined, person: string): Promise<void> {
  const { review } = parts;
  const { left, remember } = review.marks.of(question.id);
  const written = writtenIn(review.findingsOf(question));
  const asked = review.ticks(question).filter(({ finding }) => !only || finding.id === only.id);
  const taken = new Set(asked.filter(({ key }) => only !== undefined || !left.has(key)));
  if (taken.size === 0) throw new Error(locale.steps.nothingWritten);
  const isAlias = (remember ?? (written.includes(' ') ? 'alias' : 'no')) === 'alias';
  const write = (): Promise<AcceptResult> => writeAt(parts, asked, taken, { written, person, isAlias });
  await review.answerOtherwise(question, only, locale.steps.identified(written, noteName(person)), write);
}

async function writeAt({ app, engine, repairs, undo, catchUp }: SomeoneParts, asked: Tick[], taken: ReadonlySet<Tick>, meant: Meant): Promise<AcceptResult> {
  const paths = [...new Set(asked.map(({ finding }) => finding.path))];
  await catchUp(paths);
  const forms: Identification[] = [];
  for (const { path, words, start, end } of placesNow(asked, taken, await findingsOf(engine, paths))) {
    const file = app.vault.getFileByPath(path);
    if (!file) continue;
    const text = await app.vault.cachedRead(file);
    const written = text.slice(start, end);
    if (!says(written, words)) continue;
    const { line, ch } = placeOf(text, start);
    const raw = text.split(/\r?\n/u)[line] ?? '';
    const place = { line: line + 1, raw, before: raw.slice(0, ch), written };
    const there = forms.find((form) => form.path === path);
    if (there) there.also?.push(place);
    else forms.push({ path, ...place, person: meant.person, remember: forms.length === 0 && meant.isAlias, owner: false, also: [] });
  }
  const planned = await repairs.plan(forms.map((form) => ({ kind: 'identify', form })));
  const { batch, written, settled, refused, left } = await repairs.write(locale.batch.identified(meant.written, noteName(meant.person)), planned);
  undo.changed();
  const missed = paths.filter((path) => [...taken].some(({ finding }) => finding.path === path) && !forms.some((form) => form.path === path));
  const reasons = [...missed.map((path) => sentenceOf({ path, reason: locale.refusal.changed })), ...refused.map(sentenceOf), ...left.map(({ reason }) => reason)];
  // The note of the person, who got an alias, is none that the user was asked about.
  return { batch, written: written.filter((path) => paths.includes(path)), settled, reasons: [...new Set(reasons)] };
}

interface PlaceNow {
  path: string;
  /** The words that were asked about. */
  words: string;
  start: number;
  end: number;
}

/** Where the ticked lines are by now. Of a note with other lines than were asked about it is not known which of them were ticked. */
function placesNow(asked: Tick[], taken: ReadonlySet<Tick>, findings: Finding[]): PlaceNow[] {
  const about = new Map(asked.map(({ finding }) => [finding.id, finding]));
  return [...about].flatMap(([id, finding]) => {
    const before = asked.filter((tick) => tick.finding === finding);
    const lines = linesIn(findings.filter((one) => one.id === id));
    const now = lines.length === before.length ? lines : [];
    return before.flatMap((tick, at) => {
      const line = now[at];
      return line && taken.has(tick) ? [{ path: finding.path, words: writtenIn([finding]), start: line.start, end: line.end }] : [];
    });
  });
}

/** Whether the text is these words; around those of a link there are signs. */
function says(text: string, words: string): boolean {
  const plain = (one: string): string => one.toLowerCase().replace(/\s+/gu, ' ');
  return plain(text).includes(plain(words));
}
