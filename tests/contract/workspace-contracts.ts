// Leaves, the active note, deferred views, sidebars, menus.
import type { AppWithFixture, Contract } from './contract.ts';

export const workspaceContracts: Contract[] = [
	{
		name: 'a background tab is deferred after a restart: same type, no MarkdownView until revealed',
		source: 'WorkspaceLeaf.isDeferred in obsidian.d.ts',
		run: async ({ app, obsidian }) => {
			await app.workspace.getLeaf().openFile(app.vault.getFileByPath('Scratch.md')!);
			await app.workspace.getLeaf('tab').openFile(app.vault.getFileByPath('CRLF.md')!);
			await app.workspace.changeLayout(app.workspace.getLayout());
			const leaves = app.workspace.getLeavesOfType('markdown');
			const deferred = leaves.find((leaf) => leaf.isDeferred);
			if (!deferred) return 'no deferred leaf';
			const before = deferred.view instanceof obsidian.MarkdownView;
			await app.workspace.revealLeaf(deferred);
			return { leaves: leaves.length, before, after: deferred.view instanceof obsidian.MarkdownView, isDeferred: deferred.isDeferred };
		},
		expected: { leaves: 2, before: false, after: true, isDeferred: false },
	},
	{
		name: 'while a sidebar is active the active file stays, the active MarkdownView does not',
		source: 'Workspace.getActiveFile in obsidian.d.ts',
		run: async ({ app, obsidian }) => {
			await app.workspace.getLeaf().openFile(app.vault.getFileByPath('Scratch.md')!);
			const leaf = await app.workspace.ensureSideLeaf('fixture-view', 'right', { reveal: true });
			app.workspace.setActiveLeaf(leaf, { focus: true });
			return { file: app.workspace.getActiveFile()?.path, view: app.workspace.getActiveViewOfType(obsidian.MarkdownView) };
		},
		expected: { file: 'Scratch.md', view: null },
	},
	{
		name: 'ensureSideLeaf makes one leaf, however often it is called',
		source: 'Workspace.ensureSideLeaf in obsidian.d.ts',
		run: async ({ app }) => {
			const first = await app.workspace.ensureSideLeaf('fixture-view', 'right', { reveal: true });
			const second = await app.workspace.ensureSideLeaf('fixture-view', 'right', { reveal: true });
			return { same: first === second, count: app.workspace.getLeavesOfType('fixture-view').length, shown: first.view.containerEl.isShown() };
		},
		expected: { same: true, count: 1, shown: true },
	},
	{
		name: 'ensureSideLeaf looks at its own side alone: a pane that was moved to the other side is not found',
		source: 'Workspace.ensureSideLeaf in obsidian.d.ts; to be confirmed in the app',
		run: async ({ app }) => {
			const leaf = app.workspace.getLeftLeaf(false)!;
			await leaf.setViewState({ type: 'fixture-view' });
			await app.workspace.ensureSideLeaf('fixture-view', 'right', { reveal: true });
			return app.workspace.getLeavesOfType('fixture-view').length;
		},
		expected: 2,
	},
	{
		name: 'a pinned tab keeps its note: the next one opens beside it',
		source: 'Workspace.getLeaf and WorkspaceLeaf.setPinned in obsidian.d.ts',
		run: async ({ app }) => {
			const pinned = app.workspace.getLeaf();
			await pinned.openFile(app.vault.getFileByPath('Scratch.md')!);
			pinned.setPinned(true);
			await app.workspace.getLeaf(false).openFile(app.vault.getFileByPath('CRLF.md')!);
			const shown = app.workspace.getLeavesOfType('markdown').map((leaf) => leaf.getViewState().state?.['file']);
			pinned.setPinned(false);
			return shown.sort();
		},
		expected: ['CRLF.md', 'Scratch.md'],
	},
	{
		name: 'a pane that is moved into a popout keeps its view, which has another document, and is found by its type',
		source: 'Workspace.moveLeafToPopout, WorkspaceWindow and HTMLElement.onWindowMigrated in obsidian.d.ts',
		onDesktop: true,
		run: async ({ app }) => {
			const leaf = await app.workspace.ensureSideLeaf('fixture-view', 'right', { reveal: true });
			const { view } = leaf;
			let migrated = 0;
			view.containerEl.onWindowMigrated(() => void migrated++);
			const { doc, win } = app.workspace.moveLeafToPopout(leaf);
			await sleep(1500);
			const seen = { same: leaf.view === view, moved: view.containerEl.doc === doc && doc !== document, found: app.workspace.getLeavesOfType('fixture-view').length, migrated, of: leaf.getContainer().win === win };
			win.close();
			await sleep(1500);
			return { ...seen, left: app.workspace.getLeavesOfType('fixture-view').length };
		},
		expected: { same: true, moved: true, found: 1, migrated: 1, of: true, left: 0 },
	},
	{
		name: 'on a phone a note that is opened closes the drawer over it',
		source: 'WorkspaceMobileDrawer; the behaviour is to be confirmed in the app',
		onPhone: true,
		run: async ({ app }) => {
			await app.workspace.ensureSideLeaf('fixture-view', 'right', { reveal: true });
			const before = app.workspace.rightSplit.collapsed;
			await app.workspace.getLeaf(false).openFile(app.vault.getFileByPath('Scratch.md')!, { active: true });
			await sleep(800);
			return { before, after: app.workspace.rightSplit.collapsed };
		},
		expected: { before: false, after: true },
	},
	{
		name: 'the label of a container is a tooltip over all that it holds',
		source: 'obsidian.d.ts: setTooltip sets `aria-label`; seen by users of many plugins',
		run: async () => {
			const list = activeDocument.body.createDiv({ attr: { 'aria-label': 'the whole list' } });
			list.createDiv({ text: 'one row' }).dispatchEvent(new MouseEvent('mouseover', { bubbles: true }));
			const shown = (): string | undefined => activeDocument.querySelector('.tooltip')?.textContent;
			// It comes after a second, and later on a busy machine.
			for (let waits = 0; shown() === undefined && waits < 50; waits += 1) await sleep(100);
			const text = shown();
			activeDocument.body.dispatchEvent(new MouseEvent('mouseover', { bubbles: true }));
			list.detach();
			return text;
		},
		expected: 'the whole list',
	},
	{
		name: '`file-open` fires once per note',
		source: 'Workspace.on("file-open") in obsidian.d.ts',
		run: async ({ app }) => {
			await app.workspace.getLeaf().openFile(app.vault.getFileByPath('CRLF.md')!);
			await sleep(300);
			const opened: (string | undefined)[] = [];
			const ref = app.workspace.on('file-open', (file) => opened.push(file?.path));
			await app.workspace.getLeaf().openFile(app.vault.getFileByPath('Scratch.md')!);
			await sleep(300);
			app.workspace.offref(ref);
			return opened;
		},
		expected: ['Scratch.md'],
	},
	{
		name: 'openLinkText opens the note a link means',
		source: 'Workspace.openLinkText in obsidian.d.ts',
		run: async ({ app }) => {
			await app.workspace.openLinkText('Tilda Marsh#Recent Context', 'Meetings/Harbour review.md');
			return app.workspace.getActiveFile()?.path;
		},
		expected: 'People/Tilda Marsh.md',
	},
	{
		name: 'saveData is no external change, another writer of data.json is',
		source: 'Plugin.onExternalSettingsChange in obsidian.d.ts',
		run: async ({ app }) => {
			const plugin = (app as AppWithFixture).plugins.plugins.fixture;
			const count = () => plugin.log.filter(([event]) => event === 'external-settings').length;
			await plugin.saveData({ auto: true });
			await sleep(1500);
			const own = count();
			await app.vault.adapter.write(`${plugin.manifest.dir}/data.json`, '{"auto": false}');
			await sleep(1500);
			return { own, foreign: count() > own, data: (await plugin.loadData()) as unknown };
		},
		expected: { own: 0, foreign: true, data: { auto: false } },
	},
	{
		name: 'loadData of a broken data.json throws and leaves the file',
		source: 'the first thing a settings reader meets after a sync conflict; to be confirmed in the app',
		run: async ({ app }) => {
			const plugin = (app as AppWithFixture).plugins.plugins.fixture;
			await plugin.saveData({});
			await app.vault.adapter.write(`${plugin.manifest.dir}/data.json`, '{"auto": ');
			const outcome = await plugin.loadData().then(
				() => 'read',
				() => 'threw',
			);
			const kept = await app.vault.adapter.read(`${plugin.manifest.dir}/data.json`);
			await plugin.saveData({});
			return { outcome, kept };
		},
		expected: { outcome: 'threw', kept: '{"auto": ' },
	},
	{
		name: 'Escape closes a modal and a second one under it stays',
		source: 'Modal in obsidian.d.ts',
		run: async ({ app, obsidian }) => {
			const lower = new obsidian.Modal(app);
			const upper = new obsidian.Modal(app);
			let closed = 0;
			upper.onClose = () => void closed++;
			lower.open();
			upper.open();
			activeDocument.activeElement?.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true, cancelable: true }));
			await sleep(300);
			const state = { closed, upper: upper.containerEl.isConnected, lower: lower.containerEl.isConnected };
			lower.close();
			return state;
		},
		expected: { closed: 1, upper: false, lower: true },
	},
	{
		name: 'a tab in reading view stays there when a note is opened at a line, and its editor is not the note',
		source: 'MarkdownView.getMode and OpenViewState.eState in obsidian.d.ts',
		run: async ({ app, obsidian }) => {
			const leaf = app.workspace.getLeaf();
			await leaf.setViewState({ type: 'markdown', state: { file: 'Scratch.md', mode: 'preview' }, active: true });
			const file = app.vault.getFileByPath('Scratch.md')!;
			await leaf.openFile(file, { active: true, eState: { line: 3 } });
			await sleep(500);
			const view = leaf.view as InstanceType<typeof obsidian.MarkdownView>;
			await app.vault.process(file, (text) => `${text}added\n`);
			await sleep(1500);
			return { mode: view.getMode(), data: view.getViewData().endsWith('added\n'), shown: view.containerEl.querySelector<HTMLElement>('.markdown-reading-view')?.isShown() };
		},
		expected: { mode: 'preview', data: true, shown: true },
	},
	{
		name: 'Mod means a new tab, Mod and Alt a split, Mod, Alt and Shift a window, the middle button a tab',
		source: 'Keymap.isModEvent in obsidian.d.ts',
		run: async ({ obsidian }) => {
			const click = (init: MouseEventInit) => obsidian.Keymap.isModEvent(new MouseEvent('click', init));
			const mod = obsidian.Platform.isMacOS ? { metaKey: true } : { ctrlKey: true };
			return [{}, { shiftKey: true }, mod, { ...mod, altKey: true }, { ...mod, altKey: true, shiftKey: true }, { button: 1 }].map(click);
		},
		expected: [false, false, 'tab', 'split', 'window', 'tab'],
	},
];
