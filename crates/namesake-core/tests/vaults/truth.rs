//! What was planted in `everyday`, and what the core makes of it: an automatic answer is the right one, strangers get
//! none, and a note that needs nothing is left alone.

use std::collections::BTreeMap;

use namesake_core::finding::{Finding, Tier};
use namesake_core::note::line_at;
use namesake_core::plan::{self, Query};
use namesake_core::vault::Vault;

use crate::notes::{Notes, everyday, truth, vault};

/// A line of the truth file.
pub struct Planted {
    pub path: String,
    pub line: Option<usize>,
    pub place: String,
    pub kind: String,
    pub mention: String,
    pub truth: Option<String>,
}

/// All of them.
pub fn planted() -> Vec<Planted> {
    let field = |value: &serde_json::Value, key: &str| value[key].as_str().map(str::to_owned);
    let read = |value: &serde_json::Value| Planted {
        path: field(value, "path").expect("a path"),
        line: value["line"].as_u64().and_then(|line| usize::try_from(line).ok()),
        place: field(value, "place").expect("a place"),
        kind: field(value, "kind").expect("a kind"),
        mention: field(value, "mention").unwrap_or_default(),
        truth: field(value, "truth"),
    };
    truth("everyday").iter().map(read).collect()
}

impl Planted {
    pub fn is(&self, place: &str) -> bool {
        self.place == place
    }

    pub fn told(&self) -> String {
        format!("{}:{} {} `{}` ({})", self.path, self.line.unwrap_or(0), self.place, self.mention, self.kind)
    }
}

/// The findings of one rule, by note and line.
pub fn by_line(vault: &mut Vault, notes: &Notes, rule: &str) -> BTreeMap<(String, usize), Vec<Finding>> {
    let query = Query { rules: Some([rule.to_owned()].into()), ..Query::default() };
    let mut lines: BTreeMap<_, Vec<Finding>> = BTreeMap::new();
    for finding in plan::findings(vault, &query) {
        let line = 1 + notes[finding.path.as_str()][..finding.start].matches('\n').count();
        lines.entry((finding.path.to_string(), line)).or_default().push(finding);
    }
    lines
}

/// The note that a finding's first fix links to, or gives an old link as its target.
pub fn linked(vault: &Vault, finding: &Finding) -> Option<String> {
    let text = &finding.fixes.first()?.edits.first()?.text;
    let inner =
        text.split_once("[[").and_then(|(_, rest)| rest.split_once("]]")).map_or(text.as_str(), |(inner, _)| inner);
    vault.linked(inner.split('|').next()?).map(ToString::to_string)
}

/// Whether what a finding says is about `mention`.
fn is_about(finding: &Finding, notes: &Notes, mention: &str) -> bool {
    let words = finding.span().of(&notes[finding.path.as_str()]);
    words.contains(mention) || mention.contains(words.trim_start_matches('@'))
}

#[test]
fn an_automatic_owner_or_via_is_the_right_one() {
    let notes = everyday();
    let mut vault = vault(&notes);
    let mut wrong = Vec::new();
    for rule in ["owner", "via"] {
        let lines = by_line(&mut vault, &notes, rule);
        for planted in planted().iter().filter(|planted| planted.is(rule)) {
            let at = (planted.path.clone(), planted.line.unwrap_or(0));
            for finding in
                lines.get(&at).into_iter().flatten().filter(|found| is_about(found, &notes, &planted.mention))
            {
                let got = linked(&vault, finding);
                if finding.tier == Tier::Auto && got != planted.truth {
                    wrong.push(format!("{}: got {got:?}, want {:?}", planted.told(), planted.truth));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn owners_written_as_the_note_is_called_are_automatic() {
    let notes = everyday();
    let mut vault = vault(&notes);
    let lines = by_line(&mut vault, &notes, "owner");
    let whole = |planted: &&Planted| {
        vault.note(&planted.path.as_str().into()).is_some_and(|note| note.frontmatter.error.is_none())
    };
    let silent: Vec<String> = planted()
        .iter()
        .filter(whole)
        .filter(|planted| planted.is("owner") && ["exact", "alias", "handle"].contains(&planted.kind.as_str()))
        .filter(|planted| {
            let text = &notes[&planted.path];
            let line = text.split('\n').nth(planted.line.unwrap_or(0).saturating_sub(1)).unwrap_or_default();
            // A link that leads somewhere is done; a name in brackets is asked about.
            let done = line.contains("[[") || line.contains(&format!("({})", planted.mention));
            let found = lines.get(&(planted.path.clone(), planted.line.unwrap_or(0)));
            let automatic = found.into_iter().flatten().any(|found| {
                found.tier == Tier::Auto
                    && is_about(found, &notes, &planted.mention)
                    && linked(&vault, found) == planted.truth
            });
            !done && !automatic
        })
        .map(Planted::told)
        .collect();
    assert!(silent.is_empty(), "{}", silent.join("\n"));
}

#[test]
fn an_attendee_is_the_right_person_or_nobody() {
    let notes = everyday();
    let mut vault = vault(&notes);
    vault.settle();
    let mut wrong = Vec::new();
    for planted in planted().iter().filter(|planted| planted.is("participant") || planted.is("property")) {
        for attendee in vault.attendees(&planted.path.as_str().into()) {
            let got = attendee.person.as_ref().map(ToString::to_string);
            let about = attendee.written == planted.mention;
            let missing = planted.kind == "exact" && got.is_none();
            if about && (missing || (got.is_some() && got != planted.truth)) {
                wrong.push(format!("{}: got {got:?}, want {:?}", planted.told(), planted.truth));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// Of two people with one name, or two who fit equally, and of somebody who only looks like one with a note, nobody is
/// taken without asking.
#[test]
fn strangers_and_the_ambiguous_are_never_automatic() {
    let notes = everyday();
    let mut vault = vault(&notes);
    let never = |planted: &&Planted| ["stranger", "unknown", "ambiguous"].contains(&planted.kind.as_str());
    let mut wrong = Vec::new();
    for rule in ["owner", "via"] {
        let lines = by_line(&mut vault, &notes, rule);
        for planted in planted().iter().filter(never) {
            let found = lines.get(&(planted.path.clone(), planted.line.unwrap_or(0)));
            let about = |found: &&Finding| found.tier == Tier::Auto && is_about(found, &notes, &planted.mention);
            wrong.extend(
                found.into_iter().flatten().filter(about).map(|found| format!("{}: {}", planted.told(), found.message)),
            );
        }
    }
    for planted in planted().iter().filter(never) {
        for attendee in vault.attendees(&planted.path.as_str().into()) {
            if attendee.written == planted.mention && attendee.person.is_some() {
                wrong.push(format!("{}: taken for {:?}", planted.told(), attendee.person));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn notes_that_need_nothing_get_nothing() {
    let notes = everyday();
    let mut vault = vault(&notes);
    let all = plan::findings(&mut vault, &Query::default());
    let quiet = ["clean", "opt-out"];
    let paths: Vec<String> = planted()
        .into_iter()
        .filter(|planted| quiet.contains(&planted.kind.as_str()))
        .map(|planted| planted.path)
        .collect();
    let wrong: Vec<String> = all
        .iter()
        .filter(|finding| paths.contains(&finding.path.to_string()) || finding.path.is_in("Templates"))
        .map(|finding| format!("{}: {} ({:?} {})", finding.path, finding.message, finding.tier, finding.rule))
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn broken_properties_are_reported_with_their_place_and_nothing_else_is_said() {
    let notes = everyday();
    let findings = plan::findings(&mut vault(&notes), &Query::default());
    for planted in planted().iter().filter(|planted| planted.kind == "broken-yaml") {
        let own: Vec<&Finding> = findings.iter().filter(|finding| finding.path.as_str() == planted.path).collect();
        let [finding] = own.as_slice() else { panic!("{}: {own:?}", planted.path) };
        assert_eq!((finding.rule, finding.tier), ("invalid-yaml", Tier::Review), "{}", planted.path);
        assert!(finding.message.contains("line ") && finding.message.contains("column "), "{}", finding.message);
    }
}

#[test]
fn a_note_that_contradicts_itself_is_filled_by_nobody() {
    let notes = everyday();
    let query = Query { rules: Some(["placeholder".to_owned()].into()), tier: Some(Tier::Auto), ..Query::default() };
    let findings = plan::findings(&mut vault(&notes), &query);
    for planted in planted().iter().filter(|planted| planted.kind == "contradiction") {
        assert!(findings.iter().all(|finding| finding.path.as_str() != planted.path), "{}", planted.path);
    }
}

#[test]
fn prose_without_people_and_lines_that_are_no_tasks_name_nobody() {
    let notes = everyday();
    let mut vault = vault(&notes);
    let mut found = by_line(&mut vault, &notes, "owner");
    found.append(&mut by_line(&mut vault, &notes, "via"));
    for planted in planted().iter().filter(|planted| ["no-people", "no-task"].contains(&planted.kind.as_str())) {
        let about =
            |(path, line): &&(String, usize)| *path == planted.path && planted.line.is_none_or(|at| at == *line);
        assert_eq!(found.keys().find(about), None, "{}", planted.told());
    }
}

/// An importer cut the link; the meeting it meant is told in that note all the same.
#[test]
fn a_cut_off_link_still_leads_to_its_meeting() {
    let notes = everyday();
    let vault = vault(&notes);
    for planted in planted().iter().filter(|planted| planted.kind == "cut-link") {
        let text = &notes[&planted.path];
        let line = text.match_indices('\n').nth(planted.line.unwrap_or(2) - 2).map(|(at, _)| line_at(text, at + 1));
        let words = line.expect("the line").of(text);
        assert!(words.contains(&planted.mention), "{}", planted.told());
        let meant = vault.linked(&planted.mention).or_else(|| vault.cut_off(&planted.mention));
        assert_eq!(meant.map(ToString::to_string), planted.truth, "{}", planted.told());
    }
}
