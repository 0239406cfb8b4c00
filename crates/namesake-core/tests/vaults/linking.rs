//! The seventh principle of the names engine: resolving adds nobody to who takes part, and what was written stays to be
//! seen. It fails without linked people being left out of `Vault::participants`, and without `LinkStyle::Heard` in
//! `Vault::shown`.

use std::collections::BTreeSet;

use namesake_core::config::{Config, LinkStyle, Settings};
use namesake_core::path::NotePath;
use namesake_core::plan::{self, PlanRequest, Query};

use crate::common::{add, people, vault_of};

const MEETING: &str = "Meetings/2025-10-30 - Cave five.md";
const WORDS: &str = "**Participants:** Mara Voss, Rob Benoit\n\n[[Teodor Halvorsen]] was named. Rob Banga rang.\n\n\
                     - [ ] Ring back @Rob Banga\n";

fn note(name: &str) -> NotePath {
    NotePath::new(format!("People/{name}.md"))
}

/// The meeting above once every name in it was linked to the likeliest person, and who took part by then.
fn linked(link_style: LinkStyle) -> (String, Vec<NotePath>) {
    let settings = Settings { link_style, ..Settings::default() };
    let config = Config { settings, ..Config::default() };
    let mut vault = vault_of(config, people(&["Mara Voss", "Rob Benoit", "Teodor Halvorsen"]));
    add(&mut vault, [(MEETING, WORDS)]);
    let rules = Some(BTreeSet::from(["mention", "owner"].map(str::to_owned)));
    let paths = Some(BTreeSet::from([MEETING.into()]));
    let plan = plan::plan(&mut vault, &PlanRequest::Query { query: Query { rules, paths, ..Query::default() } });
    for change in plan.changes {
        vault.upsert(change.path, change.after);
    }
    vault.settle();
    (vault.text(&MEETING.into()).unwrap_or_default().to_owned(), vault.participants(&MEETING.into()))
}

#[test]
fn principle_7_resolving_adds_nobody_to_who_takes_part_and_keeps_what_was_written() {
    let (text, took_part) = linked(LinkStyle::Heard);
    assert_eq!(text, WORDS.replace("@Rob Banga", "Rob Banga").replace("Rob Banga", "[[Rob Benoit|Rob Banga]]"));
    assert_eq!(took_part, ["Mara Voss", "Rob Benoit"].map(note));
    let (clean, _) = linked(LinkStyle::Clean);
    assert_eq!(clean, text.replace("|Rob Banga", ""), "only where the user asks for the clean form");
}
