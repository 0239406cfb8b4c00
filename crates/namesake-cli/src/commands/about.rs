//! `about`: prints what the vault is recognised as, what is adopted from other settings, and what waits for the user's word.

use std::io::{self, Write};
use std::slice;

use namesake_core::about::{About, KindAbout, LikelyAbout, about, recognised};
use namesake_core::adopted::AdoptedValue;
use namesake_core::note::Kind;
use namesake_core::path::NotePath;
use serde::Serialize;

use super::outcome::{Outcome, warn_of_unreadable_notes};
use crate::args::About as AboutArgs;
use crate::error::Result;
use crate::output::{ASIDE, Output, TITLE, count, one_line};
use crate::vault_folder;

/// What `--json` prints.
#[derive(Serialize)]
struct Answer<'v> {
    #[serde(flatten)]
    about: About,
    /// The settings of other programs that are in force, each with the file that says so.
    adopted: Vec<&'v AdoptedValue>,
}

pub fn run(args: &AboutArgs, out: &mut Output) -> Result<Outcome> {
    let (_, mut vault) = vault_folder::open(&args.folder, &[])?;
    warn_of_unreadable_notes(&vault);
    if args.notes {
        for note in recognised(&mut vault) {
            if args.json {
                out.json_line(&note)?;
            } else {
                writeln!(out, "{}\t{}\t{}", word_of(note.kind), one_line(note.path.as_str()), one_line(&note.sign))?;
            }
        }
        return Ok(Outcome::of_reading(&vault));
    }
    let about = about(&mut vault);
    let answer = Answer { about, adopted: vault.config().settings.adopted_values().collect() };
    if args.json {
        out.json(&answer)?;
        writeln!(out)?;
    } else {
        print(&answer.about, out)?;
        print_adopted(&answer.adopted, out)?;
    }
    Ok(Outcome::of_reading(&vault))
}

/// The word that settings and `--json` have for a kind.
const fn word_of(kind: Kind) -> &'static str {
    match kind {
        Kind::Person => "person",
        Kind::Meeting => "meeting",
        Kind::Company => "company",
        Kind::Project => "project",
        Kind::Source => "source",
        Kind::Excluded => "excluded",
    }
}

fn print(about: &About, out: &mut Output) -> io::Result<()> {
    writeln!(out, "{}. {}", count(about.notes, "note", "notes"), about.summary)?;
    for kind in about.kinds.iter().filter(|kind| kind.notes > 0) {
        print_kind(kind, out)?;
    }
    if about.listed > 0 {
        let listed = count(about.listed, "name stands", "names stand");
        writeln!(
            out,
            "\n{listed} in the meetings' lists of participants; {} certainly of somebody here.",
            about.known
        )?;
    }
    if let Some(title) = &about.log_title {
        writeln!(out, "When somebody was met stands under “{}” in a person's note.", one_line(title))?;
    }
    if !about.likely.is_empty() {
        let title = out.styled(TITLE, "Waiting for your word");
        writeln!(
            out,
            "\n{title} (answer under `conventions` in the settings: person, meeting, company, project or none)"
        )?;
    }
    for likely in &about.likely {
        print_likely(likely, out)?;
    }
    if !about.habits.is_empty() {
        let title = out.styled(TITLE, "Left as your habit");
        writeln!(out, "\n{title} (list it under `mendedHabits` in the settings to have it mended)")?;
    }
    for habit in &about.habits {
        writeln!(out, "  {} ({})", one_line(&habit.question), one_line(&habit.key))?;
        print_examples(slice::from_ref(&habit.example), out)?;
    }
    Ok(())
}

fn print_adopted(values: &[&AdoptedValue], out: &mut Output) -> io::Result<()> {
    if !values.is_empty() {
        let title = out.styled(TITLE, "Taken over from other settings");
        writeln!(out, "\n{title}")?;
    }
    for AdoptedValue { setting, value, path } in values {
        writeln!(out, "  {setting}: {} ({})", one_line(value), one_line(path))?;
    }
    Ok(())
}

fn print_kind(about: &KindAbout, out: &mut Output) -> io::Result<()> {
    let title = match about.kind {
        Kind::Person => "People",
        Kind::Meeting => "Meetings",
        Kind::Company => "Companies",
        Kind::Project => "Projects",
        Kind::Source | Kind::Excluded => "Left alone",
    };
    let title = out.styled(TITLE, format_args!("{title} ({})", about.notes));
    writeln!(out, "\n{title}")?;
    for sign in &about.signs {
        writeln!(out, "  {:>6}  by {}", sign.notes, one_line(&sign.words))?;
    }
    print_examples(&about.examples, out)
}

fn print_likely(about: &LikelyAbout, out: &mut Output) -> io::Result<()> {
    writeln!(out, "  {} ({})", one_line(&about.question), one_line(&about.key))?;
    print_examples(&about.examples, out)
}

fn print_examples(examples: &[NotePath], out: &mut Output) -> io::Result<()> {
    for path in examples {
        let path = out.styled(ASIDE, one_line(path.as_str()));
        writeln!(out, "          {path}")?;
    }
    Ok(())
}
