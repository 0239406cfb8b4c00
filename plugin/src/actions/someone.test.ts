import 'obsidian-test-mocks/vitest-setup';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Finding, Identification, PlanRequest } from '../engine/types';
import { PersonModal } from '../modals/person';
import { asked, finding, loaded, name, now, untick } from '../testing/review-world';
import type { Parts } from './parts';
import { someone } from './someone';

const WORDS = 'Rob Banga';

/** What is found in this text, in each line that says the name. */
function found(id: string, path: string, text: string): Finding {
  const places = [...text.matchAll(new RegExp(WORDS, 'gu'))].map(({ index }) => ({ line: text.slice(0, index).split('\n').length, start: index, end: index + WORDS.length }));
  const [first] = places;
  const one = name(id, path);
  return { ...one, start: first?.start ?? 0, end: first?.end ?? 0, mention: { written: WORDS, participants: [], places } };
}

/** A queue about the name in this text, and a note that says something else by the time the engine has caught up. */
async function noteWith(before: string, after: string, looked = found('1', 'a.md', after)) {
  const all = await loaded([found('1', 'a.md', before), finding('2', 'b.md')]);
  const forms: Identification[] = [];
  const said: unknown[] = [];
  const parts = {
    app: { vault: { getFileByPath: (path: string) => ({ path }), cachedRead: () => Promise.resolve(after) } },
    engine: { look: () => Promise.resolve([looked]) },
    index: { whenReady: (job: () => Promise<void>) => job().catch((thrown: unknown) => said.push(thrown)) },
    repairs: {
      plan: (requests: PlanRequest[]) => {
        for (const request of requests) if (request.kind === 'identify') forms.push(request.form);
        return Promise.resolve({});
      },
      write: () => Promise.resolve({ batch: forms.length > 0 ? 'linked' : undefined, written: forms.map(({ path }) => path), settled: [], refused: [], left: [] }),
    },
    undo: { changed: () => undefined },
    catchUp: () => Promise.resolve(),
    review: all.model,
  } as unknown as Parts;
  const opened = vi.spyOn(PersonModal.prototype, 'open').mockImplementation(() => undefined).mock.contexts as PersonModal[];
  const answer = async (): Promise<void> => {
    await someone(parts, now(all.model));
    opened[0]?.onChooseSuggestion({ name: 'Soren', path: 'Soren.md', written: '[[Soren]]' });
  };
  return { ...all, forms, said, answer, answered: async () => {
    await answer();
    await all.model.settled();
  } };
}

afterEach(() => vi.restoreAllMocks());

describe('somebody who is not on offer', () => {
  it('is linked where the words stand by now, though the user has just typed before them', async () => {
    const { forms, answered } = await noteWith('Met Rob Banga', 'Yesterday morning: Met Rob Banga');
    await answered();
    expect(forms).toEqual([expect.objectContaining({ path: 'a.md', line: 1, before: 'Yesterday morning: Met ', written: WORDS, person: 'Soren.md', remember: true })]);
  });

  it('is linked in no other words than those asked about, and the question is back with the reason', async () => {
    const { model, forms, answered } = await noteWith('Met Rob Banga', 'Yesterday morning: Met Rob Banga', found('1', 'a.md', 'Met Rob Banga'));
    const { id } = now(model);
    await answered();
    expect(forms).toEqual([]);
    expect(asked(model)).toContain(id);
    expect(model.steps.failureOf(id)).toContain('changed since');
  });

  it('leaves the question at once, so that the next key is about the next one', async () => {
    const { model, answer } = await noteWith('Met Rob Banga', 'Met Rob Banga');
    const { id } = now(model);
    await answer();
    expect(now(model).id).toBe('2');
    await model.settled();
    expect(model.state().steps[0]).toMatchObject({ state: 'done', batch: 'linked', notes: ['a.md'] });
    expect(id).not.toBe('2');
  });

  it('is linked in the lines that were ticked, though a line came in above', async () => {
    const { model, forms, answered } = await noteWith('Met Rob Banga\nAsked Rob Banga', 'Hello\nMet Rob Banga\nAsked Rob Banga');
    untick(model, 0);
    await answered();
    expect(forms).toEqual([expect.objectContaining({ line: 3, before: 'Asked ', also: [] })]);
  });

  it('is linked nowhere in a note of which it is not known any more which lines were ticked', async () => {
    const { model, forms, answered } = await noteWith('Met Rob Banga\nAsked Rob Banga', 'Told Rob Banga\nMet Rob Banga\nAsked Rob Banga');
    untick(model, 0);
    await answered();
    expect(forms).toEqual([]);
  });
});
