// The contracts of tests/contract in the real app. One that fails here and passes in the host page
// is a fault of the host page.
import assert from 'node:assert/strict';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { browser } from '@wdio/globals';
import { obsidianPage } from 'wdio-obsidian-service';
import { contracts, holdsOn } from '../contract/all.ts';

const vault = path.join(fileURLToPath(new URL('../../', import.meta.url)), 'tests/contract/fixture/vault');

/** These contracts observe the start of the app, so each gets a fresh start. */
const NEEDS_RESTART = /while plugins load|is deferred after a restart/;

/** Restores the files of the fixture and closes all tabs. */
async function startClean(): Promise<void> {
	await browser.executeObsidian(({ app }) => {
		for (const type of ['markdown', 'fixture-view']) app.workspace.detachLeavesOfType(type);
	});
	await obsidianPage.resetVault();
}

describe('Obsidian behaves as the host page does', () => {
	let device: 'phone' | 'desktop';
	before(async () => {
		device = (await browser.executeObsidian(({ obsidian }) => obsidian.Platform.isPhone)) ? 'phone' : 'desktop';
	});

	for (const contract of contracts) {
		const { name, run, expected } = contract;
		it(name, async function () {
			// What a contract says of drawers is no answer on a desktop: it counts as skipped there, not as passed.
			if (!holdsOn(device, contract)) this.skip();
			if (NEEDS_RESTART.test(name)) await browser.reloadObsidian({ vault });
			else await startClean();
			assert.deepEqual(await browser.executeObsidian(run), expected);
		});
	}
});
