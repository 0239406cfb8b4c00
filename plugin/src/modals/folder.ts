// Asks for a folder, in the order that it is given.
import { FuzzySuggestModal, type App, type TFolder } from 'obsidian';

export class FolderModal extends FuzzySuggestModal<TFolder> {
  readonly #folders: TFolder[];
  readonly #chosen: (folder: TFolder) => void;

  constructor(app: App, folders: TFolder[], question: string, chosen: (folder: TFolder) => void) {
    super(app);
    this.#folders = folders;
    this.#chosen = chosen;
    this.setPlaceholder(question);
  }

  getItems(): TFolder[] {
    return this.#folders;
  }

  getItemText(folder: TFolder): string {
    return folder.path;
  }

  onChooseItem(folder: TFolder): void {
    this.#chosen(folder);
  }
}
