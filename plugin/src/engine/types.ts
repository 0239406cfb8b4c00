// The engine's types as the rest of the plugin sees them. Only this folder knows that they come from WebAssembly.
import type { Engine } from 'namesake-wasm';

export type {
  Choice, Config, Decision, Finding, Fix, JournalEntry, LeftOut, NoteChange, NoteEdit, NoteText, Plan, PlanRequest,
  Preview, PreviewLine, PreviewPart, Query, Reverted, RuleInfo, Settings, TaskOwner, TaskQuery, TaskRow, TextEdit, Tier,
  VaultStatus,
} from 'namesake-wasm';

/** Every method of the engine that the plugin calls. */
export const METHODS = [
  'configure', 'upsert', 'reject', 'remove', 'rename', 'decide', 'forget', 'paths', 'related', 'findings', 'plan',
  'preview', 'revert', 'tasks', 'rules', 'status',
] as const;

export type Method = (typeof METHODS)[number];
export type Arguments<M extends Method> = Parameters<Engine[M]>;
export type Result<M extends Method> = ReturnType<Engine[M]>;

/** The engine's methods as promises. A refusal rejects with an Error whose message is meant for the user. */
export type EngineApi = { [M in Method]: (...args: Arguments<M>) => Promise<Result<M>> };

/** A method that exists only in the test build, where it makes the core panic. */
export const PANIC = 'panic';
