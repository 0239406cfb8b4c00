//! Makes links to the loser lead to the winner: wikilinks and embeds, also in properties, Markdown links and the definitions
//! of reference links. The visible text of a link stays the same.

use super::{address, blocks, owners};
use crate::pieces::{outline, property_links};
use namesake_language::say;
use namesake_note::note::{Link, Note, lines, links};
use namesake_text::path::NotePath;
use namesake_text::text::{Edit, Span, trimmed};
use namesake_vault::vault::Vault;

/// How links to the loser are rewritten.
pub struct Rewrite<'v> {
    vault: &'v Vault,
    winner: &'v Note,
    loser: &'v Note,
    /// The target by which links name the winner.
    target: &'v str,
    ids: blocks::Renamed,
    /// The heading with the person's name in the loser, and in the winner if it has one.
    heading: Option<(&'v str, Option<&'v str>)>,
    names: owners::Names,
}

/// The surroundings of a link that decide how it is written.
#[derive(Clone, Copy)]
struct Where {
    /// In a row of a table, where the bar is escaped.
    in_table: bool,
    /// In a query, where a link has no visible text.
    bare: bool,
}

impl<'v> Rewrite<'v> {
    /// # Errors
    /// If no link can name the winner.
    pub fn new(vault: &'v Vault, winner: &'v Note, loser: &'v Note) -> Result<Self, String> {
        let target = vault.link_target(&winner.path);
        let target = target.ok_or_else(|| {
            say!("The name of {note} has signs that no link can hold. Rename it first.", note = winner.path)
        })?;
        let heading = outline::name_heading(vault, loser);
        let heading = heading.map(|theirs| (theirs, outline::name_heading(vault, winner)));
        let names = owners::Names::of(vault, winner, loser);
        let ids = blocks::Renamed::of(winner, loser);
        Ok(Self { vault, winner, loser, target, ids, heading, names })
    }

    /// The edits after which nothing in `note` leads to the loser, or why that is impossible.
    pub fn text(&self, note: &Note) -> Result<Vec<Edit>, String> {
        let mut edits = self.in_properties(note)?;
        let body = note.body();
        let in_row = |at: usize| {
            let next = body.rows.partition_point(|row| row.first().is_some_and(|cell| cell.start <= at));
            next > 0 && body.rows[next - 1].last().is_some_and(|cell| at < cell.end)
        };
        for link in body.links.iter().filter(|link| !link.markdown) {
            let place = Where { in_table: in_row(link.span.start), bare: false };
            edits.extend(self.wikilink(note, &note.text, link, place));
        }
        for address in &body.addresses {
            edits.extend(self.address(note, *address));
        }
        edits.extend(self.definitions(note));
        if note.path == self.loser.path {
            edits.extend(self.ids.edits());
        }
        edits.extend(self.names.edits(note, |query| self.links(note, query, true)));
        edits.sort_by_key(|a| a.span);
        let mut end = 0;
        edits.retain(|edit| {
            let free = edit.span.start >= end;
            end = end.max(edit.span.end);
            free
        });
        match note.frontmatter.error.is_none() && !edits.is_empty() && property_links::breaks(note, &edits) {
            true => Err(say!(
                "The links in the properties of {note} cannot be rewritten; edit them by hand.",
                note = note.path
            )
            .into()),
            false => Ok(edits),
        }
    }

    /// Whether a link's target in `note` is the loser.
    fn leads(&self, note: &Note, target: &str) -> bool {
        let target = target.trim();
        // A relative path that names another note leads to that note.
        let whole = address::is_relative(target).then(|| address::absolute(&note.path, target)).flatten();
        let path = whole.map(|whole| NotePath::new([whole.strip_suffix(".md").unwrap_or(&whole), ".md"].concat()));
        match path.and_then(|path| self.vault.note(&path)) {
            Some(other) => other.path == self.loser.path,
            None => self.vault.linked(address::without_steps(target)) == Some(&self.loser.path),
        }
    }

    /// The `#Heading` or `#^id` in the winner for one in the loser.
    fn subpath(&self, sub: &str) -> String {
        if let Some(id) = sub.trim_start_matches('#').strip_prefix('^') {
            return self.ids.new_name(id.trim()).map_or_else(|| sub.to_owned(), |new| format!("#^{new}"));
        }
        let mut parts = sub.split('#').skip(1);
        let first = parts.next().map(str::trim);
        match self.heading.filter(|(theirs, _)| first.is_some_and(|first| first.eq_ignore_ascii_case(theirs))) {
            Some((_, mine)) => mine.into_iter().chain(parts).flat_map(|part| ["#", part]).collect(),
            None => sub.to_owned(),
        }
    }

    fn wikilink(&self, note: &Note, text: &str, link: &Link, place: Where) -> Option<Edit> {
        let target = link.target.of(text);
        let inner = Span::new(link.target.start, link.span.end - "]]".len());
        let bar = inner.of(text).find('|');
        let head = bar.map_or(inner.len(), |bar| bar - usize::from(inner.of(text)[..bar].ends_with('\\')));
        let head = trimmed(text, Span::new(inner.start, inner.start + head));
        let sub = Span::new(link.target.end, head.end).of(text).trim();
        let is_own = target.is_empty() && note.path == self.loser.path;
        if !is_own && !self.leads(note, target) {
            return self.rebased(note, target).map(|new| Edit::replace(link.target, new));
        }
        let new = [if is_own { "" } else { self.target }, &self.subpath(sub)].concat();
        let shown = [target.strip_suffix(".md").unwrap_or(target), &sub.replace('#', " > ")].concat();
        let is_embed = link.span.of(text).starts_with('!');
        let bar = match bar.is_some() || is_embed || is_own || place.bare || shown == new {
            true => String::new(),
            false => format!("{}|{shown}", if place.in_table { "\\" } else { "" }),
        };
        let new = new + &bar;
        // The heading with the name may be missing in the winner; the link then leads to the whole note.
        (!new.is_empty() && new != head.of(text)).then(|| Edit::replace(head, new))
    }

    /// A relative address in the loser, rewritten for the winner.
    fn rebased(&self, note: &Note, address: &str) -> Option<String> {
        let is_moved = note.path == self.loser.path;
        is_moved.then(|| address::moved(&self.loser.path, &self.winner.path, address)).flatten()
    }

    /// The links in `text`, a decoded property or a query of `note`.
    fn links(&self, note: &Note, text: &str, bare: bool) -> Vec<Edit> {
        let place = Where { in_table: false, bare };
        links::wikilinks(text, 0, &[]).iter().filter_map(|link| self.wikilink(note, text, link, place)).collect()
    }

    /// The target of a Markdown link: `(People/Rob%20Banga.md#Heading "title")`, the brackets included or not.
    fn address(&self, note: &Note, span: Span) -> Option<Edit> {
        let words = span.of(&note.text);
        let mut start = words.len() - words.trim_start_matches(['(', ' ', '\t', '\n', '\r']).len();
        let angled = words[start..].starts_with('<');
        start += usize::from(angled);
        let is_end = |c: char| if angled { c == '>' } else { c.is_whitespace() || c == ')' };
        let length = match angled {
            true => words[start..].find(is_end)?,
            // An address may contain pairs of round brackets.
            false => links::address_len(&words[start..], usize::MAX),
        };
        let address = &words[start..start + length];
        let (path, fragment) = address.split_at(address.find('#').unwrap_or(address.len()));
        let written = |path: &str| if angled { path.to_owned() } else { address::spelt(path) };
        let said = address::read(path).filter(|said| !said.contains(':'))?;
        let place = |length: usize| Span::new(span.start + start, span.start + start + length);
        if said.is_empty() || !self.leads(note, &said) {
            let is_own = said.is_empty() && note.path == self.loser.path && !fragment.is_empty();
            let new = self.rebased(note, &said).map(|path| written(&path));
            let new = new.or_else(|| is_own.then(String::new))? + &self.fragment(fragment, angled);
            return (!new.is_empty() && new != address).then(|| Edit::replace(place(length), new));
        }
        let stem_only = self.target == self.winner.path.stem();
        let whole = match () {
            () if address::is_relative(&said) => address::relative(&note.path, self.winner.path.as_str()),
            () if stem_only && !said.contains('/') => format!("{}.md", self.winner.path.stem()),
            () => self.winner.path.to_string(),
        };
        let has_ending = said.strip_suffix(".md").is_some();
        let new = if has_ending { whole.as_str() } else { whole.trim_end_matches(".md") };
        Some(Edit::replace(place(length), written(new) + &self.fragment(fragment, angled)))
    }

    /// The `#Heading` after an address, rewritten for the winner.
    fn fragment(&self, fragment: &str, angled: bool) -> String {
        let Some(said) = address::read(fragment) else { return fragment.to_owned() };
        let new = self.subpath(&said);
        if new == said {
            return fragment.to_owned();
        }
        let spelt = |part: &str| if angled { part.to_owned() } else { address::spelt(part) };
        new.split('#').map(spelt).collect::<Vec<_>>().join("#")
    }

    /// `[rob]: People/Rob%20Banga.md`, to which reference links refer.
    fn definitions(&self, note: &Note) -> Vec<Edit> {
        let body = Span::new(note.frontmatter.fence.body(), note.text.len());
        let address = |line: Span| {
            let words = note.slice(line);
            let at = words.find("]:").filter(|_| words.trim_start().starts_with('['))? + "]:".len();
            (!note.body().is_opaque_at(line.start)).then(|| self.address(note, Span::new(line.start + at, line.end)))?
        };
        lines(&note.text, body).filter_map(address).collect()
    }

    fn in_properties(&self, note: &Note) -> Result<Vec<Edit>, String> {
        let place = Where { in_table: false, bare: false };
        let concerns = |link: &Link| self.leads(note, link.target.of(&note.text)) || note.path == self.loser.path;
        let rewrite = |text: &str, link: &Link| self.wikilink(note, text, link, place);
        property_links::edits(note, &self.loser.path, concerns, rewrite)
    }
}
