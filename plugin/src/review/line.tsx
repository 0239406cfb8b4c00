// A changed line, word by word: what stays, what goes and what comes.
import type { PreviewLine, PreviewPart } from '../engine/types';
import { en } from '../locales/en';

export function Line({ line }: { line: PreviewLine }) {
  return (
    <div class="namesake-diff-line">
      <span class="namesake-diff-number" aria-label={en.review.line(line.line)}>{line.line}</span>
      <Words line={line} />
    </div>
  );
}

export function Words({ line }: { line: PreviewLine }) {
  return <span class="namesake-diff-text" dir="auto">{line.parts.map((part, at) => <Part key={at} part={part} />)}</span>;
}

/** Additions and removals carry a sign and a spoken word beside their colour; a line end among them is drawn. */
function Part({ part }: { part: PreviewPart }) {
  if (part.kind === 'same') return <span>{part.text}</span>;
  const inserted = part.kind === 'insert';
  const Tag = inserted ? 'ins' : 'del';
  return (
    <Tag>
      <span class="namesake-spoken">{inserted ? en.review.inserted : en.review.deleted}</span>
      <span class="namesake-sign" aria-hidden="true">{inserted ? '+' : '−'}</span>
      {part.text.replaceAll('\n', '↵\n')}
    </Tag>
  );
}
