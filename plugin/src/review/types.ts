// What the review model tells the pane, and what it needs from outside.
import type { About, AdoptedValue, Alias, Choice, DatedDecision, Decision, Finding, Preview, Question, QueueChanges, Topic } from '../engine/types';
import type { RecognitionActions } from '../recognition/screen';
import type { NotePosition } from '../screen/open';
import type { Aside } from '../vault/aside-file';
import type { HabitRecord, Kind } from './habits';
import type { Filter } from './narrowing';

/** Notes are read first, then the rules look at them. */
export type Phase = { kind: 'indexing'; step: 'reading' | 'checking'; done: number; total: number } | { kind: 'ready' } | { kind: 'error'; message: string };

/**
 * What is offered above the list. `example`: what the newest meeting tells its people's notes. `automatic`: automatic
 * repairs, after a first batch by hand. `names`: automatic links of names by context alone, once the user's record shows
 * that they are right. `habit`: answers to one rule, all of which were yes.
 */
export type Offer = { kind: 'none' } | { kind: 'example'; path: string } | { kind: 'automatic' } | { kind: 'names'; accepted: number; decided: number } | Habit;

export interface Habit extends HabitRecord {
  kind: 'habit';
  of: Kind;
}

/** What the title of a batch is made of: a note and a number of findings, or a name. */
export interface BatchTitle {
  path: string;
  count: number;
  name?: Alias;
}

export interface AcceptResult {
  batch: string | undefined;
  written: string[];
  /** Ids of the findings that this settles. */
  settled: string[];
  /** Why something was not written, in sentences. */
  reasons: string[];
}

export interface RestoreResult {
  /** Whether all of the batch is undone, and the decisions with it. */
  whole: boolean;
  restored: number;
  reasons: string[];
}

export interface ReviewDeps {
  /** Has the engine look at these notes, or at all, and gives what it finds. */
  look: (paths?: string[]) => Promise<Finding[]>;
  queue: (whole: boolean) => Promise<QueueChanges>;
  /** What the vault is recognised as. */
  about: () => Promise<About>;
  /** What was taken over from the settings of the app and of other plugins. */
  adopted: () => AdoptedValue[];
  /** Whether the user has looked through what is recognised, or reviewed a first batch before there was such a screen. */
  recognitionConfirmed: () => boolean;
  preview: (path: string, id: string, fix: number) => Promise<Preview[]>;
  /** Writes the chosen fixes, and makes a form an alias. */
  accept: (title: BatchTitle, choices: Choice[], alias?: Alias) => Promise<AcceptResult>;
  decisions: () => DatedDecision[];
  /** Decisions with a batch are undone with it. */
  decide: (decisions: Decision[], batch?: string) => Promise<void>;
  forget: (decisions: Decision[]) => Promise<void>;
  undoBatch: (batch: string) => Promise<RestoreResult>;
  /** The newest batch of the journal that can still be undone. */
  newestBatch: () => Promise<{ id: string; title: string; notes: string[] } | undefined>;
  loadAside: () => Promise<Aside[]>;
  saveAside: (changes: ReadonlyMap<string, Aside | undefined>, known: Aside[]) => Promise<void>;
  now: () => Date;
  /** The notes of all people. */
  people: () => Promise<string[]>;
  /** When the note was last changed, in milliseconds. */
  changed: (path: string) => number;
  /** Whether certain repairs are written on save. */
  automatic: () => boolean;
  /** Whether names count as certain by their context alone. */
  automaticByContext: () => boolean;
  firstBatchReviewed: () => boolean;
  markFirstBatch: () => Promise<void>;
  failed: (thrown: unknown) => void;
}

/** What buttons of the pane set going beside the model. */
export interface PaneActions {
  /** Opens a note at a place; the click says in which pane. */
  open: (path: string, place: NotePosition, event?: MouseEvent | KeyboardEvent) => void;
  /** Shows a note without leaving the pane. */
  peek: (path: string, place: { start: number; end: number }) => void;
  merge: (finding: Finding) => void;
  split: (finding: Finding) => void;
  /** Asks for any person, whom the name of the question is taken for. */
  someone: (question: Question) => void;
  /** Shows what else can be answered, at this element. */
  more: (question: Question, at: HTMLElement) => void;
  snooze: (question: Question, at: HTMLElement) => void;
  /** Shows by what the list can be narrowed and sorted, at this element. */
  filter: (at: HTMLElement) => void;
  scan: () => void;
  rebuild: () => void;
  /** Shows what a meeting tells its people's notes, and writes it when the user agrees. */
  example: (path: string) => void;
  recognition: RecognitionActions;
  switchOn: (setting: 'automatic' | 'automaticByContext') => void;
}

/** How a question was put aside. */
export type Standing = 'skipped' | 'snoozed' | 'unopened';

/** A question that was put aside, and how it was before. */
export interface PutAside {
  id: string;
  before: Aside | undefined;
}

export type Section = 'here' | 'groups' | 'names' | 'singles' | 'typing' | 'skipped' | 'snoozed';

/** A line of the list. */
export type Row = { kind: 'heading'; section: Section; count: number } | { kind: 'question'; section: Section; question: Question };

/** Something that was done, and how it can be taken back. */
export interface Step {
  id: number;
  /** One sentence without its full stop. */
  title: string;
  state: 'running' | 'done' | 'undoing' | 'undone' | 'failed';
  question: Question | undefined;
  findings: Finding[];
  decisions: Decision[];
  batch: string | undefined;
  /** The notes that changed. */
  notes: string[];
  /** How many notes it was taken back in. */
  restored: number | undefined;
  /** What each note was changed for, where nobody asked for it just now. */
  details: string[];
  /** What this put aside. */
  aside: PutAside[] | undefined;
  /** Why it, or its undo, did not go through. */
  reason: string | undefined;
}

export interface ReviewState {
  phase: Phase;
  rows: Row[];
  /** The index of the selected question among the rows; -1 where there is none. */
  at: number;
  selected: Question | undefined;
  /** Questions answered since the pane was filled, and those that are left, asleep or not. */
  done: number;
  left: number;
  asleep: number;
  /** Questions that wait until their notes are opened. */
  unopened: number;
  minutes: number;
  topics: { topic: Topic | 'here'; count: number }[];
  filter: Readonly<Filter>;
  safe: number;
  /** Findings that nobody can be asked about, and whether they are listed. */
  known: number;
  editing: boolean;
  strip: Step | undefined;
  steps: readonly Step[];
  canUndo: boolean;
  offer: Offer;
  /** What the vault is recognised as, while the user looks through it. */
  recognition: { about: About; adopted: AdoptedValue[] } | undefined;
  /** One sentence: what is recognised. */
  summary: string;
}
