// What belongs to this device alone. The app keeps it outside of the vault, so that no sync carries it to another one.
import type { App } from 'obsidian';

const KEY = 'namesake-device';

export interface DeviceSettings {
  /** Whether certain repairs may be written here, where the vault's settings allow that. */
  automatic: boolean;
  /** Whether the vault is read here at all. */
  runs: boolean;
}

export const DEVICE_KEYS = ['automatic', 'runs'] as const;

export class Device {
  readonly #app: Pick<App, 'loadLocalStorage' | 'saveLocalStorage'>;

  constructor(app: Pick<App, 'loadLocalStorage' | 'saveLocalStorage'>) {
    this.#app = app;
  }

  /** Everything is on until the user switches it off here. */
  get settings(): DeviceSettings {
    const kept: unknown = this.#app.loadLocalStorage(KEY);
    const isOn = (key: keyof DeviceSettings): boolean => !(typeof kept === 'object' && kept !== null && key in kept && (kept as Record<string, unknown>)[key] === false);
    return { automatic: isOn('automatic'), runs: isOn('runs') };
  }

  change(settings: Partial<DeviceSettings>): void {
    this.#app.saveLocalStorage(KEY, { ...this.settings, ...settings });
  }
}
