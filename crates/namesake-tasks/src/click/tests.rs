//! What a click on a checkbox does to a line, and that nothing else of it moves.

use proptest::prelude::*;

use super::super::{StatusRow, answer};
use super::*;

const TODAY: &str = "2025-11-04";

fn try_click(line: &str, options: &Options) -> Result<ClickOutcome, ClickError> {
    click(&parse(line, options).unwrap(), options, TODAY.parse().unwrap())
}

/// The lines that stand in place of `line`, from the top.
fn clicked(line: &str) -> Vec<String> {
    clicked_in(line, Format::Emoji)
}

fn clicked_in(line: &str, format: Format) -> Vec<String> {
    let done = try_click(line, &Options { format, ..Options::default() }).unwrap();
    done.next.into_iter().chain(done.line).collect()
}

fn row(symbol: char, next_symbol: char, kind: StatusKind) -> StatusRow {
    StatusRow { symbol, name: String::new(), next_symbol, kind }
}

fn with_statuses(table: Vec<StatusRow>) -> Options {
    Options { statuses: Statuses(table), ..Options::default() }
}

fn refused(line: &str) -> ClickError {
    try_click(line, &Options::default()).unwrap_err()
}

#[test]
fn a_task_is_completed_before_its_block_link_in_the_notes_format() {
    assert_eq!(
        clicked("> - [ ]  Ship  it 📆 2025-11-03 ^b1  \r"),
        ["> - [x]  Ship  it 📆 2025-11-03 ✅ 2025-11-04 ^b1  \r"]
    );
    assert_eq!(clicked("1) [/] a"), ["1) [x] a ✅ 2025-11-04"]);
    assert_eq!(
        clicked_in("- [ ] Ship [due:: 2025-11-03]", Format::Dataview),
        ["- [x] Ship [due:: 2025-11-03]  [completion:: 2025-11-04]"]
    );
}

#[test]
fn a_task_that_is_done_or_given_up_is_opened_again_and_loses_that_date() {
    assert_eq!(clicked("- [x] a ✅ 2025-11-03 #b ^c"), ["- [ ] a #b ^c"]);
    assert_eq!(clicked("- [x] a ✅ 2025-11-03 ✅ 2025-11-02"), ["- [ ] a"], "every one of them");
    assert_eq!(clicked("- [-] a ❌ 2025-11-03 🔁 every day 📅 2025-11-03"), ["- [ ] a 🔁 every day 📅 2025-11-03"]);
}

#[test]
fn an_old_done_date_on_an_open_task_becomes_todays() {
    assert_eq!(clicked("- [ ] a ✅ 2024-01-01"), ["- [x] a ✅ 2025-11-04"]);
}

#[test]
fn the_next_occurrence_stands_above_and_starts_anew() {
    let line = "\t- [ ] Water  ferns #home 🆔 f1 ⛔ a,b ⏫ 🔁 Every  Week ➕ 2025-10-01 🛫 2025-11-01 ⌛ 2025-11-02 📆 2025-11-03 ❌ 2025-01-01 ^w  ";
    assert_eq!(
        clicked(line),
        [
            "\t- [ ] Water  ferns #home ⏫ 🔁 Every  Week 🛫 2025-11-08 ⌛ 2025-11-09 📆 2025-11-10  ",
            "\t- [x] Water  ferns #home 🆔 f1 ⛔ a,b ⏫ 🔁 Every  Week ➕ 2025-10-01 🛫 2025-11-01 ⌛ 2025-11-02 📆 2025-11-03 ✅ 2025-11-04 ^w  ",
        ]
    );
    let line = "- [ ] a [id:: f1] (repeat:: every month), [due:: 2025-01-31] [created:: 2025-01-01]";
    assert_eq!(clicked_in(line, Format::Dataview)[0], "- [ ] a (repeat:: every month), [due:: 2025-02-28]");
}

#[test]
fn dates_are_counted_from_the_due_date_else_the_scheduled_else_the_start() {
    assert_eq!(
        clicked("- [ ] a 🔁 every day ⏳ 2025-01-05 🛫 2025-01-01")[0],
        "- [ ] a 🔁 every day ⏳ 2025-01-06 🛫 2025-01-02"
    );
    assert_eq!(clicked("- [ ] a 🔁 every day 🛫 2025-01-01")[0], "- [ ] a 🔁 every day 🛫 2025-01-02");
    assert_eq!(clicked("- [ ] a 🔁 every day")[0], "- [ ] a 🔁 every day", "without a date there is none to move");
}

#[test]
fn when_done_counts_from_today_and_keeps_the_distances() {
    assert_eq!(
        clicked("- [ ] a 🔁 every 10 days when done ⏳ 2025-01-01 📅 2025-01-03")[0],
        "- [ ] a 🔁 every 10 days when done ⏳ 2025-11-12 📅 2025-11-14"
    );
}

#[test]
fn a_rule_at_its_end_leaves_the_task_done_and_nothing_to_come() {
    assert_eq!(clicked("- [ ] a 🔁 every day for 1 time 📅 2025-01-01").len(), 1);
    assert_eq!(clicked("- [ ] a 🔁 every day until 2 January 2025 📅 2025-01-01").len(), 2);
    assert_eq!(clicked("- [ ] a 🔁 every day until 2 January 2025 📅 2025-01-02").len(), 1);
}

#[test]
fn a_task_that_says_so_is_deleted() {
    assert_eq!(clicked("- [ ] a 🏁 delete"), Vec::<String>::new());
    assert_eq!(
        clicked("- [ ] a 🏁 Delete 🔁 every day 📅 2025-01-01"),
        ["- [ ] a 🏁 Delete 🔁 every day 📅 2025-01-02"]
    );
    assert_eq!(clicked("- [ ] a 🏁 keep").len(), 1);
    assert_eq!(clicked("- [x] a 🏁 delete").len(), 1, "not when it is opened again");
}

#[test]
fn a_recurrence_that_would_be_lost_is_refused_with_the_reason() {
    assert_eq!(refused("- [ ] a 🔁 every blue moon 📅 2025-01-01"), ClickError::Rule("every blue moon".into()));
    assert_eq!(refused("- [ ] a 🔁 every day 📅 2025-02-30"), ClickError::Date("2025-02-30".into()));
    assert_eq!(refused("- [ ] a 🔁 every day 🛫 2025-02-30 📅 2025-02-01"), ClickError::Date("2025-02-30".into()));
    assert_eq!(
        refused("- [ ] a 🔁 every month on the 40th 📅 2025-02-01"),
        ClickError::Next("every month on the 40th".into())
    );
    assert_eq!(refused("- [ ] a 🔁 every day 📅 9999-12-31"), ClickError::Next("every day".into()));
    assert_eq!(refused("- [ ] a 🔁 every day 📅 2025-01-01 @Ada"), ClickError::Hidden);
    assert_eq!(clicked("- [ ] Draw the 🔁 sign (twice)").len(), 1, "that is no rule");
}

#[test]
fn statuses_follow_one_another_as_the_table_says() {
    let options = with_statuses(vec![
        row(' ', '/', StatusKind::Todo),
        row('/', 'D', StatusKind::InProgress),
        row('D', 'K', StatusKind::Done),
        row('K', ' ', StatusKind::Cancelled),
    ]);
    let lines = |line| try_click(line, &options).unwrap();
    let begun = ClickOutcome { next: None, line: Some("- [/] a 🔁 every day 📅 2025-01-01".into()) };
    assert_eq!(lines("- [ ] a 🔁 every day 📅 2025-01-01"), begun);
    let done = lines("- [/] a 🔁 every day 📅 2025-01-01");
    assert_eq!(done.next.as_deref(), Some("- [ ] a 🔁 every day 📅 2025-01-02"), "the first to be done on the way");
    assert_eq!(done.line.as_deref(), Some("- [D] a 🔁 every day 📅 2025-01-01 ✅ 2025-11-04"));
    assert_eq!(lines("- [D] a ✅ 2025-11-04").line.as_deref(), Some("- [K] a ❌ 2025-11-04"));
}

#[test]
fn a_status_that_leads_to_itself_leaves_the_line_as_it_is() {
    let options = with_statuses(vec![
        row('-', '-', StatusKind::Cancelled),
        row('?', '?', StatusKind::Todo),
        row('D', 'D', StatusKind::Done),
    ]);
    for line in [
        "- [-] a  ❌ 2025-11-03 ✅ 2025-11-01",
        "- [?] a 🔁 every day 📅 2025-11-03 ❌ 2025-11-03",
        "- [D] a 🏁 delete 🔁 every day 📅 2025-11-03",
        "- [x] without a row it is to be done, and leads to itself ✅ 2025-11-03",
    ] {
        let same = ClickOutcome { next: None, line: Some(line.to_owned()) };
        assert_eq!(try_click(line, &options), Ok(same), "{line}");
    }
}

#[test]
fn a_task_that_stays_done_keeps_its_day_and_makes_nothing_new() {
    let options = with_statuses(vec![
        row('x', 'X', StatusKind::Done),
        row('X', ' ', StatusKind::Done),
        row('-', '~', StatusKind::Cancelled),
    ]);
    let line = |line: &str| try_click(line, &options).unwrap();
    assert_eq!(
        line("- [x] a 🔁 every day 📅 2025-11-02 ✅ 2025-11-02"),
        ClickOutcome { next: None, line: Some("- [X] a 🔁 every day 📅 2025-11-02 ✅ 2025-11-02".into()) }
    );
    assert_eq!(line("- [x] a 🏁 delete").line.as_deref(), Some("- [X] a 🏁 delete"));
    assert_eq!(line("- [-] a ❌ 2025-11-02").line.as_deref(), Some("- [~] a"), "a symbol without a row is to be done");
}

#[test]
fn the_next_occurrence_of_a_table_without_open_statuses_has_an_empty_box() {
    let options = with_statuses(vec![
        row('!', 'D', StatusKind::OnHold),
        row('D', 'N', StatusKind::Done),
        row('N', 'D', StatusKind::NonTask),
    ]);
    let done = try_click("- [!] a 🔁 every day 📅 2025-11-03", &options).unwrap();
    assert_eq!(done.next.as_deref(), Some("- [ ] a 🔁 every day 📅 2025-11-04"));
    let options = with_statuses(vec![row(' ', 'D', StatusKind::InProgress), row('D', '/', StatusKind::Done)]);
    let done = try_click("- [ ] a 🔁 every day 📅 2025-11-03", &options).unwrap();
    assert_eq!(done.next.as_deref(), Some("- [/] a 🔁 every day 📅 2025-11-04"), "an unknown symbol is to be done");
}

#[test]
fn the_day_on_which_an_occurrence_is_made_is_written_where_the_plugin_writes_it() {
    let options = Options { sets_created_date: true, ..Options::default() };
    let next = |line: &str| try_click(line, &options).unwrap().next.unwrap();
    assert_eq!(
        next("- [ ] a ➕ 2025-10-01 🔁 every week 📅 2025-11-03 ^b"),
        "- [ ] a ➕ 2025-11-04 🔁 every week 📅 2025-11-10"
    );
    assert_eq!(next("- [ ] a 🔁 every week 📅 2025-11-03  "), "- [ ] a 🔁 every week 📅 2025-11-10 ➕ 2025-11-04  ");
    let done = try_click("- [ ] a 🔁 every week 📅 2025-11-03", &options).unwrap().line.unwrap();
    assert_eq!(done, "- [x] a 🔁 every week 📅 2025-11-03 ✅ 2025-11-04", "the task that is done was made another day");
}

#[test]
fn a_scheduled_date_goes_where_the_plugin_drops_it_and_another_date_is_left() {
    let options = Options { drops_scheduled_date: true, ..Options::default() };
    let next = |line: &str| try_click(line, &options).unwrap().next.unwrap();
    assert_eq!(next("- [ ] a 🔁 every week ⏳ 2025-11-01 📅 2025-11-03"), "- [ ] a 🔁 every week 📅 2025-11-10");
    assert_eq!(
        next("- [ ] a 🔁 every week 🛫 2025-10-30 ⏳ 2025-11-01"),
        "- [ ] a 🔁 every week 🛫 2025-11-06",
        "without a due date the start counts, as the scheduled date is gone afterwards"
    );
    assert_eq!(next("- [ ] a 🔁 every week ⏳ 2025-11-01"), "- [ ] a 🔁 every week ⏳ 2025-11-08");
    assert_eq!(next("- [ ] a 🔁 every week ⏳ 2025-02-30 📅 2025-11-03"), "- [ ] a 🔁 every week 📅 2025-11-10");
    let done = try_click("- [ ] a 🔁 every week ⏳ 2025-11-01 📅 2025-11-03", &options).unwrap().line.unwrap();
    assert_eq!(done, "- [x] a 🔁 every week ⏳ 2025-11-01 📅 2025-11-03 ✅ 2025-11-04");
}

fn any_line() -> impl Strategy<Value = String> {
    let pieces = [
        "a",
        "é",
        "#b",
        "[[Ada]]",
        "⏫",
        "🔁 every week",
        "🔁 every month on the last friday",
        "📅 2025-01-31",
        "📅2025-03-01",
        "⏳ 2025-02-30",
        "🛫 2025-01-02",
        "✅ 2025-01-01",
        "❌ 2025-01-01",
        "➕ 2025-01-01",
        "🆔 q",
        "⛔ a, b",
        "🏁 keep",
        "\u{2028}",
        "\t",
        "^c",
        "%%x%%",
    ];
    let body = proptest::collection::vec((proptest::sample::select(pieces.to_vec()), " ?"), 0..8);
    let start = proptest::sample::select(vec!["- [ ] t", "> 1. [/]  t ", "- [x] t ", "* [-] t "]);
    (start, body)
        .prop_map(|(start, pieces)| pieces.into_iter().fold(start.to_owned(), |line, (piece, gap)| line + piece + &gap))
}

proptest! {
    /// Whatever is written on a line: status and done date change, all else reads as before; and a second click gives
    /// the line back that had no such date.
    #[test]
    fn nothing_else_changes(line in any_line()) {
        let options = Options::default();
        let Ok(done) = try_click(&line, &options) else { return Ok(()) };
        let (before, after) = (answer(&line, &options).task.unwrap(), answer(&done.line.clone().unwrap(), &options).task.unwrap());
        let same = super::super::TaskAnswer {
            status_symbol: before.status_symbol, status_name: before.status_name.clone(), status_type: before.status_type,
            done_date: before.done_date.clone(), cancelled_date: before.cancelled_date.clone(), ..after.clone()
        };
        prop_assert_eq!(&same, &before);
        if before.status_symbol == ' ' && before.done_date.is_none() && before.cancelled_date.is_none() {
            let back = try_click(&done.line.unwrap(), &options).unwrap();
            prop_assert_eq!(back.line.unwrap(), line);
        }
    }
}

#[test]
fn the_days_of_done_and_given_up_are_set_as_the_plugin_is() {
    let options = Options { sets_done_date: false, ..Options::default() };
    let line = |line: &str, options: &Options| try_click(line, options).unwrap().line.unwrap();
    assert_eq!(line("- [ ] a", &options), "- [x] a");
    assert_eq!(line("- [ ] a ✅ 2024-01-01 #b", &options), "- [x] a #b", "as in the plugin, the old day goes");
    assert_eq!(line("- [x] a ✅ 2024-01-01", &options), "- [ ] a");
    let recurring = try_click("- [ ] a 🔁 every week 📅 2025-11-03", &options).unwrap();
    assert_eq!(recurring.next.as_deref(), Some("- [ ] a 🔁 every week 📅 2025-11-10"));
    assert_eq!(recurring.line.as_deref(), Some("- [x] a 🔁 every week 📅 2025-11-03"));
    let table = vec![row(' ', '-', StatusKind::Todo), row('-', ' ', StatusKind::Cancelled)];
    let options = Options { sets_cancelled_date: false, ..with_statuses(table) };
    assert_eq!(line("- [ ] a", &options), "- [-] a");
    assert_eq!(line("- [ ] a", &Options { sets_cancelled_date: true, ..options }), "- [-] a ❌ 2025-11-04");
}
