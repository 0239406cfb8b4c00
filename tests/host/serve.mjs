// Serves the host page, a vault folder and the built plugin on 127.0.0.1, under a policy without network.
import { createServer } from 'node:http';
import { readFile, readdir } from 'node:fs/promises';
import { basename, join, relative, resolve, sep } from 'node:path';

const POLICY = [
	"default-src 'self'",
	"script-src 'self' 'unsafe-eval' 'wasm-unsafe-eval' blob:",
	'worker-src blob:',
	"connect-src 'self'",
	"style-src 'self' 'unsafe-inline'",
	"img-src 'self' data: blob:",
	"font-src 'self' data:",
	"object-src 'none'",
	"base-uri 'none'",
	"form-action 'none'",
	"frame-ancestors 'none'",
].join('; ');

const PAGE = {
	'/': ['index.html', 'text/html; charset=utf-8'],
	'/index.html': ['index.html', 'text/html; charset=utf-8'],
	'/host.js': ['host.js', 'text/javascript; charset=utf-8'],
	'/host.css': ['host.css', 'text/css; charset=utf-8'],
};

const PLUGIN = {
	'/plugin/main.js': ['main.js', 'text/javascript; charset=utf-8'],
	'/plugin/manifest.json': ['manifest.json', 'application/json; charset=utf-8'],
	'/plugin/styles.css': ['styles.css', 'text/css; charset=utf-8'],
};

/** The folder's name, and every file in it as base64 by its path; symbolic links are left out. */
async function readVault(dir) {
	const files = {};
	for (const entry of await readdir(dir, { recursive: true, withFileTypes: true })) {
		if (!entry.isFile()) continue;
		const full = join(entry.parentPath ?? entry.path, entry.name);
		files[relative(dir, full).split(sep).join('/')] = (await readFile(full)).toString('base64');
	}
	return JSON.stringify({ name: basename(resolve(dir)), files });
}

/** The paths a request can name are the ones listed above, so that none leads out of a folder. */
async function answer(url, { vaultDir, vaults = {}, pluginDir, hostDir }) {
	if (Object.hasOwn(PAGE, url.pathname)) {
		const [file, type] = PAGE[url.pathname];
		return { type, body: await readFile(join(hostDir, file)) };
	}
	if (Object.hasOwn(PLUGIN, url.pathname)) {
		const [file, type] = PLUGIN[url.pathname];
		return { type, body: await readFile(join(pluginDir, file)) };
	}
	if (url.pathname !== '/vault.json') return null;
	const name = url.searchParams.get('vault') ?? 'default';
	const dir = Object.hasOwn(vaults, name) ? vaults[name] : vaultDir;
	return dir === undefined ? null : { type: 'application/json; charset=utf-8', body: await readVault(dir) };
}

function reply(response, status, type, body) {
	response.writeHead(status, {
		'Content-Type': type,
		'Content-Security-Policy': POLICY,
		'X-Content-Type-Options': 'nosniff',
		'Cache-Control': 'no-store',
	});
	response.end(body);
}

async function handle(request, response, options) {
	const text = 'text/plain; charset=utf-8';
	if (request.method !== 'GET' && request.method !== 'HEAD') return reply(response, 405, text, 'Only GET is answered here.');
	// A page of another origin that points its name at this address is turned away.
	if (!/^(127\.0\.0\.1|localhost):\d+$/.test(request.headers.host ?? '')) return reply(response, 403, text, 'Unknown host name.');
	try {
		const found = await answer(new URL(request.url, 'http://127.0.0.1'), options);
		if (found) reply(response, 200, found.type, request.method === 'HEAD' ? undefined : found.body);
		else reply(response, 404, text, 'There is nothing at this address.');
	} catch (error) {
		const missing = error.code === 'ENOENT';
		reply(response, missing ? 404 : 500, text, missing ? 'The file is missing; has it been built?' : String(error.message));
	}
}

/** @param {import('./serve.d.mts').ServeOptions} options */
export async function serve(options) {
	const server = createServer((request, response) => void handle(request, response, options));
	await new Promise((resolve, reject) => {
		server.once('error', reject);
		server.listen(options.port ?? 0, '127.0.0.1', resolve);
	});
	const close = () =>
		new Promise((resolve) => {
			server.close(resolve);
			server.closeAllConnections();
		});
	return { url: `http://127.0.0.1:${server.address().port}/`, close };
}
