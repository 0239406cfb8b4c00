//! Writes `latin.tsv`: how the letters of other scripts are written in Latin, by the crate `deunicode`. Only the scripts
//! that names are written in are taken; the whole crate would be a tenth of the plugin.

use std::path::PathBuf;
use std::{env, fs};

use deunicode::deunicode_char;

/// First and last code point of each block: Greek, Cyrillic, Armenian, Hebrew, Arabic, Devanagari, Thai, Georgian, Khmer,
/// Greek with accents, Kana, Han, Hangul, and the forms that Arabic letters have in old texts.
const BLOCKS: [(u32, u32); 14] = [
    (0x370, 0x3ff),
    (0x400, 0x52f),
    (0x531, 0x58f),
    (0x590, 0x5ff),
    (0x600, 0x6ff),
    (0x900, 0x97f),
    (0xe00, 0xe7f),
    (0x10a0, 0x10ff),
    (0x1780, 0x17ff),
    (0x1f00, 0x1fff),
    (0x3040, 0x30ff),
    (0x4e00, 0x9fff),
    (0xac00, 0xd7a3),
    (0xfb50, 0xfeff),
];

fn main() {
    println!("cargo::rerun-if-changed=build.rs");
    let latin = |code: u32| char::from_u32(code).and_then(deunicode_char).unwrap_or_default();
    let letters = |text: &str| text.chars().filter(char::is_ascii_alphanumeric).collect::<String>().to_lowercase();
    let line = |(first, last): (u32, u32)| {
        let cells: Vec<String> = (first..=last).map(|code| letters(latin(code))).collect();
        format!("{first:x}\t{}\n", cells.join("\t"))
    };
    let out = PathBuf::from(env::var_os("OUT_DIR").expect("cargo sets OUT_DIR"));
    fs::write(out.join("latin.tsv"), BLOCKS.map(line).concat()).expect("OUT_DIR can be written");
}
