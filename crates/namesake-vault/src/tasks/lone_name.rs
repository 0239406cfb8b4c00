//! Whom the beginning of a name means where it says whose a task is: the only one who bears it, or one of several, among whom
//! nobody but the user can choose.

use namesake_language::say;
use namesake_names::{Answer, Candidate, Evidence, Question};
use namesake_note::finding::Tier;
use namesake_note::note::Note;
use namesake_note::recognition::{NameShape, name_shape};
use namesake_text::fold::words;
use namesake_text::path::NotePath;

use crate::vault::{Context, Vault};

/// Where the next one is so likely, beside the first, nobody can tell the two apart.
const TORN: f64 = 0.5;

/// What the beginning of a name means.
pub struct LoneName {
    /// Whom it means. Nobody where several may be meant.
    pub answer: Answer,
    /// Those who may be meant alike, if several are.
    pub choices: Vec<NotePath>,
    /// Whether nothing but having the name alone speaks for who is meant.
    pub is_sole: bool,
}

impl LoneName {
    /// What `written` means in `note`, of which the names engine gives `answer`. `is_owner` says that its place tells that it
    /// is a name, so that who took part need not be listed.
    pub fn of(vault: &Vault, note: &Note, context: &Context, written: &str, answer: Answer, is_owner: bool) -> Self {
        let name = written.trim_start_matches('@').trim_end_matches('.');
        let plain = |answer| Self { answer, choices: Vec::new(), is_sole: false };
        let known = bearers(vault, name);
        let answer = of_bearers(vault, &known, name, answer);
        let best = answer.best.as_ref().filter(|_| answer.tier.is_some());
        let is_own = |best: &NotePath| {
            vault.is_called(best, name) || vault.form_decisions().is_alias(name, best, &context.participants)
        };
        if best.is_some_and(is_own) {
            return plain(answer);
        }
        let is_around = |best: &NotePath| context.participants.contains(best) || context.neighbours.contains(best);
        if !best.is_some_and(|best| is_around(best) && known.contains(&best))
            && let Some(answer) = sole(vault, note, context, &known, name, is_owner)
        {
            return Self { answer, choices: Vec::new(), is_sole: true };
        }
        let Some(best) = best else { return plain(answer) };
        // Somebody else is called just that: “Beatriz”, where Ana Beatriz takes part.
        let called = vault.known_names().called(name).into_iter();
        let exact: Vec<NotePath> = called.filter(|other| vault.is_person(other)).cloned().collect();
        if !exact.is_empty() && !exact.contains(best) {
            let choices = exact.into_iter().chain([best.clone()]).collect();
            return Self { answer: Answer::nobody(), choices, is_sole: false };
        }
        let choices = torn(context, &known, &answer);
        let is_anybody = choices.is_empty() && (is_around(best) || !has_stranger(vault, note, name));
        if is_anybody { plain(answer) } else { Self { answer: Answer::nobody(), choices, is_sole: false } }
    }
}

/// The answer without those who are not among `known`, the bearers of `name`, where others are: “Luz” is Luz Zamora, not
/// Bernardo Luz.
fn of_bearers(vault: &Vault, known: &[&NotePath], name: &str, mut answer: Answer) -> Answer {
    let is_first = answer.best.as_ref().is_none_or(|best| known.contains(&best) || vault.is_called(best, name));
    if is_first || !answer.candidates.iter().any(|one| known.contains(&&one.path)) {
        return answer;
    }
    answer.candidates.retain(|one| known.contains(&&one.path));
    let Some(best) = answer.candidates.first() else { return Answer::nobody() };
    let tier = answer.tier.map(|_| Tier::Review);
    Answer { tier, best: Some(best.path.clone()), p: best.p, score: best.score, candidates: answer.candidates }
}

/// Those among whom a name does not choose: several of its bearers, `known`, who are there, or two who are about as likely.
fn torn(context: &Context, known: &[&NotePath], answer: &Answer) -> Vec<NotePath> {
    let is_there = |person: &NotePath| context.participants.contains(person);
    let there: Vec<NotePath> = known.iter().copied().filter(|person| is_there(person)).cloned().collect();
    match &answer.candidates[..] {
        _ if there.len() > 1 => there,
        [best, next, ..] if next.p >= best.p * TORN => vec![best.path.clone(), next.path.clone()],
        _ => Vec::new(),
    }
}

/// The only one of `known`, the bearers of `name`, where the note lists nobody else of that name, and lists the name itself or
/// nobody at all.
fn sole(
    vault: &Vault,
    note: &Note,
    context: &Context,
    known: &[&NotePath],
    name: &str,
    is_owner: bool,
) -> Option<Answer> {
    let decisions = vault.form_decisions();
    if name_shape(name) == NameShape::None || decisions.is_nobody(name, Some(&note.path)) {
        return None;
    }
    let not = decisions.not(name);
    let mut known = known.iter().filter(|person| !not.contains(person));
    let person = (*known.next().filter(|_| known.next().is_none())?).clone();
    if has_stranger(vault, note, name) {
        return None;
    }
    let attendees = vault.attendees(&note.path);
    let is_hers = |written: &str| bearers(vault, bare(written))[..] == [&person];
    let is_listed = attendees.iter().any(|other| other.person.is_none() && is_hers(&other.written));
    if !(is_listed || is_owner && attendees.is_empty()) {
        return None;
    }
    // How likely it is follows from being near, as for anybody whom the note links to.
    let near = std::slice::from_ref(&person);
    let question = Question { neighbours: near, ..context.question(name) };
    let found = vault.ask(&question, Some(&note.path)).candidates.into_iter().find(|one| one.path == person)?;
    let what = match is_listed {
        true => say!("“{name}” took part, and nobody else in the vault is called so", name),
        false => say!("nobody else in the vault is called “{name}”", name),
    };
    let evidence = vec![Evidence { what: what.to_string(), bits: 0.0, plain: None }];
    let (p, score) = (found.p, found.score);
    let candidates = vec![Candidate { evidence, misheard: false, ..found }];
    Some(Answer { tier: Some(Tier::Review), best: Some(person), p, score, candidates })
}

/// Whether the note lists somebody of this first name whom the vault does not know.
pub(super) fn has_stranger(vault: &Vault, note: &Note, name: &str) -> bool {
    let is_one = |written: &str| first_word(written) == first_word(name) && bearers(vault, written).is_empty();
    vault.attendees(&note.path).iter().any(|other| other.person.is_none() && is_one(bare(&other.written)))
}

/// The people whose names begin with the words of `written` and go on, the last of which may be a letter: by “Mara” and
/// `MaraV` Mara Voss, by “Iria Campos” Iria Campos Vidal.
pub(super) fn bearers<'v>(vault: &'v Vault, written: &str) -> Vec<&'v NotePath> {
    let begun = words_of(written);
    let Some((first, more)) = begun.split_first() else { return Vec::new() };
    let goes_on = |name: &String| {
        let name: Vec<String> = words(name).collect();
        let is_same = |(word, begun): (&String, &String)| word == begun || begun.len() == 1 && word.starts_with(begun);
        let is_cut = name.len() > begun.len() || more.last().is_some_and(|last| last.len() == 1);
        name.len() >= begun.len() && is_cut && name.iter().zip(&begun).all(is_same)
    };
    let is_whole = |person: &&NotePath| {
        more.is_empty() || vault.person(person).is_some_and(|known| known.names.iter().any(goes_on))
    };
    vault.names().of_first_name(first).into_iter().filter(is_whole).collect()
}

/// The folded words of a name; a capital letter at its end is one: `MaraV`.
fn words_of(name: &str) -> Vec<String> {
    let letter = name
        .char_indices()
        .next_back()
        .filter(|(at, last)| last.is_uppercase() && name[..*at].ends_with(char::is_lowercase));
    match letter {
        Some((at, _)) => words(&name[..at]).chain(words(&name[at..])).collect(),
        None => words(name).collect(),
    }
}

fn first_word(name: &str) -> Option<String> {
    words_of(name).into_iter().next()
}

/// A listed name without the signs around it.
fn bare(written: &str) -> &str {
    written.trim_matches(['[', ']', '@', ' ', '*'])
}
