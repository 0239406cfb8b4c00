// Entry of the worker: receives the compiled module once, then answers calls one after the other.
import { startInstance } from './instance';
import { messageOf, type FromWorker, type Outcome, type ToWorker } from './protocol';

let call: ((method: string, args: readonly unknown[]) => Outcome) | undefined;

function send(message: FromWorker): void {
  self.postMessage(message);
}

async function start(module: WebAssembly.Module, language: string): Promise<void> {
  try {
    call = await startInstance(module, language);
    send({ kind: 'started' });
  } catch (thrown) {
    send({ kind: 'failed', message: messageOf(thrown) });
  }
}

self.onmessage = (event: MessageEvent<ToWorker>) => {
  const message = event.data;
  if (message.kind === 'start') {
    void start(message.module, message.language);
    return;
  }
  const outcome: Outcome = call?.(message.method, message.args) ?? { kind: 'crashed', message: 'The engine was called before it started.' };
  try {
    send({ kind: 'outcome', id: message.id, outcome });
  } catch (thrown) {
    send({ kind: 'outcome', id: message.id, outcome: { kind: 'refused', message: messageOf(thrown) } });
  }
};
