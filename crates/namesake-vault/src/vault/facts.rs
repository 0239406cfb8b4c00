//! What one note says that other notes care about: who it is about, when a meeting was and who took part. Read from
//! the note alone; what the written names mean is decided in `vault`.

use std::collections::BTreeSet;

use super::bios::Bio;
use super::lessons::{Lesson, capitals, lessons, topics};
use super::twins::{KnownTask, known};
use crate::config::Settings;
use crate::note::{Field, Kind, Note, bullet, comment, lines};
use crate::word_list::{WordList, lower};
use namesake_names::{Company, Person};
use namesake_tasks::has_checkbox;
use namesake_text::frontmatter::{Value, placeholder};
use namesake_text::path::NotePath;
use namesake_text::text::{Span, dates, first_sentence, plain};

/// The facts of one note.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Facts {
    /// Of a person note.
    pub person: Option<Person>,
    /// Of a company note.
    pub company: Option<Company>,
    /// Of a meeting note.
    pub meeting: Option<Meeting>,
    /// Of a meeting note: what it says that may be about somebody.
    pub lessons: Vec<Lesson>,
    /// Of a meeting note: two folded words that may be a name in what it says.
    pub(super) capitals: BTreeSet<String>,
    /// Of a meeting note: what it was about, in plain words.
    pub topics: Vec<String>,
    /// Of a meeting or project note.
    pub tasks: Vec<KnownTask>,
    /// Of a source note that is about somebody.
    pub bio: Option<Bio>,
}

/// What a meeting note says about the meeting.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Meeting {
    /// The day, as an ISO date.
    pub date: Option<String>,
    /// The participants as written, each once.
    pub participants: Vec<String>,
    /// The first sentence of the summary, as plain words.
    pub summary: Option<String>,
}

impl Facts {
    /// What the person or the company is called.
    pub fn names(&self) -> &[String] {
        let person = self.person.as_ref().map(|person| &person.names);
        person.or(self.company.as_ref().map(|company| &company.names)).map_or(&[], Vec::as_slice)
    }

    /// Reads the facts of `note`.
    pub fn of(note: &Note, settings: &Settings) -> Self {
        match note.kind {
            Kind::Person => Self { person: Some(person(note)), ..Self::default() },
            Kind::Company => {
                Self { company: Some(Company { path: note.path.clone(), names: names(note) }), ..Self::default() }
            }
            Kind::Meeting => {
                let meeting = meeting(note, settings);
                let tasks = known(note, settings, meeting.date.as_deref());
                let (lessons, topics) = (lessons(note, settings), topics(note, settings));
                let capitals = capitals(note, &lessons);
                Self { meeting: Some(meeting), lessons, capitals, topics, tasks, ..Self::default() }
            }
            Kind::Project => Self { tasks: known(note, settings, None), ..Self::default() },
            Kind::Source => Self { bio: Bio::of(note), ..Self::default() },
            Kind::Excluded => Self::default(),
        }
    }
}

/// The names of a person or company note: its title, its file's name, its aliases.
fn names(note: &Note) -> Vec<String> {
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

/// What a contact table calls the company, in any case.
pub const COMPANY: [&str; 9] =
    ["Company", "Organisation", "Organization", "Employer", "Firma", "Unternehmen", "Entreprise", "Empresa", "Bedrijf"];
/// The properties that hold it.
pub const COMPANY_KEYS: [&str; 4] = ["company", "organisation", "organization", "employer"];

fn person(note: &Note) -> Person {
    let fm = &note.frontmatter;
    let mut names = names(note);
    if let (Some(first), Some(last)) = (fm.text("first"), fm.text("last")) {
        names.push(format!("{} {}", first.trim(), last.trim()));
    }
    let mut handles: Vec<String> =
        listed_mails(note).filter_map(|mail| mail.split_once('@')).map(|(local, _)| local.trim().to_owned()).collect();
    let aliases = fm.list("aliases");
    handles.extend(aliases.iter().filter(|alias| alias.starts_with('@')).map(|alias| (*alias).to_owned()));
    let tags = fm.list("tags");
    let slugs = tags.iter().filter_map(|tag| tag.trim_start_matches('#').strip_prefix("company/"));
    let mut companies: Vec<String> = slugs.map(str::to_owned).collect();
    companies.extend(COMPANY.iter().find_map(|label| table_value(note, label)).map(|span| plain(note.slice(span))));
    companies.extend(
        COMPANY_KEYS
            .iter()
            .find_map(|key| fm.text(key))
            .map(plain)
            .filter(|company| !company.is_empty() && !company.contains('{')),
    );
    Person { path: note.path.clone(), names, handles, companies, scoped: Vec::new() }
}

/// The known value in the row of the contact table that is labelled `label`.
pub fn table_value(note: &Note, label: &str) -> Option<Span> {
    let rows = note.body().rows.iter().filter(|row| row.len() >= 2);
    let mut labelled =
        rows.filter(|row| note.slice(row[0]).trim_matches(['*', '_', ':', ' ']).eq_ignore_ascii_case(label));
    let value = labelled.next()?[1];
    let words = note.slice(value);
    (!words.is_empty() && !words.eq_ignore_ascii_case("_unknown_")).then_some(value)
}

fn meeting(note: &Note, settings: &Settings) -> Meeting {
    // What did not take place was on no day, and neither was what is to come and has nothing to say yet.
    let status = note.frontmatter.text("status").unwrap_or_default();
    let status = status.split(|c: char| !c.is_alphabetic()).next().map(lower).unwrap_or_default();
    let summary = summary(note, settings);
    let is_off = OFF.contains(&status) || summary.is_none() && TO_COME.contains(&status);
    let date = meeting_date(note).filter(|_| !is_off);
    Meeting { date, participants: participants(note), summary }
}

/// What the property `status` says of a meeting that did not take place. In lower case.
static OFF: WordList = WordList::new("cancelled canceled postponed rescheduled abgesagt verschoben annulé annulée");
/// What it says of one that is to come.
static TO_COME: WordList = WordList::new("planned scheduled upcoming tentative geplant");

/// The day of a meeting: its `date` property, its `**Date:**` line, its file's name, its `created` property.
fn meeting_date(note: &Note) -> Option<String> {
    let property = |key: &str| iso_day(note.frontmatter.text(key)?);
    // A day that is stated and cannot be read is still another one than that on which the note was made.
    let is_filled = |text: &str| !text.trim().is_empty() && !text.contains('{');
    let is_stated = || {
        let is_read = |field: &&Field| is_filled(note.slice(field.value));
        own_fields(note, &["Date"]).iter().any(is_read) || note.frontmatter.text("date").is_some_and(is_filled)
    };
    let stated = property("date").or_else(|| stated_date(note)).or_else(|| named_day(&note.path));
    stated.or_else(|| property("created").filter(|_| !is_stated()))
}

/// The day that the one `**Date:**` line of a note states, as an ISO date.
pub fn stated_date(note: &Note) -> Option<String> {
    let [field] = own_fields(note, &["Date"])[..] else { return None };
    iso_day(note.slice(field.value))
}

/// The lines of a meeting note that are labelled so and about that meeting, and not under “Next meeting”.
fn own_fields<'n>(note: &'n Note, labels: &[&str]) -> Vec<&'n Field> {
    let is_other = |title: &str| title.split_whitespace().any(|word| OTHER.contains(&lower(word)));
    let under = |field: &Field| note.body().section_at(field.value.start);
    let fields = note.body().fields_of(labels);
    fields.filter(|field| !under(field).is_some_and(|section| is_other(&section.title))).collect()
}

/// Words in the headings of what is about another meeting. In lower case.
static OTHER: WordList =
    WordList::new("next previous last upcoming following future follow-up followup nächste nächstes nächster");

/// The day in `text` as an ISO date, where `text` is a date of one reading and nothing else.
pub fn iso_day(text: &str) -> Option<String> {
    let whole = match dates::read(text.trim()) {
        dates::DateReading::Iso => text.trim().to_owned(),
        dates::DateReading::Convertible { iso } => iso,
        _ => return None,
    };
    whole.get(..10).map(str::to_owned)
}

/// The day that a note's name begins with.
pub fn named_day(path: &NotePath) -> Option<String> {
    iso_day(path.stem().get(..10)?)
}

/// The day that a line of a list begins with: `2025-02-04 …`, or one that is set apart.
pub fn leading_day(words: &str) -> Option<String> {
    let numbers = words.trim_start_matches(['*', '_', ' ']).get(..10).filter(|day| !day.contains(char::is_alphabetic));
    numbers.and_then(iso_day).or_else(|| day_apart(words))
}

/// The day that stands alone or before a colon or a dash: `**4 February 2025**: …`, `February 4, 2025 - …`. In a sentence
/// it may be one that is to come: `4 July 2026 (wedding) is planned`.
pub fn day_apart(words: &str) -> Option<String> {
    let end = [":", " - ", " – ", " — "].iter().filter_map(|sign| words.find(sign)).min();
    iso_day(words[..end.unwrap_or(words.len())].trim_matches(['*', '_', ' ']))
}

fn participants(note: &Note) -> Vec<String> {
    let listed = match note.frontmatter.get("participants") {
        Some(entry) if placeholder(&entry.value).is_none() => match &entry.value {
            Value::List { items, .. } => items.iter().filter_map(|item| listed_name(&item.value)).collect(),
            _ => note.frontmatter.text("participants").map(split_names).unwrap_or_default(),
        },
        _ => Vec::new(),
    };
    let all = match listed.is_empty() {
        true => stated_participants(note),
        false => listed.iter().map(|name| name.trim().to_owned()).filter(|name| !name.is_empty()).collect(),
    };
    let mut absent = Vec::new();
    for key in ["absent", "apologies", "regrets"] {
        absent.extend(note.frontmatter.list(key));
    }
    // Behind “Apologies:” in a line of names all the others were not there either.
    let there = all
        .into_iter()
        .take_while(|name| !name.split_once(':').is_some_and(|(head, _)| ABSENT.contains(&lower(head.trim()))));
    there.filter(|name| !is_absent(name) && !absent.contains(&name.as_str())).collect()
}

/// What is put behind the name of somebody who was not there. In lower case.
static ABSENT: WordList = WordList::new(
    "absent abs excused regrets apologies declined cancelled canceled no-show not unable missing sick ill out ooo leave \
     vacation holiday invited optional tentative maybe unconfirmed abwesend entschuldigt krank urlaub excusé excusée ausente \
     afwezig",
);

/// Whether a list says of somebody that they were not there: “Rob Benoit (regrets)”, “Rob Benoit - absent”.
fn is_absent(name: &str) -> bool {
    // Struck out, hidden, or doubted.
    if ["~~", "%%", "<!--", "❌", "✗", "✘", "🚫"].iter().any(|sign| name.contains(sign)) || name.ends_with('?') {
        return true;
    }
    let said = name.find(['(', '-', '–', '—', ':']).map_or("", |at| &name[at..]);
    said.contains("n't")
        || said.contains("n’t")
        || said
            .split(|c: char| !c.is_alphanumeric() && c != '-')
            .any(|word| ABSENT.contains(&lower(word.trim_matches('-'))))
}

/// A name in a list. A link without quotes is a list in a list to YAML, and still the link that somebody wrote.
fn listed_name(value: &Value) -> Option<String> {
    match value {
        Value::List { items, flow: true, .. } => match items.as_slice() {
            [inner] => {
                listed_name(&inner.value).map(|name| if name.starts_with("[[") { name } else { format!("[[{name}]]") })
            }
            _ => None,
        },
        _ => value.text().map(str::to_owned),
    }
}

/// The names on the one `**Participants:**` line of a note.
pub fn stated_participants(note: &Note) -> Vec<String> {
    match own_fields(note, &["Participants", "Attendees"])[..] {
        [field] => split_names(note.slice(field.value)),
        _ => Vec::new(),
    }
}

/// The names in a line of names, each once; links keep their brackets. What stands inside a link or round brackets
/// belongs to one name: `[[Voss, Mara]]`, `Rob Benoit (Northworks, Inc)`.
pub fn split_names(line: &str) -> Vec<String> {
    let mut pairs = vec![("[[", "]]"), ("(", ")")];
    let mut parts = Vec::new();
    let (mut start, mut at) = (0, 0);
    while let Some(next) = line[at..].chars().next() {
        let rest = &line[at..];
        if let Some(sign) = [",", ";", "\n", " and ", " & "].into_iter().find(|sign| rest.starts_with(sign)) {
            parts.push(&line[start..at]);
            start = at + sign.len();
            at = start;
        } else if let Some(pair) = pairs.iter().position(|(open, _)| rest.starts_with(open)) {
            let close = pairs[pair].1;
            match rest.find(close) {
                Some(end) => at += end + close.len(),
                // Never closed: a sign like any other, and so are all of its kind after it.
                None => drop(pairs.swap_remove(pair)),
            }
        } else {
            at += next.len_utf8();
        }
    }
    parts.push(&line[start..]);
    let mut seen = BTreeSet::new();
    let names = parts.into_iter().map(str::trim).filter(|name| !name.is_empty() && seen.insert(*name));
    names.map(str::to_owned).collect()
}

fn summary(note: &Note, settings: &Settings) -> Option<String> {
    let section = note.body().section(&settings.headings.summary)?;
    // What is hidden, a table or the title of a callout sums nothing up.
    let says = |line: &Span| {
        let words = note.slice(*line).trim_start_matches(['>', ' ']);
        words.contains(char::is_alphanumeric)
            && !words.starts_with(['|', '#'])
            && !["[!", "![["].iter().any(|sign| words.starts_with(sign))
            && !is_unfilled(words)
            && !has_checkbox(words)
            && !note.body().is_opaque_at(line.start)
    };
    let mut all = lines(&note.text, section.content).skip_while(|line| !says(line));
    let bare = |line: Span| note.slice(line).trim_start_matches(['>', ' ', '\t']).trim_end();
    let mut last = bare(all.next()?);
    let mut words = last[bullet(last).unwrap_or_default()..].to_owned();
    for line in all.take_while(|line| says(line) && bullet(bare(*line)).is_none()) {
        let next = bare(line);
        let is_wrapped = last.len() >= WRAPPED || next.starts_with(char::is_lowercase);
        if !is_wrapped || last.ends_with(['.', '!', '?', ':']) {
            break;
        }
        words.push(' ');
        words.push_str(next);
        last = next;
    }
    let sentence = plain(first_sentence(&uncommented(&words)));
    (!sentence.is_empty()).then_some(sentence)
}

/// Bytes of a line that ends where the page did, and not where the sentence does.
const WRAPPED: usize = 60;

/// Whether a line is what a template left: a placeholder, a question in italics, “TBD”.
fn is_unfilled(line: &str) -> bool {
    let words = line.trim();
    let bare = words.trim_matches(|c: char| !c.is_alphanumeric());
    ["{{", "{ {", "<%"].iter().any(|sign| words.starts_with(sign))
        || words.starts_with('_') && words.ends_with("?_")
        || ["TBD", "TODO", "TBC", "to be filled in", "to be added"].iter().any(|known| bare.eq_ignore_ascii_case(known))
}

/// A line without the comments in it; one that is not closed hides the rest.
fn uncommented(line: &str) -> String {
    let (mut shown, mut rest) = (String::new(), line);
    while let Some((before, behind)) = comment(rest) {
        shown.push_str(before);
        rest = behind.unwrap_or_default();
    }
    shown + rest
}
