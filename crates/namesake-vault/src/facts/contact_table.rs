//! The contact table of a person note: which table it is, what its rows are called. What the fields hold elsewhere is left
//! to `person::contact_fields`.

use namesake_language::translatable;
use namesake_names::fold;
use namesake_note::note::Note;
use namesake_text::text::Span;

/// The labels of the role, in any case. The first of each field is what the user reads.
pub const ROLE: [&str; 7] =
    [translatable!("Role"), "Job title", "Position", "Rolle", "Funktion", "Fonction", "Functie"];
/// The labels of the company.
pub const COMPANY: [&str; 9] = [
    translatable!("Company"),
    "Organisation",
    "Organization",
    "Employer",
    "Firma",
    "Unternehmen",
    "Entreprise",
    "Empresa",
    "Bedrijf",
];
/// The labels of the department.
pub const DEPARTMENT: [&str; 3] = [translatable!("Department"), "Team", "Abteilung"];
/// The labels of the e-mail address.
pub const EMAIL: [&str; 5] = [translatable!("Email"), "E-mail", "Mail", "Courriel", "Correo"];
/// The labels of the phone number.
pub const PHONE: [&str; 8] =
    [translatable!("Phone"), "Mobile", "Telephone", "Tel", "Telefon", "Téléphone", "Teléfono", "Telefoon"];
/// The labels of the `LinkedIn` address.
pub const LINKEDIN: [&str; 1] = [translatable!("LinkedIn")];
/// The labels of the place.
pub const LOCATION: [&str; 8] =
    [translatable!("Location"), "City", "Ort", "Standort", "Lieu", "Ville", "Ciudad", "Plaats"];

const ALL: [&[&str]; 7] = [&ROLE, &COMPANY, &DEPARTMENT, &EMAIL, &PHONE, &LINKEDIN, &LOCATION];

/// How a heading over contact details begins, folded, in the languages of the labels.
const HEADINGS: [&str; 5] = ["contact", "kontakt", "coordonnees", "contatt", "steckbrief"];

/// The header of a table of fields and their values, folded.
const HEADERS: [(&str, &str); 5] =
    [("field", "value"), ("feld", "wert"), ("champ", "valeur"), ("campo", "valor"), ("veld", "waarde")];

/// The rows of the note's contact tables. Any table may have a row “Role”: only one under a heading for contact details
/// counts, or one of two columns that is headed “Field” and “Value” or in which several rows are called as contact details
/// are.
pub fn contact_rows(note: &Note) -> impl Iterator<Item = &Vec<Span>> {
    note.body().tables().filter(|table| is_contact_table(note, table)).flatten().filter(|row| row.len() >= 2)
}

fn is_contact_table(note: &Note, table: &[Vec<Span>]) -> bool {
    let Some(first) = table.first().and_then(|row| row.first()) else { return false };
    // `| Role | Company |` heads two columns.
    let heads =
        table.first().is_some_and(|row| row.len() > 1 && row[1..].iter().all(|cell| field(note, *cell).is_some()));
    let has_several = || {
        let mut fields = table.iter().filter_map(|row| field(note, *row.first()?));
        fields.next().is_some_and(|one| fields.any(|other| other != one))
    };
    let has_two_columns = || table.iter().all(|row| row.len() == 2);
    !heads
        && (is_under_contact(note, first.start) || has_two_columns() && (has_header(note, &table[0]) || has_several()))
}

fn has_header(note: &Note, header: &[Span]) -> bool {
    let words: Vec<String> = header.iter().map(|cell| fold(note.slice(*cell).trim_matches(['*', '_', ' ']))).collect();
    HEADERS.iter().any(|(field, value)| words == [*field, *value])
}

/// Which field the words of a cell are a label of.
fn field(note: &Note, cell: Span) -> Option<usize> {
    ALL.iter().position(|labels| labels.iter().any(|label| is_label(note, cell, label)))
}

/// Whether a cell says `label`, in any case and with any emphasis.
pub fn is_label(note: &Note, cell: Span, label: &str) -> bool {
    note.slice(cell).trim_matches(['*', '_', ':', ' ']).eq_ignore_ascii_case(label)
}

fn is_under_contact(note: &Note, at: usize) -> bool {
    let Some(section) = note.body().section_at(at) else { return false };
    let title = fold(section.title.trim_start_matches(|c: char| !c.is_alphabetic()));
    HEADINGS.iter().any(|heading| title.starts_with(heading))
}

/// The value in the row of the contact table that is labelled `label`; `None` if it is unknown.
pub fn table_value(note: &Note, label: &str) -> Option<Span> {
    let value = contact_rows(note).find(|row| is_label(note, row[0], label))?[1];
    let words = note.slice(value);
    (!words.is_empty() && !words.eq_ignore_ascii_case("_unknown_")).then_some(value)
}
