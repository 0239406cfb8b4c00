// The pages of the settings about rules and properties, as declarations: which rules run, on which notes they stand
// otherwise, and what properties hold.
import type { SettingDefinition, SettingDefinitionItem, SettingDefinitionPage } from 'obsidian';
import type { Kind, Profile, Role, RuleInfo } from '../engine/types';
import { locale } from '../locales';
import { fieldOf } from './fields';

const words = locale.settings;
const KINDS = Object.keys(words.kinds) as Kind[];

/** A field of lines, checked as it is typed. */
export function linesOf(key: string, name: string, desc: string, disabled: () => boolean = () => false): SettingDefinition {
  const validate = fieldOf(key, []).problem;
  return { name, desc, control: { type: 'textarea', key, rows: 3, disabled, ...(validate ? { validate } : {}) } };
}

export function rulesPage(rules: RuleInfo[]): SettingDefinitionPage {
  const toggle = (rule: RuleInfo): SettingDefinition => ({ ...namedAfter(rule), control: { type: 'toggle', key: `rule:${rule.name}`, defaultValue: rule.on } });
  return { type: 'page', name: words.rules, desc: words.rulesDesc, items: ruleGroups(rules, toggle) };
}

export function propertiesPage(): SettingDefinitionPage {
  return {
    type: 'page',
    name: words.properties,
    desc: words.propertiesDesc,
    items: [
      linesOf('propertyTypes', words.propertyTypes, words.propertyTypesDesc),
      linesOf('typeSynonyms', words.typeSynonyms, words.typeSynonymsDesc),
      linesOf('keyOrder', words.keyOrder, words.keyOrderDesc),
      { type: 'group', heading: words.schemas, items: KINDS.map(schemaPage) },
    ],
  };
}

/** The roles whose words users have of their own. */
const ROLES: Role[] = ['participants', 'absent', 'day', 'log', 'person', 'meeting'];

export function wordsPage(disabled: () => boolean): SettingDefinitionPage {
  const items = ROLES.map((role): SettingDefinition => ({
    name: words.wordNames[role] ?? role,
    desc: [words.wordsCommas, words.wordExamples[role]].filter((part) => part !== undefined).join(' '),
    control: { type: 'text', key: `words:${role}`, defaultValue: '', disabled },
  }));
  return { type: 'page', name: words.words, desc: words.wordsDesc, items };
}

function schemaPage(kind: Kind): SettingDefinitionPage {
  const lines = (part: 'required' | 'allowed' | 'values', name: string, desc: string): SettingDefinition => linesOf(`schema:${kind}:${part}`, name, desc);
  return {
    type: 'page',
    name: words.kinds[kind] ?? kind,
    desc: words.schemaDesc,
    items: [
      lines('required', words.schemaRequired, words.schemaRequiredDesc),
      lines('allowed', words.schemaAllowed, words.schemaAllowedDesc),
      lines('values', words.schemaValues, words.schemaValuesDesc),
    ],
  };
}

export interface ProfileActions {
  add: () => void;
  remove: (at: number) => void;
}

export function profilesPage(profiles: Profile[], rules: RuleInfo[], { add, remove }: ProfileActions): SettingDefinitionPage {
  return {
    type: 'page',
    name: words.profiles,
    desc: words.profilesDesc,
    items: [
      {
        type: 'list',
        heading: words.profiles,
        emptyState: words.profilesEmpty,
        items: profiles.map((profile, at) => profilePage(profile, at, rules)),
        addItem: { name: words.profileAdd, action: add },
        onDelete: remove,
      },
    ],
  };
}

function profilePage(profile: Profile, at: number, rules: RuleInfo[]): SettingDefinitionPage {
  const choice = (rule: RuleInfo): SettingDefinition => ({
    ...namedAfter(rule),
    control: { type: 'dropdown', key: `profile:${at}:rule:${rule.name}`, options: { ...words.switches }, defaultValue: 'same' },
  });
  return {
    type: 'page',
    name: words.profile(at + 1),
    desc: describe(profile),
    items: [
      linesOf(`profile:${at}:folders`, words.profileFolders, words.profileFoldersDesc),
      {
        type: 'group',
        heading: words.profileKinds,
        items: KINDS.map((kind) => ({ name: words.kinds[kind] ?? kind, control: { type: 'toggle' as const, key: `profile:${at}:kind:${kind}`, defaultValue: false } })),
      },
      ...ruleGroups(rules, choice),
    ],
  };
}

/** Which notes a profile is about, and what it switches. */
function describe({ folders, kinds, rules }: Profile): string {
  const about = [folders.join(', '), kinds.map((kind) => words.kinds[kind] ?? kind).join(', ')].filter((part) => part !== '');
  const named = (on: boolean): string => Object.keys(rules).filter((name) => rules[name] === on).join(', ');
  return words.profileIs(about.join(' · ') || words.profileAll, named(true), named(false));
}

function ruleGroups(rules: RuleInfo[], control: (rule: RuleInfo) => SettingDefinition): SettingDefinitionItem[] {
  if (rules.length === 0) return [{ name: words.rulesWait }];
  return [...new Set(rules.map((rule) => rule.group))].map((group) => ({
    type: 'group' as const,
    heading: words.ruleGroups[group] ?? group,
    items: rules.filter((rule) => rule.group === group).map(control),
  }));
}

/** What a rule is found by: its sentence, its reason, and the name that stands on its findings. */
function namedAfter(rule: RuleInfo): { name: string; desc: string; aliases: string[] } {
  const state = rule.on ? [] : [words.ruleOff];
  return { name: plain(rule.what), desc: [plain(rule.why), ...state, words.ruleName(rule.name)].join(' '), aliases: [rule.name, rule.group] };
}

/** The engine quotes in backticks; a setting's name is shown as it stands. */
function plain(sentence: string): string {
  return sentence.replaceAll('`', '');
}
