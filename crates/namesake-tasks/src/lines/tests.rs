//! Edits change what they say and nothing else; reading never fails, whatever the text.

use proptest::prelude::*;

use super::super::{Answer, HiddenFields, Options, answer, hidden_fields, parse};
use super::*;
use namesake_text::text::apply;

fn options(format: Format) -> Options {
    Options { format, ..Options::default() }
}

fn day(text: &str) -> Date {
    text.parse().unwrap()
}

fn edited(line: &str, format: Format, edit: impl Fn(&Task) -> Vec<Edit>) -> String {
    apply(line, &edit(&parse(line, &options(format)).unwrap())).unwrap()
}

#[test]
fn a_date_that_stands_is_changed_in_its_digits_alone() {
    let due = |task: &Task| set_date(task, DateKind::Due, day("2025-12-01"));
    assert_eq!(edited("- [ ] a 🗓\u{FE0F}2025-02-30 #b  ", Format::Emoji, due), "- [ ] a 🗓\u{FE0F}2025-12-01 #b  ");
    assert_eq!(edited("- [ ] a ( due::2025-02-30 ) ,", Format::Dataview, due), "- [ ] a ( due::2025-12-01 ) ,");
    assert_eq!(edited("- [ ] a 📅 2025-12-01", Format::Emoji, due), "- [ ] a 📅 2025-12-01");
}

#[test]
fn a_field_glued_to_a_tag_stays_a_field() {
    let done = |task: &Task| set_date(task, DateKind::Done, day("2025-11-04"));
    assert_eq!(edited("- [ ] a #b⏫", Format::Emoji, done), "- [ ] a ✅ 2025-11-04 #b⏫");
    assert_eq!(edited("- [ ] #b⏫", Format::Emoji, done), "- [ ] ✅ 2025-11-04 #b⏫");
}

#[test]
fn a_date_can_be_taken_out() {
    let reopened = |task: &Task| task.done.iter().map(|field| clear(task, field.whole)).collect();
    assert_eq!(edited("- [ ] a ✅ 2025-11-04 #b", Format::Emoji, reopened), "- [ ] a #b");
    assert_eq!(edited("- [ ] a #b", Format::Emoji, reopened), "- [ ] a #b");
}

#[test]
fn the_description_is_replaced_without_touching_fields_or_the_tags_behind_it() {
    let text = |task: &Task| set_description(task, "new");
    assert_eq!(edited("- [ ] old #a  📅 2025-01-01 #b", Format::Emoji, text), "- [ ] new #a  📅 2025-01-01 #b");
    assert_eq!(edited("- [ ] 📅 2025-01-01", Format::Emoji, text), "- [ ] new 📅 2025-01-01");
    assert_eq!(edited("- [ ]", Format::Emoji, text), "- [ ] new");
    assert_eq!(edited("- [ ]  ", Format::Emoji, text), "- [ ] new  ", "the hard break stays");
}

#[test]
fn an_owner_hidden_behind_the_fields_is_found_and_replaced() {
    let line = "- [ ] Confirm the price. 📅 2025-11-15 @Rob Benoit";
    let options = Options::default();
    let task = parse(line, &options).unwrap();
    let [owner] = task.owners().try_into().unwrap();
    assert_eq!(
        apply(line, &[Edit::replace(owner.span, "[[Rob Benoit]]")]).unwrap(),
        "- [ ] Confirm the price. 📅 2025-11-15 [[Rob Benoit]]"
    );
}

/// Lines made of what the grammar turns on, in any order.
fn pieces() -> impl Strategy<Value = String> {
    let piece = prop::sample::select(vec![
        "word",
        " ",
        "  ",
        "\t",
        "#tag",
        "#x",
        "📅",
        "📆",
        "⏳",
        "✅",
        "🔁",
        "🏁",
        "🆔",
        "⛔",
        "⏫",
        "🔺",
        "\u{FE0F}",
        "\u{FE0E}",
        " 2025-01-01",
        "2025-02-30",
        "every day",
        " when done",
        "until 1 may",
        "delete",
        "a,b",
        ",",
        "[",
        "]",
        "(",
        ")",
        "[due:: 2025-01-01]",
        "(id:: a)",
        "priority:: high",
        "::",
        "owner::",
        "@Rob Benoit",
        "@",
        "[[Mara]]",
        "Owner: ",
        "(Mara, Rob)",
        "`",
        "``",
        "<!--",
        "-->",
        "%%",
        "](",
        "<b>",
        "https://",
        " ^b1",
        "\u{2028}",
        "\r",
        "é",
        "\u{301}",
        "\u{85}",
        "\u{FEFF}",
        "â«",
        "ðŸ“…",
        ".",
        "'s",
        "’",
        "van ",
        "!",
    ]);
    prop::collection::vec(piece, 0..14).prop_map(|pieces| pieces.concat())
}

pub(crate) fn lines_of_tasks() -> impl Strategy<Value = String> {
    (prop::sample::select(vec!["- [ ]", "> 1. [x]", "\t* [/] "]), pieces())
        .prop_map(|(head, body)| head.to_owned() + &body)
}

fn formats() -> impl Strategy<Value = Format> {
    prop::sample::select(vec![Format::Emoji, Format::Dataview])
}

fn spans(task: &Task) -> Vec<(Span, Span)> {
    let dates = [&task.start, &task.created, &task.scheduled, &task.due, &task.done, &task.cancelled];
    let mut spans: Vec<_> = dates.into_iter().flatten().map(|field| (field.span, field.whole)).collect();
    spans.extend(task.priority.as_ref().map(|field| (field.span, field.whole)));
    spans.extend(task.recurrence.as_ref().map(|field| (field.span, field.whole)));
    spans.extend(task.on_completion.as_ref().map(|field| (field.span, field.whole)));
    spans.extend(task.id.as_ref().map(|field| (field.span, field.whole)));
    spans.extend(task.depends_on.as_ref().map(|field| (field.span, field.whole)));
    spans.extend([(task.description_span, task.body_span), (task.status_span, task.status_span)]);
    spans.extend(task.owners().iter().map(|owner| (owner.name_span, owner.span)));
    spans
}

fn check_spans(line: &str, format: Format) {
    let options = options(format);
    let Some(task) = parse(line, &options) else { return };
    for (inner, outer) in spans(&task) {
        assert!(outer.contains(inner) && line.get(outer.range()).is_some() && line.get(inner.range()).is_some());
    }
    assert_eq!(task.status_span.of(line), task.status.symbol.to_string());
}

proptest! {
    #[test]
    fn any_text_can_be_read(line in any::<String>(), tail in any::<String>(), format in formats()) {
        check_spans(&line, format);
        check_spans(&format!("- [ ] {tail}"), format);
    }

    #[test]
    fn spans_lie_on_characters_and_values_in_their_fields(line in lines_of_tasks(), format in formats()) {
        check_spans(&line, format);
    }

    #[test]
    fn setting_what_is_already_so_changes_nothing(line in lines_of_tasks(), format in formats()) {
        let options = options(format);
        let task = parse(&line, &options).unwrap();
        prop_assert!(set_status(&task, task.status.symbol).is_empty());
        prop_assert!(set_description(&task, task.description_span.of(&line)).is_empty());
        for kind in DateKind::ALL {
            if let Some(date) = task.date(kind).and_then(|field| field.value) {
                prop_assert!(set_date(&task, kind, date).is_empty());
            }
        }
        if let Some(field) = &task.priority {
            prop_assert!(set_priority(&task, field.value).is_empty());
        }
        if let Some(field) = &task.recurrence {
            prop_assert!(set_recurrence(&task, field.text).is_empty());
        }
    }

    #[test]
    fn setting_a_date_sets_that_and_leaves_every_other_field(line in lines_of_tasks(), format in formats()) {
        let options = options(format);
        let before = parse(&line, &options).unwrap();
        let day = Date::constant(2031, 7, 9);
        let edits = set_date(&before, DateKind::Done, day);
        let after_line = apply(&line, &edits).unwrap();
        let after = parse(&after_line, &options).unwrap();
        prop_assert_eq!(after.done.as_ref().and_then(|done| done.value), Some(day));
        let mut expected = serde_json::to_value(Answer::of(Some(&before))).unwrap();
        expected["doneDate"] = "2031-07-09".into();
        prop_assert_eq!(serde_json::to_value(Answer::of(Some(&after))).unwrap(), expected);
    }

    #[test]
    fn the_status_alone_changes_with_the_status(line in lines_of_tasks(), format in formats()) {
        let options = options(format);
        let task = parse(&line, &options).unwrap();
        let after_line = apply(&line, &set_status(&task, '-')).unwrap();
        let mut expected = serde_json::to_value(Answer::of(Some(&task))).unwrap();
        for (name, value) in [("statusSymbol", "-"), ("statusName", "Cancelled"), ("statusType", "CANCELLED")] {
            expected[name] = value.into();
        }
        prop_assert_eq!(serde_json::to_value(answer(&after_line, &options)).unwrap(), expected);
    }

    #[test]
    fn setting_the_priority_or_the_rule_sets_that_and_leaves_every_other_field(
        line in lines_of_tasks(),
        format in formats(),
    ) {
        let options = options(format);
        let task = parse(&line, &options).unwrap();
        let set = [
            (set_priority(&task, Priority::Low), "priority", "Low"),
            (set_recurrence(&task, "every 3 weeks when done"), "recurrence", "every 3 weeks when done"),
        ];
        for (edits, name, value) in set {
            let after = apply(&line, &edits).unwrap();
            let mut expected = serde_json::to_value(Answer::of(Some(&task))).unwrap();
            expected[name] = value.into();
            prop_assert_eq!(serde_json::to_value(answer(&after, &options)).unwrap(), expected);
        }
    }

    #[test]
    fn a_field_that_stands_is_changed_in_its_value_alone(line in lines_of_tasks(), format in formats()) {
        let options = options(format);
        let task = parse(&line, &options).unwrap();
        let day = Date::constant(2031, 7, 9);
        let mut changes: Vec<(Span, Vec<Edit>)> = vec![(task.status_span, set_status(&task, '-'))];
        changes.extend(DateKind::ALL.into_iter().filter_map(|kind| Some((task.date(kind)?.span, set_date(&task, kind, day)))));
        changes.extend(task.priority.as_ref().map(|field| (field.span, set_priority(&task, Priority::Low))));
        changes.extend(task.recurrence.as_ref().map(|field| (field.span, set_recurrence(&task, "every 3 weeks"))));
        for (span, edits) in changes {
            prop_assert!(edits.iter().all(|edit| span.contains(edit.span)), "{edits:?} outside {span:?}");
        }
    }

    #[test]
    fn text_that_is_moved_is_not_lost(line in lines_of_tasks(), format in formats()) {
        let options = options(format);
        let task = parse(&line, &options).unwrap();
        let Some(HiddenFields { fields, text }) = hidden_fields(&task, |_| false) else { return Ok(()) };
        let words = text.of(&line);
        let head = line[..fields.start].trim_end_matches(' ').len().max(task.description_span.start);
        let after = apply(&line, &move_text(&line, text, head, words)).unwrap();
        let signs = |line: &str| {
            let mut signs: Vec<char> = line.chars().filter(|c| *c != ' ').collect();
            signs.sort_unstable();
            signs
        };
        prop_assert_eq!(signs(&line), signs(&after));
        let count = |line: &str| spans(&parse(line, &options).unwrap()).len();
        prop_assert!(count(&after) >= count(&line), "{line:?} -> {after:?}");
    }
}
