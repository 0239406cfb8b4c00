//! The topics of the meetings with a person.

use std::collections::BTreeSet;

use namesake_language::say;
use namesake_text::fold::fold;

use crate::{Report, Rule};
use namesake_note::finding::{Draft, Fix, Tier};
use namesake_note::note::{Kind, Note};
use namesake_text::path::NotePath;
use namesake_text::text::{Edit, trimmed};
use namesake_vault::teaching::sections::SectionPlace;
use namesake_vault::vault::Vault;

/// The rule.
pub const RULE: Rule = Rule {
    name: "topics",
    what: "Adds the topics that a meeting lists, in its properties or under Topics, to the Topics Discussed of those who took \
           part: one line a meeting, of what is not there yet.",
    why: "What one has talked about with somebody is the first thing to know before the next call.",
    example: "`topics: [Gateway price, Straps]` in a meeting with Rob -> `Gateway price, Straps` in Rob's note",
    teaches: true,
    template: &["## Topics Discussed"],
    check,
    ..Rule::ENRICH
};

fn check(note: &Note, vault: &Vault, report: &mut Report) {
    if note.kind != Kind::Person || !note.frontmatter.is_sound() {
        return;
    }
    let dated = |path| {
        let facts = vault.facts(path)?;
        let date = facts.meeting.as_ref()?.date.as_deref()?;
        (!facts.topics.is_empty()).then_some((date, path, &facts.topics))
    };
    let certain = |path: &&NotePath| vault.misheard_as(path, &note.path).is_none();
    let mut meetings: Vec<_> = vault.meetings_of(&note.path).filter(certain).filter_map(dated).collect();
    if meetings.is_empty() {
        return;
    }
    meetings.sort();
    let place = SectionPlace::of(note, vault, |headings| &headings.topics);
    if !place.is_wanted() {
        return;
    }
    let spans = place.spans();
    let lines = spans.iter().flat_map(|span| note.slice(*span).lines());
    let known = lines.flat_map(|line| line.split([',', ';'])).map(fold);
    let mut known = known.filter(|topic| !topic.is_empty()).collect::<BTreeSet<_>>();
    for (date, path, topics) in meetings {
        let is_new = |topic: &&String| !fold(topic).is_empty() && known.insert(fold(topic));
        let new: Vec<&str> = topics.iter().filter(is_new).map(String::as_str).collect();
        if new.is_empty() {
            continue;
        }
        let has_items = place.items().next().is_some();
        let bullet = if has_items { "- " } else { "" };
        let line = format!("{bullet}{}", new.join(", "));
        let edit = match place.section.filter(|_| !has_items) {
            Some(section) if !trimmed(&note.text, section.content).is_empty() => {
                let end = trimmed(&note.text, section.content).end;
                let eol = note.line_ending();
                Edit::insert(end, format!("{eol}{eol}{line}"))
            }
            _ => place.append(&line),
        };
        let message = say!("“{meeting}” of {date} was about more than the note says.", meeting = path.stem(), date);
        let draft = Draft::new(Tier::Review, edit.span, format!("{path} {line}"), message)
            .because(say!("It lists: {topics}", topics = new.join(", ")))
            .taught_by(path.clone());
        report.add(draft.fix(Fix::in_note(say!("Add the topics"), &note.path, vec![edit])));
    }
}
