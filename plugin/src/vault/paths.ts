// Which paths a new note may get. Paths are made from the texts of notes, so they are checked like any hostile input.

/** Characters no file system of the supported platforms takes, and those that break a link to the note. */
const FORBIDDEN = /[\\:*?"<>|#^[\]\p{Cc}]/u;

/** Notes, and the bases that are made beside them. */
const ENDINGS = ['.md', '.base'];

/** Whether `path` names a Markdown note or a base inside the vault, outside hidden folders. `normalised` is Obsidian's own form. */
export function isNotePath(path: string, normalised: string): boolean {
  return canHoldNote(path, normalised) && !FORBIDDEN.test(path) && path.split('/').every((part) => !part.endsWith(' '));
}

/** Whether a note can exist at `path`. Users may have names there that a new note would not be given. */
export function canHoldNote(path: string, normalised: string): boolean {
  if (path !== normalised || !isWritten(path)) return false;
  return path.split('/').every((part) => part !== '' && !part.startsWith('.'));
}

/** Whether `path` names a folder inside the vault. */
export function isFolderPath(path: string): boolean {
  return !path.startsWith('/') && path.split('/').every((part) => part !== '..' && part !== '.');
}

/** Whether the plugin may write a file of this name. */
export function isWritten(path: string): boolean {
  return ENDINGS.some((end) => path.endsWith(end));
}

/** Whether notes may be made in the folder; empty is the vault's top. */
export function isFolderForNotes(path: string): boolean {
  return path === '' || isNotePath(`${path}/a.md`, `${path}/a.md`);
}

/** `People/Ada Marsh.md` -> `Ada Marsh`. */
export function noteName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1).replace(/\.md$/u, '');
}

/** `People/Ada Marsh.md` -> `People`; empty for a note at the top. */
export function folderOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf('/')));
}

/** `People/Ada Marsh.md` -> `People/.Ada Marsh.md.icloud`: what iCloud leaves of a file that is not on this device. */
export function standInFor(path: string): string {
  const name = path.slice(path.lastIndexOf('/') + 1);
  return `${path.slice(0, path.length - name.length)}.${name}.icloud`;
}
