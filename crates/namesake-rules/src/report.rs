//! Collects what the rules find in one note: gives findings their ids, leaves out those that the user has rejected, and
//! records the texts that the fixes are for.

use std::collections::{BTreeMap, BTreeSet};

use crate::rule::Rule;
use namesake_text::frontmatter::Declared;
use namesake_text::path::NotePath;
use namesake_vault::finding::{Draft, Finding, Fix, NoteBase, Tier, finding_id};
use namesake_vault::note::Note;
use namesake_vault::vault::Vault;

/// The findings of one note while the rules run.
pub struct Report<'v> {
    note: &'v Note,
    vault: &'v Vault,
    about: Option<&'v NotePath>,
    rule: &'static str,
    teaches: bool,
    yields_to_habit: bool,
    /// What was left alone as a habit: the rule and the property.
    habits: BTreeSet<(&'static str, String)>,
    /// The end of a block that the running rule leaves as it is.
    locked: usize,
    findings: Vec<Finding>,
    counts: BTreeMap<(&'static str, String), usize>,
}

impl<'v> Report<'v> {
    pub(super) fn new(note: &'v Note, vault: &'v Vault, about: Option<&'v NotePath>) -> Self {
        Self {
            note,
            vault,
            about,
            rule: "",
            teaches: false,
            yields_to_habit: false,
            habits: BTreeSet::new(),
            locked: 0,
            findings: Vec::new(),
            counts: BTreeMap::new(),
        }
    }

    /// Takes the next findings as those of `rule`; only one that teaches may name a source.
    pub(super) fn begin(&mut self, rule: &Rule) {
        self.rule = rule.name;
        self.teaches = rule.teaches;
        self.yields_to_habit = rule.yields_to_habit;
        let is_locked = self.note.frontmatter.repeats_names() && !rule.settles_names;
        self.locked = if is_locked { self.note.frontmatter.fence.body() } else { 0 };
    }

    /// The saved meeting, if only what it teaches is asked for. A rule can skip other meetings then.
    pub const fn about(&self) -> Option<&'v NotePath> {
        self.about
    }

    /// Adds a finding of the running rule, unless the user has rejected it.
    pub fn add(&mut self, draft: Draft) {
        debug_assert!(draft.source.is_none() || self.teaches, "{} names a source", self.rule);
        let path = &self.note.path;
        if self.is_locked(&draft) {
            return;
        }
        let nth = self.counts.entry((self.rule, draft.subject.clone())).or_default();
        let id = finding_id(self.rule, path, &draft.subject, *nth);
        *nth += 1;
        if self.vault.config().decisions.is_rejected(path, self.rule, &draft.subject) {
            return;
        }
        if let Some(property) = self.habit(&draft) {
            self.habits.insert((self.rule, property));
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

    /// The property that the draft would change although the vault writes it so by habit, unless the user wants the habit
    /// mended.
    fn habit(&self, draft: &Draft) -> Option<String> {
        if !self.yields_to_habit || draft.tier != Tier::Auto {
            return None;
        }
        let property = draft.fixes.first()?.declared.iter().find_map(|declared| match declared {
            Declared::Value(key) | Declared::Spelling(key) => Some(key),
            Declared::Order | Declared::Lines(_) => None,
        })?;
        let entry = self.note.frontmatter.only(property)?;
        let settings = &self.vault.config().settings;
        // What the settings say of the property, or of the habit, comes before it.
        let is_mended = || {
            settings.property_types.keys().any(|key| key.eq_ignore_ascii_case(property))
                || settings.mended_habits.iter().any(|habit| *habit == habit_key(self.rule, property))
        };
        (self.vault.is_habit(self.note, entry) && !is_mended()).then(|| property.clone())
    }

    /// Whether the finding is about properties that cannot be read, or would change them.
    fn is_locked(&self, draft: &Draft) -> bool {
        let edits = || draft.fixes.iter().flat_map(|fix| &fix.edits);
        let changes = || edits().any(|edit| edit.path == self.note.path && edit.start < self.locked);
        self.locked > 0 && (draft.span.start < self.locked || changes())
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

    /// What was left alone as a habit of the vault: each rule with the property.
    pub(super) fn into_habits(self) -> BTreeSet<(&'static str, String)> {
        self.habits
    }

    pub(super) fn into_findings(self) -> Vec<Finding> {
        self.findings
    }
}

/// What the settings call a habit by: the rule that would change it, and the property.
pub fn habit_key(rule: &str, property: &str) -> String {
    format!("{rule} {property}")
}
