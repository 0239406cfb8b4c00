//! Decisions of meetings about a person.

use crate::{Report, Rule};
use namesake_note::note::Note;
use namesake_vault::teaching::taught_section::{DECISIONS, check as check_section};
use namesake_vault::vault::Vault;

/// The rule.
pub const RULE: Rule = Rule {
    name: "key-decisions",
    what: "Adds what a meeting decided about a person to their Key Decisions, with a link to the meeting: the bullets that \
           name them, and no others. A bullet that changes changes its line; a line that somebody has edited is theirs. \
           Nothing is added where only brackets at the end name them, or where the note has a bullet of that meeting that \
           says about the same.",
    why: "A decision that names somebody is looked for in their note, long after the meeting.",
    example: "`- Installs move to Rob Benoit.` in a meeting -> `- ✅ Installs move to Rob Benoit.` and a link to the \
              meeting in Rob's note",
    automatic: "Where the bullet links to the person or calls them by a name that nobody else has, and their note has one \
                of the usual sections. A first name is asked about, and so is \
                what something beside it may turn: a heading or a line that leads it in, a cross, a condition below.",
    teaches: true,
    template: &["## Key Decisions"],
    check,
    ..Rule::ENRICH
};

fn check(note: &Note, vault: &Vault, report: &mut Report) {
    for draft in check_section(&DECISIONS, note, vault, report.about()) {
        report.add(draft);
    }
}
