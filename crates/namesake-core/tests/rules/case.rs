//! Checks one case: the findings, the notes after, and what holds for every rule and every note: an applied fix leaves
//! nothing to apply, a change is exactly its edits, and the journal leads back.

use std::collections::BTreeMap;
use std::collections::BTreeSet;

use namesake_core::finding::{Finding, Tier};
use namesake_core::plan::{self, Choice, Plan, PlanRequest, Query};
use namesake_core::text::{self, Edit, Span};
use namesake_core::vault::Vault;

use crate::common::vault_of;
use crate::shown;
use crate::spec::{Case, Expected};

type Notes = BTreeMap<String, String>;

/// Checks `case` for `rule`.
///
/// # Errors
/// What is not as the case says, as a diff.
pub fn check(rule: &str, case: &Case) -> Result<(), String> {
    let before: Notes = case.notes.iter().cloned().collect();
    let mut vault = vault(case, &before);
    let every = Query { rules: Some(BTreeSet::from([rule.to_owned()])), ..Query::default() };
    let automatic = Query { tier: Some(Tier::Auto), ..every.clone() };
    let found = plan::findings(&mut vault, &every);
    findings(case.findings.as_deref().unwrap_or_default(), &found, &before)?;

    let after = apply(case, &before, &automatic)?;
    notes(&before, &case.after, &after, "after what is automatic")?;
    // Where everything is automatic, accepting everything is the same.
    let all_automatic = found.iter().all(|finding| finding.tier == Tier::Auto);
    let expected = if all_automatic { &case.after } else { &case.accepted };
    let accepted = apply(case, &before, &every)?;
    notes(&before, expected, &accepted, "after accepting every first fix")?;
    let choices = choices(case.findings.as_deref().unwrap_or_default(), &found);
    if !choices.is_empty() {
        let plan = plan::plan(&mut vault, &PlanRequest::Choices { choices, alias: None });
        notes(&before, &case.chosen, &made(&before, &plan)?, "after choosing")?;
    }
    apply(case, &before, &Query { tier: Some(Tier::Auto), ..Query::default() }).map(drop)
}

/// What a rule does to the notes of a case.
pub struct Outcome {
    /// The findings in the words of a spec, unless the case says them already.
    pub findings: Option<String>,
    /// The notes that differ once what is automatic was applied.
    pub after: Vec<(String, String)>,
    /// The notes that differ once every first fix was accepted; none where everything is automatic.
    pub accepted: Vec<(String, String)>,
}

/// What `rule` does to the notes of `case`, whatever the case expects.
///
/// # Errors
/// Which fix cannot be applied.
pub fn outcome(rule: &str, case: &Case) -> Result<Outcome, String> {
    let before: Notes = case.notes.iter().cloned().collect();
    let every = Query { rules: Some(BTreeSet::from([rule.to_owned()])), ..Query::default() };
    let automatic = Query { tier: Some(Tier::Auto), ..every.clone() };
    let found = plan::findings(&mut vault(case, &before), &every);
    let is_said = case.findings.as_deref().is_some_and(|expected| findings(expected, &found, &before).is_ok());
    let lines: Vec<String> = found.iter().map(|finding| told(finding, &before[finding.path.as_str()])).collect();
    let changed = |after: Notes| after.into_iter().filter(|(path, text)| before.get(path) != Some(text)).collect();
    let after = changed(apply(case, &before, &automatic)?);
    let all_automatic = found.iter().all(|finding| finding.tier == Tier::Auto);
    let accepted = if all_automatic { Vec::new() } else { changed(apply(case, &before, &every)?) };
    Ok(Outcome { findings: (!is_said).then(|| or_none(&lines) + "\n"), after, accepted })
}

fn vault(case: &Case, notes: &Notes) -> Vault {
    vault_of(case.config.clone(), notes)
}

fn findings(expected: &[Expected], found: &[Finding], notes: &Notes) -> Result<(), String> {
    let fits = expected.len() == found.len()
        && expected.iter().zip(found).all(|(expected, found)| is(expected, found, &notes[found.path.as_str()]));
    if fits {
        return Ok(());
    }
    let got: Vec<String> = found.iter().map(|finding| told(finding, &notes[finding.path.as_str()])).collect();
    let want: Vec<String> = expected.iter().map(|expected| format!("{expected:#?}")).collect();
    Err(format!("the findings differ\nwant:\n{}\ngot:\n{}", or_none(&want), or_none(&got)))
}

/// What the findings say to choose.
fn choices(expected: &[Expected], found: &[Finding]) -> Vec<Choice> {
    let choice = |(expected, found): (&Expected, &Finding)| {
        let fix = found.fixes.iter().position(|fix| Some(&fix.title) == expected.choose.as_ref())?;
        Some(Choice {
            id: found.id.clone(),
            path: found.path.clone(),
            fix,
            text: None,
            without: Vec::new(),
            seen: None,
        })
    };
    expected.iter().zip(found).filter_map(choice).collect()
}

fn or_none(list: &[String]) -> String {
    if list.is_empty() { "none".to_owned() } else { list.join("\n") }
}

fn is(expected: &Expected, found: &Finding, note: &str) -> bool {
    let evidence = |part: &String| found.evidence.iter().any(|sentence| sentence.contains(part.as_str()));
    expected.tier == tier(found)
        && expected.path == found.path.as_str()
        && found.message.contains(&expected.message)
        && expected.at.as_ref().is_none_or(|at| found.span().of(note).trim() == at)
        && expected.because.iter().all(evidence)
        && expected.fixes.as_ref().is_none_or(|titles| found.fixes.iter().map(|fix| &fix.title).eq(titles))
        && expected.choose.as_ref().is_none_or(|title| found.fixes.iter().any(|fix| fix.title == *title))
}

fn tier(finding: &Finding) -> &'static str {
    match finding.tier {
        Tier::Auto => "auto",
        Tier::Review => "review",
    }
}

/// A finding in the words of a spec.
fn told(finding: &Finding, note: &str) -> String {
    let mut lines = vec![format!("{} {}: {}", tier(finding), finding.path, finding.message)];
    // A spec has one line for a detail, so words that fill several are left out.
    let mut detail = |name: &str, words: &str| {
        if !words.is_empty() && !words.contains('\n') {
            lines.push(format!("  {name}: {words}"));
        }
    };
    detail("at", finding.span().of(note).trim());
    finding.evidence.iter().for_each(|sentence| detail("because", sentence));
    if finding.fixes.is_empty() {
        detail("fix", "none");
    }
    finding.fixes.iter().for_each(|fix| detail("fix", &fix.title));
    lines.join("\n")
}

fn notes(before: &Notes, changed: &[(String, String)], after: &Notes, when: &str) -> Result<(), String> {
    let mut expected = before.clone();
    for (path, text) in changed {
        let known = expected.insert(path.clone(), text.clone());
        if known.is_none() && !after.contains_key(path) {
            return Err(format!("the case has no note {path} whose change it could tell"));
        }
    }
    if let Some(path) = after.keys().find(|path| !expected.contains_key(*path)) {
        return Err(format!("{path} came {when}:\n{}", after[path]));
    }
    let differ = |(path, text): &(&String, &String)| after[*path] != **text;
    let diffs: Vec<String> = expected
        .iter()
        .filter(differ)
        .map(|(path, text)| format!("{path} {when} (- want, + got)\n{}", shown::diff(text, &after[path])))
        .collect();
    if diffs.is_empty() { Ok(()) } else { Err(diffs.join("\n")) }
}

/// The notes once `query` was applied. Nothing may be left to apply, and every change must be what its edits say.
fn apply(case: &Case, before: &Notes, query: &Query) -> Result<Notes, String> {
    let request = PlanRequest::Query { query: query.clone() };
    let after = made(before, &plan::plan(&mut vault(case, before), &request))?;
    unchanged(&plan::plan(&mut vault(case, &after), &request))?;
    Ok(after)
}

/// The notes once `plan` was carried out.
fn made(before: &Notes, plan: &Plan) -> Result<Notes, String> {
    if let Some(left) = plan.left.first() {
        return Err(format!("a fix was refused: {}", left.reason));
    }
    let mut after = before.clone();
    for change in &plan.changes {
        let edits: Vec<Edit> =
            change.edits.iter().map(|edit| Edit::replace(Span::new(edit.start, edit.end), edit.text.clone())).collect();
        let known = before.get(change.path.as_str()).map_or("", String::as_str);
        let edited = text::apply(&change.before, &edits).map_err(|error| error.to_string())?;
        let back = change.entry.revert(&change.after).map_err(|error| error.to_string())?;
        if change.entry.came == before.contains_key(change.path.as_str()) {
            return Err(format!("{} comes though it is there, or is changed though it is not", change.path));
        }
        if change.before != *known || edited != change.after || back != *known {
            return Err(format!("the edits of {} are not its change", change.path));
        }
        after.insert(change.path.to_string(), edited);
    }
    Ok(after)
}

fn unchanged(second: &Plan) -> Result<(), String> {
    let again = |change: &namesake_core::plan::NoteChange| {
        format!(
            "{} changes again the second time (- first, + second)\n{}",
            change.path,
            shown::diff(&change.before, &change.after)
        )
    };
    let changes: Vec<String> = second.changes.iter().map(again).collect();
    if changes.is_empty() { Ok(()) } else { Err(changes.join("\n")) }
}
