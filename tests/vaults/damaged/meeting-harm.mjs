// What goes wrong in meeting notes, with the truth about it.
import { wreck } from '../chance.mjs';
import { lists, misheard } from './spellings.mjs';

/** @typedef {import('./meetings.mjs').MeetingNote} MeetingNote @typedef {import('./draft.mjs').Piece} Piece */
/** @typedef {import('./world.mjs').Person} Person @typedef {import('./world.mjs').Meeting} Meeting */

/** Kinds of damage: a name, the share of notes that get it, and the function that plants it if the note has a place for it. */
/** @type {[string, number, (note: MeetingNote, all: MeetingNote[]) => void][]} */
export const HARM = [
  ['broken block', 0.02, (note) => {
    if (!note.meeting.carriedOver) return;
    const value = `Notes: ${note.heading}`;
    const piece = note.piece(`subject: ${value}\n`, `subject: "${value}"\n`, `subject: '${value}'\n`);
    note.tags = piece;
    note.broken = true;
    note.truth.mend('invalid-yaml', 'a value with a colon', note.draft, piece);
  }],
  ['name twice', 0.03, (note) => {
    if (note.broken || !note.meeting.carriedOver) return;
    const [first, second] = ['status: open\n', 'status: closed\n'];
    const [a, b] = [note.piece(first, ''), note.piece(second, '')];
    note.broken = true;
    note.twice.push(a, b);
    note.truth.add('duplicate-key', 'a property that stands there twice', note.draft, [[[a, 1]], [[b, 1]]]);
  }],
  ['unknown participant', 0.03, (note) => {
    const name = note.world.stranger();
    const path = `People/${name}.md`;
    const [property, line] = [note.piece(name, `"[[${name}]]"`), note.piece(name, `[[${name}]]`)];
    split(note.property, property);
    split(note.line, line);
    note.named = true;
    note.truth.add('unknown-participant', 'somebody without a note', note.draft, [[[property, 1], [line, 1]]], { creates: path });
  }],
  ['two of one name', 0.02, (note) => {
    // A trap: nobody can tell which of the two was there, so nothing may be filed under either.
    if (note.named) return;
    const { name, companies } = note.dice.pick(note.world.homonyms);
    const links = companies.map((company) => `[[${name} (${company})|${name}]]`);
    const [property, line] = [note.piece(name, ...links.map((link) => `"${link}"`)), note.piece(name, ...links)];
    split(note.property, property);
    split(note.line, line);
    note.named = true;
    note.truth.add('mention', 'one of two who are called so', note.draft, links.map((_, n) => [[property, n + 1], [line, n + 1]]), { asked: true, follows: true });
  }],
  ['company among the participants', 0.02, (note) => {
    // A trap: a company with a name like a person's is no participant.
    if (note.named) return;
    split(note.property, note.piece(note.world.bakery));
    split(note.line, note.piece(note.world.bakery));
    note.named = true;
  }],
  ['placeholders', 0.35, (note) => {
    const { dice, meeting, truth, draft } = note;
    const wrecks = [['{ { DATE } }', '[{ { PARTICIPANTS } }]'], ['{{date}}', '{{participants}}'], ['{ ? { date } }', '{ ? { participants } }']];
    const [date, people] = dice.pick(wrecks);
    note.created.options = [date, meeting.date];
    truth.mend('placeholder', 'a day that was never filled', draft, note.created);
    if (note.property.length > 1 || dice.chance(0.3)) return;
    const names = meeting.people.map((one) => one.name);
    note.property[0].options = [`participants: ${people}`, ...lists('participants', names)];
    truth.mend('placeholder', 'participants that were never filled', draft, note.property[0]);
  }],
  ['participants as text', 0.04, (note) => {
    if (note.named || note.property[0].options.length > 1) return;
    const names = note.meeting.people.map((one) => one.name);
    note.property[0].options = [`participants: ${names.join(', ')}`, ...lists('participants', names)];
    note.truth.mend('list-type', 'participants in a text', note.draft, note.property[0]);
  }],
  ['tags', 0.04, (note) => {
    note.tags.options = note.dice.pick([['tags: ["#meeting", group]\n', 'tags: ["meeting", group]\n', 'tags: [meeting, group]\n'], ['tags: [meeting, group, meeting]\n', 'tags: [meeting, group]\n'], ['tags: [meeting, " group", ""]\n', 'tags: [meeting, "group"]\n', 'tags: [meeting, group]\n']]);
    note.truth.mend('tag-form', 'what is no part of a tag', note.draft, note.tags);
  }],
  ['link without quotes', 0.3, (note) => {
    // A broken link hides the meeting's lessons, so this is planted only where they are carried over already.
    if (!note.meeting.customer || !note.meeting.carriedOver) return;
    note.customer.options = [`customer: [[${note.meeting.customer}]]\n`, note.customer.options[0]];
    note.truth.mend('wikilink-quote', 'a link without quotes', note.draft, note.customer);
  }],
  ['title of another', 0.03, (note, all) => {
    const other = note.dice.pick(all.filter((one) => one !== note && one.meeting.title.slice(0, 6) !== note.meeting.title.slice(0, 6)));
    note.title.options = [`title: "${other.heading}"\n`, note.title.options[0]];
    note.truth.mend('title', 'the title of another meeting', note.draft, note.title);
  }],
  ['fields decoded wrongly', 0.4, (note) => {
    for (let n = 0; n < 2; n += 1) note.retask((task) => {
      const { dice, truth, draft } = note;
      const due = note.piece(wreck('📅'), '📅');
      truth.mend('mojibake', 'a sign decoded wrongly', draft, due);
      const high = note.piece(wreck('⏫'), '⏫');
      const medium = note.piece(wreck('🔼'), '🔼');
      const mark = dice.pick([[], [high, note.piece(' ')], [medium, note.piece(' ')]]);
      if (mark[0]) truth.mend('mojibake', mark[0] === high ? 'a sign that lost a byte' : 'a sign decoded wrongly', draft, mark[0]);
      const owner = dice.chance(0.5) ? note.piece(`[[${task.owner.name}]]`) : note.piece(`@${task.owner.name}`, `[[${task.owner.name}]]`);
      if (owner.options.length > 1) truth.mend('owner', 'an owner by name', draft, owner);
      return [note.piece(`- [ ] ${task.words} `), owner, note.piece(' '), ...mark, due, note.piece(` ${task.due}`)];
    });
  }],
  ['name decoded wrongly', 0.1, (note) => {
    const name = note.dice.pick(['Grönhügel', 'Ærøskilde', 'Château Brûlé', 'Peñíscola', 'Järvenpää']);
    const piece = note.piece(`- The van from ${wreck(name)} was late.`, `- The van from ${name} was late.`);
    note.outcomes.push([piece]);
    note.truth.mend('mojibake', 'a word decoded wrongly', note.draft, piece);
  }],
  ['owner written otherwise', 0.5, (note) => note.retask((task) => {
    const { dice, truth, draft, meeting } = note;
    const { name, first } = task.owner;
    const alone = !meeting.people.some((one) => one !== task.owner && one.first === first);
    const link = `[[${name}]]`;
    const forms = [[`@${name}`, link], [`@${name.replaceAll(' ', '')}`, link], [`Owner: ${name}`, `Owner: ${link}`, link], [`(${name})`, link, `(${link})`], [`[owner:: ${name}]`, `[owner:: ${link}]`, link]];
    if (alone) forms.push([`@${first}`, `[[${name}|${first}]]`, link], [`@${first} ${misheard(task.owner.last, dice)}`]);
    const form = dice.pick(forms);
    const isMisheard = form.length === 1;
    if (isMisheard) form.push(`[[${name}|${form[0].slice(1)}]]`, link);
    const owner = note.piece(...form);
    truth.add('owner', `an owner as ${form[0].replace(first, 'First').replace(task.owner.last, 'Last').slice(0, 9)}…`, draft, form.slice(1).map((_, n) => [[owner, n + 1]]), { asked: isMisheard });
    return [note.piece(`- [ ] ${task.words} `), owner, note.piece(` 📅 ${task.due}`)];
  })],
  ['owner in words', 0.08, (note) => note.retask((task) => {
    const { name } = task.owner;
    const owner = note.piece(name, `[[${name}]]`);
    note.truth.mend('owner', 'an owner in plain words', note.draft, owner);
    const words = task.words.charAt(0).toLowerCase() + task.words.slice(1);
    return [note.piece('- [ ] '), owner, note.piece(note.dice.chance(0.5) ? `: ${words} 📅 ${task.due}` : ` to ${words} 📅 ${task.due}`)];
  })],
  ['owner who is a stranger', 0.04, (note) => note.retask((task) => [note.piece(`- [ ] ${task.words} @${note.dice.pick(['home', 'office', 'Friday'])} [[${task.owner.name}]] 📅 ${task.due}`)])],
  ['text behind the fields', 0.04, (note) => note.retask((task) => {
    const [tail, words] = note.dice.pick([[' about the ramp', ' about the ramp'], [' before lunch', ' before lunch'], ['.', '.']]);
    const piece = note.piece(`${task.words} [[${task.owner.name}]] 📅 ${task.due}${tail}`, `${task.words} [[${task.owner.name}]]${words} 📅 ${task.due}`);
    note.truth.mend('hidden-fields', 'text behind a date', note.draft, piece);
    return [note.piece('- [ ] '), piece];
  })],
  ['day of no calendar', 0.04, (note) => note.retask((task) => {
    const day = `${task.due.slice(0, 4)}-${note.dice.pick(['02-30', '06-31', '11-31', '13-05'])}`;
    const piece = note.piece(` 📅 ${day}`, ` (due ${day})`);
    note.truth.mend('invalid-date', 'a day that no calendar has', note.draft, piece);
    return [note.piece(`- [ ] ${task.words} [[${task.owner.name}]]`), piece];
  })],
  ['recurrence', 0.04, (note) => note.retask((task) => {
    const [said, meant] = note.dice.pick([['every two weeks', 'every 2 weeks'], ['Daily', 'every day'], ['every other month', 'every 2 months'], ['weekly', 'every week']]);
    const piece = note.piece(said, meant);
    note.truth.mend('recurrence', 'a rule that cannot be read', note.draft, piece);
    return [note.piece(`- [ ] ${task.words} [[${task.owner.name}]] 🔁 `), piece, note.piece(` 📅 ${task.due}`)];
  })],
  ['line separator', 0.02, (note) => note.retask((task) => {
    const piece = note.piece('\u2028', ' ');
    note.truth.mend('line-separator', 'a line separator in a task', note.draft, piece);
    return [note.piece(`- [ ] ${task.words}`), piece, note.piece(`before noon [[${task.owner.name}]] 📅 ${task.due}`)];
  })],
  ['bullet without a box', 0.3, (note) => {
    const { dice, meeting, world } = note;
    const who = dice.pick(meeting.people);
    const words = world.words.task();
    const rest = dice.pick([['', ''], [` (${who.name})`, ` [[${who.name}]]`], [` @${who.name}`, ` [[${who.name}]]`], [` (${who.first})`, ` [[${who.name}|${who.first}]]`]]);
    const piece = note.piece(`- ${words}${rest[0]}`, `- [ ] ${words}${rest[1]}`, `- [ ] ${words}${rest[0]}`);
    note.followUps.push([piece]);
    note.truth.mend('action-item', 'something to do without a checkbox', note.draft, piece);
  }],
  ['bullet that is no task', 0.1, (note) => {
    note.followUps.push([note.piece(`- ${note.dice.pick(['None', 'Nothing else.', 'Who signs for the ramp?', 'n/a', '~~Order the ramp~~', 'Sent the minutes to everybody'])}`)]);
  }],
  ['task told again', 0.2, (note, all) => {
    const { dice, world, truth } = note;
    const earlier = all.filter((one) => !one.broken && one.meeting.date < note.meeting.date && one.meeting.tasks.some((_, n) => !one.harmed.has(n)));
    if (earlier.length === 0) return;
    const from = dice.pick(earlier);
    const n = dice.pick(from.meeting.tasks.map((_, n) => n).filter((n) => !from.harmed.has(n)));
    from.harmed.add(n);
    const { words, due, owner } = from.meeting.tasks[n];
    const again = dice.pick([words, `${words}.`, words.toLowerCase(), words.replace(' the ', ' ')]);
    const kind = dice.below(4);
    if (kind < 2) {
      const piece = note.piece(`- [ ] ${again}`, `- ${again} ([[${from.meeting.base}]])`);
      note.followUps.push([piece]);
      truth.mend('restated', 'a task that an earlier meeting has', note.draft, piece);
    } else if (kind === 2) {
      const piece = from.piece(`- [ ] ${words} [[${owner.name}]] 📅 ${due}`, `- [x] ${words} [[${owner.name}]] 📅 ${due} ✅ ${note.meeting.date}`);
      from.actions[n] = [piece];
      note.followUps.push([note.piece(`- [x] ${again} ✅ ${note.meeting.date}`)]);
      truth.mend('done-twin', 'a task that a later meeting has ticked', from.draft, piece);
    } else {
      // A trap: the same task at another place is another task.
      note.followUps.push([note.piece(`- [ ] ${words.replace(/(for|from) the [a-z]+ [a-z]+/, `$1 the ${dice.pick(['smithy', 'canteen', 'sauna'])}`)} (${dice.pick(['lot', 'block', 'hall'])} ${world.dice.below(90) + 10})`)]);
    }
  }],
  ['misheard in prose', 0.15, (note) => {
    const { dice, meeting } = note;
    const who = dice.pick(meeting.people);
    if (meeting.people.some((one) => one !== who && one.first === who.first)) return;
    const heard = `${who.first} ${misheard(who.last, dice)}`;
    const name = note.piece(heard, `[[${who.name}|${heard}]]`);
    const [before, after] = dice.pick([['', ' can spare two fitters for that.'], ['The offer comes from ', ' next week.'], ['Everybody thanked ', ' for the drawings.'], ['', ' brought the samples, and the room was full.']]);
    note.outcomes.push([note.piece(`- ${before}`), name, note.piece(after)]);
    note.truth.add('mention', 'a misheard name in prose', note.draft, [[[name, 1]]], { asked: true });
  }],
  ['stranger in prose', 0.1, (note) => {
    // A trap: a person without a note, and a person with the right name.
    const { dice, meeting, world } = note;
    note.outcomes.push([note.piece(`- ${dice.pick([`${world.stranger()} rang twice.`, `${dice.pick(meeting.people).first} will know.`, `${dice.pick(meeting.people).name} was late.`, 'Hope is no plan, and May is soon.', 'Will the ramp hold until March?'])}`)]);
  }],
  ['promise', 0.5, (note) => {
    const { dice, world, truth } = note;
    if (note.said.length === 0) return;
    const [who] = note.said[0];
    const words = world.words.task();
    const small = words.charAt(0).toLowerCase() + words.slice(1);
    const speech = dice.pick([`I'll ${small}.`, `Yes. I will ${small}.`, `Right, I'm going to ${small}.`]);
    const said = note.piece(speech);
    note.spoken.set(0, said);
    if (dice.chance(0.3)) {
      // A trap: this is a task already.
      note.actions.push([note.piece(`- [ ] ${words} [[${who}]]`)]);
      return;
    }
    const task = note.piece('', `- [ ] ${words} [[${who}]]\n`);
    note.coming.push(task);
    truth.add('commitment', 'a promise that no task tells of', note.draft, [[[task, 1]]], { at: [said] });
  }],
];

/** Adds a name behind those in the list. @param {Piece[]} pieces @param {Piece} name */
function split(pieces, name) {
  const [all] = pieces;
  const text = all.options[0];
  const end = text.endsWith(']') ? ']' : '';
  pieces.splice(0, 1, { options: [`${end ? text.slice(0, -1) : text}, `] }, name, { options: [end] });
}
