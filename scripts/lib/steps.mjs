// A list of steps, each of which knows whether it is already satisfied. Set-up and build are such lists,
// so both say what they do and why, show progress, and cost milliseconds when there is nothing to do.

import { duration, startProgress } from './progress.mjs';

/**
 * @typedef {object} Step
 * @property {string} title what is done
 * @property {string} why what it is needed for
 * @property {string} usually how long it takes when it has to be done
 * @property {() => boolean | Promise<boolean>} satisfied cheap, and without effects
 * @property {(note: (line: string) => void) => Promise<void>} perform `note` shows the latest line of output
 */

/**
 * @param {string} heading
 * @param {Step[]} steps run in order; the first failure ends the list
 */
export async function runSteps(heading, steps) {
  const started = performance.now();
  let performed = 0;
  for (const step of steps) {
    if (await step.satisfied()) continue;
    performed += 1;
    await perform(step);
  }
  const outcome = performed === 0 ? 'nothing to do' : `${performed} of ${steps.length} steps`;
  console.log(`${heading}: ${outcome}, ${duration(performance.now() - started)}`);
}

/** @param {Step} step */
async function perform(step) {
  const started = performance.now();
  console.log(`▸ ${step.title}: ${step.why} (usually ${step.usually})`);
  const progress = startProgress(step.title);
  try {
    await step.perform(progress.note);
  } finally {
    progress.stop();
  }
  console.log(`  done in ${duration(performance.now() - started)}`);
}
