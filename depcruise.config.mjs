// Which way imports may go in plugin/src; checked by `npx depcruise plugin/src --config depcruise.config.mjs`. Types count
// as well: whoever needs the type of a higher folder knows that folder.

/** From the top to the bottom: a folder imports itself and those below it. `why` it knows nothing above. */
const LAYERS = [
  { name: 'main', path: '^plugin/src/(bases/|(main|commands|menus|outside|person-notes|review-count)[.]ts$)', why: '' },
  { name: 'session', path: '^plugin/src/session[.]ts$', why: 'Main registers what the session holds; the session works without the registrations.' },
  { name: 'actions', path: '^plugin/src/actions/', why: 'An action names the parts that it needs, so that whoever has them can call it without a session.' },
  { name: 'panes', path: '^plugin/src/(doubts|editor|modals|review|settings|tasks)/', why: 'Panes, modals and settings are handed what they show and do, so that tests draw them alone.' },
  { name: 'screen', path: '^plugin/src/screen/', why: 'All panes use notices and drawn lines, which belong to none of them.' },
  { name: 'vault', path: '^plugin/src/vault/', why: 'What keeps notes safe does not depend on what is on screen.' },
  { name: 'engine', path: '^plugin/src/engine/', why: 'The engine knows texts and calls, and nothing of the app around them.' },
  { name: 'locales', path: '^plugin/src/locales/', why: 'Every folder reads the words on screen; the words need no folder.' },
];

/** Tests and their fakes reach wherever they need to. */
const TESTS = '[.]test[.]tsx?$|^plugin/src/testing/';

/**
 * @param {string} name
 * @param {string} comment why
 * @param {import('dependency-cruiser').IRegularForbiddenRuleType['from']} from
 * @param {import('dependency-cruiser').IRegularForbiddenRuleType['to']} to
 * @returns {import('dependency-cruiser').IRegularForbiddenRuleType}
 */
const refuse = (name, comment, from, to) => ({ name, severity: 'error', comment, from, to });

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: [
    refuse('no-circles', 'Files that import each other can only be understood together.', {}, { circular: true }),
    ...LAYERS.slice(1).map(({ name, path, why }, at) => refuse(
      `${name}-knows-nothing-above`,
      why,
      { path, pathNot: TESTS },
      { path: LAYERS.slice(0, at + 1).map((layer) => layer.path) },
    )),
    refuse(
      'panes-stand-alone',
      'Each can be changed without the others. Doubts, modals and settings share what review knows of findings and decisions.',
      { path: '^plugin/src/(doubts|editor|modals|review|settings|tasks)/', pathNot: TESTS },
      { path: '^plugin/src/(doubts|editor|modals|settings|tasks)/', pathNot: '^plugin/src/$1/' },
    ),
    refuse(
      'review-stands-alone',
      'Names that are typed and tasks that are listed have nothing to do with the review.',
      { path: '^plugin/src/(editor|tasks)/', pathNot: TESTS },
      { path: '^plugin/src/review/' },
    ),
    refuse(
      'wasm-behind-the-engine',
      'Only engine/ knows that the core is WebAssembly, and how it is called.',
      { path: '^plugin/src/', pathNot: '^plugin/src/engine/' },
      { path: 'build/pkg/|namesake-wasm' },
    ),
    refuse(
      'engine-without-obsidian',
      'The engine also runs in a worker, where there is no app.',
      { path: '^plugin/src/engine/', pathNot: TESTS },
      { path: 'obsidian' },
    ),
    refuse('tests-only', 'Fakes are not shipped.', { path: '^plugin/src/', pathNot: TESTS }, { path: TESTS }),
  ],
  options: {
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
  },
};
