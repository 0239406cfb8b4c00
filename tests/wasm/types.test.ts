// Adopted settings, reasons why a note is skipped, and word differences, through the real wasm.
import { expect, it } from 'vitest';
import { engineOf } from './core.ts';

const NOTE = { path: 'Projects/Kiln.md', text: '---\ncreated: 3 January 2026\nheard: 3 January 2026\n---\n' };

const TYPES = '.obsidian/types.json';
const typed = (types: unknown) => [{ path: TYPES, text: JSON.stringify(types) }];

/** The properties with a finding of `date-type`, given these property types of Obsidian. */
async function datesAfter(types: unknown): Promise<string[]> {
  const engine = await engineOf(NOTE);
  engine.adopt(typed(types));
  return engine.findings({ rules: ['date-type'] }).map((finding) => /`(\w+)`/u.exec(finding.message)?.[1] ?? '');
}

it.each([
  ['nothing', {}, ['created']],
  ['nothing either', { types: {} }, ['created']],
  ['that a date is text', { types: { Created: 'text' } }, []],
  ['of one more date', { types: { heard: 'date' } }, ['created', 'heard']],
  ['a type that is not known here', { types: { created: 'colour', heard: 'datetime' } }, ['heard']],
])('a vault that was told %s goes by that', async (_, types, dates) => {
  expect(await datesAfter(types)).toEqual(dates);
});

it('settings override the property types of Obsidian', async () => {
  const engine = await engineOf(NOTE);
  engine.configure({ settings: { propertyTypes: { created: 'date' } } });
  engine.adopt(typed({ types: { created: 'text' } }));
  expect(engine.findings({ rules: ['date-type'] })).toHaveLength(1);
});

it.each([[null], [7], ['types'], [[]], [{ types: 7 }], [{ types: { created: 7 } }], [{ types: { created: ['date'] } }]])(
  'content of another shape gives a warning, and the usual types hold (%j)',
  async (content) => {
    const engine = await engineOf(NOTE);
    const { values, warnings } = engine.adopt(typed(content));
    expect(values).toEqual([]);
    expect(warnings).toEqual([{ path: TYPES, reason: expect.any(String) as string }]);
    expect(engine.findings({ rules: ['date-type'] })).toHaveLength(1);
  },
);

it('what is adopted says where it comes from, and is no part of the saved settings', async () => {
  const engine = await engineOf(NOTE);
  const path = '.obsidian/plugins/obsidian-tasks-plugin/data.json';
  const adopted = engine.adopt([{ path, text: '{"globalFilter": "#task", "taskFormat": "dataview"}' }]);
  expect(adopted).toEqual({
    values: [{ setting: 'global filter of tasks', value: '#task', path }, { setting: 'format of tasks', value: 'dataview', path }],
    warnings: [], taskFormat: 'dataview', globalFilter: '#task',
  });
  const { settings } = engine.configure({ settings: { globalFilter: '#do' } });
  expect(settings).toMatchObject({ globalFilter: '#do', taskFormat: 'emoji' });
  expect(settings).not.toHaveProperty('adopted');
});

it('files that are no list are refused', async () => {
  const engine = await engineOf(NOTE);
  expect(() => engine.adopt(7 as never)).toThrow(/invalid type|expected/u);
});

it('a skipped note has a reason', async () => {
  const engine = await engineOf(NOTE, { path: 'Templates/a.md', text: '' }, { path: 'b.md', text: '---\nnamesake: off\n---\n' });
  engine.reject('c.md', 'it is not valid UTF-8');
  expect(engine.ignored(NOTE.path)).toBeUndefined();
  expect(engine.ignored('gone.md')).toBeUndefined();
  expect(engine.ignored('Templates/a.md')).toContain('a template');
  expect(engine.ignored('b.md')).toContain('“namesake”');
  expect(engine.ignored('c.md')).toBe('it is not valid UTF-8');
});

it('two texts are compared word by word', async () => {
  const { lines } = (await engineOf()).compare('a.md', 'one\ntwo three\n', 'one\ntwo four\n');
  expect(lines).toEqual([{ line: 2, parts: [
    { kind: 'same', text: 'two ' }, { kind: 'delete', text: 'three' }, { kind: 'insert', text: 'four' }, { kind: 'same', text: '\n' },
  ] }]);
});
