//! A note that holds two people.

use crate::{Report, Rule};
use namesake_language::say;
use namesake_note::finding::{Draft, Tier};
use namesake_note::note::{Kind, Note};
use namesake_text::text::Span;
use namesake_vault::person::two_people::TwoPeople;
use namesake_vault::vault::Vault;

/// The rule.
pub const RULE: Rule = Rule {
    name: "two-people",
    what: "Finds a person's note that holds two people, by at least two signs: an e-mail address that spells another \
           name beside one that fits, a profile that does, a fact that begins with another full name of the same first \
           name, two companies with two roles, two birthdays.",
    why: "A name that is heard twice puts the facts of two people into one note, and each of them is asked about the \
          other's.",
    example: "`email: [rob.benoit@lumen.example, rob.banga@wickmoor.example]` and `- Rob Banga runs the depot.` in Rob \
              Benoit's note -> it may hold Rob Banga too",
    worth: 10,
    check,
    ..Rule::PERSON
};

fn check(note: &Note, vault: &Vault, report: &mut Report) {
    if note.kind != Kind::Person {
        return;
    }
    let found = TwoPeople::of(note, vault);
    if !found.is_likely() {
        return;
    }
    let name = note.path.stem();
    let place = note.body().sections.first().map_or(Span::default(), |section| section.heading);
    let (subject, message) = match &found.other {
        Some(other) => (other.as_str(), say!("The note of {name} may hold a second person: {other}.", name, other)),
        None => ("", say!("The note of {name} may hold two people.", name)),
    };
    let mut draft = Draft::new(Tier::Review, place, subject, message);
    draft.evidence = found.signs.into_iter().map(|sign| sign.sentence).collect();
    report.add(draft.because(say!(
        "Split… on this card, or `namesake split` on the command line, makes two notes of it. If it is one person, an \
         alias with the other name says so for good."
    )));
}
