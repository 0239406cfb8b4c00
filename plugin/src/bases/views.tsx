// Views that the plugin adds to bases. The base chooses the notes by its filters; the rows say what the core knows of them.
import { BasesView, Keymap, type HoverParent, type HoverPopover, type Plugin, type QueryController } from 'obsidian';
import { render } from 'preact';
import type { Parts } from '../actions/parts';
import { openReview } from '../actions/panes';
import { locale } from '../locales';
import { previewNotes } from '../screen/note-links';
import { sayFailure } from '../screen/notices';
import { openAt } from '../screen/open';
import { readerOf, today } from '../tasks/reader';
import { BaseList } from './list';
import { byContact, byOwner, byWaiting, type BaseRow, type BaseSection } from './sections';

type BaseParts = Pick<Parts, 'app' | 'engine' | 'index' | 'refresh' | 'review' | 'store'>;

interface Kind {
  name: string;
  icon: string;
  sections: (parts: BaseParts, notes: ReadonlySet<string>) => Promise<BaseSection[]>;
  open: (parts: BaseParts, row: BaseRow, event: MouseEvent) => Promise<void>;
}

const openRow: Kind['open'] = ({ app }, { path, line }, event) => openAt(app, path, { line: line ?? 0 }, event);

const KINDS: Record<string, Kind> = {
  people: {
    name: locale.bases.people,
    icon: 'users',
    sections: async ({ engine }, notes) => byContact(await engine.people(), notes, today()),
    open: openRow,
  },
  tasks: {
    name: locale.bases.tasks,
    icon: 'list-checks',
    sections: async ({ app, engine, store }, notes) => byOwner(await engine.tasks({ status: 'open' }), notes, readerOf(app, store.config?.settings.me ?? '')),
    open: openRow,
  },
  review: {
    name: locale.bases.review,
    icon: 'user-check',
    sections: ({ review }, notes) => Promise.resolve(byWaiting((path) => review.questions.in(path), notes)),
    // A modifier asks for a pane of the note, as it does on every name of a note.
    open: (parts, row, event) => (Keymap.isModEvent(event) === false ? openReview(parts, row.path) : openRow(parts, row, event)),
  },
};

/** Does nothing in an app without Bases. Where they are switched off, the app ignores what is registered. */
export function registerBases(plugin: Plugin, parts: BaseParts): void {
  if (!hasBases(plugin)) return;
  const View = viewClass();
  for (const [id, kind] of Object.entries(KINDS)) {
    const type = `${plugin.manifest.id}-${id}`;
    plugin.registerBasesView(type, { name: kind.name, icon: kind.icon, factory: (controller, containerEl) => new View(controller, containerEl, type, kind, parts) });
  }
}

function hasBases(plugin: Partial<Plugin>): boolean {
  return plugin.registerBasesView !== undefined;
}

/** Made when it is needed: where the app has nothing to extend, a class of the module would keep the plugin from loading. */
function viewClass() {
  return class extends BasesView implements HoverParent {
    hoverPopover: HoverPopover | null = null;
    #draws = 0;

    constructor(controller: QueryController, readonly contentEl: HTMLElement, readonly type: string, readonly kind: Kind, readonly parts: BaseParts) {
      super(controller);
    }

    override onload(): void {
      this.contentEl.addClass('namesake-todos');
      previewNotes(this);
      // The app says when the first result is there.
      this.register(this.parts.refresh.subscribe(() => this.#draws > 0 && this.onDataUpdated()));
    }

    override onunload(): void {
      this.#draws += 1;
      render(null, this.contentEl);
    }

    onDataUpdated(): void {
      void this.#draw().catch(sayFailure);
    }

    /** Whoever is overtaken by a later one draws nothing. */
    async #draw(): Promise<void> {
      const { kind, parts } = this;
      const draw = (this.#draws += 1);
      const notes = new Set(this.data.data.map(({ file }) => file.path));
      const sections = parts.index.ready ? await kind.sections(parts, notes) : undefined;
      if (draw !== this.#draws) return;
      render(<BaseList sections={sections} open={(row, event) => void kind.open(parts, row, event).catch(sayFailure)} />, this.contentEl);
    }
  };
}
