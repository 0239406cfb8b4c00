// API: BasesView, BasesViewConfig, BasesEntry, BasesEntryGroup, BasesQueryResult, QueryController
// Does: What a plugin's view of a `.base` file is given: the notes that the filters let through, anew after each change of
//   the vault, and what the file says about the view. `page/base-file-view.ts` runs the query.
// Leaves out: sorting, grouping, limits, formulas, summaries and their values; a property is given as text alone.
import type { BasesConfigFileView, BasesPropertyId, BasesViewRegistration } from 'obsidian';
import type { App } from '../app/app.ts';
import { Component } from './component.ts';
import type { TFile } from './files.ts';

export type BasesViewRegistrations = Map<string, BasesViewRegistration>;

/** Tells views that the result is another one. */
export class QueryController extends Component {
	constructor(
		readonly app: App,
		readonly viewConfig: BasesViewConfig,
	) {
		super();
	}
}

export abstract class BasesView extends Component {
	abstract type: string;
	readonly app: App;
	readonly config: BasesViewConfig;
	allProperties: BasesPropertyId[] = [];
	/** There from the first `onDataUpdated` on, and replaced as a whole before each. */
	data!: BasesQueryResult;

	protected constructor(controller: QueryController) {
		super();
		this.app = controller.app;
		this.config = controller.viewConfig;
	}

	abstract onDataUpdated(): void;

	async createFileForView(baseFileName = 'Untitled'): Promise<void> {
		await this.app.vault.create(`${baseFileName}.md`, '');
	}
}

/** A property as text. */
class PropertyText {
	constructor(private readonly text: string) {}

	toString(): string {
		return this.text;
	}

	isTruthy(): boolean {
		return this.text !== '';
	}
}

export class BasesEntry {
	constructor(
		private readonly app: App,
		readonly file: TFile,
	) {}

	getValue(propertyId: BasesPropertyId): PropertyText | null {
		const [kind, ...name] = propertyId.split('.');
		const value: unknown = kind === 'note' ? this.app.metadataCache.getFileCache(this.file)?.frontmatter?.[name.join('.')] : null;
		if (propertyId === 'file.name') return new PropertyText(this.file.basename);
		return value === undefined || value === null ? null : new PropertyText(typeof value === 'string' ? value : JSON.stringify(value));
	}
}

export class BasesEntryGroup {
	readonly key = undefined;

	constructor(readonly entries: BasesEntry[]) {}

	hasKey(): boolean {
		return false;
	}
}

export class BasesQueryResult {
	constructor(
		readonly data: BasesEntry[],
		private readonly order: BasesPropertyId[],
	) {}

	get groupedData(): BasesEntryGroup[] {
		return [new BasesEntryGroup(this.data)];
	}

	get properties(): BasesPropertyId[] {
		return this.order;
	}

	getSummaryValue(): null {
		return null;
	}
}

/** One entry of `views` in the file. `set` keeps a value for as long as the file is open. */
export class BasesViewConfig {
	private readonly changes = new Map<string, unknown>();

	constructor(private readonly view: BasesConfigFileView) {}

	get name(): string {
		return this.view.name;
	}

	get(key: string): unknown {
		return this.changes.get(key) ?? (this.view as unknown as Record<string, unknown>)[key];
	}

	set(key: string, value: unknown): void {
		this.changes.set(key, value);
	}

	getAsPropertyId(key: string): BasesPropertyId | null {
		const value = this.get(key);
		return typeof value === 'string' && /^(note|file|formula)\./.test(value) ? (value as BasesPropertyId) : null;
	}

	getEvaluatedFormula(): null {
		return null;
	}

	getOrder(): BasesPropertyId[] {
		return (this.view.order ?? []).map((name) => (/^(note|file|formula)\./.test(name) ? name : `note.${name}`) as BasesPropertyId);
	}

	getSort(): never[] {
		return [];
	}

	getDisplayName(propertyId: BasesPropertyId): string {
		return propertyId.replace(/^(note|file|formula)\./, '');
	}
}
