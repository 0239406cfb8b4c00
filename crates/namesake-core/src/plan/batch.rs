//! What one round of a plan does: which fixes go together, and the self-check before they are made.

use std::collections::{BTreeMap, BTreeSet};

use super::change::{Cause, too_large};
use namesake_note::finding::{Finding, Fix, NewNote};
use namesake_note::note::Note;
use namesake_text::frontmatter::{self, Declared, Fence, Frontmatter, VerifyError};
use namesake_text::path::NotePath;
use namesake_text::text::{self, Edit};
use namesake_vault::vault::Vault;

/// The fixes of one round, note by note.
#[derive(Default)]
pub(super) struct Batch {
    pub(super) notes: BTreeMap<NotePath, Part>,
    /// The new notes, each with the finding it settles and the note that the finding is about.
    pub(super) new: Vec<(NewNote, Cause, NotePath)>,
    /// The notes with a fix that has to wait for the next round.
    pub(super) waiting: BTreeSet<NotePath>,
}

/// The edits of one round in one note.
#[derive(Default)]
pub(super) struct Part {
    /// In the order of their places. What one rule inserts at one place stays in the order of the rule.
    edits: Vec<(Edit, &'static str)>,
    pub(super) findings: Vec<Cause>,
    declared: Vec<Declared>,
}

/// A note after one round.
pub(super) struct After {
    /// The edits that were made, in order; edits that touch are joined.
    pub(super) edits: Vec<Edit>,
    pub(super) text: String,
    pub(super) frontmatter: Frontmatter,
}

impl Batch {
    /// Takes `fix` in. A fix that clashes with an earlier one has to wait for the next round, and so does any second fix in
    /// a note of `one_by_one`. If two fixes create one note, as for somebody who is new in several notes, the first one's
    /// text counts.
    pub(super) fn take(&mut self, finding: Finding, fix: &Fix, one_by_one: &BTreeSet<NotePath>) {
        let clash = fix.edits.iter().any(|edit| {
            let part = self.notes.get(&edit.path);
            part.is_some_and(|part| one_by_one.contains(&edit.path) || part.clashes(&edit.edit(), finding.rule))
        });
        if clash {
            self.waiting.insert(finding.path);
            return;
        }
        let is_made = |new: &&NewNote| self.new.iter().any(|(other, ..)| other.path.is_as(&new.path));
        if let Some(new) = fix.creates.as_ref().filter(|new| !is_made(new)) {
            let named = (finding.id.clone(), finding.message.clone(), finding.rule);
            self.new.push((new.clone(), named, finding.path.clone()));
        }
        for edit in &fix.edits {
            let part = self.notes.entry(edit.path.clone()).or_default();
            part.insert(edit.edit(), finding.rule);
            part.declared.extend(fix.declared.iter().cloned());
            let named = (finding.id.clone(), finding.message.clone(), finding.rule);
            if part.findings.last() != Some(&named) {
                part.findings.push(named);
            }
        }
    }
}

/// Whether two edits cannot be made at once: they touch, and the first may change what the second was made for. Whole lines
/// that one rule inserts at one place do not clash; they stand in the rule's order.
fn clash(a: &Edit, b: &Edit, same_rule: bool) -> bool {
    let is_line = |edit: &Edit| edit.span.is_empty() && edit.text.matches('\n').count() == 1;
    let touch = a.span.start <= b.span.end && b.span.start <= a.span.end;
    touch && !(same_rule && is_line(a) && is_line(b))
}

impl Part {
    fn insert(&mut self, edit: Edit, rule: &'static str) {
        let at = self.edits.partition_point(|(other, _)| other.span <= edit.span);
        self.edits.insert(at, (edit, rule));
    }

    /// Whether `edit` of `rule` clashes with an earlier edit. Those do not overlap, so only the nearest have to be compared.
    fn clashes(&self, edit: &Edit, rule: &str) -> bool {
        let end = self.edits.partition_point(|(other, _)| other.span.start <= edit.span.end);
        let mut touching = self.edits[..end].iter().rev().take_while(|(other, _)| edit.span.start <= other.span.end);
        touching.any(|(other, its)| clash(edit, other, *its == rule))
    }

    /// The note after the edits. The self-check refuses edits that change properties otherwise than declared, or that turn
    /// text below the properties into properties.
    ///
    /// # Errors
    /// Why the edits must not be made, for the user.
    pub(super) fn after(&self, note: &Note, vault: &Vault) -> Result<After, String> {
        let edits: Vec<Edit> = self.edits.iter().map(|(edit, _)| edit.clone()).collect();
        let text = text::apply(&note.text, &edits).map_err(|error| error.to_string())?;
        if text.len() > vault.config().settings.max_note_bytes {
            return Err(too_large());
        }
        let frontmatter = self.verify(note, &edits, &text).map_err(|error| error.to_string())?;
        Ok(After { edits: text::joined(edits), text, frontmatter })
    }

    /// The frontmatter of `after`, if it has changed as declared.
    fn verify(&self, note: &Note, edits: &[Edit], after: &str) -> Result<Frontmatter, VerifyError> {
        if self.declared.iter().any(|declared| matches!(declared, Declared::Lines(_))) {
            return frontmatter::verify_from(&note.text, &note.frontmatter, after, &self.declared);
        }
        let body = note.frontmatter.fence.body();
        let in_head = edits.partition_point(|edit| edit.span.start < body);
        let head = &note.text[..body];
        let head_after = text::apply(head, &edits[..in_head]).map_err(|_| VerifyError::Outside)?;
        let mut read = frontmatter::verify_from(head, &note.frontmatter, &head_after, &self.declared)?;
        let fence = Fence::find(after);
        let yaml = |fence: Fence| fence.block().map(|block| block.yaml);
        if yaml(fence) != yaml(read.fence) {
            return Err(VerifyError::Outside);
        }
        // The head was read alone, without the body that decides where its last line and its fence end.
        read.fence = fence;
        Ok(read)
    }
}
