// Chooses combinations of pieces in which any two values of different features meet (pairwise testing).

/** @typedef {Record<string, string>} Choice the name of the value that each feature takes */

/** @template T @param {() => number} random @param {T[]} list @returns {T} */
export const pick = (random, list) => /** @type {T} */ (list[Math.floor(random() * list.length)]);

/**
 * One random value of each feature.
 * @param {Record<string, object>} features @param {() => number} random @returns {Choice}
 */
export function drawn(features, random) {
  return Object.fromEntries(Object.entries(features).map(([feature, values]) => [feature, pick(random, Object.keys(values))]));
}

/**
 * Choices in which any two values of different features meet at least once. Greedy: each choice begins with a pair that
 * has not met, and takes for every other feature the value that adds most new pairs.
 * @param {Record<string, object>} features @param {() => number} random @returns {Choice[]}
 */
export function pairwise(features, random) {
  const all = Object.entries(features).map(([feature, values]) => Object.keys(values).map((name) => ({ feature, name, id: 0 })));
  all.flat().forEach((value, index) => (value.id = index));
  const open = new Pairs(all);
  const choices = [];
  for (const pair of open.list()) {
    if (!open.has(...pair)) continue;
    const chosen = [...pair];
    for (const values of shuffled(all, random)) {
      if (chosen.some(({ feature }) => feature === values[0]?.feature)) continue;
      chosen.push(best(shuffled(values, random), (value) => chosen.filter((other) => open.has(value, other)).length));
    }
    open.meet(chosen);
    choices.push(Object.fromEntries(chosen.map(({ feature, name }) => [feature, name])));
  }
  return choices;
}

/** @typedef {{ feature: string, name: string, id: number }} Value */

/** The pairs of values that have not met yet. */
class Pairs {
  /** @type {Map<number, [Value, Value]>} */
  #open = new Map();
  #count;

  /** @param {Value[][]} all the values of each feature */
  constructor(all) {
    const values = all.flat();
    this.#count = values.length;
    for (const one of values) {
      for (const other of values) if (one.feature < other.feature) this.#open.set(this.#key(one, other), [one, other]);
    }
  }

  /** The same for both orders. @param {Value} one @param {Value} other */
  #key = (one, other) => Math.min(one.id, other.id) * this.#count + Math.max(one.id, other.id);

  list = () => [...this.#open.values()];

  /** @param {Value} one @param {Value} other */
  has = (one, other) => this.#open.has(this.#key(one, other));

  /** @param {Value[]} chosen */
  meet(chosen) {
    for (const one of chosen) for (const other of chosen) this.#open.delete(this.#key(one, other));
  }
}

/** @template T @param {T[]} list @param {(item: T) => number} score @returns {T} the first of the highest score */
function best(list, score) {
  const scores = list.map(score);
  return /** @type {T} */ (list[scores.indexOf(Math.max(...scores))]);
}

/** @template T @param {T[]} list @param {() => number} random @returns {T[]} */
function shuffled(list, random) {
  const rest = [...list];
  for (let at = rest.length - 1; at > 0; at -= 1) {
    const other = Math.floor(random() * (at + 1));
    [rest[at], rest[other]] = [rest[other], rest[at]];
  }
  return rest;
}
