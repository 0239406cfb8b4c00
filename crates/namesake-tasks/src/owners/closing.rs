//! Owners in plain words at the end of a task, by other signs than round brackets alone: `… → Mara`, `… — Mara Voss`,
//! `… [Mara]`, `… (Mara, by Friday)`, `…, assigned to Mara`. Whether they are people is left to the vault.

use super::owner::{Form, Owner, is_free};
use super::{names, people};
use namesake_text::text::Span;

/// What stands before the names.
const BEFORE: [&str; 11] =
    [" → ", " -> ", " => ", " ➔ ", " — ", " – ", " - ", "assigned to ", "responsible: ", "resp. ", "resp.: "];

/// More bytes than this between the sign and the end are no names with a day.
const LONGEST: usize = 120;

/// Whether `text` has a sign that such owners stand behind.
pub(super) fn is_possible(text: &str) -> bool {
    text.contains(['[', '(']) || BEFORE.iter().any(|sign| text.contains(sign))
}

/// The owners at the end of `text`. None where one overlaps `owners` or `markup`.
pub(super) fn find<'a>(text: &'a str, owners: &[Owner], markup: &[Span]) -> Vec<Owner<'a>> {
    let signs = BEFORE.iter().flat_map(|sign| text.match_indices(sign).map(|(at, _)| (at + sign.len(), false)));
    let brackets = [" [", " ("].iter().filter_map(|sign| Some((text.rfind(sign)? + sign.len(), true)));
    let mut places: Vec<(usize, bool)> = signs.chain(brackets).filter(|(at, _)| text.len() - at <= LONGEST).collect();
    places.sort_unstable();
    for (at, is_bracket) in places {
        let people::List { owners: mut found, end } = people::list(text, at);
        let is_name =
            |owner: &Owner| owner.form == Form::At && owner.span == owner.name_span && names::is_name_alone(owner.name);
        let is_closed = if is_bracket { ends_bracket(&text[end..]) } else { ends_words(&text[end..]) };
        if !found.is_empty() && is_closed && found.iter().all(is_name) && is_free(Span::new(at, end), owners, markup) {
            for owner in &mut found {
                owner.form = Form::Words;
            }
            return found;
        }
    }
    Vec::new()
}

/// Whether a bracket closes behind the names, or behind a comma and a few words about the day.
fn ends_bracket(after: &str) -> bool {
    let after = &after[people::signs(after)..];
    let Some(close) = after.find([']', ')']) else { return false };
    let is_last = after[close + 1..].trim_matches(|c: char| !c.is_alphanumeric()).is_empty();
    let is_day = after.starts_with([',', ';', ':']) && after[..close].split_whitespace().count() <= 6;
    is_last && (close == 0 || is_day)
}

/// Whether nothing stands behind the names but signs, or a day in brackets or behind a comma.
fn ends_words(after: &str) -> bool {
    let after = &after[people::signs(after)..];
    let is_day = after.starts_with([',', ';', '(', '[', '–', '—', '-', '|']) && after.split_whitespace().count() <= 6;
    is_day || after.trim_matches(|c: char| !c.is_alphanumeric()).is_empty()
}
