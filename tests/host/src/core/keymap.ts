// Scopes hold key handlers; the keymap sends each keydown to the innermost open scope and its parents.
import { Platform } from './platform';

export type Modifier = 'Mod' | 'Ctrl' | 'Meta' | 'Shift' | 'Alt';
type KeyListener = (event: KeyboardEvent, context: { modifiers: string; key: string; vkey: string }) => unknown;

interface KeyHandler {
	scope: Scope;
	modifiers: string | null;
	key: string | null;
	listener: KeyListener;
}

function modifierText(modifiers: readonly Modifier[]): string {
	const mod = Platform.isMacOS ? 'Meta' : 'Ctrl';
	return modifiers.map((name) => (name === 'Mod' ? mod : name)).sort().join(',');
}

function pressed(event: KeyboardEvent | MouseEvent): string {
	const names: Modifier[] = [];
	if (event.altKey) names.push('Alt');
	if (event.ctrlKey) names.push('Ctrl');
	if (event.metaKey) names.push('Meta');
	if (event.shiftKey) names.push('Shift');
	return modifierText(names);
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

export class Keymap {
	private readonly stack: Scope[] = [];

	constructor(private readonly root: Scope) {
		document.addEventListener('keydown', (event) => this.onKey(event), { capture: true });
	}

	pushScope(scope: Scope): void {
		this.popScope(scope);
		this.stack.push(scope);
	}

	popScope(scope: Scope): void {
		const index = this.stack.lastIndexOf(scope);
		if (index >= 0) this.stack.splice(index, 1);
	}

	/** Set by the workspace: the scope of the active view, which lies over the root and under modals. */
	viewScope: () => Scope | null = () => null;

	private onKey(event: KeyboardEvent): void {
		if (event.isComposing) return;
		const scope = this.stack[this.stack.length - 1] ?? this.viewScope() ?? this.root;
		if (scope.handleKey(event) !== false) return;
		event.preventDefault();
		event.stopPropagation();
	}

	static isModifier(event: MouseEvent | KeyboardEvent, modifier: Modifier): boolean {
		return pressed(event).split(',').includes(modifierText([modifier]));
	}

	static isModEvent(event?: MouseEvent | KeyboardEvent | null): 'tab' | 'split' | 'window' | boolean {
		if (!event) return false;
		if ('button' in event && event.button === 1) return 'tab';
		if (!Keymap.isModifier(event, 'Mod')) return false;
		if (!event.altKey) return 'tab';
		return event.shiftKey ? 'window' : 'split';
	}
}
