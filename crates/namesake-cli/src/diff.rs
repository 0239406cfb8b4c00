//! Diffs for people and tools: unified, as `patch` reads them, and word by word. The core finds the differences.

use std::io::{self, Write};
use std::ops::Range;

use clap::builder::styling::Style;
use namesake_core::path::NotePath;
use namesake_core::plan::NoteChange;
use namesake_core::preview::{PartKind, PreviewLine, PreviewPart};
use namesake_core::text::diff;

use crate::output::{ASIDE, COME, GONE, Output, TITLE, is_hidden, visible};

/// Lines shown around a change.
const AROUND: usize = 3;
/// The name that `patch` reads as no file.
const NOWHERE: &str = "/dev/null";

/// A line of a diff: `-` is removed, `+` is added, a blank stays.
struct Line<'t> {
    sign: char,
    text: &'t str,
}

/// Prints what changes in a note as a unified diff.
pub fn unified(out: &mut Output, path: &NotePath, before: &str, after: &str) -> io::Result<()> {
    hunked(out, &format!("--- {}\n+++ {}", file_name("a", path), file_name("b", path)), before, after)
}

/// Prints a change, a removed note or a new note as a unified diff.
pub fn change(out: &mut Output, change: &NoteChange) -> io::Result<()> {
    let NoteChange { path, before, after, entry, .. } = change;
    let old = if entry.came { NOWHERE.to_owned() } else { file_name("a", path) };
    let new = if entry.gone { NOWHERE.to_owned() } else { file_name("b", path) };
    hunked(out, &format!("--- {old}\n+++ {new}"), before, after)
}

fn hunked(out: &mut Output, header: &str, before: &str, after: &str) -> io::Result<()> {
    let header = out.styled(TITLE, header);
    writeln!(out, "{header}")?;
    let lines = diff_lines(before, after);
    // A line end that no change is about only gets in the way of reading. `patch` needs it.
    let hides_returns = out.is_terminal() && has_windows_line_ends(before) && has_windows_line_ends(after);
    let (mut old, mut new, mut passed) = (1, 1, 0);
    for hunk in hunks(&lines) {
        let skipped = hunk.start - passed;
        (old, new) = (old + skipped, new + skipped);
        let in_old = lines[hunk.clone()].iter().filter(|line| line.sign != '+').count();
        let in_new = lines[hunk.clone()].iter().filter(|line| line.sign != '-').count();
        let head = out.styled(ASIDE, format!("@@ -{} +{} @@", range(old, in_old), range(new, in_new)));
        writeln!(out, "{head}")?;
        for line in &lines[hunk.clone()] {
            write_line(out, line, if hides_returns { "\r\n" } else { "\n" })?;
        }
        (old, new, passed) = (old + in_old, new + in_new, hunk.end);
    }
    Ok(())
}

fn diff_lines<'t>(before: &'t str, after: &'t str) -> Vec<Line<'t>> {
    let mut lines = Vec::new();
    let mut add = |sign, text: &'t str| lines.extend(text.split_inclusive('\n').map(|text| Line { sign, text }));
    for stretch in diff::lines(before, after) {
        if stretch.same {
            add(' ', stretch.old.of(before));
        } else {
            add('-', stretch.old.of(before));
            add('+', stretch.new.of(after));
        }
    }
    lines
}

/// The runs of lines to show: every change with the lines around it. Runs that touch are joined.
fn hunks(lines: &[Line]) -> Vec<Range<usize>> {
    let mut hunks: Vec<Range<usize>> = Vec::new();
    let changed = lines.iter().enumerate().filter(|(_, line)| line.sign != ' ');
    for (at, _) in changed {
        let (start, end) = (at.saturating_sub(AROUND), (at + 1 + AROUND).min(lines.len()));
        match hunks.last_mut() {
            Some(last) if start <= last.end => last.end = end,
            _ => hunks.push(start..end),
        }
    }
    hunks
}

/// First line and number of lines; of no lines, the line before them.
fn range(start: usize, count: usize) -> String {
    match count {
        0 => format!("{},0", start - 1),
        1 => start.to_string(),
        _ => format!("{start},{count}"),
    }
}

/// Whether every line ends as on Windows; the last one may have no end.
fn has_windows_line_ends(text: &str) -> bool {
    text.split_inclusive('\n').all(|line| line.ends_with("\r\n") || !line.ends_with('\n'))
}

fn write_line(out: &mut Output, line: &Line, end: &str) -> io::Result<()> {
    let style = match line.sign {
        '-' => GONE,
        '+' => COME,
        _ => Style::new(),
    };
    let text = line.text.strip_suffix(end).unwrap_or(line.text);
    let shown = out.printable(text).into_owned();
    let shown = out.styled(style, format_args!("{}{shown}", line.sign));
    writeln!(out, "{shown}")?;
    if !line.text.ends_with('\n') {
        writeln!(out, "\\ No newline at end of file")?;
    }
    Ok(())
}

/// A file's name as git writes it in a diff: quoted where it holds odd characters, ended by a tab where it holds blanks.
fn file_name(side: &str, path: &NotePath) -> String {
    let name = format!("{side}/{path}");
    if name.contains(|c: char| is_hidden(c) || matches!(c, '"' | '\\')) {
        let escaped: String = name.bytes().map(escaped).collect();
        return format!("\"{escaped}\"");
    }
    if name.contains(' ') { name + "\t" } else { name }
}

fn escaped(byte: u8) -> String {
    match byte {
        b'"' | b'\\' => format!("\\{}", char::from(byte)),
        b' '..=b'~' => char::from(byte).to_string(),
        _ => format!("\\{byte:03o}"),
    }
}

/// The changed words of a note's line, one string for each line of output.
pub fn words(out: &Output, line: &PreviewLine) -> Vec<String> {
    let marked: String = line.parts.iter().map(|part| marked(out, part)).collect();
    marked.lines().map(str::to_owned).collect()
}

fn marked(out: &Output, part: &PreviewPart) -> String {
    let text = visible(&part.text);
    let (style, open, close) = match part.kind {
        PartKind::Same => return elided(&text),
        PartKind::Delete => (GONE.strikethrough(), "[-", "-]"),
        PartKind::Insert => (COME, "{+", "+}"),
    };
    let (open, close) = if out.has_colour() { ("", "") } else { (open, close) };
    let mut words = String::new();
    for piece in text.split_inclusive('\n') {
        let (piece, end) = piece.strip_suffix('\n').map_or((piece, ""), |piece| (piece, "\n"));
        // A change of the line end alone must be visible too.
        let piece = if piece.is_empty() { "⏎" } else { piece };
        words += &out.styled(style, format_args!("{open}{piece}{close}"));
        words += end;
    }
    words
}

/// The most characters shown of a run that stays; half of them at either end.
const MOST_KEPT: usize = 100;

fn elided(text: &str) -> String {
    let cut = |text: &str, at: Option<(usize, char)>| at.map_or(text.len(), |(at, _)| at);
    let head = cut(text, text.char_indices().nth(MOST_KEPT / 2));
    let tail = text.char_indices().rev().nth(MOST_KEPT / 2 - 1).map_or(0, |(at, _)| at);
    if head >= tail || text.chars().count() <= MOST_KEPT {
        return text.to_owned();
    }
    format!("{} … {}", &text[..head], &text[tail..])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn changes_far_apart_are_hunks_of_their_own() {
        let before = (1..=20).map(|n| n.to_string()).collect::<Vec<_>>().join("\n") + "\n";
        let after = before.replace("\n3\n", "\nthree\n").replace("\n17\n", "\n");
        let hunks: Vec<_> =
            hunks(&diff_lines(&before, &after)).into_iter().map(|hunk| (hunk.start, hunk.end)).collect();
        assert_eq!(hunks, [(0, 7), (14, 21)]);
    }

    #[test]
    fn odd_file_names_are_quoted_as_git_does() {
        assert_eq!(file_name("a", &"x.md".into()), "a/x.md");
        assert_eq!(file_name("a", &"x y.md".into()), "a/x y.md\t");
        assert_eq!(file_name("a", &"x\n\"ü.md".into()), "\"a/x\\012\\\"\\303\\274.md\"");
        assert_eq!(file_name("a", &"x\u{202e}.md".into()), "\"a/x\\342\\200\\256.md\"");
    }

    #[test]
    fn line_ends_of_windows_are_told_from_mixed_ones() {
        assert!(has_windows_line_ends("a\r\nb\r\nlast") && has_windows_line_ends(""));
        assert!(!has_windows_line_ends("a\r\nb\nc\r\n"));
    }

    #[test]
    fn a_long_run_that_stays_is_shown_by_its_ends() {
        let long = "ü".repeat(101);
        assert_eq!(elided(&long), format!("{} … {}", "ü".repeat(50), "ü".repeat(50)));
        assert_eq!(elided("short"), "short");
    }
}
