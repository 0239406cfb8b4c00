//! What every rule of the frontmatter promises about every note, as one check. The property tests and the fuzz targets
//! (`crates/fuzz`) both ask it. It compares for itself rather than with `frontmatter::verify`, which it judges too.

use std::collections::BTreeMap;
use std::collections::BTreeSet;

use namesake_core::config::{Config, Settings};
use namesake_core::finding::{Finding, Tier};
use namesake_core::frontmatter::{Declared, Entry, Fence, Frontmatter};
use namesake_core::plan::{self, Plan, PlanRequest, Query};
use namesake_core::rules;
use namesake_core::vault::Vault;

/// Places of notes, for each kind one.
const PATHS: [&str; 4] =
    ["People/Rob Benoit.md", "Meetings/2025-10-30 - Kick-off.md", "Sources/x.md", "Companies/Zoë.md"];

/// The place that a byte stands for.
pub fn path(byte: u8) -> &'static str {
    PATHS[usize::from(byte) % PATHS.len()]
}

/// Whether the rules of the frontmatter keep their promises on the note `text` at `path`.
///
/// # Errors
/// The promise that is broken.
pub fn check(path: &str, text: &str) -> Result<(), String> {
    for tier in [Some(Tier::Auto), None] {
        let after = whole_plan(path, text, tier)?;
        steps(path, text, tier)?;
        if Frontmatter::read(text).is_valid() && !Frontmatter::read(&after).is_valid() {
            return Err(format!("the block broke: {after:?}"));
        }
    }
    Ok(())
}

/// A vault in which every rule is switched on.
fn vault(path: &str, text: &str) -> Vault {
    let rules: BTreeMap<String, bool> = rules::ALL.iter().map(|rule| (rule.name.to_owned(), true)).collect();
    let settings = Settings { rules, ..Settings::default() };
    let mut vault = Vault::new(Config { settings, ..Config::default() });
    vault.upsert("People/Mara Voss.md".into(), "---\ntype: people\n---\n".into());
    vault.upsert("People/Jürgen.md".into(), "---\ntype: people\n---\n".into());
    vault.upsert(path.into(), text.to_owned());
    vault
}

/// The findings that are asked for: of the rules of the frontmatter, in the note itself.
fn query(path: &str, tier: Option<Tier>) -> Query {
    let names =
        rules::ALL.iter().filter(|rule| rule.group == rules::Group::Frontmatter).map(|rule| rule.name.to_owned());
    Query { rules: Some(names.collect()), tier, paths: Some(BTreeSet::from([path.into()])), ids: None }
}

fn plan(vault: &mut Vault, query: &Query) -> Plan {
    plan::plan(vault, &PlanRequest::Query { query: query.clone() })
}

/// The note after everything at once, which must lead back and leave nothing to do.
fn whole_plan(path: &str, text: &str, tier: Option<Tier>) -> Result<String, String> {
    let query = query(path, tier);
    let Some(change) = plan(&mut vault(path, text), &query).changes.pop() else { return Ok(text.to_owned()) };
    if change.entry.revert(&change.after).as_deref() != Ok(text) {
        return Err(format!("the journal does not lead back from {:?}", change.after));
    }
    match plan(&mut vault(path, &change.after), &query).changes.pop() {
        Some(again) => Err(format!("a second run changes {:?} into {:?}", change.after, again.after)),
        None => Ok(change.after),
    }
}

/// One finding after the other, each judged by what its fix declares.
fn steps(path: &str, text: &str, tier: Option<Tier>) -> Result<(), String> {
    let mut vault = vault(path, text);
    let mut text = text.to_owned();
    let mut done = BTreeSet::new();
    loop {
        let findings = plan::findings(&mut vault, &query(path, tier));
        let next = findings.iter().find(|finding| !finding.fixes.is_empty() && !done.contains(&finding.id));
        let Some(finding) = next else { return Ok(()) };
        done.insert(finding.id.clone());
        let one = Query { ids: Some(BTreeSet::from([finding.id.clone()])), ..Query::default() };
        let Some(change) = plan(&mut vault, &one).changes.pop() else { continue };
        // Findings with the same words may share an id one after the other.
        let alike: Vec<&Finding> = findings.iter().filter(|other| other.rule == finding.rule).collect();
        judge(&text, &change.after, &alike).map_err(|broken| {
            format!("{} ({}): {broken}\nbefore {text:?}\nafter  {:?}", finding.rule, finding.message, change.after)
        })?;
        vault.upsert(path.into(), change.after.clone());
        text = change.after;
    }
}

/// Whether only that differs which the fixes of `findings` declare.
fn judge(before: &str, after: &str, findings: &[&Finding]) -> Result<(), &'static str> {
    let declared: Vec<&Declared> =
        findings.iter().flat_map(|finding| &finding.fixes).flat_map(|fix| &fix.declared).collect();
    let mended = declared.iter().find_map(|declared| match declared {
        Declared::Lines(lines) => Some(lines),
        _ => None,
    });
    if let Some(lines) = mended {
        return if only_lines_differ(before, after, lines) { Ok(()) } else { Err("another line changed") };
    }
    let (old, new) = (Frontmatter::read(before), Frontmatter::read(after));
    let (old_body, new_body) = (old.fence.body(), new.fence.body());
    let in_body = findings.iter().any(|finding| finding.rule == "mojibake" && finding.start >= old_body);
    if !in_body && before[old_body..] != after[new_body..] {
        return Err("the body changed");
    }
    match (old.fence, new.fence) {
        (Fence::Block(a), Fence::Block(b)) => {
            if before[..a.open.end] != after[..b.open.end] || a.close.of(before) != b.close.of(after) {
                return Err("a fence changed");
            }
        }
        (a, b) if std::mem::discriminant(&a) == std::mem::discriminant(&b) => return Ok(()),
        _ => return Err("a block came or went"),
    }
    let moves = declared.contains(&&Declared::Order);
    let comments = |fm: &Frontmatter, text: &str| {
        let mut comments: Vec<String> = fm.comments.iter().map(|comment| comment.of(text).to_owned()).collect();
        if moves {
            comments.sort();
        }
        comments
    };
    if comments(&old, before) != comments(&new, after) {
        return Err("a comment changed");
    }
    let (old, new) = (kept(&old, &declared, moves), kept(&new, &declared, moves));
    let respelt =
        |key: &str| declared.iter().any(|declared| matches!(declared, Declared::Spelling(name) if name == key));
    let same = |(a, b): (&&Entry, &&Entry)| {
        a.key == b.key
            && a.value.same(&b.value)
            && (respelt(&a.key) || without_end(a.span.of(before)) == without_end(b.span.of(after)))
    };
    if old.len() == new.len() && old.iter().zip(&new).all(same) { Ok(()) } else { Err("another property changed") }
}

/// The properties whose value is not declared to change.
fn kept<'f>(fm: &'f Frontmatter, declared: &[&Declared], moves: bool) -> Vec<&'f Entry> {
    let changes =
        |entry: &Entry| declared.iter().any(|declared| matches!(declared, Declared::Value(key) if *key == entry.key));
    let mut entries: Vec<&Entry> = fm.entries.iter().filter(|entry| !changes(entry)).collect();
    if moves {
        entries.sort_by(|a, b| a.key.cmp(&b.key));
    }
    entries
}

fn without_end(line: &str) -> &str {
    line.trim_end_matches(['\r', '\n'])
}

/// Whether the notes differ in the lines of these numbers (from 1) alone. One of them may be a fence put in; blanks at
/// the note's head may be gone.
fn only_lines_differ(before: &str, after: &str, numbers: &[usize]) -> bool {
    // A mark that stays belongs to no line.
    let (before, after) =
        before.strip_prefix('\u{feff}').zip(after.strip_prefix('\u{feff}')).unwrap_or((before, after));
    let old: Vec<&str> = before.split_inclusive('\n').collect();
    let mut new: Vec<&str> = after.split_inclusive('\n').collect();
    if let [number] = numbers
        && new.len() == old.len() + 1
        && new[number - 1].trim_end() == "---"
    {
        let is_last = *number == new.len();
        new.remove(number - 1);
        let rest = new.concat();
        // A line that was the last one without an ending has one now.
        let ended = ["\n", "\r\n"].iter().any(|eol| rest.strip_suffix(eol) == Some(before));
        return rest == before || is_last && ended;
    }
    // What nobody sees before the block may go, with the mark or without it.
    let is_unseen = |c: char| {
        c.is_whitespace()
            || c.is_control()
            || matches!(c, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}')
    };
    if numbers.first() == Some(&1) && before.trim_start_matches(is_unseen) == after.trim_start_matches('\u{feff}') {
        return true;
    }
    let same = |(at, (old, new)): (usize, (&&str, &&str))| old == new || numbers.contains(&(at + 1));
    old.len() == new.len() && old.iter().zip(&new).enumerate().all(same)
}
