// The core plugin Page preview: shows a note over the workspace while the mouse is on a link, as `hover-link` asks for it.
// A source that was never registered shows nothing; one with `defaultMod` shows it while Ctrl or Cmd is held.
import type { HoverLinkSource } from 'obsidian';
import { Keymap } from '../api/keymap.ts';
import { MarkdownRenderer } from '../api/markdown-renderer.ts';
import type { App } from '../app/app.ts';
import { getFrontMatterInfo } from '../functions/frontmatter.ts';

interface HoverLink {
	event: MouseEvent;
	source: string;
	targetEl: HTMLElement;
	linktext: string;
	sourcePath?: string;
}

export class PagePreview {
	readonly sources = new Map<string, HoverLinkSource>();

	constructor(private readonly app: App) {
		app.workspace.on('hover-link', (link: HoverLink) => void this.show(link));
	}

	private async show({ event, source, targetEl, linktext, sourcePath = '' }: HoverLink): Promise<void> {
		const info = this.sources.get(source);
		const file = this.app.metadataCache.getFirstLinkpathDest(linktext, sourcePath);
		if (!info || !file || (info.defaultMod && !Keymap.isModifier(event, 'Mod'))) return;
		const text = await this.app.vault.cachedRead(file);
		const popover = document.body.createDiv('popover hover-popover');
		await MarkdownRenderer.render(this.app, text.slice(getFrontMatterInfo(text).contentStart), popover, file.path, this.app);
		targetEl.addEventListener('mouseleave', () => popover.detach(), { once: true });
	}
}
