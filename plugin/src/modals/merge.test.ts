import type { App } from 'obsidian';
import { describe, expect, it, vi } from 'vitest';
import type { Merge, MergeRequest, NoteChange } from '../engine/types';
import { held, opened } from '../testing/dialog';
import { MergeModal } from './merge';

const [BANGA, BENOIT] = ['Robert B.md', 'Rob Benoit.md'];
const FIRST: MergeRequest = { winner: BENOIT, loser: BANGA, take: [] };

/** What the engine answers; its changes name the note that stays. */
function answerTo({ winner, take = [] }: MergeRequest): Merge {
  const change = { path: winner, edits: [] } as unknown as NoteChange;
  const properties = ['born', 'email'].map((key) => ({ key, winner: 'one', loser: 'other', merged: take.includes(key) ? 'other' : 'one', differs: true }));
  return { plan: { changes: [change], left: [] }, properties, sections: [] };
}

function dialog() {
  const asked: { request: MergeRequest; answer: () => Promise<void>; fail: () => Promise<void> }[] = [];
  const [confirm, failed] = [vi.fn(), vi.fn()];
  const merge = (request: MergeRequest): Promise<Merge> => {
    const { promise, answer, fail } = held<Merge>();
    const settle = async (act: () => void): Promise<void> => {
      act();
      await promise.catch(() => undefined);
    };
    asked.push({ request, answer: () => settle(() => answer(answerTo(request))), fail: () => settle(() => fail(new Error('no engine'))) });
    return promise;
  };
  const shown = opened(() => new MergeModal({} as App, { merge, confirm, failed }, FIRST, answerTo(FIRST)));
  const stays = () => [...shown.root.querySelectorAll('fieldset label')].find((label) => label.querySelector<HTMLInputElement>('input')?.checked)?.querySelector('strong')?.textContent;
  const value = (key: string, at: number) => shown.root.querySelectorAll<HTMLInputElement>(`input[name="namesake-merge ${key}"]`)[at];
  return { ...shown, asked, confirm, failed, stays, value };
}

describe('the note that stays', () => {
  it.each(['by key', 'by mouse'])('is never the one before: nothing is merged before the choice is worked out, %s', async (way) => {
    const { press, button, asked, confirm, stays } = dialog();
    press('2');
    expect(stays()).toBe('Robert B');
    if (way === 'by key') press('Mod+Enter');
    else button('Merge').click();
    expect(confirm).not.toHaveBeenCalled();
    await asked[0]?.answer();
    press('Mod+Enter');
    expect(confirm).toHaveBeenCalledWith({ winner: BANGA, loser: BENOIT, take: [] }, expect.anything());
  });

  it('is the one that was chosen last, however fast', async () => {
    const { press, asked, confirm, stays } = dialog();
    press('2');
    press('1');
    for (const { answer } of asked) await answer();
    expect(stays()).toBe('Rob Benoit');
    press('Mod+Enter');
    expect(confirm).toHaveBeenCalledWith(FIRST, expect.anything());
  });

  it('is shown as it was where the choice could not be worked out, and is what is merged', async () => {
    const { press, asked, confirm, failed, stays } = dialog();
    press('2');
    await asked[0]?.fail();
    expect(failed).toHaveBeenCalledOnce();
    expect(stays()).toBe('Rob Benoit');
    press('Mod+Enter');
    expect(confirm).toHaveBeenCalledWith(FIRST, expect.anything());
  });
});

describe('values that differ', () => {
  it('are all taken as chosen, also one after the other in haste', async () => {
    const { value, press, asked, confirm } = dialog();
    value('born', 1)?.click();
    value('email', 1)?.click();
    press('Mod+Enter');
    expect(confirm).not.toHaveBeenCalled();
    await asked[1]?.answer();
    press('Mod+Enter');
    expect(confirm).toHaveBeenCalledWith({ ...FIRST, take: ['born', 'email'] }, expect.anything());
  });

  it('are not chosen while the two notes change sides', async () => {
    const { value, press, asked, confirm } = dialog();
    press('2');
    value('born', 1)?.click();
    expect([asked.length, value('born', 0)?.checked]).toEqual([1, true]);
    await asked[0]?.answer();
    press('Mod+Enter');
    expect(confirm).toHaveBeenCalledWith({ winner: BANGA, loser: BENOIT, take: [] }, expect.anything());
  });
});
