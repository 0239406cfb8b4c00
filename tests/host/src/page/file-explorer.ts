// The file list: folders first; a click opens, Alt or Shift selects several; context menus.
import { type TAbstractFile, TFile, TFolder } from '../api/files.ts';
import { ItemView } from '../api/item-view.ts';
import { Keymap } from '../api/keymap.ts';
import { Menu } from '../api/menu.ts';
import { debounce } from '../functions/debounce.ts';
import { setIcon } from '../functions/icons.ts';
import { Platform } from '../functions/platform.ts';
import { RenameModal } from './rename-modal.ts';

const LONG_PRESS = 500;

export class FileExplorerView extends ItemView {
	override icon = 'folder-closed';
	private readonly openFolders = new Set<string>();
	private readonly selection = new Set<TAbstractFile>();
	private readonly listEl = this.contentEl.createDiv({ cls: 'nav-files-container', attr: { role: 'tree', 'aria-label': 'Files' } });
	private readonly draw = debounce(() => this.render(), 0);

	getViewType(): string {
		return 'file-explorer';
	}

	getDisplayText(): string {
		return 'Files';
	}

	protected override async onOpen(): Promise<void> {
		const { vault, workspace } = this.app;
		for (const name of ['create', 'delete', 'rename']) this.registerEvent(vault.on(name, () => void this.draw()));
		this.registerEvent(workspace.on('file-open', (file: TFile | null) => this.revealFile(file)));
		this.revealFile(workspace.getActiveFile());
	}

	private revealFile(file: TFile | null): void {
		for (let folder = file?.parent; folder && !folder.isRoot(); folder = folder.parent) this.openFolders.add(folder.path);
		this.render();
	}

	private render(): void {
		this.listEl.replaceChildren();
		this.listEl.createDiv({ cls: 'nav-vault-title', text: this.app.vault.getName() });
		this.renderChildren(this.app.vault.getRoot(), this.listEl);
	}

	private renderChildren(folder: TFolder, parent: HTMLElement): void {
		const rank = (file: TAbstractFile) => (file instanceof TFolder ? 0 : 1);
		const sorted = [...folder.children].sort((a, b) => rank(a) - rank(b) || a.name.localeCompare(b.name, undefined, { numeric: true }));
		for (const file of sorted) this.renderRow(file, parent);
	}

	private renderRow(file: TAbstractFile, parent: HTMLElement): void {
		const folder = file instanceof TFolder;
		const kind = folder ? 'folder' : 'file';
		const item = parent.createDiv(`tree-item nav-${kind}`);
		const row = item.createDiv({ cls: `tree-item-self nav-${kind}-title is-clickable`, attr: { 'data-path': file.path, role: 'treeitem', tabindex: 0 } });
		row.toggleClass('is-active', file === this.app.workspace.getActiveFile());
		row.toggleClass('is-selected', this.selection.has(file));
		if (folder) this.addCollapseIcon(row, file.path);
		row.createDiv({ cls: `nav-${kind}-title-content`, text: file instanceof TFile && file.extension === 'md' ? file.basename : file.name });
		if (file instanceof TFile && file.extension !== 'md') row.createDiv({ cls: 'nav-file-tag', text: file.extension });
		row.addEventListener('click', (event) => this.onClick(event, file));
		row.addEventListener('keydown', (event) => event.key === 'Enter' && row.click());
		row.addEventListener('contextmenu', (event) => this.openMenu(event, file));
		this.onLongPress(row, file);
		if (folder && this.openFolders.has(file.path)) this.renderChildren(file, item.createDiv('tree-item-children nav-folder-children'));
	}

	private addCollapseIcon(row: HTMLElement, path: string): void {
		const icon = row.createDiv('tree-item-icon collapse-icon');
		icon.toggleClass('is-collapsed', !this.openFolders.has(path));
		row.setAttr('aria-expanded', this.openFolders.has(path));
		setIcon(icon, 'chevron-right');
	}

	private onLongPress(row: HTMLElement, file: TAbstractFile): void {
		let timer = 0;
		row.addEventListener('touchstart', (event) => {
			const { clientX, clientY } = event.touches[0];
			timer = window.setTimeout(() => this.openMenu(new MouseEvent('contextmenu', { clientX, clientY }), file), LONG_PRESS);
		});
		for (const end of ['touchend', 'touchmove']) row.addEventListener(end, () => window.clearTimeout(timer));
	}

	private onClick(event: MouseEvent, file: TAbstractFile): void {
		const several = event.altKey || event.shiftKey;
		if (several) {
			if (!this.selection.delete(file)) this.selection.add(file);
			return this.render();
		}
		this.selection.clear();
		if (file instanceof TFolder) {
			if (!this.openFolders.delete(file.path)) this.openFolders.add(file.path);
			return this.render();
		}
		void this.openFile(file as TFile, Keymap.isModEvent(event));
	}

	private async openFile(file: TFile, newLeaf: ReturnType<typeof Keymap.isModEvent>): Promise<void> {
		if (file.extension === 'md') await this.app.workspace.getLeaf(newLeaf).openFile(file);
		if (Platform.isPhone) this.app.workspace.leftSplit.collapse();
		this.render();
	}

	private openMenu(event: MouseEvent, file: TAbstractFile): void {
		event.preventDefault();
		const menu = new Menu();
		if (this.selection.size > 1 && this.selection.has(file)) {
			menu.addItem((item) => item.setTitle('Delete').setIcon('trash-2').setSection('danger').setWarning(true).onClick(() => void this.trashAll()));
			this.app.workspace.trigger('files-menu', menu, [...this.selection], 'file-explorer-context-menu', this.leaf);
		} else {
			this.addOwnItems(menu, file);
			this.app.workspace.trigger('file-menu', menu, file, 'file-explorer-context-menu', this.leaf);
		}
		menu.showAtMouseEvent(event);
	}

	private async trashAll(): Promise<void> {
		for (const file of this.selection) await this.app.fileManager.trashFile(file);
		this.selection.clear();
	}

	private addOwnItems(menu: Menu, file: TAbstractFile): void {
		const { app } = this;
		if (file instanceof TFile) {
			menu.addItem((item) => item.setTitle('Open in new tab').setIcon('file-plus').setSection('open').onClick(() => void this.openFile(file, 'tab')));
		} else {
			menu.addItem((item) => item.setTitle('New note').setIcon('edit').setSection('open').onClick(() => void app.newNote(file as TFolder)));
		}
		menu.addItem((item) => item.setTitle('Rename...').setIcon('edit-3').setSection('danger').onClick(() => new RenameModal(app, file).open()));
		menu.addItem((item) => item.setTitle('Delete').setIcon('trash-2').setSection('danger').setWarning(true).onClick(() => void app.fileManager.trashFile(file)));
	}
}
