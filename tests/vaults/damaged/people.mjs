// Person notes as they should be. `person-harm.mjs` plants what goes wrong in them.
import { Draft } from './draft.mjs';
import { digest } from './words.mjs';
import { slug } from './world.mjs';

/** @typedef {import('./draft.mjs').Truth} Truth @typedef {import('./draft.mjs').Piece} Piece @typedef {import('./draft.mjs').Way} Way */
/** @typedef {import('./world.mjs').World} World @typedef {import('./world.mjs').Person} Person @typedef {import('./world.mjs').Meeting} Meeting */

/** Prompts of a template, which a user was meant to replace. */
export const PROMPTS = {
  Relationship: ['How do you work with this person? What is your dynamic?', 'How did you meet, and what do you do for each other?'],
  Background: ['Career history, expertise, interests, personal details shared...', 'Where do they come from, and what do they care about?'],
};

/** The source of a line: a link to its meeting that shows the day. @param {Meeting} meeting */
export const source = (meeting) => `[[${meeting.base}|${meeting.date}]]`;

/** A fact, or a decision with its mark, from a meeting, as Namesake writes it. @param {string} mark @param {string} words @param {Meeting} meeting */
export const lessonLine = (mark, words, meeting) => `- ${mark}${words} ${source(meeting)} ^${mark ? digest('decision', words) : digest(words)}\n`;

/** The line of a meeting under Recent Context, as Namesake writes it. @param {Meeting} meeting @param {string} [mark] */
export const contextLine = (meeting, mark = '') => `- ${meeting.date}: [[${meeting.base}|${meeting.title}]] - ${meeting.summary[0]}${mark} ^${digest(`${meeting.date}: ${meeting.title} - ${meeting.summary[0]}${mark}`)}\n`;

export class PersonNote {
  /** @param {World} world @param {Truth} truth @param {Person} person */
  constructor(world, truth, person) {
    this.world = world;
    this.truth = truth;
    this.person = person;
    this.dice = world.dice;
    this.draft = new Draft(`People/${person.name}.md`);
    this.byMachine = this.dice.chance(0.5);
    this.tagged = this.dice.chance(0.6);
    /** @type {Piece[]} */
    this.facts = [];
    /** @type {Piece[]} lines to be added at the end of Key Facts */
    this.coming = [];
    /** @type {Piece[]} */
    this.decisions = [];
    /** @type {Piece[]} */
    this.comingDecisions = [];
    /** @type {{meeting: Meeting, piece: Piece}[]} the newest first */
    this.context = [];
    /** @type {Piece[]} */
    this.topics = [];
    /** @type {Piece[]} */
    this.customers = [];
    this.type = this.piece('type: people\n');
    this.title = this.piece(`title: ${person.name}\n`);
    this.created = this.piece('created: 2024-01-03\n');
    this.aliases = this.piece('');
    this.properties = this.piece('');
    this.tag = this.piece(this.tagged ? '- needs-review\n' : '');
    this.companyTag = this.piece(`- company/${slug(person.company)}\n`);
    this.reviewed = this.piece('');
    this.name = this.piece(`# ${person.name}\n`);
    /** @type {Record<string, Piece>} */
    this.cells = Object.fromEntries(Object.entries({ Role: person.role, Company: person.company, Department: this.dice.chance(0.5) ? person.department : '_Unknown_',
      Email: this.dice.chance(0.5) ? person.email : '_Unknown_', Phone: '_Unknown_', LinkedIn: '_Unknown_', Location: this.dice.chance(0.5) ? person.city : '_Unknown_' }).map(([name, value]) => [name, this.piece(value)]));
    this.roleLine = this.piece(this.dice.chance(0.5) ? `**Role**: ${person.role}\n` : '');
    this.query = this.piece(`(contains(text, "@${person.name.replaceAll(' ', '')}") OR contains(outlinks, this.file.link))`);
    this.prompts = Object.fromEntries(Object.keys(PROMPTS).map((heading) => [heading, this.piece('')]));
    this.learn();
  }

  /** @param {...string} options @returns {Piece} */
  piece(...options) {
    return { options };
  }

  /** Adds the facts of the person's meetings, and a few older ones. */
  learn() {
    const { person, world, dice } = this;
    for (let n = 1 + dice.below(3); n > 0; n -= 1) this.facts.push(this.piece(`- ${this.fact().full}\n`));
    for (const meeting of person.meetings) {
      for (const { about, words, introduces } of meeting.facts) {
        if (about !== person) continue;
        this.lesson('key-facts', this.facts, this.coming, '', words, meeting);
        if (introduces && !this.settled) this.introduce();
      }
      for (const { about, words } of meeting.decisions) if (about === person) this.lesson('key-decisions', this.decisions, this.comingDecisions, '✅ ', words, meeting);
    }
    const heard = [...person.meetings, ...person.mentionedIn].sort((a, b) => (a.date < b.date ? 1 : -1));
    for (const meeting of heard) this.meet(meeting);
    const newest = person.meetings.at(-1)?.date ?? '2024-01-03';
    const known = person.meetings.filter((meeting) => meeting.carriedOver).at(-1)?.date ?? '2024-01-03';
    this.newest = known;
    this.contact = this.piece(known, ...(newest > known ? [newest] : []));
    if (newest > known) this.truth.mend('last-contact', 'a meeting that nobody carried over', this.draft, this.contact);
    const fresh = [...new Set(heard.filter((meeting) => !meeting.carriedOver && meeting.date > known).map((meeting) => meeting.date))];
    this.footer = this.piece(known, ...fresh);
    const { footer } = this;
    if (fresh.length > 0) this.truth.add('last-updated', 'the footer follows the newest line', this.draft, fresh.map((_, n) => [[footer, n + 1]]), { follows: true });
    const sections = new Set(person.meetings.flatMap((meeting) => (meeting.customer && meeting.customer !== person.company ? [meeting.customer] : [])));
    for (const customer of [...sections].sort()) this.relate(customer);
    this.topicWords = world.words.topics();
  }

  /** Plants a role that a meeting states and the person's table lacks. */
  introduce() {
    this.settled = true;
    this.roleLine.options = [''];
    this.cells.Role.options = ['_Unknown_', this.person.role];
    this.truth.mend('contact', 'a role that a meeting tells', this.draft, this.cells.Role);
  }

  /** A fact about the person that no meeting of the vault has. */
  fact() {
    const { person, dice } = this;
    return this.world.words.fact(dice.pick([person.name, person.first, '']), person.former);
  }

  /** @param {string} rule @param {Piece[]} here @param {Piece[]} coming @param {string} mark @param {string} words @param {Meeting} meeting */
  lesson(rule, here, coming, mark, words, meeting) {
    if (meeting.carriedOver) {
      here.push(this.piece(this.dice.chance(0.6) ? lessonLine(mark, words, meeting) : `- ${mark}${words} ([[${meeting.base}]])\n`));
      return;
    }
    const piece = this.piece('', lessonLine(mark, words, meeting));
    coming.push(piece);
    this.truth.mend(rule, 'a lesson of a meeting that is not there yet', this.draft, piece);
  }

  /** @param {Meeting} meeting */
  meet(meeting) {
    const long = meeting.base.length > 80;
    if (meeting.carriedOver) {
      const via = this.dice.chance(0.5) ? ` (via ${this.person.name})` : '';
      this.context.push({ meeting, piece: this.piece(long || this.dice.chance(0.5) ? `- ${meeting.date}: [[${meeting.base}]] - ${meeting.summary[0].slice(0, -1)}...${via}\n` : contextLine(meeting)) });
      return;
    }
    const isThere = meeting.people.includes(this.person);
    const piece = this.piece('', contextLine(meeting, isThere ? '' : ' (mentioned)'));
    this.context.push({ meeting, piece });
    this.truth.mend('recent-context', isThere ? 'a meeting that is not told yet' : 'a meeting that mentions somebody', this.draft, piece);
    if (meeting.topics.length > 0 && isThere) {
      const topics = this.piece('', `\n${meeting.topics.join(', ')}\n`);
      this.topics.unshift(topics);
      this.truth.mend('topics', 'topics of a meeting that are not there yet', this.draft, topics);
    }
  }

  /** @param {string} customer */
  relate(customer) {
    const meetings = this.person.meetings.filter((meeting) => meeting.customer === customer);
    const line = `- [[${customer}]]\n`;
    const piece = meetings.some((meeting) => meeting.carriedOver) ? this.piece(line) : this.piece('', line);
    this.customers.push(piece);
    if (piece.options.length > 1) this.truth.mend('related', 'a customer of a meeting that is not there yet', this.draft, piece);
  }

  /** Puts each of `pieces` at a random place among the facts. @param {...Piece} pieces */
  scatter(...pieces) {
    for (const piece of pieces) this.facts.splice(this.dice.below(this.facts.length + 1), 0, piece);
  }

  /** Puts the pieces together into the note, after all damage is planted. */
  write() {
    const { draft, dice } = this;
    const list = (/** @type {string} */ heading, /** @type {Piece[]} */ pieces) => {
      draft.say(`## ${heading}\n`);
      if (pieces.length > 0) this.items(pieces);
      draft.pieces.push(this.gapAfter(heading));
    };
    draft.say('---\n').pieces.push(this.type, this.title, this.created);
    draft.say("last_contact: '").pieces.push(/** @type {Piece} */ (this.contact));
    draft.say(`'\n${this.byMachine ? 'auto_created: true\n' : ''}`).pieces.push(this.aliases);
    draft.say('tags:\n- type/people\n').pieces.push(this.tag, this.companyTag, this.properties, this.reviewed);
    draft.say('---\n\n').pieces.push(this.name);
    draft.say(`\n## Contact Information\n\n| Field | Value |\n|-------|-------|\n`);
    for (const [name, cell] of Object.entries(this.cells)) {
      draft.say(`| **${name}** | `).pieces.push(cell);
      draft.say(' |\n');
    }
    for (const [heading, prompt] of Object.entries(this.prompts)) {
      draft.say(`\n## ${heading}\n`).pieces.push(prompt);
    }
    draft.say('\n## Tasks They Own\n\n_Action items this person is responsible for:_\n\n```dataview\nTASK\nWHERE ').pieces.push(this.query);
    draft.say(' AND !completed\nSORT due ASC\n```\n\n');
    list('Key Facts', [...this.facts, ...this.coming]);
    draft.say(`## Topics Discussed\n\n${this.topicWords?.join(', ')}\n`).pieces.push(...this.topics, this.gapAfter('Topics Discussed'));
    list('Recent Context', this.context.map(({ piece }) => piece));
    draft.say('## Profile\n\n').pieces.push(this.roleLine);
    draft.say(`**Relationship**: ${dice.pick(['Customer', 'Supplier', 'Colleague', 'Partner'])}\n\n`);
    list('Key Decisions', [...this.decisions, ...this.comingDecisions]);
    list('Related Customers', this.customers);
    draft.say('## Related Projects\n\n---\n*Last updated: ').pieces.push(/** @type {Piece} */ (this.footer));
    draft.say('*\n');
  }

  /** @param {Piece[]} pieces */
  items(pieces) {
    const lead = pieces.some((piece) => piece.options[0] !== '') ? this.piece('\n') : this.piece('', '\n');
    // The blank line below the heading of an empty section comes with its first line.
    const firsts = lead.options.length > 1 ? this.truth.items.flatMap((item) => item.ways).filter((way) => way.some(([piece]) => pieces.includes(piece))) : [];
    for (const way of firsts) way.push([lead, 1]);
    this.draft.pieces.push(lead);
    this.draft.pieces.push(...pieces);
  }

  /** The blank line before the next heading, or the damage planted there. @param {string} heading */
  gapAfter(heading) {
    if (this.gaps?.has(heading)) return /** @type {Piece} */ (this.gaps.get(heading));
    return this.piece('\n');
  }

  /** @type {Map<string, Piece>} */
  gaps = new Map();

  /** Whether damage of role and company is planted already, and whether damage of Recent Context is. */
  settled = false;
  turned = false;
  /** Whether a fact about this person is planted in another note. */
  moved = false;
}
