// A vault in memory for tests: files on disk, and editors that are ahead of them until they are saved.
import type { TextEdit } from '../engine/types';
import type { Notes } from '../vault/notes';
import type { OpenNote } from '../vault/open-note';
import { folderOf } from '../vault/paths';

export class FakeEditor implements OpenNote {
  transactions: TextEdit[][] = [];
  /** What becomes of a change on its way into the editor. */
  filter = (_before: string, after: string): string => after;

  constructor(public shown: string) {}

  text(): string {
    return this.shown;
  }

  apply(edits: TextEdit[]): void {
    this.transactions.push(edits);
    this.shown = this.filter(this.shown, edited(this.shown, edits));
  }

  show(text: string): void {
    this.shown = this.filter(this.shown, text);
  }

  save(): Promise<void> {
    return Promise.resolve();
  }
}

export class FakeNotes implements Notes {
  readonly files: Map<string, string>;
  readonly open = new Map<string, FakeEditor[]>();
  trashed: string[] = [];
  /** Notes that the user has in hand, and those in whose every line a cursor stands. */
  readonly held = new Set<string>();
  readonly cursors = new Set<string>();
  /** Notes whose file begins with a byte order mark that `read` leaves out. */
  readonly boms = new Set<string>();

  /** Notes for which the disk has a stand-in alone. */
  readonly inCloud = new Set<string>();

  constructor(files: Record<string, string>) {
    this.files = new Map(Object.entries(files));
  }

  /** Opens the note in one more editor. */
  show(path: string, text = this.files.get(path) ?? ''): FakeEditor {
    const editor = new FakeEditor(text);
    this.open.set(path, [...(this.open.get(path) ?? []), editor]);
    return editor;
  }

  editors(path: string): OpenNote[] {
    return this.open.get(path) ?? [];
  }

  inHand(path: string): boolean {
    return this.held.has(path);
  }

  atCursor(path: string): boolean {
    return this.cursors.has(path);
  }

  exists(path: string): boolean {
    return this.files.has(path);
  }

  isNamed(path: string): boolean {
    return [...this.files.keys()].some((other) => other.toLowerCase() === path.toLowerCase());
  }

  folderInOtherCase(path: string): string | undefined {
    const folder = folderOf(path);
    const folders = [...this.files.keys()].map(folderOf);
    return folders.includes(folder) ? undefined : folders.find((other) => other.toLowerCase() === folder.toLowerCase());
  }

  isInCloud(path: string): Promise<boolean> {
    return Promise.resolve(this.inCloud.has(path));
  }

  hasBom(path: string): Promise<boolean> {
    return Promise.resolve(this.boms.has(path));
  }

  lostMarks(path: string): Promise<string> {
    return Promise.resolve(this.boms.has(path) ? '\uFEFF' : '');
  }

  read(path: string): Promise<string> {
    const text = this.files.get(path);
    return text === undefined ? Promise.reject(new Error('no such file')) : Promise.resolve(text);
  }

  async readBinary(path: string): Promise<ArrayBuffer> {
    return new TextEncoder().encode(await this.read(path)).buffer;
  }

  async process(path: string, change: (text: string) => string): Promise<void> {
    this.files.set(path, change(await this.read(path)));
  }

  create(path: string, text: string): Promise<void> {
    this.files.set(path, text);
    return Promise.resolve();
  }

  trash(path: string): Promise<void> {
    this.trashed.push(path);
    this.files.delete(path);
    return Promise.resolve();
  }

  showInstead(path: string, other: string): Promise<void> {
    if (this.open.delete(path)) this.show(other);
    return Promise.resolve();
  }

  normalise(path: string): string {
    return path.replace(/^\/+|\/+$/gu, '').replace(/\/+/gu, '/');
  }
}

/** The text after edits whose offsets are all into `text`. */
export function edited(text: string, edits: TextEdit[]): string {
  return [...edits].sort((a, b) => b.start - a.start)
    .reduce((so, edit) => so.slice(0, edit.start) + edit.text + so.slice(edit.end), text);
}
