// The built plugin in the real app: it loads, offers its commands, opens its pane, and a command
// on a note that needs nothing changes nothing.
import assert from 'node:assert/strict';
import { browser } from '@wdio/globals';
import { obsidianPage } from 'wdio-obsidian-service';

const BROKEN = '---\ntype: meeting\ncreated: 3 January 2026 # when it was written down\nparticipants: ["[[Tilda Marsh]]"]\n---\n\n# Kiln\n\nCold.\n';
const MENDED = BROKEN.replace('3 January 2026', '2026-01-03');

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

	it('offers people behind [[@, where the app has a list of its own', async () => {
		await obsidianPage.openFile('Scratch.md');
		const offered = await browser.executeObsidian(async ({ app, obsidian }) => {
			const { editor } = app.workspace.getActiveViewOfType(obsidian.MarkdownView)!;
			editor.focus();
			editor.setCursor({ line: editor.lastLine(), ch: 0 });
			for (const letter of '[[@til') activeDocument.execCommand('insertText', false, letter);
			await sleep(2000);
			return [...activeDocument.querySelectorAll('.suggestion-container .suggestion-title')].map((row) => row.textContent);
		});
		assert.deepEqual(offered, ['Tilda Marsh']);
	});

	it('opens its pane for a link that begins with obsidian://', async () => {
		const opened = await browser.executeObsidian(async ({ app }) => {
			window.open('obsidian://namesake?note=Meetings%2FHarbour%20review');
			await sleep(3000);
			return app.workspace.getLeavesOfType('namesake-review').length;
		});
		assert.equal(opened, 1);
	});

	it('leaves a sound note byte for byte', async () => {
		const before = await obsidianPage.read('People/Tilda Marsh.md');
		await obsidianPage.openFile('People/Tilda Marsh.md');
		await browser.pause(5_000);
		assert.equal(await obsidianPage.read('People/Tilda Marsh.md'), before);
	});

	for (const place of ['a tab', 'a window of its own'] as const) {
		it(`mends a broken property in Live Preview in ${place}, and undo brings back every byte`, async function () {
			const isWindow = place === 'a window of its own';
			if (isWindow && (await browser.executeObsidian(({ obsidian }) => obsidian.Platform.isMobile))) this.skip();
			await browser.executeObsidian(
				async ({ app }, text, inWindow) => {
					await app.vault.create('Meetings/Kiln.md', text);
					const leaf = inWindow ? app.workspace.openPopoutLeaf() : app.workspace.getLeaf();
					await leaf.setViewState({ type: 'markdown', state: { file: 'Meetings/Kiln.md', mode: 'source', source: false }, active: true });
					app.workspace.setActiveLeaf(leaf, { focus: true });
					await sleep(3000);
				},
				BROKEN,
				isWindow,
			);
			await browser.executeObsidianCommand('namesake:normalise');
			await browser.$('.prompt .suggestion-item').waitForDisplayed();
			await browser.keys('Enter');
			await browser.pause(6_000);
			assert.equal(await obsidianPage.read('Meetings/Kiln.md'), MENDED);
			const [shown, undone] = await browser.executeObsidian(async ({ app, obsidian }) => {
				const leaf = app.workspace.getLeavesOfType('markdown').find(({ view }) => view instanceof obsidian.MarkdownView && view.file?.path === 'Meetings/Kiln.md');
				const { editor } = leaf!.view as InstanceType<typeof obsidian.MarkdownView>;
				const before = editor.getValue();
				editor.undo();
				await sleep(6000);
				const after = editor.getValue();
				leaf!.detach();
				return [before, after];
			});
			assert.deepEqual([shown, undone], [MENDED, BROKEN]);
			assert.equal(await obsidianPage.read('Meetings/Kiln.md'), BROKEN);
		});
	}
});
