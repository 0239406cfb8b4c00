// What stands around a note, and what reaches the plugin from there: links under the mouse, links from other programs, the
// status bar, stacked tabs.
import type { WorkspaceLeaf } from 'obsidian';
import type { AppWithFixture, Contract } from './contract.ts';

/** The tabs that a leaf is among. Undocumented. */
type Tabs = WorkspaceLeaf['parent'] & { containerEl: HTMLElement; setStacked: (stacked: boolean) => void };

export const frameContracts: Contract[] = [
	{
		name: 'a registered source shows the note of a link under the mouse; one that asks for Mod waits for the key',
		source: 'Plugin.registerHoverLinkSource and HoverLinkSource.defaultMod in obsidian.d.ts; the event `hover-link` is undocumented and used by many plugins',
		onDesktop: true,
		run: async ({ app }) => {
			const { fixture } = (app as AppWithFixture).plugins.plugins;
			fixture.registerHoverLinkSource('fixture-at-once', { display: 'Fixture', defaultMod: false });
			fixture.registerHoverLinkSource('fixture-with-mod', { display: 'Fixture', defaultMod: true });
			const shown = async (source: string): Promise<string | undefined> => {
				const targetEl = activeDocument.body.createDiv({ text: 'Tilda' });
				const event = new MouseEvent('mouseover', { bubbles: true });
				app.workspace.trigger('hover-link', { event, source, hoverParent: { hoverPopover: null }, targetEl, linktext: 'Tilda Marsh', sourcePath: 'Scratch.md' });
				await sleep(1500);
				const heading = activeDocument.querySelector('.hover-popover h1, .hover-popover h2')?.textContent.trim();
				targetEl.dispatchEvent(new MouseEvent('mouseleave'));
				targetEl.detach();
				await sleep(500);
				return heading;
			};
			return { atOnce: (await shown('fixture-at-once')) !== undefined, withMod: (await shown('fixture-with-mod')) !== undefined };
		},
		expected: { atOnce: true, withMod: false },
	},
	{
		name: 'a link that begins with obsidian:// calls the handler of its action, with what it says decoded',
		source: 'Plugin.registerObsidianProtocolHandler and ObsidianProtocolData in obsidian.d.ts',
		run: async ({ app }) => {
			const { fixture } = (app as AppWithFixture).plugins.plugins;
			const calls: string[] = [];
			fixture.registerObsidianProtocolHandler('fixture-says', ({ action, note }) => void calls.push(`${action}: ${note}`));
			window.open('obsidian://fixture-says?note=Meetings%2FHarbour%20review');
			await sleep(3000);
			return calls;
		},
		expected: ['fixture-says: Meetings/Harbour review'],
	},
	{
		name: 'an item of the status bar cannot be reached by Tab until a plugin says that it can',
		source: 'Plugin.addStatusBarItem in obsidian.d.ts, which gives an element without a role; to be confirmed in the app',
		onDesktop: true,
		run: async ({ app }) => {
			const item = (app as AppWithFixture).plugins.plugins.fixture.addStatusBarItem();
			item.setText('to review');
			item.focus();
			const before = [item.tabIndex, activeDocument.activeElement === item];
			item.setAttrs({ role: 'button', tabindex: '0' });
			item.focus();
			const after = [item.tabIndex, activeDocument.activeElement === item];
			const inside = item.closest('.status-bar') !== null;
			item.detach();
			return { inside, before, after };
		},
		expected: { inside: true, before: [-1, false], after: [0, true] },
	},
	{
		name: 'an item of the status bar is not shown on a phone',
		source: 'Plugin.addStatusBarItem in obsidian.d.ts: not available on mobile',
		onPhone: true,
		run: async ({ app }) => {
			const item = (app as AppWithFixture).plugins.plugins.fixture.addStatusBarItem();
			item.setText('to review');
			const shown = item.isShown();
			item.detach();
			return shown;
		},
		expected: false,
	},
	{
		name: 'stacked tabs all show their notes, not the active one alone',
		source: '`setStacked` of a group of tabs is undocumented; the help of the app describes stacked tabs',
		onDesktop: true,
		run: async ({ app }) => {
			const first = app.workspace.getLeaf();
			await first.openFile(app.vault.getFileByPath('Scratch.md')!);
			const second = app.workspace.getLeaf('tab');
			await second.openFile(app.vault.getFileByPath('CRLF.md')!);
			const tabs = second.parent as Tabs;
			const shown = () => [first, second].map(({ view }) => view.containerEl.isShown());
			const before = shown();
			tabs.setStacked(true);
			await sleep(500);
			const stacked = { shown: shown(), marked: tabs.containerEl.hasClass('mod-stacked') };
			tabs.setStacked(false);
			await sleep(500);
			second.detach();
			return { before, ...stacked };
		},
		expected: { before: [false, true], shown: [true, true], marked: true },
	},
];
