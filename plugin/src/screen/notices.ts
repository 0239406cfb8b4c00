// Short messages in the corner. A message about changes has a button that undoes them.
import { Notice } from 'obsidian';
import { messageOf } from '../engine/protocol';
import { EngineCrash, PluginUnloaded } from '../engine/errors';
import type { LeftOut } from '../engine/types';
import { locale } from '../locales';
import { sentenceOf, type BatchResult, type Refusal, type UndoResult } from '../vault/repairs';

/** Milliseconds a notice with a button stays: long enough to read it and to reach the button. */
const WITH_BUTTON = 10_000;

export function say(message: string): void {
  new Notice(message);
}

/** Shows an error. Crashes are left out, since the user has seen one message for all of them; so are calls that unloading ended. */
export function sayFailure(thrown: unknown): void {
  if (thrown instanceof PluginUnloaded) return;
  console.error('Namesake:', thrown);
  if (!(thrown instanceof EngineCrash)) say(locale.notice.error(messageOf(thrown)));
}

/** Says how many notes changed, with a button to undo, and which were left alone. */
export function sayChanged(applied: BatchResult, undo: (batch: string) => void): void {
  const { batch, written, refused } = applied;
  if (batch !== undefined && written.length > 0) sayWithUndo(locale.notice.changed(written.length), () => undo(batch));
  sayRefused(refused);
}

/** Says what was done, with a button to take it back. `details` stand below, a line each. */
export function sayWithUndo(what: string, undo: () => void, details: string[] = []): Notice {
  const notice: Notice = new Notice(createFragment((content) => {
    content.createSpan({ text: what });
    const button = content.createEl('button', { cls: 'namesake-notice-undo', text: locale.notice.undo });
    button.addEventListener('click', () => {
      notice.hide();
      undo();
    });
    for (const detail of details) content.createDiv({ cls: 'namesake-notice-detail', text: detail });
  }), WITH_BUTTON);
  return notice;
}

export function sayUndone({ restored, refused }: UndoResult): void {
  if (restored.length > 0) say(locale.notice.undone(restored.length));
  sayRefused(refused);
}

/** Says why an action changed nothing; `waiting` findings are left for the user to decide. */
export function sayNothingDone(left: LeftOut[], waiting = 0): void {
  const [first] = left;
  if (first) say(locale.scan.refused(left.length, first.reason));
  else say(waiting > 0 ? locale.notice.nothingCertain(waiting) : locale.notice.nothingToRepair);
}

function sayRefused(refused: Refusal[]): void {
  const [first] = refused;
  if (!first) return;
  say(locale.notice.refused(refused.length, sentenceOf(first)));
}
