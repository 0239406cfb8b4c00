//! Completion of a name while it is typed: the people whose first name, surname, handle or short form begins with the
//! words, in any order, the nearest first. What is written into the note is left to the core.

use std::cmp::Ordering;
use std::ops::Bound;

use namesake_text::fold::fold;
use namesake_text::path::NotePath;

use super::index::NameIndex;
use super::nicknames;
use super::notes::Person;
use super::postings::Id;
use super::question::Question;
use super::record::{Form, Record};

/// Why somebody is offered before others.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, serde::Serialize)]
#[serde(rename_all = "lowercase")]
#[cfg_attr(feature = "ts", derive(tsify::Tsify))]
pub enum Near {
    /// Takes part in the meeting.
    Participant,
    /// Is linked from the same note.
    Linked,
    /// Belongs to the company that the note, or somebody in it, belongs to.
    Company,
}

/// The words typed so far, prepared for being compared with names.
#[derive(Debug)]
pub struct TypedWords {
    words: Vec<String>,
    splits: Vec<Split>,
}

/// The words as the beginnings of two name parts; the second is empty where they are the beginning of one.
#[derive(Debug)]
struct Split {
    one: Beginning,
    other: Beginning,
}

#[derive(Debug)]
struct Beginning {
    letters: String,
    /// The first names that a short form beginning with the letters may stand for.
    short_for: Vec<&'static str>,
}

impl Beginning {
    fn new(words: &[String]) -> Self {
        let letters = words.concat();
        let short_for = nicknames::beginning(&letters);
        Self { letters, short_for }
    }

    fn begins(&self, name: &str) -> bool {
        name.starts_with(&self.letters)
    }
}

/// How a name was found, the better way first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum MatchKind {
    ByName,
    ByNickname,
}

impl TypedWords {
    /// Reads what was typed.
    pub fn new(text: &str) -> Self {
        let pieces = text.split(|c: char| c.is_whitespace() || matches!(c, ',' | '@'));
        let words: Vec<String> = pieces.map(fold).filter(|word| !word.is_empty()).collect();
        let split = |at: usize| Split { one: Beginning::new(&words[..at]), other: Beginning::new(&words[at..]) };
        let splits = (1..=words.len()).map(split).collect();
        Self { words, splits }
    }

    /// Whether `name`, as written, begins with the words. Short forms do not count.
    pub fn begins(&self, name: &str) -> bool {
        let (names, path) = (vec![name.to_owned()], NotePath::new(""));
        let person = Person { path, names, handles: Vec::new(), companies: Vec::new(), scoped: Vec::new() };
        self.found(&Record::new(&person, &super::sound::Part::new), &[]) == Some(MatchKind::ByName)
    }

    fn found(&self, record: &Record, participants: &[NotePath]) -> Option<MatchKind> {
        let forms = || record.forms.iter().filter(|form| form.holds(participants));
        let whole = record.handles.iter().chain(&record.spellings);
        let direct = |split: &Split| {
            split.other.letters.is_empty() && whole.clone().any(|part| split.one.begins(part.text()))
                || forms().any(|form| split.begins(form))
        };
        if self.splits.iter().any(direct) {
            return Some(MatchKind::ByName);
        }
        let nickname = |split: &Split| forms().any(|form| split.is_short_for(form));
        self.splits.iter().any(nickname).then_some(MatchKind::ByNickname)
    }
}

impl Split {
    fn begins(&self, form: &Form) -> bool {
        let (first, last) = (form.first.text(), form.last.as_ref().map_or("", |last| last.text()));
        let Self { one, other } = self;
        match other.letters.is_empty() {
            true => one.begins(first) || one.begins(last) || form.begins(&one.letters),
            false => one.begins(first) && other.begins(last) || one.begins(last) && other.begins(first),
        }
    }

    /// Whether a short form of the first name begins with one part, and the surname with the other.
    fn is_short_for(&self, form: &Form) -> bool {
        let last = form.last.as_ref().map_or("", |last| last.text());
        let fits =
            |short: &Beginning, rest: &Beginning| short.short_for.contains(&form.first.text()) && rest.begins(last);
        fits(&self.one, &self.other) || !self.other.letters.is_empty() && fits(&self.other, &self.one)
    }
}

/// The people around the cursor; every list is sorted.
struct Surroundings {
    participants: Vec<Id>,
    linked: Vec<Id>,
    companies: Vec<String>,
}

impl Surroundings {
    fn of(question: &Question, index: &NameIndex) -> Self {
        let sorted = |paths: &[NotePath]| {
            let mut ids: Vec<Id> = paths.iter().filter_map(|path| index.find(path)).collect();
            ids.sort_unstable();
            ids
        };
        let (participants, linked) = (sorted(question.participants), sorted(question.neighbours));
        let people = participants.iter().chain(&linked).filter_map(|id| index.record(*id));
        let mut companies: Vec<String> = people.flat_map(|record| record.companies.iter().cloned()).collect();
        companies.extend(question.company.and_then(NameIndex::company_key));
        companies.sort();
        companies.dedup();
        Self { participants, linked, companies }
    }

    fn near(&self, id: Id, record: &Record) -> Option<Near> {
        if self.participants.binary_search(&id).is_ok() {
            return Some(Near::Participant);
        }
        if self.linked.binary_search(&id).is_ok() {
            return Some(Near::Linked);
        }
        let same = |company: &String| self.companies.binary_search(company).is_ok();
        record.companies.iter().any(same).then_some(Near::Company)
    }
}

struct Offer {
    id: Id,
    /// The user has said that the words typed do not mean this person.
    rejected: bool,
    near: Option<Near>,
    found: MatchKind,
}

impl NameIndex {
    /// The people whose names begin with what was typed, at most `limit`: those near the question's place first, then
    /// names before short forms, then whoever was met last, then by name; whom the question rejects, last of all. Where nothing was typed, those who are
    /// near.
    pub fn complete(&self, typed: &TypedWords, question: &Question, limit: usize) -> Vec<(&NotePath, Option<Near>)> {
        let around = Surroundings::of(question, self);
        let mut best: Vec<Offer> = Vec::new();
        for id in self.candidates(typed, &around) {
            let Some(record) = self.record(id) else { continue };
            let found = match typed.splits.is_empty() {
                true => Some(MatchKind::ByName),
                false => typed.found(record, question.participants),
            };
            let Some(found) = found else { continue };
            let rejected = question.rejected.contains(self.path(id));
            let one = Offer { id, rejected, near: around.near(id, record), found };
            // A person who is found twice is in the list already.
            if let Err(at) = best.binary_search_by(|other| self.compare(other, &one))
                && at < limit
            {
                best.truncate(limit - 1);
                best.insert(at, one);
            }
        }
        best.into_iter().map(|one| (self.path(one.id), one.near)).collect()
    }

    /// A superset of the people who may be meant; some are in it twice.
    fn candidates(&self, typed: &TypedWords, around: &Surroundings) -> Vec<Id> {
        let mut found = Vec::new();
        if typed.splits.is_empty() {
            found.extend_from_slice(&around.participants);
            found.extend_from_slice(&around.linked);
            for company in &around.companies {
                found.extend(self.staff(company));
            }
        }
        for Split { one, other } in &typed.splits {
            let letters = one.letters.as_str();
            for (name, ids) in self.parts.range::<str, _>((Bound::Included(letters), Bound::Unbounded)) {
                if !name.text().starts_with(letters) {
                    break;
                }
                found.extend_from_slice(ids);
            }
            // First name and surname written together: the first name stands whole at the beginning.
            for (end, _) in letters.char_indices().skip(1) {
                found.extend_from_slice(self.part(&letters[..end]));
            }
            for name in one.short_for.iter().chain(&other.short_for) {
                found.extend_from_slice(self.part(name));
            }
        }
        found
    }

    fn part(&self, name: &str) -> &[Id] {
        self.parts.get(name).map_or(&[], Vec::as_slice)
    }

    fn compare(&self, a: &Offer, b: &Offer) -> Ordering {
        let far = |one: &Offer| (one.rejected, one.near.is_none(), one.near, one.found);
        let by_name = || {
            let (a, b) = (self.path(a.id), self.path(b.id));
            a.stem().cmp(b.stem()).then_with(|| a.cmp(b))
        };
        far(a).cmp(&far(b)).then_with(|| self.last_contact(b.id).cmp(&self.last_contact(a.id))).then_with(by_name)
    }

    /// The companies whose names have words that begin like all those typed, at most `limit`, by name.
    pub fn complete_company(&self, typed: &TypedWords, limit: usize) -> Vec<&NotePath> {
        self.companies.complete(&typed.words, limit)
    }
}
