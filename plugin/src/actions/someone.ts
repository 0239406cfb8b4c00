// Takes the name that a question is about for somebody who is not among the people on offer.
import { TFile } from 'obsidian';
import type { Finding, Identification, Question } from '../engine/types';
import { locale } from '../locales';
import { PersonModal } from '../modals/person';
import { writtenIn } from '../review/names';
import { say } from '../screen/notices';
import { placeOf } from '../screen/open';
import { noteName } from '../vault/paths';
import type { Parts } from './parts';

type SomeoneParts = Pick<Parts, 'app' | 'engine' | 'repairs' | 'review' | 'undo' | 'index' | 'catchUp'>;

/** Asks who it is, and links the name in the ticked places of the question, or where that one finding is. */
export function someone(parts: SomeoneParts, question: Question, only?: Finding): Promise<void> {
  const { app, engine, review, index } = parts;
  const [first] = only ? [only] : question.places;
  const written = writtenIn(review.findingsOf(question));
  const chosen = (person: string): void => void index.whenReady(() => link(parts, question, only, person));
  if (first) new PersonModal(app, engine, first.path, locale.review.whoIs(written), chosen).open();
  return Promise.resolve();
}

async function link(parts: SomeoneParts, question: Question, only: Finding | undefined, person: string): Promise<void> {
  const { app, repairs, review, undo } = parts;
  const findings = review.findingsOf(question);
  const written = writtenIn(findings);
  const { left, remember } = review.marks.of(question.id);
  await parts.catchUp([...new Set(findings.map(({ path }) => path))]);
  const forms: Identification[] = [];
  for (const { key, finding, start, end } of review.ticks(question)) {
    if (only ? finding.id !== only.id : left.has(key)) continue;
    const file = app.vault.getAbstractFileByPath(finding.path);
    if (!(file instanceof TFile)) continue;
    const text = await app.vault.cachedRead(file);
    const { line, ch } = placeOf(text, start);
    const raw = text.split(/\r?\n/u)[line] ?? '';
    const place = { line: line + 1, raw, before: raw.slice(0, ch), written: text.slice(start, end) };
    const there = forms.find(({ path }) => path === finding.path);
    if (there) {
      there.also?.push(place);
      continue;
    }
    const isAlias = forms.length === 0 && (remember ?? (written.includes(' ') ? 'alias' : 'no')) === 'alias';
    forms.push({ path: finding.path, ...place, person, remember: isAlias, owner: false, also: [] });
  }
  const title = locale.batch.identified(written, noteName(person));
  const planned = await repairs.plan(forms.map((form) => ({ kind: 'identify', form })));
  const applied = await repairs.write(title, planned);
  if (applied.batch === undefined) throw new Error(applied.refused[0]?.reason ?? applied.left[0]?.reason ?? locale.steps.nothingWritten);
  review.batchWritten(applied.batch, findings.filter(({ path }) => applied.written.includes(path)), title);
  undo.changed();
  for (const { reason } of applied.left) say(reason);
}
