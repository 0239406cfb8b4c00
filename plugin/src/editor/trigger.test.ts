import { describe, expect, it } from 'vitest';
import { isSign } from '../screen/sign';
import { fitted, isTask, triggerIn } from './trigger';

const ALL = { people: true, sign: '@', links: true };
const typedIn = (before: string): string | undefined => {
  const trigger = triggerIn(before, ALL);
  return trigger ? `${trigger.sign} ${trigger.start} ${trigger.typed}` : undefined;
};

describe('a name is asked for', () => {
  it.each([
    ['@', '@ 0 '],
    ['@ben', '@ 0 ben'],
    ['- [ ] Ring @Rob Ben', '@ 11 Rob Ben'],
    ['(@jörg', '@ 1 jörg'],
    ['**@J. Smith', '@ 2 J. Smith'],
    ['participants: [@ro', '@ 15 ro'],
    ['See [[@ro', '[[@ 4 ro'],
    ['See [[ro', '[[ 4 ro'],
  ])('by “%s”', (before, trigger) => {
    expect(typedIn(before)).toBe(trigger);
  });
});

describe('no name is asked for', () => {
  it.each([
    ['an e-mail address', 'mail rob@example'],
    ['an address on the web', 'https://example.org/@rob'],
    ['an address with a query', 'https://example.org/?q="@rob'],
    ['the address of a link', '[Rob](@rob'],
    ['a sign alone', 'meet @ ten'],
    ['words behind a blank', '@ rob'],
    ['a name that ended with a blank', '@rob '],
    ['a sentence that ended', '@Rob. Then he'],
    ['more words than a name has', '@rob will ring back on'],
    ['another sign', '@rob, then'],
    ['one letter of a link', '[[r'],
    ['the heading of a link', '[[rob#'],
    ['the words of a link', '[[rob|b'],
    ['no sign at all', 'rob ben'],
  ])('in %s', (_, before) => {
    expect(typedIn(before)).toBeUndefined();
  });

  it('by @ where another sign is set, which then does the same', () => {
    const wanted = { ...ALL, sign: ';;' };
    expect(triggerIn('Seen: @ro', wanted)).toBeNull();
    expect(triggerIn('Seen: ;;rob b', wanted)).toEqual({ kind: 'people', sign: ';;', start: 6, typed: 'rob b' });
    expect(triggerIn('[[;;ro', wanted)).toEqual({ kind: 'linked', sign: '[[;;', start: 0, typed: 'ro' });
    expect(triggerIn('a;;ro', wanted)).toBeNull();
    for (const sign of ['+', '$', '^?', '{}', '/', ':', '&']) expect(triggerIn(`(${sign}ro`, { ...ALL, sign })?.typed).toBe('ro');
  });

  it('where it is switched off', () => {
    expect(triggerIn('@ro', { ...ALL, people: false })).toBeNull();
    expect(triggerIn('[[@ro', { ...ALL, people: false })).toBeNull();
    expect(triggerIn('[[ro', { ...ALL, links: false })).toBeNull();
  });
});

it.each(['', 'a', '1', ' ', '[[', '#', '-', '*', '@@@@', '@ '])('“%s” is no sign, and @ stands for it', (sign) => {
  expect(isSign(sign)).toBe(false);
  expect(triggerIn('@ro', { ...ALL, sign })?.sign).toBe('@');
});

it('a task is a line with a checkbox, and with the global filter', () => {
  expect(isTask('> - [ ] Ring', '')).toBe(true);
  expect(isTask('1. [x] Ring #task', '#task')).toBe(true);
  expect(isTask('- [ ] Ring', '#task')).toBe(false);
  expect(isTask('- Ring', '')).toBe(false);
});

describe('a link is written', () => {
  const LINK = '[[Rob "R" O’Neil|it\'s \\ Rob]]';

  it('as it is in prose, and with its bar escaped in a table', () => {
    expect(fitted(LINK, 'He is ', 'text')).toBe(LINK);
    expect(fitted('[[a|b]]', '| 1 | ', 'text')).toBe('[[a\\|b]]');
  });

  it('in quotes where it is a whole value among properties', () => {
    const quoted = '"[[Rob \\"R\\" O’Neil|it\'s \\\\ Rob]]"';
    for (const before of ['  - ', '- ', 'caller: ', 'people: [', 'people: [Ann, ']) expect(fitted(LINK, before, 'properties')).toBe(quoted);
    expect(fitted(LINK, '  - "', 'properties')).toBe(quoted.slice(1, -1));
    expect(fitted(LINK, "caller: '", 'properties')).toBe('[[Rob "R" O’Neil|it\'\'s \\ Rob]]');
  });

  it('nowhere else among properties', () => {
    for (const before of ['', 'note: with ', '# ', 'caller:']) expect(fitted(LINK, before, 'properties')).toBeUndefined();
  });
});
