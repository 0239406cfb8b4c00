// One Chromium and one served host page for a test file.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
import { launch } from '../host/browser.mjs';
import { buildHost } from '../host/build.mjs';
import type {} from '../host/src/main.ts';
import { serve } from '../host/serve.mjs';

const fixture = fileURLToPath(new URL('./fixture/', import.meta.url));

export interface Stage {
	url: string;
	/** Opens a page with a storage of its own; errors thrown in it are kept for `takeErrors`. */
	newPage: (options?: { width?: number; height?: number }) => Promise<Page>;
	/** Returns the errors thrown in pages since the last call. */
	takeErrors: () => string[];
	close: () => Promise<void>;
}

export async function openStage(): Promise<Stage> {
	const hostDir = await buildHost(await mkdtemp(join(tmpdir(), 'host-page-')));
	const server = await serve({ vaultDir: join(fixture, 'vault'), pluginDir: join(fixture, 'plugin'), hostDir });
	const browser = await launch({ quick: true });
	const errors: string[] = [];
	return {
		url: server.url,
		newPage: async ({ width = 1280, height = 800 } = {}) => {
			const page = await browser.newPage({ viewport: { width, height } });
			page.on('pageerror', (error) => errors.push(error.stack ?? error.message));
			return page;
		},
		takeErrors: () => errors.splice(0),
		close: async () => {
			await browser.close();
			await server.close();
			await rm(hostDir, { recursive: true, force: true });
		},
	};
}

/** Goes to the host page and waits until the app, the plugin and the first metadata are there. */
export async function openHost(page: Page, url: string, query: string): Promise<void> {
	await page.goto(`${url}?${query}`);
	await page.waitForSelector('body[data-ready]');
	await page.evaluate(() => window.host.settled());
}
