// The engine's types as the rest of the plugin sees them. All of them derive from the Rust ones: a method that is added
// to the engine needs nothing here. Only this folder knows that they come from WebAssembly.
import type {
  Config as StoredConfig, Engine, Headings, Pattern as StoredPattern, Profile as StoredProfile, Settings as StoredSettings, TaskTable,
} from 'namesake-wasm';
import type { TaskRow } from './tasks';

export type {
  About, AdoptedSettings, AdoptedValue, Alias, Briefing, Candidate, Choice, Completion, CompletionQuery, Contact, DatedDecision, Decision, DecisionChanges, Finding, Fix,
  Identification, JournalEntry, Kind, LeftOut, Mention, Merge, MergedProperty, MergedSection, MergeRequest, NoteChange,
  NoteEditSpan as TextEdit, NoteText, PatternError, PatternExcerpt, PatternPlace, PatternTrial, Plan, PlanRequest, Preview, PreviewLine,
  PreviewPart, PropertyType, Query, Question, QuestionPlace, QueueChanges, Quote, Reverted, Role, RuleInfo, Schema, SettingsFile, Split, SplitPart, SplitRequest, SplitSide,
  TaskQuery, TemplateCheck, Tier, Topic, VaultStatus,
} from 'namesake-wasm';
export type { TaskRow } from './tasks';

export type Pattern = Required<StoredPattern>;
export type Profile = Required<StoredProfile>;

/** Settings as the engine gives them back: every default filled in. */
export interface Settings extends Required<Omit<StoredSettings, 'headings' | 'patterns' | 'profiles' | 'rules'>> {
  headings: Required<Headings>;
  /** Rules switched on or off by the user; a rule that is not named has its default. */
  rules: Record<string, boolean>;
  patterns: Pattern[];
  profiles: Profile[];
}

/** data.json as the engine gives it back. */
export interface Config extends Required<Omit<StoredConfig, 'settings'>> {
  settings: Settings;
}

/** The names of the engine's methods, without those that wasm-bindgen adds to free its memory. */
export type Method = Exclude<Extract<keyof Engine, string>, 'free'>;

/** A call as it is made: the method's name and its arguments. */
export type Call = { [M in Method]: [method: M, args: Parameters<Engine[M]>] }[Method];

/** The engine's methods as promises. A refusal rejects with an Error whose message is meant for the user. */
export type EngineApi = { readonly [M in Method]: (...args: Parameters<Engine[M]>) => Promise<Result<ReturnType<Engine[M]>>> };

/** What a method gives: a config has all its defaults, and a table of tasks is turned into rows. */
type Result<R> = Is<R, StoredConfig> extends true ? Config : Is<R, TaskTable> extends true ? TaskRow[] : R;

/** Whether two types are the same. `extends` alone would not do: many types fit a config, whose fields are all optional. */
type Is<A, B> = [A, B] extends [B, A] ? true : false;

/** A method that exists only in the test build, where it makes the core panic. */
export const PANIC = 'panic';
