use proptest::prelude::*;

use super::*;
use Certainty::{Certain, Likely};

/// A Wednesday.
const SAID_ON: Date = jiff::civil::date(2025, 11, 12);

/// `expected` is the date and `!` where it is certain, or nothing.
fn shown(text: &str, said_on: Date) -> String {
    match due(text, said_on) {
        Some(DueDate { date, certainty: Certain, .. }) => format!("{date}!"),
        Some(DueDate { date, certainty: Likely, .. }) => date.to_string(),
        None => String::new(),
    }
}

fn all(table: &[(&str, &str)]) {
    let wrong: Vec<String> = table
        .iter()
        .filter(|(text, expected)| shown(text, SAID_ON) != *expected)
        .map(|(text, expected)| format!("{text}: {} instead of {expected}", shown(text, SAID_ON)))
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn the_table_is_in_order() {
    assert!(vocabulary::is_in_order());
}

#[test]
fn days_in_addresses_and_names_say_nothing() {
    all(&[
        ("read https://a.example/blob/plan-14-nov/x.md", ""),
        ("merge the branch mvoss-14-nov", ""),
        ("merge mvoss_2025-11-14", ""),
        ("read https://a.example/x.md by 14 Nov", "2025-11-14!"),
        ("send it by Fri, 14-Nov", "2025-11-14!"),
        ("send it (14-Nov)", "2025-11-14"),
    ]);
}

#[test]
fn english_words_say_by_when() {
    all(&[
        ("Confirm the price by Friday", "2025-11-14!"),
        ("by Friday.", "2025-11-14!"),
        ("send it by Fri", "2025-11-14!"),
        ("by the fifteenth", "2025-11-15!"),
        ("I'll confirm the price by the fifteenth, and the rest later", "2025-11-15!"),
        ("by the 15th", "2025-11-15!"),
        ("by the tenth", "2025-12-10!"),
        ("by the twelfth", "2025-12-12"),
        ("by end of week", "2025-11-14!"),
        ("by the end of the week", "2025-11-14!"),
        ("by end of next week", "2025-11-21!"),
        ("Draft EOD", "2025-11-12!"),
        ("by EOD Friday", "2025-11-14!"),
        ("by Friday EOD", "2025-11-14!"),
        ("by close of business tomorrow", "2025-11-13!"),
        ("EOW", "2025-11-14!"),
        ("tomorrow", "2025-11-13!"),
        ("send it tomorrow morning", "2025-11-13!"),
        ("the day after tomorrow", "2025-11-14!"),
        ("Next week on Tuesday", "2025-11-18"),
        ("by Tuesday next week", "2025-11-18!"),
        ("by Friday of next week", "2025-11-21!"),
        ("until 15 Nov", "2025-11-15"),
        ("by Nov 15", "2025-11-15!"),
        ("by November 15th, 2025", "2025-11-15!"),
        ("by 15th of November", "2025-11-15!"),
        ("by Friday, Nov 14", "2025-11-14!"),
        ("by Friday the 14th of November", "2025-11-14!"),
        ("by 3 January", "2026-01-03!"),
        ("before 2025-11-15", "2025-11-15"),
        ("by 2025-11-15", "2025-11-15!"),
        ("due 2025-11-15", "2025-11-15!"),
        ("Due: Friday", "2025-11-14!"),
        ("**Deadline:** 15 Nov", "2025-11-15!"),
        ("on Monday", "2025-11-17"),
        ("Call Rob on Monday about the price", "2025-11-17"),
        ("next Tuesday", "2025-11-18"),
        ("by next Tuesday", "2025-11-18!"),
        ("this Friday", "2025-11-14"),
        ("this coming Friday", "2025-11-14"),
        ("in two weeks", "2025-11-26"),
        ("in 3 days", "2025-11-15"),
        ("within a week", "2025-11-19!"),
        ("end of month", "2025-11-30!"),
        ("by end of the month", "2025-11-30!"),
        ("by month end", "2025-11-30!"),
        ("by year-end", "2025-12-31!"),
        ("by end of quarter", "2025-12-31!"),
        ("by end of January", "2026-01-31!"),
        ("by 15.11.", "2025-11-15!"),
        ("by 15.11.2025", "2025-11-15!"),
        ("by 11/15", "2025-11-15!"),
        ("by 15/11/2025", "2025-11-15!"),
        ("by noon on Friday", "2025-11-14!"),
        ("by 10:00 tomorrow", "2025-11-13!"),
        ("by the latest on Friday", "2025-11-14"),
        ("no later than Friday", "2025-11-14!"),
        ("Send the plan Friday", "2025-11-14"),
        ("Send the plan (15 Nov)", "2025-11-15"),
        ("Send the plan (by Friday)", "2025-11-14!"),
        ("Send the plan – 15 Nov", "2025-11-15"),
        ("12 Nov - Rob: send the plan", "2025-11-12"),
        ("[due] 2025-11-14", "2025-11-14!"),
        ("Send the plan to Rob on Monday", "2025-11-17"),
        ("by Friday week", "2025-11-21!"),
    ]);
}

#[test]
fn other_languages_have_their_plain_forms() {
    all(&[
        ("bis Freitag", "2025-11-14!"),
        ("bis Fr.", "2025-11-14!"),
        ("bis spätestens Freitag", "2025-11-14!"),
        ("spa\u{308}testens am Freitag", "2025-11-14"),
        ("bis nächsten Dienstag", "2025-11-18!"),
        ("bis Dienstag nächster Woche", "2025-11-18!"),
        ("morgen", "2025-11-13!"),
        ("bis morgen früh", "2025-11-13!"),
        ("übermorgen", "2025-11-14!"),
        ("bis 15. November", "2025-11-15!"),
        ("bis zum 15. November 2025", "2025-11-15!"),
        ("bis 15.11.", "2025-11-15!"),
        ("bis Ende der Woche", "2025-11-14!"),
        ("bis Ende November", "2025-11-30!"),
        ("bis Monatsende", "2025-11-30!"),
        ("in zwei Wochen", "2025-11-26"),
        ("innerhalb von 3 Tagen", "2025-11-15!"),
        ("d'ici vendredi", "2025-11-14!"),
        ("d’ici la fin de la semaine", "2025-11-14!"),
        ("avant vendredi", "2025-11-14"),
        ("pour le 15 novembre", "2025-11-15!"),
        ("mardi prochain", "2025-11-18"),
        ("au plus tard le 1er décembre", "2025-12-01!"),
        ("demain", "2025-11-13!"),
        ("après-demain", "2025-11-14!"),
        ("fin novembre", "2025-11-30!"),
        ("dans deux semaines", "2025-11-26"),
        ("para el viernes", "2025-11-14!"),
        ("antes del viernes", "2025-11-14"),
        ("hasta el 15 de noviembre de 2025", "2025-11-15"),
        ("el martes que viene", "2025-11-18"),
        ("mañana", "2025-11-13!"),
        ("pasado mañana", "2025-11-14!"),
        ("a fin de mes", "2025-11-30!"),
        ("uiterlijk vrijdag", "2025-11-14!"),
        ("voor vrijdag", "2025-11-14"),
        ("overmorgen", "2025-11-14!"),
        ("tegen 15 november", "2025-11-15!"),
        ("einde van de maand", "2025-11-30!"),
        ("binnen twee weken", "2025-11-26!"),
        ("até 12/11", "2025-11-12"),
        ("entro il 5/12", "2025-12-05!"),
        ("do 15 listopada", "2025-11-15!"),
        ("do piątku", "2025-11-14!"),
        ("do końca listopada", "2025-11-30!"),
    ]);
}

#[test]
fn what_may_be_another_day_is_less_certain() {
    all(&[
        ("next Friday", "2025-11-21"),
        ("by next Friday", "2025-11-21"),
        ("nächsten Freitag", "2025-11-21"),
        ("by Wednesday", "2025-11-19"),
        ("by Friday or Monday", "2025-11-14"),
        ("by 05.06.", "2026-06-05!"),
        ("by 5.6.", "2026-06-05"),
    ]);
}

#[test]
fn what_is_no_due_date_is_none() {
    for text in [
        "",
        "by",
        "by 03/04",
        "by 3/4/2026",
        "last Friday",
        "since Monday",
        "letzten Freitag",
        "seit Montag",
        "vendredi dernier",
        "el viernes pasado",
        "vorige week",
        "every Friday",
        "Fridays",
        "the Friday call",
        "Send Friday's notes",
        "Prepare tomorrow's agenda",
        "Plan next week's sprint",
        "after Friday",
        "not before Friday",
        "nicht vor Freitag",
        "from Monday to Friday",
        "between Monday and 15 Nov, somewhere",
        "early next week",
        "next week",
        "by next week",
        "this week",
        "next month",
        "nächste Woche",
        "la semaine prochaine",
        "la próxima semana",
        "la semana que viene",
        "volgende week",
        "na próxima semana",
        "la prossima settimana",
        "write the invitation for the party on 12 December",
        "book the room for our kick-off on Monday",
        "mid November",
        "by mid-November",
        "as of Friday",
        "the minutes of 15 Nov",
        "by 30 Feb",
        "by 2025-02-30",
        "by 2024-11-15",
        "by 1 November",
        "by Friday 15 Nov",
        "version 1.2.3",
        "by 1.2.3.4",
        "ratio 11/15/16/17",
        "by the 15th floor",
        "by the third meeting",
        "by Rob",
        "ask Sun",
        "reviewed by Di",
        "Talk to Jan 3 times",
        "guten Morgen",
        "am Morgen",
        "por la mañana",
        "esta mañana",
        "Close the month in the ledger",
        "End the week well",
        "one day",
        "day by day",
        "May 3-5",
        "in two weeks of testing",
        "by 99999999999999999999",
        "yesterday",
    ] {
        assert_eq!(shown(text, SAID_ON), "", "{text}");
    }
}

#[test]
fn the_words_are_named_whole() {
    for (text, words) in [
        ("Send the plan by the end of next week, please", "by the end of next week"),
        ("– bis zum 15. November –", "bis zum 15. November"),
        ("call (tomorrow morning)", "tomorrow morning"),
        ("due: [[2025-11-15]]", "due: [[2025-11-15"),
        ("price 5, by 15.11. then", "by 15.11."),
    ] {
        assert_eq!(due(text, SAID_ON).map(|when| when.span.of(text)), Some(words), "{text}");
    }
}

#[test]
fn a_week_that_has_ended_is_not_over_for_what_is_due() {
    let saturday = jiff::civil::date(2025, 11, 15);
    assert_eq!(shown("by end of week", saturday), "2025-11-16");
    assert_eq!(shown("this Friday", saturday), "");
    assert_eq!(shown("by the end of next week", saturday), "2025-11-21!");
    let last = jiff::civil::date(2024, 12, 31);
    assert_eq!(shown("tomorrow", last), "2025-01-01!");
    assert_eq!(shown("in two months", last), "2025-02-28");
    assert_eq!(shown("by the 31st", jiff::civil::date(2025, 1, 31)), "");
    assert_eq!(shown("tomorrow", Date::MAX), "");
}

#[test]
fn words_that_lead_on_to_each_other_come_to_an_end() {
    for words in ["this coming ", "EOD ", "end of ", "by the ", "Friday ", "1.", "11/", "next week on "] {
        due(&words.repeat(20_000), SAID_ON);
    }
}

proptest! {
    #[test]
    fn any_text_can_be_asked(text: String, days in 0..1000_i32) {
        let said_on = reader::plus(SAID_ON, days).unwrap();
        if let Some(when) = due(&text, said_on) {
            prop_assert!(when.date >= said_on && !when.span.of(&text).is_empty());
        }
    }

    #[test]
    fn any_words_can_be_asked(
        parts in prop::collection::vec(prop::sample::select(vec![
            "by", "bis", "the", "next", "week", "Friday", "15", "15.", "11.", "Nov", "2025", "-", "/", " ", ", ", "end",
            "of", "month", "in", "two", "weeks", "day", "after", "tomorrow", "mañana", "pasado", "EOD", "’", "ü", "10:00",
            "que", "viene", "prochain", "this", "coming", "(", "[[", "a\u{308}",
        ]), 0..14),
        blank in prop::sample::select(vec!["", " "]),
    ) {
        let text = parts.join(blank);
        if let Some(when) = due(&text, SAID_ON) {
            prop_assert!(when.date >= SAID_ON && !when.span.of(&text).is_empty(), "{}", text);
        }
    }
}
