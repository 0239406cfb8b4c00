// What happens when a note that was edited on this device comes to rest: lines that the user removed stay removed, and
// certain repairs are written if the user has switched that on.
import { en } from '../locales/en';
import { noteName } from '../vault/paths';
import type { Parts } from './parts';

type SavedNoteParts = Pick<Parts, 'repairs' | 'undo' | 'store' | 'index' | 'editedNotes' | 'feed' | 'queues' | 'removedLines'>;

/** The note said `before` when the user began to type, and says `after` on disk. */
export async function repairSaved(parts: SavedNoteParts, path: string, before: string, after: string): Promise<void> {
  const { repairs, undo, store, index, editedNotes, feed, queues, removedLines } = parts;
  if (!index.ready) return;
  await queues.run(path, () => Promise.resolve()); // The engine has the saved text then.
  await removedLines.settled(path, before, after);
  if (!store.automatic) return;
  const applied = await repairs.apply(en.batch.saved(noteName(path)), { kind: 'saved', path }, {
    only: (change) => !editedNotes.isHeld(change.path),
    // Reads without saving open editors: somebody may be typing there.
    reread: async (paths) => {
      for (const other of paths) await feed.refresh(other);
    },
  });
  if (applied.written.length > 0) undo.offer({ ...applied, refused: [] });
}
