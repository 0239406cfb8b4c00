// What the review model tells the pane, and what it needs from outside.
import type { About, AdoptedValue, Alias, Choice, Decision, Finding, Preview } from '../engine/types';
import type { RecognitionActions } from '../recognition/screen';
import type { Group } from './cards';

/** Notes are read first, then the rules look at them. */
export type Phase = { kind: 'indexing'; step: 'reading' | 'checking'; done: number; total: number } | { kind: 'ready' } | { kind: 'error'; message: string };

/**
 * What is offered above the list. `example`: what the newest meeting tells its people's notes. `found`: a first batch of
 * certain repairs. `automatic`: automatic repairs, after that batch. `names`: automatic links of names by context alone,
 * once the user's record shows that they are right.
 */
export type Offer = { kind: 'none' } | { kind: 'example'; path: string } | { kind: 'found'; count: number } | { kind: 'automatic' } | { kind: 'names'; accepted: number; decided: number };

/** What the title of a batch is made of: a note and a number of findings, or a name. */
export interface BatchTitle {
  path: string;
  count: number;
  name?: Alias;
}

/** The result of an action. Its notice is shown when the action is complete, since the next key may undo it. */
interface Outcome {
  announce: () => void;
}

export interface AcceptResult extends Outcome {
  batch: string | undefined;
  settled: string[];
}

export interface RestoreResult extends Outcome {
  /** Whether all of the batch is undone, and the decisions with it. */
  whole: boolean;
}

export interface ReviewDeps {
  /** Findings of these notes, or of all. */
  findings: (paths?: string[]) => Promise<Finding[]>;
  /** What the vault is recognised as. */
  about: () => Promise<About>;
  /** What was taken over from the settings of the app and of other plugins. */
  adopted: () => AdoptedValue[];
  /** Whether the user has looked through what is recognised, or reviewed a first batch before there was such a screen. */
  recognitionConfirmed: () => boolean;
  preview: (path: string, id: string, fix: number) => Promise<Preview[]>;
  /** Writes the chosen fixes, and makes a form an alias. */
  accept: (title: BatchTitle, choices: Choice[], alias?: Alias) => Promise<AcceptResult>;
  decisions: () => Decision[];
  /** Decisions with a batch are undone with it. */
  decide: (decisions: Decision[], batch?: string) => Promise<void>;
  forget: (decisions: Decision[]) => Promise<void>;
  undoBatch: (batch: string) => Promise<RestoreResult>;
  /** Whether certain repairs are written on save. */
  automatic: () => boolean;
  /** Whether names count as certain by their context alone. */
  automaticByContext: () => boolean;
  firstBatchReviewed: () => boolean;
  markFirstBatch: () => Promise<void>;
  /** Whether automatic repairs of the note are stopped. Its certain findings are shown then. */
  isHeld: (path: string) => boolean;
  failed: (thrown: unknown) => void;
}

/** What buttons of the pane set going beside the model. */
export interface PaneActions {
  /** Opens a note at a span, in UTF-16 units; the click says in which pane. */
  open: (path: string, place: { start: number; end: number }, event: MouseEvent) => void;
  merge: (finding: Finding) => void;
  split: (finding: Finding) => void;
  scan: () => void;
  rebuild: () => void;
  /** Shows what a meeting tells its people's notes, and writes it when the user agrees. */
  example: (path: string) => void;
  recognition: RecognitionActions;
  switchOn: (setting: 'automatic' | 'automaticByContext') => void;
}

export interface ReviewState {
  phase: Phase;
  /** The groups of the page, cut to the page's cards. */
  groups: Group[];
  /** Cards in all, on this page or not. */
  count: number;
  page: { from: number; to: number };
  selected: string | undefined;
  editing: string | undefined;
  /** Index of the chosen fix by card; 0 where nothing was chosen. */
  fixes: ReadonlyMap<string, number>;
  busy: boolean;
  canUndo: boolean;
  offer: Offer;
  /** What the vault is recognised as, while the user looks through it. */
  recognition: { about: About; adopted: AdoptedValue[] } | undefined;
  /** One sentence: what is recognised. */
  summary: string;
}
