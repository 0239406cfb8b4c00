//! The vault's names, kept up to date note by note: a change costs the keys of the one note it concerns. Weighing
//! candidates is left to `score` and `resolve`.

use std::borrow::Borrow;

use crate::path::NotePath;

use super::company::Companies;
use super::postings::Postings;
use super::record::Record;
use super::{Company, Person, census, company, weights};
use crate::order::{self, Map};

/// A person's number inside the index. Numbers never reach an answer: their order depends on the order of events.
pub type Id = u32;

/// Every person, company and meeting of a vault, ready to be asked.
#[derive(Debug, Default)]
pub struct NameIndex {
    slots: Vec<Slot>,
    ids: Map<NotePath, Id>,
    postings: Postings,
    /// Who bears a name part, by its folded letters: names are completed by their beginnings.
    pub(super) parts: Map<String, Vec<Id>>,
    people: u32,
    first_names: Map<String, u32>,
    surnames: Map<String, u32>,
    staff: Map<String, Vec<Id>>,
    meetings: Map<NotePath, Vec<Id>>,
    pub(super) companies: Companies,
}

/// A path that was met, as a person note or as a participant.
#[derive(Debug)]
struct Slot {
    path: NotePath,
    record: Option<Record>,
    /// With whom in how many meetings.
    met: Map<Id, u32>,
    /// The day the person was last met, as the number `yyyymmdd`; 0 where nobody said.
    last_contact: u32,
}

impl NameIndex {
    /// Adds a person or replaces what was known under the same path.
    pub fn upsert_person(&mut self, person: Person) {
        self.forget_person(&person.path);
        let record = Record::new(&person);
        let id = self.id(person.path);
        self.place(id, record);
    }

    /// Takes the day a person was last met, an ISO date. Whoever is no person has none.
    pub fn set_last_contact(&mut self, path: &NotePath, day: Option<&str>) {
        let digits = day.unwrap_or_default().bytes().filter(u8::is_ascii_digit).take(8);
        let number = digits.fold(0, |number, digit| number * 10 + u32::from(digit - b'0'));
        if let Some(id) = self.find(path) {
            self.slots[id as usize].last_contact = number;
        }
    }

    /// Adds a company or replaces what was known under the same path.
    pub fn upsert_company(&mut self, company: Company) {
        self.companies.upsert(company);
    }

    /// Forgets the person or company of this note. Meetings still know that it took part.
    pub fn remove(&mut self, path: &NotePath) {
        self.forget_person(path);
        self.companies.remove(path);
    }

    /// Moves a person, a company or a meeting to a new path.
    pub fn rename(&mut self, from: &NotePath, to: &NotePath) {
        self.companies.rename(from, to);
        if let Some(participants) = self.meetings.remove(from) {
            self.meetings.insert(to.clone(), participants);
        }
        self.rename_person(from, to);
    }

    /// Records who took part in a meeting, in place of what was recorded for the same note.
    pub fn set_meeting(&mut self, meeting: &NotePath, participants: Vec<NotePath>) {
        self.remove_meeting(meeting);
        let mut ids: Vec<Id> = participants.into_iter().map(|path| self.id(path)).collect();
        order::sort(&mut ids);
        ids.dedup();
        self.count_together(&ids, |times| times + 1);
        self.meetings.insert(meeting.clone(), ids);
    }

    /// Forgets a meeting.
    pub fn remove_meeting(&mut self, meeting: &NotePath) {
        if let Some(ids) = self.meetings.remove(meeting) {
            self.count_together(&ids, |times| times - 1);
        }
    }

    /// How many people the vault knows.
    pub fn people(&self) -> u32 {
        self.people
    }

    /// Whether both people belong to one company.
    pub fn are_colleagues(&self, one: &NotePath, other: &NotePath) -> bool {
        let record = |path| self.find(path).and_then(|id| self.record(id));
        let (Some(one), Some(other)) = (record(one), record(other)) else { return false };
        one.companies.iter().any(|company| other.companies.contains(company))
    }

    pub(super) fn find(&self, path: &NotePath) -> Option<Id> {
        self.ids.get(path).copied()
    }

    pub(super) fn path(&self, id: Id) -> &NotePath {
        &self.slots[id as usize].path
    }

    pub(super) fn record(&self, id: Id) -> Option<&Record> {
        self.slots[id as usize].record.as_ref()
    }

    /// The day a person was last met, as the number `yyyymmdd`; 0 where nobody said.
    pub(super) fn last_contact(&self, id: Id) -> u32 {
        self.slots[id as usize].last_contact
    }

    /// Everyone who has met this person.
    pub(super) fn met(&self, id: Id) -> impl Iterator<Item = Id> {
        self.slots[id as usize].met.keys().copied()
    }

    /// Everyone of the company with this key.
    pub(super) fn staff(&self, company: &str) -> impl Iterator<Item = Id> {
        self.staff.get(company).into_iter().flatten().copied()
    }

    /// Whether a company of this key is known, by its note or by someone's belonging to it.
    pub(super) fn knows_company(&self, key: &str) -> bool {
        self.companies.knows(key) || self.staff.contains_key(key)
    }

    /// Everyone found by a blocking key; nobody where it is shared by too many to tell them apart.
    pub(super) fn posting(&self, key: u64) -> &[Id] {
        let ids = self.postings.get(key);
        if ids.len() <= weights::LONGEST_POSTING { ids } else { &[] }
    }

    /// Everyone found by a blocking key, however many.
    pub(super) fn whole_posting(&self, key: u64) -> &[Id] {
        self.postings.get(key)
    }

    /// The share of people with this first name: half the vault's, half the census's.
    pub(super) fn first_name_share(&self, name: &str) -> f64 {
        let census = census::first_name(name).unwrap_or(0.0).max(weights::RAREST_FIRST);
        0.5 * self.vault_share(&self.first_names, name) + 0.5 * census
    }

    /// The share of people with this surname: half the vault's, half the census's.
    pub(super) fn surname_share(&self, name: &str) -> f64 {
        let census = census::surname(name).unwrap_or(0.0).max(weights::RAREST_SURNAME);
        0.5 * self.vault_share(&self.surnames, name) + 0.5 * census
    }

    fn vault_share(&self, counts: &Map<String, u32>, name: &str) -> f64 {
        f64::from(counts.get(name).copied().unwrap_or_default()) / f64::from(self.people.max(weights::SMALL_VAULT))
    }

    fn id(&mut self, path: NotePath) -> Id {
        if let Some(id) = self.ids.get(&path) {
            return *id;
        }
        // A vault of four thousand million notes does not fit into memory first.
        let id = Id::try_from(self.slots.len()).unwrap_or(Id::MAX);
        self.slots.push(Slot { path: path.clone(), record: None, met: Map::new(), last_contact: 0 });
        self.ids.insert(path, id);
        id
    }

    fn place(&mut self, id: Id, record: Record) {
        for key in record.keys() {
            self.postings.add(key, id);
        }
        for part in record.parts() {
            insert(self.parts.or_default(part.to_owned()), id);
        }
        for company in &record.companies {
            insert(self.staff.or_default(company.clone()), id);
        }
        if let Some(form) = record.forms.first() {
            *self.first_names.or_default(form.first.text.clone()) += 1;
            if let Some(last) = &form.last {
                *self.surnames.or_default(last.text.clone()) += 1;
            }
        }
        self.people += 1;
        self.slots[id as usize].record = Some(record);
    }

    fn forget_person(&mut self, path: &NotePath) -> Option<Record> {
        let id = self.find(path)?;
        let record = self.slots[id as usize].record.take()?;
        for key in record.keys() {
            self.postings.take_out(key, id);
        }
        for part in record.parts() {
            take_out(&mut self.parts, part, id);
        }
        for company in &record.companies {
            take_out(&mut self.staff, company.as_str(), id);
        }
        if let Some(form) = record.forms.first() {
            count_less(&mut self.first_names, &form.first.text);
            if let Some(last) = &form.last {
                count_less(&mut self.surnames, &last.text);
            }
        }
        self.people -= 1;
        Some(record)
    }

    fn rename_person(&mut self, from: &NotePath, to: &NotePath) {
        let Some(old) = self.find(from) else { return };
        if from == to {
            return;
        }
        if self.find(to).is_none() {
            self.ids.remove(from);
            self.ids.insert(to.clone(), old);
            self.slots[old as usize].path = to.clone();
            return;
        }
        // The new path was already named by a meeting: the person and their meetings move there.
        let record = self.forget_person(from);
        self.forget_person(to);
        let new = self.id(to.clone());
        if let Some(record) = record {
            self.place(new, record);
        }
        self.slots[new as usize].last_contact = self.slots[old as usize].last_contact;
        let attended: Vec<NotePath> =
            self.meetings.iter().filter(|(_, ids)| ids.contains(&old)).map(|(meeting, _)| meeting.clone()).collect();
        for meeting in attended {
            let ids = self.meetings.get(&meeting).into_iter().flatten();
            let paths: Vec<NotePath> =
                ids.map(|id| if *id == old { to.clone() } else { self.path(*id).clone() }).collect();
            self.set_meeting(&meeting, paths);
        }
    }

    fn count_together(&mut self, ids: &[Id], change: impl Fn(u32) -> u32) {
        if ids.len() > weights::LARGEST_MEETING {
            return;
        }
        for one in ids {
            for other in ids.iter().filter(|other| *other != one) {
                let met = &mut self.slots[*one as usize].met;
                let times = change(met.get(other).copied().unwrap_or_default());
                if times == 0 {
                    met.remove(other);
                } else {
                    met.insert(*other, times);
                }
            }
        }
    }

    /// The key of a company as written.
    pub(super) fn company_key(name: &str) -> Option<String> {
        Some(company::key(name)).filter(|key| !key.is_empty())
    }
}

/// Adds a number to a sorted list.
pub(super) fn insert(ids: &mut Vec<Id>, id: Id) {
    if let Err(at) = ids.binary_search(&id) {
        ids.insert(at, id);
    }
}

/// Takes a number out of the list under `key`, and the list out once it is empty.
fn take_out<K: Ord + Borrow<Q>, Q: Ord + ?Sized>(lists: &mut Map<K, Vec<Id>>, key: &Q, id: Id) {
    if let Some(ids) = lists.get_mut(key) {
        ids.retain(|other| *other != id);
        if ids.is_empty() {
            lists.remove(key);
        }
    }
}

fn count_less(counts: &mut Map<String, u32>, name: &str) {
    if let Some(count) = counts.get_mut(name) {
        *count -= 1;
        if *count == 0 {
            counts.remove(name);
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use std::collections::BTreeMap;

    use super::*;
    use crate::names::{Question, Typed};

    const NAMES: [&str; 6] = ["Rob Benoit", "Robert Banner", "Mara Voss", "Rob Benoit", "Jürgen Weiß", "Mara Benoit"];

    #[derive(Debug, Clone)]
    enum Event {
        Person(usize, usize),
        Remove(usize),
        Rename(usize, usize),
        Meeting(usize, Vec<usize>),
        RemoveMeeting(usize),
    }

    fn path(number: usize) -> NotePath {
        NotePath::new(format!("People/{number}.md"))
    }

    fn meeting(number: usize) -> NotePath {
        NotePath::new(format!("Meetings/{number}.md"))
    }

    fn person(at: &NotePath, name: usize) -> Person {
        Person {
            path: at.clone(),
            names: vec![NAMES[name].to_owned()],
            handles: vec![],
            companies: vec![format!("Company {}", name % 2)],
            scoped: vec![],
        }
    }

    fn event() -> impl Strategy<Value = Event> {
        prop_oneof![
            (0..6_usize, 0..6_usize).prop_map(|(at, name)| Event::Person(at, name)),
            (0..6_usize).prop_map(Event::Remove),
            (0..6_usize, 0..6_usize).prop_map(|(from, to)| Event::Rename(from, to)),
            (0..3_usize, prop::collection::vec(0..6_usize, 0..4)).prop_map(|(at, who)| Event::Meeting(at, who)),
            (0..3_usize).prop_map(Event::RemoveMeeting),
        ]
    }

    /// What the vault holds after some events: the note a name stands in, and who takes part.
    #[derive(Default)]
    struct Vault {
        people: BTreeMap<NotePath, usize>,
        meetings: BTreeMap<NotePath, Vec<NotePath>>,
    }

    impl Vault {
        fn happen(&mut self, event: &Event, index: &mut NameIndex) {
            match event {
                Event::Person(at, name) => {
                    self.people.insert(path(*at), *name);
                    index.upsert_person(person(&path(*at), *name));
                }
                Event::Remove(at) => {
                    self.people.remove(&path(*at));
                    index.remove(&path(*at));
                }
                Event::Rename(from, to) => self.rename(&path(*from), &path(*to), index),
                Event::Meeting(at, who) => {
                    let who: Vec<NotePath> = who.iter().map(|number| path(*number)).collect();
                    self.meetings.insert(meeting(*at), who.clone());
                    index.set_meeting(&meeting(*at), who);
                }
                Event::RemoveMeeting(at) => {
                    self.meetings.remove(&meeting(*at));
                    index.remove_meeting(&meeting(*at));
                }
            }
        }

        /// Obsidian never renames a note onto another.
        fn rename(&mut self, from: &NotePath, to: &NotePath, index: &mut NameIndex) {
            if self.people.contains_key(to) {
                return;
            }
            if let Some(name) = self.people.remove(from) {
                self.people.insert(to.clone(), name);
                for who in self.meetings.values_mut().flatten().filter(|who| *who == from) {
                    *who = to.clone();
                }
                index.rename(from, to);
            }
        }

        fn afresh(&self) -> NameIndex {
            let mut index = NameIndex::default();
            for (at, who) in self.meetings.iter().rev() {
                index.set_meeting(at, who.clone());
            }
            for (at, name) in self.people.iter().rev() {
                index.upsert_person(person(at, *name));
            }
            index
        }
    }

    proptest! {
        #[test]
        fn an_index_kept_up_to_date_answers_as_one_made_afresh(events in prop::collection::vec(event(), 0..40)) {
            let (mut vault, mut index) = (Vault::default(), NameIndex::default());
            for event in &events {
                vault.happen(event, &mut index);
            }
            let afresh = vault.afresh();
            for mention in ["Rob Benoit", "Rob", "Voss", "RB", "@marabenoit", "Rob Banga", "Jurgen"] {
                for near in 0..6 {
                    let participants = [path(near)];
                    let company = Some("Company 1");
                    let question = Question { participants: &participants, company, ..Question::person(mention) };
                    prop_assert_eq!(index.resolve(&question), afresh.resolve(&question));
                }
            }
            for typed in ["", "rob", "ben r", "bob", "jurg", "marav"] {
                let (typed, participants) = (Typed::new(typed), [path(0)]);
                let question = Question { participants: &participants, ..Question::person("") };
                prop_assert_eq!(index.complete(&typed, &question, 4), afresh.complete(&typed, &question, 4));
            }
            prop_assert_eq!(index.postings.len(), afresh.postings.len());
            prop_assert_eq!(index.parts.len(), afresh.parts.len());
        }
    }
}
