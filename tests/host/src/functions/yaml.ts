// API: parseYaml, stringifyYaml
// Does: Reads and writes YAML by eemeli's `yaml`.
// Leaves out: collections that lie more than 64 deep in one another are refused; the layout of written YAML may
//   differ from the app's in details.
import { Lexer, parse, stringify } from 'yaml';

/**
 * A collection that is a key is written out anew for each collection around it: thirty-six milliseconds at a hundred
 * levels, fifteen seconds at four hundred. Deeper ones end with the stack, and where that ends hangs on the JIT.
 */
const DEEPEST_FLOW = 64;

function flowDepth(yaml: string): number {
	let [depth, deepest] = [0, 0];
	for (const token of new Lexer().lex(yaml)) {
		if (token === '{' || token === '[') deepest = Math.max(deepest, ++depth);
		else if (token === '}' || token === ']') depth--;
	}
	return deepest;
}

/** Throws where the text is no YAML, or too deep. */
export function parseYaml(yaml: string): unknown {
	if (flowDepth(yaml) > DEEPEST_FLOW) throw new Error(`Collections lie more than ${DEEPEST_FLOW} deep in one another`);
	return parse(yaml, { schema: 'core', merge: true, logLevel: 'error' });
}

export function stringifyYaml(value: unknown): string {
	return stringify(value, { lineWidth: 0 });
}
