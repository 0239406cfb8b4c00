//! What the items of a note say, so that one that a summary and a list say twice is offered once.

use std::collections::{BTreeMap, BTreeSet};

use namesake_tasks::marks::mark;
use namesake_text::path::NotePath;

use super::item_owners::ItemOwner;
use super::recording_link::without_recording;
use namesake_transcript::content;

/// What an item says: its words without names, and whose it is.
#[derive(Default, Clone)]
pub struct Saying {
    keys: Vec<Vec<String>>,
    /// Whose it is.
    pub owners: BTreeSet<NotePath>,
}

impl Saying {
    /// What `words` say that `owners` have to do.
    pub fn of(words: &str, owners: &[ItemOwner]) -> Self {
        let of_person = |path: &NotePath| content(path.stem());
        let is_name = |owner: &&ItemOwner| owner.is_known() || owner.is_contested() || owner.name.contains(' ');
        let known = owners.iter().filter(is_name);
        let names: BTreeSet<String> = known
            .flat_map(|owner| content(&owner.name).into_iter().chain(owner.person().map(of_person).unwrap_or_default()))
            .collect();
        let words = without_recording(&words[mark(words).unwrap_or_default()..]);
        let mut left = content(&words);
        left.retain(|word| !names.contains(word));
        // “Write to them” has no words that tell; it is the same only word by word.
        if left.len() < 2 {
            let small = |words: &str| -> Vec<String> {
                let all = words.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
                all.map(str::to_lowercase).collect()
            };
            let people = owners.iter().filter_map(ItemOwner::person).map(NotePath::stem);
            let whose: BTreeSet<String> = people.flat_map(small).chain(names).collect();
            left = small(&words);
            left.retain(|word| !whose.contains(word));
        }
        Self { keys: keys(left), owners: owners.iter().filter_map(ItemOwner::person).cloned().collect() }
    }

    /// Whether both say the same, for the same people or one of them for nobody.
    pub fn is_same(&self, other: &Self) -> bool {
        let is_owned = self.owners.is_empty() || other.owners.is_empty() || self.owners == other.owners;
        is_owned && self.keys.iter().any(|key| other.keys.contains(key))
    }
}

/// The tasks of a note that stand there or were offered.
#[derive(Default)]
pub struct Sayings {
    all: Vec<Saying>,
    places: BTreeMap<Vec<String>, Vec<usize>>,
}

impl Sayings {
    /// Whether one of them says the same.
    pub fn has(&self, saying: &Saying) -> bool {
        let alike = saying.keys.iter().filter_map(|key| self.places.get(key)).flatten();
        alike.into_iter().any(|at| self.all[*at].is_same(saying))
    }

    /// Adds one.
    pub fn add(&mut self, saying: Saying) {
        for key in &saying.keys {
            self.places.entry(key.clone()).or_default().push(self.all.len());
        }
        self.all.push(saying);
    }
}

/// The words that say what is to be done, in order; of five and more also without each of them, since one may differ.
fn keys(mut all: Vec<String>) -> Vec<Vec<String>> {
    all.sort();
    if !(1..=MOST_KEYS).contains(&all.len()) {
        return Vec::new();
    }
    let without = |at: usize| [&all[..at], &all[at + 1..]].concat();
    let near: Vec<Vec<String>> = if all.len() > 4 { (0..all.len()).map(without).collect() } else { Vec::new() };
    near.into_iter().chain([all.clone()]).collect()
}

/// What says more is a text and no task.
const MOST_KEYS: usize = 40;
