//! Packs the word lists of `data/`, which would be a fourteenth of the module.

use std::path::Path;
use std::{env, fs};

#[path = "src/packed.rs"]
mod packed;

use packed::{END, Model, NONE_SHARED, Range, unpack};

fn main() {
    let out = env::var("OUT_DIR").expect("cargo says where to write");
    for name in ["census", "nicknames"] {
        let source = format!("data/{name}.txt");
        println!("cargo::rerun-if-changed={source}");
        let text = fs::read_to_string(&source).expect("the list lies in data/");
        let text: String = text.split_inclusive('\n').filter(|line| !line.starts_with('#')).collect();
        let packed = coded(&shortened(&text));
        assert!(unpack(&packed) == text, "{source} holds something else than words of small letters and digits");
        fs::write(Path::new(&out).join(name), packed).expect("OUT_DIR can be written to");
    }
}

/// The words without what each shares with the word before it.
fn shortened(text: &str) -> Vec<u8> {
    let mut letters = Vec::new();
    let mut first = "";
    for line in text.lines() {
        let mut before = first;
        for word in line.split(' ') {
            let shared = before.bytes().zip(word.bytes()).take_while(|(a, b)| a == b).count().min(25);
            letters.push(NONE_SHARED + u8::try_from(shared).expect("at most 25"));
            letters.extend_from_slice(&word.as_bytes()[shared..]);
            before = word;
        }
        letters.push(b'\n');
        first = line.split(' ').next().unwrap_or_default();
    }
    letters.push(END);
    letters
}

fn coded(letters: &[u8]) -> Vec<u8> {
    let mut model = Model::new();
    let mut range = Range::WHOLE;
    let mut packed = Vec::new();
    for letter in letters {
        let mut bits = (0..7).rev().map(|at| letter >> at & 1 == 1);
        model.letter(|chance| {
            let bit = bits.next().expect("a letter has seven bits");
            let middle = range.middle(chance);
            range.narrow(bit, middle);
            packed.extend(std::iter::from_fn(|| range.settled()));
            bit
        });
    }
    packed.push(range.high.to_be_bytes()[0]);
    packed
}
