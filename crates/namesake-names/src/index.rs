//! The names of a vault, updated note by note: a change costs as much as the keys of its one note. Weighing candidates
//! is left to `score` and `resolve`.

use std::collections::BTreeMap;

use namesake_text::path::NotePath;

use super::change::Change;
use super::company::Companies;
use super::notes::{Company, Person};
use super::postings::{Counts, Id, Postings, insert, take_out};
use super::record::Record;
use super::sound::Part;
use super::{census, company, key, weights};

/// Every person, company and meeting of a vault, ready to be asked.
#[derive(Debug, Default)]
pub struct NameIndex {
    slots: Vec<Slot>,
    /// The number of each path, by its hash.
    ids: Postings,
    postings: Postings,
    /// The bearers of each name part, in the order of its letters: names are completed from their beginnings.
    pub(super) parts: BTreeMap<Part, Vec<Id>>,
    /// How many titles have a first name or a surname.
    counts: Counts,
    people: u32,
    staff: BTreeMap<String, Vec<Id>>,
    meetings: BTreeMap<NotePath, Vec<Id>>,
    pub(super) companies: Companies,
}

/// A path that the index has seen, as a person note or as a participant.
#[derive(Debug)]
struct Slot {
    path: NotePath,
    record: Option<Record>,
    /// The people met, each with the number of meetings, sorted.
    met: Vec<(Id, u32)>,
    /// The day the person was last met, as the number `yyyymmdd`; 0 where nobody said.
    last_contact: u32,
}

impl NameIndex {
    /// Replaces what the index knows of the note at `path`. Who took part in which meeting stays.
    pub fn set_note(&mut self, path: &NotePath, person: Option<&Person>, company: Option<&Company>) -> Change {
        let record = person.map(|person| Record::new(person, &|folded| self.part_of(folded)));
        let firms = self.firms_of(path, record.as_ref(), company);
        let known = |index: &Self| firms.iter().map(|key| index.knows_company(key)).collect::<Vec<_>>();
        let (known_before, crowd) = (known(self), self.crowd());
        self.companies.remove(path);
        if let Some(company) = company {
            self.companies.upsert(company.clone());
        }
        let mut change = self.replace(path, record);
        if self.crowd() != crowd {
            change.others.push(key::crowd());
        }
        let flips = firms.iter().zip(known_before.iter().zip(known(self))).filter(|(_, (before, now))| *before != now);
        change.others.extend(flips.map(|(firm, _)| key::company(firm)));
        change
    }

    /// The name part with these letters: the one that a person bears already, so that both share it, else a new one.
    pub(super) fn part_of(&self, folded: String) -> Option<Part> {
        let bearer = |key| self.record(*self.postings.get(key).first()?);
        let bearers = [key::first(&folded), key::surname(&folded)].into_iter().filter_map(bearer);
        let known = bearers.flat_map(Record::parts).find(|part| part.text() == folded);
        known.cloned().or_else(|| Part::new(folded))
    }

    /// The keys of all companies that a note named before or names now.
    fn firms_of(&self, path: &NotePath, record: Option<&Record>, company: Option<&Company>) -> Vec<String> {
        let before = self.find(path).and_then(|id| self.record(id));
        let names = self.companies.names(path).iter().chain(company.into_iter().flat_map(|company| &company.names));
        let beside = before.into_iter().chain(record).flat_map(|record| record.companies.iter().cloned());
        names.map(|name| company::key(name)).chain(beside).collect()
    }

    /// Sets the day on which a person was last met, an ISO date. Paths that the index does not know are ignored.
    pub fn set_last_contact(&mut self, path: &NotePath, day: Option<&str>) {
        let digits = day.unwrap_or_default().bytes().filter(u8::is_ascii_digit).take(8);
        let number = digits.fold(0, |number, digit| number * 10 + u32::from(digit - b'0'));
        if let Some(id) = self.find(path) {
            self.slots[id as usize].last_contact = number;
        }
    }

    /// Records who took part in a meeting, in place of what was recorded for the same note.
    pub fn set_meeting(&mut self, meeting: &NotePath, participants: Vec<NotePath>) {
        self.remove_meeting(meeting);
        let mut ids: Vec<Id> = participants.into_iter().map(|path| self.id(path)).collect();
        ids.sort_unstable();
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

    /// The number of people in the vault, rounded to a sixteenth to an eighth of it. One person more or less hardly
    /// changes a probability; rounding keeps most answers unchanged when a person comes or goes.
    pub fn crowd(&self) -> u32 {
        let step = 1 << self.people.checked_ilog2().unwrap_or_default().saturating_sub(3);
        (self.people + step / 2) / step * step
    }

    /// Whether both people belong to one company.
    pub fn are_colleagues(&self, one: &NotePath, other: &NotePath) -> bool {
        let record = |path| self.find(path).and_then(|id| self.record(id));
        let (Some(one), Some(other)) = (record(one), record(other)) else { return false };
        one.companies.iter().any(|company| other.companies.contains(company))
    }

    pub(super) fn find(&self, path: &NotePath) -> Option<Id> {
        let ids = self.ids.get(key::path(path.as_str()));
        ids.iter().copied().find(|id| self.path(*id) == path)
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

    /// Everyone who has met this person, and in how many meetings.
    pub(super) fn met(&self, id: Id) -> &[(Id, u32)] {
        &self.slots[id as usize].met
    }

    /// One more than the largest number of a person.
    pub(super) const fn numbers(&self) -> usize {
        self.slots.len()
    }

    /// Everyone of the company with this key.
    pub(super) fn staff(&self, company: &str) -> impl Iterator<Item = Id> {
        self.staff.get(company).into_iter().flatten().copied()
    }

    /// Whether a company of this key is known, by its note or by someone's belonging to it.
    pub(super) fn knows_company(&self, key: &str) -> bool {
        self.companies.knows(key) || self.staff.contains_key(key)
    }

    /// Whether a company is called as the note at `path` is: by a note of its own, or because somebody else belongs to it.
    pub fn is_called_like_company(&self, path: &NotePath) -> bool {
        let key = super::company::key(path.stem());
        let is_other = |id: Id| self.path(id) != path;
        !key.is_empty() && (self.companies.knows(&key) || self.staff(&key).any(is_other))
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
        0.5 * self.vault_share(key::first_count(name)) + 0.5 * census
    }

    /// The share of people with this surname: half the vault's, half the census's.
    pub(super) fn surname_share(&self, name: &str) -> f64 {
        let census = census::surname(name).unwrap_or(0.0).max(weights::RAREST_SURNAME);
        0.5 * self.vault_share(key::surname_count(name)) + 0.5 * census
    }

    fn vault_share(&self, count: u64) -> f64 {
        f64::from(self.counts.get(count)) / f64::from(self.crowd().max(weights::SMALL_VAULT))
    }

    fn id(&mut self, path: NotePath) -> Id {
        if let Some(id) = self.find(&path) {
            return id;
        }
        // No memory holds more notes than a `u32` counts.
        let id = Id::try_from(self.slots.len()).unwrap_or(Id::MAX);
        self.ids.add(key::path(path.as_str()), id);
        self.slots.push(Slot { path, record: None, met: Vec::new(), last_contact: 0 });
        id
    }

    /// Puts `record` in place of what was known of the person at `path`.
    fn replace(&mut self, path: &NotePath, record: Option<Record>) -> Change {
        let known = self.find(path);
        let before = known.and_then(|id| self.slots[id as usize].record.take());
        if before.is_none() && record.is_none() {
            return Change::default();
        }
        let id = known.unwrap_or_else(|| self.id(path.clone()));
        if let Some(before) = &before {
            self.forget(id, before);
        }
        if let Some(record) = &record {
            self.place(id, record);
        }
        let change = Change::between(before, record.as_ref(), id);
        for key in &change.lost {
            self.postings.take_out(*key, id);
        }
        // Postings keep half of a key: taking a lost key out also takes out a shared one with the same half, so it is
        // added again.
        for key in change.won.iter().chain(&change.shared) {
            self.postings.add(*key, id);
        }
        self.slots[id as usize].record = record;
        change
    }

    fn place(&mut self, id: Id, record: &Record) {
        for part in record.parts() {
            insert(self.parts.entry(part.clone()).or_default(), id);
        }
        for count in record.counts().into_iter().flatten() {
            self.counts.add(count);
        }
        for company in &record.companies {
            insert(self.staff.entry(company.clone()).or_default(), id);
        }
        self.people += 1;
    }

    fn forget(&mut self, id: Id, record: &Record) {
        for part in record.parts() {
            take_out(&mut self.parts, part, id);
        }
        for count in record.counts().into_iter().flatten() {
            self.counts.take_out(count);
        }
        for company in &record.companies {
            take_out(&mut self.staff, company.as_str(), id);
        }
        self.people -= 1;
    }

    fn count_together(&mut self, ids: &[Id], change: impl Fn(u32) -> u32) {
        if ids.len() > weights::LARGEST_MEETING {
            return;
        }
        for one in ids {
            for other in ids.iter().filter(|other| *other != one) {
                let met = &mut self.slots[*one as usize].met;
                let place = met.binary_search_by_key(other, |(id, _)| *id);
                let times = change(place.map_or(0, |at| met[at].1));
                match place {
                    Ok(at) if times == 0 => drop(met.remove(at)),
                    Ok(at) => met[at].1 = times,
                    Err(at) => met.insert(at, (*other, times)),
                }
            }
        }
    }

    /// The key of a company as written.
    pub(super) fn company_key(name: &str) -> Option<String> {
        Some(company::key(name)).filter(|key| !key.is_empty())
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use std::collections::BTreeMap;

    use super::*;
    use crate::{Question, TypedWords};

    const NAMES: [&str; 6] = ["Rob Benoit", "Robert Banner", "Mara Voss", "Rob Benoit", "Jürgen Weiß", "Mara Benoit"];

    #[derive(Debug, Clone)]
    enum Event {
        Person(usize, usize),
        Remove(usize),
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
                    index.set_note(&path(*at), Some(&person(&path(*at), *name)), None);
                }
                Event::Remove(at) => {
                    self.people.remove(&path(*at));
                    index.set_note(&path(*at), None, None);
                }
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

        fn afresh(&self) -> NameIndex {
            let mut index = NameIndex::default();
            for (at, who) in self.meetings.iter().rev() {
                index.set_meeting(at, who.clone());
            }
            for (at, name) in self.people.iter().rev() {
                index.set_note(at, Some(&person(at, *name)), None);
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
                let (typed, participants) = (TypedWords::new(typed), [path(0)]);
                let question = Question { participants: &participants, ..Question::person("") };
                prop_assert_eq!(index.complete(&typed, &question, 4), afresh.complete(&typed, &question, 4));
            }
            prop_assert_eq!(index.postings.keys(), afresh.postings.keys());
            prop_assert_eq!(index.parts.len(), afresh.parts.len());
        }
    }
}
