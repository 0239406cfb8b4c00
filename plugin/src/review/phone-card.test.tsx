import { render } from 'preact';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { asked, finding, loaded, now } from '../testing/review-world';
import type { ReviewModel } from './model';
import { PhoneCard } from './phone-card';
import type { PaneActions } from './types';

const act = vi.fn() as unknown as PaneActions;

function draw(model: ReviewModel): void {
  render(<PhoneCard model={model} actions={act} state={model.state()} isCompared={false} />, document.body);
}

async function shown(ids: string[]) {
  const all = await loaded(ids.map((id) => finding(id, `${id}.md`)));
  draw(all.model);
  all.model.subscribe(() => draw(all.model));
  return all;
}

const card = (): Element => {
  const found = document.querySelector('.namesake-one');
  if (!found) throw new Error('There is no card.');
  return found;
};

function touch(kind: 'touchstart' | 'touchend', x: number, at: Element): void {
  const points = [{ clientX: x, clientY: 0 }];
  at.dispatchEvent(Object.assign(new Event(kind, { bubbles: true }), { touches: points, changedTouches: points }));
}

function swipe(by: number, at = card()): void {
  touch('touchstart', 0, at);
  touch('touchend', by, at);
}

afterEach(() => render(null, document.body));

describe('a swipe', () => {
  it('to the right says yes, to the left asks later', async () => {
    const { model, choices } = await shown(['1', '2', '3']);
    swipe(100);
    await model.settled();
    swipe(-100);
    expect(choices.map(({ id }) => id)).toEqual(['1']);
    expect(asked(model)).toEqual(['3', '2']);
  });

  it('over the field of own words gives no answer, and the words stay', async () => {
    const { model, choices } = await shown(['1', '2']);
    model.edit();
    const field = card().querySelector('textarea');
    if (!field) throw new Error('There is no field.');
    swipe(100, field);
    swipe(100);
    await model.settled();
    expect(choices).toEqual([]);
    expect(model.state().editing).toBe(true);
  });

  it('that begins on one question does not answer another', async () => {
    const { model, choices, decided } = await shown(['1', '2']);
    touch('touchstart', 0, card());
    decided.push({ path: '1.md', rule: 'via', subject: '1', verdict: 'rejected' });
    await model.refresh(['1.md']);
    expect(now(model).id).toBe('2');
    touch('touchend', 100, card());
    await model.settled();
    expect(choices).toEqual([]);
  });

  it('only shows a question that came by itself', async () => {
    const { model, choices, decided } = await shown(['1', '2']);
    decided.push({ path: '1.md', rule: 'via', subject: '1', verdict: 'rejected' });
    await model.refresh(['1.md']);
    swipe(100);
    await model.settled();
    expect(choices).toEqual([]);
    swipe(100);
    await model.settled();
    expect(choices.map(({ id }) => id)).toEqual(['2']);
  });

  it('is none for the app, which would close the drawer on it', async () => {
    await shown(['1']);
    expect(card().closest('[data-ignore-swipe]')).not.toBeNull();
  });
});
