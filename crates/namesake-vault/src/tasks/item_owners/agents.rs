//! Who has to do something by a sentence that names them behind the deed: “Bis Montag schreibt Mara die Mail”, “Le devis sera
//! envoyé par Mara”.

use namesake_note::note::Kind;
use namesake_tasks::Task;
use namesake_tasks::owners::name_ends;
use namesake_text::text::Span;

use super::super::item_agents::{agent_places, is_agent};
use super::super::item_clauses::sentences;
use super::super::item_names::{JOINTS, bare_name};
use super::{ItemOwner, ItemOwners};

/// Signs that join two names in running words.
const SIGNS: [&str; 3] = [" & ", "/", ", "];

impl ItemOwners<'_> {
    /// Those named behind a deed of a meeting that they take part in.
    pub(super) fn agents(&self, task: &Task, is_bare: bool) -> Vec<ItemOwner> {
        if self.note.kind != Kind::Meeting {
            return Vec::new();
        }
        let words = task.description_span.of(task.line);
        let start = task.description_span.start;
        let mut found = Vec::new();
        for sentence in sentences(words) {
            let said = sentence.of(words);
            let of_place = |at: usize| {
                let names = self.agents_at(said, at, start + sentence.start, is_bare);
                let told = Some(sentence.shifted(start));
                names.into_iter().map(|owner| ItemOwner { told, ..owner }).collect::<Vec<_>>()
            };
            let named = agent_places(said).into_iter().map(of_place).find(|named| !named.is_empty());
            found.extend(named.into_iter().flatten());
        }
        found
    }

    /// Those whose names stand at `at` of a sentence that begins at `from` of the task's line, if they do something by it.
    fn agents_at(&self, said: &str, at: usize, from: usize, is_bare: bool) -> Vec<ItemOwner> {
        let (mut found, mut next) = (Vec::new(), at);
        while let Some((owner, end)) = self.name_at(said, next, from, is_bare) {
            found.push(owner);
            let behind = &said[end..];
            let joint = JOINTS.iter().chain(&SIGNS).find(|joint| behind.starts_with(**joint));
            let more = joint.and_then(|joint| {
                let next = end + joint.len();
                self.name_at(said, next, from, is_bare).map(|_| next)
            });
            match more {
                Some(more) => next = more,
                None => {
                    let is_meant = is_agent(&said[..at], &said[end..]);
                    return if is_meant { found } else { Vec::new() };
                }
            }
        }
        Vec::new()
    }

    /// Somebody who takes part and whose name stands at `at`, and where it ends.
    fn name_at(&self, said: &str, at: usize, from: usize, is_bare: bool) -> Option<(ItemOwner, usize)> {
        let words = &said[at..];
        let mention = match () {
            () if words.starts_with("[[") => words.find("]]").map(|end| end + 2),
            () if words.starts_with('@') || words.starts_with(char::is_lowercase) => {
                Some(words.find([' ', ',', ':', '*', ')', ']']).unwrap_or(words.len()))
            }
            () => None,
        };
        name_ends(words).into_iter().rev().chain(mention).find_map(|end| {
            let place = Span::new(at, at + end);
            let owner = self.leader(bare_name(place.of(said)), place.shifted(from), is_bare)?;
            self.is_present(&owner).then_some((owner, at + end))
        })
    }
}
