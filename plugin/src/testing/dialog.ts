// A dialog without the app: opened in the document's body, its keys and buttons in reach.
import { setup } from 'obsidian-test-mocks/setup';
import { Scope, type KeymapEventListener, type Modal } from 'obsidian';
import { vi } from 'vitest';

setup();

export interface Dialog {
  root: HTMLElement;
  /** Presses a key that the dialog has registered, such as `1` or `Mod+Enter`. */
  press: (keys: string) => void;
  button: (text: string) => HTMLButtonElement;
}

/** `make` makes the dialog; the keys that it registers are heard from then on. */
export function opened(make: () => Modal): Dialog {
  const keys = new Map<string, KeymapEventListener>();
  const registered = vi.spyOn(Scope.prototype, 'register').mockImplementation((modifiers, key, listener) => {
    keys.set([...(modifiers ?? []), key ?? ''].join('+'), listener);
    return {} as ReturnType<Scope['register']>;
  });
  const modal = make();
  registered.mockRestore();
  document.body.replaceChildren(modal.containerEl);
  void modal.onOpen();
  return {
    root: modal.contentEl,
    press: (pressed) => void keys.get(pressed)?.(new KeyboardEvent('keydown'), { vkey: pressed, modifiers: '', key: pressed }),
    button: (text) => {
      const found = [...modal.contentEl.querySelectorAll('button')].find(({ textContent }) => textContent === text);
      if (!found) throw new Error(`There is no button “${text}”.`);
      return found;
    },
  };
}

/** A promise that the test answers when it likes. */
export function held<T>(): { promise: Promise<T>; answer: (value: T) => void; fail: (reason: Error) => void } {
  let [answer, fail]: [(value: T) => void, (reason: Error) => void] = [() => undefined, () => undefined];
  const promise = new Promise<T>((resolve, reject) => {
    [answer, fail] = [resolve, reject];
  });
  return { promise, answer, fail };
}
