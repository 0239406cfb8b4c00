// Files of the plugin's own that are whole at any moment, so that a crash leaves the old one or the new one.
import type { DataAdapter } from 'obsidian';
import { patiently } from './disk-errors';

/** The ending of a file that is on its way to its place. */
export const NEW = '.new';

type WritableFiles = Pick<DataAdapter, 'exists' | 'mkdir' | 'write' | 'rename' | 'remove'>;

/** The text is whole in a file of its own before the old one goes; the app's adapter renames over nothing. */
export async function writeWhole(files: WritableFiles, folder: string, name: string, text: string): Promise<void> {
  if (!(await files.exists(folder))) await files.mkdir(folder);
  const place = `${folder}/${name}`;
  const beside = `${place}${NEW}`;
  try {
    await patiently(() => files.write(beside, text));
  } catch (thrown) {
    if (await files.exists(beside)) await files.remove(beside).catch(() => undefined);
    throw thrown;
  }
  if (await files.exists(place)) await files.remove(place);
  await patiently(() => files.rename(beside, place));
}
