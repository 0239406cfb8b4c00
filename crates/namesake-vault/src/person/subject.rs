//! Whom a bullet of a person note is about, judged by the name that it begins with. Whether the bullet is misplaced is
//! left to the rule.

use std::cmp::Reverse;
use std::collections::BTreeSet;

use crate::vault::{Context, Vault};
use namesake_language::{Said, say};
use namesake_names::{Question, fold, is_first_name};
use namesake_note::common_words::{THINGS, WORDS, holds, small_words};
use namesake_note::finding::Tier;
use namesake_note::note::Note;
use namesake_note::word_list::WordList;
use namesake_tasks::owners::name_ends;
use namesake_text::path::NotePath;
use namesake_text::text::Span;

/// The subject of a bullet that is about somebody else than the note's person.
pub struct BulletSubject {
    /// As written.
    pub written: String,
    /// Whom it may mean, the likeliest first; empty: nobody in the vault.
    pub people: Vec<NotePath>,
    /// The reasons, in sentences for the user.
    pub evidence: Vec<Said>,
    /// Where the name ends.
    pub end: usize,
    /// Whether the name is complete; a first name alone may be somebody else's.
    pub is_whole: bool,
}

/// The subject of `words`, a bullet of a person's note, if it is somebody else. `None` also where it is no name.
pub fn subject(note: &Note, vault: &Vault, words: Span, context: &Context) -> Option<BulletSubject> {
    let text = note.slice(words);
    let start = words.start + text.find(|c: char| c.is_alphanumeric() || c == '[')?;
    let text = Span::new(start, words.end).of(&note.text);
    if text.starts_with('[') {
        let link = note.body().links_in(words).first().filter(|link| link.span.start == start)?;
        let path =
            vault.linked(note.slice(link.target)).filter(|path| is_person(vault, path) && **path != note.path)?;
        let written = link.shown(&note.text).to_owned();
        return Some(BulletSubject {
            written,
            people: vec![path.clone()],
            evidence: vec![say!("It begins with a link to “{name}”.", name = path.stem())],
            end: link.span.end,
            is_whole: true,
        });
    }
    let ends = name_ends(text);
    let forms = ends.iter().rev().map(|end| bare(&text[..*end]));
    for form in forms {
        let mut called: Vec<NotePath> =
            vault.known_names().called(form).into_iter().filter(|path| is_person(vault, path)).cloned().collect();
        if called.contains(&note.path) {
            return None;
        }
        if !called.is_empty() && form.contains(' ') {
            // Of two people of one name, a colleague is likelier.
            let is_colleague = |path: &NotePath| vault.names().are_colleagues(path, &note.path);
            called.sort_by_key(|path| Reverse(is_colleague(path)));
            let evidence = vec![say!("“{form}” is the name of {people}.", form, people = named(&called))];
            return Some(BulletSubject {
                written: form.to_owned(),
                people: called,
                evidence,
                end: start + form.len(),
                is_whole: true,
            });
        }
    }
    // The words are nobody's complete name.
    let form = bare(&text[..*ends.last()?]);
    let first = form.split_whitespace().next()?;
    // A word that is nobody's first name is a thing, unless it does what only people do.
    let (folded, rest) = (fold(first), &text[form.len()..]);
    let is_word = holds(&WORDS, first) && !acts(note, form, rest)
        || holds(&OWN, form)
        || holds(&THINGS, form.split_whitespace().next_back()?);
    if is_word || !goes_on(rest) {
        return None;
    }
    if !vault.known_names().begins(&folded) && !is_first_name(&folded) && !acts(note, form, rest) {
        return None;
    }
    // A firm may have the name of a person.
    if vault.ask(&Question::company(form), Some(&note.path)).tier == Some(Tier::Auto) {
        return None;
    }
    let answer = vault.resolve(form, context);
    let likely = answer.candidates.iter().map(|candidate| &candidate.path);
    let people: Vec<NotePath> = likely.filter(|path| **path != note.path).cloned().collect();
    if answer.tier.is_some() && answer.candidates.first().is_some_and(|best| best.path == note.path) {
        return None;
    }
    let has_it = |path: &NotePath| {
        let person = vault.person(path);
        let firsts =
            person.into_iter().flat_map(|person| &person.names).filter_map(|name| name.split_whitespace().next());
        firsts.map(fold).any(|own| own == folded)
    };
    let is_name = people.first().is_some_and(has_it) || is_first_name(&folded) || acts(note, form, rest);
    let (people, evidence) = match answer.tier {
        Some(tier) if is_name || tier == Tier::Auto => (people, crate::mentions::question::evidence(&answer)),
        None if is_name => (Vec::new(), Vec::new()),
        _ => return None,
    };
    Some(BulletSubject { written: form.to_owned(), people, evidence, end: start + form.len(), is_whole: false })
}

fn is_person(vault: &Vault, path: &NotePath) -> bool {
    vault.is_person(path)
}

fn bare(form: &str) -> &str {
    form.strip_suffix("'s").or_else(|| form.strip_suffix("’s")).unwrap_or(form)
}

fn named(people: &[NotePath]) -> Said {
    let quoted = people.iter().map(|path| say!("“{name}”", name = path.stem()));
    quoted.reduce(|first, last| say!("{first} and {last}", first, last)).unwrap_or_default()
}

/// Whether a verb or a possession can follow: a small word does, after a blank or an `'s`.
fn goes_on(rest: &str) -> bool {
    let rest = rest.strip_prefix("'s").or_else(|| rest.strip_prefix("’s")).unwrap_or(rest);
    rest.strip_prefix(' ').is_some_and(|rest| rest.starts_with(char::is_lowercase))
}

/// Verbs of people and teams, never of things.
static DEEDS: WordList = WordList::new(
    "\
    agreed approves asked asks decides explained hates heads joined knows leads left likes loves manages met moved moves owns \
    prefers promised promises reports runs said says signs speaks studied thinks told wants works worries wrote",
);
/// Teams and groups that do the same, in lower case.
static GROUPS: WordList = WordList::new(
    "\
    accounting admin board committee compliance customer development engineering everybody everyone finance headquarters hr it \
    leadership legal logistics management marketing nobody operations ops procurement production purchasing sales security \
    somebody someone staff support team",
);

/// Whether a verb of people follows the form that opens a bullet, and the note never writes the form in small letters.
fn acts(note: &Note, form: &str, rest: &str) -> bool {
    let deed = rest.split_whitespace().next().unwrap_or_default();
    let is_word = || small_words(&note.text).contains(form.to_lowercase().as_str());
    holds(&DEEDS, deed) && !holds(&GROUPS, form.split_whitespace().next_back().unwrap_or_default()) && !is_word()
}

/// Whether `words` name the person of the note: by a link, by a part of their name, by a form that may mean them.
pub fn names(note: &Note, vault: &Vault, words: Span, context: &Context) -> bool {
    let links = note.body().links_in(words).iter();
    if links.filter_map(|link| vault.linked(note.slice(link.target))).any(|path| *path == note.path) {
        return true;
    }
    let person = vault.person(&note.path);
    let known = person.map(|person| person.names.as_slice()).unwrap_or_default();
    let own: BTreeSet<String> =
        known.iter().flat_map(|name| name.split_whitespace()).map(fold).collect::<BTreeSet<_>>();
    let large = |word: &&str| word.starts_with(char::is_uppercase);
    let parts =
        note.slice(words).split(|c: char| c.is_whitespace() || "/(),;:-–—".contains(c)).filter(|word| !word.is_empty());
    let mut before = "";
    // “not Rob”: the bullet is about somebody else.
    let named = parts.filter(|word| std::mem::replace(&mut before, word) != "not");
    named.filter(large).any(|word| {
        let word = bare(word.trim_matches(|c: char| !c.is_alphanumeric()));
        let is_own = || {
            let answer = vault.resolve(word, context);
            answer.tier.is_some() && answer.candidates.first().is_some_and(|best| best.path == note.path)
        };
        own.contains(&fold(word)) || is_first_name(&fold(word)) && is_own()
    })
}

/// The most words before the verb; more are a story and no subject.
const LONGEST_SUBJECT: usize = 16;
/// Verbs that follow a subject: “Pricing is fixed”.
static FINITE: WordList = WordList::new("is are was were has have had will can must needs costs runs");
/// Pronouns that stand for the person of the note.
static OWN: WordList = WordList::new("he she they his her hers their him them i we my our you your who");
/// Those of them that mean a person anywhere in the sentence.
static SOMEBODY: WordList = WordList::new("he she his her hers him");
/// Verbs in the past that no ending gives away.
static PAST: WordList = WordList::new(
    "led ran met kept built left grew went took made had got held said saw sold bought taught wrote spoke",
);

/// Whether `words` are a complete sentence whose subject is no person: “Pricing for the pilot is fixed until March.”
/// Short facts leave out the note's person as their subject: “Eleven years at Northwind”, “Prefers mornings”.
pub fn is_about_nobody(words: &str) -> bool {
    let all: Vec<String> = words
        .split_whitespace()
        .map(|word| word.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase())
        .filter(|word| !word.is_empty())
        .collect();
    let Some((first, rest)) = all.split_first() else { return false };
    let Some(verb) = rest.iter().position(|word| holds(&FINITE, word)) else { return false };
    let is_verb =
        holds(&FINITE, first) || holds(&PAST, first) || first.ends_with("ed") || first.ends_with('s') && verb > 0;
    // A longer subject must not be interrupted: “Stock of probes for the northern store is thin.”
    let is_whole = || {
        let part = |word: &&str| word.ends_with([',', ';', ':', ')']) || word.chars().all(|c| !c.is_alphanumeric());
        !words.split_whitespace().take(verb + 1).any(|word| part(&word))
    };
    (verb < 6 || verb < LONGEST_SUBJECT && is_whole())
        && !is_verb
        && !holds(&OWN, first)
        && !rest.iter().any(|word| holds(&SOMEBODY, word))
        && !rest[..verb].iter().any(|word| holds(&OWN, word) || ["that", "which", "what"].contains(&word.as_str()))
}
