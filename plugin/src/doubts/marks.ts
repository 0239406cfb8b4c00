// The underlines as a part of the editor's state: they move with the text while somebody types, and go when their words do.
import { StateEffect, StateField, type EditorState } from '@codemirror/state';
import { Decoration, EditorView, type DecorationSet } from '@codemirror/view';
import type { Doubt } from './places';

/** All underlines of the note, in place of those before. */
export const setDoubts = StateEffect.define<Doubt[]>();

export const doubtMarks = StateField.define<DecorationSet>({
  create: () => Decoration.none,
  update(marks, { changes, effects }) {
    const now = effects.findLast((effect) => effect.is(setDoubts));
    return now ? Decoration.set(now.value.map(markOf), true) : marks.map(changes);
  },
  provide: (field) => EditorView.decorations.from(field),
});

function markOf(doubt: Doubt): ReturnType<Decoration['range']> {
  return Decoration.mark({ class: 'namesake-doubt', doubt }).range(doubt.from, doubt.to);
}

/** The doubt at a position, the one with the fewest words where several are; where it stands now. */
export function doubtAt(state: EditorState, at: number): Doubt | undefined {
  let best: Doubt | undefined;
  state.field(doubtMarks, false)?.between(at, at, (from, to, { spec }) => {
    const { doubt } = spec as { doubt: Doubt };
    if (!best || to - from < best.to - best.from) best = { ...doubt, from, to };
  });
  return best;
}
