// Commands, their hotkeys, and the palette. A command that does not fit the moment is not offered.
import type { Command } from 'obsidian';
import type { App } from '../app.ts';
import { Keymap, type Modifier } from '../core/keymap.ts';
import { FuzzySuggestModal, renderMatches, type FuzzyMatch } from './suggest.ts';

export class Commands {
	readonly commands: Record<string, Command> = {};

	constructor(private readonly app: App) {
		app.scope.register(null, null, (event) => this.onKey(event));
	}

	addCommand(command: Command): void {
		this.commands[command.id] = command;
	}

	removeCommand(id: string): void {
		delete this.commands[id];
	}

	private editorOf() {
		const view = this.app.workspace.activeEditor;
		return view ? { editor: view.editor as never, view: view as never } : null;
	}

	isAvailable(command: Command): boolean {
		const at = this.editorOf();
		if (command.editorCheckCallback) return at !== null && command.editorCheckCallback(true, at.editor, at.view) === true;
		if (command.editorCallback) return at !== null;
		if (command.checkCallback) return command.checkCallback(true) === true;
		return true;
	}

	listCommands(): Command[] {
		return Object.values(this.commands).filter((command) => this.isAvailable(command));
	}

	/** Whether the command exists and fits; its own errors are the caller's. */
	executeCommandById(id: string): boolean {
		const command = this.commands[id];
		if (!command || !this.isAvailable(command)) return false;
		const at = this.editorOf();
		if (command.editorCheckCallback && at) command.editorCheckCallback(false, at.editor, at.view);
		else if (command.editorCallback && at) void command.editorCallback(at.editor, at.view);
		else if (command.checkCallback) command.checkCallback(false);
		else void command.callback?.();
		return true;
	}

	private onKey(event: KeyboardEvent): false | undefined {
		for (const { id, hotkeys = [] } of Object.values(this.commands)) {
			for (const { modifiers, key } of hotkeys) {
				if (key.toLowerCase() === event.key.toLowerCase() && this.matches(event, modifiers) && this.executeCommandById(id)) return false;
			}
		}
		return undefined;
	}

	private matches(event: KeyboardEvent, modifiers: Modifier[]): boolean {
		const held = [event.ctrlKey, event.metaKey, event.shiftKey, event.altKey].filter(Boolean).length;
		return held === modifiers.length && modifiers.every((modifier) => Keymap.isModifier(event, modifier));
	}
}

export function hotkeyText(command: Command): string {
	const hotkey = command.hotkeys?.[0];
	return hotkey ? [...hotkey.modifiers.map((name) => (name === 'Mod' ? 'Ctrl' : name)), hotkey.key.toUpperCase()].join(' + ') : '';
}

export class Palette extends FuzzySuggestModal<Command> {
	constructor(app: App) {
		super(app);
		this.setPlaceholder('Type a command...');
		this.setInstructions([
			{ command: '↑↓', purpose: 'to navigate' },
			{ command: '↵', purpose: 'to use' },
			{ command: 'esc', purpose: 'to dismiss' },
		]);
	}

	getItems(): Command[] {
		const rank = ({ id }: Command) => (id.slice(0, id.indexOf(':')) in this.app.plugins.plugins ? 0 : 1);
		return this.app.commands.listCommands().sort((a, b) => rank(a) - rank(b));
	}

	getItemText(command: Command): string {
		return command.name;
	}

	override renderSuggestion({ item, match }: FuzzyMatch<Command>, el: HTMLElement): void {
		el.addClass('mod-complex');
		renderMatches(el.createDiv('suggestion-content').createDiv('suggestion-title'), item.name, match.matches);
		const hotkey = hotkeyText(item);
		if (hotkey) el.createDiv('suggestion-aux').createEl('kbd', { cls: 'suggestion-hotkey', text: hotkey });
	}

	onChooseItem(command: Command): void {
		this.app.commands.executeCommandById(command.id);
	}
}
