//! What a meeting was about, in plain words.

use namesake_note::config::Settings;
use namesake_note::note::{Note, Section, is_titled};
use namesake_tasks::has_checkbox;
use namesake_text::frontmatter::placeholder;
use namesake_text::text::{Span, plain};

/// Longer ones are sentences and no topics, in characters.
const LONGEST_TOPIC: usize = 60;

/// The topics of a meeting: from its properties, else from the list under the heading for them, else its lower
/// headings.
pub(super) fn topics(note: &Note, settings: &Settings) -> Vec<String> {
    let (body, headings) = (note.body(), &settings.headings);
    let stated = note.frontmatter.get("topics").filter(|entry| placeholder(&entry.value).is_none());
    let stated = stated.map(|_| note.frontmatter.list("topics")).unwrap_or_default();
    let mut found: Vec<&str> = stated.iter().flat_map(|topic| topic.split(',')).collect();
    if found.is_empty() {
        let listed = body.under(&headings.discussed);
        let items = body.items.iter().filter(|item| listed.iter().any(|span| span.contains(**item)));
        let bare = |item: &Span| note.slice(*item).trim().trim_start_matches(['-', '*', '+']).trim();
        found = items.filter(|item| !has_checkbox(note.slice(**item).trim_start())).map(bare).collect();
    }
    if found.is_empty() && body.sections.iter().any(|section| section.level > 2) {
        // Headings inside these sections are no topics.
        let inner = [&headings.transcript, &headings.action_items, &headings.learned, &headings.decisions];
        let own = inner.into_iter().chain([&headings.summary, &headings.discussed]);
        let is_own = |section: &Section| own.clone().any(|titles| is_titled(&section.title, titles));
        // Headings on the level of the usual sections are sections too: “Risks”, “Open questions”.
        let level = body.sections.iter().filter(|section| is_own(section)).map(|section| section.level).max();
        let apart: Vec<Span> = inner.iter().flat_map(|titles| body.under(titles)).collect();
        let lesser = body.sections.iter().filter(|section| section.level > level.unwrap_or(2).max(2));
        let lesser = lesser.filter(|section| !apart.iter().any(|span| span.contains(section.heading)));
        found = lesser.map(|section| section.title.as_str()).collect();
    }
    let found = found.into_iter().map(|topic| plain(topic).trim_end_matches(['.', ';']).to_owned());
    found.filter(|topic| !topic.is_empty() && topic.chars().count() <= LONGEST_TOPIC).collect()
}
