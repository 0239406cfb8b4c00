// What is written about the vault rather than in its notes: the report, and a base of people and meetings.
import { TFile, type App } from 'obsidian';
import type { PlanRequest } from './engine/types';
import { en } from './locales/en';
import { sayNothingDone } from './notices';
import { openAt } from './open';
import type { Session } from './session';

/** Where the base is made. It is the user's from then on, so it can be moved. */
const BASE = 'People and meetings.base';

/** Writes the report of the vault, or writes it anew, and opens it. */
export async function writeReport(app: App, session: Session): Promise<void> {
  const path = session.store.config?.settings.reportPath ?? '';
  await session.catchUp(path);
  const done = await write(session, en.batch.report, { kind: 'report' });
  if (done) await openAt(app, path, { line: 0 });
}

/** Makes the base and opens it; one that is there already is left alone. */
export async function makeBase(app: App, session: Session): Promise<void> {
  await write(session, en.batch.base, { kind: 'base', path: BASE });
  const file = app.vault.getAbstractFileByPath(BASE);
  if (file instanceof TFile) await app.workspace.getLeaf(false).openFile(file, { active: true });
}

/** Whether it stands there now: written, or as it was already. */
async function write(session: Session, title: string, request: PlanRequest): Promise<boolean> {
  const applied = await session.repairs.apply(title, request);
  session.tell(applied);
  if (applied.left.length > 0) sayNothingDone(applied.left);
  return applied.left.length === 0 && applied.refused.length === 0;
}
