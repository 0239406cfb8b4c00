//! Who somebody is, as meetings say it.

use super::named::{Named, named};
use super::position::{Position, behind_name};
use crate::finding::{Draft, Fix, Tier};
use crate::note::{Kind, Note};
use crate::order;
use crate::path::NotePath;
use crate::rules::{Report, Rule};
use crate::text::{Edit, Span, plain};
use crate::vault::Vault;

/// The rule.
pub const RULE: Rule = Rule {
    name: "contact",
    group: "enrich",
    what: "Offers what a meeting says of somebody's role, company and e-mail address, for cells of their \
           contact table that read `_Unknown_`, with the words and their day.",
    why: "“Noa, head of the climate chamber” is said once, and looked for ever after.",
    example: "`Rob Benoit, head of field installation at Lumen Labs, came too.` -> `| **Role** | Head of field installation |`",
    automatic: "",
    on: true,
    check,
};

/// What stands in a cell of which nothing is known.
const UNKNOWN: &str = "_unknown_";

/// Something that a note says of the person.
struct Said<'v> {
    day: String,
    source: &'v NotePath,
    words: String,
    position: Option<Position>,
    mail: Option<String>,
}

fn check(note: &Note, vault: &Vault, report: &mut Report) {
    if note.kind != Kind::Person {
        return;
    }
    let unknown = |row: &&Vec<Span>| row.len() >= 2 && note.slice(row[1]).eq_ignore_ascii_case(UNKNOWN);
    let mut cells = note.body().rows.iter().filter(unknown).peekable();
    if cells.peek().is_none() {
        return;
    }
    let said = said(note, vault);
    for row in cells {
        let label = note.slice(row[0]).trim_matches('*').trim();
        let value = |said: &Said| match label.to_lowercase().as_str() {
            "role" | "title" | "position" => said.position.as_ref().map(|position| position.role.clone()),
            "company" | "organisation" | "organization" => {
                said.position.as_ref().and_then(|position| position.company.clone())
            }
            "email" | "e-mail" | "mail" => said.mail.clone(),
            _ => None,
        };
        let known: Vec<(&Said, String)> = said.iter().filter_map(|said| Some((said, value(said)?))).collect();
        let Some((newest, first)) = known.first() else { continue };
        let message = format!("{} of {} may be “{first}”.", label, note.path.stem());
        let mut draft = Draft::new(Tier::Review, row[1], format!("{label} {first}"), message);
        draft = draft.taught_by(newest.source.clone()).or_by(known.iter().skip(1).map(|(said, _)| said.source.clone()));
        let mut offered: Vec<&str> = Vec::new();
        for (said, value) in &known {
            let when = if said.day.is_empty() { "without a day".to_owned() } else { format!("of {}", said.day) };
            draft = draft.because(format!("“{}” {when} says: {}", said.source.stem(), said.words));
            if !offered.contains(&value.as_str()) {
                offered.push(value);
                let edits = vec![Edit::replace(row[1], plain(value))];
                draft = draft.fix(Fix::in_note(format!("Write “{value}”"), &note.path, edits));
            }
        }
        report.add(draft);
    }
}

/// What meetings say of the person, the newest first.
fn said<'v>(note: &Note, vault: &'v Vault) -> Vec<Said<'v>> {
    let mut all = Vec::new();
    for path in &vault.meetings_naming(&note.path) {
        let Some(meeting) = vault.note(path) else { continue };
        let facts = vault.facts(path).and_then(|facts| facts.meeting.as_ref());
        let day = facts.and_then(|facts| facts.date.clone()).unwrap_or_default();
        for (_, passage) in vault.lessons(path) {
            if named(vault, path, passage, &note.path) < Some(Named::Fully) {
                continue;
            }
            let words = plain(passage);
            let (position, mail) = (position_of(&words, note, vault), mail_in(&words));
            if position.is_some() || mail.is_some() {
                all.push(Said { day: day.clone(), source: &meeting.path, words, position, mail });
            }
        }
    }
    order::sort_by(&mut all, |a, b| b.day.cmp(&a.day));
    all
}

/// What the words right behind one of the person's names say.
fn position_of(words: &str, note: &Note, vault: &Vault) -> Option<Position> {
    let known = vault.facts(&note.path)?.person.as_ref()?;
    let names = known.names.iter().filter(|name| name.contains(' '));
    names.filter_map(|name| words.find(name.as_str()).map(|at| &words[at + name.len()..])).find_map(behind_name)
}

/// The one e-mail address in a sentence that is about one person.
fn mail_in(words: &str) -> Option<String> {
    let is_sign = |c: char| c.is_ascii_alphanumeric() || "._+-@".contains(c);
    let bare = |word: &'_ str| word.trim_matches(|c: char| !c.is_ascii_alphanumeric()).to_owned();
    let is_mail = |word: &String| {
        let parts = word.split_once('@');
        parts.is_some_and(|(local, host)| !local.is_empty() && host.contains('.') && !host.contains('@'))
            && word.chars().all(is_sign)
    };
    let mut mails = words.split_whitespace().map(bare).filter(is_mail);
    mails.next().filter(|_| mails.next().is_none())
}
