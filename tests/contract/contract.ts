// A contract is one behaviour of Obsidian that the plugin relies on, written once and run in two
// places: the host page, and the real app. `run` is sent there as source text: it may use nothing
// but its argument and the app's globals.
import type * as ObsidianModule from 'obsidian';
import type { App } from 'obsidian';

export interface ContractWorld {
	app: App;
	obsidian: typeof ObsidianModule;
}

export interface Contract {
	name: string;
	/** Where the behaviour is documented or reported. */
	source: string;
	/** Holds on a phone alone, or on a computer alone. */
	onPhone?: true;
	onDesktop?: true;
	run: (world: ContractWorld) => Promise<unknown>;
	expected: unknown;
}

/** The fixture plugin with its records. `app.plugins` is undocumented, but the app and the host page both have it. */
export interface Fixture extends ObsidianModule.Plugin {
	log: [event: string, path?: string][];
	filesAtLoad: number;
	/** Its views of bases, in the order in which they were made. */
	bases: FixtureList[];
}

export interface FixtureList extends ObsidianModule.BasesView {
	containerEl: HTMLElement;
	updates: number;
	/** Undocumented; true from `load` to `unload`. */
	_loaded: boolean;
}

export type AppWithFixture = App & { plugins: { plugins: { fixture: Fixture } } };
