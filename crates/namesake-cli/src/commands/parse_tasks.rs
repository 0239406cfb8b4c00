//! `parse-tasks`: task lines from standard input, each read as the Tasks plugin reads it and printed as JSON.

use std::io::BufRead;

use namesake_core::tasks::{Options, answer};
use serde::Serialize;

use super::outcome::Outcome;
use crate::args::ParseTasks;
use crate::error;
use crate::output::Output;

#[derive(Serialize)]
struct Failed {
    error: String,
}

pub fn run(args: &ParseTasks, lines: impl BufRead, out: &mut Output) -> error::Result<Outcome> {
    let options =
        Options { format: args.format.into(), global_filter: args.global_filter.clone(), ..Options::default() };
    let read = if args.json_lines { json_line } else { plain_line };
    let mut failed = false;
    for line in lines.split(b'\n') {
        match read(&line?) {
            Ok(line) => out.json_line(&answer(&line, &options))?,
            Err(error) => {
                failed = true;
                out.json_line(&Failed { error })?;
            }
        }
        if !out.is_open() {
            break;
        }
    }
    Ok(Outcome::attention_if(failed))
}

fn plain_line(line: &[u8]) -> Result<String, String> {
    let line = line.strip_suffix(b"\r").unwrap_or(line);
    str::from_utf8(line).map(str::to_owned).map_err(|error| format!("this line is not UTF-8: {error}"))
}

fn json_line(line: &[u8]) -> Result<String, String> {
    serde_json::from_slice(line).map_err(|error| format!("this line is no JSON string: {error}"))
}
