//! What a source note says about the person it is about: a bio, a speaker's page, a signature. Which person note that
//! person has is resolved in `vault`.

use super::contact_details::ContactDetails;
use super::role::role_in;
use namesake_names::fold;
use namesake_note::days::{iso_day, named_day};
use namesake_note::note::{Note, lines};
use namesake_text::text::{Span, plain};

/// A source note about somebody.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Bio {
    /// The name that it is called by.
    pub name: String,
    /// The person's role, in the words of the note.
    pub role: Option<String>,
    /// The company.
    pub company: Option<String>,
    /// The contact details.
    pub reach: ContactDetails,
    /// The day of the note, as an ISO date, if it states one.
    pub day: Option<String>,
}

/// The most lines that are read, since a bio says at its beginning what somebody is.
const MOST_LINES: usize = 100;

/// Longer lines are not read, in bytes.
const MOST_BYTES: usize = 2_000;

impl Bio {
    /// Reads a source note. `None` if its name is no person's name, or it states neither role nor company nor contact
    /// details.
    pub(super) fn of(note: &Note) -> Option<Self> {
        let fm = &note.frontmatter;
        let heading = || note.body().sections.first().map(|section| section.title.as_str());
        let name =
            fm.text("title").into_iter().chain([note.path.stem()]).chain(heading()).find(|name| is_full_name(name))?;
        let property =
            |keys: &[&str]| keys.iter().find_map(|key| fm.text(key)).map(plain).filter(|text| !text.is_empty());
        let text = prose(note);
        let (role_said, at) = role_and_company(&text, name).unwrap_or_default();
        // A role in a sentence is written small; in the contact table it gets a capital letter.
        let role = property(&["role", "job_title", "position"]).or_else(|| capital(&role_said));
        let company = property(&["company", "organisation", "organization", "employer"]).or(at);
        let stated = ContactDetails {
            mail: property(&["email", "e-mail", "mail"]),
            phone: property(&["phone", "mobile", "telephone"]),
            linkedin: property(&["linkedin"]),
            location: property(&["location", "city"]),
        };
        let reach = stated.or(ContactDetails::of(&plain(&text)));
        if role.is_none() && company.is_none() && reach.is_none() {
            return None;
        }
        let day = ["updated", "modified", "date", "published", "created"].iter().find_map(|key| iso_day(fm.text(key)?));
        let day = day.or_else(|| named_day(&note.path));
        Some(Self { name: name.trim().to_owned(), role, company, reach, day })
    }

    /// What a bio is looked up by: the folded last word of the name it is called by.
    pub(crate) fn key(&self) -> String {
        last_word(&self.name)
    }
}

/// `words` with a capital letter in front; `None` if there are none.
fn capital(words: &str) -> Option<String> {
    let mut letters = words.chars();
    let first = letters.next()?;
    Some(first.to_uppercase().chain(letters).collect())
}

/// The last word of a name, folded.
pub(crate) fn last_word(name: &str) -> String {
    fold(name.split_whitespace().next_back().unwrap_or_default())
}

/// Whether `text` is two to five words that could each belong to a name.
fn is_full_name(text: &str) -> bool {
    let is_part = |c: char| c.is_alphabetic() || "'’.-".contains(c);
    let count = text.split_whitespace().count();
    let fits = |word: &str| word.chars().all(is_part) && word.chars().any(char::is_alphabetic);
    (2..=5).contains(&count)
        && text.split_whitespace().all(fits)
        && text.trim().starts_with(char::is_uppercase)
        && text.split_whitespace().next_back().is_some_and(|word| word.starts_with(char::is_uppercase))
}

/// The first lines of the note, a paragraph a line, without headings, tables and code.
fn prose(note: &Note) -> String {
    let body = Span::new(note.frontmatter.fence.body(), note.text.len());
    let mut text = String::new();
    for line in lines(&note.text, body).take(MOST_LINES) {
        let words = note.slice(line);
        let is_prose = !words.trim_start().starts_with(['#', '|', '<']) && !note.body().is_opaque_at(line.start);
        match is_prose && words.len() <= MOST_BYTES && !words.trim().is_empty() {
            // A sentence may continue on the next line.
            true => text.push_str(words.trim()),
            false => text.push('\n'),
        }
        text.push(' ');
    }
    text
}

/// The role and company in the first sentence that states them.
fn role_and_company(text: &str, name: &str) -> Option<(String, Option<String>)> {
    let text = plain_links(text);
    text.split('\n').flat_map(|paragraph| paragraph.split_inclusive(". ")).find_map(|sentence| role_in(sentence, name))
}

/// `[words](address)`, `[words][id]` and `[words][]` as their words.
fn plain_links(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(open) = rest.find('[').filter(|open| !rest[*open..].starts_with("[[")) {
        let inner = &rest[open + 1..];
        let close = inner.find(']').filter(|close| inner[close + 1..].starts_with(['(', '[']));
        out.push_str(&rest[..open]);
        let Some(close) = close else {
            out.push('[');
            rest = inner;
            continue;
        };
        out.push_str(&inner[..close]);
        let behind = &inner[close + 1..];
        let end = behind.find([')', ']']).map_or(behind.len(), |end| end + 1);
        rest = &behind[end..];
    }
    out.push_str(rest);
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_link_is_read_as_its_words() {
        assert_eq!(
            plain_links("at [Lumen Labs][], once [Northwind][nw] or [x](y) [z]"),
            "at Lumen Labs, once Northwind or x [z]"
        );
    }
}
