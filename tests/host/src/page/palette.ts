// The command palette: lists the commands that fit the moment, the plugin's first.
import type { Command } from 'obsidian';
import { FuzzySuggestModal } from '../api/fuzzy-suggest-modal.ts';
import type { App } from '../app/app.ts';
import { type FuzzyMatch, renderMatches } from '../functions/search.ts';

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
