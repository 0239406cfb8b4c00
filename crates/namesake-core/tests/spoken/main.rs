//! How well commitments and requests are told from the rest: what `examples/commitments.rs` prints, held to what the
//! project promises. Only the dev half may fail this; the test half is for measuring.

mod labelled;

use labelled::{Half, Label, Tally, labelled};

#[test]
fn nine_of_ten_tasks_found_are_tasks_and_most_are_found() {
    let sentences = labelled();
    let tally = Tally::of(sentences.iter().filter(|sentence| sentence.half == Half::Dev));
    assert!(tally.precision() >= 0.90, "precision {}", tally.precision());
    assert!(tally.recall() >= 0.60, "recall {}", tally.recall());
    assert!(tally.kind_right() >= 0.90, "kind {}", tally.kind_right());
    assert!(tally.owner_right() >= 0.90, "owner {}", tally.owner_right());
}

#[test]
fn more_than_half_of_the_sentences_of_either_half_are_none() {
    let sentences = labelled();
    for half in [Half::Dev, Half::Test] {
        let tally = Tally::of(sentences.iter().filter(|sentence| sentence.half == half));
        assert!(tally.sentences >= 200 && tally.tasks * 2 < tally.sentences);
    }
    assert!(sentences.iter().all(|sentence| (sentence.label == Label::None) == sentence.owner.is_none()));
}
