import { describe, expect, it } from 'vitest';
import type { About } from '../engine/types';
import { RecognitionDraft } from './draft';

const ABOUT: About = {
  summary: '', notes: 60, listed: 0, known: 0, logTitle: undefined,
  kinds: [{ kind: 'person', notes: 12, examples: [], signs: [
    { words: 'the folder “Leute”', notes: 10, key: 'folder:Leute', examples: [] },
    { words: 'the property “type”', notes: 2, key: undefined, examples: [] },
  ] }],
  likely: [{ key: 'folder:Team', kind: 'person', question: '', notes: 3, examples: [] }],
  answered: [{ key: 'listed', sentence: 'Notes that meetings list among the participants are people.' }],
  habits: [{ key: 'tag-form tags', question: '', notes: 40, example: 'A.md' }],
};
const BEFORE = { conventions: { listed: 'person' as const }, mendedHabits: ['date-type created'] };

describe('the answers about what is recognised', () => {
  it('change nothing where nothing is ticked or unticked', () => {
    expect(new RecognitionDraft(ABOUT).answered(BEFORE)).toEqual(BEFORE);
  });

  it('deny what is unticked, agree to what is ticked, and take an earlier answer back', () => {
    const draft = new RecognitionDraft(ABOUT);
    for (const key of ['folder:Leute', 'folder:Team', 'listed', 'tag-form tags']) draft.turn(key);
    expect(draft.answered(BEFORE)).toEqual({
      conventions: { 'folder:Leute': 'none', 'folder:Team': 'person' },
      mendedHabits: ['date-type created', 'tag-form tags'],
    });
  });

  it('hold when the vault is looked at again, also where what was only likely is recognised by then', () => {
    const draft = new RecognitionDraft(ABOUT);
    for (const key of ['folder:Leute', 'folder:Team']) draft.turn(key);
    const [people] = ABOUT.kinds;
    const signs = [...people?.signs ?? [], { words: 'the folder “Team”', notes: 3, key: 'folder:Team', examples: [] }];
    const later = new RecognitionDraft({ ...ABOUT, likely: [], kinds: [{ kind: 'person', notes: 15, examples: [], signs }] }, draft);
    expect(later.answered(BEFORE).conventions).toEqual({ ...BEFORE.conventions, 'folder:Leute': 'none' });
  });

  it('forget a tick that is taken back', () => {
    const draft = new RecognitionDraft(ABOUT);
    draft.turn('folder:Team');
    draft.turn('folder:Team');
    expect([draft.isTurned('folder:Team'), draft.answered(BEFORE)]).toEqual([false, BEFORE]);
  });
});
