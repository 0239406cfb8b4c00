//! Splits a person's note that holds two people: pieces of it move into a new note beside it, with the links that mean
//! the other person. The opposite of a merge, and like it a plan that the shells write.

mod body;
mod links;
mod parts;
mod properties;
#[cfg(test)]
mod tests;

use namesake_language::{Said, say};
use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use crate::pieces::person_note::person_note;
use crate::plan::{LeftOut, NoteChange, Plan};
use links::Relinking;
use namesake_note::note::{Kind, Note};
use namesake_text::path::NotePath;
use namesake_text::text;
use namesake_vault::new_person::beside;
use namesake_vault::person::two_people::TwoPeople;
use namesake_vault::vault::Vault;
use parts::Part;
pub use parts::{SplitPart, SplitSide};

/// The name under which changes list splits, where others list a rule.
const NAME: &str = "split";

/// Which note to split, and how.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(tsify::Tsify))]
pub struct SplitRequest {
    /// The note.
    pub note: NotePath,
    /// The name of the other person and of the new note. If it is absent, the note itself has to say it.
    #[serde(default)]
    #[cfg_attr(feature = "ts", tsify(optional))]
    pub name: Option<String>,
    /// The numbers of the parts that move. If it is absent, those move that agree with the other person.
    #[serde(default)]
    #[cfg_attr(feature = "ts", tsify(optional, type = "number[]"))]
    pub moved: Option<BTreeSet<usize>>,
}

/// The result of a split.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "ts", derive(tsify::Tsify))]
pub struct Split {
    /// The plan, with the new note first. If the note cannot be split so, it has no changes and its `left` says why.
    pub plan: Plan,
    /// The name of the other person, given or proposed; empty if there is none.
    pub name: String,
    /// The new note, if it can be made.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub path: Option<NotePath>,
    /// What speaks for two people, in sentences.
    pub signs: Vec<String>,
    /// Everything in the note that can move, in its order.
    pub parts: Vec<SplitPart>,
}

/// Splits the note of `request`. Nothing that it says is lost; if that cannot be promised, the plan is empty and says
/// why.
pub fn split(vault: &mut Vault, request: &SplitRequest) -> Split {
    vault.settle();
    let refused = |reason| Plan { changes: Vec::new(), left: vec![LeftOut { id: String::new(), reason }] };
    let note = match person_note(vault, &request.note, not_split) {
        Ok(note) => note,
        Err(reason) => {
            let (name, signs, parts) = (String::new(), Vec::new(), Vec::new());
            return Split { plan: refused(reason), name, path: None, signs, parts };
        }
    };
    let given = request.name.as_deref().map(str::trim).filter(|name| !name.is_empty());
    let people = given.map_or_else(|| TwoPeople::of(note, vault), |name| TwoPeople::called(note, vault, name));
    let parts = parts::parts(vault, note, &people, request.moved.as_ref());
    // Where the user has emptied the field, nothing is proposed again.
    let proposed = || people.other.clone().unwrap_or_default();
    let name = request.name.as_ref().map_or_else(proposed, |name| name.trim().to_owned());
    let made = new_note(vault, note, &name);
    let path = made.as_ref().ok().map(|(_, path)| path.clone());
    let unknown = request.moved.iter().flatten().find(|number| !parts.iter().any(|part| part.shown.number == **number));
    let changes = match unknown {
        Some(number) => Err(say!("The note has no part {number}; look at its parts again.", number).into()),
        None => made.and_then(|(name, path)| changes(vault, note, &parts, &name, path)),
    };
    let plan = changes.map_or_else(refused, |changes| Plan { changes, left: Vec::new() });
    let signs = people.signs.into_iter().map(|sign| sign.sentence.into()).collect();
    Split { plan, name, path, signs, parts: parts.into_iter().map(|part| part.shown).collect() }
}

/// The name and path of the new note.
fn new_note(vault: &Vault, note: &Note, name: &str) -> Result<(String, NotePath), String> {
    match name {
        "" => Err(say!("Nothing in the note names the other person. Give the new note a name.").into()),
        name => beside(vault, name, &note.path),
    }
}

fn changes(vault: &Vault, note: &Note, parts: &[Part], name: &str, path: NotePath) -> Result<Vec<NoteChange>, String> {
    if !parts.iter().any(Part::moves) {
        return Err(say!("Nothing moves yet. Choose what belongs to the other person.").into());
    }
    let heads = properties::divide(note, parts, name)?;
    let bodies = body::divide(vault, note, parts, name)?;
    let kept = vault.read(note.path.clone(), [heads.kept.as_str(), &bodies.kept].concat());
    let new = vault.read(path.clone(), [heads.new.as_str(), &bodies.new].concat());
    let new = match new.note().kind {
        Kind::Person => new,
        _ => vault.read(path.clone(), properties::of_a_person(new.into_text())?),
    };
    // Rules that come to stand at the top would be read as properties.
    let is_apart = kept.note().frontmatter.fence.body() == heads.kept.len();
    if !is_apart || !body::holds(kept.note(), new.note(), note, bodies.table_heads) {
        return Err(say!(
            "The two notes would not read as the one does. Move something else along, or split it by hand."
        )
        .into());
    }
    let relinking = Relinking::new(vault, note, new.note(), parts);
    let edits = relinking.in_half(new.note());
    let text = text::apply(&new.note().text, &edits).map_err(|error| error.to_string())?;
    let causes = |message: Said| (Vec::new(), vec![message.into()], vec![NAME]);
    let message = say!("It takes over what is about {name} in {note}.", name, note = note.path);
    let mut creation = NoteChange::creation(path, text, causes(message));
    creation.entry.from = Some(note.path.clone());
    let mut changes = vec![creation];
    let edits = relinking.in_half(kept.note());
    let text = text::apply(&kept.note().text, &edits).map_err(|error| error.to_string())?;
    let mut all =
        vec![(note, text::changes(&note.text, &text), say!("What is about {name} has a note of its own.", name))];
    for other in vault.notes().filter(|other| other.path != note.path) {
        all.push((other, relinking.elsewhere(other)?, say!("Its links to {name} lead to the new note.", name)));
    }
    for (other, edits, message) in all {
        let change = NoteChange::made(vault, &other.path, edits, causes(message));
        changes.extend(change.map_err(|reason| format!("{}: {reason}", other.path))?);
    }
    changes[1..].sort_by(|a, b| a.path.cmp(&b.path));
    Ok(changes)
}

fn not_split(path: &NotePath) -> Said {
    say!("{path} is no note about a person; only these are split.", path)
}
