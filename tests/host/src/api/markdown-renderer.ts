// API: MarkdownRenderer, MarkdownRenderChild
// Does: Renders paragraphs, headings, flat lists, tasks, code, links, bold and italics as text nodes.
// Leaves out: embeds, tables, callouts, nested lists, numbered lists, post-processors.
import type { App } from '../app/app.ts';
import { Component } from './component.ts';

const INLINE = /(`[^`]+`|\*\*[^*]+\*\*|\*[^*\s][^*]*\*|\[\[[^[\]\n]+\]\]|\[[^\]\n]+\]\([^)\s]+\))/;

function renderInline(text: string, el: HTMLElement): void {
	for (const part of text.split(INLINE)) {
		if (/^`.+`$/.test(part)) el.createEl('code', { text: part.slice(1, -1) });
		else if (/^\*\*.+\*\*$/.test(part)) el.createEl('strong', { text: part.slice(2, -2) });
		else if (/^\*.+\*$/.test(part)) el.createEl('em', { text: part.slice(1, -1) });
		else if (part.startsWith('[[')) {
			const [link, shown] = part.slice(2, -2).split('|');
			el.createEl('a', { cls: 'internal-link', text: shown ?? link, attr: { 'data-href': link } });
		} else if (/^\[.+\)$/.test(part)) el.createEl('a', { cls: 'external-link', text: part.slice(1, part.indexOf('](')) });
		else el.appendText(part);
	}
}

function renderItem(text: string, el: HTMLElement): void {
	const task = /^\[(.)\]\s+/.exec(text);
	if (task) {
		el.addClass('task-list-item');
		el.createEl('input', { type: 'checkbox', cls: 'task-list-item-checkbox' }).checked = task[1] !== ' ';
	}
	renderInline(text.slice(task?.[0].length ?? 0), el);
}

function renderBlock(block: string, el: HTMLElement): void {
	const heading = /^(#{1,6})\s+(.*)$/.exec(block);
	const fence = /^```(\S*)\n([\s\S]*?)\n?```$/.exec(block);
	const lines = block.split('\n');
	if (heading) renderInline(heading[2], el.createEl(`h${heading[1].length}` as 'h1'));
	else if (fence) el.createEl('pre').createEl('code', { text: fence[2] });
	else if (lines.every((line) => /^\s*[-*+]\s/.test(line))) {
		const list = el.createEl('ul');
		for (const line of lines) renderItem(line.replace(/^\s*[-*+]\s+/, ''), list.createEl('li'));
	} else renderInline(block, el.createEl('p'));
}

export class MarkdownRenderChild extends Component {
	constructor(public containerEl: HTMLElement) {
		super();
	}
}

export abstract class MarkdownRenderer extends MarkdownRenderChild {
	static async render(_app: App, markdown: string, el: HTMLElement, _sourcePath: string, _component: Component): Promise<void> {
		for (const block of markdown.split(/\n{2,}|(?<=^#.*)\n/m)) if (block.trim() !== '') renderBlock(block.trim(), el);
	}

	static renderMarkdown(markdown: string, el: HTMLElement, sourcePath: string, component: Component): Promise<void> {
		return MarkdownRenderer.render(undefined as never, markdown, el, sourcePath, component);
	}
}
