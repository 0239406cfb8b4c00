//! Completions for the editor while a name is typed: people near the note come first, each with the words to write. The
//! crate `names` finds names by their beginnings.

use namesake_vault::new_person::NewPerson;
use serde::{Deserialize, Serialize};

use namesake_names::{Near, Question, TypedWords};
use namesake_text::path::NotePath;

use namesake_note::adopted::Links;
use namesake_vault::mentions::listed::is_full_name;
use namesake_vault::tasks::owner_style;
use namesake_vault::vault::Vault;

/// What the user types, and where.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[cfg_attr(feature = "ts", derive(tsify::Tsify))]
#[allow(clippy::struct_excessive_bools, reason = "each is a question of its own about the place where the user types")]
pub struct CompletionQuery {
    /// The words after the sign that asks for people.
    pub typed: String,
    /// The note in which the user types.
    pub path: NotePath,
    /// Whether the owner of a task is meant. Owners are written in the style of the settings, others always as links.
    pub owner: bool,
    /// Whether the user types in a property. Links are wikilinks there, and elsewhere as the vault has them.
    #[serde(default)]
    pub property: bool,
    /// Whether companies are offered too, after the people.
    pub companies: bool,
    /// Whether a full name that nobody has is offered as a new person, after everybody else.
    #[serde(default)]
    pub newcomers: bool,
    /// The most completions to offer.
    pub limit: usize,
}

/// A person or company that may be meant.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(tsify::Tsify))]
pub struct Completion {
    /// The note.
    pub path: NotePath,
    /// Its name.
    pub name: String,
    /// The alias that begins with the typed words, if the name does not.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub alias: Option<String>,
    /// The person's company, as their note writes it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub company: Option<String>,
    /// Why a person comes before others.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub near: Option<Near>,
    /// The ISO date of the last meeting with the person.
    #[serde(rename = "lastContact", skip_serializing_if = "Option::is_none")]
    pub last_contact: Option<String>,
    /// The text to write into the note.
    pub written: String,
    /// Whether the note does not exist yet and has to be made together with the text.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub newcomer: bool,
}

/// The completions for the typed words, the likeliest first. Notes that no link can name are left out.
pub fn complete(vault: &mut Vault, query: &CompletionQuery) -> Vec<Completion> {
    vault.settle();
    let typed = TypedWords::new(&query.typed);
    let context = vault.note(&query.path).map(|note| vault.context(note, None)).unwrap_or_default();
    let question = Question { rejected: vault.form_decisions().not(&query.typed), ..context.question("") };
    let newcomer = newcomer(vault, query);
    let limit = query.limit.saturating_sub(usize::from(newcomer.is_some()));
    let people = vault.names().complete(&typed, &question, limit).into_iter();
    let mut offered: Vec<Completion> =
        people.filter_map(|(path, near)| person_offered(vault, path, near, &typed, query)).collect();
    if query.companies {
        let companies = vault.names().complete_company(&typed, limit.saturating_sub(offered.len()));
        offered.extend(companies.into_iter().filter_map(|path| company_offered(vault, path, query)));
    }
    offered.extend(newcomer);
    offered
}

/// A new person with the typed name, if it is a full name that nobody has and a note can have it.
fn newcomer(vault: &Vault, query: &CompletionQuery) -> Option<Completion> {
    let (name, path) = (query.typed.as_str(), &query.path);
    let is_asked = query.newcomers && query.limit > 0 && is_full_name(name);
    if !is_asked || vault.form_decisions().is_nobody(name, Some(path)) || !vault.known_names().called(name).is_empty() {
        return None;
    }
    let note = vault.note(path).filter(|note| note.ignored().is_none())?;
    let new = NewPerson::of(vault, name, note).ok()?;
    let written = match query.owner {
        true => owner_style::of_new(vault, path, &new)?,
        false => query.fitting(new.links(vault, path)),
    };
    Some(Completion { newcomer: true, ..linked(&new.note.path, written) })
}

fn person_offered(
    vault: &Vault,
    path: &NotePath,
    near: Option<Near>,
    typed: &TypedWords,
    query: &CompletionQuery,
) -> Option<Completion> {
    let person = vault.facts(path)?.person.as_ref()?;
    let name = path.stem();
    let known = typed.begins(name);
    let alias = person.names.iter().find(|alias| !known && typed.begins(alias));
    let shown = alias.map_or(name, String::as_str);
    let written = match query.owner {
        true => owner_style::written(vault, &query.path, path, shown),
        false => vault.links_heard(&query.path, path, shown).map(|links| query.fitting(links)),
    };
    let last_contact = vault.note(path).and_then(|note| note.frontmatter.text("last_contact"));
    Some(Completion {
        alias: alias.cloned(),
        company: person.companies.last().cloned(),
        near,
        last_contact: last_contact.and_then(namesake_vault::facts::iso_day),
        ..linked(path, written?)
    })
}

fn company_offered(vault: &Vault, path: &NotePath, query: &CompletionQuery) -> Option<Completion> {
    let link = if query.property { Vault::wikilink } else { Vault::link };
    Some(linked(path, link(vault, &query.path, path, path.stem())?))
}

impl CompletionQuery {
    /// The link that fits the place where the user types.
    fn fitting(&self, links: Links) -> String {
        if self.property { links.in_property } else { links.in_text }
    }
}

/// A completion that names only the note.
fn linked(path: &NotePath, written: String) -> Completion {
    Completion {
        path: path.clone(),
        name: path.stem().to_owned(),
        alias: None,
        company: None,
        near: None,
        last_contact: None,
        written,
        newcomer: false,
    }
}
