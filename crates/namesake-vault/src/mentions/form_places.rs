//! The places of a note where people are named, gathered form by form: lists of participants, links that lead nowhere,
//! prose. Whom a form means is asked by the rule.

use std::collections::BTreeMap;

use super::capital_runs::CapitalRun;
use crate::vault::Vault;
use namesake_note::adopted::Links;
use namesake_note::note::{Kind, Link, Note, line_at};
use namesake_note::recognition::attendance::listed_everywhere;
use namesake_note::recognition::labels::labels;
use namesake_note::recognition::{ListedAt, ListedName};
use namesake_tasks::has_checkbox;
use namesake_text::frontmatter::{Value, change_items};
use namesake_text::repair::fences::odd_fences;
use namesake_text::text::{Edit, Span, trimmed};

/// A written form with all its places in the note.
pub struct WrittenForm<'n> {
    /// As written.
    pub written: &'n str,
    /// At least one.
    pub places: Vec<FormPlace<'n>>,
}

/// A place where a form stands.
pub enum FormPlace<'n> {
    /// An item of a property that lists who took part.
    Item {
        /// The property's name as written.
        key: String,
        /// The item, counted from 0.
        at: usize,
        /// Its bytes.
        span: Span,
    },
    /// A name on the line of participants.
    Listed(Span),
    /// The target of a link that leads nowhere.
    Link(&'n Link),
    /// Words of prose, with what surrounds them.
    Prose(CapitalRun),
}

impl FormPlace<'_> {
    /// Its bytes.
    pub fn span(&self) -> Span {
        match self {
            Self::Item { span, .. } | Self::Listed(span) => *span,
            Self::Link(link) => link.span,
            Self::Prose(run) => run.span(),
        }
    }

    /// The property that it is an item of.
    pub fn property(&self) -> Option<&str> {
        match self {
            Self::Item { key, .. } => Some(key),
            _ => None,
        }
    }

    /// Whether the place is in a list of participants.
    pub const fn is_list(&self) -> bool {
        matches!(self, Self::Item { .. } | Self::Listed(_))
    }
}

/// The forms of a note, each once.
#[derive(Default)]
pub struct FormTable<'n> {
    forms: Vec<WrittenForm<'n>>,
    known: BTreeMap<&'n str, usize>,
}

impl<'n> FormTable<'n> {
    /// Adds a place of a form.
    pub fn add(&mut self, written: &'n str, place: FormPlace<'n>) {
        let at = *self.known.entry(written).or_insert_with(|| self.forms.len());
        if at == self.forms.len() {
            self.forms.push(WrittenForm { written, places: Vec::new() });
        }
        self.forms[at].places.push(place);
    }

    /// The forms in the order of their first places, and the places of each in order.
    pub fn in_order(mut self) -> Vec<WrittenForm<'n>> {
        let start = |place: &FormPlace| place.span().start;
        for form in &mut self.forms {
            form.places.sort_by_key(|a| start(a));
        }
        let first = |form: &WrittenForm| form.places.first().map(start);
        self.forms.sort_by_key(|a| first(a));
        self.forms
    }
}

/// The names in a meeting's lists of participants, links that are written as such left out.
pub fn listed<'n>(note: &'n Note, vault: &Vault) -> Vec<(&'n str, FormPlace<'n>)> {
    if note.kind != Kind::Meeting {
        return Vec::new();
    }
    let own = vault.config().settings.own_words();
    let unread = unread_block(note);
    let mut names = Vec::new();
    for name in listed_everywhere(note, &labels(note, &own), &own) {
        match name.place {
            ListedAt::Item { key, at } => {
                let items = note.frontmatter.only(&key).map(|entry| &entry.value);
                let Some(Value::List { items, .. }) = items else { continue };
                let text = items.get(at).and_then(|item| item.value.text());
                if let Some(name) = text.and_then(|text| unresolved(text.trim(), vault)) {
                    names.push((name, FormPlace::Item { key, at, span: items[at].span }));
                }
            }
            // Properties that are text to Obsidian wait for the lines around them: a link there has to be quoted once they are read.
            ListedAt::Body if unread.is_some_and(|block| block.contains(name.span)) => {}
            ListedAt::Body if is_plain(note, &name) => {
                names.push((note.slice(name.span), FormPlace::Listed(name.span)));
            }
            ListedAt::Body | ListedAt::Text => {}
        }
    }
    names
}

/// The properties at the head of a note that nobody reads, since a line around them is odd.
fn unread_block(note: &Note) -> Option<Span> {
    let odd = if note.frontmatter.is_valid() { None } else { odd_fences(&note.text) }?;
    let (first, last) = (odd.spans.first()?, odd.spans.last()?);
    let is_open_odd = odd.spans.len() == 1 && odd.lines == [1];
    let closing = || note.text[first.end..].find("\n---").map_or(note.text.len(), |at| first.end + at);
    Some(Span::new(0, if is_open_odd { closing() } else { last.end }))
}

/// Whether a listed name is written without a link, so that one can take its place.
fn is_plain(note: &Note, name: &ListedName) -> bool {
    let is_linked = name.written.contains("[[") || name.written.contains("](");
    let is_in_link = note.text[name.span.end..].starts_with("](");
    !is_linked && !is_in_link && !note.body().is_opaque(name.span)
}

/// The name in an item of a list: as it stands, or the target of a link that leads nowhere and says nothing more.
fn unresolved<'n>(text: &'n str, vault: &Vault) -> Option<&'n str> {
    let Some(inside) = text.strip_prefix("[[") else { return Some(text) };
    let target = inside.strip_suffix("]]").filter(|target| !target.contains(['|', '#', '[']))?.trim();
    vault.linked(target).is_none().then_some(target)
}

/// The links that lead to no note, with the name that they give, none inside another link. Links in tasks are left out: they may be owners, which
/// have a rule of their own.
pub fn links_to_nobody<'n>(note: &'n Note, vault: &Vault) -> Vec<(&'n str, FormPlace<'n>)> {
    let leads_nowhere = |link: &&Link| {
        !link.markdown
            && !note.slice(link.span).starts_with('!')
            && vault.linked(note.slice(link.target)).is_none()
            && !is_inside_link(note, link)
            && !has_checkbox(note.slice(line_at(&note.text, link.span.start)))
    };
    let named = |link: &'n Link| {
        let target = note.slice(link.target);
        (target.rsplit('/').next().unwrap_or(target).trim(), FormPlace::Link(link))
    };
    note.body().links.iter().filter(leads_nowhere).map(named).collect()
}

/// Whether a link stands inside another one that a program has damaged: `[[[[A]]|[[B]]C]]`.
fn is_inside_link(note: &Note, link: &Link) -> bool {
    let before = &note.text[note.text.floor_char_boundary(link.span.start.saturating_sub(NESTED))..link.span.start];
    let words = before.rsplit('\n').next().unwrap_or_default();
    words.ends_with("[[") || words.ends_with("]]|") && words.contains("[[[[")
}

/// So many bytes before a link are looked at for the one that it stands in.
const NESTED: usize = 400;

/// The edits that put a link in a place. `None` where no link can stand.
pub fn edits(note: &Note, links: &Links, place: &FormPlace) -> Option<Vec<Edit>> {
    let Links { in_text, in_property } = links;
    match place {
        FormPlace::Item { key, at, .. } => {
            change_items(&note.text, &note.frontmatter, key, &[(*at, Some(in_property))]).ok()
        }
        FormPlace::Listed(span) => Some(vec![Edit::replace(*span, in_text.as_str())]),
        FormPlace::Prose(run) => Some(vec![Edit::replace(run.span(), in_text.as_str())]),
        // Only wikilinks that lead nowhere are looked for, and they stay such.
        FormPlace::Link(old) => Some(vec![retargeted(note, old, in_property)]),
    }
}

/// The edit that makes the wikilink `old` lead where the wikilink `link` does. The words that it shows and its heading or block stay.
pub fn retargeted(note: &Note, old: &Link, link: &str) -> Edit {
    let inside = link.trim_start_matches("[[").trim_end_matches("]]");
    let (target, shown) = inside.split_once('|').map_or((inside, None), |(target, shown)| (target, Some(shown)));
    let close = old.span.end - "]]".len();
    match shown {
        Some(shown) if old.display.is_none() => {
            let rest = Span::new(old.target.end, close);
            let heading =
                trimmed(&note.text, Span::new(rest.start, rest.end)).of(&note.text).trim_end_matches(['|', '\\']);
            let is_cell = note.body().rows.iter().flatten().any(|cell| cell.contains(old.span));
            let bar = if is_cell { "\\|" } else { "|" };
            Edit::replace(Span::new(old.target.start, close), format!("{target}{heading}{bar}{shown}"))
        }
        _ => {
            // A program that cut the name off between two words left the blank there.
            let rest = &note.text[old.target.end..close];
            let blank = rest.len() - rest.trim_start_matches(' ').len();
            Edit::replace(Span::new(old.target.start, old.target.end + blank), target)
        }
    }
}
