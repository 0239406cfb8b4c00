//! Two notes that may be about one person.

use std::collections::BTreeSet;

use namesake_text::fold::words;

use crate::{Report, Rule};
use namesake_language::{Said, say};
use namesake_names::{Likeness, Lookalike};
use namesake_note::finding::{Draft, Tier};
use namesake_note::note::{Kind, Note};
use namesake_text::path::NotePath;
use namesake_text::text::Span;
use namesake_vault::facts::{listed_mails, table_value};
use namesake_vault::vault::Vault;

/// The rule.
pub const RULE: Rule = Rule {
    name: "same-person",
    what: "Finds two notes that may be about one person: the name in two spellings, a middle initial, a short form, or a \
           misheard surname in a note that tells of the other one's meetings.",
    why: "Facts that are scattered over two notes are found in neither.",
    example: "`Rob Banga`, whose note tells of meetings in which only Rob Benoit took part -> “Rob Banga” may be Rob \
              Benoit",
    worth: 10,
    check,
    ..Rule::NAMES
};

fn check(note: &Note, vault: &Vault, report: &mut Report) {
    if note.kind != Kind::Person {
        return;
    }
    let meetings = Meetings::of(note, vault);
    let found = vault.names().lookalikes(&note.path, &meetings.participants(vault));
    let misheard = found.iter().filter(|other| other.likeness == Likeness::FirstName).count();
    for other in &found {
        // A misheard name is reported in its own note; any other likeness once, in the note that comes later.
        let is_here = match other.likeness {
            Likeness::FirstName => misheard == 1 && meetings.all_with(&other.path, vault),
            _ => other.path < note.path,
        };
        if is_here && let Some(reasons) = reasons(note, other, &meetings, vault) {
            report.add(draft(note, other, reasons));
        }
    }
}

/// The meetings that a note links to.
struct Meetings {
    meetings: BTreeSet<NotePath>,
    /// Whether the person takes part in any meeting of the vault under their own name.
    takes_part: bool,
}

impl Meetings {
    fn of(note: &Note, vault: &Vault) -> Self {
        let path = |target| vault.linked(target).or_else(|| vault.cut_off(target));
        let linked = note.body().links.iter().filter_map(|link| path(note.slice(link.target)));
        let is_meeting = |path: &&NotePath| vault.facts(path).is_some_and(|facts| facts.meeting.is_some());
        let meetings = linked.filter(is_meeting).cloned().collect::<BTreeSet<_>>();
        Self { meetings, takes_part: vault.meetings_of(&note.path).next().is_some() }
    }

    fn participants(&self, vault: &Vault) -> Vec<NotePath> {
        self.meetings.iter().flat_map(|meeting| vault.participants(meeting)).collect()
    }

    /// How many of them the person at `path` took part in.
    fn with(&self, path: &NotePath, vault: &Vault) -> usize {
        self.meetings.iter().filter(|meeting| vault.participants(meeting).contains(path)).count()
    }

    /// Whether the person at `path` took part in all of them, and the note's person in no meeting at all.
    fn all_with(&self, path: &NotePath, vault: &Vault) -> bool {
        !self.meetings.is_empty() && !self.takes_part && self.with(path, vault) == self.meetings.len()
    }
}

/// Why the two may be one person. `None` if something speaks against it, or only the names speak for it.
fn reasons(note: &Note, other: &Lookalike, meetings: &Meetings, vault: &Vault) -> Option<Vec<Said>> {
    let theirs = vault.note(&other.path)?;
    let (mails, other_mails) = (mails(note), mails(theirs));
    let same_mail = mails.iter().any(|mail| other_mails.contains(mail));
    let other_mail = !same_mail && !mails.is_empty() && !other_mails.is_empty();
    let own = vault.meetings_of(&note.path).collect::<BTreeSet<_>>();
    let met = vault.meetings_of(&other.path).any(|meeting| own.contains(&meeting));
    let rejected = vault.config().decisions.is_rejected(&other.path, RULE.name, note.path.as_str());
    if other_mail || other.same_company == Some(false) || met || rejected || vault.are_distinct(&note.path, &other.path)
    {
        return None;
    }
    let (name, count) = (other.path.stem(), meetings.with(&other.path, vault));
    let back = Meetings::of(theirs, vault).with(&note.path, vault);
    let mut reasons = vec![likeness(note, other, vault)];
    if same_mail {
        reasons.push(say!("Both have the same e-mail address."));
    }
    if other.same_company == Some(true) {
        reasons.push(say!("Both belong to the same company."));
    }
    reasons.extend(match count {
        0 => None,
        1 => Some(say!("This note tells of a meeting, in which {name} took part.", name)),
        count => Some(say!("This note tells of {count} meetings, in which {name} took part.", count, name)),
    });
    reasons.extend(match back {
        0 => None,
        1 => Some(say!("The note of {name} tells of a meeting, in which this person took part.", name)),
        back => Some(say!(
            "The note of {name} tells of {count} meetings, in which this person took part.",
            name,
            count = back
        )),
    });
    // Two people can have one name, and names that only sound alike usually belong to two people. Another spelling, a middle
    // initial or a short form are enough to ask.
    let by_name = match other.likeness {
        Likeness::Same if is_left_over(note, other, vault) => return None,
        Likeness::Same => !is_same_word(note, other, vault),
        Likeness::Middle | Likeness::Nickname => true,
        Likeness::Sound | Likeness::FirstName => false,
    };
    (by_name || reasons.len() > 1).then_some(reasons)
}

/// Whether both notes have exactly the same name.
fn is_same_word(note: &Note, other: &Lookalike, vault: &Vault) -> bool {
    let person = vault.facts(&note.path).and_then(|facts| facts.person.as_ref());
    person.is_some_and(|person| person.names.iter().any(|name| vault.is_called(&other.path, name)))
}

/// Whether a name of one note has the words of a name of the other, in another order.
fn has_other_order(note: &Note, other: &Lookalike, vault: &Vault) -> bool {
    let sorted = |path: &NotePath| {
        let names = vault.person(path).map(|person| person.names.as_slice()).unwrap_or_default();
        let words = names.iter().map(|name| words(name).collect::<Vec<_>>());
        let several = words.filter(|words| words.len() > 1);
        several
            .map(|mut words| {
                words.sort_unstable();
                words
            })
            .collect::<BTreeSet<_>>()
    };
    !sorted(&note.path).is_disjoint(&sorted(&other.path))
}

/// Whether the name that both have is the title of a template: neither file's name has a word of it.
fn is_left_over(note: &Note, other: &Lookalike, vault: &Vault) -> bool {
    let known = |path| vault.facts(path).and_then(|facts| facts.person.as_ref());
    let names = known(&note.path).map(|person| person.names.as_slice()).unwrap_or_default();
    let mut shared = names.iter().filter(|name| vault.is_called(&other.path, name)).peekable();
    let is_in = |path: &NotePath, name: &str| words(path.stem()).any(|word| words(name).any(|part| part == word));
    shared.peek().is_some() && shared.all(|name| !is_in(&note.path, name) && !is_in(&other.path, name))
}

fn likeness(note: &Note, other: &Lookalike, vault: &Vault) -> Said {
    match other.likeness {
        Likeness::Same if is_same_word(note, other, vault) => say!("Both have the same name."),
        Likeness::Same if has_other_order(note, other, vault) => {
            say!("The names have the same words in the other order.")
        }
        Likeness::Same => say!("The name is the same in another spelling."),
        Likeness::Middle => say!("The names are the same but for a middle name or initial."),
        Likeness::Nickname => say!("The surname is the same, and one first name is a short form of the other."),
        Likeness::Sound => say!("The names sound alike."),
        Likeness::FirstName => say!("The first name is the same; the surname may have been misheard."),
    }
}

/// The e-mail addresses of a person, in lower case.
fn mails(note: &Note) -> BTreeSet<String> {
    let stated = ["email", "e-mail"].iter().filter_map(|label| table_value(note, label));
    let words = listed_mails(note).chain(stated.map(|span| note.slice(span)));
    let mails = words.flat_map(|words| words.split([' ', ',', ';', '<', '>', '(', ')', '[', ']']));
    mails.map(|mail| mail.trim_start_matches("mailto:").to_lowercase()).filter(|mail| mail.contains('@')).collect()
}

fn draft(note: &Note, other: &Lookalike, reasons: Vec<Said>) -> Draft {
    let (own, name) = (note.path.stem(), other.path.stem());
    let place = note.body().sections.first().map_or(Span::default(), |section| section.heading);
    let message = say!("“{own}” may be the same person as {name}.", own, name);
    let mut draft = Draft::new(Tier::Review, place, other.path.as_str(), message);
    draft.evidence = reasons;
    draft.because(say!(
        "Merge… on this card, or `namesake merge` on the command line, makes the two notes one. If they are two people, \
         `distinct_from: \"[[{name}]]\"` in the properties says so for good.",
        name
    ))
}
