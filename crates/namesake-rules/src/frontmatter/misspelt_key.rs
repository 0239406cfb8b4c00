//! Names of properties that are one letter off a usual one.

use std::collections::BTreeSet;

use crate::{Report, Rule};
use namesake_language::{Said, say};
use namesake_note::finding::{Draft, Fix, Tier};
use namesake_note::note::Note;
use namesake_note::word_list::WordList;
use namesake_text::frontmatter::schema::USUAL_NAMES;
use namesake_text::frontmatter::{Entry, rename_key};
use namesake_vault::vault::Vault;
use strsim::osa_distance;

/// The rule.
pub const RULE: Rule = Rule {
    name: "misspelt-key",
    what: "Asks about a property whose name only this note has, and which is one letter off a usual name or off one that \
           many notes of the vault have, where the note has no property of that name.",
    why: "What stands under `tile` or `tgas` is in no list and no query, and nothing says so.",
    example: "`particpants: [Ann Lee]` -> on offer: `participants: [Ann Lee]`",
    check,
    ..Rule::FRONTMATTER
};

/// So many notes make a name usual in the vault.
const USUAL: usize = 10;
/// Shorter names (in letters) have too many neighbours that are words: `url` and `uri`, `end` and `and`.
const SHORTEST: usize = 4;
/// In a shorter name another letter makes another word: `date` and `data`, `role` and `rule`.
const SHORTEST_WITH_OTHER_LETTER: usize = 6;

/// Names that are words of their own, though one letter off a usual one: in other languages, or for another thing. In lower
/// case.
static WORDS: WordList = WordList::new(
    "\
    autor autors categorias classe create creates dated daten dater descripcion \
    imaged imagem imagen imager kin lan modifier modifies projekt projet publisher relate \
    relates reviewer rol rolle sourced star stat states stats statut statuts titel titled typ \
    typed update updater updates",
);

fn check(note: &Note, vault: &Vault, report: &mut Report) {
    let mut names = None;
    for entry in note.frontmatter.single().filter(|entry| is_odd(&entry.key.to_lowercase(), vault)) {
        let key = entry.key.to_lowercase();
        let names: &BTreeSet<String> = names.get_or_insert_with(|| names_of(note));
        let meant = meant(&key, vault).into_iter().filter(|name| !names.contains(*name)).collect::<Vec<_>>();
        if !meant.is_empty() {
            report.add(draft(note, vault, entry, &meant));
        }
    }
}

/// The names in the note, in lower case.
fn names_of(note: &Note) -> BTreeSet<String> {
    note.frontmatter.entries.iter().map(|entry| entry.key.to_lowercase()).collect()
}

/// Whether a name may be a slip: nobody else writes it, and neither the settings nor Obsidian know it.
fn is_odd(key: &str, vault: &Vault) -> bool {
    let is_in_schema = || {
        let schemas = vault.config().settings.schemas.values();
        let named = |name: &String| name.to_lowercase() == key;
        schemas
            .into_iter()
            .any(|schema| schema.allowed.iter().chain(&schema.required).chain(schema.values.keys()).any(named))
    };
    key.chars().count() + 1 >= SHORTEST
        && !USUAL_NAMES.contains(&key)
        && vault.usage().of_name(key) <= 1
        && !WORDS.contains(key)
        && vault.stated_type(key).is_none()
        && !is_in_schema()
}

/// The names that may be meant, in order.
fn meant<'v>(key: &str, vault: &'v Vault) -> BTreeSet<&'v str> {
    let first = key.chars().next().unwrap_or_default();
    let own = vault.usage().names_from(first).filter(|(_, count)| *count >= USUAL).map(|(name, _)| name);
    own.chain(USUAL_NAMES.iter().copied()).filter(|name| is_slip(key, name)).collect()
}

/// Whether `key` is `name` with one letter left out, doubled, changed for another or two of them turned round. The first
/// letter is hardly ever wrong, and an `s` at the end makes a plural.
fn is_slip(key: &str, name: &str) -> bool {
    let letters = |text: &str| text.chars().filter(|c| c.is_alphabetic()).collect::<Vec<char>>();
    let sorted = |text: &str| {
        let mut letters = letters(text);
        letters.sort_unstable();
        letters
    };
    let (of_key, of_name) = (letters(key), letters(name));
    let is_turned = sorted(key) == sorted(name);
    let is_other_letter = of_key.len() == of_name.len() && !is_turned;
    let stem = |text: &str| text.strip_suffix('s').map(str::to_owned);
    of_name.len() >= SHORTEST
        && of_key.first() == of_name.first()
        && of_key != of_name
        && !(is_other_letter && of_name.len() < SHORTEST_WITH_OTHER_LETTER)
        && stem(key).as_deref() != Some(name)
        && stem(name).as_deref() != Some(key)
        && osa_distance(key, name) == 1
}

fn draft(note: &Note, vault: &Vault, entry: &Entry, meant: &[&str]) -> Draft {
    let quoted: Vec<String> = meant.iter().map(|name| format!("`{name}`")).collect();
    let subject = format!("{} -> {}", entry.key, quoted.join(" or "));
    let names = quoted.into_iter().map(Said::verbatim);
    let names = names.reduce(|first, last| say!("{first} or {last}", first, last)).unwrap_or_default();
    let message = say!("`{key}` may be {names}.", key = entry.key, names);
    let mut draft = Draft::new(Tier::Review, entry.key_span, subject, message)
        .because(say!("No other note has a property of this name."));
    for name in meant {
        let count = vault.usage().of_name(name);
        draft = draft.because(match count {
            0 => say!("`{name}` is a usual name.", name),
            1 => say!("`{name}` is a usual name, and another note has it.", name),
            _ => say!("{count} notes have `{name}`.", count, name),
        });
        let new = in_case_of(&entry.key, name);
        let edits = rename_key(&note.text, &note.frontmatter, &entry.key, &new);
        let fix = |edits| Fix::in_note(say!("Call it `{new}`", new), &note.path, edits);
        draft = draft.offer(edits.map(|edits| fix(edits).of_property(&entry.key).of_property(&new)));
    }
    draft
}

/// `name` with a capital letter where the misspelt one has one.
fn in_case_of(written: &str, name: &str) -> String {
    let mut letters = name.chars();
    match letters.next().filter(|_| written.starts_with(char::is_uppercase)) {
        Some(first) => first.to_uppercase().chain(letters).collect(),
        None => name.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slip_is_one_letter_off_and_another_word_is_none() {
        for (key, name) in [
            ("tile", "title"),
            ("tgas", "tags"),
            ("alises", "aliases"),
            ("particpants", "participants"),
            ("dat", "date"),
            ("creatd", "created"),
            ("tittle", "title"),
            ("stutus", "status"),
        ] {
            assert!(is_slip(key, name), "{key}");
        }
        for (key, name) in [
            ("data", "date"),
            ("late", "date"),
            ("roles", "role"),
            ("topic", "topics"),
            ("rating2", "rating"),
            ("last-contact", "last_contact"),
            ("uri", "url"),
            ("rule", "role"),
            ("name", "title"),
        ] {
            assert!(!is_slip(key, name), "{key}");
        }
    }
}
