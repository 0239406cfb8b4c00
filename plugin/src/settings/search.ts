// A field above a long list of settings that leaves the rows that have all the words typed (1.13.1). Older apps show the
// whole list.
import type { SettingDefinition, SettingDefinitionGroup } from 'obsidian';
import { locale } from '../locales';

/** So many rows are seen at a glance. */
const FEW = 8;

export function searchOver(rows: unknown[]): Pick<SettingDefinitionGroup, 'search'> {
  return rows.length > FEW ? { search: { placeholder: locale.settings.search, match: hasWords } } : {};
}

export function hasWords({ name, desc }: SettingDefinition, query: string): boolean {
  const text = `${name} ${typeof desc === 'string' ? desc : ''}`.toLowerCase();
  return query.toLowerCase().split(/\s+/u).every((word) => text.includes(word));
}
