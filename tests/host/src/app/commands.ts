// `app.commands`, undocumented: commands and their hotkeys. A command whose check fails is neither listed nor
// run.
import type { Command } from 'obsidian';
import { Keymap } from '../api/keymap.ts';
import type { Modifier } from '../functions/modifiers.ts';
import type { App } from './app.ts';

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

	/** Returns whether the command exists and its check passes. Errors of the command go to the caller. */
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
