//! What written names mean: every question goes through the user's decisions to the names engine.

use super::context::Context;
use super::known_names::KnownNames;
use super::participant_forms::form_of;
use super::store::Vault;
use crate::facts::Facts;
use namesake_names::{Answer, Company, NameIndex, Person, Question, key};
use namesake_note::decisions::FormDecisions;
use namesake_note::finding::Tier;
use namesake_note::note::links;
use namesake_text::path::NotePath;

impl Vault {
    /// The names engine.
    pub fn names(&self) -> &NameIndex {
        &self.names
    }

    /// The names of people and companies, to be found in running words.
    pub const fn known_names(&self) -> &KnownNames {
        &self.known_names
    }

    /// What the user decided about written forms.
    pub const fn form_decisions(&self) -> &FormDecisions {
        &self.form_decisions
    }

    /// What `mention` means in `context`.
    pub fn resolve(&self, mention: &str, context: &Context) -> Answer {
        self.ask(&context.question(mention), context.note.as_ref())
    }

    /// The note that the settings or a command call `name`: by its path or file name, or whoever is most likely called so.
    pub fn named(&self, name: &str) -> Option<NotePath> {
        self.linked(name).cloned().or_else(|| self.resolve(name, &Context::default()).best)
    }

    /// The answer to `question` about a form in the note at `note`. The user's decisions override every score.
    pub fn ask(&self, question: &Question, note: Option<&NotePath>) -> Answer {
        let lost_surname = match self.config.settings.automatic_by_context {
            true => Tier::Auto,
            false => question.lost_surname,
        };
        let mention = question.mention;
        if self.form_decisions.is_nobody(mention, note) {
            return Answer::nobody();
        }
        let not = self.form_decisions.not(mention);
        if not.is_empty() {
            return self.names.resolve(&Question { lost_surname, ..*question });
        }
        let rejected = [question.rejected, not].concat();
        self.names.resolve(&Question { lost_surname, rejected: &rejected, ..*question })
    }

    /// Whether `written` is the name of the person's note or one of its aliases, letter for letter but for case.
    pub fn is_called(&self, person: &NotePath, written: &str) -> bool {
        let names = self.person(person).map(|person| person.names.as_slice());
        names.unwrap_or_default().iter().any(|name| name.to_lowercase() == written.to_lowercase())
    }

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

    /// The notes that hold the longest word of a form, in the order of their paths: the form may stand in them.
    pub fn mentioning(&self, written: &str) -> Vec<NotePath> {
        let longest = written.split_whitespace().max_by_key(|word| word.len()).unwrap_or(written);
        self.notes().filter(|note| note.text.contains(longest)).map(|note| note.path.clone()).collect()
    }

    /// Brings the names engine and the known names up to date with a note's facts.
    pub(super) fn update_names(&mut self, path: &NotePath, facts: &Facts) {
        let before = self.facts(path).map(Facts::names).unwrap_or_default().to_vec();
        self.known_names.remove(path, &before);
        self.known_names.insert(path, facts.names());
        self.update_name_index(path, facts.person.as_ref(), facts.company.as_ref());
        self.forms.invalidate(std::iter::once(key::link(&path.stem().to_lowercase())));
    }

    /// Brings the names engine up to date with what a note is about, and marks the forms that depend on it as stale.
    pub(super) fn update_name_index(&mut self, path: &NotePath, person: Option<&Person>, company: Option<&Company>) {
        let aliases = self.form_decisions.aliases(path);
        let among = person.filter(|_| !aliases.is_empty());
        let among = among.map(|person| Person { scoped: aliases.to_vec(), ..person.clone() });
        let change = self.names.set_note(path, among.as_ref().or(person), company);
        self.forms.invalidate(change.touched());
        self.forms.invalidate_if(change.shared(), |written| self.names.is_moved(&change, form_of(written)));
    }
}
