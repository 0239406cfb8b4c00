// One queue of work per note: jobs on the same path run in order, jobs on different paths do not wait for each other.
import { Mutex } from 'async-mutex';

export class PathQueues {
  readonly #turns = new Map<string, Mutex>();

  /** Runs the job after all earlier jobs on this path. A job that fails does not stop the ones after it. */
  run<T>(path: string, job: () => Promise<T>): Promise<T> {
    return this.runAll([path], job);
  }

  /** Resolves when all jobs until now are done. */
  async settled(): Promise<void> {
    await Promise.all([...this.#turns.keys()].map((path) => this.run(path, () => Promise.resolve())));
  }

  /**
   * Runs the job after all earlier jobs on any of these paths. It takes its place in all queues at once: two jobs that
   * each held one path and waited for the other's would wait for ever.
   */
  async runAll<T>(paths: string[], job: () => Promise<T>): Promise<T> {
    const releases = await Promise.all([...new Set(paths)].map((path) => this.#turnOf(path).acquire()));
    try {
      return await job();
    } finally {
      for (const release of releases) release();
      for (const path of paths) if (!this.#turns.get(path)?.isLocked()) this.#turns.delete(path);
    }
  }

  #turnOf(path: string): Mutex {
    const turn = this.#turns.get(path) ?? new Mutex();
    this.#turns.set(path, turn);
    return turn;
  }
}
