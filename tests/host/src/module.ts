// What `require('obsidian')` gives the plugin: the functions and classes of the API, and nothing else.
import { AbstractInputSuggest } from './api/abstract-input-suggest.ts';
import { BasesEntry, BasesEntryGroup, BasesQueryResult, BasesView, BasesViewConfig, QueryController } from './api/bases.ts';
import { Component } from './api/component.ts';
import { BaseComponent, ValueComponent } from './api/components/base.ts';
import { ButtonComponent } from './api/components/button.ts';
import { ColorComponent } from './api/components/color.ts';
import { DisplayValueComponent } from './api/components/display-value.ts';
import { DropdownComponent } from './api/components/dropdown.ts';
import { ExtraButtonComponent } from './api/components/extra-button.ts';
import { MomentFormatComponent } from './api/components/moment-format.ts';
import { ProgressBarComponent } from './api/components/progress-bar.ts';
import { SearchComponent } from './api/components/search.ts';
import { SliderComponent } from './api/components/slider.ts';
import { AbstractTextComponent, TextAreaComponent, TextComponent } from './api/components/text.ts';
import { ToggleComponent } from './api/components/toggle.ts';
import { ConfirmationButton, ConfirmationModal } from './api/confirmation-modal.ts';
import { EditorSuggest } from './api/editor-suggest.ts';
import { Editor } from './api/editor.ts';
import { Events } from './api/events.ts';
import { FileManager } from './api/file-manager.ts';
import { FileView } from './api/file-view.ts';
import { TAbstractFile, TFile, TFolder } from './api/files.ts';
import { FuzzySuggestModal } from './api/fuzzy-suggest-modal.ts';
import { ItemView } from './api/item-view.ts';
import { Keymap } from './api/keymap.ts';
import { MarkdownRenderChild, MarkdownRenderer } from './api/markdown-renderer.ts';
import { MarkdownView } from './api/markdown-view.ts';
import { MenuItem, MenuSeparator } from './api/menu-item.ts';
import { Menu } from './api/menu.ts';
import { MetadataCache } from './api/metadata-cache.ts';
import { Modal } from './api/modal.ts';
import { Notice } from './api/notice.ts';
import { PluginSettingTab } from './api/plugin-setting-tab.ts';
import { Plugin } from './api/plugin.ts';
import { PopoverSuggest } from './api/popover-suggest.ts';
import { Scope } from './api/scope.ts';
import { SettingGroup } from './api/setting-group.ts';
import { SettingPage } from './api/setting-page.ts';
import { SettingTab } from './api/setting-tab.ts';
import { Setting } from './api/setting.ts';
import { SuggestModal } from './api/suggest-modal.ts';
import { Tasks } from './api/tasks.ts';
import { TextFileView } from './api/text-file-view.ts';
import { Vault } from './api/vault.ts';
import { View } from './api/view.ts';
import { WorkspaceLeaf } from './api/workspace-leaf.ts';
import { WorkspaceMobileDrawer, WorkspaceRoot, WorkspaceSidedock, WorkspaceSplit, WorkspaceWindow } from './api/workspace-split.ts';
import { WorkspaceTabs } from './api/workspace-tabs.ts';
import { Workspace } from './api/workspace.ts';
import { App } from './app/app.ts';
import { arrayBufferToBase64, arrayBufferToHex, base64ToArrayBuffer, hexToArrayBuffer } from './functions/binary.ts';
import { getAllTags, iterateCacheRefs, iterateRefs, resolveSubpath } from './functions/cached-metadata.ts';
import { debounce } from './functions/debounce.ts';
import { editorEditorField, editorInfoField, editorLivePreviewField } from './functions/editor-fields.ts';
import { getFrontMatterInfo, parseFrontMatterAliases, parseFrontMatterEntry, parseFrontMatterStringArray, parseFrontMatterTags } from './functions/frontmatter.ts';
import { addIcon, getIcon, getIconIds, removeIcon, setIcon } from './functions/icons.ts';
import { getLinkpath, parseLinktext, stripHeading, stripHeadingForLink } from './functions/linktext.ts';
import { moment } from './functions/moment.ts';
import { normalizePath } from './functions/paths.ts';
import { Platform } from './functions/platform.ts';
import { requestUrl } from './functions/request.ts';
import { prepareFuzzySearch, prepareSimpleSearch, renderMatches, renderResults, sortSearchResults } from './functions/search.ts';
import { displayTooltip, setTooltip } from './functions/tooltip.ts';
import { apiVersion, getLanguage, requireApiVersion } from './functions/version.ts';
import { parseYaml, stringifyYaml } from './functions/yaml.ts';

export const obsidianModule = {
	AbstractInputSuggest, AbstractTextComponent, addIcon, apiVersion, App, arrayBufferToBase64, arrayBufferToHex,
	base64ToArrayBuffer, BaseComponent, BasesEntry, BasesEntryGroup, BasesQueryResult, BasesView, BasesViewConfig, ButtonComponent, ColorComponent, Component, ConfirmationButton,
	ConfirmationModal, debounce, displayTooltip, DisplayValueComponent, DropdownComponent, Editor, editorEditorField,
	editorInfoField, editorLivePreviewField, EditorSuggest, Events, ExtraButtonComponent, FileManager, FileView,
	FuzzySuggestModal, getAllTags, getFrontMatterInfo, getIcon, getIconIds, getLanguage, getLinkpath, hexToArrayBuffer,
	ItemView, iterateCacheRefs, iterateRefs, Keymap, MarkdownRenderChild, MarkdownRenderer, MarkdownView, Menu, MenuItem,
	MenuSeparator, MetadataCache, Modal, moment, MomentFormatComponent, normalizePath, Notice, parseFrontMatterAliases,
	parseFrontMatterEntry, parseFrontMatterStringArray, parseFrontMatterTags, parseLinktext, parseYaml, Platform, Plugin,
	PluginSettingTab, PopoverSuggest, prepareFuzzySearch, prepareSimpleSearch, ProgressBarComponent, QueryController, removeIcon,
	renderMatches, renderResults, requestUrl, requireApiVersion, resolveSubpath, Scope, SearchComponent, setIcon,
	Setting, SettingGroup, SettingPage, SettingTab, setTooltip, SliderComponent, sortSearchResults, stringifyYaml,
	stripHeading, stripHeadingForLink, SuggestModal, TAbstractFile, Tasks, TextAreaComponent, TextComponent,
	TextFileView, TFile, TFolder, ToggleComponent, ValueComponent, Vault, View, Workspace, WorkspaceLeaf,
	WorkspaceMobileDrawer, WorkspaceRoot, WorkspaceSidedock, WorkspaceSplit, WorkspaceTabs, WorkspaceWindow,
	// Names for which another class or function stands in.
	EditableFileView: FileView, editorViewField: editorInfoField, request: requestUrl, WorkspaceItem: Events, WorkspaceParent: WorkspaceSplit,
};
