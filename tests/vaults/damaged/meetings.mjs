// Meeting notes as they should be. `meeting-harm.mjs` plants what goes wrong in them.
import { Draft } from './draft.mjs';

/** @typedef {import('./draft.mjs').Truth} Truth @typedef {import('./draft.mjs').Piece} Piece */
/** @typedef {import('./world.mjs').World} World @typedef {import('./world.mjs').Person} Person @typedef {import('./world.mjs').Meeting} Meeting */

const CHATTER = ['Good morning, can you hear me?', 'The line is bad today.', 'It rained all night here.', 'That was a long week.', 'The figures are on the screen.', 'Nobody asked for that so far.', 'The coffee is on its way.'];

export class MeetingNote {
  /** @param {World} world @param {Truth} truth @param {Meeting} meeting */
  constructor(world, truth, meeting) {
    this.world = world;
    this.truth = truth;
    this.meeting = meeting;
    this.dice = world.dice;
    this.draft = new Draft(`Meetings/${meeting.base}.md`);
    const names = meeting.people.map((one) => one.name).join(', ');
    this.heading = `${meeting.date.replaceAll('-', '')} 0930 ${meeting.title}`;
    this.type = this.piece('type: group-meeting\n');
    this.created = this.piece(meeting.date);
    this.title = this.piece(`title: "${this.heading}"\n`);
    /** @type {Piece[]} */
    this.property = [this.piece(`participants: [${names}]`)];
    this.customer = this.piece(meeting.customer ? `customer: "[[${meeting.customer}]]"\n` : '');
    this.tags = this.piece('tags: [meeting, group]\n');
    /** @type {Piece[]} */
    this.twice = [];
    /** Whether a name is added to the participants, and whether the properties are unreadable. */
    this.named = false;
    this.broken = false;
    /** @type {Piece[]} */
    this.line = [this.piece(names)];
    /** @type {Piece[][]} each a line without its end */
    this.actions = meeting.tasks.map((task) => [this.piece(`- [ ] ${task.words} [[${task.owner.name}]] 📅 ${task.due}`)]);
    /** @type {Set<number>} tasks with planted damage */
    this.harmed = new Set();
    /** @type {Piece[]} lines to be added at the end of Action items */
    this.coming = [];
    /** @type {Piece[][]} */
    this.followUps = [];
    /** @type {Piece[][]} */
    this.outcomes = [];
    if (meeting.mentioned) this.outcomes.push([this.piece(`- The spare keys are with [[${meeting.mentioned.name}]].`)]);
    /** @type {[string, string][]} who says what */
    this.said = this.dice.chance(0.3) ? [[this.dice.pick(meeting.people).name, this.dice.pick(CHATTER)], [this.dice.pick(meeting.people).name, this.dice.pick(CHATTER)]] : [];
    /** @type {Map<number, Piece>} */
    this.spoken = new Map();
  }

  /** @param {...string} options @returns {Piece} */
  piece(...options) {
    return { options };
  }

  /** Takes a task without damage and replaces its pieces by those that `make` returns. @param {(task: Meeting['tasks'][0]) => Piece[] | null} make */
  retask(make) {
    const free = this.meeting.tasks.map((_, n) => n).filter((n) => !this.harmed.has(n));
    if (free.length === 0) return;
    const n = this.dice.pick(free);
    const parts = make(this.meeting.tasks[n]);
    if (!parts) return;
    this.harmed.add(n);
    this.actions[n] = parts;
  }

  write() {
    const { draft, meeting } = this;
    const section = (/** @type {string} */ heading, /** @type {Piece[][]} */ lines) => {
      if (lines.length === 0) return;
      draft.say(`## ${heading}\n\n`);
      for (const line of lines) {
        draft.pieces.push(...line);
        draft.say('\n');
      }
      if (heading === 'Action items') draft.pieces.push(...this.coming);
      draft.say('\n');
    };
    const said = (/** @type {{words: string}[]} */ list) => list.map(({ words }) => [this.piece(`- ${words}`)]);
    draft.say('---\n').pieces.push(this.type);
    draft.say('created: ').pieces.push(this.created);
    draft.say('\n').pieces.push(this.title, ...this.property);
    draft.say('\n').pieces.push(this.customer);
    if (meeting.topics.length > 0) draft.say(`topics: [${meeting.topics.join(', ')}]\n`);
    draft.say('ai_extracted: true\n').pieces.push(this.tags, ...this.twice);
    draft.say(`---\n\n# ${this.heading}\n\n**Date:** ${meeting.date}  \n**Participants:** `).pieces.push(...this.line);
    draft.say(`\n\n## Summary\n\n${meeting.summary.join(' ')}\n\n`);
    section('Key facts learned', said(meeting.facts));
    section('Outcomes', this.outcomes);
    section('Decisions', said(meeting.decisions));
    if (this.coming.length > 0 && this.actions.length === 0) this.actions.push([this.piece('- [x] Write the minutes of this one')]);
    section('Action items', this.actions);
    section('Follow-ups', this.followUps);
    if (this.said.length === 0) return;
    draft.say('---\n\n## Transcript (auto)\n\n```text\n');
    this.said.forEach(([who, words], n) => {
      draft.say(`[00:0${n}:12.40]  ${who}`).pieces.push(this.spoken.get(n) ?? this.piece(words));
      draft.say('\n\n');
    });
    draft.say('```\n');
  }
}
