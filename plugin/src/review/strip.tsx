// What was done last, with a way to see it and to take it back, and the same for all of the session.
import { useState } from 'preact/hooks';
import { locale } from '../locales';
import type { ReviewModel } from './model';
import type { PaneActions, ReviewState, Step } from './types';

interface StripProps {
  model: ReviewModel;
  state: ReviewState;
  actions: PaneActions;
}

export function Strip({ model, state, actions }: StripProps) {
  const [isOpen, setOpen] = useState(false);
  const { strip, steps } = state;
  if (!strip && steps.length === 0) return null;
  return (
    <div class="namesake-strip">
      {isOpen && (
        <ul class="namesake-history">
          {steps.map((step) => <li key={step.id}><Done step={step} model={model} actions={actions} /></li>)}
        </ul>
      )}
      <div class="namesake-strip-line">
        <div class="namesake-strip-now" role="status">{strip && !isOpen && <Done step={strip} model={model} actions={actions} />}</div>
        {steps.length > 1 && <button class="namesake-quiet" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>{isOpen ? locale.steps.close : locale.steps.history(steps.length)}</button>}
      </div>
    </div>
  );
}

function Done({ step, model, actions }: { step: Step; model: ReviewModel; actions: PaneActions }) {
  const [note] = step.notes;
  const notes = step.state === 'undone' ? step.restored ?? 0 : step.notes.length;
  const place = step.findings.find(({ path }) => path === note) ?? { start: 0, end: 0 };
  return (
    <div class="namesake-step">
      <span class="namesake-step-title" dir="auto">
        {step.state === 'undone' ? locale.steps.undone(step.title) : step.title}
        {notes > 0 && <span class="namesake-step-notes"> {locale.steps.inNotes(notes)}</span>}
        {(step.state === 'running' || step.state === 'undoing') && <span class="namesake-step-notes"> {locale.steps[step.state]}</span>}
        {step.details.map((detail) => <span key={detail} class="namesake-step-detail">{detail}</span>)}
        {step.reason !== undefined && <span class="namesake-failed">{step.reason}</span>}
      </span>
      {note !== undefined && step.state !== 'undone' && <button class="namesake-quiet" onClick={() => actions.peek(note, place)}>{locale.steps.see}</button>}
      {(step.state === 'done' || step.state === 'running') && <button class="namesake-quiet" onClick={() => void model.undo(step)}>{locale.review.undo}</button>}
    </div>
  );
}
