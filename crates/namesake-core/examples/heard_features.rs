//! What the finder of commitments sees in talk, for `tests/talk/heard`. Reads meetings as `export.py` writes them, a
//! JSON object a line, from standard input. Prints for each labelled sentence its label, what the grammar alone finds and
//! the features of each place. With `--scores [WEIGHTS]` the certainty of every sentence instead, labelled or not.

use std::io::{self, BufRead, BufWriter, Write};

use namesake_core::transcript::{People, Said, Talk, Weights, utterance};
use serde::Deserialize;
use serde_json::json;

#[derive(Deserialize)]
struct Meeting {
    source: String,
    file: String,
    said: Vec<(usize, String, String)>,
    labels: Vec<(usize, String, String)>,
}

fn main() -> io::Result<()> {
    let mut arguments = std::env::args().skip(1);
    let scores = arguments.next().is_some_and(|first| first == "--scores");
    let table = arguments.next().map(std::fs::read_to_string).transpose()?;
    let read = table.map(|table| Weights::read(&table));
    let weights = read.as_ref().unwrap_or(Weights::own());
    let mut out = BufWriter::new(io::stdout().lock());
    for line in io::stdin().lock().lines() {
        let meeting: Meeting = serde_json::from_str(&line?)?;
        let small: Vec<String> = meeting.said.iter().map(|(_, _, words)| words.to_ascii_lowercase()).collect();
        let said = meeting.said.iter().zip(&small);
        let said: Vec<Said> =
            said.map(|((turn, speaker, words), small)| Said { turn: *turn, speaker, words, small }).collect();
        let mut names: Vec<&str> = meeting.said.iter().map(|(_, speaker, _)| speaker.as_str()).collect();
        names.sort_unstable();
        names.dedup();
        names.retain(|name| !name.is_empty());
        let (people, talk) = (People::new(&names), Talk::new(&said));
        let mut print = |row: serde_json::Value| writeln!(out, "{row}");
        if scores {
            let mut rows = Vec::new();
            for (at, said) in said.iter().enumerate() {
                let grammar = utterance(said.words, &people).is_some();
                let p = talk.heard(at, &people, weights, 0.0).map_or(0.0, |heard| heard.p);
                if grammar || p > 0.05 {
                    rows.push(json!([at, p, grammar]));
                }
            }
            let words: usize = said.iter().map(|said| said.words.split_whitespace().count()).sum();
            print(json!({"source": meeting.source, "file": meeting.file, "words": words, "heard": rows}))?;
            continue;
        }
        for (at, id, label) in &meeting.labels {
            let grammar = utterance(said[*at].words, &people).is_some();
            let places = talk.features(*at, &people);
            print(
                json!({"source": meeting.source, "file": meeting.file, "id": id, "label": label, "grammar": grammar, "places": places}),
            )?;
        }
    }
    Ok(())
}
