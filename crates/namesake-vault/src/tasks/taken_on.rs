//! What somebody takes on without a deed being named: the task that was spoken of, a role for the next meeting.

/// Whether words say that somebody takes on what was spoken of, and nothing else: “takes the task”, “takes this on”.
pub(super) fn takes_on(behind: &str) -> bool {
    let taken =
        ["takes ", "take ", "will take "].iter().find_map(|takes| behind.strip_prefix(takes)).unwrap_or_default();
    let rest = TAKEN.iter().filter_map(|what| taken.strip_prefix(what)).min_by_key(|rest| rest.len());
    rest.is_some_and(|rest| rest.is_empty() || rest.starts_with(['.', ',', ';', ')', '!', '*', '(']))
}

/// What somebody takes who is going to do it.
#[rustfmt::skip]
const TAKEN: [&str; 13] = [
    "the task", "this task", "the action", "this action", "the action item", "the issue", "this", "this one", "this on", "that on", "it on", "this over", "it over",
];

/// Whether what follows a name makes its bearer something for the meeting or the task: “to be moderator”.
pub(super) fn is_named_to(behind: &str) -> bool {
    let behind = behind.trim_start_matches([' ', '*', '_', ']']);
    let rest = ["to be ", "will be ", "is to be ", "wird ", "sera ", "será ", "sarà ", "wordt "]
        .iter()
        .find_map(|to| behind.strip_prefix(to));
    let rest = rest.map(|rest| {
        ["the ", "a ", "our ", "le ", "la ", "el ", "o ", "il ", "de "]
            .iter()
            .find_map(|a| rest.strip_prefix(a))
            .unwrap_or(rest)
    });
    let ends = |rest: &str| !rest.starts_with(char::is_alphanumeric);
    rest.is_some_and(|rest| NAMED_TO.iter().any(|role| rest.strip_prefix(role).is_some_and(ends)))
}

/// Such roles.
#[rustfmt::skip]
const NAMED_TO: [&str; 26] = [
    "moderator", "chair", "host", "scribe", "facilitator", "notetaker", "note taker", "minute taker", "lead", "responsible", "in charge", "point of contact", "point person", "contact person", "spokesperson",
    "verantwortlich", "zuständig", "Ansprechpartner", "Ansprechpartnerin", "responsable", "référent", "référente", "encargado", "encargada", "responsabile", "verantwoordelijk",
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_role_for_the_meeting_is_told_from_being_there() {
        assert!(is_named_to(" to be moderator for the next meeting") && is_named_to(" will be the point of contact"));
        assert!(
            !is_named_to(" to be added to the list") && !is_named_to(" will be away") && !is_named_to(" to be leading")
        );
    }
}
