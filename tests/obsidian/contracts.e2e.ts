// The contracts of tests/contract in the real app. One that fails here and passes in the host page
// is a fault of the host page.
import assert from 'node:assert/strict';
import { browser } from '@wdio/globals';
import { obsidianPage } from 'wdio-obsidian-service';
import { contracts } from '../contract/all.ts';

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
	for (const { name, run, expected } of contracts) {
		it(name, async () => {
			if (NEEDS_RESTART.test(name)) await browser.reloadObsidian({ vault: 'tests/contract/fixture/vault' });
			else await startClean();
			assert.deepEqual(await browser.executeObsidian(run as never), expected);
		});
	}
});
