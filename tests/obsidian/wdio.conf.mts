// Starts real Obsidian, downloaded by wdio-obsidian-service, with the built plugin and the fixture
// plugin: the oldest version supported and the newest, each on the desktop and emulating a phone.
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../', import.meta.url));

const versions = ['earliest', 'latest'];
const phone = { deviceMetrics: { width: 390, height: 844 } };

/** The folder with the built main.js, manifest.json and styles.css. */
const plugin = process.env['NAMESAKE_PLUGIN'] ?? path.join(root, 'build/plugin');

function capability(version: string, mobile: boolean) {
	return {
		browserName: 'obsidian',
		browserVersion: version,
		'wdio:obsidianOptions': {
			installerVersion: version,
			emulateMobile: mobile,
			plugins: [plugin, path.join(root, 'tests/contract/fixture/plugin')],
			vault: path.join(root, 'tests/contract/fixture/vault'),
		},
		...(mobile ? { 'goog:chromeOptions': { mobileEmulation: phone } } : {}),
	};
}

export const config = {
	runner: 'local',
	framework: 'mocha',
	specs: ['./**/*.e2e.ts'],
	services: ['obsidian'],
	reporters: ['obsidian'],
	maxInstances: 2,
	cacheDir: path.join(root, '.obsidian-cache'),
	mochaOpts: { ui: 'bdd', timeout: 60_000 },
	capabilities: versions.flatMap((version) => [false, true].map((mobile) => capability(version, mobile))),
};
