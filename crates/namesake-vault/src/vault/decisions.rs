//! What the user decides about names, and what follows from it for the forms in meetings.

use std::collections::BTreeSet;

use super::store::Vault;
use crate::facts::Facts;
use namesake_names::key;
use namesake_note::decisions::{Decision, FormDecisions, form_key};
use namesake_text::path::NotePath;

impl Vault {
    /// Remembers a decision that is made at this time, in milliseconds since 1970.
    pub fn decide(&mut self, decision: Decision, at: u64) {
        self.config.decisions.decide(decision, at);
        self.apply_decisions();
    }

    /// Forgets a decision, as if it had never been made.
    pub fn forget(&mut self, decision: &Decision, at: u64) {
        self.config.decisions.forget(decision, at);
        self.apply_decisions();
    }

    /// Moves the decisions about `loser`, which was merged into `winner`, to `winner`. Rejections of the winner's names
    /// are forgotten, since all of them mean it now.
    pub fn merged(&mut self, loser: &NotePath, winner: &NotePath, at: u64) {
        self.config.decisions.rename(loser, winner);
        let names = self.facts(winner).map(Facts::names).unwrap_or_default();
        let names = names.iter().map(|name| form_key(name)).collect::<BTreeSet<_>>();
        self.config.decisions.allow(winner, &names, at);
        self.apply_decisions();
    }

    /// Brings the meanings of names up to date with the decisions.
    pub(super) fn apply_decisions(&mut self) {
        let form_decisions = FormDecisions::of(&self.config.decisions);
        if form_decisions == self.form_decisions {
            return;
        }
        self.changes += 1;
        let before = std::mem::replace(&mut self.form_decisions, form_decisions);
        let others = |path: &&NotePath| before.aliases(path) != self.form_decisions.aliases(path);
        for path in
            before.aliased().chain(self.form_decisions.aliased()).filter(others).cloned().collect::<BTreeSet<_>>()
        {
            if let Some(person) = self.person(&path).cloned() {
                self.update_name_index(&path, Some(&person), None);
            }
        }
        let decided = || before.changed(&self.form_decisions).map(key::decided);
        self.unsettled.extend(self.forms.meetings(decided()).cloned());
        self.forms.invalidate(decided());
    }
}
