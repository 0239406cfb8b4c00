//! Merges two bodies section by section. Under a heading that both have, the loser's own lines follow the winner's. A section
//! that only the loser has comes after the one that it follows there. Nothing is removed.

use namesake_language::say;
use std::borrow::Cow;
use std::collections::BTreeSet;

use super::sides::MergedSection;
use super::tables;
use crate::pieces::outline::{Node, Outline, body_start};
use crate::pieces::units::{Kind, Unit, is_row, is_rule, said, units};
use crate::preview::{PartKind, PreviewLine, PreviewPart, preview};
use namesake_note::note::{Note, lines};
use namesake_text::text::{Edit, Span, apply};
use namesake_vault::vault::Vault;

/// The winner's body with the text that it gains.
struct Merging<'m> {
    winner: &'m Note,
    loser: &'m Note,
    edits: Vec<Edit>,
    shown: Vec<MergedSection>,
}

/// The winner's body with what only the loser says, and with `left_over` below a heading `from`; and the sections that gain
/// something.
///
/// # Errors
/// Why the two cannot be put together.
pub fn merge(
    vault: &Vault,
    winner: &Note,
    loser: &Note,
    left_over: &str,
    from: &str,
) -> Result<(String, Vec<MergedSection>), String> {
    for note in [winner, loser] {
        if is_open_ended(vault, note) {
            return Err(
                say!("In {note} a code block or comment is never closed. Close it first.", note = note.path).into()
            );
        }
    }
    let loser = vault.read(loser.path.clone(), with_left_over(vault, loser, left_over, from));
    let loser = loser.note();
    let (mine, theirs) = (Outline::of(vault, winner), Outline::of(vault, loser));
    let mut merging = Merging { winner, loser, edits: Vec::new(), shown: Vec::new() };
    let own = mine.own.last().copied().unwrap_or_default();
    merging.lines("", own, mine.name, &mine.own, &theirs.own);
    let end = mine.sections.last().map_or(own.end, Node::end);
    merging.sections(&mine.sections, &theirs.sections, end);
    merging.footer(&mine, &theirs);

    let mut edits = merging.edits;
    edits.sort_by_key(|a| a.span);
    let text = apply(&winner.text, &edits).map_err(|error| error.to_string())?;
    let merged = vault.read(winner.path.clone(), text);
    match holds(merged.note(), winner, loser, theirs.name) {
        true => Ok((merged.note().text[body_start(winner)..].to_owned(), merging.shown)),
        false => {
            Err(say!("The two notes would not read as before if they were put together; edit them by hand.").into())
        }
    }
}

/// Whether text at the end of the note would be part of code or a comment.
fn is_open_ended(vault: &Vault, note: &Note) -> bool {
    let probe = vault.read(note.path.clone(), [&note.text, "\n\nx\n"].concat());
    probe.note().body().is_opaque_at(note.text.len() + 2)
}

/// The loser's text with the properties that the winner does not take over, as a section at its end.
fn with_left_over(vault: &Vault, loser: &Note, left_over: &str, from: &str) -> String {
    if left_over.is_empty() {
        return loser.text.clone();
    }
    let longest = left_over.split(|c| c != '`').map(str::len).max().unwrap_or_default();
    let fence = "`".repeat(longest.max(2) + 1);
    let section = ["\n\n## ", from, "\n\n", &fence, "yaml\n", left_over, &fence, "\n\n"].concat();
    let at = Outline::of(vault, loser).footer.start;
    [&loser.text[..at], &section, &loser.text[at..]].concat()
}

impl Merging<'_> {
    /// Adds the loser's lines in `theirs` that are not in `mine` at the end of `region`, the text below `heading` with the
    /// title `title`.
    fn lines(&mut self, title: &str, region: Span, heading: Option<Span>, mine: &[Span], theirs: &[Span]) {
        let (winner, loser) = (self.winner, self.loser);
        let known: Vec<Unit> = mine.iter().flat_map(|span| units(winner, *span)).collect();
        let words: BTreeSet<Vec<String>> = known.iter().map(|unit| unit.words(winner)).collect();
        let at = self.end_of(region, heading);
        let (mut text, mut incoming) = (String::new(), Vec::new());
        let mut last = units(winner, region).last().copied();
        let (mut first, mut follows) = (true, false);
        for unit in theirs.iter().flat_map(|span| units(loser, *span)) {
            if words.contains(&unit.words(loser)) {
                follows = false;
                continue;
            }
            if let Some(table) = tables::with_head(winner, &known, loser, &unit).filter(|_| unit.kind == Kind::Table) {
                let edits = tables::merge(winner, table, loser, &unit);
                incoming.extend(rows(winner, edits.clone()));
                self.edits.extend(edits);
                follows = false;
                continue;
            }
            let in_list = last.is_some_and(|last| last.kind == Kind::Item) && unit.kind == Kind::Item;
            let close = if follows { !unit.apart } else { in_list };
            let eol = winner.line_ending();
            if !first || at > body_start(winner) {
                text += eol;
                text += if close { "" } else { eol };
            }
            text += &self.copied(unit.span);
            (last, first, follows) = (Some(unit), false, true);
        }
        incoming.extend(inserted(&text));
        if !incoming.is_empty() {
            let says: Vec<&str> = mine.iter().map(|span| winner.slice(*span).trim()).collect();
            let says = says.join("\n\n").trim().to_owned();
            self.shown.push(MergedSection { title: title.to_owned(), winner: Some(says), incoming });
        }
        if !text.is_empty() {
            self.insert(at, text);
        }
    }

    /// The place after the last words in `region`, or else after `heading`, or else at the start of `region`.
    fn end_of(&self, region: Span, heading: Option<Span>) -> usize {
        let words = self.winner.slice(region).trim_end();
        match heading.filter(|_| words.is_empty()) {
            Some(heading) => heading.end,
            None => region.start + words.len(),
        }
    }

    /// Inserts `text` at byte `at`, which is the end of a line, or the start of a body that begins with a heading.
    fn insert(&mut self, at: usize, mut text: String) {
        let (rest, eol) = (&self.winner.text[at..], self.winner.line_ending());
        let below = rest.strip_prefix("\r\n").or_else(|| rest.strip_prefix('\n'));
        match below {
            Some(below) if below.is_empty() || below.starts_with(['\n', '\r']) => {}
            Some(_) => text += eol,
            None if rest.is_empty() => text += eol,
            None => text = [&text, eol, eol].concat(),
        }
        self.edits.push(Edit::insert(at, text));
    }

    /// The loser's words in `span` with the winner's line endings.
    fn copied(&self, span: Span) -> String {
        let words: Vec<&str> = lines(&self.loser.text, span).map(|line| self.loser.slice(line)).collect();
        words.join(self.winner.line_ending())
    }

    /// Merges the loser's sections `theirs` into the winner's `mine`, which end at byte `end`.
    fn sections(&mut self, mine: &[Node], theirs: &[Node], end: usize) {
        let mut behind = end;
        let mut used = Vec::new();
        for node in theirs {
            let same =
                mine.iter().enumerate().find(|(at, other)| !used.contains(at) && other.is_like(node, self.loser));
            if let Some((at, other)) = same {
                used.push(at);
                self.lines(&other.section.title, other.own, Some(other.section.heading), &[other.own], &[node.own]);
                self.sections(&other.inner, &node.inner, other.end());
                behind = other.end();
                continue;
            }
            let whole = Span::new(node.section.heading.start, node.end());
            let trimmed = Span::new(whole.start, whole.start + self.loser.slice(whole).trim_end().len());
            let eol = self.winner.line_ending();
            let start = body_start(self.winner);
            let at = self.winner.text[..behind].trim_end().len().max(start);
            let lead = if at == start { String::new() } else { [eol, eol].concat() };
            let below = inserted(self.loser.slice(Span::new(node.section.content.start.min(trimmed.end), trimmed.end)));
            let (title, incoming) = (node.section.title.clone(), below.into_iter().collect());
            self.shown.push(MergedSection { title, winner: None, incoming });
            let text = lead + &self.copied(trimmed);
            self.insert(at, text);
        }
    }

    fn footer(&mut self, mine: &Outline, theirs: &Outline) {
        if theirs.footer.is_empty() {
            return;
        }
        let mine = if mine.footer.is_empty() { Span::at(self.winner.text.trim_end().len()) } else { mine.footer };
        self.lines("---", mine, None, &[mine], &[theirs.footer]);
    }
}

/// Added text, as people read it.
fn inserted(text: &str) -> Option<PreviewLine> {
    let text = text.trim_matches(['\n', '\r']).replace("\r\n", "\n");
    let part = (!text.is_empty()).then_some(PreviewPart { kind: PartKind::Insert, text })?;
    Some(PreviewLine { line: 0, parts: vec![part] })
}

/// The rows that `edits` of a table change or add.
fn rows(winner: &Note, mut edits: Vec<Edit>) -> Vec<PreviewLine> {
    edits.sort_by_key(|a| a.span);
    let after = apply(&winner.text, &edits);
    after.map_or(Vec::new(), |after| preview(&winner.path, &winner.text, &after).lines)
}

/// Whether `merged` has every line, list item and heading of both notes and no other heading. The loser's `name` heading may
/// be missing; rows of tables may differ, because cells are filled in; lines that only rule a table do not count.
fn holds(merged: &Note, winner: &Note, loser: &Note, name: Option<Span>) -> bool {
    let known = Said::of(merged, None);
    let (mine, theirs) = (Said::of(winner, None), Said::of(loser, name));
    let kept = [&mine, &theirs].into_iter().all(|said| {
        let lines = said.lines.iter().all(|line| known.lines.contains(line));
        let items = said.items.iter().all(|item| known.items.contains(item));
        lines && items && said.headings.iter().all(|heading| known.headings.contains(heading))
    });
    kept && known.headings.iter().all(|heading| mine.headings.contains(heading) || theirs.headings.contains(heading))
}

/// The pieces of what a note says.
struct Said<'n> {
    /// Lines that are neither headings nor parts of tables.
    lines: BTreeSet<Cow<'n, str>>,
    items: BTreeSet<Cow<'n, str>>,
    /// The words of headings in lower case.
    headings: BTreeSet<String>,
}

impl<'n> Said<'n> {
    fn of(note: &'n Note, without: Option<Span>) -> Self {
        let body = note.body();
        let all = || body.sections.iter().filter(|section| Some(section.heading) != without);
        let is_heading = |line: &Span| body.sections.iter().any(|section| section.heading.overlaps(*line));
        let lines = lines(&note.text, Span::new(body_start(note), note.text.len()));
        let in_table =
            |line: Span| is_row(note, line) || note.slice(line).contains('|') && is_rule(note.slice(line).trim());
        let lines = lines.filter(|line| !in_table(*line) && !is_heading(line));
        Self {
            lines: lines.map(|line| said(note, line)).filter(|line| !line.is_empty()).collect(),
            items: body.items.iter().map(|item| said(note, *item)).collect(),
            headings: all().map(|section| section.title.trim().to_lowercase()).collect(),
        }
    }
}
