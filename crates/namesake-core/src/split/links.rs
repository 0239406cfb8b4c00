//! Makes links that mean the other person lead to the new note: those that show their name, those in meetings that only
//! moved lines tell of, and those to lines that moved. What a link shows stays as it is.

use namesake_language::say;
use std::collections::BTreeSet;

use super::parts::Part;
use crate::pieces::property_links;
use namesake_names::fold;
use namesake_note::adopted::encoded;
use namesake_note::note::{Link, Note, lines};
use namesake_text::path::NotePath;
use namesake_text::text::{Edit, Span};
use namesake_vault::vault::Vault;

/// How links are rewritten.
pub struct Relinking<'v> {
    vault: &'v Vault,
    old: &'v Note,
    new: &'v Note,
    /// The meetings that only moved lines tell of.
    meetings: BTreeSet<NotePath>,
    /// The block ids that moved, in lower case.
    ids: BTreeSet<String>,
}

impl<'v> Relinking<'v> {
    pub fn new(vault: &'v Vault, old: &'v Note, new: &'v Note, parts: &[Part]) -> Self {
        let told = |moves: bool| parts.iter().filter(move |part| part.moves() == moves).flat_map(|part| &part.meetings);
        let kept: BTreeSet<&NotePath> = told(false).collect();
        let meetings = told(true).filter(|meeting| !kept.contains(meeting)).cloned().collect();
        let body = Span::new(new.frontmatter.fence.body(), new.text.len());
        let ids = lines(&new.text, body).filter_map(|line| block_id(new.slice(line)).map(str::to_lowercase)).collect();
        Self { vault, old, new, meetings, ids }
    }

    /// The edits of links in one of the two notes.
    pub fn in_half(&self, half: &Note) -> Vec<Edit> {
        let links = half.body().links.iter();
        links.filter_map(|link| self.own(half, link).or_else(|| self.rewrite(half, &half.text, link))).collect()
    }

    /// The edits of links in any other note.
    ///
    /// # Errors
    /// Why they cannot be made, for the user.
    pub fn elsewhere(&self, note: &Note) -> Result<Vec<Edit>, String> {
        let concerns =
            |link: &Link| self.leads(link.target.of(&note.text)) && self.rewrite(note, &note.text, link).is_some();
        let rewrite = |text: &str, link: &Link| self.rewrite(note, text, link);
        let mut edits = property_links::edits(note, &self.old.path, concerns, rewrite)?;
        if !edits.is_empty() && property_links::breaks(note, &edits) {
            return Err(say!(
                "The links in the properties of {note} cannot be rewritten; edit them by hand.",
                note = note.path
            )
            .into());
        }
        edits.extend(note.body().links.iter().filter_map(|link| self.rewrite(note, &note.text, link)));
        Ok(edits)
    }

    fn leads(&self, target: &str) -> bool {
        !target.trim().is_empty() && self.vault.linked(target) == Some(&self.old.path)
    }

    /// The edit of a link to the old note that means the other person.
    fn rewrite(&self, note: &Note, text: &str, link: &Link) -> Option<Edit> {
        let target = link.target.of(text);
        if !self.leads(target) {
            return None;
        }
        let name = self.new.path.stem();
        let shown = link.display.map(|display| display.of(text).trim());
        let is_meant = shown.is_some_and(|shown| fold(shown) == fold(name)) || self.meetings.contains(&note.path);
        let sub = subpath(text, link);
        let takes = match sub.strip_prefix('#') {
            Some(block) if block.starts_with('^') => self.ids.contains(&block[1..].to_lowercase()),
            Some(heading) => is_meant && self.has_heading(heading),
            None => is_meant,
        };
        if !takes {
            return None;
        }
        // The new note stands in the same folder, so only the last part of a path changes.
        let start = target.rfind('/').map_or(0, |at| at + 1);
        let ending = if target[start..].to_lowercase().ends_with(".md") { ".md" } else { "" };
        let last = if link.markdown { encoded(name) } else { [name, ending].concat() };
        let new = [&target[..start], &last].concat();
        // `[[Rob Banga|Rob Banga]]` shows nothing else without its second half.
        let is_double = !link.markdown && sub.is_empty() && shown == Some(new.as_str());
        let end = if is_double { link.span.end - "]]".len() } else { link.target.end };
        Some(Edit::replace(Span::new(link.target.start, end), new))
    }

    /// The edit of a link to a place in its own note, if that place is in the other half.
    fn own(&self, half: &Note, link: &Link) -> Option<Edit> {
        let sub = subpath(&half.text, link);
        if link.markdown || !link.target.of(&half.text).is_empty() {
            return None;
        }
        let (in_new, place) = (half.path == self.new.path, sub.strip_prefix('#')?);
        let is_away = match place.strip_prefix('^') {
            Some(id) => self.ids.contains(&id.to_lowercase()) != in_new,
            None => in_new && !self.has_heading(place),
        };
        let other = if in_new { self.vault.link_target(&self.old.path)? } else { self.new.path.stem() };
        is_away.then(|| Edit::insert(link.target.start, other))
    }

    fn has_heading(&self, heading: &str) -> bool {
        let last = heading.rsplit('#').next().unwrap_or_default();
        self.new.body().sections.iter().any(|section| fold(&section.title) == fold(last))
    }
}

/// The `#Heading` or `#^id` of a link.
fn subpath<'t>(text: &'t str, link: &Link) -> &'t str {
    let rest = &text[link.target.end..link.span.end];
    let is_end = |c: char| if link.markdown { c.is_whitespace() || ">)".contains(c) } else { "|]\\".contains(c) };
    rest[..rest.find(is_end).unwrap_or(rest.len())].trim()
}

/// The block id that ends a line, without `^`.
fn block_id(line: &str) -> Option<&str> {
    namesake_vault::person::bullets::block_id(line.trim_end()).map(|id| &id[1..])
}
