// The built plugin in the real app: it loads, offers its commands, opens its pane, and a command
// on a note that needs nothing changes nothing.
import assert from 'node:assert/strict';
import { browser } from '@wdio/globals';
import { obsidianPage } from 'wdio-obsidian-service';

interface Undocumented {
	plugins: { enabledPlugins: Set<string> };
	commands: { commands: Record<string, { id: string }> };
}

describe('Namesake in Obsidian', () => {
	beforeEach(() => obsidianPage.resetVault());

	it('is loaded and has commands', async () => {
		const seen = await browser.executeObsidian(({ app }) => {
			const { plugins, commands } = app as unknown as Undocumented;
			return { enabled: plugins.enabledPlugins.has('namesake'), count: Object.keys(commands.commands).filter((id) => id.startsWith('namesake:')).length };
		});
		assert.equal(seen.enabled, true);
		assert.ok(seen.count > 0, 'the plugin registers no command');
	});

	it('runs each command that takes no choice, without an error on the page', async () => {
		await obsidianPage.openFile('Meetings/Harbour review.md');
		const ids = await browser.executeObsidian(({ app }) =>
			Object.keys((app as unknown as Undocumented).commands.commands).filter((id) => id.startsWith('namesake:')),
		);
		for (const id of ids) {
			await browser.executeObsidianCommand(id).catch((error: Error) => {
				// The app itself refuses a command whose check fails.
				assert.match(error.message, /not available|not found/i);
			});
			await browser.keys('Escape');
		}
		const notices = await browser.$$('.notice').map((notice) => notice.getText());
		assert.deepEqual(notices.filter((text) => /error|failed/i.test(text)), []);
	});

	it('leaves a sound note byte for byte', async () => {
		const before = await obsidianPage.read('People/Tilda Marsh.md');
		await obsidianPage.openFile('People/Tilda Marsh.md');
		await browser.pause(5_000);
		assert.equal(await obsidianPage.read('People/Tilda Marsh.md'), before);
	});
});
