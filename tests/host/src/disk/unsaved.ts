// What was typed and not yet saved when the page goes. It is kept synchronously, as no write to the virtual disk
// would finish, and written at the next start: the app saves when it quits.
import type { Store } from './store.ts';

const key = (vault: string): string => `${vault}-unsaved`;

export function keepUnsaved(vault: string, unsaved: Record<string, string>): void {
	if (Object.keys(unsaved).length > 0) localStorage.setItem(key(vault), JSON.stringify(unsaved));
}

export async function writeUnsaved(vault: string, store: Store): Promise<void> {
	const kept = localStorage.getItem(key(vault));
	if (kept === null) return;
	for (const [path, text] of Object.entries(JSON.parse(kept) as Record<string, string>)) {
		await store.write(path, new TextEncoder().encode(text));
	}
	localStorage.removeItem(key(vault));
}
