//! From findings to new texts: which fixes go together, what every note looks like afterwards, and the self-check
//! before anything is handed out. Writing the notes is left to the shells.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use crate::finding::{Finding, Fix, Tier};
use crate::frontmatter::{self, Declared, Fence, VerifyError};
use crate::journal::JournalEntry;
use crate::order;
use crate::path::NotePath;
use crate::rules;
use crate::text::{self, Edit};
use crate::vault::Vault;

/// Which findings are meant. What is absent does not narrow.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, rename_all = "camelCase")]
#[cfg_attr(feature = "ts", derive(tsify::Tsify))]
pub struct Query {
    /// Only of these rules.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub rules: Option<BTreeSet<String>>,
    /// Only of this tier.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub tier: Option<Tier>,
    /// Only in these notes.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub paths: Option<BTreeSet<NotePath>>,
    /// Only these.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub ids: Option<BTreeSet<String>>,
}

impl Query {
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

/// A finding that was asked for and could not be applied.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(tsify::Tsify))]
pub struct LeftOut {
    /// The finding.
    pub id: String,
    /// Why, for the user.
    pub reason: String,
}

/// A fix can make room for another in the same note; more rounds than this and two rules fight.
const ROUNDS: usize = 64;

impl Vault {
    /// The findings that `query` means, in the order of paths, rules and places. Notes that cannot be read are among
    /// them.
    pub fn findings(&mut self, query: &Query) -> Vec<Finding> {
        self.settle();
        let wanted = |path: &NotePath| query.paths.as_ref().is_none_or(|paths| paths.contains(path));
        let read = self.notes().filter(|note| wanted(&note.path)).flat_map(|note| rules::check(note, self));
        let unread = self.unreadable().map(|(path, reason)| rules::unreadable(path, reason));
        let mut findings: Vec<Finding> = read.chain(unread).filter(|finding| query.takes(finding)).collect();
        order::sort_by(&mut findings, |a, b| a.path.cmp(&b.path));
        findings
    }

    /// What is certain, or what was chosen, carried through until nothing is left to do. The vault is the same
    /// afterwards.
    pub fn plan(&mut self, request: &PlanRequest) -> Plan {
        self.settle();
        let mut work = Work::new(self, request);
        for _ in 0..ROUNDS {
            if !work.round(self) {
                break;
            }
        }
        work.finish(self)
    }
}

/// Id, message and rule of a finding.
type Settled = (String, String, &'static str);

/// A plan in the making. The vault itself is edited while it is made and put back at the end: a copy of a large vault
/// would cost more than the plan.
struct Work<'r> {
    request: &'r PlanRequest,
    /// The notes to look at in the next round.
    look_at: BTreeSet<NotePath>,
    originals: BTreeMap<NotePath, String>,
    settled: BTreeMap<NotePath, Vec<Settled>>,
    left: BTreeMap<String, String>,
    done: BTreeSet<String>,
}

impl<'r> Work<'r> {
    fn new(vault: &mut Vault, request: &'r PlanRequest) -> Self {
        let all = |vault: &Vault| order::set(vault.notes().map(|note| note.path.clone()));
        let look_at = match request {
            PlanRequest::Saved { path } | PlanRequest::Taught { path } => {
                order::set(std::iter::once(path.clone()).chain(vault.participants(path)))
            }
            PlanRequest::Query { query } => query.paths.clone().unwrap_or_else(|| all(vault)),
            PlanRequest::Choices { choices } => order::set(choices.iter().map(|choice| choice.path.clone())),
        };
        Self {
            request,
            look_at,
            originals: BTreeMap::new(),
            settled: BTreeMap::new(),
            left: BTreeMap::new(),
            done: BTreeSet::new(),
        }
    }

    /// The fix to apply for `finding`, if it is asked for.
    fn wanted(&self, finding: &Finding) -> Option<Result<Fix, String>> {
        if self.left.contains_key(&finding.id) {
            return None;
        }
        let first = || finding.fixes.first().cloned().map(Ok);
        match self.request {
            PlanRequest::Query { query } => query.takes(finding).then(first).flatten(),
            PlanRequest::Saved { path } => {
                let caused = finding.path == *path || finding.is_taught_by(path);
                (caused && finding.tier == Tier::Auto).then(first).flatten()
            }
            PlanRequest::Taught { path } => {
                (finding.is_taught_by(path) && finding.tier == Tier::Auto).then(first).flatten()
            }
            PlanRequest::Choices { choices } => {
                let choice = choices.iter().find(|choice| choice.id == finding.id)?;
                (!self.done.contains(&finding.id)).then(|| chosen(finding, choice))
            }
        }
    }

    /// Applies what can be applied at once. Whether there may be more to do.
    fn round(&mut self, vault: &mut Vault) -> bool {
        let mut batch = Batch::default();
        for path in std::mem::take(&mut self.look_at) {
            let Some(note) = vault.note(&path) else { continue };
            for finding in rules::check(note, vault) {
                match self.wanted(&finding) {
                    Some(Ok(fix)) => batch.take(finding, &fix),
                    Some(Err(reason)) => drop(self.left.insert(finding.id, reason)),
                    None => {}
                }
            }
        }
        let waiting: Vec<NotePath> = batch.waiting.iter().cloned().collect();
        let changed = self.apply(vault, batch);
        for path in &changed {
            self.look_at.extend(vault.related(path));
        }
        self.look_at.extend(waiting);
        self.narrow(vault);
        !self.look_at.is_empty()
    }

    /// Keeps to the notes that the request is about.
    fn narrow(&mut self, vault: &Vault) {
        match self.request {
            PlanRequest::Query { query } => {
                if let Some(paths) = &query.paths {
                    self.look_at.retain(|path| paths.contains(path));
                }
            }
            PlanRequest::Saved { path } | PlanRequest::Taught { path } => {
                let people = vault.participants(path);
                self.look_at.retain(|other| other == path || people.contains(other));
            }
            PlanRequest::Choices { choices } => {
                self.look_at.retain(|path| choices.iter().any(|choice| choice.path == *path));
            }
        }
    }

    fn apply(&mut self, vault: &mut Vault, batch: Batch) -> Vec<NotePath> {
        let mut refused = BTreeSet::new();
        for (path, part) in &batch.notes {
            let Some(reason) = part.refusal(path, vault) else { continue };
            for (id, ..) in &part.findings {
                self.left.insert(id.clone(), reason.clone());
                refused.insert(id.clone());
            }
        }
        let mut changed = Vec::new();
        for (path, part) in batch.notes {
            // A fix over several notes is made whole or not at all.
            if part.findings.iter().any(|(id, ..)| refused.contains(id)) {
                self.look_at.insert(path);
                continue;
            }
            let Some(before) = vault.text(&path).map(str::to_owned) else { continue };
            let Ok(after) = text::apply(&before, &part.sorted()) else { continue };
            if after == before {
                continue;
            }
            self.done.extend(part.findings.iter().map(|(id, ..)| id.clone()));
            self.settled.entry(path.clone()).or_default().extend(part.findings);
            vault.upsert(path.clone(), after);
            self.originals.entry(path.clone()).or_insert(before);
            changed.push(path);
        }
        vault.settle();
        changed
    }

    fn finish(mut self, vault: &mut Vault) -> Plan {
        let mut changes = Vec::new();
        for (path, before) in self.originals {
            let after = vault.text(&path).unwrap_or_default().to_owned();
            vault.upsert(path.clone(), before.clone());
            if before == after {
                continue;
            }
            let (findings, messages, rules) = self.settled.remove(&path).unwrap_or_default().into_iter().collect();
            let edits = text::changes(&before, &after);
            let entry = JournalEntry::of_change(&path, &before, &after);
            let edits = edits.into_iter().map(NoteEditSpan::from).collect();
            changes.push(NoteChange { path, before, after, edits, findings, messages, rules, entry });
        }
        vault.settle();
        if let PlanRequest::Choices { choices } = self.request {
            for choice in choices.iter().filter(|choice| !self.done.contains(&choice.id)) {
                let gone = "The note has changed and this is no longer to be found in it. Look again.";
                self.left.entry(choice.id.clone()).or_insert_with(|| gone.to_owned());
            }
        }
        let left = self.left.into_iter().map(|(id, reason)| LeftOut { id, reason }).collect();
        Plan { changes, left }
    }
}

fn chosen(finding: &Finding, choice: &Choice) -> Result<Fix, String> {
    let fix = finding.fixes.get(choice.fix);
    let mut fix = fix.cloned().ok_or("There is nothing on offer for this; open the note and mend it by hand.")?;
    if let Some(text) = &choice.text {
        let [edit] = fix.edits.as_mut_slice() else {
            return Err("This changes several places, so your own wording cannot stand for it; edit the note.".into());
        };
        edit.text.clone_from(text);
    }
    Ok(fix)
}

/// The fixes of one round, note by note.
#[derive(Default)]
struct Batch {
    notes: BTreeMap<NotePath, Part>,
    /// Notes with a fix that has to wait for the next round.
    waiting: BTreeSet<NotePath>,
}

/// What one round does to one note.
#[derive(Default)]
struct Part {
    edits: Vec<(Edit, &'static str)>,
    findings: Vec<Settled>,
    declared: Vec<Declared>,
}

impl Batch {
    fn take(&mut self, finding: Finding, fix: &Fix) {
        let clash = fix.edits.iter().any(|edit| {
            let part = self.notes.get(&edit.path);
            part.is_some_and(|part| {
                part.edits.iter().any(|(other, rule)| clash(&edit.edit(), other, *rule == finding.rule))
            })
        });
        if clash {
            self.waiting.insert(finding.path);
            return;
        }
        for edit in &fix.edits {
            let part = self.notes.entry(edit.path.clone()).or_default();
            part.edits.push((edit.edit(), finding.rule));
            part.declared.extend(fix.declared.iter().cloned());
            let named = (finding.id.clone(), finding.message.clone(), finding.rule);
            if !part.findings.contains(&named) {
                part.findings.push(named);
            }
        }
    }
}

/// Whether two edits cannot be made at once. Lines that one rule inserts at one place are made in the rule's order;
/// any other two edits that touch wait for each other, since the first may give the place another shape.
fn clash(a: &Edit, b: &Edit, same_rule: bool) -> bool {
    let is_line = |edit: &Edit| edit.span.is_empty() && edit.text.matches('\n').count() == 1;
    let touch = a.span.start <= b.span.end && b.span.start <= a.span.end;
    touch && !(same_rule && is_line(a) && is_line(b))
}

impl Part {
    fn sorted(&self) -> Vec<Edit> {
        let mut edits: Vec<Edit> = self.edits.iter().map(|(edit, _)| edit.clone()).collect();
        order::sort_by(&mut edits, |a, b| a.span.cmp(&b.span));
        edits
    }

    /// Why this must not be applied, if the self-check says so: the properties may change as declared and no further,
    /// and what is edited below them must not become properties.
    fn refusal(&self, path: &NotePath, vault: &Vault) -> Option<String> {
        let note = vault.note(path)?;
        let edits = self.sorted();
        let after = match text::apply(&note.text, &edits) {
            Ok(after) => after,
            Err(error) => return Some(error.to_string()),
        };
        if self.declared.iter().any(|declared| matches!(declared, Declared::Lines(_))) {
            return frontmatter::verify(&note.text, &after, &self.declared).err().map(|error| error.to_string());
        }
        let body = note.frontmatter.fence.body();
        let in_head = edits.partition_point(|edit| edit.span.start < body);
        let head = &note.text[..body];
        let head_after = match text::apply(head, &edits[..in_head]) {
            Ok(after) => after,
            Err(error) => return Some(error.to_string()),
        };
        let yaml = |text: &str| Fence::find(text).block().map(|block| block.yaml);
        let verdict = match yaml(&after) == yaml(&head_after) {
            true => frontmatter::verify(head, &head_after, &self.declared),
            false => Err(VerifyError::Outside),
        };
        verdict.err().map(|error| error.to_string())
    }
}
