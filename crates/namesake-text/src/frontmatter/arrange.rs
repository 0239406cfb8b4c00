//! The order of properties. A property moves with the comments directly above it, those inside it and the blank lines
//! below it; comments at the head of the block before a blank line, and those at its end, stay. Which order is wanted
//! is left to the rules.

use super::gaps::gaps;
use super::model::{Entry, Frontmatter, Root};
use super::splice::SpliceError;
use super::verify::{Declared, VerifyError, verify};
use crate::text::{Edit, Span, apply};

/// The edits that put the properties in the order of their `rank`, those of one rank as they stand. As few properties
/// as possible are moved, and none where all are in order.
///
/// # Errors
/// [`SpliceError`] where the order cannot change without a doubt about what belongs together or is meant: a name that
/// occurs twice, JSON, an explicit key, a comment between blank lines, an alias that would lose its anchor, a block
/// scalar whose value depends on where it stands.
pub fn arrange(text: &str, fm: &Frontmatter, rank: &dyn Fn(&Entry) -> usize) -> Result<Vec<Edit>, SpliceError> {
    let ranks: Vec<usize> = fm.entries.iter().map(rank).collect();
    let mut wanted: Vec<usize> = (0..ranks.len()).collect();
    wanted.sort_by(|&a, &b| ranks[a].cmp(&ranks[b]));
    let Some(first) = wanted.iter().enumerate().position(|(at, &from)| at != from) else { return Ok(Vec::new()) };

    let edits = moves(text, &pieces(text, fm, &wanted)?, &wanted);
    let form = || SpliceError::Form(fm.entries[first].key.clone());
    let head = &text[..fm.fence.body()];
    let after = apply(head, &edits).map_err(|_| form())?;
    verify(head, &after, &[Declared::Order]).map_err(|error| match error {
        VerifyError::Alias => SpliceError::Alias,
        VerifyError::Property(key) => SpliceError::Form(key),
        _ => form(),
    })?;
    Ok(edits)
}

/// The lines that move with each property. They follow each other without a gap.
fn pieces(text: &str, fm: &Frontmatter, wanted: &[usize]) -> Result<Vec<Span>, SpliceError> {
    if let Some(key) = fm.duplicate_keys().first() {
        return Err(SpliceError::Duplicate((*key).to_owned()));
    }
    let mut place = vec![0; wanted.len()];
    for (to, &from) in wanted.iter().enumerate() {
        place[from] = to;
    }
    let gaps = gaps(text, fm);
    let last = gaps.len() - 1;
    let mut pieces = Vec::with_capacity(last);
    for (at, entry) in fm.entries.iter().enumerate() {
        let (before, after) = (&gaps[at], &gaps[at + 1]);
        let indent = Span::new(entry.span.start, entry.key_span.start).of(text);
        if fm.root != Root::Block || before.odd || after.odd || !indent.trim_start_matches(' ').is_empty() {
            return Err(SpliceError::Form(entry.key.clone()));
        }
        let parted = at > 0 && place[at] != place[at - 1] + 1;
        if before.loose && parted {
            return Err(SpliceError::Loose(entry.key.clone()));
        }
        pieces.push(Span::new(before.above, if at + 1 == last { after.inside } else { after.above }));
    }
    Ok(pieces)
}

/// Takes the pieces out that have to move and puts them in again before the one that stays behind them.
fn moves(text: &str, pieces: &[Span], wanted: &[usize]) -> Vec<Edit> {
    let stays = staying(wanted);
    let (mut edits, mut moving) = (Vec::new(), String::new());
    for &at in wanted {
        let piece = pieces[at];
        if !stays[at] {
            edits.push(Edit::delete(piece));
            moving.push_str(piece.of(text));
        } else if !moving.is_empty() {
            edits.push(Edit::insert(piece.start, std::mem::take(&mut moving)));
        }
    }
    if let (false, Some(last)) = (moving.is_empty(), pieces.last()) {
        edits.push(Edit::insert(last.end, moving));
    }
    edits.sort();
    edits
}

/// Which pieces stay: a longest increasing subsequence of `wanted`, by patience sorting.
fn staying(wanted: &[usize]) -> Vec<bool> {
    let mut ends: Vec<usize> = Vec::new();
    let mut before = Vec::with_capacity(wanted.len());
    for (at, &piece) in wanted.iter().enumerate() {
        let length = ends.partition_point(|&end| wanted[end] < piece);
        before.push(length.checked_sub(1).map(|shorter| ends[shorter]));
        match ends.get_mut(length) {
            Some(end) => *end = at,
            None => ends.push(at),
        }
    }
    let mut stays = vec![false; wanted.len()];
    let mut next = ends.last().copied();
    while let Some(at) = next {
        stays[wanted[at]] = true;
        next = before[at];
    }
    stays
}

#[cfg(test)]
mod tests;
