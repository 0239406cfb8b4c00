//! How the notes of a vault write their properties. What a third of the notes of a kind do alike is the vault's habit and
//! no damage.

use std::collections::BTreeMap;

use crate::note::{Kind, Note};
use crate::vocabulary::key;
use namesake_text::frontmatter::{Entry, Value};

/// The form of a value: digits as `9`, runs of letters as `a`, signs and blanks as they are. A list has the forms that
/// its items have, each once.
pub type ValueForm = String;

/// Counts of how properties are written.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Habits {
    /// How many notes of a kind write a property in a form.
    forms: BTreeMap<(Kind, String, ValueForm), usize>,
    /// How many notes of a kind there are.
    notes: BTreeMap<Kind, usize>,
}

/// Fewer notes than this show no habit.
const LEAST: usize = 20;

/// A habit of the vault.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Habit {
    /// The kind of the notes.
    pub kind: Kind,
    /// The property, folded.
    pub key: String,
    /// The form that its value has.
    pub form: ValueForm,
    /// How many notes write it so.
    pub notes: usize,
    /// How many notes of the kind there are.
    pub of: usize,
}

impl Habits {
    /// Counts a note in with `change`, or out of the counts.
    pub fn count(&mut self, note: &Note, change: impl Fn(&mut usize)) {
        if note.kind == Kind::Excluded || !note.frontmatter.is_valid() {
            return;
        }
        change(self.notes.entry(note.kind).or_default());
        for entry in &note.frontmatter.entries {
            change(self.forms.entry((note.kind, key(&entry.key), value_form(note, entry))).or_default());
        }
    }

    /// Whether so many notes of its kind write the property as `note` does that it is a habit.
    pub fn is_habit(&self, note: &Note, entry: &Entry) -> bool {
        let form = value_form(note, entry);
        !is_plain(&form) && self.is_frequent(&(note.kind, key(&entry.key), form))
    }

    fn is_frequent(&self, written: &(Kind, String, ValueForm)) -> bool {
        let count = self.forms.get(written).copied().unwrap_or_default();
        let notes = self.notes.get(&written.0).copied().unwrap_or_default();
        count >= LEAST && 3 * count >= notes
    }

    /// The habits, in order.
    pub fn all(&self) -> impl Iterator<Item = Habit> {
        let frequent = self.forms.iter().filter(|(written, _)| self.is_frequent(written));
        frequent.map(|((kind, key, form), notes)| Habit {
            kind: *kind,
            key: key.clone(),
            form: form.clone(),
            notes: *notes,
            of: self.notes.get(kind).copied().unwrap_or_default(),
        })
    }
}

/// Whether a form is that of a list of plain words. Every good list has it, so it shows no habit of writing lists badly.
fn is_plain(form: &str) -> bool {
    let items = form.strip_prefix(['[', '-']).filter(|items| items.starts_with('a'));
    items.is_some_and(|items| {
        items.split('|').all(|item| item.chars().all(|c| matches!(c, 'a' | '9' | '-' | '_' | '/')))
    })
}

/// The most bytes of a value that its form is made of.
const LONGEST: usize = 80;

/// The form of the value of a property in `note`.
pub fn value_form(note: &Note, entry: &Entry) -> ValueForm {
    match &entry.value {
        Value::List { items, flow, .. } => {
            let mut forms: Vec<String> = items.iter().map(|item| form_of(note.slice(item.span))).collect();
            forms.sort();
            forms.dedup();
            let bracket = if *flow { "[" } else { "-" };
            [bracket, &forms.join("|")].concat()
        }
        _ => form_of(note.slice(entry.value_span)),
    }
}

fn form_of(text: &str) -> String {
    let mut form = String::new();
    for c in text.chars().take(LONGEST) {
        match c {
            '0'..='9' => form.push('9'),
            c if c.is_alphabetic() => {
                if !form.ends_with('a') {
                    form.push('a');
                }
            }
            c => form.push(c),
        }
    }
    form
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::config::Config;
    use crate::vault::Vault;

    fn vault(notes: usize, written: &str) -> Vault {
        let mut vault = Vault::new(Config::default());
        for at in 0..notes {
            vault.upsert(format!("Notes/n{at}.md").as_str().into(), format!("---\ncreated: {written}\n---\n"));
        }
        vault
    }

    fn is_habit(vault: &Vault, text: &str) -> bool {
        let note = vault.read("Notes/new.md".into(), text.to_owned());
        let note = note.note();
        vault.is_habit(note, note.frontmatter.get("created").unwrap())
    }

    #[test]
    fn what_a_third_of_the_notes_do_is_a_habit_until_they_do_it_no_more() {
        let mut vault = vault(20, "2026-03-04 12:00");
        assert!(is_habit(&vault, "---\ncreated: 2025-01-02 08:30\n---\n"));
        assert!(!is_habit(&vault, "---\ncreated: 2025/01/02 08:30\n---\n"));
        vault.upsert("Notes/n0.md".into(), "---\ncreated: 2026-03-04\n---\n".to_owned());
        assert!(!is_habit(&vault, "---\ncreated: 2025-01-02 08:30\n---\n"), "19 are few");
    }

    #[test]
    fn lists_have_the_forms_of_their_items() {
        let vault = vault(0, "");
        let form = |text: &str| {
            let note = vault.read("a.md".into(), text.to_owned());
            value_form(note.note(), note.note().frontmatter.get("tags").unwrap())
        };
        assert_eq!(form("---\ntags:\n  - one\n  - two\n---\n"), "-a");
        assert_eq!(form("---\ntags:\n  -\n---\n"), "-");
        assert_eq!(form("---\ntags: [one, \"#2\"]\n---\n"), "[\"#9\"|a");
    }
}
