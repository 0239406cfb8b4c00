// What belongs to this device alone and is never synced: a copy of settings and decisions.
import type { App } from 'obsidian';
import type { StoreDeps } from './store';

export function deviceCopy(app: App, id: string): StoreDeps['device'] {
  const key = `${id}-data`;
  return {
    load: () => app.loadLocalStorage(key) as unknown,
    save: (data) => {
      try {
        app.saveLocalStorage(key, data);
      } catch (thrown) {
        // The browser's storage is small. Without the copy the file alone counts.
        console.warn('Namesake: no copy of the decisions on this device.', thrown);
        app.saveLocalStorage(key, null);
      }
    },
  };
}
