import { describe, expect, it } from 'vitest';
import type { Decision, Finding } from '../engine/types';
import { RemovedLines } from './removed-lines';

const LADDER = '- Rob keeps the ladder. [[2025-10-31 - Call|2025-10-31]] ^0a1b2c3d';
const KEYS = '- Rob has the keys. [[2025-10-31 - Call|2025-10-31]] ^20ca5403';

function adds(line: string): Finding {
  const fixes = [{ title: 'Add the line', bases: [], edits: [{ path: 'Rob.md', start: 7, end: 7, text: `${line}\n` }] }];
  return { id: line, rule: 'key-facts', tier: 'auto', path: 'Rob.md', start: 7, end: 7, message: '', evidence: [], fixes, subject: `Call.md ${line}` };
}

/** A note in which lines are taken out, and the subjects that are rejected by that. */
function noteIn(findings: Finding[] = [adds(LADDER), adds(KEYS)]) {
  const rejected = new Set<string>();
  const each = (decisions: Decision[], take: (subject: string) => void) => Promise.resolve(decisions.forEach(({ subject }) => take(subject)));
  const removedLines = new RemovedLines({
    findings: () => Promise.resolve(findings),
    reject: (decisions) => each(decisions, (subject) => rejected.add(subject)),
    forget: (decisions) => each(decisions, (subject) => rejected.delete(subject)),
  });
  return { rejected, settled: (before: string, after: string) => removedLines.settled('Rob.md', before, after) };
}

describe('a line that was taken out by hand', () => {
  it('is not written again, whatever else has changed: what would do so is rejected, and nothing else', async () => {
    const { rejected, settled } = noteIn();
    await settled(`${LADDER}\r\n${KEYS}\r\n`, `# Rob\r\n${KEYS}\r\n`);
    expect([...rejected]).toEqual([`Call.md ${LADDER}`]);
  });

  it('is not gone when it was moved, or when its words were edited', async () => {
    const { rejected, settled } = noteIn();
    await settled(`${LADDER}\n${KEYS}`, `${KEYS}\n\n${LADDER}`);
    await settled(LADDER, LADDER.replace('keeps', 'hides'));
    expect(rejected.size).toBe(0);
  });

  it('is as it was before when it comes back: pasted elsewhere after a while, or by the editor’s undo', async () => {
    const { rejected, settled } = noteIn();
    await settled(`${LADDER}\n${KEYS}`, KEYS);
    await settled(KEYS, `${KEYS}\n${LADDER}`);
    expect(rejected.size).toBe(0);
    await settled(LADDER, '');
    expect(rejected.size).toBe(1);
  });

  it('is no line of the user’s own with a block id of theirs', async () => {
    const { rejected, settled } = noteIn();
    await settled('- mine ^abc123\n- x ^0a1b2c3d more', '');
    expect(rejected.size).toBe(0);
  });

  it('is not what a correction of another line is about', async () => {
    const corrects = adds(LADDER);
    corrects.fixes[0]!.edits[0]!.end = 20;
    const { rejected, settled } = noteIn([corrects]);
    await settled(LADDER, '');
    expect(rejected.size).toBe(0);
  });
});
