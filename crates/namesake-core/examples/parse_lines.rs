//! How long the lines of a file take to parse: `parse_lines FILE emoji|dataview RUNS` prints the milliseconds of each run.
//! For `benches/tasks.bench.mjs`, which makes the lines.

use std::error::Error;
use std::hint::black_box;
use std::time::Instant;

use namesake_core::tasks::{Format, Options, parse};

fn main() -> Result<(), Box<dyn Error>> {
    let args: Vec<String> = std::env::args().collect();
    let [_, file, format, runs] = args.as_slice() else { return Err("parse_lines FILE emoji|dataview RUNS".into()) };
    let format = if format == "dataview" { Format::Dataview } else { Format::Emoji };
    let options = Options { format, ..Options::default() };
    let text = std::fs::read_to_string(file)?;
    let lines: Vec<&str> = text.split('\n').collect();
    for _ in 0..runs.parse()? {
        let start = Instant::now();
        for line in &lines {
            black_box(parse(black_box(line), &options));
        }
        println!("{}", start.elapsed().as_secs_f64() * 1000.0);
    }
    Ok(())
}
