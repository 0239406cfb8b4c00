// What an answer writes: the result with what is new in it marked, or old and new side by side; and the field for the
// user's own words.
import { useEffect, useState } from 'preact/hooks';
import { messageOf } from '../engine/protocol';
import type { Finding, Preview, PreviewLine, Question } from '../engine/types';
import { locale } from '../locales';
import { Line } from '../screen/line';
import { noteName } from '../vault/paths';
import type { ReviewModel } from './model';
import type { PaneActions } from './types';

/** Lines of a result that are enough to judge it by. */
const FEW = 3;

interface ChangeProps {
  finding: Finding;
  fix: number;
  model: ReviewModel;
  isCompared: boolean;
  /** Opens a note that is changed. Without it the notes are only named. */
  open?: PaneActions['open'];
}

export function Change({ finding, fix, model, isCompared, open }: ChangeProps) {
  const previews = usePreview(finding, fix, model);
  const created = finding.fixes[fix]?.creates?.path;
  if (typeof previews === 'string') return <p class="namesake-nofix">{previews}</p>;
  return (
    <div class={`namesake-diff${isCompared ? '' : ' mod-result'}`}>
      {previews.map((preview) => (
        <div key={preview.path}>
          {(previews.length > 1 || preview.path !== finding.path) && <ChangedNote preview={preview} open={preview.path === created ? undefined : open} />}
          {isCompared
            ? preview.lines.map((line, at) => <Line key={at} line={line} brief={preview.path === created} />)
            : <Result lines={preview.lines} />}
        </div>
      ))}
    </div>
  );
}

/** The name of a note that is changed, which opens it. One that is yet to be made cannot be opened. */
function ChangedNote({ preview: { path, lines: [first] }, open }: { preview: Preview; open: ChangeProps['open'] }) {
  if (!open) return <div class="namesake-diff-path">{noteName(path)}</div>;
  const line = (first?.line ?? 1) - 1;
  return <button class="namesake-quiet namesake-diff-path" aria-label={locale.review.openNote(noteName(path))} data-note-link={path} onClick={(event) => open(path, { line }, event)}>{noteName(path)}</button>;
}

/** The first lines as they will be; a line that goes is struck through. */
function Result({ lines }: { lines: PreviewLine[] }) {
  return (
    <>
      {lines.slice(0, FEW).map((line, at) => <ResultLine key={at} line={line} />)}
      {lines.length > FEW && <div class="namesake-hint">{locale.review.moreLines(lines.length - FEW)}</div>}
    </>
  );
}

function ResultLine({ line: { parts } }: { line: PreviewLine }) {
  const goes = parts.every(({ kind }) => kind === 'delete');
  const shown = goes ? parts : parts.filter(({ kind }) => kind !== 'delete');
  return (
    <div class="namesake-result" dir="auto">
      {shown.map(({ kind, text }, at) => {
        if (kind === 'same') return <span key={at}>{text}</span>;
        const Tag = kind === 'insert' ? 'ins' : 'del';
        return (
          <Tag key={at}>
            <span class="namesake-spoken">{kind === 'insert' ? locale.review.inserted : locale.review.deleted}</span>
            {text.trim() === '' ? text.replaceAll('\n', '↵') : text}
          </Tag>
        );
      })}
    </div>
  );
}

/** The previews of an answer, or the error why there are none. */
function usePreview(finding: Finding, fix: number, model: ReviewModel): Preview[] | string {
  const [shown, setShown] = useState<Preview[] | string>([]);
  useEffect(() => {
    let current = true;
    model.preview(finding, fix).then(
      (preview) => current && setShown(preview),
      (thrown: unknown) => current && setShown(locale.review.previewFailed(messageOf(thrown))),
    );
    return () => {
      current = false;
    };
  }, [finding, fix, model]);
  return shown;
}

export function Wording({ question, model }: { question: Question; model: ReviewModel }) {
  const [text, setText] = useState(() => model.wording(question) ?? '');
  const save = (): void => void model.accept(question, 0, text);
  const keys = (event: KeyboardEvent): void => {
    if (event.key === 'Escape') model.stopEditing();
    else if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) save();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <form class="namesake-wording" onSubmit={(event) => {
      event.preventDefault();
      save();
    }}>
      <label>
        <span>{locale.review.ownWording}</span>
        <textarea rows={3} value={text} ref={focusOnce} onKeyDown={keys} onInput={(event) => setText(event.currentTarget.value)} />
      </label>
      <div class="namesake-buttons">
        <button type="submit" class="mod-cta">{locale.review.save}</button>
        <button type="button" onClick={() => model.stopEditing()}>{locale.review.cancel}</button>
      </div>
    </form>
  );
}

function focusOnce(field: HTMLTextAreaElement | null): void {
  if (field && field.ownerDocument.activeElement !== field) field.focus();
}
