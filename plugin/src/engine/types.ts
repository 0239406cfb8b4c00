// The engine's types as the rest of the plugin sees them. Only this folder knows that they come from WebAssembly.
import type {
  Alias, Candidate, Choice, Completion, CompletionQuery, Config as StoredConfig, Decision, Finding, Headings, JournalEntry,
  Merge, MergeRequest, NoteChange, NoteText, Plan, PlanRequest, Preview, Profile as StoredProfile, Query, Reverted, RuleInfo,
  Settings as StoredSettings, TaskQuery, TaskTable, TemplateCheck,
  VaultStatus,
} from 'namesake-wasm';
import type { TaskRow } from './tasks';

export type {
  Alias, Candidate, Choice, Completion, CompletionQuery, Decision, Finding, JournalEntry, Merge, MergeRequest, NoteChange, NoteText, Plan,
  PlanRequest, Preview, Query, Reverted, RuleInfo, TaskQuery, TemplateCheck, VaultStatus,
};
export type { TaskRow } from './tasks';
export type {
  Fix, Identification, Kind, LeftOut, Mention, MergedProperty, MergedSection, NoteEditSpan as TextEdit, PreviewLine, PreviewPart, PropertyType, Schema, Tier,
} from 'namesake-wasm';

export type Profile = Required<StoredProfile>;

/** Settings as the engine gives them back: every default filled in. */
export interface Settings extends Required<Omit<StoredSettings, 'headings' | 'profiles' | 'rules'>> {
  headings: Required<Headings>;
  /** Rules switched on or off by the user; a rule that is not named has its default. */
  rules: Record<string, boolean>;
  profiles: Profile[];
}

/** data.json as the engine gives it back. */
export interface Config extends Required<Omit<StoredConfig, 'settings'>> {
  settings: Settings;
}

/** The engine's methods as promises. A refusal rejects with an Error whose message is meant for the user. */
export interface EngineApi {
  /** Takes data.json (null: defaults) and gives it back complete; refuses a wrong shape. */
  configure(config: unknown): Promise<Config>;
  /** Takes the content of Obsidian's types.json; refuses a wrong shape. */
  propertyTypes(types: unknown): Promise<void>;
  upsert(notes: NoteText[]): Promise<void>;
  /** A note that cannot be read: reported as a finding and otherwise left out. */
  reject(path: string, reason: string): Promise<void>;
  remove(path: string): Promise<void>;
  /** Decisions move with the note; the config is to be saved. */
  rename(from: string, to: string): Promise<Config>;
  /** What was decided about a note that was merged into another is about that one; the config is to be saved. */
  merged(loser: string, winner: string): Promise<Config>;
  decide(decision: Decision): Promise<Config>;
  forget(decision: Decision): Promise<Config>;
  paths(): Promise<string[]>;
  /** Why no rule looks at the note, as the rest of a sentence; undefined where they do. */
  ignored(path: string): Promise<string | undefined>;
  /** Notes whose findings may change when this one does, itself first. */
  related(path: string): Promise<string[]>;
  /** Notes in which a form may stand. */
  mentioning(written: string): Promise<string[]>;
  findings(query: Query): Promise<Finding[]>;
  plan(request: PlanRequest): Promise<Plan>;
  preview(path: string, id: string, fix: number): Promise<Preview[]>;
  /** What is to be said of a note as a template for people; an empty path stands for Namesake's own. */
  checkTemplate(path: string): Promise<TemplateCheck>;
  /** In what two texts of a note differ, word by word. */
  compare(path: string, before: string, after: string): Promise<Preview>;
  /** Refuses when the text changed since; no text where no note stands, none after for a note that has to go. Offsets of the edits are UTF-16 units of `text`. */
  revert(entry: JournalEntry, text: string | undefined): Promise<Reverted>;
  /** Lines count from 1, dates are ISO dates. */
  tasks(query: TaskQuery): Promise<TaskRow[]>;
  /** Whom and what the words typed into a note may mean, the likeliest first. */
  complete(query: CompletionQuery): Promise<Completion[]>;
  /** At most three people whom the form, in this line of the note, may mean. */
  whois(path: string, written: string, line: string): Promise<Candidate[]>;
  isPerson(path: string): Promise<boolean>;
  /** Two notes of one person side by side, and what makes them one. */
  merge(request: MergeRequest): Promise<Merge>;
  rules(): Promise<RuleInfo[]>;
  status(): Promise<VaultStatus>;
}

/** The same methods as the module itself answers them. */
export type Calls = Omit<EngineApi, 'tasks'> & { tasks(query: TaskQuery): Promise<TaskTable> };

/** Every method of the engine that the plugin calls. */
export const METHODS: (keyof EngineApi)[] = [
  'configure', 'propertyTypes', 'upsert', 'reject', 'remove', 'rename', 'merged', 'decide', 'forget', 'paths', 'ignored', 'related',
  'mentioning', 'findings', 'plan', 'preview', 'checkTemplate', 'compare', 'revert', 'tasks', 'complete', 'whois', 'isPerson', 'merge', 'rules', 'status',
];

/** A method that exists only in the test build, where it makes the core panic. */
export const PANIC = 'panic';
