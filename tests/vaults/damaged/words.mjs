// The sentences of the vault: about people, about things, in meetings and in bios. Each has so many slots that no two notes
// say the same by chance; repetitions are planted.
import { createHash } from 'node:crypto';

/** @typedef {import('../chance.mjs').Dice} Dice */
/** @typedef {{full: string, retold: string[], shorter: string[], other: string[]}} Saying a sentence, the same in other words, a shorter form, and sentences that only look like it */

export const ROLES = ['Head of quality', 'Warehouse planner', 'Principal technical strategist', 'Plant engineer', 'Buyer for packaging', 'Director of logistics',
  'Calibration lead', 'Night shift supervisor', 'Product owner', 'Service coordinator', 'Chief accountant', 'Field engineer', 'Laboratory manager', 'Data steward'];
export const CITIES = ['Aarhus', 'Bergamo', 'Coimbra', 'Dijon', 'Esbjerg', 'Fulda', 'Ghent', 'Haarlem', 'Innsbruck', 'Jönköping', 'Kaunas', 'Leuven'];
export const DEPARTMENTS = ['Operations', 'Purchasing', 'Maintenance', 'Research', 'Customer care', 'Compliance'];
export const TRADES = ['Dairy', 'Orchards', 'Breweries', 'Fisheries', 'Museums', 'Grocers', 'Logistics', 'Foundry', 'Textiles', 'Instruments'];
const MONTHS = ['January', 'February', 'March', 'April', 'June', 'July', 'August', 'September', 'October', 'November', 'December'];
const ROOMS = ['ripening room', 'cold dock', 'boiler house', 'packing hall', 'seed store', 'yeast cellar', 'archive vault', 'paint shop', 'loading bay', 'greenhouse', 'test kitchen', 'pump room', 'tool crib', 'drying loft', 'switch room', 'wash bay', 'cheese cave', 'box office'];
const THINGS = ['door sensors', 'humidity probes', 'label printers', 'pallet scales', 'valve actuators', 'spare batteries', 'handheld scanners', 'wall brackets', 'gas detectors', 'repeaters', 'cable trays', 'drip pans', 'pressure gauges', 'loading ramps', 'fan heaters', 'key cabinets', 'water meters', 'light barriers'];
const GROUPS = ['commissioning', 'maintenance planning', 'sample testing', 'route planning', 'supplier audit', 'first aid', 'spare parts', 'metering'];
const PLACES = ['the harbour site', 'the northern plant', 'the old mill', 'the training centre', 'the branch in the valley', 'the ring road depot', 'the pilot line', 'the quarry office', 'the customs shed', 'the hill farm', 'the railway yard', 'the south gate'];
const NUMBERS = { 2: 'two', 3: 'three', 4: 'four', 5: 'five', 6: 'six', 7: 'seven', 8: 'eight', 9: 'nine', 11: 'eleven', 12: 'twelve' };
const TOPICS = ['Budget round', 'Site visit', 'Contract review', 'Sensor trial', 'Stock count', 'Safety walk', 'Price talk', 'Quarterly review', 'Kick-off', 'Wash-up', 'Layout workshop', 'Supplier audit', 'Training day', 'Handover'];

/** The digest that Namesake writes behind its lines: the first 4 bytes of BLAKE2b over each part, its length (8 bytes) first. @param {...string} parts */
export function digest(...parts) {
  const hash = createHash('blake2b512');
  for (const part of parts) {
    const bytes = Buffer.from(part);
    const length = Buffer.alloc(8);
    length.writeBigUInt64LE(BigInt(bytes.length));
    hash.update(length).update(bytes);
  }
  return hash.digest('hex').slice(0, 8);
}

export const capital = (/** @type {string} */ text) => text.charAt(0).toUpperCase() + text.slice(1);

/** A number in words and in another spelling, and a different number. @param {Dice} dice */
function number(dice) {
  const n = Number(dice.pick(Object.keys(NUMBERS)));
  const word = NUMBERS[/** @type {keyof typeof NUMBERS} */ (n)];
  const said = dice.chance(0.5) ? String(n) : word;
  return { said, again: dice.chance(0.5) ? said : said === word ? String(n) : word, other: String(n + 10) };
}

export class Words {
  /** @param {Dice} dice */
  constructor(dice) {
    this.dice = dice;
    /** @type {Set<string>} */
    this.used = new Set();
  }

  /** The result of `make`, repeated until its key is new in the vault. @template T @param {() => {key: string, made: T}} make @returns {T} */
  once(make) {
    for (let tries = 0; tries < 500; tries += 1) {
      const { key, made } = make();
      if (this.used.has(key)) continue;
      this.used.add(key);
      return made;
    }
    throw new Error('the words of the vault have run out');
  }

  /**
   * A sentence about a person. `subject` is the name to use; it is empty if the sentence does not name them.
   * @param {string} subject @param {string} company that they came from @returns {Saying}
   */
  fact(subject, company) {
    const { dice } = this;
    const say = (/** @type {string} */ words) => capital(`${subject} ${words}`.trim()) + '.';
    return this.once(() => {
      const [room, thing, group, place, month] = [dice.pick(ROOMS), dice.pick(THINGS), dice.pick(GROUPS), dice.pick(PLACES), dice.pick(MONTHS)];
      const [second, n] = [dice.pick(THINGS.filter((other) => other !== thing)), number(dice)];
      /** @type {[string, string[], string[], string[]][]} full, retold, shorter, other */
      const shapes = [
        [`leads the ${group} group in ${n.said} countries`, [`is leading the ${group} group in ${n.again} countries`, `leads the whole ${group} group in ${n.again} countries`], [`leads the ${group} group`], [`leads the ${group} group in ${n.other} countries`]],
        [`looks after ${n.said} ${thing} at ${place}`, [`looks after the ${n.again} ${thing} at ${place}`, `is looking after ${n.again} ${thing} at ${place}`], [], [`looks after ${n.said} ${second} at ${place}`, `looks after ${n.other} ${thing} at ${place}`]],
        [`spent ${n.said} years at ${company}; knows the ${room} there`, [`spent ${n.again} years at ${company}, and knows the ${room} there`], [`spent ${n.said} years at ${company}`], [`spent ${n.other} years at ${company}; knows the ${room} there`]],
        [`wants a reading from the ${thing} every ${n.said} minutes in the ${room}`, [`wants one reading from the ${thing} every ${n.again} minutes in the ${room}`], [`wants a reading from the ${thing}`], [`wants no reading from the ${thing} every ${n.said} minutes in the ${room}`]],
        [`keeps the only key to the ${room} at ${place}`, [`keeps the only key of the ${room} at ${place}`, `still keeps the only key to the ${room} at ${place}`], [`keeps the only key to the ${room}`], [`does not keep the only key to the ${room} at ${place}`]],
        [`prefers ${thing} over ${second} for the ${room}`, [`prefers ${thing} over the ${second} in the ${room}`], [`prefers ${thing} over ${second}`], [`prefers ${second} over ${thing} for the ${room}`]],
        [`trained the night shift at ${place} on the new ${thing} in ${month}`, [`has trained the night shift at ${place} on new ${thing} in ${month}`], [`trained the night shift at ${place}`], [`trained the night shift at ${place} on the new ${thing} in ${MONTHS[(MONTHS.indexOf(month) + 3) % MONTHS.length]}`]],
        [`measured ${n.said} degrees of drift in the ${room} behind the ${thing}`, [`has measured ${n.again} degrees of drift in the ${room}, behind the ${thing}`], [`measured ${n.said} degrees of drift in the ${room}`], [`measured ${n.other} degrees of drift in the ${room} behind the ${thing}`]],
        [`ordered ${n.said} ${thing} for the ${room} at ${place}`, [`has ordered ${n.again} ${thing} for the ${room} at ${place}`], [], [`ordered ${n.said} ${thing} for the ${room} at ${PLACES[(PLACES.indexOf(place) + 1) % PLACES.length]}`]],
        [`answers for the ${thing} in the ${room} since ${month}`, [`answers for the ${thing} of the ${room} since ${month}`], [`answers for the ${thing}`], []],
      ];
      const [full, retold, shorter, other] = dice.pick(shapes);
      return { key: full.replace(n.said, n.other), made: { full: say(full), retold: retold.map(say), shorter: shorter.map(say), other: other.map(say) } };
    });
  }

  /** A sentence about a thing that names nobody; `standing` asks for a complete sentence. @param {'standing' | 'any'} [kind] */
  thing(kind = 'any') {
    const { dice } = this;
    return this.once(() => {
      const [room, thing, place, month, n] = [dice.pick(ROOMS), dice.pick(THINGS), dice.pick(PLACES), dice.pick(MONTHS), number(dice).said];
      const made = dice.pick([...(kind === 'any' ? [`Requested: ${n} ${thing} for the ${room} at ${place}.`] : []), `The ${room} at ${place} has no ${thing} on the north side.`,
        `Stock of ${thing} for the ${room} is thin until ${month}.`, `The ${thing} in the ${room} at ${place} were replaced in ${month}.`,
        `Pricing for the ${thing} at ${place} is fixed until ${month}.`]);
      return { key: made, made };
    });
  }

  /** What a person who is introduced does next. */
  joined() {
    const { dice } = this;
    return this.once(() => {
      const made = `${dice.pick(['takes over', 'looks after', 'will test', 'paid for'])} the ${dice.pick(THINGS)} of the ${dice.pick(ROOMS)}.`;
      return { key: made, made };
    });
  }

  /** A task. No two tasks concern the same thing at the same place. */
  task() {
    const { dice } = this;
    return this.once(() => {
      const [thing, room, place] = [dice.pick(THINGS), dice.pick(ROOMS), dice.pick(PLACES)];
      const verb = dice.pick(['Order', 'Count', 'Label', 'Test', 'Photograph', 'Replace', 'Inspect', 'Ship', 'Invoice', 'Draw']);
      const made = dice.pick([`${verb} the ${thing} for the ${room} at ${place}`, `${verb} ${thing} from the ${room} of ${place}`]);
      return { key: `task ${thing} ${room} ${place}`, made };
    });
  }

  /** Two sentences of a summary. */
  summary() {
    const { dice } = this;
    return this.once(() => {
      const [room, thing, place, month, n] = [dice.pick(ROOMS), dice.pick(THINGS), dice.pick(PLACES), dice.pick(MONTHS), number(dice).said];
      const first = dice.pick([`Working session on the ${thing} at ${place}`, `Went through the figures of the ${room} for ${month} and found ${n} gaps`,
        `Two ways stay open for the ${room}, and the cheaper one is slower`, `The trial with ${n} ${thing} at ${place} goes on until ${month}`, `Agreed on what the ${room} needs before ${month}`]);
      return { key: `${first} ${thing}`, made: [`${first}.`, dice.pick(['Nothing else was decided.', 'A written answer is due next month.', 'Everybody had read the papers.', 'The rest waits for the budget.'])] };
    });
  }

  /** Two topics that no other note has. */
  topics() {
    const { dice } = this;
    const topic = (/** @type {string[]} */ of, /** @type {string[]} */ what) => this.once(() => {
      const made = `${capital(dice.pick(of))} ${dice.pick(what)}${dice.pick(['', ' in spring', ' for next year', ' in autumn', ' for the audit', ' on Sundays'])}`;
      return { key: made, made };
    });
    return [topic(ROOMS, ['refit', 'costs', 'access', 'cleaning', 'hours', 'lighting', 'keys']), topic(THINGS, ['budget', 'spares', 'firmware', 'mounting', 'prices', 'training', 'returns'])];
  }

  /** The title of a meeting; a `long` one is cut off by importers. @param {string} company @param {boolean} long */
  title(company, long) {
    const { dice } = this;
    return this.once(() => {
      const made = long ? `${dice.pick(TOPICS)} at ${company}, covering the ${dice.pick(THINGS)}, the ${dice.pick(ROOMS)} and who pays for ${dice.pick(PLACES)}`
        : dice.pick([`${dice.pick(TOPICS)} on the ${dice.pick(THINGS)}`, `${dice.pick(TOPICS)}, ${dice.pick(ROOMS)}`, `${dice.pick(TOPICS)} about ${dice.pick(PLACES)}`]);
      return { key: `title ${made} ${dice.below(3)}`, made };
    });
  }
}
