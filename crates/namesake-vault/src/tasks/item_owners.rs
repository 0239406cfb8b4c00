//! Who has to do what a line says: the owners that its words name, or somebody's name as the heading above it, and how they
//! are written into the task.

use namesake_language::{Said, say};
use namesake_names::{Answer, is_first_name};
use namesake_tasks::Task;
use namesake_tasks::marks::mark;
use namesake_tasks::owners::{Form, name_ends};
use namesake_text::path::NotePath;
use namesake_text::text::{Edit, Span, plain};
use namesake_transcript::is_deed;

use super::addressed::{is_to_be_asked, undertakes};
use super::bidden::{is_bidden, is_foreign_verb};
use super::deed_verbs::{begins_with_deed, tells_deed};
use super::item_clauses::carried_on;
use super::item_label::label_end;
use super::item_names::{bracketed_names, is_set_off, joined_names, names_in, small_names};
use super::item_sections::without_count;
use super::lone_name::LoneName;
use super::promised_deeds::{begins_with_command, does_deed};
use super::{owner_style, owners};
use crate::mentions::question;
use crate::vault::{Context, Vault};
use namesake_note::config::same_word;
use namesake_note::finding::Tier;
use namesake_note::note::{Note, is_titled};
use namesake_note::recognition::{NameShape, name_shape};

mod agents;
mod beside;
mod closing;
mod contested;
mod first_names;
mod item_owner;
mod running;

use beside::leave_out_others;
pub use item_owner::ItemOwner;
use item_owner::Position;

/// The owners of a task as they are written.
pub struct WrittenOwners {
    /// The first.
    pub first: Option<NotePath>,
    /// The edits that write them, in bytes of the task's line.
    pub edits: Vec<Edit>,
    /// Why each is meant.
    pub evidence: Vec<Said>,
}

/// Names that stand apart from a task and say whose it is, in bytes of the note.
#[derive(Debug, Clone, Copy)]
pub struct OwnerNames {
    /// The names.
    pub span: Span,
    /// Whether they have to be the names of people who are certainly meant.
    pub is_certain: bool,
}

/// People whom words name, as they are written into a task.
#[derive(Default)]
pub struct NamedOwners {
    /// Each as written.
    pub written: Vec<String>,
    /// Those who are known.
    pub people: Vec<NotePath>,
    /// Why each is meant.
    pub evidence: Vec<Said>,
}

/// Whom the names in a note's tasks mean.
pub struct ItemOwners<'n> {
    note: &'n Note,
    vault: &'n Vault,
    context: Context,
}

impl<'n> ItemOwners<'n> {
    /// Those of `note`, with its people as context.
    pub fn new(note: &'n Note, vault: &'n Vault) -> Self {
        Self { note, vault, context: vault.context(note, None) }
    }

    /// Whom a written name means here.
    pub fn resolve(&self, name: &str) -> Answer {
        self.lone(name, self.vault.resolve(name, &self.context), false).answer
    }

    /// The owners that the words of `task` name. `is_bare` says that nothing but the words makes it a task, so that a name in
    /// front has to have to do something.
    pub fn of(&self, task: &Task, is_bare: bool) -> Vec<ItemOwner> {
        let start = task.description_span.start;
        let mut found: Vec<ItemOwner> = Vec::new();
        for owner in task.owners() {
            let (reading, mut answer) = owners::owner(self.vault, &owner, &self.context);
            // A link to a note that is nobody's is part of the words.
            if answer.best.as_ref().is_some_and(|best| !self.vault.is_person(best)) {
                answer = Answer::nobody();
            }
            let (reading, LoneName { answer, choices, is_sole }) = self.lone_reading(&owner, reading, answer, is_bare);
            let is_linked = owner.note.is_some() && answer.best.is_some();
            found.push(ItemOwner {
                choices,
                is_sole,
                is_contested: false,
                name: reading.name.to_owned(),
                place: owner_style::place(task.line, &owner, &reading),
                reading_end: reading.span.end,
                is_link: owner.note.is_some_and(|target| self.vault.linked(target).is_some()),
                position: match owner.form {
                    Form::Words if !task.line[start..owner.span.start].contains(". ") => Position::Opening,
                    Form::Label | Form::Field => Position::Marked,
                    Form::At | Form::Link if owner.span.start == start => Position::Marked,
                    _ => Position::Within,
                },
                is_exact: is_linked || is_exact(&answer),
                told: None,
                answer,
            });
        }
        found.retain(|owner| owner.is_known() || owner.is_torn() || !begins_with_verb(&owner.name));
        leave_out_others(task, &mut found);
        // “Kyle: ask Jess” is Kyle's, even if nobody knows him.
        let opening =
            found.first().filter(|owner| owner.is_opening() && owner.place.start == start && !owner.is_known());
        // “Write to Mara” has a verb in front.
        let is_somebody = |owner: &ItemOwner| match name_shape(&owner.name) {
            NameShape::None => false,
            NameShape::Single => !task.line[owner.reading_end..].trim_start_matches(['*', '_']).starts_with(" to "),
            NameShape::Several | NameShape::Full => true,
        };
        if opening.is_some_and(is_somebody) {
            found.truncate(1);
        }
        if !is_bare && found.first().is_some_and(|opening| self.is_thing(task, opening)) {
            found.clear();
        }
        if let Some(end) = label_end(task.description_span.of(task.line)) {
            found.retain(|owner| owner.place.start < start + end);
        }
        if !found.iter().any(|owner| owner.is_known() || owner.is_torn()) {
            found.extend(self.leading(task, is_bare));
        }
        if !is_bare && !found.iter().any(|owner| owner.is_known() || owner.is_torn()) && !self.is_strangers(task) {
            let closing = self.closing(task);
            if !closing.is_empty() {
                found = closing;
            }
        }
        // `@mara schickt die Liste`
        if let Some(first) = found.first_mut().filter(|first| is_bare && first.place.start == start && first.is_known())
        {
            let behind = &task.line[first.reading_end..];
            if !is_bidden(behind) && self.does(first, behind) {
                first.told = Some(running::head_of(task));
            }
        }
        self.add_later(task, is_bare, &mut found);
        if is_bare && !found.iter().any(|owner| owner.told.is_some() || owner.is_opening() && owner.is_known()) {
            let commanded = self.commanded(task);
            if !commanded.is_empty() {
                found = commanded;
            }
        }
        // “Mara fragen, ob es geht” is for somebody else to do.
        if let [only] = &found[..]
            && only.is_opening()
            && is_to_be_asked(&task.line[only.reading_end..])
        {
            found.clear();
        }
        self.contest(task, &mut found);
        found
    }

    /// Those around whose exact names the words begin with, where a verb or a sign follows: “Odile doit relire”.
    fn leading(&self, task: &Task, is_bare: bool) -> Vec<ItemOwner> {
        let words = task.description_span.of(task.line);
        let at = mark(words).unwrap_or_default();
        let at = at + (words[at..].len() - words[at..].trim_start_matches(['*', '_', '~']).len());
        let places = small_names(&words[at..]);
        let bracketed = bracketed_names(&words[at..]);
        // `[mara] will send it`
        let end = bracketed.last().map_or(0, |place| place.end + 1);
        let is_bracket_told = || {
            let behind = words.get(at + end..).unwrap_or_default();
            is_bidden(behind) || undertakes(behind) || carried_on(behind).is_some()
        };
        if !bracketed.is_empty() && (!is_bare || is_bracket_told()) {
            let owner = |place: Span| {
                let place = place.shifted(at + task.description_span.start);
                let told = is_bare.then_some(task.description_span);
                self.leader(place.of(task.line), place, is_bare).map(|owner| ItemOwner { told, ..owner })
            };
            if let Some(found) = bracketed.into_iter().map(owner).collect::<Option<Vec<_>>>() {
                return found;
            }
        }
        if !is_bare && !places.is_empty() {
            let owner = |place: Span| {
                let place = place.shifted(at + task.description_span.start);
                let owner = self.leader(place.of(task.line), place, is_bare)?;
                owner.person().is_some_and(|person| self.context.participants.contains(person)).then_some(owner)
            };
            return places.into_iter().map(owner).collect::<Option<Vec<_>>>().unwrap_or_default();
        }
        let joined = joined_names(&words[at..]);
        let behind = joined.last().map_or("", |last| &words[at + last.end..]);
        let is_deed = !is_bidden(behind) && tells_deed(behind, &|_| false);
        let is_told = is_deed || is_bidden(behind) || is_set_off(behind) || !is_bare && begins_with_deed(behind);
        let joined = joined.into_iter().filter(|_| is_told).map(|place| {
            let place = place.shifted(at + task.description_span.start);
            self.told(self.leader(place.of(task.line), place, is_bare)?, task, is_bare && is_deed, behind)
        });
        if let Some(found) = joined.collect::<Option<Vec<_>>>().filter(|found| !found.is_empty()) {
            return found;
        }
        // “A Marta ficou de enviar”
        let article =
            ARTICLES.iter().find(|article| words[at..].starts_with(**article)).map_or(0, |article| article.len());
        if let Some(owner) = self.handle(&words[at..], at + task.description_span.start, task, is_bare) {
            return vec![owner];
        }
        let starts = [at, at + article];
        let named = |at: usize| {
            name_ends(&words[at..]).into_iter().rev().find_map(|end| {
                let behind = &words[at + end..];
                let is_promise = || behind.trim_start().strip_prefix(':').is_some_and(undertakes);
                let is_told = is_bidden(behind)
                    || is_promise()
                    || !is_bare
                        && (is_foreign_verb(behind)
                            || is_set_off(behind)
                            || begins_with_deed(behind)
                            || does_deed(behind)
                            || begins_with_command(behind));
                let is_deed = !is_told && tells_deed(behind, &|_| false);
                // Most names in front tell of nothing to do, and looking up whom they mean costs most.
                let is_told = is_told || is_deed || self.carries_on(behind);
                let name = Some(words[at..at + end].trim()).filter(|_| is_told)?;
                let owner = self.leader(name, Span::new(at, at + end).shifted(task.description_span.start), is_bare)?;
                self.told(owner, task, is_bare && is_deed, behind)
            })
        };
        starts[..if article > 0 { 2 } else { 1 }].iter().find_map(|at| named(*at)).into_iter().collect()
    }

    /// Somebody around who has exactly this name.
    fn leader(&self, name: &str, place: Span, is_bare: bool) -> Option<ItemOwner> {
        let LoneName { mut answer, choices, is_sole } =
            self.lone(name, self.vault.resolve(name, &self.context), self.says_whose(is_bare));
        // “M. Besson” is a gentleman, if nobody has that initial.
        if let Some(bare) = name.strip_prefix("M. ").filter(|_| answer.tier.is_none() && choices.is_empty()) {
            answer = self.resolve(bare);
        }
        let is_meant = match answer.best.as_ref().filter(|_| answer.tier.is_some()) {
            Some(best) => {
                let is_around = self.context.participants.contains(best) || self.vault.is_called(best, name) || is_sole;
                is_around && (is_exact(&answer) || self.is_declared(name, best))
            }
            None => !choices.is_empty(),
        };
        is_meant.then(|| ItemOwner {
            choices,
            is_sole,
            is_contested: false,
            name: name.to_owned(),
            place,
            reading_end: place.end,
            is_link: false,
            position: Position::Leading,
            is_exact: true,
            told: None,
            answer,
        })
    }

    /// How `owners` are written into `task`. If its words name nobody who is known, `names` may.
    pub fn written(&self, task: &Task, names: Option<OwnerNames>, owners: &[ItemOwner]) -> WrittenOwners {
        let mut written = WrittenOwners { first: None, edits: Vec::new(), evidence: Vec::new() };
        for owner in owners {
            let Some(path) = owner.answer.best.clone().filter(|_| owner.is_known()) else {
                let name = self.stranger(&owner.name).filter(|_| owner.is_opening() && !owner.is_contested);
                written.edits.extend(name.map(|name| Edit::replace(owner.place, name)));
                continue;
            };
            let words = match owner.is_link {
                true => None,
                false => owner_style::written(self.vault, &self.note.path, &path, &owner.name),
            };
            written.first.get_or_insert(path);
            if let Some(words) = words.filter(|words| words != owner.place.of(task.line)) {
                written.edits.push(Edit::replace(owner.place, words));
                written.evidence.append(&mut evidence(&owner.answer, owner.is_sole));
            }
        }
        if written.first.is_none()
            && let Some(names) = names
        {
            let above = self.named(self.note.slice(names.span), names.is_certain);
            for words in &above.written {
                written.edits.push(Edit::insert(task.description_span.end, format!(" {words}")));
            }
            if !above.written.is_empty() {
                written.evidence.push(say!("“{words}” says whose it is.", words = plain(self.note.slice(names.span))));
            }
            written.evidence.extend(above.evidence);
            written.first = above.people.into_iter().next();
        }
        written.edits.sort_by_key(|edit| edit.span);
        written
    }

    /// The people that words name which stand apart from a task: in a cell, below it, or with `is_certain` as a heading over
    /// it, where all words have to be names of people who are known or took part.
    pub fn named(&self, words: &str, is_certain: bool) -> NamedOwners {
        let mut named = NamedOwners::default();
        let words = if is_certain { self.part_of_heading(words) } else { words };
        for name in names_in(words) {
            let mut answer = self.vault.resolve(name, &self.context);
            // Only its sign tells a handle from a word.
            if answer.tier.is_none() {
                let mention = format!("@{name}");
                if words.contains(&mention) {
                    answer = self.vault.resolve(&mention, &self.context);
                }
            }
            let LoneName { answer, is_sole, .. } = self.lone(name, answer, true);
            let is_meant = match is_certain {
                true => (answer.tier == Some(Tier::Auto) || is_sole) && is_exact(&answer),
                false => answer.tier.is_some(),
            };
            let known = answer.best.clone().filter(|best| is_meant && self.vault.is_person(best));
            let words = match &known {
                Some(path) => {
                    let shown = if is_certain { path.stem() } else { name };
                    owner_style::written(self.vault, &self.note.path, path, shown)
                }
                None if is_certain => self.stranger(name).filter(|_| self.took_part(name)),
                None => self.stranger(name),
            };
            let Some(words) = words else {
                if is_certain {
                    return NamedOwners::default();
                }
                continue;
            };
            named.written.push(words);
            if let Some(path) = known {
                named.evidence.append(&mut evidence(&answer, is_sole));
                named.people.push(path);
            }
        }
        named
    }

    /// The part of a heading that may be names: of “Action items for Mara”, “Mara – tasks” or “Mara’s tasks”.
    fn part_of_heading<'h>(&self, heading: &'h str) -> &'h str {
        let heading = without_count(heading);
        let bare = heading.trim_matches(['*', '_', ':', ' ', '#']);
        let titles = &self.vault.config().settings.headings.action_items;
        let behind = JOINTS_OF_HEADING.iter().filter_map(|joint| bare.split_once(*joint));
        let mut parts = behind.chain(bare.split_once("'s ")).chain(bare.split_once("’s "));

        let found = parts.find_map(|(first, last)| match (is_titled(first, titles), is_titled(last, titles)) {
            (true, false) => Some(last),
            (false, true) => Some(first),
            _ => None,
        });
        found.unwrap_or(heading)
    }

    /// How somebody is written of whom nobody has a note: by several words that are a person's full name, or that of somebody
    /// who took part.
    fn stranger(&self, name: &str) -> Option<String> {
        let is_name = name.contains(' ') && (name_shape(name) == NameShape::Full || self.took_part(name));
        is_name.then(|| format!("@{}", plain(name)))
    }

    /// Whether the note lists `name` among those who took part, as nobody's note has it.
    fn took_part(&self, name: &str) -> bool {
        let meeting = self.vault.facts(&self.note.path).and_then(|facts| facts.meeting.as_ref());
        meeting.is_some_and(|meeting| meeting.participants.iter().any(|other| same_word(other, name)))
    }

    /// Whether the note says beside the person's name that `name` is short for it: “Alec Dray (AD)”.
    fn is_declared(&self, name: &str, person: &NotePath) -> bool {
        let before = |at: usize| self.note.text[..at].trim_end_matches([' ', ']', '*', '(', ',']);
        self.note.text.match_indices(name).any(|(at, _)| before(at).ends_with(person.stem()))
    }

    /// Whether a heading names somebody and nobody else.
    pub fn is_named_by(&self, heading: Span) -> bool {
        !self.named(self.note.slice(heading), true).written.is_empty()
    }

    /// Whether the words begin with somebody who has to do what follows.
    pub fn says_who(&self, words: &str) -> bool {
        name_ends(words).into_iter().any(|end| {
            let behind = &words[end..];
            (is_bidden(behind) || is_set_off(behind)) && self.is_name(&words[..end])
        })
    }

    /// Whether the words are the exact name of a person.
    pub fn is_name(&self, words: &str) -> bool {
        let is_somebody = || self.vault.known_names().called(words).into_iter().any(|path| self.vault.is_person(path));
        if words.split(' ').count() > 3 || !words.starts_with(char::is_uppercase) && !is_somebody() {
            return false;
        }
        let answer = self.resolve(words);
        answer.tier.is_some() && is_exact(&answer)
    }
}

/// What parts a name from the words of a heading for tasks.
const JOINTS_OF_HEADING: [&str; 19] = [
    " assigned to ",
    " for ",
    " für ",
    " von ",
    " pour ",
    " de ",
    " para ",
    " per ",
    " di ",
    " voor ",
    " van ",
    " dla ",
    " par ",
    " door ",
    " przez ",
    ": ",
    " - ",
    " – ",
    " — ",
];

/// Articles before a first name, in languages that have them there, and what begins a resolution in Spanish.
const ARTICLES: [&str; 9] = ["O ", "A ", "La ", "Il ", "El ", "Die ", "Der ", "L'", "Que "];

/// Why somebody is meant. Of somebody whose name alone speaks for them nothing says how likely it is.
fn evidence(answer: &Answer, is_sole: bool) -> Vec<Said> {
    question::evidence(answer).into_iter().skip(usize::from(is_sole)).collect()
}

/// Whether words that nobody is called by begin with what is to be done, “Ask Juan to come”, and not as names do, “Mark Reed
/// to come”.
fn begins_with_verb(name: &str) -> bool {
    let first = name.split_once(' ').map(|(first, _)| first.to_lowercase());
    first.is_some_and(|first| is_deed(&first) && !is_first_name(&first))
}

fn is_exact(answer: &Answer) -> bool {
    answer.candidates.first().is_some_and(|best| !best.misheard)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_verb_before_a_name_is_no_part_of_it_unless_it_is_a_first_name() {
        assert!(begins_with_verb("Ask Juan"));
        assert!(begins_with_verb("Tell Juan Olmo"));
        assert!(!begins_with_verb("Mark Teller"));
        assert!(!begins_with_verb("Mara Voss"));
        assert!(!begins_with_verb("Ask"));
    }
}
