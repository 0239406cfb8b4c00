// The core counts bytes and JavaScript UTF-16 units. Ranges of findings must select the same words in both, whatever
// characters come before.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { engineOf, present, wordsOf } from './core.ts';

const PEOPLE = [{ path: 'People/Zoë Ångström.md', text: '---\ntype: people\naliases: [Zo Angstrom]\n---\n# Zoë Ångström\n' }];
const TASK = '- [ ] Ring back @Zo Angstrom 📅 2025-01-02';
const OWNER = '@Zo Angstrom';

async function ownerIn(text: string): Promise<string> {
  const engine = await engineOf(...PEOPLE, { path: 'Inbox/n.md', text });
  const finding = engine.findings({ paths: ['Inbox/n.md'], rules: ['owner'] })[0];
  return wordsOf(present(finding, 'finding about the owner'), text);
}

describe('a range in a note, in UTF-16 units', () => {
  it.each([
    ['nothing', ''],
    ['a byte order mark', '\uFEFF# Title\n'],
    ['a byte order mark and properties', '\uFEFF---\ntitle: x\n---\n'],
    ['lines that end in CRLF', 'one\r\ntwo\r\n'],
    ['emoji', '📅 👩‍👩‍👧 🇳🇱\n'],
    ['letters beyond the basic plane', '𝒳 𐍈 𠮷\n'],
    ['combining accents', 'Zoe\u0308 A\u030Angstro\u0308m\n'],
    ['right-to-left text', 'نص ואז\n'],
    ['a lone surrogate', 'x\uD83Dy\n'],
  ])('is exact after %s', async (_, before) => {
    expect(await ownerIn(`${before}${TASK}\n`)).toBe(OWNER);
  });

  it('is exact on a line with emoji before it', async () => {
    expect(await ownerIn(`- [ ] 📞👋🏽 Ring 𝒳 @Zo Angstrom\r\n`)).toBe(OWNER);
  });

  it('is exact for an insertion at the very end', async () => {
    const text = '\uFEFF---\ntype: people\ntags: needs-review, 📅\n---\n# 👋 Ann\r\n';
    const engine = await engineOf({ path: 'People/Ann.md', text });
    for (const finding of engine.findings({})) {
      for (const edit of finding.fixes.flatMap((fix) => fix.edits)) {
        expect(edit.end).toBeLessThanOrEqual(text.length);
      }
    }
    expect(engine.findings({ rules: ['list-type'] }).map((finding) => wordsOf(finding, text).trim())).toEqual(['tags: needs-review, 📅']);
  });

  it('is exact after any line of text', async () => {
    const line = fc.string({ unit: 'binary' }).map((text) => text.replace(/[\r\n\p{Cc}]/gu, ' '));
    const engine = await engineOf(...PEOPLE);
    fc.assert(
      fc.property(fc.array(line), (lines) => {
        const text = `${lines.map((words) => `P ${words}`).join('\n\n')}\n\n${TASK}\n`;
        engine.upsert([{ path: 'Inbox/n.md', text }]);
        const found = engine.findings({ paths: ['Inbox/n.md'], rules: ['owner'] });
        // The text before may open a comment or a code block, in which the line is no task.
        for (const finding of found) expect(wordsOf(finding, text)).toBe(OWNER);
      }),
    );
  });
});
