//! How the notes of a vault write their properties and lay out their lines. What a third of the notes of a kind do alike
//! is the vault's habit and no damage.

use std::collections::{BTreeMap, BTreeSet};

use namesake_note::note::{Kind, Layout, Note};
use namesake_note::vocabulary::key;
use namesake_text::frontmatter::{Entry, Value};

/// The form of a value: digits as `9`, runs of letters as `a`, signs and blanks as they are. A list has the forms that
/// its items have, each once.
pub type ValueForm = String;

/// What a note writes in its own way.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Written {
    /// A property, its name folded, with the form of its value.
    Property(String, ValueForm),
    /// A date, in whichever property: whoever writes `created` so writes `updated` so.
    Date(ValueForm),
    /// Lines.
    Layout(Layout),
}

impl Written {
    /// How `note` writes the property `entry`.
    pub fn property(note: &Note, entry: &Entry) -> Self {
        let form = value_form(note, entry);
        if is_date(&form) { Self::Date(form) } else { Self::Property(key(&entry.key), form) }
    }

    /// All that `note` writes. Rules lay out the lines of person notes only.
    pub fn all(note: &Note) -> impl Iterator<Item = Self> {
        let layouts = Layout::ALL.into_iter().filter(|_| note.kind == Kind::Person);
        let layouts = layouts.filter(|layout| layout.is_in(note)).map(Self::Layout);
        note.frontmatter.entries.iter().map(|entry| Self::property(note, entry)).chain(layouts)
    }

    /// Whether it can be a habit. A list of plain words is how every good list is written.
    fn is_telling(&self) -> bool {
        match self {
            Self::Property(_, form) => !is_plain(form),
            Self::Date(_) | Self::Layout(_) => true,
        }
    }
}

/// Counts of how notes are written.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Habits {
    /// How many notes of a kind write something so.
    written: BTreeMap<(Kind, Written), usize>,
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
    /// What they write alike.
    pub written: Written,
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
        // A note that writes two dates alike counts once.
        for written in Written::all(note).collect::<BTreeSet<_>>() {
            change(self.written.entry((note.kind, written)).or_default());
        }
    }

    /// Whether so many notes of a kind write this that it is a habit.
    pub fn is_habit(&self, kind: Kind, written: &Written) -> bool {
        written.is_telling() && self.is_frequent(&(kind, written.clone()))
    }

    fn is_frequent(&self, written: &(Kind, Written)) -> bool {
        let count = self.written.get(written).copied().unwrap_or_default();
        let notes = self.notes.get(&written.0).copied().unwrap_or_default();
        count >= LEAST && 3 * count >= notes
    }

    /// The habits, in order.
    pub fn all(&self) -> impl Iterator<Item = Habit> {
        let frequent = self.written.iter().filter(|(written, _)| self.is_frequent(written));
        frequent.map(|((kind, written), notes)| Habit {
            kind: *kind,
            written: written.clone(),
            notes: *notes,
            of: self.notes.get(kind).copied().unwrap_or_default(),
        })
    }
}

/// Whether a form is that of a list of plain words.
fn is_plain(form: &str) -> bool {
    let items = form.strip_prefix(['[', '-']).filter(|items| items.starts_with('a'));
    items.is_some_and(|items| {
        items.split('|').all(|item| item.chars().all(|c| matches!(c, 'a' | '9' | '-' | '_' | '/')))
    })
}

/// Whether a form is that of a date, with or without a time.
fn is_date(form: &str) -> bool {
    let signs = form.trim_matches(['"', '\'']);
    signs.matches('9').count() >= 4
        && signs.starts_with('9')
        && signs.contains(['-', '/', '.'])
        && signs.chars().all(|c| matches!(c, '9' | '-' | '/' | '.' | ':' | ' ' | 'a'))
}

/// The most bytes of a value that its form is made of.
const LONGEST: usize = 80;

/// The form of the value of a property in `note`.
fn value_form(note: &Note, entry: &Entry) -> ValueForm {
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
    use crate::vault::Vault;
    use namesake_note::config::Config;

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
        vault.is_habit(note.kind, &Written::property(note, note.frontmatter.get("created").unwrap()))
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
