// One instance of the WebAssembly module in this thread: sets up the generated glue and tells refusals from crashes.
// Leaves ids, time-outs and recreation to its callers.
import * as glue from 'namesake-wasm';
import { messageOf, type Outcome } from './protocol';

/** The part of wasm-bindgen's glue that its type file leaves out. */
interface Bindings {
  __wbg_set_wasm(exports: WebAssembly.Exports): void;
}

interface WasmExports extends WebAssembly.Exports {
  memory: WebAssembly.Memory;
  __wbindgen_start: () => void;
}

/** The module name under which wasm-bindgen's bundler target imports its own glue. */
const GLUE_MODULE = './namesake_wasm_bg.js';

let memory: WebAssembly.Memory | undefined;
// The glue frees a collected Engine through whatever instance is current; a dead one must therefore never be collected.
const retired: unknown[] = [];

/** Starts an engine from the compiled module. What it returns makes one call and never throws. */
export async function startInstance(
  module: WebAssembly.Module,
): Promise<(method: string, args: readonly unknown[]) => Outcome> {
  const imports = { [GLUE_MODULE]: glue as unknown as WebAssembly.ModuleImports };
  const instance = await WebAssembly.instantiate(module, imports);
  const exports = instance.exports as WasmExports;
  // Growing by nothing detaches the old buffer, which makes the glue drop its cached views of the dead instance.
  memory?.grow(0);
  memory = exports.memory;
  (glue as unknown as Bindings).__wbg_set_wasm(exports);
  exports.__wbindgen_start();
  const engine = new glue.Engine();
  retired.push(engine);
  return (method, args) => callOn(engine as unknown as Record<string, unknown>, method, args);
}

function callOn(engine: Record<string, unknown>, method: string, args: readonly unknown[]): Outcome {
  const target = engine[method];
  if (typeof target !== 'function') return { kind: 'refused', message: `The engine has no method “${method}”.` };
  try {
    return { kind: 'value', value: (target as (...args: unknown[]) => unknown).apply(engine, [...args]) };
  } catch (thrown) {
    // A trap is a RuntimeError; a stack that overflows in WebAssembly is a RangeError. Both leave the instance unusable.
    if (thrown instanceof WebAssembly.RuntimeError || thrown instanceof RangeError) {
      return { kind: 'crashed', message: panicMessage() ?? messageOf(thrown) };
    }
    return { kind: 'refused', message: messageOf(thrown) };
  }
}

function panicMessage(): string | undefined {
  try {
    return glue.lastPanic();
  } catch {
    return undefined; // The instance is too far gone even to say why; the trap's own message must do.
  }
}
