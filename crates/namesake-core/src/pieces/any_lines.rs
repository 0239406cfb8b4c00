//! Lines of notes that nobody would write, for tests.

use proptest::prelude::*;

/// A line that may stand in a note; one of them is the heading `named`.
pub fn line(named: &'static str) -> impl Strategy<Value = String> {
    prop_oneof![
        Just(String::new()),
        "[ab]",
        "- [ab]",
        "  - [ab]",
        "\t[ab]",
        "- \\[ \\] [ab]",
        "#{1,3} [AB]",
        "> [ab]",
        "[ab] \\^[xy]",
        Just("---".to_owned()),
        Just("```".to_owned()),
        Just("%%".to_owned()),
        Just("<div>".to_owned()),
        Just("===".to_owned()),
        Just("1. a".to_owned()),
        Just(named.to_owned()),
        "\\| [ab] \\| [ab] \\|",
        Just("|---|---|".to_owned()),
    ]
}
