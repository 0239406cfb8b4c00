// What once went wrong in the queue, and how long a user takes who goes through all of it: each question is read, then
// answered by a key.
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { inEditor } from './support/editor.ts';
import { BENWARE, changed, count, goTo, here, openQueue, pane, selected } from './support/pane.ts';
import { byKeyboard, byMouse, goThrough, isThrough, MOVING, READING, size, told } from './support/queue-user.ts';
import { leave, openStage, type Stage } from './support/stage.ts';
import { changedBetween, DATA, ROB, SWITCHED_ON, wholeVault } from './support/vault.ts';
import { atRest, reload, settled, until } from './support/waiting.ts';

const FIRST_NAMES = ['Mara', 'Rob', 'Ines', 'Jonas', 'Petra', 'Halil', 'Greta', 'Tilda', 'Oswin', 'Wiremu'];
const PAIRS = FIRST_NAMES.flatMap((first) => [`${first} Voss`, `${first} Marsh`]);
/** Two of each first name took part, so that each task asks whose it is. */
const FULL: Record<string, string> = { [DATA]: SWITCHED_ON };
for (const name of PAIRS) FULL[`People/${name}.md`] = '---\ntype: people\n---\n';
for (let day = 10; day <= 20; day += 1) {
  const tasks = FIRST_NAMES.map((first) => `- [ ] Shut gate ${day} @${first}`);
  const there = PAIRS.map((name) => `"[[${name}]]"`);
  FULL[`Meetings/2025-10-${day} - Gates.md`] = `---\ntype: meeting\ndate: 2025-10-${day}\nparticipants: [${there.join(', ')}]\n---\n${tasks.join('\n')}\n`;
}

let stage: Stage;
let page: Page;

beforeAll(async () => {
  stage = await openStage({
    queue: { from: 'everyday', files: { [DATA]: SWITCHED_ON } },
    full: { files: FULL },
  });
});
afterAll(() => stage.close());
beforeEach(async () => {
  page = await stage.visit();
});
afterEach(() => leave(page, stage));

const press = (key: string) => page.keyboard.press(key);
const done = async (): Promise<number> => Number(/^\d+/u.exec((await pane(page).locator('.namesake-count').textContent()) ?? '')?.[0]);

describe('a key', () => {
  it('after a look at the note decides about the question and writes nothing into the note', async () => {
    await goTo(page, BENWARE);
    await press('Enter');
    await until('the note is shown', async () => (await inEditor(page, ROB)) !== undefined);
    const before = await inEditor(page, ROB);
    await press('x');
    await until('it is decided', async () => (await done()) === 1);
    expect(await inEditor(page, ROB)).toBe(before);
  });

  it('that is held decides once', async () => {
    await openQueue(page);
    const n = await count(page);
    await page.keyboard.down('x');
    for (let repeat = 0; repeat < 15; repeat += 1) await page.keyboard.down('x');
    await page.keyboard.up('x');
    await until('one is decided', async () => (await count(page)) === n - 1);
    await atRest(page);
    expect(await done()).toBe(1);
  });

  it('does not decide about what is scrolled out of view, but brings it back', async () => {
    await openQueue(page);
    const asked = await here(page);
    await pane(page).locator('.namesake-scroll').evaluate((list) => {
      list.scrollTop = list.scrollHeight;
    });
    await press('x');
    expect(await done()).toBe(0);
    expect(await here(page)).toBe(asked);
    await press('x');
    await until('it is decided', async () => (await done()) === 1);
  });

  it('pressed eight times quickly decides about eight questions', async () => {
    await openQueue(page);
    for (let time = 0; time < 8; time += 1) await press('x');
    expect(await done()).toBe(8);
    await atRest(page);
    expect(await done()).toBe(8);
    for (let time = 0; time < 8; time += 1) await press('u');
    await until('all are back', async () => (await done()) === 0);
  });

  it('pressed a hundred times without a pause decides about the hundred questions that were in view', async () => {
    await page.context().close();
    page = await stage.visit({ vault: 'full' });
    await openQueue(page);
    await page.evaluate(() => {
      window.seen = [];
      window.addEventListener('keydown', () => {
        const line = document.querySelector<HTMLElement>('.namesake-card.is-selected > .namesake-line')!;
        const list = document.querySelector('.namesake-scroll')!.getBoundingClientRect();
        const { top, bottom } = line.getBoundingClientRect();
        window.seen.push(top >= list.top - 1 && bottom <= list.bottom + 1 ? line.dataset['question']! : 'out of view');
      }, true);
    });
    const asked = await count(page);
    for (let time = 0; time < 100; time += 1) await press('x');
    await atRest(page);
    expect(await done()).toBe(100);
    expect(await count(page)).toBe(asked - 100);
    const seen = await page.evaluate(() => window.seen);
    expect(new Set(seen).size).toBe(100);
    expect(seen).not.toContain('out of view');
  });
});

it('a tie has no suggested answer, and a plain yes gives none', async () => {
  const before = await wholeVault(page);
  await goTo(page, BENWARE);
  expect(await selected(page).locator('.mod-cta').count()).toBe(0);
  expect(await selected(page).locator('.namesake-why').textContent()).toContain('Could be either.');
  await press('a');
  await settled(page);
  expect(await here(page)).toBe(BENWARE);
  expect(changedBetween(before, await wholeVault(page))).toEqual([]);
});

it('no message lies over the pane, and undo reaches what was written before a reload', async () => {
  const before = await wholeVault(page);
  await goTo(page, BENWARE);
  await press('1');
  await changed(page, 1);
  expect(await page.locator('.notice').count()).toBe(0);
  await reload(page);
  await openQueue(page);
  await press('u');
  await until('it is as it was', async () => changedBetween(before, await wholeVault(page)).length === 0);
});

describe('a user who reads each question for six seconds', () => {
  it('finishes by keyboard in ten minutes', async () => {
    await openQueue(page);
    const { yes, no } = byKeyboard(page);
    const walk = await goThrough(page, yes, no);
    console.log(told(walk, 'presses'));
    const { words, controls } = size(walk);
    expect(words).toBeLessThanOrEqual(25);
    expect(controls).toBeLessThanOrEqual(5);
    expect(walk.cards.length * READING + walk.waited).toBeLessThan(10 * 60);
    await until('none is left', () => isThrough(page));
  });

  it('finishes by mouse in fifteen minutes', async () => {
    await openQueue(page);
    const { yes, no } = byMouse(page);
    const walk = await goThrough(page, yes, no);
    const seconds = walk.cards.length * READING + Math.round(walk.acts * MOVING) + walk.waited;
    console.log(`${told(walk, 'clicks')}; ${seconds} s with the movements`);
    expect(seconds).toBeLessThan(15 * 60);
    await until('none is left', () => isThrough(page));
  });
});
