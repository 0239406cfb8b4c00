//! Owners who are named by the beginning of a name: the only one who bears it, or several who do.

use namesake_names::Answer;
use namesake_note::note::Kind;
use namesake_tasks::owners::{Owner, Reading};
use namesake_text::path::NotePath;
use namesake_text::text::Edit;

use super::{ItemOwner, ItemOwners};
use crate::tasks::lone_name::LoneName;
use crate::tasks::owner_style;

impl ItemOwners<'_> {
    /// Whether a name in its place says whose something is: in a list, or in words of a meeting.
    pub(super) fn says_whose(&self, is_bare: bool) -> bool {
        !is_bare || self.note.kind == Kind::Meeting
    }

    /// What a name means of which the names engine gives `answer`.
    pub(super) fn lone(&self, name: &str, answer: Answer, is_owner: bool) -> LoneName {
        LoneName::of(self.vault, self.note, &self.context, name, answer, is_owner)
    }

    /// What an owner means that the names engine reads as `reading`, or as nobody: then its longest reading that one person
    /// alone is called by.
    pub(super) fn lone_reading<'t>(
        &self,
        owner: &Owner<'t>,
        reading: Reading<'t>,
        answer: Answer,
        is_bare: bool,
    ) -> (Reading<'t>, LoneName) {
        let is_known = answer.tier.is_some() || owner.note.is_some();
        let is_owner = self.says_whose(is_bare);
        let lone = self.lone(reading.name, answer, is_owner && !is_known);
        if is_known || lone.is_sole {
            return (reading, lone);
        }
        let sole = |shorter: Reading<'t>| {
            let found = self.lone(shorter.name, Answer::nobody(), is_owner);
            found.is_sole.then_some((shorter, found))
        };
        // The longest was looked at.
        owner.readings().into_iter().skip(1).find_map(sole).unwrap_or((reading, lone))
    }

    /// How each of those who may be meant alike is written into a task, where its words name nobody who is known.
    pub fn alternatives(&self, owners: &[ItemOwner]) -> Vec<(NotePath, Edit)> {
        if owners.iter().any(ItemOwner::is_known) {
            return Vec::new();
        }
        let Some(torn) = owners.iter().find(|owner| owner.is_torn()) else { return Vec::new() };
        let write = |person: &NotePath| {
            let words = owner_style::written(self.vault, &self.note.path, person, &torn.name)?;
            Some((person.clone(), Edit::replace(torn.place, words)))
        };
        torn.choices.iter().filter_map(write).collect()
    }
}
