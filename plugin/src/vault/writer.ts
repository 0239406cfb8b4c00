// Brings a computed change into a note: through every open editor of it, else through the vault. Writes only where the
// text is exactly the one the change was computed from, and looks whether it arrived; anything else is refused with a
// reason.
import type { TextEdit } from '../engine/types';
import { locale } from '../locales';
import type { Notes } from './notes';
import type { OpenNote } from './open-note';
import type { PluginWrites } from './plugin-writes';
import { canHoldNote, isNotePath } from './paths';

/** `before` undefined: the note is created; `after` undefined: it is deleted. */
export interface TextChange {
  path: string;
  before: string | undefined;
  after: string | undefined;
  edits: TextEdit[];
  /** The note returns to its old place, so that its name is not checked like that of a new note. */
  back?: boolean;
  /** The note that the tabs of a deleted note show from then on. */
  instead?: string | undefined;
  /** Nobody asked for this change now, so it keeps out of the line where the user's cursor stands. */
  automatic?: boolean;
}

/** Milliseconds that a change which the user asked for waits until they let go of the note, and between two looks. */
const PATIENCE = 5000;
const LOOK = 100;

/** Nothing was written; the message says why and what to do. */
export class Refused extends Error {}

export class Writer {
  readonly #notes: Notes;
  readonly #writes: PluginWrites;

  constructor(notes: Notes, writes: PluginWrites) {
    this.#notes = notes;
    this.#writes = writes;
  }

  /** The note as the user sees it: an open editor's text, else what is on disk; undefined when there is no note. */
  async current(path: string): Promise<string | undefined> {
    if (!this.#notes.exists(path)) return undefined;
    const disk = await this.#notes.read(path);
    const edited = this.#notes.editors(path).find((editor) => !sameText(editor.text(), disk));
    return edited ? edited.text() : disk;
  }

  /** The byte order marks that the app leaves out of the text of this note. */
  lostMarks({ path, before }: { path: string; before: string }): Promise<string> {
    return this.#notes.exists(path) ? this.#notes.lostMarks(path, before) : Promise.resolve('');
  }

  /** Rejects with `Refused` when the note is not as it was, and with the vault's error when that fails. */
  async write(change: TextChange): Promise<void> {
    const { before, after } = change;
    if (before === undefined) {
      if (after !== undefined) await this.#create(change, after);
    } else if (after === undefined) {
      await this.#remove(change, before);
    } else {
      await this.#edit(change, before, after);
    }
  }

  async #create({ path, back }: TextChange, text: string): Promise<void> {
    if (!(back ? canHoldNote : isNotePath)(path, this.#notes.normalise(path))) throw new Refused(locale.refusal.path);
    if (back ? this.#notes.exists(path) : this.#notes.isNamed(path)) throw new Refused(locale.refusal.exists);
    const folder = back ? undefined : this.#notes.folderInOtherCase(path);
    if (folder !== undefined) throw new Refused(locale.refusal.folderExists(folder));
    if (await this.#notes.isInCloud(path)) throw new Refused(locale.refusal.inCloud);
    this.#writes.remember(path, undefined, text);
    await this.#notes.create(path, text);
  }

  async #remove({ path, instead }: TextChange, before: string): Promise<void> {
    await this.#letGo(path);
    if (this.#notes.inHand(path)) throw new Refused(locale.refusal.inHand);
    if ((await this.current(path)) !== before) throw new Refused(locale.refusal.changed);
    if (instead !== undefined) await this.#notes.showInstead(path, instead);
    // The tabs saved their text when they switched, so the note may have changed.
    if ((await this.current(path)) !== before) throw new Refused(locale.refusal.changed);
    if (this.#notes.inHand(path)) throw new Refused(locale.refusal.inHand);
    this.#writes.remember(path, before, undefined);
    await this.#notes.trash(path);
  }

  async #edit(change: TextChange, before: string, after: string): Promise<void> {
    const { path } = change;
    if (!this.#notes.exists(path)) throw new Refused(locale.refusal.gone);
    if (!change.automatic) await this.#letGo(path);
    const disk = await this.#notes.read(path);
    const bom = await this.#notes.hasBom(path);
    // No await from here to the end of the transaction: the editors must not move between the check and the edit.
    if (this.#notes.inHand(path)) throw new Refused(locale.refusal.inHand);
    if (change.automatic && this.#notes.atCursor(path, before, change.edits)) throw new Refused(locale.refusal.inHand);
    const editors = this.#notes.editors(path);
    if (editors.some((editor) => editor.text() !== before && !isCleanCopy(editor, before, disk))) {
      throw new Refused(locale.refusal.dirty);
    }
    // An editor saves its note without the byte order mark; only the file can keep it.
    const exact = bom ? [] : editors.filter((editor) => editor.text() === before);
    if (exact.length === 0) {
      await this.#process(path, before, after);
      return;
    }
    // An editor that holds our own last write is ahead of the disk until the app has saved it.
    if (disk !== before && !this.#writes.isWrite(path, before)) throw new Refused(locale.refusal.changed);
    this.#writes.remember(path, before, after);
    for (const editor of exact) if (editor.text() === before) editor.apply(change.edits);
    if (!exact.every((editor) => editor.text() === after)) await this.#around(path, exact, before, after);
  }

  /** The editors did not take the change as it is: something stands between. Puts them back and writes the file. */
  async #around(path: string, editors: OpenNote[], before: string, after: string): Promise<void> {
    this.#writes.remember(path, after, before);
    for (const editor of editors) editor.show(before);
    if (!editors.every((editor) => editor.text() === before)) throw new Refused(locale.refusal.mangled);
    for (const editor of editors) await editor.save();
    await this.#process(path, before, after, () => editors.every((editor) => editor.text() === before));
  }

  /** Resolves when the user has let go of the note, or after a while. */
  async #letGo(path: string): Promise<void> {
    for (let waited = 0; this.#notes.inHand(path) && waited < PATIENCE; waited += LOOK) {
      await new Promise((resolve) => window.setTimeout(resolve, LOOK));
    }
  }

  async #process(path: string, before: string, after: string, untouched = (): boolean => true): Promise<void> {
    let done = false;
    this.#writes.remember(path, before, after);
    await this.#notes.process(path, (text) => {
      done = text === before && untouched();
      return done ? after : text;
    });
    if (!done) throw new Refused(locale.refusal.changed);
  }
}

/** An editor turns CRLF into LF. Such a copy is clean, but only the file has the bytes to edit. */
function isCleanCopy(editor: OpenNote, before: string, disk: string): boolean {
  return disk === before && sameText(editor.text(), disk);
}

/** Whether an editor shows this text, whose line ends it may have changed. */
export function sameText(edited: string, disk: string): boolean {
  return edited === disk || edited === disk.replace(/\r\n?/gu, '\n');
}
