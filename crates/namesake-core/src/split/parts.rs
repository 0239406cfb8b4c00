//! What in a person's note can move to another one: values of properties, rows of tables, list items with all below
//! them, lines. Headings, code, comments and what a program writes stay.

use std::collections::BTreeSet;

use serde::Serialize;

use crate::pieces::outline::{Outline, body_start};
use crate::pieces::units::{Kind, is_rule, units};
use namesake_note::note::{Note, lines};
use namesake_text::frontmatter::{Entry, Root, Value};
use namesake_text::path::NotePath;
use namesake_text::text::Span;
use namesake_vault::person::contact_fields::is_unknown;
use namesake_vault::person::two_people::{Piece, TwoPeople, Whose};
use namesake_vault::vault::Vault;

/// Something in the note that can move.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(tsify::Tsify))]
pub struct SplitPart {
    /// Its number among the note's parts, from 1.
    pub number: usize,
    /// The property that it is a value of, or the heading that it stands under; empty above all headings.
    pub place: String,
    /// Whether the place is a property.
    pub in_properties: bool,
    /// Its text.
    pub text: String,
    /// Where it goes.
    pub side: SplitSide,
    /// Where it would go if nobody had chosen.
    pub proposed: SplitSide,
    /// Why that is proposed, in a sentence.
    pub reason: String,
}

/// Where a part goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(tsify::Tsify))]
#[serde(rename_all = "lowercase")]
pub enum SplitSide {
    /// It stays with the person whose name the note bears.
    Stays,
    /// It moves to the other person's note.
    Moves,
}

/// A part with its place in the note.
#[derive(Debug)]
pub struct Part {
    pub shown: SplitPart,
    pub at: At,
    /// The meetings that it links to.
    pub meetings: Vec<NotePath>,
}

/// The place of a part.
#[derive(Debug, Clone)]
pub enum At {
    /// The whole property of this name.
    Property(String),
    /// An item of the list that a property holds.
    Item(String, usize),
    /// Whole lines of the body, without the last line ending.
    Lines {
        span: Span,
        /// Whether they follow a blank line or nothing.
        apart: bool,
        /// Whether they are a list item.
        is_item: bool,
        /// Of a row, the lines that head its table.
        table: Option<Span>,
    },
}

impl Part {
    pub fn moves(&self) -> bool {
        self.shown.side == SplitSide::Moves
    }
}

/// Properties about the note and not the person; they stay.
const OF_THE_NOTE: [&str; 12] = [
    "type",
    "title",
    "created",
    "updated",
    "modified",
    "last_contact",
    "auto_created",
    "source",
    "namesake",
    "cssclasses",
    "cssclass",
    "publish",
];

/// The parts of `note`. Those in `moved` move; without that, those that agree with the other person.
pub fn parts(vault: &Vault, note: &Note, people: &TwoPeople, moved: Option<&BTreeSet<usize>>) -> Vec<Part> {
    let mut found = properties(note);
    found.extend(body(vault, note));
    let part = |(at, (place, text, at_place)): (usize, (String, String, At))| {
        let number = at + 1;
        let links = match &at_place {
            At::Lines { span, .. } => linked(vault, note, *span),
            At::Property(_) | At::Item(..) => Vec::new(),
        };
        let in_properties = !matches!(at_place, At::Lines { .. });
        let piece = Piece { words: &text, property: in_properties.then_some(place.as_str()), links: &links };
        let (whose, reason) = people.whose(vault, &piece);
        let proposed = if whose == Whose::Theirs { SplitSide::Moves } else { SplitSide::Stays };
        let side = match moved {
            Some(moved) if moved.contains(&number) => SplitSide::Moves,
            Some(_) => SplitSide::Stays,
            None => proposed,
        };
        let text = text.replace("\r\n", "\n");
        Part {
            shown: SplitPart { number, place, in_properties, text, side, proposed, reason: reason.into() },
            at: at_place,
            meetings: links,
        }
    };
    found.into_iter().enumerate().map(part).collect()
}

/// The meetings that lines link to.
fn linked(vault: &Vault, note: &Note, span: Span) -> Vec<NotePath> {
    let path = |target| vault.linked(target).or_else(|| vault.cut_off(target));
    let linked = note.body().links_in(span).iter().filter_map(|link| path(note.slice(link.target)));
    let meetings = linked.filter(|path| vault.meeting(path).is_some()).cloned();
    meetings.collect::<BTreeSet<_>>().into_iter().collect()
}

type Found = (String, String, At);

fn properties(note: &Note) -> Vec<Found> {
    let fm = &note.frontmatter;
    if fm.root != Root::Block {
        return Vec::new();
    }
    let is_whole = |entry: &&Entry| entry.plain && !fm.comments.iter().any(|comment| comment.overlaps(entry.span));
    let is_of_person = |entry: &&Entry| !OF_THE_NOTE.iter().any(|key| entry.key.eq_ignore_ascii_case(key));
    let values = |entry: &Entry| -> Vec<Found> {
        let key = entry.key.clone();
        match &entry.value {
            Value::Null | Value::Other => Vec::new(),
            Value::List { items, .. } if items.iter().all(|item| item.value.text().is_some()) => {
                let item = |(at, text): (usize, &str)| (key.clone(), text.to_owned(), At::Item(key.clone(), at));
                let texts = items.iter().filter_map(|item| item.value.text()).enumerate();
                texts.filter(|(_, text)| !(is_tags(&key) && is_of_note(text))).map(item).collect()
            }
            value if value.text().is_some_and(|text| text.trim().is_empty()) => Vec::new(),
            _ if is_tags(&key) => Vec::new(),
            _ => {
                let text =
                    entry.value.text().map_or_else(|| note.slice(entry.value_span).trim().to_owned(), str::to_owned);
                vec![(key.clone(), text, At::Property(key))]
            }
        }
    };
    fm.entries.iter().filter(is_whole).filter(is_of_person).flat_map(values).collect()
}

pub fn is_tags(key: &str) -> bool {
    key.eq_ignore_ascii_case("tags")
}

/// Whether a tag says what kind of note this is, or that it is to be reviewed.
pub fn is_of_note(tag: &str) -> bool {
    is_of_kind(tag) || tag.trim_start_matches('#') == "needs-review"
}

/// Whether a tag says that this is a person's note.
pub fn is_of_kind(tag: &str) -> bool {
    let tag = tag.trim_start_matches('#').to_lowercase();
    tag.starts_with("type/") || ["people", "person", "contact", "contacts"].contains(&tag.as_str())
}

fn body(vault: &Vault, note: &Note) -> Vec<Found> {
    let outline = Outline::of(vault, note);
    let body = note.body();
    let end = outline.footer.start;
    let first = body.sections.first().map_or(end, |first| first.heading.start);
    let before = (String::new(), Span::new(body_start(note), first.max(body_start(note))));
    let below = body.sections.iter().map(|section| (section.title.clone(), section.content));
    let mut found = Vec::new();
    for (place, span) in std::iter::once(before).chain(below) {
        let span = Span::new(span.start.min(end), span.end.min(end));
        for unit in units(note, span) {
            let lines_at = |span, apart, table| At::Lines { span, apart, is_item: unit.kind == Kind::Item, table };
            if body.is_opaque_at(unit.span.start) || body.is_generated(unit.span) {
                continue;
            }
            if unit.kind == Kind::Table {
                let all: Vec<Span> = lines(&note.text, unit.span).collect();
                let Some([head, rule, rows @ ..]) = all.get(..).filter(|all| all.len() > 2) else { continue };
                if !is_rule(note.slice(*rule).trim()) {
                    continue;
                }
                let head = Span::new(head.start, rule.end);
                let said = rows.iter().filter(|row| !is_empty_row(note, **row));
                found.extend(
                    said.map(|row| (place.clone(), note.slice(*row).to_owned(), lines_at(*row, false, Some(head)))),
                );
            } else if note.slice(unit.span).contains(char::is_alphanumeric) {
                found.push((place.clone(), note.slice(unit.span).to_owned(), lines_at(unit.span, unit.apart, None)));
            }
        }
    }
    found
}

/// Whether a row states nothing but its label.
fn is_empty_row(note: &Note, row: Span) -> bool {
    let mut cells = note.slice(row).trim().trim_matches('|').split('|');
    cells.next();
    cells.all(is_unknown)
}
