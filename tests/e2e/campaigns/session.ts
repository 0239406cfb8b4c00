// The running plugin, as campaigns use it: rest, batches, the journal, undo.
import type { Page } from 'playwright-core';
import { answered, atRest, AUTOSAVE, REST, settled } from '../support/waiting.ts';

export interface Batch {
  id: string;
  state: string;
}

interface Session {
  engine: {
    merge(request: object): Promise<{ plan: { changes: unknown[]; left: unknown[] } }>;
    tasks(query: object): Promise<unknown[]>;
  };
  repairs: {
    apply(title: string, request: unknown): Promise<{ batch?: string; refused: unknown[] }>;
    write(title: string, planned: object, options: object): Promise<{ batch?: string; refused: unknown[] }>;
  };
  decisions: { decide(all: unknown[]): Promise<void>; moveTo(winner: string, loser: string, batch: string): Promise<void> };
  review: {
    state(): { rows: { kind: string; question?: { dialog?: string } }[] };
    accept(question: object): Promise<void>;
    reject(question: object): Promise<void>;
  };
  tasks: { complete(row: unknown): Promise<void> };
  catchUp(paths: string[]): Promise<void>;
  journal: { list(limit: number): Promise<Batch[]> };
  undo: { quietly(id: string): Promise<{ restored: string[]; refused: unknown[] }> };
}

/** Lets everything be saved, mended, formatted and answered. */
export async function rested(page: Page, ms = AUTOSAVE + REST): Promise<void> {
  for (let round = 0; round < 3; round += 1) {
    // What was asked for is worked out on a busy machine, too, before the time passes that a disk in trouble is given.
    await answered(page);
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

/** Begins to decide about a form. */
export function decide(page: Page, subject: string): Promise<void> {
  return page.evaluate((form) => {
    const { session } = window.app.plugins.plugins['namesake'] as unknown as { session: Session };
    // Nobody waits for it once the plugin is switched off; every button of the plugin takes that as silence.
    session.decisions.decide([{ path: 'Elsewhere.md', rule: 'via', subject: form, verdict: 'rejected' }]).catch((thrown: unknown) => {
      if (!(thrown instanceof Error && thrown.message === 'The plugin was unloaded.')) throw thrown;
    });
  }, subject);
}

/** Begins to answer the first question of the pane; whether there is one. */
export function answer(page: Page, yes: boolean): Promise<boolean> {
  return page.evaluate((isYes) => {
    const { review } = (window.app.plugins.plugins['namesake'] as unknown as { session: Session }).session;
    const question = review.state().rows.find((row) => row.kind === 'question' && row.question?.dialog === undefined)?.question;
    if (question) void (isYes ? review.accept(question) : review.reject(question));
    return question !== undefined;
  }, yes);
}

/** Merges one person's note into another's, as the dialog does; whether anything was written. */
export function merge(page: Page, winner: string, loser: string): Promise<boolean> {
  return page.evaluate(async ([stays, goes]) => {
    const { session } = window.app.plugins.plugins['namesake'] as unknown as { session: Session };
    await session.catchUp([stays, goes]);
    const asked = await session.engine.merge({ winner: stays, loser: goes, take: [] }).catch(() => undefined);
    if (!asked || asked.plan.left.length > 0) return false;
    const { batch: id, refused } = await session.repairs.write('Campaign', { requests: [], ...asked.plan }, { instead: stays });
    if (id !== undefined && refused.length === 0) await session.decisions.moveTo(stays, goes, id);
    return id !== undefined;
  }, [winner, loser] as const);
}

/** Clicks on the first open task; whether there is one. */
export function click(page: Page): Promise<boolean> {
  return page.evaluate(async () => {
    const { session } = window.app.plugins.plugins['namesake'] as unknown as { session: Session };
    const [row] = await session.engine.tasks({ status: 'open' });
    if (row !== undefined) await session.tasks.complete(row);
    return row !== undefined;
  });
}
