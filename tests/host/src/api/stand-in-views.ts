// Views that stand in for others: DeferredView for one that is not shown yet (1.7.2), UnknownView for one whose
// plugin is off, EmptyView for a tab without a file.
import { ItemView } from './item-view.ts';
import { View } from './view.ts';
import type { WorkspaceLeaf } from './workspace-leaf.ts';

/** Stands for a view that is not shown yet; it reports the type and the state of the real one. */
export class DeferredView extends View {
	constructor(
		leaf: WorkspaceLeaf,
		private readonly type: string,
		private readonly state: Record<string, unknown>,
		private readonly title: string,
		icon: string,
	) {
		super(leaf);
		this.icon = icon;
	}

	getViewType(): string {
		return this.type;
	}

	getDisplayText(): string {
		return this.title;
	}

	override getState(): Record<string, unknown> {
		return this.state;
	}
}

export class UnknownView extends ItemView {
	override icon = 'ghost';

	constructor(
		leaf: WorkspaceLeaf,
		private readonly type: string,
		private readonly state: Record<string, unknown>,
	) {
		super(leaf);
		this.contentEl.createDiv({ cls: 'pane-empty', text: 'Plugin no longer active' });
	}

	getViewType(): string {
		return this.type;
	}

	getDisplayText(): string {
		return 'Plugin no longer active';
	}

	override getState(): Record<string, unknown> {
		return this.state;
	}
}

export class EmptyView extends ItemView {
	override icon = 'file';

	constructor(leaf: WorkspaceLeaf) {
		super(leaf);
		const box = this.contentEl.createDiv('empty-state');
		box.createDiv({ cls: 'empty-state-title', text: 'No file is open' });
		const open = box.createEl('button', { cls: 'empty-state-action', text: 'Open the command palette' });
		open.addEventListener('click', () => this.app.openPalette());
	}

	getViewType(): string {
		return 'empty';
	}

	getDisplayText(): string {
		return 'New tab';
	}
}
