//! `scan`: prints the findings note by note, as JSON lines or as a report.

use std::collections::BTreeMap;
use std::io::{self, Write};
use std::{mem, slice};

use namesake_core::about::summary;
use namesake_core::finding::{Finding, Fix, NoteEdit, Tier};
use namesake_core::overview::report_of;
use namesake_core::plan::{self, Query, Search};
use namesake_core::preview::preview;
use namesake_core::questions::queue;
use namesake_core::rules;
use namesake_core::text::{self, Edit};
use namesake_core::vault::Vault;

use super::outcome::{Outcome, warn_of_unreadable_notes};
use super::questions;
use crate::args::{self, Scan, Which};
use crate::error::Result;
use crate::output::{ASIDE, Output, TITLE, count, json_line, one_line};
use crate::{diff, threads, vault_folder};

pub fn run(args: &Scan, out: &mut Output) -> Result<Outcome> {
    let (_, mut vault) = vault_folder::open(&args.folder, &args.which.rules)?;
    if !shows_unreadable(&args.which) {
        warn_of_unreadable_notes(&vault);
    }
    let query = query(&args.which);
    vault.settle();
    eprintln!("namesake: {}. {}", count(vault.notes().count(), "note", "notes"), summary(&vault));
    let search = plan::search(&mut vault, &query);
    let is_any = if args.questions {
        let found = threads::map(&search.notes(), |note| search.look(note));
        let findings = search.finish(found.into_iter().flatten().collect());
        let queue = queue(&vault, &findings);
        if args.json {
            write!(out, "{}", json_line(&queue)?)?;
        } else {
            questions::print(&queue, out)?;
        }
        !findings.is_empty()
    } else if args.json {
        print_json(search, out)?
    } else {
        let found = threads::map(&search.notes(), |note| search.look(note));
        let findings = search.finish(found.into_iter().flatten().collect());
        if args.report {
            write!(out, "{}", report_of(&vault, &findings))?;
        } else {
            print_notes(&findings, &vault, out)?;
            print_summary(&findings, &vault, out)?;
        }
        let is_any = !findings.is_empty();
        // The process ends soon, and freeing a large vault piece by piece would take time.
        mem::forget(findings);
        is_any
    };
    let outcome = Outcome::attention_if(is_any).max(Outcome::of_reading(&vault));
    mem::forget(vault);
    Ok(outcome)
}

/// Whether notes that cannot be read are among the findings that are asked for.
fn shows_unreadable(which: &Which) -> bool {
    let is_asked_for = which.rules.is_empty() || which.rules.iter().any(|rule| rule == rules::UNREADABLE);
    is_asked_for && !matches!(which.tier, Some(args::Tier::Auto))
}

/// Prints the findings as lines; returns whether there are any. The findings of a note become text at once, because findings
/// of a large vault need several times the memory of their text.
fn print_json(search: Search, out: &mut Output) -> io::Result<bool> {
    let lines_of = |findings: &[Finding]| findings.iter().map(json_line).collect::<io::Result<String>>();
    let notes = search.notes();
    let lines = threads::map(&notes, |note| lines_of(&search.look(note)));
    let unread = search.finish(Vec::new());
    let mut all: Vec<_> = notes.iter().map(|note| &note.path).zip(lines).collect();
    all.extend(unread.iter().map(|finding| (&finding.path, lines_of(slice::from_ref(finding)))));
    all.sort_by_key(|(path, _)| *path);
    let mut is_any = false;
    for (_, lines) in all {
        let lines = lines?;
        is_any |= !lines.is_empty();
        out.write_all(lines.as_bytes())?;
    }
    Ok(is_any)
}

pub fn query(which: &Which) -> Query {
    let rules = (!which.rules.is_empty()).then(|| which.rules.iter().cloned().collect());
    Query { rules, tier: which.tier.map(Into::into), ..Query::default() }
}

fn print_notes(findings: &[Finding], vault: &Vault, out: &mut Output) -> io::Result<()> {
    for of_note in findings.chunk_by(|a, b| a.path == b.path) {
        let path = one_line(of_note[0].path.as_str());
        let title = out.styled(TITLE, path);
        writeln!(out, "{title}")?;
        for finding in of_note {
            print_finding(finding, vault, out)?;
        }
        writeln!(out)?;
    }
    Ok(())
}

fn print_finding(finding: &Finding, vault: &Vault, out: &mut Output) -> io::Result<()> {
    // A note that cannot be read has no lines.
    let before = vault.text(&finding.path).and_then(|text| text.get(..finding.start));
    let place = before.map_or_else(String::new, |before| format!("line {}: ", 1 + before.matches('\n').count()));
    let (rule, tier) = (finding.rule, tier(finding.tier));
    let id = out.styled(ASIDE, &finding.id);
    writeln!(out, "  {place}{} ({rule}, {tier}, {id})", one_line(&finding.message))?;
    for sentence in &finding.evidence {
        let sentence = out.styled(ASIDE, format_args!("· {}", one_line(sentence)));
        writeln!(out, "      {sentence}")?;
    }
    if let Some((first, others)) = finding.fixes.split_first() {
        print_fix(first, vault, out)?;
        for other in others {
            writeln!(out, "    or: {}", one_line(&other.title))?;
        }
    }
    Ok(())
}

fn print_fix(fix: &Fix, vault: &Vault, out: &mut Output) -> io::Result<()> {
    writeln!(out, "    {}", one_line(&fix.title))?;
    for base in &fix.bases {
        let before = vault.text(&base.path).unwrap_or_default();
        let mut edits: Vec<Edit> = fix.edits.iter().filter(|edit| edit.path == base.path).map(NoteEdit::edit).collect();
        edits.sort();
        let Ok(after) = text::apply(before, &edits) else { continue };
        for line in preview(&base.path, before, &after).lines {
            for words in diff::words(out, &line) {
                writeln!(out, "      {words}")?;
            }
        }
    }
    Ok(())
}

const fn tier(tier: Tier) -> &'static str {
    match tier {
        Tier::Auto => "auto",
        Tier::Review => "review",
    }
}

fn print_summary(findings: &[Finding], vault: &Vault, out: &mut Output) -> io::Result<()> {
    let notes = count(vault.notes().count() + vault.unreadable().count(), "note", "notes");
    if findings.is_empty() {
        return writeln!(out, "{notes} looked at, nothing found.");
    }
    let mut rules: BTreeMap<&str, [usize; 2]> = BTreeMap::new();
    for finding in findings {
        rules.entry(finding.rule).or_default()[usize::from(finding.tier == Tier::Review)] += 1;
    }
    let widest = rules.keys().map(|rule| rule.len()).max().unwrap_or_default();
    let head = out.styled(TITLE, format_args!("{:widest$}  {:>6}  {:>6}", "rule", "auto", "review"));
    writeln!(out, "{head}")?;
    for (rule, [auto, review]) in &rules {
        writeln!(out, "{rule:widest$}  {auto:>6}  {review:>6}")?;
    }
    let auto: usize = rules.values().map(|[auto, _]| auto).sum();
    let found = count(findings.len(), "finding", "findings");
    writeln!(out, "{notes} looked at, {found}: {auto} certain, {} for you to decide.", findings.len() - auto)
}
