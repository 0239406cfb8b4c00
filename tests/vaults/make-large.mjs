// Writes huge notes, or a vault of any size in the shape of `everyday`, into an empty folder.
// The same arguments give the same bytes. What it writes is for tests and benchmarks and is never committed.
import { createWriteStream } from 'node:fs';
import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { once } from 'node:events';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { FIRST, STEM, TAIL, makeDice, wreck } from './chance.mjs';

const USAGE = `usage: node make-large.mjs DIR [--huge] [--people N --meetings M] [--seed S]
  --huge        a 50 MB note, a note of 100,000 lines, a note with a 20 MB line, notes nested 100,000 deep
  --people N    that many person notes (with --meetings M: that many meeting notes)
  --seed S      a whole number, 1 unless told`;

const TRADE = ['Dairy', 'Orchards', 'Cold Stores', 'Breweries', 'Fisheries', 'Museums', 'Grocers', 'Logistics'];
const ROLE = ['Quality', 'Head of stores', 'Fitter', 'Buyer', 'Planner', 'Owner', 'Workshop', 'Accounts'];
const TOPIC = ['Cave review', 'Dock doors', 'Gateway price', 'Calibration', 'Weekly catch-up', 'Night alarms', 'Spare probes', 'Renewal'];
const TASK = ['Put the price on paper.', 'Draw the yard.', 'Count the probes on the shelf.', 'Book the calibration bath.',
  'Ask who holds the key.', 'Hang the last two sensors.', 'Write down how it was measured.', 'Correct the invoice address.'];
const FACT = ['wants one reading every five minutes', 'signs for anything below ten thousand', 'keeps the only key to the plant room',
  'measured half a degree of drift', 'prefers long probes', 'is away until the end of the month', 'answers for the cold side alone'];
const SUMMARY = ['Went through the figures of the last four weeks and found one gap.', 'Two ways stay open and the cheaper one is slower.',
  'The trial goes on, with more sensors and fewer alarms.', 'Everybody agreed, which is why it took an hour.'];
const DATE_WRECKS = ['{ { DATE } }', '{{date}}', '{ ? { date } }'];

function makePeople(count, dice) {
  const companies = Array.from({ length: Math.max(1, Math.ceil(count / 12)) }, (_, i) =>
    `${STEM[i % STEM.length]}${TAIL[Math.floor(i / STEM.length) % TAIL.length]} ${TRADE[i % TRADE.length]}`);
  const taken = new Map();
  return Array.from({ length: count }, (_, i) => {
    const name = `${dice.pick(FIRST)} ${dice.pick(STEM)}${dice.pick(TAIL)}`;
    const homonyms = taken.get(name) ?? 0;
    taken.set(name, homonyms + 1);
    return { name, file: homonyms ? `${name} (${homonyms + 1})` : name, company: companies[i % companies.length], role: dice.pick(ROLE), lines: [] };
  });
}

function isoDate(daysAfterStart) {
  return new Date(Date.UTC(2023, 0, 2) + daysAfterStart * 86_400_000).toISOString().slice(0, 10);
}

function makeMeeting(index, total, people, colleagues, dice) {
  const date = isoDate(Math.floor((index * 1000) / total));
  const guests = [...new Set([dice.pick(colleagues), ...Array.from({ length: 2 + dice.below(4) }, () => dice.pick(people))])];
  const title = `${dice.pick(TOPIC)} ${index + 1}`;
  const base = `${date} - ${title}`;
  const summary = dice.pick(SUMMARY);
  const actions = Array.from({ length: 1 + dice.below(4) }, () => {
    const owner = dice.pick(guests).name;
    const heard = dice.chance(0.08) ? `${owner.split(' ')[0]} ${dice.pick(STEM)}a` : owner;
    const written = dice.chance(0.3) ? heard.replaceAll(' ', '') : heard;
    const fields = `⏫ 📅 ${isoDate(Math.floor((index * 1000) / total) + 14)}`;
    return `- [${dice.chance(0.3) ? 'x' : ' '}] ${dice.pick(TASK)} @${written} ${dice.chance(0.7) ? wreck(fields) : fields}`;
  });
  for (const guest of guests) guest.lines.push(`- ${date}: [[${base}]] - ${summary.slice(0, -1)}... (via ${guest.name})`);
  const text = `---
type: "group-meeting"
created: ${dice.pick(DATE_WRECKS)}
title: "${date.replaceAll('-', '')} 0930 ${title}"
participants: [{ { PARTICIPANTS } }]
tags: [meeting, group]
---

# ${date.replaceAll('-', '')} 0930 ${title}

**Date:** ${date}${'  '}
**Participants:** ${guests.map((guest) => guest.name).join(', ')}

## Summary

${summary}

## Key facts learned

${guests.map((guest) => `- ${guest.name} ${dice.pick(FACT)}.`).join('\n')}

## Action items

${actions.join('\n')}

## Transcript (auto)

\`\`\`text
[00:00:00.00]   RemoteGood morning, we hear you.

[00:00:09.40]  ${guests[0].name}Then let's begin, I'll write it down by Friday.
\`\`\`
`;
  return { path: `Meetings/${base}.md`, text };
}

function personText(person) {
  const slug = person.company.toLowerCase().replaceAll(' ', '-');
  return `---
type: people
title: ${person.file}
created: '2023-01-02'
last_contact: '${person.lines.at(-1)?.slice(2, 12) ?? '2023-01-02'}'
tags:
- type/people
- needs-review
- company/${slug}
---

# ${person.name}

## Contact Information

| Field | Value |
|-------|-------|
| **Role** | ${person.role} |
| **Company** | ${person.company} |
| **Email** | _Unknown_ |

## Tasks They Own

\`\`\`dataview
TASK
WHERE contains(text, "@${person.name.replaceAll(' ', '')}") AND !completed
\`\`\`

## Key Facts

- ${person.name} works at ${person.company}.
## Recent Context

${person.lines.join('\n')}


## Related Customers

- [[${person.company}]]

---
*Last updated: *
`;
}

async function writeVault(dir, peopleCount, meetingCount, dice) {
  for (const folder of ['People', 'Meetings', 'Customers']) await mkdir(join(dir, folder), { recursive: true });
  const people = makePeople(peopleCount, dice);
  const colleagues = people.slice(0, 8);
  for (let i = 0; i < meetingCount; i += 1) {
    const meeting = makeMeeting(i, meetingCount, people, colleagues, dice);
    await writeFile(join(dir, meeting.path), meeting.text);
  }
  for (const person of people) await writeFile(join(dir, 'People', `${person.file}.md`), personText(person));
  for (const company of new Set(people.map((person) => person.company))) {
    await writeFile(join(dir, 'Customers', `${company}.md`), `---\ntype: company\ntitle: ${company}\ntags: [type/company]\n---\n\n# ${company}\n`);
  }
}

/** Writes pieces one by one and waits for the disk, so that 50 MB are never in memory at once. */
async function stream(path, pieces) {
  const out = createWriteStream(path);
  for (const piece of pieces) if (!out.write(piece)) await once(out, 'drain');
  out.end();
  await once(out, 'finish');
}

const MEETING_HEAD = '---\ntype: meeting\ncreated: { { DATE } }\n---\n\n# Huge\n\n**Date:** 2024-05-06  \n\n';

function* untilSize(bytes, line) {
  yield MEETING_HEAD;
  for (let written = MEETING_HEAD.length, n = 0; written < bytes; n += 1) {
    const piece = line(n);
    written += Buffer.byteLength(piece);
    yield piece;
  }
}

function* lines(count, line) {
  yield MEETING_HEAD;
  for (let n = MEETING_HEAD.split('\n').length; n <= count; n += 1) yield line(n);
}

async function writeHuge(dir, dice) {
  const task = (n) => `- [ ] ${TASK[n % TASK.length]} @${FIRST[n % FIRST.length]} ${dice.pick(STEM)}${dice.pick(TAIL)} 📅 2024-06-${String((n % 28) + 1).padStart(2, '0')}\n`;
  await mkdir(join(dir, 'Huge'), { recursive: true });
  await stream(join(dir, 'Huge', 'fifty megabytes.md'), untilSize(50 * 1024 * 1024, task));
  await stream(join(dir, 'Huge', 'hundred thousand lines.md'), lines(100_000, task));
  await stream(join(dir, 'Huge', 'one line.md'), untilSize(20 * 1024 * 1024, () => 'word '.repeat(13_000)));
  const deep = 100_000;
  await writeFile(join(dir, 'Huge', 'deep list.md'), `${'- '.repeat(deep)}bottom\n`);
  await writeFile(join(dir, 'Huge', 'deep quote.md'), `${'> '.repeat(deep)}bottom\n`);
  await writeFile(join(dir, 'Huge', 'deep flow.md'), `---\ntags: ${'['.repeat(deep)}${']'.repeat(deep)}\n---\n`);
  await writeFile(join(dir, 'Huge', 'deep brackets.md'), `${'[['.repeat(deep)}\n`);
}

function wholeNumber(text, name) {
  if (text === undefined) return 0;
  if (!/^[0-9]{1,7}$/.test(text)) throw new Error(`--${name} wants a whole number, not "${text}"`);
  return Number(text);
}

async function main() {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { huge: { type: 'boolean' }, people: { type: 'string' }, meetings: { type: 'string' }, seed: { type: 'string', default: '1' } },
  });
  const [dir] = positionals;
  const people = wholeNumber(values.people, 'people');
  const meetings = wholeNumber(values.meetings, 'meetings');
  if (positionals.length !== 1 || (!values.huge && people === 0)) throw new Error('name one folder, and --huge or --people');
  await mkdir(dir, { recursive: true });
  if ((await readdir(dir)).length > 0) throw new Error(`${dir} is not empty; name a new folder`);
  const dice = makeDice(wholeNumber(values.seed, 'seed'));
  if (people > 0) await writeVault(dir, people, meetings, dice);
  if (values.huge) await writeHuge(dir, dice);
}

main().catch((error) => {
  console.error(`make-large: ${error.message}\n${USAGE}`);
  process.exitCode = 2;
});
