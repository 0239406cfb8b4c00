import { expect, it } from 'vitest';
import { Device } from './device';

function deviceWith(kept: unknown): { device: Device; kept: () => unknown } {
  let now = kept;
  const app = { loadLocalStorage: (): unknown => now, saveLocalStorage: (_: string, data: unknown): void => { now = data; } };
  return { device: new Device(app), kept: () => now };
}

it.each([null, undefined, 'off', 1, [], {}, { automatic: 'no', runs: 0 }])('everything is on where %j is kept', (kept) => {
  expect(deviceWith(kept).device.settings).toEqual({ automatic: true, runs: true });
});

it('keeps what was switched off, and the rest', () => {
  const { device, kept } = deviceWith(null);
  device.change({ automatic: false });
  device.change({ runs: false });
  device.change({ automatic: true });
  expect(device.settings).toEqual({ automatic: true, runs: false });
  expect(kept()).toEqual({ automatic: true, runs: false });
});
