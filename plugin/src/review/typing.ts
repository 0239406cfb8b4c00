// Answers that put in a property without a value, which the user may type. Pure.
import type { Finding } from '../engine/types';

/** A property without a value, alone or between the fences of a note that had no properties. */
const BLANK = /^(?:---\r?\n)?([^\s:#'"][^:\r\n]*):[ \t]*(?:\r?\n)?(?:---(?:\r?\n)?)?$/u;
/** What YAML takes as one value without quotes. */
const PLAIN = /^[\p{L}\p{N}](?:[\p{L}\p{N} ._/-]*[\p{L}\p{N}])?$/u;

/** The property that all of these findings put in without a value; undefined where they do anything else. */
export function blankOf(findings: Finding[]): string | undefined {
  const [name, ...others] = new Set(findings.map(nameIn));
  return others.length === 0 ? name : undefined;
}

function nameIn({ fixes }: Finding): string | undefined {
  const [fix, ...others] = fixes;
  const [edit, ...more] = fix?.edits ?? [];
  if (!edit || edit.start !== edit.end || others.length + more.length > 0) return undefined;
  return BLANK.exec(edit.text)?.[1];
}

/** What the only answer writes with that value. */
export function filled({ fixes }: Finding, value: string): string {
  const typed = value.trim();
  const written = PLAIN.test(typed) ? typed : JSON.stringify(typed);
  return (fixes[0]?.edits[0]?.text ?? '').replace(/:[ \t]*(?=\r?\n|$)/u, () => `: ${written}`);
}
