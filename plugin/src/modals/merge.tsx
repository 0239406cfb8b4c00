// Two notes of one person side by side: the user chooses which one stays, and which value where they differ.
import { Modal, type App } from 'obsidian';
import { render } from 'preact';
import type { Merge, MergedProperty, MergedSection, MergeRequest, PreviewLine } from '../engine/types';
import { locale } from '../locales';
import { Words } from '../screen/line';
import { folderOf, noteName } from '../vault/paths';

/** Lines of a section that show where something comes in. */
const SHOWN = 5;

export interface MergeActions {
  merge: (request: MergeRequest) => Promise<Merge>;
  confirm: (request: MergeRequest, shown: Merge) => void;
  failed: (thrown: unknown) => void;
}

export class MergeModal extends Modal {
  readonly #actions: MergeActions;
  readonly #paths: string[];
  /** What is shown, and what is written if the user agrees: a request, and the engine's answer to it. */
  #request: MergeRequest;
  #merge: Merge;
  /** The user's latest choice, to which the engine may not have answered yet. */
  #chosen: MergeRequest;
  /** Why the last choice was not possible. */
  #refused: string | undefined;
  #isClosed = false;

  constructor(app: App, actions: MergeActions, request: MergeRequest, merge: Merge) {
    super(app);
    this.#actions = actions;
    this.#paths = [request.winner, request.loser];
    this.#request = this.#chosen = request;
    this.#merge = merge;
    this.setTitle(locale.merge.title);
    this.#paths.forEach((path, at) => this.scope.register([], String(at + 1), () => {
      this.#stay(path);
      return false;
    }));
    this.scope.register(['Mod'], 'Enter', () => {
      this.#agree();
      return false;
    });
  }

  override onOpen(): void {
    this.modalEl.addClass('namesake-merge');
    this.#draw();
    this.contentEl.querySelector<HTMLElement>('input:checked')?.focus();
  }

  override onClose(): void {
    this.#isClosed = true;
    render(null, this.contentEl);
  }

  /** Whether what is shown is what the user chose. */
  get #isSettled(): boolean {
    return this.#chosen === this.#request;
  }

  #stay(path: string): void {
    if (path === this.#chosen.winner) return;
    void this.#ask({ winner: path, loser: this.#chosen.winner, take: [] });
  }

  #take(key: string, whose: 'winner' | 'loser'): void {
    // While the notes change sides, the table still shows each value on its old one.
    if (this.#chosen.winner !== this.#request.winner) return this.#draw();
    const others = (this.#chosen.take ?? []).filter((one) => one !== key);
    void this.#ask({ ...this.#chosen, take: whose === 'loser' ? [...others, key] : others });
    return undefined;
  }

  /** Answers to any but the latest choice are ignored. Without an answer the choice is again the one that is shown. */
  async #ask(request: MergeRequest): Promise<void> {
    this.#chosen = request;
    this.#draw();
    try {
      const merge = await this.#actions.merge(request);
      if (request !== this.#chosen) return;
      const switched = request.winner !== this.#request.winner;
      this.#refused = merge.plan.left[0]?.reason;
      // If a value cannot be used, the choice stays as it was. If a note cannot stay, the modal shows that.
      if (this.#refused === undefined || switched) [this.#request, this.#merge] = [request, merge];
    } catch (thrown) {
      this.#actions.failed(thrown);
      if (request !== this.#chosen) return;
    }
    this.#chosen = this.#request;
    this.#draw();
  }

  #agree(): void {
    if (!this.#isSettled || this.#merge.plan.changes.length === 0) return;
    this.close();
    this.#actions.confirm(this.#request, this.#merge);
  }

  #draw(): void {
    if (this.#isClosed) return;
    const { plan, properties, sections } = this.#merge;
    const refused = this.#refused ?? plan.left[0]?.reason;
    const possible = plan.changes.length > 0;
    const take = this.#chosen.winner === this.#request.winner ? this.#chosen.take : this.#request.take;
    render(
      <>
        <Stays paths={this.#paths} winner={this.#chosen.winner} stay={(path) => this.#stay(path)} />
        {refused !== undefined && <p class="namesake-merge-refused" role="alert">{refused}</p>}
        {possible && <p>{linksOf(this.#merge, this.#request)}</p>}
        {possible && <Properties request={{ ...this.#request, take: take ?? [] }} properties={properties} take={(key, whose) => this.#take(key, whose)} />}
        {possible && <Sections sections={sections} name={noteName(this.#request.winner)} />}
        <div class="namesake-merge-end">
          <div class="namesake-buttons">
            <button class="mod-cta" disabled={!possible} aria-disabled={!this.#isSettled} onClick={() => this.#agree()}>{locale.merge.merge}</button>
            <button onClick={() => this.close()}>{locale.merge.cancel}</button>
          </div>
          <p class="namesake-keys">{locale.merge.keys()}</p>
        </div>
      </>,
      this.contentEl,
    );
  }
}

/** How much is rewritten beside the two notes: an edit is a link, an embed or an owner. */
function linksOf({ plan }: Merge, { winner, loser }: MergeRequest): string {
  const others = plan.changes.filter(({ path }) => path !== winner && path !== loser);
  return locale.merge.links(others.reduce((sum, { edits }) => sum + edits.length, 0), others.length);
}

function Stays({ paths, winner, stay }: { paths: string[]; winner: string; stay: (path: string) => void }) {
  return (
    <fieldset class="namesake-fixes">
      <legend>{locale.merge.stays}</legend>
      {paths.map((path, at) => (
        <label key={path}>
          <input type="radio" name="namesake-merge" checked={path === winner} onChange={() => stay(path)} />
          <span class="namesake-fix-key" aria-hidden="true">{at + 1}</span>
          <span>
            <strong>{noteName(path)}</strong>{' '}
            <span class="namesake-merge-what">{[folderOf(path), path === winner ? locale.merge.staysAs : locale.merge.goes].filter((part) => part !== '').join(' · ')}</span>
          </span>
        </label>
      ))}
    </fieldset>
  );
}

interface PropertiesProps {
  request: MergeRequest;
  properties: MergedProperty[];
  take: (key: string, whose: 'winner' | 'loser') => void;
}

function Properties({ request, properties, take }: PropertiesProps) {
  const isShown = ({ winner, loser, merged }: MergedProperty): boolean => merged !== winner || (loser !== undefined && loser !== winner);
  const [shown, same] = [properties.filter(isShown), properties.filter((one) => !isShown(one))];
  const names = { winner: noteName(request.winner), loser: noteName(request.loser) };
  return (
    <section>
      <h3>{locale.merge.properties}</h3>
      {shown.some(({ differs }) => differs) && <p>{locale.merge.choose}</p>}
      {shown.length > 0 && (
        <table>
          <thead><tr>{[locale.merge.property, names.winner, names.loser, locale.merge.afterwards].map((head, at) => <th key={at} scope="col">{head}</th>)}</tr></thead>
          <tbody>
            {shown.map((property) => (
              <tr key={property.key}>
                <th scope="row">{property.key}</th>
                {(['winner', 'loser'] as const).map((whose) => (
                  <td key={whose} data-of={names[whose]}>
                    {property.differs
                      ? <Choice property={property} whose={whose} name={names[whose]} chosen={request.take?.includes(property.key) ? 'loser' : 'winner'} take={take} />
                      : <Value text={property[whose]} otherwise={locale.merge.absent} />}
                  </td>
                ))}
                <td data-of={locale.merge.afterwards}><Value text={property.merged} otherwise={locale.merge.inBody} /></td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {same.length > 0 && <p>{locale.merge.same(same.map(({ key }) => key))}</p>}
    </section>
  );
}

interface ChoiceProps {
  property: MergedProperty;
  whose: 'winner' | 'loser';
  /** That note's name. */
  name: string;
  chosen: 'winner' | 'loser';
  take: PropertiesProps['take'];
}

function Choice({ property: { key, ...values }, whose, name, chosen, take }: ChoiceProps) {
  return (
    <label>
      <input type="radio" name={`namesake-merge ${key}`} checked={whose === chosen} onChange={() => take(key, whose)} />
      <span><span class="namesake-spoken">{locale.merge.valueIn(key, name)}</span><Value text={values[whose]} otherwise={locale.merge.absent} /></span>
    </label>
  );
}

function Value({ text, otherwise }: { text: string | undefined; otherwise: string }) {
  return text === undefined ? <span class="namesake-merge-what">{otherwise}</span> : <span class="namesake-merge-value" dir="auto">{text}</span>;
}

/** Reached by Tab, so that keys can scroll it. */
function Sections({ sections, name }: { sections: MergedSection[]; name: string }) {
  return (
    <section class="namesake-merge-sections" tabIndex={0} aria-labelledby="namesake-merge-sections">
      <h3 id="namesake-merge-sections">{locale.merge.sections}</h3>
      {sections.length === 0 && <p>{locale.merge.nothing}</p>}
      {sections.map((section, at) => <Section key={at} section={section} name={name} />)}
    </section>
  );
}

function Section({ section: { title, winner, incoming }, name }: { section: MergedSection; name: string }) {
  return (
    <div class="namesake-merge-section">
      <h4>{title === '' ? locale.merge.top : title === '---' ? locale.merge.footer : title}</h4>
      <div class="namesake-merge-sides">
        <div>
          <div class="namesake-diff-path">{name}</div>
          <Says text={winner} />
        </div>
        <div class="namesake-diff">
          <div class="namesake-diff-path">{locale.merge.comesIn}</div>
          {incoming.map((line, at) => <div key={at} class="namesake-diff-line"><Incoming line={line} /></div>)}
        </div>
      </div>
    </div>
  );
}

/** An added line needs no marks; in a row that changes, the changed words are marked. */
function Incoming({ line }: { line: PreviewLine }) {
  const [part, ...others] = line.parts;
  return part && others.length === 0 ? <ins class="namesake-diff-text" dir="auto">{part.text}</ins> : <Words line={line} />;
}

/** The end of what a section says, since that is where something comes in. */
function Says({ text }: { text: string | undefined }) {
  if (text === undefined || text === '') return <div class="namesake-merge-text">{text === undefined ? locale.merge.newSection : locale.merge.empty}</div>;
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  const above = Math.max(0, lines.length - SHOWN);
  return (
    <div class="namesake-merge-text" dir="auto">
      {above > 0 && <div>{locale.merge.above(above)}</div>}
      {lines.slice(above).join('\n')}
    </div>
  );
}
