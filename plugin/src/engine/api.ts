// The engine's methods as an object. The compiler checks which methods there are; nothing lists them at run time, so each
// one is made when somebody first calls it.
import type { TaskTable } from 'namesake-wasm';
import { rowsOf } from './tasks';
import type { Call, EngineApi } from './types';

/** `make` carries a call out and gives what the module answers. */
export function apiOf(make: (...call: Call) => Promise<unknown>): EngineApi {
  const methods: Record<PropertyKey, unknown> = {};
  return new Proxy(methods, {
    get: (made, name) => {
      // An object with a method `then` would be taken for a promise.
      if (typeof name !== 'symbol' && name !== 'then' && !(name in made)) made[name] = methodOf(name, make);
      return made[name];
    },
  }) as unknown as EngineApi;
}

function methodOf(name: string, make: (...call: Call) => Promise<unknown>): (...args: unknown[]) => Promise<unknown> {
  return async (...args) => {
    const answer = await make(...[name, args] as Call);
    return name === 'tasks' ? rowsOf(answer as TaskTable) : answer;
  };
}
