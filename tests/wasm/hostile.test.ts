// Random and hostile notes: the engine always answers, and its edits turn the given text into the announced one.
// `CAMPAIGN_RUNS` says how many.
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Engine } from 'namesake-wasm';
import { edited, engineOf, tasksOf, wordsOf } from './core.ts';

const PERSON = { path: 'People/Rob Benoit.md', text: '---\ntype: people\n---\n# Rob Benoit\n\n## Recent Context\n\n---\n*Last updated: *\n' };
const PATH = 'Meetings/2025-10-30 - Hostile.md';

/** Notes made of valid pieces, broken pieces and random text. */
const piece = fc.oneof(
  fc.constantFrom(
    '---\n', '\r\n', '\n\n', '\uFEFF', 'created: { { DATE } }\n', 'participants: [{ { PARTICIPANTS } }]\n', 'tags: a, b\n',
    '**Date:** 2025-10-30  \n', '**Participants:** Rob Benoit, 👷 Zoë\n', '- [ ] Ring @Rob Benoit ðŸ“… 2025-11-15\n', 'â€™', 'Ã¸',
    '## Action items\n', '## Recent Context\n', '*Last updated: *\n', '(via Rob Banga)', '```\n', '%%', '<!--', '[[', ']]', '|', '"', '📅', '𠮷',
  ),
  fc.string({ unit: 'binary' }),
  fc.string({ unit: 'grapheme' }),
);
const note = fc.array(piece, { maxLength: 30 }).map((pieces) => pieces.join(''));

/** How many notes, of each kind of question. */
const numRuns = Number(process.env['CAMPAIGN_RUNS'] ?? 300);

let engine: Engine;

beforeAll(async () => {
  engine = await engineOf(PERSON);
});

describe('any note', () => {
  it('gets edits that lead to the new text, and needs nothing more after them', () => {
    fc.assert(
      fc.property(note, (text) => {
        engine.upsert([PERSON, { path: PATH, text }]);
        const request = { kind: 'saved', path: PATH } as const;
        const { changes } = engine.plan(request);
        const given = new Map([[PERSON.path, PERSON.text], [PATH, text]]);
        for (const change of changes) {
          expect(change.before).toBe(given.get(change.path));
          expect(edited(change.before, change.edits)).toBe(change.after);
          expect(engine.revert(change.entry, change.after).after).toBe(change.before);
        }
        engine.upsert(changes.map(({ path, after }) => ({ path, text: after })));
        expect(engine.plan(request).changes).toEqual([]);
      }),
      { numRuns },
    );
  });

  it('has findings and tasks inside its text, and a preview of every fix', () => {
    fc.assert(
      fc.property(note, (text) => {
        engine.upsert([PERSON, { path: PATH, text }]);
        for (const { id, path, start, end, fixes } of engine.findings({ paths: [PATH] })) {
          expect(0 <= start && start <= end && end <= text.length).toBe(true);
          fixes.forEach((_, index) => expect(engine.preview(path, id, index)).not.toEqual([]));
        }
        const lines = text.split('\n');
        for (const { line, raw } of tasksOf(engine, { path: PATH })) expect(lines[line - 1]).toContain(raw.replace(/\r$/, ''));
      }),
      { numRuns },
    );
  });

  it('may have any path', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (path, to) => {
        engine.upsert([{ path, text: '# A\n- [ ] b' }]);
        expect(engine.related(path)).toContain(path);
        engine.rename(path, to);
        expect(tasksOf(engine, { path: to })).toHaveLength(1);
        engine.remove(to);
        expect(tasksOf(engine, { path: to })).toEqual([]);
      }),
    );
  });
});

/** Where the notes of a random vault stand. */
const PATHS = ['People/Rob Benoit.md', 'People/Zoë.md', 'Meetings/2025-10-30 - Hostile.md', 'Meetings/2025-10-31.md', 'Projects/Roof.md', 'Loose.md'];
const paths = fc.constantFrom(...PATHS);
const step = fc.oneof(
  { weight: 4, arbitrary: fc.record({ do: fc.constant('write' as const), path: paths, text: note }) },
  fc.record({ do: fc.constant('remove' as const), path: paths }),
  fc.record({ do: fc.constant('rename' as const), path: paths, to: paths }),
);

describe('any vault, written, renamed and removed in any order', () => {
  it('is planned as one: what is written leads back, and nothing more is wanted after it', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 12 }), (steps) => {
        const texts = new Map(PATHS.map((path) => [path, '']));
        engine.remove(PATH);
        engine.upsert(PATHS.map((path) => ({ path, text: '' })));
        for (const one of steps) {
          if (one.do === 'write') {
            texts.set(one.path, one.text);
            engine.upsert([{ path: one.path, text: one.text }]);
          } else if (one.do === 'remove') {
            texts.delete(one.path);
            engine.remove(one.path);
          } else if (one.path !== one.to && texts.has(one.path)) {
            texts.set(one.to, texts.get(one.path) ?? '');
            texts.delete(one.path);
            engine.remove(one.to);
            engine.rename(one.path, one.to);
          }
        }
        const request = { kind: 'query', query: { tier: 'auto' } } as const;
        const { changes } = engine.plan(request);
        for (const change of changes) {
          expect(change.before).toBe(texts.get(change.path) ?? '');
          expect(edited(change.before, change.edits)).toBe(change.after);
          expect(engine.revert(change.entry, change.after).after).toBe(change.before);
        }
        engine.upsert(changes.map(({ path, after }) => ({ path, text: after })));
        expect(engine.plan(request).changes).toEqual([]);
        for (const path of PATHS) engine.remove(path);
      }),
      { numRuns },
    );
  });
});

describe('a lone surrogate, which is no text', () => {
  const text = 'x \uD83D\n\n- [ ] Ring @Rob Benoit ðŸ“… 2025-11-15\n';

  it('does not shift ranges', () => {
    engine.upsert([PERSON, { path: PATH, text }]);
    const found = engine.findings({ paths: [PATH], rules: ['owner', 'mojibake'] });
    expect(found.map((finding) => wordsOf(finding, text))).toEqual(expect.arrayContaining(['@Rob Benoit', 'ðŸ“…']));
  });

  it('is replaced in the text that a change starts from, so the plugin sees that it differs', () => {
    engine.upsert([PERSON, { path: PATH, text }]);
    const [change] = engine.plan({ kind: 'saved', path: PATH }).changes.filter(({ path }) => path === PATH);
    expect(change?.before).toBe(text.replace('\uD83D', '\uFFFD'));
    expect(change?.before).not.toBe(text);
  });
});

describe('a note of 5 MB', () => {
  const line = '- [ ] Ring @Rob Benoit 👷 ðŸ“… 2025-11-15\n';
  const text = line.repeat(Math.ceil(5_000_000 / new TextEncoder().encode(line).length));

  it('is refused if the limit is lower, with the reason and a remedy', async () => {
    const engine = await engineOf();
    engine.configure({ settings: { maxNoteBytes: 4_000_000 } });
    engine.upsert([{ path: PATH, text }]);
    const [finding, ...others] = engine.findings({ paths: [PATH] });
    expect(others).toEqual([]);
    expect(finding).toMatchObject({ fixes: [], message: expect.stringMatching(/5 MB.*raise the limit/) as string });
    expect(engine.plan({ kind: 'saved', path: PATH })).toEqual({ changes: [], left: [] });
  });

  it('is read like any other', async () => {
    const prose = 'Nothing here needs mending 👷.\n'.repeat(160_000);
    const other = await engineOf();
    other.upsert([{ path: 'Inbox/long.md', text: `${prose}\n- [ ] Ring 📅 2025-11-15\n` }]);
    expect(tasksOf(other, {}).map(({ line, due }) => ({ line, due }))).toEqual([{ line: 160_002, due: '2025-11-15' }]);
  });
});
