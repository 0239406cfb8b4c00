//! Reads the cases of a family. Checking one is left to `check`.

use namesake_core::adopted::{Adopted, SettingsFile};
use namesake_core::config::{Config, Settings};
use pulldown_cmark::{CodeBlockKind, Event, HeadingLevel, Parser, Tag, TagEnd};

/// A small vault, and what is to be recognised in it.
#[derive(Default)]
pub struct Case {
    /// The heading.
    pub title: String,
    /// Settings, if they are not the usual ones.
    pub config: Config,
    /// The notes, each path with its text.
    pub notes: Vec<(String, String)>,
    /// Files of the vault that are no notes. Settings of Obsidian and of plugins among them are adopted.
    pub files: Vec<SettingsFile>,
    /// What is expected where it is not the usual.
    pub expected: Expected,
}

/// What a case says to expect.
#[derive(Default)]
pub struct Expected {
    /// Those whom the meeting reaches; by itself the first note.
    pub people: Vec<String>,
    /// The meeting; by itself the last note.
    pub meeting: Option<String>,
    /// The meeting's day; by itself 2025-10-31.
    pub day: Option<String>,
    /// The heading under which the line stands in the first person's note.
    pub under: Option<String>,
    /// Notes that are no person's.
    pub not_people: Vec<String>,
    /// Notes that are no meeting's.
    pub not_meetings: Vec<String>,
    /// People whom the meeting does not count among those who took part.
    pub not_there: Vec<String>,
    /// Notes that nothing changes.
    pub untouched: Vec<String>,
    /// Whether no meeting reaches anybody.
    pub silent: bool,
}

/// The cases of a family, in order.
///
/// # Errors
/// A sentence that says what in which case cannot be read.
pub fn read(text: &str) -> Result<Vec<Case>, String> {
    let mut cases: Vec<Case> = Vec::new();
    let (mut heading, mut block) = (None::<String>, None::<(String, String)>);
    for (event, range) in Parser::new(text).into_offset_iter() {
        match event {
            Event::Start(Tag::Heading { level: HeadingLevel::H2, .. }) => heading = Some(String::new()),
            Event::End(TagEnd::Heading(_)) => {
                cases.extend(heading.take().map(|title| Case { title, ..Case::default() }));
            }
            Event::Start(Tag::CodeBlock(CodeBlockKind::Fenced(info))) => block = Some((info.into(), String::new())),
            Event::End(TagEnd::CodeBlock) => {
                let (Some((info, words)), Some(case)) = (block.take(), cases.last_mut()) else { continue };
                take_file(case, &info, words).map_err(|error| format!("“{}”: {error}", case.title))?;
            }
            Event::End(TagEnd::Paragraph) => {
                let Some(case) = cases.last_mut() else { continue };
                for line in text[range].lines() {
                    take_line(case, line).map_err(|error| format!("“{}”: {error}", case.title))?;
                }
            }
            Event::Text(words) | Event::Code(words) => {
                if let Some((_, block)) = &mut block {
                    block.push_str(&words);
                } else if let Some(heading) = &mut heading {
                    heading.push_str(&words);
                }
            }
            _ => {}
        }
    }
    for case in &mut cases {
        case.config.settings.adopted = Adopted::read(&case.files);
    }
    match cases.iter().find(|case| case.notes.is_empty()) {
        Some(case) => Err(format!("“{}” has no notes", case.title)),
        None => Ok(cases),
    }
}

fn take_file(case: &mut Case, info: &str, words: String) -> Result<(), String> {
    match info.split_once(' ') {
        Some(("md", path)) => case.notes.push((path.to_owned(), words)),
        Some((_, path)) => case.files.push(SettingsFile { path: path.to_owned(), text: words }),
        None => return Err(format!("a block needs a language and a path, not `{info}`")),
    }
    Ok(())
}

/// Takes a line that says what to expect. A line that begins with a capital letter is prose.
fn take_line(case: &mut Case, line: &str) -> Result<(), String> {
    if line.starts_with(char::is_uppercase) {
        return Ok(());
    }
    let (key, value) = line.split_once(':').map_or((line, ""), |(key, value)| (key, value.trim()));
    let expected = &mut case.expected;
    match key.trim() {
        "person" => expected.people.push(value.to_owned()),
        "meeting" => expected.meeting = Some(value.to_owned()),
        "day" => expected.day = Some(value.to_owned()),
        "under" => expected.under = Some(value.to_owned()),
        "not-person" => expected.not_people.push(value.to_owned()),
        "not-meeting" => expected.not_meetings.push(value.to_owned()),
        "not-there" => expected.not_there.push(value.to_owned()),
        "untouched" => expected.untouched.push(value.to_owned()),
        "silent" => expected.silent = true,
        "settings" => {
            let settings: Settings = serde_json::from_str(value).map_err(|error| format!("the settings: {error}"))?;
            case.config.settings = settings;
        }
        other => return Err(format!("nobody knows `{other}:`")),
    }
    Ok(())
}
