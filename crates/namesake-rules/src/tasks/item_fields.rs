//! What is written into a task that is made of an item, and how the fix is called.

use namesake_language::{Said, say};
use namesake_tasks::Date;
use namesake_text::path::NotePath;
use namesake_text::text::Edit;

/// That several people may be meant alike.
pub fn several_named(choices: &[(NotePath, Edit)]) -> Option<Said> {
    let names: Vec<&str> = choices.iter().map(|(person, _)| person.stem()).collect();
    (!names.is_empty()).then(|| say!("Several people may be meant: {people}.", people = names.join(", ")))
}

/// What is written into a task of an item, and why.
#[derive(Default)]
pub struct Fields {
    /// The name of the first owner who is known.
    pub owner: Option<String>,
    pub has_owner: bool,
    pub due: Option<Date>,
    pub edits: Vec<Edit>,
    pub evidence: Vec<Said>,
}

impl Fields {
    /// What the fix does, whether the item is a task already or not.
    pub fn title(&self, is_task: bool) -> Said {
        match (self.owner.as_deref(), self.due) {
            (None, None) if is_task => say!("Write its owner"),
            (Some(name), None) if is_task => say!("Write {name} as its owner", name),
            (_, Some(day)) if is_task && !self.has_owner => say!("Write that it is due {day}", day),
            (None, Some(day)) if is_task => say!("Write its owner, due {day}", day),
            (Some(name), Some(day)) if is_task => say!("Write {name} as its owner, due {day}", name, day),
            (None, None) => say!("Make it a task"),
            (Some(name), None) => say!("Make it a task of {name}", name),
            (None, Some(day)) => say!("Make it a task, due {day}", day),
            (Some(name), Some(day)) => say!("Make it a task of {name}, due {day}", name, day),
        }
    }
}
