// API: View
// Does: What a leaf shows.
import type { App } from '../app/app.ts';
import { Component } from './component.ts';
import type { Menu } from './menu.ts';
import type { Scope } from './scope.ts';
import type { WorkspaceLeaf } from './workspace-leaf.ts';

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
