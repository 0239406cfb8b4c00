// Decisions, names and notes in an engine, through the real wasm: kept, forgotten, moved along with their notes.
import { describe, expect, it } from 'vitest';
import type { Config, Decision, Engine, Finding } from 'namesake-wasm';
import { engineOf, everyday, PERSON, present } from './core.ts';

const [NEW_PATH, VIA] = ['People/Robert Benoit.md', { paths: [PERSON], rules: ['via'] }];

const banga = (engine: Engine, path = PERSON): Finding | undefined =>
  engine.findings({ ...VIA, paths: [path] }).find((finding) => finding.subject.startsWith('Rob Banga'));

/** The decisions that hold, without their times. */
const standing = ({ decisions = [] }: Config): Decision[] =>
  decisions.map(({ at, ...decision }) => decision).filter(({ verdict }) => verdict === 'accepted' || verdict === 'rejected');

async function undecided(): Promise<{ engine: Engine; decision: Decision }> {
  const engine = await engineOf(...everyday());
  const { path, rule, subject } = present(banga(engine), 'finding about Rob Banga');
  return { engine, decision: { path, rule, subject, verdict: 'rejected' } };
}

describe('a decision', () => {
  it('that rejects a finding hides it, and forgetting the decision brings it back', async () => {
    const { engine, decision } = await undecided();
    const before = banga(engine);
    expect(standing(engine.decide(decision, 1))).toEqual([decision]);
    expect(banga(engine)).toBeUndefined();
    expect(standing(engine.forget(decision, 2))).toEqual([]);
    expect(banga(engine)).toEqual(before);
  });

  it('holds in another engine with the same config', async () => {
    const { engine, decision } = await undecided();
    const saved = JSON.parse(JSON.stringify(engine.decide(decision, 1))) as Config;
    const other = await engineOf(...everyday());
    other.configure(saved);
    expect(banga(other)).toBeUndefined();
  });

  it('is kept once however often it is made, and its opposite replaces it', async () => {
    const { engine, decision } = await undecided();
    engine.decide(decision, 1);
    expect(standing(engine.decide(decision, 1))).toEqual([decision]);
    const accepted: Decision = { ...decision, verdict: 'accepted' };
    expect(standing(engine.decide(accepted, 1))).toEqual([accepted]);
  });

  it('moves with its note', async () => {
    const { engine, decision } = await undecided();
    engine.decide(decision, 1);
    // The subject of this decision names the note too, so its path and its subject change.
    const subject = decision.subject.replace(PERSON, NEW_PATH);
    expect(standing(engine.rename(PERSON, NEW_PATH))).toEqual([{ ...decision, path: NEW_PATH, subject }]);
    expect(standing(engine.rename(NEW_PATH, PERSON))).toEqual([decision]);
    expect(banga(engine)).toBeUndefined();
  });

  it.each([null, {}, { path: 'a.md', rule: 'via', subject: 'x', verdict: 'perhaps' }])('is refused where it is none: %j', async (none) => {
    const { engine } = await undecided();
    expect(() => engine.decide(none as Decision, 1)).toThrow();
    expect(() => engine.forget(none as Decision, 1)).toThrow();
  });
});

describe('a name', () => {
  const MEETING = 'Meetings/2025-10-30.md';
  const TEXT = '**Participants:** Mara Voss, Rob Benoit\n\n## Notes\n\n💬 Rob Banga rang. Rob Banga will.\n';
  const engineWithName = () => engineOf(
    { path: PERSON, text: '---\ntype: people\n---\n' }, { path: 'People/Mara Voss.md', text: '---\ntype: people\n---\n' }, { path: MEETING, text: TEXT },
  );

  it('is found with its ranges in UTF-16 units, and written with its alias except in the deselected place', async () => {
    const engine = await engineWithName();
    expect(engine.mentioning('Rob Banga')).toEqual([MEETING]);
    const finding = present(engine.findings({ rules: ['mention'] })[0], 'a question');
    const mention = present(finding.mention, 'its mention');
    expect(mention.places.map(({ line, start, end }) => [line, TEXT.slice(start, end)])).toEqual([[5, 'Rob Banga'], [5, 'Rob Banga']]);
    expect(finding.fixes[0]?.candidate).toMatchObject({ path: PERSON, byContext: true });
    const choices = [{ id: finding.id, path: MEETING, fix: 0, without: [1] }];
    const { changes, left } = engine.plan({ kind: 'choices', choices, alias: { person: PERSON, written: 'Rob Banga' } });
    expect(left).toEqual([]);
    expect(changes.map(({ after }) => after)).toEqual([TEXT.replace('Rob Banga', '[[Rob Benoit|Rob Banga]]'), '---\ntype: people\naliases:\n  - Rob Banga\n---\n']);
  });

  it('means a person among certain participants until that is taken back', async () => {
    const engine = await engineWithName();
    const decision: Decision = { path: PERSON, rule: 'same-as', subject: 'Rob Banga', verdict: 'accepted', with: ['People/Mara Voss.md', PERSON] };
    expect(standing(engine.decide(decision, 1))).toEqual([decision]);
    expect(engine.findings({ rules: ['mention'] })).toEqual([]);
    expect(standing(engine.forget(decision, 2))).toEqual([]);
    expect(engine.findings({ rules: ['mention'] })).toHaveLength(1);
  });
});

describe('the notes of an engine', () => {
  it('are renamed, removed and added again, with the same findings as before', async () => {
    const engine = await engineOf(...everyday());
    const first = engine.findings({});
    engine.rename(PERSON, NEW_PATH);
    expect(engine.paths()).toContain(NEW_PATH);
    expect(engine.paths()).not.toContain(PERSON);
    engine.rename(NEW_PATH, PERSON);
    expect(engine.findings({})).toEqual(first);
    const note = present(everyday().find(({ path }) => path === PERSON), PERSON);
    engine.remove(PERSON);
    expect(engine.paths()).not.toContain(PERSON);
    engine.upsert([note]);
    expect(engine.findings({})).toEqual(first);
  });

  it('are counted and reported while they are unreadable', async () => {
    const engine = await engineOf({ path: 'a.md', text: 'a' }, { path: 'b.md', text: 'b' });
    engine.reject('b.md', 'it is not UTF-8');
    expect(engine.status()).toEqual({ notes: 1, people: 0, meetings: 0, unreadable: 1 });
    expect(engine.findings({ paths: ['b.md'] })).toMatchObject([{ message: expect.stringContaining('it is not UTF-8') as string, fixes: [] }]);
    engine.upsert([{ path: 'b.md', text: 'b' }]);
    expect(engine.status()).toEqual({ notes: 2, people: 0, meetings: 0, unreadable: 0 });
    expect(engine.paths()).toEqual(['a.md', 'b.md']);
  });
});
