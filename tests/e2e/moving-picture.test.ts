// The moving picture of the README: a sentence is typed into a meeting as a machine left it, and the notes of its people
// fill. Kept in test-results/shots/, and with UPDATE_IMAGES=1 in docs/images/.
import { mkdir, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { decode } from 'fast-png';
import { encode } from 'modern-gif';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { notice } from './support/app.ts';
import { cursorBehind, inEditor, open } from './support/editor.ts';
import { openStage, type Stage } from './support/stage.ts';
import { DATA, SWITCHED_ON } from './support/vault.ts';
import { AUTOSAVE, comeToRest, settled, stopTime } from './support/waiting.ts';

const folder = fileURLToPath(new URL(process.env['UPDATE_IMAGES'] === '1' ? '../../docs/images/' : '../../test-results/shots/', import.meta.url));
const WIDTH = 1000;
const HEIGHT = 560;

const YARD = 'Meetings/2025-11-03 - Yard.md';
const ROB = 'People/Rob Benoit.md';
const person = (name: string): string => `---\ntype: people\ntitle: ${name}\nlast_contact: 2025-10-01\n---\n\n# ${name}\n\n## Key Facts\n\n- Keeps the keys of the yard.\n\n## Recent Context\n\n- 2025-10-01: [[2025-10-01 - Quay]] - Cold...\n`;
const FILES = {
  [YARD]: [
    '---', 'type: meeting', 'created: { { DATE } }', 'participants: [{ { PARTICIPANTS } }]', '---', '', '# Yard', '', '**Date:** 2025-11-03', '**Participants:** Mara Voss, Rob Benoit', '',
    '## Summary', '', 'The gate sticks, and the price goes to the board.', '', '## Key facts learned', '', '- ', '', '## Action items', '', '- [ ] Put the price on paper. @Rob Benoit ðŸ“… 2025-11-15', '',
  ].join('\n'),
  [ROB]: person('Rob Benoit'),
  'People/Mara Voss.md': person('Mara Voss'),
  'Meetings/2025-10-01 - Quay.md': '---\ntype: meeting\ndate: 2025-10-01\nparticipants: ["[[Mara Voss]]", "[[Rob Benoit]]"]\n---\n\n# Quay\n\n## Summary\n\nCold.\n',
};
const TYPED = 'Rob Benoit can spare two fitters in November.';

let stage: Stage;

beforeAll(async () => {
  await mkdir(folder, { recursive: true });
  stage = await openStage({ yard: { files: { [DATA]: SWITCHED_ON, ...FILES } } });
});
afterAll(() => stage.close());

interface Frame {
  data: Uint8ClampedArray<ArrayBuffer>;
  /** Milliseconds that it stands. */
  delay: number;
}

/** The page as it looks now. */
async function frame(page: Page, delay: number): Promise<Frame> {
  const { data } = decode(await page.screenshot());
  return { data: new Uint8ClampedArray(data), delay };
}

/** Shows a note in the right sidebar, and hides the left one. */
async function beside(page: Page, path: string): Promise<void> {
  await page.evaluate(async (at) => {
    const { workspace, vault } = window.app;
    workspace.leftSplit.collapse();
    const leaf = workspace.getRightLeaf(false);
    await leaf.openFile(vault.getFileByPath(at)!, { active: false });
    await workspace.revealLeaf(leaf);
  }, path);
}

it('shows a meeting that is typed and what its people learn', async () => {
  const page = await stage.visit({ vault: 'yard', clock: true, width: WIDTH, height: HEIGHT });
  await beside(page, ROB);
  await open(page, YARD);
  await cursorBehind(page, '## Key facts learned\n\n- ');
  await stopTime(page);
  const frames = [await frame(page, 1500)];
  for (const [word] of TYPED.matchAll(/\S+\s*/gu)) {
    await page.keyboard.type(word);
    frames.push(await frame(page, 220));
  }
  frames.push(await frame(page, 1000));
  await comeToRest(page);
  await notice(page, /^Changed \d notes/u).waitFor();
  await page.clock.runFor(AUTOSAVE);
  await settled(page);
  expect(await inEditor(page, ROB)).toContain(TYPED);
  frames.push(await frame(page, 5000));
  await writeFile(`${folder}meeting.gif`, new Uint8Array(await encode({ width: WIDTH, height: HEIGHT, frames, maxColors: 128 })));
  await page.context().close();
});
