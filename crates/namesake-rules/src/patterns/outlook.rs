//! What becomes of a note when the user's patterns are applied to it: whether it comes to rest, and what else would change.

use std::collections::BTreeSet;

use namesake_language::translatable;
use namesake_note::note::Note;
use namesake_note::pattern::CompiledPattern;
use namesake_text::frontmatter::{Entry, Fence, Frontmatter};
use namesake_text::text::{Edit, apply};
use namesake_vault::pattern_hits::{Hit, hits};
use namesake_vault::vault::{ReadNote, Vault};

/// How often patterns are applied to see whether a note comes to rest.
const TRIALS: usize = 8;

/// A note that grows by more than itself and so many bytes, and is still not done, will never be.
const GROWTH: usize = 1 << 16;

/// What becomes of a note when a pattern is applied to it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outlook {
    /// Applied once, it finds nothing more.
    AtOnce,
    /// It finds something in what it wrote, but not for ever.
    Later,
    /// It finds something in whatever it wrote.
    Never,
    /// What it writes is changed back by another pattern.
    Undone,
    /// Text that it does not touch would become code or a comment, or the reverse.
    Opaque,
    /// The properties would begin or end elsewhere.
    Fence,
}

impl Outlook {
    /// Why it is not applied without asking, to be translated.
    pub const fn doubt(self) -> Option<&'static str> {
        match self {
            Self::AtOnce => None,
            Self::Later => Some(translatable!(
                "Applied once, it finds something more in what it wrote, so that it is always asked about."
            )),
            Self::Never => Some(translatable!(
                "It finds something in what it wrote, again and again, so that it cannot be applied; change the \
                 pattern so that it does not match what it writes."
            )),
            Self::Undone => {
                Some(translatable!("Another of your patterns changes back what it writes; change one of them."))
            }
            Self::Opaque => Some(translatable!("Other text would become code or a comment, or the reverse.")),
            Self::Fence => {
                Some(translatable!("The properties would begin or end elsewhere, so that it cannot be applied."))
            }
        }
    }
}

/// Why a pattern would not be applied to the note without asking, alone as it is; nothing if it would. To be translated.
pub fn doubt(note: &Note, vault: &Vault, pattern: &CompiledPattern) -> Option<&'static str> {
    outlook(note, vault, pattern).doubt()
}

/// The outlook of each of `patterns` in the note.
pub fn outlooks(note: &Note, vault: &Vault, patterns: &[&CompiledPattern]) -> Vec<Outlook> {
    let mut outlooks: Vec<Outlook> = patterns.iter().map(|pattern| outlook(note, vault, pattern)).collect();
    if patterns.len() > 1 {
        let rests = |at: &usize| !matches!(outlooks[*at], Outlook::Never | Outlook::Fence);
        let kept: Vec<usize> = (0..patterns.len()).filter(rests).collect();
        for at in restless(note, vault, patterns, kept) {
            outlooks[at] = Outlook::Undone;
        }
        let is_at_once = |at: &usize| outlooks[*at] == Outlook::AtOnce;
        let at_once: Vec<usize> = (0..patterns.len()).filter(is_at_once).collect();
        let together: Vec<&CompiledPattern> = at_once.iter().map(|at| patterns[*at]).collect();
        if at_once.len() > 1 && changes_code(note, vault, look(&together, note, vault)) {
            for at in at_once {
                outlooks[at] = Outlook::Opaque;
            }
        }
    }
    outlooks
}

/// The outlook of one pattern alone.
fn outlook(note: &Note, vault: &Vault, pattern: &CompiledPattern) -> Outlook {
    let found = look(&[pattern], note, vault);
    let Some(mut after) = applied(note, vault, &found) else { return Outlook::AtOnce };
    if !same_blocks(&note.frontmatter, &after.note().frontmatter) {
        return Outlook::Fence;
    }
    let is_asked = found.iter().any(|hit| hit.changes_link);
    let same_code = opaque(note).eq(opaque(after.note())) && !(is_asked && changes_code(note, vault, found));
    for trial in 0..TRIALS {
        match applied(after.note(), vault, &look(&[pattern], after.note(), vault)) {
            None if trial > 0 => return Outlook::Later,
            None if same_code => return Outlook::AtOnce,
            None => return Outlook::Opaque,
            Some(next) if next.note().text.len() > 2 * note.text.len() + GROWTH => return Outlook::Never,
            Some(next) => after = next,
        }
    }
    Outlook::Never
}

/// Whether what is applied of `found` without asking would make code of other words, or other words of code: a line that is
/// asked about may be what keeps them apart.
fn changes_code(note: &Note, vault: &Vault, mut found: Vec<Hit>) -> bool {
    found.retain(|hit| !hit.changes_link);
    applied(note, vault, &found).is_some_and(|after| !opaque(note).eq(opaque(after.note())))
}

/// Those of `patterns`, by their numbers, that still change the note after all of those `kept` were applied several times.
fn restless(note: &Note, vault: &Vault, patterns: &[&CompiledPattern], kept: Vec<usize>) -> BTreeSet<usize> {
    let all: Vec<&CompiledPattern> = kept.into_iter().map(|at| patterns[at]).collect();
    let mut last = BTreeSet::new();
    let mut now = vault.read(note.path.clone(), note.text.clone());
    for trial in 0..TRIALS {
        let found = look(&all, now.note(), vault);
        let Some(next) = applied(now.note(), vault, &found) else { return BTreeSet::new() };
        let number = |hit: &Hit| patterns.iter().position(|pattern| std::ptr::eq(*pattern, hit.pattern));
        // Patterns that are done after a while have no part in the quarrel.
        if trial >= TRIALS / 2 {
            last.extend(found.iter().filter(|hit| hit.can_change()).filter_map(number));
        }
        if next.note().text.len() > 2 * note.text.len() + GROWTH {
            return found.iter().filter_map(number).collect();
        }
        now = next;
    }
    last
}

/// What those of `patterns` that are about the note find in it.
fn look<'p>(patterns: &[&'p CompiledPattern], note: &Note, vault: &Vault) -> Vec<Hit<'p>> {
    let is_about = |pattern: &&CompiledPattern| pattern.is_about(&note.path, note.kind);
    let about: Vec<&CompiledPattern> = patterns.iter().copied().filter(is_about).collect();
    hits(&about, note, &vault.config().settings)
}

/// The note after what was found in it is replaced; nothing if that changes nothing.
fn applied(note: &Note, vault: &Vault, found: &[Hit]) -> Option<Box<ReadNote>> {
    let mut edits: Vec<Edit> = found.iter().filter_map(|hit| hit.edits.as_ref().ok()).flatten().cloned().collect();
    edits.sort_by_key(|edit| edit.span);
    let text = apply(&note.text, &edits).ok().filter(|text| *text != note.text)?;
    Some(vault.read(note.path.clone(), text))
}

/// Whether both have the same properties between fences of the same kind.
fn same_blocks(a: &Frontmatter, b: &Frontmatter) -> bool {
    let is_open = |fm: &Frontmatter| matches!(fm.fence, Fence::Unclosed { .. });
    let keys = |fm: &Frontmatter| fm.entries.iter().map(key).collect::<Vec<_>>();
    a.fence.block().is_some() == b.fence.block().is_some() && is_open(a) == is_open(b) && keys(a) == keys(b)
}

fn key(entry: &Entry) -> String {
    entry.key.clone()
}

/// The code, HTML and comments of a note.
fn opaque(note: &Note) -> impl Iterator<Item = &str> {
    note.body().opaque.iter().map(|span| note.slice(*span))
}
