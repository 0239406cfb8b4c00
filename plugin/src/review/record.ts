// The user's decisions about names that only a first name and the meeting point to: whether enough of them were accepted
// to offer that such names are linked without asking. Pure.
import type { Decision } from '../engine/types';
import { SAME_AS_BY_CONTEXT } from './names';

export interface NameRecord {
  accepted: number;
  decided: number;
}

/**
 * The share that has to be right at the least. It is what the engine itself gives such a name before anybody has decided
 * about one (90 %): the record must not merely agree with the guess, it must make it safe to say that it is no worse.
 */
const LEAST = 0.9;
/** One-sided 95 %: only that the true share might be lower is of interest. With `LEAST` 25 of 25 are needed, or 41 of 42. */
const Z = 1.645;

/** Each form counts once a person, however often it stands somewhere. */
export function recordOf(decisions: Decision[]): NameRecord {
  const verdicts = new Map<string, boolean>();
  for (const { rule, path, subject, verdict } of decisions) {
    if (rule !== SAME_AS_BY_CONTEXT) continue;
    const key = JSON.stringify([path, subject.toLowerCase()]);
    verdicts.set(key, verdict === 'accepted' && verdicts.get(key) !== false);
  }
  return { accepted: [...verdicts.values()].filter(Boolean).length, decided: verdicts.size };
}

/** Whether the lower end of the Wilson interval of the share that was accepted reaches far enough. */
export function isEarned({ accepted, decided }: NameRecord): boolean {
  if (decided === 0) return false;
  const share = accepted / decided;
  const square = Z * Z;
  const spread = Z * Math.sqrt((share * (1 - share)) / decided + square / (4 * decided * decided));
  return (share + square / (2 * decided) - spread) / (1 + square / decided) >= LEAST;
}
