// API: WorkspaceLeaf
// Does: One tab. It holds a view, or a deferred stand-in until the tab is first shown (1.7.2).
// Leaves out: history, linked panes.
import type { ViewState } from 'obsidian';
import type { App } from '../app/app.ts';
import { Events, reportLater } from './events.ts';
import type { TFile } from './files.ts';
import { DeferredView, EmptyView, UnknownView } from './stand-in-views.ts';
import type { View } from './view.ts';
import type { WorkspaceTabs } from './workspace-tabs.ts';

let nextId = 1;

export class WorkspaceLeaf extends Events {
	id = `leaf-${nextId++}`;
	view: View;
	hoverPopover = null;
	pinned = false;
	group: string | null = null;
	activeTime = 0;
	readonly containerEl = createDiv('workspace-leaf');

	constructor(
		readonly app: App,
		public parent: WorkspaceTabs,
	) {
		super();
		this.view = new EmptyView(this);
		void this.view.open(this.containerEl);
		this.containerEl.addEventListener('mousedown', () => app.workspace.setActiveLeaf(this), { capture: true });
	}

	getRoot() {
		return this.parent.parent;
	}

	getContainer() {
		return this.getRoot().getContainer();
	}

	get isDeferred(): boolean {
		return this.view instanceof DeferredView;
	}

	async loadIfDeferred(): Promise<void> {
		if (!this.isDeferred) return;
		const { type, state } = this.getViewState();
		await this.build(type, state ?? {});
	}

	async openFile(file: TFile, openState: { state?: Record<string, unknown>; eState?: Record<string, unknown>; active?: boolean } = {}): Promise<void> {
		const type = this.app.viewRegistry.extensions.get(file.extension) ?? 'markdown';
		await this.setViewState({ type, state: { ...openState.state, file: file.path }, active: openState.active ?? true }, openState.eState);
	}

	async open(view: View): Promise<View> {
		await this.replaceView(view);
		return view;
	}

	getViewState(): ViewState {
		return { type: this.view.getViewType(), state: this.view.getState(), ...(this.pinned ? { pinned: true } : {}) };
	}

	async setViewState(viewState: ViewState, eState?: unknown): Promise<void> {
		const { type, state = {}, active = false } = viewState;
		if (type === this.view.getViewType() && !this.isDeferred) await this.view.setState(state, { history: false });
		else await this.build(type, state);
		if (eState !== undefined) this.view.setEphemeralState(eState);
		this.updateHeader();
		const { workspace } = this.app;
		workspace.trigger('layout-change');
		if (active) workspace.setActiveLeaf(this, { focus: true });
		workspace.onFileMayHaveChanged();
	}

	/** Shows a stand-in until the tab is first shown, as the app does since 1.7.2. */
	async defer(type: string, state: Record<string, unknown>, title: string, icon: string): Promise<void> {
		await this.replaceView(new DeferredView(this, type, state, title, icon));
		this.updateHeader();
	}

	private async build(type: string, state: Record<string, unknown>): Promise<void> {
		await this.replaceView(this.createView(type, state));
		await this.view.setState(state, { history: false });
		this.updateHeader();
	}

	private createView(type: string, state: Record<string, unknown>): View {
		if (type === 'empty') return new EmptyView(this);
		const creator = this.app.viewRegistry.creators.get(type);
		if (!creator) return new UnknownView(this, type, state);
		try {
			return creator(this);
		} catch (error) {
			reportLater(error);
			return new UnknownView(this, type, state);
		}
	}

	private async replaceView(view: View): Promise<void> {
		const old = this.view;
		this.view = view;
		await old.close();
		await view.open(this.containerEl);
	}

	/** Called when the plugin that owns this view type comes or goes; the leaf itself stays. */
	async rebuild(): Promise<void> {
		const { type, state = {} } = this.getViewState();
		await this.build(type, state);
	}

	detach(): void {
		this.parent.removeLeaf(this);
		void this.view.close();
		this.app.workspace.onLeafDetached(this);
	}

	getEphemeralState(): Record<string, unknown> {
		return this.view.getEphemeralState();
	}

	setEphemeralState(state: unknown): void {
		this.view.setEphemeralState(state);
	}

	togglePinned(): void {
		this.setPinned(!this.pinned);
	}

	setPinned(pinned: boolean): void {
		this.pinned = pinned;
		this.trigger('pinned-change', pinned);
	}

	setGroupMember(other: WorkspaceLeaf): void {
		this.setGroup(other.group ?? other.id);
	}

	setGroup(group: string): void {
		this.group = group;
		this.trigger('group-change', group);
	}

	getIcon(): string {
		return this.view.getIcon();
	}

	getDisplayText(): string {
		return this.view.getDisplayText();
	}

	onResize(): void {
		this.view.onResize();
	}

	updateHeader(): void {
		this.parent.renderTabs();
	}
}
