// Plans, previews and undo through the real wasm.
import { beforeAll, describe, expect, it } from 'vitest';
import type { Engine, Finding, NoteChange, Plan, PlanRequest, Preview } from 'namesake-wasm';
import { edited, engineOf, everyday, MEETING, PERSON, present } from './core.ts';

const textOf = new Map(everyday().map((note) => [note.path, note.text]));
let engine: Engine;

beforeAll(async () => {
  engine = await engineOf(...everyday());
});

const changeOf = (plan: Plan, path: string): NoteChange =>
  present(plan.changes.find((change) => change.path === path), `change of ${path}`);

const banga = (): Finding =>
  present(
    engine.findings({ paths: [PERSON], rules: ['via'] }).find((finding) => finding.subject.startsWith('Rob Banga')),
    'finding about Rob Banga',
  );

describe('a plan', () => {
  const requests: [string, PlanRequest][] = [
    ['a saved meeting', { kind: 'saved', path: MEETING }],
    ['what a meeting teaches', { kind: 'taught', path: MEETING }],
    ['everything certain', { kind: 'query', query: { tier: 'auto' } }],
    ['one rule', { kind: 'query', query: { rules: ['mojibake'] } }],
  ];

  it.each(requests)('for %s starts from the notes as they are, and its edits lead to its texts', (_, request) => {
    const { changes } = engine.plan(request);
    expect(changes).not.toEqual([]);
    for (const change of changes) {
      expect(change.before).toBe(textOf.get(change.path));
      expect(edited(change.before, change.edits)).toBe(change.after);
    }
  });

  it.each(requests)('for %s is done once it is carried out', async (_, request) => {
    const other = await engineOf(...everyday());
    other.upsert(other.plan(request).changes.map(({ path, after }) => ({ path, text: after })));
    expect(other.plan(request).changes).toEqual([]);
  });

  it.each(requests)('for %s leaves the engine as it was', (_, request) => {
    expect(engine.plan(request)).toEqual(engine.plan(request));
  });

  it('for a saved meeting mends the meeting and updates its people', () => {
    const plan = engine.plan({ kind: 'saved', path: MEETING });
    expect(changeOf(plan, MEETING).after).toContain('created: 2025-10-30');
    const participant = changeOf(plan, 'People/Søren Bjerregaard-Holm.md').after;
    expect(participant).toContain('last_contact: 2025-10-30');
    expect(participant.split('- 2025-10-30: [[2025-10-30 - Osterhavn')).toHaveLength(2);
  });

  it('for a person’s choice writes that fix and nothing else', () => {
    const { id, path, fixes } = banga();
    const plan = engine.plan({ kind: 'choices', choices: [{ id, path, fix: 0 }] });
    expect(plan.left).toEqual([]);
    expect(plan.changes.map(({ path, findings }) => ({ path, findings }))).toEqual([{ path: PERSON, findings: [id] }]);
    const { before, after } = changeOf(plan, PERSON);
    expect(after).toBe(edited(before, present(fixes[0], 'fix').edits));
  });

  it('takes the person’s own words instead of a fix’s', () => {
    const { id, path } = banga();
    const plan = engine.plan({ kind: 'choices', choices: [{ id, path, text: 'the 👷 from Ghent' }] });
    expect(changeOf(plan, PERSON).after).toBe(present(textOf.get(PERSON), PERSON).replace('Rob Banga', 'the 👷 from Ghent'));
  });

  it('reports a finding that is gone', () => {
    const plan = engine.plan({ kind: 'choices', choices: [{ id: '0000000000000000', path: PERSON }] });
    expect(plan.changes).toEqual([]);
    expect(plan.left).toEqual([{ id: '0000000000000000', reason: expect.stringContaining('changed') as string }]);
  });

  it('for an unknown note is empty', () => {
    expect(engine.plan({ kind: 'saved', path: 'Meetings/none.md' })).toEqual({ changes: [], left: [] });
  });
});

describe('a preview', () => {
  const joined = (preview: Preview, without: 'delete' | 'insert'): string[] =>
    preview.lines.map(({ parts }) => parts.filter((part) => part.kind !== without).map((part) => part.text).join(''));

  it('shows the changed lines before and after, for every fix of every finding', () => {
    for (const { id, path, fixes } of engine.findings({})) {
      fixes.forEach(({ edits, creates }, index) => {
        for (const preview of engine.preview(path, id, index)) {
          if (preview.path === creates?.path) {
            expectLines(preview, '', creates.text);
            continue;
          }
          const before = present(textOf.get(preview.path), preview.path);
          const mine = edits.filter((edit) => edit.path === preview.path).sort((a, b) => a.start - b.start);
          expectLines(preview, before, edited(before, mine));
        }
      });
    }
    // Hundreds of fixes, each worked out by itself.
  }, 60_000);

  function expectLines(preview: Preview, before: string, after: string): void {
    const [was, is] = [joined(preview, 'insert'), joined(preview, 'delete')];
    let rest = after;
    preview.lines.forEach(({ line }, index) => {
      expect(before.split('\n').slice(line - 1).join('\n').startsWith(present(was[index], 'old line'))).toBe(true);
      const at = rest.indexOf(present(is[index], 'new line'));
      expect(at).toBeGreaterThanOrEqual(0);
      rest = rest.slice(at);
    });
    expect(was.join('').length - is.join('').length).toBe(before.length - after.length);
  }

  it('is empty for a finding that is gone, and for a fix that is not offered', () => {
    const { id, path } = banga();
    expect(engine.preview(path, '0000000000000000', 0)).toEqual([]);
    expect(engine.preview(path, id, 99)).toEqual([]);
  });
});

describe('taking a change back', () => {
  it('restores the first text, with edits that lead there', () => {
    for (const { before, after, entry } of engine.plan({ kind: 'query', query: { tier: 'auto' } }).changes) {
      const reverted = engine.revert(entry, after);
      expect(reverted).toMatchObject({ before: after, after: before });
      expect(edited(after, reverted.edits)).toBe(before);
    }
  });

  it('needs only the entry, in an engine that never saw the note', async () => {
    const { before, after, entry } = changeOf(engine.plan({ kind: 'saved', path: MEETING }), MEETING);
    const stored: typeof entry = JSON.parse(JSON.stringify(entry)) as typeof entry;
    expect((await engineOf()).revert(stored, after).after).toBe(before);
  });

  it('is refused if the note was edited since', () => {
    const { after, entry } = changeOf(engine.plan({ kind: 'saved', path: MEETING }), MEETING);
    expect(() => engine.revert(entry, `${after} `)).toThrow(`${MEETING} has changed since`);
  });

  it('is refused if the entry is damaged', () => {
    const { after, entry } = changeOf(engine.plan({ kind: 'saved', path: MEETING }), MEETING);
    const undo = entry.undo.map((part) => ({ ...part, text: `${part.text}!` }));
    expect(() => engine.revert({ ...entry, undo }, after)).toThrow('damaged');
  });
});

describe('a note that a choice makes', () => {
  it('is previewed and planned before the link to it, and is removed only if unchanged', () => {
    const { id, path, fixes } = banga();
    const fix = fixes.findIndex(({ creates }) => creates !== undefined);
    expect(fixes[fix]).toMatchObject({ title: 'New person “Rob Banga”', creates: { path: 'People/Rob Banga.md' } });
    expect(engine.preview(path, id, fix).map((preview) => preview.path)).toEqual([PERSON, 'People/Rob Banga.md']);
    const { changes, left } = engine.plan({ kind: 'choices', choices: [{ id, path, fix }] });
    expect([changes.map((change) => change.path), left]).toEqual([['People/Rob Banga.md', PERSON], []]);
    const [made] = changes;
    const { entry, before, after, edits } = present(made, 'note');
    expect([entry.came, before, edited(before, edits)]).toEqual([true, '', after]);
    expect(engine.revert(entry, after)).toMatchObject({ after: '' });
    expect(engine.revert(entry, undefined)).toMatchObject({ after: '' });
    expect(() => engine.revert(entry, `${after}and more`)).toThrow('has been edited since');
    expect(engine.paths()).not.toContain('People/Rob Banga.md');
  });
});
