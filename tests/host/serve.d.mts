export interface ServeOptions {
	/** 0 or absent takes a free port */
	port?: number;
	/** the folder served as every vault name that `vaults` does not hold */
	vaultDir?: string;
	/** vault names and their folders */
	vaults?: Record<string, string>;
	/** the folder of main.js, manifest.json and styles.css */
	pluginDir: string;
	/** what `buildHost` wrote */
	hostDir: string;
}
export function serve(options: ServeOptions): Promise<{ url: string; close: () => Promise<void> }>;
