//! People whose names are alike enough to be one person's: found by blocking keys, never by going through all pairs.
//! Whether they are is for others to say; nobody can tell by the names alone.

use super::compare::{Level, first_name_level, level};
use super::index::{Id, NameIndex};
use super::nicknames::family;
use super::record::{Form, Record, key};
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

/// Somebody whose name is like another one's.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Alike {
    /// The person.
    pub path: NotePath,
    /// How the names agree.
    pub likeness: Likeness,
    /// Whether they belong to one company; nothing where that is not known of both.
    pub same_company: Option<bool>,
}

impl NameIndex {
    /// Those who may be the person at `path` by their names, in the order of their paths. One who shares nothing but the
    /// first name has to be among `near`.
    pub fn alike(&self, path: &NotePath, near: &[NotePath]) -> Vec<Alike> {
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
            is_near.then(|| Alike { path: self.path(*id).clone(), likeness, same_company: known.then_some(shared) })
        };
        let mut found: Vec<Alike> = found.iter().filter_map(alike).collect();
        found.sort_by(|a, b| a.path.cmp(&b.path));
        found
    }

    fn by_keys(&self, record: &Record) -> Vec<Id> {
        let mut found = Vec::new();
        for form in &record.forms {
            let Some(last) = form.last.as_ref().filter(|_| form.scope.is_empty()) else { continue };
            let turned = [last.text(), form.first.text()].concat();
            let families = family(form.first.text()).into_iter().map(|other| key::first_and_initial(other, last));
            let keys = [
                key::handle(&form.full()),
                key::handle(&turned),
                key::first_and_initial(form.first.text(), last),
                key::surname_bones(&form.first, last),
            ];
            for key in keys.into_iter().chain(families) {
                found.extend_from_slice(self.posting(key));
            }
        }
        found
    }
}

/// The closest that any two forms of their names agree; nothing where they do not, or where middle initials differ.
fn likeness(one: &Record, other: &Record) -> Option<Likeness> {
    // Where a number tells namesakes apart, the rest of their names says nothing.
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
