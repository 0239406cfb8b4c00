// One Chromium for a test file, the host page served with the built plugin, and the few gestures every story needs.
// A page has a storage of its own; whatever it throws, logs as an error or asks of another address is kept as trouble.
import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, relative, sep } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { chromium, type Browser, type Locator, type Page } from 'playwright-core';
import { expect } from 'vitest';
import { serve } from '../host/serve.mjs';

const root = fileURLToPath(new URL('../../', import.meta.url));
const FLAGS = ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update', '--disable-sync'];

export const DATA = '.obsidian/plugins/namesake/data.json';
/** data.json of somebody who went through a first batch and switched automatic repairs on. */
export const SWITCHED_ON = JSON.stringify({ version: 1, settings: { automatic: true }, firstBatchReviewed: true });
/** Milliseconds: the app's autosave, and the rest that the plugin waits for after it; each with a little more. */
export const AUTOSAVE = 2100;
export const REST = 2100;

export const MEETING = 'Meetings/2025-10-30 - Osterhavn, a gateway for cave five.md';
export const ROB = 'People/Rob Benoit.md';

/** Milliseconds that a step may take: the first page of a browser on a busy machine, and less than a whole test has. */
const PATIENCE = 50_000;

/** A vault on the disk: one of `tests/vaults`, with files of the test's own laid over it. */
export interface VaultPlan {
  from?: 'everyday' | 'hostile';
  /** Files of it that this vault does not have. */
  without?: (path: string) => boolean;
  files?: Record<string, string | Uint8Array>;
}

export interface Visit {
  vault?: string;
  width?: number;
  height?: number;
  theme?: 'light' | 'dark';
  /** The page's clock is the test's to stop and to move. It runs until then. */
  clock?: boolean;
  /** Selector of an element whose texts are kept in `window.seen` as they change, from the page's start on. */
  watch?: string;
}

declare global {
  interface Window {
    seen: string[];
    letGo: () => void;
  }
}

export interface Stage {
  visit: (visit?: Visit) => Promise<Page>;
  /** Errors, dialogs and foreign requests since the last call. */
  takeTrouble: () => string[];
  close: () => Promise<void>;
}

/** @param pluginBuild folder under build/ */
export async function openStage(vaults: Record<string, VaultPlan>, pluginBuild = 'plugin'): Promise<Stage> {
  const folder = await mkdtemp(join(tmpdir(), 'namesake-e2e-'));
  const dirs: Record<string, string> = {};
  for (const [name, plan] of Object.entries(vaults)) dirs[name] = await layOut(join(folder, name), plan);
  const [first] = Object.values(dirs);
  const server = await serve({ vaultDir: first, vaults: dirs, pluginDir: join(root, 'build', pluginBuild), hostDir: join(root, 'build/host') });
  const browser = await chromium.launch({ executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium', args: FLAGS });
  const trouble: string[] = [];
  return {
    visit: (visit = {}) => newPage(browser, server.url, { vault: Object.keys(vaults)[0], ...visit }, trouble),
    takeTrouble: () => trouble.splice(0),
    close: async () => {
      await browser.close();
      await server.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function layOut(dir: string, { from, without = () => false, files = {} }: VaultPlan): Promise<string> {
  await mkdir(dir, { recursive: true });
  const source = join(root, 'tests/vaults', from ?? '');
  if (from) await cp(source, dir, { recursive: true, filter: (path) => !without(relative(source, path).split(sep).join('/')) });
  for (const [path, content] of Object.entries(files)) {
    await mkdir(dirname(join(dir, path)), { recursive: true });
    await writeFile(join(dir, path), content);
  }
  return dir;
}

async function newPage(browser: Browser, url: string, visit: Visit, trouble: string[]): Promise<Page> {
  const { width = 1280, height = 900, theme = 'light' } = visit;
  const context = await browser.newContext({ viewport: { width, height }, reducedMotion: 'reduce', locale: 'en-GB', timezoneId: 'UTC' });
  const page = await context.newPage();
  page.setDefaultTimeout(PATIENCE);
  page.on('pageerror', (error) => trouble.push(error.stack ?? error.message));
  page.on('console', (message) => message.type() === 'error' && trouble.push(message.text()));
  page.on('dialog', (dialog) => {
    trouble.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on('request', (request) => {
    if (!request.url().startsWith(url) && !request.url().startsWith('blob:')) trouble.push(`request: ${request.url()}`);
  });
  if (visit.clock) await page.clock.install();
  if (visit.watch !== undefined) await page.addInitScript(watchTexts, visit.watch);
  await page.goto(`${url}?vault=${visit.vault ?? ''}&theme=${theme}`);
  await started(page);
  return page;
}

/** Ends a visit, in which nothing went wrong behind the scenes: no conflict of the app's, no error, no foreign request. */
export async function leave(page: Page, stage: Stage): Promise<void> {
  expect(await notices(page)).not.toContainEqual(expect.stringContaining('modified externally'));
  expect(stage.takeTrouble()).toEqual([]);
  await page.context().close();
}

function watchTexts(selector: string): void {
  window.seen = [];
  new MutationObserver(() => {
    const text = document.querySelector(selector)?.textContent ?? '';
    if (text !== '' && text !== window.seen.at(-1)) window.seen.push(text);
  }).observe(document, { childList: true, subtree: true, characterData: true });
}

/** Waits until the vault is read and every note was checked: the number of findings is told only then. */
export async function started(page: Page): Promise<void> {
  await page.waitForSelector('body[data-ready]');
  await page.evaluate(() => window.host.settled());
  await page.waitForFunction(() => {
    const plugin = window.app.plugins.plugins['namesake'] as unknown as { session: { ready: boolean; review: { state(): { phase: { kind: string } } } } } | undefined;
    return plugin?.session.ready === true && plugin.session.review.state().phase.kind === 'ready';
  });
}

export async function reload(page: Page): Promise<void> {
  await settled(page);
  await page.reload();
  await started(page);
}

export const settled = (page: Page): Promise<void> => page.evaluate(() => window.host.settled());
export const disk = (page: Page, path: string): Promise<string> => page.evaluate((at) => window.host.readDisk(at), path);
export const inEditor = (page: Page, path: string): Promise<string | null> => page.evaluate((at) => window.host.editorText(at), path);
export const notices = (page: Page): Promise<string[]> => page.evaluate(() => window.host.notices());
export const open = (page: Page, path: string, tab = false): Promise<void> =>
  page.evaluate(([at, newTab]) => window.host.openFile(at, newTab), [path, tab] as const);
export const syncs = (page: Page, path: string, text: string): Promise<void> =>
  page.evaluate(([at, content]) => window.host.writeDiskExternally(at, content), [path, text] as const);

/** Every file of the vault, the hidden ones left out, byte for byte. */
export function wholeVault(page: Page): Promise<Record<string, string>> {
  return page.evaluate(async () => {
    const texts: Record<string, string> = {};
    for (const { path } of window.app.vault.getFiles()) {
      texts[path] = [...(await window.host.readBytes(path))].map((byte) => String.fromCharCode(byte)).join('');
    }
    return texts;
  });
}

/** Paths whose bytes differ. */
export function changedBetween(before: Record<string, string>, after: Record<string, string>): string[] {
  return [...new Set([...Object.keys(before), ...Object.keys(after)])].filter((path) => before[path] !== after[path]).sort();
}

/** Resolves when the condition holds; polled from outside, so that a paused clock does not matter. */
export async function until(what: string, condition: () => Promise<boolean>): Promise<void> {
  for (const end = Date.now() + PATIENCE; !(await condition()); await setTimeout(20)) {
    if (Date.now() > end) throw new Error(`Waited in vain until ${what}.`);
  }
}

/** Chooses a command from the palette as a user does. */
export async function palette(page: Page, name: string): Promise<void> {
  await page.keyboard.press('Control+p');
  await page.locator('.prompt-input').fill(name);
  await page.locator('.suggestion-item', { hasText: name }).first().waitFor();
  await page.keyboard.press('Enter');
}

/** The commands of the plugin that the palette offers now. */
export async function offered(page: Page): Promise<string[]> {
  const commands = await page.evaluate(() => window.host.commands());
  return commands.filter(({ id }) => id.startsWith('namesake:')).map(({ name }) => name.replace(/^Namesake: /u, '')).sort();
}

/** Puts the cursor behind the first occurrence of a text in the active editor, with the focus in it. */
export async function cursorBehind(page: Page, text: string): Promise<void> {
  await page.evaluate((needle) => {
    const { editor } = window.app.workspace.activeEditor!;
    const at = editor.getValue().indexOf(needle);
    if (at < 0) throw new Error(`The note does not say: ${needle}`);
    editor.setCursor(editor.offsetToPos(at + needle.length));
    editor.focus();
  }, text);
}

/** The cursor of the active editor, and the text around it. */
export function cursor(page: Page): Promise<{ line: number; ch: number; before: string; after: string }> {
  return page.evaluate(() => {
    const editor = window.app.workspace.activeEditor!.editor;
    const at = editor.getCursor();
    const line = editor.getLine(at.line);
    return { line: at.line, ch: at.ch, before: line.slice(0, at.ch), after: line.slice(at.ch) };
  });
}

/** Stops the page's clock, so that nothing is saved until the test lets time pass. Needs a page with `clock`. */
export async function stopTime(page: Page): Promise<void> {
  const now = await page.evaluate(() => Date.now());
  await page.clock.pauseAt(now + 5000); // Ahead of how long the call itself takes.
}

/** Lets the app save what was typed, then the plugin's own time of rest go by. Needs a page with `clock`. */
export async function comeToRest(page: Page): Promise<void> {
  await page.clock.runFor(AUTOSAVE);
  await page.clock.resume(); // What the save sets going may need a timer; it would never come to an end in stopped time.
  await settled(page);
  await page.clock.runFor(REST);
}

/** Resolves when the engine, which takes one question at a time, has answered what it was asked: a list of names is that of all that was typed. */
export async function answered(page: Page): Promise<void> {
  await page.evaluate(() => {
    const plugin = window.app.plugins.plugins['namesake'] as unknown as { session: { engine: { status(): Promise<unknown> } } };
    return plugin.session.engine.status();
  });
}

/** Resolves when what happened so far is mended and looked at, and what was written for it is saved and looked at, too. */
export async function atRest(page: Page): Promise<void> {
  const lookedAt = (): Promise<void> => page.evaluate(() => {
    const plugin = window.app.plugins.plugins['namesake'] as unknown as { session: { settled(): Promise<void> } };
    return plugin.session.settled();
  });
  await lookedAt();
  await settled(page);
  await lookedAt();
}

export const statusBar = (page: Page): Locator => page.locator('.namesake-status');
export const pane = (page: Page): Locator => page.locator('.namesake-review');
export const selected = (page: Page): Locator => page.locator('.namesake-card.is-selected');
export const notice = (page: Page, text: string | RegExp): Locator => page.locator('.notice', { hasText: text });
export const card = (page: Page, text: string | RegExp): Locator => page.locator('.namesake-card', { hasText: text });

/** Opens the pane at this note's findings, by the menu of the note in the file list. */
export async function review(page: Page, path: string): Promise<void> {
  await open(page, path);
  await fileMenu(page, path, 'Review note');
  await page.locator('.namesake-option:focus').waitFor();
}

/** How much is to be reviewed, by the status bar. */
export const count = async (page: Page): Promise<number> => Number(/\d+/u.exec((await statusBar(page).textContent()) ?? '')?.[0]);

/** What is selected: the note's name and folder, and the card's text. */
export function here(page: Page): Promise<string> {
  return selected(page).evaluate((one) => {
    const note = one.closest('.namesake-note')?.querySelector('.namesake-note-name')?.textContent ?? '';
    return `${note}: ${one.querySelector('.namesake-message')?.textContent ?? ''}`;
  });
}

/** Walks down the list with `j` until the card of this name is selected; without a person, whoever it may be. */
export async function walkTo(page: Page, heard: string, person = ''): Promise<void> {
  const left = await count(page);
  for (let step = 0; !(await here(page)).includes(`“${heard}” may be ${person}`); step += 1) {
    if (step > left) throw new Error(`The list ends before “${heard}”.`);
    await page.keyboard.press('j');
  }
}

/** Opens the queue from the palette and walks to what is said of this name, without a mouse and with no note open. */
export async function walkFromPalette(page: Page, heard: string, person = ''): Promise<void> {
  await palette(page, 'Open the review queue');
  await page.locator('.namesake-option:focus').waitFor();
  await walkTo(page, heard, person);
}

/** Has the selected name not be remembered: only the link is written. */
export async function rememberNothing(page: Page): Promise<void> {
  const way = selected(page).getByRole('radio', { name: 'not at all' });
  for (let step = 0; !(await way.isChecked()); step += 1) {
    if (step > 3) throw new Error('No key chooses “not at all”.');
    await page.keyboard.press('m');
  }
}

/** Opens the menu of a file or a folder in the file list and chooses an item. */
export async function fileMenu(page: Page, path: string, item: string): Promise<void> {
  await page.locator(`[data-path="${path}"]`).click({ button: 'right' });
  await page.locator('.menu-item', { hasText: item }).click();
}

/** Holds back whatever is written into the journal until `letGo`: the time between computing and writing. */
export async function holdJournal(page: Page): Promise<void> {
  await page.evaluate(() => {
    const { adapter } = window.app.vault;
    const write = adapter.write.bind(adapter);
    const gate = new Promise<void>((resolve) => {
      window.letGo = resolve;
    });
    window.seen = [];
    adapter.write = async (path, ...rest) => {
      if (path.includes('/journal/')) {
        window.seen.push(path);
        await gate;
      }
      return write(path, ...rest);
    };
  });
}

export const journalIsHeld = (page: Page) => page.waitForFunction(() => window.seen.length > 0);
export const letGo = (page: Page): Promise<void> => page.evaluate(() => window.letGo());
