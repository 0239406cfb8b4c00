// Names in the editor, through the real wasm: completions, candidates for a name, and the plan that links it.
import { beforeAll, describe, expect, it } from 'vitest';
import type { CompletionQuery, Engine, Identification } from 'namesake-wasm';
import { edited, engineOf, everyday, MEETING, PERSON, present } from './core.ts';

const LINE = '- [ ] Put two gateways into cave five. @Rob Banga ðŸ”¼';
let engine: Engine;

beforeAll(async () => {
  engine = await engineOf(...everyday());
});

const asked = (typed: string, rest: Partial<CompletionQuery> = {}): CompletionQuery =>
  ({ typed, path: MEETING, owner: false, companies: false, limit: 8, ...rest });

describe('completing', () => {
  it('offers the people of the note first, with all that a row shows', () => {
    expect(engine.complete(asked('benoit'))).toEqual([
      { path: PERSON, name: 'Rob Benoit', company: 'Wickmoor Instruments', near: 'participant', lastContact: '2025-10-17', written: '[[Rob Benoit]]' },
    ]);
    expect(engine.complete(asked('rob')).map(({ name }) => name)).toEqual(['Rob Benoit', 'Rob Bannerman', 'Robert Inglethorpe']);
  });

  it('finds every person by any beginning of their name', () => {
    for (const { path } of everyday().filter((note) => note.path.startsWith('People/'))) {
      const name = path.slice('People/'.length, -'.md'.length);
      for (let end = 1; end <= name.length; end += 1) {
        const found = engine.complete(asked(name.slice(0, end), { limit: 100 })).map((one) => one.path);
        expect(found, `${name.slice(0, end)} of ${name}`).toContain(path);
      }
    }
  });

  it('refuses a malformed query', () => {
    expect(() => engine.complete({ typed: 7 } as unknown as CompletionQuery)).toThrow(/invalid type/u);
  });
});

describe('“Who is this?”', () => {
  const form: Identification = { path: MEETING, line: 1, raw: LINE, before: '- [ ] Put two gateways into cave five. ', written: '@Rob Banga', person: PERSON, remember: true };

  it('names the misheard participant with sentences and weights', () => {
    const [best] = engine.whois(MEETING, 'Rob Banga', LINE);
    expect(best?.path).toBe(PERSON);
    // However likely, a misheard name is never certain.
    expect(best?.p).toBeGreaterThan(0.5);
    expect(best?.p).toBeLessThan(0.99);
    expect(best?.evidence[0]).toEqual({ what: 'takes part in the meeting', bits: expect.any(Number) as number });
  });

  it('links and remembers with edits that lead to its texts and back', () => {
    const { changes, left } = engine.plan({ kind: 'identify', form });
    expect(left).toEqual([]);
    expect(changes.map(({ path }) => path)).toEqual([MEETING, PERSON].sort());
    for (const { before, after, edits, entry } of changes) {
      expect(edited(before, edits)).toBe(after);
      expect(engine.revert(entry, after).after).toBe(before);
    }
    const meeting = present(changes.find(({ path }) => path === MEETING), 'change of the meeting');
    expect(meeting.after).toContain('cave five. [[Rob Benoit|Rob Banga]] ðŸ”¼');
    expect(engine.whois(MEETING, 'Rob Banga', LINE)).toEqual(engine.whois(MEETING, 'Rob Banga', LINE));
  });

  it('gives the reason if the words are gone', () => {
    const { changes, left } = engine.plan({ kind: 'identify', form: { ...form, raw: 'gone' } });
    expect(changes).toEqual([]);
    expect(left[0]?.reason).toContain('no longer there');
    expect(() => engine.plan({ kind: 'identify' } as never)).toThrow('missing field `form`');
  });
});
