// The host page beyond the contracts: edits that outlive a reload, the policy without network, the frame
// around the plugin, and the server.
import { mkdtemp, rm } from 'node:fs/promises';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { serve } from '../host/serve.mjs';
import { openHost, openStage, type Stage } from './browser.ts';

interface FixturePlugin {
	log: [string, string?][];
	saveData(data: unknown): Promise<void>;
	settings: Record<string, unknown>;
}

let stage: Stage;
let page: Page;

beforeAll(async () => {
	stage = await openStage();
});
afterAll(() => stage?.close());
beforeEach(async () => {
	page = await stage.newPage();
});
afterEach(() => page.close());

const log = (): Promise<[string, string?][]> =>
	page.evaluate(() => (window.app.plugins.plugins['fixture'] as unknown as FixturePlugin).log);

async function reload(): Promise<void> {
	await page.reload();
	await page.waitForSelector('body[data-ready]');
	await page.evaluate(() => window.host.settled());
}

describe('a reload', () => {
	it('keeps notes, the data of the plugin and open tabs, until `reset` forgets them', async () => {
		await openHost(page, stage.url, 'reset&vault=kept');
		await page.evaluate(async () => {
			await window.host.openFile('Scratch.md');
			await window.host.openFile('CRLF.md', 'tab');
			await window.host.writeDiskExternally('People/New.md', 'made here');
			await (window.app.plugins.plugins['fixture'] as unknown as FixturePlugin).saveData({ folder: 'Kept' });
			await window.app.vault.adapter.write('.obsidian/plugins/fixture/journal.jsonl', 'one\n');
			await sleep(1500);
			await window.host.settled();
		});
		await reload();
		const kept = await page.evaluate(async () => ({
			note: await window.host.readDisk('People/New.md'),
			journal: await window.host.readDisk('.obsidian/plugins/fixture/journal.jsonl'),
			folder: (window.app.plugins.plugins['fixture'] as unknown as FixturePlugin).settings['folder'],
			tabs: window.app.workspace.getLeavesOfType('markdown').map((leaf) => [leaf.getDisplayText(), leaf.isDeferred]),
		}));
		expect(kept).toEqual({ note: 'made here', journal: 'one\n', folder: 'Kept', tabs: [['Scratch', true], ['CRLF', false]] });
		await openHost(page, stage.url, 'reset&vault=kept');
		expect(await page.evaluate(() => window.host.paths().includes('People/New.md'))).toBe(false);
	});

	it('keeps text typed just before it', async () => {
		await openHost(page, stage.url, 'reset&open=Scratch.md');
		await page.locator('.cm-content').click();
		await page.keyboard.type('last words');
		await reload();
		expect(await page.evaluate(() => window.host.readDisk('Scratch.md'))).toContain('last words');
	});

	it('raises `create` for every file again, and no `changed`', async () => {
		await openHost(page, stage.url, 'reset');
		await reload();
		const events = (await log()).map(([event]) => event);
		expect(events.filter((event) => event === 'create')).toHaveLength(8);
		expect(events).toContain('resolved');
		expect(events).not.toContain('changed');
		expect(events).not.toContain('user-enable');
	});

	it('keeps two vaults apart', async () => {
		await openHost(page, stage.url, 'reset&vault=one');
		await page.evaluate(() => window.host.writeDiskExternally('Only here.md', 'x'));
		await openHost(page, stage.url, 'reset&vault=two');
		expect(await page.evaluate(() => window.host.paths().includes('Only here.md'))).toBe(false);
	});
});

describe('a disk in trouble', () => {
	it('fails as often as it was asked to, with the code of the error, and holds up no other file', async () => {
		await openHost(page, stage.url, 'reset');
		const seen = await page.evaluate(async () => {
			const { faults, app } = window.host;
			const { adapter } = app.vault;
			faults.add({ action: 'write', path: 'Scratch.md', code: 'EBUSY', times: 1 });
			faults.add({ action: 'read', path: 'CRLF.md', takes: 2000 });
			const outcomes: string[] = [];
			for (let round = 0; round < 2; round++) {
				outcomes.push(await adapter.process('Scratch.md', () => 'new').then(() => 'written', (error: { code: string }) => error.code));
			}
			const order: string[] = [];
			await Promise.all(['CRLF.md', 'Scratch.md'].map((path) => adapter.read(path).then(() => order.push(path))));
			faults.heal();
			return { outcomes, order };
		});
		expect(seen).toEqual({ outcomes: ['EBUSY', 'written'], order: ['Scratch.md', 'CRLF.md'] });
	});
});

describe('a disk that ignores case', () => {
	it('has a file under its name in other case, makes none beside it, and renames it by case alone', async () => {
		await openHost(page, stage.url, 'reset');
		const seen = await page.evaluate(async () => {
			const { faults, app } = window.host;
			const { adapter } = app.vault;
			const other = await adapter.exists('SCRATCH.md');
			faults.ignoreCase();
			const same = await adapter.exists('SCRATCH.md');
			const made = await app.vault.create('SCRATCH.md', 'new').then(() => 'made', (error: Error) => error.message);
			await adapter.rename('Scratch.md', 'SCRATCH.md');
			await adapter.rename('scratch.md', 'Scratch.md');
			const paths = window.host.paths().filter((path) => path.toLowerCase() === 'scratch.md');
			sessionStorage.clear();
			return { other, same, made, paths };
		});
		expect(seen).toEqual({ other: false, same: true, made: 'File already exists.', paths: ['Scratch.md'] });
	});
});

describe('frontmatter', () => {
	it('that is nested too deeply is read as broken, whatever the size of the stack', async () => {
		await openHost(page, stage.url, 'reset');
		const read = await page.evaluate(async () => {
			const keys = (depth: number): string => `---\nkey: ${'{ '.repeat(depth)}${'} '.repeat(depth)}\nplaceholder: {{date}}\n---\n`;
			const known: Record<number, string[]> = {};
			for (const depth of [20, 400, 20_000]) {
				await window.host.writeDiskExternally(`${depth}.md`, keys(depth));
				await window.host.settled();
				known[depth] = Object.keys(window.app.metadataCache.getCache(`${depth}.md`)?.frontmatter ?? {});
			}
			return known;
		});
		expect(read).toEqual({ 20: ['key', 'placeholder'], 400: [], 20000: [] });
	});
});

describe('typing', () => {
	it('reaches the editor by real keys, and is saved when the faked clock moves', async () => {
		await page.clock.install();
		await openHost(page, stage.url, 'reset&open=Scratch.md');
		await page.clock.pauseAt(Date.now() + 60_000);
		await page.locator('.cm-content').click();
		await page.keyboard.press('Control+End');
		await page.keyboard.type('typed here');
		expect(await page.evaluate(() => window.host.readDisk('Scratch.md'))).not.toContain('typed here');
		await page.clock.runFor(2_100);
		await expect.poll(() => page.evaluate(() => window.host.readDisk('Scratch.md'))).toContain('typed here');
		await page.clock.runFor(1_000);
		await expect.poll(async () => (await log()).slice(-2).map(([event]) => event)).toEqual(['changed', 'resolved']);
	});

	it('reaches editor commands through the palette, and undo takes them back', async () => {
		await openHost(page, stage.url, 'reset&open=Scratch.md');
		await page.locator('.cm-content').click();
		await page.keyboard.press('Control+p');
		await page.keyboard.type('write at');
		await page.keyboard.press('Enter');
		expect(await page.evaluate(() => window.host.editorText('Scratch.md'))).toContain('stamped');
		await page.keyboard.press('Control+z');
		expect(await page.evaluate(() => window.host.editorText('Scratch.md'))).not.toContain('stamped');
	});
});

describe('the plugin', () => {
	it('leaves nothing on the screen when it is unloaded, and its view comes back with it', async () => {
		await openHost(page, stage.url, 'reset');
		await page.getByRole('button', { name: 'Open fixture' }).click();
		await expect.poll(() => page.locator('.fixture-view').count()).toBe(1);
		await page.evaluate(() => window.host.disablePlugin());
		await expect.poll(() => page.locator('.fixture-view').count()).toBe(0);
		expect(await page.locator('.plugin-fixture').count()).toBe(0);
		expect(await page.getByRole('button', { name: 'Open fixture' }).count()).toBe(0);
		expect(await page.evaluate(() => window.host.commands().some(({ id }) => id.startsWith('fixture:')))).toBe(false);
		await page.evaluate(() => window.host.reloadPlugin());
		await expect.poll(() => page.locator('.fixture-view').count()).toBe(1);
	});

	it('is reported in a notice and in `pluginError` if it throws, and the app goes on', async () => {
		await page.route('**/plugin/main.js', (route) => route.fulfill({ contentType: 'text/javascript', body: 'throw new Error("no luck")' }));
		await openHost(page, stage.url, 'reset&open=Scratch.md');
		expect(await page.evaluate(() => window.host.pluginError)).toContain('no luck');
		expect(await page.locator('.notice').textContent()).toContain('no luck');
		expect(await page.evaluate(() => window.host.editorText('Scratch.md'))).toContain('first line');
	});
});

describe('menus, modals and settings', () => {
	it('open from the file list, for one file and for several', async () => {
		await openHost(page, stage.url, 'reset');
		const row = (path: string) => page.locator(`[data-path="${path}"]`);
		await row('Scratch.md').click({ button: 'right' });
		expect(await page.locator('.menu').innerText()).toContain('Fixture: scan');
		await page.keyboard.press('Escape');
		await row('Scratch.md').click({ modifiers: ['Shift'] });
		await row('CRLF.md').click({ modifiers: ['Shift'] });
		await row('CRLF.md').click({ button: 'right' });
		expect(await page.locator('.menu').innerText()).toContain('Fixture: scan');
		expect(await page.locator('.menu').innerText()).not.toContain('Rename');
	});

	it('a confirmation resolves by its button and closes by Escape', async () => {
		await openHost(page, stage.url, 'reset');
		await page.evaluate(() => window.host.runCommand('fixture:confirm'));
		await page.getByRole('button', { name: 'Apply' }).click();
		await expect.poll(() => page.locator('.modal').count()).toBe(0);
		await page.evaluate(() => window.host.runCommand('fixture:confirm'));
		await page.keyboard.press('Escape');
		expect(await page.locator('.modal').count()).toBe(0);
	});

	it('draw declared settings: dependent rows, a refused value, a kept one', async () => {
		await openHost(page, stage.url, 'reset');
		await page.keyboard.press('Control+,');
		const owner = page.locator('.setting-item', { hasText: 'Owner style' });
		expect(await owner.isVisible()).toBe(false);
		await page.getByRole('switch', { name: 'Write while I work' }).click();
		await expect.poll(() => owner.isVisible()).toBe(true);
		await page.getByLabel('People folder').fill('../out');
		await expect.poll(() => page.locator('.setting-item-error').innerText()).toContain('inside the vault');
		const saved = async () => JSON.parse(await page.evaluate(() => window.host.readDisk('.obsidian/plugins/fixture/data.json'))) as object;
		expect(await saved()).toMatchObject({ auto: true, folder: 'People' });
		await page.getByLabel('People folder').fill('Contacts');
		await expect.poll(saved).toMatchObject({ folder: 'Contacts' });
		expect(await page.locator('.setting-item-error').count()).toBe(0);
	});
});

describe('on a phone', () => {
	beforeEach(async () => {
		await page.setViewportSize({ width: 390, height: 844 });
		await openHost(page, stage.url, 'reset&open=Scratch.md');
	});

	it('the platform says so, the status bar is hidden, and the page fits the width', async () => {
		const seen = await page.evaluate(() => ({
			phone: window.host.obsidian.Platform.isPhone && window.host.obsidian.Platform.isMobile,
			overflow: document.documentElement.scrollWidth > window.innerWidth,
		}));
		expect(seen).toEqual({ phone: true, overflow: false });
		expect(await page.locator('.status-bar').isVisible()).toBe(false);
	});

	it('reaches the ribbon through the menu, and a drawer closes by a tap beside it', async () => {
		await page.locator('.mobile-navbar').getByRole('button', { name: 'Menu' }).click();
		await page.getByRole('menuitem', { name: 'Open fixture' }).click();
		await expect.poll(() => page.locator('.fixture-view').isVisible()).toBe(true);
		await page.mouse.click(10, 300);
		await expect.poll(() => page.locator('.fixture-view').isVisible()).toBe(false);
	});

	it('opens a note from the drawer, which then closes', async () => {
		await page.locator('.mobile-navbar').getByRole('button', { name: 'Files' }).click();
		await page.locator('[data-path="CRLF.md"]').click();
		await expect.poll(() => page.locator('[data-path="CRLF.md"]').isVisible()).toBe(false);
		expect(await page.locator('.mod-root .view-header-title').innerText()).toBe('CRLF');
	});
});

describe('the server', () => {
	function get(path: string, options: { method?: string; host?: string } = {}): Promise<{ status: number; type: string; body: string }> {
		const { hostname, port, host } = new URL(stage.url);
		return new Promise((resolve, reject) => {
			const sent = request({ hostname, port, path, method: options.method ?? 'GET', headers: { host: options.host ?? host } }, (response) => {
				let body = '';
				response.setEncoding('utf8').on('data', (part: string) => (body += part));
				response.on('end', () => resolve({ status: response.statusCode ?? 0, type: response.headers['content-type'] ?? '', body }));
			});
			sent.on('error', reject).end();
		});
	}

	it.for([
		['/', 200, 'text/html; charset=utf-8'],
		['/host.js', 200, 'text/javascript; charset=utf-8'],
		['/host.css', 200, 'text/css; charset=utf-8'],
		['/plugin/main.js', 200, 'text/javascript; charset=utf-8'],
		['/plugin/manifest.json', 200, 'application/json; charset=utf-8'],
		['/plugin/styles.css', 200, 'text/css; charset=utf-8'],
		['/vault.json', 200, 'application/json; charset=utf-8'],
		['/../../package.json', 404, 'text/plain; charset=utf-8'],
		['/plugin/..%2f..%2f..%2fcontract.ts', 404, 'text/plain; charset=utf-8'],
		['/plugin/%2e%2e/vault/Scratch.md', 404, 'text/plain; charset=utf-8'],
		['/constructor', 404, 'text/plain; charset=utf-8'],
	] as const)('answers %s with %i', async ([path, status, type]) => {
		expect(await get(path)).toMatchObject({ status, type });
	});

	it('answers GET alone, and only under its own host name', async () => {
		expect((await get('/', { method: 'POST' })).status).toBe(405);
		expect((await get('/', { host: 'elsewhere.example' })).status).toBe(403);
	});

	it('keeps bytes that are no UTF-8', async () => {
		const { name, files } = JSON.parse((await get('/vault.json')).body) as { name: string; files: Record<string, string> };
		expect(name).toBe('vault');
		expect([...Buffer.from(files['Latin1.md'], 'base64')].slice(0, 4)).toEqual([0x63, 0x61, 0x66, 0xe9]);
	});

	it('names what is missing if the plugin is not built', async () => {
		const empty = await mkdtemp(join(tmpdir(), 'no-plugin-'));
		const bare = await serve({ pluginDir: empty, hostDir: empty });
		const response = await fetch(`${bare.url}plugin/main.js`);
		expect([response.status, await response.text()]).toEqual([404, 'The file is missing; has it been built?']);
		expect((await fetch(`${bare.url}vault.json`)).status).toBe(404);
		await bare.close();
		await rm(empty, { recursive: true });
	});

	it('lets the page reach nothing but itself', async () => {
		await openHost(page, stage.url, 'reset');
		const other = await serve({ pluginDir: '.', hostDir: '.' });
		const outcome = await page.evaluate((url) => fetch(url, { mode: 'no-cors' }).then(() => 'reached', () => 'refused'), other.url);
		await other.close();
		expect(outcome).toBe('refused');
	});
});
