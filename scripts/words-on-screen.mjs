// What the linter refuses in the plugin outside `locales/`: words that users would read and nobody could translate.

/** Two letters beside each other. Signs such as `·` and `→` are the same in every language. */
const WORD = '/\\p{L}{2}/u';
/** A word as a label begins, where the name of an icon or a type may stand as well. */
const LABEL = '/\\p{Lu}\\p{Ll}|\\p{L}\\s\\p{L}/u';
/** Two words beside each other, without the hyphens of classes and the dots of file names. */
const SENTENCE = '/(^|[\\s(“„])\\p{L}+[,;:.!?…]?\\s+\\p{L}+($|[\\s,;:!?…)”“]|[.]($|\\s))/u';

const ATTRIBUTES = '/^(title|placeholder|alt|label|aria-(label|description|roledescription|valuetext|placeholder))$/';
const PROPERTIES = '/^(text|title|placeholder|name|desc|description|heading|emptyState|displayValue|hint|tooltip|aria-label)$/';
const CALLS = '/^(set(Name|Desc|Text|Title|Heading|ButtonText|Placeholder|Tooltip|ErrorMessage)|appendText|addCancelButton|say|sayWithUndo)$/';
const ASSIGNED = '/^(textContent|innerText|title|placeholder|ariaLabel)$/';
/** Here the second argument is read: `addRibbonIcon(icon, title)`. */
const SECOND = '/^(addRibbonIcon|setTooltip|setAttr|setAttribute)$/';
/** Selectors of CSS have blanks, too, and the console is no screen. */
const UNREAD = 'CallExpression:matches([callee.property.name=/^(matches|closest|querySelector(All)?|find(All)?)$/], [callee.object.name="console"]) > Literal';

/** A text that has this, and the fixed parts of a template. @param {string} words */
const texts = (words) => [`Literal[value=${words}]`, `TemplateElement[value.raw=${words}]`];

/** A text as it is, in a template or a sum, or as one of those that a condition chooses from. @param {string} place @param {string} [words] */
const shownIn = (place, words = WORD) => texts(words).flatMap((text) =>
  [`${place} > ${text}`, `${place} > :matches(TemplateLiteral, ConditionalExpression, LogicalExpression, BinaryExpression[operator="+"]) > ${text}`]);

const SELECTORS = [
  `JSXText[value=${WORD}]`,
  ...shownIn(':matches(JSXElement, JSXFragment) > JSXExpressionContainer'),
  `JSXAttribute[name.name=${ATTRIBUTES}] > Literal[value=${WORD}]`,
  ...shownIn(`JSXAttribute[name.name=${ATTRIBUTES}] > JSXExpressionContainer`),
  ...shownIn(`Property:matches([key.name=${PROPERTIES}], [key.value=${PROPERTIES}])`, LABEL),
  ...shownIn(`CallExpression:matches([callee.property.name=${CALLS}], [callee.name=${CALLS}])`),
  ...texts(LABEL).map((text) => `CallExpression:matches([callee.property.name=${SECOND}], [callee.name=${SECOND}]) > ${text}:nth-child(2)`),
  ...shownIn(`AssignmentExpression[left.property.name=${ASSIGNED}]`),
  ...shownIn('NewExpression[callee.name=/^(Notice|Error|Refused)$/]'),
  ...texts(SENTENCE).map((text) => `${text}:not(${UNREAD})`),
];

/** @type {import('eslint').Linter.RuleEntry} */
export const noWordsOnScreen = ['error', ...SELECTORS.map((selector) => ({ selector, message: 'Users read this: put it into plugin/src/locales, in every language.' }))];
