// A laptop or phone that sleeps while the engine computes: when it wakes, all timers are overdue at once.
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import { notices } from './support/app.ts';
import { cursorBehind, inEditor, open } from './support/editor.ts';
import { leave, openStage, type Stage } from './support/stage.ts';
import { DATA, SWITCHED_ON } from './support/vault.ts';
import { AUTOSAVE, settled, until } from './support/waiting.ts';

const NOTE = 'Meetings/2025-11-03 - Yard.md';
const TEXT = '---\ntype: meeting\ndate: 2025-11-03\n---\n\nSeen: \n\n- [ ] Paint the gate ðŸ“… 2025-12-01\n';

let stage: Stage;
let page: Page;

beforeAll(async () => {
  stage = await openStage({ yard: { files: { [DATA]: SWITCHED_ON, [NOTE]: TEXT } } });
});
afterAll(() => stage.close());
beforeEach(async () => {
  page = await stage.visit({ clock: true });
});
afterEach(() => leave(page, stage));

/** From now on what is said to a worker waits for `letGo`, as if it took that long; `seen` gets a line for each engine made. */
const holdWorker = (): Promise<void> => page.evaluate(() => {
  const { prototype } = Worker as unknown as { prototype: { postMessage: (this: Worker, message: unknown) => void } };
  const say = prototype.postMessage;
  const gate = new Promise<void>((resolve) => {
    window.letGo = resolve;
  });
  window.seen = [];
  prototype.postMessage = function (message) {
    if ((message as { kind: string }).kind === 'start') window.seen.push('another engine');
    window.seen.push('asked');
    void gate.then(() => say.call(this, message));
  };
});

it('a sleep of eight hours ends no engine and blames no note; what was begun is done', async () => {
  await open(page, NOTE);
  await cursorBehind(page, 'Seen: ');
  await holdWorker();
  await page.keyboard.type('the gate');
  await page.clock.runFor(AUTOSAVE);
  await until('the engine is asked', () => page.evaluate(() => window.seen.includes('asked')));
  await page.clock.fastForward('08:00:00');
  await page.clock.runFor(5000);
  await page.evaluate(() => window.letGo());
  await until('the note is mended', async () => {
    await page.clock.runFor(1000);
    return (await inEditor(page, NOTE))?.includes('📅') ?? false;
  });
  await settled(page);
  expect(await page.evaluate(() => window.seen)).not.toContain('another engine');
  expect((await notices(page)).filter((said) => !said.includes('Changed 1 note.'))).toEqual([]);
});
