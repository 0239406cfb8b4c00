import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { startInWorker, type Port } from './worker-client';
import type { FromWorker, Host, Outcome, ToWorker } from './protocol';

const MODULE = {} as WebAssembly.Module;

/** A worker that does what the test tells it. */
class FakePort implements Port {
  sent: ToWorker[] = [];
  terminated = false;
  onmessage: Port['onmessage'] = null;
  onerror: Port['onerror'] = null;
  onmessageerror: Port['onmessageerror'] = null;

  postMessage(message: ToWorker): void {
    this.sent.push(message);
  }

  terminate(): void {
    this.terminated = true;
  }

  say(message: FromWorker): void {
    this.onmessage?.({ data: message } as MessageEvent<FromWorker>);
  }
}

async function started(port: FakePort): Promise<Host> {
  const host = startInWorker(port, MODULE, 'en');
  port.say({ kind: 'started' });
  return host;
}

const value = (of: unknown): Outcome => ({ kind: 'value', value: of });

describe('an engine in a worker', () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it('gives every call its own answer, in whatever order they come', async () => {
    const port = new FakePort();
    const host = await started(port);
    const first = host.call('rules', []);
    const second = host.call('status', []);
    const [one, two] = port.sent.filter((message) => message.kind === 'call');
    port.say({ kind: 'outcome', id: two?.id ?? 0, outcome: value('status') });
    port.say({ kind: 'outcome', id: one?.id ?? 0, outcome: value('rules') });
    expect(await first).toEqual(value('rules'));
    expect(await second).toEqual(value('status'));
  });

  it('counts a call without an answer as a crash', async () => {
    const host = await started(new FakePort());
    const call = host.call('plan', []);
    await vi.advanceTimersByTimeAsync(30_000);
    expect(await call).toMatchObject({ kind: 'crashed' });
  });

  it('does not blame a worker for the hours that the device slept, and gives it its time again', async () => {
    const port = new FakePort();
    const host = await started(port);
    const ended: Outcome[] = [];
    void host.call('upsert', []).then((outcome) => ended.push(outcome));
    await vi.advanceTimersByTimeAsync(29_000);
    vi.setSystemTime(Date.now() + 8 * 3_600_000);
    await vi.advanceTimersByTimeAsync(29_000);
    expect(ended).toEqual([]);
    port.say({ kind: 'outcome', id: 1, outcome: value('done') });
    await vi.advanceTimersByTimeAsync(0);
    expect(ended).toEqual([value('done')]);
  });

  it('counts a call as a crash however often the device sleeps', async () => {
    const host = await started(new FakePort());
    const ended: Outcome[] = [];
    void host.call('plan', []).then((outcome) => ended.push(outcome));
    for (let nap = 0; nap < 40; nap += 1) {
      vi.setSystemTime(Date.now() + 60_000);
      await vi.advanceTimersByTimeAsync(1000);
    }
    expect(ended).toMatchObject([{ kind: 'crashed' }]);
  });

  it('ends every waiting call when the worker dies', async () => {
    const port = new FakePort();
    const host = await started(port);
    const calls = [host.call('rules', []), host.call('status', [])];
    port.onerror?.({ message: 'out of memory' } as ErrorEvent);
    expect(await Promise.all(calls)).toEqual([
      { kind: 'crashed', message: 'out of memory' },
      { kind: 'crashed', message: 'out of memory' },
    ]);
  });

  it('does not start when the worker stays silent, and leaves none behind', async () => {
    const port = new FakePort();
    const host = startInWorker(port, MODULE, 'en');
    const refused = expect(host).rejects.toThrow('in time');
    await vi.advanceTimersByTimeAsync(10_000);
    await refused;
    expect(port.terminated).toBe(true);
  });

  it('does not start when the module cannot be sent', async () => {
    const port = new FakePort();
    port.postMessage = () => {
      throw new Error('could not be cloned');
    };
    await expect(startInWorker(port, MODULE, 'en')).rejects.toThrow('could not be cloned');
  });
});
