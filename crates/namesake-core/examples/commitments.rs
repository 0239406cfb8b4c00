//! How well commitments and requests are told from everything else that is said: precision and recall on both halves of
//! `tests/corpora/spoken/sentences.jsonl`. `cargo run -q -p namesake-core --example commitments`; with `dev` behind it,
//! also the sentences of the dev half that are read wrongly. Those of the test half are not shown to anybody.

#[path = "../tests/spoken/labelled.rs"]
mod labelled;

use labelled::{Half, Tally, labelled};

fn main() {
    let sentences = labelled();
    println!(
        "{:<6} {:>9} {:>6} {:>10} {:>8} {:>8} {:>8}",
        "half", "sentences", "tasks", "precision", "recall", "kind", "owner"
    );
    for half in [Half::Dev, Half::Test] {
        let tally = Tally::of(sentences.iter().filter(|sentence| sentence.half == half));
        let name = if half == Half::Dev { "dev" } else { "test" };
        println!(
            "{name:<6} {:>9} {:>6} {:>10.3} {:>8.3} {:>8.3} {:>8.3}",
            tally.sentences,
            tally.tasks,
            tally.precision(),
            tally.recall(),
            tally.kind_right(),
            tally.owner_right()
        );
    }
    if std::env::args().nth(1).is_some_and(|argument| argument == "dev") {
        for sentence in sentences.iter().filter(|sentence| sentence.half == Half::Dev) {
            if let Some(wrong) = sentence.wrong() {
                println!("{wrong}: {}", sentence.text);
            }
        }
    }
}
