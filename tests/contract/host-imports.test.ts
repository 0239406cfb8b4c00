// The folders of the host page import in one direction, and no files import each other in a circle. Types may point
// back, as the classes of the API name each other; the bundler, which drops type imports, sees the rest.
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { expect, it } from 'vitest';

/** A folder imports from itself and from those before it. `.` holds the files at the top. */
const FOLDERS = ['globals', 'functions', 'disk', 'notes', 'api', 'page', 'app', 'neighbours', '.'];

const host = fileURLToPath(new URL('../host/src/', import.meta.url));

/** The imports of each file, both relative to `src`. */
async function readImports(): Promise<Map<string, string[]>> {
	const { metafile } = await build({ absWorkingDir: host, entryPoints: ['main.ts'], bundle: true, write: false, metafile: true, packages: 'external' });
	return new Map(
		Object.entries(metafile.inputs).map(([file, { imports }]) => [file, imports.filter(({ external }) => !external).map(({ path }) => path)]),
	);
}

const folderOf = (file: string): number => FOLDERS.indexOf(file.includes('/') ? file.slice(0, file.indexOf('/')) : '.');

/** The files in a circle, or leading into one. They stay when files whose imports are all gone are removed, round by round. */
function inCircles(imports: Map<string, string[]>): string[] {
	const left = new Map(imports);
	for (let size = -1; size !== left.size; ) {
		size = left.size;
		for (const [file, targets] of left) if (!targets.some((target) => left.has(target))) left.delete(file);
	}
	return [...left.keys()];
}

it('the folders of the host page import in one direction', async () => {
	const imports = await readImports();
	const wrong = [...imports].flatMap(([file, targets]) =>
		targets.filter((target) => folderOf(file) < folderOf(target) || folderOf(target) < 0).map((target) => `${file} imports ${target}`),
	);
	expect(imports.size).toBeGreaterThan(50);
	expect(wrong).toEqual([]);
});

it('no files of the host page import each other in a circle', async () => {
	expect(inCircles(await readImports())).toEqual([]);
});
