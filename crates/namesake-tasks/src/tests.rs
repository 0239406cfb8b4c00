//! The grammar, point by point. What the Tasks plugin does with each line was seen by running its own parser.

use super::recurrence::split_when_done;
use super::*;

fn options(format: Format) -> Options {
    Options { format, ..Options::default() }
}

/// The answer as JSON, so that a test reads like the command line's output.
fn json(line: &str, format: Format) -> serde_json::Value {
    serde_json::to_value(answer(line, &options(format))).unwrap()
}

fn emoji(line: &str) -> serde_json::Value {
    json(line, Format::Emoji)
}

fn dataview(line: &str) -> serde_json::Value {
    json(line, Format::Dataview)
}

fn is_task(line: &str) -> bool {
    parse(line, &Options::default()).is_some()
}

fn is_readable(rule: &str) -> bool {
    is_rule(split_when_done(rule).0)
}

mod the_line {
    use super::*;

    #[test]
    fn a_task_is_a_list_item_with_a_checkbox() {
        for line in ["- [ ] a", "* [ ] a", "+ [ ] a", "1. [ ] a", "12345678901) [ ] a", "-   [ ] a", "- [ ]", "- [ ]a"]
        {
            assert!(is_task(line), "{line}");
        }
        for line in
            ["a", "[ ] a", "- a", "-[ ] a", "-\t[ ] a", "• [ ] a", "a. [ ] a", "1 [ ] a", "- - [ ] a", "٣. [ ] a"]
        {
            assert!(!is_task(line), "{line}");
        }
    }

    #[test]
    fn it_may_stand_behind_any_mix_of_white_space_and_quote_marks() {
        assert_eq!(emoji("> \t>\u{FEFF}\u{A0}- [ ] a")["indentation"], "> \t>\u{FEFF}\u{A0}");
        assert!(!is_task("\u{200B}- [ ] a"), "a zero-width space is no white space");
        assert!(!is_task("\u{85}- [ ] a"), "nor is NEL, to JavaScript");
        assert!(!is_task("> [!todo] - [ ] a"));
    }

    #[test]
    fn the_status_is_one_character() {
        for line in ["- [🔥] a", "- [é] a", "- [\t] a"] {
            assert!(is_task(line), "{line}");
        }
        for line in ["- [] a", "- [xx] a", "- [e\u{301}] a", "- [❤\u{FE0F}] a", "- [\u{2028}] a", "- [\n] a"] {
            assert!(!is_task(line), "{line}");
        }
    }

    #[test]
    fn a_symbol_without_a_row_is_to_do_even_a_capital_x() {
        let capital = emoji("- [X] a");
        assert_eq!(
            (&capital["statusName"], &capital["statusType"], &capital["statusSymbol"]),
            (&"Unknown".into(), &"TODO".into(), &"X".into())
        );
        assert_eq!(emoji("- [-] a")["statusType"], "CANCELLED");
    }

    #[test]
    fn the_first_row_for_a_symbol_counts() {
        let mut options = Options::default();
        let row = |name: &str, kind| StatusRow { symbol: 'h', name: name.into(), next_symbol: 'x', kind };
        options.statuses.0.extend([row("Waiting", StatusKind::OnHold), row("Late", StatusKind::Todo)]);
        let status = parse("- [h] a", &options).unwrap().status;
        assert_eq!((status.name, status.kind), ("Waiting", StatusKind::OnHold));
    }

    #[test]
    fn the_body_ends_at_the_first_line_end_of_any_kind() {
        assert_eq!(emoji("- [ ] a 📅 2025-01-01\r")["dueDate"], "2025-01-01");
        let cut = emoji("- [ ] a\u{2028}b 📅 2025-01-01");
        assert_eq!((&cut["description"], &cut["dueDate"]), (&"a".into(), &serde_json::Value::Null));
    }

    #[test]
    fn a_block_link_ends_the_body_and_is_kept_with_its_space() {
        let linked = emoji("- [ ] a 📅 2025-01-01 ^b-1");
        assert_eq!((&linked["blockLink"], &linked["dueDate"]), (&" ^b-1".into(), &"2025-01-01".into()));
        assert_eq!(emoji("- [ ] ^b1")["description"], "^b1", "without a space before it is text");
        assert_eq!(emoji("- [ ] a ^b_1")["blockLink"], "");
        assert_eq!(
            emoji("- [ ] a 📅 2025-01-01 ^b #t")["dueDate"],
            serde_json::Value::Null,
            "a tag after it undoes it"
        );
    }

    #[test]
    fn two_or_more_spaces_at_the_end_are_a_hard_break() {
        assert_eq!(emoji("- [ ] a   ")["hardBreak"], "   ");
        assert_eq!(emoji("- [ ] a ")["hardBreak"], "");
        assert_eq!(emoji("- [ ] a  \r")["hardBreak"], "");
    }

    #[test]
    fn the_global_filter_is_a_text_that_must_occur() {
        let options = Options { global_filter: "#task".into(), ..Options::default() };
        let tags = |line| parse(line, &options).map(|task| task.tags().map(str::to_owned).collect::<Vec<_>>());
        assert_eq!(tags("- [ ] a"), None);
        assert_eq!(tags("- [ ] a #task #b"), Some(vec!["#b".into()]));
        assert_eq!(tags("- [ ] a #task/sub"), Some(vec!["#task/sub".into()]));
        assert_eq!(tags("- [ ] a (#task)"), Some(vec![]));
        assert_eq!(parse("- [ ] #task a", &options).unwrap().description, "#task a");
    }
}

mod emoji_fields {
    use super::*;

    #[test]
    fn stand_at_the_end_in_any_order() {
        let line = "- [ ] Ship it ⛔ a,b 🆔 c 🏁 delete 🔁 every day ➕ 2025-01-01 🛫 2025-01-02 ⏳ 2025-01-03 📅 2025-01-04 \
                    ❌ 2025-01-05 ✅ 2025-01-06 ⏫";
        let task = emoji(line);
        assert_eq!(task["description"], "Ship it");
        assert_eq!(task["dependsOn"], serde_json::json!(["a", "b"]));
        let texts = ["id", "onCompletion", "recurrence", "createdDate", "startDate", "scheduledDate", "dueDate"];
        let values = ["c", "delete", "every day", "2025-01-01", "2025-01-02", "2025-01-03", "2025-01-04"];
        for (name, value) in texts.iter().zip(values) {
            assert_eq!(task[name], value);
        }
        assert_eq!(
            (&task["cancelledDate"], &task["doneDate"], &task["priority"]),
            (&"2025-01-05".into(), &"2025-01-06".into(), &"High".into())
        );
    }

    #[test]
    fn have_other_symbols_too() {
        for due in ["📅", "📆", "🗓"] {
            assert_eq!(emoji(&format!("- [ ] a {due} 2025-01-01"))["dueDate"], "2025-01-01");
        }
        assert_eq!(emoji("- [ ] a ⌛ 2025-01-01")["scheduledDate"], "2025-01-01");
    }

    #[test]
    fn need_no_space_around_the_symbol() {
        let task = emoji("- [ ] a #due📅2025-01-01⏫");
        assert_eq!((&task["dueDate"], &task["priority"]), (&"2025-01-01".into(), &"High".into()));
        assert_eq!(task["tags"], serde_json::json!(["#due"]));
    }

    #[test]
    fn allow_one_variation_selector_16_and_plain_spaces_before_the_value() {
        assert_eq!(emoji("- [ ] a 📅\u{FE0F}   2025-01-01")["dueDate"], "2025-01-01");
        assert_eq!(emoji("- [ ] a ⏫\u{FE0F}")["priority"], "High");
        for between in ["\u{FE0F}\u{FE0F}", "\u{FE0E}", "\u{200D}", " \u{FE0F}", "\u{A0}", "\t"] {
            assert!(emoji(&format!("- [ ] a 📅{between}2025-01-01"))["dueDate"].is_null(), "{between:?}");
        }
    }

    #[test]
    fn are_hidden_by_any_text_behind_them() {
        for after in ["word", ".", ")", "@Rob Benoit", "[[Note]]", "⏰ 2025-01-01 10:00", "%%x%%", "10:00", "📅 soon"]
        {
            let line = format!("- [ ] a 📅 2025-01-01 {after}");
            let task = emoji(&line);
            assert!(task["dueDate"].is_null(), "{line}");
            assert_eq!(task["description"], line["- [ ] ".len()..]);
        }
    }

    #[test]
    fn of_a_repeated_field_the_leftmost_counts() {
        let task = emoji("- [ ] a 📅 2025-01-01 ⏫ 📅 2026-01-01 ⏬");
        assert_eq!((&task["dueDate"], &task["priority"]), (&"2025-01-01".into(), &"High".into()));
        assert_eq!(emoji("- [ ] a 🏁 never 🏁 keep")["onCompletion"], "", "an unknown word counts as none");
    }

    #[test]
    fn tags_among_them_move_to_the_end_of_the_description() {
        let task = emoji("- [ ] a #b 📅 2025-01-01 #c ⏫ #d");
        assert_eq!(task["description"], "a #b #c #d");
        assert_eq!(task["tags"], serde_json::json!(["#b", "#c", "#d"]));
        assert_eq!(emoji("- [ ] #a 📅 2025-01-01 #b")["description"], "#a #b");
    }

    #[test]
    fn a_text_that_could_be_tag_or_field_is_what_the_order_of_a_pass_makes_it() {
        assert_eq!(emoji("- [ ] a #b📅2025-01-01")["dueDate"], "2025-01-01");
        let task = emoji("- [ ] a #b📅2025-01-01 🔁 every day");
        assert_eq!((&task["dueDate"], &task["tags"][0]), (&serde_json::Value::Null, &"#b📅2025-01-01".into()));
    }

    #[test]
    fn after_21_passes_the_rest_is_text() {
        // One pass for each tag: the due date is tried before the tags, so it needs the pass after theirs.
        let line = |tags: usize| format!("- [ ] a 📅 2025-01-01{}", " #t".repeat(tags));
        assert_eq!(emoji(&line(20))["dueDate"], "2025-01-01");
        assert!(emoji(&line(21))["dueDate"].is_null());
    }

    #[test]
    fn a_day_that_is_none_is_consumed_and_said() {
        for (text, date) in [
            ("2025-02-30", "invalid:2025-02-30"),
            ("2025-13-01", "invalid:2025-13-01"),
            ("2025-00-10", "invalid:2025-00-10"),
            ("1900-02-29", "invalid:1900-02-29"),
            ("2024-02-29", "2024-02-29"),
            ("0000-01-01", "0000-01-01"),
            ("9999-12-31", "9999-12-31"),
        ] {
            assert_eq!(emoji(&format!("- [ ] a 📅 {text}"))["dueDate"], date);
        }
        for text in ["2025-1-1", "2025/01/01", "２０２５-01-01", "[[2025-01-01]]", "2025-01-01 10:00", "tomorrow"] {
            assert!(emoji(&format!("- [ ] a 📅 {text}"))["dueDate"].is_null(), "{text}");
        }
    }

    #[test]
    fn ids_are_lists_with_commas() {
        let depends = |value: &str| emoji(&format!("- [ ] a ⛔ {value}"))["dependsOn"].clone();
        assert_eq!(depends("a ,b  ,  c_-1"), serde_json::json!(["a", "b", "c_-1"]));
        for text in ["a,", ",a", "a b", "a,,b", "a;b", "é1", "#a"] {
            assert_eq!(depends(text), serde_json::json!([]), "{text}");
        }
    }

    #[test]
    fn dataview_fields_are_text_in_them() {
        assert_eq!(emoji("- [ ] a [due:: 2025-01-01]")["description"], "a [due:: 2025-01-01]");
    }
}

mod tags {
    use super::*;

    fn tags(text: &str) -> serde_json::Value {
        emoji(&format!("- [ ] {text}"))["tags"].clone()
    }

    #[test]
    fn start_after_white_space_wherever_they_stand() {
        assert_eq!(tags("#1 x#no https://ex.org/#no `a #code` [[A #b]]"), serde_json::json!(["#1", "#code`", "#b]]"]));
        assert_eq!(tags("a # b ## c"), serde_json::json!([]));
    }

    #[test]
    fn end_at_a_plain_space_or_a_sign_but_at_no_other_white_space() {
        assert_eq!(tags("#a/b-c_d, #é🔥.x"), serde_json::json!(["#a/b-c_d", "#é🔥"]));
        assert_eq!(tags("#x\tb end"), serde_json::json!(["#x\tb"]));
        assert_eq!(tags("#x\t#y end"), serde_json::json!(["#x"]), "the first tag has eaten the tab");
    }
}

mod dataview_fields {
    use super::*;

    #[test]
    fn stand_in_square_or_round_brackets_with_an_optional_comma() {
        let line = "- [ ] a (id:: c) [dependsOn:: a, b ], [ priority::high ] , (onCompletion:: KEEP) [repeat:: every day] \
                    [created:: 2025-01-01](start::2025-01-02)[scheduled:: 2025-01-03] [due::   2025-01-04] \
                    [cancelled:: 2025-01-05] [completion:: 2025-02-30]";
        let task = dataview(line);
        assert_eq!(task["description"], "a");
        assert_eq!(task["dependsOn"], serde_json::json!(["a", "b"]));
        let names = ["id", "priority", "onCompletion", "recurrence", "createdDate", "startDate", "scheduledDate"];
        let values = ["c", "High", "keep", "every day", "2025-01-01", "2025-01-02", "2025-01-03"];
        for (name, value) in names.iter().zip(values) {
            assert_eq!(task[name], value);
        }
        assert_eq!(
            (&task["dueDate"], &task["cancelledDate"], &task["doneDate"]),
            (&"2025-01-04".into(), &"2025-01-05".into(), &"invalid:2025-02-30".into())
        );
    }

    #[test]
    fn are_text_where_bracket_key_or_value_is_not_exactly_so() {
        for field in [
            "[due:: 2025-01-01)",
            "due:: 2025-01-01",
            "[Due:: 2025-01-01]",
            "[due :: 2025-01-01]",
            "[due::\t2025-01-01]",
            "[my due:: 2025-01-01]",
            "[due::: 2025-01-01]",
            "[[due:: 2025-01-01]]",
            "{due:: 2025-01-01}",
            "[due:: 2025-01-01].",
            "[canceled:: 2025-01-01]",
            "[priority:: High]",
            "[owner:: Ines]",
            "📅 2025-01-01",
        ] {
            let line = format!("- [ ] a [start:: 2025-01-01] {field}");
            let task = dataview(&line);
            assert_eq!(task["description"], line["- [ ] ".len()..], "{field}");
            assert!(task["startDate"].is_null(), "{field} hides what stands before it");
        }
    }

    #[test]
    fn an_empty_rule_is_consumed_and_is_none() {
        let task = dataview("- [ ] a [repeat::  ]");
        assert_eq!((&task["description"], &task["recurrence"]), (&"a".into(), &serde_json::Value::Null));
        assert_eq!(dataview("- [ ] a [repeat::]")["description"], "a [repeat::]");
    }
}

mod recurrence {
    use super::*;

    #[test]
    fn rules_the_plugin_reads() {
        for rule in [
            "every day",
            "EVERY 2 Weeks on mon, wed and Fri",
            "every week on",
            "every month on the 2nd last Friday",
            "every month on the 40th",
            "every April and December on the 1st and 24th",
            "every monday, tuesday at 9, 17",
            "every weekday at 9",
            "every week at 9",
            "every day for 3 times",
            "every day for 3",
            "every week on week 3, 4",
            "every 10 days when done",
            "every day DueDate Done",
            "every day  when  done",
        ] {
            assert!(is_readable(rule), "{rule}");
        }
    }

    #[test]
    fn the_first_thing_it_does_not_know_ends_a_rule_quietly() {
        for rule in
            ["every day!", "every dayy", "every tuesdayish", "every weekend", "every day foo bar", "every day, x"]
        {
            assert!(is_readable(rule), "{rule}");
        }
    }

    #[test]
    fn texts_that_are_no_rule() {
        for rule in [
            "",
            "daily",
            "ever day",
            "every",
            "every 2",
            "every two weeks",
            "every blue moon",
            "every fortnight",
            "when done",
            ", every day",
            "every month on the 367th",
            "every monday, january",
            "every day at noon",
            "every day for ever",
            "every day forever",
            "every week on week",
            "every day until",
            "every 0 days",
        ] {
            assert!(!is_readable(rule), "{rule:?}");
        }
    }

    #[test]
    fn an_end_is_what_javascript_takes_for_a_date() {
        let until = |date: &str| is_readable(&format!("every day until {date}"));
        for date in ["January 1, 2026", "1 January 2026", "2026", "March 2026", "5", "1 2 2026", "next 1 mayday GMT"] {
            assert!(until(date), "{date}");
        }
        for date in ["tomorrow", "March", "1st May", "13", "31 31", "may1x", "1 2 3 4", "1 January 1970", "275760 9 14"]
        {
            assert!(!until(date), "{date}");
        }
    }

    #[test]
    fn a_rule_swallows_the_words_behind_it_and_is_kept_as_written() {
        let options = Options::default();
        let task = parse("- [ ] a 🔁 Every Day,  foo bar 📅 2025-01-01", &options).unwrap();
        assert_eq!(task.recurrence.unwrap().text, "Every Day,  foo bar");
        let task = parse("- [ ] a 🔁 every blue moon", &options).unwrap();
        let rule = task.recurrence.as_ref().unwrap();
        assert_eq!((rule.text, task.recurs()), ("every blue moon", false));
        assert_eq!(Answer::of(Some(&task)).task.unwrap().recurrence, None);
    }

    #[test]
    fn a_rule_that_would_start_on_no_day_cannot_be_read() {
        assert!(emoji("- [ ] a 🔁 every day 📅 2025-02-30")["recurrence"].is_null());
        assert!(emoji("- [ ] a 🔁 every day ⏳ 2025-01-01 📅 2025-02-30")["recurrence"].is_null());
        assert!(!emoji("- [ ] a 🔁 every day ⏳ 2025-02-30 📅 2025-01-01")["recurrence"].is_null());
        assert!(!emoji("- [ ] a 🔁 every day ➕ 2025-02-30")["recurrence"].is_null());
        assert!(!emoji("- [ ] a 🔁 every day when done 📅 2025-02-30")["recurrence"].is_null(), "it counts from today");
    }
}
