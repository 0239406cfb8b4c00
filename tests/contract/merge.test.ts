// The merge of an unsaved editor with a file that another program changed.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { merge, narrow } from '../host/src/notes/merge.ts';

/** Texts made of a few lines, so that both texts share and repeat lines. */
const text = fc.array(fc.constantFrom('a', 'b', 'c', ''), { maxLength: 8 }).map((lines) => lines.join('\n'));

describe('merge', () => {
	it('keeps both sides where they touch different lines', () => {
		expect(merge('one\ntwo\nthree\n', 'one\ntwo\nTHREE\n', 'zero\none\ntwo\nthree\n')).toBe('zero\none\ntwo\nTHREE\n');
	});

	it('gives the changed side where the other did nothing', () => {
		fc.assert(
			fc.property(text, text, (base, changed) => {
				expect(merge(base, changed, base)).toBe(changed);
				expect(merge(base, base, changed)).toBe(changed);
			}),
		);
	});

	it('keeps a line added at either end by either side', () => {
		fc.assert(
			fc.property(text, (base) => {
				expect(merge(`${base}\n`, `mine\n${base}\n`, `${base}\ntheirs\n`)).toBe(`mine\n${base}\ntheirs\n`);
			}),
		);
	});
});

describe('narrow', () => {
	it('is one change that turns the first text into the second', () => {
		fc.assert(
			fc.property(text, text, (before, after) => {
				const { from, to, insert } = narrow(before, after);
				expect(before.slice(0, from) + insert + before.slice(to)).toBe(after);
			}),
		);
	});
});
