// A `.base` file: a button for each of its views, and below them the one that is chosen, made by the plugin that registered
// its type. A table is a list of names here, with a field for each property of its `order`, which is written when it is
// left.
import type { BasesConfigFile, BasesConfigFileView, BasesPropertyId } from 'obsidian';
import { BasesEntry, BasesQueryResult, type BasesView, BasesViewConfig, QueryController } from '../api/bases.ts';
import { FileView } from '../api/file-view.ts';
import type { TFile } from '../api/files.ts';
import { passes } from '../functions/base-filters.ts';
import { debounce } from '../functions/debounce.ts';
import { parseYaml } from '../functions/yaml.ts';

/** Milliseconds in which changes are gathered. */
const GATHER = 50;

export class BaseFileView extends FileView {
	override icon = 'layout-list';
	private base: BasesConfigFile = {};
	private shown: BasesView | null = null;
	private chosen = 0;
	private readonly query = debounce(() => this.run(), GATHER, true);

	getViewType(): string {
		return 'bases';
	}

	override onload(): void {
		super.onload();
		const { metadataCache, vault } = this.app;
		this.registerEvent(metadataCache.on('changed', () => void this.query()));
		for (const name of ['create', 'delete', 'rename']) this.registerEvent(vault.on(name, () => void this.query()));
		this.register(() => this.query.cancel());
	}

	override async onLoadFile(file: TFile): Promise<void> {
		this.base = (parseYaml(await this.app.vault.read(file)) as BasesConfigFile | null) ?? {};
		this.show(0);
	}

	override async onUnloadFile(_file: TFile): Promise<void> {
		this.dismiss();
	}

	private get views(): BasesConfigFileView[] {
		return this.base.views ?? [];
	}

	private dismiss(): void {
		if (this.shown) this.removeChild(this.shown);
		this.shown = null;
		this.contentEl.empty();
	}

	private show(at: number): void {
		this.dismiss();
		this.chosen = at;
		const toolbar = this.contentEl.createDiv('bases-toolbar');
		for (const [index, { name }] of this.views.entries()) {
			const button = toolbar.createEl('button', { text: name, attr: { 'aria-pressed': index === at } });
			button.addEventListener('click', () => this.show(index));
		}
		const view = this.views[at];
		if (!view) return;
		const container = this.contentEl.createDiv('bases-view');
		const registered = this.app.basesViews.get(view.type);
		if (!registered) {
			this.list(container, view.type === 'table' ? null : `Unknown view type “${view.type}”`);
			return;
		}
		const controller = new QueryController(this.app, new BasesViewConfig(view));
		// The types of the host and those of the app are of different packages.
		this.shown = this.addChild(registered.factory(controller as never, container) as unknown as BasesView);
		this.run();
	}

	private list(container: HTMLElement, instead: string | null): void {
		if (instead !== null) return void container.setText(instead);
		const { data, properties } = this.result();
		for (const entry of data) {
			const row = container.createDiv({ text: entry.file.basename });
			for (const id of properties) if (id.startsWith('note.')) this.cell(row, entry, id);
		}
	}

	private cell(row: HTMLElement, entry: BasesEntry, id: BasesPropertyId): void {
		const name = id.slice('note.'.length);
		const value = entry.getValue(id)?.toString() ?? '';
		const field = row.createDiv('bases-table-cell').createEl('input', { type: 'text', value, attr: { 'aria-label': `${name} of ${entry.file.basename}` } });
		field.addEventListener('change', () => {
			void this.app.fileManager.processFrontMatter(entry.file, (frontmatter) => {
				frontmatter[name] = field.value;
			});
		});
	}

	private result(): BasesQueryResult {
		const { vault, metadataCache } = this.app;
		const view = this.views[this.chosen];
		const files = vault.getFiles().filter((file) => passes(this.base.filters, file, metadataCache) && passes(view?.filters, file, metadataCache));
		return new BasesQueryResult(files.map((file) => new BasesEntry(this.app, file)), view ? new BasesViewConfig(view).getOrder() : []);
	}

	private run(): void {
		if (!this.shown) return;
		this.shown.data = this.result();
		this.shown.onDataUpdated();
	}
}
