//! A note's body as a tree of headings. The footer that templates put at the end is kept apart.

use namesake_names::fold;
use namesake_note::note::{Note, Section, lines};
use namesake_text::frontmatter::fence::mark;
use namesake_text::text::Span;
use namesake_vault::vault::Vault;

/// The body of a note.
pub struct Outline<'n> {
    /// The text before the first heading, and right below it if that heading names the person.
    pub own: Vec<Span>,
    /// The heading that names the person.
    pub name: Option<Span>,
    /// The sections, with those below the name's heading on one level with it.
    pub sections: Vec<Node<'n>>,
    /// The line `---` near the end with the text after it; empty if there is none.
    pub footer: Span,
}

/// A section with those inside it.
pub struct Node<'n> {
    pub section: &'n Section,
    /// The text between the heading and the next one.
    pub own: Span,
    pub inner: Vec<Node<'n>>,
}

impl Node<'_> {
    /// The end of the section, inner sections included.
    pub fn end(&self) -> usize {
        self.inner.last().map_or(self.own.end, Node::end)
    }

    /// Whether both have the same title. A title of several lines, which only `other` in `note` may have, equals no other.
    pub fn is_like(&self, other: &Self, note: &Note) -> bool {
        is_one_line(note, other.section)
            && self.section.title.trim().to_lowercase() == other.section.title.trim().to_lowercase()
    }
}

impl<'n> Outline<'n> {
    pub fn of(vault: &Vault, note: &'n Note) -> Self {
        let body = note.body();
        let footer = footer(note);
        let start = body_start(note);
        let before = Span::new(start, body.sections.first().map_or(footer.start, |first| first.heading.start));
        let (mut own, mut rest) = (vec![before], body.sections.as_slice());
        let name = name_heading(vault, note).and_then(|_| rest.split_first()).map(|(first, others)| {
            own.push(clamped(first.content, footer.start));
            rest = others;
            first.heading
        });
        let mut sections = Vec::new();
        while !rest.is_empty() {
            sections.extend(node(&mut rest, footer.start));
        }
        Self { own, name, sections, footer }
    }
}

/// The start of the note's body: after the properties, or else after a byte order mark.
pub fn body_start(note: &Note) -> usize {
    note.frontmatter.fence.body().max(mark(&note.text))
}

/// The words of the first heading, if it is a top heading with the name of the note's person.
pub fn name_heading<'n>(vault: &Vault, note: &'n Note) -> Option<&'n str> {
    let first = note.body().sections.first().filter(|first| first.level == 1)?;
    let names = vault.facts(&note.path).and_then(|facts| facts.person.as_ref()).map(|person| person.names.as_slice());
    let is_name =
        is_one_line(note, first) && names.unwrap_or_default().iter().any(|name| fold(name) == fold(&first.title));
    is_name.then_some(first.title.as_str())
}

/// Whether a heading has one line of words, underlined or not.
fn is_one_line(note: &Note, section: &Section) -> bool {
    note.slice(section.heading).lines().count() <= 2
}

/// Takes off `rest` its first section with all inner ones.
fn node<'n>(rest: &mut &'n [Section], end: usize) -> Option<Node<'n>> {
    let (first, others) = rest.split_first()?;
    *rest = others;
    let mut inner = Vec::new();
    while rest.first().is_some_and(|next| next.level > first.level) {
        inner.extend(node(rest, end));
    }
    Some(Node { section: first, own: clamped(first.content, end), inner })
}

fn clamped(span: Span, end: usize) -> Span {
    Span::new(span.start.min(end), span.end.min(end))
}

/// The most lines of words below the rule of a footer.
const FOOTER_LINES: usize = 3;

fn footer(note: &Note) -> Span {
    let end = note.text.len();
    let last = note.body().sections.last().map_or(body_start(note), |last| last.content.start);
    let all: Vec<Span> = lines(&note.text, Span::new(last, end)).collect();
    let is_rule = |line: &&Span| note.slice(**line).trim_end() == "---" && !note.body().is_opaque_at(line.start);
    let is_dated = |line: &&Span| note.slice(**line).starts_with("*Last updated:");
    let start = all.iter().rfind(is_rule).or_else(|| all.iter().rfind(is_dated)).map_or(end, |line| line.start);
    let words = all.iter().filter(|line| line.start > start && !note.slice(**line).trim().is_empty());
    if words.count() > FOOTER_LINES { Span::at(end) } else { Span::new(start, end) }
}
