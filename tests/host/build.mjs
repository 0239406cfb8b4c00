// Bundles the host page into one folder: index.html, host.js, host.css. No network, no CDN.
import { build } from 'esbuild';
import { cp, mkdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const here = fileURLToPath(new URL('.', import.meta.url));

/**
 * @param {string} outDir folder to write to; made where it is missing
 * @returns {Promise<string>} the folder
 */
export async function buildHost(outDir) {
	await mkdir(outDir, { recursive: true });
	await build({
		absWorkingDir: here,
		entryPoints: [
			{ in: 'src/main.ts', out: 'host' },
			{ in: 'src/page/styles/host.css', out: 'host' },
		],
		outdir: outDir,
		bundle: true,
		format: 'iife',
		target: 'es2022',
		tsconfig: join(here, 'tsconfig.json'),
		minify: true,
		legalComments: 'none',
		logLevel: 'warning',
	});
	await cp(join(here, 'src/index.html'), join(outDir, 'index.html'));
	return outDir;
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
	const outDir = process.argv[2] ?? 'build/host';
	await buildHost(resolve(outDir));
	console.log(`host page built in ${outDir}`);
}
