// What the vault is recognised as: how many notes of each kind, by which signs, with examples and boxes to tick. Shown
// before the first finding, and whenever the user asks for it. Note text appears only as text.
import type { ComponentChildren } from 'preact';
import { useMemo, useReducer, useRef } from 'preact/hooks';
import type { About, AdoptedValue, Settings } from '../engine/types';
import { locale } from '../locales';
import { useLabelId } from '../screen/label-id';
import { noteName } from '../vault/paths';
import { RecognitionDraft } from './draft';

const words = locale.recognition;

/** What the screen sets going. None of them rejects. */
export interface RecognitionActions {
  /** Opens the note. */
  open: (path: string, event: MouseEvent) => void;
  /** Asks for a folder and counts its notes among this kind from now on. */
  chooseFolder: (kind: 'person' | 'meeting') => void;
  /** Saves the answers and goes on to the findings. */
  confirm: (answers: (settings: Settings) => Partial<Settings>) => void;
}

interface ScreenProps {
  about: About;
  adopted: AdoptedValue[];
  actions: RecognitionActions;
}

interface PartProps {
  draft: RecognitionDraft;
  turn: (key: string) => void;
  open: (path: string, event: MouseEvent) => void;
}

export function RecognitionScreen({ about, adopted, actions }: ScreenProps) {
  const last = useRef<RecognitionDraft>();
  const draft = last.current = useMemo(() => new RecognitionDraft(about, last.current), [about]);
  const [, redraw] = useReducer((n: number, _: void) => n + 1, 0);
  const turn = (key: string): void => {
    draft.turn(key);
    redraw();
  };
  const part: PartProps = { draft, turn, open: actions.open };
  const missing = (['person', 'meeting'] as const).filter((kind) => (about.kinds.find((one) => one.kind === kind)?.notes ?? 0) === 0);
  return (
    <div class="namesake-pane namesake-recognition" tabIndex={-1}>
      <h4>{words.title}</h4>
      <p>{about.summary}</p>
      <p class="namesake-hint">{words.hint}</p>
      {missing.map((kind) => (
        <div key={kind} class="namesake-first">
          <strong>{words.missing[kind]}</strong>
          <p>{words.missingHint[kind]}</p>
          <div class="namesake-buttons"><button onClick={() => actions.chooseFolder(kind)}>{words.chooseFolder}</button></div>
        </div>
      ))}
      {about.kinds.filter(({ notes }) => notes > 0).map(({ kind, notes, signs }) => (
        <Group key={kind} title={words.kind(words.kinds[kind], notes)}>
          {signs.map((sign) => (
            <Row key={sign.words} {...part} answer={sign.key} ticked text={words.sign(sign.notes, sign.words)} examples={sign.examples} />
          ))}
        </Group>
      ))}
      {about.likely.length > 0 && (
        <Group title={words.likely}>
          {about.likely.map(({ key, question, examples }) => <Row key={key} {...part} answer={key} text={question} examples={examples} />)}
        </Group>
      )}
      {about.answered.length > 0 && (
        <Group title={words.answered}>
          {about.answered.map(({ key, sentence }) => <Row key={key} {...part} answer={key} ticked text={sentence} examples={[]} />)}
        </Group>
      )}
      {about.habits.length > 0 && (
        <Group title={words.habits}>
          {about.habits.map(({ key, question, example }) => <Row key={key} {...part} answer={key} text={question} examples={[example]} />)}
        </Group>
      )}
      {adopted.length > 0 && (
        <Group title={words.adopted}>
          {adopted.map(({ setting, value, path }) => <li key={`${setting}${value}${path}`}>{words.adoptedValue(setting, value, path)}</li>)}
        </Group>
      )}
      <div class="namesake-buttons namesake-recognition-end">
        <button class="mod-cta" onClick={() => actions.confirm((settings) => draft.answered(settings))}>{words.confirm}</button>
      </div>
    </div>
  );
}

function Group({ title, children }: { title: string; children: ComponentChildren }) {
  const name = useLabelId();
  return (
    <section aria-labelledby={name}>
      <h5 id={name}>{title}</h5>
      <ul class="namesake-recognition-list">{children}</ul>
    </section>
  );
}

/** A sign with its notes. Without an answer there is nothing to tick: the note itself says so. */
function Row({ draft, turn, open, answer, ticked = false, text, examples }: PartProps & { answer: string | undefined; ticked?: boolean; text: string; examples: string[] }) {
  const box = answer !== undefined && (
    <input type="checkbox" checked={ticked !== draft.isTurned(answer)} onChange={() => turn(answer)} />
  );
  return (
    <li>
      {box === false ? <span>{text}</span> : <label>{box}<span>{text}</span></label>}
      {examples.length > 0 && (
        <div class="namesake-recognition-examples">
          {examples.map((path) => <button key={path} class="namesake-link" data-note-link={path} onClick={(event) => open(path, event)}>{noteName(path)}</button>)}
        </div>
      )}
    </li>
  );
}

