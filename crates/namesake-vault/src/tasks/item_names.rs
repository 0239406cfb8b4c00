//! Where names stand in the words of an item, a cell or a heading. Whom they mean is left to the owners.

use namesake_text::text::Span;

use super::bidden::bidding;
use super::deed_verbs::{deed_places, is_handle};
use namesake_tasks::owners::name_ends;

/// The names in a cell or a heading: parted by commas, signs and “and”.
pub fn names_in(words: &str) -> impl Iterator<Item = &str> {
    let words = words.trim_matches(['*', '_', ':', ' ', '#', '.']);
    let parts = shown(words).into_iter().flat_map(|part| part.split(SIGNS));
    let parts = parts.flat_map(|part| part.split("<br>"));
    let parts = JOINTS.iter().fold(Box::new(parts) as Box<dyn Iterator<Item = &str>>, |parts, joint| {
        Box::new(parts.flat_map(|part| part.split(*joint)))
    });
    // `Mara Voss (Rob)`: Rob helps. Whoever stands behind “cc” is only told.
    let parts = parts.map(|name| name.split_once(" (").map_or(name, |(name, _)| name));
    let names = parts.map(|name| name.trim_matches(|c: char| " *_@[]:".contains(c)));
    names.filter(move |name| !name.is_empty() && !is_joint(name) && !name.to_lowercase().starts_with("cc "))
}

/// Longer words behind a colon or in brackets are no names, in bytes.
pub(super) const LONGEST: usize = 60;

/// Whether words end as an item may that closes with whose it is: in a bracket, or behind a colon with what may be names.
pub fn may_close_with_names(words: &str) -> bool {
    let words = words.trim_end_matches(['*', '_', '.', ' ']);
    let named = words.rsplit_once(':').map(|(_, behind)| behind.trim_start_matches(['*', '_', ' ']));
    let is_named = |names: &str| names.len() <= LONGEST && names.starts_with(|c: char| c.is_uppercase() || c == '@');
    words.ends_with([')', ']']) || named.is_some_and(is_named)
}

/// The parts of words without the addresses that links lead to, `[**Mara:**](https://…) and [Rob](https://…)`: what the links
/// show, and what is joined to them.
fn shown(words: &str) -> Vec<&str> {
    let mut parts = Vec::new();
    let mut rest = words;
    while let Some(at) = rest.find("](") {
        let open = rest[..at].rfind('[').filter(|open| !rest[..*open].ends_with('['));
        let close = rest[at..].find(')').map(|close| at + close);
        let (Some(open), Some(close)) = (open, close) else { break };
        let ahead = &rest[..open];
        let is_joined = ahead.ends_with(SIGNS) || JOINTS.iter().any(|joint| ahead.ends_with(joint));
        parts.extend([ahead, &rest[open + 1..at]].into_iter().skip(usize::from(!is_joined && parts.is_empty())));
        rest = &rest[close + 1..];
    }
    let is_joined = rest.starts_with(SIGNS) || JOINTS.iter().any(|joint| rest.starts_with(joint));
    parts.extend((parts.is_empty() || is_joined).then_some(rest));
    parts
}

/// Whether words are names and nothing else.
pub(super) fn are_names(words: &str, is_name: &dyn Fn(&str) -> bool) -> bool {
    let mut names = names_in(words).peekable();
    names.peek().is_some() && names.all(is_name)
}

/// Words that join two names.
pub(super) const JOINTS: [&str; 10] =
    [" and ", " und ", " et ", " y ", " e ", " ed ", " en ", " i ", " oraz ", " och "];

/// Signs that join two names.
pub(super) const SIGNS: [char; 5] = [',', ';', '/', '&', '+'];

/// Signs that set a name off from what it has to do, with what ends bold words.
pub(super) const SET_OFF: [&str; 7] = [": ", " : ", " - ", " – ", " — ", ":*", ":_"];

/// Whether a colon or a dash parts a name, with what ends bold words, from what somebody has to do: `**Kyle:** ask`.
pub(super) fn is_set_off(behind: &str) -> bool {
    let behind = behind.trim_start_matches(['*', '_']);
    SET_OFF.iter().any(|sign| behind.starts_with(sign))
}

/// Whether what stands between two names joins them.
pub(super) fn is_joint(between: &str) -> bool {
    JOINTS.iter().any(|joint| joint.trim() == between) || between.len() == 1 && between.starts_with(SIGNS)
}

/// The names in small letters that the words begin with, where a sign, “to” or “will” sets them off: `mara: send`, `mara & rob
/// to send`.
pub(super) fn small_names(words: &str) -> Vec<Span> {
    let signs = [": ", " - ", " – ", " — ", " to ", " will "].iter().filter_map(|sign| words.find(sign));
    let Some(end) = signs.min().filter(|_| words.starts_with(char::is_lowercase)) else { return Vec::new() };
    let places = places_of(words, Span::new(0, end));
    let is_short = |place: &Span| !place.of(words).contains(' ');
    if places.iter().all(is_short) { places } else { Vec::new() }
}

/// Names that the words begin with, joined and told to do something: `MV and RB to send it`, `Mara und Ilse richten … ein`.
pub(super) fn joined_names(words: &str) -> Vec<Span> {
    let end = bidding(words).or_else(|| words.find(": ")).filter(|end| *end <= 40);
    let end = end.or_else(|| deed_places(words).next().filter(|end| *end <= 60));
    let places = places_of(words, Span::new(0, end.unwrap_or_default()));
    let is_short = |place: &Span| !place.of(words).contains(' ') || is_full_name(place.of(words));
    if places.len() > 1 && places.iter().all(is_short) { places } else { Vec::new() }
}

fn is_full_name(words: &str) -> bool {
    words.split(' ').count() <= 3 && words.split(' ').all(|word| word.starts_with(char::is_uppercase))
}

/// The names that a clause may begin with, one possibility after the other: several that are joined, one from the longest to
/// the shortest, a mention or a link.
pub(super) fn heads(words: &str) -> Vec<Vec<Span>> {
    let joined = Some(joined_names(words)).filter(|joined| !joined.is_empty());
    let mention = match () {
        () if words.starts_with("[[") => words.find("]]").map(|end| end + 2),
        () if words.starts_with('@') => Some(words.find([' ', ',', ':', '*']).unwrap_or(words.len())),
        () => words.find(' ').filter(|end| is_handle(&words[..*end])),
    };
    let ends = name_ends(words).into_iter().rev().chain(mention);
    joined.into_iter().chain(ends.map(|end| vec![Span::new(0, end)])).collect()
}

/// A name without the signs of a mention or a link.
pub(super) fn bare_name(words: &str) -> &str {
    let inner = words.trim_start_matches(['@', '[']).trim_end_matches(']');
    inner.split_once('|').map_or(inner, |(target, _)| target)
}

/// The names in brackets in front: `[MV] Send it`, `[MV/RB] Send it`, `[MV] and [RB] to send it`.
pub(super) fn bracketed_names(words: &str) -> Vec<Span> {
    let mut places = Vec::new();
    let mut at = 0;
    loop {
        let inner = words[at..].strip_prefix(['[', '(']).filter(|rest| !rest.starts_with('['));
        let inner = inner.and_then(|rest| rest.split_once([']', ')']));
        let Some((inner, behind)) = inner.filter(|(inner, behind)| inner.len() <= 40 && behind.starts_with([' ', ':']))
        else {
            break places;
        };
        places.extend(places_of(words, Span::new(at + 1, at + 1 + inner.len())));
        let next =
            JOINTS.iter().find_map(|joint| behind.strip_prefix(joint)).filter(|next| next.starts_with(['[', '(']));
        match next {
            Some(next) => at = words.len() - next.len(),
            None => break places,
        }
    }
}

/// Where the names of a part of `words` stand.
fn places_of(words: &str, part: Span) -> Vec<Span> {
    let mut from = part.start;
    let mut places = Vec::new();
    for name in names_in(part.of(words)) {
        let Some(at) = words[from..part.end].find(name).map(|at| from + at) else { break };
        from = at + name.len();
        places.push(Span::new(at, from));
    }
    places
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_a_cell_are_parted() {
        for (words, names) in [
            ("Mara, Rob & Tomas", &["Mara", "Rob", "Tomas"][..]),
            ("[**Mara:**](https://example.org/a)", &["Mara"]),
            ("[Mara](https://example.org/a) e [Rob](https://example.org/b)", &["Mara", "Rob"]),
            ("[Mara](https://example.org/a), Rob", &["Mara", "Rob"]),
            ("Mara e [Rob](https://example.org/b)", &["Mara", "Rob"]),
            ("[[Mara Voss|Mara]] (Rob), cc Tomas", &["Mara Voss|Mara"]),
            ("", &[]),
        ] {
            assert_eq!(names_in(words).collect::<Vec<_>>(), names, "{words}");
        }
    }
}
