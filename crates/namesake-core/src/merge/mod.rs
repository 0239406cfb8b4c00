//! Merges two notes of one person: the winner takes in what the loser says, links and owners that lead to the loser lead to
//! the winner, and the loser is removed. The result is a plan like any other; the shells write it and keep the trash.

mod address;
mod blocks;
mod links;
mod owners;
mod properties;
mod sections;
mod sides;
mod tables;
#[cfg(test)]
mod tests;

use namesake_language::{Said, say};
use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use crate::pieces::person_note::person_note;
use crate::plan::{LeftOut, NoteChange, Plan};
use links::Rewrite;
use namesake_note::note::Note;
use namesake_text::path::NotePath;
use namesake_text::text::{self, plain};
use namesake_vault::vault::Vault;
pub use sides::{MergedProperty, MergedSection};

/// The name under which changes list merges, where others list a rule.
const NAME: &str = "merge";

/// Which notes to merge.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(tsify::Tsify))]
pub struct MergeRequest {
    /// The winner: the note that stays.
    pub winner: NotePath,
    /// The loser: the note that is removed.
    pub loser: NotePath,
    /// The properties whose value is taken from the loser if the two differ. All others are taken from the winner.
    #[serde(default)]
    #[cfg_attr(feature = "ts", tsify(type = "string[]"))]
    pub take: BTreeSet<String>,
}

/// The result of a merge.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "ts", derive(tsify::Tsify))]
pub struct Merge {
    /// The plan, with the winner's change first and the loser's removal last. If the notes cannot be merged, it has no changes
    /// and its `left` says why.
    pub plan: Plan,
    /// The properties side by side: the loser's in its order, then those that only the winner has.
    pub properties: Vec<MergedProperty>,
    /// The sections that gain something, in the loser's order.
    pub sections: Vec<MergedSection>,
}

/// Merges the notes of `request`. Nothing that either says is lost; if that cannot be promised, the plan is empty and says
/// why.
pub fn merge(vault: &mut Vault, request: &MergeRequest) -> Merge {
    vault.settle();
    match merged(vault, request) {
        Ok(merge) => merge,
        Err(reason) => {
            let left = vec![LeftOut { id: String::new(), reason }];
            Merge { plan: Plan { changes: Vec::new(), left }, properties: Vec::new(), sections: Vec::new() }
        }
    }
}

fn merged(vault: &Vault, request: &MergeRequest) -> Result<Merge, String> {
    let MergeRequest { winner, loser, take } = request;
    let (winner, loser) = (person_note(vault, winner, not_merged)?, person_note(vault, loser, not_merged)?);
    if winner.path == loser.path {
        return Err(say!("{note} is one note already.", note = winner.path).into());
    }
    if vault.are_distinct(&winner.path, &loser.path) {
        let distinct =
            say!("One of the notes says with “distinct_from” that they are two people. Take that out first.");
        return Err(distinct.into());
    }
    let rewrite = Rewrite::new(vault, winner, loser)?;
    let mut changes = Vec::new();
    let others = vault.notes().filter(|note| note.path != winner.path && note.path != loser.path);
    for note in others {
        let Some(edits) = Some(rewrite.text(note)?).filter(|edits| !edits.is_empty()) else { continue };
        changes.extend(change(vault, note, edits, say!("Its links and owners lead to the note that stays."))?);
    }
    let again = |note: &Note, edits| -> Result<_, String> {
        let text = text::apply(&note.text, edits).map_err(|error| error.to_string())?;
        Ok(vault.read(note.path.clone(), text))
    };
    let (mine, theirs) = (rewrite.text(winner)?, rewrite.text(loser)?);
    let (mine, theirs) = (again(winner, &mine)?, again(loser, &theirs)?);
    let properties = properties::merge(vault, mine.note(), theirs.note(), take)?;
    let from = format!("From {}", plain(loser.path.stem()));
    let (mine, theirs) = (mine.note(), theirs.note());
    let (body, sections) = sections::merge(vault, mine, theirs, &properties.left_over, &from)?;
    let merged = [properties.head.as_str(), &body].concat();
    let edits = text::changes(&winner.text, &merged);
    let message = say!("It takes in what {note} says.", note = loser.path);
    let mut changes: Vec<_> = change(vault, winner, edits, message)?.into_iter().chain(changes).collect();
    let message = say!("{note} says all of it.", note = winner.path).into();
    changes.push(NoteChange::removal(loser.path.clone(), loser.text.clone(), message, NAME));
    Ok(Merge { plan: Plan { changes, left: Vec::new() }, properties: properties.rows, sections })
}

fn not_merged(path: &NotePath) -> Said {
    say!("{path} is no note about a person; only these are merged.", path)
}

/// The change that `edits` make to `note`; `None` if they change nothing.
fn change(vault: &Vault, note: &Note, edits: Vec<text::Edit>, message: Said) -> Result<Option<NoteChange>, String> {
    let told = (Vec::new(), vec![message.into()], vec![NAME]);
    NoteChange::made(vault, &note.path, edits, told).map_err(|reason| format!("{}: {reason}", note.path))
}
