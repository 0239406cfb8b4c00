//! Whom a written owner of a task means. The line grammar knows where an owner stands; the names engine knows who has
//! the name; here both meet.

use crate::vault::{Context, Vault};
use namesake_names::{Answer, Question, fold, is_first_name, is_surname};
use namesake_note::finding::Tier;
use namesake_tasks::owners::{Form, Owner, Reading, as_handle, is_mostly_nobody};
use namesake_text::path::NotePath;

/// Whom a written owner means, and how many of its words are the name: the longest reading that is exactly somebody's name,
/// else the longest that may mean somebody. If words that could belong to the name are cut off, the answer is not certain:
/// `@Rob Benoit Tuesday` may be right, but `@Rob Banga` is not just any Rob. Where both words are real names, and the first is
/// only like somebody's, they are somebody else's: `Mark Weller` is no Mara.
pub fn owner<'a>(vault: &Vault, owner: &Owner<'a>, context: &Context) -> (Reading<'a>, Answer) {
    let whole = Reading { name: owner.name, span: owner.span };
    if let Some(path) = owner.note.and_then(|target| vault.linked(target)) {
        let known =
            Answer { tier: Some(Tier::Auto), best: Some(path.clone()), p: 1.0, score: 1.0, candidates: Vec::new() };
        return (whole, known);
    }
    // A decision about the longer form holds for its beginning as well.
    let (mut not, mut is_nobody) = (Vec::new(), false);
    let mut likely = None;
    for reading in owner.readings() {
        is_nobody = is_nobody || vault.form_decisions().is_nobody(reading.name, context.note.as_ref());
        not.extend_from_slice(vault.form_decisions().not(reading.name));
        let answer = if is_nobody { Answer::nobody() } else { written_owner(vault, owner, reading, &not, context) };
        let is_strangers = || {
            is_misheard(&answer) && is_full_name(reading.name, owner.name.get(reading.name.len()..).unwrap_or_default())
        };
        if !is_meant(vault, owner.form, reading, &answer, context) || is_strangers() {
            continue;
        }
        // An exact name needs no shorter reading.
        if answer.best.as_ref().is_some_and(|best| vault.is_called(best, reading.name)) {
            likely = Some((reading, answer));
            break;
        }
        likely = likely.or(Some((reading, answer)));
    }
    let Some((reading, mut answer)) = likely else { return (whole, Answer::nobody()) };
    if reading.name.len() < owner.name.len() || is_anothers(vault, reading.name, &answer, context) {
        answer.tier = answer.tier.map(|_| Tier::Review);
    }
    (reading, answer)
}

/// Whether exactly this name belongs to another person or a company, and not to the answer.
fn is_anothers(vault: &Vault, name: &str, answer: &Answer, context: &Context) -> bool {
    let Some(best) = &answer.best else { return false };
    let is_own = |path: &NotePath| vault.is_called(path, name) || is_handle(vault, path, name);
    let is_company = |path: &NotePath| vault.facts(path).is_some_and(|facts| facts.company.is_some());
    let is_decided = vault.form_decisions().is_alias(name, best, &context.participants);
    let mut candidates = answer.candidates.iter().map(|other| &other.path);
    let mut called = vault.known_names().called(name).into_iter();
    !is_own(best) && !is_decided && (candidates.any(is_own) || called.any(|path| is_own(path) || is_company(path)))
}

/// Whether a first name and the word behind it are names that people have.
fn is_full_name(first: &str, behind: &str) -> bool {
    let surname = behind.split_whitespace().next().unwrap_or_default();
    is_first_name(&fold(first)) && is_surname(&fold(surname)) && !is_mostly_nobody(surname)
}

/// Whether what is written is not a name of the person, but sounds like one or is spelt like one.
fn is_misheard(answer: &Answer) -> bool {
    answer.candidates.first().is_some_and(|best| best.misheard)
}

/// Whether the form can be an owner at all. Words that any task may hold must be exactly somebody's name, or mean one
/// of the people around.
fn is_meant(vault: &Vault, form: Form, reading: Reading, answer: &Answer, context: &Context) -> bool {
    let Some(best) = answer.candidates.first().filter(|_| answer.tier.is_some()) else { return false };
    let around = || context.participants.contains(&best.path) || context.neighbours.contains(&best.path);
    match form {
        Form::At | Form::Link | Form::Label | Form::Field => true,
        Form::Handle => !best.misheard && (around() || is_handle(vault, &best.path, reading.name)),
        Form::Parenthesis if reading.name.contains(' ') => true,
        Form::Parenthesis | Form::Words => around() || vault.is_called(&best.path, reading.name),
    }
}

/// Whether `written` is a handle of the person: one listed in their note, or a name of theirs written without blanks.
pub fn is_handle(vault: &Vault, person: &NotePath, written: &str) -> bool {
    let bare = |text: &str| as_handle(text).to_lowercase();
    let written = bare(written);
    let known = vault.person(person).filter(|_| !written.is_empty());
    known.is_some_and(|known| known.names.iter().chain(&known.handles).any(|name| bare(name) == written))
}

/// What one reading means, if not one of the `rejected`. A single word after `@` may be a handle (`@RobBenoit`) or a
/// short name (`@Rob`).
fn written_owner(vault: &Vault, owner: &Owner, reading: Reading, rejected: &[NotePath], context: &Context) -> Answer {
    let ask = |form: &str| vault.ask(&Question { rejected, ..context.question(form) }, context.note.as_ref());
    let answer = ask(reading.name);
    if !matches!(owner.form, Form::At | Form::Handle) || reading.name.contains(char::is_whitespace) {
        return answer;
    }
    let handle = ask(&format!("@{}", reading.name));
    let is_doubtful = answer.best.is_some() && handle.best.is_some() && answer.best != handle.best;
    let mut likelier = if handle.score > answer.score { handle } else { answer };
    // Word and handle mean two different people.
    if is_doubtful {
        likelier.tier = Some(Tier::Review);
    }
    likelier
}

/// Whether the owner leads to a person, or to no note at all.
pub fn may_be_person(vault: &Vault, owner: &Owner) -> bool {
    let linked = owner.note.and_then(|target| vault.linked(target));
    linked.is_none_or(|path| vault.is_person(path))
}
