// Starts an engine wherever it can run: in a worker made from a Blob, else on the main thread.
import workerSource from 'inline-worker:./worker.ts';
import packed from 'namesake-wasm:packed';
import { language } from '../locales';
import { startInWorker } from './worker-client';
import { startInline } from './inline';
import { compileOnce } from './load';
import type { Host } from './protocol';

const compile = compileOnce(packed);

/** Resolves with a fresh engine that knows no notes and speaks the app's language. Rejects only when WebAssembly itself does not work here. */
export async function startEngine(): Promise<Host> {
  const module = await compile();
  try {
    return await startWorker(module);
  } catch (reason) {
    console.warn('Namesake: no worker here, the engine runs on the main thread.', reason);
    return startInline(module, language);
  }
}

async function startWorker(module: WebAssembly.Module): Promise<Host> {
  const url = URL.createObjectURL(new Blob([workerSource], { type: 'text/javascript' }));
  try {
    return await startInWorker(new Worker(url), module, language);
  } finally {
    URL.revokeObjectURL(url);
  }
}
