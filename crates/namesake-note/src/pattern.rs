//! A pattern of the user's own: what to find, what to write instead, and where. Here it is read and compiled; what it finds
//! in a note is in `pattern_hits`.

use std::fmt::{self, Display, Formatter};

use namesake_language::{Said, say};
use regex::{Regex, RegexBuilder};
use regex_syntax::ParserBuilder;
use serde::{Deserialize, Serialize};

use crate::kind::Kind;
use crate::syntax_error::reason;
use namesake_text::path::NotePath;

/// The most memory, in bytes, that a compiled pattern may take, and as much again while it searches.
const SIZE: usize = 1 << 20;

/// One of the user's own patterns, as it stands in the settings.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, rename_all = "camelCase")]
#[cfg_attr(feature = "ts", derive(tsify::Tsify))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Pattern {
    /// What the user calls it; its findings are remembered by this name.
    pub name: String,
    /// What to find, in the syntax of the `regex` crate. `^` and `$` mean the start and end of a line.
    pub find: String,
    /// What to write instead, with groups as `$1` and `${name}`; `$$` is a dollar sign.
    pub replace: String,
    /// Where to look.
    #[serde(rename = "where")]
    pub places: Vec<PatternPlace>,
    /// Only in these folders; empty: anywhere.
    pub folders: Vec<String>,
    /// Only for these kinds of note; empty: any.
    pub kinds: Vec<Kind>,
    /// Whether it may be applied without asking.
    pub automatic: bool,
    /// Whether it is looked for at all.
    pub enabled: bool,
}

/// A part of a note in which a pattern is looked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "ts", derive(tsify::Tsify))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum PatternPlace {
    /// The values of properties, as they are read.
    Properties,
    /// The text below the properties without code, HTML and comments.
    Body,
    /// The text of tasks, behind the checkbox.
    Tasks,
    /// The name of the file without its ending.
    FileName,
}

/// The part of a pattern that is wrong.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "ts", derive(tsify::Tsify))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum PatternPart {
    /// What it finds.
    Find,
    /// What it writes.
    Replace,
    /// Where it looks.
    Where,
}

/// Why a pattern cannot be used.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(tsify::Tsify))]
pub struct PatternError {
    /// The part that is wrong.
    pub part: PatternPart,
    /// Where in this part, in bytes (at the boundary: UTF-16 units).
    pub start: usize,
    /// The same place in characters, from 1.
    pub character: usize,
    /// What is wrong there and what to do about it.
    pub message: String,
}

/// A pattern that is ready to be looked for.
#[derive(Debug, Clone)]
pub struct CompiledPattern {
    pattern: Pattern,
    regex: Regex,
}

/// The patterns of the settings that are switched on, in their order.
#[derive(Debug, Clone, Default)]
pub struct CompiledPatterns {
    patterns: Vec<CompiledPattern>,
}

impl Default for Pattern {
    fn default() -> Self {
        Self {
            name: String::new(),
            find: String::new(),
            replace: String::new(),
            places: vec![PatternPlace::Body],
            folders: Vec::new(),
            kinds: Vec::new(),
            automatic: false,
            enabled: true,
        }
    }
}

impl PatternPart {
    /// Its name in the settings.
    const fn name(self) -> &'static str {
        match self {
            Self::Find => "find",
            Self::Replace => "replace",
            Self::Where => "where",
        }
    }
}

impl Pattern {
    /// What the user calls it, else what it finds.
    pub fn label(&self) -> &str {
        if self.name.trim().is_empty() { &self.find } else { self.name.trim() }
    }

    /// Makes it ready to be looked for.
    ///
    /// # Errors
    /// [`PatternError`]; also for a pattern that matches no text at all, as `a*` does, for one that takes too much memory,
    /// and for a replacement that names a group that the pattern does not have.
    pub fn compile(&self) -> Result<CompiledPattern, PatternError> {
        if self.places.is_empty() {
            let message = say!("it looks nowhere; say where: properties, body, tasks or fileName");
            return Err(PatternError::at(PatternPart::Where, "", 0, message));
        }
        let error = |start, message: Said| PatternError::at(PatternPart::Find, &self.find, start, message);
        let parsed = ParserBuilder::new().multi_line(true).crlf(true).build().parse(&self.find);
        let parsed = parsed.map_err(|wrong| {
            let (start, message) = reason(&wrong);
            error(start, message)
        })?;
        // Nothing can be compared with nothing: such a pattern would be found between any two letters.
        if parsed.properties().minimum_len().is_none_or(|length| length == 0) {
            return Err(error(
                0,
                say!("it can match no text at all, as `a*` does where there is no `a`; ask for at least one sign"),
            ));
        }
        let mut builder = RegexBuilder::new(&self.find);
        let built = builder.multi_line(true).crlf(true).size_limit(SIZE).dfa_size_limit(SIZE).build();
        let regex = built.map_err(|wrong| match wrong {
            regex::Error::CompiledTooBig(_) => error(0, say!("it takes too much memory; ask for fewer repetitions")),
            other => error(0, Said::verbatim(other.to_string())),
        })?;
        self.check_replacement(&regex)?;
        Ok(CompiledPattern { pattern: self.clone(), regex })
    }

    /// A group that is not there would silently write nothing: `$1st` is the group `1st` and not the first one.
    fn check_replacement(&self, regex: &Regex) -> Result<(), PatternError> {
        let mut at = 0;
        while let Some(dollar) = self.replace[at..].find('$').map(|found| at + found) {
            let Some((name, end)) = group(&self.replace, dollar) else {
                at = dollar + 1 + usize::from(self.replace[dollar + 1..].starts_with('$'));
                continue;
            };
            let is_there = match name.parse::<usize>() {
                Ok(number) => number < regex.captures_len(),
                Err(_) => regex.capture_names().flatten().any(|known| known == name),
            };
            if !is_there {
                let message = say!(
                    "there is no group `{name}`; write `{first}` where letters follow, `$$` for a dollar sign",
                    name,
                    first = "${1}"
                );
                return Err(PatternError::at(PatternPart::Replace, &self.replace, dollar, message));
            }
            at = end;
        }
        Ok(())
    }
}

/// The group that a replacement names at `dollar`, with the byte behind it, as the `regex` crate reads it.
fn group(replace: &str, dollar: usize) -> Option<(&str, usize)> {
    let rest = &replace[dollar + 1..];
    if let Some(inner) = rest.strip_prefix('{') {
        let close = inner.find('}')?;
        return Some((&inner[..close], dollar + 2 + close + 1));
    }
    let end = rest.find(|c: char| !c.is_ascii_alphanumeric() && c != '_').unwrap_or(rest.len());
    (end > 0).then(|| (&rest[..end], dollar + 1 + end))
}

impl Display for PatternError {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        let Self { part, character, message, .. } = self;
        f.write_str(&say!("{part}, character {character}: {message}", part = part.name(), character, message))
    }
}

impl std::error::Error for PatternError {}

impl PatternError {
    fn at(part: PatternPart, text: &str, start: usize, message: Said) -> Self {
        let start = text.floor_char_boundary(start);
        Self { part, start, character: 1 + text[..start].chars().count(), message: message.into() }
    }
}

impl CompiledPattern {
    /// The pattern as it stands in the settings.
    pub const fn pattern(&self) -> &Pattern {
        &self.pattern
    }

    /// What it finds.
    pub const fn regex(&self) -> &Regex {
        &self.regex
    }

    /// Whether it is looked for in the note of that kind at `path`.
    pub fn is_about(&self, path: &NotePath, kind: Kind) -> bool {
        let Pattern { folders, kinds, .. } = &self.pattern;
        (folders.is_empty() || folders.iter().any(|folder| path.is_in(folder)))
            && (kinds.is_empty() || kinds.contains(&kind))
    }

    /// Whether it is looked for in this part of notes.
    pub fn looks_in(&self, place: PatternPlace) -> bool {
        self.pattern.places.contains(&place)
    }
}

impl CompiledPatterns {
    /// Those of `patterns` that are switched on and can be used.
    pub fn of(patterns: &[Pattern]) -> Self {
        let on = patterns.iter().filter(|pattern| pattern.enabled);
        Self { patterns: on.filter_map(|pattern| pattern.compile().ok()).collect() }
    }

    /// Those that are looked for in the note of that kind at `path`.
    pub fn about(&self, path: &NotePath, kind: Kind) -> Vec<&CompiledPattern> {
        self.patterns.iter().filter(|compiled| compiled.is_about(path, kind)).collect()
    }
}

/// The first of `patterns` that is switched on and cannot be used, for people: its name, the place and the reason.
pub fn first_wrong(patterns: &[Pattern]) -> Option<String> {
    let wrong = |pattern: &Pattern| {
        let error = pattern.compile().err()?;
        Some(say!("the pattern “{name}” cannot be used: {error}", name = pattern.label(), error).into())
    };
    patterns.iter().filter(|pattern| pattern.enabled).find_map(wrong)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pattern(find: &str, replace: &str) -> Pattern {
        Pattern { find: find.to_owned(), replace: replace.to_owned(), ..Pattern::default() }
    }

    fn error(find: &str, replace: &str) -> (PatternPart, usize, usize) {
        let error = pattern(find, replace).compile().expect_err("a wrong pattern");
        (error.part, error.start, error.character)
    }

    #[test]
    fn a_wrong_pattern_says_where_it_is_wrong() {
        assert_eq!(error("é(a", ""), (PatternPart::Find, 2, 2));
        assert_eq!(error("a(?=b)", ""), (PatternPart::Find, 1, 2));
        assert_eq!(error(r"é\p{Nothing}", ""), (PatternPart::Find, 2, 2));
        let said = pattern("ab[", "").compile().expect_err("an open class").to_string();
        assert_eq!(said, "find, character 3: unclosed character class");
    }

    #[test]
    fn what_matches_nothing_at_all_is_refused() {
        for find in ["", "a*", "^", r"\b", "(a|)", "$", "(?:)"] {
            assert_eq!(error(find, "x").0, PatternPart::Find, "{find}");
        }
    }

    #[test]
    fn a_pattern_that_takes_too_much_memory_is_refused() {
        let error = pattern(r"((\w{100}){100}){100}", "").compile().expect_err("a large pattern");
        assert!(error.message.contains("memory"), "{error}");
    }

    #[test]
    fn a_replacement_names_only_groups_that_are_there() {
        for (find, replace) in [("a", "$0"), ("(a)", "$1 $$2"), ("(?<day>a)", "${day}x"), ("a", "5 $ and $")] {
            assert!(pattern(find, replace).compile().is_ok(), "{replace}");
        }
        assert_eq!(error("(a)", "é $1st"), (PatternPart::Replace, 3, 3));
        assert_eq!(error("(a)", "$$$2"), (PatternPart::Replace, 2, 3));
        assert_eq!(error("(a)", "${b}"), (PatternPart::Replace, 0, 1));
    }

    #[test]
    fn a_wrong_pattern_leaves_the_others_in_force() {
        let off = Pattern { enabled: false, ..pattern("c", "") };
        let compiled = CompiledPatterns::of(&[pattern("a(", ""), pattern("b", ""), off]);
        assert_eq!(compiled.about(&"A.md".into(), Kind::Source).len(), 1);
    }

    #[test]
    fn a_pattern_keeps_to_its_folders_and_kinds() {
        let here = Pattern { folders: vec!["Imported".to_owned()], kinds: vec![Kind::Source], ..pattern("a", "") };
        let compiled = CompiledPatterns::of(&[here]);
        let finds = |path: &str, kind| !compiled.about(&path.into(), kind).is_empty();
        assert!(finds("Imported/A.md", Kind::Source));
        assert!(!finds("Imported/A.md", Kind::Person));
        assert!(!finds("Other/A.md", Kind::Source));
    }

    #[test]
    fn the_settings_say_only_what_differs() {
        let read: Pattern =
            serde_json::from_str(r#"{"find": "a", "where": ["fileName", "tasks"]}"#).expect("a pattern");
        assert_eq!(read.places, [PatternPlace::FileName, PatternPlace::Tasks]);
        assert!(read.enabled && !read.automatic);
    }
}
