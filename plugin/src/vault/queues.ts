// One queue of work per note: jobs on the same path run in order, jobs on different paths do not wait for each other.

export class PathQueues {
  readonly #tails = new Map<string, Promise<unknown>>();

  /** Runs the job after all earlier jobs on this path. A job that fails does not stop the ones after it. */
  run<T>(path: string, job: () => Promise<T>): Promise<T> {
    return this.runAll([path], job);
  }

  /** Resolves when all jobs until now are done. */
  async settled(): Promise<void> {
    await Promise.all(this.#tails.values());
  }

  /**
   * Runs the job after all earlier jobs on any of these paths. It takes its place in all queues at once: two jobs that
   * each held one path and waited for the other's would wait for ever.
   */
  runAll<T>(paths: string[], job: () => Promise<T>): Promise<T> {
    const result = Promise.all(paths.map((path) => this.#tails.get(path) ?? Promise.resolve())).then(job);
    const tail = result.then(() => undefined, () => undefined).then(() => {
      for (const path of paths) if (this.#tails.get(path) === tail) this.#tails.delete(path);
    });
    for (const path of paths) this.#tails.set(path, tail);
    return result;
  }
}
