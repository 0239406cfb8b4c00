//! The people meant by names that nobody in the vault has.

use std::cell::OnceCell;
use std::cmp::Reverse;
use std::collections::BTreeSet;

use namesake_text::fold::words;

use crate::{Report, Rule};
use namesake_language::{Said, say};
use namesake_names::{Answer, Question, is_declined};
use namesake_note::adopted::Links;
use namesake_note::common_words::{THINGS, WORDS, holds, small_words};
use namesake_note::finding::{Draft, Fix, Tier};
use namesake_note::note::{Kind, Note};
use namesake_text::path::NotePath;
use namesake_text::text::Span;
use namesake_vault::mentions::capital_runs::{CapitalRun, capital_runs, is_name};
use namesake_vault::mentions::form_places::{FormPlace, FormTable, WrittenForm, edits, links_to_nobody, listed};
use namesake_vault::mentions::listed::{LEAST, LIKELY_COMPANY, OFFERED, bare, is_alike, is_around, is_asked};
use namesake_vault::mentions::question::{self, FormQuestion as About};
use namesake_vault::new_person::NewPerson;
use namesake_vault::vault::{Context, Vault};

/// The rule.
pub const RULE: Rule = Rule {
    name: "mention",
    what: "Asks who is meant by a name that nobody in the vault has but that is like somebody's: among the participants, in \
           links that lead nowhere, and in the prose of meeting, person and other notes, where it must be like the name of \
           somebody who takes part or is linked there. The last choice makes a note for somebody new.",
    why: "Machines mishear names: “Rob Banga” in a meeting with Rob Benoit is hardly anybody else, and nobody finds him there.",
    example: "`Rob Banga can spare two fitters.` -> `[[Rob Benoit|Rob Banga]] can spare two fitters.`",
    automatic: "Only where the settings say so, and only for a form whose first name is that of one participant and of \
                nobody else there, and whose surname begins with the same sound as theirs.",
    certain_by_context: true,
    check,
    ..Rule::NAMES
};

/// The least probability in prose. Two people who fit equally get .50, and a lost first name that keeps its first sound gets
/// .60; neither is enough.
const LEAST_IN_PROSE: f64 = 0.65;
/// The least probability in prose if the surname is lost: the first name must belong to only one participant (.90).
const LEAST_LOST: f64 = 0.85;
/// If there are more names than this, a word counts only if it equals one of them.
const CROWD: usize = 400;
/// The least bytes of a word that can be recognised with one letter changed.
const LONG: usize = 6;

fn check(note: &Note, vault: &Vault, report: &mut Report) {
    let mut forms = FormTable::default();
    let listed = listed(note, vault);
    // A list names each person once, so another form beside a person's name means somebody else.
    let mut there: Vec<NotePath> = Vec::new();
    for (name, place) in listed {
        match vault.known_names().called(bare(name)).as_slice() {
            [only] => there.push((*only).clone()),
            _ => forms.add(name, place),
        }
    }
    for (name, place) in links_to_nobody(note, vault) {
        forms.add(name, place);
    }
    let asked = Surroundings { note, vault, context: OnceCell::new(), small: OnceCell::new() };
    asked.add_prose(&mut forms);
    for form in forms.in_order() {
        if let Some(draft) = asked.about(&form, &there) {
            report.add(draft);
        }
    }
}

/// The facts that the forms of a note are judged by.
struct Surroundings<'n> {
    note: &'n Note,
    vault: &'n Vault,
    context: OnceCell<Context>,
    /// The words that occur in lower case in the note; with a capital letter they are no names either.
    small: OnceCell<BTreeSet<&'n str>>,
}

impl<'n> Surroundings<'n> {
    /// The people whom the note's words may be about. A daily note or a clipped page that links to one meeting is about that
    /// meeting.
    fn context(&self) -> &Context {
        let (note, vault) = (self.note, self.vault);
        self.context.get_or_init(|| {
            let told = (note.kind == Kind::Source).then(|| only_meeting(note, vault)).flatten();
            vault.context(note, told)
        })
    }

    /// Adds the forms in the prose that resemble the name of a participant or linked person and are nobody's name.
    fn add_prose(&self, forms: &mut FormTable<'n>) {
        if !matches!(self.note.kind, Kind::Meeting | Kind::Person | Kind::Source) {
            return;
        }
        let found =
            capital_runs(self.note, &self.vault.config().settings, self.vault.transcript_spans(&self.note.path));
        if found.is_empty() {
            return;
        }
        let names = self.names_around();
        if names.is_empty() {
            return;
        }
        for run in found {
            if let Some(run) = self.candidate(run, &names) {
                forms.add(self.note.slice(run.span()), FormPlace::Prose(run));
            }
        }
    }

    /// The folded words of the names of those who take part or are linked.
    fn names_around(&self) -> BTreeSet<String> {
        let vault = self.vault;
        let context = self.context();
        let people = context.participants.iter().chain(&context.neighbours);
        let people = people.filter_map(|path| vault.facts(path)?.person.as_ref());
        people.flat_map(|person| &person.names).flat_map(|name| words(name)).collect::<BTreeSet<_>>()
    }

    /// The part of a run that may be a misheard name.
    fn candidate(&self, run: CapitalRun, names: &BTreeSet<String>) -> Option<CapitalRun> {
        let folded = |run: &CapitalRun| words(self.note.slice(run.span())).collect::<Vec<_>>();
        let is_near = |word: &String| {
            names.contains(word) || names.len() <= CROWD && names.iter().any(|name| is_alike(name, word))
        };
        let known = folded(&run);
        if (0..known.len()).any(|at| self.vault.known_names().longest(&known[at..]) > Some(1)) {
            return None;
        }
        if !known.iter().any(is_near) {
            return None;
        }
        // In “Ask Rob Banga” the first word has its capital letter from the sentence, unless all words are somebody's name.
        let may_open = run.opens && run.words.len() > 2 && !is_near(&known[0]);
        let run = if may_open && !self.means_somebody(&run) { run.without_first()? } else { run };
        let words = folded(&run);
        let is_right = words.iter().all(|word| names.contains(word));
        (!is_right && words.iter().any(is_near)).then_some(run)
    }

    /// Whether a run is likely to be the name of a participant or linked person.
    fn means_somebody(&self, run: &CapitalRun) -> bool {
        let answer = self.vault.resolve(self.note.slice(run.span()), self.context());
        answer.score >= LEAST_IN_PROSE && answer.best.as_ref().is_some_and(|best| is_around(best, self.context()))
    }

    fn about(&self, form: &WrittenForm, there: &[NotePath]) -> Option<Draft> {
        let (note, vault, written) = (self.note, self.vault, form.written);
        let last = written.split_whitespace().next_back().unwrap_or_default();
        let context = self.context();
        let namesakes = vault.known_names().called(written);
        let is_settled = context.participants.iter().any(|path| {
            namesakes.contains(&path) || vault.form_decisions().is_alias(written, path, &context.participants)
        });
        // If several names differ only in accents and order, the one with exactly these letters is meant.
        let has_letters = |path: &&&NotePath| {
            let person = vault.facts(path).and_then(|facts| facts.person.as_ref());
            person.is_some_and(|person| person.names.iter().any(|name| name == bare(written)))
        };
        let is_settled = is_settled || namesakes.len() > 1 && namesakes.iter().filter(has_letters).count() == 1;
        if !is_name(bare(written)) || holds(&THINGS, last) || is_settled {
            return None;
        }
        let is_listed = form.places.iter().any(FormPlace::is_list);
        let is_link = form.places.iter().any(|place| matches!(place, FormPlace::Link(_)));
        let rejected = if is_listed { there } else { &[] };
        let mut answer = vault.ask(&Question { rejected, ..context.question(written) }, Some(&note.path));
        answer.candidates.retain(|candidate| candidate.score >= OFFERED || namesakes.contains(&&candidate.path));
        let is_meant = |best: &NotePath| match () {
            () if is_listed => is_asked(written, &answer, vault, context),
            () if is_link && written.contains(' ') => answer.score >= LEAST && !self.is_other(written, best),
            () if *best == note.path || !is_around(best, context) => false,
            () => is_link || answer.score >= LEAST_IN_PROSE && !self.is_stranger(written, best, answer.score),
        };
        if !is_link && answer.best.as_ref().is_some_and(|best| self.needs_no_link(written, best, is_listed)) {
            return None;
        }
        let is_person = answer.best.as_ref().is_some_and(is_meant);
        if !is_person {
            answer = vault.ask(&Question::company(written), Some(&note.path));
            if !is_link || answer.score < LIKELY_COMPANY {
                return None;
            }
        }
        let company = if namesakes.len() > 1 { self.by_company(&mut answer) } else { None };
        let link = |title, path: &NotePath| fix(note, form, title, &vault.links_heard(&note.path, path, written)?);
        let is_certain = answer.candidates.first().is_some_and(|best| best.by_context) && company.is_none();
        let tier = answer.tier.filter(|_| is_certain).unwrap_or(Tier::Review);
        let places: Vec<Span> = form.places.iter().map(FormPlace::span).collect();
        let asked = About { written, places: &places, note, context };
        let mut draft = question::offered(&asked, &answer, tier, link)?;
        draft.evidence.extend(company);
        if is_person && tier == Tier::Review {
            let new = |title, new: &NewPerson| fix(note, form, title, &new.links(vault, &note.path));
            draft = question::or_new(draft, note, vault, written, &new);
        }
        Some(draft)
    }

    /// Whether a form without a link is neither misheard nor worth a question: the name as it is declined, in prose; one word
    /// where nobody known takes part or is linked.
    fn needs_no_link(&self, written: &str, best: &NotePath, is_listed: bool) -> bool {
        let context = self.context();
        let names = self.vault.person(best).map(|person| person.names.as_slice()).unwrap_or_default();
        let is_declension = !is_listed && names.iter().any(|name| is_declined(written, name));
        let is_lone = !written.contains(' ') && context.participants.is_empty() && !is_around(best, context);
        is_declension || is_lone
    }

    /// Whether the person at `best` is called by one word, and none of the words of `written` is like it.
    fn is_other(&self, written: &str, best: &NotePath) -> bool {
        let Some(person) = self.vault.person(best) else { return false };
        let said = words(written).collect::<Vec<_>>();
        let is_one = |name: &String| words(name).count() == 1;
        let is_said = |name: &String| words(name).any(|name| said.iter().any(|word| is_alike(&name, word)));
        person.names.iter().all(|name| is_one(name) && !is_said(name))
    }

    /// If several people have one name, puts the one first whose company most participants belong to, and gives that as
    /// evidence.
    fn by_company(&self, answer: &mut Answer) -> Option<Said> {
        let colleagues = |path: &NotePath| {
            let others = self.context().participants.iter().filter(|other| *other != path);
            others.filter(|other| self.vault.names().are_colleagues(path, other)).count()
        };
        answer.candidates.sort_by_key(|candidate| Reverse(colleagues(&candidate.path)));
        let best = &answer.candidates.first()?.path;
        let name = best.stem();
        match colleagues(best) {
            0 => None,
            1 => Some(say!("Of those who take part, 1 belongs to the company of {name}.", name)),
            count => Some(say!("Of those who take part, {count} belong to the company of {name}.", count, name)),
        }
    }

    /// Whether `written` shares only a first name with the person at `best` and rather means somebody or something else.
    fn is_stranger(&self, written: &str, best: &NotePath, p: f64) -> bool {
        let (vault, folded) = (self.vault, words(written).collect::<Vec<_>>());
        let person = vault.facts(best).and_then(|facts| facts.person.as_ref());
        let theirs: Vec<String> =
            person.into_iter().flat_map(|person| &person.names).flat_map(|name| words(name)).collect();
        // In short words one letter makes a different name: “Ginger Parkin” is not Ginger Park.
        let is_same =
            |name: &String, word: &String| name == word || name.len().min(word.len()) >= LONG && is_alike(name, word);
        let (Some(first), Some(surname)) = (written.split_whitespace().next(), folded.last()) else { return true };
        if theirs.iter().any(|name| is_same(name, surname)) {
            return false;
        }
        let last = written.split_whitespace().next_back().unwrap_or_default();
        p < LEAST_LOST
            || folded.len() > 2
            || holds(&WORDS, first)
            || vault.known_names().begins(surname)
            || self.small.get_or_init(|| small_words(&self.note.text)).contains(last.to_lowercase().as_str())
    }
}

/// The one meeting that a note links to.
fn only_meeting<'v>(note: &Note, vault: &'v Vault) -> Option<&'v NotePath> {
    let linked = note.body().links.iter().filter_map(|link| vault.linked(note.slice(link.target)));
    let is_meeting = |path: &&NotePath| vault.facts(path).is_some_and(|facts| facts.meeting.is_some());
    let mut meetings = linked.filter(is_meeting).collect::<BTreeSet<_>>().into_iter();
    meetings.next().filter(|_| meetings.next().is_none())
}

/// The fix that puts a link in every place of a form.
fn fix(note: &Note, form: &WrittenForm, title: Said, links: &Links) -> Option<Fix> {
    let mut changed: Vec<_> = form.places.iter().filter_map(|place| edits(note, links, place)).flatten().collect();
    changed.sort_by_key(|a| a.span);
    if changed.is_empty() {
        return None;
    }
    let fix = Fix::in_note(title, &note.path, changed);
    let property = form.places.iter().find_map(FormPlace::property);
    Some(match property {
        Some(key) => fix.of_property(key),
        None => fix,
    })
}
