// `app.viewRegistry`, undocumented: which function makes which type of view. Leaves of a type are rebuilt when
// its maker comes or goes.
import type { View } from '../api/view.ts';
import type { WorkspaceLeaf } from '../api/workspace-leaf.ts';
import type { App } from './app.ts';

type Creator = (leaf: WorkspaceLeaf) => View;

export class ViewRegistry {
	readonly creators = new Map<string, Creator>();
	readonly extensions = new Map<string, string>([['md', 'markdown'], ['base', 'bases'], ['canvas', 'canvas']]);

	constructor(private readonly app: App) {}

	register(type: string, creator: Creator): void {
		if (this.creators.has(type)) throw new Error(`Attempting to register an existing view type "${type}"`);
		this.creators.set(type, creator);
		this.rebuildLeaves(type);
	}

	unregister(type: string): void {
		this.creators.delete(type);
		this.rebuildLeaves(type);
	}

	private rebuildLeaves(type: string): void {
		if (!this.app.workspace?.layoutReady) return;
		for (const leaf of this.app.workspace.getLeavesOfType(type)) if (!leaf.isDeferred) void leaf.rebuild();
	}

	registerExtensions(extensions: string[], type: string): void {
		for (const extension of extensions) this.extensions.set(extension, type);
	}
}
