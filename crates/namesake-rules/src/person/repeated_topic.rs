//! Topics that a person note lists twice.

use std::collections::BTreeSet;

use namesake_language::say;
use namesake_text::fold::fold;

use crate::{Report, Rule};
use namesake_note::finding::{Draft, Fix, Tier};
use namesake_note::note::{Kind, Note, lines};
use namesake_text::text::{Edit, Span, trimmed};
use namesake_vault::person::bullets::removal;
use namesake_vault::vault::Vault;

/// The rule.
pub const RULE: Rule = Rule {
    name: "repeated-topic",
    what: "Finds topics under Topics Discussed that an earlier line names already, and offers to take the later ones out. \
           Nothing else of the lines changes.",
    why: "Each batch appends the topics of one meeting, and what is talked about every week stands there every week.",
    example: "`Pilot pricing, Straps` and below it `Install burden, Straps` -> `Install burden`",
    check,
    ..Rule::PERSON
};

/// The most characters of a topic; longer words are a statement.
const LONGEST: usize = 60;

fn check(note: &Note, vault: &Vault, report: &mut Report) {
    if note.kind != Kind::Person {
        return;
    }
    let mut known = BTreeSet::new();
    let (mut told, mut edits) = (Vec::new(), Vec::new());
    for section in note.body().under(&vault.config().settings.headings.topics) {
        for line in lines(&note.text, section) {
            let Some(topics) = topics(note, line) else { continue };
            let kept: Vec<bool> = topics.iter().map(|topic| known.insert(key(note, *topic))).collect();
            // The rule `near-duplicate` handles bullets of one topic each.
            if kept.contains(&false) && (topics.len() > 1 || !is_item(note.slice(line))) {
                told.extend(topics.iter().zip(&kept).filter(|(_, kept)| !**kept).map(|(topic, _)| *topic));
                edits.extend(without(note, line, &topics, &kept));
            }
        }
    }
    let Some(first) = told.first() else { return };
    let subject: Vec<String> = told.iter().map(|topic| key(note, *topic)).collect();
    let message = match told.len() {
        1 => say!("“{topic}” is listed under the topics already.", topic = note.slice(*first)),
        count => say!("{count} topics are listed more than once.", count),
    };
    let mut draft = Draft::new(Tier::Review, *first, subject.join(", "), message);
    if told.len() > 1 {
        let names: Vec<String> = told.iter().map(|topic| say!("“{name}”", name = note.slice(*topic)).into()).collect();
        draft = draft.because(say!("Listed again: {topics}.", topics = names.join(", ")));
    }
    edits.sort_by_key(|a| a.span);
    report.add(draft.fix(Fix::in_note(say!("Keep the first"), &note.path, edits)));
}

fn key(note: &Note, topic: Span) -> String {
    fold(note.slice(topic).trim_end_matches('.'))
}

fn is_item(line: &str) -> bool {
    line.trim_start().starts_with(['-', '*', '+'])
}

/// The topics that a line lists; `None` if the line is no such list.
fn topics(note: &Note, line: Span) -> Option<Vec<Span>> {
    let text = note.slice(line);
    let bare = text.trim_start().trim_start_matches(['-', '*', '+']).trim_start();
    if note.body().is_opaque(line) || !bare.starts_with(char::is_alphanumeric) || bare.contains(['[', '|', '`', '^']) {
        return None;
    }
    let mut from = line.end - bare.len();
    let topics = bare.split_inclusive([',', ';']).map(|piece| {
        let words = Span::new(from, from + piece.trim_end_matches([',', ';']).len());
        from += piece.len();
        trimmed(&note.text, words)
    });
    let topics: Vec<Span> = topics.filter(|topic| !topic.is_empty()).collect();
    topics.iter().all(|topic| note.slice(*topic).chars().count() <= LONGEST).then_some(topics)
}

/// The edits that remove from a line the topics that are not kept, or the whole line if none is.
fn without(note: &Note, line: Span, topics: &[Span], kept: &[bool]) -> Vec<Edit> {
    let Some(last) = kept.iter().rposition(|kept| *kept) else { return vec![removal(note, line)] };
    let gone = topics.iter().zip(&topics[1..]).zip(kept).take(last).filter(|(_, kept)| !**kept);
    let mut edits: Vec<Edit> =
        gone.map(|((topic, next), _)| Edit::delete(Span::new(topic.start, next.start))).collect();
    if let Some(end) = topics[last + 1..].last() {
        edits.push(Edit::delete(Span::new(topics[last].end, end.end)));
    }
    edits
}
