// A vault of people who do not exist, as large as asked for, and what a transcript makes of their names. Made by a
// seeded generator from syllables: many share a first name, some a surname, as in life.

/** @typedef {{ path: string, text: string }} Note */
/** @typedef {{ first: string, last: string, company: string }} Someone */

const ONSETS = ['b', 'br', 'd', 'f', 'g', 'h', 'j', 'k', 'kr', 'l', 'm', 'n', 'p', 'r', 's', 'st', 't', 'v', 'w', 'z'];
const VOWELS = ['a', 'e', 'i', 'o', 'u', 'ei', 'ou'];
const ENDS = ['', 'n', 'r', 's', 'l', 'nd', 'rt', 'ck'];
const [FIRST_NAMES, SURNAMES, COMPANIES, IN_MEETING] = [600, 9000, 400, 6];
const SEED = 20251031;

/** Numbers below `limit`, the same on every run. @param {number} seed */
function dice(seed) {
  let state = seed;
  return (/** @type {number} */ limit) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * limit);
  };
}

/** @param {(limit: number) => number} roll @param {number} syllables */
function word(roll, syllables) {
  const pick = (/** @type {string[]} */ list) => list[roll(list.length)];
  const letters = Array.from({ length: syllables }, () => pick(ONSETS) + pick(VOWELS)).join('') + pick(ENDS);
  return letters[0].toUpperCase() + letters.slice(1);
}

/** @param {number} count @returns {{ people: Someone[], notes: Note[], meetings: Note[], mentions: { note: string, written: string }[] }} */
export function vaultOf(count) {
  const roll = dice(SEED);
  const firsts = Array.from({ length: FIRST_NAMES }, () => word(roll, 1 + roll(2)));
  const lasts = Array.from({ length: SURNAMES }, () => word(roll, 2 + roll(2)));
  const companies = Array.from({ length: COMPANIES }, () => `${word(roll, 2)} Works`);
  // The square makes some names frequent and most of them rare.
  const often = (/** @type {string[]} */ list) => list[Math.floor(roll(list.length) ** 2 / list.length)];
  const people = Array.from({ length: count }, () => ({ first: often(firsts), last: lasts[roll(SURNAMES)], company: companies[roll(COMPANIES)] }));
  const notes = people.map((someone, index) => noteOf(someone, index));
  const meetings = Array.from({ length: Math.floor(count / 5) }, (_, index) => {
    const there = Array.from({ length: IN_MEETING }, () => people[roll(count)]);
    return { there, note: meetingOf(there, index) };
  });
  const mentions = meetings.map(({ there, note }) => ({ note: note.path, written: heard(there[roll(IN_MEETING)], lasts, roll) }));
  return { people, notes, meetings: meetings.map(({ note }) => note), mentions };
}

/** @param {Someone} someone @param {number} index @returns {Note} */
export const noteOf = ({ first, last, company }, index, alias = first) => ({
  path: `People/${first} ${last} ${index}.md`,
  text: `---\ntype: people\ntitle: ${first} ${last}\ncompany: "[[${company}]]"\naliases:\n  - ${alias}\n---\n# ${first} ${last}\n`,
});

/** @param {Someone[]} there @param {number} index @returns {Note} */
const meetingOf = (there, index) => ({
  path: `Meetings/2025-10-31 - Review ${index}.md`,
  text: `---\ntype: meeting\ndate: 2025-10-31\nparticipants:\n${there.map(({ first, last }) => `  - ${first} ${last}\n`).join('')}---\n# Review\n`,
});

/** As it stands in a transcript: right, with another surname, with a letter wrong, the first name alone, or nobody.
 * @param {Someone} someone @param {string[]} lasts @param {(limit: number) => number} roll */
function heard({ first, last }, lasts, roll) {
  switch (roll(5)) {
    case 0:
      return `${first} ${last}`;
    case 1:
      return `${first} ${lasts[roll(lasts.length)]}`;
    case 2: {
      const at = 1 + roll(last.length - 1);
      return `${first} ${last.slice(0, at)}${VOWELS[roll(5)]}${last.slice(at + 1)}`;
    }
    case 3:
      return first;
    default:
      return `${word(roll, 2)} ${word(roll, 3)}`;
  }
}
