// The user's own patterns through the real WebAssembly: places in UTF-16 units, and a wrong pattern that leaves others in force.
import { describe, expect, it } from 'vitest';
import { edited, engineOf, present, wordsOf } from './core.ts';

const NOTE = { path: 'Notes/a.md', text: '---\ntitle: 📅 w/o\n---\n📅 Doors w/o sensors 🙂\n' };

describe('a pattern', () => {
  it('is tried on a note with places in UTF-16 units', async () => {
    const engine = await engineOf(NOTE);
    const trial = engine.tryPattern({ find: 'w/o', replace: 'without', where: ['body', 'properties'] }, NOTE.path);
    expect(trial.found).toBe(2);
    expect(trial.excerpts.map(({ start, end }) => NOTE.text.slice(start, end))).toEqual(['📅 w/o', 'w/o']);
    expect(present(trial.excerpts[1], 'excerpt')).toMatchObject({ lead: '📅 Doors ', before: 'w/o', after: 'without', tail: ' sensors 🙂' });
  });

  it('says where it is wrong in UTF-16 units and in characters', async () => {
    const engine = await engineOf(NOTE);
    expect(engine.tryPattern({ find: '🙂(a' }).error).toEqual({ part: 'find', start: 2, character: 2, message: 'unclosed group' });
    expect(engine.tryPattern({ find: '(a)', replace: '🙂$2' }).error).toMatchObject({ part: 'replace', start: 2, character: 2 });
    expect(engine.tryPattern({ find: 'a*' }).error?.message).toContain('no text at all');
  });

  it('that is wrong leaves the others in force', async () => {
    const engine = await engineOf(NOTE);
    engine.configure({ settings: { patterns: [{ find: '(' }, { find: 'w/o', replace: 'without' }] } });
    const [finding] = engine.findings({ rules: ['pattern'] });
    const found = present(finding, 'finding');
    expect(wordsOf(found, NOTE.text)).toBe('w/o');
    expect(edited(NOTE.text, present(found.fixes[0], 'fix').edits)).toBe(NOTE.text.replace('Doors w/o', 'Doors without'));
  });
});
