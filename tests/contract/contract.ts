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
	/** where the behaviour is known from */
	source: string;
	run: (world: ContractWorld) => Promise<unknown>;
	expected: unknown;
}

/** What the fixture plugin records; `app.plugins` is not in the documented API, yet both sides have it. */
export interface Fixture extends ObsidianModule.Plugin {
	log: [event: string, path?: string][];
	filesAtLoad: number;
}

export type AppWithFixture = App & { plugins: { plugins: { fixture: Fixture } } };
