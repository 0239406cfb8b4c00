//! The companies in a note that may hold two people, and whose each is.

use super::piece::{Piece, Whose, folded_words};
use super::spelling::{NameWords, Spelling};
use super::stated::{self, MAIL, mails};
use crate::person::contact_fields::{self, FieldPlace, may_be_one_company, readings};
use crate::vault::Vault;
use namesake_language::{Said, say};
use namesake_names::fold;
use namesake_note::note::Note;

/// The companies whose side is known.
#[derive(Debug, Clone, Default)]
pub struct Employers(Vec<Employer>);

#[derive(Debug, Clone)]
struct Employer {
    name: String,
    words: Vec<String>,
    whose: Whose,
    reason: Said,
}

impl Employers {
    /// The companies that `note` states. One is somebody's if the domain of their address says it, or a line that names
    /// nobody but them.
    pub fn of(note: &Note, vault: &Vault, own: &NameWords, theirs: &NameWords) -> Self {
        let stated = MAIL.values(note);
        let all: Vec<String> = stated.iter().flat_map(|value| mails(value)).collect();
        let domains = all.iter().filter_map(|mail| {
            let (local, host) = mail.split_once('@')?;
            let fits = |names: &NameWords| names.spelling(local) == Spelling::Fits;
            let whose = match (fits(own), fits(theirs)) {
                (true, false) => Whose::Own,
                (false, true) => Whose::Theirs,
                _ => return None,
            };
            Some((fold(host.split('.').next()?), whose))
        });
        let domains: Vec<(String, Whose)> = domains.collect();
        let lines: Vec<Vec<String>> =
            note.body().items.iter().take(MOST).map(|line| folded_words(note.slice(*line))).collect();
        let employer = |name: String| {
            let words = folded_words(&name);
            let joined = words.concat();
            let is_domain =
                |domain: &str| domain.len() > 2 && (joined.starts_with(domain) || domain.starts_with(&joined));
            let by_domain = domains.iter().filter(|(domain, _)| is_domain(domain)).map(|(_, whose)| *whose);
            let by_line = lines.iter().filter(|line| holds(line, &words)).filter_map(|line| {
                match (own.are_in(line), theirs.are_in(line)) {
                    (true, false) => Some(Whose::Own),
                    (false, true) => Some(Whose::Theirs),
                    _ => None,
                }
            });
            let found: Vec<Whose> = by_domain.chain(by_line).collect();
            let whose =
                *found.first().filter(|first| !words.is_empty() && found.iter().all(|whose| whose == *first))?;
            let reason = match whose {
                Whose::Own => say!("It names {name}, this person's company.", name),
                Whose::Theirs | Whose::Open => say!("It names {name}, the other one's company.", name),
            };
            Some(Employer { name, words, whose, reason })
        };
        Self(companies(note, vault).into_iter().filter_map(employer).collect())
    }

    /// Whose companies a piece names.
    pub fn whose(&self, piece: &Piece) -> Option<(Whose, Said)> {
        let words = folded_words(piece.words);
        let in_tag = piece
            .property
            .filter(|key| key.eq_ignore_ascii_case("tags"))
            .map(|_| piece.words.trim_start_matches("company/"));
        let named = |employer: &&Employer| {
            holds(&words, &employer.words) || in_tag.is_some_and(|slug| fold(slug) == fold(&employer.name))
        };
        let mut found = self.0.iter().filter(named);
        let first = found.next()?;
        match found.all(|other| other.whose == first.whose) {
            true => Some((first.whose, first.reason.clone())),
            false => Some((Whose::Open, Said::default())),
        }
    }
}

/// The most lines that are looked at for a company.
const MOST: usize = 500;

fn holds(words: &[String], part: &[String]) -> bool {
    !part.is_empty() && words.windows(part.len()).any(|window| window == part)
}

/// The companies that the note itself states: in the contact table, on labelled lines, in properties and tags.
fn companies(note: &Note, vault: &Vault) -> Vec<String> {
    let read = readings(note, vault, &contact_fields::COMPANY).into_iter().filter(is_own).map(|reading| reading.value);
    let mut found: Vec<String> = Vec::new();
    for company in read.chain(stated::COMPANY.values(note)) {
        if !found.contains(&company) && !contact_fields::is_unknown(&company) {
            found.push(company);
        }
    }
    found
}

fn is_own(reading: &contact_fields::FieldReading) -> bool {
    reading.place != FieldPlace::Elsewhere
}

/// The sentence about two companies at once with two roles. Tags alone are no role's company.
pub fn two_at_once(note: &Note, vault: &Vault) -> Option<Said> {
    let all = companies(note, vault);
    let (one, rest) = all.split_first()?;
    let other = rest.iter().find(|other| !may_be_one_company(vault, one, other))?;
    let read = readings(note, vault, &contact_fields::ROLE).into_iter().filter(is_own).map(|reading| reading.value);
    let roles: Vec<String> =
        read.chain(stated::ROLE.values(note)).filter(|role| !contact_fields::is_unknown(role)).collect();
    let (role, others) = roles.split_first()?;
    // “Head of sales” and “Head of sales, EMEA” are one role.
    let words = folded_words(role);
    let shares = |other: &&String| folded_words(other).iter().any(|word| word.len() > 3 && words.contains(word));
    let second = others.iter().find(|other| !shares(other))?;
    Some(say!(
        "Two companies and two roles are stated: {one} and {other}, {role} and {second}.",
        one,
        other,
        role,
        second
    ))
}
