//! Where a note lists what is to be done: under headings of the sort, bold lines and labels of the sort, and lines that are
//! nothing but the words of such a heading.

use namesake_names::is_first_name;
use namesake_text::fold::fold;
use namesake_text::text::{Span, trimmed};

use namesake_note::config::Settings;
use namesake_note::note::{Note, is_titled, lines};
use namesake_note::recognition::{NameShape, name_shape};
use namesake_note::word_list::holds_words;

/// A heading of more words is a sentence.
const MOST_WORDS: usize = 6;

/// Words that stand over items as a name does, and mean nobody; in small letters.
const NOBODY: [&str; 8] = ["unassigned", "everyone", "all", "team", "tbd", "alle", "tous", "todos"];

/// A list that a line opens, which is no real heading.
struct OpenList {
    start: usize,
    /// Whether the line is the bare words of a heading.
    is_bare: bool,
}

/// Where tasks are listed, in order and apart. `is_name` says whether words are certainly somebody's name.
pub fn item_sections(note: &Note, settings: &Settings, is_name: &dyn Fn(&str) -> bool) -> Vec<Span> {
    let (body, titles) = (note.body(), &settings.headings.action_items);
    let meant = body.sections.iter().filter(|section| is_item_title(&section.title, titles));
    let mut spans: Vec<Span> = meant.map(|section| body.with_subsections(section)).collect();
    let mut open: Option<OpenList> = None;
    let mut is_behind_blank = true;
    let whole = Span::new(note.frontmatter.fence.body(), note.text.len());
    for line in lines(&note.text, whole) {
        let words = note.slice(line).trim();
        if words.is_empty() {
            is_behind_blank = true;
            continue;
        }
        let is_apart = std::mem::take(&mut is_behind_blank);
        let title = line_title(note, line);
        let bare = || Some(words).filter(|words| is_bare_title(note, line, words, titles));
        if let Some(list) = &open {
            let is_heading = body.sections.binary_search_by_key(&line.start, |section| section.heading.start).is_ok();
            // Behind a heading that no sign shows, any other line that stands apart may be the next one.
            let is_other =
                || list.is_bare && is_apart && !body.is_item(line) && words.starts_with(char::is_alphanumeric);
            let may_end = title.or_else(|| is_other().then_some(words)).or_else(bare);
            if is_heading || may_end.is_some_and(|title| ends_list(title, titles, is_name)) {
                spans.push(Span::new(list.start, line.start));
                open = None;
            }
        }
        if open.is_none() && !body.is_opaque_at(line.start) {
            let is_titled = title.is_some_and(|title| is_item_title(title, titles));
            let is_bare = !is_titled && bare().is_some();
            open = (is_titled || is_bare).then_some(OpenList { start: line.end, is_bare });
        }
    }
    spans.extend(open.map(|list| Span::new(list.start, note.text.len())));
    spans.sort();
    let mut apart: Vec<Span> = Vec::new();
    for span in spans {
        match apart.last_mut().filter(|last| span.start < last.end) {
            Some(last) => last.end = last.end.max(span.end),
            None => apart.push(span),
        }
    }
    apart
}

/// Whether a heading says that tasks stand below: one of `titles`, or a few words that hold one of several words.
pub(super) fn is_item_title(heading: &str, titles: &[String]) -> bool {
    let heading = heading.trim().trim_end_matches([':', '：', '.']);
    let heading = heading.split(" (").next().unwrap_or_default().trim();
    let heading = heading.trim_start_matches(|c: char| !c.is_alphabetic());
    if heading.is_empty() || heading.ends_with('?') || heading.split_whitespace().count() > MOST_WORDS {
        return false;
    }
    let small = heading.to_lowercase();
    // “Decisions and action items” are both.
    let is_mixed = ["decision", "decisi", "décision", "entscheidung", "beschl", "besluit", "decyzj"]
        .iter()
        .any(|word| small.contains(word));
    let holds = |title: &String| !is_mixed && title.contains(' ') && holds_words(&small, &title.to_lowercase());
    is_titled(heading, titles) || titles.iter().any(holds)
}

/// Whether a line is the words of a heading and nothing else, though no sign makes it one.
fn is_bare_title(note: &Note, line: Span, words: &str, titles: &[String]) -> bool {
    let words = words.trim_matches(['*', '_']);
    let is_short = words.split(' ').nth(MOST_WORDS).is_none() && words.starts_with(char::is_alphabetic);
    let is_alone = || !words.contains([',', ';', ':', '.', '/', '&']) && is_item_title(words, titles);
    is_short && !note.body().is_item(line) && is_alone()
}

/// The title that a line is without being a heading: a bold line, a label with a colon and nothing behind, the title of a
/// callout.
fn line_title(note: &Note, line: Span) -> Option<&str> {
    let words = note.slice(line).trim();
    if let Some(callout) = words.strip_prefix("> [!") {
        return callout.split_once(']').map(|(_, title)| title.trim_start_matches(['-', '+', ' ']));
    }
    // A quotation may have titles too.
    let words = words.trim_start_matches(['>', ' ']);
    let is_bold = words.len() > 4 && words.starts_with("**") && words.trim_end_matches([':', ' ']).ends_with("**");
    let inner = words.trim_matches(['*', '_', ' ', ':', '：']);
    let is_label = words.trim_end_matches(['*', '_']).ends_with([':', '：']);
    let is_plain = !note.body().is_item(line) && !words.starts_with(['-', '|', '#', '+']) && !inner.is_empty();
    ((is_bold || is_label) && is_plain && !inner.contains("**") && inner.len() <= 60).then_some(inner)
}

/// Whether a line's title begins another part. Somebody's name says whose the next items are.
fn ends_list(title: &str, titles: &[String], is_name: &dyn Fn(&str) -> bool) -> bool {
    let is_short = title.split_whitespace().count() <= MOST_WORDS;
    if is_item_title(title, titles) || !is_short {
        return true;
    }
    let is_persons = name_shape(title) == NameShape::Full || is_first_name(&fold(title)) || is_name(title);
    !is_persons && !NOBODY.contains(&title.to_lowercase().as_str())
}

/// The title that a line is: a heading, or what [`line_title`] finds.
pub(super) fn title_span(note: &Note, line: Span) -> Option<Span> {
    let body = note.body();
    let at = body.sections.binary_search_by_key(&line.start, |section| section.heading.start);
    if at.is_ok() {
        let words = note.slice(line).trim_start_matches(['#', ' ', '*', '_']);
        return Some(trimmed(&note.text, Span::new(line.end - words.len(), line.end)));
    }
    let title = line_title(note, line)?;
    let start = line.start + note.slice(line).find(title)?;
    Some(Span::new(start, start + title.len()))
}
