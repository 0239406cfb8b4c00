// What belongs to this device: repairs by itself, and reading the vault at all. Neither stands in data.json.
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { notice, palette } from './support/app.ts';
import { cursorBehind, inEditor, open } from './support/editor.ts';
import { leave, openStage, type Stage } from './support/stage.ts';
import { DATA, disk, SWITCHED_ON } from './support/vault.ts';
import { comeToRest, settled, started, until } from './support/waiting.ts';

const NOTE = 'Meetings/2025-11-03 - Yard.md';
const TEXT = '---\ntype: meeting\ncreated: 2025/11/03\n---\n\n# Yard\n\nSeen: \n';

let stage: Stage;
let page: Page;

beforeAll(async () => {
  stage = await openStage({ yard: { files: { [DATA]: SWITCHED_ON, [NOTE]: TEXT } } });
});
afterAll(() => stage.close());
afterEach(() => leave(page, stage));

async function toggle(name: string): Promise<void> {
  await page.evaluate(() => window.app.setting.open());
  await page.locator('.vertical-tab-nav-item', { hasText: 'Namesake' }).click();
  await page.locator('.setting-item', { hasText: name }).locator('.checkbox-container').click();
  await page.keyboard.press('Escape');
}

it('repairs are made by the devices that may', async () => {
  page = await stage.visit({ clock: true });
  const data = await disk(page, DATA);
  await toggle('Certain repairs on this device');
  await open(page, NOTE);
  await cursorBehind(page, 'Seen: ');
  await page.keyboard.type('gate');
  await comeToRest(page);
  expect(await disk(page, NOTE)).toBe(TEXT.replace('Seen: ', 'Seen: gate'));
  expect(await disk(page, DATA)).toBe(data);
  await toggle('Certain repairs on this device');
  await cursorBehind(page, 'Seen: gate');
  await page.keyboard.type('s');
  await comeToRest(page);
  await until('the day is mended', async () => (await inEditor(page, NOTE))?.includes('created: 2025-11-03\n') ?? false);
});

it('the vault is not read where that is switched off, which every command says, until it is switched on', async () => {
  page = await stage.visit();
  await toggle('Read the vault on this device');
  await settled(page);
  await page.reload();
  await page.waitForSelector('body[data-ready]');
  await palette(page, 'Scan the vault');
  await notice(page, 'Namesake is switched off on this device').waitFor();
  await palette(page, 'Rebuild the index');
  await until('it is said again', async () => (await notice(page, 'switched off on this device').count()) === 2);
  expect(await page.evaluate(() => window.host.runCli('namesake:scan'))).toContain('switched off on this device');
  await toggle('Read the vault on this device');
  await page.reload();
  await started(page);
});
