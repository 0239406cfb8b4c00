import { describe, expect, it } from 'vitest';
import type { Config, Decision, Engine, Finding } from 'namesake-wasm';
import { engineOf, everyday, PERSON, present } from './core.ts';

const [NEW_PATH, VIA] = ['People/Robert Benoit.md', { paths: [PERSON], rules: ['via'] }];

const banga = (engine: Engine, path = PERSON): Finding | undefined =>
  engine.findings({ ...VIA, paths: [path] }).find((finding) => finding.subject.startsWith('Rob Banga'));

async function undecided(): Promise<{ engine: Engine; decision: Decision }> {
  const engine = await engineOf(...everyday());
  const { path, rule, subject } = present(banga(engine), 'finding about Rob Banga');
  return { engine, decision: { path, rule, subject, verdict: 'rejected' } };
}

describe('a decision', () => {
  it('that rejects a finding keeps it away, and forgetting it brings the finding back', async () => {
    const { engine, decision } = await undecided();
    const before = banga(engine);
    expect(engine.decide(decision).decisions).toEqual([decision]);
    expect(banga(engine)).toBeUndefined();
    expect(engine.forget(decision).decisions).toEqual([]);
    expect(banga(engine)).toEqual(before);
  });

  it('holds in another engine that was given the config', async () => {
    const { engine, decision } = await undecided();
    const saved = JSON.parse(JSON.stringify(engine.decide(decision))) as Config;
    const other = await engineOf(...everyday());
    other.configure(saved);
    expect(banga(other)).toBeUndefined();
  });

  it('is kept once however often it is made, and the opposite one replaces it', async () => {
    const { engine, decision } = await undecided();
    engine.decide(decision);
    expect(engine.decide(decision).decisions).toEqual([decision]);
    const accepted: Decision = { ...decision, verdict: 'accepted' };
    expect(engine.decide(accepted).decisions).toEqual([accepted]);
  });

  it('moves with its note', async () => {
    const { engine, decision } = await undecided();
    engine.decide(decision);
    // This one names the person whose note it is, and so moves twice.
    const subject = decision.subject.replace(PERSON, NEW_PATH);
    expect(engine.rename(PERSON, NEW_PATH).decisions).toEqual([{ ...decision, path: NEW_PATH, subject }]);
    expect(engine.rename(NEW_PATH, PERSON).decisions).toEqual([decision]);
    expect(banga(engine)).toBeUndefined();
  });

  it.each([null, {}, { path: 'a.md', rule: 'via', subject: 'x', verdict: 'perhaps' }])('is refused where it is none: %j', async (none) => {
    const { engine } = await undecided();
    expect(() => engine.decide(none as Decision)).toThrow();
    expect(() => engine.forget(none as Decision)).toThrow();
  });
});

describe('the notes an engine knows', () => {
  it('move, go and come back, with the same findings as at first', async () => {
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

  it('count and are told when they cannot be read, until they can', async () => {
    const engine = await engineOf({ path: 'a.md', text: 'a' }, { path: 'b.md', text: 'b' });
    engine.reject('b.md', 'it is not UTF-8');
    expect(engine.status()).toEqual({ notes: 1, people: 0, meetings: 0, unreadable: 1 });
    expect(engine.findings({ paths: ['b.md'] })).toMatchObject([{ message: expect.stringContaining('it is not UTF-8') as string, fixes: [] }]);
    engine.upsert([{ path: 'b.md', text: 'b' }]);
    expect(engine.status()).toEqual({ notes: 2, people: 0, meetings: 0, unreadable: 0 });
    expect(engine.paths()).toEqual(['a.md', 'b.md']);
  });
});
