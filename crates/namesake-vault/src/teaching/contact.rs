//! What meetings say about who somebody is and how to reach them: in a sentence that names them, or in a signature
//! under their name.

use super::naming::{Naming, naming};
use super::position::{Position, behind_name};
use crate::facts::{ContactDetails, tokens};
use crate::person::contact_fields::ContactField;
use crate::vault::Vault;
use namesake_note::common_words::holds;
use namesake_note::note::{Note, lines};
use namesake_note::word_list::WordList;
use namesake_text::path::NotePath;
use namesake_text::text::{Span, plain};

/// A statement of a meeting about somebody's position or contact details.
pub struct ContactStatement<'v> {
    /// The meeting's day; empty if it has none.
    pub day: String,
    /// The meeting.
    pub source: &'v NotePath,
    /// Its words.
    pub words: String,
    position: Option<Position>,
    reach: ContactDetails,
}

/// The most lines below a name that belong to a signature.
const SIGNATURE: usize = 8;
/// The most words behind the name at the head of a signature; more are a sentence.
const LONGEST: usize = 10;

impl ContactStatement<'_> {
    /// The value that it states for a field of the contact table.
    pub fn of(&self, field: &ContactField) -> Option<&str> {
        let position = self.position.as_ref();
        let company = position.and_then(|position| position.company.as_ref());
        field.of(position.map(|position| &position.role), company, &self.reach)
    }
}

/// All such statements about the person of `note`, the newest first.
pub fn contact_statements<'v>(note: &Note, vault: &'v Vault) -> Vec<ContactStatement<'v>> {
    let Some(person) = vault.person(&note.path) else { return Vec::new() };
    let names: Vec<&str> = person.names.iter().map(String::as_str).filter(|name| name.contains(' ')).collect();
    let mut all = Vec::new();
    for path in &vault.meetings_naming(&note.path) {
        let (Some(meeting), Some(facts)) = (vault.note(path), vault.facts(path)) else { continue };
        let day = facts.meeting.as_ref().and_then(|meeting| meeting.date.clone()).unwrap_or_default();
        for lesson in &facts.lessons {
            let passage = meeting.slice(lesson.span).trim_start_matches(['>', ' ']);
            let words = plain(passage);
            let (position, own) = (position_of(&words, &names), reach_in(&words, note, vault));
            let is_signed = is_signed(&words, &names);
            // Whom a passage names is asked last, since most passages say nothing of the kind.
            let says_nothing = position.is_none() && own.is_none() && !is_signed;
            if says_nothing || naming(vault, path, passage, &note.path) < Some(Naming::ByFullName) {
                continue;
            }
            let block = if is_signed { block(meeting, lesson.span) } else { Vec::new() };
            let below = |known: ContactDetails, line: &String| known.or(ContactDetails::of(line));
            let own = if is_of_other(&words, &names) { ContactDetails::default() } else { own };
            let reach = block.iter().fold(own, below);
            let position = position.or_else(|| block.iter().find_map(|line| behind_name(&format!(" ({line})"))));
            let words = block.iter().fold(words, |words, line| [&words, " / ", line].concat());
            if position.is_some() || !reach.is_none() {
                all.push(ContactStatement { day: day.clone(), source: &meeting.path, words, position, reach });
            }
        }
    }
    all.sort_by(|a, b| b.day.cmp(&a.day));
    all
}

/// Whether the words are the head of a signature: one of the names, perhaps with a role.
fn is_signed(words: &str, names: &[&str]) -> bool {
    let bare = words.trim_start_matches(|c: char| !c.is_alphanumeric());
    let rest = names.iter().find_map(|name| bare.strip_prefix(name));
    rest.is_some_and(|rest| {
        rest.split_whitespace().count() < LONGEST
            && !rest.ends_with(['.', '!', '?', ':'])
            && rest.trim_start().chars().next().is_none_or(|sign| ",/(–-".contains(sign))
    })
}

/// The position that stands right behind one of the person's names.
fn position_of(words: &str, names: &[&str]) -> Option<Position> {
    // Nearly no sentence has the name, and `contains` is the cheapest test.
    let behind = |name: &&str| words.contains(*name).then(|| words.split_once(*name)).flatten();
    names.iter().filter_map(behind).find_map(|(_, rest)| behind_name(rest))
}

/// Nouns for somebody's own means of contact: “Rob's number”. The contact details of anything else that is theirs are
/// not theirs. In lower case.
static OWN: WordList = WordList::new(
    "new direct private personal phone mobile cell tel telephone number email e-mail mail address linkedin profile office work",
);

/// Whether the words are about somebody or something that belongs to the person: “Rob Benoit's assistant is at …”.
fn is_of_other(words: &str, names: &[&str]) -> bool {
    let behind = names.iter().filter_map(|name| words.split_once(name)).map(|(_, rest)| rest);
    let mut owned = behind.filter_map(|rest| rest.strip_prefix("'s ").or_else(|| rest.strip_prefix("’s ")));
    owned.any(|rest| !rest.split(' ').next().is_some_and(|word| holds(&OWN, word)))
}

/// The contact details in a sentence; none if it names anybody besides the person.
fn reach_in(words: &str, note: &Note, vault: &Vault) -> ContactDetails {
    let reach = ContactDetails::of(words);
    if reach.is_none() {
        return reach;
    }
    let folded: Vec<String> = tokens(words).into_iter().map(|word| word.folded).collect();
    let is_other = |at: usize| {
        let length = vault.known_names().longest(&folded[at..]).filter(|length| *length > 1);
        let called =
            length.map(|length| vault.known_names().called(&folded[at..at + length].join(" "))).unwrap_or_default();
        let is_somebody = |path: &&NotePath| vault.is_person(path);
        called.iter().any(is_somebody) && !called.contains(&&note.path)
    };
    if (0..folded.len()).any(is_other) { ContactDetails::default() } else { reach }
}

/// The lines of a signature under the name in `span`, up to a blank line or one of another kind, as plain words.
fn block(meeting: &Note, span: Span) -> Vec<String> {
    let below = lines(&meeting.text, Span::new(span.end, meeting.text.len())).skip(1).take(SIGNATURE);
    let below = below.map(|line| meeting.slice(line).trim_start_matches(['>', ' ']).trim_end());
    below.take_while(|line| !line.is_empty() && !line.starts_with(['#', '|', '-', '*', '`'])).map(plain).collect()
}
