//! What a person's note states about how somebody is reached and when they were born: in its properties, its contact
//! table and its labelled lines.

use crate::facts::contact_table::{self, contact_rows, is_label};
use namesake_note::note::Note;
use namesake_note::vocabulary::key;
use namesake_text::text::plain;

/// What one sort of value is called, in properties (folded) and as a label.
pub struct Sort {
    keys: &'static [&'static str],
    labels: &'static [&'static str],
}

/// E-mail addresses.
pub const MAIL: Sort = Sort {
    keys: &["email", "emails", "e mail", "mail", "email address", "work email", "private email", "other email"],
    labels: &contact_table::EMAIL,
};
/// Handles and profiles of one site each.
pub const SITES: [Sort; 4] = [
    Sort { keys: &["linkedin"], labels: &contact_table::LINKEDIN },
    Sort { keys: &["github"], labels: &["GitHub"] },
    Sort { keys: &["twitter", "x"], labels: &["Twitter"] },
    Sort { keys: &["mastodon"], labels: &["Mastodon"] },
];
/// Birthdays.
pub const BIRTHDAY: Sort = Sort {
    keys: &[
        "birthday",
        "birthdate",
        "birth date",
        "date of birth",
        "dateofbirth",
        "dob",
        "born",
        "geburtstag",
        "geboren",
    ],
    labels: &["Birthday", "Birthdate", "Birth date", "Date of birth", "Born", "Geburtstag", "Geboren"],
};
/// Companies, in lists of properties; what the contact table says of them is read elsewhere.
pub const COMPANY: Sort = Sort {
    keys: &["company", "companies", "organisation", "organization", "employer"],
    labels: &contact_table::COMPANY,
};
/// Roles.
pub const ROLE: Sort =
    Sort { keys: &["role", "roles", "job title", "jobtitle", "position"], labels: &contact_table::ROLE };

/// The most values of one sort that are looked at.
const MOST: usize = 20;

impl Sort {
    /// Whether a property of this name, or a line of this label, holds such values.
    pub fn is_called(&self, name: &str) -> bool {
        self.keys.contains(&key(name).as_str())
            || self.labels.iter().any(|label| label.eq_ignore_ascii_case(name.trim()))
    }

    /// The values that `note` states, in plain words, each once.
    pub fn values(&self, note: &Note) -> Vec<String> {
        let properties = note.frontmatter.single().filter(|entry| self.keys.contains(&key(&entry.key).as_str()));
        let properties = properties.flat_map(|entry| entry.value.texts().into_iter().map(plain));
        let rows = contact_rows(note).filter(|row| self.labels.iter().any(|label| is_label(note, row[0], label)));
        let rows = rows.map(|row| note.slice(row[1]).to_owned());
        let fields = note.body().fields_of(self.labels).map(|field| note.slice(field.value).to_owned());
        let mut found: Vec<String> = Vec::new();
        for value in properties.chain(rows).chain(fields) {
            let value = value.trim();
            if !value.is_empty() && !found.iter().any(|known| known == value) && found.len() < MOST {
                found.push(value.to_owned());
            }
        }
        found
    }
}

/// The e-mail addresses in `words`, in lower case.
pub fn mails(words: &str) -> impl Iterator<Item = String> {
    let is_apart = |c: char| c.is_whitespace() || "<>()[]{},;|\"'`".contains(c);
    let words = words.split(is_apart).map(|word| word.trim_start_matches("mailto:").trim_matches(['.', '*', '_', ':']));
    words
        .filter(|word| word.split_once('@').is_some_and(|(local, host)| !local.is_empty() && host.contains('.')))
        .map(str::to_lowercase)
}

/// The handles in `words`: the last part of a profile's address.
pub fn profiles(words: &str) -> impl Iterator<Item = &str> {
    const SITES: [&str; 5] = ["linkedin.com/in/", "github.com/", "twitter.com/", "//x.com/", "mastodon.social/@"];
    SITES.into_iter().flat_map(move |site| {
        words.match_indices(site).map(move |(at, _)| {
            let rest = &words[at + site.len()..];
            &rest[..rest.find(|c: char| !(c.is_alphanumeric() || "-_.%".contains(c))).unwrap_or(rest.len())]
        })
    })
}

/// The handle in a value that holds one: of a profile's address, else the word itself without `@`.
pub fn handle(value: &str) -> Option<&str> {
    let bare = value.trim().trim_start_matches('@');
    let is_bare = !bare.is_empty() && bare.chars().all(|c| c.is_alphanumeric() || "-_.".contains(c));
    profiles(value).next().or(is_bare.then_some(bare))
}
