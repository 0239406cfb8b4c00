//! Template values that were never filled.

use crate::{Report, Rule};
use namesake_language::{Said, say};
use namesake_note::finding::{Draft, Fix, Tier};
use namesake_note::note::{
    Kind, Note,
    links::{link_at, sole_markdown},
};
use namesake_text::frontmatter::{self, Entry, placeholder};
use namesake_text::text::mojibake::has_remnant;
use namesake_text::text::{heading_words, plain};
use namesake_vault::facts::{named_day, stated_date, stated_participants};
use namesake_vault::properties::name_line::{are_people, is_odd};
use namesake_vault::vault::Vault;

/// The rule.
pub const RULE: Rule = Rule {
    name: "placeholder",
    what: "Fills a template value that was never filled from what the note itself says.",
    why: "A property `{ { DATE } }` is the wreck of `{{date}}`: queries skip the note, and a meeting has no day.",
    example: "`created: { { DATE } }` with `**Date:** 2025-10-31` below -> `created: 2025-10-31`",
    automatic: "Where the body says it once: one `**Date:**` line, one `**Participants:**` line, one top heading.",
    check,
    ..Rule::FRONTMATTER
};

/// What a placeholder stands for.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Slot {
    Date,
    Participants,
    Title,
}

/// The values that the note gives, how sure they are, and why.
struct Found {
    values: Vec<String>,
    tier: Tier,
    evidence: Said,
}

impl Found {
    /// The values as plain words, since a copied template program or comment would work a second time. Links stay links.
    fn made_plain(mut self) -> Self {
        let is_link = |value: &str| link_at(value, 0).is_some_and(|link| link.span.len() == value.len());
        let words = |value: &String| heading_words(value).unwrap_or_else(|| plain(value));
        let plain =
            |value: &String| if value.starts_with("[[") && is_link(value) { value.clone() } else { words(value) };
        let values: Vec<String> = self.values.iter().map(plain).filter(|value| !value.is_empty()).collect();
        if values != self.values {
            self.values = values;
            self.tier = Tier::Review;
            self.evidence =
                say!("{evidence} Signs that mean something to Obsidian are left out.", evidence = self.evidence);
        }
        self
    }
}

fn check(note: &Note, vault: &Vault, report: &mut Report) {
    for entry in note.frontmatter.single() {
        let Some(hole) = placeholder(&entry.value) else { continue };
        let message = say!(
            "`{key}` was never filled: it still reads `{value}`.",
            key = entry.key,
            value = note.slice(entry.value_span).trim(),
        );
        let by_key = slot_of(&entry.key);
        let by_hole = slot_of(&hole.name);
        let slot = by_key.or(by_hole);
        let found = slot.filter(|_| !hole.quoted).and_then(|slot| Some((slot, find(slot, note, vault)?)));
        let Some((slot, found)) = found else {
            let reason = if hole.quoted {
                say!("In quotes it is what a template says; is this note one?")
            } else {
                say!("The note does not say what belongs there.")
            };
            report.add(Draft::new(Tier::Review, entry.value_span, &entry.key, message).because(reason));
            continue;
        };
        let mut draft = Draft::new(found.tier, entry.value_span, &entry.key, message).because(found.evidence);
        if by_key.is_none() {
            draft = draft.doubted(say!("Only the template's word says what belongs there, not the property's name."));
        }
        if by_hole.is_some_and(|asked| asked != slot) {
            draft = draft.doubted(say!("The template's word asks for something else than the property's name."));
        }
        if found.values.iter().any(|value| has_remnant(value)) {
            draft = draft.doubted(say!("It still holds what is left of a damaged letter; mend it there first."));
        }
        report.add(draft.offer(fix(note, entry, slot, &found.values)));
    }
}

fn slot_of(name: &str) -> Option<Slot> {
    match name.to_lowercase().as_str() {
        "created" | "date" | "day" | "last_contact" => Some(Slot::Date),
        "participants" | "attendees" | "people" => Some(Slot::Participants),
        "title" | "name" => Some(Slot::Title),
        _ => None,
    }
}

fn find(slot: Slot, note: &Note, vault: &Vault) -> Option<Found> {
    let found = |values, tier, evidence| Some(Found { values, tier, evidence });
    match slot {
        Slot::Date => match stated_date(note, &vault.config().settings) {
            // A date in a person's note may be any day of their life.
            Some(date) if note.kind == Kind::Person => {
                found(vec![date], Tier::Review, say!("The note has a `**Date:**` line; is it this date?"))
            }
            Some(date) => found(vec![date], Tier::Auto, say!("The note says so once, in its `**Date:**` line.")),
            None => {
                let date = named_day(&note.path)?;
                let evidence = say!("The file's name begins with this date; the body does not say it.");
                found(vec![date], Tier::Review, evidence)
            }
        },
        Slot::Participants => {
            let names = stated_participants(note, &vault.config().settings).into_iter();
            let names: Vec<String> = names.map(|name| in_property(note, vault, name)).collect();
            (!names.is_empty()).then_some(())?;
            let evidence = say!("The note says so once, in its `**Participants:**` line.");
            if are_several(note, &names, vault) {
                return found(names, Tier::Auto, evidence).map(Found::made_plain);
            }
            let doubt = say!("{evidence} Look whether each of these is a person.", evidence);
            found(names, Tier::Review, doubt).map(Found::made_plain)
        }
        Slot::Title => {
            let mut tops = note.body().sections.iter().filter(|section| section.level == 1);
            match (tops.next(), tops.next()) {
                (Some(top), None) if heading_words(&top.title).is_some_and(|words| !words.is_empty()) => {
                    found(vec![top.title.clone()], Tier::Auto, say!("It is the note's one top heading."))
                        .map(Found::made_plain)
                }
                _ => found(vec![note.path.stem().to_owned()], Tier::Review, say!("It is the file's name.")),
            }
        }
    }
}

/// A name as a property holds it: a Markdown link to a note, which Obsidian would not read there, becomes a wikilink.
fn in_property(note: &Note, vault: &Vault, name: String) -> String {
    let link = sole_markdown(&name).and_then(|link| {
        let path = vault.linked(link.target.of(&name))?;
        vault.wikilink(&note.path, path, link.shown(&name))
    });
    link.unwrap_or(name)
}

/// Whether the names on the line are surely one person each: `Voss, Mara` may be one.
fn are_several(note: &Note, names: &[String], vault: &Vault) -> bool {
    let line =
        note.body().field(&["Participants", "Attendees"]).map_or("", |(field, _)| note.slice(field.value).trim());
    let is_word = |name: &String| !name.contains([' ', '[', '@']);
    let may_be_turned = names.len() == 2 && line.contains(',') && names.iter().all(is_word);
    !may_be_turned && !is_odd(line, names) || are_people(line, names, vault)
}

fn fix(note: &Note, entry: &Entry, slot: Slot, values: &[String]) -> Result<Fix, frontmatter::SpliceError> {
    let values: Vec<&str> = values.iter().map(String::as_str).collect();
    let edits = match slot {
        Slot::Participants => frontmatter::set_list(&note.text, &note.frontmatter, &entry.key, &values)?,
        Slot::Date | Slot::Title => {
            let value = values.first().copied().unwrap_or_default();
            frontmatter::set_scalar(&note.text, &note.frontmatter, &entry.key, value)?
        }
    };
    let title = say!("Fill `{key}` with {values}", key = entry.key, values = values.join(", "));
    Ok(Fix::in_note(title, &note.path, edits).of_property(&entry.key))
}
