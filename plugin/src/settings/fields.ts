// From a control's key to the setting behind it: what the control shows, what it changes, and what is wrong with what
// was typed. A key is a setting's name, or a path such as `profile:0:rule:date-type`. Pure.
import type { Kind, Profile, PropertyType, Role, RuleInfo, Schema, Settings } from '../engine/types';
import { locale } from '../locales';
import { isSign } from '../screen/sign';
import { fromCommas, fromLines, fromPairs, problemOfFolders, problemOfMap, problemOfPairs, toPairs } from './lines';

export interface Field {
  read: (settings: Settings) => unknown;
  /** The settings that change. Called only with values that `problem` accepts. */
  write: (settings: Settings, value: unknown) => Partial<Settings>;
  problem?: (text: string) => string | undefined;
}

/** How a rule stands in a profile: as it stands for all notes, or otherwise. */
export type Switch = keyof typeof locale.settings.switches;

const words = locale.settings;

/** The types of properties and the words that Obsidian shows for them. */
const TYPES: Record<PropertyType, string> = words.typeWords();

export function fieldOf(key: string, rules: RuleInfo[]): Field {
  const [place = '', ...rest] = key.split(':');
  switch (place) {
    case 'rule': return ruleField(rest.join(':'), rules);
    case 'words': return wordsField(rest.join(':') as Role);
    case 'heading': return headingField(rest.join(':'));
    case 'schema': return schemaField(rest[0] as Kind, rest[1] as keyof Schema);
    case 'profile': return profileField(Number(rest[0]), rest[1] ?? '', rest.slice(2).join(':'));
    case 'propertyTypes': return PROPERTY_TYPES;
    case 'typeSynonyms': return TYPE_SYNONYMS;
    case 'peopleSign': return { ...plainField(place), problem: problemOfSign };
    default: return plainField(place);
  }
}

/** A setting that is shown as it is; a list is shown one item a line. */
function plainField(key: string): Field {
  const read = (settings: Settings): unknown => (settings as unknown as Record<string, unknown>)[key];
  return {
    read: (settings) => shown(read(settings)),
    write: (settings, value) => ({ [key]: Array.isArray(read(settings)) ? fromLines(String(value)) : value }),
    ...(key.endsWith('Folders') ? { problem: problemOfFolders } : {}),
  };
}

/** What is wrong with a sign before names. */
export function problemOfSign(sign: string): string | undefined {
  return isSign(sign) ? undefined : words.peopleSignWrong;
}

function ruleField(name: string, rules: RuleInfo[]): Field {
  return {
    read: (settings) => settings.rules[name] ?? rules.find((rule) => rule.name === name)?.on ?? false,
    write: (settings, value) => ({ rules: { ...settings.rules, [name]: value === true } }),
  };
}

function headingField(name: string): Field {
  return {
    read: ({ headings }) => shown((headings as Record<string, string[]>)[name] ?? []),
    write: ({ headings }, value) => ({ headings: { ...headings, [name]: fromLines(String(value)) } }),
  };
}

/** What the vault calls something. A role without words of its own is not stored. */
function wordsField(role: Role): Field {
  return {
    read: ({ words: own }) => (own[role] ?? []).join(', '),
    write: ({ words: own }, value) => {
      const listed = fromCommas(String(value));
      const others = Object.fromEntries(Object.entries(own).filter(([other]) => other !== role));
      return { words: listed.length === 0 ? others : { ...others, [role]: listed } };
    },
  };
}

const PROPERTY_TYPES: Field = {
  read: ({ propertyTypes }) => toPairs(Object.entries(propertyTypes).map(([name, type]) => [name, TYPES[type]])),
  write: (_, value) => ({ propertyTypes: Object.fromEntries(fromPairs(String(value)).map(([name, word]) => [name, typeOf(word) ?? 'unknown'])) }),
  problem: (text) => {
    const wrong = fromPairs(text).find(([, word]) => typeOf(word) === undefined)?.[1];
    return problemOfMap(text, words.propertyTypesExample()) ?? (wrong === undefined ? undefined : words.noType(wrong, Object.values(TYPES)));
  },
};

const TYPE_SYNONYMS: Field = {
  read: ({ typeSynonyms }) => toPairs(Object.entries(typeSynonyms)),
  write: (_, value) => ({ typeSynonyms: Object.fromEntries(fromPairs(String(value))) }),
  problem: (text) => problemOfMap(text, words.typeSynonymsExample()),
};

/** Takes the app's words and those of types.json. */
function typeOf(word: string): PropertyType | undefined {
  const plain = word.toLowerCase();
  const isNamed = (type: PropertyType): boolean => type === plain || TYPES[type].toLowerCase() === plain;
  return (Object.keys(TYPES) as PropertyType[]).find(isNamed);
}

function schemaField(kind: Kind, part: keyof Schema): Field {
  const schemaIn = ({ schemas }: Settings): Required<Schema> => ({ required: [], allowed: [], values: {}, ...schemas[kind] });
  const write = (settings: Settings, change: Partial<Schema>): Partial<Settings> =>
    ({ schemas: { ...settings.schemas, [kind]: { ...schemaIn(settings), ...change } } });
  if (part !== 'values') {
    return { read: (settings) => shown(schemaIn(settings)[part]), write: (settings, value) => write(settings, { [part]: fromLines(String(value)) }) };
  }
  return {
    read: (settings) => toPairs(Object.entries(schemaIn(settings).values).flatMap(([name, values]) => values.map((value): [string, string] => [name, value]))),
    write: (settings, value) => write(settings, { values: grouped(String(value)) }),
    problem: (text) => problemOfPairs(text, words.schemaValuesExample()),
  };
}

/** `status = open`, `status = done` -> all values of `status`. */
function grouped(text: string): Record<string, string[]> {
  const values: Record<string, string[]> = {};
  for (const [name, value] of fromPairs(text)) values[name] = [...(values[name] ?? []), value];
  return values;
}

function profileField(at: number, part: string, name: string): Field {
  const change = (settings: Settings, make: (profile: Profile) => Partial<Profile>): Partial<Settings> => {
    if (!settings.profiles[at]) throw new Error(words.profileGone);
    return { profiles: settings.profiles.map((profile, other) => (other === at ? { ...profile, ...make(profile) } : profile)) };
  };
  if (part === 'folders') {
    return {
      read: ({ profiles }) => shown(profiles[at]?.folders ?? []),
      write: (settings, value) => change(settings, () => ({ folders: fromLines(String(value)) })),
      problem: problemOfFolders,
    };
  }
  if (part === 'kind') {
    const kind = name as Kind;
    return {
      read: ({ profiles }) => profiles[at]?.kinds.includes(kind) ?? false,
      write: (settings, value) => change(settings, ({ kinds }) =>
        ({ kinds: [...kinds.filter((other) => other !== kind), ...(value === true ? [kind] : [])] })),
    };
  }
  return {
    read: ({ profiles }): Switch => {
      const on = profiles[at]?.rules[name];
      return on === undefined ? 'same' : on ? 'on' : 'off';
    },
    write: (settings, value) => change(settings, ({ rules }) => ({ rules: switched(rules, name, value as Switch) })),
  };
}

function switched(rules: Record<string, boolean>, name: string, to: Switch): Record<string, boolean> {
  const others = Object.fromEntries(Object.entries(rules).filter(([other]) => other !== name));
  return to === 'same' ? others : { ...others, [name]: to === 'on' };
}

function shown(value: unknown): unknown {
  return Array.isArray(value) ? value.join('\n') : value;
}
