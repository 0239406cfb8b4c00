//! People whose names are so alike that they may be one person, found by blocking keys instead of comparing all pairs.
//! Whether they are one is left to the user: the names alone do not tell.

use super::compare::{Level, first_name_level, level};
use super::index::NameIndex;
use super::key;
use super::nicknames::family;
use super::postings::Id;
use super::record::{Form, Record};
use namesake_text::path::NotePath;

/// How the names of two people agree, the closest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Likeness {
    /// The same but for accents, case, blanks and the order of the parts.
    Same,
    /// One of them has a middle name or initial that the other lacks.
    Middle,
    /// The same surname, and a short form of the first name.
    Nickname,
    /// One part is the same, the other one sounds or is spelt nearly so.
    Sound,
    /// The first name is the same, the surname another one.
    FirstName,
}

/// A person whose name is like another person's.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Lookalike {
    /// The person.
    pub path: NotePath,
    /// How the names agree.
    pub likeness: Likeness,
    /// Whether they belong to one company; nothing where that is not known of both.
    pub same_company: Option<bool>,
}

impl NameIndex {
    /// The people who by their names may be the person at `path`, in the order of their paths. A person who shares only
    /// the first name has to be among `near`.
    pub fn lookalikes(&self, path: &NotePath, near: &[NotePath]) -> Vec<Lookalike> {
        let Some((own, record)) = self.find(path).and_then(|id| Some((id, self.record(id)?))) else {
            return Vec::new();
        };
        let near: Vec<Id> = near.iter().filter_map(|path| self.find(path)).collect();
        let mut found = self.by_keys(record);
        found.extend(&near);
        found.sort_unstable();
        found.dedup();
        let alike = |id: &Id| {
            let other = self.record(*id).filter(|_| *id != own)?;
            let likeness = likeness(record, other)?;
            let is_near = likeness != Likeness::FirstName || near.contains(id);
            let known = !record.companies.is_empty() && !other.companies.is_empty();
            let shared = record.companies.iter().any(|company| other.companies.contains(company));
            is_near.then(|| Lookalike { path: self.path(*id).clone(), likeness, same_company: known.then_some(shared) })
        };
        let mut found: Vec<Lookalike> = found.iter().filter_map(alike).collect();
        found.sort_by(|a, b| a.path.cmp(&b.path));
        found
    }

    fn by_keys(&self, record: &Record) -> Vec<Id> {
        let mut found = Vec::new();
        for form in &record.forms {
            let Some(last) = form.last.as_ref().filter(|_| form.scope.is_empty()) else { continue };
            let turned = [last.text(), form.first.text()].concat();
            let families = family(form.first.text()).into_iter().map(|other| key::short_form_and_initial(other, last));
            let keys = [
                key::handle(&form.full()),
                key::handle(&turned),
                key::short_form_and_initial(form.first.text(), last),
                key::surname_bones(&form.first, last),
            ];
            for key in keys.into_iter().chain(families) {
                found.extend_from_slice(self.posting(key));
            }
        }
        found
    }
}

/// The closest agreement of any two forms of the two people; `None` where no forms agree, or where middle initials
/// differ.
fn likeness(one: &Record, other: &Record) -> Option<Likeness> {
    // A number tells namesakes apart, so the rest of a numbered name says nothing.
    let always = |form: &&Form| form.scope.is_empty() && !form.numbered;
    let pairs = one.forms.iter().filter(always).flat_map(|a| other.forms.iter().filter(always).map(move |b| (a, b)));
    let mut best: Option<Likeness> = None;
    for (a, b) in pairs {
        let conflict = a.middle.is_some() && b.middle.is_some() && a.middle != b.middle;
        if conflict && a.first == b.first && a.last == b.last {
            return None;
        }
        if let Some(found) = forms_alike(a, b) {
            best = Some(best.map_or(found, |best| best.min(found)));
        }
    }
    best
}

fn forms_alike(a: &Form, b: &Form) -> Option<Likeness> {
    let (a_last, b_last) = (a.last.as_ref()?, b.last.as_ref()?);
    let same = a.first.text() == b.first.text() && a_last.text() == b_last.text();
    if same && a.whole && b.whole {
        return Some(if a.middle == b.middle { Likeness::Same } else { Likeness::Middle });
    }
    if same && (a.whole || b.whole) {
        return Some(Likeness::Middle);
    }
    let turned = a.first.text() == b_last.text() && a_last.text() == b.first.text();
    if !a.whole || !b.whole {
        return None;
    }
    if turned || a.full() == b.full() {
        return Some(Likeness::Same);
    }
    let first = first_name_level(&a.first, &family(a.first.text()), &b.first);
    let is_near = |level| matches!(level, Level::Sound | Level::Close);
    match (first, level(a_last, b_last)) {
        (Level::Nickname, Level::Exact) => Some(Likeness::Nickname),
        (Level::Exact | Level::Nickname, last) if is_near(last) => Some(Likeness::Sound),
        (first, Level::Exact) if is_near(first) => Some(Likeness::Sound),
        (Level::Exact, _) => Some(Likeness::FirstName),
        _ => None,
    }
}
