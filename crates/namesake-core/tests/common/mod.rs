//! Vaults made of notes, and plans made of queries, for all tests of this folder.
#![allow(dead_code, reason = "no test needs all of it")]

use namesake_core::config::Config;
use namesake_core::plan::{self, Plan, PlanRequest, Query};
use namesake_core::vault::Vault;

/// The text of a person's note that says nothing else.
pub const PERSON: &str = "---\ntype: people\n---\n";

/// A vault with these settings and decisions that takes in the notes, each a path and a text, in this order.
pub fn vault_of<P: AsRef<str>, T: AsRef<str>>(config: Config, notes: impl IntoIterator<Item = (P, T)>) -> Vault {
    let mut vault = Vault::new(config);
    add(&mut vault, notes);
    vault
}

/// Takes in the notes, each a path and a text, in this order.
pub fn add<P: AsRef<str>, T: AsRef<str>>(vault: &mut Vault, notes: impl IntoIterator<Item = (P, T)>) {
    for (path, text) in notes {
        vault.upsert(path.as_ref().into(), text.as_ref().to_owned());
    }
}

/// A person's note for each of these names.
pub fn people<'n>(names: &'n [&str]) -> impl Iterator<Item = (String, &'static str)> + 'n {
    names.iter().map(|name| (format!("People/{name}.md"), PERSON))
}

/// The plan that applies the first fix of every finding that `query` means.
pub fn plan_of(vault: &mut Vault, query: Query) -> Plan {
    plan::plan(vault, &PlanRequest::Query { query })
}
