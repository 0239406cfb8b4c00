// One queue of work per note: jobs on the same path run in order, jobs on different paths do not wait for each other.

export class PathQueues {
  readonly #tails = new Map<string, Promise<unknown>>();

  /** Runs the job after all earlier jobs on this path. A job that fails does not stop the ones after it. */
  run<T>(path: string, job: () => Promise<T>): Promise<T> {
    const result = (this.#tails.get(path) ?? Promise.resolve()).then(job, job);
    const tail = result.then(() => undefined, () => undefined).then(() => {
      if (this.#tails.get(path) === tail) this.#tails.delete(path);
    });
    this.#tails.set(path, tail);
    return result;
  }
}
