//! Rewrites links in the properties of a note. A value whose links change is written anew in its own quotes; all others
//! keep their bytes.

use namesake_language::say;
use namesake_note::note::{Link, Note, links};
use namesake_text::frontmatter::scalar::{self, Place};
use namesake_text::frontmatter::{Entry, Frontmatter, Style, Value};
use namesake_text::path::NotePath;
use namesake_text::text::{Edit, Span, apply};

/// The edits of links in the properties of `note`. `concerns` says of a link in the note's text whether it has to be
/// looked at, since it leads to the note at `to`; `rewrite` gives the edit of a link in a text, which may be a decoded
/// value.
///
/// # Errors
/// Why the links cannot be rewritten, for the user.
pub fn edits(
    note: &Note,
    to: &NotePath,
    concerns: impl Fn(&Link) -> bool,
    rewrite: impl Fn(&str, &Link) -> Option<Edit>,
) -> Result<Vec<Edit>, String> {
    let fm = &note.frontmatter;
    let Some(block) = fm.fence.block() else { return Ok(Vec::new()) };
    let raw = links::wikilinks(&note.text[..block.yaml.end], block.yaml.start, &fm.comments);
    let mut raw: Vec<&Link> = raw.iter().filter(|link| concerns(link)).collect();
    if raw.is_empty() {
        return Ok(Vec::new());
    }
    if let Some(error) = &fm.error {
        let path = &note.path;
        return Err(say!(
            "The properties of {path} link to {to} and cannot be read ({error}). Mend them first.",
            path,
            to,
            error
        )
        .into());
    }
    let mut edits = Vec::new();
    let edit = |span, new: &str, source: Option<String>| {
        let refused = || {
            say!("A property of {note} cannot hold “{new}”. Put the link there in quotes first.", note = note.path, new)
        };
        source.map(|source| Edit::replace(span, source)).ok_or_else(refused)
    };
    for (text, style, span) in scalars(fm) {
        if !raw.iter().any(|link| span.contains(link.span)) {
            continue;
        }
        raw.retain(|link| !span.contains(link.span));
        if matches!(style, Style::Literal | Style::Folded) {
            let inside = links::wikilinks(&note.text[..span.end], span.start, &[]);
            edits.extend(inside.iter().filter_map(|link| rewrite(&note.text, link)));
            continue;
        }
        let changes: Vec<Edit> = links::wikilinks(text, 0, &[]).iter().filter_map(|link| rewrite(text, link)).collect();
        if let Some(new) = apply(text, &changes).ok().filter(|new| new != text) {
            edits.push(edit(span, &new, scalar::write(&new, style, Place::Flow))?);
        }
    }
    // YAML reads a link without quotes as a list in a list, with the target as a plain scalar.
    for bare in raw.into_iter().filter_map(|link| rewrite(&note.text, link)) {
        let source = scalar::write(&bare.text, Style::Plain, Place::Flow).filter(|source| *source == bare.text);
        edits.push(edit(bare.span, &bare.text, source)?);
    }
    Ok(edits)
}

/// Whether `edits` would make the properties unreadable or change others.
pub fn breaks(note: &Note, edits: &[Edit]) -> bool {
    let names = |fm: &Frontmatter| fm.entries.iter().map(|entry| entry.key.clone()).collect::<Vec<_>>();
    let after = apply(&note.text, edits).map(|text| Frontmatter::read(&text));
    after.map_or(true, |after| after.error.is_some() || names(&after) != names(&note.frontmatter))
}

/// All scalars of the properties, decoded, with their places.
fn scalars(fm: &Frontmatter) -> Vec<(&str, Style, Span)> {
    fn add<'f>(value: &'f Value, span: Span, found: &mut Vec<(&'f str, Style, Span)>) {
        match value {
            Value::Scalar { text, style } => found.push((text, *style, span)),
            Value::List { items, .. } => items.iter().for_each(|item| add(&item.value, item.span, found)),
            Value::Map { pairs, .. } => pairs.iter().for_each(|(_, item)| add(&item.value, item.span, found)),
            Value::Null | Value::Other => {}
        }
    }
    let mut found = Vec::new();
    fm.entries.iter().for_each(|Entry { value, value_span, .. }| add(value, *value_span, &mut found));
    found
}
