// Whether a place in a note is prose, among the properties, or in code, where nothing is a name. Pure.

export type LineContext = 'text' | 'properties' | 'code';

const FENCE = /^[ \t>]*(?:(?:[-*+]|\d+[.)])[ \t]+)*(`{3,}|~{3,})(.*)$/u;

/** `lineAt` gives the note's lines, from 0; `ch` counts UTF-16 units. */
export function contextOf(lineAt: (line: number) => string, line: number, ch: number): LineContext {
  const body = bodyFrom(lineAt, line);
  if (line < body) return 'properties';
  let fence: string | undefined;
  for (let at = body; at < line; at += 1) fence = fenceAfter(lineAt(at), fence);
  const text = lineAt(line);
  const inFence = fence !== undefined || FENCE.test(text);
  return inFence || isInlineCode(text.slice(0, ch)) ? 'code' : 'text';
}

/** The first line below the properties. If they do not end above `line`, that line counts as one of them. */
function bodyFrom(lineAt: (line: number) => string, line: number): number {
  if (lineAt(0).trimEnd() !== '---') return 0;
  for (let at = 1; at <= line; at += 1) if (lineAt(at).trimEnd() === '---') return at + 1;
  return line + 1;
}

/** The fence that is open behind a line, by the one that was open before it. */
function fenceAfter(text: string, open: string | undefined): string | undefined {
  const [, fence = '', rest = ''] = FENCE.exec(text) ?? [];
  if (open === undefined) return fence === '' ? undefined : fence;
  const closes = fence.startsWith(open) && rest.trim() === '';
  return closes ? undefined : open;
}

/** Whether this text ends inside backticks. A backtick without its partner counts as open: the user may still type it. */
function isInlineCode(before: string): boolean {
  let open: string | undefined;
  for (const [run] of before.matchAll(/`+/gu)) {
    if (open === undefined) open = run;
    else if (run === open) open = undefined;
  }
  return open !== undefined;
}
