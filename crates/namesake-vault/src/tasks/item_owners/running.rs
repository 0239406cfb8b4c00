//! Who has to do something by running words: in a clause behind the first, by a verb in the present, or where a report of
//! somebody goes on to what they will do.

use namesake_note::note::Kind;
use namesake_tasks::Task;
use namesake_text::fold::fold;
use namesake_text::path::NotePath;
use namesake_text::text::Span;

use super::super::addressed::undertakes;
use super::super::bidden::is_bidden;
use super::super::deed_verbs::{begins_with_deed, is_handle, tells_deed};
use super::super::item_clauses::{carried_on, first_sentence, is_given, later_clauses};
use super::super::item_names::{bare_name, heads, is_set_off};
use super::super::lone_name::has_stranger;
use super::super::promised_deeds::promises_deed;
use super::super::verb_forms::is_agreed_deed;
use super::{ItemOwner, ItemOwners};

/// What may stand between a label and the name behind it, in bytes.
const BETWEEN: usize = 4;

/// A clause of so many words behind a label says not what is to be done.
const SHORT: usize = 3;

impl ItemOwners<'_> {
    /// Adds those who have to do something by a later clause: “Needs a poll. Mara will create it”. Whoever is only named in
    /// words that make a task by nothing else is none.
    pub(super) fn add_later(&self, task: &Task, is_bare: bool, found: &mut Vec<ItemOwner>) {
        let start = task.description_span.start;
        let is_in_front = |owner: &&ItemOwner| owner.is_opening() || owner.place.start == start;
        let is_theirs = found.iter().rfind(is_in_front).filter(|owner| owner.is_known()).is_some_and(|owner| {
            let behind = &task.line[owner.reading_end..];
            // In “Mara: the door sticks. Tomas will plane it” she only speaks.
            !is_bare || owner.told.is_some() || is_bidden(behind) || is_set_off(behind) && undertakes_after(behind)
        });
        if !is_theirs && !is_bare && found.iter().any(ItemOwner::is_known) {
            return;
        }
        let mut later = self.later(task, is_theirs, is_bare);
        // “Lea: ask them; Mara to pay” is not all Mara's; of “Doors: Mara to paint them” only she is somebody.
        if let Some(stranger) = found.iter().find(is_in_front).filter(|owner| !is_bare && !owner.is_known()) {
            later.retain(|owner| owner.place.start <= stranger.reading_end + BETWEEN);
        }
        if later.is_empty() {
            return;
        }
        if !is_theirs {
            found.clear();
        }
        for owner in later {
            if !found.iter().any(|other| other.person() == owner.person() || other.place.end > owner.place.start) {
                found.push(owner);
            }
        }
    }

    /// Those who have to do something by a clause behind the first. `is_second` says that the first is somebody's too, so that
    /// the others need a deed; `is_bare` that nothing but the words makes it a task.
    fn later(&self, task: &Task, is_second: bool, is_bare: bool) -> Vec<ItemOwner> {
        let words = task.description_span.of(task.line);
        let start = task.description_span.start;
        let mut found = self.agents(task, is_bare);
        for clause in later_clauses(words) {
            let said = clause.span.of(words);
            // “Affiches : Mara s’en charge” says by the label what it is about.
            let is_short = said.split_whitespace().count() <= SHORT && words[..clause.span.start].ends_with([' ', ':']);
            let is_labelled = is_short && words[..clause.span.start].trim_end().ends_with(':');
            let told_span = if is_labelled { Span::new(0, clause.span.end) } else { clause.span };
            let told = heads(said).into_iter().find_map(|names| {
                let behind = &said[names.last()?.end..];
                let is_bid = promises_deed(behind)
                    || clause.is_sentence
                        && !is_second
                        && (is_bidden(behind) && !is_given(behind) || !is_bare && begins_with_deed(behind));
                let is_agreed = clause.is_agreed && is_agreed_deed(behind);
                if !is_bid && !is_agreed && !tells_deed(behind, &|_| false) {
                    return None;
                }
                let owner = |place: &Span| {
                    let place_of_name = place.shifted(start + clause.span.start);
                    let owner = self.leader(bare_name(place.of(said)), place_of_name, is_bare)?;
                    let is_meant =
                        if is_bid || is_agreed { self.is_present(&owner) } else { self.does(&owner, behind) };
                    is_meant.then(|| ItemOwner { told: Some(told_span.shifted(start)), ..owner })
                };
                names.iter().map(owner).collect::<Option<Vec<_>>>()
            });
            found.extend(told.into_iter().flatten());
        }
        found
    }

    /// Somebody whose handle in small letters `words` begin with, where a verb in the present follows: `mvoss prüft das`. The
    /// words begin at `from` of the task's line.
    pub(super) fn handle(&self, words: &str, from: usize, task: &Task, is_bare: bool) -> Option<ItemOwner> {
        let end = words.find(' ').filter(|end| is_handle(&words[..*end]))?;
        let behind = &words[end..];
        if !tells_deed(behind, &|_| false) && (is_bare || !begins_with_deed(behind)) {
            return None;
        }
        let owner = self.leader(&words[..end], Span::new(from, from + end), is_bare)?;
        let is_own = owner.person().is_some_and(|person| self.vault.is_called(person, &owner.name));
        self.told(owner, task, is_bare, behind).filter(|_| is_own)
    }

    /// Whether an owner takes part and nobody else of that first name, or is meant without doubt.
    pub(super) fn is_present(&self, owner: &ItemOwner) -> bool {
        let Some(person) = owner.person() else { return false };
        // Who took part is listed by first names, or nobody is listed.
        if owner.is_sole {
            return self.note.kind == Kind::Meeting || !self.vault.attendees(&self.note.path).is_empty();
        }
        let (participants, name) = (&self.context.participants, &owner.name);
        let is_namesake =
            |other: &&NotePath| other.stem().strip_prefix(name.as_str()).is_some_and(|rest| rest.starts_with(' '));
        if participants.iter().filter(is_namesake).count() > 1 {
            return false;
        }
        // “Michelle”, where the vault knows no other.
        let is_only = || self.vault.names().of_first_name(&fold(name)).into_iter().all(|other| other == person);
        let is_sure =
            name.contains(' ') || participants.is_empty() || is_only() && !has_stranger(self.vault, self.note, name);
        participants.contains(person) || is_sure && self.vault.is_called(person, name)
    }

    /// Whether an owner who takes part in a meeting is going to do something by a verb in the present.
    pub(super) fn does(&self, owner: &ItemOwner, behind: &str) -> bool {
        let is_there = |name: &str| {
            let answer = self.resolve(name);
            answer.best.is_some_and(|best| self.context.participants.contains(&best))
        };
        self.note.kind == Kind::Meeting && self.is_present(owner) && tells_deed(behind, &is_there)
    }

    /// `owner`, with what is told of them behind their name where that makes a task by nothing else. None where a verb in the
    /// present `is_deed` and they take no part.
    pub(super) fn told(&self, owner: ItemOwner, task: &Task, is_deed: bool, behind: &str) -> Option<ItemOwner> {
        let is_meant = !is_deed || self.does(&owner, behind);
        let is_told = is_deed || !is_bidden(behind) && self.carries_on(behind);
        let told = is_told.then(|| if is_deed { head_of(task) } else { task.description_span });
        is_meant.then_some(ItemOwner { told, ..owner })
    }

    /// Whether words behind a name report of somebody and then tell what they will do, with nobody else named between.
    pub fn carries_on(&self, behind: &str) -> bool {
        carried_on(behind).is_some_and(|end| {
            let words = behind[..end].split(|c: char| !c.is_alphanumeric());
            !words.filter(|word| word.starts_with(char::is_uppercase)).any(|word| self.is_name(word))
        })
    }
}

/// Whether whoever is named before a colon undertakes something behind it.
fn undertakes_after(behind: &str) -> bool {
    undertakes(behind.trim_start_matches(['*', '_', ']', ')', ' ']).trim_start_matches([':', '-', '–', '—']))
}

/// The first sentence of a task's words, in bytes of its line.
pub(super) fn head_of(task: &Task) -> Span {
    first_sentence(task.description_span.of(task.line)).shifted(task.description_span.start)
}
