import type { App } from 'obsidian';
import { beforeEach, expect, it, vi } from 'vitest';
import { held } from '../testing/dialog';
import { brief } from './brief';
import { mergeNote } from './merge';
import type { Parts } from './parts';

interface List {
  open: boolean;
  choose: (path: string) => void;
}
/** The lists of people that were opened. */
const lists: List[] = [];
const shown: string[] = [];

vi.mock('../modals/person', () => ({
  PersonModal: class {
    readonly containerEl = createDiv();
    readonly #list: List;
    #closed = (): unknown => undefined;

    constructor(_app: App, _engine: unknown, _path: string, _question: string, choose: (path: string) => void) {
      this.#list = {
        open: false,
        choose: (path) => {
          this.close();
          choose(path);
        },
      };
    }

    setCloseCallback(closed: () => unknown): void {
      this.#closed = closed;
    }

    open(): void {
      this.#list.open = true;
      lists.push(this.#list);
    }

    close(): void {
      this.#list.open = false;
      this.#closed();
    }
  },
}));
vi.mock('../modals/merge', () => ({ MergeModal: class { open = (): void => void shown.push('merge'); } }));
vi.mock('../modals/briefing', () => ({ BriefingModal: class { open = (): void => void shown.push('briefing'); } }));
vi.mock('../screen/notices', () => ({ say: (words: string) => shown.push(words), sayFailure: vi.fn() }));

const NOTE = { path: 'Rob Banga.md' } as Parameters<typeof mergeNote>[1];

function world() {
  const [isPerson, merge] = [held<boolean>(), vi.fn(() => Promise.resolve({}))];
  const briefing = vi.fn((_path: string) => Promise.resolve({}));
  const parts = {
    app: {}, index: { whenReady: (job: () => Promise<void>) => job() }, catchUp: () => Promise.resolve(),
    engine: { isPerson: () => isPerson.promise, merge, briefing, tasks: () => Promise.resolve([]) },
    review: { questions: { askedWhere: () => [] } },
  } as unknown as Parts;
  return { parts, isPerson, merge, briefing };
}

beforeEach(() => {
  lists.length = shown.length = 0;
});

it.each([
  ['merge', (parts: Parts) => mergeNote(parts, NOTE)],
  ['brief', (parts: Parts) => brief(parts, NOTE)],
])('the list of people to %s takes what is typed at once, so that none of it reaches the note', (_, act) => {
  const { parts } = world();
  void act(parts);
  expect(lists).toMatchObject([{ open: true }]);
});

it('a note about nobody is merged with nobody, though somebody was chosen before that was known', async () => {
  const { parts, isPerson, merge } = world();
  const done = mergeNote(parts, NOTE);
  lists[0]?.choose('Rob Benoit.md');
  isPerson.answer(false);
  await done;
  expect([lists[0]?.open, shown, merge.mock.calls]).toEqual([false, ['Rob Banga is no note about a person; only these are merged.'], []]);
});

it('a person is merged with the one chosen, once that is known', async () => {
  const { parts, isPerson, merge } = world();
  const done = mergeNote(parts, NOTE);
  lists[0]?.choose('Rob Benoit.md');
  expect(merge).not.toHaveBeenCalled();
  isPerson.answer(true);
  await done;
  await vi.waitFor(() => expect(shown).toEqual(['merge']));
  expect(merge).toHaveBeenCalledWith({ winner: 'Rob Benoit.md', loser: 'Rob Banga.md', take: [] });
});

it('a briefing in a person’s note is about that person, and the list goes', async () => {
  const { parts, isPerson, briefing } = world();
  const done = brief(parts, NOTE);
  isPerson.answer(true);
  await done;
  expect([lists[0]?.open, shown, briefing.mock.calls[0]?.[0]]).toEqual([false, ['briefing'], 'Rob Banga.md']);
});

it('a briefing is about whoever was chosen, if that was sooner', async () => {
  const { parts, isPerson, briefing } = world();
  const done = brief(parts, NOTE);
  lists[0]?.choose('Rob Benoit.md');
  isPerson.answer(true);
  await done;
  await vi.waitFor(() => expect(shown).toEqual(['briefing']));
  expect(briefing.mock.calls.map(([path]) => path)).toEqual(['Rob Benoit.md']);
});
