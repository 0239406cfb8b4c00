//! A converted task is the same task, and no byte changes but those of its fields.

use proptest::prelude::*;

use super::super::lines::tests::lines_of_tasks;
use super::*;

fn options(format: Format) -> Options {
    Options { format, ..Options::default() }
}

/// The line in the other format; as it is where it has no field to convert.
fn converted(line: &str, to: Format) -> Result<String, FormatConflict> {
    convert(line, &options(to)).map(|edits| apply(line, &edits).unwrap())
}

#[test]
fn every_field_has_its_counterpart() {
    let emoji = "> - [/] Ship  it #a ⛔ a,b 🆔 c 🏁 delete 🔁 every day ➕ 2025-01-01 🛫 2025-01-02 ⏳ 2025-01-03 📅 2025-01-04 \
                 ❌ 2025-01-05 ✅ 2025-01-06 ⏫ #b ^c  \r";
    let dataview = "> - [/] Ship  it #a  [dependsOn:: a,b]  [id:: c]  [onCompletion:: delete]  [repeat:: every day]  \
                    [created:: 2025-01-01]  [start:: 2025-01-02]  [scheduled:: 2025-01-03]  [due:: 2025-01-04]  \
                    [cancelled:: 2025-01-05]  [completion:: 2025-01-06]  [priority:: high] #b ^c  \r";
    assert_eq!(converted(emoji, Format::Dataview).as_deref(), Ok(dataview));
    assert_eq!(converted(dataview, Format::Emoji).as_deref(), Ok(emoji));
}

#[test]
fn odd_spellings_become_usual_ones_and_values_stay() {
    for (written, to, expected) in [
        ("- [ ] a 📆\u{FE0F}2025-02-30", Format::Dataview, "- [ ] a  [due:: 2025-02-30]"),
        ("- [ ] a ⌛  2025-01-01⏬", Format::Dataview, "- [ ] a  [scheduled:: 2025-01-01]  [priority:: lowest]"),
        ("- [ ] a 🔁 every two weeks", Format::Dataview, "- [ ] a  [repeat:: every two weeks]"),
        ("- [ ] 📅 2025-01-01", Format::Dataview, "- [ ] [due:: 2025-01-01]"),
        ("- [ ] a (due::2025-01-01) ,[ id:: b ]", Format::Emoji, "- [ ] a 📅 2025-01-01 🆔 b"),
        ("- [ ] a   [due:: 2025-01-01]", Format::Emoji, "- [ ] a   📅 2025-01-01"),
    ] {
        assert_eq!(converted(written, to).as_deref(), Ok(expected), "{written}");
    }
}

#[test]
fn what_is_no_field_of_the_other_format_stays() {
    for line in
        ["- [ ] a", "- a 📅 2025-01-01", "- [ ] a [due:: 2025-01-01]", "- [ ] a 📅 2025-01-01 b", "- [ ] #a", ""]
    {
        assert_eq!(converted(line, Format::Dataview).as_deref(), Ok(line));
    }
}

#[test]
fn a_task_with_fields_of_both_formats_is_left_alone() {
    assert_eq!(converted("- [ ] a [due:: 2025-01-01] 📅 2025-01-02", Format::Dataview), Err(FormatConflict));
    assert_eq!(converted("- [ ] a 📅 2025-01-02 [priority:: high]", Format::Emoji), Err(FormatConflict));
}

#[test]
fn the_global_filter_says_what_a_task_is() {
    let filtered = Options { format: Format::Dataview, global_filter: "#task".into(), ..Options::default() };
    assert_eq!(convert("- [ ] a 📅 2025-01-01", &filtered), Ok(Vec::new()));
    assert_eq!(convert("- [ ] a #task 📅 2025-01-01", &filtered).map(|edits| edits.len()), Ok(1));
}

proptest! {
    #[test]
    fn the_task_is_the_same_in_the_other_format(line in lines_of_tasks(), to in prop::sample::select(vec![Format::Emoji, Format::Dataview])) {
        let from = other(to);
        if let Ok(after) = converted(&line, to) {
            let before = Answer::of(parse(&line, &options(from)).as_ref());
            if after != line {
                prop_assert_eq!(&Answer::of(parse(&after, &options(to)).as_ref()), &before);
                // And back: the same task again, and from then on the same bytes.
                let back = converted(&after, from).unwrap();
                prop_assert_eq!(Answer::of(parse(&back, &options(from)).as_ref()), before);
                prop_assert_eq!(converted(&back, to), Ok(after));
            }
        }
    }
}
