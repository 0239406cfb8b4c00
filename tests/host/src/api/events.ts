// API: Events, EventRef
// Does: Keeps handlers by event name. A handler that throws does not stop the next one: its error reaches the
//   page later, on a stack of its own.
// Leaves out: event names are not checked; the documented overloads exist in the types of the real package only.

export type Handler = (...data: never[]) => unknown;

export interface EventRef {
	source: Events;
	name: string;
	handler: Handler;
	context: unknown;
}

export class Events {
	private readonly refs = new Map<string, EventRef[]>();

	on(name: string, handler: Handler, context?: unknown): EventRef {
		const ref = { source: this, name, handler, context };
		this.refs.set(name, [...(this.refs.get(name) ?? []), ref]);
		return ref;
	}

	off(name: string, handler: Handler): void {
		this.refs.set(name, (this.refs.get(name) ?? []).filter((ref) => ref.handler !== handler));
	}

	offref(ref: EventRef): void {
		this.refs.set(ref.name, (this.refs.get(ref.name) ?? []).filter((other) => other !== ref));
	}

	trigger(name: string, ...data: unknown[]): void {
		for (const ref of this.refs.get(name) ?? []) this.tryTrigger(ref, data);
	}

	tryTrigger(ref: EventRef, data: unknown[]): void {
		try {
			(ref.handler as (...data: unknown[]) => unknown).apply(ref.context, data);
		} catch (error) {
			reportLater(error);
		}
	}
}

/** Throws the error in a task of its own: the page's error handlers see it, and the caller goes on. */
export function reportLater(error: unknown): void {
	window.setTimeout(() => {
		throw error;
	}, 0);
}
