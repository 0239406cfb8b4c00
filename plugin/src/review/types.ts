// What the review model tells the pane, and what it needs from outside.
import type { Alias, Choice, Decision, Finding, Preview } from '../engine/types';
import type { Group } from './cards';

/** Notes are read first, then the rules look at them. */
export type Phase = { kind: 'indexing'; step: 'reading' | 'checking'; done: number; total: number } | { kind: 'ready' } | { kind: 'error'; message: string };

/**
 * What is offered above the list. The first batch: certain repairs are there and none was ever gone through; gone
 * through. Names that the context alone speaks for: the user's own record says that they can go by themselves.
 */
export type Offer = { kind: 'none' } | { kind: 'found'; count: number } | { kind: 'automatic' } | { kind: 'names'; accepted: number; decided: number };

/** What a batch is called by: how much of which note, or which name. */
export interface BatchTitle {
  path: string;
  count: number;
  name?: Alias;
}

/** What became of something; the user is told when nothing of it is left to do, since the next key may take it back. */
interface Outcome {
  announce: () => void;
}

export interface AcceptResult extends Outcome {
  batch: string | undefined;
  settled: string[];
}

export interface RestoreResult extends Outcome {
  /** Nothing of the batch stands any more, nor what was decided with it. */
  whole: boolean;
}

export interface ReviewDeps {
  /** Findings of these notes, or of all. */
  findings: (paths?: string[]) => Promise<Finding[]>;
  preview: (path: string, id: string, fix: number) => Promise<Preview[]>;
  /** Writes what was chosen, and a form among somebody's aliases. */
  accept: (title: BatchTitle, choices: Choice[], alias?: Alias) => Promise<AcceptResult>;
  decisions: () => Decision[];
  /** What is decided with a batch is taken back with it. */
  decide: (decisions: Decision[], batch?: string) => Promise<void>;
  forget: (decisions: Decision[]) => Promise<void>;
  undoBatch: (batch: string) => Promise<RestoreResult>;
  /** Whether certain repairs are written on save. */
  automatic: () => boolean;
  /** Whether names that the context alone speaks for count as certain. */
  automaticByContext: () => boolean;
  firstBatchReviewed: () => boolean;
  markFirstBatch: () => Promise<void>;
  /** Notes that automatic repairs stay away from; their certain findings are shown nevertheless. */
  isHeld: (path: string) => boolean;
  failed: (thrown: unknown) => void;
}

/** What buttons of the pane set going beside the model. */
export interface PaneActions {
  /** Opens a note at a span, in UTF-16 units. */
  open: (path: string, place: { start: number; end: number }) => void;
  merge: (finding: Finding) => void;
  scan: () => void;
  rebuild: () => void;
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
}
