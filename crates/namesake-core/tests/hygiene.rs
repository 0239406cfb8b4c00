//! What tidying a person note keeps, for notes that nobody would write: every line that says something, byte for byte.

#![allow(clippy::unwrap_used, reason = "a failed unwrap is that test failing, which is what it is for")]

mod common;

use common::vault_of;

use namesake_core::config::Config;
use namesake_core::finding::Tier;
use namesake_core::plan::{self, PlanRequest, Query};
use proptest::prelude::*;

const NOTE: &str = "People/Rob Benoit.md";

/// Pieces of a person note, each some lines.
const PIECES: &[&str] = &[
    "",
    "",
    "  ",
    "## Key Facts",
    "## Recent Context",
    "## Recent Context",
    "### October",
    "- Hung twelve sensors in one night.",
    "- hung twelve sensors in one night",
    "- Hung 12 sensors in one night! ^night",
    "- Hung twelve sensors in one night ([[2025-10-31 - Weekly]])",
    "- Did not hang twelve sensors in one night.",
    "  - with straps",
    "  straps",
    "straps",
    "- 2025-10-12: [[2025-10-12 - Intro]] - A second site",
    "- 2025-10-31: [[2025-10-31 - Weekly]] - Who pays",
    "- 2025-10-31: [[2025-10-31 - Weekly]] - who pays?",
    "- [ ] 2025-10-31: a task",
    "* another list",
    "_What do you build together?_",
    "```",
    "%%",
    "> quoted",
    "---",
    "| Field | Value |\n|---|---|\n| **Email** | _Unknown_ |",
    "*Last updated: *",
];

fn notes() -> impl Strategy<Value = String> {
    let piece = prop::sample::select(PIECES);
    (prop::collection::vec(piece, 0..24), any::<bool>(), any::<bool>()).prop_map(|(pieces, crlf, by_machine)| {
        let head = if by_machine { "---\nauto_created: true\nemail: rob@lumen.example\n---\n" } else { "" };
        let text = [head, &pieces.join("\n")].concat();
        if crlf { text.replace('\n', "\r\n") } else { text }
    })
}

/// The note after the fixes of one rule, of one tier, until it has nothing more to say; and whether it comes to rest.
fn tidied(text: &str, rule: &str, tier: Tier) -> (String, bool) {
    let mut vault = vault_of(Config::default(), [(NOTE, text)]);
    let query = Query { rules: Some([rule.to_owned()].into_iter().collect()), tier: Some(tier), ..Query::default() };
    let request = PlanRequest::Query { query };
    if let Some(change) = plan::plan(&mut vault, &request).changes.into_iter().next() {
        vault.upsert(NOTE.into(), change.after);
    }
    let after = vault.text(&NOTE.into()).unwrap().to_owned();
    (after, plan::plan(&mut vault, &request).changes.is_empty())
}

/// The lines that are not blank, in order.
fn lines(text: &str) -> Vec<&str> {
    text.lines().filter(|line| !line.trim().is_empty()).collect()
}

fn sorted(mut lines: Vec<&str>) -> Vec<&str> {
    lines.sort_unstable();
    lines
}

/// The letters and digits of a line without its source, in lower case.
fn bare(line: &str) -> String {
    let words = line.split(" ([[").next().unwrap_or(line);
    words.to_lowercase().chars().filter(|c| c.is_alphanumeric()).collect()
}

proptest! {
    #[test]
    fn blank_lines_take_nothing_but_blank_lines(text in notes()) {
        let (after, rests) = tidied(&text, "blank-lines", Tier::Auto);
        prop_assert_eq!(lines(&text), lines(&after));
        prop_assert!(rests, "{after}");
    }

    #[test]
    fn one_list_has_every_line_of_several(text in notes()) {
        let (after, rests) = tidied(&text, "recent-context-order", Tier::Review);
        // A heading of a section that is joined to another goes, and so does the shorter of two lines about one meeting.
        let gone = |line: &&str| *line != "## Recent Context" && !line.contains("2025-10-31 - Weekly") && !line.contains("2025-10-12 - Intro");
        let kept = |text| sorted(lines(text).into_iter().filter(gone).filter(|line| !line.starts_with("  ")).collect());
        prop_assert_eq!(kept(text.as_str()), kept(after.as_str()));
        prop_assert!(after.lines().all(|line| line.is_empty() || text.lines().any(|other| other == line)), "{after}");
        prop_assert!(rests, "{after}");
    }

    #[test]
    fn what_goes_by_itself_is_still_said(text in notes()) {
        for rule in ["near-duplicate", "recent-context-order"] {
            let (after, rests) = tidied(&text, rule, Tier::Auto);
            let said: Vec<String> = after.lines().map(bare).collect();
            // Blank lines and rules say nothing.
            let mut told = text.lines().map(bare).filter(|words| !words.is_empty());
            prop_assert!(told.all(|words| said.contains(&words)), "{rule}: {after}");
            // Of a line that was copied whole one stays, and its block id with it.
            let keeps = |id: &str| after.lines().any(|line| line.ends_with(id));
            prop_assert!(text.lines().filter_map(|line| line.rfind('^').map(|at| &line[at..])).all(keeps), "{rule}: {after}");
            prop_assert!(rests, "{rule}: {after}");
        }
    }

    #[test]
    fn cells_and_prompts_change_nothing_beside_them(text in notes()) {
        let (filled, _) = tidied(&text, "unknown-cell", Tier::Auto);
        prop_assert_eq!(filled.replace("rob@lumen.example |", "_Unknown_ |"), text.clone());
        let (answered, rests) = tidied(&text, "empty-prompt", Tier::Review);
        let others = |text| lines(text).into_iter().filter(|line| !line.starts_with('_')).map(str::to_owned).collect::<Vec<_>>();
        prop_assert_eq!(others(text.as_str()), others(answered.as_str()));
        prop_assert!(rests, "{answered}");
    }
}
