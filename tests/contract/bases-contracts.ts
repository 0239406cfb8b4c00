// A view of a plugin in a `.base` file.
import type { AppWithFixture, Contract } from './contract.ts';

export const basesContracts: Contract[] = [
	{
		name: 'a view registered for Bases is made in a container, loaded, and given the notes that the filters let through',
		source: 'Plugin.registerBasesView, BasesViewFactory and BasesView in obsidian.d.ts',
		run: async ({ app }) => {
			const plugin = (app as AppWithFixture).plugins.plugins.fixture;
			const base = ['filters:', '  and:', `    - 'file.inFolder("People")'`, 'views:', '  - type: fixture-list', '    name: Those we know', '    depth: shallow', ''].join('\n');
			const file = app.vault.getFileByPath('Contract.base') ?? (await app.vault.create('Contract.base', base));
			await app.workspace.getLeaf().openFile(file);
			await sleep(1500);
			const view = plugin.bases.at(-1);
			return view && { loaded: view._loaded, inside: view.containerEl.isConnected, depth: view.config.get('depth'), name: view.config.name, paths: view.data.data.map((entry) => entry.file.path).sort() };
		},
		expected: { loaded: true, inside: true, depth: 'shallow', name: 'Those we know', paths: ['People/Oswin Vale.md', 'People/Tilda Marsh.md'] },
	},
	{
		name: 'a note that comes makes the result another one, and the view hears of it; a closed base unloads its view',
		source: 'BasesView.onDataUpdated and BasesView.data in obsidian.d.ts',
		run: async ({ app }) => {
			const plugin = (app as AppWithFixture).plugins.plugins.fixture;
			const base = ['filters:', '  and:', `    - 'file.inFolder("People")'`, 'views:', '  - type: fixture-list', '    name: Those we know', ''].join('\n');
			const file = app.vault.getFileByPath('Contract.base') ?? (await app.vault.create('Contract.base', base));
			await app.workspace.getLeaf().openFile(file);
			await sleep(1500);
			const view = plugin.bases.at(-1)!;
			const [updates, before] = [view.updates, view.data];
			const note = await app.vault.create('People/Una Quist.md', '---\ntype: people\n---\n');
			await sleep(1500);
			const seen = { heard: view.updates > updates, another: view.data !== before, count: view.data.data.length };
			await app.vault.delete(note);
			app.workspace.getLeavesOfType('bases').forEach((leaf) => leaf.detach());
			await sleep(500);
			return { ...seen, loaded: view._loaded };
		},
		expected: { heard: true, another: true, count: 3, loaded: false },
	},
];
