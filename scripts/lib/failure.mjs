// How a script ends when it cannot go on: one clear line for what the user can mend,
// a stack trace only for what is a mistake of the scripts themselves.

/** Something the user can act on. `status` is the exit status: 1 for work that failed, 2 for usage and the machine. */
export class Failure extends Error {
  /** @param {string} message @param {1 | 2} [status] */
  constructor(message, status = 1) {
    super(message);
    this.status = status;
  }
}

/** @param {unknown} error @returns {string} */
export const messageOf = (error) => (error instanceof Error ? error.message : String(error));

/**
 * Runs a script's body and turns its end into an exit status.
 * @param {() => Promise<number | void>} body resolves to an exit status, 0 where it says nothing
 */
export async function main(body) {
  try {
    process.exitCode = (await body()) ?? 0;
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    console.error(`namesake: ${error.message}`);
    process.exitCode = error.status;
  }
}
