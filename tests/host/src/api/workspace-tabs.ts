// API: WorkspaceTabs
// Does: The tabs of one region, one of them shown, or all of them beside each other (stacked).
// Leaves out: dragging.
import type { App } from '../app/app.ts';
import { setIcon } from '../functions/icons.ts';
import { setTooltip } from '../functions/tooltip.ts';
import { tellMigrated } from '../globals/html-elements.ts';
import { Events } from './events.ts';
import type { FileView } from './file-view.ts';
import { Menu } from './menu.ts';
import { WorkspaceLeaf } from './workspace-leaf.ts';
import type { WorkspaceSplit } from './workspace-split.ts';

export class WorkspaceTabs extends Events {
	readonly leaves: WorkspaceLeaf[] = [];
	current: WorkspaceLeaf | null = null;
	isStacked = false;
	readonly containerEl: HTMLElement;
	private readonly headersEl: HTMLElement;
	private readonly contentEl: HTMLElement;

	constructor(
		private readonly app: App,
		readonly parent: WorkspaceSplit,
	) {
		super();
		this.containerEl = parent.containerEl.createDiv('workspace-tabs mod-top');
		const row = this.containerEl.createDiv('workspace-tab-header-container');
		this.headersEl = row.createDiv({ cls: 'workspace-tab-header-container-inner', attr: { role: 'tablist' } });
		this.contentEl = this.containerEl.createDiv('workspace-tab-container');
	}

	addLeaf(index = this.leaves.length): WorkspaceLeaf {
		const leaf = new WorkspaceLeaf(this.app, this);
		this.leaves.splice(index, 0, leaf);
		if (!this.current) this.select(leaf);
		else if (this.isStacked) this.showLeaves();
		this.renderTabs();
		return leaf;
	}

	removeLeaf(leaf: WorkspaceLeaf): void {
		const index = this.leaves.indexOf(leaf);
		if (index < 0) return;
		this.leaves.splice(index, 1);
		leaf.containerEl.detach();
		if (this.current === leaf) {
			this.current = null;
			const next = this.leaves[index] ?? this.leaves[index - 1];
			if (next) this.select(next);
		}
		this.renderTabs();
	}

	/** Hands a tab with its view over to another region, which may lie in another window. */
	moveLeaf(leaf: WorkspaceLeaf, to: WorkspaceTabs): void {
		this.removeLeaf(leaf);
		leaf.parent = to;
		to.leaves.push(leaf);
		to.select(leaf);
		to.renderTabs();
		tellMigrated(leaf.containerEl);
	}

	/** Shows all tabs beside each other. Undocumented in the app, where it has the same name. */
	setStacked(stacked: boolean): void {
		this.isStacked = stacked;
		this.containerEl.toggleClass('mod-stacked', stacked);
		this.showLeaves();
		if (stacked) for (const leaf of this.leaves) void leaf.loadIfDeferred();
	}

	private showLeaves(): void {
		const shown = this.isStacked ? this.leaves : this.leaves.filter((leaf) => leaf === this.current);
		this.contentEl.setChildrenInPlace(shown.map((leaf) => leaf.containerEl));
	}

	/** Removes all tabs without the events that closing each would raise. */
	async clear(): Promise<void> {
		const old = this.leaves.splice(0);
		this.current = null;
		for (const leaf of old) {
			leaf.containerEl.detach();
			await leaf.view.close();
		}
	}

	/** Shows the tab; a deferred view is loaded now. */
	select(leaf: WorkspaceLeaf): void {
		if (this.current === leaf) return;
		this.current = leaf;
		this.showLeaves();
		this.renderTabs();
		if (this.parent.isShown()) void leaf.loadIfDeferred();
		leaf.onResize();
	}

	renderTabs(): void {
		this.headersEl.replaceChildren(...this.leaves.map((leaf) => this.tabFor(leaf)));
	}

	private tabFor(leaf: WorkspaceLeaf): HTMLElement {
		const active = leaf === this.current;
		const tab = createDiv({ cls: 'workspace-tab-header', attr: { role: 'tab', 'aria-selected': active, 'data-type': leaf.view.getViewType(), tabindex: active ? 0 : -1 } });
		tab.toggleClass('is-active', active);
		const inner = tab.createDiv('workspace-tab-header-inner');
		setIcon(inner.createDiv('workspace-tab-header-inner-icon'), leaf.getIcon());
		inner.createDiv({ cls: 'workspace-tab-header-inner-title', text: leaf.getDisplayText() });
		if (this.parent.side === 'root') this.addCloseButton(inner, leaf);
		else setTooltip(tab, leaf.getDisplayText());
		tab.addEventListener('click', () => this.app.workspace.setActiveLeaf(leaf, { focus: true }));
		tab.addEventListener('keydown', (event) => event.key === 'Enter' && tab.click());
		tab.addEventListener('contextmenu', (event) => this.openTabMenu(event, leaf));
		return tab;
	}

	private addCloseButton(inner: HTMLElement, leaf: WorkspaceLeaf): void {
		const close = inner.createDiv({ cls: 'workspace-tab-header-inner-close-button', attr: { role: 'button', 'aria-label': 'Close' } });
		setIcon(close, 'x');
		close.addEventListener('click', (event) => {
			event.stopPropagation();
			leaf.detach();
		});
	}

	private openTabMenu(event: MouseEvent, leaf: WorkspaceLeaf): void {
		event.preventDefault();
		const menu = new Menu();
		menu.addItem((item) => item.setTitle('Close').setIcon('x').onClick(() => leaf.detach()));
		const { file } = leaf.view as Partial<FileView>;
		if (file) this.app.workspace.trigger('file-menu', menu, file, 'tab-header', leaf);
		menu.showAtMouseEvent(event);
	}
}
