// What goes wrong in person notes, with the truth about it.
import { PROMPTS } from './people.mjs';
import { lists, misheard } from './spellings.mjs';
import { capital, digest } from './words.mjs';
import { slug } from './world.mjs';

/** @typedef {import('./people.mjs').PersonNote} PersonNote @typedef {import('./draft.mjs').Piece} Piece */

/** Kinds of damage: a name, the share of notes that get it, and the function that plants it if the note has a place for it. */
/** @type {[string, number, (note: PersonNote, all: PersonNote[]) => void][]} */
export const HARM = [
  ['glued heading', 0.3, (note) => {
    for (const heading of ['Key Facts', 'Recent Context']) {
      if ((heading === 'Key Facts' ? note.facts : note.context).length === 0 || note.dice.chance(0.4)) continue;
      const gap = note.piece('', '\n');
      note.gaps.set(heading, gap);
      note.truth.mend('heading-spacing', 'a heading under text', note.draft, gap);
    }
  }],
  ['blank lines', 0.25, (note) => {
    if (!note.gaps.has('Topics Discussed') && note.topics.length === 0) {
      const gap = note.piece('\n\n\n', '\n');
      note.gaps.set('Topics Discussed', gap);
      note.truth.mend('blank-lines', 'several blank lines before a heading', note.draft, gap);
    }
    if (note.facts.length < 2) return;
    const gap = note.piece('\n\n', '');
    note.facts.splice(1 + note.dice.below(note.facts.length - 1), 0, gap);
    note.truth.mend('blank-lines', 'a list cut up by blank lines', note.draft, gap);
  }],
  ['near duplicate', 0.35, (note) => {
    const { dice } = note;
    const said = note.fact();
    const kind = dice.below(4);
    const line = (/** @type {string} */ words) => `- ${words}\n`;
    const kept = note.piece(line(said.full), '');
    if (kind === 0) {
      const again = note.piece(line(dice.pick([said.full.slice(0, -1), said.full.replace(';', ','), `${said.full.slice(0, -1)}!`, said.full.toLowerCase()])), '');
      note.scatter(kept, again);
      note.truth.add('near-duplicate', 'the same but for signs and case', note.draft, [[[again, 1]], [[kept, 1]]]);
    } else if (kind < 3 && said.retold.length > 0) {
      const again = note.piece(line(dice.pick(said.retold)), '');
      note.scatter(kept, again);
      note.truth.add('near-duplicate', 'the same in other words', note.draft, [[[again, 1]], [[kept, 1]]], { asked: true });
    } else if (said.other.length > 0) {
      // A trap: another number, another thing, the opposite.
      note.scatter(note.piece(line(said.full)), note.piece(line(dice.pick(said.other))));
    }
  }],
  ['fact of somebody else', 0.3, (note, all) => {
    const { dice, person } = note;
    const other = dice.pick(all.filter((one) => one !== note && !one.moved && !one.person.hasTwin && one.person.first !== person.first));
    other.moved = true;
    const said = note.world.words.fact(other.person.name, person.company === other.person.former ? other.person.company : other.person.former);
    const linked = dice.chance(0.25) ? said.full.replace(other.person.name, `[[${other.person.name}]]`) : said.full;
    const away = note.piece(`- ${linked}\n`, '');
    const there = other.piece('', `- ${linked}\n`);
    note.scatter(away);
    other.coming.push(there);
    note.truth.add('misplaced-fact', 'a fact about somebody else', [note.draft, other.draft], [[[away, 1], [there, 1]]], { at: [away], paths: [note.draft.path] });
  }],
  ['fact that names another', 0.3, (note, all) => {
    // A trap: the fact names somebody else but is about this person, or about both.
    const other = note.dice.pick(all.filter((one) => one.person.first !== note.person.first)).person;
    note.scatter(note.piece(note.dice.pick([
      `- Reports to ${other.name} since the reorganisation of ${note.world.words.topics()[0].toLowerCase()}.\n`,
      `- ${other.name} and ${note.person.name} share a desk near the ${note.world.words.topics()[0].toLowerCase()}.\n`,
      `- ${other.name} reports to ${note.person.first} in matters of ${note.world.words.topics()[0].toLowerCase()}.\n`,
      `- ${note.person.first} took over the ${note.world.words.topics()[0].toLowerCase()} from ${other.name}.\n`,
      `- Works with [[${other.name}]] on the ${note.world.words.topics()[1].toLowerCase()}.\n`])));
  }],
  ['fact of nobody', 0.2, (note) => {
    if (!note.byMachine) return;
    const piece = note.piece(`- ${note.world.words.thing('standing')}\n`);
    note.scatter(piece);
    note.truth.add('misplaced-fact', 'a fact that names nobody, from nowhere', note.draft, [], { at: [piece], report: true });
  }],
  ['source not said', 0.15, (note) => {
    if (note.person.hasTwin) return;
    const meeting = note.person.meetings.find((one) => one.carriedOver && one.facts.some(({ about, words }) => !about && !words.startsWith('Requested')));
    if (!note.byMachine || !meeting) return;
    const { words } = /** @type {{words: string}} */ (meeting.facts.find(({ about, words }) => !about && !words.startsWith('Requested')));
    const piece = note.piece(`- ${words}\n`, `- ${words} ([[${meeting.base}]])\n`);
    note.scatter(piece);
    note.truth.mend('misplaced-fact', 'a fact that names nobody, from a meeting', note.draft, piece);
  }],
  ['company like a person', 0.1, (note) => {
    // A trap: a company that is called as people are.
    if (!note.byMachine) note.scatter(note.piece(`- ${note.world.bakery} pays late for the ${note.world.words.topics()[1].toLowerCase()}.\n`));
  }],
  ['code', 0.05, (note) => {
    // A trap: what stands in code is none of it.
    note.gaps.set('Related Customers', note.piece('\n```\n- TODO @Nobody â«\n*Last updated: *\n\n\n## Not a heading\n```\n\n'));
  }],
  ['company doubted', 0.12, (note) => {
    const { dice, person, world } = note;
    // A wrong company must not be one of the person's customers, or the finding would be ambiguous.
    if (note.person.hasTwin || person.meetings.some((meeting) => meeting.customer === person.company)) return;
    const stale = dice.pick(world.companies.filter((one) => one !== person.company && !person.meetings.some((meeting) => meeting.customer === one)));
    note.settled = true;
    if (dice.chance(0.5)) {
      note.cells.Company.options = [stale, person.company];
      note.companyTag.options = [`- company/${slug(person.company)}\n`, `- company/${slug(stale)}\n`];
      note.truth.add('contradiction', 'the table says another company than the tag', note.draft, [[[note.cells.Company, 1]], [[note.companyTag, 1]]]);
      return;
    }
    note.cells.Company.options = [stale, person.company];
    note.companyTag.options = [`- company/${slug(stale)}\n`, `- company/${slug(person.company)}\n`];
    world.bios.push({ person, role: person.role, company: person.company });
    note.truth.add('contradiction', 'a bio says another company than table and tag', note.draft, [[[note.cells.Company, 1], [note.companyTag, 1]]]);
  }],
  ['role doubted', 0.15, (note) => {
    if (note.settled || note.person.hasTwin) return;
    note.settled = true;
    const { dice, person, world } = note;
    const roles = ['Installer', 'Trainee', 'Works council', 'Head of sales', 'Deputy buyer'];
    const stale = dice.pick(roles);
    const kind = dice.below(3);
    if (kind === 0) {
      note.roleLine.options = [`**Role**: ${dice.pick([person.former, person.company])}\n`, `**Role**: ${person.role}\n`];
      note.truth.mend('contradiction', "a role that is a company's name", note.draft, note.roleLine);
    } else if (kind === 1) {
      note.roleLine.options = [`**Role**: ${stale}\n`, `**Role**: ${person.role}\n`];
      note.cells.Role.options = [person.role, stale];
      note.truth.add('contradiction', 'the profile says another role than the table', note.draft, [[[note.roleLine, 1]], [[note.cells.Role, 1]]]);
    } else {
      note.cells.Role.options = [stale, person.role];
      note.roleLine.options = [''];
      world.bios.push({ person, role: person.role, company: person.company });
      note.truth.mend('contradiction', 'a bio says another role than the table', note.draft, note.cells.Role);
    }
  }],
  ['cell unknown', 0.2, (note) => {
    const { dice, person } = note;
    const kind = dice.below(note.settled || note.person.hasTwin ? 1 : 4);
    const unknown = (/** @type {string} */ name, /** @type {string} */ value) => {
      note.cells[name].options = ['_Unknown_', value];
      note.truth.mend('unknown-cell', `${name} is unknown and stands elsewhere`, note.draft, note.cells[name]);
    };
    note.settled = true;
    if (kind === 0) {
      const [field, name, value] = dice.pick([['email', 'Email', person.email], ['department', 'Department', person.department], ['phone', 'Phone', `+49 30 5550 ${1000 + dice.below(9000)}`]]);
      note.properties.options = [`${field}: ${value}\n`];
      unknown(name, value);
    } else if (kind === 1) {
      note.roleLine.options = [`**Role**: ${person.role}\n`];
      unknown('Role', person.role);
    } else if (kind === 2) unknown('Company', person.company);
    else {
      note.roleLine.options = [''];
      note.world.bios.push({ person, role: person.role, company: person.company });
      unknown('Role', person.role);
    }
  }],
  ['line of a meeting doubled', 0.15, (note) => {
    const lines = note.context.filter(({ meeting }) => meeting.carriedOver);
    if (lines.length === 0) return;
    const line = note.dice.pick(lines);
    const [text] = line.piece.options;
    const shorter = note.dice.chance(0.5) && text.includes('...');
    line.piece.options = [text, ''];
    const again = note.piece(shorter ? text.replace(/ [^ ]+ [^ ]+\.\.\.( \(via .*)?\n/, '...$1\n') : text, '');
    note.context.splice(note.context.indexOf(line) + 1, 0, { meeting: line.meeting, piece: again });
    note.truth.add('recent-context-order', shorter ? 'a meeting told twice, once shorter' : 'a line that stands there twice', note.draft, shorter ? [[[again, 1]]] : [[[again, 1]], [[line.piece, 1]]]);
    note.turned = true;
  }],
  ['oldest first', 0.15, (note) => {
    const days = new Set(note.context.map(({ meeting }) => meeting.date));
    if (note.turned || !note.byMachine || days.size < 3 || note.context.some(({ meeting }) => !meeting.carriedOver)) return;
    note.turned = true;
    const newest = note.context.map(({ piece }) => piece.options[0]);
    const [wrong, right] = [note.piece([...newest].reverse().join(''), newest.join('')), note.context[0].meeting];
    note.context = [{ meeting: right, piece: wrong }];
    note.truth.mend('recent-context-order', 'the oldest line stands first', note.draft, wrong);
  }],
  ['via', 0.3, (note) => {
    if (note.turned || note.person.hasTwin) return;
    const { dice } = note;
    const line = note.context.find(({ meeting, piece }) => meeting.carriedOver && piece.options[0].includes('(via ') && !meeting.people.some((one) => one.hasTwin));
    if (!line) return;
    note.turned = true;
    const [before, after] = line.piece.options[0].split(/\(via .*\)/);
    const who = dice.chance(0.3) ? dice.pick(line.meeting.people) : note.person;
    const heard = dice.chance(0.5) ? who.first : `${who.first} ${misheard(who.last, dice)}`;
    if (dice.chance(0.2)) {
      // A trap: projects and customers are no people.
      line.piece.options[0] = `${before}(via ${dice.pick([dice.pick(note.world.companies), note.world.bakery, 'Telemetry Pilot'])})${after}`;
      return;
    }
    const name = note.piece(heard, `[[${who.name}|${heard}]]`);
    const parts = [note.piece(`${before}(via `), name, note.piece(`)${after}`)];
    note.context.splice(note.context.indexOf(line), 1, ...parts.map((piece) => ({ meeting: line.meeting, piece })));
    note.truth.add('via', heard === who.first ? 'a first name' : 'a misheard name', note.draft, [[[name, 1]]], { asked: heard !== who.first });
  }],
  ['link cut off', 0.6, (note) => {
    const line = note.context.find(({ meeting, piece }) => meeting.base.length > 80 && piece.options.length === 1 && piece.options[0].includes(`[[${meeting.base}]]`));
    if (!line || note.turned) return;
    note.turned = true;
    const [before, after] = line.piece.options[0].split(line.meeting.base);
    const target = note.piece(line.meeting.base.slice(0, 80), line.meeting.base);
    note.context.splice(note.context.indexOf(line), 1, ...[note.piece(before), target, note.piece(after)].map((piece) => ({ meeting: line.meeting, piece })));
    note.truth.mend('cut-off-link', 'a link cut off at 80 characters', note.draft, target);
  }],
  ['prompts', 0.25, (note) => {
    const pieces = Object.entries(note.prompts).map(([heading, piece]) => {
      piece.options = [`\n_${note.dice.pick(PROMPTS[/** @type {keyof typeof PROMPTS} */ (heading)])}_\n`, ''];
      return piece;
    });
    note.truth.add('empty-prompt', 'prompts that nobody answered', note.draft, [pieces.map((piece) => [piece, 1])]);
  }],
  ['footer empty', 0.4, (note) => {
    const footer = /** @type {Piece} */ (note.footer);
    const dates = footer.options;
    if (note.context.length === 0 || note.context.every(({ meeting }) => !meeting.carriedOver)) return;
    footer.options = ['', ...dates];
    note.truth.items = note.truth.items.filter((item) => !(item.rule === 'last-updated' && item.at.includes(footer)));
    note.truth.mend('last-updated', 'a footer that nobody filled', note.draft, footer);
  }],
  ['footer old', 0.15, (note) => {
    const footer = /** @type {Piece} */ (note.footer);
    if (footer.options[0] === '' || footer.options.length > 1 || note.context.length === 0) return;
    footer.options = ['2024-01-02', ...footer.options];
    note.truth.mend('last-updated', 'a footer with an older day', note.draft, footer);
  }],
  ['contact old', 0.2, (note) => {
    const contact = /** @type {Piece} */ (note.contact);
    if (contact.options.length > 1 || note.context.length === 0 || note.person.hasTwin) return;
    contact.options = ['2024-01-05', contact.options[0]];
    note.truth.mend('last-contact', 'a contact of old', note.draft, contact);
  }],
  ['query by handle', 0.3, (note) => {
    note.query.options = [`contains(text, "@${note.person.name.replaceAll(' ', '')}")`, note.query.options[0]];
    note.truth.mend('owner-query', 'a query that misses linked owners', note.draft, note.query);
  }],
  ['meeting gone', 0.08, (note) => {
    const words = note.fact().full;
    const base = `2024-02-30 - ${note.world.words.title('nobody', false)}`.replace('02-30', '02-26');
    const piece = note.piece(`- ${words} [[${base}|2024-02-26]] ^${digest(words)}\n`, '');
    note.scatter(piece);
    note.truth.mend('gone-meeting', 'a line of a meeting that is gone', note.draft, piece);
  }],
  ['line edited', 0.1, (note) => {
    const meeting = note.person.meetings.find((one) => one.carriedOver && one.facts.some(({ about }) => about === note.person));
    if (!meeting) return;
    const { words } = /** @type {{words: string}} */ (meeting.facts.find(({ about }) => about === note.person));
    const line = note.facts.find((piece) => piece.options[0].includes(`${words} [[`));
    if (!line) return;
    line.options = [line.options[0].replace(words, `${words.slice(0, -1)}, as far as I know.`)];
    note.truth.add('key-facts', 'a line that somebody has edited: theirs', note.draft, [], { at: [line], report: true });
  }],
  ['line corrected', 0.1, (note) => {
    const line = note.facts.find((piece) => / \^[0-9a-f]{8}\n$/.test(piece.options[0]) && piece.options.length === 1 && !piece.options[0].includes(', as far as I know. [[') && / (two|three|four|five|six) /.test(piece.options[0]));
    if (!line) return;
    const words = line.options[0].slice(2).replace(/ \[\[.*\n/, '');
    const old = words.replace(/ (two|three|four|five|six) /, ' ninety ');
    line.options = [line.options[0].replace(words, old).replace(/\^.*\n/, `^${digest(old)}\n`), line.options[0]];
    note.truth.mend('key-facts', 'a line whose meeting was corrected', note.draft, line);
  }],
  ['type', 0.04, (note) => {
    note.type.options = ['type: person\n', 'type: people\n'];
    note.truth.mend('type-value', 'another word for the same type', note.draft, note.type);
  }],
  ['date spelt', 0.1, (note) => {
    note.created.options = [`created: ${note.dice.pick(['3 January 2024', '2024/01/03', '2024.1.3', 'January 3, 2024'])}\n`, 'created: 2024-01-03\n'];
    note.truth.mend('date-type', 'a date in another spelling', note.draft, note.created);
  }],
  ['date of two readings', 0.05, (note) => {
    if (note.created.options.length > 1) return;
    note.created.options = ['created: 03/01/2024\n', 'created: 2024-01-03\n', 'created: 2024-03-01\n'];
    note.truth.mend('date-type', 'a date of two readings', note.draft, note.created);
  }],
  ['alias as text', 0.08, (note) => {
    const alias = `${note.person.first.slice(0, 1)}. ${note.person.last}`;
    note.aliases.options = [`aliases: ${alias}\n`, ...lists('aliases', [alias]).map((list) => `${list}\n`)];
    note.truth.mend('list-type', 'an alias that is text', note.draft, note.aliases);
  }],
  ['title of another note', 0.05, (note, all) => {
    const other = note.dice.pick(all.filter((one) => one.person.last !== note.person.last)).person;
    note.title.options = [`title: ${capital(note.dice.pick(['New person', 'Untitled', `Template for ${other.city}`]))}\n`, `title: ${note.person.name}\n`];
    note.truth.mend('title', 'a title that is left over', note.draft, note.title);
  }],
];
