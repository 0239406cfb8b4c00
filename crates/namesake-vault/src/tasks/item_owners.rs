//! Who has to do what a line says: the owners that its words name, or somebody's name as the heading above it, and how they
//! are written into the task.

use namesake_names::Answer;
use namesake_tasks::Task;
use namesake_tasks::owners::{Form, name_ends};
use namesake_tasks::prose::mark;
use namesake_text::path::NotePath;
use namesake_text::text::{Edit, Span, plain};

use super::bidden::{is_bidden, is_foreign_verb};
use super::{owner_style, owners};
use crate::finding::Tier;
use crate::mentions::question;
use crate::note::Note;
use crate::recognition::{NameShape, name_shape};
use crate::vault::{Context, Vault};

/// An owner that the words of a task name, and whom they mean.
pub struct ItemOwner {
    name: String,
    /// What is replaced, in bytes of the task's line.
    pub place: Span,
    /// Where the name ends.
    pub reading_end: usize,
    is_link: bool,
    /// Whether the words begin with it.
    pub is_opening: bool,
    /// Whether only a verb behind it says that it is one.
    pub is_leading: bool,
    answer: Answer,
}

impl ItemOwner {
    /// Whether the vault knows whom it means, or asks.
    pub fn is_known(&self) -> bool {
        self.answer.tier.is_some() && self.answer.best.is_some()
    }

    /// Whether the name is right, and not only like the person's.
    pub fn is_exact(&self) -> bool {
        is_exact(&self.answer)
    }
}

/// The owners of a task as they are written.
pub struct WrittenOwners {
    /// The first.
    pub first: Option<NotePath>,
    /// The edits that write them, in bytes of the task's line.
    pub edits: Vec<Edit>,
    /// Why each is meant.
    pub evidence: Vec<String>,
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
        self.vault.resolve(name, &self.context)
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
            found.push(ItemOwner {
                name: reading.name.to_owned(),
                place: owner_style::place(task.line, &owner, &reading),
                reading_end: reading.span.end,
                is_link: owner.note.is_some_and(|target| self.vault.linked(target).is_some()),
                is_opening: owner.form == Form::Words && !task.line[start..owner.span.start].contains(". "),
                is_leading: false,
                answer,
            });
        }
        // “Kyle: ask Jess” is Kyle's, even if nobody knows him.
        let opening = found.first().filter(|owner| owner.is_opening && owner.place.start == start && !owner.is_known());
        if opening.is_some_and(|owner| name_shape(&owner.name) > NameShape::None) {
            found.truncate(1);
        }
        if !found.iter().any(ItemOwner::is_known) {
            found.extend(self.leading(task, is_bare));
        }
        found
    }

    /// Somebody around whose exact name the words begin with, where a verb follows: “Odile doit relire”.
    fn leading(&self, task: &Task, is_bare: bool) -> Option<ItemOwner> {
        let words = task.description_span.of(task.line);
        let at = mark(words).unwrap_or_default();
        let at = at + (words[at..].len() - words[at..].trim_start_matches(['*', '_']).len());
        name_ends(&words[at..]).into_iter().rev().find_map(|end| {
            let behind = &words[at + end..];
            let is_told = is_bidden(behind) || !is_bare && (is_foreign_verb(behind) || behind.starts_with(": "));
            // Most names in front tell of nothing to do, and looking up whom they mean costs most.
            let name = Some(words[at..at + end].trim()).filter(|_| is_told)?;
            let answer = self.resolve(name);
            let is_around =
                |best: &NotePath| self.context.participants.contains(best) || self.vault.is_called(best, name);
            let is_meant = answer.tier.is_some() && is_exact(&answer) && answer.best.as_ref().is_some_and(is_around);
            let place = Span::new(at, at + end).shifted(task.description_span.start);
            is_meant.then(|| ItemOwner {
                name: name.to_owned(),
                place,
                reading_end: place.end,
                is_link: false,
                is_opening: true,
                is_leading: true,
                answer,
            })
        })
    }

    /// How `owners` are written into `task`. If its words name nobody who is known, the heading above may.
    pub fn written(&self, task: &Task, heading: Option<Span>, owners: &[ItemOwner]) -> WrittenOwners {
        let mut written = WrittenOwners { first: None, edits: Vec::new(), evidence: Vec::new() };
        for owner in owners {
            let Some(path) = owner.answer.best.clone().filter(|_| owner.is_known()) else {
                let name = unknown(&owner.name).filter(|_| owner.is_opening);
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
                written.evidence.append(&mut question::evidence(&owner.answer));
            }
        }
        let above = heading.filter(|_| written.first.is_none()).and_then(|heading| self.named_by(heading));
        if let Some((name, path, answer)) = above
            && let Some(words) = owner_style::written(self.vault, &self.note.path, &path, path.stem())
        {
            written.edits.push(Edit::insert(task.description_span.end, format!(" {words}")));
            written.evidence.push(format!("It stands under “{}”.", plain(name)));
            written.evidence.append(&mut question::evidence(&answer));
            written.first = Some(path);
        }
        written.edits.sort_by_key(|edit| edit.span);
        written
    }

    /// Whom a heading names, if it is certainly somebody's name, with the name and the answer.
    pub fn named_by(&self, heading: Span) -> Option<(&str, NotePath, Answer)> {
        let name = self.note.slice(heading).trim_matches(['*', '_', ':', ' ', '@', '[', ']', '#']);
        let answer = self.resolve(name);
        let path = answer.best.clone().filter(|_| answer.tier == Some(Tier::Auto) && is_exact(&answer))?;
        Some((name, path, answer))
    }

    /// Whether the words begin with somebody who has to do what follows.
    pub fn says_who(&self, words: &str) -> bool {
        name_ends(words).into_iter().any(|end| {
            let behind = &words[end..];
            (is_bidden(behind) || behind.starts_with(": ")) && self.is_name(&words[..end])
        })
    }

    /// Whether the words are the exact name of a person.
    pub fn is_name(&self, words: &str) -> bool {
        let may_be = words.split(' ').count() <= 3 && words.starts_with(char::is_uppercase);
        if !may_be {
            return false;
        }
        let answer = self.resolve(words);
        answer.tier.is_some() && is_exact(&answer)
    }
}

fn is_exact(answer: &Answer) -> bool {
    answer.candidates.first().is_some_and(|best| !best.misheard)
}

/// How somebody is written of whom nobody has a note, if the words are a person's full name.
pub fn unknown(name: &str) -> Option<String> {
    (name_shape(name) == NameShape::Full && name.contains(' ')).then(|| format!("@{}", plain(name)))
}
