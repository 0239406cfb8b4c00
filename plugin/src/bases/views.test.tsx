import type { BasesEntry, BasesView, BasesViewRegistration, Plugin, QueryController } from 'obsidian';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { TaskRow } from '../engine/types';
import { registerBases } from './views';

// The mocks' own makes a whole app.
vi.mock('obsidian', async (original) => {
  const real = await original<typeof import('obsidian')>();
  return { ...real, BasesView: class extends real.Component {} };
});

const HOSTILE = '<img src=x onerror="alert(1)">';
const TASK: TaskRow = { path: 'Meetings/Yard.md', line: 3, raw: '', status: 'TODO', description: HOSTILE, owners: [] };

/** The parts of the session that the views use, and what they were registered as. */
function registered({ ready = true, tasks = () => Promise.resolve([TASK]) } = {}) {
  const listeners = new Set<() => void>();
  const parts = {
    engine: { tasks }, index: { ready }, store: { config: undefined }, app: {},
    refresh: { subscribe: (listener: () => void) => (listeners.add(listener), () => listeners.delete(listener)) },
  } as unknown as Parameters<typeof registerBases>[1];
  const views = new Map<string, BasesViewRegistration>();
  const plugin = { manifest: { id: 'namesake' }, registerBasesView: (id: string, view: BasesViewRegistration) => (views.set(id, view), true) } as unknown as Plugin;
  registerBases(plugin, parts);
  return { views, parts, listeners };
}

/** A view as the app makes it, over these notes. */
function made(registration: BasesViewRegistration | undefined, paths: string[]): { view: BasesView; el: HTMLElement } {
  const el = document.body;
  Object.assign(el, { addClass: () => undefined });
  const view = registration?.factory({} as QueryController, el) as BasesView;
  view.data = { data: paths.map((path) => ({ file: { path } }) as BasesEntry) } as BasesView['data'];
  return { view, el };
}

afterEach(() => document.body.replaceChildren());

describe('views of bases', () => {
  it('are left out by an app that has none, which still loads the plugin', () => {
    expect(() => registerBases({ manifest: { id: 'namesake' } } as unknown as Plugin, {} as Parameters<typeof registerBases>[1])).not.toThrow();
  });

  it('are told apart by ids of the plugin’s own', () => {
    expect([...registered().views.keys()]).toEqual(['namesake-people', 'namesake-tasks', 'namesake-review']);
  });

  it('show note text as text, again when the engine knows more, and nothing once they are closed', async () => {
    let tasks = [TASK];
    const { views, listeners } = registered({ tasks: () => Promise.resolve(tasks) });
    const { view, el } = made(views.get('namesake-tasks'), ['Meetings/Yard.md']);
    view.load();
    for (const listener of listeners) listener(); // Before the first result nothing can be drawn.
    view.onDataUpdated();
    await vi.waitFor(() => expect(el.textContent).toContain(HOSTILE));
    expect(el.querySelector('img')).toBeNull();
    tasks = [];
    for (const listener of listeners) listener();
    await vi.waitFor(() => expect(el.textContent).toBe('Nothing about the notes of this base.'));
    view.onDataUpdated();
    view.unload();
    await Promise.resolve();
    expect(el.textContent).toBe('');
    expect(listeners.size).toBe(0);
  });

  it('show the newest answer, whichever comes last', async () => {
    const answers: ((tasks: TaskRow[]) => void)[] = [];
    const { views } = registered({ tasks: () => new Promise((resolve) => answers.push(resolve)) });
    const { view, el } = made(views.get('namesake-tasks'), ['Meetings/Yard.md']);
    view.onDataUpdated();
    view.onDataUpdated();
    answers[1]?.([{ ...TASK, description: 'newer' }]);
    answers[0]?.([{ ...TASK, description: 'older' }]);
    await vi.waitFor(() => expect(el.textContent).toContain('newer'));
    expect(el.textContent).not.toContain('older');
  });

  it('say that the vault is being read until it is', async () => {
    const { views } = registered({ ready: false });
    const { view, el } = made(views.get('namesake-tasks'), []);
    view.onDataUpdated();
    await vi.waitFor(() => expect(el.textContent).toBe('Reading the vault…'));
  });
});
