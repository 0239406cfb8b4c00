// API: apiVersion, requireApiVersion, getLanguage
// Does: Answers as version 1.13.1, in the language that the address of the page names. The app itself starts anew when its
// language changes; this page has no words but English ones of its own.

export const apiVersion = '1.13.1';

export function requireApiVersion(version: string): boolean {
	const want = version.split('.').map(Number);
	const have = apiVersion.split('.').map(Number);
	for (let index = 0; index < 3; index++) {
		const difference = (have[index] ?? 0) - (want[index] ?? 0);
		if (difference !== 0) return difference > 0;
	}
	return true;
}

let language = 'en';

export function getLanguage(): string {
	return language;
}

/** Called before the plugin is loaded. */
export function applyLanguage(tag: string): void {
	language = tag;
}
