// `app.plugins`, undocumented: loads the built plugin as the app does, its `main.js` as a CommonJS module, its
// stylesheet as a link.
import * as cmCommands from '@codemirror/commands';
import * as cmLanguage from '@codemirror/language';
import * as cmState from '@codemirror/state';
import * as cmView from '@codemirror/view';
import type { PluginManifest } from 'obsidian';
import { Notice } from '../api/notice.ts';
import { Plugin } from '../api/plugin.ts';
import { normalizePath } from '../functions/paths.ts';
import type { App } from './app.ts';

const FILES = new URL('plugin/', document.baseURI);

async function fetchText(name: string): Promise<string | null> {
	const response = await fetch(new URL(name, FILES));
	return response.ok ? response.text() : null;
}

/** Resolves also if there is no styles.css, which is optional. */
function addStylesheet(): Promise<HTMLLinkElement> {
	return new Promise((resolve) => {
		const link = document.head.createEl('link', { href: new URL('styles.css', FILES).href, attr: { rel: 'stylesheet' } });
		link.addEventListener('load', () => resolve(link));
		link.addEventListener('error', () => resolve(link));
	});
}

export class Plugins {
	readonly plugins: Record<string, Plugin> = {};
	readonly manifests: Record<string, PluginManifest> = {};
	/** What stopped the plugin from loading, if anything did. */
	error: unknown = null;
	/** How many milliseconds the last `onload` took. */
	onloadMs = 0;
	private styleEl: HTMLLinkElement | null = null;

	constructor(private readonly app: App) {
		app.vault.onHiddenChange = ({ path }) => {
			for (const plugin of Object.values(this.plugins)) {
				if (path === normalizePath(`${plugin.manifest.dir}/data.json`)) void plugin._onDataFileChange();
			}
		};
	}

	private readonly require = (name: string): unknown => {
		const modules: Record<string, unknown> = {
			obsidian: this.app.module,
			'@codemirror/commands': cmCommands,
			'@codemirror/language': cmLanguage,
			'@codemirror/state': cmState,
			'@codemirror/view': cmView,
		};
		if (name in modules) return modules[name];
		throw new Error(`Cannot find module '${name}'`);
	};

	private evaluate(source: string): new (app: App, manifest: PluginManifest) => Plugin {
		const module = { exports: {} as Record<string, unknown> };
		// The app loads plugins in the same way.
		// eslint-disable-next-line @typescript-eslint/no-implied-eval -- running the built file is the purpose
		const run = new Function('require', 'module', 'exports', source) as (...given: unknown[]) => void;
		run(this.require, module, module.exports);
		const made = module.exports['default'] ?? module.exports;
		if (typeof made !== 'function' || !(made.prototype instanceof Plugin)) throw new Error('main.js exports no Plugin class');
		return made as new (app: App, manifest: PluginManifest) => Plugin;
	}

	/** Reads, evaluates and loads the served plugin. A failure is kept in `error` and shown. */
	async enableServed(): Promise<void> {
		this.error = null;
		try {
			const manifestText = await fetchText('manifest.json');
			if (manifestText === null) return;
			const manifest = JSON.parse(manifestText) as PluginManifest;
			manifest.dir = `${this.app.vault.configDir}/plugins/${manifest.id}`;
			this.manifests[manifest.id] = manifest;
			const source = await fetchText('main.js');
			if (source === null) throw new Error('The plugin has no main.js; build it first');
			await this.enable(manifest, source);
		} catch (error) {
			this.error = error;
			console.error(error);
			new Notice(`Failed to load the plugin: ${error instanceof Error ? error.message : String(error)}`, 0);
		}
	}

	private async enable(manifest: PluginManifest, source: string): Promise<void> {
		const plugin = new (this.evaluate(source))(this.app, manifest);
		this.plugins[manifest.id] = plugin;
		this.styleEl = await addStylesheet();
		const start = performance.now();
		await plugin.load();
		this.onloadMs = performance.now() - start;
	}

	disablePlugin(id: string): void {
		this.plugins[id]?.unload();
		delete this.plugins[id];
		this.styleEl?.detach();
	}

	async reload(): Promise<void> {
		for (const id of Object.keys(this.plugins)) this.disablePlugin(id);
		await this.enableServed();
	}
}
