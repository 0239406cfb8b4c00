// The features of the notes, and the named pieces of each. Properties are written with line
// feeds; how lines end, and what stands around them, are features of their own.

/** @typedef {Record<string, string>} Pieces the text that each named piece writes; '' writes nothing */

/** @type {Pieces} */
const titles = {
  none: '',
  plain: 'title: Weekly catch-up',
  single: "title: 'It''s the harbour'",
  double: 'title: "Tab\\tand \\u00fc"',
  'colon in quotes': 'title: "Osterhavn: cave five"',
  'plain over two lines': 'title: Weekly\n  catch-up',
  'double over three lines': 'title: "one\n  two\n\n  three"',
  'single over two lines': "title: 'one\n  two'",
  'escaped line end': 'title: "one \\\n  two"',
  dollars: 'title: $$$$ and $1',
  mojibake: 'title: JÃ¼rgen at the cafÃ©',
  'mojibake in quotes': 'title: "Itâ€™s ðŸ“… time"',
  'mojibake twice': 'title: JÃƒÂ¼rgen',
  'mojibake with a lost byte': 'title: prio â« high ðŸ“… 2025-01-01',
  'letters that only look damaged': 'title: SÃO PAULO – „Spaß“',
  'tight colon': 'title: a:b::c',
  'hash that is no comment': 'title: a#b',
  'a word before the value': 'title:    far   away   ',
  tab: 'title:\tafter a tab',
  'unlike the heading': 'title: Something else',
};

/** @type {Pieces} */
const dates = Object.fromEntries(
  [
    '', '2025-10-31', '2025-10-31T09:30:00', '2025-10-31T09:30', '2025-10-31 09:30', '2025-10-31T09:30:00Z', '2025-10-31T09:30:00.250+02:00',
    '"2025-10-31"', "'2025-10-31T09:30:00'", '31 October 2025', 'October 31, 2025', 'Fri, 31 Oct 2025', '31.10.2025', '2025/10/31', '20251031',
    '03/04/2025', '13/04/2025', '2025-02-30', '2025-13-01', '1761868800', 'yesterday', '2025-W44', '~', '!!str 2025-10-31', '&day 2025-10-31',
    '{{date}}', '"{{date}}"', '{ { DATE } }', '{ { date:YYYY-MM-DD } }', '{ ? { date } }', '<% tp.date.now() %>', '"<% tp.date.now() %>"',
    '[2025-10-31]', '|\n  31 October 2025', '2025-10-31 # as the file says', '31 October 2025 # as the file says', '\n  31 October 2025',
  ].map((value) => [value === '' ? 'none' : value, value === '' ? '' : `created: ${value}`]),
);

/** @type {Pieces} */
const tags = {
  none: '',
  'block list': 'tags:\n  - type/meeting\n  - harbour',
  'block list without indent': 'tags:\n- type/meeting\n- harbour',
  'flow list': 'tags: [type/meeting, harbour]',
  'flow list over lines': 'tags: [\n  type/meeting,\n  harbour,\n]',
  text: 'tags: harbour',
  'text with commas': 'tags: type/meeting, harbour',
  'text with blanks': 'tags: type/meeting harbour',
  'text in quotes': 'tags: "type/meeting, harbour"',
  hashes: 'tags: ["#harbour", \'#type/meeting\']',
  'hashes that are comments': 'tags: #harbour #cave',
  'twice in all quotes': 'tags:\n  - a\n  - "a"\n  - \'a\'\n  - A',
  blanks: 'tags:\n  - cave five\n  - harbour',
  'empty items': 'tags:\n  -\n  - harbour\n  - ""',
  'empty list': 'tags: []',
  nothing: 'tags:',
  null: 'tags: null',
  singular: 'tag: harbour',
  'singular list': 'tag: [harbour, cave]',
  'singular and plural': 'tag: harbour\ntags: [cave]',
  'singular and plural, commented': 'tag: harbour # old\ntags:\n  - cave # new',
  'comment in the list': 'tags:\n  - kiln # again\n  # the next one is old\n  - harbour',
  'commas before a comment': 'tags: harbour, cave # both',
  'anchored': 'tags: &all [harbour, cave]',
  'tagged': 'tags: !!seq [harbour]',
  numbers: 'tags: [2025, 1e3, true]',
  nested: 'tags: [[harbour], {a: b}]',
  'block scalar': 'tags: |\n  harbour\n  cave',
  placeholder: 'tags: { { TAGS } }',
  'other case': 'Tags: harbour, cave',
};

/** @type {Pieces} */
const lists = {
  none: '',
  'alias as text': 'alias: Weekly',
  'alias and aliases': 'alias: Weekly\naliases: [Catch-up]',
  'aliases as text': 'aliases: Weekly',
  'aliases with a comma': 'aliases: Voss, Mara',
  'numbers as aliases': 'aliases: [007, 1e3]',
  'aliases with apostrophes': "aliases: ['O''Neil', \"d'Or\"]",
  cssclass: 'cssclass: wide dark',
  'cssclass and cssclasses': 'cssclass: wide\ncssclasses: [dark]',
  participants: 'participants:\n  - "[[Rob Benoit]]"\n  - Mara Voss',
  'participants as text': 'participants: Rob Benoit, Mara Voss',
  'participants unfilled': 'participants: [{ { PARTICIPANTS } }]',
  'participants unfilled over lines': 'participants:\n  - { { PARTICIPANTS } }',
  'participants in quotes': 'participants: "{{participants}}"',
  'unquoted links': 'participants: [[Rob Benoit]], [[Mara Voss]]',
  'unquoted link in a list': 'participants:\n  - [[Rob Benoit]]\n  - Mara Voss',
  'list of lists': 'participants:\n  - - Rob Benoit\n    - Mara Voss\n  - []',
  'damaged items': 'participants:\n  - JÃ¼rgen\n  - "JÃ¼rgen"\n  - Zoë',
};

/** @type {Pieces} */
const scalars = {
  none: '',
  literal: 'summary: |\n  one: two # no comment\n    deeper\n\n  last',
  folded: 'summary: >\n  one\n  two\n\n  three',
  stripped: 'summary: |-\n  one\n  two',
  kept: 'summary: |+\n  one\n\n',
  'kept and folded': 'summary: >+\n  one\n\n',
  indented: 'summary: |2\n    two more\n  one',
  'indented and stripped': 'summary: >-1\n  text',
  'header with a comment': 'summary: | # as said\n  one',
  'dashes inside': 'summary: |\n  ---\n  one',
  'damage inside': 'summary: |\n  JÃ¼rgen came.\n  Itâ€™s fine.',
  'hash at the start': 'summary: |\n  # a heading\n  text',
  'nothing in it': 'summary: |',
  'list of them': 'summary:\n  - |\n    one\n  - >-\n    two',
};

/** @type {Pieces} */
const structures = {
  none: '',
  'anchor and alias': 'base: &base x\nmood: *base',
  'unknown alias': 'mood: *unknown',
  'merge key': 'base: &base {lat: 1}\nplace:\n  <<: *base\n  lon: 2',
  'tags of YAML': 'size: !!int "3"\nshape: !custom {a: 1}',
  'nested maps': 'place:\n  tags: harbour\n  created: 31 October 2025\n  title:\n    alias: x',
  'nested flow': 'place: {lat: 51.2, lon: -0.4, names: [a, {b: c}]}',
  'flow over lines': 'place: {\n  lat: 51.2, # north\n  lon: -0.4\n  }',
  'list of maps': 'places:\n  - name: a\n    created: 31 October 2025\n  - name: b',
  'quoted keys': '"quoted key: x": 1\n\'it\'\'s\': 2\n"tags\\u0031": 3',
  'explicit key': '? created by\n: Rob\n? alone',
  'list as a key': '? [a, b]\n: c',
  'keys with colons': 'a:b: 1\nhttp://x.example/y: 2',
  'keys with blanks': 'date created: 2025-03-09\nlast contact : 2025-10-31',
  'null key': ': nothing\n~: tilde',
  'value on the next line': 'mood:\n  fine\nplace:\n  "here"',
  'several forms of nothing': 'a:\nb: ~\nc: null\nd: ""',
  'octal and friends': 'a: 0o17\nb: 0x1F\nc: 1_000\nd: 12:30:45\ne: .inf\nf: Yes\ng: 007',
  'indented block': 'mood: fine\nlist:\n    - a\n    -   b',
};

/** @type {Pieces} */
const oddities = {
  none: '',
  'the same name twice': 'status: open\nstatus: closed',
  'tags twice': 'tags: a, b\ntags: [c]',
  'created twice': 'created: 31 October 2025\ncreated: 2025-10-31',
  'line separator': 'place: one\u2028two',
  'next line': 'place: "one\u0085two"',
  'no-break space': 'place:\u00a0here\nother: a\u00a0b',
  'joined emoji': 'place: 👩‍💻 and 👨‍👩‍👧',
  'right to left': 'place: \u202bשלום\u202c\nשם: מארה',
  'byte order mark inside': 'place: a\ufeffb',
  'soft hyphen in damage': 'place: Ã\u00adndice',
  'type by another word': 'type: person',
  'type and its tag': 'type: meeting',
  'type as a list': 'type: [meeting, people]',
  'long line': `place: ${'harbour '.repeat(500)}`,
  'many properties': Array.from({ length: 120 }, (_, index) => `p${index}: ${index}`).join('\n'),
  'deep nesting': `place: ${'['.repeat(40)}${']'.repeat(40)}`,
  'blank lines': '\nplace: here\n\n\nother: there\n',
  'trailing blanks': 'place: here  \t\nother:  \n  - a  ',
  'opted out': 'namesake: off',
  checkbox: 'done: True\nopen: no',
  link: 'project: [[Quiet Stores]]\nimage: ![[a.png]]',
  'quotes for nothing': 'mood: "fine"\ncount: "3"\nsay: \'yes\'',
};

/** Lines that break the block, or that YAML reads otherwise than their writer meant. @type {Pieces} */
const breaks = {
  'colon in a value': 'subject: Re: harbour: cave five',
  'at sign': 'owner: @Rob',
  'grave accent': 'code: `x`',
  percent: 'rate: %50',
  'open bracket': 'list: [a, b',
  'open brace': 'map: {a: 1',
  'open quote': 'say: "never closed',
  'text after a quote': 'say: "a" b',
  'backslashes in double quotes': 'path: "C:\\Users\\Mara"',
  'tab as indent': 'list:\n\t- a',
  'no blank after the colon': 'key:value',
  'bare words': 'just some words',
  'unquoted embed': 'image: ![[a.png]]',
  'links in a row': 'people: [[A]], [[B]]',
  'outdented list': 'list:\n    - a\n  - b',
  'list and map': 'list:\n  - a\n  b: c',
  'second document': '--- x\na: 1',
  'end of document': '...\na: 1',
  directive: '%YAML 1.2',
  'template lines': '<%* let x = 1 %>\na: 1',
  'star without a name': 'mood: * fine',
  'control character': 'a: x\u0007y',
  'too deep': `a: ${'['.repeat(200)}${']'.repeat(200)}`,
  'key over two lines': 'a\nb: c',
  'comma first': 'list: [,a]',
  'two anchors': 'a: &x &y z',
};

/** Where comments stand: from the properties to the lines of the block. @type {Record<string, (properties: string[]) => string[]>} */
const comments = {
  none: (properties) => properties,
  first: (properties) => ['# before everything', ...properties],
  between: (properties) => properties.flatMap((property, index) => [`# about ${index}`, property]),
  'at the end of lines': (properties) => properties.map((property) => (/^\w+: \w[\w -]*$/.test(property) ? `${property} # said so` : property)),
  last: (properties) => [...properties, '# after everything'],
  'indented last': (properties) => [...properties, '  # indented'],
  'with blank lines': (properties) => properties.flatMap((property) => ['', '#', property, '']),
  'looks like a property': (properties) => ['#tags: [old]', ...properties, '#created: {{date}}'],
};

/** How lines end. @type {Record<string, (text: string) => string>} */
const endings = {
  lf: (text) => text,
  crlf: (text) => text.replaceAll('\n', '\r\n'),
  mixed: (text) => {
    let line = 0;
    return text.replaceAll('\n', () => ((line += 1) % 3 === 0 ? '\n' : '\r\n'));
  },
};

/** @type {Pieces} */
const heads = { none: '', 'byte order mark': '\ufeff' };

/** Fences that Obsidian takes for a block. @type {Record<string, (yaml: string, body: string) => string>} */
const fences = {
  plain: (yaml, body) => `---\n${yaml}---\n${body}`,
  'blanks behind': (yaml, body) => `---  \n${yaml}--- \n${body}`,
  'tabs behind': (yaml, body) => `---\t\n${yaml}---\t \n${body}`,
  'end of file': (yaml) => `---\n${yaml}---`,
  'blank lines within': (yaml, body) => `---\n\n${yaml}\n---\n\n${body}`,
  'indented properties': (yaml, body) => `---\n${yaml.replace(/^(?=[^\n])/gm, ' ')}---\n${body}`,
};

/** Fences that make no block, or one that YAML cannot read. @type {Record<string, (yaml: string, body: string) => string>} */
const oddFences = {
  ...fences,
  none: (_, body) => body,
  unclosed: (yaml, body) => `---\n${yaml}\n${body.replaceAll('---', '--')}`,
  dots: (yaml, body) => `---\n${yaml}...\n${body}`,
  TOML: (_, body) => `+++\ntitle = "x"\ndate = 2025-10-31\n+++\n${body}`,
  'bare JSON': (_, body) => `{"tags": "a, b"}\n${body}`,
  'JSON within': (_, body) => `---\n{"title": "x", "tags": "a, b",\n "created": "31 October 2025"}\n---\n${body}`,
  'a list within': (_, body) => `---\n- a\n- b\n---\n${body}`,
  'a text within': (_, body) => `---\njust text\n---\n${body}`,
  indented: (yaml, body) => ` ---\n${yaml} ---\n${body}`,
  'below a blank line': (yaml, body) => `\n---\n${yaml}---\n${body}`,
  'four dashes': (yaml, body) => `----\n${yaml}----\n${body}`,
  empty: (_, body) => `---\n---\n${body}`,
  'comments only': (_, body) => `---\n# nothing yet\n---\n${body}`,
  'two blocks': (yaml, body) => `---\n${yaml}---\n---\ntags: b, c\n---\n${body}`,
  'dashes alone': () => '---',
};

/** @type {Pieces} */
const bodies = {
  none: '',
  text: '# Weekly catch-up\n\nAll is well.\n',
  'no line end': 'All is well.',
  'stated facts': '# Weekly catch-up\n\n**Date:** 2025-10-31\n**Participants:** Rob Benoit, Mara Voss\n\ntext\n',
  'facts stated twice': '**Date:** 2025-10-31\n**Date:** 2025-11-01\n**Participants:** Rob Benoit\n',
  rules: 'above\n\n---\n\nbelow\n\n---\ntags: a, b\n---\n',
  code: '```yaml\n---\ntags: a, b\ncreated: 31 October 2025\n---\n```\nJÃ¼rgen `JÃ¼rgen`\n',
  'blank lines first': '\n\n\ntext \n\n\n',
  damage: 'Itâ€™s ðŸ“… for JÃ¼rgen.\n- [ ] Ring ðŸ“… 2025-11-15\n',
  'long line': `${'words and words '.repeat(500)}\n`,
  'line separators': 'one\u2028---\u2028two\u0085---\n',
};

/** The features of a sound note. */
export const soundFeatures = { heads, fences, endings, comments, titles, dates, tags, lists, scalars, structures, oddities, bodies };

/** The features of a note whose head is broken; its properties are random. */
export const brokenFeatures = { breaks: { none: '', ...breaks }, fences: oddFences, heads, endings, comments, bodies };
