//! The parts of a note that a program writes anew, between comments that say so. A change there is lost at the next run,
//! or breaks the program.
//!
//! The forms, each with who writes it: `%% Begin X %%` … `%% End X %%` (Waypoint, the hub's scripts), `X: Beginning of …`
//! … `X: End of …` (Zoottelkeeper), `START X` … `END X` (doctoc), `X:START` … `X:END` (all-contributors), `toc` …
//! `tocstop` (markdown-toc), `X: query` … `X END` (Dataview Serializer), and “don't edit below” … “don't edit above”.

use super::lines::lines;
use namesake_text::text::Span;

/// A comment that is alone on its line.
struct Mark {
    line: Span,
    role: Role,
    /// What its part is called: the first word that is not the role, folded; empty where it has none.
    name: String,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Role {
    /// Says nothing of a beginning or an end. It opens a part if an end has its name.
    Plain,
    Begin,
    End,
    /// Nothing below is to be edited, down to [`Role::Above`] or the note's end.
    Below,
    /// Nothing above is to be edited, up to [`Role::Below`].
    Above,
}

/// The most comments that are searched for the one that opens a part: reading takes as long as the note is long.
const MOST: usize = 256;

/// The generated parts of `text` from byte `start` on, marks included, in order. `code` are its blocks of code, in order. One that reaches to the note's end ends one
/// byte behind it, so that what is appended to the note lies inside.
pub(super) fn generated(text: &str, start: usize, code: &[Span]) -> Vec<Span> {
    if !text[start..].contains("%%") && !text[start..].contains("<!--") {
        return Vec::new();
    }
    let is_code = |line: Span| {
        let next = code.partition_point(|block| block.end <= line.start);
        code.get(next).is_some_and(|block| block.overlaps(line))
    };
    let marks = lines(text, Span::new(start, text.len())).filter_map(|line| mark(text, line));
    let mut open: Vec<Mark> = Vec::new();
    let mut parts: Vec<Span> = Vec::new();
    for mark in marks.filter(|mark| !is_code(mark.line)) {
        let opens = |other: &Mark| match mark.role {
            Role::End => matches!(other.role, Role::Begin | Role::Plain) && other.name == mark.name,
            Role::Above => matches!(other.role, Role::Below),
            Role::Plain | Role::Begin | Role::Below => false,
        };
        let known = open.len();
        match open.iter().rev().take(MOST).position(opens).map(|back| known - 1 - back) {
            Some(at) => {
                parts.push(Span::new(open[at].line.start, mark.line.end));
                open.truncate(at);
            }
            None => open.push(mark),
        }
    }
    let below = open.iter().find(|mark| mark.role == Role::Below);
    parts.extend(below.map(|mark| Span::new(mark.line.start, text.len() + 1)));
    parts.sort();
    // An outer part swallows those inside.
    parts.dedup_by(|next, last| last.contains(*next));
    parts
}

/// The comment on `line`, if nothing else stands on it.
fn mark(text: &str, line: Span) -> Option<Mark> {
    let words = line.of(text).trim();
    let inner = words
        .strip_prefix("%%")
        .and_then(|rest| rest.strip_suffix("%%"))
        .or_else(|| words.strip_prefix("<!--").and_then(|rest| rest.strip_suffix("-->")))?;
    let inner = inner.replace('’', "'").to_lowercase();
    if inner.contains("%%") || inner.contains("-->") {
        return None;
    }
    let says = |word: &str| inner.split(|c: char| !c.is_alphanumeric()).any(|other| other == word);
    if ["don't edit", "do not edit", "dont edit"].iter().any(|ban| inner.contains(ban)) {
        let role = [("below", Role::Below), ("above", Role::Above)].into_iter().find(|(word, _)| says(word));
        if let Some((_, role)) = role {
            return Some(Mark { line, role, name: String::new() });
        }
    }
    let (role, name) = named(&inner);
    Some(Mark { line, role, name: name.to_owned() })
}

const BEGINS: [&str; 3] = ["begin", "beginning", "start"];
const ENDS: [&str; 2] = ["end", "stop"];

/// The role of a comment and what its part is called, from its first two words: `begin waypoint`, `toc`, `tocstop`, `x:end`.
fn named(inner: &str) -> (Role, &str) {
    let mut words =
        inner.split(|c: char| !(c.is_alphanumeric() || matches!(c, '-' | '_'))).filter(|word| !word.is_empty());
    let (first, second) = (words.next().unwrap_or_default(), words.next().unwrap_or_default());
    for (role, names) in [(Role::Begin, &BEGINS[..]), (Role::End, &ENDS[..])] {
        if names.contains(&first) {
            return (role, second);
        }
        if names.contains(&second) {
            return (role, first);
        }
    }
    match first.strip_suffix("stop").filter(|name| !name.is_empty() && second.is_empty()) {
        Some(name) => (Role::End, name),
        None => (Role::Plain, first),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The generated parts of `text`, as they stand there.
    fn parts(text: &str) -> Vec<&str> {
        generated(text, 0, &[]).iter().map(|part| &text[part.start..part.end.min(text.len())]).collect()
    }

    #[test]
    fn every_usual_pair_of_marks_bounds_a_part() {
        for (begin, end) in [
            ("%% Begin Waypoint %%", "%% End Waypoint %%"),
            ("%% Begin Hub: Released %%", "%% End Hub: Released %%"),
            ("%% Zoottelkeeper: Beginning of the index %%", "%% Zoottelkeeper: End of the index %%"),
            ("<!-- START doctoc generated TOC -->", "<!-- END doctoc generated TOC -->"),
            ("<!-- ALL-CONTRIBUTORS-LIST:START - Do not remove -->", "<!-- ALL-CONTRIBUTORS-LIST:END -->"),
            ("<!-- toc -->", "<!-- tocstop -->"),
            ("<!-- SerializedQuery: LIST FROM #job -->", "<!-- SerializedQuery END -->"),
            ("%% Index: Don’t edit below  %%", "%% Index: Don’t edit above  %%"),
        ] {
            let part = format!("{begin}\n- a line\n{end}");
            assert_eq!(parts(&format!("Before\n{part}\nBehind\n")), [part.as_str()], "{begin}");
        }
    }

    #[test]
    fn what_follows_a_ban_on_editing_reaches_beyond_the_end() {
        let text = "Mine\n%% Please do not edit anything below this line %%\n[[Index]]\n";
        assert_eq!(generated(text, 0, &[]), [Span::new(5, text.len() + 1)]);
    }

    #[test]
    fn a_part_inside_another_is_no_part_of_its_own() {
        let text = "%% Begin Index %%\n<!-- toc -->\n- a\n<!-- tocstop -->\n%% End Index %%\n";
        assert_eq!(parts(text), [text.trim_end()]);
    }

    #[test]
    fn comments_without_a_partner_bound_nothing() {
        for text in [
            "%% Begin here, please %%\nwords\n",
            "%% a thought %%\nwords\n%% the end %%\n",
            "words\n%% End Waypoint %%\n",
            "%% Begin Waypoint %%\nwords\n%% End Index %%\n",
            "%% Do not edit this section lightly %%\nwords\n",
        ] {
            assert_eq!(parts(text), [""; 0], "{text}");
        }
    }
}
