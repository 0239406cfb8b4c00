// Notes as a vault holds them by the thousand: people and meetings with some ten properties and a short body, every
// second one with something to mend.

/** @typedef {{ path: string, text: string }} Note */

const COUNT = 4000;
const FIRST = ['Mara', 'Rob', 'Søren', 'Tilda', 'Oswin', 'Ines', 'Jonas', 'Petra', 'Halil', 'Greta'];
const LAST = ['Voss', 'Benoit', 'Marsh', 'Vale', 'Lindqvist', 'Okafor', 'Brandt', 'Duarte', 'Yılmaz', 'Novak'];
const PROSE = 'The gateway in the cave lost its link again after the storm, and nobody had spare antennas on the site. ';

/** @returns {Note[]} */
export const ordinaryNotes = () => Array.from({ length: COUNT }, (_, index) => (index % 4 < 2 ? person(index) : meeting(index)));

/** @param {number} index @returns {string} */
const nameOf = (index) => `${FIRST[index % 10]} ${LAST[Math.floor(index / 10) % 10]} ${Math.floor(index / 100)}`;

/** Two digits. @param {number} value */
const two = (value) => String(value).padStart(2, '0');

/** @param {number} index @returns {Note} */
function person(index) {
  const name = nameOf(index);
  const mended = index % 2 === 0;
  return {
    path: `People/${name}.md`,
    text: `---
type: people
title: ${name}
created: ${mended ? `2024-0${1 + (index % 9)}-1${index % 10}` : `1${index % 10} March 2024`}
last_contact: 2025-10-${two(1 + (index % 28))}
auto_created: true
company: "[[Osterhavn Dairy]]"
role: Operations, cold chain
email: person${index}@osterhavn.example
aliases:
  - ${name.split(' ')[0]}
${mended ? 'tags:\n  - type/people\n  - company/osterhavn\n' : 'tags: type/people, company/osterhavn\n'}---
# ${name}

## Key Facts
- ${PROSE}
- ${PROSE}

## Recent Context
- 2025-10-02: ${PROSE}
${PROSE}
`,
  };
}

/** @param {number} index @returns {Note} */
function meeting(index) {
  const day = `2025-${two(1 + (index % 12))}-${two(1 + (index % 28))}`;
  const mended = index % 2 === 0;
  const people = [nameOf(index - 2), nameOf(index - 1)];
  return {
    path: `Meetings/${day} - Harbour review ${index}.md`,
    text: `---
type: meeting
title: Harbour review ${index}
created: ${mended ? day : '{ { DATE } }'}
date: ${day}T09:30:00
duration: 45
location: Quay 4, room 2
project: "[[Quiet Stores]]"
status: done
participants:${mended ? people.map((name) => `\n  - "[[${name}]]"`).join('') : ' [{ { PARTICIPANTS } }]'}
tags:
  - type/meeting
---
**Date:** ${day}
**Participants:** ${people.join(', ')}

## Summary
${PROSE}
${PROSE}

## Decisions
- ${PROSE}
`,
  };
}
