// What the engine is asked to carry out of what the user saw.
import type { Choice, Finding } from '../engine/types';

/**
 * The choice of a finding's fix. Numbers say which fix and which places, and by the time of writing they may mean others:
 * where they could, what was seen goes along.
 */
export function choiceOf(finding: Finding, fix: number, { text, without = [] }: { text?: string | undefined; without?: number[] } = {}): Choice {
  const { id, path, fixes, mention } = finding;
  const { title, candidate } = fixes[fix] ?? {};
  const mayChange = title !== undefined && (fixes.length > 1 || without.length > 0);
  return {
    id, path, fix,
    ...(text === undefined ? {} : { text }),
    ...(without.length > 0 ? { without } : {}),
    ...(mayChange ? { seen: { title, ...(candidate ? { person: candidate.path } : {}), places: mention?.places.length ?? 0 } } : {}),
  };
}
