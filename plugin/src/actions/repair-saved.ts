// What happens when a note that was edited on this device comes to rest: lines that the user removed stay removed, and
// certain repairs are written if the user has switched that on, and what the user said yes to so often.
import { EngineCrash } from '../engine/errors';
import type { NoteChange, PlanRequest } from '../engine/types';
import { locale } from '../locales';
import { sayFailure } from '../screen/notices';
import type { Notes } from '../vault/notes';
import { noteName } from '../vault/paths';
import { SavedNotes, type Settled } from '../vault/saved-notes';
import { learnedIn } from './learned';
import type { Parts } from './parts';

type SavedNoteParts = Pick<Parts, 'engine' | 'repairs' | 'undo' | 'store' | 'device' | 'index' | 'editedNotes' | 'feed' | 'queues' | 'removedLines' | 'refresh' | 'adopted'>;

/** May be called while `parts` is still being filled, apart from the edited notes. */
export function makeSavedNotes(parts: SavedNoteParts, notes: Notes): SavedNotes {
  return new SavedNotes({
    edited: parts.editedNotes,
    editors: (path) => notes.editors(path).map((editor) => editor.text()),
    disk: (path) => notes.read(path).catch(() => undefined),
    ready: () => parts.index.ready,
    inHand: (path) => notes.inHand(path),
    settled: (path, before, after) => repairSaved(parts, notes, path, before ?? after, after).catch(afterCrash),
    failed: sayFailure,
  });
}

/** The user was told of the crash. The next engine is asked again; a note that crashes that one, too, is left out of it. */
function afterCrash(thrown: unknown): Settled {
  if (thrown instanceof EngineCrash) return 'later';
  throw thrown;
}

/** The note said `before` when the user began to type, and says `after` on disk. */
async function repairSaved(parts: SavedNoteParts, notes: Notes, path: string, before: string, after: string): Promise<Settled> {
  const { store, device, feed, queues, removedLines, refresh, adopted } = parts;
  await queues.run(path, () => Promise.resolve()); // The engine has the saved text then.
  await removedLines.settled(path, before, after);
  if (!store.automatic || !device.settings.automatic) return 'done';
  if (!feed.isComplete) return 'later';
  await refresh.adopted();
  if (!adopted.areKnown) return 'later';
  const certain = await write(parts, notes, path, { kind: 'saved', path });
  const learned = certain === 'done' ? await learnedIn(parts, path) : undefined;
  return learned ? write(parts, notes, path, learned) : certain;
}

/** Works out and writes what nobody asked for just now, unless that is where the cursor stands. */
async function write({ repairs, undo, editedNotes, feed }: SavedNoteParts, notes: Notes, path: string, request: PlanRequest): Promise<Settled> {
  const planned = await repairs.plan([request]);
  const mayChange = ({ path: other }: NoteChange): boolean => !editedNotes.isHeld(other);
  if (planned.changes.some((change) => mayChange(change) && notes.atCursor(change.path, change.before, change.edits))) return 'later';
  const applied = await repairs.write(locale.batch.saved(noteName(path)), planned, {
    automatic: true,
    only: mayChange,
    // Reads without saving open editors: somebody may be typing there.
    reread: async (paths) => {
      for (const other of paths) await feed.refresh(other);
    },
  });
  undo.saved(locale.batch.saved(noteName(path)), applied, planned.changes);
  return applied.refused.some(({ reason }) => reason === locale.refusal.inHand) ? 'later' : 'done';
}
