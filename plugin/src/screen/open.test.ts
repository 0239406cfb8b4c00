import { expect, it } from 'vitest';
import { placeOf } from './open';

it('a place in a note is a line and a character, whatever the line ends', () => {
  for (const end of ['\n', '\r\n']) {
    const text = ['one', 'two 📅', 'three'].join(end);
    expect(placeOf(text, text.indexOf('one'))).toEqual({ line: 0, ch: 0 });
    expect(placeOf(text, text.indexOf('📅'))).toEqual({ line: 1, ch: 4 });
    expect(placeOf(text, text.indexOf('ree'))).toEqual({ line: 2, ch: 2 });
  }
});
