// The sample vault through the wasm: the answers do not depend on the order in which notes arrive.
import { beforeAll, describe, expect, it } from 'vitest';
import type { Engine } from 'namesake-wasm';
import { engineOf, everyday, MEETING, PERSON, present, tasksOf, wordsOf } from './core.ts';

const notes = everyday();
let engine: Engine;

beforeAll(async () => {
  engine = await engineOf(...notes);
});

describe('the everyday vault', () => {
  it('has its people and meetings', () => {
    const folder = (name: string): number => notes.filter(({ path }) => path.startsWith(`${name}/`)).length;
    expect(engine.status()).toMatchObject({ notes: notes.length, unreadable: 0 });
    expect(engine.status().people).toBeGreaterThanOrEqual(folder('People') - 1);
    expect(engine.status().meetings).toBeGreaterThanOrEqual(folder('Meetings') - 1);
    expect(engine.paths()).toEqual(expect.arrayContaining(notes.map(({ path }) => path)));
  });

  it('offers Rob Benoit for “Rob Banga”, with its evidence', () => {
    const found = engine.findings({ paths: [PERSON], rules: ['via'] });
    const text = present(notes.find(({ path }) => path === PERSON), PERSON).text;
    const finding = present(found.find((finding) => wordsOf(finding, text) === 'Rob Banga'), 'finding about Rob Banga');
    expect(finding.tier).toBe('review');
    expect(finding.fixes[0]?.title).toContain('Rob Benoit');
    expect(finding.evidence.length).toBeGreaterThan(1);
  });

  it('lists the tasks of the meeting with their owners', () => {
    const tasks = tasksOf(engine, { path: MEETING });
    const lines = present(notes.find(({ path }) => path === MEETING), MEETING).text.split('\n');
    for (const task of tasks) expect(lines[task.line - 1]).toBe(task.raw);
    const owned = tasks.filter((task) => task.owners.some((owner) => owner.path === PERSON));
    expect(owned.map((task) => /@Rob \w+/.exec(task.raw)?.[0])).toEqual(['@Rob Benoit', '@Rob Banga']);
    const [certain, likely] = owned.map((task) => task.owners[0]?.p ?? 0);
    expect(certain).toBeGreaterThan(present(likely, 'second task'));
    expect(tasksOf(engine, { owner: 'Rob Benoit', path: MEETING })).toEqual(owned);
    expect(tasksOf(engine, { path: MEETING, status: 'open' }).map((task) => task.status)).not.toContain('DONE');
  });

  it('relates a meeting to its participants', () => {
    const related = engine.related(MEETING);
    expect(related[0]).toBe(MEETING);
    expect(related).toEqual(expect.arrayContaining([PERSON, 'People/Mara Voss.md', 'People/Søren Bjerregaard-Holm.md']));
  });

  it.each([
    ['backwards', [...notes].reverse()],
    ['by their texts’ length', [...notes].sort((a, b) => a.text.length - b.text.length)],
  ])('is the same when it comes in %s, note by note', async (_, order) => {
    const other = await engineOf();
    for (const note of order) other.upsert([note]);
    expect(answers(other)).toEqual(answers(engine));
  });

  it('does not depend on earlier texts of its notes', async () => {
    const other = await engineOf(...notes.map(({ path }, index) => ({ path, text: present(notes.at(index - 1), 'note').text })));
    other.upsert([{ path: 'Inbox/gone.md', text: '# Gone' }]);
    other.findings({});
    other.upsert(notes);
    other.remove('Inbox/gone.md');
    expect(answers(other)).toEqual(answers(engine));
  });
});

const answers = (of: Engine): unknown => ({
  paths: of.paths(),
  status: of.status(),
  findings: of.findings({}),
  tasks: tasksOf(of, {}),
  related: of.related(MEETING),
  saved: of.plan({ kind: 'saved', path: MEETING }),
  certain: of.plan({ kind: 'query', query: { tier: 'auto' } }),
});
