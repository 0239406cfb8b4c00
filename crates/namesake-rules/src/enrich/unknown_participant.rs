//! People who took part in a meeting and have no note.

use crate::{Report, Rule};
use namesake_language::say;
use namesake_names::Question;
use namesake_note::finding::{Draft, Fix, Tier};
use namesake_note::note::{Kind, Note};
use namesake_text::path::NotePath;
use namesake_vault::mentions::form_places::{FormPlace, FormTable, WrittenForm, edits, listed};
use namesake_vault::mentions::listed::{LIKELY_COMPANY, bare, is_asked, is_full_name, likeness};
use namesake_vault::new_person::NewPerson;
use namesake_vault::vault::Vault;

/// The rule.
pub const RULE: Rule = Rule {
    name: "unknown-participant",
    what: "Offers a note for somebody who took part in a meeting and whom nobody in the vault is like, made from the template \
           of the settings; the name in the list leads there.",
    why: "What a meeting learned about somebody without a note is lost.",
    example: "`**Participants:** Jürgen Kaspar` -> a note “Jürgen Kaspar” and `**Participants:** [[Jürgen Kaspar]]`",
    check,
    ..Rule::ENRICH
};

fn check(note: &Note, vault: &Vault, report: &mut Report) {
    if note.kind != Kind::Meeting || !vault.attendees(&note.path).iter().any(|attendee| attendee.person.is_none()) {
        return;
    }
    let mut forms = FormTable::default();
    let mut there: Vec<&NotePath> = Vec::new();
    for (name, place) in listed(note, vault) {
        if let [only] = vault.known_names().called(bare(name)).as_slice() {
            there.push(only);
        }
        forms.add(name, place);
    }
    let context = vault.context(note, None);
    for form in forms.in_order() {
        let is_nobody = || vault.form_decisions().is_nobody(form.written, Some(&note.path));
        if !is_full_name(form.written)
            || !is_wanted(note, vault, form.written)
            || says_no_note(note, form.written)
            || is_nobody()
            || !vault.known_names().called(form.written).is_empty()
        {
            continue;
        }
        // The rule `mention` asks about names like somebody's, with a new note as the last choice.
        let is_company = || vault.ask(&Question::company(form.written), Some(&note.path)).score >= LIKELY_COMPANY;
        // Who stands there by name and is called otherwise at the first is somebody else.
        let rejected: Vec<NotePath> =
            there.iter().filter(|path| likeness(vault, path, form.written) == 0.0).copied().cloned().collect();
        let question = Question { rejected: &rejected, ..context.question(form.written) };
        if is_asked(form.written, &vault.ask(&question, Some(&note.path)), vault, &context) || is_company() {
            continue;
        }
        report.add(offered(note, vault, &form));
    }
}

/// Whether a note is wanted for who is written so: the vault keeps notes of everybody, or they come again and again. It
/// is offered once, in the newest meeting.
fn is_wanted(note: &Note, vault: &Vault, written: &str) -> bool {
    let meetings: Vec<&NotePath> = vault.meetings_listing(written).collect();
    let day = |path: &NotePath| vault.meeting(path).and_then(|meeting| meeting.date.as_deref());
    let newest = meetings.iter().max_by(|a, b| day(a).cmp(&day(b)).then_with(|| a.cmp(b)));
    let is_newest = newest.is_none_or(|newest| **newest == note.path);
    // A table of people names many whom nobody keeps notes of.
    let is_kept = || vault.roster_of(written).is_none();
    is_newest
        && (meetings.len() > 1
            || is_kept() && vault.usage().people_folders().next().is_some() && vault.keeps_everybody())
}

/// Whether the note says beside the name that nobody wants a note: `Jane Doe (no people note)`.
fn says_no_note(note: &Note, written: &str) -> bool {
    note.text.match_indices(written).any(|(at, _)| {
        let behind = note.text[at + written.len()..].lines().next().unwrap_or_default();
        let near = behind.char_indices().nth(BESIDE).map_or(behind, |(end, _)| &behind[..end]).to_lowercase();
        NO_NOTE.iter().any(|words| near.contains(words))
    })
}

/// How many letters behind a name say something about it.
const BESIDE: usize = 40;
/// What says that there is no note on purpose.
#[rustfmt::skip]
const NO_NOTE: &[&str] = &[
    "no people note", "no person note", "no note", "no page", "without a note", "keine notiz", "ohne notiz", "pas de note", "pas de fiche",
    "sans fiche", "sin nota", "sin ficha", "sem nota", "sem ficha", "senza nota", "senza scheda", "geen notitie", "bez notatki", "ingen anteckning",
    "без заметки", "нет заметки",
];

fn offered(note: &Note, vault: &Vault, form: &WrittenForm) -> Draft {
    let (written, place) = (form.written, form.places[0].span());
    let message = say!("“{written}” took part and has no note.", written);
    let why = match vault.roster_of(written) {
        Some(roster) => say!("“{roster}” lists them, and no note is about them.", roster = roster.stem()),
        None => say!("Nobody in the vault is called like that."),
    };
    let draft = Draft::new(Tier::Review, place, written, message).because(why);
    let fix = |new: &NewPerson| {
        let edits: Vec<_> = form
            .places
            .iter()
            .filter_map(|place| edits(note, &new.links(vault, &note.path), place))
            .flatten()
            .collect();
        let fix = Fix::in_note(say!("New person “{name}”", name = new.note.path.stem()), &note.path, edits);
        match form.places.iter().find_map(FormPlace::property) {
            Some(key) => fix.of_property(key),
            None => fix,
        }
    };
    match NewPerson::of(vault, written, note) {
        Ok(new) => {
            let fix = fix(&new);
            draft.fix(fix.creating(new.note))
        }
        Err(reason) => draft.because(reason),
    }
}
