//! What the user's own patterns find.

use super::outlook::{Outlook, outlooks};
use crate::{Report, Rule};
use namesake_language::{say, translated};
use namesake_note::finding::{Draft, Fix, Tier};
use namesake_note::note::Note;
use namesake_note::pattern::PatternPlace;
use namesake_text::text::Span;
use namesake_vault::pattern_hits::{Hit, hits};
use namesake_vault::vault::Vault;

/// The rule.
pub const RULE: Rule = Rule {
    name: "pattern",
    what: "Finds what your own patterns in the settings look for, and offers what they write instead.",
    why: "Every vault has damage of its own: an importer's markers, an abbreviation of the house, an old template's syntax.",
    example: "find `\\{\\{meeting-id:\\d+\\}\\}`, replace with nothing: `Dock trial {{meeting-id:1187}}` -> `Dock trial `",
    automatic: "Where the pattern asks for it and applying it again changes nothing. Never where a link would lead \
                elsewhere, or other text would become code or a comment.",
    check,
    ..Rule::PATTERNS
};

fn check(note: &Note, vault: &Vault, report: &mut Report) {
    let patterns = vault.patterns(note);
    if patterns.is_empty() {
        return;
    }
    let found = hits(&patterns, note, &vault.config().settings);
    if found.is_empty() {
        return;
    }
    let outlooks = outlooks(note, vault, &patterns);
    for hit in &found {
        let at = patterns.iter().position(|pattern| std::ptr::eq(*pattern, hit.pattern));
        let outlook = at.map_or(Outlook::Never, |at| outlooks[at]);
        report.add(if hit.place == PatternPlace::FileName { file_name(hit) } else { draft(note, hit, outlook) });
    }
}

fn draft(note: &Note, hit: &Hit, outlook: Outlook) -> Draft {
    let pattern = hit.pattern.pattern();
    let (before, after) = (shown(&hit.before), shown(&hit.after));
    let label = pattern.label();
    let message = match (&hit.property, hit.after.is_empty()) {
        (None, true) => say!("Your pattern “{label}” finds “{before}”, to be removed.", label, before),
        (None, false) => {
            say!("Your pattern “{label}” finds “{before}”, to become “{after}”.", label, before, after)
        }
        (Some(key), true) => {
            say!("Your pattern “{label}” finds “{before}” in the property `{key}`, to be removed.", label, before, key)
        }
        (Some(key), false) => say!(
            "Your pattern “{label}” finds “{before}” in the property `{key}`, to become “{after}”.",
            label,
            before,
            key,
            after,
        ),
    };
    let subject = match &hit.property {
        Some(key) => format!("{label}: {key}: {}", hit.before),
        None => format!("{label}: {}", around(note, hit.span)),
    };
    let asked_for = pattern.automatic && outlook == Outlook::AtOnce && !hit.changes_link;
    let draft = Draft::new(if asked_for { Tier::Auto } else { Tier::Review }, hit.span, subject, message);
    let draft = match outlook.doubt() {
        Some(doubt) => draft.because(translated(doubt)),
        None if hit.changes_link => draft.because(say!("It touches a link, so that it is always asked about.")),
        None => draft,
    };
    if matches!(outlook, Outlook::Never | Outlook::Undone | Outlook::Fence) {
        return draft;
    }
    let title = match hit.after.is_empty() {
        true => say!("Remove “{text}”", text = before),
        false => say!("Write “{text}”", text = after),
    };
    draft.offer(hit.edits.clone().map(|edits| {
        let fix = Fix::in_note(title, &note.path, edits);
        match &hit.property {
            Some(key) => fix.of_property(key),
            None => fix,
        }
    }))
}

/// A file is renamed by hand, since all links to it have to follow.
fn file_name(hit: &Hit) -> Draft {
    let label = hit.pattern.pattern().label();
    let (before, after) = (shown(&hit.before), shown(&hit.after));
    let message = say!(
        "Your pattern “{label}” finds “{before}” as the name of this note, to become “{after}”.",
        label,
        before,
        after,
    );
    let can_be_called =
        !hit.after.trim().is_empty() && !hit.after.contains(|c: char| c.is_control() || FORBIDDEN.contains(c));
    let draft = Draft::new(Tier::Review, hit.span, format!("{label}: file name"), message);
    draft.because(match can_be_called {
        true => say!("Rename the note in Obsidian, which changes the links to it as well."),
        false => say!("No note can be called so; change the pattern."),
    })
}

/// Signs that Obsidian or a file system does not allow in a note's name.
const FORBIDDEN: &str = "\\/:*?\"<>|#^[]";

/// The most characters that a message shows of a text.
const SHOWN: usize = 60;

/// A text as a message shows it: on one line, and not all of a long one.
fn shown(text: &str) -> String {
    let mut words: String = text.chars().take(SHOWN).map(|c| if c.is_control() { ' ' } else { c }).collect();
    if words.len() < text.len() {
        words.push('…');
    }
    words
}

/// How many bytes beside a place tell it from others.
const REACH: usize = 80;

/// The line that a place stands on, as far as it is near.
fn around(note: &Note, span: Span) -> &str {
    let text = &note.text;
    let from = text.ceil_char_boundary(span.start.saturating_sub(REACH)).min(span.start);
    let to = text.floor_char_boundary((span.end + REACH).min(text.len())).max(span.end);
    let start = text[from..span.start].rfind('\n').map_or(from, |line| from + line + 1);
    let end = text[span.end..to].find('\n').map_or(to, |line| span.end + line);
    text[start..end].trim()
}
