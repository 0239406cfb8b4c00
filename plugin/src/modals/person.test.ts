import 'obsidian-test-mocks/vitest-setup';
import type { App } from 'obsidian';
import { describe, expect, it } from 'vitest';
import type { Completion, CompletionQuery, EngineApi } from '../engine/types';
import { PersonModal } from './person';

const person = (name: string): Completion => ({ name, path: `${name}.md`, written: `[[${name}]]` });
const ENTER = new KeyboardEvent('keydown', { key: 'Enter' });

/** A list over an engine that answers each question when it is told to. */
function opened() {
  const answers = new Map<string, (people: Completion[]) => void>();
  const engine = { complete: ({ typed }: CompletionQuery) => new Promise<Completion[]>((resolve) => answers.set(typed, resolve)) } as unknown as EngineApi;
  const chosen: string[] = [];
  const modal = new PersonModal({} as App, engine, 'a.md', 'Who?', (path) => chosen.push(path));
  const type = (typed: string): Promise<Completion[]> => {
    modal.inputEl.value = typed;
    return modal.getSuggestions(typed);
  };
  return { modal, chosen, type, answer: (typed: string, names: string[]) => answers.get(typed)?.(names.map(person)) };
}

describe('a list of people', () => {
  it('chooses nobody from an answer to fewer letters', async () => {
    const { modal, chosen, type, answer } = opened();
    const first = type('R');
    answer('R', ['Rachel', 'Rob']);
    const [rachel] = await first;
    const second = type('Rob');
    if (rachel) modal.selectSuggestion(rachel, ENTER);
    expect(chosen).toEqual([]);
    answer('Rob', ['Rob']);
    expect((await second).map(({ name }) => name)).toEqual(['Rob']);
    expect(chosen).toEqual([]);
  });

  it('chooses who was meant once the current answer is there and has them, too', async () => {
    const { modal, chosen, type, answer } = opened();
    const first = type('R');
    answer('R', ['Rob', 'Rachel']);
    const [rob] = await first;
    const second = type('Rob');
    if (rob) modal.selectSuggestion(rob, ENTER);
    answer('Rob', ['Robert', 'Rob']);
    await second;
    expect(chosen).toEqual(['Rob.md']);
  });

  it('forgets a choice when the user types on', async () => {
    const { modal, chosen, type, answer } = opened();
    const first = type('R');
    answer('R', ['Rob', 'Rachel']);
    const [rob] = await first;
    void type('Ro');
    if (rob) modal.selectSuggestion(rob, ENTER);
    const third = type('Rob');
    answer('Rob', ['Rob']);
    const [current] = await third;
    expect(chosen).toEqual([]);
    if (current) modal.selectSuggestion(current, ENTER);
    expect(chosen).toEqual(['Rob.md']);
  });

  it('chooses whom the user clicks on, whatever was typed since', async () => {
    const { modal, chosen, type, answer } = opened();
    const first = type('R');
    answer('R', ['Rachel', 'Rob']);
    const [rachel] = await first;
    void type('Rob');
    if (rachel) modal.selectSuggestion(rachel, new MouseEvent('click'));
    expect(chosen).toEqual(['Rachel.md']);
  });
});
