// The contracts against the host page on a device. A failure here is a fault of the host, not of the plugin.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { contracts, holdsOn } from './all.ts';
import { openHost, openStage, type Stage } from './browser.ts';

const DEVICES = { desktop: {}, phone: { width: 390, height: 844 } } as const;

export const holdContracts = (device: keyof typeof DEVICES) => describe(`the host page behaves as Obsidian on a ${device}`, () => {
	let stage: Stage;

	beforeAll(async () => {
		stage = await openStage();
	});
	afterAll(() => stage?.close());

	// A loop, as `it.for` would shorten the names.
	for (const { name, run, expected } of contracts.filter((contract) => holdsOn(device, contract))) {
		it(name, async () => {
			const page = await stage.newPage(DEVICES[device]);
			await openHost(page, stage.url, 'reset');
			const result: unknown = await page.evaluate(`(${String(run)})({ app: window.app, obsidian: window.host.obsidian })`);
			await page.close();
			expect(result).toEqual(expected);
			expect(stage.takeErrors()).toEqual([]);
		});
	}
});
