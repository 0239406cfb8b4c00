// A pattern while somebody writes it, tried on the open note after each change. Without a screen.
import type { Pattern, PatternError, PatternTrial } from '../engine/types';
import { locale } from '../locales';

type Try = (pattern: Pattern, path: string | undefined) => Promise<PatternTrial | undefined>;

export class PatternDraft {
  pattern: Pattern;
  /** What the pattern as it is now finds; undefined until the engine has answered. */
  trial: PatternTrial | undefined;
  /** The open note. */
  readonly path: string | undefined;
  /** Called when there is something new to show. */
  changed: () => void = () => undefined;
  readonly #try: Try;
  /** The number of the latest trial. Answers to earlier ones are ignored. */
  #latest = 0;

  constructor(pattern: Pattern, path: string | undefined, tryIt: Try) {
    this.pattern = pattern;
    this.path = path;
    this.#try = tryIt;
  }

  /** A pattern can be saved once the engine has found nothing wrong with it. */
  get canBeSaved(): boolean {
    return this.trial !== undefined && this.trial.error === undefined;
  }

  async change(part: Partial<Pattern>): Promise<void> {
    this.pattern = { ...this.pattern, ...part };
    await this.try();
  }

  /** One folder a line. */
  changeFolders(text: string): Promise<void> {
    return this.change({ folders: text.split('\n').map((line) => line.trim()).filter((line) => line !== '') });
  }

  async try(): Promise<void> {
    const asked = (this.#latest += 1);
    this.trial = undefined;
    this.changed();
    const trial = await this.#try(this.pattern, this.path);
    if (asked !== this.#latest) return;
    this.trial = trial;
    this.changed();
  }
}

/** `Find, character 4: unclosed group`. */
export function errorText({ part, character, message }: PatternError): string {
  return locale.pattern.error(locale.pattern[part], character, message);
}
