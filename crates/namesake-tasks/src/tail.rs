//! The fields at the end of a body, read from the right to the left in the passes that the Tasks plugin makes.

use super::field::{FieldKind, Format, Piece};
use super::{dataview, emoji, js};
use namesake_text::text::Span;

/// The plugin gives up after this many passes; what is left then stays in the description.
const PASSES: usize = 21;

/// The fields at the end of a body, and where the rest of it ends.
pub(super) struct Tail {
    /// Where what remains of the body ends.
    pub rest: usize,
    /// The fields and tags that were taken, from the right to the left.
    pub pieces: Vec<Piece>,
}

/// Takes fields and tags off the end of `body` until something else ends it. One pass tries the kinds in the order
/// of [`FieldKind`], each once. The order shows where a text can be read as two kinds: `#a📅2025-01-01` is a due date at
/// the start of a pass and a tag in the rest of a pass that has already seen a recurrence.
pub(super) fn split(body: &str, format: Format) -> Tail {
    let mut rest = body;
    let mut pieces = Vec::new();
    let mut passes = 1;
    let mut last: Option<FieldKind> = None;
    loop {
        let field = field_at_end(rest, format).filter(|piece| Some(piece.slot) > last);
        // Nearly every field comes before the tags of a pass, so that tags need no look then.
        let tag = match &field {
            Some(field) if field.slot < FieldKind::Tag => None,
            _ => tag_at_end(rest).filter(|piece| Some(piece.slot) > last),
        };
        let piece = match [field, tag].into_iter().flatten().min_by_key(|piece| piece.slot) {
            Some(piece) => piece,
            None if last.is_some() && passes < PASSES => {
                passes += 1;
                last = None;
                continue;
            }
            None => break,
        };
        rest = rest[..piece.whole.start].trim_end_matches(js::is_space);
        last = Some(piece.slot);
        pieces.push(piece);
    }
    Tail { rest: rest.len(), pieces }
}

fn field_at_end(rest: &str, format: Format) -> Option<Piece> {
    match format {
        Format::Emoji => emoji::field_at_end(rest),
        Format::Dataview => dataview::field_at_end(rest),
    }
}

fn tag_at_end(rest: &str) -> Option<Piece> {
    let head = js::before_tag(rest);
    let start = head.strip_suffix('#')?.len();
    let starts = rest[..start].chars().next_back().is_none_or(js::is_space);
    let span = Span::new(start, rest.len());
    (starts && head.len() < rest.len()).then_some(Piece { slot: FieldKind::Tag, value: span, whole: span })
}
