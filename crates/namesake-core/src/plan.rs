//! From findings to new texts. `request` says what a plan is asked for and `change` what it holds; `work` makes it, in rounds
//! that `batch` puts together and checks; `click` and `convert` are plans for tasks. Writing the notes is left to the
//! shells.

mod batch;
mod change;
mod click;
mod convert;
mod request;
mod work;

pub(crate) use change::Causes;
pub use change::{LeftOut, NoteChange, NoteEditSpan, Plan};
pub use click::TaskClick;
pub use convert::convert_tasks;
use namesake_note::finding::Finding;
use namesake_note::note::Note;
use namesake_rules::Rule;
use namesake_vault::vault::Vault;
pub use request::{Choice, PlanRequest, Query, SeenFix};
use work::{Job, Work};

/// The findings that `query` means, in the order of paths, rules and places. Each note that cannot be read is one of
/// them.
pub fn findings(vault: &mut Vault, query: &Query) -> Vec<Finding> {
    let search = search(vault, query);
    let read = search.notes().into_iter().flat_map(|note| search.look(note)).collect();
    search.finish(read)
}

/// The search for these findings, for shells that look at several notes at once.
pub fn search<'v>(vault: &'v mut Vault, query: &'v Query) -> Search<'v> {
    vault.settle();
    let rules = query.selection().rules(&vault.config().settings);
    Search { vault, query, rules }
}

/// The plan that does what `request` asks, round by round until nothing is left to do. The vault is afterwards as it was
/// before.
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

/// The plan for a click on a task's checkbox: the task gets the status that its own leads to, and what goes with it. If
/// that would lose something, the plan is empty and says why; it is empty without a word where nothing changes.
pub fn click(vault: &Vault, task: &TaskClick) -> Plan {
    match task.change(vault) {
        Ok(change) => Plan { changes: change.into_iter().collect(), left: Vec::new() },
        Err(reason) => Plan { changes: Vec::new(), left: vec![LeftOut { id: String::new(), reason }] },
    }
}

/// A search, note by note, for what a query means. The vault does not change meanwhile, so notes can be looked at in any
/// order, also at the same time.
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

    /// The findings in one of them.
    pub fn look(&self, note: &Note) -> Vec<Finding> {
        let mut findings = namesake_rules::check(note, self.vault, &self.rules, None);
        findings.retain(|finding| self.query.takes(finding));
        findings
    }

    /// All `findings` of the notes in the order of paths, with those about notes that cannot be read.
    pub fn finish(self, mut findings: Vec<Finding>) -> Vec<Finding> {
        let unread = self.vault.unreadable().filter(|(path, _)| self.query.is_about(path));
        let unread = unread.map(|(path, reason)| namesake_rules::unreadable(path, reason));
        findings.extend(unread.filter(|finding| self.query.takes(finding)));
        findings.sort_by(|a, b| a.path.cmp(&b.path));
        findings
    }
}
