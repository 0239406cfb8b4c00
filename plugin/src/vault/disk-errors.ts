// A disk in trouble: which errors pass by themselves, what the user can do about the others, and who waits for how long.
import { messageOf } from '../engine/protocol';
import { locale } from '../locales';

/** Another program holds the file, or too many are open. Windows says EPERM and EACCES while a scanner or a sync looks at one. */
const PASSING = ['EBUSY', 'EAGAIN', 'EMFILE', 'ENFILE', 'EPERM', 'EACCES'];
/** Milliseconds before each further attempt. */
const PAUSES = [100, 400, 1500];

/** Does a job of the disk again, a few times, as long as what stops it may pass. */
export async function patiently<T>(job: () => Promise<T>): Promise<T> {
  for (const pause of PAUSES) {
    try {
      return await job();
    } catch (thrown) {
      if (!PASSING.some((code) => isCode(thrown, code))) throw thrown;
      await new Promise((resolve) => window.setTimeout(resolve, pause));
    }
  }
  return job();
}

/** iCloud has the file, and this device only what stands in for it. */
export class InCloud extends Error {
  constructor() {
    super(locale.refusal.fileInCloud);
  }
}

/** Milliseconds that a start waits for a file. The disk may have to fetch it from elsewhere. */
const SLOW = 3000;

/** The answer of a job that goes on. */
export const LATE = Symbol('late');

/** What the disk gives, or `LATE` if that takes long. */
export async function inTime<T>(job: Promise<T>): Promise<T | typeof LATE> {
  let timer = 0;
  const late = new Promise<typeof LATE>((resolve) => {
    timer = window.setTimeout(() => resolve(LATE), SLOW);
  });
  return Promise.race([job, late]).finally(() => window.clearTimeout(timer));
}

/** Why the disk refused, with what to do about it. */
export function diskReason(thrown: unknown): string {
  if (['ENOSPC', 'EDQUOT'].some((code) => isCode(thrown, code))) return locale.refusal.diskFull;
  if (isCode(thrown, 'EROFS')) return locale.refusal.diskReadOnly;
  if (PASSING.some((code) => isCode(thrown, code))) return locale.refusal.diskBusy;
  return locale.notice.error(messageOf(thrown));
}

/** On phones the code stands in the message alone. */
function isCode(thrown: unknown, code: string): boolean {
  return (thrown as { code?: unknown } | null)?.code === code || new RegExp(`\\b${code}\\b`, 'u').test(messageOf(thrown));
}
