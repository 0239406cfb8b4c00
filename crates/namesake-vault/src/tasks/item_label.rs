//! The name with a colon that an item begins with: `**Kyle:** ask Jess`. It is the doer's, whoever else is named behind it.

use namesake_names::is_first_name;
use namesake_note::recognition::{NameShape, name_shape};
use namesake_text::fold::fold;

/// Where the name ends with which `words` begin, if a colon follows and it is a first name or begins with one.
pub fn label_end(words: &str) -> Option<usize> {
    let (label, behind) = words.split_once(':')?;
    let name = label.trim_matches(['*', '_', ' ']);
    let is_set_off = behind.starts_with([' ', '*', '_']);
    let first = name.split(' ').next().unwrap_or_default();
    let is_name = name_shape(name) > NameShape::None && is_first_name(&fold(first));
    (is_set_off && is_name && name.starts_with(char::is_uppercase))
        .then(|| label.trim_end_matches(['*', '_', ' ']).len())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_label_is_a_name_and_a_colon() {
        for words in ["**Kyle:** ask Jess", "Kyle: ask Jess", "**Kyle**: ask Jess", "Kyle Wren: ask Jess"] {
            assert!(label_end(words).is_some(), "{words}");
        }
        for words in ["Doors: ask Jess", "Ask Jess: which doors", "**Price:** [[Jess]] to ask", "At 10:30 ask Jess", ""]
        {
            assert_eq!(label_end(words), None, "{words}");
        }
    }
}
