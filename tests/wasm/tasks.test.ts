// Tasks and their conversion through the real wasm: rows cross the boundary as one text and must lose nothing.
import { describe, expect, it } from 'vitest';
import type { PlanRequest } from 'namesake-wasm';
import { edited, engineOf, present, tasksOf } from './core.ts';

const PATH = 'Inbox/"Odd" \\ note.md';
const PERSON = { path: 'People/Ines Okafor.md', text: '---\ntype: people\n---\n# Ines Okafor\n' };

describe('rows of tasks', () => {
  it('keep every character', async () => {
    const raw = '- [ ] a "quoted" \\ back\tslash \u0001 \u2028 👷 <b> #ünï 📅 2025-11-15';
    const engine = await engineOf({ path: PATH, text: `${raw}\n` });
    const [row] = tasksOf(engine, {});
    expect(row).toMatchObject({ path: PATH, line: 1, raw, status: 'TODO', owners: [] });
  });

  it('hold the fields that exist and omit the others', async () => {
    const text = '- [x] Ring @Ines Okafor #call 🆔 a ⛔ b,c 🔁 every day ➕ 2025-01-01 🛫 2025-02-30 ⏫ ^b1\n';
    const engine = await engineOf(PERSON, { path: PATH, text });
    expect(tasksOf(engine, {})).toEqual([{
      path: PATH, line: 1, raw: text.trimEnd(), status: 'DONE', description: 'Ring @Ines Okafor #call',
      owners: [{ written: 'Ines Okafor', path: PERSON.path, p: expect.closeTo(1, 1) as number }],
      recurrence: 'every day',
    }]);
  });

  it('have exact ranges, whatever text comes before', async () => {
    const lines = [
      '- [ ] 👷‍♀️ Ring @Ines Okafor and Ünal 📅 2025-02-30 #late 🔁 every week',
      '- [-] \u{1F9C3}\u{1F9C3} תזכורת 📅 2025-11-15',
      '- [ ] @Ines Okafor 🔁',
    ];
    const engine = await engineOf(PERSON, { path: PATH, text: lines.join('\n') }, { path: 'Z.md', text: '- [?] z ⏫ 📅 2025-11-16' });
    const rows = tasksOf(engine, {}).map(({ owners, ...row }) => ({ ...row, owners: owners.map(({ path }) => path) }));
    expect(rows).toEqual([
      { path: PATH, line: 1, raw: lines[0], status: 'TODO', description: '👷‍♀️ Ring @Ines Okafor and Ünal #late', due: 'invalid:2025-02-30', recurrence: 'every week', owners: [PERSON.path] },
      { path: PATH, line: 2, raw: lines[1], status: 'CANCELLED', description: '\u{1F9C3}\u{1F9C3} תזכורת', due: '2025-11-15', owners: [] },
      { path: PATH, line: 3, raw: lines[2], status: 'TODO', description: '@Ines Okafor 🔁', owners: [PERSON.path] },
      { path: 'Z.md', line: 1, raw: '- [?] z ⏫ 📅 2025-11-16', status: 'TODO', description: 'z', due: '2025-11-16', owners: [] },
    ]);
  });

  it('do not exist without tasks', async () => {
    expect(tasksOf(await engineOf({ path: PATH, text: 'Words.\n' }), {})).toEqual([]);
  });
});

describe('converting', () => {
  const text = '- [ ] 👷 Ring 📅 2025-11-15\n- [ ] b\n';
  const request: PlanRequest = { kind: 'convert', to: 'dataview', query: { paths: [PATH] } };

  it('is planned like fixes, and can be undone', async () => {
    const engine = await engineOf({ path: PATH, text }, { path: 'Other.md', text });
    const { changes, left } = engine.plan(request);
    expect(left).toEqual([]);
    expect(changes.map(({ path }) => path)).toEqual([PATH]);
    const change = present(changes[0], 'change');
    expect(change.after).toBe('- [ ] 👷 Ring  [due:: 2025-11-15]\n- [ ] b\n');
    expect(edited(text, change.edits)).toBe(change.after);
    expect(engine.revert(change.entry, change.after).after).toBe(text);
  });
});
