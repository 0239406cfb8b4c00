//! A task's fields from one format to the other. Only their own bytes change, and the blanks right before them: two
//! before a bracket, since Obsidian hides every other bracketed field that stands closer, and one before a symbol.

use super::answer::Answer;
use super::field::{FieldKind, Format, Piece, Priority};
use super::lines::written;
use super::parse::parse;
use super::task::Options;
use super::{line, tail};
use namesake_text::text::{Edit, Span, apply};

/// The task stays in its format, since it would be read as another task in the new one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct FormatConflict;

/// The edits, in bytes of the line, that write the fields of the other format in that of `options`; none where the line
/// is no task or has no such field.
///
/// # Errors
/// [`FormatConflict`] where the task would be read as another afterwards: text in it looks like a field of the new format.
pub fn convert(line: &str, options: &Options) -> Result<Vec<Edit>, FormatConflict> {
    let to = options.format;
    let from = Options { format: other(to), ..options.clone() };
    let (Some(parts), Some(task)) = (line::split(line), parse(line, &from)) else { return Ok(Vec::new()) };
    let body = parts.body.of(line);
    let fields = tail::split(body, from.format).pieces;
    let fields = fields.iter().rev().filter(|piece| piece.slot != FieldKind::Tag);
    let edits: Vec<Edit> =
        fields.map(|piece| field(line, parts.body.start, &piece.shifted(parts.body.start), to)).collect();
    if edits.is_empty() {
        return Ok(edits);
    }
    let after = apply(line, &edits).map_err(|_| FormatConflict)?;
    let same = parse(&after, options).is_some_and(|read| Answer::of(Some(&read)) == Answer::of(Some(&task)));
    if same { Ok(edits) } else { Err(FormatConflict) }
}

/// The format that is not this one.
const fn other(format: Format) -> Format {
    match format {
        Format::Emoji => Format::Dataview,
        Format::Dataview => Format::Emoji,
    }
}

/// The edit that writes a field in the format `to`. `body` is the byte where the task's text starts; nothing before it
/// changes.
fn field(line: &str, body: usize, piece: &Piece, to: Format) -> Edit {
    let before = &line[body..piece.whole.start];
    let gap = before.len() - before.trim_end_matches(' ').len();
    let (blanks, kept) = match (to, gap) {
        _ if before.len() == gap => ("", gap),
        (Format::Emoji, 0 | 2) => (" ", 0),
        (Format::Dataview, 0 | 1) => ("  ", 0),
        _ => ("", gap),
    };
    let span = Span::new(piece.whole.start - (gap - kept), piece.whole.end);
    let value = piece.value.of(line);
    let priority = Priority::read(value).filter(|_| piece.slot == FieldKind::Priority);
    let text = written(to, piece.slot, priority.map_or(value, |priority| priority.written(to)));
    Edit::replace(span, blanks.to_owned() + &text)
}

#[cfg(test)]
mod tests;
