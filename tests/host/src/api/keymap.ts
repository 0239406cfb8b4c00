// API: Keymap
// Does: Sends each keydown to the innermost open scope: modals first, then the active view, then the app.
//   Nothing is sent while an input method composes.
import { type Modifier, modifierText, pressed } from '../functions/modifiers.ts';
import type { Scope } from './scope.ts';

export class Keymap {
	private readonly stack: Scope[] = [];

	constructor(private readonly root: Scope) {
		this.listenIn(document);
	}

	/** Keys in a popout count as those of the main window. */
	listenIn(doc: Document): void {
		doc.addEventListener('keydown', (event) => this.onKey(event), { capture: true });
	}

	pushScope(scope: Scope): void {
		this.popScope(scope);
		this.stack.push(scope);
	}

	popScope(scope: Scope): void {
		const index = this.stack.lastIndexOf(scope);
		if (index >= 0) this.stack.splice(index, 1);
	}

	/** The scope of the active view, which comes after modals and before the root. The app sets this. */
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
