//! Facts about a person from meetings.

use crate::{Report, Rule};
use namesake_note::note::Note;
use namesake_vault::teaching::taught_section::{FACTS, check as check_section};
use namesake_vault::vault::Vault;

/// The rule.
pub const RULE: Rule = Rule {
    name: "key-facts",
    what: "Adds what a meeting learned about a person to their Key Facts, with a link to the meeting: the bullets that name \
           them, and no others. A bullet that changes changes its line; a line that somebody has edited is theirs.",
    why: "What was learned about somebody is looked for in their note, and who took part has nothing to do with it.",
    example: "`- Rob Benoit can stage two gateways within a week.` in a meeting -> the same line in Rob's note, ending in \
              a link to the meeting",
    automatic: "Where the bullet links to the person or calls them by a name that nobody else has, and their note has one \
                of the usual sections. A first name is asked about, and so is \
                what something beside it may turn: a heading or a line that leads it in, a cross, a condition below.",
    teaches: true,
    template: &["## Key Facts"],
    check,
    ..Rule::ENRICH
};

fn check(note: &Note, vault: &Vault, report: &mut Report) {
    for draft in check_section(&FACTS, note, vault, report.about()) {
        report.add(draft);
    }
}
