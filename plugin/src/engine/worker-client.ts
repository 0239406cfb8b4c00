// The client of an engine in a worker: calls with ids, time-outs and errors as values. Knows nothing of notes.
// The supervisor makes a new engine when this one crashes.
import { locale } from '../locales';
import { awake } from './awake';
import { messageOf, type FromWorker, type Host, type Outcome, type ToWorker } from './protocol';

/** Milliseconds a worker gets to start. Blob workers that a platform blocks often just stay silent. */
const START_TIMEOUT = 10_000;
/** Milliseconds a call may take. The longest, a batch of notes at start-up on a phone, takes about a second. */
const CALL_TIMEOUT = 30_000;

/** What the client needs of a Worker. */
export interface Port {
  postMessage(message: ToWorker): void;
  terminate(): void;
  onmessage: ((event: MessageEvent<FromWorker>) => void) | null;
  onerror: ((event: ErrorEvent) => void) | null;
  onmessageerror: ((event: MessageEvent) => void) | null;
}

interface PendingCall {
  settle(outcome: Outcome): void;
  /** Ends the watch over its time. */
  leave: () => void;
}

/** Starts an engine that speaks `language` in the given worker. Rejects when the worker cannot start; the caller then falls back. */
export function startInWorker(port: Port, module: WebAssembly.Module, language: string): Promise<Host> {
  return new Promise((resolve, reject) => {
    const client = new WorkerClient(port);
    const fail = (message: string): void => {
      leave();
      client.stop();
      reject(new Error(message));
    };
    const leave = awake(START_TIMEOUT, () => fail(locale.engine.silent));
    port.onerror = (event) => fail(event.message || locale.engine.notLoaded);
    port.onmessageerror = () => fail(locale.engine.moduleUnread);
    port.onmessage = (event) => {
      if (event.data.kind === 'failed') fail(event.data.message);
      if (event.data.kind !== 'started') return;
      leave();
      client.listen();
      resolve(client);
    };
    try {
      port.postMessage({ kind: 'start', module, language });
    } catch (thrown) {
      fail(messageOf(thrown));
    }
  });
}

class WorkerClient implements Host {
  readonly #port: Port;
  readonly #waiting = new Map<number, PendingCall>();
  #lastId = 0;

  constructor(port: Port) {
    this.#port = port;
  }

  listen(): void {
    this.#port.onmessage = (event) => {
      if (event.data.kind === 'outcome') this.#settle(event.data.id, event.data.outcome);
    };
    this.#port.onerror = (event) => this.#crash(event.message || locale.engine.crashed);
    this.#port.onmessageerror = () => this.#crash(locale.engine.unreadable);
  }

  call(method: string, args: readonly unknown[]): Promise<Outcome> {
    return new Promise((settle) => {
      const id = (this.#lastId += 1);
      const leave = awake(CALL_TIMEOUT, () => this.#settle(id, { kind: 'crashed', message: locale.engine.noAnswer(method, CALL_TIMEOUT / 1000) }));
      this.#waiting.set(id, { settle, leave });
      try {
        this.#port.postMessage({ kind: 'call', id, method, args });
      } catch (thrown) {
        this.#settle(id, { kind: 'refused', message: messageOf(thrown) });
      }
    });
  }

  stop(): void {
    this.#port.terminate();
    this.#crash(locale.engine.stopped);
  }

  #settle(id: number, outcome: Outcome): void {
    const waiting = this.#waiting.get(id);
    if (!waiting) return;
    this.#waiting.delete(id);
    waiting.leave();
    waiting.settle(outcome);
  }

  #crash(message: string): void {
    for (const id of [...this.#waiting.keys()]) this.#settle(id, { kind: 'crashed', message });
  }
}
