// API: WorkspaceSplit, WorkspaceRoot, WorkspaceSidedock, WorkspaceMobileDrawer, WorkspaceParent, WorkspaceWindow
// Does: The three regions of the window, and popouts, which are windows with a document of their own. On a phone the side
//   regions are drawers, one open at a time.
// Leaves out: splits inside a region.
import type { App } from '../app/app.ts';
import { Platform } from '../functions/platform.ts';
import { Events } from './events.ts';
import { WorkspaceTabs } from './workspace-tabs.ts';

const CLASSES = { root: 'mod-root', window: 'mod-root', left: 'mod-left-split mod-sidedock', right: 'mod-right-split mod-sidedock' };

export class WorkspaceSplit extends Events {
	readonly containerEl: HTMLElement;
	readonly tabs: WorkspaceTabs;
	readonly win: Window;
	readonly doc: Document;

	constructor(
		readonly app: App,
		parentEl: HTMLElement,
		readonly side: 'left' | 'right' | 'root' | 'window',
	) {
		super();
		this.doc = parentEl.ownerDocument;
		this.win = this.doc.defaultView ?? window;
		this.containerEl = parentEl.createDiv(`workspace-split mod-vertical ${CLASSES[side]}`);
		this.tabs = new WorkspaceTabs(app, this);
	}

	getRoot(): this {
		return this;
	}

	getContainer(): WorkspaceSplit {
		return this.app.workspace.rootSplit;
	}

	isShown(): boolean {
		return true;
	}
}

export class WorkspaceRoot extends WorkspaceSplit {}

export class WorkspaceWindow extends WorkspaceSplit {
	override getContainer(): WorkspaceSplit {
		return this;
	}
}

export class WorkspaceSidedock extends WorkspaceSplit {
	collapsed = false;

	override isShown(): boolean {
		return !this.collapsed;
	}

	toggle(): void {
		if (this.collapsed) this.expand();
		else this.collapse();
	}

	collapse(): void {
		this.setCollapsed(true);
	}

	/** One drawer at a time on a phone, as there is no room for two. */
	expand(): void {
		const { leftSplit, rightSplit } = this.app.workspace;
		if (Platform.isPhone) (this === leftSplit ? rightSplit : leftSplit).collapse();
		this.setCollapsed(false);
		void this.tabs.current?.loadIfDeferred();
	}

	private setCollapsed(collapsed: boolean): void {
		this.collapsed = collapsed;
		this.containerEl.toggleClass('is-sidedock-collapsed', collapsed);
		document.body.toggleClass(`is-${this.side}-open`, !collapsed);
		this.app.workspace.trigger('layout-change');
		this.app.workspace.requestSaveLayout();
	}
}

/** The class of a side region on a phone in the app. Here it exists for `instanceof` alone. */
export class WorkspaceMobileDrawer extends WorkspaceSidedock {}
