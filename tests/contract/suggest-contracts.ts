// Suggesters: who is asked first while somebody types.
import type { EditorSuggest } from 'obsidian';
import type { AppWithFixture, Contract } from './contract.ts';

/** Undocumented: the suggesters in the order in which they are asked. */
export type AppWithSuggesters = AppWithFixture & { workspace: { editorSuggest: { suggests: EditorSuggest<unknown>[]; removeSuggest: (suggest: EditorSuggest<unknown>) => void } } };

export const suggestContracts: Contract[] = [
	{
		name: 'a suggester is asked after those that were there before it, so `[[` is the app’s until ours is put first',
		source: 'workspace.editorSuggest, undocumented; pjeby/tag-wrangler puts its own first in `suggests`',
		run: async ({ app, obsidian }) => {
			const { fixture } = (app as AppWithSuggesters).plugins.plugins;
			const { editorSuggest } = (app as AppWithSuggesters).workspace;
			let asked = 0;
			class Ours extends obsidian.EditorSuggest<string> {
				override onTrigger(cursor: { line: number; ch: number }) {
					asked++;
					return { start: cursor, end: cursor, query: '' };
				}
				override getSuggestions() {
					return ['ours'];
				}
				override renderSuggestion(value: string, el: HTMLElement) {
					el.setText(value);
				}
				override selectSuggestion() {}
			}
			const ours = new Ours(app);
			fixture.registerEditorSuggest(ours);
			const last = editorSuggest.suggests.at(-1) === ours;
			await app.workspace.getLeaf().openFile(app.vault.getFileByPath('Scratch.md')!);
			const { editor } = app.workspace.getActiveViewOfType(obsidian.MarkdownView)!;
			editor.focus();
			const type = async (text: string) => {
				editor.setCursor({ line: editor.lastLine(), ch: 0 });
				for (const letter of text) activeDocument.execCommand('insertText', false, letter);
				await sleep(500);
			};
			await type('[[');
			const behind = asked;
			editorSuggest.suggests.splice(editorSuggest.suggests.indexOf(ours), 1);
			editorSuggest.suggests.unshift(ours);
			await type('[[');
			const before = asked;
			const shown = activeDocument.querySelector('.suggestion-container .suggestion-item')?.textContent;
			editorSuggest.removeSuggest(ours);
			await type('a');
			return { last, behind: behind === 0, before: before > 0, shown, gone: !editorSuggest.suggests.includes(ours) && asked === before };
		},
		expected: { last: true, behind: true, before: true, shown: 'ours', gone: true },
	},
];
