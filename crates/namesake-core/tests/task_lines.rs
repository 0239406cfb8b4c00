//! Which lines of a note are tasks: what Obsidian calls a list item with a checkbox. In every note here the words of a
//! task say “yes”, and those of a line that only looks like one “no”.

mod common;

use common::vault_of;

use namesake_core::config::Config;
use namesake_core::note::Body;
use namesake_core::task_rows::{self, TaskQuery, TaskRow};
use proptest::prelude::*;

/// What is shown, and the note.
const NOTES: &[(&str, &str)] = &[
    (
        "a list of any marker",
        "- [ ] yes\n* [x] yes\n+ [/] yes\n\n1. [ ] yes\n2) [ ] yes\n\n- no\n[ ] no\n-[ ] no\n• [ ] no\n",
    ),
    ("nested items", "- [ ] yes\n  - [ ] yes\n    1. [ ] yes\n\t\t- [ ] yes\n- plain\n  - [ ] yes\n"),
    ("a numbered list that begins late", "7. [ ] yes\n8. plain\n12345678. [ ] yes\n"),
    ("items with an empty line between them", "- [ ] yes\n\n- [ ] yes\n\n\n- [ ] yes\n"),
    ("an item below a paragraph", "Words.\n- [ ] yes\nWords.\n1. [ ] yes\n"),
    ("a checkbox in the second line of an item", "- plain\n  [ ] no\n- plain\n\n  [x] no\n"),
    ("a list in a list on one line", "- - [ ] no\n- 1. [ ] no\n"),
    ("headings and tables", "# [ ] no\n\n| a | b |\n|---|---|\n| - [ ] no | b |\n\n- [ ] yes\n"),
    ("a heading made by a line of dashes", "- [ ] yes\n---\n- [ ] yes\n===\n- [ ] yes\n"),
    ("properties", "---\ntasks:\n- [ ] no\nnotes: |\n  - [ ] no\n---\n- [ ] yes\n"),
    ("properties in CRLF behind a byte order mark", "\u{FEFF}---\r\na:\r\n- [ ] no\r\n---\r\n- [ ] yes\r\n"),
    ("properties that never end", "---\na: b\n- [ ] yes\n"),
    ("a second block of dashes", "---\na: b\n---\n\n---\n- [ ] yes\n---\n"),
    ("a fence of backticks", "```\n- [ ] no\n```\n- [ ] yes\n````md\n```\n- [ ] no\n````\n- [ ] yes\n"),
    ("a fence of tildes", "~~~ md\n- [ ] no\n```\n- [ ] no\n~~~\n- [ ] yes\n"),
    ("a fence in CRLF", "```\r\n- [ ] no\r\n```\r\n- [ ] yes\r\n"),
    ("a fence that never ends", "- [ ] yes\n```\n- [ ] no\n\n# no\n- [ ] no\n"),
    ("a fence in a quote", "> ```\n> - [ ] no\n> ```\n> - [ ] yes\n"),
    ("a fence in a quote, left open", "> ```\n> - [ ] no\n\n- [ ] yes\n"),
    ("a fence below an item", "- [ ] yes\n  ```\n  - [ ] no\n  ```\n- [ ] yes\n\t```\n\t- [ ] no\n\t```\n- [ ] yes\n"),
    ("a fence on the line of an item", "- ```\n  - [ ] no\n  ```\n- [ ] yes\n"),
    ("a fence in a callout in a list", "- [ ] yes\n  > [!note]\n  > ```\n  > - [ ] no\n  > ```\n  > - [ ] yes\n"),
    ("a run of backticks in a line", "``` - [ ] no ```\n- [ ] yes ``` and\n- [ ] yes\n"),
    ("indented code", "Words.\n\n    - [ ] no\n\n\t- [ ] no\n\n- [ ] yes\n"),
    ("indented code below an item", "- [ ] yes\n\n      - [ ] no\n\n  - [ ] yes\n"),
    ("a comment of HTML", "<!--\n- [ ] no\n\n- [ ] no\n-->\n- [ ] yes\n<!-- - [ ] no -->\n- [ ] yes\n"),
    ("a comment of HTML in a quote", "> <!--\n> - [ ] no\n> -->\n> - [ ] yes\n"),
    ("a comment of HTML that never ends", "- [ ] yes\n\n<!-- note\n- [ ] no\n"),
    ("a comment of HTML in a task", "- [ ] yes <!-- - [ ] no? --> on\n- [ ] yes <!-- x\n- [ ] yes\n"),
    ("a comment of Obsidian", "%%\n- [ ] no\n\n- [ ] no\n%%\n- [ ] yes\n%% - [ ] no %%\n- [ ] yes\n"),
    ("a comment of Obsidian in CRLF", "%%\r\n- [ ] no\r\n%%\r\n- [ ] yes\r\n"),
    ("a comment of Obsidian in a task", "- [ ] yes %%later%% 📅 2025-01-01\n- [ ] yes %%a%% and %%b%%\n- [ ] yes\n"),
    ("a comment of Obsidian that begins in a task", "- [ ] yes %% from here\n- [ ] no\n%%\n- [ ] yes\n"),
    ("a comment of Obsidian that never ends", "- [ ] yes\n%%\n- [ ] no\n"),
    ("signs of a comment in code", "- [ ] yes `%%`\n- [ ] yes\n```\n%%\n```\n- [ ] yes\n"),
    ("an element of HTML", "<div>\n- [ ] no\n</div>\n\n- [ ] yes <b>now</b>\n<details>\n\n- [ ] yes\n\n</details>\n"),
    ("quotes", "> - [ ] yes\n>- [ ] yes\n> > - [ ] yes\n>> * [x] yes\n> words\n> 1. [ ] yes\n"),
    ("callouts", "> [!todo] Title\n> - [ ] yes\n> > [!tip]-\n> > - [ ] yes\n\n> [!todo] - [ ] no\n"),
    ("statuses", "- [!] yes\n- [>] yes\n- [🔥] yes\n- [] no\n- [xx] no\n- [  ] no\n"),
    ("text from right to left", "- [ ] להתקשר yes 📅 2025-01-01\n- [x] ‏اتصل yes\n> - [ ] \u{2067}שלום\u{2069} yes\n"),
    ("an emoji with a variation selector", "- [ ] yes 📅\u{FE0F} 2025-01-01\n- [❤] yes\n- [❤\u{FE0F}] no\n"),
    ("an invisible sign before the marker", "- [ ] yes\n\n\u{200B}- [ ] no\n\n\u{200F}- [ ] no\n\n\u{FEFF}- [ ] no\n"),
    ("an invisible sign before the indentation", "- [ ] yes\n\n\u{200B}  - [ ] no\n"),
    ("a blank that is no Markdown blank", "\u{A0}- [ ] no\n\n-\u{A0}[ ] no\n\n-\t[ ] no\n\n- [ ] yes\n"),
    ("a byte order mark before the first item", "\u{FEFF}- [ ] yes\n- [ ] yes\n"),
    ("CRLF", "Words.\r\n- [ ] yes\r\n  - [ ] yes\r\n\r\n- [ ] yes"),
    ("mixed line ends", "- [ ] yes\r\n- [ ] yes\n- [ ] yes"),
    ("a line separator, which ends no line", "- [ ] yes\u{2028}- [ ] no\u{2029}- [ ] no\n- [ ] yes\u{85}- [ ] no\n"),
];

fn tasks(text: &str) -> Vec<TaskRow> {
    task_rows::tasks(&mut vault_of(Config::default(), [("A.md", text)]), &TaskQuery::default())
}

#[test]
fn tasks_are_what_obsidian_says() {
    for (what, text) in NOTES {
        let is_meant = |line: &str| line.contains("yes");
        let meant = text.split('\n').enumerate().filter(|(_, line)| is_meant(line));
        let meant: Vec<(usize, &str)> = meant.map(|(at, line)| (at + 1, line.trim_end_matches('\r'))).collect();
        let found = tasks(text);
        let found: Vec<(usize, &str)> =
            found.iter().map(|row| (row.line, row.raw.trim_start_matches('\u{FEFF}'))).collect();
        let without_mark: Vec<_> = meant.iter().map(|(at, line)| (*at, line.trim_start_matches('\u{FEFF}'))).collect();
        assert_eq!(found, without_mark, "{what}");
    }
}

#[test]
fn a_note_of_100_000_lines_is_read() {
    let line = "- [ ] Confirm the price of the second pump with the yard 📅 2025-11-15\n";
    let text = line.repeat(100_000);
    assert!(text.len() > 6_500_000, "as long as such notes are: {}", text.len());
    let found = tasks(&text);
    assert_eq!((found.len(), found.last().map(|row| row.line)), (100_000, Some(100_000)));
}

/// Pieces of notes in any order: what opens and closes the places where a task is none.
fn notes() -> impl Strategy<Value = String> {
    let piece = prop::sample::select(vec![
        "- [ ] a",
        "1. [x] b",
        "> ",
        "  ",
        "\t",
        "    ",
        "```",
        "~~~",
        "%%",
        "<!--",
        "-->",
        "---",
        "\n",
        "\n\n",
        "\r\n",
        "words",
        "`",
        "\u{2028}",
        "\u{FEFF}",
        "📅 2025-01-01",
        "<div>",
        "| a |",
        "- ",
        "[[",
        "]]",
    ]);
    prop::collection::vec(piece, 0..40).prop_map(|pieces| pieces.concat())
}

/// A byte order mark.
const MARK: char = '\u{FEFF}';

proptest! {
    #[test]
    fn items_are_whole_lines_in_order(text in notes()) {
        let body = Body::read(&text, 0);
        let mut last = 0;
        for item in &body.items {
            let before = &text[..item.start];
            prop_assert!(before.is_empty() || before.ends_with('\n') || before.chars().eq([MARK]));
            let after = text[item.end..].trim_start_matches('\r');
            prop_assert!(after.is_empty() || after.starts_with('\n'));
            prop_assert!(!text[item.range()].contains('\n') && last <= item.start);
            last = item.end;
        }
    }
}
