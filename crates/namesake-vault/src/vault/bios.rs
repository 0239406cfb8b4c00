//! The source notes about a person, found from the person's names. A bio counts for whoever the names engine says it is
//! about.

use super::store::Vault;
use crate::facts::{Bio, last_word};
use namesake_names::Question;
use namesake_text::path::NotePath;

impl Vault {
    /// The bios of the person of the note at `path`, in the order of their paths.
    pub fn bios(&self, path: &NotePath) -> Vec<(&NotePath, &Bio)> {
        let names = self.person(path).map(|person| person.names.as_slice());
        let mut keys: Vec<String> = names.unwrap_or_default().iter().map(|name| last_word(name)).collect();
        keys.sort();
        keys.dedup();
        let sources = keys.iter().filter_map(|key| self.bios.get(key)).flatten();
        let sources = sources.filter_map(|source| Some((source, self.facts(source)?.bio.as_ref()?)));
        sources.filter(|(_, bio)| self.person_of(bio).as_ref() == Some(path)).collect()
    }

    /// The person that the source note at `path` is about.
    pub(super) fn bio_subject(&self, path: &NotePath) -> Option<NotePath> {
        self.person_of(self.facts(path)?.bio.as_ref()?)
    }

    /// The likeliest person that a bio is about, asked without context.
    fn person_of(&self, bio: &Bio) -> Option<NotePath> {
        let answer = self.ask(&Question::person(&bio.name), None);
        let [first, others @ ..] = answer.candidates.as_slice() else { return None };
        let is_alone = others.first().is_none_or(|next| next.score < first.score / 2.0);
        (answer.tier.is_some() && is_alone && !first.misheard).then(|| first.path.clone())
    }
}
