//! Owners in plain words at the end of a task, by other signs than round brackets alone: `… → Mara`, `… — Mara Voss`,
//! `… [Mara]`, `… (Mara, by Friday)`, `…, assigned to Mara`, `… to be paid by Mara`, `… Action: MV`. Whether they are people is left to the vault.

use super::owner::{Form, Owner, is_free};
use super::{LEADS, markup, names, people};
use crate::marks::{CHARGES_BEHIND, LOUD, closing_mark};
use namesake_text::text::{Span, dates};

/// What stands before the names.
const BEFORE: [&str; 15] = [
    " → ",
    " -> ",
    " --> ",
    " -&gt; ",
    " => ",
    " ➔ ",
    " — ",
    " – ",
    " - ",
    " -- ",
    " / ",
    "assigned to ",
    "responsible: ",
    "resp. ",
    "resp.: ",
];

/// More bytes than this between the sign and the end are no names with a day.
const LONGEST: usize = 120;

/// What says that something is to be done, with what then stands before whoever does it.
#[rustfmt::skip]
const AGENTS: &[(&str, &str)] = &[
    (" be ", " by "), (" être ", " par "), ("à ", " par "), (" ser ", " por "), ("por ", " por "), (" ser ", " pela "), (" ser ", " pelo "),
    (" essere ", " da "), ("da ", " da parte di "), ("", " durch "), (" wird ", " von "), (" werden ", " von "), ("", " door "),
    ("", " przez "),
];

/// What stands in a sentence where it is somebody's: what is looked for before most lines are read no further.
const SIGNS: [&str; 8] = [" by ", " par ", " por ", " da ", " durch ", " von ", " door ", " przez "];

/// Whether `text` has a sign that such owners stand behind.
pub(super) fn is_possible(text: &str) -> bool {
    text.contains(['[', '(', ':'])
        || BEFORE.iter().chain(&SIGNS).chain(LEADS).chain(&LOUD).any(|sign| text.contains(sign))
}

/// Where names may stand, and what sets them off there.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Place {
    /// A sign before them.
    Sign,
    /// A mark before them, `Action: MV`, behind which initials are names.
    Mark,
    /// A bracket around them.
    Bracket,
    /// What is to be done, and “by” before them.
    Agent,
}

/// The owners at the end of `text`. None where one overlaps `owners` or `markup`.
pub(super) fn find<'a>(text: &'a str, owners: &[Owner], markup: &[Span]) -> Vec<Owner<'a>> {
    let mut places = signs(text, |_| true);
    // A bracket tells again whose it is: `Mara to send it [on Mara Voss]`.
    if owners.is_empty() {
        places.extend(brackets(text));
    }
    places.extend(AGENTS.iter().flat_map(|(told, by)| {
        let from = text.find(told).map_or(text.len(), |at| at + told.len().saturating_sub(1));
        let ends = text.match_indices(by).filter(move |(at, _)| *at >= from);
        ends.map(|(at, by)| (at + by.len(), Place::Agent))
    }));
    read(text, places, owners, markup)
}

/// The owners at the end of `text` by a bracket, a mark, a sign or words that begin a part of their own.
pub(super) fn set_off(text: &str) -> Vec<Owner<'_>> {
    if !is_possible(text) {
        return Vec::new();
    }
    // “review what is assigned to Mara”
    let is_apart = |before: &str| !before.trim_end_matches([' ', '*', '_']).ends_with(char::is_alphanumeric);
    let mut places = signs(text, is_apart);
    places.extend(brackets(text));
    read(text, places, &[], &markup::ranges(text))
}

/// Where names may stand behind a sign, a mark or words that lead to them; `is_apart` says what may stand before such words.
fn signs(text: &str, is_apart: impl Fn(&str) -> bool) -> Vec<(usize, Place)> {
    let signs = BEFORE.iter().chain(LEADS).flat_map(|sign| text.match_indices(sign));
    let is_sign = |(at, sign): &(usize, &str)| sign.starts_with(' ') || is_apart(&text[..*at]);
    let signs = signs.filter(is_sign).map(|(at, sign)| (at + sign.len(), Place::Sign));
    signs.chain(closing_mark(text).map(|at| (at, Place::Mark))).collect()
}

/// Where names may stand in the last bracket of each kind.
fn brackets(text: &str) -> impl Iterator<Item = (usize, Place)> {
    [" [", " ("].into_iter().filter_map(|sign| Some((text.rfind(sign)? + sign.len(), Place::Bracket)))
}

/// The owners at the first of `places` that has nothing else behind it.
fn read<'a>(text: &'a str, mut places: Vec<(usize, Place)>, owners: &[Owner], markup: &[Span]) -> Vec<Owner<'a>> {
    places.retain(|(at, _)| text.len() - at <= LONGEST);
    places.sort_unstable();
    for (at, place) in places {
        let at = at + if place == Place::Bracket { lead(&text[at..]) } else { 0 };
        let people::List { owners: mut found, mut end } = people::list(text, at);
        // `*Mara* *Rob*`
        while let Some(next) = text[end..].strip_prefix("* *").map(|rest| text.len() - rest.len()) {
            let more = people::list(text, next);
            if more.owners.is_empty() {
                break;
            }
            end = more.end;
            found.extend(more.owners);
        }
        let is_name = |owner: &Owner| {
            let is_plain = owner.form == Form::At && owner.span == owner.name_span;
            is_plain && (names::is_name_alone(owner.name) || place == Place::Mark)
        };
        let is_closed = match place {
            Place::Bracket => ends_bracket(&text[end..]),
            Place::Sign => ends_words(&text[end..]),
            Place::Mark => ends_words(without_charge(&text[end..])),
            Place::Agent => ends_words(&text[end..]) || text[end..].starts_with([' ', '.']),
        };
        if !found.is_empty() && is_closed && found.iter().all(is_name) && is_free(Span::new(at, end), owners, markup) {
            for owner in &mut found {
                owner.form = Form::Words;
            }
            return found;
        }
    }
    Vec::new()
}

/// The bytes of what leads to the names that a bracket begins with: `(a cura di …)`, `[on …]`.
fn lead(inner: &str) -> usize {
    LEADS.iter().chain(&["on "]).find(|lead| inner.starts_with(**lead)).map_or(0, |lead| lead.len())
}

/// What stands behind “to action” and the like.
fn without_charge(after: &str) -> &str {
    CHARGES_BEHIND.iter().find_map(|charge| after.strip_prefix(charge)).unwrap_or(after)
}

/// Whether a bracket closes behind the names, or behind a comma and a few words about the day.
fn ends_bracket(after: &str) -> bool {
    let after = &after[people::signs(after)..];
    let Some(close) = after.find([']', ')']) else { return false };
    // The minute of the recording may follow.
    let is_last = !after[close + 1..].contains(char::is_alphabetic);
    let is_day =
        after.starts_with([',', ';', ':', '-', '–', '—', '|']) && after[..close].split_whitespace().count() <= 6;
    is_last && (close == 0 || is_day)
}

/// Whether nothing stands behind the names but signs, or a day in brackets, behind a comma or in figures.
fn ends_words(after: &str) -> bool {
    let after = &after[people::signs(after)..];
    if dates::iso_date(after.trim_end()).is_some() {
        return true;
    }
    let is_day =
        after.starts_with([',', ';', '(', '[', '–', '—', '-', '|', '/']) && after.split_whitespace().count() <= 6;
    is_day || after.trim_matches(|c: char| !c.is_alphanumeric()).is_empty()
}
