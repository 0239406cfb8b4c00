//! Titles and first lines that say with whom one was: `Coffee with Jane Doe`, `Gespräch mit Jane Doe`.

use super::headings::heading_roles;
use crate::vocabulary::{OwnWords, Role};
use crate::word_list::{WordList, lower};

/// What people do together and write down beside meetings, in lower case. Alone these words say nothing of a note.
static OCCASIONS: WordList = WordList::new(
    "coffee lunch dinner breakfast brunch tea chat talk walk drinks beer coaching mentoring visit kaffee mittagessen abendessen \
     frühstück spaziergang besuch austausch déjeuner dîner café visite comida cena almuerzo desayuno paseo charla pranzo \
     colazione caffè koffie wandeling obiad kawa fika",
);

/// What stands before the names.
const WITH: [&str; 8] = [" with ", " mit ", " avec ", " con ", " com ", " met ", " med ", " z "];

/// The most words before “with”, signs and numbers aside.
const MOST_WORDS: usize = 3;

/// What stands behind “with” in a title that says with whom something was done.
pub(super) fn together<'t>(title: &'t str, own: &OwnWords) -> Option<&'t str> {
    let parts = WITH.iter().filter_map(|with| title.split_once(with));
    let (what, names) = parts.min_by_key(|(what, _)| what.len())?;
    let what = what.trim_start_matches(|c: char| !c.is_alphabetic());
    let said = heading_roles(what, own);
    let is_occasion = said.has(Role::Meeting)
        || said.has(Role::Occasion)
        || what.split_whitespace().next_back().is_some_and(|last| OCCASIONS.contains(&lower(last)));
    (is_occasion && what.split_whitespace().count() <= MOST_WORDS).then_some(names)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_title_says_with_whom_one_was() {
        let names = |title: &'static str| together(title, &OwnWords::default());
        for title in
            ["Coffee with Jane Doe", "2025-10-31 Lunch with Jane Doe", "Gespräch mit Jane Doe", "Call with Jane Doe"]
        {
            assert_eq!(names(title), Some("Jane Doe"), "{title}");
        }
        for title in ["Living with Jane Doe", "Coffee", "A long and slow morning talk with Jane Doe", "Pasta con pesto"]
        {
            assert_eq!(names(title), None, "{title}");
        }
    }
}
