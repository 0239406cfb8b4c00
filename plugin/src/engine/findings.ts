// Findings of many notes for the queue, asked for in several calls.
import type { EngineApi, Finding } from './types';

/** Notes in one call: a crash then points at few notes, and other calls get through in between. */
const BATCH = 100;

/** `progress` is told before each call how many of the notes are done. */
export async function findingsOf(engine: EngineApi, paths: string[], progress?: (done: number, total: number) => void): Promise<Finding[]> {
  const findings: Finding[] = [];
  for (let at = 0; at < paths.length; at += BATCH) {
    progress?.(at, paths.length);
    findings.push(...(await engine.look(paths.slice(at, at + BATCH))));
  }
  return findings;
}
