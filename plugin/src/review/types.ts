// What the review model tells the pane, and what it needs from outside.
import type { Choice, Decision, Finding, Preview } from '../engine/types';
import type { Group } from './queue';

/** Notes are read first, then the rules look at them. */
export type Phase = { kind: 'indexing'; step: 'reading' | 'checking'; done: number; total: number } | { kind: 'ready' } | { kind: 'error'; message: string };

/** The first batch: certain repairs are there and none was ever gone through; gone through; or nothing to say. */
export type FirstBatch = { kind: 'none' } | { kind: 'found'; count: number } | { kind: 'offer' };

export interface Accepted {
  batch: string | undefined;
  settled: string[];
  written: string[];
  refused: { path: string; reason: string }[];
}

export interface ReviewDeps {
  /** Findings of these notes, or of all. */
  findings: (paths?: string[]) => Promise<Finding[]>;
  preview: (path: string, id: string, fix: number) => Promise<Preview[]>;
  accept: (title: { path: string; count: number }, choices: Choice[]) => Promise<Accepted>;
  decide: (decisions: Decision[]) => Promise<void>;
  forget: (decisions: Decision[]) => Promise<void>;
  /** Says whether all of it could be taken back. */
  undoBatch: (batch: string) => Promise<boolean>;
  /** Whether certain repairs are written on save. */
  automatic: () => boolean;
  firstBatchReviewed: () => boolean;
  markFirstBatch: () => Promise<void>;
  /** Notes that automatic repairs stay away from; their certain findings are shown nevertheless. */
  held: (path: string) => boolean;
  failed: (thrown: unknown) => void;
}

export interface ReviewState {
  phase: Phase;
  /** The groups of the page, cut to the page's findings. */
  groups: Group[];
  /** Findings in all, on this page or not. */
  count: number;
  page: { from: number; to: number };
  selected: string | undefined;
  editing: string | undefined;
  /** Index of the chosen fix by finding id; 0 where nothing was chosen. */
  fixes: ReadonlyMap<string, number>;
  busy: boolean;
  canUndo: boolean;
  first: FirstBatch;
}
