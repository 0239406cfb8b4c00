//! Role and company that one note says twice, and differently.

use crate::{Report, Rule};
use namesake_language::{Said, say};
use namesake_names::{company_key, fold};
use namesake_note::finding::{Draft, Fix, Tier};
use namesake_note::note::{Kind, Note};
use namesake_text::frontmatter::{SpliceError, change_items, set_list, set_scalar};
use namesake_text::text::{Edit, Span};
use namesake_vault::person::contact_fields::{
    COMPANY, ContactField, FieldPlace, FieldReading, ROLE, company_note, company_tag, in_cell, is_unknown,
    may_be_one_company, readings, same_company_key,
};
use namesake_vault::vault::Vault;

/// The rule.
pub const RULE: Rule = Rule {
    name: "contradiction",
    what: "Lays role and company side by side where the contact table, the profile, properties, the tag `company/x` or a \
           source note about the person say different things, and where a role is a company's name.",
    why: "Each batch knew only its own source. Which one is right nobody can see as long as each stands in its own corner.",
    example: "Company “Lumen Labs” in the table, tag `company/northwind` -> one of the two, in both places",
    worth: 10,
    check,
    ..Rule::PERSON
};

/// The content of a cell whose value is unknown.
const UNKNOWN: &str = "_Unknown_";

/// An answer that one or more readings give.
struct Answer<'r> {
    key: String,
    readings: Vec<&'r FieldReading>,
    /// Whether it cannot be right: a company where a role should be.
    is_wrong: bool,
}

impl Answer<'_> {
    /// The order of likelihood: answers with a source come first, newer before older; then the others by their place, the
    /// table first.
    fn rank(&self) -> (bool, bool, Option<&str>) {
        let sourced = self.readings.iter().any(|reading| reading.source.is_some());
        let day = self.readings.iter().filter_map(|reading| reading.day.as_deref()).max();
        (!self.is_wrong, sourced, day)
    }

    fn value(&self) -> &str {
        let sourced = self.readings.iter().find(|reading| reading.source.is_some());
        let in_tag = |reading: &&&FieldReading| !matches!(reading.place, FieldPlace::Tag(..));
        let best = sourced.or_else(|| self.readings.iter().find(in_tag)).or_else(|| self.readings.first());
        best.map_or("", |reading| &reading.value)
    }
}

fn check(note: &Note, vault: &Vault, report: &mut Report) {
    if note.kind != Kind::Person {
        return;
    }
    let companies = readings(note, vault, &COMPANY);
    let roles = readings(note, vault, &ROLE);
    if roles.len() + companies.len() < 2 {
        return;
    }
    let company_keys: Vec<String> = (0..companies.len()).map(|at| group(vault, &companies, at)).collect();
    let employers: Vec<String> = companies.iter().map(|reading| same_company_key(vault, &reading.value)).collect();
    let role_keys: Vec<(String, bool)> =
        roles.iter().map(|reading| role_key(vault, &reading.value, &employers)).collect();
    let wrong = |at: usize| role_keys[at].1;
    ask(note, &ROLE, &roles, &answers(&roles, &|at| (role_keys[at].0.clone(), wrong(at))), report);
    // If there are several tags, each may be right, so other readings only have to agree with one of them.
    let tags: Vec<&String> = companies
        .iter()
        .zip(&company_keys)
        .filter(|(reading, _)| matches!(reading.place, FieldPlace::Tag(..)))
        .map(|(_, key)| key)
        .collect();
    let others =
        companies.iter().zip(&company_keys).filter(|(reading, _)| !matches!(reading.place, FieldPlace::Tag(..)));
    let others: Vec<&String> = others.map(|(_, key)| key).collect();
    let agree = others.windows(2).all(|pair| pair[0] == pair[1])
        && (tags.is_empty() || others.iter().all(|key| tags.contains(key)));
    if !agree {
        ask(note, &COMPANY, &companies, &answers(&companies, &|at| (company_keys[at].clone(), false)), report);
    }
}

/// What the company of the reading with this number is known by: the first reading that may be of the same one.
fn group(vault: &Vault, companies: &[FieldReading], at: usize) -> String {
    let own = &companies[at].value;
    let first = companies.iter().find(|other| may_be_one_company(vault, &other.value, own));
    fold(first.map_or(own, |first| &first.value))
}

/// What two ways to write one role share, and whether it is a company.
fn role_key(vault: &Vault, value: &str, companies: &[String]) -> (String, bool) {
    let note = company_note(vault, value);
    let is_company = note.is_some() || companies.contains(&company_key(value));
    let words: Vec<String> = value
        .split(|c: char| !c.is_alphanumeric())
        .map(fold)
        .filter(|word| !["", "of", "the", "and", "for"].contains(&word.as_str()))
        .collect();
    (words.join(" "), is_company)
}

fn answers<'r>(readings: &'r [FieldReading], key: &dyn Fn(usize) -> (String, bool)) -> Vec<Answer<'r>> {
    let mut answers: Vec<Answer> = Vec::new();
    for (at, reading) in readings.iter().enumerate() {
        let (key, is_wrong) = key(at);
        match answers.iter_mut().find(|answer| answer.key == key) {
            Some(answer) => answer.readings.push(reading),
            None => answers.push(Answer { key, readings: vec![reading], is_wrong }),
        }
    }
    answers.sort_by(|a, b| b.rank().cmp(&a.rank()));
    answers
}

fn ask(note: &Note, field: &ContactField, readings: &[FieldReading], answers: &[Answer], report: &mut Report) {
    let is_role = field.name() == ROLE.name();
    let wrong: Vec<&Answer> = answers.iter().filter(|answer| answer.is_wrong).collect();
    // “Head of sales” and “Head of sales, EMEA” are the same role at different length.
    let right: Vec<&Answer> = answers.iter().filter(|answer| !answer.is_wrong).collect();
    let differ = right.iter().any(|a| {
        right.iter().any(|b| a.key != b.key && !(is_role && (is_part(&a.key, &b.key) || is_part(&b.key, &a.key))))
    });
    let place = readings.iter().find_map(FieldReading::span);
    let (Some(place), true) = (place, differ || !wrong.is_empty()) else { return };
    // If the whole note agrees, and its source is newer than those that disagree, nothing is to be asked.
    let day = answers.first().and_then(|first| first.rank().2);
    let is_older =
        |reading: &&FieldReading| reading.span().is_none() && reading.day.is_some() && reading.day.as_deref() < day;
    if day.is_some() && answers.iter().skip(1).all(|other| other.readings.iter().all(is_older)) {
        return;
    }
    let (count, name) = (answers.len(), note.path.stem());
    let message = match (wrong.first(), differ) {
        (Some(wrong), false) => say!("The role “{role}” is a company's name.", role = wrong.value()),
        _ if is_role => say!("This note has {count} answers for the role of {name}.", count, name),
        _ => say!("This note has {count} answers for the company of {name}.", count, name),
    };
    let asked = field.name().to_lowercase();
    let mut keys: Vec<&str> = answers.iter().map(|answer| answer.key.as_str()).collect();
    keys.sort_unstable();
    let mut draft = Draft::new(Tier::Review, place, format!("{asked}: {}", keys.join(" / ")), message);
    for answer in answers {
        for reading in &answer.readings {
            draft = draft.because(reading.sentence());
        }
        if answer.is_wrong {
            draft = draft.because(say!("“{value}” is a company's name, and no role.", value = answer.value()));
        }
    }
    for answer in &right {
        let sourced = answer.readings.iter().find(|reading| reading.source.is_some());
        let location =
            sourced.or(answer.readings.first()).map_or_else(Said::default, |reading| reading.location.clone());
        let value = answer.value();
        // The one role that stands is taken whatever it is; of several, their words decide.
        let title = match right.len() {
            1 => say!("Take “{value}” ({location})", value, location),
            _ => Said::verbatim(format!("{value} ({location})")),
        };
        draft = draft.offer(all_say(note, field, readings, answer.key.as_str(), value, answers, title));
    }
    if right.is_empty() {
        let title = say!("Say that it is unknown");
        draft = draft.offer(all_say(note, field, readings, "", UNKNOWN, answers, title));
    }
    report.add(draft);
}

/// Whether one text contains all words of the other.
fn is_part(short: &str, long: &str) -> bool {
    short.split(' ').all(|word| long.split(' ').any(|other| other == word))
}

/// The fix after which every place of the note says `value`.
fn all_say(
    note: &Note,
    field: &ContactField,
    readings: &[FieldReading],
    key: &str,
    value: &str,
    answers: &[Answer],
    title: Said,
) -> Result<Fix, SpliceError> {
    let says_it = |reading: &FieldReading| {
        answers.iter().any(|answer| answer.key == key && answer.readings.iter().any(|own| std::ptr::eq(*own, reading)))
    };
    let tagged = readings.iter().any(|reading| matches!(reading.place, FieldPlace::Tag(..)) && says_it(reading));
    let mut edits: Vec<Edit> = Vec::new();
    let mut properties = Vec::new();
    let mut tags = Vec::new();
    let tag = company_tag(value);
    for reading in readings.iter().filter(|reading| !says_it(reading)) {
        match &reading.place {
            FieldPlace::Text(span) => edits.push(Edit::replace(*span, value)),
            FieldPlace::Property(..) if value == UNKNOWN => {}
            FieldPlace::Property(name, _) => {
                edits.extend(set_scalar(&note.text, &note.frontmatter, name, value)?);
                properties.push(name.clone());
            }
            FieldPlace::Tag(at, _) => tags.push(*at),
            FieldPlace::Elsewhere => {}
        }
    }
    // If there are several tags, others may be right too: the new one is added and none is removed.
    if !tagged && !tags.is_empty() {
        let fm = &note.frontmatter;
        let mut all = fm.list("tags");
        all.push(&tag);
        edits.extend(match tags.as_slice() {
            [only] => change_items(&note.text, fm, "tags", &[(*only, Some(&tag))])?,
            _ => set_list(&note.text, fm, "tags", &all)?,
        });
        properties.push("tags".to_owned());
    }
    let empty = field.cells(note).into_iter().filter(|cell| is_unknown(note.slice(*cell)) && value != UNKNOWN);
    edits.extend(empty.map(|cell: Span| in_cell(note, cell, value)));
    edits.sort_by_key(|a| a.span);
    let fix = Fix::in_note(title, &note.path, edits);
    Ok(properties.into_iter().fold(fix, Fix::of_property))
}
