// What `require('obsidian')` gives the plugin.
import { Component, Events } from './core/events.ts';
import { addIcon, getIcon, getIconIds, removeIcon, setIcon } from './core/icons.ts';
import { Keymap, Scope } from './core/keymap.ts';
import { apiVersion, getLanguage, moment, Platform, requireApiVersion } from './core/platform.ts';
import * as pure from './core/pure.ts';
import { Editor } from './editor/editor.ts';
import { editorEditorField, editorInfoField, editorLivePreviewField } from './editor/extensions.ts';
import { MarkdownView } from './editor/markdown-view.ts';
import { MetadataCache } from './metadata/cache.ts';
import { getAllTags, iterateCacheRefs, iterateRefs, resolveSubpath } from './metadata/queries.ts';
import { Plugin } from './plugin/plugin.ts';
import * as components from './ui/components.ts';
import { AbstractInputSuggest, EditorSuggest, PopoverSuggest } from './ui/editor-suggest.ts';
import { MarkdownRenderChild, MarkdownRenderer } from './ui/markdown-renderer.ts';
import { Menu, MenuItem, MenuSeparator } from './ui/menu.ts';
import { ConfirmationButton, ConfirmationModal, Modal } from './ui/modal.ts';
import { Notice } from './ui/notice.ts';
import { PluginSettingTab, SettingPage, SettingTab } from './ui/setting-tab.ts';
import { Setting, SettingGroup } from './ui/setting.ts';
import * as suggest from './ui/suggest.ts';
import { displayTooltip, setTooltip } from './ui/tooltip.ts';
import { FileManager } from './vault/file-manager.ts';
import { TAbstractFile, TFile, TFolder } from './vault/files.ts';
import { Vault } from './vault/vault.ts';
import { App } from './app.ts';
import { FileView, TextFileView } from './workspace/file-view.ts';
import { WorkspaceLeaf } from './workspace/leaf.ts';
import { WorkspaceMobileDrawer, WorkspaceRoot, WorkspaceSidedock, WorkspaceSplit, WorkspaceTabs } from './workspace/splits.ts';
import { ItemView, View } from './workspace/view.ts';
import { Workspace } from './workspace/workspace.ts';

/** The host has no network, so that a plugin which asks for it fails loudly. */
function requestUrl(): never {
	throw new Error('The host page has no network.');
}

class Tasks {
	private readonly promises: Promise<unknown>[] = [];
	add(callback: () => Promise<unknown>): void {
		this.promises.push(callback());
	}
	addPromise(promise: Promise<unknown>): void {
		this.promises.push(promise);
	}
	isEmpty(): boolean {
		return this.promises.length === 0;
	}
	promise(): Promise<unknown> {
		return Promise.all(this.promises);
	}
}

export const obsidianModule = {
	...pure, ...components, ...suggest,
	AbstractInputSuggest, addIcon, apiVersion, App, Component, ConfirmationButton, ConfirmationModal, displayTooltip,
	EditableFileView: FileView, Editor, editorEditorField, editorInfoField, editorLivePreviewField, EditorSuggest,
	editorViewField: editorInfoField, Events, FileManager, FileView, getAllTags, getIcon, getIconIds, getLanguage, ItemView,
	iterateCacheRefs, iterateRefs, Keymap, MarkdownRenderChild, MarkdownRenderer, MarkdownView, Menu, MenuItem, MenuSeparator,
	MetadataCache, Modal, moment, Notice, Platform, Plugin, PluginSettingTab, PopoverSuggest, removeIcon, requestUrl,
	request: requestUrl, requireApiVersion, resolveSubpath, Scope, setIcon, Setting, SettingGroup, SettingPage, SettingTab,
	setTooltip, TAbstractFile, Tasks, TextFileView, TFile, TFolder, Vault, View, Workspace, WorkspaceItem: Events, WorkspaceLeaf,
	WorkspaceMobileDrawer, WorkspaceParent: WorkspaceSplit, WorkspaceRoot, WorkspaceSidedock, WorkspaceSplit, WorkspaceTabs,
};
