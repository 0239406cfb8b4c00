// The open note: autosave, external writes, transactions, undo.
import type { AppWithFixture, Contract } from './contract.ts';

export const editorContracts: Contract[] = [
	{
		name: 'typing reaches the disk about two seconds later',
		source: 'TextFileView.requestSave in obsidian.d.ts',
		run: async ({ app, obsidian }) => {
			await app.workspace.getLeaf().openFile(app.vault.getFileByPath('Scratch.md')!);
			const { editor } = app.workspace.getActiveViewOfType(obsidian.MarkdownView)!;
			editor.replaceRange('typed ', { line: 2, ch: 0 });
			await sleep(1000);
			const early = (await app.vault.adapter.read('Scratch.md')).includes('typed');
			await sleep(2000);
			return { early, late: (await app.vault.adapter.read('Scratch.md')).includes('typed first line') };
		},
		expected: { early: false, late: true },
	},
	{
		name: '`editor-change` and `quick-preview` come before the save',
		source: 'Workspace.on("quick-preview") in obsidian.d.ts',
		run: async ({ app, obsidian }) => {
			await app.workspace.getLeaf().openFile(app.vault.getFileByPath('Scratch.md')!);
			const seen: string[] = [];
			const change = app.workspace.on('editor-change', (_editor, info) => seen.push(`editor-change ${info.file?.path}`));
			const preview = app.workspace.on('quick-preview', (file, data) => seen.push(`quick-preview ${file.path} ${data.includes('typed')}`));
			app.workspace.getActiveViewOfType(obsidian.MarkdownView)!.editor.replaceRange('typed ', { line: 2, ch: 0 });
			await sleep(500);
			const saved = (await app.vault.adapter.read('Scratch.md')).includes('typed');
			app.workspace.offref(change);
			app.workspace.offref(preview);
			return { seen: [...new Set(seen)].sort(), saved };
		},
		expected: { seen: ['editor-change Scratch.md', 'quick-preview Scratch.md true'], saved: false },
	},
	{
		name: 'a transaction of our own fires `editor-change` too',
		source: 'Workspace.on("editor-change") in obsidian.d.ts',
		run: async ({ app, obsidian }) => {
			await app.workspace.getLeaf().openFile(app.vault.getFileByPath('Scratch.md')!);
			let count = 0;
			const ref = app.workspace.on('editor-change', () => count++);
			const { editor } = app.workspace.getActiveViewOfType(obsidian.MarkdownView)!;
			editor.transaction({ changes: [{ from: { line: 2, ch: 0 }, text: 'a' }, { from: { line: 3, ch: 0 }, text: 'b' }] });
			await sleep(200);
			app.workspace.offref(ref);
			return count;
		},
		expected: 1,
	},
	{
		name: 'a transaction keeps the cursor by its text and is one undo step',
		source: 'Editor.transaction in obsidian.d.ts',
		run: async ({ app, obsidian }) => {
			await app.workspace.getLeaf().openFile(app.vault.getFileByPath('Scratch.md')!);
			const { editor } = app.workspace.getActiveViewOfType(obsidian.MarkdownView)!;
			const before = editor.getValue();
			editor.setCursor({ line: 3, ch: 6 });
			editor.transaction({ changes: [{ from: { line: 0, ch: 0 }, text: 'new\n' }, { from: { line: 3, ch: 0 }, text: '> ' }, { from: { line: 4, ch: 0 }, to: { line: 4, ch: 5 }, text: '3rd' }] });
			const after = { cursor: editor.getCursor(), text: editor.getValue() };
			editor.undo();
			return { ...after, undone: editor.getValue() === before };
		},
		expected: { cursor: { line: 4, ch: 8 }, text: 'new\n# Scratch\n\nfirst line\n> second line\n3rd line\n', undone: true },
	},
	{
		name: 'an open note that is not dirty takes over an external write, without `editor-change`',
		source: 'update-time-on-edit#53; the missing event is inferred',
		run: async ({ app, obsidian }) => {
			await app.workspace.getLeaf().openFile(app.vault.getFileByPath('Scratch.md')!);
			const { editor } = app.workspace.getActiveViewOfType(obsidian.MarkdownView)!;
			editor.setCursor({ line: 3, ch: 6 });
			let changes = 0;
			const ref = app.workspace.on('editor-change', () => changes++);
			await app.vault.process(app.vault.getFileByPath('Scratch.md')!, (text) => `top\n${text}`);
			await sleep(1000);
			app.workspace.offref(ref);
			return { first: editor.getLine(0), cursor: editor.getCursor(), changes };
		},
		expected: { first: 'top', cursor: { line: 4, ch: 6 }, changes: 0 },
	},
	{
		name: 'a dirty note and an external write are merged, and a notice says so',
		source: 'frontmatter-date-manager#10, backlink-cache#4',
		run: async ({ app, obsidian }) => {
			await app.workspace.getLeaf().openFile(app.vault.getFileByPath('Scratch.md')!);
			const { editor } = app.workspace.getActiveViewOfType(obsidian.MarkdownView)!;
			editor.replaceRange('mine: ', { line: 4, ch: 0 });
			await app.vault.adapter.write('Scratch.md', '# Scratch\n\ntheirs: first line\nsecond line\nthird line\n');
			await sleep(1000);
			const notice = [...activeDocument.querySelectorAll('.notice')].some((el) => el.textContent?.includes('modified externally'));
			await sleep(2500);
			return { text: editor.getValue(), notice, saved: (await app.vault.adapter.read('Scratch.md')) === editor.getValue() };
		},
		expected: { text: '# Scratch\n\ntheirs: first line\nsecond line\nmine: third line\n', notice: true, saved: true },
	},
	{
		name: 'two panes of one note show the same text while it is typed',
		source: 'seen in use',
		run: async ({ app }) => {
			const file = app.vault.getFileByPath('Scratch.md')!;
			await app.workspace.getLeaf().openFile(file);
			await app.workspace.getLeaf('split').openFile(file);
			const views = app.workspace.getLeavesOfType('markdown').map((leaf) => leaf.view as unknown as { editor: { getValue(): string; replaceRange(text: string, at: { line: number; ch: number }): void } });
			views[0].editor.replaceRange('typed ', { line: 2, ch: 0 });
			await sleep(500);
			return views.map((view) => view.editor.getValue().includes('typed first line'));
		},
		expected: [true, true],
	},
	{
		name: 'the editor of a CRLF note holds LF, and an edit saves LF',
		source: 'obsidian-clipper#577',
		run: async ({ app, obsidian }) => {
			await app.workspace.getLeaf().openFile(app.vault.getFileByPath('CRLF.md')!);
			const { editor } = app.workspace.getActiveViewOfType(obsidian.MarkdownView)!;
			const value = editor.getValue();
			editor.replaceRange('!', { line: 2, ch: 8 });
			await sleep(3000);
			return { value, disk: await app.vault.adapter.read('CRLF.md') };
		},
		expected: { value: '# Windows\n\nLine one\n', disk: '# Windows\n\nLine one!\n' },
	},
	{
		name: 'offsets and positions agree, in UTF-16 units',
		source: 'Editor.posToOffset in obsidian.d.ts',
		run: async ({ app, obsidian }) => {
			await app.vault.modify(app.vault.getFileByPath('Scratch.md')!, 'a 📅 b\nsecond');
			await app.workspace.getLeaf().openFile(app.vault.getFileByPath('Scratch.md')!);
			const { editor } = app.workspace.getActiveViewOfType(obsidian.MarkdownView)!;
			return [editor.posToOffset({ line: 1, ch: 2 }), editor.offsetToPos(5), editor.getRange({ line: 0, ch: 2 }, { line: 0, ch: 4 })];
		},
		expected: [9, { line: 0, ch: 5 }, '📅'],
	},
	{
		name: 'an editor extension tells typing and undo from text that is loaded and from what a plugin writes',
		source: 'registerEditorExtension and editorInfoField in obsidian.d.ts; Transaction.userEvent of CodeMirror; `set` is seen in the app',
		run: async ({ app, obsidian }) => {
			const { log } = (app as AppWithFixture).plugins.plugins.fixture;
			await app.workspace.getLeaf().openFile(app.vault.getFileByPath('Scratch.md')!);
			const { editor } = app.workspace.getActiveViewOfType(obsidian.MarkdownView)!;
			editor.setCursor({ line: 2, ch: 0 });
			editor.focus();
			await sleep(300);
			log.length = 0;
			activeDocument.execCommand('insertText', false, 'x');
			await sleep(300);
			editor.undo();
			editor.replaceRange('by a plugin', { line: 2, ch: 0 });
			await sleep(3000);
			await app.vault.process(app.vault.getFileByPath('Scratch.md')!, (text) => `top\n${text}`);
			await sleep(1000);
			return log.filter(([event]) => event.startsWith('text ')).map(([event, path]) => `${path}: ${event.slice(5)}`);
		},
		expected: ['Scratch.md: input.type', 'Scratch.md: undo', 'Scratch.md: without a user event', 'Scratch.md: set'],
	},
];
