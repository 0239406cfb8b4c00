// Brings the engine up to date with notes that are open in editors.
import type { Feed } from './feed';
import type { Notes } from './notes';

/** Saves what stands in open editors of these notes, and has the engine read them again. */
export async function catchUp(notes: Notes, feed: Feed, paths: string[]): Promise<void> {
  for (const path of paths) for (const editor of notes.editors(path)) await editor.save();
  for (const path of paths) await feed.refresh(path);
}
