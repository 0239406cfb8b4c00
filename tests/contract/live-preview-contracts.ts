// Live Preview, the view that users have unless they choose another: its filter for properties, and their fields.
import type { EditorView } from '@codemirror/view';
import type { Contract } from './contract.ts';

export const livePreviewContracts: Contract[] = [
	{
		name: 'in Live Preview a change of the properties through the editor does not arrive as it was asked for',
		source: 'obsidian-linter#884, #906, #958; what does arrive is to be seen in the app',
		run: async ({ app, obsidian }) => {
			const leaf = app.workspace.getLeaf();
			await leaf.setViewState({ type: 'markdown', state: { file: 'Meetings/Harbour review.md', mode: 'source', source: false }, active: true });
			const { editor } = leaf.view as InstanceType<typeof obsidian.MarkdownView>;
			const wanted = editor.getValue().replace('type: meeting', 'type: group-meeting').replace('# Harbour review', '# Harbour, reviewed');
			const at = (words: string) => editor.offsetToPos(editor.getValue().indexOf(words));
			editor.transaction({
				changes: [
					{ from: at('meeting'), text: 'group-' },
					{ from: at(' review\n'), to: at('review\n'), text: ', ' },
					{ from: editor.offsetToPos(editor.getValue().indexOf('review\n') + 6), text: 'ed' },
				],
			});
			return editor.getValue() === wanted;
		},
		expected: false,
	},
	{
		name: 'past the filter it arrives, marks the note unsaved, and is one undo step',
		source: 'obsidian-linter#963, TransactionSpec.filter of CodeMirror',
		run: async ({ app, obsidian }) => {
			const leaf = app.workspace.getLeaf();
			await leaf.setViewState({ type: 'markdown', state: { file: 'Meetings/Harbour review.md', mode: 'source', source: false }, active: true });
			const { editor } = leaf.view as InstanceType<typeof obsidian.MarkdownView>;
			const { cm } = editor as unknown as { cm: EditorView };
			const before = editor.getValue();
			const at = before.indexOf('meeting');
			let changes = 0;
			const ref = app.workspace.on('editor-change', () => changes++);
			cm.dispatch({ changes: { from: at, insert: 'group-' }, filter: false });
			const arrived = editor.getValue() === before.replace('type: meeting', 'type: group-meeting');
			await sleep(3000);
			app.workspace.offref(ref);
			const saved = (await app.vault.adapter.read('Meetings/Harbour review.md')) === editor.getValue();
			editor.undo();
			return { arrived, changes, saved, undone: editor.getValue() === before };
		},
		expected: { arrived: true, changes: 1, saved: true, undone: true },
	},
	{
		name: 'in source mode the editor changes properties like any text',
		source: 'obsidian-linter#884',
		run: async ({ app, obsidian }) => {
			const leaf = app.workspace.getLeaf();
			await leaf.setViewState({ type: 'markdown', state: { file: 'Meetings/Harbour review.md', mode: 'source', source: true }, active: true });
			const { editor } = leaf.view as InstanceType<typeof obsidian.MarkdownView>;
			const before = editor.getValue();
			editor.replaceRange('group-', editor.offsetToPos(before.indexOf('meeting')));
			return editor.getValue() === before.replace('type: meeting', 'type: group-meeting');
		},
		expected: true,
	},
	{
		name: 'a property shows in a field inside .metadata-container, and what is typed there is written when the field is left',
		source: 'the class names of the app, seen in its themes; when it is written is inferred',
		run: async ({ app }) => {
			const leaf = app.workspace.getLeaf();
			await leaf.setViewState({ type: 'markdown', state: { file: 'Meetings/Harbour review.md', mode: 'source', source: false }, active: true });
			await sleep(300);
			const row = leaf.view.containerEl.querySelector('.metadata-container [data-property-key="type"]');
			const field = row?.querySelector<HTMLElement>('.metadata-property-value input, .metadata-property-value [contenteditable]');
			field?.focus();
			activeDocument.execCommand('selectAll');
			activeDocument.execCommand('insertText', false, 'one-on-one');
			const inside = activeDocument.activeElement?.closest('.metadata-container') !== null;
			field?.blur();
			await sleep(3000);
			return { inside, saved: (await app.vault.adapter.read('Meetings/Harbour review.md')).includes('type: one-on-one\n') };
		},
		expected: { inside: true, saved: true },
	},
];
