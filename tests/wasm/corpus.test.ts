// Holds the frontmatter rules to their promises on every note of `tests/corpora/frontmatter`.
import { beforeAll, describe, expect, it, vi } from 'vitest';
import type { Engine, Finding, NoteChange, NoteText } from 'namesake-wasm';
import { corpus } from '../corpora/frontmatter/corpus.mjs';
import { unnamedChanges, type FindingInText } from './unnamed-changes.ts';
import { readBlock } from './second-reader.ts';
import { edited, engineOf, present } from './core.ts';

const notes = corpus();
const textOf = new Map(notes.map(({ path, text }) => [path, text]));
/** Milliseconds. There are thousands of notes, and the machine may be busy. */
const PATIENCE = 120_000;
vi.setConfig({ testTimeout: PATIENCE, hookTimeout: PATIENCE });

/** More findings than this in one note, one after another, mean that two rules undo each other. */
const STEPS = 100;

const rules = (await engineOf()).rules();
const ours = rules.filter(({ group }) => group === 'frontmatter').map(({ name }) => name);

/** Settings that give every rule something to do. */
const everything = {
  settings: {
    rules: Object.fromEntries(rules.map(({ name }) => [name, true])),
    typeSynonyms: { person: 'people' },
    keyOrder: ['title', 'type', 'created', 'tags', 'aliases'],
    propertyTypes: { mood: 'list', count: 'number', done: 'checkbox' },
    schemas: { meeting: { required: ['title', 'participants'] } },
  },
};

/** The paths of notes whose block the core cannot read. */
const unreadable = (engine: Engine, paths?: string[]): Set<string> =>
  new Set(engine.findings({ rules: ['invalid-yaml'], ...(paths && { paths }) }).map(({ path }) => path));

/** Problems by note, with the beginning of the note, for the message of a failed test. */
const listed = (problems: Iterable<[string, string]>): string[] =>
  [...problems].map(([path, problem]) => `${path}: ${problem}\n${JSON.stringify(textOf.get(path)?.slice(0, 700))}`);

describe.each([
  ['default settings', null],
  ['every rule switched on', everything],
])('the corpus, with %s', (_, config) => {
  const automatic = { rules: ours, tier: 'auto' } as const;
  let engine: Engine;
  let alone: Engine;
  let changes: NoteChange[];

  beforeAll(async () => {
    engine = await engineOf();
    engine.configure(config);
    engine.upsert(notes);
    alone = await engineOf();
    alone.configure(config);
    ({ changes } = engine.plan({ kind: 'query', query: automatic }));
  });

  it('changes where an automatic finding is, and nowhere else', () => {
    const found = new Set(engine.findings(automatic).map(({ path }) => path));
    expect(changes.length).toBeGreaterThan(500);
    expect(listed(changes.filter(({ path }) => !found.has(path)).map(({ path }) => [path, 'changed without a finding']))).toEqual([]);
    for (const { path, before, after, edits, findings } of changes) {
      expect(before).toBe(textOf.get(path));
      expect(findings).not.toEqual([]);
      expect(edited(before, edits)).toBe(after);
    }
  });

  it('needs one pass', async () => {
    const other = await engineOf();
    other.configure(config);
    other.upsert(notes);
    other.upsert(changes.map(({ path, after }) => ({ path, text: after })));
    const again = other.plan({ kind: 'query', query: automatic }).changes;
    expect(listed(again.map(({ path, messages }) => [path, messages.join(' ')]))).toEqual([]);
  });

  it('comes to rest under the rules of all groups, and can be undone from there', async () => {
    const other = await engineOf();
    other.configure(config);
    other.upsert(notes);
    const all = other.plan({ kind: 'query', query: { tier: 'auto' } }).changes;
    for (const { path, after, entry } of all) expect(other.revert(entry, after).after).toBe(textOf.get(path));
    other.upsert(all.map(({ path, after }) => ({ path, text: after })));
    const again = other.plan({ kind: 'query', query: { tier: 'auto' } }).changes;
    expect(listed(again.map(({ path, messages }) => [path, messages.join(' ')]))).toEqual([]);
  });

  it('is undone byte for byte', () => {
    for (const { path, after, entry } of changes) expect(engine.revert(entry, after).after).toBe(textOf.get(path));
  });

  it('keeps its bodies if only properties change', () => {
    const ofProperties = { ...automatic, rules: ours.filter((name) => name !== 'mojibake') };
    const plan = engine.plan({ kind: 'query', query: ofProperties });
    expect(plan.changes).not.toEqual([]);
    for (const { before, after } of plan.changes) expect(readBlock(after)?.body).toBe(readBlock(before)?.body);
  });

  it('gets no second block and loses none', () => {
    const fences = (text: string): number => text.split('\n').filter((line) => /^\ufeff?---[ \t\r]*$/.test(line)).length;
    const wrong = changes.filter(({ before, after }) => fences(before) !== fences(after));
    expect(listed(wrong.map(({ path, after }) => [path, after]))).toEqual([]);
  });

  it('stays readable, and unreadable notes do not change', () => {
    const broken = unreadable(engine);
    expect(changes.filter(({ path }) => broken.has(path))).toEqual([]);
    alone.upsert(changes.map(({ path, after }) => ({ path, text: after })));
    expect([...unreadable(alone)]).toEqual([]);
    for (const { path } of changes) alone.remove(path);
    const worse = changes.filter(({ before, after }) => errors(before) === 0 && errors(after) > 0);
    expect(listed(worse.map(({ path, after }) => [path, after]))).toEqual([]);
  });

  it('differs, for another YAML reader, only in the properties that findings name', () => {
    const problems = changes.flatMap((change): [string, string][] => {
      const { applied, last } = oneByOne(alone, change, automatic);
      const all = last === change.after ? [] : [`one by one the note becomes ${JSON.stringify(last)}`];
      return [...all, ...unnamedChanges(change.before, change.after, applied)].map((problem) => [change.path, problem]);
    });
    expect(listed(problems)).toEqual([]);
  });

  it('keeps these promises when fixes for review are accepted one by one', () => {
    const problems = notes.filter((_, index) => index % 4 === 0).flatMap((note): [string, string][] => {
      alone.upsert([note]);
      const found = alone.findings({ rules: ours, tier: 'review' });
      const result = found.flatMap((finding) => finding.fixes.flatMap((_, fix) => accepted(alone, note, finding, fix)));
      alone.remove(note.path);
      return result.map((problem) => [note.path, problem]);
    });
    expect(listed(problems)).toEqual([]);
  });
});

/** Where the core and eemeli's `yaml` differ in what they can read, and why that is so. */
const DIFFERENCES: [reason: string, ours: RegExp | undefined, theirs: RegExp | undefined][] = [
  ['properties are one map of names: a list or a text is valid YAML and none', /holds a/, undefined],
  ['no note needs this depth, and values are walked recursively', /nested too deeply/, undefined],
  ['YAML 1.2 forbids control characters (§5.1)', /an invisible sign/, undefined],
  ['YAML 1.2 allows a map behind `: ` on the same line (§8.2.2, compact mappings)', undefined, /compact mappings/],
  ['lines of a flow list or of a text in it may stand at the margin, as other readers have it', undefined, /sufficiently indented|closing "quote/],
];

it('the core and another YAML reader agree on what can be read, except for explained differences', async () => {
  const engine = await engineOf(...notes);
  const ours = new Map(engine.findings({ rules: ['invalid-yaml'] }).map(({ path, message }) => [path, message]));
  const unexplained = notes.flatMap(({ path, text }): [string, string][] => {
    const [our, their] = [ours.get(path), readBlock(text)?.errors[0]];
    // A lone carriage return ends a line in YAML 1.2 (§5.4); eemeli's `yaml` reads it as a blank.
    if ((our === undefined) === (their === undefined) || /\r(?!\n)/.test(text)) return [];
    const explained = DIFFERENCES.some(([, mine, other]) => (our === undefined ? other?.test(their ?? '') : mine?.test(our)));
    return explained || readBlock(text) === undefined ? [] : [[path, our ?? their ?? '']];
  });
  expect(listed(unexplained)).toEqual([]);
});

const errors = (text: string): number => readBlock(text)?.errors.length ?? 0;

/** Applies the automatic fixes of a note one by one, and keeps each finding with the text it was found in. */
function oneByOne(engine: Engine, { path, before }: NoteChange, query: { rules: string[]; tier: 'auto' }): { applied: FindingInText[]; last: string } {
  const applied: FindingInText[] = [];
  let text = before;
  for (let step = 0; step < STEPS; step += 1) {
    engine.upsert([{ path, text }]);
    const finding = engine.findings(query).find(({ fixes }) => fixes.length > 0);
    if (finding === undefined) break;
    const [change] = engine.plan({ kind: 'choices', choices: [{ id: finding.id, path, fix: 0 }] }).changes;
    if (change === undefined) break;
    applied.push({ before: text, finding });
    text = change.after;
  }
  engine.remove(path);
  return { applied, last: text };
}

/** Accepts one fix; returns what goes wrong. */
function accepted(engine: Engine, { path, text }: NoteText, finding: Finding, fix: number): string[] {
  const { changes, left } = engine.plan({ kind: 'choices', choices: [{ id: finding.id, path, fix }] });
  if (left.length > 0) return [`“${present(finding.fixes[fix], 'fix').title}” cannot be made: ${left[0].reason}`];
  return changes.flatMap(({ after, entry }) => {
    const problems = unnamedChanges(text, after, [{ before: text, finding }]);
    if (engine.revert(entry, after).after !== text) problems.push('it does not lead back');
    if (errors(text) === 0 && errors(after) > 0) problems.push(`it breaks the block: ${after}`);
    return problems;
  });
}
