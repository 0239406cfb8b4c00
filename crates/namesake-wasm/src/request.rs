//! What JavaScript asks a plan for, and which function of the core makes it.

use namesake_core::path::NotePath;
use namesake_core::plan::{self, Choice, Plan, Query, TaskClick};
use namesake_core::tasks::Format;
use namesake_core::vault::Vault;
use namesake_core::whois::{self, Alias, Identification};
use namesake_core::{bases, overview};
use serde::Deserialize;
use tsify::Tsify;

/// What is to be done.
#[derive(Deserialize, Tsify)]
#[serde(tag = "kind", rename_all = "lowercase")]
pub enum PlanRequest {
    /// Exactly these; where any was carried out, a form is made an alias as well.
    Choices {
        choices: Vec<Choice>,
        #[serde(default)]
        alias: Option<Alias>,
    },
    /// What is certain after a note was saved: in the note itself, and what it teaches other notes.
    Saved {
        #[tsify(type = "string")]
        path: NotePath,
    },
    /// What a note teaches other notes.
    Taught {
        #[tsify(type = "string")]
        path: NotePath,
    },
    /// Everything that is meant, the first fix of each.
    Query { query: Query },
    /// What a click on a task's checkbox does: done and the next occurrence, or open again.
    Task { task: TaskClick },
    /// A form in a note linked to a person, and made an alias of theirs if that is asked.
    Identify { form: Identification },
    /// The tasks of the query's notes written in a format; nothing else of the query counts.
    Convert { to: Format, query: Query },
    /// The report of the vault, written to the note that the settings name.
    Report,
    /// A base of people, meetings and what is to be reviewed, made at a path.
    Base { path: NotePath },
}

impl PlanRequest {
    /// The plan for it.
    pub fn plan(self, vault: &mut Vault) -> Plan {
        let request = match self {
            Self::Choices { choices, alias } => plan::PlanRequest::Choices { choices, alias },
            Self::Saved { path } => plan::PlanRequest::Saved { path },
            Self::Taught { path } => plan::PlanRequest::Taught { path },
            Self::Query { query } => plan::PlanRequest::Query { query },
            Self::Task { task } => return plan::click(vault, &task),
            Self::Identify { form } => return whois::identify(vault, &form),
            Self::Convert { to, query } => return plan::convert_tasks(vault, to, query.paths.as_ref()),
            Self::Report => return overview::plan_report(vault),
            Self::Base { path } => return bases::plan_base(vault, path),
        };
        plan::plan(vault, &request)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_types_of_javascript_say_what_a_request_holds() {
        println!("{}", PlanRequest::DECL);
        println!("{}", crate::types::NoteText::DECL);
        println!("{}", crate::types::RuleInfo::DECL);
    }
}
