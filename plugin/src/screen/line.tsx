// A changed line, word by word: what stays, what goes and what comes.
import type { PreviewLine, PreviewPart } from '../engine/types';
import { locale } from '../locales';

/** `brief`: shows only the first lines of a new note. */
export function Line({ line, brief = false }: { line: PreviewLine; brief?: boolean }) {
  return (
    <div class="namesake-diff-line">
      <span class="namesake-diff-number" aria-label={locale.review.line(line.line)}>{line.line}</span>
      <Words line={line} brief={brief} />
    </div>
  );
}

export function Words({ line, brief = false }: { line: PreviewLine; brief?: boolean }) {
  return <span class="namesake-diff-text" dir="auto">{line.parts.map((part, at) => <Part key={at} part={part} brief={brief} />)}</span>;
}

/** Lines that are enough to recognise a new note. */
const MOST = 16;

/** The first lines, and how many of the others are not empty. */
function head(text: string): [string, number] {
  const lines = text.split('\n');
  return [lines.slice(0, MOST).join('\n').trimEnd(), lines.slice(MOST).filter((line) => line !== '').length];
}

/** Additions and removals carry a sign and a spoken word beside their colour; a line end among them is drawn. */
function Part({ part, brief }: { part: PreviewPart; brief: boolean }) {
  if (part.kind === 'same') return <span>{part.text}</span>;
  const inserted = part.kind === 'insert';
  const Tag = inserted ? 'ins' : 'del';
  const [text, more] = brief ? head(part.text) : [part.text.replaceAll('\n', '↵\n'), 0];
  return (
    <>
      <Tag>
        <span class="namesake-spoken">{inserted ? locale.review.inserted : locale.review.deleted}</span>
        <span class="namesake-sign" aria-hidden="true">{inserted ? '+' : '−'}</span>
        {text}
      </Tag>
      {more > 0 && <span class="namesake-hint">{`\n${locale.review.moreLines(more)}`}</span>}
    </>
  );
}
