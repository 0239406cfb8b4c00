import type { Finding } from 'namesake-wasm';
import type { Vault } from './vault.mjs';

/** What became of one rule. `right`: findings among whose fixes is the right one, and nothing besides. */
export interface Row {
  planted: number;
  found: number;
  proposed: number;
  findings: number;
  right: number;
  missed: string[];
  wrong: string[];
}
/** What was found, a rule at a time. */
export function rows(vault: Vault, findings: Finding[]): Map<string, Row>;
/** The rows as a table of text. */
export function printed(table: Map<string, Row>): string;
/** How many items were mended, and what was changed besides, given the texts of all notes afterwards. */
export function changes(vault: Vault, after: Map<string, string>): { right: number; wrong: string[] };
/** A part of a whole; 1 where there is nothing to be right or wrong about. */
export function share(part: number, whole: number): number;
