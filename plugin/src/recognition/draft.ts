// The answers that the user ticks on the screen of what was recognised, and the settings that they make. Pure.
import type { About, Settings } from '../engine/types';

type Answers = Pick<Settings, 'conventions' | 'mendedHabits'>;

/** Whether each convention and habit is ticked, by its key. What was recognised is ticked, what only seems so is not. */
export class RecognitionDraft {
  readonly #about: About;
  /** Keys whose tick is not what it was at first. */
  readonly #turned: Set<string>;

  /** @param earlier what the user ticked before the vault was looked at again */
  constructor(about: About, earlier?: RecognitionDraft) {
    this.#about = about;
    this.#turned = new Set(earlier ? earlier.#turnedOf(about) : []);
  }

  /** What is to be turned of another look at the vault. A sign that was only likely may be recognised by now, and is ticked then. */
  #turnedOf(about: About): string[] {
    const [before, now] = [ticksOf(this.#about), ticksOf(about)];
    return [...this.#turned].filter((key) => now.has(key) && now.get(key) === before.get(key));
  }

  isTurned(key: string): boolean {
    return this.#turned.has(key);
  }

  turn(key: string): void {
    if (!this.#turned.delete(key)) this.#turned.add(key);
  }

  /** The settings with the answers: recognised ones denied, likely ones agreed to, earlier ones taken back, habits mended. */
  answered({ conventions, mendedHabits }: Answers): Answers {
    const { kinds, likely, answered, habits } = this.#about;
    const turned = ({ key }: { key?: string | undefined }): boolean => key !== undefined && this.#turned.has(key);
    const takenBack = new Set(answered.filter(turned).map(({ key }) => key));
    const kept = Object.entries(conventions).filter(([key]) => !takenBack.has(key));
    const denied = kinds.flatMap(({ signs }) => signs).filter(turned).map(({ key }) => [key, 'none']);
    const agreed = likely.filter(turned).map(({ key, kind }) => [key, kind]);
    return {
      conventions: Object.fromEntries([...kept, ...denied, ...agreed]) as Settings['conventions'],
      mendedHabits: [...mendedHabits, ...habits.filter(turned).map(({ key }) => key)],
    };
  }
}

/** Whether each key is ticked at first. */
function ticksOf({ kinds, likely, answered, habits }: About): Map<string | undefined, boolean> {
  const ticked = [...kinds.flatMap(({ signs }) => signs), ...answered];
  return new Map([...ticked.map(({ key }) => [key, true] as const), ...[...likely, ...habits].map(({ key }) => [key, false] as const)]);
}
