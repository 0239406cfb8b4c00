//! Titles that contradict the note's name, and titles that are missing.

use crate::{Report, Rule};
use namesake_language::{Said, say};
use namesake_names::fold;
use namesake_note::finding::{Draft, Fix, Tier};
use namesake_note::note::{Kind, Note};
use namesake_text::frontmatter::{Entry, Value, insert_ordered, placeholder, set_scalar};
use namesake_text::text::mojibake::is_damaged;
use namesake_text::text::{Span, heading_words, plain};
use namesake_vault::facts::iso_day;
use namesake_vault::vault::{Vault, is_habit};

/// The rule.
pub const RULE: Rule = Rule {
    name: "title",
    what: "Reports a `title` of a person, company or meeting that is neither the note's top heading nor its file's name; of \
           any note one that is another note's name; and one that is missing where the settings or nearly all notes of \
           that kind have one.",
    why: "Such a title is left over from the note that was copied, or from a template, and lists show it.",
    example: "`title: Weekly catch-up` in `Rob Benoit.md` under `# Rob Benoit` -> asked about",
    check,
    ..Rule::FRONTMATTER
};

const KEY: &str = "title";

fn check(note: &Note, vault: &Vault, report: &mut Report) {
    if !note.frontmatter.is_valid() {
        return;
    }
    let entry = note.frontmatter.entries.iter().find(|entry| entry.key.eq_ignore_ascii_case(KEY));
    let Some(entry) = entry else { return missing(note, vault, report, None) };
    match &entry.value {
        // The rule `duplicate-key` asks about two titles.
        _ if note.frontmatter.only(&entry.key).is_none() => {}
        Value::Null => missing(note, vault, report, Some(entry)),
        Value::Scalar { text, .. } if text.trim().is_empty() => missing(note, vault, report, Some(entry)),
        Value::Scalar { text, .. } if placeholder(&entry.value).is_none() && is_whole(text) => {
            unlike(note, vault, report, entry, text.trim());
        }
        _ => {}
    }
}

/// Reports a note without a title if the settings ask for one or nearly all notes of its kind have one.
fn missing(note: &Note, vault: &Vault, report: &mut Report, entry: Option<&Entry>) {
    let schema = vault.config().settings.schemas.get(&note.kind);
    let required = schema.is_some_and(|schema| schema.required.iter().any(|key| key.eq_ignore_ascii_case(KEY)));
    let (with, without) = vault.usage().titles(note.kind);
    // Notes of no kind have no habits in common.
    let why = match () {
        () if required => say!("The settings require one of notes of this kind."),
        () if note.kind != Kind::Source && is_habit(with, without) => {
            say!("Of the notes of this kind {with} have one and {without} have none.", with, without)
        }
        () => return,
    };
    let place = entry.map_or(Span::at(note.frontmatter.fence.body()), |entry| entry.value_span);
    let draft = Draft::new(Tier::Review, place, "missing", say!("The note has no `title`.")).because(why);
    report.add(with_titles(draft, note, vault, entry));
}

/// Reports a title that is neither the heading nor the file's name.
fn unlike(note: &Note, vault: &Vault, report: &mut Report, entry: &Entry, title: &str) {
    let heading = heading(note);
    // A clipped page has a title because its file's name differs.
    if heading.is_none() && note.kind == Kind::Source {
        return;
    }
    // Notes of no kind may be called otherwise on purpose, so that only another note's name is left over.
    let is_of_another = || vault.linked(title).is_some_and(|other| *other != note.path);
    if matches!(note.kind, Kind::Source | Kind::Project) && !is_of_another() {
        return;
    }
    let tops = note.body().sections.iter().filter(|section| section.level == 1).map(|section| plain(&section.title));
    let aliases = note.frontmatter.list("aliases").into_iter().map(str::to_owned);
    let stem = note.path.stem();
    let mut known = tops.chain(aliases).chain([stem.to_owned()]).peekable();
    let says_nothing = heading.is_none() && !stem.chars().any(char::is_alphabetic);
    if says_nothing || words(title).is_empty() || known.any(|name| is_alike(title, &name)) {
        return;
    }
    let message = say!("The `title` “{title}” is neither the note's heading nor its file's name.", title);
    let draft = Draft::new(Tier::Review, entry.value_span, title, message).because(match heading {
        Some(heading) => say!("The heading is “{heading}”; the file is called “{stem}”.", heading, stem),
        None => say!("The note has no top heading of its own; the file is called “{stem}”.", stem),
    });
    report.add(with_titles(draft, note, vault, Some(entry)));
}

/// Adds the fixes: the note's heading and its file's name as the title.
fn with_titles(mut draft: Draft, note: &Note, vault: &Vault, entry: Option<&Entry>) -> Draft {
    let mut titles: Vec<String> = heading(note).into_iter().collect();
    let stem = plain(undated(note.path.stem()));
    if is_whole(&stem) && !titles.iter().any(|title| fold(title) == fold(&stem)) {
        titles.push(stem);
    }
    for title in titles {
        let (text, fm) = (&note.text, &note.frontmatter);
        let edits = match entry {
            Some(entry) => set_scalar(text, fm, &entry.key, &title),
            None => insert_ordered(text, fm, KEY, &title, &vault.config().settings.key_order),
        };
        let key = entry.map_or(KEY, |entry| &entry.key);
        match edits {
            Ok(edits) => {
                let fix = Fix::in_note(say!("Set `{key}` to “{title}”", key, title), &note.path, edits);
                draft = draft.fix(fix.of_property(key));
            }
            Err(error) => return draft.because(Said::verbatim(error.to_string())),
        }
    }
    draft
}

/// The words of the one top heading.
fn heading(note: &Note) -> Option<String> {
    let mut tops = note.body().sections.iter().filter(|section| section.level == 1);
    match (tops.next(), tops.next()) {
        (Some(top), None) if is_whole(&top.title) => heading_words(&top.title).filter(|title| !title.is_empty()),
        _ => None,
    }
}

/// Whether a text is neither a template value nor damaged text, which other rules handle.
fn is_whole(text: &str) -> bool {
    !text.contains("{{") && !text.contains("<%") && !is_damaged(text)
}

/// Whether two names are one, or one is the other with something added: a date in front, a company behind. Case,
/// accents, signs and the order of the words do not count.
fn is_alike(a: &str, b: &str) -> bool {
    let (left, right) = (words(a), words(b));
    let within =
        |inner: &[String], outer: &[String]| !inner.is_empty() && inner.iter().all(|word| outer.contains(word));
    within(&left, &right) || within(&right, &left) || fold(a) == fold(b)
}

fn words(text: &str) -> Vec<String> {
    let parts = |c: char| c.is_whitespace() || (c.is_ascii_punctuation() && c != '\'') || matches!(c, '–' | '—');
    text.split(parts).map(fold).filter(|word| !word.is_empty()).collect()
}

/// A file's name without the day in front: `Kick-off` of `2025-10-31 - Kick-off`.
fn undated(stem: &str) -> &str {
    let rest = stem.split_at_checked(10).filter(|(day, _)| iso_day(day).is_some()).map(|(_, rest)| rest);
    rest.map(|rest| rest.trim_start_matches([' ', '-', '_', '–', '—'])).filter(|rest| !rest.is_empty()).unwrap_or(stem)
}
