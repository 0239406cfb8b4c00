// Lines as they stand under the headings of meetings: mostly tasks with this and that field, one in ten without a
// checkbox. The same seed gives the same lines.

/** @typedef {'emoji' | 'dataview'} Format */

const VERBS = ['Confirm', 'Draft', 'Send round', 'Measure', 'Reorder', 'Book', 'Sign off', 'Ring about', 'تأكيد', 'לבדוק'];
const THINGS = [
  'the price of the second pump', 'the rota for week 47', '[[Quay 4|the quay]] inventory', 'spare gaskets, 40 of them',
  'a van (the tall one)', 'the draft at https://example.org/plan#costs', 'how `retry --all` behaves', 'المستودع قبل الشتاء',
  'את המחסן', 'Süßwasserzähler für Halle 3', 'the minutes of [[2025-10-30 - Cold chain]]', '**both** thermometers',
];
const TAGS = ['', '', '', '', ' #harbour', ' #cold-chain/pumps', ' #näher #später'];
const HEADS = ['- [ ] ', '- [ ] ', '- [ ] ', '- [x] ', '* [/] ', '1. [ ] ', '\t- [ ] ', '> - [ ] ', '    12) [-] '];
const RULES = ['every day', 'every 2 weeks on Monday, Thursday', 'every month on the 2nd last Friday', 'every weekday when done'];
const PLAIN = ['- Nobody had spare antennas on the site.', '', 'The gateway lost its link again after the storm.', '### Follow-ups'];

/** A field in either format. @type {Record<Format, (symbol: string, key: string, value: string) => string>} */
const FIELD = {
  emoji: (symbol, _, value) => ` ${symbol}${value && ` ${value}`}`,
  dataview: (_, key, value) => `  [${key}:: ${value}]`,
};

/** @param {Format} format @param {number} count @returns {string[]} */
export function taskLines(format, count) {
  const random = numbers(7);
  const pick = (/** @type {string[]} */ list) => list[random(list.length)] ?? '';
  const field = FIELD[format];
  const day = () => `2025-${two(1 + random(12))}-${two(1 + random(28))}`;
  const line = () => {
    if (random(10) === 0) return pick(PLAIN);
    const symbol = random(4) === 0 ? '⏫' : '';
    const fields = [
      random(8) === 0 ? field('🆔', 'id', `k${random(900)}`) : '',
      random(12) === 0 ? field('⛔', 'dependsOn', `k${random(900)},k${random(900)}`) : '',
      symbol && (format === 'emoji' ? field(symbol, '', '') : field('', 'priority', 'high')),
      random(6) === 0 ? field('🔁', 'repeat', pick(RULES)) : '',
      random(5) === 0 ? field('➕', 'created', day()) : '',
      random(6) === 0 ? field('⏳', 'scheduled', day()) : '',
      random(2) === 0 ? field(random(6) === 0 ? '📅\uFE0F' : '📅', 'due', day()) : '',
      random(5) === 0 ? field('✅', 'completion', day()) : '',
      random(9) === 0 ? ` #late` : '',
      random(15) === 0 ? ` ^b${random(999)}` : '',
      random(6) === 0 ? '\r' : '',
    ];
    return `${pick(HEADS)}${pick(VERBS)} ${pick(THINGS)}${pick(TAGS)}${fields.join('')}`;
  };
  return Array.from({ length: count }, line);
}

/** One task, of about so many bytes, with fields at its end. @param {Format} format @param {number} bytes */
export function longLine(format, bytes) {
  const words = 'a long sentence (in brackets, [quoted]) #and so on '.repeat(Math.ceil(bytes / 51));
  return `- [ ] ${words.slice(0, bytes)}.${FIELD[format]('📅', 'due', '2025-11-15')}`;
}

/** Two digits. @param {number} value */
const two = (value) => String(value).padStart(2, '0');

/** Numbers below a bound, by Marsaglia's xorshift. @param {number} seed @returns {(bound: number) => number} */
function numbers(seed) {
  let state = seed;
  return (bound) => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) % bound;
  };
}
