// What the plugin does with an editor that shows a note.
import type { TextEdit } from '../engine/types';

export interface OpenNote {
  text(): string;
  /** One change with these edits (UTF-16 offsets into the text as it is); cursor, scroll and folds stay. It may not arrive. */
  apply(edits: TextEdit[]): void;
  /** Makes this the text, beside the undo history. */
  show(text: string): void;
  save(): Promise<void>;
}
