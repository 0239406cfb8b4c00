// Obsidian's vault and editors, behind an interface that tests can replace.
import { TFile, normalizePath, type App, type WorkspaceLeaf } from 'obsidian';
import type { TextEdit } from '../engine/types';
import { locale } from '../locales';
import { patiently } from './disk-errors';
import type { OpenEditors } from './open-editors';
import type { OpenNote } from './open-note';
import type { FileReader } from './read';
import { folderOf, standInFor } from './paths';
import { hasPropertyInHand } from './properties-in-hand';

export interface Notes extends FileReader {
  /** Every editor of the note, wherever it is. Reading views and deferred leaves hold no text of their own. */
  editors(path: string): OpenNote[];
  /** Whether the user has the note in hand, so that nothing may be written there now. */
  inHand(path: string): boolean;
  /** Whether one of these edits of the note lies in a line where the user's cursor stands. */
  atCursor(path: string, before: string, edits: TextEdit[]): boolean;
  exists(path: string): boolean;
  /** Whether a file or folder has this path, ignoring upper and lower case as some file systems do. */
  isNamed(path: string): boolean;
  /** The folder that a new note at this path would meet, if its name differs in upper and lower case alone. */
  folderInOtherCase(path: string): string | undefined;
  /** Whether a file of this path is in iCloud and was removed from this device, where another one stands for it. */
  isInCloud(path: string): Promise<boolean>;
  /** Whether the file begins with a byte order mark, which the app may leave out of the text it gives. */
  hasBom(path: string): Promise<boolean>;
  /** The byte order marks at the start of the file that are missing from `text`. */
  lostMarks(path: string, text: string): Promise<string>;
  /** Atomic: `change` gets the text as it is on disk and returns what is to be there. */
  process(path: string, change: (text: string) => string): Promise<void>;
  create(path: string, text: string): Promise<void>;
  /** Deletes the note in the way that the user has set in the app. */
  trash(path: string): Promise<void>;
  /** Lets every tab of one note show another. */
  showInstead(path: string, other: string): Promise<void>;
  normalise(path: string): string;
}

const BOM = '\uFEFF';
const BOM_BYTES = [0xef, 0xbb, 0xbf];

/** How many byte order marks a file begins with. Some notes have two, and the app removes only the first. */
function marksOfFile(file: ArrayBuffer): number {
  const bytes = new Uint8Array(file);
  let marks = 0;
  while (BOM_BYTES.every((byte, at) => bytes[marks * BOM_BYTES.length + at] === byte)) marks += 1;
  return marks;
}

function marksOf(text: string): number {
  return /^\uFEFF*/u.exec(text)?.[0].length ?? 0;
}

function lost(marks: number, text: string): string {
  return BOM.repeat(Math.max(0, marks - marksOf(text)));
}

export class VaultNotes implements Notes {
  readonly #app: App;
  readonly #open: OpenEditors;

  constructor(app: App, open: OpenEditors) {
    this.#app = app;
    this.#open = open;
  }

  editors(path: string): OpenNote[] {
    return this.#open.of(path);
  }

  inHand(path: string): boolean {
    return this.#open.inHand(path) || hasPropertyInHand(this.#app, this.#open, path);
  }

  atCursor(path: string, before: string, edits: TextEdit[]): boolean {
    return this.#open.atCursor(path, before, edits);
  }

  exists(path: string): boolean {
    return this.#app.vault.getAbstractFileByPath(path) !== null;
  }

  isNamed(path: string): boolean {
    const name = path.toLowerCase();
    return this.#app.vault.getAllLoadedFiles().some((file) => file.path.toLowerCase() === name);
  }

  folderInOtherCase(path: string): string | undefined {
    const folder = folderOf(path);
    if (folder === '' || this.exists(folder)) return undefined;
    const names = folder.toLowerCase().split('/');
    const folders = this.#app.vault.getAllFolders().map((each) => each.path);
    // The nearest folder that is there counts; below it all names are new.
    for (let depth = names.length; depth > 0; depth -= 1) {
      if (this.exists(folder.split('/').slice(0, depth).join('/'))) return undefined;
      const other = folders.find((each) => each.toLowerCase() === names.slice(0, depth).join('/'));
      if (other !== undefined) return other;
    }
    return undefined;
  }

  isInCloud(path: string): Promise<boolean> {
    return this.#app.vault.adapter.exists(standInFor(path));
  }

  read(path: string): Promise<string> {
    return patiently(() => this.#app.vault.read(this.#file(path)));
  }

  readBinary(path: string): Promise<ArrayBuffer> {
    return patiently(() => this.#app.vault.readBinary(this.#file(path)));
  }

  async process(path: string, change: (text: string) => string): Promise<void> {
    const marks = marksOfFile(await this.readBinary(path));
    await patiently(() => this.#app.vault.process(this.#file(path), (text) => {
      const after = change(text);
      return after === text ? text : lost(marks, text) + after;
    }));
  }

  async lostMarks(path: string, text: string): Promise<string> {
    return lost(marksOfFile(await this.readBinary(path)), text);
  }

  async hasBom(path: string): Promise<boolean> {
    return marksOfFile(await this.readBinary(path)) > 0;
  }

  async create(path: string, text: string): Promise<void> {
    const folder = folderOf(path);
    if (folder !== '' && !this.exists(folder)) await this.#app.vault.createFolder(folder);
    await patiently(() => this.#app.vault.create(path, text));
  }

  async trash(path: string): Promise<void> {
    await patiently(() => this.#app.fileManager.trashFile(this.#file(path)));
  }

  async showInstead(path: string, other: string): Promise<void> {
    const tabs: WorkspaceLeaf[] = [];
    this.#app.workspace.iterateAllLeaves((leaf) => {
      const { type, state } = leaf.getViewState();
      if (type === 'markdown' && state?.['file'] === path) tabs.push(leaf);
    });
    for (const tab of tabs) await tab.openFile(this.#file(other), { active: false });
  }

  normalise(path: string): string {
    return normalizePath(path);
  }

  #file(path: string): TFile {
    const file = this.#app.vault.getAbstractFileByPath(path);
    if (file instanceof TFile) return file;
    throw new Error(locale.notice.gone(path));
  }
}
