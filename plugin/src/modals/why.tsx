// Why a line stands in a note: what was found, by which rule, in which meeting, in which batch, and the ways back.
import { Modal, type App } from 'obsidian';
import { render } from 'preact';
import type { Finding } from '../engine/types';
import { locale } from '../locales';
import { focusNoAct } from '../screen/focus';
import { openAt } from '../screen/open';
import { Sentence } from '../screen/sentence';
import { whenOf } from '../vault/journal';
import type { LineOrigin } from '../vault/line-history';
import { noteName } from '../vault/paths';

export interface WhyReasons {
  /** The line as it stands. */
  words: string;
  /** What would be found if it were not there, where a meeting taught it. */
  found: Finding | undefined;
  /** What the rule does. */
  rule: string | undefined;
  /** The batch that wrote it. */
  origin: LineOrigin | undefined;
}

export interface WhyActions {
  undo: (origin: LineOrigin) => void;
  takeOut: (finding: Finding) => void;
}

export class WhyModal extends Modal {
  readonly #reasons: WhyReasons;
  readonly #actions: WhyActions;

  constructor(app: App, reasons: WhyReasons, actions: WhyActions) {
    super(app);
    this.#reasons = reasons;
    this.#actions = actions;
    this.setTitle(locale.why.command);
  }

  override onOpen(): void {
    this.modalEl.addClass('namesake-why-modal');
    const { words, found, rule, origin } = this.#reasons;
    const source = found?.source;
    const done = (act: () => void) => (): void => {
      this.close();
      act();
    };
    render(
      <>
        <p class="namesake-quote" dir="auto">{words.trim()}</p>
        {found && <p><strong><Sentence text={found.message} /></strong></p>}
        {found?.evidence.map((reason) => <p key={reason}><Sentence text={reason} /></p>)}
        {rule !== undefined && <p class="namesake-hint"><Sentence text={locale.why.rule(rule)} /></p>}
        {origin && <p class="namesake-hint">{locale.why.written(origin.record.title, whenOf(origin.record.id))}{!origin.isNewest && ` ${locale.why.later}`}</p>}
        <div class="namesake-buttons">
          {source !== undefined && <button class="mod-cta" onClick={(event) => done(() => void openAt(this.app, source, { line: 0 }, event))()}>{locale.why.source(noteName(source))}</button>}
          {origin?.isNewest && <button onClick={done(() => this.#actions.undo(origin))}>{locale.why.undo}</button>}
          {found && <button onClick={done(() => this.#actions.takeOut(found))}>{locale.why.takeOut}</button>}
        </div>
      </>,
      this.contentEl,
    );
    focusNoAct(this);
  }

  override onClose(): void {
    render(null, this.contentEl);
  }
}
