//! The sections of a person's note that meetings write into: where each one is, and where it belongs if it is missing.

use std::borrow::Cow;

use super::closing::before_closing;
use crate::person::bullets::whole;
use crate::person::log_section::{is_named_log, log_titles};
use crate::vault::{Usage, Vault};
use namesake_language::{Said, say};
use namesake_note::config::Headings;
use namesake_note::note::{Body, Note, Section, is_titled, lines};
use namesake_text::frontmatter::fence::mark;
use namesake_text::text::{self, Edit, Span, trimmed};

/// The titles of a section, looked up in the settings.
pub type Titles = fn(&Headings) -> &[String];

/// The sections in the order of the person template.
const ORDER: [Titles; 7] = [
    |headings| &headings.key_facts,
    |headings| &headings.topics,
    |headings| &headings.recent_context,
    |headings| &headings.profile,
    |headings| &headings.key_decisions,
    |headings| &headings.related_customers,
    |headings| &headings.related_projects,
];

/// Why a line that a section would not show is asked about.
pub fn swallowed() -> Said {
    say!("Code or a comment is never closed and would swallow it; close that first.")
}

/// The place of a section in a note, whether the section exists or not.
pub struct SectionPlace<'n> {
    note: &'n Note,
    headings: &'n Headings,
    /// Where the section stands in the template.
    at: usize,
    titles: Cow<'n, [String]>,
    /// Whether most notes of the vault have such a section, under a name that says what it is for.
    is_usual: bool,
    usage: &'n Usage,
    /// The first section of that name.
    pub section: Option<&'n Section>,
}

impl<'n> SectionPlace<'n> {
    /// The section that `titles` names, in `note`.
    pub fn of(note: &'n Note, vault: &'n Vault, titles: Titles) -> Self {
        let settings = &vault.config().settings;
        let headings = &settings.headings;
        let set = titles(headings);
        let at = ORDER.iter().position(|titles| titles(headings) == set).unwrap_or(ORDER.len());
        let is_log = std::ptr::eq(set, headings.recent_context.as_slice());
        let usual = if is_log { vault.usage().log_title() } else { None };
        let titles = if is_log { log_titles(note, settings, usual) } else { Cow::Borrowed(set) };
        let section = note.body().section(&titles);
        let is_usual = usual.is_some_and(|title| is_named_log(title, settings));
        Self { note, headings, at, titles, is_usual, usage: vault.usage(), section }
    }

    /// Whether it is clear where the section belongs: it exists, or the note has another section of the template.
    pub fn is_known(&self) -> bool {
        self.section.is_some() || self.is_usual || self.is_of_template()
    }

    /// Whether the note has a section of the template.
    pub fn is_of_template(&self) -> bool {
        is_of_template(self.note, self.headings)
    }

    /// Whether the note has a section of the template or somebody's note has this one. Nobody wants a section that the
    /// vault does not keep.
    pub fn is_wanted(&self) -> bool {
        self.section.is_some() || self.usage.has_section(&self.titles) || self.is_of_template()
    }

    /// The contents of all sections of that name, their subsections included.
    pub fn spans(&self) -> Vec<Span> {
        self.spans_in(self.note.body())
    }

    /// [`Self::spans`] in another state of the note. A section of the template is no part of another one, even below a
    /// heading of a higher level.
    pub fn spans_in(&self, body: &Body) -> Vec<Span> {
        let mut spans = body.under(&self.titles);
        let others = ORDER.iter().enumerate().filter(|(at, _)| *at != self.at);
        let others: Vec<&[String]> = others.map(|(_, titles)| titles(self.headings)).collect();
        for span in &mut spans {
            let inner = body.sections.iter().filter(|section| span.contains(section.heading));
            let mut inner = inner.filter(|section| others.iter().any(|titles| is_titled(&section.title, titles)));
            span.end = inner.next().map_or(span.end, |section| section.heading.start);
        }
        spans
    }

    /// The list items in these sections.
    pub fn items(&self) -> impl Iterator<Item = Span> {
        let spans = self.spans();
        self.note.body().items.iter().copied().filter(move |item| spans.iter().any(|span| span.contains(*item)))
    }

    /// The edit that adds `line` at the end of the section, and makes the section if it is missing.
    pub fn append(&self, line: &str) -> Edit {
        let (note, eol) = (self.note, self.note.line_ending());
        let Some(section) = self.section else { return self.created(line) };
        let last = note.body().items.iter().rev().find(|item| section.content.contains(**item));
        match last {
            Some(item) => Edit::insert(whole(note, *item, section.content).0.end, format!("{eol}{line}")),
            None => under_heading(note, section, line),
        }
    }

    /// Whether lines such as “To verify:” or “**Work**” divide the section, so that a line at its end would belong to
    /// them.
    pub fn is_parted(&self) -> bool {
        let note = self.note;
        let parts = |line: Span| {
            let words = note.slice(line).trim_end();
            words.ends_with([':', '*', '_']) && !words.starts_with("*Last updated") && !note.body().is_item(line)
        };
        self.section.is_some_and(|section| lines(&note.text, section.content).any(parts))
    }

    /// The edit that makes the section with `line`: in the template's order where that says anything, before the footer
    /// if there is one, else at the end.
    fn created(&self, line: &str) -> Edit {
        let (note, eol) = (self.note, self.note.line_ending());
        let body = note.body();
        let (before, after) = ORDER.split_at(self.at);
        let there = |titles: &Titles| body.section(titles(self.headings));
        let sibling = before.iter().rev().chain(after).find_map(there);
        let level = sibling.map_or_else(|| usual_level(body), |section| section.level);
        let marks = "#".repeat(usize::from(level));
        let title = self.titles.first().map_or("Notes", String::as_str);
        let end_of = |section: &Section| {
            let inner = body.sections.iter().filter(|other| other.heading.start > section.heading.start);
            let next = inner.clone().find(|other| other.level <= section.level);
            next.map_or(self.end(), |next| next.heading.start)
        };
        let previous = before.iter().rev().find_map(there).map(end_of);
        let next = || after.iter().skip(1).find_map(there).map(|section| section.heading.start);
        let at = previous.or_else(next).unwrap_or_else(|| self.end()).min(own_end(note));
        let start = note.frontmatter.fence.body().max(mark(&note.text));
        let kept = trimmed(&note.text, Span::new(start, at));
        if kept.is_empty() && (kept.end == mark(&note.text) || note.text[..kept.end].ends_with('\n')) {
            let gap = if at < note.text.len() { eol } else { "" };
            return Edit::insert(at, format!("{marks} {title}{eol}{eol}{line}{eol}{gap}"));
        }
        apart(note, kept.end, &format!("{marks} {title}{eol}{eol}{line}"))
    }

    /// The end of the note before its footer, which is a rule with at most one line below it, and before what else closes
    /// it.
    fn end(&self) -> usize {
        let note = self.note;
        let own = own_end(note);
        let kept = trimmed(&note.text, Span::new(note.frontmatter.fence.body(), own));
        // Dashes that underline a heading or stand in code are no rule.
        let is_rule = |line: &Span| {
            note.slice(*line).trim_end() == "---"
                && !note.body().is_opaque_at(line.start)
                && !note.body().sections.iter().any(|section| section.heading.contains(*line))
        };
        let footer = lines(&note.text, kept).filter(is_rule).last();
        let closes = |rule: &Span| note.slice(Span::new(rule.end, kept.end)).trim().lines().count() < 2;
        before_closing(note, footer.filter(closes).map_or(own, |rule| rule.start))
    }

    /// Whether `line` is a list item of the section after `edit`. Code or a comment that is never closed would swallow
    /// it.
    pub fn shows(&self, edit: &Edit, line: &str) -> bool {
        let is_beside = self.is_beside_item(edit);
        debug_assert!(!is_beside || self.reads(edit, line), "{line:?} is not seen beside an item");
        is_beside || self.reads(edit, line)
    }

    /// As [`Self::shows`], answered by reading the edited note.
    fn reads(&self, edit: &Edit, line: &str) -> bool {
        let Ok(after) = text::apply(&self.note.text, std::slice::from_ref(edit)) else { return false };
        let body = Body::read(&after, self.note.frontmatter.fence.body());
        let spans = self.spans_in(&body);
        let mut items = body.items.iter().filter(|item| item.of(&after).trim_end() == line);
        items.any(|item| spans.iter().any(|span| span.contains(*item)))
    }

    /// Whether `edit` puts one item right before or behind an item of the section at the left edge. The new line is
    /// then an item as well, and a long note need not be read again to see that.
    pub fn is_beside_item(&self, edit: &Edit) -> bool {
        let (body, at) = (self.note.body(), edit.span.start);
        let is_before = edit.text.ends_with('\n');
        let next = body.items.partition_point(|item| item.start < at);
        let item = if is_before { body.items.get(next) } else { next.checked_sub(1).map(|last| &body.items[last]) };
        let is_touched = |item: &&Span| match is_before {
            true => item.start == at,
            // A comment that begins on the line and is never closed goes on behind it.
            false => item.end == at && !body.is_opaque_at(at - 1),
        };
        let is_item = |text: &str| {
            let rest = text.strip_prefix(['-', '*', '+']).and_then(|rest| rest.strip_prefix(' '));
            rest.is_some_and(|rest| rest.starts_with(|c: char| !c.is_whitespace()))
        };
        let line = edit.text.trim_matches(['\r', '\n']);
        let is_plain = !line.contains(['\n', '`', '<']) && !line.contains("%%") && line.trim_end() == line;
        let item = item.filter(is_touched).filter(|item| is_item(self.note.slice(**item)));
        edit.span.is_empty()
            && is_item(line)
            && is_plain
            && item.is_some_and(|item| self.spans().iter().any(|span| span.contains(*item)))
    }
}

/// Where the note's own text ends: what another program has merged into it follows a comment that says so.
fn own_end(note: &Note) -> usize {
    let start = note.frontmatter.fence.body();
    let comments = note.body().opaque.iter().filter(|span| span.start >= start);
    let mut merged = comments.filter(|span| note.slice(**span).starts_with("<!-- merged from"));
    merged.next().map_or(note.text.len(), |comment| comment.start)
}

/// The level of the highest headings, the title of the note aside.
fn usual_level(body: &Body) -> u8 {
    let is_title = |at: usize| at == 0 && body.sections.iter().filter(|section| section.level == 1).count() == 1;
    let levels = body.sections.iter().enumerate().map(|(at, section)| (at, section.level));
    levels.filter(|(at, level)| *level > 1 || !is_title(*at)).map(|(_, level)| level).min().unwrap_or(2)
}

/// Whether `note` has a section of the person template.
pub fn is_of_template(note: &Note, headings: &Headings) -> bool {
    ORDER.iter().any(|titles| note.body().section(titles(headings)).is_some())
}

/// The edit that puts `line` right under the heading.
pub fn under_heading(note: &Note, section: &Section, line: &str) -> Edit {
    apart(note, section.heading.end, line)
}

/// The edit that puts `words` behind the line that ends at byte `at`, with blank lines around them: text that follows
/// at once would become part of them. A heading needs no blank line here, since the rule for headings adds it.
fn apart(note: &Note, at: usize, words: &str) -> Edit {
    let eol = note.line_ending();
    // A blank line at the end of the note is used as the one above.
    if note.text[at..].trim().is_empty() && note.text[at..].lines().count() == 2 {
        return Edit::insert(note.text.len(), [words, eol].concat());
    }
    let behind = note.text[at..].lines().nth(1).unwrap_or_default();
    let next = note.text[at..].find('\n').map_or(note.text.len(), |newline| at + newline + 1);
    let is_heading = behind.starts_with('#') && note.body().sections.iter().any(|other| other.heading.start == next);
    let gap = if behind.trim().is_empty() || is_heading { "" } else { eol };
    Edit::insert(at, [eol, eol, words, gap].concat())
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use namesake_note::config::Config;

    const PIECES: [&str; 22] = [
        "## Recent Context",
        "## Other",
        "- one",
        "* two",
        "  - inner",
        "    - deep",
        "  more",
        "goes on",
        "",
        "- ",
        "---",
        "- `open",
        "close`",
        "```",
        "- ```",
        "%%",
        "- %% open",
        "<!--",
        "- <div>",
        "> - quoted",
        "| a | b |",
        "[x]: y",
    ];

    proptest! {
        #[test]
        fn what_is_seen_beside_an_item_is_seen_when_the_note_is_read(
            lines in prop::collection::vec(prop::sample::select(PIECES.to_vec()), 0..12),
            eol in prop::sample::select(vec!["\n", "\r\n"]),
        ) {
            let vault = Vault::new(Config::default());
            let note = Note::read("People/a.md".into(), lines.join(eol), &vault.config().settings);
            let place = SectionPlace::of(&note, &vault, |headings| &headings.recent_context);
            let line = "- 2025-10-31: [[Weekly]]";
            for item in &note.body().items {
                let before = Edit::insert(item.start, format!("{line}{eol}"));
                let behind = Edit::insert(item.end, format!("{eol}{line}"));
                for edit in [before, behind] {
                    prop_assert!(!place.is_beside_item(&edit) || place.reads(&edit, line), "{edit:?}");
                }
            }
        }
    }
}
