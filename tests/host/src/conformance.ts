// Compares the host page with the real `obsidian.d.ts`, at compile time. Every documented class and function must be
// in the module or in `LeftOut`, and every documented member of a listed class must exist by name.
import type * as Real from 'obsidian';
import type { obsidianModule } from './module.ts';

type Ours = typeof obsidianModule;
/** The instance type. It is read from the prototype, as some constructors are private. */
type Instance<T> = T extends { prototype: infer I } ? I : never;

/** The documented members that the host's class of the same name lacks. */
type Missing<Name extends keyof Ours & keyof typeof Real> = Exclude<keyof Instance<(typeof Real)[Name]>, keyof Instance<Ours[Name]>>;

type Complete<Name extends keyof Ours & keyof typeof Real> = [Missing<Name>] extends [never] ? true : { missing: Missing<Name> };

type Classes =
	| 'AbstractInputSuggest' | 'App' | 'BasesEntry' | 'BasesQueryResult' | 'BasesView' | 'BasesViewConfig' | 'ButtonComponent' | 'Component' | 'ConfirmationModal' | 'DropdownComponent' | 'Editor'
	| 'EditorSuggest' | 'Events' | 'ExtraButtonComponent' | 'FileManager' | 'FileView' | 'FuzzySuggestModal' | 'ItemView'
	| 'Keymap' | 'MarkdownView' | 'Menu' | 'MenuItem' | 'MetadataCache' | 'Modal' | 'MomentFormatComponent' | 'Notice'
	| 'Plugin' | 'PluginSettingTab' | 'ProgressBarComponent' | 'Scope' | 'SearchComponent' | 'Setting' | 'SettingGroup'
	| 'SettingPage' | 'SettingTab' | 'SliderComponent' | 'SuggestModal' | 'TAbstractFile' | 'TFile' | 'TFolder' | 'Tasks'
	| 'TextAreaComponent' | 'TextComponent' | 'TextFileView' | 'ToggleComponent' | 'Vault' | 'View' | 'Workspace'
	| 'WorkspaceLeaf';

export const complete: { [Name in Classes]: Complete<Name> } = {
	AbstractInputSuggest: true, App: true, BasesEntry: true, BasesQueryResult: true, BasesView: true, BasesViewConfig: true, ButtonComponent: true, Component: true, ConfirmationModal: true, DropdownComponent: true,
	Editor: true, EditorSuggest: true, Events: true, ExtraButtonComponent: true, FileManager: true, FileView: true,
	FuzzySuggestModal: true, ItemView: true, Keymap: true, MarkdownView: true, Menu: true, MenuItem: true, MetadataCache: true,
	Modal: true, MomentFormatComponent: true, Notice: true, Plugin: true, PluginSettingTab: true, ProgressBarComponent: true,
	Scope: true, SearchComponent: true, Setting: true, SettingGroup: true, SettingPage: true, SettingTab: true, SliderComponent: true,
	SuggestModal: true, TAbstractFile: true, TFile: true, TFolder: true, Tasks: true, TextAreaComponent: true, TextComponent: true,
	TextFileView: true, ToggleComponent: true, Vault: true, View: true, Workspace: true, WorkspaceLeaf: true,
};

/** Left out: values and formulas of Bases, math, Mermaid, PDF, reading view, popovers, secrets, adapters of real disks. */
type LeftOut =
	| `${'Bases' | 'Boolean' | 'Date' | 'Duration' | 'File' | 'HTML' | 'Icon' | 'Image' | 'Link' | 'List' | 'NotNull' | 'Null' | 'Number' | 'Object' | 'Primitive' | 'RegExp' | 'RelativeDate' | 'String' | 'Tag' | 'Url'}Value`
	| 'Value' | 'parsePropertyId'
	| 'CapacitorAdapter' | 'FileSystemAdapter' | 'MarkdownEditView' | 'MarkdownPreviewRenderer' | 'MarkdownPreviewView'
	| 'HoverPopover' | 'PopoverState' | 'RenderContext' | 'SecretComponent' | 'SecretStorage'
	| 'loadMathJax' | 'loadMermaid' | 'loadPdfJs' | 'loadPrism' | 'finishRenderMath' | 'renderMath'
	| 'htmlToMarkdown' | 'sanitizeHTMLToDom' | 'getBlobArrayBuffer' | 'livePreviewState'
	| 'WorkspaceContainer' | 'WorkspaceFloating' | 'WorkspaceRibbon';

type Unaccounted = Exclude<keyof typeof Real, keyof Ours | LeftOut>;

export const accounted: [Unaccounted] extends [never] ? true : { missing: Unaccounted } = true;
