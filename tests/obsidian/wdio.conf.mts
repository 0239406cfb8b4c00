// Starts real Obsidian, downloaded by wdio-obsidian-service, with the built plugin and the fixture
// plugin: the oldest version that can be had and the newest, each on the desktop and emulating a phone.
import path from 'node:path';
import { fileURLToPath } from 'node:url';

// The service reads relative paths from the folder of this file, npm starts in it, and whoever calls wdio by hand may be
// anywhere: all of them are absolute.
const root = fileURLToPath(new URL('../../', import.meta.url));

/** App and installer. The versions between the manifest's and 1.13.4 were for insiders, and cannot be downloaded. */
const VERSIONS = [
	['1.13.4', 'earliest'],
	['latest', 'latest'],
] as const;
const PHONE = { deviceMetrics: { width: 390, height: 844 } };

/** The folder with the built main.js, manifest.json and styles.css. */
const plugin = path.resolve(process.env['NAMESAKE_PLUGIN'] ?? path.join(root, 'build/plugin'));

function capability([version, installer]: (typeof VERSIONS)[number], phone: boolean): WebdriverIO.Capabilities {
	return {
		browserName: 'obsidian',
		browserVersion: version,
		'wdio:obsidianOptions': {
			installerVersion: installer,
			emulateMobile: phone,
			plugins: [plugin, path.join(root, 'tests/contract/fixture/plugin')],
			vault: path.join(root, 'tests/contract/fixture/vault'),
		},
		...(phone ? { 'goog:chromeOptions': { mobileEmulation: PHONE } } : {}),
	};
}

export const config: WebdriverIO.Config = {
	runner: 'local',
	framework: 'mocha',
	specs: [path.join(root, 'tests/obsidian/*.e2e.ts')],
	services: ['obsidian'],
	reporters: ['obsidian'],
	maxInstances: 2,
	cacheDir: path.join(root, '.obsidian-cache'),
	mochaOpts: { ui: 'bdd', timeout: 60_000 },
	logLevel: 'warn',
	capabilities: VERSIONS.flatMap((version) => [false, true].map((phone) => capability(version, phone))),
};
