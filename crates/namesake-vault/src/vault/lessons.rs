//! What meetings say that may be about somebody: the bullets of what was learned and decided, and the prose around them.
//! Read when the meeting is, found again by the words with a capital letter; whom one names is asked when somebody wants
//! to know, so that a new person's note has no meeting read again.

use std::collections::BTreeSet;

use namesake_text::fold::{fold, words};

use super::{Facts, Vault, take_out};
use crate::config::Settings;
use crate::note::{Kind, Note, Section, bullet, comment, is_titled, lines, links};
use crate::word_list::{WordList, lower};
use namesake_tasks::has_checkbox;
use namesake_text::frontmatter::placeholder;
use namesake_text::path::NotePath;
use namesake_text::text::{Span, plain, trimmed};

/// What kind of thing a meeting says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LessonKind {
    /// A bullet of what was learned.
    Fact,
    /// A bullet of what was decided.
    Decision,
    /// A line of prose anywhere else, but for transcripts, tasks and lists of participants.
    Prose,
}

/// A passage of a meeting note.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Lesson {
    /// What it is.
    pub kind: LessonKind,
    /// Its words in the note, without the bullet.
    pub span: Span,
    /// Whether a fact or a decision may mean something else than its words alone: what stands above it, before it or
    /// below it may turn them (“Rejected:”, “❌”, “unless …”), or a template put them there.
    pub doubtful: bool,
}

/// A word of a passage, as far as names are concerned.
pub struct Token {
    /// The word, folded, without a possessive.
    pub folded: String,
    /// Whether it begins with a capital letter, or is in a script that has none.
    pub capital: bool,
    /// Whether it begins a sentence, or follows on something that ends a name.
    pub starts: bool,
}

/// The passages of a meeting note, in order.
pub(super) fn lessons(note: &Note, settings: &Settings) -> Vec<Lesson> {
    let (body, headings) = (note.body(), &settings.headings);
    let (facts, decisions) = (body.under(&headings.learned), body.under(&headings.decisions));
    let spoken = body.under(&headings.transcript);
    let inside = |spans: &[Span], at: usize| spans.iter().any(|span| span.start <= at && at < span.end);
    let mut lessons: Vec<Lesson> = Vec::new();
    let (mut last_item, mut parent, mut is_apart) = (None, None::<usize>, false);
    for line in lines(&note.text, Span::new(note.frontmatter.fence.body(), note.text.len())) {
        let words = note.slice(line);
        let is_item = body.is_item(line);
        let kind = match () {
            () if inside(&facts, line.start) => LessonKind::Fact,
            () if inside(&decisions, line.start) => LessonKind::Decision,
            () => LessonKind::Prose,
        };
        let item = last_item.take();
        if let Ok(at) = body.sections.binary_search_by_key(&line.start, |section| section.heading.start) {
            let known = [&headings.learned, &headings.decisions];
            is_apart = !known.iter().any(|titles| is_titled(&body.sections[at].title, titles));
            parent = None;
        }
        let is_none = words.trim().is_empty() || body.is_opaque_at(line.start) || inside(&spoken, line.start);
        if is_none || words.starts_with(['#', '|']) || has_checkbox(words.trim_start()) || is_field(words) {
            continue;
        }
        if kind == LessonKind::Prose {
            lessons.push(Lesson { kind, span: trimmed(&note.text, line), doubtful: false });
            continue;
        }
        // What stands below another item says only with it what it means.
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
        // What was struck out is not said any more.
        Some(shown) if !shown.contains("~~") => {
            lesson.span.end = lesson.span.start + shown.len();
            lesson.doubtful |= is_doubtful(shown);
            // A question is nothing that was learned or decided.
            if shown.ends_with('?') {
                lesson.kind = LessonKind::Prose;
            }
            true
        }
        _ => false,
    });
    lessons
}

/// What says of a fact or a decision, in brackets, that it is none. In lower case.
static NONE: WordList = WordList::new(
    "rejected declined postponed dropped cancelled canceled withdrawn unconfirmed rumour rumor disputed wrong false tbd tbc \
     todo abgelehnt verschoben",
);

/// Whether the words of a fact or a decision say themselves that they are none, or only begin one.
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

/// What is seen of a passage that may end in a comment. `None` where one stands in the middle: half of it is hidden.
fn uncommented(words: &str) -> Option<&str> {
    let Some((shown, behind)) = comment(words) else { return Some(words) };
    let shown = shown.trim_end();
    (behind == Some("") && !shown.is_empty()).then_some(shown)
}

/// What a meeting lists as its topics: in its properties, else under the heading for them, else its lesser headings.
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
        // What is said in these is no topic.
        let inner = [&headings.transcript, &headings.action_items, &headings.learned, &headings.decisions];
        let own = inner.into_iter().chain([&headings.summary, &headings.discussed]);
        let is_own = |section: &Section| own.clone().any(|titles| is_titled(&section.title, titles));
        // What stands beside the note's own headings is one of them: “Risks”, “Open questions”.
        let level = body.sections.iter().filter(|section| is_own(section)).map(|section| section.level).max();
        let apart: Vec<Span> = inner.iter().flat_map(|titles| body.under(titles)).collect();
        let lesser = body.sections.iter().filter(|section| section.level > level.unwrap_or(2).max(2));
        let lesser = lesser.filter(|section| !apart.iter().any(|span| span.contains(section.heading)));
        found = lesser.map(|section| section.title.as_str()).collect();
    }
    let found = found.into_iter().map(|topic| plain(topic).trim_end_matches(['.', ';']).to_owned());
    found.filter(|topic| !topic.is_empty() && topic.chars().count() <= LONGEST_TOPIC).collect()
}

/// What is longer than this says something rather than naming it.
const LONGEST_TOPIC: usize = 60;

/// Whether a line is one such as `**Participants:** …`.
fn is_field(line: &str) -> bool {
    let words = line.trim_start_matches(['-', '*', '+', ' ']);
    let label = words.split_once(':').map_or("", |(label, _)| label.trim_end_matches('*').trim());
    ["participants", "attendees", "date", "time"].iter().any(|known| label.eq_ignore_ascii_case(known))
}

/// The words of a passage that may be a part of a name: what links show is none, they say by themselves whom they mean.
pub fn tokens(text: &str) -> Vec<Token> {
    let mut tokens = Vec::new();
    each_word(text, |word, starts| tokens.push(Token { folded: fold(word), capital: is_capital(word), starts }));
    tokens
}

fn is_capital(word: &str) -> bool {
    word.starts_with(|c: char| c.is_alphabetic() && !c.is_lowercase())
}

/// Hands each word to `take`, without a possessive, and whether it begins a sentence or follows on something that ends a
/// name.
fn each_word<'t>(text: &'t str, mut take: impl FnMut(&'t str, bool)) {
    let (mut from, mut starts) = (0, true);
    let links = if text.contains("[[") { links::read(text, 0, &[]) } else { Vec::new() };
    let ends = links.iter().map(|link| (link.span.start, link.span.end)).chain([(text.len(), text.len())]);
    for (start, next) in ends {
        for piece in text[from..start].split(|c: char| c.is_whitespace() || matches!(c, '/' | '—' | '–' | ']')) {
            let bare = piece.trim_start_matches(|c: char| !c.is_alphanumeric());
            starts |= bare.len() < piece.len();
            let word = bare.trim_end_matches(|c: char| !c.is_alphanumeric());
            if word.is_empty() {
                starts |= !piece.is_empty();
                continue;
            }
            let possessive = ["'s", "’s"].iter().find_map(|end| word.strip_suffix(end));
            take(possessive.unwrap_or(word), starts);
            let is_initial = word.chars().nth(1).is_none() && &bare[word.len()..] == ".";
            starts = possessive.is_some() || word.len() < bare.len() && !is_initial;
        }
        from = next;
        starts = true;
    }
}

impl Vault {
    /// What a meeting says that may be about somebody, in order, each with its words.
    pub fn lessons(&self, meeting: &NotePath) -> impl Iterator<Item = (&Lesson, &str)> {
        let facts = self.facts(meeting).map(|facts| facts.lessons.as_slice()).unwrap_or_default();
        let note = self.note(meeting);
        facts.iter().filter_map(move |lesson| Some((lesson, note?.slice(lesson.span))))
    }

    /// The meetings in whose passages the person may be named: those that link to them or hold their name, and those that
    /// they took part in, where a first name may do.
    pub fn meetings_naming(&self, person: &NotePath) -> BTreeSet<NotePath> {
        let is_meeting = |path: &NotePath| self.note(path).is_some_and(|note| note.kind == Kind::Meeting);
        let mut naming = self.backlinks(person).into_iter().filter(is_meeting).collect::<BTreeSet<_>>();
        naming.extend(self.meetings_of(person).cloned());
        let known = self.facts(person).and_then(|facts| facts.person.as_ref());
        for name in known.into_iter().flat_map(|known| &known.names) {
            let mut parts = words(name);
            if let (Some(first), Some(second)) = (parts.next(), parts.next()) {
                naming.extend(self.capitals.get(&format!("{first} {second}")).into_iter().flatten().cloned());
            }
        }
        naming
    }

    /// The notes that a meeting may teach: of those who take part, and whatever its passages name or link to.
    pub fn pupils(&self, meeting: &NotePath) -> BTreeSet<NotePath> {
        let mut pupils = self.participants(meeting).into_iter().collect::<BTreeSet<_>>();
        let Some(note) = self.note(meeting).filter(|note| note.kind == Kind::Meeting) else { return pupils };
        let linked = super::targets(note).filter_map(|target| self.linked(target));
        pupils.extend(linked.filter(|path| *path != meeting).cloned());
        for (_, passage) in self.lessons(meeting) {
            let folded: Vec<Token> = tokens(passage);
            let folded: Vec<String> = folded.into_iter().map(|word| word.folded).collect();
            for at in 0..folded.len() {
                let length = self.known().longest(&folded[at..]).filter(|length| *length > 1);
                let called = length.map(|length| self.known().called(&folded[at..at + length].join(" ")));
                pupils.extend(called.into_iter().flatten().cloned());
            }
        }
        pupils
    }

    pub(super) fn learn_lessons(&mut self, path: &NotePath, facts: &Facts) {
        for word in &facts.capitals {
            self.capitals.entry(word.clone()).or_default().insert(path.clone());
        }
    }

    pub(super) fn forget_lessons(&mut self, path: &NotePath) {
        let Some(entry) = self.notes.get(path) else { return };
        for word in &entry.facts(&self.config).capitals {
            take_out(&mut self.capitals, word, path);
        }
    }
}

/// Where a note's passages may name somebody: two folded words of which both have a capital letter, or the second is
/// short (“Jan van der Berg”).
pub(super) fn capitals(note: &Note, lessons: &[Lesson]) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    for lesson in lessons {
        let mut before: Option<&str> = None;
        each_word(note.slice(lesson.span), |word, starts| {
            let is_capital = is_capital(word);
            if let Some(before) = before.filter(|_| !starts && (is_capital || word.len() <= LONGEST_PARTICLE)) {
                found.insert(format!("{} {}", fold(before), fold(word)));
            }
            before = is_capital.then_some(word);
        });
    }
    found
}

/// Bytes of a small word inside a name.
const LONGEST_PARTICLE: usize = 5;
