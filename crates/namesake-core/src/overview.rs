//! The vault report: all findings by rule and by note as Markdown, those first that are worth most. The settings say where
//! the report stands; writing it is left to the shells.

use std::collections::BTreeMap;

use crate::plan::{Causes, LeftOut, NoteChange, Plan, Query, findings};
use namesake_language::{Language, say};
use namesake_note::finding::{Finding, Tier};
use namesake_note::note::{Kind, Note};
use namesake_text::path::NotePath;
use namesake_text::text::{Edit, Span, plain};
use namesake_vault::person::review::{asks_for_review, unknown_fields};
use namesake_vault::vault::Vault;

/// How a report begins. A note that begins so is a report: it may be overwritten, and no rule looks at it.
const HEAD: &str = "---\ntype: namesake-report\nnamesake: off\n---\n";
/// The most notes that are listed; the others are counted.
const MOST_NOTES: usize = 200;
/// The most findings that are listed of one note; the others are counted.
const MOST_FINDINGS: usize = 20;

/// How much a note that cannot be read counts: as much as the weightiest rule, since no rule can look at it.
const UNREADABLE_WORTH: usize = 20;

/// How much a finding of this rule counts.
fn worth(rule: &str) -> usize {
    namesake_rules::rule(rule).map_or(UNREADABLE_WORTH, |rule| rule.worth)
}

/// The number of findings of one rule or in one note, and their worth.
#[derive(Default)]
struct Tally {
    certain: usize,
    doubtful: usize,
    worth: usize,
}

impl Tally {
    fn add(&mut self, finding: &Finding) {
        *(if finding.tier == Tier::Auto { &mut self.certain } else { &mut self.doubtful }) += 1;
        self.worth += worth(finding.rule);
    }

    const fn count(&self) -> usize {
        self.certain + self.doubtful
    }
}

/// The report of `findings` in the notes of `vault`. The same findings give the same bytes. What a note says appears as plain
/// words: none of its markup, links, tags, queries or templates works in the report.
pub fn report_of(vault: &Vault, findings: &[Finding]) -> String {
    let mut out = Vec::new();
    let mut by_rule: BTreeMap<&str, Tally> = BTreeMap::new();
    let mut by_note: BTreeMap<&NotePath, (Tally, Vec<&Finding>)> = BTreeMap::new();
    let mut all = Tally::default();
    for finding in findings {
        by_rule.entry(finding.rule).or_default().add(finding);
        let (tally, list) = by_note.entry(&finding.path).or_default();
        tally.add(finding);
        list.push(finding);
        all.add(finding);
    }
    // A report does not count itself.
    let looked_at = vault.notes().filter(|note| !note.text.starts_with(HEAD)).count() + vault.unreadable().count();
    let notes = count(looked_at, "note", "notes");
    out.push([HEAD, "\n# Vault report\n"].concat());
    out.push(match all.count() {
        0 => format!("{notes} looked at, nothing found."),
        found => {
            let found = count(found, "finding", "findings");
            let places = count(by_note.len(), "note", "notes");
            format!(
                "{notes} looked at, {found} in {places}: {} certain, {} for you to decide.",
                all.certain, all.doubtful
            )
        }
    });
    if all.count() > 0 {
        rules_table(&by_rule, &mut out);
    }
    review_list(vault, &by_note, &mut out);
    if all.count() > 0 {
        notes_list(vault, &by_note, &mut out);
    }
    out.push(String::new());
    out.join("\n")
}

fn rules_table(by_rule: &BTreeMap<&str, Tally>, out: &mut Vec<String>) {
    let mut rules: Vec<(&str, &Tally)> = by_rule.iter().map(|(rule, tally)| (*rule, tally)).collect();
    rules.sort_by(|a, b| b.1.worth.cmp(&a.1.worth).then(a.0.cmp(b.0)));
    out.push("\n## By rule\n\n| Rule | Certain | To decide | What it does |\n|---|--:|--:|---|".to_owned());
    for (name, tally) in rules {
        let what = namesake_rules::rule(name).map_or("Names notes that cannot be read.", |rule| rule.what);
        out.push(format!("| {name} | {} | {} | {} |", tally.certain, tally.doubtful, words(what)));
    }
}

fn counts_others(finding: &Finding) -> bool {
    namesake_rules::rule(finding.rule).is_some_and(|rule| rule.runs_last)
}

/// The notes that ask for a review, each with the number of its open findings.
fn review_list(vault: &Vault, by_note: &BTreeMap<&NotePath, (Tally, Vec<&Finding>)>, out: &mut Vec<String>) {
    let asks = |note: &&Note| asks_for_review(note) && note.ignored().is_none();
    let mut asking: Vec<(usize, &Note)> = vault
        .notes()
        .filter(asks)
        .map(|note| {
            let others = by_note.get(&note.path).map(|(_, list)| list.as_slice()).unwrap_or_default();
            (others.iter().filter(|finding| !counts_others(finding)).count(), note)
        })
        .collect();
    if asking.is_empty() {
        return;
    }
    asking.sort_by_key(|a| a.0);
    out.push("\n## Asking to be looked at\n".to_owned());
    for (open, note) in asking.iter().take(MOST_NOTES) {
        let open = if *open == 0 { "nothing else open".to_owned() } else { format!("{open} open") };
        let unknown = if note.kind == Kind::Person { unknown_fields(note) } else { Vec::new() };
        let unknown = if unknown.is_empty() { String::new() } else { format!("; unknown: {}", unknown.join(", ")) };
        out.push(format!("- {}: {open}{unknown}", link(vault, &note.path)));
    }
    more(asking.len(), MOST_NOTES, "note", "notes", out);
}

fn notes_list(vault: &Vault, by_note: &BTreeMap<&NotePath, (Tally, Vec<&Finding>)>, out: &mut Vec<String>) {
    let mut notes: Vec<(&NotePath, &(Tally, Vec<&Finding>))> =
        by_note.iter().map(|(path, found)| (*path, found)).collect();
    notes.sort_by(|a, b| b.1.0.worth.cmp(&a.1.0.worth).then(a.0.cmp(b.0)));
    out.push("\n## By note".to_owned());
    for (path, (_, list)) in notes.iter().take(MOST_NOTES) {
        out.push(format!("\n### {}\n", link(vault, path)));
        let mut list = list.clone();
        list.sort_by(|a, b| worth(b.rule).cmp(&worth(a.rule)).then(a.start.cmp(&b.start)));
        for finding in list.iter().take(MOST_FINDINGS) {
            out.push(finding_line(vault, finding));
        }
        more(list.len(), MOST_FINDINGS, "finding", "findings", out);
    }
    if notes.len() > MOST_NOTES {
        out.push(String::new());
        more(notes.len(), MOST_NOTES, "note", "notes", out);
    }
}

fn finding_line(vault: &Vault, finding: &Finding) -> String {
    let before = vault.text(&finding.path).and_then(|text| text.get(..finding.start));
    let place = before.map_or_else(String::new, |before| format!("line {}: ", 1 + before.matches('\n').count()));
    let what = match (finding.tier, finding.fixes.first()) {
        (_, None) => " Only you can settle it.".to_owned(),
        (Tier::Auto, Some(_)) => String::new(),
        (Tier::Review, Some(fix)) => format!(" On offer: {}.", words(&fix.title).trim_end_matches('.')),
    };
    format!("- {place}{} ({}){what}", words(&finding.message), finding.rule)
}

fn more(all: usize, most: usize, one: &str, many: &str, out: &mut Vec<String>) {
    if all > most {
        out.push(format!("- and {} more {}", all - most, if all - most == 1 { one } else { many }));
    }
}

fn count(number: usize, one: &str, many: &str) -> String {
    format!("{number} {}", if number == 1 { one } else { many })
}

/// A link to the note, or its path if no link can lead there.
fn link(vault: &Vault, path: &NotePath) -> String {
    let report = NotePath::new(vault.config().settings.report_path.as_str());
    vault.link(&report, path, path.stem()).unwrap_or_else(|| words(path.as_str()))
}

/// `text` as plain words: every sign that Markdown or Obsidian reads is escaped.
fn words(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in plain(text).chars() {
        if "*_#~=$[]!&".contains(c) || c == '(' && out.ends_with(']') {
            out.push('\\');
        }
        out.push(c);
    }
    // Obsidian makes a link of a bare address.
    out.replace("://", ":\\//")
}

/// The report of the whole vault, in English in every language: devices that speak two would write it anew by turns.
pub fn report(vault: &mut Vault) -> String {
    Language::English.during(|| {
        let findings = findings(vault, &Query::default());
        report_of(vault, &findings)
    })
}

/// The plan that writes the report to the note of the settings. It refuses to overwrite a note that is no report.
pub fn plan_report(vault: &mut Vault) -> Plan {
    let path = NotePath::new(vault.config().settings.report_path.clone());
    let text = report(vault);
    let change = match vault.text(&path) {
        None if vault.is_free(&path) => Ok(Some(NoteChange::creation(path, text, Causes::default()))),
        None => Err(say!(
            "A note called “{name}” stands elsewhere in the vault; choose another name in the settings.",
            name = path.stem()
        )
        .into()),
        Some(before) if before.starts_with(HEAD) => {
            let edit = Edit::replace(Span::new(0, before.len()), text);
            NoteChange::made(vault, &path, vec![edit], Causes::default())
        }
        Some(_) => Err(say!(
            "“{path}” is not a report of Namesake's and is left alone; choose another name in the settings.",
            path
        )
        .into()),
    };
    match change {
        Ok(change) => Plan { changes: change.into_iter().collect(), left: Vec::new() },
        Err(reason) => Plan { changes: Vec::new(), left: vec![LeftOut { id: String::new(), reason }] },
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use namesake_note::config::Config;

    fn vault(notes: &[(&str, &str)]) -> Vault {
        let mut vault = Vault::new(Config::default());
        for (path, text) in notes {
            vault.upsert((*path).into(), (*text).to_owned());
        }
        vault
    }

    const UNTIDY: &str = "---\ntags: [needs-review]\n---\n| Field | Value |\n|---|---|\n| Email | _Unknown_ |\n\none\n\n\ntwo\n\n## Key Facts\n";
    const CONTRARY: &str =
        "---\ntags: [company/northwind]\n---\n| Field | Value |\n|---|---|\n| Company | Lumen Labs |\n\n# A\n";

    #[test]
    fn it_says_what_is_wrong_where_the_most_valuable_first() {
        let mut vault = vault(&[("People/Ada Marsh.md", UNTIDY), ("People/Rob Benoit.md", CONTRARY)]);
        let rule = |name| namesake_rules::rule(name).unwrap().what;
        let expected = [
            HEAD,
            "\n# Vault report\n\n2 notes looked at, 2 findings in 2 notes: 1 certain, 1 for you to decide.\n",
            "\n## By rule\n\n| Rule | Certain | To decide | What it does |\n|---|--:|--:|---|\n",
            &format!("| contradiction | 0 | 1 | {} |\n", words(rule("contradiction"))),
            &format!("| blank-lines | 1 | 0 | {} |\n", words(rule("blank-lines"))),
            "\n## Asking to be looked at\n\n- [[Ada Marsh]]: 1 open; unknown: Email\n",
            "\n## By note\n\n### [[Rob Benoit]]\n\n",
            "- line 6: This note has 2 answers for the company of Rob Benoit. (contradiction) On offer: Lumen Labs (the contact table).\n",
            "\n### [[Ada Marsh]]\n\n",
            "- line 10: Several blank lines stand in one place of this note. (blank-lines)\n",
        ];
        assert_eq!(report(&mut vault), expected.concat());
    }

    #[test]
    fn a_vault_in_order_has_a_short_report() {
        assert_eq!(report(&mut vault(&[])), [HEAD, "\n# Vault report\n\n0 notes looked at, nothing found.\n"].concat());
    }

    #[test]
    fn it_is_written_anew_and_looked_at_by_no_rule() {
        let mut vault = vault(&[("People/Ada Marsh.md", UNTIDY)]);
        let first = plan_report(&mut vault).changes.swap_remove(0);
        assert!(first.entry.came);
        vault.upsert(first.path.clone(), first.after.clone());
        assert_eq!(plan_report(&mut vault).changes, []);
        vault.upsert("People/Ada Marsh.md".into(), "# Ada Marsh\n".to_owned());
        let again = plan_report(&mut vault).changes.swap_remove(0);
        assert!(again.after.contains("nothing found"));
        assert_eq!(again.entry.revert(&again.after).unwrap(), first.after);
    }

    #[test]
    fn a_note_of_that_name_that_is_somebody_elses_is_left_alone() {
        for path in ["Vault report.md", "Journal/vault report.md"] {
            let plan = plan_report(&mut vault(&[(path, "My own words.\n")]));
            assert_eq!(plan.changes, []);
            assert!(plan.left[0].reason.contains("choose another name"), "{}", plan.left[0].reason);
        }
    }

    #[test]
    fn a_long_report_counts_what_it_does_not_tell() {
        let facts: String = (0..=MOST_FINDINGS).map(|at| format!("- She paints tile {at}.\n").repeat(2)).collect();
        let bad = format!("---\ntype: person\n---\n## Key Facts\n\n{facts}");
        let notes: Vec<(String, &str)> =
            (0..=MOST_NOTES).map(|at| (format!("People/{at:03}.md"), bad.as_str())).collect();
        let notes: Vec<(&str, &str)> = notes.iter().map(|(path, text)| (path.as_str(), *text)).collect();
        let report = report(&mut vault(&notes));
        assert!(report.contains("- and 1 more finding\n") && report.ends_with("- and 1 more note\n"), "{report}");
    }

    proptest! {
        /// What a note says stays words: whatever a rule quotes of it, no markup of it is left.
        #[test]
        fn nothing_of_a_note_is_more_than_words(heading in "[\\[\\]()!<>%`*_#=$~|:{}^/ahtps]{1,40}") {
            let text = format!("text\n# {heading}\n\n## Key Facts\n");
            let report = report(&mut vault(&[("People/Ada Marsh.md", &text)]));
            let line = report.lines().find(|line| line.starts_with("- "));
            if let Some(line) = line {
                let bare: String = line.replace('\\', "\u{0}");
                let live = ["[[", "![", "](", "<", "`", "%%", "{{", "://", " #", "==", "$$", "::", "|", "**", "__", "~~"];
                prop_assert!(!live.iter().any(|sign| bare.contains(sign)), "{}", line);
            }
        }
    }
}
