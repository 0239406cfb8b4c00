// The same engine on the main thread, for platforms where a worker cannot start. No time-outs there: a call that does
// not end holds the thread that would have to notice.
import { startInstance } from './instance';
import type { Host } from './protocol';

/** Starts an engine that speaks `language` in this thread. Each call waits for a turn of the event loop, so that the screen stays alive. */
export async function startInline(module: WebAssembly.Module, language: string): Promise<Host> {
  const call = await startInstance(module, language);
  return {
    call: async (method, args) => {
      await new Promise((resolve) => window.setTimeout(resolve, 0));
      return call(method, args);
    },
    stop: () => undefined,
  };
}
