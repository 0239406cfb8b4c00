// Merges an unsaved editor with a file that another program changed: both sides become changes of the last saved
// text. Where both changed the same place, both stay.
import { ChangeSet, type ChangeSpec, Text } from '@codemirror/state';

/** Above this product of line counts no table is made, and the whole changed part counts as one change. */
const LARGEST_TABLE = 4_000_000;

function longestCommon(a: string[], b: string[]): Uint32Array[] {
	const rows = Array.from({ length: a.length + 1 }, () => new Uint32Array(b.length + 1));
	for (let i = a.length - 1; i >= 0; i--) {
		for (let j = b.length - 1; j >= 0; j--) {
			rows[i][j] = a[i] === b[j] ? rows[i + 1][j + 1] + 1 : Math.max(rows[i + 1][j], rows[i][j + 1]);
		}
	}
	return rows;
}

/** The changes, found line by line, that turn `before` into `after`. Offsets are UTF-16 units of `before`. */
export function lineChanges(before: string, after: string): ChangeSpec[] {
	const [a, b] = [before.split(/(?<=\n)/), after.split(/(?<=\n)/)];
	if (a.length * b.length > LARGEST_TABLE) return [narrow(before, after)];
	const table = longestCommon(a, b);
	const changes: { from: number; to: number; insert: string }[] = [];
	let [i, j, offset] = [0, 0, 0];
	while (i < a.length || j < b.length) {
		if (i < a.length && j < b.length && a[i] === b[j]) {
			offset += a[i].length;
			i++;
			j++;
			continue;
		}
		let last = changes[changes.length - 1];
		if (!last || last.to !== offset) changes.push((last = { from: offset, to: offset, insert: '' }));
		if (j < b.length && (i >= a.length || table[i][j + 1] >= table[i + 1][j])) last.insert += b[j++];
		else last.to = offset += a[i++].length;
	}
	return changes.map(({ from, to, insert }) => {
		const inner = narrow(before.slice(from, to), insert);
		return { from: from + inner.from, to: from + inner.to, insert: inner.insert };
	});
}

/** One change that turns `before` into `after`, without their common beginning and end. */
export function narrow(before: string, after: string): { from: number; to: number; insert: string } {
	const shorter = Math.min(before.length, after.length);
	let head = 0;
	while (head < shorter && before[head] === after[head]) head++;
	let tail = 0;
	while (tail < shorter - head && before[before.length - 1 - tail] === after[after.length - 1 - tail]) tail++;
	return { from: head, to: before.length - tail, insert: after.slice(head, after.length - tail) };
}

export function merge(base: string, ours: string, theirs: string): string {
	const mine = ChangeSet.of(lineChanges(base, ours), base.length);
	const external = ChangeSet.of(lineChanges(base, theirs), base.length);
	return external.map(mine).apply(Text.of(ours.split('\n'))).toString();
}
