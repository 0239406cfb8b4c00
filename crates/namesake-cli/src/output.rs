//! Standard output and the terminal: colours on request, no control characters from notes, and no error when the reader of a
//! pipe goes away.

use std::borrow::Cow;
use std::fmt::Display;
use std::io::{self, BufWriter, ErrorKind, IsTerminal, StdoutLock, Write};

use clap::builder::styling::{AnsiColor, Style};
use indicatif::{ProgressBar, ProgressStyle};
use serde::Serialize;

/// The colour of removed text.
pub const GONE: Style = AnsiColor::Red.on_default();
/// The colour of added text.
pub const COME: Style = AnsiColor::Green.on_default();
/// The style of a note's name.
pub const TITLE: Style = Style::new().bold();
/// The style of explanations.
pub const ASIDE: Style = Style::new().dimmed();

/// Standard output. After its reader has gone away, printing does nothing and is no error.
pub struct Output {
    to: BufWriter<StdoutLock<'static>>,
    open: bool,
    terminal: bool,
    colour: bool,
}

impl Output {
    /// The standard output of this process.
    pub fn standard() -> Self {
        let terminal = io::stdout().is_terminal();
        let plain = std::env::var_os("NO_COLOR").is_some_and(|value| !value.is_empty())
            || std::env::var_os("TERM").is_some_and(|value| value == "dumb");
        Self { to: BufWriter::new(io::stdout().lock()), open: true, terminal, colour: terminal && !plain }
    }

    /// Whether output may be coloured.
    pub fn has_colour(&self) -> bool {
        self.colour
    }

    /// Whether a terminal shows it.
    pub fn is_terminal(&self) -> bool {
        self.terminal
    }

    /// Whether the reader is still there.
    pub fn is_open(&self) -> bool {
        self.open
    }

    /// `text` in `style`, if output is coloured.
    pub fn styled(&self, style: Style, text: impl Display) -> String {
        if self.colour { format!("{style}{text}{style:#}") } else { text.to_string() }
    }

    /// Text of a note for printing: unchanged in a pipe, without control characters on a terminal.
    pub fn printable<'t>(&self, text: &'t str) -> Cow<'t, str> {
        if self.terminal { visible(text) } else { Cow::Borrowed(text) }
    }

    /// Prints what is still buffered.
    pub fn finish(&mut self) -> io::Result<()> {
        self.flush()
    }

    /// Prints `value` as JSON of several lines.
    pub fn json(&mut self, value: &impl Serialize) -> io::Result<()> {
        self.write_all(safe_json(serde_json::to_string_pretty(value)?).as_bytes())
    }

    /// Prints `value` as a line of JSON.
    pub fn json_line(&mut self, value: &impl Serialize) -> io::Result<()> {
        self.write_all(json_line(value)?.as_bytes())
    }

    fn checked<T: Default>(&mut self, result: io::Result<T>, instead: T) -> io::Result<T> {
        match result {
            Err(error) if error.kind() == ErrorKind::BrokenPipe => {
                self.open = false;
                Ok(instead)
            }
            other => other,
        }
    }
}

/// `value` as a line of JSON.
pub fn json_line(value: &impl Serialize) -> io::Result<String> {
    Ok(safe_json(serde_json::to_string(value)?) + "\n")
}

/// `json` with the characters escaped that JSON allows in strings and that a terminal obeys or a reader takes for a line end.
fn safe_json(json: String) -> String {
    let is_odd = |c: char| c != '\n' && c.is_control() || is_separator(c);
    if !json.contains(is_odd) {
        return json;
    }
    let mut out = String::with_capacity(json.len());
    for c in json.chars() {
        if is_odd(c) {
            out.extend(format!("\\u{:04x}", u32::from(c)).chars());
        } else {
            out.push(c);
        }
    }
    out
}

impl Write for Output {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        if !self.open {
            return Ok(bytes.len());
        }
        let result = self.to.write(bytes);
        self.checked(result, bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        if !self.open {
            return Ok(());
        }
        let result = self.to.flush();
        self.checked(result, ())
    }
}

/// Whether a terminal obeys the character instead of showing it: a control character or a mark of writing direction.
pub fn is_hidden(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' | '\u{200E}' | '\u{200F}' | '\u{061C}')
}

fn is_separator(c: char) -> bool {
    matches!(c, '\u{2028}' | '\u{2029}')
}

/// `text` with control characters and direction marks written out. Line ends and tabs stay.
pub fn visible(text: &str) -> Cow<'_, str> {
    let is_odd = |c: char| is_hidden(c) && !matches!(c, '\n' | '\t');
    if !text.contains(is_odd) {
        return Cow::Borrowed(text);
    }
    Cow::Owned(escaped(&text.replace("\r\n", "\n"), is_odd))
}

/// What stays on one line whatever it holds, such as the path of a note: `text` with line ends and tabs written out too.
pub fn one_line(text: &str) -> Cow<'_, str> {
    let is_odd = |c: char| is_hidden(c) || is_separator(c);
    if text.contains(is_odd) { Cow::Owned(escaped(text, is_odd)) } else { Cow::Borrowed(text) }
}

fn escaped(text: &str, is_odd: impl Fn(char) -> bool) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '\n' | '\r' | '\t' if is_odd(c) => out.extend(c.escape_default()),
            _ if is_odd(c) => out.extend(c.escape_unicode()),
            _ => out.push(c),
        }
    }
    out
}

/// Prints a warning to standard error. If that fails, there is no way to say so.
pub fn warn(message: &impl Display) {
    let _ = writeln!(io::stderr().lock(), "namesake: {}", one_line(&message.to_string()));
}

/// The first few of `total` things, `between` them, and how many more there are.
pub fn list<T: Display>(total: usize, things: impl IntoIterator<Item = T>, between: &str) -> String {
    const MOST: usize = 5;
    let shown: Vec<String> = things.into_iter().take(MOST).map(|thing| thing.to_string()).collect();
    let more = total.saturating_sub(MOST);
    let more = if more == 0 { String::new() } else { format!(" and {more} more") };
    shown.join(between) + &more
}

/// A bar for `total` steps, on a terminal only.
pub fn progress(total: usize, what: &'static str) -> ProgressBar {
    let bar = ProgressBar::new(total as u64).with_message(what);
    let style = ProgressStyle::with_template("{bar:30} {pos}/{len} {msg}");
    bar.with_style(style.unwrap_or_else(|_| ProgressStyle::default_bar()))
}

/// A number with `one` or `many` of a thing.
pub fn count(number: usize, one: &str, many: &str) -> String {
    format!("{number} {}", if number == 1 { one } else { many })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_note_cannot_steer_the_terminal() {
        assert_eq!(visible("a\u{1b}[2J\u{202e}b\tc\r\n"), "a\\u{1b}[2J\\u{202e}b\tc\n");
        assert_eq!(visible("a\rb"), "a\\rb");
        assert_eq!(one_line("a\nb\t\u{9b}2J\r\n\u{2028}c ü"), "a\\nb\\t\\u{9b}2J\\r\\n\\u{2028}c ü");
        assert_eq!(visible("ü 🧊\n"), "ü 🧊\n");
    }

    #[test]
    fn text_of_a_note_is_exact_in_a_pipe_and_harmless_on_a_terminal() {
        let mut out = Output { terminal: false, ..Output::standard() };
        assert_eq!(out.printable("a\u{1b}[2J"), "a\u{1b}[2J");
        out.terminal = true;
        assert_eq!(out.printable("a\u{1b}[2J"), "a\\u{1b}[2J");
    }

    #[test]
    fn json_holds_no_character_that_a_terminal_obeys() {
        let text = "\u{1b}[2J\u{9b}\u{7f}\u{85}\u{2028}ü\n";
        let line = json_line(&text).unwrap();
        assert!(line.strip_suffix('\n').unwrap().chars().all(|c| !c.is_control() && !is_separator(c)), "{line:?}");
        assert_eq!(serde_json::from_str::<String>(&line).unwrap(), text);
    }

    #[test]
    fn a_long_list_names_five_and_counts_the_rest() {
        assert_eq!(list(2, 1..=2, ", "), "1, 2");
        assert_eq!(list(7, 1..=7, ", "), "1, 2, 3, 4, 5 and 2 more");
    }
}
