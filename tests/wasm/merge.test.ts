// Merging notes through the real wasm: the comparison of both, and a plan whose texts and edits agree.
import { beforeAll, describe, expect, it } from 'vitest';
import type { Engine, MergeRequest } from 'namesake-wasm';
import { edited, engineOf, everyday, PERSON, present } from './core.ts';

const BANGA = {
  path: 'People/Rob Banga.md',
  text: '---\ntype: people\nrole: 👷 Builder\ntags: [type/people, heard]\n---\n# Rob Banga\n\n## Key Facts\n\n- 🪜 Carries the ladder.\n\n## Heard\n\nOnce.\n',
};
const DAY = { path: 'Daily/2025-11-01.md', text: '🌧 Met [[Rob Banga]] and [[Rob Banga|Rob]].\r\n- [ ] Ring @RobBanga\r\n' };
let engine: Engine;

beforeAll(async () => {
  const notes = everyday().map((note) => (note.path === PERSON ? { ...note, text: note.text.replace('---\n', '---\nrole: Fitter\n') } : note));
  engine = await engineOf(...notes, BANGA, DAY);
});

const asked = (rest: Partial<MergeRequest> = {}): MergeRequest => ({ winner: PERSON, loser: BANGA.path, ...rest });

describe('a merge', () => {
  it('compares the properties, and takes the other value if chosen', () => {
    const role = (request: MergeRequest) => engine.merge(request).properties.find(({ key }) => key === 'role');
    expect(role(asked())).toEqual({ key: 'role', winner: 'Fitter', loser: '👷 Builder', merged: 'Fitter', differs: true });
    expect(role(asked({ take: ['role'] }))).toMatchObject({ merged: '👷 Builder', differs: true });
    const { properties } = engine.merge(asked());
    expect(properties.find(({ key }) => key === 'tags')?.merged).toContain('heard');
    expect(properties.find(({ key }) => key === 'aliases')?.merged).toContain('Rob Banga');
    expect(properties.filter(({ differs }) => differs).map(({ key }) => key)).toEqual(['role']);
  });

  it('lists what goes into which section', () => {
    const { sections } = engine.merge(asked());
    const facts = present(sections.find(({ title }) => title === 'Key Facts'), 'section');
    expect(facts.incoming).toEqual([{ line: 0, parts: [{ kind: 'insert', text: '- 🪜 Carries the ladder.' }] }]);
    expect(facts.winner).toBeTypeOf('string');
    const heard = present(sections.find(({ title }) => title === 'Heard'), 'section');
    expect(heard.winner).toBeUndefined();
    expect(sections.map(({ title }) => title)).toContain('From Rob Banga');
  });

  it('is a plan whose edits, in UTF-16 units, lead to its texts, and whose journal undoes it', () => {
    const { changes, left } = engine.merge(asked()).plan;
    expect(left).toEqual([]);
    expect(changes[0]?.path).toBe(PERSON);
    expect(changes.map(({ path }) => path)).toContain(DAY.path);
    for (const { path, before, after, edits, entry } of changes) {
      expect(edited(before, edits)).toBe(after);
      expect(entry.gone ?? false).toBe(path === BANGA.path);
      expect(engine.revert(entry, entry.gone ? undefined : after).after).toBe(before);
    }
    const day = present(changes.find(({ path }) => path === DAY.path), 'change');
    expect(day.after).toBe('🌧 Met [[Rob Benoit|Rob Banga]] and [[Rob Benoit|Rob]].\r\n- [ ] Ring @RobBenoit\r\n');
    expect(day.edits).toHaveLength(3);
    expect(changes.at(-1)?.path).toBe(BANGA.path);
  });

  it('restores the byte order mark that the app hides', () => {
    const { entry, before } = present(engine.merge(asked()).plan.changes.at(-1), 'removal');
    expect(engine.revert({ ...entry, mark: '\uFEFF' }, undefined).after).toBe(`\uFEFF${before}`);
  });

  it('leaves the engine as it was', () => {
    expect(engine.merge(asked())).toEqual(engine.merge(asked()));
    expect(engine.paths()).toContain(BANGA.path);
  });

  it('gives the reason if two notes cannot be merged', () => {
    const refused = (request: MergeRequest): string | undefined => {
      const { plan, properties, sections } = engine.merge(request);
      expect([plan.changes, properties, sections]).toEqual([[], [], []]);
      return plan.left[0]?.reason;
    };
    expect(refused(asked({ loser: DAY.path }))).toContain('no note about a person');
    expect(refused(asked({ loser: PERSON }))).toContain('one note already');
    expect(refused(asked({ take: ['rolle'] }))).toContain('“rolle”');
    expect(() => engine.merge({} as MergeRequest)).toThrow('winner');
  });
});

it('the engine recognises person notes', () => {
  expect(engine.isPerson(PERSON)).toBe(true);
  expect(engine.isPerson(DAY.path)).toBe(false);
  expect(engine.isPerson('none.md')).toBe(false);
});
