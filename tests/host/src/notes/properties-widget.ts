// The properties above a note in Live Preview, a text field each. A field writes when it is left, and writes the whole
// block anew as YAML, as the app does. The fields are drawn anew whenever the properties change: what stands in a field
// that was not left is lost then.
import type { EditorView } from '@codemirror/view';
import { getFrontMatterInfo } from '../functions/frontmatter.ts';
import { parseYaml, stringifyYaml } from '../functions/yaml.ts';
import { drawFields, type Properties } from './property-fields.ts';

function propertiesOf(frontmatter: string): Properties | null {
	try {
		const read = parseYaml(frontmatter);
		return read !== null && typeof read === 'object' && !Array.isArray(read) ? (read as Properties) : null;
	} catch {
		return null;
	}
}

export class PropertiesWidget {
	private readonly el = createDiv('metadata-container');
	private drawn: string | null = null;

	constructor(
		parent: HTMLElement,
		private readonly cm: EditorView,
	) {
		parent.prepend(this.el);
	}

	/** @param shown false in source mode, where the properties stand in the text */
	show(shown: boolean): void {
		const { exists, frontmatter } = getFrontMatterInfo(this.cm.state.doc.toString());
		this.el.toggle(shown && exists);
		if (!shown || frontmatter === this.drawn) return;
		this.drawn = frontmatter;
		const properties = propertiesOf(frontmatter);
		drawFields(this.el, properties, (key, value) => this.write({ ...properties, [key]: value }));
	}

	/** The app's own changes of properties pass its filter. */
	private write(properties: Properties): void {
		const { from, to } = getFrontMatterInfo(this.cm.state.doc.toString());
		this.cm.dispatch({ changes: { from, to, insert: stringifyYaml(properties).trimEnd() }, filter: false });
	}
}
