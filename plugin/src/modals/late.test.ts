import type { App } from 'obsidian';
import { describe, expect, it, vi } from 'vitest';
import type { Candidate, Finding } from '../engine/types';
import { opened } from '../testing/dialog';
import type { LineOrigin } from '../vault/line-history';
import { WhoisModal } from './whois';
import { WhyModal } from './why';

const BENOIT: Candidate = { path: 'Rob Benoit.md', p: 0.9, evidence: [] };
const FOUND = { message: 'Rob sails.', evidence: [], source: 'Meeting.md' } as unknown as Finding;
const WRITTEN = { record: { id: '20250101-000000', title: 'Repairs' }, isNewest: true } as unknown as LineOrigin;

/** What the keys that somebody types on would press. */
const focused = (): string => document.activeElement?.closest('button')?.textContent ?? 'no button';

describe('a dialog that opens while somebody types on', () => {
  it.each([[[BENOIT]], [[]]])('never has the focus on a link or a new person', (candidates) => {
    opened(() => new WhoisModal({} as App, 'Rob', candidates, vi.fn()));
    expect(focused()).toBe('no button');
  });

  it('has it on the candidate, so that keys choose another', () => {
    const { root } = opened(() => new WhoisModal({} as App, 'Rob', [BENOIT], vi.fn()));
    expect(document.activeElement).toBe(root.querySelector('input:checked'));
  });

  it.each([[FOUND, WRITTEN], [undefined, WRITTEN], [FOUND, undefined]])('never has it on undo', (found, origin) => {
    const { root } = opened(() => new WhyModal({} as App, { words: 'Rob sails.', found, rule: undefined, origin }, { undo: vi.fn(), takeOut: vi.fn() }));
    expect(root.querySelector('button')).not.toBeNull();
    expect(focused()).toBe('no button');
    expect(root.parentElement?.contains(document.activeElement)).toBe(true);
  });
});
