// Brings the engine up to date with notes that are open in editors.
import { diskReason } from './disk-errors';
import type { Feed } from './feed';
import type { Notes } from './notes';

/** Saves what stands in open editors of these notes, and has the engine read them again. Throws, with what to do, where the disk refuses. */
export async function catchUp(notes: Notes, feed: Feed, paths: string[]): Promise<void> {
  const refuse = (thrown: unknown): never => {
    throw new Error(diskReason(thrown), { cause: thrown });
  };
  for (const path of paths) for (const editor of notes.editors(path)) await editor.save().catch(refuse);
  for (const path of paths) await feed.refresh(path);
}
