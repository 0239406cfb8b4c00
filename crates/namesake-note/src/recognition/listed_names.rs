//! The names on one line of a list of participants.

use std::collections::BTreeSet;

use super::name_shape::{NameShape, name_shape};
use crate::word_list::{WordList, lower};
use namesake_names::is_first_name;
use namesake_text::fold::fold;
use namesake_text::links;
use namesake_text::text::{Span, trimmed};

/// Words behind the name of somebody who was not there, in lower case.
static ABSENT: WordList = WordList::new(
    "absent abs excused regrets apologies declined cancelled canceled no-show not unable missing sick ill out ooo leave \
     vacation holiday invited optional tentative maybe unconfirmed abwesend entschuldigt krank urlaub excusé excusée ausente \
     afwezig",
);

/// Whether a list says of somebody that they were not there: “Rob Benoit (regrets)”, “Rob Benoit - absent”.
pub(super) fn is_absent(name: &str) -> bool {
    // Struck out, hidden, or doubted.
    if ["~~", "%%", "<!--", "❌", "✗", "✘", "🚫"].iter().any(|sign| name.contains(sign)) || name.ends_with('?') {
        return true;
    }
    // The path of a link says nothing about its person.
    let link = name.starts_with('[').then(|| links::markdown_at(name, 0)).flatten();
    let name = link.map_or(name, |link| &name[link.span.end..]);
    let said = name.find(['(', '-', '–', '—', ':']).map_or("", |at| &name[at..]);
    said.contains("n't")
        || said.contains("n’t")
        || said
            .split(|c: char| !c.is_alphanumeric() && c != '-')
            .any(|word| ABSENT.contains(&lower(word.trim_matches('-'))))
}

/// What stands between two names.
const SIGNS: [&str; 5] = [",", ";", "\n", " and ", " & "];
/// The same in other languages. A slash only counts with blanks around it.
const OTHER_SIGNS: [&str; 14] =
    ["、", "，", "；", " / ", " und ", " et ", " y ", " e ", " en ", " i ", " och ", " sowie ", " + ", "\r"];

/// The names in a line of names, each once; links keep their brackets. What stands inside a link or round brackets
/// belongs to one name: `[[Voss, Mara]]`, `Rob Benoit (Northworks, Inc)`.
pub fn split_names(line: &str) -> Vec<String> {
    divided(line, |rest| SIGNS.into_iter().find(|sign| rest.starts_with(sign)))
        .iter()
        .map(|span| span.of(line).to_owned())
        .collect()
}

/// The names in a list of participants, by their bytes in `line`: as [`split_names`], with the words for “and” of other
/// languages.
pub(super) fn each_name(line: &str) -> Vec<Span> {
    if are_surnames_first(line) {
        return divided(line, |rest| rest.starts_with(';').then_some(";"));
    }
    let are_handles = line.split_whitespace().all(|word| word.starts_with('@'));
    let blank = |rest: &str| (are_handles && rest.starts_with(' ')).then_some(" ");
    divided(line, |rest| {
        SIGNS.into_iter().chain(OTHER_SIGNS).find(|sign| rest.starts_with(sign)).or_else(|| blank(rest))
    })
}

/// Whether a line lists people as calendars of offices do: `Doe, Jane; Benoit, Rob`.
fn are_surnames_first(line: &str) -> bool {
    let parts = || line.split(';').map(str::trim).filter(|part| !part.is_empty());
    let is_one = |part: &str| {
        let Some((last, first)) = part.split_once(',') else { return true };
        name_shape(last) == NameShape::Single
            && name_shape(first) >= NameShape::Single
            && !first.contains(',')
            && !is_first_name(&fold(last))
    };
    line.contains(';') && parts().any(|part| part.contains(',')) && parts().all(is_one)
}

/// The parts of a line between signs, each once. `sign` gives the sign that a rest of the line begins with.
fn divided<'t>(line: &'t str, sign: impl Fn(&'t str) -> Option<&'static str>) -> Vec<Span> {
    let mut pairs = vec![("[[", "]]"), ("(", ")")];
    let mut parts = Vec::new();
    let (mut start, mut at) = (0, 0);
    while let Some(next) = line[at..].chars().next() {
        let rest = &line[at..];
        if let Some(sign) = sign(rest) {
            parts.push(Span::new(start, at));
            start = at + sign.len();
            at = start;
        } else if let Some(link) = rest.starts_with('[').then(|| links::markdown_at(rest, 0)).flatten() {
            at += link.span.end;
        } else if let Some(pair) = pairs.iter().position(|(open, _)| rest.starts_with(open)) {
            let close = pairs[pair].1;
            match rest.find(close) {
                Some(end) => at += end + close.len(),
                // Never closed: a sign like any other, and so are all of its kind after it.
                None => drop(pairs.swap_remove(pair)),
            }
        } else {
            at += next.len_utf8();
        }
    }
    parts.push(Span::new(start, line.len()));
    let mut seen = BTreeSet::new();
    let names = parts.into_iter().map(|part| trimmed(line, part));
    names.filter(|name| !name.is_empty() && seen.insert(name.of(line))).collect()
}

/// A name in a property without what a program puts behind it: `Jane Doe <jane@kiln.example>`, `Jane Doe | Kiln`; of a
/// link with words behind it, the link.
pub(super) fn property_name(written: &str) -> &str {
    if let [link] = links::read(written, 0, &[])[..].as_ref()
        && link.span.start == 0
    {
        return link.span.of(written);
    }
    let end = [" <", " | "].iter().filter_map(|end| written.find(end)).min();
    written[..end.unwrap_or(written.len())].trim()
}

/// Longer lines are sentences, in bytes.
const LONGEST: usize = 160;

/// The names in an entry of a list, or in a line of names. An entry may say more about its one person: `Jane Doe, CTO`,
/// `Jane Doe - Northwind`, `Jane Doe @jane (chair)`, `[[Jane Doe]] joined late`.
pub(super) fn entry_names(entry: &str, is_item: bool) -> Vec<Span> {
    if is_absent(entry) || entry.len() > LONGEST {
        return Vec::new();
    }
    let linked = links::read(entry, 0, &[]);
    if !linked.is_empty() {
        return linked.into_iter().map(|link| link.span).collect();
    }
    let addressed = addressed(entry);
    if !addressed.is_empty() {
        return addressed;
    }
    let shape = |span: &Span| name_shape(name_part(*span, entry).of(entry));
    let mut parts = each_name(entry);
    // `Mara Voss / Acme / @mvoss`
    if entry.contains(" / @") && !entry.contains([',', ';']) {
        parts.truncate(1);
    }
    let others_are_names = || parts[1..].iter().all(|part| shape(part) >= NameShape::Several);
    let names = match parts.len() {
        0 => Vec::new(),
        1 => parts,
        // `Doe, Jane`, or `Jane, Bob`
        _ if is_item && !others_are_names() => match (shape(&parts[0]), shape(&parts[1])) {
            (NameShape::Single, NameShape::Single) if parts.len() == 2 && !is_first_name(&fold(parts[0].of(entry))) => {
                vec![Span::new(0, parts[1].end)]
            }
            (NameShape::Single, NameShape::Single) => parts,
            _ => vec![parts[0]],
        },
        _ => parts,
    };
    let names = names.into_iter().map(|name| name_part(name, entry)).filter(|name| is_name(name.of(entry)));
    names.collect()
}

/// The names in a line below a heading for participants: as in an entry, or behind the body that they belong to: `Council: Mara
/// Voss, Tomas Reed`.
pub(super) fn body_names(line: &str) -> Vec<Span> {
    let behind = line.split_once(": ").filter(|(body, names)| {
        let is_person = name_shape(body) == NameShape::Full || is_first_name(&fold(body));
        let is_name = |name: &Span| name_shape(name.of(names)) > NameShape::None;
        !is_person && !is_absent(names) && each_name(names).iter().all(is_name)
    });
    match behind {
        Some((_, names)) => {
            let start = line.len() - names.len();
            each_name(names).into_iter().map(|name| name.shifted(start)).collect()
        }
        None => entry_names(line, false),
    }
}

/// The names in a line of links and nothing else besides signs; links of Markdown say the name as their words.
pub(super) fn linked_names(line: &str) -> Vec<Span> {
    let linked = links::read(line, 0, &[]);
    let mut rest = line.to_owned();
    for link in linked.iter().rev() {
        rest.replace_range(link.span.start..link.span.end, "");
    }
    let says_no_more = !rest.contains(char::is_alphanumeric);
    match says_no_more && !linked.is_empty() {
        true => linked.into_iter().map(|link| link.span).collect(),
        false => addressed(line),
    }
}

/// The words of the Markdown links that an entry consists of.
fn addressed(entry: &str) -> Vec<Span> {
    let (mut names, mut at) = (Vec::new(), 0);
    while entry[at..].trim_start_matches([' ', ',', ';']).starts_with('[') {
        let open = at + entry[at..].find('[').unwrap_or_default();
        let Some(middle) = entry[open..].find("](").map(|found| open + found) else { break };
        let Some(close) = entry[middle..].find(')').map(|found| middle + found) else { break };
        names.push(Span::new(open + 1, middle));
        at = close + 1;
    }
    if entry[at..].contains(char::is_alphanumeric) { Vec::new() } else { names }
}

/// Whether words in a list may be somebody's name.
fn is_name(words: &str) -> bool {
    let count = words.split_whitespace().count();
    words.contains(char::is_alphabetic) && count <= 6 && !words.ends_with(['.', ':', '!']) && !words.starts_with('#')
}

/// The name at the head of what is said about somebody.
fn name_part(whole: Span, entry: &str) -> Span {
    let words = whole.of(entry);
    let ends = [" - ", " – ", " — ", " @", " [@", " (@", " <", " | ", ": ", "："];
    let end = ends.iter().filter_map(|end| words.find(end)).min().unwrap_or(words.len());
    let head = trimmed(entry, Span::new(whole.start, whole.start + end));
    let bare = head.of(entry).trim_matches(['*', '_']);
    let start = head.start + head.of(entry).find(bare).unwrap_or_default();
    Span::new(start, start + bare.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(entry: &str, is_item: bool) -> Vec<&str> {
        entry_names(entry, is_item).into_iter().map(|span| span.of(entry)).collect()
    }

    #[test]
    fn an_entry_may_say_more_about_its_one_person() {
        for entry in [
            "Jane Doe",
            "Jane Doe - Northwind",
            "Jane Doe @jane (chair)",
            "Jane Doe, CTO at Northwind",
            "**Jane Doe**",
            "Jane Doe <jane@northwind.test>",
            "Jane Doe: remote",
        ] {
            assert_eq!(names(entry, true), ["Jane Doe"], "{entry}");
        }
        assert_eq!(names("Jane Doe (Northwind)", true), ["Jane Doe (Northwind)"]);
        assert_eq!(names("[[Jane Doe]] joined late", true), ["[[Jane Doe]]"]);
        assert_eq!(names("Jane Doe, Rob Benoit", true), ["Jane Doe", "Rob Benoit"]);
        assert_eq!(names("Doe, Jane", true), ["Doe, Jane"]);
        assert_eq!(names("Jane, Rob, Mara", false), ["Jane", "Rob", "Mara"]);
        assert_eq!(names("Jane Doe (regrets)", true), [""; 0]);
        assert_eq!(names("We talked about the plan for next year.", true), [""; 0]);
        assert_eq!(names("Jane Doe / Northwind / @jane", false), ["Jane Doe"]);
    }

    #[test]
    fn a_line_may_say_which_body_its_names_belong_to() {
        let names = |line: &'static str| body_names(line).into_iter().map(|span| span.of(line)).collect::<Vec<_>>();
        assert_eq!(names("Council: Jane Doe, Rob Benoit"), ["Jane Doe", "Rob Benoit"]);
        assert_eq!(names("Staff: Jane"), ["Jane"]);
        assert_eq!(names("Jane Doe: remote"), ["Jane Doe"]);
        assert_eq!(names("Jane: remote"), ["Jane"]);
        assert_eq!(names("Council: Jane Doe (absent)"), [""; 0]);
    }

    #[test]
    fn a_comma_inside_a_link_or_brackets_divides_nothing() {
        assert_eq!(
            split_names("[[Voss, Mara]], Rob Benoit (Northworks, Inc)"),
            ["[[Voss, Mara]]", "Rob Benoit (Northworks, Inc)"]
        );
    }
}
