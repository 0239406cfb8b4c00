// API: Tasks
// Does: Collects the promises that the app waits for before it quits.
// Leaves out: nobody raises `quit`, so the host never waits for one.

export class Tasks {
	private readonly promises: Promise<unknown>[] = [];
	add(callback: () => Promise<unknown>): void {
		this.promises.push(callback());
	}
	addPromise(promise: Promise<unknown>): void {
		this.promises.push(promise);
	}
	isEmpty(): boolean {
		return this.promises.length === 0;
	}
	promise(): Promise<unknown> {
		return Promise.all(this.promises);
	}
}
