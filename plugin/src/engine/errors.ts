// How calls of the engine can fail, other than by a refusal.

/** The engine crashed during this call. A new engine is made; the call is not repeated. */
export class EngineCrash extends Error {}

/** The plugin was unloaded before the call ended. No message is needed: nobody waits for the result. */
export class PluginUnloaded extends Error {}
