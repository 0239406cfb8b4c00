import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { diskReason, patiently } from './disk-errors';

const failing = (code: string): Error => Object.assign(new Error('no'), { code });

describe('a job of the disk', () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  /** A job that fails this often, and how often it was tried. */
  function job(error: Error, times: number) {
    const tried = vi.fn(() => (tried.mock.calls.length > times ? Promise.resolve('done') : Promise.reject(error)));
    return tried;
  }

  it.each([failing('EBUSY'), failing('EPERM'), new Error('EBUSY: resource busy or locked')])('is done again after %o', async (error) => {
    const tried = job(error, 3);
    const done = patiently(tried);
    await vi.advanceTimersByTimeAsync(5000);
    expect(await done).toBe('done');
  });

  it('fails in the end if nothing passes', async () => {
    const failed = expect(patiently(job(failing('EBUSY'), 10))).rejects.toThrow('no');
    await vi.advanceTimersByTimeAsync(5000);
    await failed;
  });

  it('is not done again where that cannot help', async () => {
    const tried = job(failing('ENOSPC'), 10);
    await expect(patiently(tried)).rejects.toThrow('no');
    expect(tried).toHaveBeenCalledTimes(1);
  });
});

describe('the reason', () => {
  it.each([['ENOSPC', 'Make room'], ['EDQUOT', 'Make room'], ['EROFS', 'read-only'], ['EBUSY', 'Another program'], ['EACCES', 'Another program']])(
    'of %s says what to do', (code, words) => expect(diskReason(failing(code))).toContain(words),
  );

  it('of anything else is its own', () => {
    expect(diskReason(new Error('the moon'))).toContain('the moon');
  });
});
