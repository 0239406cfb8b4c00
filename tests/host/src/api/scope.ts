// API: Scope
// Does: Holds key handlers; asks its own first, then its parent. A handler that returns `false` ends the search
//   and the browser's own action.
// Leaves out: `vkey` equals `key`: keyboard layouts are not looked at.
import { type Modifier, modifierText, pressed } from '../functions/modifiers.ts';

type KeyListener = (event: KeyboardEvent, context: { modifiers: string; key: string; vkey: string }) => unknown;

interface KeyHandler {
	scope: Scope;
	modifiers: string | null;
	key: string | null;
	listener: KeyListener;
}

export class Scope {
	private handlers: KeyHandler[] = [];

	constructor(readonly parent?: Scope) {}

	register(modifiers: Modifier[] | null, key: string | null, listener: KeyListener): KeyHandler {
		const handler = { scope: this, modifiers: modifiers && modifierText(modifiers), key: key && key.toLowerCase(), listener };
		this.handlers.push(handler);
		return handler;
	}

	unregister(handler: KeyHandler): void {
		this.handlers = this.handlers.filter((other) => other !== handler);
	}

	/** A handler that returns `false` ends the search and the browser's own action. */
	handleKey(event: KeyboardEvent): unknown {
		const modifiers = pressed(event);
		const key = event.key.toLowerCase();
		for (const handler of this.handlers) {
			if (handler.modifiers !== null && handler.modifiers !== modifiers) continue;
			if (handler.key !== null && handler.key !== key) continue;
			const result = handler.listener(event, { modifiers, key: event.key, vkey: event.key });
			if (result !== undefined) return result;
		}
		return this.parent?.handleKey(event);
	}
}
