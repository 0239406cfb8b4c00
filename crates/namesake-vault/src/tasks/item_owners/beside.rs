//! Who is mentioned in an item as somebody to do it with, to ask or to tell, and so owns nothing: “Build a gate with @tomas”.

use namesake_note::word_list::lower;
use namesake_tasks::Task;

use super::super::bidden::is_bidden;
use super::super::item_names::{JOINTS, SIGNS, is_set_off};
use super::item_owner::{ItemOwner, Position};

/// Words before somebody with whom something is done or who is asked or told; in small letters. Those behind which work is
/// handed over, too, are left out: “delegiert an”.
#[rustfmt::skip]
const BEFORE_OTHERS: &[&str] = &[
    "with", "from", "ask", "asks", "asking", "call", "contact", "email", "mail", "message", "ping", "tell", "inform", "invite", "meet", "remind", "thank",
    "mit", "avec", "contacter", "appeler", "inviter", "prévenir", "con", "llamar", "contactar", "avisar", "invitar", "com", "ligar", "convidar",
    "chiamare", "contattare", "invitare", "avvisare", "met", "bellen", "mailen", "vragen",
];

/// With what an item begins that is for somebody to be told or given something: “Send the plan to @tomas”; in small letters.
const TELLING: [&str; 14] = [
    "send", "forward", "talk", "speak", "write", "reach", "reply", "respond", "report", "hand", "give", "show",
    "submit", "present",
];

/// Signs behind which work is handed over: “Write the plan → to @tomas”.
const ARROWS: [char; 3] = ['→', '⇒', '>'];

/// Signs between a word and a name.
const OPENING: [char; 4] = ['@', '*', '_', '['];

/// Takes those out of `found` who are only mentioned as others are: behind such a word, or joined to one who is. “To @tomas to
/// paint” gives it to Tomas all the same.
pub(super) fn leave_out_others(task: &Task, found: &mut Vec<ItemOwner>) {
    found.retain(|owner| owner.position != Position::Within || !is_other(task, owner));
}

/// Whether somebody named within a task's words is mentioned as others are.
fn is_other(task: &Task, owner: &ItemOwner) -> bool {
    let Some(before) = task.line.get(task.description_span.start..owner.place.start) else { return false };
    let behind = &task.line[owner.reading_end..];
    let word = lower(word_before(before));
    let first = before.split(' ').next().unwrap_or_default();
    let is_told = || word == "to" && TELLING.contains(&&*lower(first)) && !before.contains(ARROWS);
    (BEFORE_OTHERS.contains(&&*word) || is_told()) && !is_bidden(behind) && !is_set_off(behind)
}

/// No more people are mentioned together.
const MOST_TOGETHER: usize = 8;

/// The word before the first of several who are mentioned together, the last of them behind `before`.
fn word_before(before: &str) -> &str {
    let last_word = |words: &'_ str| words.rfind(' ').map_or(0, |blank| blank + 1);
    let mut before = before.trim_end_matches(OPENING).trim_end();
    for _ in 0..MOST_TOGETHER {
        let word = || JOINTS.iter().find_map(|joint| before.strip_suffix(joint.trim_end()));
        let Some(joined) = before.strip_suffix(SIGNS).or_else(word).map(str::trim_end) else { break };
        let mention = match joined.ends_with("]]") {
            true => joined.rfind("[["),
            false => Some(last_word(joined)).filter(|at| joined[*at..].starts_with('@')),
        };
        let Some(at) = mention else { break };
        before = joined[..at].trim_end_matches(OPENING).trim_end();
    }
    &before[last_word(before)..]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn those_mentioned_together_stand_behind_one_word() {
        for (before, word) in [
            ("Build a gate with @", "with"),
            ("Build a gate with @tomas and @", "with"),
            ("Build a gate with [[Tomas Reed|Tomas]], @ilse & @", "with"),
            ("Paint the doors and @", "and"),
            ("@", ""),
        ] {
            assert_eq!(word_before(before), word, "{before}");
        }
    }
}
