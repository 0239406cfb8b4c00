//! Who a note says took part: the one reader of participants. It knows properties, fields, labels, callouts, and headings
//! with a list, a table or lines of names below them. Whoever is listed as absent is not there.

use super::labels::{Label, bare};
use super::listed_names::{each_name, entry_names, is_absent};
use crate::note::{Note, Section, bullet, lines};
use crate::vocabulary::{OwnWords, Role, Roles, roles};
use crate::word_list::{WordList, lower};
use namesake_text::frontmatter::{Item, Value, placeholder};
use namesake_text::text::Span;

/// Where a name is listed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ListedAt {
    /// It is an item of a property that holds a list.
    Item {
        /// The property's name as written.
        key: String,
        /// The item, counted from 0.
        at: usize,
    },
    /// It stands in a property that holds one text.
    Text,
    /// It stands in the body.
    Body,
}

/// A name in a list of participants.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ListedName {
    /// As written, with the brackets of a link.
    pub written: String,
    /// Its bytes in the note; of [`ListedAt::Text`] those of the whole value.
    pub span: Span,
    /// Where it stands.
    pub place: ListedAt,
}

/// Those who took part.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Attendance {
    /// The names, as often as they stand there.
    pub names: Vec<ListedName>,
    /// Whether what lists them means participants and nothing else.
    pub is_plain: bool,
    /// Whether they stand in the properties.
    pub in_properties: bool,
}

impl Attendance {
    /// Who took part by what `note` says. `labels` are those of the note.
    pub fn of(note: &Note, labels: &[Label], own: &OwnWords) -> Self {
        let reader = Reader { note, labels, own };
        let mut found = reader.listed(Role::Participants);
        if found.names.is_empty() {
            found = reader.listed(Role::Companions);
        }
        if !found.names.is_empty() {
            let absent = reader.absent();
            found.names.retain(|name| !is_absent(&name.written) && !absent.contains(&name.written));
        }
        found
    }
}

/// The names in the one list of participants in the body of `note`, absent ones too.
pub fn listed_in_body(note: &Note, labels: &[Label], own: &OwnWords) -> Vec<ListedName> {
    let mut lists = Reader { note, labels, own }.in_body(Role::Participants);
    if lists.len() == 1 { lists.remove(0) } else { Vec::new() }
}

/// All names that `note` lists as participants: in its properties, and in the one list of its body.
pub fn listed_everywhere(note: &Note, labels: &[Label], own: &OwnWords) -> Vec<ListedName> {
    let reader = Reader { note, labels, own };
    let of_role = |role: Role| {
        let mut lists = reader.in_body(role);
        let body = if lists.len() == 1 { lists.remove(0) } else { Vec::new() };
        let mut names = reader.in_properties(role);
        names.extend(body);
        names
    };
    let names = of_role(Role::Participants);
    if names.is_empty() { of_role(Role::Companions) } else { names }
}

/// Words in headings of sections about another meeting, in lower case.
static OTHER: WordList =
    WordList::new("next previous last upcoming following future follow-up followup nächste nächstes nächster");

/// Whether a heading is about another meeting.
pub(super) fn is_other_meeting(title: &str) -> bool {
    title.split_whitespace().any(|word| OTHER.contains(&lower(word)))
}

/// What a heading stands for: the whole of it, or what remains without words that say nothing, and without numbers at its
/// ends.
pub fn heading_roles(title: &str, own: &OwnWords) -> Roles {
    let title = title.split(" (").next().unwrap_or_default();
    let whole = roles(title, own);
    if !whole.is_empty() {
        return whole;
    }
    let bare = title.trim_start_matches(|c: char| !c.is_alphabetic()).trim_end_matches(|c: char| !c.is_alphabetic());
    let says = |word: &&str| !roles(word, own).has(Role::Filler);
    let rest: Vec<&str> = bare.split_whitespace().filter(says).collect();
    let bare = roles(bare, own);
    if bare.is_empty() { roles(&rest.join(" "), own) } else { bare }
}

struct Reader<'n> {
    note: &'n Note,
    labels: &'n [Label],
    own: &'n OwnWords,
}

impl Reader<'_> {
    /// Those whom the properties list as `role`, else the one list of the body.
    fn listed(&self, role: Role) -> Attendance {
        let is_plain = role == Role::Participants;
        let names = self.in_properties(role);
        if !names.is_empty() {
            return Attendance { names, is_plain, in_properties: true };
        }
        // Several lists belong to several meetings, and nobody can tell which one is meant.
        let mut lists = self.in_body(role);
        let names = if lists.len() == 1 { lists.remove(0) } else { Vec::new() };
        Attendance { names, is_plain, in_properties: false }
    }

    /// Those who are listed as absent, as written.
    fn absent(&self) -> Vec<String> {
        let body = self.in_body(Role::Absent).into_iter().flatten();
        self.in_properties(Role::Absent).into_iter().chain(body).map(|name| name.written).collect()
    }

    /// The names in the first property of that role that has any.
    fn in_properties(&self, role: Role) -> Vec<ListedName> {
        let is_meant = |key: &str| roles(key, self.own).has(role);
        let entries = self.note.frontmatter.entries.iter();
        let mut filled = entries.filter(|entry| is_meant(&entry.key) && placeholder(&entry.value).is_none());
        let names = filled.find_map(|entry| {
            let names: Vec<ListedName> = match &entry.value {
                Value::List { items, .. } => {
                    items.iter().enumerate().filter_map(|(at, item)| listed_item(&entry.key, at, item)).collect()
                }
                value => {
                    let text = value.text().unwrap_or_default();
                    let name = |written: &str| ListedName {
                        written: written.to_owned(),
                        span: entry.value_span,
                        place: ListedAt::Text,
                    };
                    each_name(text).iter().map(|span| name(span.of(text))).collect()
                }
            };
            (!names.is_empty()).then_some(names)
        });
        names.unwrap_or_default()
    }

    /// The lists of the body, each with its names; lists under a heading about another meeting are left out.
    fn in_body(&self, role: Role) -> Vec<Vec<ListedName>> {
        let body = self.note.body();
        let headed = |at: usize| body.section_at(at);
        let is_own = |at: usize| headed(at).is_none_or(|section| !is_other_meeting(&section.title));
        let labelled = self.labels.iter().filter(|label| label.roles.has(role) && is_own(label.line.start));
        let mut lists: Vec<Vec<Span>> = labelled.map(|label| self.behind(label, role)).collect();
        let is_headed =
            |section: &&Section| heading_roles(&section.title, self.own).has(role) && !is_other_meeting(&section.title);
        lists.extend(body.sections.iter().filter(is_headed).map(|section| self.below(section, role)));
        let named = |span: Span| ListedName { written: self.note.slice(span).to_owned(), span, place: ListedAt::Body };
        let lists = lists.into_iter().map(|names| names.into_iter().map(named).collect::<Vec<_>>());
        lists.filter(|names| !names.is_empty()).collect()
    }

    /// The names behind a label, else in the list below it.
    fn behind(&self, label: &Label, role: Role) -> Vec<Span> {
        if !label.value.is_empty() {
            let text = self.note.slice(label.value);
            let all = each_name(text).into_iter();
            // In a line of names, nobody from “Apologies:” on was there.
            let there = all.take_while(|name| !self.turns_away(name.of(text), role));
            return there.map(|name| name.shifted(label.value.start)).collect();
        }
        let rest = Span::new(label.line.end, self.note.text.len());
        let depth = indent(self.note, label.line);
        let is_in_list = bullet(self.note.slice(label.line).trim_start_matches(['>', ' ', '\t'])).is_some();
        let mut names = Vec::new();
        let mut is_begun = false;
        for line in lines(&self.note.text, rest).skip(1) {
            let words = bare(self.note, line);
            if words.is_empty() {
                if is_begun {
                    break;
                }
                continue;
            }
            let is_item = self.is_item(line);
            let is_outside = is_in_list && indent(self.note, line) <= depth;
            if !is_item || is_outside || self.is_labelled(line) {
                break;
            }
            is_begun = true;
            names.extend(entry_names(self.note.slice(words), true).into_iter().map(|name| name.shifted(words.start)));
        }
        names
    }

    /// The names below a heading: the cells of a table's column of names, the items of a list, else lines of names.
    fn below(&self, section: &Section, role: Role) -> Vec<Span> {
        let note = self.note;
        let rows: Vec<&Vec<Span>> = note
            .body()
            .rows
            .iter()
            .filter(|row| row.first().is_some_and(|cell| section.content.contains(*cell)))
            .collect();
        if let [head, rest @ ..] = &rows[..] {
            let is_name = |cell: &&Span| {
                let said = roles(note.slice(**cell), self.own);
                said.has(Role::Person)
                    || said.has(Role::Participants)
                    || note.slice(**cell).eq_ignore_ascii_case("name")
            };
            let column = head.iter().position(|cell| is_name(&cell)).unwrap_or(0);
            let cells = rest.iter().filter_map(|row| row.get(column)).filter(|cell| !cell.is_empty());
            return cells.flat_map(|cell| shifted(entry_names(note.slice(*cell), true), cell.start)).collect();
        }
        let has_items = note.body().items.iter().any(|item| section.content.contains(*item));
        let mut names = Vec::new();
        for line in lines(&note.text, section.content) {
            let words = bare(note, line);
            let is_item = self.is_item(line);
            if words.is_empty() || note.body().is_opaque_at(line.start) {
                continue;
            }
            if self.turns_away(note.slice(words), role) {
                break;
            }
            if has_items && !is_item {
                if names.is_empty() { continue } else { break }
            }
            names.extend(shifted(entry_names(note.slice(words), is_item), words.start));
        }
        names
    }

    /// Whether from here on others are listed: “Apologies: …” among those present.
    fn turns_away(&self, words: &str, role: Role) -> bool {
        let Some((label, _)) = words.split_once([':', '：']) else { return false };
        let said = roles(label.trim_matches(['*', '_', ' ']), self.own);
        !said.is_empty() && !said.has(role) && (said.has(Role::Absent) || said.has(Role::Day))
    }

    fn is_item(&self, line: Span) -> bool {
        bullet(self.note.slice(line).trim_start_matches(['>', ' ', '\t'])).is_some()
    }

    fn is_labelled(&self, line: Span) -> bool {
        self.labels.iter().any(|label| label.line == line)
    }
}

fn shifted(names: Vec<Span>, by: usize) -> impl Iterator<Item = Span> {
    names.into_iter().map(move |name| name.shifted(by))
}

/// Blanks before the words of a line; a tab counts as four.
fn indent(note: &Note, line: Span) -> usize {
    let text = note.slice(line);
    let blanks = &text[..text.len() - text.trim_start_matches(['>', ' ', '\t']).len()];
    blanks.chars().map(|blank| if blank == '\t' { 4 } else { 1 }).sum()
}

/// A name in a list. YAML reads a link without quotes as a list in a list; it still counts as the link that it is.
fn listed_item(key: &str, at: usize, item: &Item) -> Option<ListedName> {
    let written = name_of(&item.value)?.trim().to_owned();
    let place = ListedAt::Item { key: key.to_owned(), at };
    (!written.is_empty()).then_some(ListedName { written, span: item.span, place })
}

fn name_of(value: &Value) -> Option<String> {
    match value {
        Value::List { items, flow: true, .. } => match items.as_slice() {
            [inner] => {
                name_of(&inner.value).map(|name| if name.starts_with("[[") { name } else { format!("[[{name}]]") })
            }
            _ => None,
        },
        _ => value.text().map(str::to_owned),
    }
}
