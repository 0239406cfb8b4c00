//! Whom a person note or a company note is about: names, handles, companies.

use super::contact_table::{COMPANY, table_value};
use namesake_names::Person;
use namesake_note::note::Note;
use namesake_note::recognition::PersonNames;
use namesake_text::frontmatter::placeholder;
use namesake_text::text::plain;

/// The properties that hold the company.
pub const COMPANY_KEYS: [&str; 4] = ["company", "organisation", "organization", "employer"];

/// The names of a company note: its title, its file's name, its aliases.
pub(super) fn names(note: &Note) -> Vec<String> {
    let aliases = note.frontmatter.list("aliases").into_iter().chain(note.frontmatter.list("alias"));
    let mut names: Vec<String> = Vec::new();
    for name in title(note).into_iter().chain([note.path.stem()]).chain(aliases) {
        let name = name.trim();
        if !name.is_empty() && !name.starts_with('@') && !names.iter().any(|known| known == name) {
            names.push(name.to_owned());
        }
    }
    names
}

/// The `title` property, unless a template never filled it.
fn title(note: &Note) -> Option<&str> {
    let entry = note.frontmatter.get("title")?;
    let unfilled = placeholder(&entry.value).is_some();
    note.frontmatter.text("title").filter(|title| !unfilled && !title.trim().is_empty())
}

/// The e-mail addresses in a note's properties, as they stand there.
pub fn listed_mails(note: &Note) -> impl Iterator<Item = &str> {
    ["email", "emails", "mail"].iter().flat_map(|key| note.frontmatter.list(key))
}

/// The person that the note is about, as the names engine knows people.
pub(super) fn person(note: &Note) -> Person {
    let fm = &note.frontmatter;
    let PersonNames { mut names, company } = PersonNames::of(note);
    let mut handles: Vec<String> =
        listed_mails(note).filter_map(|mail| mail.split_once('@')).map(|(local, _)| local.trim().to_owned()).collect();
    let aliases = fm.list("aliases");
    handles.extend(listed_mails(note).map(|mail| mail.trim().to_owned()));
    handles.extend(aliases.iter().filter(|alias| alias.starts_with('@')).map(|alias| (*alias).to_owned()));
    let tags = fm.list("tags");
    let slugs = tags.iter().filter_map(|tag| tag.trim_start_matches('#').strip_prefix("company/"));
    let mut companies: Vec<String> = slugs.map(str::to_owned).collect();
    companies.extend(company);
    companies.extend(COMPANY.iter().find_map(|label| table_value(note, label)).map(|span| plain(note.slice(span))));
    companies.extend(
        COMPANY_KEYS
            .iter()
            .find_map(|key| fm.text(key))
            .map(plain)
            .filter(|company| !company.is_empty() && !company.contains('{')),
    );
    // There are as many of these lists as people, and one that grew may have twice the room it needs.
    for list in [&mut names, &mut handles, &mut companies] {
        list.shrink_to_fit();
    }
    Person { path: note.path.clone(), names, handles, companies, scoped: Vec::new() }
}
