// A pattern of the user's own: what to find, what to write instead, where, and what that does to the open note.
import { Modal, type App } from 'obsidian';
import { render } from 'preact';
import type { Kind, Pattern, PatternExcerpt, PatternPlace, PatternTrial } from '../engine/types';
import { locale } from '../locales';
import { Words } from '../screen/line';
import { sayFailure } from '../screen/notices';
import { errorText, type PatternDraft } from './pattern-draft';

const words = locale.pattern;
const PLACES = Object.keys(words.places) as PatternPlace[];
const KINDS = Object.keys(locale.settings.kinds) as Kind[];

export class PatternModal extends Modal {
  readonly #draft: PatternDraft;
  readonly #save: (pattern: Pattern) => void;
  /** The last trial that was shown: it stays while the next one is under way, so that nothing flickers. */
  #shown: PatternTrial | undefined;
  #folders: string;

  constructor(app: App, draft: PatternDraft, save: (pattern: Pattern) => void) {
    super(app);
    this.#draft = draft;
    this.#save = save;
    this.#folders = draft.pattern.folders.join('\n');
    this.setTitle(words.title);
    this.scope.register(['Mod'], 'Enter', () => {
      this.#agree();
      return false;
    });
  }

  override onOpen(): void {
    this.modalEl.addClass('namesake-pattern');
    this.#draft.changed = () => this.#draw();
    this.#draft.try().catch(sayFailure);
    this.contentEl.querySelector<HTMLElement>('input')?.focus();
  }

  override onClose(): void {
    this.#draft.changed = () => undefined;
    render(null, this.contentEl);
  }

  #agree(): void {
    if (!this.#draft.canBeSaved) return;
    this.close();
    this.#save(this.#draft.pattern);
  }

  #change(part: Partial<Pattern>): void {
    this.#draft.change(part).catch(sayFailure);
  }

  #draw(): void {
    this.#shown = this.#draft.trial ?? this.#shown;
    const { pattern } = this.#draft;
    // Who has not typed anything yet has made no mistake.
    const error = pattern.find === '' ? undefined : this.#shown?.error;
    render(
      <>
        {this.#text('name', words.name)}
        {this.#text('find', words.find, words.findHint)}
        {this.#text('replace', words.replace, words.replaceHint)}
        <p class="namesake-pattern-error" role="status">{error ? errorText(error) : ''}</p>
        {this.#choices(words.where, PLACES.map((place) => [place, words.places[place]]), pattern.where, (where) => this.#change({ where }))}
        <label class="namesake-pattern-field">
          <span>{words.folders}</span>
          <textarea rows={2} value={this.#folders} onInput={({ currentTarget }) => {
            this.#folders = currentTarget.value;
            this.#draft.changeFolders(currentTarget.value).catch(sayFailure);
          }} />
        </label>
        {this.#choices(words.kinds, KINDS.map((kind) => [kind, locale.settings.kinds[kind] ?? kind]), pattern.kinds, (kinds) => this.#change({ kinds }))}
        <label class="namesake-pattern-choice">
          <input type="checkbox" checked={pattern.automatic} onChange={({ currentTarget }) => this.#change({ automatic: currentTarget.checked })} />
          <span>{words.automatic}</span>
        </label>
        <section class="namesake-pattern-preview" aria-labelledby="namesake-pattern-preview">
          <span class="namesake-spoken" id="namesake-pattern-preview">{words.preview}</span>
          {this.#preview()}
        </section>
        <div class="namesake-buttons">
          <button class="mod-cta" disabled={!this.#draft.canBeSaved} onClick={() => this.#agree()}>{words.save}</button>
          <button onClick={() => this.close()}>{words.cancel}</button>
        </div>
      </>,
      this.contentEl,
    );
  }

  #text(part: 'name' | 'find' | 'replace', label: string, hint = '') {
    return (
      <label class={`namesake-pattern-field mod-${part}`}>
        <span>{label}</span>
        <input type="text" value={this.#draft.pattern[part]} spellcheck={false} onInput={({ currentTarget }) => this.#change({ [part]: currentTarget.value })} />
        {hint !== '' && <span class="namesake-keys">{hint}</span>}
      </label>
    );
  }

  #choices<T extends string>(legend: string, all: [T, string][], chosen: T[], choose: (chosen: T[]) => void) {
    return (
      <fieldset class="namesake-fixes">
        <legend>{legend}</legend>
        {all.map(([one, label]) => (
          <label key={one} class="namesake-pattern-choice">
            <input type="checkbox" checked={chosen.includes(one)} onChange={({ currentTarget }) =>
              choose(all.map(([other]) => other).filter((other) => (other === one ? currentTarget.checked : chosen.includes(other))))} />
            <span>{label}</span>
          </label>
        ))}
      </fieldset>
    );
  }

  #preview() {
    const trial = this.#shown;
    if (!trial || trial.error) return null;
    if (this.#draft.path === undefined) return <p class="namesake-hint">{words.noNote}</p>;
    if (!trial.looks) return <p class="namesake-hint">{words.notLooked}</p>;
    if (trial.found === 0) return <p class="namesake-hint">{words.nothing}</p>;
    return (
      <>
        <p class="namesake-hint">{`${words.preview}: ${words.found(trial.excerpts.length, trial.found)}`}</p>
        <div class="namesake-diff">{trial.excerpts.map((excerpt) => <Excerpt key={`${excerpt.place}:${excerpt.start}`} excerpt={excerpt} />)}</div>
        {trial.doubt !== undefined && <p class="namesake-hint">{trial.doubt}</p>}
      </>
    );
  }
}

function Excerpt({ excerpt: { place, property, lead, before, after, tail } }: { excerpt: PatternExcerpt }) {
  const head = property !== undefined ? words.inProperty(property) : place === 'fileName' ? words.inName : '';
  const parts = [
    { kind: 'same' as const, text: head + lead }, { kind: 'delete' as const, text: before },
    { kind: 'insert' as const, text: after }, { kind: 'same' as const, text: tail },
  ];
  return <div class="namesake-diff-line"><Words line={{ line: 0, parts: parts.filter(({ text }) => text !== '') }} /></div>;
}
