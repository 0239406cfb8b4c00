// Small members of the module: links, frontmatter, debounce, DOM helpers, workers.
import type { AppWithFixture, Contract } from './contract.ts';

export const apiContracts: Contract[] = [
	{
		name: 'a name on the command line belongs to whoever registered it first',
		source: 'Plugin.registerCliHandler in obsidian.d.ts',
		run: async ({ app }) => {
			const { fixture } = (app as AppWithFixture).plugins.plugins;
			const register = () => {
				try {
					fixture.registerCliHandler('fixture:say', 'Says a word', { word: { value: '<word>', description: 'The word' } }, ({ word }) => word);
					return 'registered';
				} catch {
					return 'threw';
				}
			};
			return [register(), register()];
		},
		expected: ['registered', 'threw'],
	},
	{
		name: 'an interval that could not fire for a while fires once then, and not for each time it missed',
		source: 'HTML, timers; real-app number 9: a sleep, as far as a page can be kept from running from inside',
		run: async () => {
			let fired = 0;
			const id = window.setInterval(() => (fired += 1), 100);
			const end = performance.now() + 1000;
			while (performance.now() < end) Math.sqrt(end);
			await new Promise((resolve) => window.setTimeout(resolve, 0));
			window.clearInterval(id);
			return fired <= 2;
		},
		expected: true,
	},
	{
		name: 'what this device keeps for the vault is given back, and gone after null',
		source: 'App.loadLocalStorage and saveLocalStorage in obsidian.d.ts',
		run: async ({ app }) => {
			const before: unknown = app.loadLocalStorage('fixture-kept');
			app.saveLocalStorage('fixture-kept', { runs: false });
			const kept: unknown = app.loadLocalStorage('fixture-kept');
			app.saveLocalStorage('fixture-kept', null);
			return { before, kept, after: app.loadLocalStorage('fixture-kept') as unknown };
		},
		expected: { before: null, kept: { runs: false }, after: null },
	},
	{
		name: 'links resolve by name, and the shortest unambiguous text is written',
		source: 'MetadataCache in obsidian.d.ts',
		run: async ({ app }) => {
			const file = app.vault.getFileByPath('People/Tilda Marsh.md')!;
			return {
				found: app.metadataCache.getFirstLinkpathDest('tilda marsh', 'Scratch.md')?.path,
				none: app.metadataCache.getFirstLinkpathDest('Nobody', 'Scratch.md'),
				text: app.metadataCache.fileToLinktext(file, 'Scratch.md'),
				link: app.fileManager.generateMarkdownLink(file, 'Scratch.md', '', 'Tilda'),
				resolved: app.metadataCache.resolvedLinks['Meetings/Harbour review.md']?.['People/Tilda Marsh.md'],
			};
		},
		expected: { found: 'People/Tilda Marsh.md', none: null, text: 'Tilda Marsh', link: '[[Tilda Marsh|Tilda]]', resolved: 1 },
	},
	{
		name: 'the cache knows frontmatter, headings, tasks and links',
		source: 'CachedMetadata in obsidian.d.ts',
		run: async ({ app }) => {
			const cache = app.metadataCache.getCache('Meetings/Harbour review.md');
			return {
				type: cache?.frontmatter?.['type'] as unknown,
				headings: cache?.headings?.map(({ heading, level }) => `${level} ${heading}`),
				tasks: cache?.listItems?.map(({ task }) => task),
				links: cache?.links?.map(({ link }) => link),
				frontmatterLinks: cache?.frontmatterLinks?.map(({ key, link }) => `${key} ${link}`),
				tags: cache?.tags?.map(({ tag }) => tag),
			};
		},
		expected: {
			type: 'meeting',
			headings: ['1 Harbour review', '2 Action items', '2 Summary'],
			tasks: [' ', 'x'],
			links: ['Oswin Vale'],
			frontmatterLinks: ['participants.0 Tilda Marsh', 'participants.1 Oswin Vale'],
			tags: ['#harbour'],
		},
	},
	{
		name: 'getFrontMatterInfo gives offsets into the text',
		source: 'FrontMatterInfo in obsidian.d.ts',
		run: async ({ obsidian }) => {
			const text = '---\na: 1\nb: 2\n---\nbody';
			const { exists, from, to, contentStart } = obsidian.getFrontMatterInfo(text);
			return { exists, inner: text.slice(from, to).trim(), rest: text.slice(contentStart), none: obsidian.getFrontMatterInfo('body').exists };
		},
		expected: { exists: true, inner: 'a: 1\nb: 2', rest: 'body', none: false },
	},
	{
		name: 'one shared debouncer keeps only the last of two calls',
		source: 'obsidian-releases#292',
		run: async ({ obsidian }) => {
			const calls: string[] = [];
			const shared = obsidian.debounce((path: string) => calls.push(path), 100);
			shared('a.md');
			shared('b.md');
			await sleep(400);
			return calls;
		},
		expected: ['b.md'],
	},
	{
		name: 'a debouncer without resetTimer fires a fixed time after the first call, with it after the last',
		source: 'debounce in obsidian.d.ts',
		run: async ({ obsidian }) => {
			const calls: string[] = [];
			const fixed = obsidian.debounce(() => calls.push('fixed'), 300);
			const moving = obsidian.debounce(() => calls.push('moving'), 300, true);
			for (let count = 0; count < 4; count++) {
				fixed();
				moving();
				await sleep(150);
			}
			const during = [...calls];
			await sleep(500);
			return { during: during.filter((call) => call === 'moving'), fixedDuring: during.includes('fixed'), moved: calls.filter((call) => call === 'moving').length };
		},
		expected: { during: [], fixedDuring: true, moved: 1 },
	},
	{
		name: 'normalizePath makes one form of a path',
		source: 'normalizePath in obsidian.d.ts',
		run: async ({ obsidian }) => ['/a//b/', 'a\\b', 'a\u00a0b', 'e\u0301', '/'].map(obsidian.normalizePath),
		expected: ['a/b', 'a/b', 'a b', '\u00e9', '/'],
	},
	{
		name: 'DOM helpers build text, never markup',
		source: 'the global block of obsidian.d.ts',
		run: async ({ obsidian }) => {
			const el = createDiv({ cls: 'one two', text: '<b>bold</b>', attr: { 'data-x': 1 } });
			const child = el.createEl('a', { href: 'x', cls: ['three'] });
			child.setText('link');
			child.toggleClass('four', true);
			obsidian.setIcon(el.createSpan(), 'check');
			const before = [el.className, el.getAttr('data-x'), el.find('b') === null, child.className, el.findAll('svg').length];
			el.empty();
			return [...before, el.childNodes.length, el.instanceOf(HTMLElement), el.doc === document];
		},
		expected: ['one two', '1', true, 'three four', 1, 0, true, true],
	},
	{
		name: 'a worker from a Blob starts, compiles WebAssembly it is sent and answers',
		source: 'the plugin rests on it',
		run: async () => {
			// The smallest module: magic number and version.
			const module = await WebAssembly.compile(new Uint8Array([0, 0x61, 0x73, 0x6d, 1, 0, 0, 0]));
			const code = 'onmessage = async (e) => { await WebAssembly.instantiate(e.data); postMessage("ready"); }';
			const url = URL.createObjectURL(new Blob([code], { type: 'text/javascript' }));
			const worker = new Worker(url);
			const answer = await new Promise((resolve) => {
				worker.onmessage = (event: MessageEvent<string>) => resolve(event.data);
				worker.onerror = () => resolve('failed');
				worker.postMessage(module);
			});
			worker.terminate();
			URL.revokeObjectURL(url);
			return answer;
		},
		expected: 'ready',
	},
	{
		name: 'the language of the app is a code, and English where none is chosen',
		source: 'getLanguage in obsidian.d.ts',
		run: async ({ obsidian }) => obsidian.getLanguage(),
		expected: 'en',
	},
	{
		name: 'versions compare by number',
		source: 'requireApiVersion in obsidian.d.ts',
		run: async ({ obsidian }) => ['1.9.10', '1.13.0', '99.0.0'].map((version) => obsidian.requireApiVersion(version)),
		expected: [true, true, false],
	},
];
