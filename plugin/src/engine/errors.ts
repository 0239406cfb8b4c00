// How calls of the engine can fail, other than by a refusal.

/** The engine crashed during this call. A new engine is made; the call is not repeated. */
export class EngineCrash extends Error {}

/** The plugin was unloaded before the call ended. No message is needed: nobody waits for the result. */
export class PluginUnloaded extends Error {}

/** There is no engine: it has not started yet, or could not be started. */
export class EngineMissing extends Error {}

/** Whether the engine answered a call, and the answer is no. */
export const isRefusal = (thrown: unknown): boolean =>
  !(thrown instanceof EngineCrash || thrown instanceof PluginUnloaded || thrown instanceof EngineMissing);
