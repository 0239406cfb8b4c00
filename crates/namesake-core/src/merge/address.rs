//! Addresses of notes as links write them: relative ones seen from another folder, and as Markdown links spell them.

use std::borrow::Cow;

use percent_encoding::{AsciiSet, CONTROLS, percent_decode_str, utf8_percent_encode};

use namesake_text::path::NotePath;

/// What the address of a Markdown link without angle brackets cannot hold as it is.
const SPELT: &AsciiSet =
    &CONTROLS.add(b' ').add(b'(').add(b')').add(b'<').add(b'>').add(b'"').add(b'%').add(b'\\').add(b'#').add(b'?');

/// `path` as a Markdown link without angle brackets has it.
pub fn spelt(path: &str) -> String {
    utf8_percent_encode(path, SPELT).to_string()
}

/// What a Markdown link's address says, `%20` and the like read.
pub fn read(address: &str) -> Option<String> {
    percent_decode_str(address).decode_utf8().ok().map(Cow::into_owned)
}

/// Whether the address says where it lies from the note it stands in.
pub fn is_relative(address: &str) -> bool {
    address.starts_with("./") || address.starts_with("../")
}

/// Without the steps that a relative address begins with.
pub fn without_steps(address: &str) -> &str {
    let mut rest = address;
    while let Some(inner) = rest.strip_prefix("./").or_else(|| rest.strip_prefix("../")) {
        rest = inner;
    }
    rest
}

/// The folders that a note lies in.
fn folders(note: &NotePath) -> Vec<&str> {
    let mut parts: Vec<&str> = note.as_str().split('/').collect();
    parts.pop();
    parts
}

/// The path from the vault's root that `address` means in `note`; `None` where it leads out of the vault.
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

/// `path`, from the vault's root, as seen from `note`.
pub fn relative(note: &NotePath, path: &str) -> String {
    let from = folders(note);
    let to: Vec<&str> = path.split('/').collect();
    let shared = from.iter().zip(&to[..to.len() - 1]).take_while(|(a, b)| a == b).count();
    let up = from.len() - shared;
    let start = if up == 0 { "./".to_owned() } else { "../".repeat(up) };
    start + &to[shared..].join("/")
}

/// A relative `address` of the note `from` as it has to be in the note `to`.
pub fn moved(from: &NotePath, to: &NotePath, address: &str) -> Option<String> {
    if !is_relative(address) || folders(from) == folders(to) {
        return None;
    }
    Some(relative(to, &absolute(from, address)?))
}
