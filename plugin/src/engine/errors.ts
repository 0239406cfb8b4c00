// How calls of the engine can fail, other than by a refusal.

/** The engine died during this very call. It is being made again; the call is not repeated. */
export class EngineCrash extends Error {}

/** The call came when the plugin was being unloaded; nobody is left to be told. */
export class PluginUnloaded extends Error {}
