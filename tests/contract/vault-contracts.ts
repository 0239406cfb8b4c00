// Files: start-up, events and their order, atomic writes, hidden folders, bytes.
import type { AppWithFixture, Contract } from './contract.ts';

export const vaultContracts: Contract[] = [
	{
		name: 'while plugins load the vault is empty, then every file arrives as `create` before layout-ready',
		source: 'Vault.on("create") in obsidian.d.ts',
		run: async ({ app }) => {
			const { log, filesAtLoad } = (app as AppWithFixture).plugins.plugins.fixture;
			const ready = log.findIndex(([event]) => event === 'layout-ready');
			const created = log.slice(0, ready).filter(([event]) => event === 'create').map(([, path]) => path);
			return { filesAtLoad, storm: app.vault.getFiles().every((file) => created.includes(file.path)) };
		},
		expected: { filesAtLoad: 0, storm: true },
	},
	{
		name: 'onLayoutReady runs at once when the layout is ready',
		source: 'Workspace.onLayoutReady in obsidian.d.ts',
		run: async ({ app }) => {
			let ran = false;
			app.workspace.onLayoutReady(() => {
				ran = true;
			});
			return ran;
		},
		expected: true,
	},
	{
		name: 'a write of our own fires `modify`, before the promise resolves',
		source: 'obsidian-developer-docs#249',
		run: async ({ app }) => {
			const file = app.vault.getFileByPath('Scratch.md')!;
			const order: string[] = [];
			const ref = app.vault.on('modify', (changed) => order.push(changed.path));
			await app.vault.modify(file, 'own write');
			order.push('resolved');
			app.vault.offref(ref);
			return order;
		},
		expected: ['Scratch.md', 'resolved'],
	},
	{
		name: 'what a plugin writes when a note is saved is heard as a second `modify`, and reaches the editor as loaded text',
		source: 'how plugins that format on save work (obsidian-linter, update-time-on-edit); `set` is seen in the app',
		run: async ({ app, obsidian }) => {
			const { log } = (app as AppWithFixture).plugins.plugins.fixture;
			const file = app.vault.getFileByPath('Scratch.md')!;
			await app.workspace.getLeaf().openFile(file);
			const { editor } = app.workspace.getActiveViewOfType(obsidian.MarkdownView)!;
			log.length = 0;
			let saves = 0;
			const ref = app.vault.on('modify', () => {
				saves += 1;
				if (saves === 1) void app.vault.process(file, (text) => `${text}\nformatted`);
			});
			editor.replaceRange('typed ', { line: 2, ch: 0 });
			await sleep(5000);
			app.vault.offref(ref);
			const text = await app.vault.read(file);
			return { saves, isWhole: text.includes('typed ') && text.endsWith('\nformatted'), isShown: editor.getValue() === text, last: log.findLast(([event]) => event.startsWith('text '))?.[0] };
		},
		expected: { saves: 2, isWhole: true, isShown: true, last: 'text set' },
	},
	{
		name: '`changed` comes after `modify`, and carries the text',
		source: 'obsidian-releases#116',
		run: async ({ app }) => {
			const file = app.vault.getFileByPath('Scratch.md')!;
			const order: string[] = [];
			const modify = app.vault.on('modify', () => order.push('modify'));
			const changed = app.metadataCache.on('changed', (_file, data, cache) => order.push(`changed ${data} ${cache.headings?.[0]?.heading}`));
			await app.vault.modify(file, '# Fresh');
			await sleep(1500);
			app.vault.offref(modify);
			app.metadataCache.offref(changed);
			return order;
		},
		expected: ['modify', 'changed # Fresh Fresh'],
	},
	{
		name: 'five concurrent `process` calls give five',
		source: 'Vault.process in obsidian.d.ts',
		run: async ({ app }) => {
			const file = app.vault.getFileByPath('Scratch.md')!;
			await app.vault.modify(file, '0');
			await Promise.all([1, 2, 3, 4, 5].map(() => app.vault.process(file, (text) => String(Number(text) + 1))));
			return app.vault.read(file);
		},
		expected: '5',
	},
	{
		name: '`process` sees a write queued just before it',
		source: 'Vault.process in obsidian.d.ts',
		run: async ({ app }) => {
			const file = app.vault.getFileByPath('Scratch.md')!;
			const write = app.vault.modify(file, 'first');
			const result = await app.vault.process(file, (text) => `${text}, second`);
			await write;
			return result;
		},
		expected: 'first, second',
	},
	{
		name: '`process` on a file that is gone rejects',
		source: 'Vault.process in obsidian.d.ts',
		run: async ({ app }) => {
			const file = app.vault.getFileByPath('Scratch.md')!;
			await app.vault.delete(file);
			return app.vault.process(file, (text) => text).then(
				() => 'written',
				() => 'refused',
			);
		},
		expected: 'refused',
	},
	{
		name: '`create` on a taken path rejects and leaves the file',
		source: 'Vault.create in obsidian.d.ts',
		run: async ({ app }) => {
			const before = await app.vault.adapter.read('Scratch.md');
			const outcome = await app.vault.create('Scratch.md', 'other').then(
				() => 'created',
				(error: Error) => error.message,
			);
			return { outcome, kept: (await app.vault.adapter.read('Scratch.md')) === before };
		},
		expected: { outcome: 'File already exists.', kept: true },
	},
	{
		name: 'a rename fires no `changed`',
		source: 'obsidian-api#77',
		run: async ({ app }) => {
			const file = app.vault.getFileByPath('Scratch.md')!;
			const seen: string[] = [];
			const renamed = app.vault.on('rename', (moved, oldPath) => seen.push(`rename ${oldPath} ${moved.path}`));
			const changed = app.metadataCache.on('changed', (moved) => seen.push(`changed ${moved.path}`));
			await app.fileManager.renameFile(file, 'Moved.md');
			await sleep(1500);
			app.vault.offref(renamed);
			app.metadataCache.offref(changed);
			return { seen, same: app.vault.getFileByPath('Moved.md') === file };
		},
		expected: { seen: ['rename Scratch.md Moved.md'], same: true },
	},
	{
		name: 'renameFile rewrites the links to the note',
		source: 'FileManager.renameFile in obsidian.d.ts',
		run: async ({ app }) => {
			const file = app.vault.getFileByPath('People/Tilda Marsh.md')!;
			await app.fileManager.renameFile(file, 'People/Tilda Reed.md');
			await sleep(500);
			return (await app.vault.adapter.read('People/Oswin Vale.md')).includes('[[Tilda Reed]]');
		},
		expected: true,
	},
	{
		name: 'trashFile takes the file out of the vault, with one `delete`',
		source: 'FileManager.trashFile in obsidian.d.ts',
		run: async ({ app }) => {
			const gone: string[] = [];
			const ref = app.vault.on('delete', (file) => gone.push(file.path));
			await app.fileManager.trashFile(app.vault.getFileByPath('Scratch.md')!);
			await sleep(200);
			app.vault.offref(ref);
			return { gone, file: app.vault.getFileByPath('Scratch.md'), onDisk: await app.vault.adapter.exists('Scratch.md') };
		},
		expected: { gone: ['Scratch.md'], file: null, onDisk: false },
	},
	{
		name: 'the settings of another plugin are a file that the adapter reads',
		source: 'Plugin.loadData in obsidian.d.ts: data.json in the plugin\'s folder; real-app numbers 11 and 15',
		run: async ({ app }) => {
			const { adapter, configDir } = app.vault;
			const folder = `${configDir}/plugins/another-plugin`;
			await adapter.mkdir(folder);
			await adapter.write(`${folder}/data.json`, '{"setDoneDate": false}');
			const read = JSON.parse(await adapter.read(`${folder}/data.json`)) as unknown;
			await adapter.rmdir(folder, true);
			return { read, gone: !(await adapter.exists(`${folder}/data.json`)) };
		},
		expected: { read: { setDoneDate: false }, gone: true },
	},
	{
		name: 'the configuration folder is on the disk and not in the vault',
		source: 'Vault.configDir in obsidian.d.ts',
		run: async ({ app }) => {
			const { adapter, configDir } = app.vault;
			const dir = `${configDir}/plugins/fixture`;
			const created: string[] = [];
			const ref = app.vault.on('create', (file) => created.push(file.path));
			if (!(await adapter.exists(dir))) await adapter.mkdir(dir);
			await adapter.write(`${dir}/note.txt`, 'one');
			await adapter.append(`${dir}/note.txt`, ' two');
			const text = await adapter.read(`${dir}/note.txt`);
			const listed = (await adapter.list(dir)).files.includes(`${dir}/note.txt`);
			const stat = await adapter.stat(`${dir}/note.txt`);
			await adapter.remove(`${dir}/note.txt`);
			app.vault.offref(ref);
			return { text, listed, type: stat?.type, size: stat?.size, created, gone: !(await adapter.exists(`${dir}/note.txt`)), visible: app.vault.getAbstractFileByPath(configDir) };
		},
		expected: { text: 'one two', listed: true, type: 'file', size: 7, created: [], gone: true, visible: null },
	},
	{
		name: 'bytes that are no UTF-8 are read lossily as text and exactly as binary',
		source: 'Vault.read and Vault.readBinary in obsidian.d.ts',
		run: async ({ app }) => {
			const file = app.vault.getFileByPath('Latin1.md')!;
			const bytes = new Uint8Array(await app.vault.readBinary(file));
			return { text: (await app.vault.read(file)).slice(0, 4), byte: bytes[3] };
		},
		expected: { text: 'caf\ufffd', byte: 0xe9 },
	},
	{
		name: 'vault.read keeps CRLF',
		source: 'Linter#1537',
		run: async ({ app }) => app.vault.read(app.vault.getFileByPath('CRLF.md')!),
		expected: '# Windows\r\n\r\nLine one\r\n',
	},
	{
		name: 'processFrontMatter loses comments and quotes',
		source: 'Linter#1537, forum 65851',
		run: async ({ app }) => {
			const file = app.vault.getFileByPath('People/Tilda Marsh.md')!;
			await app.fileManager.processFrontMatter(file, (frontmatter: Record<string, unknown>) => {
				frontmatter['seen'] = true;
			});
			const text = await app.vault.read(file);
			return { seen: text.includes('seen: true'), comment: text.includes('# kept by hand'), quotes: text.includes('"Tilda Marsh"') };
		},
		expected: { seen: true, comment: false, quotes: false },
	},
	{
		name: 'a rename by case alone is one `rename` of the same file',
		source: 'Vault.rename in obsidian.d.ts; to be confirmed on a case-insensitive disk',
		run: async ({ app }) => {
			const file = app.vault.getFileByPath('People/Tilda Marsh.md')!;
			const events: string[] = [];
			const refs = [
				app.vault.on('rename', (renamed, from) => events.push(`rename ${from} to ${renamed.path}`)),
				app.vault.on('create', (made) => events.push(`create ${made.path}`)),
				app.vault.on('delete', (gone) => events.push(`delete ${gone.path}`)),
			];
			await app.vault.rename(file, 'People/tilda marsh.md');
			await sleep(1500);
			for (const ref of refs) app.vault.offref(ref);
			return { events, same: app.vault.getFileByPath('People/tilda marsh.md') === file, old: app.vault.getFileByPath('People/Tilda Marsh.md') };
		},
		expected: { events: ['rename People/Tilda Marsh.md to People/tilda marsh.md'], same: true, old: null },
	},
	{
		name: '`exists` can be asked for the very name, also on a disk that takes names in other case for the same',
		source: 'DataAdapter.exists in obsidian.d.ts: "set to true to force a case-sensitivity check"',
		run: async ({ app }) => ({
			very: await app.vault.adapter.exists('People', true),
			other: await app.vault.adapter.exists('people', true),
		}),
		expected: { very: true, other: false },
	},
	{
		name: 'the adapter renames onto nothing that is there, in hidden folders either',
		source: 'DataAdapter.rename in obsidian.d.ts; "Destination file already exists!" in the app',
		run: async ({ app }) => {
			const { adapter, configDir } = app.vault;
			const dir = `${configDir}/plugins/fixture`;
			if (!(await adapter.exists(dir))) await adapter.mkdir(dir);
			const [from, to] = [`${dir}/new.json`, `${dir}/old.json`];
			await adapter.write(to, 'old');
			await adapter.write(from, 'new');
			const onto = await adapter.rename(from, to).then(() => 'renamed', () => 'refused');
			const kept = await adapter.read(to);
			await adapter.remove(to);
			await adapter.rename(from, to);
			const text = await adapter.read(to);
			const gone = !(await adapter.exists(from));
			await adapter.remove(to);
			return { onto, kept, text, gone };
		},
		expected: { onto: 'refused', kept: 'old', text: 'new', gone: true },
	},
	{
		name: 'a write that the disk refuses rejects, and the index stays as it was',
		source: 'DataAdapter.write in obsidian.d.ts',
		run: async ({ app }) => {
			const outcome = await app.vault.adapter.write('People', 'a folder is there').then(() => 'written', () => 'refused');
			return { outcome, still: app.vault.getFolderByPath('People') !== null };
		},
		expected: { outcome: 'refused', still: true },
	},
];
