//! Reads the cases of a family. Checking one is left to `turns` and `items`.

use pulldown_cmark::{CodeBlockKind, Event, HeadingLevel, Parser, Tag, TagEnd};

/// A small vault, and what is to be read in its last note.
#[derive(Default)]
pub struct Case {
    /// The heading.
    pub title: String,
    /// People whose notes say nothing else.
    pub people: Vec<String>,
    /// The notes, each path with its text.
    pub notes: Vec<(String, String)>,
    /// Files of the vault that are no notes.
    pub files: Vec<(String, String)>,
    /// The lines of the block that says what is expected.
    pub expected: Vec<String>,
    /// Whether that block is there.
    pub is_stated: bool,
}

/// The cases of a family, in order.
///
/// # Errors
/// A sentence that says what in which case cannot be read.
pub fn read(text: &str) -> Result<Vec<Case>, String> {
    let mut cases: Vec<Case> = Vec::new();
    let (mut heading, mut block) = (None::<String>, None::<(String, String)>);
    let (mut has_crlf, mut has_mark) = (false, false);
    for (event, range) in Parser::new(text).into_offset_iter() {
        match event {
            Event::Start(Tag::Heading { level: HeadingLevel::H2, .. }) => heading = Some(String::new()),
            Event::End(TagEnd::Heading(_)) => {
                cases.extend(heading.take().map(|title| Case { title, ..Case::default() }));
                (has_crlf, has_mark) = (false, false);
            }
            Event::Start(Tag::CodeBlock(CodeBlockKind::Fenced(info))) => block = Some((info.into(), String::new())),
            Event::End(TagEnd::CodeBlock) => {
                let (Some((info, mut words)), Some(case)) = (block.take(), cases.last_mut()) else { continue };
                if has_crlf && info.contains(' ') {
                    words = words.replace('\n', "\r\n");
                }
                if has_mark && info.contains(' ') {
                    words.insert(0, '\u{feff}');
                }
                (has_crlf, has_mark) = (false, false);
                take(case, &info, words).map_err(|error| format!("“{}”: {error}", case.title))?;
            }
            Event::End(TagEnd::Paragraph) => {
                for line in text[range].lines() {
                    has_crlf |= line.trim() == "crlf";
                    has_mark |= line.trim() == "bom";
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
    match cases.iter().find(|case| case.notes.is_empty() || !case.is_stated) {
        Some(case) => Err(format!("“{}” has no notes or does not say what to expect", case.title)),
        None => Ok(cases),
    }
}

fn take(case: &mut Case, info: &str, words: String) -> Result<(), String> {
    match info.split_once(' ') {
        Some(("md", path)) => case.notes.push((path.to_owned(), words)),
        Some((_, path)) => case.files.push((path.to_owned(), words)),
        None if info == "people" => case.people.extend(words.lines().map(str::to_owned)),
        None if info == "turns" || info == "items" => {
            case.is_stated = true;
            case.expected = words.lines().filter(|line| !line.trim().is_empty()).map(str::to_owned).collect();
        }
        None => return Err(format!("a block needs a language and a path, not `{info}`")),
    }
    Ok(())
}
