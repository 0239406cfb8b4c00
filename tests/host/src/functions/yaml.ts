// API: parseYaml, stringifyYaml
// Does: Reads and writes YAML by eemeli's `yaml`.
// Leaves out: collections that lie more than 64 deep in one another are refused; the layout of written YAML may
//   differ from the app's in details.
import { Lexer, parse, stringify } from 'yaml';

/**
 * The library writes a collection that is a key out again for each collection around it: 36 ms at a hundred levels, 15 s
 * at four hundred. Still deeper ones overflow the stack, at a depth that depends on the JIT compiler.
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

/** Throws if the text is no YAML or is nested too deeply. */
export function parseYaml(yaml: string): unknown {
	if (flowDepth(yaml) > DEEPEST_FLOW) throw new Error(`Collections lie more than ${DEEPEST_FLOW} deep in one another`);
	return parse(yaml, { schema: 'core', merge: true, logLevel: 'error' });
}

export function stringifyYaml(value: unknown): string {
	return stringify(value, { lineWidth: 0 });
}
