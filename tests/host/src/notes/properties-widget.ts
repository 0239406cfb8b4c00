// The properties above a note in Live Preview, a text field each. A field writes when it is left, and writes the whole
// block anew as YAML, as the app does. The fields are drawn anew whenever the properties change: what stands in a field
// that was not left is lost then.
import type { EditorView } from '@codemirror/view';
import { getFrontMatterInfo } from '../functions/frontmatter.ts';
import { parseYaml, stringifyYaml } from '../functions/yaml.ts';

type Properties = Record<string, unknown>;

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
		this.draw(propertiesOf(frontmatter));
	}

	private draw(properties: Properties | null): void {
		this.el.empty();
		if (!properties) return void this.el.createDiv({ cls: 'metadata-error', text: 'Invalid properties' });
		for (const [key, value] of Object.entries(properties)) {
			const row = this.el.createDiv({ cls: 'metadata-property', attr: { 'data-property-key': key } });
			row.createDiv({ cls: 'metadata-property-key', text: key });
			const text = typeof value === 'string' || typeof value === 'number' ? String(value) : JSON.stringify(value ?? '');
			const field = row.createDiv('metadata-property-value').createEl('input', { type: 'text', value: text, attr: { 'aria-label': key } });
			field.addEventListener('change', () => this.write({ ...properties, [key]: field.value }));
		}
	}

	/** The app's own changes of properties pass its filter. */
	private write(properties: Properties): void {
		const { from, to } = getFrontMatterInfo(this.cm.state.doc.toString());
		this.cm.dispatch({ changes: { from, to, insert: stringifyYaml(properties).trimEnd() }, filter: false });
	}
}
