//! What a person note, and the source notes about the same person, say about one field of the contact table: in the
//! table itself, on a labelled line, in a property, in a tag, in a bio.

use super::bullets::ends_with;
use crate::facts::contact_table::{self, contact_rows, is_label};
use crate::facts::{self, ContactDetails};
use crate::vault::Vault;
use namesake_language::{Said, say, translated};
use namesake_names::{Question, company_key, company_words, fold};
use namesake_note::finding::Fix;
use namesake_note::note::{Kind, Note};
use namesake_text::frontmatter::{Entry, SpliceError, Value, set_scalar};
use namesake_text::path::NotePath;
use namesake_text::text::{Edit, Span, plain, trimmed};

/// A field of the contact table, with the labels and properties that hold it elsewhere.
pub struct ContactField {
    /// What rows and lines call it, each in any case; the first is its name.
    pub labels: &'static [&'static str],
    /// The properties that hold it.
    pub keys: &'static [&'static str],
}

/// What somebody is.
pub const ROLE: ContactField = ContactField { labels: &contact_table::ROLE, keys: &["role", "job_title", "position"] };
/// Where they work.
pub const COMPANY: ContactField = ContactField { labels: &contact_table::COMPANY, keys: &facts::COMPANY_KEYS };
/// All fields.
pub const FIELDS: &[ContactField] = &[
    ROLE,
    COMPANY,
    ContactField { labels: &contact_table::DEPARTMENT, keys: &["department", "team"] },
    ContactField { labels: &contact_table::EMAIL, keys: &["email", "e-mail", "mail"] },
    ContactField { labels: &contact_table::PHONE, keys: &["phone", "mobile", "telephone"] },
    ContactField { labels: &contact_table::LINKEDIN, keys: &["linkedin"] },
    ContactField { labels: &contact_table::LOCATION, keys: &["location", "city"] },
];

impl ContactField {
    /// What it is called for the user.
    pub fn said(&self) -> Said {
        translated(self.name())
    }

    /// What it is called.
    pub const fn name(&self) -> &'static str {
        self.labels[0]
    }

    /// The one of somebody's role, company and contact details that belongs into this field.
    pub fn of<'a>(
        &self,
        role: Option<&'a String>,
        company: Option<&'a String>,
        reach: &'a ContactDetails,
    ) -> Option<&'a str> {
        let value = match self.name() {
            "Role" => role,
            "Company" => company,
            "Email" => reach.mail.as_ref(),
            "Phone" => reach.phone.as_ref(),
            "LinkedIn" => reach.linkedin.as_ref(),
            "Location" => reach.location.as_ref(),
            _ => None,
        };
        value.map(String::as_str)
    }

    fn is_called(&self, label: &str) -> bool {
        self.labels.iter().any(|own| own.eq_ignore_ascii_case(label.trim()))
    }

    /// The cells of contact tables that hold the field, filled or not.
    pub fn cells(&self, note: &Note) -> Vec<Span> {
        let is_labelled = |row: &&Vec<Span>| self.labels.iter().any(|label| is_label(note, row[0], label));
        contact_rows(note).filter(is_labelled).map(|row| row[1]).collect()
    }
}

/// The place where a field says that nothing is known: its row of the contact table, else an empty property.
pub struct Gap<'n> {
    /// The cell, or the value that is none.
    pub span: Span,
    key: Option<&'n str>,
}

impl<'n> Gap<'n> {
    /// The gap of `field` in `note`. `None` also where two rows have the field's label: that table is not a contact
    /// table.
    pub fn of(field: &ContactField, note: &'n Note) -> Option<Self> {
        match field.cells(note).as_slice() {
            [cell] => {
                (is_unknown(note.slice(*cell)) && is_contact(note, *cell) && !note.body().is_opaque_at(cell.start))
                    .then_some(Self { span: *cell, key: None })
            }
            [] => {
                let is_own = |entry: &&Entry| field.keys.iter().any(|key| entry.key.eq_ignore_ascii_case(key));
                let mut own = note.frontmatter.single().filter(is_own);
                let is_empty = |entry: &Entry| match &entry.value {
                    Value::Null => true,
                    value => value.text().is_some_and(is_unknown),
                };
                let first = own.next().filter(|first| is_empty(first) && own.all(is_empty))?;
                Some(Self { span: first.value_span, key: Some(&first.key) })
            }
            _ => None,
        }
    }

    /// The place in words for the user.
    pub fn place(&self) -> Said {
        self.key.map_or_else(|| say!("the contact table"), |key| say!("the property `{key}`", key))
    }

    /// The fix that writes `value` there.
    ///
    /// # Errors
    /// Where the property that holds it cannot be written in place.
    pub fn filled(&self, note: &Note, value: &str) -> Result<Fix, SpliceError> {
        let fix = |edits| Fix::in_note(say!("Write “{value}”", value), &note.path, edits);
        let Some(key) = self.key else { return Ok(fix(vec![in_cell(note, self.span, value)])) };
        Ok(fix(set_scalar(&note.text, &note.frontmatter, key, value)?).of_property(key))
    }
}

/// Whether a cell stands under the same heading as the first field of the note. A table elsewhere may be about somebody
/// else.
fn is_contact(note: &Note, cell: Span) -> bool {
    let first = FIELDS.iter().flat_map(|field| field.cells(note)).map(|cell| cell.start).min();
    let heading = |at: usize| note.body().section_at(at).map(|section| section.heading.start);
    first.is_some_and(|first| heading(first) == heading(cell.start))
}

/// The edit that writes `words` into a cell, which may be empty.
pub fn in_cell(note: &Note, cell: Span, words: &str) -> Edit {
    if !cell.is_empty() {
        return Edit::replace(cell, words);
    }
    let before = if note.text[..cell.start].ends_with(' ') { "" } else { " " };
    let behind = if note.text[cell.end..].starts_with(' ') { "" } else { " " };
    Edit::insert(cell.start, [before, words, behind].concat())
}

/// Where a reading stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FieldPlace {
    /// In the table, or behind a label.
    Text(Span),
    /// In a property of this name.
    Property(String, Span),
    /// An item of the tags.
    Tag(usize, Span),
    /// In another note.
    Elsewhere,
}

/// One value of a field, with the place and source that it has.
#[derive(Debug, Clone)]
pub struct FieldReading {
    /// As plain words.
    pub value: String,
    /// Where it stands.
    pub place: FieldPlace,
    /// The place in words for the user.
    pub location: Said,
    /// The note that it was taken from.
    pub source: Option<NotePath>,
    /// The day of the source, as an ISO date.
    pub day: Option<String>,
}

impl FieldReading {
    /// Its bytes in the person's note.
    pub const fn span(&self) -> Option<Span> {
        match &self.place {
            FieldPlace::Text(span) | FieldPlace::Property(_, span) | FieldPlace::Tag(_, span) => Some(*span),
            FieldPlace::Elsewhere => None,
        }
    }

    /// The value with its place and date, as a sentence for the user.
    pub fn sentence(&self) -> Said {
        let Self { value, location, .. } = self;
        match &self.day {
            Some(day) => say!("“{value}” in {location}, of {day}.", value, location, day),
            None if self.source.is_some() => say!("“{value}” in {location}, undated.", value, location),
            None => say!("“{value}” in {location}, without source or date.", value, location),
        }
    }
}

/// Whether a cell or a line says that nothing is known.
pub fn is_unknown(words: &str) -> bool {
    let words = words.trim().trim_matches(['_', '*']).trim();
    words.is_empty() || ["unknown", "tbd", "n/a", "?", "-", "–"].iter().any(|none| words.eq_ignore_ascii_case(none))
}

/// At most so many places of one sort are read, since each is compared with all others.
const MOST: usize = 50;

/// All values of `field` in `note` and in the bios of its person, in this order: table, lines, properties, tags, bios.
pub fn readings(note: &Note, vault: &Vault, field: &ContactField) -> Vec<FieldReading> {
    let mut found = Vec::new();
    let mut text = |span: Span, location: Said| {
        if !is_unknown(note.slice(span)) && !note.body().is_opaque(span) {
            found.extend(text_reading(note, vault, span, location));
        }
    };
    for cell in field.cells(note).into_iter().take(MOST) {
        text(cell, say!("the contact table"));
    }
    for line in note.body().fields.iter().filter(|line| field.is_called(&line.label)).take(MOST) {
        let section = note.body().section_at(line.value.start);
        let label = &line.label;
        let location = match section {
            Some(section) => say!("the line “{label}” under “{section}”", label, section = section.title),
            None => say!("the line “{label}”", label),
        };
        text(line.value, location);
    }
    let own = |value, place, location| FieldReading { value, place, location, source: None, day: None };
    for entry in
        note.frontmatter.single().filter(|entry| field.keys.iter().any(|key| entry.key.eq_ignore_ascii_case(key)))
    {
        let value = entry.value.text().map(plain).filter(|value| !is_unknown(value) && !value.contains("{ {"));
        let place = || FieldPlace::Property(entry.key.clone(), entry.value_span);
        found.extend(value.map(|value| own(value, place(), say!("the property `{key}`", key = entry.key))));
    }
    if field.name() == COMPANY.name() {
        let tags = note.frontmatter.only("tags").map(|entry| &entry.value);
        let items = if let Some(Value::List { items, .. }) = tags { items.as_slice() } else { &[] };
        for (at, item) in items.iter().enumerate().take(MOST) {
            let Some(tag) = item.value.text() else { continue };
            let Some(slug) = tag.trim_start_matches('#').strip_prefix("company/") else { continue };
            found.push(own(
                company_of_slug(vault, slug),
                FieldPlace::Tag(at, item.span),
                say!("the tag `company/{slug}`", slug = plain(slug)),
            ));
        }
    }
    for (path, bio) in vault.bios(&note.path) {
        let value = field.of(bio.role.as_ref(), bio.company.as_ref(), &bio.reach);
        let location = say!("“{name}”", name = path.stem());
        let reading = |value: &str| FieldReading {
            value: value.to_owned(),
            place: FieldPlace::Elsewhere,
            location: location.clone(),
            source: Some(path.clone()),
            day: bio.day.clone(),
        };
        found.extend(value.map(reading));
    }
    found
}

/// The value in `span`; a link at its end is its source.
fn text_reading(note: &Note, vault: &Vault, span: Span, location: Said) -> Option<FieldReading> {
    let link =
        note.body().links_in(span).last().filter(|link| ends_with(note, &span, link) && link.span.start > span.start);
    let path = link.and_then(|link| vault.linked(note.slice(link.target)));
    let facts = path.and_then(|path| vault.facts(path));
    let is_source = facts.is_some_and(|facts| facts.meeting.is_some() || facts.bio.is_some());
    let (value, location) = match (link, path) {
        (Some(link), Some(path)) if is_source => {
            let before = Span::new(span.start, link.span.start).of(&note.text).trim_end_matches(['(', ' ', ',', '[']);
            (plain(before), say!("{location}, from “{source}”", location, source = path.stem()))
        }
        _ => (plain(note.slice(trimmed(&note.text, span))), location),
    };
    let meeting = facts.and_then(|facts| facts.meeting.as_ref()?.date.clone());
    let day = meeting.or_else(|| facts?.bio.as_ref()?.day.clone());
    let reading = FieldReading {
        value,
        place: FieldPlace::Text(span),
        location,
        source: path.filter(|_| is_source).cloned(),
        day,
    };
    (!reading.value.is_empty()).then_some(reading)
}

/// The company that a tag names: the title of its note, else the tag's words with capital letters.
fn company_of_slug(vault: &Vault, slug: &str) -> String {
    if let Some(path) = company_note(vault, slug) {
        return vault
            .note(&path)
            .and_then(|note| note.frontmatter.text("title"))
            .map_or_else(|| path.stem().to_owned(), plain);
    }
    let capital = |word: &str| {
        let mut letters = word.chars();
        letters.next().map(|first| first.to_uppercase().chain(letters).collect::<String>()).unwrap_or_default()
    };
    let words: Vec<String> = plain(slug).split('-').map(capital).collect();
    words.join(" ")
}

/// The company note that `written` certainly means.
pub fn company_note(vault: &Vault, written: &str) -> Option<NotePath> {
    let answer = vault.names().resolve(&Question::company(written));
    answer.best.filter(|path| {
        answer.tier == Some(namesake_note::finding::Tier::Auto)
            && vault.note(path).is_some_and(|note| note.kind == Kind::Company)
    })
}

/// A key that two spellings of one company share.
pub fn same_company_key(vault: &Vault, written: &str) -> String {
    match company_note(vault, written) {
        Some(path) => path.to_string(),
        None => company_key(written),
    }
}

/// Whether both may be names of one company: the same but for legal form and general words, or one the other in short,
/// as tags have them: `Tervola Cold Chain` and `tervola`, `Al Waha Markets` and `alwaha`, `Harrow and Pike Ltd` and
/// `hp`. Two that have notes of their own are two.
pub fn may_be_one_company(vault: &Vault, a: &str, b: &str) -> bool {
    let words = |name: &str| -> Vec<String> {
        name.split(|c: char| !c.is_alphanumeric()).map(fold).filter(|word| !word.is_empty()).collect()
    };
    let (a_words, b_words) = (words(a), words(b));
    if a_words == b_words {
        return true;
    }
    let initials = |words: &[String], shortest: usize| -> String {
        words.iter().filter(|word| word.chars().count() > shortest).filter_map(|word| word.chars().next()).collect()
    };
    // Small words and the legal form may be left out.
    let is_short = |short: &str, name: &str, many: &[String]| {
        let is_short_of = |words: &[String]| [0, 3].iter().any(|shortest| initials(words, *shortest) == short);
        many.len() > 1 && short.len() > 1 && (is_short_of(many) || is_short_of(&company_words(name)))
    };
    let is_part = |few: &[String], name: &str, many: &[String]| {
        let short = few.concat();
        few.iter().all(|word| many.contains(word))
            || short.len() > 3 && many.concat().starts_with(&short)
            || is_short(&short, name, many)
    };
    match (company_note(vault, a), company_note(vault, b)) {
        (Some(a), Some(b)) => a == b,
        _ => is_part(&a_words, b, &b_words) || is_part(&b_words, a, &a_words) || company_key(a) == company_key(b),
    }
}

/// The tag of a company's name: `Lumen Labs` gives `company/lumen-labs`.
pub fn company_tag(name: &str) -> String {
    let words: Vec<String> =
        name.split(|c: char| !c.is_alphanumeric()).map(fold).filter(|word| !word.is_empty()).collect();
    ["company/", &words.join("-")].concat()
}
