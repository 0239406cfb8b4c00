// The note that somebody outside the app names: by its path, with or without ending, or by its name. What comes from
// outside may be anything; it is looked up among the notes of the vault and never reaches the disk.
import { normalizePath, type App, type TFile } from 'obsidian';

/** Characters: longer than any path that a file system takes. */
const LONGEST = 4096;

export function noteNamed({ vault, metadataCache }: Pick<App, 'vault' | 'metadataCache'>, named: string | undefined): TFile | undefined {
  if (named === undefined || named.trim() === '' || named.length > LONGEST) return undefined;
  const path = normalizePath(named);
  const file = vault.getFileByPath(path) ?? vault.getFileByPath(`${path}.md`) ?? metadataCache.getFirstLinkpathDest(path, '');
  return file?.extension === 'md' ? file : undefined;
}
