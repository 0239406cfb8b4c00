// Events and Component: the two base classes of the API.
// A handler that throws never stops the next handler, as in the app.

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

/** Throws on a fresh stack, so that the page's error handlers see it and the caller goes on. */
export function reportLater(error: unknown): void {
	window.setTimeout(() => {
		throw error;
	}, 0);
}

export class Component {
	_loaded = false;
	private readonly cleanups: (() => unknown)[] = [];
	private readonly children: Component[] = [];

	/** Returns whatever `onload` returns, so that the plugin loader can wait for an async one. */
	load(): unknown {
		if (this._loaded) return undefined;
		this._loaded = true;
		const result = this.onload();
		for (const child of [...this.children]) child.load();
		return result;
	}

	onload(): unknown {
		return undefined;
	}

	unload(): void {
		if (!this._loaded) return;
		this._loaded = false;
		for (const child of this.children.splice(0)) child.unload();
		for (const cleanup of this.cleanups.splice(0).reverse()) {
			try {
				cleanup();
			} catch (error) {
				reportLater(error);
			}
		}
		this.onunload();
	}

	onunload(): void {}

	addChild<T extends Component>(child: T): T {
		this.children.push(child);
		if (this._loaded) child.load();
		return child;
	}

	removeChild<T extends Component>(child: T): T {
		const index = this.children.indexOf(child);
		if (index >= 0) this.children.splice(index, 1);
		child.unload();
		return child;
	}

	register(cleanup: () => unknown): void {
		this.cleanups.push(cleanup);
	}

	registerEvent(ref: EventRef): void {
		this.register(() => ref.source.offref(ref));
	}

	registerDomEvent(
		target: EventTarget,
		type: string,
		callback: (event: Event) => unknown,
		options?: boolean | AddEventListenerOptions,
	): void {
		target.addEventListener(type, callback, options);
		this.register(() => target.removeEventListener(type, callback, options));
	}

	registerInterval(id: number): number {
		this.register(() => window.clearInterval(id));
		return id;
	}
}
