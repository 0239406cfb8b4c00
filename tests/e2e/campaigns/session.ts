// The running plugin, as campaigns use it: rest, batches, the journal, undo.
import type { Page } from 'playwright-core';
import { atRest, AUTOSAVE, REST, settled } from '../support/waiting.ts';

export interface Batch {
  id: string;
  state: string;
}

interface Session {
  repairs: {
    apply(title: string, request: unknown): Promise<{ batch?: string; refused: unknown[] }>;
  };
  journal: { list(limit: number): Promise<Batch[]> };
  undo: { quietly(id: string): Promise<{ restored: string[]; refused: unknown[] }> };
}

/** Lets everything be saved, mended, formatted and answered. */
export async function rested(page: Page, ms = AUTOSAVE + REST): Promise<void> {
  for (let round = 0; round < 3; round += 1) {
    await page.clock.runFor(ms);
    await page.clock.resume();
    await settled(page);
    await atRest(page);
  }
}

/** Writes all that is certain as one batch; its id, if there was anything to write. */
export function batch(page: Page): Promise<string | undefined> {
  return page.evaluate(async () => {
    const { session } = window.app.plugins.plugins['namesake'] as unknown as { session: Session };
    return (await session.repairs.apply('Campaign', { kind: 'query', query: { tier: 'auto' } })).batch;
  });
}

/** The batches that can be undone, newest first. */
export function journal(page: Page): Promise<Batch[]> {
  return page.evaluate(async () => {
    const { session } = window.app.plugins.plugins['namesake'] as unknown as { session: Session };
    return (await session.journal.list(1000)).filter(({ state }) => state !== 'undone').map(({ id, state }) => ({ id, state }));
  });
}

/** Takes batches back, in this order. */
export function undoAll(page: Page, batches: Batch[]): Promise<{ restored: number; refused: number }> {
  return page.evaluate(async (ids) => {
    const { session } = window.app.plugins.plugins['namesake'] as unknown as { session: Session };
    const sum = { restored: 0, refused: 0 };
    for (const id of ids) {
      const undone = await session.undo.quietly(id);
      sum.restored += undone.restored.length;
      sum.refused += undone.refused.length;
    }
    return sum;
  }, batches.map(({ id }) => id));
}
