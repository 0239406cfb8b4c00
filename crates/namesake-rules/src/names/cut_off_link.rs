//! Links whose target is cut off.

use crate::{Report, Rule};
use namesake_language::say;
use namesake_note::finding::{Draft, Fix, Tier};
use namesake_note::note::Note;
use namesake_text::path::NotePath;
use namesake_vault::facts::iso_day;
use namesake_vault::mentions::form_places::{FormPlace, FormTable, WrittenForm, retargeted};
use namesake_vault::vault::Vault;

/// The rule.
pub const RULE: Rule = Rule {
    name: "cut-off-link",
    what: "Reconnects a link whose target was cut off to the note whose name begins like that; of several, it asks which, \
           and says so where no name does.",
    why: "Importers cut names at 80 characters, and such a link leads nowhere: no backlink, and a click makes an empty note.",
    example: "`[[2025-05-07 - Dock trial, what we learned and whether the other seventeen doors foll]]` -> the whole name",
    check,
    ..Rule::NAMES
};

/// The least characters of a cut-off name: nobody types so many of a longer name and stops.
const LONG: usize = 60;
/// The lengths at which importers cut a target with its folder, and the same without a blank at the end.
const CUT: std::ops::RangeInclusive<usize> = 78..=80;
/// The most notes to choose from; among more, none is likelier than the others.
const MOST: usize = 3;

fn check(note: &Note, vault: &Vault, report: &mut Report) {
    let mut forms = FormTable::default();
    for link in &note.body().links {
        let target = note.slice(link.target);
        if !link.markdown && is_cut(target) && !is_no_note(target) && vault.linked(target).is_none() {
            forms.add(target, FormPlace::Link(link));
        }
    }
    for form in forms.in_order() {
        if let Some(draft) = draft(note, vault, &form) {
            report.add(draft);
        }
    }
}

/// Whether a target is as long as one that was cut off.
fn is_cut(target: &str) -> bool {
    let stem = target.rsplit('/').next().unwrap_or(target);
    target.len() >= LONG && (stem.chars().count() >= LONG || CUT.contains(&target.chars().count()))
}

/// Whether a target is an address, or ends in the extension of a file. Cut off is the end of a name, so that a name with an
/// extension is whole.
fn is_no_note(target: &str) -> bool {
    if target.contains("://") {
        return true;
    }
    let name = target.rsplit('/').next().unwrap_or(target).trim_end();
    let is_extension = |end: &str| {
        (2..=5).contains(&end.len())
            && end.bytes().all(|byte| byte.is_ascii_alphanumeric())
            && end.bytes().any(|byte| byte.is_ascii_alphabetic())
    };
    name.rsplit_once('.').is_some_and(|(name, end)| is_extension(end) && name.ends_with(|c: char| !c.is_whitespace()))
}

/// Whether a target is called as importers call meetings, and has a length at which they cut, with or without the day before
/// the title. Any other target may be a note that does not exist yet.
fn is_cut_by_importer(target: &str) -> bool {
    let title = target.split_once(" - ").filter(|(day, _)| iso_day(day).is_some()).map(|(_, title)| title);
    title.is_some_and(|title| [target, title].iter().any(|name| CUT.contains(&name.chars().count())))
}

fn draft(note: &Note, vault: &Vault, form: &WrittenForm) -> Option<Draft> {
    let target = form.written;
    let start = target.rsplit('/').next().unwrap_or(target).trim_end_matches(['.', '…']).trim_end();
    let meant: Vec<&NotePath> = vault.named_from(start).take(MOST + 1).collect();
    // Where nothing but a full stop is missing, nothing was cut off.
    let length = start.chars().count();
    let is_whole = |path: &&NotePath| !path.stem().chars().skip(length).any(char::is_alphanumeric);
    if meant.len() > MOST || meant.iter().any(is_whole) {
        return None;
    }
    let fix = |path: &&NotePath| {
        let link = vault.wikilink(&note.path, path, "")?;
        let edits = form.places.iter().filter_map(|place| match place {
            // If the cut is after a word, the full name has a blank there.
            FormPlace::Link(old) => Some(retargeted(note, old, &link)).map(|mut edit| {
                edit.span.end += note.text[edit.span.end..].bytes().take_while(|byte| *byte == b' ').count();
                edit
            }),
            _ => None,
        });
        Some(Fix::in_note(say!("Link to “{name}”", name = path.stem()), &note.path, edits.collect()))
    };
    let fixes: Vec<Fix> = meant.iter().filter_map(fix).collect();
    if fixes.is_empty() && !is_cut_by_importer(target) {
        return None;
    }
    let mut draft = Draft::new(
        Tier::Review,
        form.places[0].span(),
        target,
        say!("The link to “{target}” leads nowhere: its target was cut off.", target),
    );
    draft = draft.because(match meant.as_slice() {
        [] => say!("No note's name begins with these words, so it is left as it is."),
        [_] => say!("One note's name begins with these words."),
        several => {
            say!("The names of {count} notes begin with these words; look which is meant.", count = several.len())
        }
    });
    draft.fixes = fixes;
    Some(draft)
}
