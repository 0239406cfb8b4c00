// What was said becomes tasks: a transcript in a fence, one in a file beside the note, and minutes in German without any.
// From the open note to a ticked task, in light, dark and phone layout, with pictures in test-results/shots/.
import { mkdir } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { open } from './support/editor.ts';
import { changed, openQueue, selected } from './support/pane.ts';
import { LOOKS, leave, openStage, type Stage } from './support/stage.ts';
import { disk } from './support/vault.ts';
import { settled, until } from './support/waiting.ts';

const shots = fileURLToPath(new URL('../../test-results/shots/', import.meta.url));
const images = fileURLToPath(new URL('../../docs/images/', import.meta.url));
/** The pictures of the README, which `UPDATE_IMAGES=1` takes anew. */
const README = ['fence-light', 'captions-dark', 'minutes-phone'];

const person = (name: string): [string, string] => [`People/${name}.md`, '---\ntype: person\n---\n'];
const meeting = (people: string[], body: string): string =>
  `---\ntype: meeting\ndate: 2025-10-31\nparticipants:\n${people.map((name) => `  - "[[${name}]]"\n`).join('')}---\n${body}`;

const FENCE = 'Meetings/2025-10-31 - Doors.md';
const BESIDE = 'Meetings/2025-10-31 - Kiln.md';
const CAPTIONS = 'Meetings/2025-10-31 - Kiln.vtt';
const MINUTES = 'Meetings/2025-10-31 - Tor.md';

const VTT = `WEBVTT

00:00:01.000 --> 00:00:04.000
<v Mara Voss>Rob, who writes to the dairy?

00:00:04.000 --> 00:00:08.000
<v Rob Benoit>I'll send the new kiln plan to the dairy

00:00:08.000 --> 00:00:10.000
<v Rob Benoit>by Friday.
`;

let stage: Stage;
let page: Page;

beforeAll(async () => {
  await mkdir(shots, { recursive: true });
  stage = await openStage({
    talk: {
      files: Object.fromEntries([
        person('Mara Voss'), person('Rob Benoit'), person('Gesa Rothmann'),
        [FENCE, meeting(['Mara Voss', 'Rob Benoit'], `We keep the doors.

\`\`\`
[00:04] Mara Voss: The frames are ready, so who orders the doors?
[00:09] Rob Benoit: I'll order the oak doors from the mill by Friday.
[00:15] Mara Voss: Great, thanks.
\`\`\`
`)],
        [BESIDE, meeting(['Mara Voss', 'Rob Benoit'], 'The kiln is cold.\n')],
        [CAPTIONS, VTT],
        [MINUTES, meeting(['Gesa Rothmann'], `## Nächste Schritte

- Gesa Rothmann: Schloss für das Tor bestellen bis Freitag
`)],
      ]),
    },
  });
});
afterAll(() => stage.close());
afterEach(() => leave(page, stage));

/** Opens the queue and goes to the question about `words`. */
async function walkTo(words: string): Promise<void> {
  await openQueue(page);
  for (let step = 0; !((await selected(page).textContent()) ?? '').includes(words); step += 1) {
    if (step > 12) throw new Error(`No question is about “${words}”.`);
    await page.keyboard.press('j');
  }
}

function shoot(what: string): Promise<Buffer> {
  const folder = process.env['UPDATE_IMAGES'] === '1' && README.includes(what) ? images : shots;
  return page.screenshot({ path: `${folder}talk-${what}.png` });
}

/** Accepts the selected card and waits until the note has `line`. */
async function accept(path: string, line: string): Promise<void> {
  await page.keyboard.press('a');
  await changed(page, 1);
  await settled(page);
  await until(`${path} has the task`, async () => (await disk(page, path)).includes(line));
}

describe.each(LOOKS)('in $look layout', ({ look: name, visit }) => {
  it('a promise in a fence is offered with who said it and when, becomes a task, and is taken back', async () => {
    page = await stage.visit(visit);
    const before = await disk(page, FENCE);
    await open(page, FENCE);
    await walkTo('order the oak doors');
    expect(await selected(page).textContent()).toContain('Rob Benoit');
    await shoot(`fence-${name}`);
    await accept(FENCE, '- [ ] Order the oak doors from the mill');
    expect(await disk(page, FENCE)).toMatch(/\[\[Rob Benoit\]\] 📅 2025-11-07/u);
    await page.keyboard.press('u');
    await until('it is taken back', async () => (await disk(page, FENCE)) === before);
  });

  it('a promise in captions beside the note is offered in the note, and the captions stay as they are', async () => {
    page = await stage.visit(visit);
    await open(page, BESIDE);
    await walkTo('send the new kiln plan');
    await shoot(`captions-${name}`);
    await accept(BESIDE, 'end the new kiln plan to the dairy');
    expect(await disk(page, CAPTIONS)).toBe(VTT);
  });

  it('minutes in German become a task with owner and day', async () => {
    page = await stage.visit(visit);
    await open(page, MINUTES);
    await walkTo('Schloss für das Tor');
    await shoot(`minutes-${name}`);
    await accept(MINUTES, '- [ ] [[Gesa Rothmann]]: Schloss für das Tor bestellen bis Freitag 📅 2025-11-07');
  });
});
