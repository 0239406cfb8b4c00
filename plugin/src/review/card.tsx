// One finding: what, where, why, the change word by word, and what can be done about it.
import { useEffect, useState } from 'preact/hooks';
import { messageOf } from '../engine/protocol';
import type { Finding, Preview } from '../engine/types';
import { en } from '../locales/en';
import { Line } from '../screen/line';
import type { ReviewModel } from './model';
import { Sentence } from '../screen/sentence';
import type { ReviewState } from './types';

interface CardProps {
  finding: Finding;
  model: ReviewModel;
  state: ReviewState;
  open: (event: MouseEvent) => void;
  /** Shows the two notes that the finding is about side by side; undefined where it is about one. */
  merge: (() => void) | undefined;
  split: (() => void) | undefined;
}

export function Card({ finding, model, state, open, merge, split }: CardProps) {
  const selected = state.selected === finding.id;
  const fix = state.fixes.get(finding.id) ?? 0;
  return (
    <div class={`namesake-card ${selected ? 'is-selected' : ''}`}>
      <div role="option" class="namesake-option" aria-selected={selected} tabIndex={selected ? 0 : -1}
        onFocus={() => model.select(finding.id)} onClick={() => model.select(finding.id)} onDblClick={open}>
        <div class="namesake-card-head">
          <Tier finding={finding} />
          <span class="namesake-rule">{finding.rule}</span>
        </div>
        <div class="namesake-message"><Sentence text={finding.message} /></div>
        {finding.fixes.length > 0 && <Diff finding={finding} fix={fix} model={model} />}
        {finding.evidence.length > 0 && (
          <>
            <span class="namesake-spoken">{en.review.because}</span>
            <ul class="namesake-evidence">
              {finding.evidence.map((sentence) => <li key={sentence}><Sentence text={sentence} /></li>)}
            </ul>
          </>
        )}
      </div>
      {finding.fixes.length > 1 && <Fixes finding={finding} fix={fix} model={model} selected={selected} />}
      {state.editing === finding.id
        ? <Wording finding={finding} model={model} />
        : <Buttons finding={finding} model={model} state={state} open={open} merge={merge} split={split} selected={selected} />}
    </div>
  );
}

export function Tier({ finding }: { finding: Finding }) {
  return finding.tier === 'auto'
    ? <span class="namesake-tier mod-certain" title={en.review.certainHint}>{en.review.certain}</span>
    : <span class="namesake-tier">{en.review.doubtful}</span>;
}

function Fixes({ finding, fix, model, selected }: { finding: Finding; fix: number; model: ReviewModel; selected: boolean }) {
  return (
    <fieldset class="namesake-fixes">
      <legend>{en.review.fixes}</legend>
      {finding.fixes.map((one, at) => (
        <label key={at}>
          <input type="radio" name={`namesake-fix-${finding.id}`} checked={at === fix} tabIndex={selected ? 0 : -1}
            onChange={() => model.choose(finding.id, at)} />
          <span class="namesake-fix-key" aria-hidden="true">{at + 1}</span>
          <span>{one.title}</span>
        </label>
      ))}
    </fieldset>
  );
}

function Buttons({ finding, model, state, open, merge, split, selected }: CardProps & { selected: boolean }) {
  const tabIndex = selected ? 0 : -1;
  const none = finding.fixes.length === 0;
  return (
    <div class="namesake-buttons">
      {none && !merge && !split && <span class="namesake-nofix">{en.review.noFix}</span>}
      {merge && <button class="mod-cta" tabIndex={tabIndex} disabled={state.busy} onClick={merge}>{en.review.merge}</button>}
      {split && <button class="mod-cta" tabIndex={tabIndex} disabled={state.busy} onClick={split}>{en.review.split}</button>}
      {!none && <button class="mod-cta" tabIndex={tabIndex} disabled={state.busy} onClick={() => void model.accept(finding.id)}>{en.review.accept}</button>}
      <button tabIndex={tabIndex} disabled={state.busy} onClick={() => void model.reject(finding.id)}>{en.review.reject}</button>
      {model.canEdit(finding.id) && <button tabIndex={tabIndex} disabled={state.busy} onClick={() => model.edit(finding.id)}>{en.review.edit}</button>}
      <button tabIndex={tabIndex} onClick={open}>{en.review.open}</button>
    </div>
  );
}

export function Wording({ finding, model }: { finding: Finding; model: ReviewModel }) {
  const [text, setText] = useState(() => model.wording(finding.id));
  const keys = (event: KeyboardEvent): void => {
    if (event.key === 'Escape') model.stopEditing();
    else if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void model.accept(finding.id, text);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <form class="namesake-wording" onSubmit={(event) => {
      event.preventDefault();
      void model.accept(finding.id, text);
    }}>
      <label>
        <span>{en.review.ownWording}</span>
        <textarea rows={3} value={text} ref={focusOnce} onKeyDown={keys} onInput={(event) => setText(event.currentTarget.value)} />
      </label>
      <div class="namesake-buttons">
        <button type="submit" class="mod-cta">{en.review.save}</button>
        <button type="button" onClick={() => model.stopEditing()}>{en.review.cancel}</button>
      </div>
    </form>
  );
}

function focusOnce(field: HTMLTextAreaElement | null): void {
  if (field && field.ownerDocument.activeElement !== field) field.focus();
}

/** The previews of a fix, or the error why there are none. */
export function usePreview(finding: Finding, fix: number, model: ReviewModel): Preview[] | string {
  const [shown, setShown] = useState<Preview[] | string>([]);
  useEffect(() => {
    let current = true;
    model.preview(finding, fix).then(
      (preview) => current && setShown(preview),
      (thrown: unknown) => current && setShown(en.review.previewFailed(messageOf(thrown))),
    );
    return () => {
      current = false;
    };
  }, [finding, fix, model]);
  return shown;
}

export function Diff({ finding, fix, model }: { finding: Finding; fix: number; model: ReviewModel }) {
  const shown = usePreview(finding, fix, model);
  if (typeof shown === 'string') return <p class="namesake-nofix">{shown}</p>;
  return (
    <div class="namesake-diff">
      {shown.map((preview) => (
        <div key={preview.path}>
          {(shown.length > 1 || preview.path !== finding.path) && <div class="namesake-diff-path" data-note-link={preview.path}>{preview.path}</div>}
          {preview.lines.map((line, at) => <Line key={at} line={line} brief={finding.fixes[fix]?.creates?.path === preview.path} />)}
        </div>
      ))}
    </div>
  );
}
