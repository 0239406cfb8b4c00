//! Addresses of notes in links: relative to a folder, and in the spelling of Markdown links.

use std::borrow::Cow;

use percent_encoding::{AsciiSet, CONTROLS, percent_decode_str, utf8_percent_encode};

use namesake_text::path::NotePath;

/// The characters that are escaped in the address of a Markdown link without angle brackets.
const SPELT: &AsciiSet =
    &CONTROLS.add(b' ').add(b'(').add(b')').add(b'<').add(b'>').add(b'"').add(b'%').add(b'\\').add(b'#').add(b'?');

/// `path` as the address of a Markdown link without angle brackets.
pub fn spelt(path: &str) -> String {
    utf8_percent_encode(path, SPELT).to_string()
}

/// The path that a Markdown link's address spells, with `%20` and the like decoded.
pub fn read(address: &str) -> Option<String> {
    percent_decode_str(address).decode_utf8().ok().map(Cow::into_owned)
}

/// Whether the address is relative to the note that contains it.
pub fn is_relative(address: &str) -> bool {
    address.starts_with("./") || address.starts_with("../")
}

/// The address without the steps (`../`) at its start.
pub fn without_steps(address: &str) -> &str {
    let mut rest = address;
    while let Some(inner) = rest.strip_prefix("./").or_else(|| rest.strip_prefix("../")) {
        rest = inner;
    }
    rest
}

/// The folders that contain a note.
fn folders(note: &NotePath) -> Vec<&str> {
    let mut parts: Vec<&str> = note.as_str().split('/').collect();
    parts.pop();
    parts
}

/// The path from the vault's root that `address` means in `note`; `None` if it leads out of the vault.
pub fn absolute(note: &NotePath, address: &str) -> Option<String> {
    let mut parts = folders(note);
    for part in address.split('/') {
        match part {
            "." => {}
            ".." => drop(parts.pop()?),
            part => parts.push(part),
        }
    }
    Some(parts.join("/"))
}

/// `path`, which starts at the vault's root, relative to `note`.
pub fn relative(note: &NotePath, path: &str) -> String {
    let from = folders(note);
    let to: Vec<&str> = path.split('/').collect();
    let shared = from.iter().zip(&to[..to.len() - 1]).take_while(|(a, b)| a == b).count();
    let up = from.len() - shared;
    let start = if up == 0 { "./".to_owned() } else { "../".repeat(up) };
    start + &to[shared..].join("/")
}

/// A relative `address` in the note `from`, rewritten for the note `to`.
pub fn moved(from: &NotePath, to: &NotePath, address: &str) -> Option<String> {
    if !is_relative(address) || folders(from) == folders(to) {
        return None;
    }
    Some(relative(to, &absolute(from, address)?))
}
