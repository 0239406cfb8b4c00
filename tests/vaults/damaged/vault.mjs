// The whole vault: clean notes, the damage planted in them, and the truth about it.
import { makeDice } from '../chance.mjs';
import { Draft, Truth } from './draft.mjs';
import { HARM as MEETING_HARM } from './meeting-harm.mjs';
import { MeetingNote } from './meetings.mjs';
import { PersonNote, contextLine } from './people.mjs';
import { HARM as PERSON_HARM } from './person-harm.mjs';
import { World, slug } from './world.mjs';

/** @typedef {import('./world.mjs').Person} Person */

const SIZE = { people: 200, meetings: 500, fresh: 60 };

/** @param {number} seed @returns {{drafts: Draft[], items: import('./draft.mjs').Item[]}} */
export function makeVault(seed) {
  const dice = makeDice(seed);
  const world = new World(dice, SIZE);
  const truth = new Truth();
  const meetings = world.meetings.map((meeting) => new MeetingNote(world, truth, meeting));
  const people = world.people.map((person) => new PersonNote(world, truth, person));
  const twins = sameAgain(people, truth, dice);
  // While two notes have the same name, nobody can tell which of them a meeting means.
  const isDoubtful = (/** @type {MeetingNote} */ note) => note.meeting.people.some((one) => one.hasTwin);
  for (const note of meetings) for (const [, often, harm] of MEETING_HARM) if (!note.broken && !isDoubtful(note) && dice.chance(often)) harm(note, meetings);
  for (const note of people) {
    // Some notes stay sound. At most their `needs-review` tag is wrong.
    if (dice.chance(0.15)) continue;
    for (const [, often, harm] of PERSON_HARM) if (dice.chance(often)) harm(note, people);
  }
  for (const note of meetings) note.write();
  for (const note of people) {
    review(note, truth);
    note.write();
  }
  const drafts = [...meetings, ...people].map((note) => note.draft);
  drafts.push(...world.companies.map((company) => companyNote(company, world, truth)));
  drafts.push(...world.bios.map((bio) => bioNote(bio, dice)));
  drafts.push(...twins, ...homonyms(world), new Draft(`Customers/${world.bakery}.md`).say(`---\ntype: company\ntitle: ${world.bakery}\ntags: [type/company]\n---\n\n# ${world.bakery}\n`));
  return { drafts, items: truth.items };
}

/** Plants the tag `needs-review` in a note in which nothing is open. @param {PersonNote} note @param {Truth} truth */
function review(note, truth) {
  const open = truth.items.filter((item) => item.paths.includes(note.draft.path));
  // Of two notes of one person only one has the finding, so in the other nothing may be open.
  const maybe = open.length > 0 && open.every((item) => item.rule === 'same-person');
  if (!note.tagged || (open.length > 0 && !maybe)) return;
  note.tag.options = ['- needs-review\n', ''];
  const day = note.person.meetings.length > 0 ? note.newest : null;
  note.reviewed.options = ['', ...(day ? [`reviewed: ${day}\n`] : [])];
  truth.add('needs-review', 'a tag that nothing keeps', note.draft, [...(day ? [/** @type {import('./draft.mjs').Way} */ ([[note.tag, 1], [note.reviewed, 1]])] : []), [[note.tag, 1]]], { at: [note.tag], follows: maybe });
}

/** @param {string} company @param {World} world @param {Truth} truth */
function companyNote(company, world, truth) {
  const draft = new Draft(`Customers/${company}.md`);
  draft.say(`---\ntype: company\ntitle: ${company}\ntags: [type/company]\n---\n\n# ${company}\n\n## Recent Context\n`);
  const meetings = world.meetings.filter((meeting) => meeting.customer === company).reverse();
  if (meetings.length > 0) draft.say('\n');
  for (const meeting of meetings) {
    const piece = meeting.carriedOver ? draft.put(contextLine(meeting)) : draft.put('', contextLine(meeting));
    if (!meeting.carriedOver) truth.mend('recent-context', 'a meeting about a company that is not told yet', draft, piece);
  }
  return draft;
}

/** @param {{person: Person, role: string, company: string}} bio @param {import('../chance.mjs').Dice} dice */
function bioNote({ person, role, company }, dice) {
  const draft = new Draft(`Sources/about-${slug(person.name)}.md`);
  const words = dice.pick([
    `I am the ${role} at [${company}][], where I look after the people who do the work.\n\n[${company}]: https://${slug(company)}.example/\n`,
    `${person.name} is ${role} at ${company}. In a former life there were boats.\n`,
    `${person.name} joined ${company} two years ago and works there as ${role.charAt(0).toLowerCase()}${role.slice(1)}.\n`,
  ]);
  return draft.say(`---\ntitle: ${person.name}\ndate: 2025-10-0${1 + dice.below(9)}\n---\n\n${words}`);
}

const SHORT = { Robert: 'Rob', Katherine: 'Kate', William: 'Bill', Thomas: 'Tom', Margaret: 'Maggie', Michael: 'Mike', Elizabeth: 'Liz', Alexander: 'Alex' };

/** Second notes of the same person. @param {PersonNote[]} people @param {Truth} truth @param {import('../chance.mjs').Dice} dice */
function sameAgain(people, truth, dice) {
  const drafts = [];
  const few = people.filter(({ person }) => person.meetings.every((meeting) => meeting.carriedOver)).sort((a, b) => a.person.meetings.length - b.person.meetings.length);
  for (const note of few.slice(0, 30)) {
    note.person.hasTwin = true;
    const { first, last, name, company, email } = note.person;
    const short = SHORT[/** @type {keyof typeof SHORT} */ (first)];
    const plain = name.normalize('NFD').replace(/[\u0300-\u036f]/g, '').replace('ø', 'o');
    const again = short ? `${short} ${last}` : plain !== name ? plain : dice.chance(0.5) ? `${first} ${dice.pick([...'BDFHKLPTW'])}. ${last}` : `${last}, ${first}`;
    const draft = new Draft(`People/${again}.md`);
    draft.say(`---\ntype: people\ntitle: ${again.includes(',') ? `"${again}"` : again}\ntags:\n- type/people\n- company/${slug(company)}\n---\n\n# ${again}\n\n## Contact Information\n\n| Field | Value |\n|-------|-------|\n| **Email** | ${email} |\n`);
    truth.add('same-person', 'two notes of one person', [draft, note.draft], [], { at: [...draft.pieces, note.name], report: true });
    drafts.push(draft);
  }
  return drafts;
}

/** A trap: two people who share a name. @param {World} world */
function homonyms(world) {
  return world.homonyms.flatMap(({ name, companies }) => {
    return companies.map((company, n) => new Draft(`People/${name} (${company}).md`).say(`---\ntype: people\ntitle: ${name}\nemail: ${n}@${slug(company)}.example\ntags:\n- type/people\n- company/${slug(company)}\n---\n\n# ${name}\n\n## Key Facts\n`));
  });
}
