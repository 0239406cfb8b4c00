//! Titles below somebody’s name over what they are going to do: `### Mara Voss` / `#### Planned`, `@mvoss` / `- Next:`. The
//! same titles elsewhere say nothing of whose it is.

use namesake_note::note::{Note, Section};

use super::other_titles::{is_planned_title, is_reported_title};

/// Whether the title is one of those that stand below a name: of what is planned, done or blocked.
pub(super) fn is_status_title(title: &str) -> bool {
    is_planned_title(title) || is_reported_title(title)
}

/// Whether `line` is `@handle` or names and nothing else.
pub(super) fn is_person(line: &str, is_name: &dyn Fn(&str) -> bool) -> bool {
    let bare = line.trim_matches(['*', '_', ':', ' ', '#']);
    let handle = bare.strip_prefix('@').filter(|handle| !handle.contains(' '));
    handle.map_or_else(|| bare.split(' ').count() <= 3 && is_name(bare), |_| is_name(bare))
}

/// Whether the `nth` of `sections` is what somebody plans: their name is the title above it, with nothing but titles of
/// the sort between. A title that is no deeper than the name has to return below other names.
pub(super) fn is_personal_plan(note: &Note, sections: &[Section], nth: usize, is_name: &dyn Fn(&str) -> bool) -> bool {
    let section = &sections[nth];
    if !is_planned_title(&section.title) {
        return false;
    }
    let named = |nth: usize| {
        let above = sections[..nth].iter().rev().find(|above| !is_status_title(&above.title));
        above.filter(|above| is_person(note.slice(above.heading).trim_start_matches(['#', ' ']), is_name))
    };
    let Some(person) = named(nth) else { return false };
    let is_equal = |other: &Section| other.level == section.level && other.title == section.title;
    let again =
        || (0..sections.len()).filter(|other| is_equal(&sections[*other]) && named(*other).is_some()).count() > 1;
    section.level > person.level || again()
}
