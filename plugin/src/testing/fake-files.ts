// The plugin's own folder in memory, as the adapter shows it.
import type { JournalFiles } from '../vault/journal';
import type { StoreFiles } from '../vault/store';

export class FakeFiles implements JournalFiles, StoreFiles {
  readonly files: Map<string, string>;
  readonly folders = new Set<string>();

  constructor(files: Record<string, string> = {}) {
    this.files = new Map(Object.entries(files));
  }

  exists(path: string): Promise<boolean> {
    return Promise.resolve(this.files.has(path) || this.folders.has(path));
  }

  mkdir(path: string): Promise<void> {
    this.folders.add(path);
    return Promise.resolve();
  }

  list(folder: string): Promise<{ files: string[]; folders: string[] }> {
    return Promise.resolve({ files: [...this.files.keys()].filter((path) => path.startsWith(`${folder}/`)), folders: [] });
  }

  read(path: string): Promise<string> {
    const text = this.files.get(path);
    return text === undefined ? Promise.reject(new Error(`no file ${path}`)) : Promise.resolve(text);
  }

  write(path: string, text: string): Promise<void> {
    this.files.set(path, text);
    return Promise.resolve();
  }

  async copy(from: string, to: string): Promise<void> {
    this.files.set(to, await this.read(from));
  }

  async rename(from: string, to: string): Promise<void> {
    this.files.set(to, await this.read(from));
    this.files.delete(from);
  }

  remove(path: string): Promise<void> {
    return this.files.delete(path) ? Promise.resolve() : Promise.reject(new Error(`ENOENT: ${path}`));
  }
}
