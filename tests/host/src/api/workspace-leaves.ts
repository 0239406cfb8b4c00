// API: Workspace, the half that finds and makes leaves
// Does: Holds the three regions and the popouts. Finds leaves by type, identity, group and time; makes tabs in the regions,
//   and moves them into a popout.
// Leaves out: splits (a split opens a tab).
import type { App } from '../app/app.ts';
import { Events } from './events.ts';
import type { WorkspaceLeaf } from './workspace-leaf.ts';
import { openWindow } from './popout.ts';
import { WorkspaceRoot, WorkspaceSidedock, type WorkspaceSplit, WorkspaceWindow } from './workspace-split.ts';

export type NewLeaf = 'tab' | 'split' | 'window' | boolean;

export class WorkspaceLeaves extends Events {
	readonly leftSplit: WorkspaceSidedock;
	readonly rightSplit: WorkspaceSidedock;
	readonly rootSplit: WorkspaceRoot;
	private readonly windows: WorkspaceWindow[] = [];

	constructor(
		protected readonly app: App,
		readonly containerEl: HTMLElement,
	) {
		super();
		this.leftSplit = new WorkspaceSidedock(app, containerEl, 'left');
		this.rootSplit = new WorkspaceRoot(app, containerEl, 'root');
		this.rightSplit = new WorkspaceSidedock(app, containerEl, 'right');
	}

	private get splits(): WorkspaceSplit[] {
		return [this.rootSplit, this.leftSplit, this.rightSplit, ...this.windows];
	}

	iterateRootLeaves(callback: (leaf: WorkspaceLeaf) => unknown): void {
		[...this.rootSplit.tabs.leaves].some(callback);
	}

	iterateAllLeaves(callback: (leaf: WorkspaceLeaf) => unknown): void {
		this.splits.flatMap((split) => split.tabs.leaves).forEach((leaf) => callback(leaf));
	}

	protected allLeaves(): WorkspaceLeaf[] {
		return this.splits.flatMap((split) => split.tabs.leaves);
	}

	getLeavesOfType(type: string): WorkspaceLeaf[] {
		return this.allLeaves().filter((leaf) => leaf.view.getViewType() === type);
	}

	detachLeavesOfType(type: string): void {
		for (const leaf of this.getLeavesOfType(type)) leaf.detach();
	}

	getLeafById(id: string): WorkspaceLeaf | null {
		return this.allLeaves().find((leaf) => leaf.id === id) ?? null;
	}

	getGroupLeaves(group: string): WorkspaceLeaf[] {
		return this.allLeaves().filter((leaf) => leaf.group === group);
	}

	getMostRecentLeaf(root: unknown = this.rootSplit): WorkspaceLeaf | null {
		const leaves = this.allLeaves().filter((leaf) => leaf.getRoot() === root);
		return leaves.sort((a, b) => b.activeTime - a.activeTime)[0] ?? null;
	}

	/** Without an argument the most recent tab is reused, unless it is pinned or its view shows no files. */
	getLeaf(newLeaf: NewLeaf = false): WorkspaceLeaf {
		if (newLeaf === 'window') return this.openPopoutLeaf();
		const recent = this.getMostRecentLeaf();
		const reusable = recent && !recent.pinned && (recent.view.navigation || recent.view.getViewType() === 'empty');
		return newLeaf === false && reusable ? recent : this.rootSplit.tabs.addLeaf();
	}

	getUnpinnedLeaf(): WorkspaceLeaf {
		return this.getLeaf(false);
	}

	createLeafInParent(parent: WorkspaceSplit, index: number): WorkspaceLeaf {
		return parent.tabs.addLeaf(index);
	}

	createLeafBySplit(): WorkspaceLeaf {
		return this.getLeaf('split');
	}

	splitActiveLeaf(): WorkspaceLeaf {
		return this.getLeaf('split');
	}

	async duplicateLeaf(leaf: WorkspaceLeaf): Promise<WorkspaceLeaf> {
		const copy = this.getLeaf('tab');
		await copy.setViewState(leaf.getViewState());
		return copy;
	}

	getLeftLeaf(_split: boolean): WorkspaceLeaf {
		return this.leftSplit.tabs.addLeaf();
	}

	getRightLeaf(_split: boolean): WorkspaceLeaf {
		return this.rightSplit.tabs.addLeaf();
	}

	openPopoutLeaf(): WorkspaceLeaf {
		return this.openWindow().tabs.addLeaf();
	}

	moveLeafToPopout(leaf: WorkspaceLeaf): WorkspaceWindow {
		const region = this.openWindow();
		leaf.parent.moveLeaf(leaf, region.tabs);
		this.trigger('layout-change');
		return region;
	}

	/** The window takes its tabs with it when it is closed. */
	private openWindow(): WorkspaceWindow {
		const popout = openWindow(this.app);
		const region = new WorkspaceWindow(this.app, popout.document.body, 'window');
		this.windows.push(region);
		popout.addEventListener('beforeunload', () => {
			this.windows.remove(region);
			for (const leaf of [...region.tabs.leaves]) leaf.detach();
			this.trigger('window-close', region, popout);
		});
		this.trigger('window-open', region, popout);
		return region;
	}
}
