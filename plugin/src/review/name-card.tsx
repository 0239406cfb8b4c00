// A name as a card: who may be meant and why, every line where it stands, how it is remembered, and what to decide.
import { useState } from 'preact/hooks';
import type { Candidate, Finding, PreviewLine } from '../engine/types';
import { en } from '../locales/en';
import { noteName } from '../vault/paths';
import { Tier, usePreview, Wording } from './card';
import type { Card } from './cards';
import { Line } from '../screen/line';
import type { ReviewModel } from './model';
import { candidatesOf, fixFor, leadOf, linesOf, NEW, newPersonIn, rememberWays, type NameTarget, type NameLine } from './names';
import { Sentence } from '../screen/sentence';
import type { PaneActions, ReviewState } from './types';

/** Lines shown before somebody asks for the others. */
const FEW = 6;

interface NameCardProps {
  card: Card;
  model: ReviewModel;
  state: ReviewState;
  open: PaneActions['open'];
}

/** All parts of a card know whether it is selected: only then are they in the tab order. */
interface PartProps {
  card: Card;
  target: NameTarget;
  model: ReviewModel;
  tabIndex: number;
}

export function NameCard({ card, model, state, open }: NameCardProps) {
  const target = model.names.target(card);
  const [first] = card.findings;
  const lead = leadOf(card.findings);
  if (target === undefined || !first || !lead) return null;
  const selected = state.selected === card.id;
  const lines = linesOf(card.findings, target);
  const inNotes = new Set(lines.map(({ finding }) => finding.path)).size;
  const part: PartProps = { card, target, model, tabIndex: selected ? 0 : -1 };
  return (
    <div class={`namesake-card ${selected ? 'is-selected' : ''}`}>
      <div role="option" class="namesake-option" aria-selected={selected} tabIndex={part.tabIndex}
        onFocus={() => model.select(card.id)} onClick={() => model.select(card.id)} onDblClick={(event) => open(first.path, first, event)}>
        <div class="namesake-card-head">
          <Tier finding={first} />
          <span class="namesake-rule">{[...new Set(card.findings.map(({ rule }) => rule))].join(', ')}</span>
        </div>
        <div class="namesake-message"><Sentence text={lead.message} /></div>
        <div class="namesake-places">{en.names.places(lines.length, inNotes)}</div>
        <span class="namesake-spoken">{en.review.because}</span>
        <ul class="namesake-evidence">
          {lead.evidence.map((sentence) => <li key={sentence}><Sentence text={sentence} /></li>)}
        </ul>
      </div>
      <Candidates {...part} />
      <Lines {...part} lines={lines} open={open} />
      {target === NEW
        ? <NewNote finding={lines[0]?.finding ?? first} model={model} />
        : <Remembering {...part} target={target} />}
      {state.editing === card.id ? <Wording finding={first} model={model} /> : <Buttons {...part} busy={state.busy} open={(event) => open(first.path, first, event)} />}
    </div>
  );
}

/** The reasons for the first candidate are at the top of the card, so they are shown for the others only. */
function Candidates({ card, target, model, tabIndex }: PartProps) {
  const all = candidatesOf(card.findings);
  const somebodyNew = newPersonIn(card.findings);
  if (all.length < 2 && !somebodyNew) return null;
  return (
    <fieldset class="namesake-fixes">
      <legend>{en.names.candidates}</legend>
      {all.map((candidate, at) => (
        <div key={candidate.path}>
          <label>
            <input type="radio" name={`namesake-who-${card.id}`} checked={candidate.path === target} tabIndex={tabIndex} onChange={() => model.choose(card.id, at)} />
            <span class="namesake-fix-key" aria-hidden="true">{at + 1}</span>
            <span data-note-link={candidate.path}>{candidate.title}</span>
          </label>
          {at > 0 && <Reasons candidate={candidate} />}
        </div>
      ))}
      {somebodyNew && (
        <label>
          <input type="radio" name={`namesake-who-${card.id}`} checked={target === NEW} tabIndex={tabIndex} onChange={() => model.choose(card.id, all.length)} />
          <span class="namesake-fix-key" aria-hidden="true">{all.length + 1}</span>
          <span>{somebodyNew.title}</span>
        </label>
      )}
    </fieldset>
  );
}

function Reasons({ candidate }: { candidate: Candidate }) {
  return (
    <ul class="namesake-evidence">
      {candidate.evidence.map(({ what, bits }) => <li key={what}>{en.whois.evidence(what, bits)}</li>)}
    </ul>
  );
}

/** The lines where the form is found, note by note. */
function Lines({ card, target, model, tabIndex, lines, open }: PartProps & { lines: NameLine[]; open: PaneActions['open'] }) {
  const [all, setAll] = useState(false);
  const shown = all ? lines : lines.slice(0, FEW);
  const findings = card.findings.filter((finding) => shown.some((line) => line.finding === finding));
  return (
    <fieldset class="namesake-lines">
      <legend>{en.names.where}</legend>
      {findings.map((finding, at) => (
        <div key={finding.id} class="namesake-diff">
          {finding.path !== findings[at - 1]?.path && <div class="namesake-diff-path" data-note-link={finding.path}>{noteName(finding.path)}</div>}
          <LinesOfNote card={card} finding={finding} fix={fixFor(finding, target)} model={model} tabIndex={tabIndex} open={open}
            lines={shown.filter((line) => line.finding === finding)} />
        </div>
      ))}
      {shown.length < lines.length && <button tabIndex={tabIndex} onClick={() => setAll(true)}>{en.names.more(lines.length - shown.length)}</button>}
    </fieldset>
  );
}

interface LinesOfNoteProps {
  card: Card;
  finding: Finding;
  fix: number;
  model: ReviewModel;
  tabIndex: number;
  open: PaneActions['open'];
  lines: NameLine[];
}

function LinesOfNote({ card, finding, fix, model, tabIndex, open, lines }: LinesOfNoteProps) {
  const previews = usePreview(finding, fix, model);
  if (typeof previews === 'string') return <p class="namesake-nofix">{previews}</p>;
  const changed = previews.filter(({ path }) => path === finding.path).flatMap((preview) => preview.lines);
  return (
    <>
      {lines.map((line) => (
        <div key={line.key} class="namesake-place">
          <label>
            <input type="checkbox" checked={!model.names.isSkipped(card.id, line.key)} tabIndex={tabIndex}
              onChange={(event) => model.names.skip(card.id, line.key, !event.currentTarget.checked)} />
            <Line line={lineAt(changed, line.line)} />
          </label>
          <button class="namesake-place-open" tabIndex={tabIndex} aria-label={en.names.openLine(line.line, noteName(finding.path))} 
            data-note-link={finding.path} onClick={(event) => open(finding.path, { start: line.start, end: line.end }, event)}>
            <span aria-hidden="true">↗</span>
          </button>
        </div>
      ))}
    </>
  );
}

/** The new note of somebody new, as the first finding makes it. */
function NewNote({ finding, model }: { finding: Finding; model: ReviewModel }) {
  const fix = fixFor(finding, NEW);
  const previews = usePreview(finding, fix, model);
  const path = finding.fixes[fix]?.creates?.path;
  // An error is shown with the lines of that note.
  const made = typeof previews === 'string' ? [] : previews.filter((preview) => preview.path === path);
  return (
    <div class="namesake-diff">
      {made.map((preview) => (
        <div key={preview.path}>
          <div class="namesake-diff-path">{preview.path}</div>
          {preview.lines.map((line, at) => <Line key={at} line={line} brief />)}
        </div>
      ))}
    </div>
  );
}

/** The changed line of that number; an empty line until the preview is there. */
function lineAt(lines: PreviewLine[], number: number): PreviewLine {
  return lines.find(({ line }) => line === number) ?? { line: number, parts: [] };
}

function Remembering({ card, target, model, tabIndex }: PartProps & { target: string }) {
  const way = model.names.remember(card);
  return (
    <fieldset class="namesake-fixes namesake-remember">
      <legend>{en.names.remember}</legend>
      {rememberWays(card.findings, target).map((one) => (
        <label key={one}>
          <input type="radio" name={`namesake-remember-${card.id}`} checked={one === way} tabIndex={tabIndex} onChange={() => model.names.setRemember(card.id, one)} />
          <span>{en.names.ways[one]}</span>
        </label>
      ))}
    </fieldset>
  );
}

function Buttons({ card, target, model, tabIndex, busy, open }: PartProps & { busy: boolean; open: (event: MouseEvent) => void }) {
  const { id } = card;
  const chosen = linesOf(card.findings, target).filter(({ key }) => !model.names.isSkipped(id, key));
  const inNotes = new Set(chosen.map(({ finding }) => finding.path)).size;
  const none = busy || chosen.length === 0;
  return (
    <div class="namesake-buttons">
      <button class="mod-cta" tabIndex={tabIndex} disabled={none} onClick={() => void model.accept(id)}>{target === NEW ? en.names.acceptNew : en.names.accept(noteName(target))}</button>
      {target !== NEW && <button tabIndex={tabIndex} disabled={busy} onClick={() => void model.reject(id)}>{en.names.reject(noteName(target))}</button>}
      <button tabIndex={tabIndex} disabled={busy} onClick={() => void model.notAPerson(id)}>{en.names.notAPerson}</button>
      <button tabIndex={tabIndex} disabled={none} onClick={() => void model.neverHere(id)}>{en.names.neverHere(inNotes)}</button>
      {model.canEdit(id) && <button tabIndex={tabIndex} disabled={busy} onClick={() => model.edit(id)}>{en.review.edit}</button>}
      <button tabIndex={tabIndex} onClick={open}>{en.review.open}</button>
    </div>
  );
}
