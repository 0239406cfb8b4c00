//! Collects what the rules find in one note: gives findings their ids, leaves out those that the user has rejected, and
//! records the texts that the fixes are for.

use std::collections::{BTreeMap, BTreeSet};

use crate::rule::{Habitual, Rule};
use namesake_note::finding::{Draft, Finding, Fix, NoteBase, Tier, finding_id};
use namesake_note::note::Note;
use namesake_text::frontmatter::Declared;
use namesake_text::path::NotePath;
use namesake_text::text::Span;
use namesake_vault::vault::{Vault, Written};

/// The findings of one note while the rules run.
pub struct Report<'v> {
    note: &'v Note,
    vault: &'v Vault,
    about: Option<&'v NotePath>,
    rule: &'static str,
    teaches: bool,
    habit: Option<Habitual>,
    /// What was left alone as a habit, by what the settings call it.
    habits: BTreeMap<String, YieldedHabit>,
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
            habit: None,
            habits: BTreeMap::new(),
            locked: 0,
            findings: Vec::new(),
            counts: BTreeMap::new(),
        }
    }

    /// Takes the next findings as those of `rule`; only one that teaches may name a source.
    pub(super) fn begin(&mut self, rule: &Rule) {
        self.rule = rule.name;
        self.teaches = rule.teaches;
        self.habit = rule.habit;
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
        if self.is_locked(&draft) || self.is_generated(&draft) {
            return;
        }
        let nth = self.counts.entry((self.rule, draft.subject.clone())).or_default();
        let id = finding_id(self.rule, path, &draft.subject, *nth);
        *nth += 1;
        if self.vault.config().decisions.is_rejected(path, self.rule, &draft.subject) {
            return;
        }
        if let Some((key, habit)) = self.yielded(&draft) {
            self.habits.insert(key, habit);
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
            message: draft.message.into(),
            evidence: draft.evidence.into_iter().map(String::from).collect(),
            fixes,
            subject: draft.subject,
            source: draft.source,
            more_sources: draft.more_sources,
            mention: draft.mention,
        });
    }

    /// The habit that the draft would change, with what the settings call it, unless the user wants it mended.
    fn yielded(&self, draft: &Draft) -> Option<(String, YieldedHabit)> {
        let settings = &self.vault.config().settings;
        let (name, property, written) = match self.habit.filter(|_| draft.tier == Tier::Auto)? {
            Habitual::Layout(layout) => ("layout", None, Written::Layout(layout)),
            Habitual::Property => {
                let property = changed_property(draft)?;
                // What the settings say of the property comes before the habit.
                if settings.property_types.keys().any(|key| key.eq_ignore_ascii_case(property)) {
                    return None;
                }
                let entry = self.note.frontmatter.only(property)?;
                (property.as_str(), Some(property.clone()), Written::property(self.note, entry))
            }
        };
        let key = format!("{} {name}", self.rule);
        let yields = self.vault.is_habit(self.note.kind, &written) && !settings.mended_habits.contains(&key);
        yields.then_some((key, YieldedHabit { rule: self.rule, property, written }))
    }

    /// Whether the finding is about what a program writes anew, or would change it.
    fn is_generated(&self, draft: &Draft) -> bool {
        let head = self.note.frontmatter.fence.body();
        let edits = draft.fixes.iter().flat_map(|fix| &fix.edits).filter(|edit| edit.path == self.note.path);
        let places = edits.map(|edit| Span::new(edit.start, edit.end)).chain([draft.span]);
        // No program's part holds properties, so a finding about them alone needs no body.
        let mut below = places.filter(|place| place.end > head);
        below.any(|place| self.note.body().is_generated(place))
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

    /// What was left alone as a habit of the vault, by what the settings call it.
    pub(super) fn into_habits(self) -> BTreeMap<String, YieldedHabit> {
        self.habits
    }

    pub(super) fn into_findings(self) -> Vec<Finding> {
        self.findings
    }
}

/// A habit that a rule would change.
pub struct YieldedHabit {
    /// The rule.
    pub rule: &'static str,
    /// The property as the note writes it; none for a layout.
    pub property: Option<String>,
    /// What is written so.
    pub written: Written,
}

/// The property that the first fix changes.
fn changed_property(draft: &Draft) -> Option<&String> {
    draft.fixes.first()?.declared.iter().find_map(|declared| match declared {
        Declared::Value(key) | Declared::Spelling(key) => Some(key),
        Declared::Order | Declared::Lines(_) => None,
    })
}
