// The contracts of tests/contract in the real app. One that fails here and passes in the host page
// is a fault of the host page.
import assert from 'node:assert/strict';
import { browser } from '@wdio/globals';
import { obsidianPage } from 'wdio-obsidian-service';
import { contracts } from '../contract/all.ts';

/** These look at the start of the app, so that the app is started anew for them. */
const NEEDS_RESTART = /while plugins load|is deferred after a restart/;

describe('Obsidian behaves as the host page does', () => {
	for (const { name, run, expected } of contracts) {
		it(name, async () => {
			if (NEEDS_RESTART.test(name)) await browser.reloadObsidian({ vault: 'tests/contract/fixture/vault' });
			else await obsidianPage.resetVault();
			assert.deepEqual(await browser.executeObsidian(run as never), expected);
		});
	}
});
