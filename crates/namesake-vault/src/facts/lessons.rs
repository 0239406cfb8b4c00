//! What a meeting says that may be about somebody: the bullets of what was learned and decided, and the prose around
//! them. Whom a lesson names is asked in `teaching`, when somebody wants to know, so that a new person's note has no
//! meeting read again.

use namesake_note::config::Settings;
use namesake_note::note::{Note, bullet, comment, is_titled, lines};
use namesake_note::word_list::{WordList, lower};
use namesake_tasks::has_checkbox;
use namesake_text::text::{Span, Spans, trimmed};

/// The kinds of lesson.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LessonKind {
    /// A bullet of what was learned.
    Fact,
    /// A bullet of what was decided.
    Decision,
    /// A line of prose anywhere else, outside transcripts, tasks and lists of participants.
    Prose,
}

/// A passage of a meeting note that may be about somebody.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Lesson {
    /// Its kind.
    pub kind: LessonKind,
    /// Its words in the note, without the bullet.
    pub span: Span,
    /// Whether something around a fact or a decision may change its meaning (“Rejected:”, “❌”, “unless …”), or a
    /// template put it there.
    pub doubtful: bool,
}

/// The lessons of a meeting note, in order, outside its `transcripts`.
pub(super) fn lessons(note: &Note, settings: &Settings, transcripts: &[Span]) -> Vec<Lesson> {
    let (body, headings) = (note.body(), &settings.headings);
    let under = |titles: &[String]| Spans::new(body.under(titles));
    let (facts, decisions) = (under(&headings.learned), under(&headings.decisions));
    let transcripts = Spans::new(transcripts.to_vec());
    let mut lessons: Vec<Lesson> = Vec::new();
    let (mut last_item, mut parent, mut is_apart) = (None, None::<usize>, false);
    for line in lines(&note.text, Span::new(note.frontmatter.fence.body(), note.text.len())) {
        let words = note.slice(line);
        let is_item = body.is_item(line);
        let kind = match () {
            () if facts.holds(line.start) => LessonKind::Fact,
            () if decisions.holds(line.start) => LessonKind::Decision,
            () => LessonKind::Prose,
        };
        let item = last_item.take();
        if let Ok(at) = body.sections.binary_search_by_key(&line.start, |section| section.heading.start) {
            let known = [&headings.learned, &headings.decisions];
            is_apart = !known.iter().any(|titles| is_titled(&body.sections[at].title, titles));
            parent = None;
        }
        let is_none = words.trim().is_empty() || body.is_opaque_at(line.start) || transcripts.holds(line.start);
        if is_none || words.starts_with(['#', '|']) || has_checkbox(words.trim_start()) || is_field(words) {
            continue;
        }
        if kind == LessonKind::Prose {
            lessons.push(Lesson { kind, span: trimmed(&note.text, line), doubtful: false });
            continue;
        }
        // An item below another one is understood only together with it.
        let bullet = is_item.then(|| bullet(words)).flatten();
        match (bullet, item) {
            (Some(bullet), _) => {
                let span = Span::new(line.start + bullet, line.start + words.trim_end().len());
                lessons.push(Lesson { kind, span, doubtful: is_apart });
                last_item = Some(lessons.len() - 1);
                parent = last_item;
            }
            (None, Some(at)) if !is_item => {
                lessons[at].span.end = line.start + words.trim_end().len();
                last_item = Some(at);
            }
            (None, None) if !is_item && !words.starts_with([' ', '\t']) => {
                lessons.push(Lesson { kind: LessonKind::Prose, span: trimmed(&note.text, line), doubtful: false });
                is_apart |= words.trim_end().ends_with([':', '*', '_']);
                parent = None;
            }
            (None, None) if !is_item => {
                if let Some(parent) = parent {
                    lessons[parent].doubtful = true;
                }
            }
            _ => {}
        }
    }
    lessons.retain_mut(|lesson| match uncommented(note.slice(lesson.span)) {
        // What is struck out no longer counts.
        Some(shown) if !shown.contains("~~") => {
            lesson.span.end = lesson.span.start + shown.len();
            lesson.doubtful |= is_doubtful(shown);
            // A question is neither a fact nor a decision.
            if shown.ends_with('?') {
                lesson.kind = LessonKind::Prose;
            }
            true
        }
        _ => false,
    });
    lessons
}

/// Words in brackets that revoke a fact or a decision, in lower case.
static NONE: WordList = WordList::new(
    "rejected declined postponed dropped cancelled canceled withdrawn unconfirmed rumour rumor disputed wrong false tbd tbc \
     todo abgelehnt verschoben",
);

/// Whether the words of a fact or a decision revoke it themselves, or only introduce one.
fn is_doubtful(words: &str) -> bool {
    let opens = !words.starts_with(|c: char| c.is_alphanumeric() || "✅\"'“‘„«([*_`@$€£~".contains(c));
    let marked = words
        .split(['(', '['])
        .skip(1)
        .any(|said| said.split(|c: char| !c.is_alphabetic()).next().is_some_and(|word| NONE.contains(&lower(word))));
    let prompts = words.starts_with('_') && words.ends_with('_');
    let unfilled = ["TBD", "TODO"].iter().any(|sign| words.contains(sign));
    opens || marked || prompts || unfilled || words.ends_with(':')
}

/// The visible part of a passage that may end in a comment. `None` if a comment stands in the middle.
fn uncommented(words: &str) -> Option<&str> {
    let Some((shown, behind)) = comment(words) else { return Some(words) };
    let shown = shown.trim_end();
    (behind == Some("") && !shown.is_empty()).then_some(shown)
}

/// Whether a line is one such as `**Participants:** …`.
fn is_field(line: &str) -> bool {
    let words = line.trim_start_matches(['-', '*', '+', ' ']);
    let label = words.split_once(':').map_or("", |(label, _)| label.trim_end_matches('*').trim());
    ["participants", "attendees", "date", "time"].iter().any(|known| label.eq_ignore_ascii_case(known))
}
