//! From findings to new texts: what is asked for and what comes of it. How a plan is made is `work`'s part, which fixes
//! go together and the self-check is `batch`'s. Writing the notes is left to the shells.

mod batch;
mod convert;
mod work;

use serde::{Deserialize, Serialize};

use crate::finding::{Finding, Tier};
use crate::journal::JournalEntry;
use crate::order::{self, Set};
use crate::path::NotePath;
use crate::rules::{self, Asked};
use crate::text::Edit;
use crate::vault::Vault;
use work::Work;

/// Which findings are meant. What is absent does not narrow.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, rename_all = "camelCase")]
#[cfg_attr(feature = "ts", derive(tsify::Tsify))]
pub struct Query {
    /// Only of these rules.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "ts", tsify(type = "string[]"))]
    pub rules: Option<Set<String>>,
    /// Only of this tier.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub tier: Option<Tier>,
    /// Only in these notes.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "ts", tsify(type = "NotePath[]"))]
    pub paths: Option<Set<NotePath>>,
    /// Only these.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "ts", tsify(type = "string[]"))]
    pub ids: Option<Set<String>>,
}

impl Query {
    fn asked(&self) -> Asked<'_> {
        Asked { rules: self.rules.as_ref(), tier: self.tier }
    }

    /// Whether `finding` is meant.
    pub fn takes(&self, finding: &Finding) -> bool {
        self.rules.as_ref().is_none_or(|rules| rules.contains(finding.rule))
            && self.tier.is_none_or(|tier| tier == finding.tier)
            && self.paths.as_ref().is_none_or(|paths| paths.contains(&finding.path))
            && self.ids.as_ref().is_none_or(|ids| ids.contains(&finding.id))
    }
}

/// A person's choice: which fix of a finding.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(tsify::Tsify))]
pub struct Choice {
    /// The finding.
    pub id: String,
    /// The note the finding is about.
    pub path: NotePath,
    /// The fix, from 0.
    #[serde(default)]
    pub fix: usize,
    /// The person's own wording instead of the fix's; only where the fix is one edit.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub text: Option<String>,
}

/// What is to be done.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PlanRequest {
    /// Exactly these.
    Choices {
        /// The choices.
        choices: Vec<Choice>,
    },
    /// What is certain after a note was saved: in the note itself, and what it teaches other notes.
    Saved {
        /// The saved note.
        path: NotePath,
    },
    /// What a note teaches other notes, certain or not asked about.
    Taught {
        /// The note.
        path: NotePath,
    },
    /// Everything that is meant, the first fix of each.
    Query {
        /// Which.
        query: Query,
    },
}

/// New texts, computed and checked but not written.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "ts", derive(tsify::Tsify))]
pub struct Plan {
    /// The notes that change, in the order of their paths.
    pub changes: Vec<NoteChange>,
    /// What was asked for and could not be done.
    pub left: Vec<LeftOut>,
}

/// A note before and after.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "ts", derive(tsify::Tsify))]
pub struct NoteChange {
    /// The note.
    pub path: NotePath,
    /// The text that the change was computed from. Write only where it still stands.
    pub before: String,
    /// The text to write.
    pub after: String,
    /// Small edits that lead from one to the other, in bytes (at the boundary: UTF-16
    /// units) of `before`, in order.
    pub edits: Vec<NoteEditSpan>,
    /// The findings it settles.
    pub findings: Vec<String>,
    /// Their messages.
    pub messages: Vec<String>,
    /// Their rules.
    pub rules: Vec<&'static str>,
    /// What the journal keeps to take it back.
    pub entry: JournalEntry,
}

/// An edit of the note it is listed under.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(tsify::Tsify))]
pub struct NoteEditSpan {
    /// First byte (at the boundary: UTF-16 unit) replaced.
    pub start: usize,
    /// The one after the last.
    pub end: usize,
    /// What stands there afterwards.
    pub text: String,
}

impl From<Edit> for NoteEditSpan {
    fn from(edit: Edit) -> Self {
        Self { start: edit.span.start, end: edit.span.end, text: edit.text }
    }
}

/// A finding that was asked for and could not be applied, or a task that could not be converted.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(tsify::Tsify))]
pub struct LeftOut {
    /// The finding; for a task an id that no finding has.
    pub id: String,
    /// Why, for the user.
    pub reason: String,
}

impl Vault {
    /// The findings that `query` means, in the order of paths, rules and places. Notes that cannot be read are among
    /// them.
    pub fn findings(&mut self, query: &Query) -> Vec<Finding> {
        self.settle();
        let wanted = |path: &NotePath| query.paths.as_ref().is_none_or(|paths| paths.contains(path));
        let asked = query.asked();
        let read = self.notes().filter(|note| wanted(&note.path)).flat_map(|note| rules::check(note, self, asked));
        let unread = self.unreadable().map(|(path, reason)| rules::unreadable(path, reason));
        let mut findings: Vec<Finding> = read.chain(unread).filter(|finding| query.takes(finding)).collect();
        order::sort_by(&mut findings, |a, b| a.path.cmp(&b.path));
        findings
    }

    /// What is certain, or what was chosen, carried through until nothing is left to do. The vault is the same
    /// afterwards.
    pub fn plan(&mut self, request: &PlanRequest) -> Plan {
        request.settle(self);
        let mut work = Work::new(self, request);
        work.run(self);
        work.finish(self)
    }
}

impl PlanRequest {
    /// The rules whose findings can be asked for.
    fn asked(&self) -> Asked<'_> {
        match self {
            Self::Query { query } => query.asked(),
            Self::Saved { .. } | Self::Taught { .. } => Asked { tier: Some(Tier::Auto), ..Asked::default() },
            Self::Choices { .. } => Asked::default(),
        }
    }

    /// Whether no rule that is asked for has a question about people: nothing has to be resolved for it then, and a
    /// change of one note is no news to any other.
    fn is_within_notes(&self) -> bool {
        let within = |name: &String| rules::rule(name).is_none_or(|rule| rule.group == "frontmatter");
        self.asked().rules.is_some_and(|rules| rules.iter().all(within))
    }

    fn settle(&self, vault: &mut Vault) {
        if !self.is_within_notes() {
            vault.settle();
        }
    }
}
