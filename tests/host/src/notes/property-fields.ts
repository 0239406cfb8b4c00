// The fields of properties, one each, above a note and in the sidebar. A field hands over its value when it is left.

export type Properties = Record<string, unknown>;

/** @param properties null where they cannot be read */
export function drawFields(el: HTMLElement, properties: Properties | null, write: (key: string, value: string) => void): void {
	el.empty();
	if (!properties) return void el.createDiv({ cls: 'metadata-error', text: 'Invalid properties' });
	for (const [key, value] of Object.entries(properties)) {
		const row = el.createDiv({ cls: 'metadata-property', attr: { 'data-property-key': key } });
		row.createDiv({ cls: 'metadata-property-key', text: key });
		const text = typeof value === 'string' || typeof value === 'number' ? String(value) : JSON.stringify(value ?? '');
		const field = row.createDiv('metadata-property-value').createEl('input', { type: 'text', value: text, attr: { 'aria-label': key } });
		field.addEventListener('change', () => write(key, field.value));
	}
}
