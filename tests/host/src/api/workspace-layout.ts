// The saved layout, `.obsidian/workspace.json`: the tabs of each region, in a form of the host's own. Only the
// shown tab of a region is built at start; the others are deferred.
import type { ViewState } from 'obsidian';
import type { App } from '../app/app.ts';
import { fileName } from '../functions/paths.ts';
import { Platform } from '../functions/platform.ts';
import type { WorkspaceSplit } from './workspace-split.ts';
import type { Workspace } from './workspace.ts';

interface RegionState {
	tabs: (ViewState & { title: string; icon: string })[];
	current: number;
	collapsed?: boolean;
}

export interface LayoutState extends Record<string, unknown> {
	main: RegionState;
	left: RegionState;
	right: RegionState;
}

function readRegion(split: WorkspaceSplit & { collapsed?: boolean }): RegionState {
	const { leaves, current } = split.tabs;
	return {
		tabs: leaves.map((leaf) => ({ ...leaf.getViewState(), title: leaf.getDisplayText(), icon: leaf.getIcon() })),
		current: current ? leaves.indexOf(current) : 0,
		...(split.collapsed === undefined ? {} : { collapsed: split.collapsed }),
	};
}

export function readLayout(workspace: Workspace): LayoutState {
	return { main: readRegion(workspace.rootSplit), left: readRegion(workspace.leftSplit), right: readRegion(workspace.rightSplit) };
}

async function restoreRegion(app: App, split: WorkspaceSplit, region: RegionState): Promise<void> {
	for (const { type, state = {}, title, icon } of region.tabs) {
		const path = state['file'];
		if (typeof path === 'string' && !app.vault.getFileByPath(path)) continue;
		const leaf = split.tabs.addLeaf();
		await leaf.defer(type, state, typeof path === 'string' ? fileName(path).replace(/\.md$/, '') : title, icon);
	}
	const shown = split.tabs.leaves[region.current] ?? split.tabs.leaves[0];
	if (!shown) return;
	split.tabs.select(shown);
	if (split.isShown()) await shown.loadIfDeferred();
}

export async function restoreLayout(app: App, layout: LayoutState): Promise<void> {
	const { leftSplit, rightSplit, rootSplit } = app.workspace;
	for (const split of [rootSplit, leftSplit, rightSplit]) await split.tabs.clear();
	if (layout.left.collapsed || Platform.isPhone) leftSplit.collapse();
	if (layout.right.collapsed || Platform.isPhone) rightSplit.collapse();
	await restoreRegion(app, rootSplit, layout.main);
	await restoreRegion(app, leftSplit, layout.left);
	await restoreRegion(app, rightSplit, layout.right);
}

/** A phone has a layout of its own, as in the app. */
export function layoutFile(): string {
	return Platform.isMobile ? 'workspace-mobile.json' : 'workspace.json';
}

/** The layout of a new vault: the file list at the left, one empty tab, the right side closed. */
export function defaultLayout(): LayoutState {
	return {
		main: { tabs: [{ type: 'empty', title: 'New tab', icon: 'file' }], current: 0 },
		left: { tabs: [{ type: 'file-explorer', title: 'Files', icon: 'folder' }], current: 0, collapsed: Platform.isPhone },
		right: { tabs: [], current: 0, collapsed: true },
	};
}
