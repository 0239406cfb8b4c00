// What a note shows in reading view: its blocks, drawn by the Markdown renderer, each knowing its line. A checkbox that is
// clicked hands over the line of its task.
import { Component } from './component.ts';
import { MarkdownRenderer } from './markdown-renderer.ts';
import { getFrontMatterInfo } from '../functions/frontmatter.ts';

export const TASK = /^(\s*[-*+]\s+\[)(.)(?=\])/;

export class ReadingView {
	private readonly el: HTMLElement;

	constructor(
		parent: HTMLElement,
		private readonly tick: (line: number) => void,
	) {
		this.el = parent.createDiv('markdown-reading-view').createDiv('markdown-preview-view markdown-rendered');
	}

	show(text: string): void {
		this.el.empty();
		const { contentStart } = getFrontMatterInfo(text);
		let line = text.slice(0, contentStart).split('\n').length - 1;
		for (const block of text.slice(contentStart).split(/(?<=\n)(?=\n)/)) {
			const start = line + /^\n*/.exec(block)![0].length;
			const el = this.el.createDiv({ attr: { 'data-line': String(start) } });
			void MarkdownRenderer.renderMarkdown(block.trim(), el, '', new Component());
			const tasks = [...block.trim().split('\n').entries()].filter(([, text]) => TASK.test(text));
			for (const [index, box] of el.findAll('.task-list-item-checkbox').entries()) box.addEventListener('click', () => this.tick(start + tasks[index][0]));
			line += block.split('\n').length - 1;
		}
	}

	/** Scrolls to the block that holds the line, and marks it for a moment. */
	flash(line: number): void {
		const blocks = [...this.el.children].filter((el) => Number(el.getAttr('data-line')) <= line);
		blocks.forEach((el, at) => el.toggleClass('is-flashing', at === blocks.length - 1));
		blocks[blocks.length - 1]?.scrollIntoView({ block: 'center' });
	}
}
