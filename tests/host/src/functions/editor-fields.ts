// API: editorInfoField, editorEditorField, editorLivePreviewField, editorViewField
// Does: State fields by which an editor extension finds its view.
// Leaves out: `editorEditorField` is empty.
import { StateField } from '@codemirror/state';
import type { EditorView } from '@codemirror/view';
import type { App } from '../app/app.ts';
import type { TFile } from '../api/files.ts';

/** A view of a note, or what stands for one in a card of a canvas. */
export interface MarkdownFileInfo {
	app: App;
	file: TFile | null;
	hoverPopover: null;
}

function constantField<T>(): StateField<T | null> {
	return StateField.define<T | null>({ create: () => null, update: (value) => value });
}

export const editorInfoField = constantField<MarkdownFileInfo>();
export const editorEditorField = constantField<EditorView>();
export const editorLivePreviewField = StateField.define<boolean>({ create: () => false, update: (value) => value });
