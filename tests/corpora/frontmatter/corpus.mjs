// Notes in which every feature of frontmatter meets every other one, the same notes at each run. Tests hold the
// frontmatter rules to their promises on them; benchmarks measure speed on them.

import { randomFrom } from '../../vaults/chance.mjs';
import { drawn, pairwise, pick } from './cover.mjs';
import { brokenFeatures, soundFeatures } from './pieces.mjs';

/** @typedef {{ path: string, text: string }} Note */

const SEED = 20251031;
/** How many random notes, and how many mutants, are added to those in which all pairs of pieces meet. */
const [DRAWN, MUTANTS] = [800, 700];
/** Beginnings of paths. The folder decides a note's kind; a day in the name is a fact that rules read. */
const PLACES = ['Notes/', 'People/', 'Meetings/2025-10-31 - ', 'Customers/'];
/** A mutant has one of these inserted, or in place of a few of its characters. */
const SPLINTERS = ['', ' ', '\n', '\r\n', '\t', '---\n', ':', ': ', '- ', '#', ' # ', '"', "'", '[', ']', '{', '}', '|', '>', '&a ', '*a', '!!str ', '? ', ',', '\u2028', '\u0085', '\ufeff', 'Ã¼', '\\'];

/** @returns {Note[]} at least 2,500 notes */
export function corpus() {
  const random = randomFrom(SEED);
  const sound = [...pairwise(soundFeatures, random), ...Array.from({ length: DRAWN }, () => drawn(soundFeatures, random))].map(soundNote);
  const broken = pairwise(brokenFeatures, random).map((choice) => brokenNote(choice, drawn(soundFeatures, random)));
  const mutants = Array.from({ length: MUTANTS }, () => mutant(pick(random, sound), random));
  return [...sound, ...broken, ...mutants].map((text, index) => ({ path: `${PLACES[index % PLACES.length]}${index}.md`, text }));
}

const PROPERTIES = /** @type {const} */ (['titles', 'dates', 'tags', 'lists', 'scalars', 'structures', 'oddities']);

/** @param {import('./cover.mjs').Choice} choice @returns {string[]} */
const propertiesOf = (choice) => PROPERTIES.map((feature) => soundFeatures[feature][choice[feature]]).filter((piece) => piece !== '');

/** @param {import('./cover.mjs').Choice} choice */
const soundNote = (choice) => note(choice, propertiesOf(choice), soundFeatures.fences[choice.fences]);

/** A note with a line in the middle of its block that breaks it. */
/** @param {import('./cover.mjs').Choice} choice @param {import('./cover.mjs').Choice} sound */
function brokenNote(choice, sound) {
  const properties = propertiesOf(sound);
  const broken = brokenFeatures.breaks[choice.breaks];
  if (broken !== '') properties.splice(properties.length / 2, 0, broken);
  return note(choice, properties, brokenFeatures.fences[choice.fences]);
}

/** @param {import('./cover.mjs').Choice} choice @param {string[]} properties @param {(yaml: string, body: string) => string} fence */
function note({ heads, comments, endings, bodies }, properties, fence) {
  const yaml = soundFeatures.comments[comments](properties).map((line) => `${line}\n`).join('');
  return soundFeatures.heads[heads] + soundFeatures.endings[endings](fence(yaml, soundFeatures.bodies[bodies]));
}

/** A note with one piece of its head replaced. */
/** @param {string} text @param {() => number} random */
function mutant(text, random) {
  const units = [...text.slice(0, 600)];
  const at = Math.floor(random() * units.length);
  const gone = Math.floor(random() * 3);
  return [...units.slice(0, at), pick(random, SPLINTERS), ...units.slice(at + gone)].join('') + text.slice(units.join('').length);
}
