// API: editorInfoField, editorEditorField, editorLivePreviewField, editorViewField
// Does: State fields by which an editor extension finds its view.
// Leaves out: `editorEditorField` is empty.
import { StateField } from '@codemirror/state';
import type { EditorView } from '@codemirror/view';
import type { MarkdownView } from '../api/markdown-view.ts';

function constantField<T>(): StateField<T | null> {
	return StateField.define<T | null>({ create: () => null, update: (value) => value });
}

export const editorInfoField = constantField<MarkdownView>();
export const editorEditorField = constantField<EditorView>();
export const editorLivePreviewField = StateField.define<boolean>({ create: () => false, update: (value) => value });
