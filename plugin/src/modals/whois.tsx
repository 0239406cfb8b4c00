// The candidates for a written form, each with the evidence for and against, and buttons to link or introduce them.
import { Modal, type App } from 'obsidian';
import { render } from 'preact';
import type { Candidate } from '../engine/types';
import { locale } from '../locales';
import { focusNoAct } from '../screen/focus';
import { folderOf, noteName } from '../vault/paths';

/** The person's note (undefined: somebody new), and whether the form becomes an alias. */
type Link = (person: string | undefined, remember: boolean) => void;

export class WhoisModal extends Modal {
  readonly #candidates: Candidate[];
  readonly #link: Link;
  readonly #written: string;
  #selected = 0;

  constructor(app: App, written: string, candidates: Candidate[], link: Link) {
    super(app);
    this.#written = written;
    this.#candidates = candidates;
    this.#link = link;
    this.setTitle(locale.whois.title(written));
    candidates.forEach((_, at) => this.scope.register([], String(at + 1), () => {
      this.#select(at);
      return false;
    }));
  }

  override onOpen(): void {
    this.modalEl.addClass('namesake-whois');
    this.#draw();
    focusNoAct(this);
  }

  override onClose(): void {
    render(null, this.contentEl);
  }

  #select(at: number): void {
    this.#selected = at;
    this.#draw();
  }

  #draw(): void {
    const chosen = this.#candidates[this.#selected];
    const choose = (remember: boolean) => (): void => {
      this.close();
      if (chosen) this.#link(chosen.path, remember);
    };
    const introduce = (): void => {
      this.close();
      this.#link(undefined, false);
    };
    render(
      <>
        {chosen ? this.#list() : <p>{locale.whois.none(this.#written)}</p>}
        <div class="namesake-buttons">
          {chosen && <button class="mod-cta" onClick={choose(false)}>{locale.whois.link}</button>}
          {chosen && <button onClick={choose(true)}>{locale.whois.remember}</button>}
          <button onClick={introduce}>{locale.whois.introduce}</button>
          <button onClick={() => this.close()}>{locale.whois.close}</button>
        </div>
        {this.#candidates.length > 1 && <p class="namesake-keys">{locale.whois.keys(this.#candidates.length)}</p>}
      </>,
      this.contentEl,
    );
  }

  #list() {
    return (
      <fieldset class="namesake-fixes">
        <legend>{locale.whois.candidates}</legend>
        {this.#candidates.map((candidate, at) => (
          <div key={candidate.path} class="namesake-whois-one">
            <label>
              <input type="radio" name="namesake-whois" checked={at === this.#selected} onChange={() => this.#select(at)} />
              <span class="namesake-fix-key" aria-hidden="true">{at + 1}</span>
              <span>
                <strong>{noteName(candidate.path)}</strong>{' '}
                <span class="namesake-whois-sure">{[locale.whois.sure(candidate.p), folderOf(candidate.path)].filter((part) => part !== '').join(' · ')}</span>
              </span>
            </label>
            <ul class="namesake-evidence">
              {candidate.evidence.map(({ what, bits }) => <li key={what}>{locale.whois.evidence(what, bits)}</li>)}
            </ul>
          </div>
        ))}
      </fieldset>
    );
  }
}
