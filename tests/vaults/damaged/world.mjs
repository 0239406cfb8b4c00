// The people, companies and meetings of the vault, and what each meeting says: the facts before any damage.
import { FIRST, STEM, TAIL } from '../chance.mjs';
import { CITIES, DEPARTMENTS, ROLES, TRADES, Words } from './words.mjs';

/** @typedef {import('../chance.mjs').Dice} Dice */
/**
 * @typedef {object} Person
 * @property {string} name @property {string} first @property {string} last @property {string} company @property {string} former
 * @property {string} role @property {string} department @property {string} city @property {string} email
 * @property {Meeting[]} meetings the oldest first
 * @property {Meeting[]} mentionedIn
 * @property {boolean} hasTwin whether a second note of this person exists: until both are merged, nothing that meetings say is certain
 */
/**
 * @typedef {object} Meeting
 * @property {string} date @property {string} title @property {string} base @property {Person[]} people @property {string[]} summary
 * @property {{about: Person | null, words: string, introduces?: boolean}[]} facts what was learned; `introduces` marks one that says somebody's role
 * @property {{about: Person | null, words: string}[]} decisions
 * @property {{words: string, owner: Person, due: string}[]} tasks @property {Person | null} mentioned somebody who was not there @property {string | null} customer @property {string[]} topics
 * @property {boolean} carriedOver whether the notes of its people have its lessons already
 */

const ACCENTED = ['Jürgen', 'Søren', 'Renée', 'Väinö', 'Begoña', 'Zoë', 'Bjørn', 'Mélanie'];
const SHORTENED = ['Robert', 'Katherine', 'William', 'Thomas', 'Margaret', 'Michael', 'Elizabeth', 'Alexander'];

export const slug = (/** @type {string} */ company) => company.toLowerCase().replaceAll(' ', '-');
export const day = (/** @type {number} */ n) => new Date(Date.UTC(2024, 0, 8) + n * 86_400_000).toISOString().slice(0, 10);

export class World {
  /** @param {Dice} dice @param {{people: number, meetings: number, fresh: number}} size `fresh`: how many meetings are not carried over yet */
  constructor(dice, size) {
    this.dice = dice;
    this.words = new Words(dice);
    const surnames = this.shuffled(STEM.flatMap((stem) => TAIL.map((tail) => stem + tail)));
    const trades = this.shuffled(STEM.flatMap((stem) => TAIL.map((tail) => stem + tail))).filter((name) => !surnames.slice(0, size.people + 60).includes(name));
    this.companies = Array.from({ length: 24 }, (_, n) => `${trades[n]} ${TRADES[n % TRADES.length]}`);
    /** @type {{person: Person, role: string, company: string}[]} notes about people, which state the true role and company */
    this.bios = [];
    this.spareNames = surnames.slice(size.people);
    /** @type {Person[]} */
    this.people = Array.from({ length: size.people }, (_, n) => this.person(surnames[n], n));
    /** A company whose name looks like a person's. */
    this.bakery = this.stranger();
    /** Pairs of people who share a name and work for different companies. */
    this.homonyms = Array.from({ length: 6 }, () => ({ name: this.stranger(), companies: this.companies.slice(0, 2) }));
    /** @type {Meeting[]} */
    this.meetings = Array.from({ length: size.meetings }, (_, n) => this.meeting(n, size));
  }

  /** @template T @param {T[]} list @returns {T[]} */
  shuffled(list) {
    const rest = [...list];
    const out = [];
    while (rest.length > 0) out.push(...rest.splice(this.dice.below(rest.length), 1));
    return out;
  }

  /** A new name that is not similar to any other. */
  stranger() {
    const last = /** @type {string} */ (this.spareNames.pop());
    const taken = new Set(this.people.filter((one) => one.last[0] === last[0]).map((one) => one.first));
    return `${this.dice.pick(FIRST.filter((first) => !taken.has(first)))} ${last}`;
  }

  /** @param {string} last @param {number} n @returns {Person} */
  person(last, n) {
    const { dice } = this;
    const first = n < 16 ? [...ACCENTED, ...SHORTENED][n] : dice.pick(FIRST);
    const company = dice.pick(this.companies);
    const former = dice.pick(this.companies.filter((other) => other !== company));
    const plain = `${first}.${last}`.toLowerCase().normalize('NFD').replace(/[^a-z.]/g, '');
    return { name: `${first} ${last}`, first, last, company, former, role: dice.pick(ROLES), department: dice.pick(DEPARTMENTS), city: dice.pick(CITIES), email: `${plain}@${slug(company)}.example`, meetings: [], mentionedIn: [], hasTwin: false };
  }

  /** @param {number} n @param {{meetings: number, fresh: number}} size @returns {Meeting} */
  meeting(n, size) {
    const { dice, words } = this;
    const carriedOver = n < size.meetings - size.fresh;
    const date = day(Math.floor((n * 690) / size.meetings));
    /** @type {Person[]} */
    const people = [];
    while (people.length < 2 + (n % 3)) {
      const guest = dice.pick(this.people);
      // No two people of a meeting share a first name: such doubts are left to the traps.
      if (!people.some((other) => other.first === guest.first)) people.push(guest);
    }
    const customer = dice.chance(0.3) ? dice.pick(this.companies) : null;
    const title = words.title(dice.pick(this.companies), carriedOver && dice.chance(0.12));
    const about = (/** @type {number} */ p) => (dice.chance(p) ? dice.pick(people) : null);
    const say = (/** @type {Person | null} */ who) => ({ about: who, words: who ? words.fact(who.name, who.former).full : words.thing() });
    /** @type {Meeting} */
    const meeting = {
      date, title, base: `${date} - ${title}`, people, summary: words.summary(), customer, carriedOver, mentioned: /** @type {Person | null} */ (null), topics: carriedOver || dice.chance(0.7) ? [] : words.topics(),
      facts: Array.from({ length: 1 + dice.below(3) }, () => say(about(0.5))),
      decisions: dice.chance(0.5) ? [say(about(0.3))] : [],
      tasks: Array.from({ length: dice.below(3) }, () => ({ words: words.task(), owner: dice.pick(people), due: day(Math.floor((n * 690) / size.meetings) + 7 + dice.below(30)) })),
    };
    for (const guest of people) guest.meetings.push(meeting);
    if (!carriedOver && dice.chance(0.3)) {
      const [who] = people;
      meeting.facts.push({ about: who, words: `${who.name}, ${who.role.charAt(0).toLowerCase()}${who.role.slice(1)} at ${who.company}, ${words.joined()}`, introduces: true });
    }
    if (!carriedOver && dice.chance(0.3)) {
      const absent = dice.pick(this.people.filter((one) => !people.some((other) => other.first === one.first || other.last === one.last)));
      if ([...absent.meetings, ...absent.mentionedIn].every((other) => other.date !== date)) {
        meeting.mentioned = absent;
        absent.mentionedIn.push(meeting);
      }
    }
    return meeting;
  }
}
