// Between the settings tab's flat keys and the engine's settings: lists are shown one item a line, rules and headings
// have a prefix. Pure.
import type { RuleInfo, Settings } from './engine/types';
import { en } from './locales/en';
import { isFolderPath } from './vault/paths';

const RULE = 'rule:';
const HEADING = 'heading:';

/** What a control shows; undefined while the settings are not known. */
export function readControl(settings: Settings | undefined, rules: RuleInfo[], key: string): unknown {
  if (!settings) return undefined;
  if (key.startsWith(RULE)) {
    const name = key.slice(RULE.length);
    return settings.rules[name] ?? rules.find((rule) => rule.name === name)?.on ?? false;
  }
  const headings: Record<string, string[]> = { ...settings.headings };
  if (key.startsWith(HEADING)) return (headings[key.slice(HEADING.length)] ?? []).join('\n');
  const value = (settings as unknown as Record<string, unknown>)[key];
  return Array.isArray(value) ? value.join('\n') : value;
}

/** The settings that change when a control is given this value. */
export function writeControl(settings: Settings, key: string, value: unknown): Partial<Settings> {
  if (key.startsWith(RULE)) return { rules: { ...settings.rules, [key.slice(RULE.length)]: value === true } };
  if (key.startsWith(HEADING)) {
    return { headings: { ...settings.headings, [key.slice(HEADING.length)]: fromLines(String(value)) } };
  }
  const before = (settings as unknown as Record<string, unknown>)[key];
  return { [key]: Array.isArray(before) ? fromLines(String(value)) : value };
}

export function fromLines(text: string): string[] {
  return text.split('\n').map((line) => line.trim()).filter((line) => line !== '');
}

/** What is wrong with a list of folders, for the user; undefined when nothing is. */
export function problemOfFolders(folders: string[]): string | undefined {
  return folders.every(isFolderPath) ? undefined : en.settings.outsideFolder;
}
