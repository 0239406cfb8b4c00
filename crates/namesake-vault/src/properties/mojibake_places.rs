//! The places of a note's body where wrongly decoded text may be repaired. Names of notes and headings are left alone
//! if something really has the damaged name.

use percent_encoding::{AsciiSet, CONTROLS, percent_decode_str, utf8_percent_encode};

use crate::vault::Vault;
use namesake_note::note::{Link, Note};
use namesake_text::text::mojibake::{Repair, decode};
use namesake_text::text::{Span, mojibake};
use namesake_transcript::is_plain_block;

/// How many bytes back the beginning of a bare address is looked for. The limit keeps long lines without blanks cheap.
const LONGEST_ADDRESS: usize = 2000;

/// The most bytes of an inline field's name.
const LONGEST_NAME: usize = 80;

/// Whether a repair is in prose. Code, addresses, and labels that the note refers to are not prose. The target of a
/// link is only if its note exists under the repaired name and not under the damaged one.
pub fn is_prose(note: &Note, vault: &Vault, repair: &Repair) -> bool {
    let is_address = note.body().addresses.iter().any(|address| address.overlaps(repair.span));
    if is_address || (note.body().is_opaque(repair.span) && !is_spoken(note, vault, repair.span)) {
        return false;
    }
    let line = near(note, repair.span);
    let before = Span::new(line.start, repair.span.start).of(&note.text);
    let word = before.rsplit(char::is_whitespace).next().unwrap_or_default();
    let is_footnote = before.rfind("[^").is_some_and(|open| !before[open..].contains(']'));
    if word.contains("://") || is_footnote || is_definition(line.of(&note.text)) {
        return false;
    }
    let links = &note.body().links;
    let next = links.partition_point(|link| link.span.end <= repair.span.start);
    let touched = links.get(next).filter(|link| link.span.overlaps(repair.span));
    touched.is_none_or(|link| is_shown(link, repair.span) || is_found(note, vault, link))
}

/// Whether a place in a fence is what somebody said: words and no code.
fn is_spoken(note: &Note, vault: &Vault, span: Span) -> bool {
    let opaque = note.body().opaque.iter().find(|opaque| opaque.contains(span));
    let is_plain = opaque.is_some_and(|opaque| is_plain_block(opaque.of(&note.text)) == Some(true));
    is_plain && vault.transcript_spans(&note.path).iter().any(|place| place.contains(span))
}

/// The part of the line around `span` that is looked at.
fn near(note: &Note, span: Span) -> Span {
    let from = note.text.floor_char_boundary(span.start.saturating_sub(LONGEST_ADDRESS));
    let to = note.text.floor_char_boundary((span.end + LONGEST_NAME).min(note.text.len()));
    let start = note.text[from..span.start].rfind('\n').map_or(from, |at| from + at + 1);
    let end = note.text[span.end..to].find('\n').map_or(to, |at| span.end + at);
    Span::new(start, end)
}

/// Whether the line defines a reference, `[label]: address`. A footnote's text is prose.
fn is_definition(line: &str) -> bool {
    let line = line.trim_start_matches([' ', '\t', '>']);
    let label = line.strip_prefix('[').filter(|rest| !rest.starts_with(['[', '^']));
    let rest = label.and_then(|label| label.split_once(']')).map(|(_, rest)| rest);
    rest.is_some_and(|rest| rest.starts_with(':') && !rest.starts_with("::"))
}

fn is_shown(link: &Link, span: Span) -> bool {
    link.display.is_some_and(|display| display.contains(span))
}

/// Whether the note and the headings that the link names exist under their decoded names alone.
fn is_found(note: &Note, vault: &Vault, link: &Link) -> bool {
    let name = note.slice(link.target);
    let decoded = decode(name);
    if decoded.is_some() && vault.linked(name).is_some() {
        return false;
    }
    let named = decoded.as_deref().unwrap_or(name);
    let target = if named.is_empty() { Some(note) } else { vault.linked(named).and_then(|path| vault.note(path)) };
    let Some(target) = target else { return false };
    let end = link.display.map_or(link.span.end - 2, |display| display.start);
    let rest = Span::new(link.target.end, end).of(&note.text).trim_end_matches(['|', '\\', ' ']);
    let has = |title: &str| target.body().sections.iter().any(|section| section.title.trim() == title.trim());
    rest.split('#').all(|title| decode(title).is_none_or(|decoded| has(&decoded) && !has(title)))
}

/// Whether the repair stands in the name of an inline field, `name:: value` or `[name:: value]`.
pub fn is_field_name(note: &Note, line: Span, repair: &Repair) -> bool {
    let end = note.text.floor_char_boundary(line.end.min(repair.span.end + LONGEST_NAME));
    let rest = note.text.get(repair.span.end..end).unwrap_or_default();
    let signs = ['[', ']', '(', ')', '`', '.', ',', ':'];
    rest.find(signs).is_some_and(|at| rest[at..].starts_with("::"))
}

/// What a path keeps when it is percent-encoded.
const ENCODED: &AsciiSet = &CONTROLS.add(b' ').add(b'"').add(b'%').add(b'<').add(b'>').add(b'(').add(b')');

/// The addresses of Markdown links that name no note but do once they are decoded, each with what it should be.
pub fn addresses(note: &Note, vault: &Vault) -> Vec<(Span, String)> {
    let mut found = Vec::new();
    for &span in note.body().addresses.iter().filter(|span| !note.body().is_opaque(**span)) {
        let address = note.slice(span);
        let mended = mended(address);
        if mended != address && vault.addressed(address).is_none() && vault.addressed(&mended).is_some() {
            found.push((span, mended));
        }
    }
    found
}

/// `address` decoded, what is percent-encoded in it included and encoded again.
fn mended(address: &str) -> String {
    let address = mojibake::decode(address).unwrap_or_else(|| address.to_owned());
    let mut mended = String::new();
    let mut rest = address.as_str();
    while let Some(at) = rest.find('%') {
        mended.push_str(&rest[..at]);
        let run = encoded(&rest[at..]);
        let decoded = percent_decode_str(run).decode_utf8().ok().and_then(|text| decode(&text));
        match decoded {
            Some(text) => mended.extend(utf8_percent_encode(&text, ENCODED)),
            None => mended.push_str(run),
        }
        rest = &rest[at + run.len()..];
    }
    mended + rest
}

/// The encoded bytes that `text` begins with; a percent sign that encodes nothing stands for itself.
fn encoded(text: &str) -> &str {
    let is_byte = |byte: &&[u8]| byte[0] == b'%' && byte[1..].iter().all(u8::is_ascii_hexdigit);
    let bytes = text.as_bytes().chunks_exact(3).take_while(is_byte).count();
    &text[..(3 * bytes).max(1)]
}
