//! A character of a damaged text with its place, the bytes that it stands for, and what a repair says. Which sequences
//! are believed is left to the modules beside.

use crate::text::span::Span;

/// Bytes 80 to 9F of Windows-1252 (<https://encoding.spec.whatwg.org/index-windows-1252.txt>), `\0` where it has none.
pub(super) const WINDOWS_1252: [char; 32] = [
    '€', '\0', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\0', 'Ž', '\0', '\0', '‘', '’', '“', '”', '•',
    '–', '—', '˜', '™', 'š', '›', 'œ', '\0', 'ž', 'Ÿ',
];

/// A damaged stretch and what it was.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Repair {
    /// The damage, in bytes of the slice that was searched. Never reaches over a line.
    pub span: Span,
    /// What stood there before; empty where that is [`Sureness::Lost`].
    pub text: String,
    /// How sure that is.
    pub sure: Sureness,
}

/// How sure a repair is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sureness {
    /// All bytes are there and decode to this alone.
    Exact,
    /// All bytes are there, but what is to be seen could be meant as well.
    Likely {
        /// What was taken for granted, as a sentence to be translated.
        assumed: &'static str,
    },
    /// A byte is lost.
    Lossy {
        /// What was taken for granted, as a sentence to be translated.
        assumed: &'static str,
    },
    /// Bytes are lost, and what they made cannot be told any more.
    Lost,
}

/// A character and the bytes of the slice it came from.
#[derive(Clone, Copy)]
pub(super) struct Cell {
    pub c: char,
    pub span: Span,
}

impl Cell {
    /// A decoded character took more bytes than it needs now.
    pub const fn is_decoded(self) -> bool {
        self.span.len() > self.c.len_utf8()
    }
}

/// The character at cell `start` and behind it, if their bytes are whole: how many cells, and what they decode to.
pub(super) fn whole(cells: &[Cell], start: usize) -> Option<(usize, char)> {
    let lead = u8::try_from(u32::from(cells[start].c)).ok()?;
    let len = match lead {
        0xC2..=0xDF => 2,
        0xE0..=0xEF => 3,
        0xF0..=0xF4 => 4,
        _ => return None,
    };
    let mut bytes = [lead, 0, 0, 0];
    for (byte, cell) in bytes.iter_mut().zip(cells.get(start..start + len)?).skip(1) {
        *byte = continuation(cell.c)?;
    }
    Some((len, std::str::from_utf8(&bytes[..len]).ok()?.chars().next()?))
}

/// The byte that Windows-1252 writes `c` with. Programs that kept the undefined bytes made them the control characters
/// of the same number.
pub fn windows_1252(c: char) -> Option<u8> {
    match c {
        '\0'..='\u{ff}' => u8::try_from(u32::from(c)).ok(),
        _ => (0x80..).zip(WINDOWS_1252).find(|(_, known)| *known == c).map(|(byte, _)| byte),
    }
}

/// The continuation byte (80 to BF) a character stands for.
pub(super) fn continuation(c: char) -> Option<u8> {
    windows_1252(c).filter(|byte| (0x80..=0xBF).contains(byte))
}
