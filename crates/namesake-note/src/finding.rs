//! The shape of a finding: what a rule says about a note, with evidence and fixes. How findings come about is left to
//! the rules, and how they reach a note to the plan.

use namesake_language::Said;
use serde::{Deserialize, Serialize};

use namesake_names::Candidate;
pub use namesake_names::Tier;
use namesake_text::frontmatter::{Declared, SpliceError};
use namesake_text::path::NotePath;
use namesake_text::text::{Edit, Span, TextHash, digest};

/// Something to repair or to decide in a note.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "ts", derive(tsify::Tsify))]
pub struct Finding {
    /// Sixteen hexadecimal digits that stay the same while rule, path and subject do.
    pub id: String,
    /// The rule's name; a file of that name holds it.
    pub rule: &'static str,
    /// Whether it may be applied without asking.
    pub tier: Tier,
    /// The note it is about.
    pub path: NotePath,
    /// Where in the note, in bytes (at the boundary: UTF-16 units).
    pub start: usize,
    /// The end of the place, exclusive.
    pub end: usize,
    /// One sentence for the user.
    pub message: String,
    /// The reasons, in sentences.
    pub evidence: Vec<String>,
    /// The fixes on offer, the likeliest first. If there is none, the user has to look.
    pub fixes: Vec<Fix>,
    /// Together with rule and path, this identifies the finding in decisions. It stays the same while other text
    /// changes.
    pub subject: String,
    /// The note whose words caused it, if that is another one: a meeting that teaches its people.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub source: Option<NotePath>,
    /// Other notes that would have caused it as well. It is settled when any of them is saved.
    #[serde(skip)]
    pub more_sources: Vec<NotePath>,
    /// The question about a name, if it asks one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub mention: Option<Mention>,
}

/// A written form that may be somebody's name. Each fix of the finding takes it for one person.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(tsify::Tsify))]
pub struct Mention {
    /// The form as written.
    pub written: String,
    /// Its places in the note, in order.
    pub places: Vec<Place>,
    /// The certain participants of the meeting in which it stands.
    pub participants: Vec<NotePath>,
}

/// A place in a note.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(tsify::Tsify))]
pub struct Place {
    /// Its line, from 1.
    pub line: usize,
    /// First byte (at the boundary: UTF-16 unit).
    pub start: usize,
    /// The end, exclusive.
    pub end: usize,
}

/// One way to settle a finding.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "ts", derive(tsify::Tsify))]
pub struct Fix {
    /// What it does, in a few words.
    pub title: String,
    /// The replacements, in order within each note.
    pub edits: Vec<NoteEdit>,
    /// The texts that the edits were computed against.
    pub bases: Vec<NoteBase>,
    /// A note that it creates as well.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub creates: Option<NewNote>,
    /// The changes that it may make to properties. Everything else in the frontmatter must come out as it was.
    #[serde(skip)]
    pub declared: Vec<Declared>,
    /// The person that it takes a written form for, with the evidence.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub candidate: Option<Candidate>,
}

/// A note to be created.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(tsify::Tsify))]
pub struct NewNote {
    /// Where it will stand. No note has this path or its name, in whatever case.
    pub path: NotePath,
    /// Its text.
    pub text: String,
    /// Remarks for the user once it is created, in sentences.
    #[serde(skip)]
    pub remarks: Vec<String>,
}

/// An edit in a named note.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(tsify::Tsify))]
pub struct NoteEdit {
    /// The note.
    pub path: NotePath,
    /// First byte (at the boundary: UTF-16 unit) replaced.
    pub start: usize,
    /// The end, exclusive.
    pub end: usize,
    /// What stands there afterwards.
    pub text: String,
}

impl NoteEdit {
    /// As an edit of the note's text.
    pub fn edit(&self) -> Edit {
        Edit::replace(Span::new(self.start, self.end), self.text.clone())
    }
}

/// Which text of a note an edit was computed against.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(tsify::Tsify))]
pub struct NoteBase {
    /// The note.
    pub path: NotePath,
    /// The hash of its text.
    pub hash: TextHash,
}

impl Fix {
    /// A fix within one note.
    pub fn in_note(title: impl Into<Said>, path: &NotePath, edits: Vec<Edit>) -> Self {
        let edits = edits
            .into_iter()
            .map(|Edit { span, text }| NoteEdit { path: path.clone(), start: span.start, end: span.end, text })
            .collect();
        Self {
            title: title.into().into(),
            edits,
            bases: Vec::new(),
            creates: None,
            declared: Vec::new(),
            candidate: None,
        }
    }

    /// A fix of the line that begins at byte `start` of a note, whose `edits` are in bytes of the line.
    pub fn in_line(title: impl Into<Said>, path: &NotePath, start: usize, edits: Vec<Edit>) -> Self {
        Self::in_note(title, path, edits.into_iter().map(|edit| edit.shifted(start)).collect())
    }

    /// The same fix, which creates a note as well.
    #[must_use]
    pub fn creating(self, note: NewNote) -> Self {
        Self { creates: Some(note), ..self }
    }

    /// The same fix, saying which property's value it changes.
    #[must_use]
    pub fn of_property(self, key: impl Into<String>) -> Self {
        self.declaring(Declared::Value(key.into()))
    }

    /// The same fix, saying what it does to the properties.
    #[must_use]
    pub fn declaring(mut self, declared: Declared) -> Self {
        self.declared.push(declared);
        self
    }
}

impl Finding {
    /// Whether the words of the note at `path` caused it.
    pub fn is_taught_by(&self, path: &NotePath) -> bool {
        self.source.iter().chain(&self.more_sources).any(|source| source == path)
    }

    /// The place, in bytes.
    pub fn span(&self) -> Span {
        Span::new(self.start, self.end)
    }
}

/// A finding as a rule states it; the report of `namesake-rules` gives it its id, its path and the bases of its fixes.
#[derive(Debug, Clone)]
pub struct Draft {
    /// Whether it may be applied without asking.
    pub tier: Tier,
    /// Where in the note.
    pub span: Span,
    /// What a decision about it is remembered by.
    pub subject: String,
    /// One sentence for the user.
    pub message: Said,
    /// The reasons, in sentences.
    pub evidence: Vec<Said>,
    /// What can be done, the likeliest first.
    pub fixes: Vec<Fix>,
    /// The note whose words caused it, where that is another one.
    pub source: Option<NotePath>,
    /// Other notes that would have caused it as well.
    pub more_sources: Vec<NotePath>,
    /// The question about a name, if it asks one.
    pub mention: Option<Mention>,
}

impl Draft {
    /// A finding of `tier` at `span`, remembered by `subject`.
    pub fn new(tier: Tier, span: Span, subject: impl Into<String>, message: impl Into<Said>) -> Self {
        Self {
            tier,
            span,
            subject: subject.into(),
            message: message.into(),
            evidence: Vec::new(),
            fixes: Vec::new(),
            source: None,
            more_sources: Vec::new(),
            mention: None,
        }
    }

    /// With one more sentence of evidence.
    #[must_use]
    pub fn because(mut self, sentence: impl Into<Said>) -> Self {
        self.evidence.push(sentence.into());
        self
    }

    /// Asked about, with one more sentence of evidence that says why.
    #[must_use]
    pub fn doubted(self, sentence: impl Into<Said>) -> Self {
        Self { tier: Tier::Review, ..self }.because(sentence)
    }

    /// With one more fix.
    #[must_use]
    pub fn fix(mut self, fix: Fix) -> Self {
        self.fixes.push(fix);
        self
    }

    /// With the fix; if there can be none, with the reason as evidence (once), and for review.
    #[must_use]
    pub fn offer(mut self, fix: Result<Fix, SpliceError>) -> Self {
        match fix {
            Ok(fix) => self.fix(fix),
            Err(error) => {
                let reason = Said::verbatim(error.to_string());
                self.tier = Tier::Review;
                if self.evidence.contains(&reason) { self } else { self.because(reason) }
            }
        }
    }

    /// Caused by the words of another note.
    #[must_use]
    pub fn taught_by(mut self, source: NotePath) -> Self {
        self.source = Some(source);
        self
    }

    /// Other notes that would have caused it as well.
    #[must_use]
    pub fn or_by(mut self, sources: impl IntoIterator<Item = NotePath>) -> Self {
        self.more_sources.extend(sources);
        self
    }
}

/// The id of the `nth` finding (from 0) of a rule with this subject in this note.
pub fn finding_id(rule: &str, path: &NotePath, subject: &str, nth: usize) -> String {
    digest(&[rule, path.as_str(), subject, &nth.to_string()], 8)
}
