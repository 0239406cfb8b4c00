// The settings in data.json, through the real wasm: defaults, refusals, and their way out and back.
import { describe, expect, it } from 'vitest';
import type { Config } from 'namesake-wasm';
import { engineOf } from './core.ts';

const configured = async (config: unknown): Promise<Config> => (await engineOf()).configure(config);

function messageOf(refused: () => unknown): string {
  try {
    refused();
  } catch (thrown) {
    if (thrown instanceof Error) return thrown.message;
  }
  throw new Error('nothing was refused');
}

describe('the content of data.json', () => {
  it.each([null, undefined, {}])('is all defaults where there is none (%s)', async (nothing) => {
    const { version, settings, decisions, firstBatchReviewed } = await configured(nothing);
    expect({ version, decisions, firstBatchReviewed }).toEqual({ version: 1, decisions: [], firstBatchReviewed: false });
    expect(settings).toMatchObject({ peopleFolders: [], ownerStyle: 'link', rules: {}, automatic: false });
  });

  it('keeps what is set and fills in what is not', async () => {
    const config = await configured({ settings: { ownerStyle: 'handle', headings: { summary: ['Kurz'] }, rules: { via: false } } });
    expect(config.settings).toMatchObject({ ownerStyle: 'handle', rules: { via: false }, meetingFolders: [] });
    expect(config.settings?.headings).toMatchObject({ summary: ['Kurz'], recentContext: ['Recent Context'] });
  });

  it('survives a round trip', async () => {
    const given = await configured({ settings: { rules: { via: false } }, firstBatchReviewed: true });
    expect(await configured(JSON.parse(JSON.stringify(given)))).toEqual(given);
  });

  it.each([
    [{ settings: { ownerStyle: 'loud' } }, 'settings.ownerStyle', 'loud'],
    [{ settings: { peopleFolders: 'People' } }, 'settings.peopleFolders', 'list'],
    [{ settings: { personTypes: ['people', 7] } }, 'settings.personTypes[1]', 'string'],
    [{ settings: { rules: { via: 'off' } } }, 'settings.rules.via', 'boolean'],
    [{ settings: { headings: { summary: [1] } } }, 'settings.headings.summary[0]', 'string'],
    [{ settings: { maxNoteBytes: -1 } }, 'settings.maxNoteBytes', '-1'],
    [{ settings: null }, 'settings', 'struct Settings'],
    [{ decisions: [{ path: 'a.md', rule: 'via', subject: 'Rob', verdict: 'rejected' }, { path: 'a.md' }] }, 'decisions[1]', 'rule'],
    [{ version: '1' }, 'version', '"1"'],
  ])('is refused with the place that is wrong: %j', async (config, place, what) => {
    const engine = await engineOf();
    const message = messageOf(() => engine.configure(config));
    expect(message.startsWith(`${place}: `), message).toBe(true);
    expect(message.slice(place.length)).toContain(what);
  });

  it.each([[[]], [3], ['text'], [true]])('is refused where it is no object: %j', async (config) => {
    const engine = await engineOf();
    expect(() => engine.configure(config)).toThrow();
  });

  it('changes nothing if it is refused', async () => {
    const engine = await engineOf();
    engine.configure({ settings: { ownerStyle: 'handle' } });
    expect(() => engine.configure({ settings: { ownerStyle: 'loud' } })).toThrow();
    expect(engine.rename('a.md', 'b.md').settings?.ownerStyle).toBe('handle');
  });

  it('switches rules off', async () => {
    const engine = await engineOf();
    engine.upsert([{ path: 'People/Ada Marsh.md', text: '---\ntype: people\ncreated: 3 May 2025\n---\n' }]);
    expect(engine.findings({ rules: ['date-type'] })).toHaveLength(1);
    engine.configure({ settings: { rules: { 'date-type': false } } });
    expect(engine.findings({ rules: ['date-type'] })).toEqual([]);
    expect(engine.rules().find((rule) => rule.name === 'date-type')?.on).toBe(true); // The default.
  });
});
