//! Reads a spec: prose, and under each second-level heading one case made of fenced blocks. What a case must show is
//! checked elsewhere.

use namesake_core::config::Config;
use pulldown_cmark::{CodeBlockKind, Event, HeadingLevel, Parser, Tag, TagEnd};

/// A small vault and what a rule says and does about it.
#[derive(Default, Clone)]
pub struct Case {
    /// The heading.
    pub title: String,
    /// Settings and decisions, if they are not the usual ones.
    pub config: Config,
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

/// The cases of a spec.
///
/// # Errors
/// A sentence that says what in the spec cannot be read.
pub fn read(text: &str) -> Result<Vec<Case>, String> {
    let mut cases: Vec<Case> = Vec::new();
    let mut shared = Case::default();
    let (mut heading, mut block) = (None, None);
    for event in Parser::new(text) {
        match event {
            Event::Start(Tag::Heading { level: HeadingLevel::H2, .. }) => heading = Some(String::new()),
            Event::End(TagEnd::Heading(_)) => {
                cases.extend(heading.take().map(|title| Case { title, ..shared.clone() }));
            }
            Event::Start(Tag::CodeBlock(CodeBlockKind::Fenced(info))) => {
                block = Some((info.to_string(), String::new()));
            }
            Event::End(TagEnd::CodeBlock) => {
                if let Some((info, words)) = block.take() {
                    let case = cases.last_mut().unwrap_or(&mut shared);
                    take(case, &info, &words).map_err(|error| format!("“{}”: {error}", case.title))?;
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
    match cases.iter().find(|case| case.findings.is_none()) {
        Some(case) => Err(format!("“{}” has no block of findings", case.title)),
        None => Ok(cases),
    }
}

fn take(case: &mut Case, info: &str, words: &str) -> Result<(), String> {
    let (kind, rest) = info.split_once(' ').unwrap_or((info, ""));
    match kind {
        "findings" => case.findings = Some(findings(words)?),
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
