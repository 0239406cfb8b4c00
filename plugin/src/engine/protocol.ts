// What passes between the plugin and a running engine, be it in a worker or on the main thread.

/** A call's end: a value, a refusal (the engine lives on), or a crash (it does not). */
export type Outcome =
  | { kind: 'value'; value: unknown }
  | { kind: 'refused'; message: string }
  | { kind: 'crashed'; message: string };

export type ToWorker =
  | { kind: 'start'; module: WebAssembly.Module; language: string }
  | { kind: 'call'; id: number; method: string; args: readonly unknown[] };

export type FromWorker =
  | { kind: 'started' }
  | { kind: 'failed'; message: string }
  | { kind: 'outcome'; id: number; outcome: Outcome };

/** An engine that runs somewhere. `call` never rejects. */
export interface Host {
  call(method: string, args: readonly unknown[]): Promise<Outcome>;
  stop(): void;
}

/** The message of whatever was thrown. */
export function messageOf(thrown: unknown): string {
  return thrown instanceof Error ? thrown.message : String(thrown);
}
