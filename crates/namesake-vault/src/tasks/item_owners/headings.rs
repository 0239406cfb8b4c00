//! Names in the words of a heading over tasks: “Action items for Mara”.

use namesake_note::note::is_titled;

use super::super::item_sections::without_count;
use super::ItemOwners;

impl ItemOwners<'_> {
    /// The part of a heading that may be names: of “Action items for Mara”, “Mara – tasks” or “Mara’s tasks”.
    pub(super) fn part_of_heading<'h>(&self, heading: &'h str) -> &'h str {
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
