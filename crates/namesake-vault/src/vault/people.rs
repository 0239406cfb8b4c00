//! Who took part in what: participants resolved through the names engine, kept per meeting and per person, and the
//! context in which a mention in some note stands.

use std::collections::BTreeSet;

use super::written::FormMeaning;
use super::{Facts, KnownNames, Vault, link_stem, lower_target};
use crate::decisions::{Decision, FormDecisions, form_key};
use crate::finding::Tier;
use crate::note::{Kind, Note, links};
use namesake_names::{Answer, Company, NameIndex, Person, Question, key};
use namesake_text::path::NotePath;

/// A participant of a meeting as written, and the person note it certainly means.
#[derive(Debug, Clone, PartialEq)]
pub struct Attendee {
    /// As written in the meeting note.
    pub written: String,
    /// The person note, where the names engine is sure.
    pub person: Option<NotePath>,
    /// Whether what is written is only like the person's name: enough to know who is around, not to write into notes.
    pub misheard: bool,
}

/// The people around a mention.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Context {
    /// Participants of the meeting that the mention stands in or refers to.
    pub participants: Vec<NotePath>,
    /// People the note links to, and the person it is about.
    pub neighbours: Vec<NotePath>,
    /// The company of the person the note is about.
    pub company: Option<String>,
    /// The note that the mention stands in.
    pub note: Option<NotePath>,
}

impl Context {
    /// The question what `mention` means in this context.
    pub fn question<'a>(&'a self, mention: &'a str) -> Question<'a> {
        Question {
            participants: &self.participants,
            neighbours: &self.neighbours,
            company: self.company.as_deref(),
            ..Question::person(mention)
        }
    }
}

impl Vault {
    /// Whether one of two people notes says in `distinct_from` that the other is somebody else.
    pub fn are_distinct(&self, one: &NotePath, other: &NotePath) -> bool {
        let says = |from: &NotePath, of: &NotePath| {
            let names = self.note(from).map(|note| note.frontmatter.list("distinct_from")).unwrap_or_default();
            names.iter().any(|name| {
                let target = links::sole_target(name.trim()).unwrap_or(name).trim();
                self.linked(target) == Some(of) || self.is_called(of, target)
            })
        };
        says(one, other) || says(other, one)
    }

    /// The names engine.
    pub fn names(&self) -> &NameIndex {
        &self.names
    }

    /// The names of people and companies, to be found in running words.
    pub const fn known(&self) -> &KnownNames {
        &self.known
    }

    /// What `mention` means in `context`.
    pub fn resolve(&self, mention: &str, context: &Context) -> Answer {
        self.ask(&context.question(mention), context.note.as_ref())
    }

    /// The answer to `question` about a form in the note at `note`, as far as the user's decisions leave one: they
    /// override every score.
    pub fn ask(&self, question: &Question, note: Option<&NotePath>) -> Answer {
        let lost_surname = match self.config.settings.automatic_by_context {
            true => Tier::Auto,
            false => question.lost_surname,
        };
        let mention = question.mention;
        if self.forms.is_nobody(mention, note) {
            return Answer::nobody();
        }
        let not = self.forms.not(mention);
        if not.is_empty() {
            return self.names.resolve(&Question { lost_surname, ..*question });
        }
        let rejected = [question.rejected, not].concat();
        self.names.resolve(&Question { lost_surname, rejected: &rejected, ..*question })
    }

    /// What the user decided about written forms.
    pub const fn forms(&self) -> &FormDecisions {
        &self.forms
    }

    /// Remembers a decision.
    pub fn decide(&mut self, decision: Decision) {
        self.config.decisions.decide(decision);
        self.heed_decisions();
    }

    /// Forgets a decision, as if it had never been made.
    pub fn forget(&mut self, decision: &Decision) {
        self.config.decisions.forget(decision);
        self.heed_decisions();
    }

    /// Has what was decided about a note that was merged into another be about that one. By now all their names mean it,
    /// whatever was said about one of them before.
    pub fn merged(&mut self, loser: &NotePath, winner: &NotePath) {
        self.config.decisions.rename(loser, winner);
        let names = self.facts(winner).map(Facts::names).unwrap_or_default();
        let names = names.iter().map(|name| form_key(name)).collect::<BTreeSet<_>>();
        self.config.decisions.allow(winner, &names);
        self.heed_decisions();
    }

    /// Has names mean what the decisions say by now.
    pub(super) fn heed_decisions(&mut self) {
        let forms = FormDecisions::of(&self.config.decisions);
        if forms == self.forms {
            return;
        }
        self.changes += 1;
        let before = std::mem::replace(&mut self.forms, forms);
        let others = |path: &&NotePath| before.aliases(path) != self.forms.aliases(path);
        for path in before.aliased().chain(self.forms.aliased()).filter(others).cloned().collect::<BTreeSet<_>>() {
            if let Some(person) = self.facts(&path).and_then(|facts| facts.person.clone()) {
                self.tell(&path, Some(&person), None);
            }
        }
        let decided = || before.changed(&self.forms).map(key::decided);
        self.unsettled.extend(self.written.meetings(decided()).cloned());
        self.written.touch(decided());
    }

    /// The notes in which a form may stand, in the order of their paths: those that hold its longest word.
    pub fn mentioning(&self, written: &str) -> Vec<NotePath> {
        let longest = written.split_whitespace().max_by_key(|word| word.len()).unwrap_or(written);
        self.notes().filter(|note| note.text.contains(longest)).map(|note| note.path.clone()).collect()
    }

    /// The participants of a meeting note.
    pub fn attendees(&self, meeting: &NotePath) -> &[Attendee] {
        self.notes.get(meeting).map_or(&[], |entry| &entry.attendees)
    }

    /// The people who certainly took part in a meeting.
    pub fn participants(&self, meeting: &NotePath) -> Vec<NotePath> {
        self.attendees(meeting).iter().filter_map(|attendee| attendee.person.clone()).collect()
    }

    /// What the meeting calls the person, where that is only like their name.
    pub fn misheard_as(&self, meeting: &NotePath, person: &NotePath) -> Option<&str> {
        let mut theirs = self.attendees(meeting).iter().filter(|attendee| attendee.person.as_ref() == Some(person));
        let first = theirs.next().filter(|attendee| attendee.misheard)?;
        theirs.all(|attendee| attendee.misheard).then_some(first.written.as_str())
    }

    /// The meetings that a person certainly took part in, in the order of their paths.
    pub fn meetings_of(&self, person: &NotePath) -> impl Iterator<Item = &NotePath> {
        self.meetings_of.get(person).into_iter().flatten()
    }

    /// Whether `written` is the name of the person's note or one of its aliases, letter for letter but for case.
    pub fn is_called(&self, person: &NotePath, written: &str) -> bool {
        let names = self.facts(person).and_then(|facts| facts.person.as_ref()).map(|person| person.names.as_slice());
        names.unwrap_or_default().iter().any(|name| name.to_lowercase() == written.to_lowercase())
    }

    /// The people around anything said in `note`; with `meeting`, of the meeting that the words refer to.
    pub fn context(&self, note: &Note, meeting: Option<&NotePath>) -> Context {
        self.context_among(&self.neighbours(note), note, meeting)
    }

    /// [`Self::context`] for many places of one note, whose neighbours are looked up once.
    pub fn context_among(&self, neighbours: &[NotePath], note: &Note, meeting: Option<&NotePath>) -> Context {
        let meeting = meeting.or((note.kind == Kind::Meeting).then_some(&note.path));
        let participants = meeting.map(|meeting| self.participants(meeting)).unwrap_or_default();
        let neighbours = neighbours.iter().filter(|path| !participants.contains(path)).cloned().collect();
        let person = self.facts(&note.path).and_then(|facts| facts.person.as_ref());
        let company = person.and_then(|person| person.companies.first().cloned());
        Context { participants, neighbours, company, note: Some(note.path.clone()) }
    }

    /// The person that `note` is about and the people it links to, each once.
    pub fn neighbours(&self, note: &Note) -> Vec<NotePath> {
        let own = (note.kind == Kind::Person).then_some(&note.path);
        let linked = note.body().links.iter().filter_map(|link| self.linked(note.slice(link.target)));
        let is_person = |path: &&NotePath| self.facts(path).is_some_and(|facts| facts.person.is_some());
        once_each(own.into_iter().chain(linked).filter(is_person).cloned().collect())
    }

    /// The notes whose findings may change when the one at `path` does, itself first.
    pub fn related(&mut self, path: &NotePath) -> Vec<NotePath> {
        self.settle();
        let mut related = vec![path.clone()];
        related.extend(self.participants(path));
        related.extend(self.pupils(path));
        related.extend(self.meetings_of(path).cloned());
        related.extend(self.backlinks(path));
        related.extend(self.told_of(path));
        related.extend(self.telling_the_same(path));
        related.extend(self.names.alike(path, &[]).into_iter().map(|other| other.path));
        once_each(related)
    }

    /// Takes a note's names into the names engine, or out of it where it has none.
    pub(super) fn name(&mut self, path: &NotePath, facts: &Facts) {
        let before = self.facts(path).map(Facts::names).unwrap_or_default().to_vec();
        self.known.forget(path, &before);
        self.known.learn(path, facts.names());
        self.tell(path, facts.person.as_ref(), facts.company.as_ref());
        self.written.touch(std::iter::once(key::link(&path.stem().to_lowercase())));
    }

    /// Tells the names engine what a note is about, and has those forms resolved again whose meaning hangs on it.
    fn tell(&mut self, path: &NotePath, person: Option<&Person>, company: Option<&Company>) {
        let aliases = self.forms.aliases(path);
        let among = person.filter(|_| !aliases.is_empty());
        let among = among.map(|person| Person { scoped: aliases.to_vec(), ..person.clone() });
        let change = self.names.tell(path, among.as_ref().or(person), company);
        self.written.touch(change.touched());
        self.written.touch_if(change.shared(), |written| self.names.is_moved(&change, form_of(written)));
    }

    /// Forgets who took part in a meeting.
    pub(super) fn unmeet(&mut self, meeting: &NotePath) {
        self.names.remove_meeting(meeting);
        for person in self.dismissed(meeting).into_iter().filter_map(|attendee| attendee.person) {
            if let Some(meetings) = self.meetings_of.get_mut(&person) {
                meetings.remove(meeting);
            }
        }
    }

    /// Those who took part in a meeting, taken from it.
    pub(super) fn dismissed(&mut self, meeting: &NotePath) -> Vec<Attendee> {
        self.notes.get_mut(meeting).map(|entry| std::mem::take(&mut entry.attendees)).unwrap_or_default()
    }

    /// Resolves the participants of all meetings that changed, or whose people did. Everything asked before this is
    /// answered from the state before.
    pub fn settle(&mut self) {
        let mut unsettled = std::mem::take(&mut self.unsettled);
        for (id, written) in self.written.stale() {
            let (meant, hangs_on) = self.meant(&written);
            unsettled.extend(self.written.learn(id, meant, hangs_on).cloned());
        }
        for meeting in unsettled {
            self.changes += 1;
            self.unmeet(&meeting);
            let forms = self.written.of(&meeting);
            let attendees: Vec<Attendee> =
                forms.map(|(written, meant)| self.attendee(written, meant, &meeting)).collect();
            let people: Vec<NotePath> = attendees.iter().filter_map(|attendee| attendee.person.clone()).collect();
            for person in &people {
                self.meetings_of.entry(person.clone()).or_default().insert(meeting.clone());
            }
            self.names.set_meeting(&meeting, people);
            if let Some(entry) = self.notes.get_mut(&meeting) {
                entry.attendees = attendees;
            }
        }
    }

    fn attendee(&self, written: &str, meant: &FormMeaning, meeting: &NotePath) -> Attendee {
        let form = form_of(written);
        let meant = match !meant.linked && self.forms.is_nobody(form, Some(meeting)) {
            true => FormMeaning::default(),
            false => meant.clone(),
        };
        Attendee { written: form.trim().to_owned(), person: meant.person, misheard: meant.misheard }
    }

    /// Whom a form means in whatever meeting, and the keys that hangs on: a link says by itself whom it means; any other
    /// form is resolved without context.
    fn meant(&self, written: &str) -> (FormMeaning, Vec<u64>) {
        let form = form_of(written);
        let mut hangs_on = vec![key::decided(&form_key(form))];
        if let Some(target) = links::sole_target(written) {
            hangs_on.push(key::link(&link_stem(&lower_target(target))));
            if let Some(path) = self.linked(target) {
                let is_person = self.facts(path).is_some_and(|facts| facts.person.is_some());
                return (
                    FormMeaning { person: is_person.then(|| path.clone()), misheard: false, linked: true },
                    hangs_on,
                );
            }
        }
        if self.forms.is_nobody(form, None) {
            return (FormMeaning::default(), hangs_on);
        }
        let (answer, keys) = self.names.resolve_alone(form, self.forms.not(form));
        hangs_on.extend(keys);
        let misheard = answer.candidates.first().is_some_and(|best| best.misheard);
        let person = answer.best.filter(|_| answer.tier == Some(Tier::Auto));
        (FormMeaning { person, misheard, linked: false }, hangs_on)
    }
}

/// The name in what is written: a link's target, or all of it.
fn form_of(written: &str) -> &str {
    links::sole_target(written).unwrap_or(written)
}

/// The paths in their order, each where it comes first.
fn once_each(mut paths: Vec<NotePath>) -> Vec<NotePath> {
    let mut seen = BTreeSet::new();
    paths.retain(|path| seen.insert(path.clone()));
    paths
}
