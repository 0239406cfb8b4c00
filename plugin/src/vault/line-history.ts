// Which batch of the journal wrote a line of a note, as far back as nobody else changed the note.
import type { EngineApi, JournalEntry, TextEdit } from '../engine/types';
import type { BatchRecord } from './journal';

export interface LineOrigin {
  record: BatchRecord;
  /** Whether it is the newest change of the note, so that it can be undone. */
  isNewest: boolean;
}

/** A part of a text, in UTF-16 units. */
export interface Span {
  start: number;
  end: number;
}

/**
 * The newest batch that wrote in this part of the note. `records` come newest first; `text` is what the note says now. Each
 * batch is taken back in thought, until the note is no longer as the next one left it.
 */
export async function originOf(records: BatchRecord[], revert: EngineApi['revert'], path: string, text: string, part: Span): Promise<LineOrigin | undefined> {
  let [now, place, isNewest] = [text, part, true];
  for (const record of records) {
    const entry = record.state === 'undone' ? undefined : record.entries.findLast((each) => each.path === path);
    if (!entry) continue;
    const before = await reverted(revert, entry, now);
    if (!before) return undefined;
    if (before.edits.some((edit) => touches(edit, place))) return { record, isNewest };
    place = { start: moved(place.start, before.edits), end: moved(place.end, before.edits) };
    now = before.after;
    isNewest = false;
  }
  return undefined;
}

/** Undefined where the note is not as the entry left it. */
async function reverted(revert: EngineApi['revert'], entry: JournalEntry, text: string): Promise<{ after: string; edits: TextEdit[] } | undefined> {
  return revert(entry, text).catch(() => undefined);
}

/** Whether an edit takes back something inside the part; what ends where the part begins is beside it. */
function touches({ start, end }: TextEdit, part: Span): boolean {
  return start < part.end && end > part.start;
}

function moved(at: number, edits: TextEdit[]): number {
  return edits.filter(({ end }) => end <= at).reduce((sum, { start, end, text }) => sum + text.length - (end - start), at);
}
