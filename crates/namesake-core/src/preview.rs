//! The lines that a fix changes, word by word, for people to read. The shells draw them.

use namesake_text::path::NotePath;
use namesake_text::text::diff::{self, Stretch};
use namesake_text::text::line_number;
use serde::Serialize;

/// The lines of one note that a fix changes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(tsify::Tsify))]
pub struct Preview {
    /// The note.
    pub path: NotePath,
    /// The changed lines, in order.
    pub lines: Vec<PreviewLine>,
}

/// Consecutive changed lines, with the old and new words interleaved.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(tsify::Tsify))]
pub struct PreviewLine {
    /// The number of its first line in the note before the change, from 1.
    pub line: usize,
    /// The runs of text, in order.
    pub parts: Vec<PreviewPart>,
}

/// A run of text that is kept, removed or added.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(tsify::Tsify))]
pub struct PreviewPart {
    /// Which of the three.
    pub kind: PartKind,
    /// The text.
    pub text: String,
}

/// Whether a run of text is kept, removed or added.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
#[cfg_attr(feature = "ts", derive(tsify::Tsify))]
pub enum PartKind {
    /// In the text before and after.
    Same,
    /// Only in the text before.
    Delete,
    /// Only in the text after.
    Insert,
}

/// The lines in which `before` and `after` differ.
pub fn preview(path: &NotePath, before: &str, after: &str) -> Preview {
    let changed = diff::lines(before, after).into_iter().filter(|stretch| !stretch.same);
    let line = |stretch: Stretch| PreviewLine {
        line: line_number(before, stretch.old.start),
        parts: parts(stretch.old.of(before), stretch.new.of(after)),
    };
    Preview { path: path.clone(), lines: changed.map(line).collect() }
}

fn parts(gone: &str, come: &str) -> Vec<PreviewPart> {
    let part = |kind, text: &str| (!text.is_empty()).then(|| PreviewPart { kind, text: text.to_owned() });
    let both = |stretch: Stretch| match stretch.same {
        true => [part(PartKind::Same, stretch.old.of(gone)), None],
        false => [part(PartKind::Delete, stretch.old.of(gone)), part(PartKind::Insert, stretch.new.of(come))],
    };
    diff::words(gone, come).into_iter().flat_map(both).flatten().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_changed_words_are_marked() {
        let preview = preview(&"a.md".into(), "one\ntwo three\nfour\n", "one\ntwo four three\nfour\n");
        assert_eq!(preview.lines.len(), 1);
        assert_eq!(preview.lines[0].line, 2);
        let shown: Vec<_> = preview.lines[0].parts.iter().map(|part| (part.kind, part.text.as_str())).collect();
        assert_eq!(shown, [(PartKind::Same, "two "), (PartKind::Insert, "four "), (PartKind::Same, "three\n")]);
    }
}
