// View, ItemView and the two stand-ins: a deferred view (not yet visible) and an unknown one
// (its plugin is off).
import type { App } from '../app.ts';
import { Component } from '../core/events.ts';
import { setIcon } from '../core/icons.ts';
import type { Scope } from '../core/keymap.ts';
import type { Menu } from '../ui/menu.ts';
import { setTooltip } from '../ui/tooltip.ts';
import type { WorkspaceLeaf } from './leaf.ts';

export abstract class View extends Component {
	app: App;
	icon = 'file';
	navigation = false;
	containerEl: HTMLElement;
	scope: Scope | null = null;

	constructor(public leaf: WorkspaceLeaf) {
		super();
		this.app = leaf.app;
		this.containerEl = createDiv('workspace-leaf-content');
	}

	abstract getViewType(): string;
	abstract getDisplayText(): string;

	protected async onOpen(): Promise<void> {}
	protected async onClose(): Promise<void> {}

	async open(parent: HTMLElement): Promise<void> {
		this.containerEl.setAttr('data-type', this.getViewType());
		parent.appendChild(this.containerEl);
		this.load();
		await this.onOpen();
	}

	async close(): Promise<void> {
		await this.onClose();
		this.unload();
		this.containerEl.detach();
	}

	getState(): Record<string, unknown> {
		return {};
	}

	async setState(_state: unknown, _result: { history: boolean }): Promise<void> {}

	getEphemeralState(): Record<string, unknown> {
		return {};
	}

	setEphemeralState(_state: unknown): void {}

	getIcon(): string {
		return this.icon;
	}

	onResize(): void {}

	onPaneMenu(_menu: Menu, _source: string): void {}
}

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

/** Shown for a leaf whose view is not needed yet; its type and state are those of the real view. */
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
