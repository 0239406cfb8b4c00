//! What headings say about what stands below them.

use crate::vocabulary::{OwnWords, Role, Roles, roles};
use crate::word_list::{WordList, lower};

/// Words in headings of sections about another meeting, in lower case.
static OTHER: WordList =
    WordList::new("next previous last upcoming following future follow-up followup nächste nächstes nächster");

/// Whether a heading is about another meeting.
pub(super) fn is_other_meeting(title: &str) -> bool {
    title.split_whitespace().any(|word| OTHER.contains(&lower(word)))
}

/// What a heading stands for: the whole of it, or what remains without words that say nothing, and without numbers at its
/// ends.
pub fn heading_roles(title: &str, own: &OwnWords) -> Roles {
    let title = title.split(" (").next().unwrap_or_default();
    let whole = roles(title, own);
    if !whole.is_empty() {
        return whole;
    }
    let bare = title.trim_start_matches(|c: char| !c.is_alphabetic()).trim_end_matches(|c: char| !c.is_alphabetic());
    let says = |word: &&str| !roles(word, own).has(Role::Filler);
    let rest: Vec<&str> = bare.split([' ', '_', '-']).filter(says).collect();
    let bare = roles(bare, own);
    let said = if bare.is_empty() { roles(&rest.join(" "), own) } else { bare };
    if said.is_empty() { presence(&rest, own) } else { said }
}

/// What several words say each of which is about who was there: “TN fehlend”, “absent members”. One for those who were
/// absent is about these.
fn presence(words: &[&str], own: &OwnWords) -> Roles {
    let said = || words.iter().map(|word| roles(word, own));
    let is_known = words.len() > 1 && said().all(|said| said.has(Role::Participants) || said.has(Role::Absent));
    let found = said().find(|said| said.has(Role::Absent)).or_else(|| said().next());
    found.filter(|_| is_known).unwrap_or_default()
}
