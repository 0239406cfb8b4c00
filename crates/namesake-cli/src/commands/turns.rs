//! `turns`: what was said in a note's transcripts, by whom and when, as it is read.

use std::io::Write;

use namesake_core::spoken_turns::spoken_turns;

use super::named_note::named_note;
use super::outcome::{Outcome, warn_of_broken_notes};
use crate::args::Turns;
use crate::error::Result;
use crate::output::{Output, one_line, visible};
use crate::vault_folder;

pub fn run(args: &Turns, out: &mut Output) -> Result<Outcome> {
    let (folder, mut vault) = vault_folder::open(&args.folder, &[])?;
    warn_of_broken_notes(&vault);
    let path = named_note(&vault, &folder, &args.note)?;
    for turn in spoken_turns(&mut vault, &path) {
        if args.json {
            out.json_line(&turn)?;
            continue;
        }
        let time = turn.time.as_deref().unwrap_or("-");
        let speaker = turn.speaker.as_deref().unwrap_or("-");
        writeln!(
            out,
            "{}\t{}\t{}",
            one_line(&visible(time)),
            one_line(&visible(speaker)),
            one_line(&visible(&turn.words))
        )?;
    }
    Ok(Outcome::of_reading(&vault))
}
