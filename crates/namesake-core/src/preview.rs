//! What a fix would change, as a person reads it: the lines concerned, word by word. Drawing it is left to the shells.

use serde::Serialize;
use similar::{ChangeTag, TextDiff};

use crate::path::NotePath;

/// The lines of one note that a fix changes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(tsify::Tsify))]
pub struct Preview {
    /// The note.
    pub path: NotePath,
    /// The changed lines, in order.
    pub lines: Vec<PreviewLine>,
}

/// A stretch of changed lines, before and after interleaved word by word.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(tsify::Tsify))]
pub struct PreviewLine {
    /// The number of its first line in the note as it is, from 1.
    pub line: usize,
    /// What stays, goes and comes.
    pub parts: Vec<PreviewPart>,
}

/// A run of text that stays, goes or comes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(tsify::Tsify))]
pub struct PreviewPart {
    /// Which of the three.
    pub kind: PartKind,
    /// The run.
    pub text: String,
}

/// Whether a run of text stays, goes or comes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
#[cfg_attr(feature = "ts", derive(tsify::Tsify))]
pub enum PartKind {
    /// Stands before and after.
    Same,
    /// Stands before only.
    Delete,
    /// Stands after only.
    Insert,
}

/// The lines in which `before` and `after` differ.
pub fn preview(path: &NotePath, before: &str, after: &str) -> Preview {
    let mut lines = Vec::new();
    let (mut gone, mut come) = (String::new(), String::new());
    let (mut line, mut first) = (1, 1);
    for change in TextDiff::from_lines(before, after).iter_all_changes() {
        match change.tag() {
            ChangeTag::Equal => {
                lines.extend(words(&gone, &come, first));
                gone.clear();
                come.clear();
                line += 1;
                first = line;
            }
            ChangeTag::Delete => {
                gone.push_str(change.value());
                line += 1;
            }
            ChangeTag::Insert => come.push_str(change.value()),
        }
    }
    lines.extend(words(&gone, &come, first));
    Preview { path: path.clone(), lines }
}

fn words(gone: &str, come: &str, line: usize) -> Option<PreviewLine> {
    if gone == come {
        return None;
    }
    let mut parts: Vec<PreviewPart> = Vec::new();
    for change in TextDiff::from_unicode_words(gone, come).iter_all_changes() {
        let kind = match change.tag() {
            ChangeTag::Equal => PartKind::Same,
            ChangeTag::Delete => PartKind::Delete,
            ChangeTag::Insert => PartKind::Insert,
        };
        match parts.last_mut() {
            Some(last) if last.kind == kind => last.text.push_str(change.value()),
            _ => parts.push(PreviewPart { kind, text: change.value().to_owned() }),
        }
    }
    Some(PreviewLine { line, parts })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_changed_words_are_marked() {
        let preview = preview(&"a.md".into(), "one\ntwo three\nfour\n", "one\ntwo four three\nfour\n");
        let shown: Vec<_> = preview.lines[0].parts.iter().map(|part| (part.kind, part.text.as_str())).collect();
        assert_eq!(preview.lines.len(), 1);
        assert_eq!(preview.lines[0].line, 2);
        assert!(shown.contains(&(PartKind::Same, "two ")) || shown.contains(&(PartKind::Same, "two")));
        assert_eq!(shown.iter().filter(|(kind, _)| *kind == PartKind::Delete).count(), 0);
    }
}
