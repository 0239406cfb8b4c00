// Shows what a batch would do: the number of repairs by rule, the changes of the first notes, and what is left.
import { useLabelId } from '../screen/label-id';
import type { LeftOut, NoteChange, Preview } from '../engine/types';
import { locale } from '../locales';
import { Line } from '../screen/line';
import { Sentence } from '../screen/sentence';

/** Notes shown in the sample. */
export const SAMPLE = 8;
/** Messages shown for each of these notes. */
const MESSAGES = 3;

export interface Counts {
  changes: NoteChange[];
  shown: { change: NoteChange; preview: Preview }[];
  left: LeftOut[];
  /** Findings that stay in the review pane. */
  waiting: number;
  /** Repairs beyond the findings in the review pane, which become possible through other repairs. */
  following: number;
  /** What this kind of batch does, for the user. */
  hint: string | undefined;
}

/** Lists are named by elements: the app shows an aria-label as a tooltip over all they hold. */
export function Summary({ changes, shown, left, waiting, following, hint }: Counts) {
  const [rules, sample] = [useLabelId(), useLabelId()];
  return (
    <>
      {hint !== undefined && <p class="namesake-hint">{hint}</p>}
      <span class="namesake-spoken" id={rules}>{locale.scan.byRule}</span>
      <ul class="namesake-by-rule" aria-labelledby={rules}>
        {byRule(changes).map(([rule, n]) => <li key={rule}><span class="namesake-rule">{rule}</span> {locale.number(n)}</li>)}
      </ul>
      <p id={sample}>{locale.scan.sample(shown.length, changes.length)}</p>
      <ul class="namesake-sample" tabIndex={0} aria-labelledby={sample}>
        {shown.map(({ change, preview }) => <Sample key={change.path} change={change} preview={preview} />)}
      </ul>
      {changes.length > shown.length && <p>{locale.scan.more(changes.length - shown.length)}</p>}
      {following > 0 && <p>{locale.scan.following(following)}</p>}
      {left[0] && <p>{locale.scan.refused(left.length, left[0].reason)}</p>}
      {waiting > 0 && <p>{locale.scan.left(waiting)}</p>}
    </>
  );
}

function Sample({ change, preview }: { change: NoteChange; preview: Preview }) {
  const unsaid = change.messages.length - MESSAGES;
  return (
    <li>
      <div class="namesake-sample-path">{change.path}</div>
      {change.messages.slice(0, MESSAGES).map((message, at) => <div key={at}><Sentence text={message} /></div>)}
      {unsaid > 0 && <div>{locale.scan.moreRepairs(unsaid)}</div>}
      <div class="namesake-diff">{preview.lines.map((line, at) => <Line key={at} line={line} />)}</div>
    </li>
  );
}

/** How often each rule repairs something, the busiest first. */
function byRule(changes: NoteChange[]): [string, number][] {
  const counts = new Map<string, number>();
  for (const rule of changes.flatMap((change) => change.rules)) counts.set(rule, (counts.get(rule) ?? 0) + 1);
  return [...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
}
