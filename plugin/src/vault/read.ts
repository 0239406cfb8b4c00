// Reads one note and checks it: valid UTF-8, no zero bytes, not too large, not in a cloud alone. A failed read throws, so
// that it is never taken for an empty note.
import { locale } from '../locales';

export interface FileReader {
  read(path: string): Promise<string>;
  readBinary(path: string): Promise<ArrayBuffer>;
}

/** `away`: the disk knows of the file and has not got what it says. */
export type Reading = { text: string } | { rejected: string; away?: true };

const REPLACEMENT = '\uFFFD';

/** `bytes` is the file's size on disk; a file over `limit` bytes is not read at all. */
export async function readNote(reader: FileReader, path: string, bytes: number, limit: number): Promise<Reading> {
  if (bytes > limit) return { rejected: locale.refusal.tooLarge(bytes, limit) };
  const text = await reader.read(path);
  if (text === '' && bytes > 0 && (await reader.readBinary(path)).byteLength === 0) return { rejected: locale.refusal.away(), away: true };
  if (text.includes('\0')) return { rejected: locale.refusal.nul() };
  // Decoding silently replaces invalid bytes. Such a note must not be written: the bytes would be lost.
  if (text.includes(REPLACEMENT) && !isUtf8(await reader.readBinary(path))) return { rejected: locale.refusal.notUtf8() };
  return { text };
}

function isUtf8(bytes: ArrayBuffer): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}
