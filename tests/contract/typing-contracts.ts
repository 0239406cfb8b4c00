// What an editor extension hears while a user works: keys, clipboard, composition, cards of a canvas; and what it does not
// hear as typing: fields of properties, checkboxes.
import type { EditorView } from '@codemirror/view';
import type { AppWithFixture, Contract } from './contract.ts';

export const typingContracts: Contract[] = [
	{
		name: 'what is pasted, deleted, undone and done again carries a user event',
		source: 'Transaction.userEvent of CodeMirror; that the app leaves plain text of the clipboard to it is to be confirmed in the app',
		run: async ({ app, obsidian }) => {
			const { log } = (app as AppWithFixture).plugins.plugins.fixture;
			await app.workspace.getLeaf().openFile(app.vault.getFileByPath('Scratch.md')!);
			const { editor } = app.workspace.getActiveViewOfType(obsidian.MarkdownView)!;
			const { cm } = editor as unknown as { cm: EditorView };
			editor.setCursor({ line: 2, ch: 0 });
			editor.focus();
			await sleep(300);
			log.length = 0;
			const clipboardData = new DataTransfer();
			clipboardData.setData('text/plain', 'pasted');
			cm.contentDOM.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
			await sleep(300);
			cm.contentDOM.dispatchEvent(new KeyboardEvent('keydown', { key: 'Backspace', code: 'Backspace', keyCode: 8, bubbles: true, cancelable: true }));
			await sleep(300);
			const text = editor.getLine(2);
			editor.undo();
			editor.redo();
			return { text, events: log.filter(([event]) => event.startsWith('text ')).map(([event]) => event.slice(5)) };
		},
		expected: { text: 'pastefirst line', events: ['input.paste', 'delete.backward', 'undo', 'redo'] },
	},
	{
		name: 'an editor says that a character is being composed, from its start until its end',
		source: 'EditorView.composing and compositionStarted of CodeMirror',
		run: async ({ app, obsidian }) => {
			const { log } = (app as AppWithFixture).plugins.plugins.fixture;
			await app.workspace.getLeaf().openFile(app.vault.getFileByPath('Scratch.md')!);
			const { editor } = app.workspace.getActiveViewOfType(obsidian.MarkdownView)!;
			const { cm } = editor as unknown as { cm: EditorView };
			editor.setCursor({ line: 2, ch: 0 });
			editor.focus();
			await sleep(300);
			log.length = 0;
			const now = () => [cm.compositionStarted, cm.composing];
			const before = now();
			cm.contentDOM.dispatchEvent(new CompositionEvent('compositionstart', { bubbles: true }));
			const started = now();
			activeDocument.execCommand('insertText', false, '庭');
			await sleep(300);
			const composing = now();
			cm.contentDOM.dispatchEvent(new CompositionEvent('compositionend', { data: '庭', bubbles: true }));
			await sleep(300);
			const isInput = log.filter(([event]) => event.startsWith('text ')).every(([event]) => event.startsWith('text input.type.compose'));
			return { before, started, composing, after: now(), isInput, text: editor.getLine(2) };
		},
		expected: { before: [false, false], started: [true, false], composing: [true, true], after: [false, false], isInput: true, text: '庭first line' },
	},
	{
		name: 'selected text that is dragged elsewhere in its note is one change, which says that it was moved',
		source: 'the drop handler of CodeMirror, `move.drop`',
		onDesktop: true,
		run: async ({ app, obsidian }) => {
			const { log } = (app as AppWithFixture).plugins.plugins.fixture;
			await app.workspace.getLeaf().openFile(app.vault.getFileByPath('Scratch.md')!);
			const { editor } = app.workspace.getActiveViewOfType(obsidian.MarkdownView)!;
			const { cm } = editor as unknown as { cm: EditorView };
			editor.setSelection({ line: 2, ch: 0 }, { line: 2, ch: 6 });
			editor.focus();
			await sleep(300);
			log.length = 0;
			const dataTransfer = new DataTransfer();
			const { right, top } = cm.coordsAtPos(editor.posToOffset({ line: 2, ch: 10 }))!;
			const at = { dataTransfer, clientX: right, clientY: top + 2, bubbles: true, cancelable: true };
			cm.contentDOM.dispatchEvent(new DragEvent('dragstart', at));
			const meanwhile = editor.getLine(2);
			cm.contentDOM.dispatchEvent(new DragEvent('drop', at));
			await sleep(300);
			return { meanwhile, text: editor.getLine(2), events: log.filter(([event]) => event.startsWith('text ')).map(([event]) => event.slice(5)) };
		},
		expected: { meanwhile: 'first line', text: 'linefirst ', events: ['move.drop'] },
	},
	{
		name: 'typing in a card of a canvas is typing in its note, and the card saves it',
		source: '`startEditing` of a node is undocumented and used by plugins for canvases; that a card has an editor of the note is to be confirmed in the app',
		run: async ({ app, obsidian }) => {
			const { log } = (app as AppWithFixture).plugins.plugins.fixture;
			const data = { nodes: [{ id: 'card', type: 'file', file: 'Scratch.md', x: 0, y: 0, width: 400, height: 400 }], edges: [] };
			const canvas = await app.vault.create('Contract.canvas', JSON.stringify(data));
			const leaf = app.workspace.getLeaf();
			await leaf.openFile(canvas);
			await sleep(1500);
			const { nodes } = (leaf.view as unknown as { canvas: { nodes: Map<string, { startEditing: () => unknown }> } }).canvas;
			await nodes.get('card')!.startEditing();
			await sleep(1000);
			log.length = 0;
			activeDocument.execCommand('insertText', false, 'typed ');
			await sleep(3500);
			const view = app.workspace.getActiveViewOfType(obsidian.MarkdownView);
			const events = log.filter(([event]) => event.startsWith('text ')).map(([event, path]) => `${path}: ${event.slice(5)}`);
			const saved = (await app.vault.adapter.read('Scratch.md')).includes('typed');
			leaf.detach();
			await app.vault.delete(canvas);
			return { events, saved, view };
		},
		expected: { events: ['Scratch.md: input.type'], saved: true, view: null },
	},
	{
		name: 'properties written by processFrontMatter, as by a sidebar or a cell of a base, reach the editor of the note as loaded text',
		source: 'FileManager.processFrontMatter in obsidian.d.ts; `set` is seen in the app',
		run: async ({ app }) => {
			const { log } = (app as AppWithFixture).plugins.plugins.fixture;
			const file = app.vault.getFileByPath('Meetings/Harbour review.md')!;
			await app.workspace.getLeaf().openFile(file);
			await sleep(300);
			log.length = 0;
			await app.fileManager.processFrontMatter(file, (frontmatter: Record<string, unknown>) => {
				frontmatter['type'] = 'one-on-one';
			});
			await sleep(1500);
			return {
				events: log.filter(([event]) => event.startsWith('text ')).map(([event]) => event.slice(5)),
				heard: log.some(([event]) => event === 'editor-change'),
				saved: (await app.vault.adapter.read(file.path)).includes('type: one-on-one\n'),
			};
		},
		expected: { events: ['set'], heard: false, saved: true },
	},
	{
		name: 'a checkbox that is ticked in reading view changes the file, and nothing is typed',
		source: 'frontmatter-modified-date#62; the missing user event is inferred',
		run: async ({ app }) => {
			const { log } = (app as AppWithFixture).plugins.plugins.fixture;
			const leaf = app.workspace.getLeaf();
			await leaf.setViewState({ type: 'markdown', state: { file: 'Meetings/Harbour review.md', mode: 'preview' }, active: true });
			await sleep(800);
			const read = () => app.vault.adapter.read('Meetings/Harbour review.md');
			const before = (await read()).split('- [x]').length;
			log.length = 0;
			leaf.view.containerEl.querySelector<HTMLElement>('.markdown-preview-view input.task-list-item-checkbox')?.click();
			await sleep(3000);
			const typed = log.filter(([event]) => /^text (?:input|delete|move|undo|redo)/.test(event));
			return { more: (await read()).split('- [x]').length - before, typed };
		},
		expected: { more: 1, typed: [] },
	},
];
