//! What can be said on the command line. What it means is left to `commands`.

use std::path::PathBuf;

use clap::builder::PossibleValuesParser;
use clap::{ArgGroup, CommandFactory, FromArgMatches, Parser, Subcommand, ValueEnum};
use namesake_core::tasks::Date;
use namesake_core::{finding, rules, task_rows, tasks};

const EXIT_STATUS: &str = "\
Exit status:
  0  there is nothing to say
  1  something was found (scan) or refused
  2  it was called wrongly, or a note or another file could not be read or written.
     This outweighs 1. The other notes are done all the same.";

const QUESTIONS: &str = r#"A question is a line of JSON, such as

  {"id": 1, "mention": "Rob Banga", "note": "Meetings/2025-11-10 - Call.md"}

Only "mention", the name as it is written, is needed. The rest says where it stands:
  note          the note it stands in; whoever takes part there and is linked nearby counts
  participants  the notes of those who take part, instead of those that "note" names
  neighbours    the notes that are linked nearby, instead of those in "note"
  company       the company that is written beside the name
  said          the words of a transcript around it: {"turn": "thanks Rob", "at": 7, "speakers": [notes]}, with where
                it begins in bytes and who speaks right after and before
  kind          "person" (also if it is left out) or "company"
  id            anything; the answer has the same

Its answer is a line of JSON too:

  {"id": 1, "tier": "review", "best": "People/Rob Benoit.md", "p": 0.9603, "score": 0.9, "candidates": [
    {"path": "People/Rob Benoit.md", "p": 0.9603, "evidence": [
      {"what": "takes part in the meeting", "bits": 1.94}]}]}

  tier          "auto": certain; "review": for you to decide; "none": nobody fits
  best          the note that is most likely meant, or null
  p             how likely that is, from 0 to 1, counted on names of real people
  score         what decides the tier: automatic from 0.95, review from 0.25
  candidates    three notes at most, each with what speaks for it and how much, in bits

A line that is no question is answered with {"id": ..., "error": "..."}."#;

/// Finds and mends what is wrong with the people, meetings and tasks in a folder of Markdown notes.
///
/// Offline, and always undoable: only commands with --write, and `undo`, write anything.
#[derive(Debug, Parser)]
#[command(name = "namesake", version, after_help = EXIT_STATUS, max_term_width = 100)]
pub struct Args {
    /// What to do.
    #[command(subcommand)]
    pub command: Command,
}

impl Args {
    /// What was said to this process. Wrong usage ends it.
    pub fn of_process() -> Self {
        let matches = Self::command_with_exit_status().get_matches();
        Self::from_arg_matches(&matches).unwrap_or_else(|error| error.exit())
    }

    /// The help of every command tells its exit status.
    fn command_with_exit_status() -> clap::Command {
        Self::command().mut_subcommands(|command| {
            let own = command.get_after_help().map(|own| format!("{own}\n\n")).unwrap_or_default();
            command.after_help(own + EXIT_STATUS)
        })
    }
}

/// The commands.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Show what could be repaired or has to be decided, note by note
    Scan(Scan),
    /// Show as a diff what the repairs would change, and write it with --write
    Fix(Fix),
    /// Take back what was written last, by `--write` or by the plugin
    Undo(Undo),
    /// List the tasks of all notes with their owners
    Tasks(Tasks),
    /// Write the fields of all tasks in one format: shown as a diff, written with --write
    ConvertTasks(ConvertTasks),
    /// Make two notes of one person one: shown as a diff, written with --write
    Merge(Merge),
    /// Make two notes of one that holds two people: shown as a diff, written with --write
    Split(Split),
    /// Answer whom written names mean: a JSON question a line in, a JSON answer a line out
    #[command(after_help = QUESTIONS)]
    Resolve(Resolve),
    /// Say what is recognised: people, meetings, companies, projects, by which signs, and what waits for your word
    About(About),
    /// Print the names of people and companies for a recorder's own vocabulary, those met most first
    Glossary(Glossary),
    /// Print the turns of a note's transcripts as they are read: time, speaker and words
    Turns(Turns),
    /// Print the settings in force as JSON, every key with its value, as --config reads it
    Config(Config),
    /// Repair the properties of one note from standard input to standard output
    Normalize(Normalize),
    /// Read task lines from standard input and print each as JSON
    ParseTasks(ParseTasks),
}

/// Which notes, with which settings.
#[derive(Debug, clap::Args)]
pub struct VaultArgs {
    /// The vault: the folder that holds the notes
    pub vault: PathBuf,
    #[command(flatten)]
    pub settings: SettingsArgs,
}

/// Which settings.
#[derive(Debug, clap::Args)]
pub struct SettingsArgs {
    /// Settings to use instead of the plugin's own: JSON as `namesake config` prints it, where any key may be left out;
    /// `namesake config --schema` explains every key
    #[arg(long, value_name = "FILE")]
    pub config: Option<PathBuf>,
}

/// `about`
#[derive(Debug, clap::Args)]
pub struct About {
    #[command(flatten)]
    pub folder: VaultArgs,
    /// Print one JSON object; with --notes one for each note
    #[arg(long)]
    pub json: bool,
    /// List all recognised notes instead: kind, path and sign, with tabs between
    #[arg(long)]
    pub notes: bool,
}

/// `glossary`
#[derive(Debug, clap::Args)]
pub struct Glossary {
    #[command(flatten)]
    pub folder: VaultArgs,
    /// Only the people of this note, such as the next meeting, and their companies
    #[arg(long, value_name = "PATH")]
    pub note: Option<String>,
    /// How the recorder takes names
    #[arg(long = "for", value_name = "RECORDER", default_value = "lines")]
    pub recorder: GlossaryRecorder,
    /// Print one JSON array instead: name, kind, other names, note and number of meetings
    #[arg(long, conflicts_with = "recorder")]
    pub json: bool,
}

/// `turns`
#[derive(Debug, clap::Args)]
pub struct Turns {
    #[command(flatten)]
    pub folder: VaultArgs,
    /// The note: its path in the vault or its name
    pub note: String,
    /// Print one JSON object a turn: path, line, speaker, person, time, words
    #[arg(long)]
    pub json: bool,
}

/// A recorder's way to take names.
#[derive(Debug, Clone, Copy, clap::ValueEnum)]
pub enum GlossaryRecorder {
    /// A name a line, for Zoom, Teams and most others
    Lines,
    /// A prompt no longer than Whisper reads
    Whisper,
    /// `keyterm=…&keyterm=…`, 100 at most
    Deepgram,
    /// A list in JSON for `keyterms_prompt`, 1,000 at most
    Assemblyai,
}

/// `config`
#[derive(Debug, clap::Args)]
pub struct Config {
    /// The vault whose settings are meant [default: none, so the defaults are printed]
    pub vault: Option<PathBuf>,
    #[command(flatten)]
    pub settings: SettingsArgs,
    /// Print the JSON schema of the settings instead: every key with its type, its default and what it does
    #[arg(long, conflicts_with_all = ["vault", "config"])]
    pub schema: bool,
}

/// `scan`
#[derive(Debug, clap::Args)]
pub struct Scan {
    #[command(flatten)]
    pub folder: VaultArgs,
    /// Print one JSON object a finding and line; places are bytes
    #[arg(long)]
    pub json: bool,
    /// Print a report of the vault as Markdown: what is wrong where, by rule and by note, the most valuable first
    #[arg(long, conflicts_with = "json")]
    pub report: bool,
    /// Print the questions that a person would be asked instead, findings with one answer for one reason together; with
    /// --json one JSON object
    #[arg(long, conflicts_with = "report")]
    pub questions: bool,
    #[command(flatten)]
    pub which: Which,
}

/// Which findings.
#[derive(Debug, clap::Args)]
pub struct Which {
    /// Only findings of this rule (may be repeated)
    #[arg(long = "rule", value_name = "RULE", value_parser = PossibleValuesParser::new(rule_names()))]
    pub rules: Vec<String>,
    /// Only findings of this tier: `auto` is certain, `review` is for you to decide
    #[arg(long, value_enum)]
    pub tier: Option<Tier>,
}

/// `fix`
#[derive(Debug, clap::Args)]
#[command(group(ArgGroup::new("picked").args(["ids", "questions"]).multiple(true)))]
pub struct Fix {
    #[command(flatten)]
    pub folder: VaultArgs,
    /// Apply only findings of this rule (may be repeated)
    #[arg(long = "rule", value_name = "RULE", value_parser = PossibleValuesParser::new(rule_names()))]
    pub rules: Vec<String>,
    /// Apply findings of this tier; of several fixes on offer the first [default: auto, or any tier with --id and --question]
    #[arg(long, value_enum)]
    pub tier: Option<Tier>,
    /// Apply only this finding, as `scan` names it (may be repeated)
    #[arg(long = "id", value_name = "ID")]
    pub ids: Vec<String>,
    /// Apply all findings of this question, as `scan --questions` names it (may be repeated)
    #[arg(long = "question", value_name = "ID")]
    pub questions: Vec<String>,
    /// Of several fixes of a finding the one of this number, in the order in which `scan` lists them
    #[arg(long = "fix", value_name = "NUMBER", requires = "picked", default_value = "1", value_parser = clap::value_parser!(u16).range(1..))]
    pub choice: u16,
    /// Write the changes; without it nothing is touched
    #[arg(long)]
    pub write: bool,
}

/// `undo`
#[derive(Debug, clap::Args)]
pub struct Undo {
    /// The vault: the folder that holds the notes
    pub vault: PathBuf,
    /// Take back this batch instead of the newest one
    #[arg(long, value_name = "ID")]
    pub batch: Option<String>,
}

/// `tasks`
#[derive(Debug, clap::Args)]
pub struct Tasks {
    #[command(flatten)]
    pub folder: VaultArgs,
    /// Print one JSON object a task and line
    #[arg(long)]
    pub json: bool,
    /// Only tasks of this person: a name, an alias or a note
    #[arg(long, value_name = "NAME")]
    pub owner: Option<String>,
    /// Only tasks that are still open, or done (or given up) [default: all]
    #[arg(long, value_enum)]
    pub status: Option<Status>,
    /// Only tasks due before this day, written 2025-11-15
    #[arg(long, value_name = "DATE", value_parser = iso_date)]
    pub due_before: Option<String>,
    /// Only open tasks that this person has to do
    #[arg(long, value_name = "NAME", conflicts_with_all = ["status", "owner"])]
    pub waiting_on: Option<String>,
    #[command(flatten)]
    pub only: OnlyOpen,
    /// Group the tasks; with --json, put the lines in that order
    #[arg(long, value_enum, value_name = "WHAT")]
    pub by: Option<By>,
    /// The day that counts as today [default: this computer's]
    #[arg(long, value_name = "DATE", value_parser = iso_date)]
    pub today: Option<String>,
    /// Instead, what is heard in transcripts and not yet written; how much of it says `heard` in the settings
    #[arg(long, conflicts_with_all = ["owner", "status", "due_before", "waiting_on", "open", "overdue", "waiting", "by"])]
    pub heard: bool,
}

/// Which open tasks.
#[derive(Debug, clap::Args)]
pub struct OnlyOpen {
    /// Only open tasks, the same as --status open
    #[arg(long, conflicts_with = "status")]
    pub open: bool,
    /// Only open tasks that were due before today
    #[arg(long, conflicts_with_all = ["status", "due_before"])]
    pub overdue: bool,
    /// Only open tasks that anybody but you has to do; who you are is `me` in the settings
    #[arg(long, conflicts_with = "status")]
    pub waiting: bool,
}

/// What tasks are grouped by.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum By {
    /// Who has to do them
    Owner,
    /// When they are due
    Due,
}

/// `convert-tasks`
#[derive(Debug, clap::Args)]
pub struct ConvertTasks {
    #[command(flatten)]
    pub folder: VaultArgs,
    /// The format to write
    #[arg(long, value_enum)]
    pub to: Format,
    /// Only in this note or folder, by its path in the vault (may be repeated)
    #[arg(long = "path", value_name = "PATH")]
    pub paths: Vec<String>,
    /// Write the changes; without it nothing is touched
    #[arg(long)]
    pub write: bool,
}

/// `merge`
#[derive(Debug, clap::Args)]
pub struct Merge {
    #[command(flatten)]
    pub folder: VaultArgs,
    /// The note that stays: its path in the vault, or its name
    pub winner: String,
    /// The note that goes to the trash (`.trash` in the vault) once the other one says all of it
    pub loser: String,
    /// Keep what LOSER says in this property, where the two differ (may be repeated) [default: what WINNER says]
    #[arg(long = "take", value_name = "PROPERTY")]
    pub take: Vec<String>,
    /// Write the changes; without it nothing is touched
    #[arg(long)]
    pub write: bool,
}

/// `split`
#[derive(Debug, clap::Args)]
pub struct Split {
    #[command(flatten)]
    pub folder: VaultArgs,
    /// The note that holds two people: its path in the vault, or its name
    pub note: String,
    /// The name of the other person, and of the new note [default: what the note calls them]
    #[arg(long, value_name = "NAME")]
    pub name: Option<String>,
    /// Move this part as well, by the number it is listed with (may be repeated)
    #[arg(long = "move", value_name = "NUMBER")]
    pub moved: Vec<usize>,
    /// Leave this part where it is (may be repeated)
    #[arg(long = "keep", value_name = "NUMBER")]
    pub kept: Vec<usize>,
    /// Print one JSON object instead: name, path, signs, parts and plan; places are bytes
    #[arg(long, conflicts_with = "write")]
    pub json: bool,
    /// Write nothing, which is the default
    #[arg(long, conflicts_with = "write")]
    pub dry_run: bool,
    /// Write the changes; without it nothing is touched
    #[arg(long)]
    pub write: bool,
}

/// `resolve`
#[derive(Debug, clap::Args)]
pub struct Resolve {
    #[command(flatten)]
    pub folder: VaultArgs,
}

/// `normalize`
#[derive(Debug, clap::Args)]
pub struct Normalize {
    /// Where the note lies in its vault: folders say what kind of note it is
    #[arg(long, value_name = "PATH", default_value = "note.md")]
    pub path: String,
    #[command(flatten)]
    pub settings: SettingsArgs,
}

/// `parse-tasks`
#[derive(Debug, clap::Args)]
pub struct ParseTasks {
    /// How fields are written
    #[arg(long, value_enum, default_value_t = Format::Emoji)]
    pub format: Format,
    /// The Tasks plugin's global filter: a line without this text is no task
    #[arg(long, value_name = "TEXT", default_value = "")]
    pub global_filter: String,
    /// Each input line is a JSON string, so that odd line separators survive
    #[arg(long)]
    pub json_lines: bool,
}

/// How sure a finding is.
#[derive(Debug, Clone, Copy, ValueEnum)]
pub enum Tier {
    /// Certain
    Auto,
    /// For you to decide
    Review,
}

impl From<Tier> for finding::Tier {
    fn from(tier: Tier) -> Self {
        match tier {
            Tier::Auto => Self::Auto,
            Tier::Review => Self::Review,
        }
    }
}

/// Whether anything is left to do.
#[derive(Debug, Clone, Copy, ValueEnum)]
pub enum Status {
    /// Something is
    Open,
    /// Done, or given up
    Done,
    /// Both
    All,
}

impl From<Status> for task_rows::Status {
    fn from(status: Status) -> Self {
        match status {
            Status::Open => Self::Open,
            Status::Done => Self::Done,
            Status::All => Self::All,
        }
    }
}

/// How the fields of a task are written.
#[derive(Debug, Clone, Copy, ValueEnum)]
pub enum Format {
    /// `📅 2025-11-15`
    Emoji,
    /// `[due:: 2025-11-15]`
    Dataview,
}

impl From<Format> for tasks::Format {
    fn from(format: Format) -> Self {
        match format {
            Format::Emoji => Self::Emoji,
            Format::Dataview => Self::Dataview,
        }
    }
}

fn rule_names() -> impl Iterator<Item = &'static str> {
    rules::ALL.iter().map(|rule| rule.name).chain([rules::UNREADABLE])
}

/// A day of the calendar in the one spelling that sorts as text.
fn iso_date(text: &str) -> Result<String, String> {
    let date: Option<Date> = text.parse().ok();
    date.map(|date| date.to_string())
        .filter(|date| date == text)
        .ok_or_else(|| "write a day of the calendar as 2025-11-15".to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_command_line_is_sound() {
        Args::command_with_exit_status().debug_assert();
    }

    #[test]
    fn only_days_of_the_calendar_are_due_dates() {
        assert_eq!(iso_date("2024-02-29").as_deref(), Ok("2024-02-29"));
        for wrong in ["2025-02-29", "15.11.2025", "2025-11-15T10:00", "20251115", "tomorrow", ""] {
            assert!(iso_date(wrong).is_err(), "{wrong}");
        }
    }
}
