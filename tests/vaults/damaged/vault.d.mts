/** A note: what stands in it as it is planted. */
export interface Draft {
  readonly path: string;
  readonly text: string;
}
/** Something that is to be found, and by which rule. */
export interface Item {
  readonly rule: string;
  readonly what: string;
}
export interface Vault {
  drafts: Draft[];
  items: Item[];
}
/** A damaged vault with its truth: the same at each run. */
export function makeVault(seed: number): Vault;
