//! Owners after the fields of a task. The Tasks plugin reads fields from the end of the line and stops at the first
//! other word: in `📅 2025-11-15 @Rob` it sees no due date. An owner that is moved before the fields hides none.

use super::owner::Owner;
use crate::field::{FieldKind, Format};
use crate::task::Task;
use crate::{js, line, tail};
use namesake_text::text::{self, Edit, Span};

/// Owners that hide fields, in bytes of the line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TrailingOwners {
    /// Each run of owners with the space before it, from the left to the right.
    pub runs: Vec<Span>,
    /// Where the owners are moved to: before the leftmost hidden field.
    pub at: usize,
    /// The hidden fields, from the left to the right.
    pub fields: Vec<Span>,
    /// Whether a hidden field repeats one that the Tasks plugin sees, and would be read instead of it.
    pub repeats: bool,
}

/// The kind of a field that the Tasks plugin sees, and the field's text.
type SeenField<'a> = (FieldKind, &'a str);

impl TrailingOwners {
    pub(crate) fn find(task: &Task, mut owners: &[Owner]) -> Option<Self> {
        let start = task.description_span.start;
        let mut found = Self { runs: Vec::new(), at: task.description_span.end, fields: Vec::new(), repeats: false };
        while let Some(run) = run_at_end(&task.line[..found.at], &mut owners) {
            let head = task.line.get(start..run.start)?;
            let head = &head[..line::block_link_at(head).unwrap_or(head.len())];
            let mut leftmost = None;
            for piece in tail::split(head.trim_end_matches(js::is_space), task.format).pieces {
                if piece.slot != FieldKind::Tag {
                    leftmost = Some(piece.whole.start);
                    found.fields.push(piece.whole.shifted(start));
                }
            }
            let Some(leftmost) = leftmost else { break };
            found.at = start + head[..leftmost].trim_end_matches(js::is_space).len();
            found.runs.push(run);
        }
        found.runs.reverse();
        found.fields.reverse();
        if found.runs.is_empty() { None } else { found.proved(task) }
    }

    /// The owners, if moving them shows the hidden fields: afterwards the Tasks plugin sees these as they are written,
    /// before those that it saw already. Otherwise other text hides the fields too, or would become part of one.
    fn proved(mut self, task: &Task) -> Option<Self> {
        let after = text::apply(task.line, &self.edits(task.line, &[])).ok()?;
        let seen = read(task.line, task.format);
        let all = read(&after, task.format);
        if all.len() != self.fields.len() + seen.len() || all[self.fields.len()..] != seen {
            return None;
        }
        for (field, (slot, text)) in self.fields.iter().zip(&all) {
            if field.of(task.line) != *text {
                return None;
            }
            self.repeats |= seen.iter().any(|(other, _)| other == slot);
        }
        Some(self)
    }

    /// Whether the owner at `span` is one of these.
    pub fn holds(&self, span: Span) -> bool {
        self.runs.iter().any(|run| run.contains(span))
    }

    /// The edits of `line` that move the owners. `changes`, which are edits inside the runs in order, are made to the
    /// moved text.
    pub fn edits(&self, line: &str, changes: &[Edit]) -> Vec<Edit> {
        let before = &line[..self.at];
        let mut moved = String::new();
        let mut deletions = Vec::new();
        for run in &self.runs {
            let words = changed(line, *run, changes);
            let words = words.trim_start_matches(js::is_space);
            let is_first = moved.is_empty() && before.ends_with(js::is_space);
            if !is_first && !words.starts_with([',', ';', '.']) {
                moved.push(' ');
            }
            moved.push_str(words);
            deletions.push(Edit::delete(*run));
        }
        if !line[self.at..].starts_with(js::is_space) {
            moved.push(' ');
        }
        let mut edits = vec![Edit::insert(self.at, moved)];
        edits.extend(deletions);
        edits
    }
}

/// The words of `run` with those of `changes` made that lie in it.
fn changed(line: &str, run: Span, changes: &[Edit]) -> String {
    let mut words = String::new();
    let mut at = run.start;
    for change in changes.iter().filter(|change| run.contains(change.span)) {
        words.push_str(&line[at..change.span.start]);
        words.push_str(&change.text);
        at = change.span.end;
    }
    words.push_str(&line[at..run.end]);
    words
}

/// The fields that the Tasks plugin sees in a line, from the left to the right.
fn read(line: &str, format: Format) -> Vec<SeenField<'_>> {
    let Some(parts) = line::split(line) else { return Vec::new() };
    let body = parts.body.of(line);
    let pieces = tail::split(body, format).pieces;
    let mut fields = Vec::new();
    for piece in pieces.iter().rev().filter(|piece| piece.slot != FieldKind::Tag) {
        fields.push((piece.slot, piece.whole.of(body)));
    }
    fields
}

/// The owners at the end of a text, with what joins them, the signs around them and the space before. They are removed
/// from `owners`.
fn run_at_end(text: &str, owners: &mut &[Owner]) -> Option<Span> {
    let mut start = text.len();
    while let Some((last, before)) = owners.split_last() {
        if last.span.end > start || !is_filling(&text[last.span.end..start]) {
            break;
        }
        start = last.span.start;
        *owners = before;
    }
    let head = text[..start].trim_end_matches(is_sign);
    (start < text.len()).then(|| Span::new(head.len(), text.len()))
}

/// Whether a text between or behind owners says nothing itself.
fn is_filling(text: &str) -> bool {
    let words = text.trim_matches(is_sign);
    words.is_empty() || words == "and"
}

fn is_sign(c: char) -> bool {
    js::is_space(c) || matches!(c, '*' | '_' | ',' | ';' | '.' | '!' | '&' | '+' | '/' | '-' | '–' | '—' | '|')
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::{Options, parse};

    fn options(format: Format) -> Options {
        Options { format, ..Options::default() }
    }

    /// The line with its owners moved; `None` where none hides anything.
    fn moved(line: &str, format: Format) -> Option<String> {
        let options = options(format);
        let task = parse(line, &options)?;
        let behind = task.trailing_owners(&task.owners())?;
        text::apply(line, &behind.edits(line, &[])).ok()
    }

    #[test]
    fn emoji_fields_come_to_light() {
        for (line, expected) in [
            ("- [ ] x 📅 2025-11-15 @Rob Benoit", "- [ ] x @Rob Benoit 📅 2025-11-15"),
            ("- [ ] x ⏫ 📅 2025-11-15 [[Rob Benoit|Rob]]  ", "- [ ] x [[Rob Benoit|Rob]] ⏫ 📅 2025-11-15  "),
            ("- [ ] x 📅 2025-11-15 @Rob, @Ines", "- [ ] x @Rob, @Ines 📅 2025-11-15"),
            ("- [ ] x 📅 2025-11-15 @Rob and [[Ines]].", "- [ ] x @Rob and [[Ines]]. 📅 2025-11-15"),
            ("- [ ] x 📅 2025-11-15, @Rob", "- [ ] x, @Rob 📅 2025-11-15"),
            ("- [ ] x 📅 2025-11-15 — **@Rob**", "- [ ] x — **@Rob** 📅 2025-11-15"),
            ("- [ ] x 📅 2025-11-15 (Jürgen)", "- [ ] x (Jürgen) 📅 2025-11-15"),
            ("- [ ] x 📅 2025-11-15 Owner: Rob", "- [ ] x Owner: Rob 📅 2025-11-15"),
            ("- [ ] x 📅 2025-11-15 [owner:: Rob]", "- [ ] x [owner:: Rob] 📅 2025-11-15"),
            ("- [ ] x ⏫ @Rob 📅 2025-11-15 @Ines", "- [ ] x @Rob @Ines ⏫ 📅 2025-11-15"),
            ("- [ ] x 📅 2025-11-15 @Rob ⏫", "- [ ] x @Rob 📅 2025-11-15 ⏫"),
            ("- [ ] x #call 📅 2025-11-15 #b @Rob", "- [ ] x #call @Rob 📅 2025-11-15 #b"),
            ("- [ ] x 🔁 every day @Rob ^b1", "- [ ] x @Rob 🔁 every day ^b1"),
            ("- [ ] x 📅 2025-11-15 ^b1 @Rob", "- [ ] x @Rob 📅 2025-11-15 ^b1"),
            ("- [ ] x📅2025-11-15 @Rob", "- [ ] x @Rob 📅2025-11-15"),
            ("- [ ] 📅 2025-11-15 @Rob", "- [ ] @Rob 📅 2025-11-15"),
            ("> * [x] x ✅ 2025-11-15\t@Rob\r", "> * [x] x @Rob ✅ 2025-11-15\r"),
        ] {
            assert_eq!(moved(line, Format::Emoji).as_deref(), Some(expected), "{line}");
        }
    }

    #[test]
    fn dataview_fields_come_to_light() {
        for (line, expected) in [
            ("- [ ] x  [due:: 2025-11-15] @Rob", "- [ ] x @Rob  [due:: 2025-11-15]"),
            ("- [ ] x (due:: 2025-11-15), @Rob, @Ines", "- [ ] x, @Rob, @Ines (due:: 2025-11-15)"),
            ("- [ ] x [id:: a] [due:: 2025-11-15] [[Rob]] ^b", "- [ ] x [[Rob]] [id:: a] [due:: 2025-11-15] ^b"),
        ] {
            assert_eq!(moved(line, Format::Dataview).as_deref(), Some(expected), "{line}");
        }
    }

    #[test]
    fn what_hides_nothing_stays() {
        for line in [
            "- [ ] x @Rob 📅 2025-11-15",
            "- [ ] x @Rob",
            "- [ ] x 📅 2025-11-15 by @Rob",
            "- [ ] x 📅 2025-11-15 @Rob does",
            "- [ ] x 📅 soon @Rob",
            "- [ ] x #tag @Rob",
            "- [ ] x `📅 2025-11-15` @Rob",
            "- [ ] x [due:: 2025-11-15] @Rob",
            "- [ ] x 📅 2025-11-15 `@Rob`",
            "- [ ] x 📅 2025-11-15 ^b @Rob 🔼",
        ] {
            assert_eq!(moved(line, Format::Emoji), None, "{line}");
        }
    }

    #[test]
    fn a_field_that_would_count_instead_of_another_is_told() {
        let repeats = |line: &str| {
            let options = options(Format::Emoji);
            parse(line, &options).and_then(|task| task.trailing_owners(&task.owners())).map(|behind| behind.repeats)
        };
        assert_eq!(repeats("- [ ] x 📅 2025-11-15 @Rob 📅 2026-01-01"), Some(true));
        assert_eq!(repeats("- [ ] x 📅 2025-11-15 @Rob ⏳ 2026-01-01"), Some(false));
    }

    proptest! {
        #[test]
        fn moving_loses_no_sign_and_hides_no_field(
            pieces in prop::collection::vec(prop::sample::select(vec![
                "x", " ", " ", "📅 2025-11-15", "⏫", "@Rob Benoit", "[[Ines]]", " @Rob", ",", " and ", "#tag", "(Jo)",
                "🔁 every day", "[due:: 2025-11-15]", "^b", "Owner: Rob", ".", "🆔 a", "\t", "`", "é",
            ]), 0..12),
            format in prop::sample::select(vec![Format::Emoji, Format::Dataview]),
        ) {
            let signs = |line: &str| {
                let mut signs: Vec<char> = line.chars().filter(|c| !c.is_whitespace()).collect();
                signs.sort_unstable();
                signs
            };
            // Every move brings a field to light, so that they come to an end.
            let mut line = format!("- [ ] {}", pieces.concat());
            while let Some(after) = moved(&line, format) {
                prop_assert_eq!(signs(&line), signs(&after));
                prop_assert!(read(&after, format).len() > read(&line, format).len());
                line = after;
            }
        }
    }
}
