// API: ItemView
// Does: A view with a header for title and actions.
import { setIcon } from '../functions/icons.ts';
import { setTooltip } from '../functions/tooltip.ts';
import { View } from './view.ts';
import type { WorkspaceLeaf } from './workspace-leaf.ts';

export abstract class ItemView extends View {
	contentEl: HTMLElement;
	private readonly titleEl: HTMLElement;
	private readonly actionsEl: HTMLElement;

	constructor(leaf: WorkspaceLeaf) {
		super(leaf);
		const header = this.containerEl.createDiv('view-header');
		this.titleEl = header.createDiv('view-header-title-container').createDiv('view-header-title');
		this.actionsEl = header.createDiv('view-actions');
		this.contentEl = this.containerEl.createDiv('view-content');
	}

	override async open(parent: HTMLElement): Promise<void> {
		await super.open(parent);
		this.updateHeader();
	}

	updateHeader(): void {
		this.titleEl.setText(this.getDisplayText());
	}

	addAction(icon: string, title: string, callback: (event: MouseEvent) => unknown): HTMLElement {
		const button = this.actionsEl.createEl('button', { cls: 'clickable-icon view-action', prepend: true });
		setIcon(button, icon);
		setTooltip(button, title);
		button.addEventListener('click', callback);
		return button;
	}
}
