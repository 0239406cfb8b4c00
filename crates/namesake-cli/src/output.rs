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

/// `value` as a line of JSON. Characters that some readers take for a line end are escaped.
pub fn json_line(value: &impl Serialize) -> io::Result<String> {
    let mut json = serde_json::to_string(value)?;
    for separator in ['\u{85}', '\u{2028}', '\u{2029}'] {
        if json.contains(separator) {
            json = json.replace(separator, &format!("\\u{:04x}", u32::from(separator)));
        }
    }
    json.push('\n');
    Ok(json)
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

/// `text` with control characters and direction marks written out. Line ends and tabs stay.
pub fn visible(text: &str) -> Cow<'_, str> {
    let is_hidden = |c: char| {
        c.is_control() && !matches!(c, '\n' | '\t')
            || matches!(c, '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' | '\u{200E}' | '\u{200F}')
    };
    if !text.contains(is_hidden) {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len());
    for c in text.replace("\r\n", "\n").chars() {
        if is_hidden(c) {
            out.extend(c.escape_unicode());
        } else {
            out.push(c);
        }
    }
    Cow::Owned(out)
}

/// Prints a warning to standard error. If that fails, there is no way to say so.
pub fn warn(message: &impl Display) {
    let message = message.to_string();
    let _ = writeln!(io::stderr().lock(), "namesake: {}", visible(&message).replace('\n', " "));
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
        assert_eq!(visible("ü 🧊\n"), "ü 🧊\n");
    }
}
