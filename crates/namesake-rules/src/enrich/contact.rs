//! Role, company and contact details of a person, as meetings state them.

use crate::{Report, Rule};
use namesake_language::{Said, say};
use namesake_note::finding::{Draft, Tier};
use namesake_note::note::{Kind, Note};
use namesake_text::text::plain;
use namesake_vault::person::contact_fields::{ContactField, FIELDS, FieldPlace, Gap, readings};
use namesake_vault::teaching::contact::{ContactStatement, contact_statements};
use namesake_vault::vault::Vault;

/// The rule.
pub const RULE: Rule = Rule {
    name: "contact",
    what: "Offers what a meeting says of somebody's role, company, e-mail address, phone number, LinkedIn address and place, \
           in a sentence or a signature, for cells of their contact table that read `_Unknown_` and for empty properties, with \
           the words and their day. Where a bio says it too, both are on offer.",
    why: "“Noa, head of the climate chamber” is said once, and looked for ever after.",
    example: "`Rob Benoit, head of field installation at Lumen Labs, came too.` -> `| **Role** | Head of field installation |`",
    teaches: true,
    template: &["## Contact Information"],
    check,
    ..Rule::ENRICH
};

/// A value on offer, with its day and the sentence that states it.
struct Offer {
    day: String,
    value: String,
    sentence: Said,
}

fn check(note: &Note, vault: &Vault, report: &mut Report) {
    if note.kind != Kind::Person {
        return;
    }
    let mut all = None;
    for field in FIELDS {
        let Some(gap) = Gap::of(field, note) else { continue };
        let all = all.get_or_insert_with(|| contact_statements(note, vault));
        let said: Vec<&ContactStatement> = all.iter().filter(|said| said.of(field).is_some()).collect();
        if let Some(draft) = draft(note, vault, field, &gap, &said) {
            report.add(draft);
        }
    }
}

fn draft(note: &Note, vault: &Vault, field: &ContactField, gap: &Gap, said: &[&ContactStatement]) -> Option<Draft> {
    let [newest, others @ ..] = said else { return None };
    let told = readings(note, vault, field);
    // If the note itself states the value elsewhere, the rule `unknown-cell` offers that first.
    if told.iter().any(|reading| reading.place != FieldPlace::Elsewhere) {
        return None;
    }
    let of_meeting = |said: &&ContactStatement| {
        let (meeting, words) = (said.source.stem(), &said.words);
        let sentence = match said.day.as_str() {
            "" => say!("“{meeting}” without a day says: {words}", meeting, words),
            day => say!("“{meeting}” of {day} says: {words}", meeting, day, words),
        };
        Some(Offer { day: said.day.clone(), value: said.of(field)?.to_owned(), sentence })
    };
    let of_bio = told.iter().map(|reading| Offer {
        day: reading.day.clone().unwrap_or_default(),
        value: reading.value.clone(),
        sentence: reading.sentence(),
    });
    let mut known: Vec<Offer> = said.iter().filter_map(of_meeting).chain(of_bio).collect();
    known.sort_by(|a, b| b.day.cmp(&a.day));
    let first = &known.first()?.value;
    let message =
        say!("{field} of {name} may be “{value}”.", field = field.said(), name = note.path.stem(), value = first);
    let mut draft = Draft::new(Tier::Review, gap.span, format!("{} {first}", field.name()), message);
    draft = draft.taught_by(newest.source.clone()).or_by(others.iter().map(|said| said.source.clone()));
    let mut offered: Vec<&str> = Vec::new();
    for Offer { value, sentence, .. } in &known {
        draft = draft.because(sentence.clone());
        if !offered.contains(&value.as_str()) {
            offered.push(value);
            draft = draft.offer(gap.filled(note, &plain(value)));
        }
    }
    Some(draft).filter(|draft| !draft.fixes.is_empty())
}
