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

    fn read(json: &str) -> Result<PlanRequest, String> {
        serde_json::from_str(json).map_err(|error| error.to_string())
    }

    #[test]
    fn a_request_has_its_kind_beside_its_content() {
        let choices = r#"{"kind": "choices", "choices": [{"id": "a", "path": "A.md", "fix": 1}]}"#;
        assert!(matches!(read(choices), Ok(PlanRequest::Choices { choices, alias: None }) if choices[0].fix == 1));
        assert!(matches!(read(r#"{"kind": "saved", "path": "A.md"}"#), Ok(PlanRequest::Saved { .. })));
        assert!(matches!(read(r#"{"kind": "report"}"#), Ok(PlanRequest::Report)));
        let convert = r#"{"kind": "convert", "to": "dataview", "query": {}}"#;
        assert!(matches!(read(convert), Ok(PlanRequest::Convert { to: Format::Dataview, .. })));
    }

    #[test]
    fn a_request_that_lacks_something_says_what() {
        assert_eq!(read(r#"{"kind": "identify"}"#).err().as_deref(), Some("missing field `form`"));
    }

    #[test]
    fn only_what_may_be_absent_is_optional_in_typescript() {
        let declared: String = PlanRequest::DECL.split_whitespace().collect::<Vec<_>>().join(" ");
        assert!(declared.contains(r#"kind: "choices"; choices: Choice[]; alias?: Alias"#), "{declared}");
        assert_eq!(declared.matches('?').count(), 1, "{declared}");
    }
}
