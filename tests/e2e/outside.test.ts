// Asked from outside the app: its command line answers in text and in JSON, and links that begin with `obsidian://` open
// the questions of a note, whatever anybody writes into them.
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { notices, palette } from './support/app.ts';
import { leave, openStage, type Stage } from './support/stage.ts';
import { changedBetween, wholeVault } from './support/vault.ts';
import { settled, until } from './support/waiting.ts';

const MEETING = 'Meetings/2025-11-03 - Yard.md';
const files = {
  [MEETING]: '---\ntype: meeting\ndate: 2025-11-03\nparticipants: [Mara Voss]\n---\n\n# Yard\n\n- [ ] Paint the gate @Mara Voss 📅 2025-12-01\n- [x] Sweep ✅ 2025-11-02\n\n## Summary\n\nMara Foss painted.\n',
  'Meetings/2025-11-04 - Quay.md': '---\ntype: meeting\ncreated: 2025/11/04\n---\n\n# Quay\n',
  'People/Mara Voss.md': '---\ntype: people\ntitle: Mara Voss\n---\n\n# Mara Voss\n',
};

let stage: Stage;
let page: Page;

beforeAll(async () => {
  stage = await openStage({ yard: { files } });
});
afterAll(() => stage.close());
beforeEach(async () => {
  page = await stage.visit();
});
afterEach(() => leave(page, stage));

const cli = (command: string, params: Record<string, string> = {}): Promise<string> =>
  page.evaluate(([name, given]) => window.host.runCli(name, given), [command, params] as const);

describe('the command line', () => {
  it('says what is in the vault', async () => {
    expect(await cli('namesake')).toContain('2 meetings');
    expect(JSON.parse(await cli('namesake:about', { format: 'json' }))).toMatchObject({ notes: 3 });
  });

  it('lists findings of the vault or of one note, and changes nothing', async () => {
    const before = await wholeVault(page);
    const all = await cli('namesake:scan');
    expect(all).toMatch(/^Meetings\/2025-11-04 - Quay\.md\n {2}certain [a-z-]+: /mu);
    expect(all).toMatch(/\d+ findings in \d notes?\.$/u);
    const one = (await cli('namesake:scan', { note: '2025-11-04 - Quay', format: 'json' })).split('\n').map((line) => JSON.parse(line) as { path: string; tier: string });
    expect(one.length).toBeGreaterThan(0);
    expect(new Set(one.map(({ path }) => path))).toEqual(new Set(['Meetings/2025-11-04 - Quay.md']));
    expect(changedBetween(before, await wholeVault(page))).toEqual([]);
  });

  it('lists tasks by owner and status', async () => {
    expect(await cli('namesake:tasks')).toBe(`${MEETING}:9 Paint the gate @Mara Voss (Mara Voss; 2025-12-01)\n1 task.`);
    expect(await cli('namesake:tasks', { status: 'done' })).toBe(`${MEETING}:10 Sweep\n1 task.`);
    expect(await cli('namesake:tasks', { owner: 'Nobody', format: 'json' })).toBe('');
  });

  it('undoes the last batch, and says so where there is none', async () => {
    expect(await cli('namesake:undo')).toBe('There is no batch to undo.');
    const before = await wholeVault(page);
    await page.evaluate(() => window.host.openFile('Meetings/2025-11-04 - Quay.md'));
    await palette(page, 'Normalise…', 'This note');
    await until('the note is mended', async () => changedBetween(before, await wholeVault(page)).length > 0);
    await settled(page);
    expect(await cli('namesake:undo')).toMatch(/: Restored 1 note\.$/u);
    await settled(page);
    expect(changedBetween(before, await wholeVault(page))).toEqual([]);
  });

  it('opens the questions of a note', async () => {
    expect(await cli('namesake:review', { note: MEETING })).toBe('The review queue is open.');
    await page.locator('.workspace-leaf.mod-active .namesake-review').waitFor();
  });

  it('says what it does not understand', async () => {
    expect(await cli('namesake:scan', { note: '../../etc/passwd' })).toContain('There is no note “../../etc/passwd”');
    expect(await cli('namesake:scan', { format: 'xml' })).toContain('There is no format “xml”');
    expect(await cli('namesake:tasks', { status: 'true' })).toContain('There is no status “true”');
  });

  it('is there once more when the plugin is loaded again', async () => {
    await page.evaluate(() => window.host.reloadPlugin());
    await until('it answers', async () => (await cli('namesake')).includes('2 meetings'));
  });
});

describe('a link', () => {
  const follow = (params: Record<string, string>): Promise<void> => page.evaluate((given) => window.host.openUri('namesake', given), params);

  it('opens the questions of the note it names', async () => {
    await follow({ note: MEETING });
    await page.locator('.workspace-leaf.mod-active .namesake-review').waitFor();
    expect(await notices(page)).toEqual([]);
  });

  it.each([
    '../../../etc/passwd', '/etc/passwd', 'C:\\Windows\\win.ini', '.obsidian/plugins/namesake/data.json', '<img src=x onerror=alert(1)>',
    'true', '%2e%2e/secret.md', '\u0000', 'https://example.org/a.md', 'a'.repeat(100_000),
  ])('with a name that is no note’s changes and opens nothing (%#)', async (note) => {
    const before = await wholeVault(page);
    await follow({ note });
    await until('it is refused', async () => (await notices(page)).length === 1);
    expect((await notices(page))[0]).toMatch(/^There is no note .{2,110} in this vault\.$/su);
    expect(await page.locator('.notice img').count()).toBe(0);
    expect(changedBetween(before, await wholeVault(page))).toEqual([]);
  });
});
