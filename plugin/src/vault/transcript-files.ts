// Files beside the notes that hold transcripts. The engine says which of them are some note's; they are read in place and
// never written. One that the disk is slow to give is heard when it comes.
import { TFile, type EventRef, type TAbstractFile, type Vault } from 'obsidian';
import { PluginUnloaded } from '../engine/errors';
import { messageOf } from '../engine/protocol';
import type { EngineApi } from '../engine/types';
import { locale } from '../locales';
import { inTime, LATE, patiently } from './disk-errors';
import type { PathQueues } from './path-queues';
import { readNote } from './read';

/** Endings of files that may hold a transcript: `ENDINGS` of the core. */
const ENDINGS = ['vtt', 'srt', 'txt', 'json'];

export interface TranscriptFilesDeps {
  vault: Vault;
  engine: Pick<EngineApi, 'addFiles' | 'wantedFiles' | 'putFile' | 'removeFile'>;
  queues: PathQueues;
  limit: () => number;
  /** The transcript of these notes is another one, and the engine knows it. */
  changed: (notes: string[]) => void;
  say: (message: string) => void;
}

export class TranscriptFiles {
  readonly #deps: TranscriptFilesDeps;
  readonly #said = new Set<string>();
  readonly #late = new Set<string>();

  constructor(deps: TranscriptFilesDeps) {
    this.#deps = deps;
  }

  /** All files that may hold a transcript. */
  paths(): string[] {
    return this.#deps.vault.getFiles().filter(isTranscript).map((file) => file.path);
  }

  /** The text of a file, or undefined if it cannot be read, of which the user is told once, or not yet. */
  async text(path: string): Promise<string | undefined> {
    if (this.#late.has(path)) return undefined;
    const reading = this.#read(path);
    const text = await inTime(reading);
    if (text !== LATE) return text;
    this.#late.add(path);
    this.#track(path, async () => { // Before any later change of the file.
      const come = await reading;
      this.#late.delete(path);
      if (come !== undefined) this.#deps.changed(await this.#deps.engine.putFile(path, come));
    });
    return undefined;
  }

  async #read(path: string): Promise<string | undefined> {
    const { vault, limit } = this.#deps;
    const file = vault.getAbstractFileByPath(path);
    if (!(file instanceof TFile)) return undefined;
    const reader = { read: () => vault.read(file), readBinary: () => vault.readBinary(file) };
    try {
      const reading = await patiently(() => readNote(reader, path, file.stat.size, limit()));
      if ('text' in reading) return reading.text;
      this.#complain(path, reading.rejected);
    } catch (thrown) {
      this.#complain(path, messageOf(thrown));
    }
    return undefined;
  }

  /** Listens to the vault. Only after layout-ready. */
  listen(): EventRef[] {
    const { vault, engine } = this.#deps;
    const renew = (file: TAbstractFile): void => {
      if (isTranscript(file)) this.#track(file.path, () => engine.addFiles([file.path]));
    };
    const forget = (path: string): void => this.#track(path, async () => this.#deps.changed(await engine.removeFile(path)));
    return [
      vault.on('create', renew),
      vault.on('modify', renew),
      vault.on('delete', (file) => {
        if (isTranscript(file)) forget(file.path);
      }),
      vault.on('rename', (file, from) => {
        if (ENDINGS.some((ending) => from.endsWith(`.${ending}`))) forget(from);
        renew(file);
      }),
    ];
  }

  /** Gives the engine the files that it wants by now, since a note or a file has changed. */
  async look(): Promise<void> {
    const { engine, changed } = this.#deps;
    for (const path of await engine.wantedFiles()) {
      const text = await this.text(path);
      if (text !== undefined) changed(await engine.putFile(path, text));
    }
  }

  #complain(path: string, reason: string): void {
    if (this.#said.has(path)) return;
    this.#said.add(path);
    this.#deps.say(locale.notice.unreadTranscript(path, reason));
  }

  /** Runs a job for an event, whose handler cannot wait, and looks what is wanted then. Failures go to the console. */
  #track(path: string, job: () => Promise<unknown>): void {
    this.#deps.queues.runAll([path], async () => {
      await job();
      await this.look();
    }).catch((thrown: unknown) => {
      if (!(thrown instanceof PluginUnloaded)) console.error(`Namesake: ${path}`, thrown);
    });
  }
}

function isTranscript(file: TAbstractFile): boolean {
  return file instanceof TFile && ENDINGS.includes(file.extension.toLowerCase());
}
