//! What the editor offers while a name is typed: people near the note first, and the words that choosing one writes.
//! How names are found by their beginnings is left to `names`.

use serde::{Deserialize, Serialize};

use crate::names::{Near, Question, Typed};
use crate::path::NotePath;
use crate::rules::tasks::style;
use crate::vault::Vault;

/// What is typed, and where.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[cfg_attr(feature = "ts", derive(tsify::Tsify))]
pub struct CompletionQuery {
    /// The words behind the sign that asks for people.
    pub typed: String,
    /// The note it is typed into.
    pub path: NotePath,
    /// Whether an owner of a task is meant: written in the style that is set, otherwise always as a link.
    pub owner: bool,
    /// Whether companies are meant too. They come behind the people.
    pub companies: bool,
    /// The most that is offered.
    pub limit: usize,
}

/// Somebody, or a company, that may be meant.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(tsify::Tsify))]
pub struct Completion {
    /// The note.
    pub path: NotePath,
    /// Its name.
    pub name: String,
    /// The alias that begins with what was typed, where the name does not.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub alias: Option<String>,
    /// The company a person belongs to, as their note has it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub company: Option<String>,
    /// Why a person comes before others.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub near: Option<Near>,
    /// The ISO date a person was last met.
    #[serde(rename = "lastContact", skip_serializing_if = "Option::is_none")]
    pub last_contact: Option<String>,
    /// What stands in the note once this is chosen.
    pub written: String,
}

impl Vault {
    /// Whom and what the typed words may mean, the likeliest first. Notes that cannot be linked are left out.
    pub fn complete(&mut self, query: &CompletionQuery) -> Vec<Completion> {
        self.settle();
        let typed = Typed::new(&query.typed);
        let context = self.note(&query.path).map(|note| self.context(note, None)).unwrap_or_default();
        let question = Question { rejected: self.forms().not(&query.typed), ..context.question("") };
        let people = self.names().complete(&typed, &question, query.limit).into_iter();
        let mut offered: Vec<Completion> =
            people.filter_map(|(path, near)| self.person_offered(path, near, &typed, query.owner)).collect();
        if query.companies {
            let companies = self.names().complete_company(&typed, query.limit.saturating_sub(offered.len()));
            offered.extend(companies.into_iter().filter_map(|path| self.company_offered(path)));
        }
        offered
    }

    fn person_offered(&self, path: &NotePath, near: Option<Near>, typed: &Typed, owner: bool) -> Option<Completion> {
        let person = self.facts(path)?.person.as_ref()?;
        let name = path.stem();
        let known = typed.begins(name);
        let alias = person.names.iter().find(|alias| !known && typed.begins(alias));
        let shown = alias.map_or(name, String::as_str);
        let written = if owner { style::written(self, path, shown) } else { self.link(path, shown) };
        let last_contact = self.note(path).and_then(|note| note.frontmatter.text("last_contact"));
        Some(Completion {
            path: path.clone(),
            name: name.to_owned(),
            alias: alias.cloned(),
            company: person.companies.last().cloned(),
            near,
            last_contact: last_contact.and_then(crate::vault::iso_day),
            written: written?,
        })
    }

    fn company_offered(&self, path: &NotePath) -> Option<Completion> {
        Some(Completion {
            path: path.clone(),
            name: path.stem().to_owned(),
            alias: None,
            company: None,
            near: None,
            last_contact: None,
            written: self.link(path, path.stem())?,
        })
    }
}
