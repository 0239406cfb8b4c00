import type { ObsidianProtocolHandler, Plugin } from 'obsidian';
import { beforeEach, expect, it, vi } from 'vitest';
import { openReview } from './actions/panes';
import { registerOutside } from './outside';

vi.mock('./actions/panes', () => ({ openReview: vi.fn(() => Promise.resolve()) }));
vi.mock('./actions/answers', () => ({}));

/** The plugin after its start, and the link that somebody follows. */
function started() {
  const session = { ready: true, app: {}, refresh: { subscribe: (told: () => void) => (listeners.add(told), () => listeners.delete(told)) } };
  const listeners = new Set<() => void>();
  let follow: ObsidianProtocolHandler = () => undefined;
  const plugin = {
    manifest: { id: 'namesake' }, registerCliHandler: vi.fn(), register: vi.fn(),
    registerObsidianProtocolHandler: (_: string, handler: ObsidianProtocolHandler) => {
      follow = handler;
    },
  };
  registerOutside(plugin as unknown as Plugin, session as unknown as Parameters<typeof registerOutside>[1])();
  const tell = (): void => listeners.forEach((told) => told());
  return { session, tell, follow: () => void follow({ action: 'namesake' }) };
}

beforeEach(() => vi.mocked(openReview).mockClear());

it('a link that comes while the vault is read again is opened once, as soon as that is done', () => {
  const { session, tell, follow } = started();
  session.ready = false;
  follow();
  tell();
  expect(openReview).not.toHaveBeenCalled();
  session.ready = true;
  tell();
  tell();
  expect(openReview).toHaveBeenCalledOnce();
});

it('a link that comes at any other time is opened at once', () => {
  started().follow();
  expect(openReview).toHaveBeenCalledOnce();
});
