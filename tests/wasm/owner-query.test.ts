// The query under “Tasks They Own” lists the tasks of the person, as Dataview reads it (see dataview.ts).
import { describe, expect, it } from 'vitest';
import type { NoteText, OwnerStyle } from 'namesake-wasm';
import { listed } from './dataview.ts';
import { engineOf, present, tasksOf as rowsFor } from './core.ts';

const person = (name: string, condition: string, aliases = ''): NoteText => ({
  path: `People/${name}.md`,
  text: `---\ntype: people\naliases: [${aliases}]\n---\n## Tasks They Own\n\n\`\`\`dataview\nTASK\nWHERE ${condition}\nSORT due ASC\n\`\`\`\n`,
});

const ROB = 'People/Rob Benoit.md';
const MARA = 'People/Mara Voss.md';
const people = [
  person('Rob Benoit', 'contains(text, "@RobBenoit") AND !completed'),
  person('Mara Voss', '!completed AND (contains(text, "@MV") OR contains(text, "@" + this.file.name))', 'MV'),
  person('Ann Lee', 'contains(text, "@AnnLee") and !completed'),
  person('Ann Leeson', 'contains(text, "@AnnLeeson") and !completed'),
];
const meeting: NoteText = {
  path: 'Meetings/2025-10-30 - Cave five.md',
  text: [
    '**Participants:** Rob Benoit, Mara Voss',
    '',
    '- [ ] draw the yard @Rob Benoit ⏫',
    '- [ ] draw the dock 📅 2025-11-15 @RobBenoit',
    '- [x] draw the ramp @RobBenoit',
    '- [ ] count the doors @Rob, @Mara',
    '- [ ] ask the insurer Owner: Mara Voss',
    '- [ ] hang the sensors @AnnLeeson',
    '- [ ] name nobody',
    '',
  ].join('\n'),
};

/** The notes after all automatic fixes of owners and their queries. */
async function settled(notes: NoteText[], ownerStyle: OwnerStyle): Promise<NoteText[]> {
  const engine = await engineOf(...notes);
  engine.configure({ settings: { ownerStyle } });
  const { changes } = engine.plan({ kind: 'query', query: { tier: 'auto', rules: ['owner', 'owner-query'] } });
  return notes.map((note) => ({ ...note, text: changes.find(({ path }) => path === note.path)?.after ?? note.text }));
}

/** The first three words of each task that the person's query lists. */
function tasksOf(notes: NoteText[], path: string): string[] {
  const note = present(notes.find((note) => note.path === path), path);
  return listed(notes, note, 'Tasks They Own').map((text) => text.split(' ').slice(0, 3).join(' '));
}

const notes = [...people, meeting];

describe('a query for a handle', () => {
  it('lists only the tasks that are written with the handle', () => {
    expect(tasksOf(notes, ROB)).toEqual(['draw the dock']);
    expect(tasksOf(notes, MARA)).toEqual([]);
  });

  it.each<OwnerStyle>(['link', 'handle', 'mention'])('lists all that the person owns once owners are a %s', async (style) => {
    const after = await settled(notes, style);
    expect(tasksOf(after, ROB)).toEqual(['draw the yard', 'draw the dock', 'count the doors']);
    expect(tasksOf(after, MARA)).toEqual(['count the doors', 'ask the insurer']);
  });

  it('lists no tasks of others, even if their names begin alike', async () => {
    const after = await settled(notes, 'link');
    expect(tasksOf(after, 'People/Ann Lee.md')).toEqual([]);
    expect(tasksOf(after, 'People/Ann Leeson.md')).toEqual(['hang the sensors']);
  });

  it('lists the same tasks as the engine', async () => {
    const after = await settled(notes, 'link');
    const engine = await engineOf(...after);
    for (const path of [ROB, MARA, 'People/Ann Leeson.md']) {
      const owner = path.slice('People/'.length, -'.md'.length);
      const rows = rowsFor(engine, { owner, status: 'open' });
      expect(rows.length).toBeGreaterThan(0);
      expect(rows.map(({ description }) => description.split(' ').slice(0, 3).join(' '))).toEqual(tasksOf(after, path));
    }
  });

  it('still lists them after the note is renamed and Obsidian updates the links', async () => {
    const after = await settled(notes, 'link');
    const renamed = after.map(({ path, text }) => ({
      path: path.replace('Rob Benoit', 'Robert Benoit'),
      text: text.replaceAll('[[Rob Benoit', '[[Robert Benoit'),
    }));
    expect(tasksOf(renamed, 'People/Robert Benoit.md')).toEqual(['draw the yard', 'draw the dock', 'count the doors']);
  });
});
