//! Who a note says took part: the one reader of participants. It knows properties, fields, labels, callouts, and headings
//! with a list, a table or lines of names below them. Whoever is listed as absent is not there.

use std::collections::BTreeSet;

use super::labels::Label;
use super::listed_name::ListedName;
use super::listed_names::is_absent;
use super::name_lists::NameLists;
use super::name_properties::{names_in_properties, properties_with_roles};
use crate::note::Note;
use crate::vocabulary::{OwnWords, Role, Roles, key};
use namesake_text::frontmatter::Entry;

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
        let reader = Reader::new(note, labels, own);
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
    only_list(&NameLists::new(note, labels, own), Role::Participants)
}

/// All names that `note` lists as participants: in its properties, and in the one list of its body.
pub fn listed_everywhere(note: &Note, labels: &[Label], own: &OwnWords) -> Vec<ListedName> {
    let reader = Reader::new(note, labels, own);
    let names = reader.everywhere(Role::Participants);
    if names.is_empty() { reader.everywhere(Role::Companions) } else { names }
}

struct Reader<'n> {
    properties: Vec<(&'n Entry, Roles)>,
    lists: NameLists<'n>,
}

impl<'n> Reader<'n> {
    fn new(note: &'n Note, labels: &'n [Label], own: &'n OwnWords) -> Self {
        Self { properties: properties_with_roles(note, own), lists: NameLists::new(note, labels, own) }
    }

    /// Those whom the properties list as `role`, else the one list of the body.
    fn listed(&self, role: Role) -> Attendance {
        let is_plain = role == Role::Participants;
        let names = names_in_properties(&self.properties, role);
        let in_properties = !names.is_empty();
        let names = if in_properties { names } else { only_list(&self.lists, role) };
        Attendance { names, is_plain, in_properties }
    }

    /// Those who are listed as absent, as written.
    fn absent(&self) -> Vec<String> {
        let body = self.lists.of(Role::Absent).into_iter().flatten();
        let all = names_in_properties(&self.properties, Role::Absent).into_iter().chain(body);
        all.map(|name| name.written).collect()
    }

    /// All names that are listed as `role`, in the properties and in the one list of the body.
    fn everywhere(&self, role: Role) -> Vec<ListedName> {
        let mut names = names_in_properties(&self.properties, role);
        names.extend(only_list(&self.lists, role));
        names
    }
}

/// The one list of the body: several belong to several meetings, and nobody can tell which one is meant. A list that
/// names the same people again is no other, though it may name more or fewer.
fn only_list(lists: &NameLists, role: Role) -> Vec<ListedName> {
    let mut lists = lists.of(role).into_iter();
    let mut all = lists.next().unwrap_or_default();
    let mut known: BTreeSet<String> = all.iter().map(|name| key(&name.written)).collect();
    for list in lists {
        let (again, new): (Vec<_>, Vec<_>) = list.into_iter().partition(|name| known.contains(&key(&name.written)));
        if again.len() < SEVERAL || !new.is_empty() && again.len() < known.len() {
            return Vec::new();
        }
        known.extend(new.iter().map(|name| key(&name.written)));
        all.extend(new);
    }
    all
}

/// One person alone may be in two meetings of a note.
const SEVERAL: usize = 2;
