//! From findings to new texts: what is asked for and what comes of it. How a plan is made is `work`'s part, which fixes
//! go together and the self-check is `batch`'s. Writing the notes is left to the shells.

mod batch;
mod click;
mod convert;
mod work;

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use crate::journal::JournalEntry;
use crate::whois::Alias;
use batch::TOO_LARGE;
pub use click::TaskClick;
pub use convert::convert_tasks;
use namesake_rules::{self, Asked, Rule};
use namesake_text::path::NotePath;
use namesake_text::text::{self, Edit, Span, TextHash};
use namesake_vault::finding::{Finding, Tier};
use namesake_vault::note::Note;
use namesake_vault::vault::Vault;
use work::{Job, Work};

/// Which findings are meant. What is absent does not narrow.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, rename_all = "camelCase")]
#[cfg_attr(feature = "ts", derive(tsify::Tsify))]
pub struct Query {
    /// Only of these rules.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "ts", tsify(type = "string[]"))]
    pub rules: Option<BTreeSet<String>>,
    /// Only of this tier.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub tier: Option<Tier>,
    /// Only in these notes.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "ts", tsify(type = "NotePath[]"))]
    pub paths: Option<BTreeSet<NotePath>>,
    /// Only these.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "ts", tsify(type = "string[]"))]
    pub ids: Option<BTreeSet<String>>,
}

impl Query {
    fn asked(&self) -> Asked<'_> {
        Asked { rules: self.rules.as_ref(), tier: self.tier }
    }

    /// Whether `finding`, in one of the notes, is meant.
    pub fn takes(&self, finding: &Finding) -> bool {
        self.tier.is_none_or(|tier| tier == finding.tier)
            && self.rules.as_ref().is_none_or(|rules| rules.contains(finding.rule))
            && self.ids.as_ref().is_none_or(|ids| ids.contains(&finding.id))
    }

    /// Whether the note at `path` is one of the notes.
    fn is_about(&self, path: &NotePath) -> bool {
        self.paths.as_ref().is_none_or(|paths| paths.contains(path))
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
    /// Which of the places of a name, from 0, stay as they are.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub without: Vec<usize>,
}

/// What is to be done.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PlanRequest {
    /// Exactly these.
    Choices {
        /// The choices.
        choices: Vec<Choice>,
        /// Where any of them was carried out: a form to remember.
        alias: Option<Alias>,
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
    /// The notes that change, in the order of their paths; one that comes is first, since others link to it, and one
    /// that goes is last, since the others need what it says.
    pub changes: Vec<NoteChange>,
    /// What was asked for and could not be done.
    pub left: Vec<LeftOut>,
}

/// A note before and after. Where `entry.gone` says so the note itself goes, to the trash: `after` is empty then. Where
/// `entry.came` says so it comes: `before` is empty, and no note may stand there.
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

/// Ids, messages and rules of the findings that a change settles.
pub(crate) type Told = (Vec<String>, Vec<String>, Vec<&'static str>);

impl NoteChange {
    /// What `edits` make of the note as the vault has it: the text `after` of that hash. `None` where the note is gone,
    /// or where they could not be taken back; then the change is not handed out.
    fn of(
        vault: &Vault,
        path: NotePath,
        edits: Vec<Edit>,
        (after, result): (String, TextHash),
        (findings, messages, rules): Told,
    ) -> Option<Self> {
        let (before, base) = (vault.text(&path)?.to_owned(), vault.hash(&path)?.clone());
        let undo = text::inverse(&before, &edits).ok()?;
        let entry = JournalEntry::new(path.clone(), base, result, undo);
        let edits = edits.into_iter().map(NoteEditSpan::from).collect();
        Some(Self { path, before, after, edits, findings, messages, rules, entry })
    }

    /// What `edits` make of the note; `None` where that is nothing, or the note is gone.
    ///
    /// # Errors
    /// Why they must not be made, for the user.
    pub(crate) fn made(vault: &Vault, path: &NotePath, edits: Vec<Edit>, told: Told) -> Result<Option<Self>, String> {
        let Some(before) = vault.text(path) else { return Ok(None) };
        let after = text::apply(before, &edits).map_err(|error| error.to_string())?;
        if after == before {
            return Ok(None);
        }
        if after.len() > vault.config().settings.max_note_bytes {
            return Err(TOO_LARGE.to_owned());
        }
        let hash = TextHash::of(&after);
        Ok(Self::of(vault, path.clone(), edits, (after, hash), told))
    }

    /// That the note at `path` comes, and holds `text`.
    pub(crate) fn creation(path: NotePath, text: String, (findings, messages, rules): Told) -> Self {
        let entry = JournalEntry::creation(path.clone(), &text);
        let edits = vec![Edit::insert(0, text.clone()).into()];
        Self { path, before: String::new(), after: text, edits, findings, messages, rules, entry }
    }

    /// That the note at `path`, which holds `before`, goes.
    pub(crate) fn removal(path: NotePath, before: String, message: String, rule: &'static str) -> Self {
        let entry = JournalEntry::removal(path.clone(), &before);
        let edits = vec![Edit::delete(Span::new(0, before.len())).into()];
        let (after, findings) = (String::new(), Vec::new());
        Self { path, before, after, edits, findings, messages: vec![message], rules: vec![rule], entry }
    }
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

/// A finding that was asked for, a click or a task to be converted that could not be carried out, or not in every part.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(tsify::Tsify))]
pub struct LeftOut {
    /// The finding; empty for a click, for a task to be converted an id that no finding has.
    pub id: String,
    /// Why, for the user.
    pub reason: String,
}

/// The findings that `query` means, in the order of paths, rules and places. Notes that cannot be read are among
/// them.
pub fn findings(vault: &mut Vault, query: &Query) -> Vec<Finding> {
    let search = search(vault, query);
    let read = search.notes().into_iter().flat_map(|note| search.look(note)).collect();
    search.finish(read)
}

/// The same, for shells that look at several notes at once.
pub fn search<'v>(vault: &'v mut Vault, query: &'v Query) -> Search<'v> {
    vault.settle();
    let rules = query.asked().rules(&vault.config().settings);
    Search { vault, query, rules }
}

/// What is certain, or what was chosen, carried through until nothing is left to do. The vault is the same
/// afterwards.
pub fn plan(vault: &mut Vault, request: &PlanRequest) -> Plan {
    let job = Job::new(request, &vault.config().settings);
    if !job.within_notes {
        vault.settle();
    }
    let mut plan = Plan { changes: Vec::new(), left: Vec::new() };
    for notes in job.parts(vault) {
        let mut work = Work::new(&job, notes);
        work.run(vault);
        work.finish(vault, &mut plan);
    }
    plan
}

/// What a click on a task's checkbox does: done and the next occurrence, or open again. Where it would lose something
/// the plan is empty and says why.
pub fn click(vault: &Vault, task: &TaskClick) -> Plan {
    match task.change(vault) {
        Ok(change) => Plan { changes: vec![change], left: Vec::new() },
        Err(reason) => Plan { changes: Vec::new(), left: vec![LeftOut { id: String::new(), reason }] },
    }
}

/// A search for what a query means, note by note: the vault stays as it is meanwhile, and no note's findings hang on
/// which were looked at before.
pub struct Search<'v> {
    vault: &'v Vault,
    query: &'v Query,
    rules: Vec<&'static Rule>,
}

impl<'v> Search<'v> {
    /// The notes to look at, in the order of their paths.
    pub fn notes(&self) -> Vec<&'v Note> {
        self.vault.notes().filter(|note| self.query.is_about(&note.path)).collect()
    }

    /// What there is to find in one of them.
    pub fn look(&self, note: &Note) -> Vec<Finding> {
        let mut findings = namesake_rules::check(note, self.vault, &self.rules, None);
        findings.retain(|finding| self.query.takes(finding));
        findings
    }

    /// What was found in all notes, in their order, with those that cannot be read among them.
    pub fn finish(self, mut findings: Vec<Finding>) -> Vec<Finding> {
        let unread = self.vault.unreadable().filter(|(path, _)| self.query.is_about(path));
        let unread = unread.map(|(path, reason)| namesake_rules::unreadable(path, reason));
        findings.extend(unread.filter(|finding| self.query.takes(finding)));
        findings.sort_by(|a, b| a.path.cmp(&b.path));
        findings
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
        let within = |name: &String| namesake_rules::rule(name).is_none_or(|rule| rule.within_note);
        self.asked().rules.is_some_and(|rules| rules.iter().all(within))
    }
}
