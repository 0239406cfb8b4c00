//! Items that look like something to do and that nobody is asked about: those of old meetings, archives and road maps, those
//! that the note has settled or keeps track of in its own way, and lines that only tell.

use std::cell::OnceCell;

use super::item_statements::is_statement;
use super::item_words::state_ahead;
use super::settled_items::SettledItems;
use crate::vault::Vault;
use namesake_note::note::{Kind, Note, bullet};
use namesake_note::recognition::finished::{is_later, is_phase, is_plan, is_result};
use namesake_note::recognition::records::{is_record, is_record_title};
use namesake_text::fold::fold;
use namesake_text::text::Span;

/// What of a note's items nobody is asked about.
pub struct UnaskedItems<'n> {
    note: &'n Note,
    vault: &'n Vault,
    settled: OnceCell<SettledItems>,
    is_whole: bool,
}

impl<'n> UnaskedItems<'n> {
    /// Those of `note`.
    pub fn of(note: &'n Note, vault: &'n Vault) -> Self {
        Self { note, vault, settled: OnceCell::new(), is_whole: vault.is_long_past(&note.path) || is_record(note) }
    }

    /// Read when the first item asks, since most notes have nothing but tasks.
    fn settled(&self) -> &SettledItems {
        self.settled.get_or_init(|| SettledItems::of(self.note, &self.vault.config().settings.task_options()))
    }

    /// Whether nobody is asked whose the task on `line` is, which says `words`.
    pub fn has_task(&self, line: Span, words: &str) -> bool {
        self.is_whole || self.is_kept(line, words)
    }

    /// Whether nobody is asked about the item on `line`, which is no task yet and says `words`.
    pub fn has_item(&self, line: Span, words: &str) -> bool {
        self.has_task(line, words)
            || self.is_put_off(line)
            || self.is_procedure(line, words)
            || self.has_result(line)
            || self.settled().has(line, words, None)
            || is_statement(words, |name| self.takes_part(name))
            || self.is_marked_list(line)
    }

    /// Whether nobody is asked about the row of a table whose cells are `task` and `owner`. In a note that is no meeting a
    /// table of tasks is where they are kept.
    pub fn has_row(&self, task: Span, owner: Option<Span>) -> bool {
        let words = self.note.slice(task);
        self.is_whole
            || self.note.kind != Kind::Meeting
            || self.settled().has_table_of(task)
            || self.settled().has(task, words, owner.map(|owner| self.note.slice(owner)))
            || holds_secret(words)
    }

    /// Whether a heading above says that what stands there was kept, or is a part of a plan that is nobody's.
    fn is_kept(&self, line: Span, words: &str) -> bool {
        let kind = self.note.kind;
        let names_nobody = !words.contains(['@']) && !words.contains("[[");
        let is_part = |title: &str| kind != Kind::Meeting && names_nobody && is_phase(title);
        let mut over = self.note.body().sections_over(line.start);
        over.any(|section| is_record_title(&section.title, kind) || is_part(&section.title))
    }

    /// Whether a heading above says that what stands there is for later, or only planned.
    fn is_put_off(&self, line: Span) -> bool {
        let mut over = self.note.body().sections_over(line.start);
        over.any(|section| is_later(&section.title) || is_plan(&section.title))
    }

    /// Whether a section below says what came of it. Of a meeting it may be about something else.
    fn has_result(&self, line: Span) -> bool {
        let sections = &self.note.body().sections;
        let below = sections.partition_point(|section| section.heading.start < line.start);
        self.note.kind != Kind::Meeting && sections[below..].iter().any(|section| is_result(&section.title))
    }

    /// Whether the item is a numbered paragraph in a note that is no meeting: how something is done by anybody.
    fn is_procedure(&self, line: Span, words: &str) -> bool {
        let is_numbered = self.note.slice(line).trim_start().starts_with(|c: char| c.is_ascii_digit());
        self.note.kind != Kind::Meeting && is_numbered && words.len() > PARAGRAPH
    }

    /// Whether somebody who took part begins with this name.
    fn takes_part(&self, name: &str) -> bool {
        let name = fold(name);
        let first = |written: &str| fold(written.split(' ').next().unwrap_or_default());
        self.vault.attendees(&self.note.path).iter().any(|attendee| first(&attendee.written) == name)
    }

    /// Whether other items of the list have a sign of their own for what is done. In a meeting one that says how far it is
    /// itself is read.
    fn is_marked_list(&self, line: Span) -> bool {
        let text = self.note.slice(line).trim_start();
        if self.note.kind == Kind::Meeting && state_ahead(bullet(text).map_or(text, |at| &text[at..])).is_some() {
            return false;
        }
        let items = &self.note.body().items;
        let at = items.partition_point(|item| item.start < line.start);
        let depth = |item: &Span| indent(self.note.slice(*item));
        let Some(own) = items.get(at).filter(|item| item.start == line.start).map(depth) else { return false };
        let sections = &self.note.body().sections;
        let section = sections.partition_point(|section| section.heading.start < line.start);
        let is_near = |item: &&Span| {
            sections.partition_point(|section| section.heading.start < item.start) == section && depth(item) >= own
        };
        let is_marked = |item: &Span| depth(item) == own && is_marked_done(self.note.slice(*item));
        items[..at].iter().rev().take(NEIGHBOURS).take_while(is_near).any(is_marked)
            || items[at + 1..].iter().take(NEIGHBOURS).take_while(is_near).any(is_marked)
    }
}

/// A longer item of a numbered list tells how something is done, in bytes.
const PARAGRAPH: usize = 160;

/// How many items before and behind one may show how its list is kept.
const NEIGHBOURS: usize = 40;

fn indent(line: &str) -> usize {
    line.len() - line.trim_start_matches([' ', '\t', '>']).len()
}

/// Signs and words with which an item begins that is done, behind its number.
#[rustfmt::skip]
const DONE: &[&str] = &[
    "✅", "☑", "✔", "DONE", "FIXED", "RESOLVED", "ERLEDIGT", "FERTIG", "FAIT", "TERMINÉ", "HECHO", "LISTO", "RESUELTO", "FEITO",
    "CONCLUÍDO", "FATTO", "KLAAR", "GEDAAN", "ZROBIONE", "KLART", "ГОТОВО", "СДЕЛАНО",
];

fn is_marked_done(item: &str) -> bool {
    let item = item.trim_start_matches([' ', '\t', '>']);
    let words = bullet(item).map_or(item, |at| &item[at..]).trim_start_matches(['*', '_', '[', ' ']);
    let behind = DONE.iter().find_map(|done| words.strip_prefix(done));
    behind.is_some_and(|behind| !behind.starts_with(char::is_alphabetic))
}

/// Whether words hold a key or a password, which is copied nowhere.
fn holds_secret(words: &str) -> bool {
    const NAMES: [&str; 6] = ["token", "secret", "password", "passwort", "key", "contraseña"];
    words.split(|c: char| c.is_whitespace() || matches!(c, '`' | '"' | '|')).any(|word| {
        let (name, value) = word.split_once('=').unwrap_or(("", word));
        let is_named = NAMES.iter().any(|known| name.to_lowercase().ends_with(known)) && value.len() > 3;
        let has = |is: fn(char) -> bool| value.contains(is);
        let is_odd = has(|c| c.is_ascii_digit()) && has(|c| c.is_ascii_uppercase()) && has(|c| c.is_ascii_lowercase());
        let is_long =
            value.len() > 19 && value.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | '.'));
        is_named || is_odd && is_long
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn secrets_are_seen() {
        for words in ["Set `API_TOKEN=abcd1234` there", "Use sk-Ab3dEf6hIj9lMn2pQr5t", "password=hunter2"] {
            assert!(holds_secret(words), "{words}");
        }
        for words in ["Set the token", "Order 20 doors", "See https://example.com/a?b=c", "key = open"] {
            assert!(!holds_secret(words), "{words}");
        }
    }

    #[test]
    fn done_items_are_seen() {
        for item in ["- ✅ Doors", "  1. **HECHO 2025-05-17**: puertas", "* **DONE** doors"] {
            assert!(is_marked_done(item), "{item}");
        }
        for item in ["- Done doors", "- DONETSK", "- **Doors**: DONE", "- [x] Doors"] {
            assert!(!is_marked_done(item), "{item}");
        }
    }
}
