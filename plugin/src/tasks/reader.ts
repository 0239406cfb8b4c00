// The user who reads the task view: today by their clock, and their own person note.
import type { App } from 'obsidian';
import { dayOf } from '../vault/days';
import type { Reader } from './groups';

/** `me` is the name or path that the settings give for the user's own note; empty where they give none. */
export function readerOf(app: App, me: string): Reader {
  const note = me === '' ? null : app.metadataCache.getFirstLinkpathDest(me.replace(/\.md$/u, ''), '');
  return { today: today(), me: note?.path };
}

/** The user's own day, as an ISO date. */
export const today = (): string => dayOf(new Date());
