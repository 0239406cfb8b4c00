// An hour of a vault on two devices, on one of which a neighbour formats what is saved and another fills new notes. People
// type on both, one at a time, and a sync carries every change over. It comes to rest each time: nobody writes for ever, ours writes each
// note at most once for each save, on the device where somebody typed alone, and what was typed stands on both devices once.
// CAMPAIGN_MINUTES says how long, CAMPAIGN_SEED from which seed.
import fc from 'fast-check';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { merge } from '../../host/src/notes/merge.ts';
import { openStage, type Stage } from '../support/stage.ts';
import { DATA, SWITCHED_ON, syncs } from '../support/vault.ts';
import { atRest, settled } from '../support/waiting.ts';
import { recordWrites, takeCounts } from './writes.ts';

const MINUTES = Number(process.env['CAMPAIGN_MINUTES'] ?? 6);
const SEED = Number(process.env['CAMPAIGN_SEED'] ?? 20261126);
/** Milliseconds of the page's clock in one step, and steps in a minute. */
const STEP = 5000;
const STEPS = 12;
/** Milliseconds that a minute may take on a busy machine. */
const PATIENCE = 60_000;

const person = (name: string): string => `---\ntype: people\ntitle: ${name}\nlast_contact: 2025-10-01\n---\n\n# ${name}\n\n## Recent Context\n\n- 2025-10-01: [[Quay]] - Cold.\n`;
const meeting = (day: string): string => `---\ntype: meeting\ndate: ${day}\ncreated: ${day}\nparticipants: [Mara Voss, Rob Benoit]\n---\n\n# Yard\n\n## Summary\n\nDry.\n`;
const NOTES = ['Meetings/2025-11-03 - Yard.md', 'Meetings/2025-11-04 - Quay wall.md', 'Meetings/2025-11-05 - Lock.md'];
const FILES: Record<string, string> = {
  [DATA]: SWITCHED_ON,
  'People/Mara Voss.md': person('Mara Voss'),
  'People/Rob Benoit.md': person('Rob Benoit'),
  ...Object.fromEntries(NOTES.map((path, n) => [path, meeting(`2025-11-0${n + 3}`)])),
};
const DAMAGE = '- [ ] Paint the gate ðŸ“… 2025-12-01';

const typing = fc.record({ on: fc.constantFrom('near' as const, 'far' as const), note: fc.nat(NOTES.length - 1), damaged: fc.boolean() });
/** What happens in a minute: somebody types on one of the devices, or makes a note from a template. */
const MINUTE = fc.record({ typed: fc.option(typing, { freq: 5, nil: undefined }), made: fc.nat(4).map((n) => n === 0) });

let stage: Stage;
const counts = { minutes: 0, saves: 0, 'writes of ours': 0, 'writes of the formatter': 0, 'notes made and filled': 0, 'files carried over': 0, 'joined by the sync': 0 };

beforeAll(async () => {
  stage = await openStage({ yard: { files: FILES } });
});
afterAll(async () => {
  await stage.close();
  console.log(`campaign hour with neighbours: seed ${SEED}`, counts);
});

type Texts = Record<string, string>;

/** One device: its page, how often somebody typed and saved there, and how often ours wrote. */
class Device {
  saves = 0;
  writes = 0;
  #last = 0;

  constructor(readonly page: Page, readonly name: string) {}

  texts(): Promise<Texts> {
    return this.page.evaluate(async () => {
      const texts: Record<string, string> = {};
      for (const file of window.app.vault.getMarkdownFiles()) texts[file.path] = await window.host.readDisk(file.path);
      return texts;
    });
  }

  /** At the end of the note, as CodeMirror reports it for a key; returns the word that was typed. */
  async type(path: string, damaged: boolean): Promise<string> {
    const word = `${this.name}${(this.#last += 1)}x`;
    this.saves += 1;
    await this.page.evaluate(async ([at, line]) => {
      if (window.app.workspace.getActiveFile()?.path !== at) await window.host.openFile(at);
      const { cm } = window.app.workspace.activeEditor!.editor as unknown as { cm: { state: { doc: { length: number } }; dispatch(change: object): void } };
      cm.dispatch({ changes: { from: cm.state.doc.length, insert: `\n${line}\n` }, selection: { anchor: 0 }, userEvent: 'input.type' });
    }, [path, damaged ? `${DAMAGE} ${word}` : word] as const);
    return word;
  }

  async pass(): Promise<void> {
    await this.page.clock.runFor(STEP);
    await settled(this.page);
    await atRest(this.page);
  }

  /** What ours wrote since the last time, by note: each at most once if somebody typed here, and nothing if nobody did. */
  async expectWrites(saves: number, said: string): Promise<void> {
    for (const [path, counted] of Object.entries(await takeCounts(this.page))) {
      this.writes += counted.given;
      expect(counted.journalled, `${said}: entries of the journal for ${path} on ${this.name}`).toBe(counted.given);
      for (const [where, times] of Object.entries(counted)) expect(times, `${said}: writes of ours to ${path} on ${this.name}, ${where}`).toBeLessThanOrEqual(saves);
    }
  }
}

/** Carries over what has changed on either side since the last time, and joins what has changed on both. */
class Sync {
  #known: Texts;

  constructor(known: Texts) {
    this.#known = known;
  }

  /** Returns how many files it wrote. */
  async run(one: Device, other: Device): Promise<number> {
    const [mine, theirs] = [await one.texts(), await other.texts()];
    let written = 0;
    for (const path of new Set([...Object.keys(mine), ...Object.keys(theirs)])) {
      const [a, b] = [mine[path], theirs[path]];
      if (a === b) continue;
      const base = this.#known[path] ?? '';
      const isBoth = a !== undefined && b !== undefined && a !== base && b !== base;
      const text = isBoth ? merge(base, a, b) : (a === undefined || a === base ? b : a) ?? '';
      if (isBoth) counts['joined by the sync'] += 1;
      for (const [device, has] of [[one, a], [other, b]] as const) {
        if (has === text) continue;
        await syncs(device.page, path, text);
        written += 1;
      }
      this.#known = { ...this.#known, [path]: text };
    }
    return written;
  }
}

it('three neighbours and ours come to rest after every save', { timeout: PATIENCE * (MINUTES + 4) }, async () => {
  const [here, there] = [new Device(await stage.visit({ clock: true }), 'near'), new Device(await stage.visit({ clock: true }), 'far')];
  for (const name of ['formatter', 'filler'] as const) await here.page.evaluate((each) => window.host.addNeighbour(each), name);
  for (const { page } of [here, there]) await recordWrites(page);
  const sync = new Sync(await here.texts());
  const words: [path: string, word: string][] = [];

  /** Lets a minute pass on both; returns how many files were still carried over in its last half. */
  const passAMinute = async (): Promise<number> => {
    let late = 0;
    for (let step = 0; step < STEPS; step += 1) {
      await here.pass();
      await there.pass();
      const carried = await sync.run(here, there);
      counts['files carried over'] += carried;
      if (step >= STEPS / 2) late += carried;
    }
    counts.minutes += 1;
    return late;
  };

  for (const [at, minute] of fc.sample(MINUTE, { numRuns: MINUTES, seed: SEED }).entries()) {
    const said = `seed ${SEED}, minute ${at}: ${JSON.stringify(minute)}`;
    const { typed } = minute;
    const path = typed && NOTES[typed.note];
    const typedOn = typed?.on === 'near' ? here : there;
    if (path !== undefined) words.push([path, await typedOn.type(path, typed?.damaged ?? false)]);
    if (minute.made) {
      counts['notes made and filled'] += 1;
      await here.page.evaluate((n) => void window.app.vault.create(`Made ${n}.md`, '---\ntype: project\n---\n\n# <% title %>\n'), at);
    }
    expect(await passAMinute(), `${said}: still written after half a minute`).toBe(0);
    for (const device of [here, there]) await device.expectWrites(path !== undefined && device === typedOn ? 1 : 0, said);
  }
  expect(await passAMinute(), 'written while nobody types').toBe(0);
  for (const device of [here, there]) await device.expectWrites(0, 'while nobody types');
  expect(await there.texts()).toEqual(await here.texts());
  for (const device of [here, there]) {
    await expectWords(device, words);
    counts.saves += device.saves;
    counts['writes of ours'] += device.writes;
  }
  const made = Object.entries(await there.texts()).filter(([path]) => path.startsWith('Made '));
  for (const [path, text] of made) expect(text.split('#filled').length, path).toBe(2);
  expect(made).toHaveLength(counts['notes made and filled']);
  counts['writes of the formatter'] = await here.page.evaluate(() => (window.app.plugins.plugins['formatter'] as unknown as { writes: number }).writes);
  expect(stage.takeTrouble()).toEqual([]);
  for (const { page } of [here, there]) await page.context().close();
});

/** Each word stands in its note, once. */
async function expectWords(device: Device, words: [path: string, word: string][]): Promise<void> {
  const texts = await device.texts();
  for (const [path, word] of words) expect(texts[path]?.split(word).length, `${word} on ${device.name}, in ${path}:\n${texts[path]}`).toBe(2);
}
