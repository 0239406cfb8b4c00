// One instance of the WebAssembly module in this thread: makes calls, and says whether one was refused or
// crashed. Its callers take care of ids, time-outs and new engines.
import { instantiate, type Core } from 'namesake-wasm';
import { messageOf, type Outcome } from './protocol';

/** Starts an engine that speaks `language` from the compiled module. What it returns makes one call and never throws. */
export async function startInstance(
  module: WebAssembly.Module,
  language: string,
): Promise<(method: string, args: readonly unknown[]) => Outcome> {
  const core = await instantiate(module);
  const engine = new core.Engine(language);
  return (method, args) => callOn(core, engine as unknown as Record<string, unknown>, method, args);
}

function callOn(core: Core, engine: Record<string, unknown>, method: string, args: readonly unknown[]): Outcome {
  const target = engine[method];
  if (typeof target !== 'function') return { kind: 'refused', message: `The engine has no method “${method}”.` };
  try {
    return { kind: 'value', value: (target as (...args: unknown[]) => unknown).apply(engine, [...args]) };
  } catch (thrown) {
    // A trap is a RuntimeError; a stack that overflows in WebAssembly is a RangeError. Both leave the instance unusable.
    if (thrown instanceof WebAssembly.RuntimeError || thrown instanceof RangeError) {
      return { kind: 'crashed', message: panicMessage(core) ?? messageOf(thrown) };
    }
    return { kind: 'refused', message: messageOf(thrown) };
  }
}

function panicMessage(core: Core): string | undefined {
  try {
    return core.lastPanic();
  } catch {
    return undefined; // The instance is too far gone even to say why; the trap's own message must do.
  }
}
