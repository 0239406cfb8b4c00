import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { at, release, root } from './lib/paths.mjs';
import { buildPlugin, checkForbidden, checkStyles } from './plugin.mjs';

it('the same sources give the same bytes, which name no folder of the machine', async () => {
  const temporary = () => mkdtempSync(join(tmpdir(), 'namesake-build-'));
  const [one, other] = [temporary(), temporary()];
  const home = process.cwd();
  try {
    await buildPlugin({ ...release, pluginDir: one });
    process.chdir(tmpdir());
    await buildPlugin({ ...release, pluginDir: other });
    for (const file of ['main.js', 'manifest.json', 'styles.css']) {
      expect(readFileSync(join(one, file)).equals(readFileSync(join(other, file))), file).toBe(true);
    }
    // In three megabytes of base64 there is a `/tmp` by chance.
    const main = readFileSync(join(one, 'main.js'), 'utf8').replace(/[\w+/=]{1000,}/gu, '');
    expect(main.length).toBeGreaterThan(100_000);
    for (const folder of [root, homedir(), tmpdir()].filter((path) => path.length > 2)) expect(main.includes(folder), folder).toBe(false);
  } finally {
    process.chdir(home);
    for (const folder of [one, other]) rmSync(folder, { recursive: true });
  }
});

it.each([
  'let f=eval;f(text)',
  'window["eval"](text)',
  'new Function("return 1")',
  'Function(text)()',
  '(()=>{}).constructor("return 1")()',
  'setTimeout("go()",10)',
  'setInterval(`go()`,10)',
  'a.href="javascript:go()"',
  'document.createElement("script")',
  'fetch("/notes")',
  'let get=window.fetch;get(url)',
  'new XMLHttpRequest',
  'new WebSocket(url)',
  'new WebTransport(url)',
  'new EventSource(url)',
  'navigator.sendBeacon(url,text)',
  'new RTCPeerConnection',
  '(0,Ar.requestUrl)({url})',
  'new Image().src=url',
  'document.createElement("iframe")',
  'e.createElement(`img`)',
  'frame.srcdoc=text',
  'var source="importScripts(url)";new Worker(source)',
  'await import(url)',
  'new URL(import.meta.url)',
  '//# sourceMappingURL=main.js.map',
  'require("electron").shell',
  'require("node:https")',
  'require("obsidian/../fs")',
  'let load=require;load(name)',
  'require(name)',
])('a bundle with %s is refused', (code) => expect(() => checkForbidden(`"use strict";${code};`)).toThrow('must not contain'));

it.each([
  'var o=require("obsidian"),s=require("@codemirror/state");',
  'case"function":return`Function(${e.name})`',
  'return this.constructor(t,n)',
  'setTimeout(()=>go(),10)',
  'important(prefetched,evaluate)',
])('a bundle with %s is no trouble', (code) => expect(() => checkForbidden(code)).not.toThrow());

it.each(['@import "other.css";', '.a { background: url(https://example.org/a.png) }', '@font-face { font-family: A }'])('a style sheet with %s is refused', (styles) =>
  expect(() => checkStyles(styles)).toThrow('must not contain'));

it('the plugin’s own style sheet asks for nothing', () => checkStyles(readFileSync(at('plugin/styles.css'), 'utf8')));
