//! `normalize`: reads a note from standard input, makes the certain repairs of its properties, and prints it. A note that
//! cannot be read is printed unchanged.

use std::io::{BufRead, Write};

use namesake_core::finding::Tier;
use namesake_core::path::NotePath;
use namesake_core::plan::{self, PlanRequest, Query};
use namesake_core::rules::{self, Group};
use namesake_core::vault::Vault;

use super::outcome::Outcome;
use crate::args::Normalize;
use crate::error::Result;
use crate::output::{self, Output};
use crate::{disk, settings, vault_path};

pub fn run(args: &Normalize, mut note: impl BufRead, out: &mut Output) -> Result<Outcome> {
    let config = settings::in_force(&args.settings, None)?;
    let mut bytes = Vec::new();
    note.read_to_end(&mut bytes)?;
    let path = NotePath::new(vault_path::clean(&args.path.replace('\\', "/")).unwrap_or_default());
    let text = match disk::text(bytes) {
        Ok(text) => text,
        Err((reason, bytes)) => {
            out.write_all(&bytes)?;
            output::warn(&rules::unreadable(&path, &reason.to_string()).message);
            return Ok(Outcome::Incomplete);
        }
    };
    let mut vault = Vault::new(config);
    vault.upsert(path.clone(), text.clone());
    let refused = refusal(&path, &vault);
    let plan = plan::plan(&mut vault, &PlanRequest::Query { query: query(&path) });
    let after = plan.changes.first().map_or(text, |change| change.after.clone());
    out.write_all(after.as_bytes())?;
    let left = plan.left.into_iter().map(|left| left.reason);
    let reasons: Vec<String> = refused.into_iter().chain(left).collect();
    for reason in &reasons {
        output::warn(reason);
    }
    Ok(Outcome::attention_if(!reasons.is_empty()).max(Outcome::of_reading(&vault)))
}

fn query(path: &NotePath) -> Query {
    let rules = rules::ALL.iter().filter(|rule| rule.group == Group::Frontmatter).map(|rule| rule.name.to_owned());
    Query { rules: Some(rules.collect()), tier: Some(Tier::Auto), paths: Some([path.clone()].into()), ids: None }
}

/// Why the note stays as it is; `None` if it can be repaired.
fn refusal(path: &NotePath, vault: &Vault) -> Option<String> {
    let unreadable = vault.unreadable().next().map(|(path, reason)| rules::unreadable(path, reason).message);
    let broken = vault.note(path).and_then(|note| note.frontmatter.error.as_ref());
    unreadable
        .or_else(|| broken.map(|error| format!("the properties cannot be read and are left as they are: {error}")))
}
