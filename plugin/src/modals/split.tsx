// The parts of a note that holds two people, on two sides: the user moves parts over and names the other person.
import { Modal, type App } from 'obsidian';
import { render } from 'preact';
import type { Split, SplitPart, SplitRequest, SplitSide } from '../engine/types';
import { locale } from '../locales';
import { noteName } from '../vault/paths';

export interface SplitActions {
  split: (request: SplitRequest) => Promise<Split>;
  confirm: (request: SplitRequest, shown: Split) => void;
  failed: (thrown: unknown) => void;
}

const SIDES: SplitSide[] = ['stays', 'moves'];

export class SplitModal extends Modal {
  readonly #actions: SplitActions;
  readonly #note: string;
  #split: Split;
  /** What stands in the field; the engine may not have answered to it yet. */
  #name: string;
  #moved: Set<number>;
  /** The part that Tab leads to on each side. */
  readonly #current: Record<SplitSide, number | undefined> = { stays: undefined, moves: undefined };
  /** The number of the latest request. Answers to earlier ones are ignored. */
  #latest = 0;
  /** Only if the engine has answered to the latest request, what is shown is what would be written. */
  #state: 'asking' | 'failed' | 'settled' = 'settled';

  constructor(app: App, actions: SplitActions, note: string, split: Split) {
    super(app);
    this.#actions = actions;
    this.#note = note;
    this.#split = split;
    this.#name = split.name;
    this.#moved = new Set(split.parts.filter(({ side }) => side === 'moves').map(({ number }) => number));
    this.setTitle(locale.split.title(noteName(note)));
    this.scope.register(['Mod'], 'Enter', () => {
      this.#agree();
      return false;
    });
  }

  override onOpen(): void {
    this.modalEl.addClass('namesake-split');
    this.#draw();
    this.contentEl.querySelector<HTMLElement>('input')?.focus();
  }

  override onClose(): void {
    this.#latest += 1;
    render(null, this.contentEl);
  }

  #request(): SplitRequest {
    return { note: this.#note, name: this.#name, moved: [...this.#moved] };
  }

  #call(name: string): void {
    this.#name = name;
    void this.#ask();
  }

  #move(part: SplitPart, side: SplitSide): void {
    if (this.#sideOf(part) === side) return;
    const [from] = this.#neighbours(part);
    if (side === 'moves') this.#moved.add(part.number);
    else this.#moved.delete(part.number);
    this.#current[side] = part.number;
    this.#current[other(side)] = from?.number;
    void this.#ask();
    this.#focus(part);
  }

  /** The parts on the same side that come next: below, or else above. */
  #neighbours(part: SplitPart): SplitPart[] {
    const side = this.#on(this.#sideOf(part));
    const at = side.findIndex(({ number }) => number === part.number);
    return [...side.slice(at + 1), ...side.slice(0, Math.max(at, 0)).reverse()];
  }

  #step(part: SplitPart, by: number): void {
    const side = this.#on(this.#sideOf(part));
    const next = side[side.findIndex(({ number }) => number === part.number) + by];
    if (next) this.#focus(next);
  }

  #focus({ number }: SplitPart): void {
    this.contentEl.querySelector<HTMLElement>(`[data-part="${number}"]`)?.focus();
  }

  /** A part has the focus: Tab comes back to it. */
  #visit(part: SplitPart): void {
    const side = this.#sideOf(part);
    if (this.#current[side] === part.number) return;
    this.#current[side] = part.number;
    this.#draw();
  }

  #sideOf({ number }: SplitPart): SplitSide {
    return this.#moved.has(number) ? 'moves' : 'stays';
  }

  #on(side: SplitSide): SplitPart[] {
    return this.#split.parts.filter((part) => this.#sideOf(part) === side);
  }

  async #ask(): Promise<void> {
    const asked = (this.#latest += 1);
    this.#state = 'asking';
    this.#draw();
    try {
      const split = await this.#actions.split(this.#request());
      if (asked !== this.#latest) return;
      this.#split = split;
      this.#state = 'settled';
    } catch (thrown) {
      this.#actions.failed(thrown);
      if (asked !== this.#latest) return;
      this.#state = 'failed';
    }
    this.#draw();
  }

  #agree(): void {
    // What the user chose is kept when the engine fails; it is shown before it is agreed to.
    if (this.#state === 'failed') void this.#ask();
    if (this.#state !== 'settled' || this.#split.plan.changes.length === 0) return;
    this.close();
    this.#actions.confirm(this.#request(), this.#split);
  }

  #keys(event: KeyboardEvent, part: SplitPart): void {
    // Where text runs from right to left, the part that moves stands on the left.
    const [toStays, toMoves] = getComputedStyle(this.contentEl).direction === 'rtl' ? ['ArrowRight', 'ArrowLeft'] : ['ArrowLeft', 'ArrowRight'];
    const keys: Record<string, () => void> = {
      ArrowDown: () => this.#step(part, 1),
      ArrowUp: () => this.#step(part, -1),
      [toStays]: () => this.#move(part, 'stays'),
      [toMoves]: () => this.#move(part, 'moves'),
    };
    const act = keys[event.key];
    if (!act || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
    event.preventDefault();
    act();
  }

  #draw(): void {
    const { plan, path, signs, parts } = this.#split;
    const [left] = plan.left;
    const possible = plan.changes.length > 0;
    render(
      <>
        {signs.length > 0 && <Signs signs={signs} />}
        <label class="namesake-split-name">
          <span>{locale.split.name}</span>
          <input type="text" value={this.#name} onInput={(event) => this.#call(event.currentTarget.value)} />
        </label>
        {parts.length === 0 && <p>{locale.split.noParts}</p>}
        {parts.length > 0 && (
          <div class="namesake-split-sides">
            {SIDES.map((side) => (
              <Column key={side} side={side} note={this.#note} name={this.#name.trim()} parts={this.#on(side)} current={this.#current[side]}
                over={(part) => this.#move(part, other(side))} visit={(part) => this.#visit(part)} keys={(event, part) => this.#keys(event, part)} />
            ))}
          </div>
        )}
        <div class="namesake-split-end">
          {left && <p class="namesake-split-refused" role="alert">{left.reason}</p>}
          <p role="status">{possible && path !== undefined && locale.split.written(path, plan.changes.length - 1)}</p>
          <div class="namesake-buttons">
            <button class="mod-cta" disabled={!possible && this.#state === 'settled'} aria-disabled={this.#state === 'asking'} onClick={() => this.#agree()}>{locale.split.split}</button>
            <button onClick={() => this.close()}>{locale.split.cancel}</button>
          </div>
          <p class="namesake-keys">{locale.split.keys()}</p>
        </div>
      </>,
      this.contentEl,
    );
  }
}

function other(side: SplitSide): SplitSide {
  return side === 'stays' ? 'moves' : 'stays';
}

function Signs({ signs }: { signs: string[] }) {
  return (
    <section aria-labelledby="namesake-split-signs">
      <h3 id="namesake-split-signs">{locale.split.signs}</h3>
      <ul class="namesake-evidence">{signs.map((sign, at) => <li key={at} dir="auto">{sign}</li>)}</ul>
    </section>
  );
}

interface ColumnProps {
  side: SplitSide;
  note: string;
  /** The other person's name; empty while there is none. */
  name: string;
  parts: SplitPart[];
  current: number | undefined;
  over: (part: SplitPart) => void;
  visit: (part: SplitPart) => void;
  keys: (event: KeyboardEvent, part: SplitPart) => void;
}

/** Tab leads to one part of a column; arrow keys lead to the others. */
function Column({ side, note, name, parts, current, over, visit, keys }: ColumnProps) {
  const id = `namesake-split-${side}`;
  const there = side === 'stays' ? name : noteName(note);
  const first = parts.find(({ number }) => number === current) ?? parts[0];
  return (
    <section class={id} aria-labelledby={id}>
      <h3 id={id}>{side === 'stays' ? locale.split.stays(noteName(note)) : locale.split.moves(name)}</h3>
      {parts.length === 0 && <p class="namesake-split-what">{locale.split.nothing}</p>}
      <ul>
        {parts.map((part) => (
          <li key={part.number}>
            <button class="namesake-split-part" data-part={part.number} tabIndex={part === first ? 0 : -1}
              onClick={() => over(part)} onFocus={() => visit(part)} onKeyDown={(event) => keys(event, part)}>
              <span class="namesake-split-what">{part.in_properties ? locale.split.property(part.place) : part.place === '' ? locale.split.top : part.place}</span>
              <span class="namesake-split-text" dir="auto">{part.text}</span>
              <span class="namesake-split-what namesake-split-reason">{part.reason}</span>
              <span class="namesake-spoken">{locale.split.over(there)}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
