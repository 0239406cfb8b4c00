//! Reads a spec: prose, and under each second-level heading one case made of fenced blocks. Checking a case is left to
//! `case`.

use std::ops::Range;

use namesake_core::adopted::{Adopted, SettingsFile};
use namesake_core::config::Config;
use pulldown_cmark::{CodeBlockKind, Event, HeadingLevel, Parser, Tag, TagEnd};

/// A small vault and what a rule says and does about it.
#[derive(Default, Clone)]
pub struct Case {
    /// The heading.
    pub title: String,
    /// Settings and decisions, if they are not the usual ones.
    pub config: Config,
    /// The settings files of Obsidian and of other plugins.
    pub settings_files: Vec<SettingsFile>,
    /// The notes, each path with its text.
    pub notes: Vec<(String, String)>,
    /// What the rule finds in them, in order; `None` where the case does not say.
    pub findings: Option<Vec<Expected>>,
    /// The notes that differ once what is automatic was applied.
    pub after: Vec<(String, String)>,
    /// The notes that differ once the first fix of every finding was accepted.
    pub accepted: Vec<(String, String)>,
    /// The notes that differ, or are new, once the fixes that findings say to choose were chosen.
    pub chosen: Vec<(String, String)>,
    /// Where its own blocks stand in the spec, in their order.
    pub blocks: Vec<Block>,
    /// Where its heading ends in the spec.
    pub heading_end: usize,
}

/// A fenced block of a case.
#[derive(Clone)]
pub struct Block {
    /// What it is for.
    pub role: Role,
    /// Its note, if it is about one.
    pub path: String,
    /// Its bytes in the spec, fences included.
    pub span: Range<usize>,
}

/// What a block is for, in the order in which blocks stand in a case.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Role {
    /// Notes before, people and settings.
    Before,
    /// What the rule finds.
    Findings,
    /// A note after what is automatic.
    After,
    /// A note after every first fix.
    Accepted,
    /// A note after the choices.
    Chosen,
}

impl Role {
    /// The role of a block whose first word is `kind` and whose note's attribute is `attribute`.
    fn of(kind: &str, attribute: &str) -> Self {
        match (kind, attribute) {
            ("findings", _) => Self::Findings,
            ("md", "after") => Self::After,
            ("md", "accepted") => Self::Accepted,
            ("md", "chosen") => Self::Chosen,
            _ => Self::Before,
        }
    }

    /// The attribute that says so.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Before => "note",
            Self::Findings => "findings",
            Self::After => "after",
            Self::Accepted => "accepted",
            Self::Chosen => "chosen",
        }
    }
}

/// A finding as a spec states it.
#[derive(Default, Clone, Debug)]
pub struct Expected {
    /// `auto` or `review`.
    pub tier: String,
    /// The note.
    pub path: String,
    /// Part of the message.
    pub message: String,
    /// The words at its place, if the spec tells.
    pub at: Option<String>,
    /// Parts of its evidence.
    pub because: Vec<String>,
    /// The titles of all its fixes; `None` where the spec does not tell.
    pub fixes: Option<Vec<String>>,
    /// The title of the fix to choose.
    pub choose: Option<String>,
}

/// The cases of a spec, each with its findings.
///
/// # Errors
/// A sentence that says what in the spec cannot be read, or which case has no block of findings.
pub fn read(text: &str) -> Result<Vec<Case>, String> {
    let cases = parse(text)?;
    match cases.iter().find(|case| case.findings.is_none()) {
        Some(case) => Err(format!("“{}” has no block of findings", case.title)),
        None => Ok(cases),
    }
}

/// The cases of a spec, also those whose findings are still to be written.
///
/// # Errors
/// A sentence that says what in the spec cannot be read.
pub fn parse(text: &str) -> Result<Vec<Case>, String> {
    let mut cases: Vec<Case> = Vec::new();
    let mut shared = Case::default();
    let (mut heading, mut block) = (None, None);
    for (event, range) in Parser::new(text).into_offset_iter() {
        match event {
            Event::Start(Tag::Heading { level: HeadingLevel::H2, .. }) => heading = Some(String::new()),
            Event::End(TagEnd::Heading(_)) => {
                cases.extend(heading.take().map(|title| Case {
                    title,
                    heading_end: end_of(text, &range),
                    ..shared.clone()
                }));
            }
            Event::Start(Tag::CodeBlock(CodeBlockKind::Fenced(info))) => {
                block = Some((info.to_string(), String::new()));
            }
            Event::End(TagEnd::CodeBlock) => {
                if let Some((info, words)) = block.take() {
                    let case = cases.last_mut().unwrap_or(&mut shared);
                    take(case, &info, &words).map_err(|error| format!("“{}”: {error}", case.title))?;
                    if !case.title.is_empty() {
                        case.blocks.push(block_of(&info, range.start..end_of(text, &range)));
                    }
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
    Ok(cases)
}

/// Where the words of `range` end, without the line ends behind them.
fn end_of(text: &str, range: &Range<usize>) -> usize {
    range.start + text[range.clone()].trim_end().len()
}

fn block_of(info: &str, span: Range<usize>) -> Block {
    let (kind, rest) = info.split_once(' ').unwrap_or((info, ""));
    let (attribute, rest) = rest.split_once("=\"").unwrap_or_default();
    let path = rest.split('"').next().unwrap_or_default().to_owned();
    Block { role: Role::of(kind, attribute), path, span }
}

fn take(case: &mut Case, info: &str, words: &str) -> Result<(), String> {
    let (kind, rest) = info.split_once(' ').unwrap_or((info, ""));
    match kind {
        "findings" => case.findings = Some(findings(words)?),
        "json" if rest.starts_with("settings=") => {
            let path = rest.trim_start_matches("settings=").trim_matches('"').to_owned();
            case.settings_files.push(SettingsFile { path, text: words.to_owned() });
            case.config.settings.adopted = Adopted::read(&case.settings_files);
        }
        "json" => case.config = serde_json::from_str(words).map_err(|error| format!("the settings: {error}"))?,
        "people" => case.notes.extend(words.lines().map(person)),
        "md" => {
            let (role, rest) = rest.split_once("=\"").ok_or("a note needs note=, after=, accepted= or chosen=")?;
            let (path, attributes) = rest.split_once('"').ok_or("the path's closing quotation mark is missing")?;
            let note = (path.to_owned(), exact(words, attributes)?);
            match role {
                "note" => case.notes.push(note),
                "after" => case.after.push(note),
                "accepted" => case.accepted.push(note),
                "chosen" => case.chosen.push(note),
                other => return Err(format!("a note is note=, after=, accepted= or chosen=, not {other}=")),
            }
        }
        other => return Err(format!("nobody knows a block `{other}`")),
    }
    Ok(())
}

/// A person note that says nothing but that.
fn person(name: &str) -> (String, String) {
    (format!("People/{name}.md"), "---\ntype: people\n---\n".to_owned())
}

/// The bytes that a block stands for.
fn exact(words: &str, attributes: &str) -> Result<String, String> {
    let mut text = words.to_owned();
    for attribute in attributes.split_whitespace() {
        text = match attribute {
            "visible" => visible(&text)?,
            "open" => text.strip_suffix('\n').unwrap_or(&text).to_owned(),
            "eol=crlf" => text.replace('\n', "\r\n"),
            "bom" => format!("\u{feff}{text}"),
            other => return Err(format!("nobody knows the attribute `{other}`")),
        };
    }
    Ok(text)
}

/// The words of a block that stands for `text`, and the attributes that it needs: the reverse of `exact`.
pub fn written(text: &str) -> (String, String) {
    let mut attributes = String::new();
    let mut words = text.to_owned();
    if let Some(rest) = words.strip_prefix('\u{feff}') {
        words = rest.to_owned();
        attributes.push_str(" bom");
    }
    if words.contains("\r\n") && words.matches('\n').count() == words.matches("\r\n").count() {
        words = words.replace("\r\n", "\n");
        attributes.insert_str(0, " eol=crlf");
    }
    if !words.is_empty() && !words.ends_with('\n') {
        words.push('\n');
        attributes.insert_str(0, " open");
    }
    let is_lost = |line: &str| line.ends_with([' ', '\t']) || line.chars().any(|c| c.is_control() && c != '\t');
    if words.split('\n').any(is_lost) {
        words = shown(&words);
        attributes.insert_str(0, " visible");
    }
    (words, attributes)
}

/// `text` with the signs that `visible` reads.
fn shown(text: &str) -> String {
    let mut out = String::new();
    for c in text.chars() {
        match c {
            '\n' => out.push(c),
            ' ' => out.push('·'),
            '\t' => out.push('→'),
            '\r' => out.push('␍'),
            '·' | '→' | '␍' => out.extend(c.escape_unicode()),
            c if c.is_control() => out.extend(c.escape_unicode()),
            c => out.push(c),
        }
    }
    out
}

/// `·` is a blank, `→` a tab, `␍` a carriage return, `\u{8f}` the character of that number.
fn visible(text: &str) -> Result<String, String> {
    let text = text.replace('·', " ").replace('→', "\t").replace('␍', "\r");
    let mut pieces = text.split("\\u{");
    let mut out = pieces.next().unwrap_or_default().to_owned();
    for piece in pieces {
        let (digits, rest) = piece.split_once('}').ok_or("an escape without its closing brace")?;
        let number = u32::from_str_radix(digits, 16).map_err(|error| format!("\\u{{{digits}}}: {error}"))?;
        out.push(char::from_u32(number).ok_or("an escape that is no character")?);
        out.push_str(rest);
    }
    Ok(out)
}

/// `auto PATH: message`, then indented `at:`, `because:` and `fix:` lines; `none` for no finding at all.
fn findings(words: &str) -> Result<Vec<Expected>, String> {
    let mut all: Vec<Expected> = Vec::new();
    for line in words.lines().filter(|line| !line.trim().is_empty() && line.trim() != "none") {
        let Some(detail) = line.strip_prefix("  ") else {
            let (tier, rest) = line.split_once(' ').ok_or(format!("a finding is `TIER PATH: message`, not {line}"))?;
            let (path, message) =
                rest.split_once(": ").ok_or(format!("a finding is `TIER PATH: message`, not {line}"))?;
            if !["auto", "review"].contains(&tier) {
                return Err(format!("there is no tier `{tier}`"));
            }
            let [tier, path, message] = [tier, path, message].map(str::to_owned);
            all.push(Expected { tier, path, message, ..Expected::default() });
            continue;
        };
        let finding = all.last_mut().ok_or("a detail before any finding")?;
        match detail.split_once(':') {
            Some(("at", words)) => finding.at = Some(words.trim().to_owned()),
            Some(("because", words)) => finding.because.push(words.trim().to_owned()),
            Some(("fix", words)) => {
                let title = Some(words.trim()).filter(|title| *title != "none");
                finding.fixes.get_or_insert_default().extend(title.map(str::to_owned));
            }
            Some(("choose", title)) => finding.choose = Some(title.trim().to_owned()),
            _ => return Err(format!("a detail is `at:`, `because:`, `fix:` or `choose:`, not {detail}")),
        }
    }
    Ok(all)
}
