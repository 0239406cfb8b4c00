// Writes the notes of the rules' specs into a corpus folder, `node crates/fuzz/seeds.mjs`: what the rules look for is
// where a fuzzer should start. The first byte of a seed is the place of the note, see normalise.rs.

import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const specs = join(import.meta.dirname, '../../tests/rules');
const corpus = join(import.meta.dirname, 'corpus/normalise');
const fence = /^````md note="[^"]*"(.*)\n([^]*?)^````$/gm;

mkdirSync(corpus, { recursive: true });
const files = readdirSync(specs, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.md'));
let written = 0;
for (const file of files) {
  for (const [, attributes = '', note = ''] of readFileSync(join(specs, file), 'utf8').matchAll(fence)) {
    const text = attributes.includes('eol=crlf') ? note.replaceAll('\n', '\r\n') : note;
    written += 1;
    writeFileSync(join(corpus, `spec-${written}`), `${written % 4}${attributes.includes('bom') ? '\ufeff' : ''}${text}`);
  }
}
console.log(`${written} notes in ${corpus}`);
