// API: Component
// Does: Loads and unloads its children and takes back, in reverse order, what was registered.
import { type EventRef, reportLater } from './events.ts';

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
