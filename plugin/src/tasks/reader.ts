// The user who reads the task view: today by their clock, and their own person note.
import type { App } from 'obsidian';
import type { Reader } from './groups';

/** `me` is the name or path that the settings give for the user's own note; empty where they give none. */
export function readerOf(app: App, me: string): Reader {
  const note = me === '' ? null : app.metadataCache.getFirstLinkpathDest(me.replace(/\.md$/u, ''), '');
  return { today: today(), me: note?.path };
}

/** The user's own day, as an ISO date. */
export function today(): string {
  const now = new Date();
  const two = (n: number): string => String(n).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}
