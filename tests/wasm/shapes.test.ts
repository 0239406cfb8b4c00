// Compares the exported types of the core with its real answers. Each answer is written as a literal of its declared type,
// and the compiler, as strict as for the plugin, checks it. Maps, nulls, undeclared and missing members fail.
import { join } from 'node:path';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import type { Decision, PlanRequest } from 'namesake-wasm';
import { engineOf, everyday, MEETING, present } from './core.ts';

const ROOT = join(import.meta.dirname, '../..');
const TYPES = join(ROOT, 'build/pkg/namesake_wasm');

describe('every answer of the core', () => {
  it('has its declared type', { timeout: 60_000 }, async () => {
    const answers = await answersOfEveryKind();
    const declared = answers.map(([type, value], index) => `export const v${index}: ${type} = ${literal(value)};`);
    const names = [...new Set(answers.map(([type]) => type.replace('[]', '')))].filter((name) => /^[A-Z]/.test(name));
    expect(complaints(`import type { ${names.join(', ')} } from '${TYPES}';\n${declared.join('\n')}`)).toEqual([]);
  });

  it('fails the check with a wrong type', { timeout: 60_000 }, () => {
    const wrong = `import type { VaultStatus } from '${TYPES}';\nexport const v: VaultStatus = { notes: 1, people: null };`;
    expect(complaints(wrong)).not.toEqual([]);
  });
});

/** Each answer, with the name of its declared type. */
async function answersOfEveryKind(): Promise<[string, unknown][]> {
  const engine = await engineOf(...everyday());
  engine.reject('Inbox/scan.md', 'it is not UTF-8');
  engine.upsert([{ path: 'Inbox/new.md', text: 'Ann Ash' }]);
  const findings = engine.findings({});
  const everything: PlanRequest = { kind: 'query', query: {} };
  const plan = engine.plan(everything);
  const entry = present(plan.changes[0], 'change').entry;
  // A typed array has no literal.
  const { text, paths, statuses, owners } = engine.tasks({});
  const decision: Decision = { path: MEETING, rule: 'via', subject: 'Rob', verdict: 'rejected' };
  return [
    ['Config', engine.configure({ settings: { rules: { via: true }, ownerStyle: 'mention', taskFormat: 'emoji' } })],
    ['Config', engine.decide(decision, 1)],
    ['Config', engine.forget(decision, 2)],
    ['Config', engine.rename('Inbox/scan.md', 'Inbox/scanned.md')],
    ['Finding[]', findings],
    ['Plan', plan],
    ['Plan', engine.plan({ kind: 'choices', choices: [{ id: 'gone', path: MEETING }] })],
    ['Preview[]', findings.flatMap(({ path, id, fixes }) => fixes.flatMap((_, fix) => engine.preview(path, id, fix)))],
    ['Reverted', engine.revert(entry, present(plan.changes[0], 'change').after)],
    ['string', text],
    ['string[]', paths],
    ['StatusKind[]', statuses],
    ['TaskOwner[]', owners],
    ['Completion[]', engine.complete({ typed: 'ro', path: MEETING, owner: false, companies: true, limit: 20 })],
    ['Candidate[]', engine.whois(MEETING, 'Rob Banga', '')],
    ['Merge', engine.merge({ winner: 'People/Rob Benoit.md', loser: 'People/Rob Bannerman.md' })],
    ['Split', engine.split({ note: 'People/Rob Benoit.md' })],
    ['Split', engine.split({ note: 'People/Rob Benoit.md', name: 'Zed Quarrel', moved: [1, 2] })],
    ['boolean', engine.isPerson(MEETING)],
    ['Plan', engine.plan({ kind: 'identify', form: { path: 'Inbox/new.md', line: 1, raw: 'Ann Ash', before: '', written: 'Ann Ash', remember: false } })],
    ['TemplateCheck', engine.checkTemplate('')],
    ['TemplateCheck', engine.checkTemplate('Templates/Meeting')],
    ['PatternTrial', engine.tryPattern({ find: 'R(ob)', replace: '$1', where: ['body', 'properties', 'fileName'] }, MEETING)],
    ['PatternTrial', engine.tryPattern({ find: 'R(ob' })],
    ['RuleInfo[]', engine.rules()],
    ['VaultStatus', engine.status()],
    ['string[]', engine.paths()],
    ['string[]', engine.related(MEETING)],
    ['undefined', engine.upsert([])],
    ['undefined', engine.remove('Inbox/scanned.md')],
  ];
}

/** `value` as TypeScript source. What is no plain data is left out, so the compiler misses it. */
function literal(value: unknown): string {
  if (value === undefined || value === null || typeof value !== 'object') return JSON.stringify(value) ?? 'undefined';
  if (Array.isArray(value)) return `[${value.map(literal).join(', ')}]`;
  if (Object.getPrototypeOf(value) !== Object.prototype) return 'Symbol("no plain object")';
  return `{ ${Object.entries(value).map(([key, member]) => `${JSON.stringify(key)}: ${literal(member)}`).join(', ')} }`;
}

/** The errors that the compiler reports for `source`. */
function complaints(source: string): string[] {
  const { config } = ts.readConfigFile(join(ROOT, 'tsconfig.json'), (path) => ts.sys.readFile(path)) as { config: unknown };
  const { options } = ts.parseJsonConfigFileContent(config, ts.sys, ROOT);
  const host = ts.createCompilerHost(options);
  const [file, read] = [join(ROOT, 'tests/wasm/answers.ts'), host.getSourceFile.bind(host)];
  host.getSourceFile = (name, ...rest) => (name === file ? ts.createSourceFile(file, source, ts.ScriptTarget.ES2022) : read(name, ...rest));
  const program = ts.createProgram([file], options, host);
  return ts.getPreEmitDiagnostics(program).map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n').slice(0, 400));
}
