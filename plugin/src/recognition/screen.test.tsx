import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, expect, it, vi } from 'vitest';
import type { About, Settings } from '../engine/types';
import { RecognitionScreen, type RecognitionActions } from './screen';

const ABOUT: About = {
  summary: '', notes: 60, listed: 0, known: 0, logTitle: undefined, likely: [], answered: [], habits: [],
  kinds: [{ kind: 'person', notes: 12, examples: [], signs: [{ words: 'the folder “Leute”', notes: 10, key: 'folder:Leute', examples: [] }] }],
};

afterEach(() => render(null, document.body));

it('an untick stays when the vault is looked at again, and is what is confirmed', async () => {
  const confirm = vi.fn<RecognitionActions['confirm']>();
  const actions: RecognitionActions = { open: vi.fn(), chooseFolder: vi.fn(), confirm };
  const show = (about: About): Promise<void> => act(() => render(<RecognitionScreen about={about} adopted={[]} actions={actions} />, document.body));
  await show(ABOUT);
  const box = () => document.querySelector<HTMLInputElement>('input[type=checkbox]');
  await act(() => box()?.click());
  await show({ ...ABOUT, notes: 61 });
  expect(box()?.checked).toBe(false);
  document.querySelector<HTMLElement>('.mod-cta')?.click();
  const [[answers] = []] = confirm.mock.calls;
  expect(answers?.({ conventions: {}, mendedHabits: [] } as unknown as Settings).conventions).toEqual({ 'folder:Leute': 'none' });
});
