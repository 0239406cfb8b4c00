//! The parts of a note that are transcripts: those that a heading, a callout, a fold or the note's type calls so, and those
//! whose lines are people talking.

use super::conversation::{begins_turn, is_conversation, stretches};
use super::turns::{bare, turns};
use namesake_note::config::{Settings, same_word};
use namesake_note::note::{Note, is_titled, line_at, lines};
use namesake_text::text::{Span, Spans};

/// Marks that part the name of a part from what it is a part of.
const MARKS: [char; 8] = ['-', '–', '—', ':', '(', ')', '|', '·'];

/// Languages of a fence that holds plain words.
const PLAIN: [&str; 8] = ["", "text", "txt", "plain", "plaintext", "transcript", "vtt", "srt"];

/// The transcripts of `note`, in order and apart; `there` are the names of those who took part, as listed. What has to be done stands in none of them.
pub fn transcript_spans(note: &Note, settings: &Settings, there: &[&str]) -> Vec<Span> {
    let mut places = without_tasks(note, settings, stated(note, settings));
    let shown = shown(note, settings, &places, there);
    places.extend(shown);
    places.sort();
    places
}

/// What stands under a heading of that name, in callouts (`> [!quote]- Transcript`, `> [!transcript]`) and folds of that
/// name, or the whole of a note whose `type` is one of these words.
fn stated(note: &Note, settings: &Settings) -> Vec<Span> {
    let titles = &settings.headings.transcript;
    let is_meant = |word: &str| titles.iter().any(|title| same_word(title, word));
    let whole = Span::new(note.frontmatter.fence.body(), note.text.len());
    let mut found = match note.frontmatter.text("type").is_some_and(is_meant) {
        true => vec![whole],
        false => under(note, titles),
    };
    callouts(note, whole.start, is_meant, &mut found);
    folds(note, whole.start, titles, &mut found);
    found.sort();
    found.into_iter().flat_map(|place| fenced(note, place)).collect()
}

/// What stands under the headings that are called so, or so and something else: `Transcript: Part 1`, `Weekly - Transcript`.
fn under(note: &Note, titles: &[String]) -> Vec<Span> {
    let body = note.body();
    let is_meant =
        |heading: &str| is_titled(heading, titles) || titles.iter().any(|title| is_at_an_end(heading, title));
    body.sections
        .iter()
        .filter(|section| is_meant(&section.title))
        .map(|section| body.with_subsections(section))
        .collect()
}

/// Whether `heading` begins or ends with `title`, parted from the rest by a mark.
fn is_at_an_end(heading: &str, title: &str) -> bool {
    let ends = [heading.get(..title.len()), heading.len().checked_sub(title.len()).and_then(|at| heading.get(at..))];
    let rests = [heading.get(title.len()..), heading.len().checked_sub(title.len()).and_then(|at| heading.get(..at))];
    let marked = |rest: &str| rest.trim().starts_with(MARKS) || rest.trim().ends_with(MARKS);
    ends.into_iter().zip(rests).any(|(end, rest)| {
        end.is_some_and(|end| same_word(end, title)) && rest.is_some_and(|rest| !rest.trim().is_empty() && marked(rest))
    })
}

/// The fences of plain words in a place that is a transcript only in them; else the place itself.
fn fenced(note: &Note, place: Span) -> Vec<Span> {
    let opaque = &note.body().opaque;
    let from = opaque.partition_point(|span| span.start < place.start);
    let inside = opaque[from..].iter().take_while(|span| span.end <= place.end);
    let fences: Vec<Span> = inside.filter(|span| is_plain_block(span.of(&note.text)) == Some(true)).copied().collect();
    let begins = |line: Span| begins_turn(&note.text, bare(&note.text, line));
    let parts = Spans::new(fences.clone());
    let is_outside = |line: &Span| !parts.overlaps(*line);
    if fences.is_empty() || lines(&note.text, place).filter(is_outside).any(begins) { vec![place] } else { fences }
}

/// `found` without the sections of tasks, which lie below the heading of a transcript where it is the highest.
fn without_tasks(note: &Note, settings: &Settings, found: Vec<Span>) -> Vec<Span> {
    let tasks = Spans::new(note.body().under(&settings.headings.action_items));
    let mut places: Vec<Span> = Vec::new();
    let mut end = 0;
    for place in found {
        let mut start = place.start.max(end);
        for task in tasks.from(start).iter().take_while(|task| task.start < place.end) {
            let heading = note.text[..task.start].trim_end();
            places.push(Span::new(start, line_at(&note.text, heading.len()).start.max(start)));
            start = task.end;
        }
        places.push(Span::new(start, place.end.max(start)));
        end = end.max(place.end);
    }
    places.retain(|place| !place.of(&note.text).trim().is_empty());
    places
}

/// Adds the callouts whose kind or title is meant: the lines below their first.
fn callouts(note: &Note, from: usize, is_meant: impl Fn(&str) -> bool, found: &mut Vec<Span>) {
    let mut at = from;
    while let Some(open) = note.text[at..].find("> [!").map(|open| at + open) {
        let head = line_at(&note.text, open);
        at = head.end.max(open + 1);
        let words = Span::new(open + "> [!".len(), head.end).of(&note.text);
        let (kind, title) = words.split_once(']').unwrap_or_default();
        if is_meant(kind) || is_meant(title.trim_start_matches(['-', '+'])) {
            let rest = Span::new(head.end, note.text.len());
            let quoted =
                lines(&note.text, rest).skip(1).take_while(|line| note.slice(*line).trim_start().starts_with('>'));
            found.extend(quoted.last().map(|last| Span::new(head.end, last.end)));
            at = found.last().map_or(at, |place| place.end.max(at));
        }
    }
}

/// Adds the folds whose summary is meant: `<details><summary>Transcript</summary>` up to `</details>`.
fn folds(note: &Note, from: usize, titles: &[String], found: &mut Vec<Span>) {
    const OPEN: &str = "<summary>";
    let mut at = from;
    while let Some(open) = note.text[at..].find(OPEN).map(|open| at + open + OPEN.len()) {
        let Some(close) = note.text[open..].find("</summary>").map(|close| open + close) else { return };
        let start = close + "</summary>".len();
        at = start;
        let title = note.text[open..close].replace("<b>", "").replace("</b>", "");
        if is_titled(title.trim(), titles) {
            let end = note.text[start..].find("</details>").map_or(note.text.len(), |end| start + end);
            found.push(Span::new(start, end));
            at = end;
        }
    }
}

/// The parts outside `places` in which people talk, by their lines alone.
fn shown(note: &Note, settings: &Settings, places: &[Span], there: &[&str]) -> Vec<Span> {
    let mut found = Vec::new();
    let places = Spans::new(places.to_vec());
    for region in regions(note, settings) {
        let free = |line: &Span| !places.overlaps(*line);
        let lines: Vec<Span> = lines(&note.text, region.span).map(|line| bare(&note.text, line)).filter(free).collect();
        for stretch in stretches(&note.text, &lines) {
            let is_meant = |turns: Vec<_>| is_conversation(&note.text, &turns, region.may_be_untimed, there);
            if is_meant(turns(&note.text, stretch, there)) {
                found.push(stretch);
            }
        }
    }
    found
}

/// A part of a note in which a transcript may stand unnamed.
struct Region {
    span: Span,
    /// Whether labels without times are a conversation here.
    may_be_untimed: bool,
}

/// The fences of plain words, and what stands between headings, fences and comments.
fn regions(note: &Note, settings: &Settings) -> Vec<Region> {
    let body = note.body();
    let headings = &settings.headings;
    let others =
        [&headings.action_items, &headings.summary, &headings.learned, &headings.decisions, &headings.discussed];
    let start = note.frontmatter.fence.body();
    let first = body.sections.first().map_or(note.text.len(), |section| section.heading.start);
    let sections = body.sections.iter().map(|section| {
        let is_other = others.iter().any(|titles| is_titled(&section.title, titles));
        Region { span: section.content, may_be_untimed: !is_other }
    });
    let top = Region { span: Span::new(start.min(first), first), may_be_untimed: true };
    let mut regions = Vec::new();
    for section in std::iter::once(top).chain(sections) {
        let mut at = section.span.start;
        let from = body.opaque.partition_point(|span| span.end <= section.span.start);
        for span in body.opaque[from..].iter().take_while(|span| span.start < section.span.end) {
            let Some(is_plain) = is_plain_block(span.of(&note.text)) else { continue };
            let before = Span::new(at, span.start.max(at));
            regions.push(Region { span: before, ..section });
            if is_plain {
                regions.push(Region { span: *span, may_be_untimed: true });
            }
            at = span.end.max(at);
        }
        regions.push(Region { span: Span::new(at, section.span.end.max(at)), ..section });
    }
    regions
}

/// Whether an opaque part is a fence of plain words; `None` for what stands in the midst of words.
pub fn is_plain_block(opaque: &str) -> Option<bool> {
    let fence = ["```", "~~~"].iter().find(|fence| opaque.starts_with(**fence));
    match fence {
        Some(fence) => {
            let language = opaque.lines().next()?.trim_start_matches(&fence[..1]).trim();
            Some(PLAIN.iter().any(|plain| language.eq_ignore_ascii_case(plain)))
        }
        None if opaque.starts_with("%%") || opaque.starts_with("<!--") => Some(false),
        // An indented block.
        None if opaque.contains('\n') && !opaque.starts_with(['<', '`']) => Some(true),
        None => None,
    }
}
