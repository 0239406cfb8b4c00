// The card beside the words it is about: while the mouse rests on them, or opened by the keyboard or the menu. Then it takes
// the focus, Escape gives it back to the text, and it goes once the text or the cursor moves.
import { StateEffect, StateField, type Extension } from '@codemirror/state';
import { closeHoverTooltips, EditorView, hoverTooltip, showTooltip, type Tooltip, type TooltipView } from '@codemirror/view';
import { h, render } from 'preact';
import type { Question } from '../engine/types';
import type { ReviewModel } from '../review/model';
import { DoubtCard, type DoubtActions } from './card';
import { doubtAt } from './marks';
import type { Doubt } from './places';

/** Milliseconds that the mouse rests on a word before its card opens. */
const REST = 350;

const pin = StateEffect.define<Tooltip | null>();

const pinned = StateField.define<Tooltip | null>({
  create: () => null,
  update(card, { effects, docChanged, selection }) {
    const asked = effects.findLast((effect) => effect.is(pin));
    if (asked) return asked.value;
    return docChanged || selection ? null : card;
  },
  provide: (field) => showTooltip.from(field),
});

export class DoubtTooltips {
  readonly extension: Extension;
  readonly #model: ReviewModel;
  readonly #actions: DoubtActions;

  constructor(model: ReviewModel, actions: DoubtActions) {
    this.#model = model;
    this.#actions = actions;
    this.extension = [pinned, hoverTooltip((view, at) => this.#hovered(view, at), { hoverTime: REST })];
  }

  /** Opens the card of a doubt and gives it the focus, unless the user has gone on meanwhile: the next key would be an answer. */
  async open(view: EditorView, doubt: Doubt): Promise<void> {
    const isSame = placeOf(view);
    const alone = await this.#actions.ask(doubt);
    if (alone && isSame(view)) view.dispatch({ effects: [closeHoverTooltips, pin.of(this.#tooltip(doubt, alone, true))] });
  }

  async #hovered(view: EditorView, at: number): Promise<Tooltip | null> {
    const doubt = doubtAt(view.state, at);
    if (!doubt || view.state.field(pinned)) return null;
    const alone = await this.#actions.ask(doubt);
    return alone ? this.#tooltip(doubt, alone, false) : null;
  }

  #tooltip(doubt: Doubt, alone: Question, isPinned: boolean): Tooltip {
    return { pos: doubt.from, end: doubt.to, above: true, create: (view) => this.#draw(view, doubt, alone, isPinned) };
  }

  #draw(view: EditorView, asked: Doubt, alone: Question, isPinned: boolean): TooltipView {
    const dom = createDiv('namesake-doubt-tooltip');
    const close = (): void => {
      view.dispatch({ effects: isPinned ? pin.of(null) : closeHoverTooltips });
      view.focus();
    };
    dom.addEventListener('keydown', (event) => {
      if (event.key !== 'Escape') return;
      event.preventDefault();
      event.stopPropagation();
      close();
    });
    render(h(DoubtCard, { asked, alone, model: this.#model, actions: this.#actions, close }), dom);
    return {
      dom,
      mount: () => {
        if (isPinned) dom.querySelector('button')?.focus({ preventScroll: true });
      },
      destroy: () => render(null, dom),
    };
  }
}

/** Tells later whether text, cursor and focus are still the same. A menu or a dialog may give the focus back to the text meanwhile. */
function placeOf({ state, dom: { ownerDocument: { activeElement } } }: EditorView): (view: EditorView) => boolean {
  return ({ state: now, contentDOM }) => now.doc === state.doc && now.selection.eq(state.selection)
    && [activeElement, contentDOM, contentDOM.ownerDocument.body].includes(contentDOM.ownerDocument.activeElement);
}
