// The entry of the page: reads the query, brings in the vault, starts the app.
// ?vault=NAME ?reset ?theme=dark|light ?phone ?open=PATH ?language=de
import { App } from './app/app.ts';
import { type Seed, Store } from './disk/store.ts';
import { keepUnsaved, writeUnsaved } from './disk/unsaved.ts';
import { base64ToArrayBuffer } from './functions/binary.ts';
import { applyPlatform, PHONE_WIDTH } from './functions/platform.ts';
import { installTooltips } from './functions/tooltip.ts';
import { applyLanguage } from './functions/version.ts';
import { installDom } from './globals/install.ts';
import { obsidianModule } from './module.ts';
import { Host } from './surface.ts';

declare global {
	interface Window {
		host: Host;
		app: App;
	}
}

/** Key of the vault's name, for later visits, which do not fetch the vault. */
const titleKey = (name: string): string => `${name}-title`;

async function fetchSeed(name: string): Promise<Seed> {
	const url = new URL('vault.json', document.baseURI);
	url.searchParams.set('vault', name);
	const response = await fetch(url);
	if (!response.ok) throw new Error(`The vault could not be read: ${await response.text()}`);
	const { name: title, files } = (await response.json()) as { name: string; files: Record<string, string> };
	localStorage.setItem(titleKey(name), title);
	return Object.fromEntries(Object.entries(files).map(([path, base64]) => [path, new Uint8Array(base64ToArrayBuffer(base64))]));
}

function showFailure(error: unknown): void {
	console.error(error);
	const box = document.body.createDiv('host-failure');
	box.createEl('h1', { text: 'The host page could not start' });
	box.createEl('p', { text: error instanceof Error ? error.message : String(error) });
}

/** Removes `reset` from the address, so that a reload keeps later edits. */
function forgetReset(query: URLSearchParams): void {
	query.delete('reset');
	const rest = query.toString();
	history.replaceState(null, '', rest === '' ? location.pathname : `?${rest}`);
}

function forgetLocalStorage(vault: string): void {
	for (const key of Object.keys(localStorage)) if (key.startsWith(`${vault}-`)) localStorage.removeItem(key);
}

async function start(host: (app: App) => Host): Promise<void> {
	const query = new URLSearchParams(location.search);
	const name = query.get('vault') ?? 'default';
	const reset = query.has('reset');
	if (reset) {
		forgetReset(query);
		forgetLocalStorage(name);
	}
	const store = await Store.open(name, () => fetchSeed(name), reset);
	await writeUnsaved(name, store);
	const phone = query.has('phone') || window.innerWidth < PHONE_WIDTH;
	applyPlatform(phone);
	applyLanguage(query.get('language') ?? 'en');
	const app = new App(store, name, localStorage.getItem(titleKey(name)) ?? name, obsidianModule);
	const dark = query.get('theme') ?? (matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light');
	app.setTheme(dark === 'dark' ? 'dark' : 'light');
	const surface = host(app);
	surface.ready = app.start();
	await surface.ready;
	listenToUris(app);
	window.addEventListener('resize', () => app.workspace.trigger('resize'));
	window.addEventListener('pagehide', () => keepUnsaved(name, app.workspace.unsavedTexts()));
	const open = query.get('open');
	if (open !== null && app.vault.getFileByPath(open)) await app.workspace.getLeaf().openFile(app.vault.getFileByPath(open)!);
	document.body.setAttr('data-ready', 'true');
}

/** The system hands links that begin with obsidian:// to the app; a browser would ask what to do with them. */
function listenToUris(app: App): void {
	const openWindow = window.open.bind(window);
	window.open = (url, ...rest) => {
		if (!String(url).startsWith('obsidian://')) return openWindow(url, ...rest);
		app.openUri(String(url));
		return null;
	};
}

installDom();
installTooltips();

start((app) => {
	window.app = app;
	return (window.host = new Host(app));
}).catch(showFailure);
