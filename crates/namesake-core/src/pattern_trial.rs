//! What a pattern would find in one note, for somebody who is writing the pattern. Nothing is changed.

use namesake_language::translated;
use namesake_note::note::Note;
use namesake_note::pattern::{Pattern, PatternError, PatternPlace};
use namesake_text::path::NotePath;
use namesake_text::text::Span;
use namesake_vault::pattern_hits::{Hit, hits};
use namesake_vault::vault::Vault;
use serde::Serialize;

/// The most excerpts that a trial gives.
const MOST: usize = 10;
/// The most bytes of a line that an excerpt shows on each side of what was found.
const BESIDE: usize = 40;
/// The most bytes that an excerpt shows of what was found, and of what would be written.
const LONGEST: usize = 200;

/// What a pattern finds in a note, or why it cannot be used.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(tsify::Tsify))]
pub struct PatternTrial {
    /// Why the pattern cannot be used.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub error: Option<PatternError>,
    /// Whether the pattern looks at the note at all: it may be for other folders or kinds, or the note is left alone.
    pub looks: bool,
    /// How much it finds there.
    pub found: usize,
    /// The first of it.
    pub excerpts: Vec<PatternExcerpt>,
    /// Why nothing of it would be applied without asking, in a sentence.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub doubt: Option<String>,
}

/// A place that a pattern finds, with the words beside it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(tsify::Tsify))]
pub struct PatternExcerpt {
    /// The part of the note.
    pub place: PatternPlace,
    /// The first byte (at the boundary: UTF-16 unit) of the note; of a property, of its value.
    pub start: usize,
    /// The end, exclusive.
    pub end: usize,
    /// The property in whose value it stands, if it stands in one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub property: Option<String>,
    /// The words before it on its line.
    pub lead: String,
    /// What was found.
    pub before: String,
    /// What would stand there instead.
    pub after: String,
    /// The words behind it on its line.
    pub tail: String,
}

/// Tries `pattern` on the note at `path`, as if it were switched on and the only one. Without a note only the pattern itself
/// is checked.
pub fn pattern_trial(vault: &Vault, pattern: &Pattern, path: Option<&NotePath>) -> PatternTrial {
    let compiled = match pattern.compile() {
        Ok(compiled) => compiled,
        Err(error) => return PatternTrial { error: Some(error), ..PatternTrial::default() },
    };
    let note = path.and_then(|path| vault.note(path));
    let note = note.filter(|note| note.ignored().is_none() && note.frontmatter.error.is_none());
    let Some(note) = note.filter(|note| compiled.is_about(&note.path, note.kind)) else {
        return PatternTrial::default();
    };
    let found = hits(&[&compiled], note, &vault.config().settings);
    let doubt = if found.is_empty() { None } else { namesake_rules::pattern_doubt(note, vault, &compiled) };
    let doubt = doubt.map(|doubt| translated(doubt).into());
    let excerpts = found.iter().take(MOST).map(|hit| excerpt(note, hit)).collect();
    PatternTrial { error: None, looks: true, found: found.len(), excerpts, doubt }
}

fn excerpt(note: &Note, hit: &Hit) -> PatternExcerpt {
    let is_text = matches!(hit.place, PatternPlace::Body | PatternPlace::Tasks);
    let (lead, tail) = if is_text { beside(&note.text, hit.span) } else { ("", "") };
    PatternExcerpt {
        place: hit.place,
        start: hit.span.start,
        end: hit.span.end,
        property: hit.property.clone(),
        lead: lead.to_owned(),
        before: shortened(&hit.before),
        after: shortened(&hit.after),
        tail: tail.to_owned(),
    }
}

/// The first words of what was found or would be written.
fn shortened(text: &str) -> String {
    let end = text.floor_char_boundary(LONGEST.min(text.len()));
    if end == text.len() { text.to_owned() } else { format!("{}…", &text[..end]) }
}

/// The words beside a place on its line, as far as they are near.
fn beside(text: &str, span: Span) -> (&str, &str) {
    let from = text.ceil_char_boundary(span.start.saturating_sub(BESIDE)).min(span.start);
    let to = text.floor_char_boundary((span.end + BESIDE).min(text.len())).max(span.end);
    let (lead, tail) = (&text[from..span.start], &text[span.end..to]);
    (lead.rsplit('\n').next().unwrap_or_default(), tail.split(['\r', '\n']).next().unwrap_or_default())
}

#[cfg(test)]
mod tests {
    use super::*;
    use namesake_note::config::Config;

    fn trial(find: &str, replace: &str, text: &str) -> PatternTrial {
        let mut vault = Vault::new(Config::default());
        vault.upsert("a.md".into(), text.to_owned());
        let places = vec![PatternPlace::Body, PatternPlace::Properties];
        let pattern = Pattern { find: find.to_owned(), replace: replace.to_owned(), places, ..Pattern::default() };
        pattern_trial(&vault, &pattern, Some(&"a.md".into()))
    }

    #[test]
    fn a_trial_shows_what_would_change_with_the_words_beside_it() {
        let trial = trial("w/o", "without", "---\ntitle: w/o\n---\none\nDoors w/o sensors\ntwo\n");
        assert_eq!((trial.looks, trial.found, trial.doubt), (true, 2, None));
        assert_eq!(trial.excerpts[0].property.as_deref(), Some("title"));
        let PatternExcerpt { start, lead, before, after, tail, .. } = &trial.excerpts[1];
        assert_eq!(
            (*start, lead.as_str(), before.as_str(), after.as_str(), tail.as_str()),
            (29, "Doors ", "w/o", "without", " sensors")
        );
    }

    #[test]
    fn a_trial_shows_at_most_ten() {
        let many = trial("x", "y", &"x and ".repeat(30));
        assert_eq!((many.found, many.excerpts.len()), (30, 10));
        let long = trial("x+", "y", &"x".repeat(1000));
        assert_eq!(long.excerpts[0].before.chars().count(), LONGEST + 1);
    }

    #[test]
    fn a_trial_says_what_is_wrong_with_the_pattern() {
        let error = trial("w(", "", "w").error.expect("an open group");
        assert_eq!((error.start, error.message.as_str()), (1, "unclosed group"));
        assert!(trial("a", "aa", "a").doubt.is_some_and(|doubt| doubt.contains("again and again")));
    }

    #[test]
    fn a_trial_says_that_the_note_is_not_looked_at() {
        assert!(!trial("w", "", "---\nnamesake: off\n---\nw").looks);
        let vault = Vault::new(Config::default());
        let pattern = Pattern { find: "w".to_owned(), ..Pattern::default() };
        assert_eq!(pattern_trial(&vault, &pattern, None), PatternTrial::default());
    }
}
