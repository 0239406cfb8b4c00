//! Collects what the rules find in one note: gives findings their ids, leaves out those that the user has rejected, and
//! records the texts that the fixes are for.

use std::collections::{BTreeMap, BTreeSet};

use namesake_text::path::NotePath;
use namesake_vault::finding::{Draft, Finding, Fix, NoteBase, finding_id};
use namesake_vault::note::Note;
use namesake_vault::vault::Vault;

/// The findings of one note while the rules run.
pub struct Report<'v> {
    note: &'v Note,
    vault: &'v Vault,
    about: Option<&'v NotePath>,
    rule: &'static str,
    teaches: bool,
    findings: Vec<Finding>,
    counts: BTreeMap<(&'static str, String), usize>,
}

impl<'v> Report<'v> {
    pub(super) fn new(note: &'v Note, vault: &'v Vault, about: Option<&'v NotePath>) -> Self {
        Self { note, vault, about, rule: "", teaches: false, findings: Vec::new(), counts: BTreeMap::new() }
    }

    /// Takes the next findings as those of the rule with this name; only one that `teaches` may name a source.
    pub(super) fn begin(&mut self, rule: &'static str, teaches: bool) {
        self.rule = rule;
        self.teaches = teaches;
    }

    /// The saved meeting, if only what it teaches is asked for. A rule can skip other meetings then.
    pub const fn about(&self) -> Option<&'v NotePath> {
        self.about
    }

    /// Adds a finding of the running rule, unless the user has rejected it.
    pub fn add(&mut self, draft: Draft) {
        debug_assert!(draft.source.is_none() || self.teaches, "{} names a source", self.rule);
        let path = &self.note.path;
        let nth = self.counts.entry((self.rule, draft.subject.clone())).or_default();
        let id = finding_id(self.rule, path, &draft.subject, *nth);
        *nth += 1;
        if self.vault.config().decisions.is_rejected(path, self.rule, &draft.subject) {
            return;
        }
        let fixes = draft.fixes.into_iter().map(|fix| self.based(fix)).collect();
        self.findings.push(Finding {
            id,
            rule: self.rule,
            tier: draft.tier,
            path: path.clone(),
            start: draft.span.start,
            end: draft.span.end,
            message: draft.message,
            evidence: draft.evidence,
            fixes,
            subject: draft.subject,
            source: draft.source,
            more_sources: draft.more_sources,
            mention: draft.mention,
        });
    }

    fn based(&self, mut fix: Fix) -> Fix {
        let paths = fix.edits.iter().map(|edit| edit.path.clone()).collect::<BTreeSet<_>>();
        let base = |path| self.vault.hash(&path).cloned().map(|hash| NoteBase { path, hash });
        fix.bases = paths.into_iter().filter_map(base).collect();
        fix
    }

    /// The number of findings so far.
    pub fn open(&self) -> usize {
        self.findings.len()
    }

    pub(super) fn into_findings(self) -> Vec<Finding> {
        self.findings
    }
}
