//! Decisions about names: what was said overrides every score, wherever a name is asked about, until it is taken back.

mod common;

use common::{add, people, vault_of};

use std::collections::BTreeSet;

use namesake_core::complete::{self, CompletionQuery};
use namesake_core::config::{Config, Settings};
use namesake_core::decisions::{Decision, SAME_AS, SAME_AS_BY_CONTEXT, SOMEBODY, Verdict};
use namesake_core::finding::{Finding, Tier};
use namesake_core::names::Answer;
use namesake_core::plan::{self, Choice, Plan, PlanRequest, Query, SeenFix};
use namesake_core::task_rows::{TaskQuery, tasks};
use namesake_core::vault::Vault;
use namesake_core::whois::{self, Alias};

const MEETING: &str = "Meetings/2025-10-30 - Cave five.md";
const OTHER: &str = "Meetings/2025-11-02 - Dock.md";
const ROB: &str = "People/Rob Benoit.md";
const MARA: &str = "People/Mara Voss.md";
const WORDS: &str = "**Participants:** Mara Voss, Rob Benoit\n\n## Summary\n\nRob Banga rang.\n\nSo Rob Banga said.\n\n\
                     - [ ] Ring back @Rob Banga\n";

fn vault_with(config: Config, notes: &[(&str, &str)]) -> Vault {
    let mut vault = vault_of(config, people(&["Mara Voss", "Rob Benoit", "Teodor Halvorsen"]));
    add(&mut vault, notes.iter().copied());
    vault
}

fn vault(notes: &[(&str, &str)]) -> Vault {
    vault_with(Config::default(), notes)
}

fn decision(path: &str, rule: &str, form: &str, verdict: Verdict) -> Decision {
    Decision { path: path.into(), rule: rule.into(), subject: form.into(), verdict, with: Vec::new() }
}

fn not(person: &str, form: &str) -> Decision {
    decision(person, SAME_AS, form, Verdict::Rejected)
}

fn nobody(path: &str, form: &str) -> Decision {
    decision(path, SOMEBODY, form, Verdict::Rejected)
}

fn among(person: &str, form: &str, with: &[&str]) -> Decision {
    let with = with.iter().map(|&path| path.into()).collect();
    Decision { with, ..decision(person, SAME_AS, form, Verdict::Accepted) }
}

fn findings(vault: &mut Vault, path: &str) -> Vec<Finding> {
    let named = BTreeSet::from(["mention", "via", "owner"].map(str::to_owned));
    plan::findings(vault, &Query { paths: Some(BTreeSet::from([path.into()])), rules: Some(named), ..Query::default() })
}

fn subjects(vault: &mut Vault, path: &str) -> Vec<String> {
    findings(vault, path).into_iter().map(|finding| finding.subject).collect()
}

fn asked(vault: &mut Vault, form: &str, path: &str) -> Answer {
    vault.settle();
    let context = vault.context(vault.note(&path.into()).expect("a note"), None);
    vault.resolve(form, &context)
}

fn best(vault: &mut Vault, form: &str, path: &str) -> Option<String> {
    asked(vault, form, path).best.map(|path| path.to_string())
}

fn plan(vault: &mut Vault, choices: Vec<Choice>, alias: Option<Alias>) -> Plan {
    plan::plan(vault, &PlanRequest::Choices { choices, alias })
}

fn choice(finding: &Finding, without: Vec<usize>) -> Choice {
    Choice { id: finding.id.clone(), path: finding.path.clone(), fix: 0, text: None, without, seen: None }
}

fn banga() -> Alias {
    Alias { person: ROB.into(), written: "Rob Banga".to_owned() }
}

fn after<'p>(plan: &'p Plan, path: &str) -> &'p str {
    &plan.changes.iter().find(|change| change.path.as_str() == path).expect("a change").after
}

#[test]
fn whom_a_form_does_not_mean_is_never_proposed_for_it_and_the_next_one_is() {
    let mut vault = vault(&[(MEETING, WORDS), ("People/Robert Bancroft.md", "---\ntype: people\n---\n"), (OTHER, "x")]);
    assert_eq!(best(&mut vault, "Rob Banga", MEETING).as_deref(), Some(ROB));
    assert_eq!(subjects(&mut vault, MEETING), [format!("Rob Banga -> {ROB}"), format!("Rob Banga -> {ROB}")]);
    vault.decide(not(ROB, "rob bánga"), 1);
    let is_him = |path: &namesake_core::path::NotePath| path.as_str() == ROB;
    let next = asked(&mut vault, "Rob Banga", MEETING);
    assert!(!next.candidates.is_empty() && !next.candidates.iter().any(|one| is_him(&one.path)), "{next:?}");
    for finding in findings(&mut vault, MEETING) {
        let mut people = finding.fixes.iter().filter_map(|fix| fix.candidate.as_ref());
        assert!(people.all(|one| !is_him(&one.path)), "{finding:?}");
    }
    let who = whois::whois(&mut vault, &MEETING.into(), "Rob Banga", "Rob Banga rang.");
    assert!(who.iter().all(|candidate| !is_him(&candidate.path)), "{who:?}");
    let owners = tasks(&mut vault, &TaskQuery::default()).remove(0).owners;
    assert!(owners.iter().all(|owner| owner.path.as_ref().is_none_or(|path| !is_him(path))), "{owners:?}");
    // Any other form means him as before.
    assert_eq!(best(&mut vault, "Rob Benoit", OTHER).as_deref(), Some(ROB));
}

#[test]
fn a_participant_whom_the_form_does_not_mean_did_not_take_part() {
    let mut vault = vault(&[(MEETING, "**Participants:** Rob Benoit, Mara Voss\n")]);
    vault.settle();
    assert_eq!(vault.participants(&MEETING.into()).len(), 2);
    vault.decide(not(ROB, "Rob Benoit"), 1);
    vault.settle();
    assert_eq!(vault.participants(&MEETING.into()), [MARA.into()]);
}

#[test]
fn whom_the_typed_form_does_not_mean_comes_last() {
    let mut vault = vault(&[(MEETING, WORDS), ("People/Robert Inglethorpe.md", "---\ntype: people\n---\n")]);
    let query = CompletionQuery {
        typed: "Rob".to_owned(),
        path: MEETING.into(),
        owner: false,
        property: false,
        companies: false,
        newcomers: false,
        limit: 9,
    };
    let names =
        |vault: &mut Vault| complete::complete(vault, &query).into_iter().map(|one| one.name).collect::<Vec<_>>();
    assert_eq!(names(&mut vault), ["Rob Benoit", "Robert Inglethorpe"]);
    vault.decide(not(ROB, "Rob"), 1);
    assert_eq!(names(&mut vault), ["Robert Inglethorpe", "Rob Benoit"]);
}

#[test]
fn what_is_nobodys_name_is_asked_about_nowhere() {
    let mut vault = vault(&[(MEETING, WORDS), (OTHER, WORDS)]);
    vault.decide(nobody("", "ROB BANGA"), 1);
    for path in [MEETING, OTHER] {
        assert_eq!(best(&mut vault, "Rob Banga", path), None);
        assert_eq!(subjects(&mut vault, path), Vec::<String>::new());
    }
}

#[test]
fn what_is_nobodys_name_in_one_note_is_asked_about_in_the_others() {
    let mut vault = vault(&[(MEETING, WORDS), (OTHER, WORDS)]);
    vault.decide(nobody(MEETING, "Rob Banga"), 1);
    assert_eq!(subjects(&mut vault, MEETING), Vec::<String>::new());
    assert_eq!(subjects(&mut vault, OTHER).len(), 2);
    vault.rename(&MEETING.into(), "Meetings/2025-10-30 - Renamed.md".into());
    assert_eq!(subjects(&mut vault, "Meetings/2025-10-30 - Renamed.md"), Vec::<String>::new());
}

#[test]
fn a_form_that_means_somebody_among_these_people_means_nobody_else_there_and_anybody_elsewhere() {
    let real = ("People/Rob Banga.md", "---\ntype: people\n---\n");
    let dock = "**Participants:** Rob Banga, Teodor Halvorsen\n\nRob Banga rang.\n";
    let mut vault = vault(&[(MEETING, WORDS), (OTHER, dock), real]);
    vault.decide(among(ROB, "Rob Banga", &[MARA, ROB]), 1);
    let here = asked(&mut vault, "Rob Banga", MEETING);
    assert_eq!((here.tier, here.best), (Some(Tier::Auto), Some(ROB.into())));
    assert_eq!(best(&mut vault, "Rob Banga", OTHER).as_deref(), Some("People/Rob Banga.md"));
    // Whose task it is, is certain now; the prose is understood as it stands.
    let found = findings(&mut vault, MEETING);
    assert_eq!(found.iter().map(|finding| (finding.rule, finding.tier)).collect::<Vec<_>>(), [("owner", Tier::Auto)]);
}

#[test]
fn a_form_among_people_moves_with_their_notes() {
    let mut vault = vault(&[(MEETING, WORDS)]);
    vault.decide(among(ROB, "Rob Banga", &[MARA, ROB]), 1);
    vault.rename(&MARA.into(), "People/Mara Vale.md".into());
    vault.upsert(MEETING.into(), WORDS.replace("Mara Voss", "Mara Vale"));
    vault.rename(&ROB.into(), "People/Rob B.md".into());
    vault.upsert(MEETING.into(), WORDS.replace("Mara Voss", "Mara Vale").replace("Rob Benoit", "[[Rob B]]"));
    let answer = asked(&mut vault, "Rob Banga", MEETING);
    assert_eq!((answer.tier, answer.best), (Some(Tier::Auto), Some("People/Rob B.md".into())));
}

#[test]
fn what_was_decided_about_a_merged_note_is_about_the_one_that_stays() {
    const BANGA: &str = "People/Rob Banga.md";
    let dock = "**Participants:** Rob Benoit, Teodor Halvorsen\n\nRobb Bonga rang.\n";
    let mut vault = vault(&[(MEETING, WORDS), (OTHER, dock), (BANGA, "---\ntype: people\n---\n")]);
    let said = [
        not(BANGA, "Robb Bonga"),
        not(ROB, "Rob Banga"),
        not(ROB, "rob"),
        among(MARA, "Em", &[BANGA, MARA]),
        decision(MEETING, "mention", &format!("Rob B -> {BANGA}"), Verdict::Rejected),
        decision(ROB, "same-person", BANGA, Verdict::Rejected),
        nobody(BANGA, "Cave"),
    ];
    for decision in &said {
        vault.decide(decision.clone(), 1);
    }
    vault.remove(&BANGA.into());
    vault.upsert(ROB.into(), "---\ntype: people\naliases: [Rob Banga]\n---\n".to_owned());
    vault.merged(&BANGA.into(), &ROB.into(), 2);
    let expected = BTreeSet::from([
        not(ROB, "Robb Bonga"),
        not(ROB, "rob"),
        among(MARA, "Em", &[ROB, MARA]),
        decision(MEETING, "mention", &format!("Rob B -> {ROB}"), Verdict::Rejected),
        nobody(ROB, "Cave"),
    ]);
    assert_eq!(vault.config().decisions.standing().collect::<BTreeSet<_>>(), expected);
    assert_ne!(best(&mut vault, "Robb Bonga", OTHER).as_deref(), Some(ROB));
    assert_eq!(best(&mut vault, "Rob Banga", MEETING).as_deref(), Some(ROB), "it is one of their names by now");
}

#[test]
fn what_one_device_rejected_and_another_accepted_is_rejected() {
    let said = serde_json::json!({ "decisions": [
        { "path": ROB, "rule": SAME_AS, "subject": "Rob Banga", "verdict": "accepted", "with": [MARA, ROB] },
        { "path": ROB, "rule": SAME_AS_BY_CONTEXT, "subject": "Rob Bánga", "verdict": "rejected" },
    ] });
    let config: Config = serde_json::from_value(said).expect("a config");
    let mut vault = vault_with(config, &[(MEETING, WORDS)]);
    assert_eq!(best(&mut vault, "Rob Banga", MEETING), None);
}

#[test]
fn a_decision_that_is_taken_back_leaves_nothing_behind() {
    for said in
        [not(ROB, "Rob Banga"), nobody("", "Rob Banga"), nobody(MEETING, "Rob Banga"), among(ROB, "Rob Banga", &[MARA])]
    {
        let mut vault = vault(&[(MEETING, WORDS)]);
        let before = asked(&mut vault, "Rob Banga", MEETING);
        vault.decide(said.clone(), 1);
        assert_ne!(asked(&mut vault, "Rob Banga", MEETING), before, "{said:?}");
        vault.forget(&said, 2);
        assert_eq!(asked(&mut vault, "Rob Banga", MEETING), before, "{said:?}");
        assert_eq!(vault.config().decisions.standing().count(), 0);
    }
}

#[test]
fn decisions_that_come_from_another_device_hold_at_once() {
    let mut vault = vault(&[(MEETING, WORDS)]);
    assert_eq!(best(&mut vault, "Rob Banga", MEETING).as_deref(), Some(ROB));
    let mut config = vault.config().clone();
    config.decisions.decide(not(ROB, "Rob Banga"), 1);
    config.decisions.decide(among("People/Teodor Halvorsen.md", "Rob Banga", &[MARA, ROB]), 1);
    vault.configure(config);
    assert_eq!(best(&mut vault, "Rob Banga", MEETING).as_deref(), Some("People/Teodor Halvorsen.md"));
}

#[test]
fn all_places_of_a_name_and_its_alias_are_one_plan() {
    let daily = "---\ntype: people\n---\n## Recent Context\n- 2025-10-30: [[2025-10-30 - Cave five]] - It rang (via Rob Banga)\n";
    let mut vault = vault(&[(MEETING, WORDS), (ROB, daily)]);
    let mut found = findings(&mut vault, MEETING);
    found.extend(findings(&mut vault, ROB));
    let choices = found.iter().map(|finding| choice(finding, Vec::new())).collect();
    let plan = plan(&mut vault, choices, Some(banga()));
    assert_eq!(plan.left, []);
    assert_eq!(after(&plan, MEETING).matches("[[Rob Benoit|Rob Banga]]").count(), 3);
    let person = after(&plan, ROB);
    assert!(
        person.contains("(via [[Rob Benoit|Rob Banga]])") && person.contains("aliases:\n  - Rob Banga\n"),
        "{person}"
    );
    // Nothing is written yet: nobody has the name.
    assert!(!vault.is_called(&ROB.into(), "Rob Banga"));
}

#[test]
fn a_place_that_is_left_out_stays_as_it_is() {
    let mut vault = vault(&[(MEETING, WORDS)]);
    let found = findings(&mut vault, MEETING);
    let mention = found.iter().find(|finding| finding.rule == "mention").expect("a mention");
    assert_eq!(
        mention.mention.as_ref().expect("places").places.iter().map(|place| place.line).collect::<Vec<_>>(),
        [5, 7]
    );
    let plan = plan(&mut vault, vec![choice(mention, vec![0])], None);
    assert!(after(&plan, MEETING).contains("\nRob Banga rang.\n\nSo [[Rob Benoit|Rob Banga]] said.\n"));
}

/// The choice of that fix, with what the user saw.
fn seen(finding: &Finding, fix: usize, without: Vec<usize>) -> Choice {
    let chosen = &finding.fixes[fix];
    let places = finding.mention.as_ref().expect("a name").places.len();
    let person = chosen.candidate.as_ref().map(|candidate| candidate.path.clone());
    Choice { fix, seen: Some(SeenFix { title: chosen.title.clone(), person, places }), ..choice(finding, without) }
}

fn mention(vault: &mut Vault) -> Finding {
    findings(vault, MEETING).into_iter().find(|finding| finding.rule == "mention").expect("a mention")
}

/// A vault in whose meeting “Rob Banga” may be any of three people.
fn three_robs() -> Vault {
    let words = WORDS.replace("Rob Benoit\n", "Rob Benoit, Rob Bannerman, Rob Bangor\n");
    let person = "---\ntype: people\n---\n";
    vault(&[(MEETING, &words), ("People/Rob Bannerman.md", person), ("People/Rob Bangor.md", person)])
}

#[test]
fn a_person_who_was_chosen_by_number_is_meant_whatever_the_number_is_by_then() {
    let mut vault = three_robs();
    let asked = mention(&mut vault);
    let people: Vec<_> =
        asked.fixes.iter().filter_map(|fix| fix.candidate.as_ref()).map(|one| one.path.clone()).collect();
    assert!(people.len() > 2, "{people:?}");
    let third = seen(&asked, 2, Vec::new());
    vault.decide(not(people[1].as_str(), "Rob Banga"), 1);
    let now = mention(&mut vault);
    assert_eq!(now.id, asked.id);
    assert_eq!(now.fixes[1].candidate.as_ref().map(|one| &one.path), Some(&people[2]));
    let plan = plan(&mut vault, vec![third], None);
    assert!(after(&plan, MEETING).contains(&format!("[[{}|Rob Banga]] rang.", people[2].stem())));
}

#[test]
fn a_person_who_was_chosen_and_is_not_on_offer_any_more_is_not_written() {
    let mut vault = three_robs();
    let asked = mention(&mut vault);
    let second = seen(&asked, 1, Vec::new());
    let person = asked.fixes[1].candidate.as_ref().expect("a person");
    vault.decide(not(person.path.as_str(), "Rob Banga"), 1);
    let plan = plan(&mut vault, vec![second], None);
    assert_eq!(plan.changes, []);
    assert!(plan.left[0].reason.contains("no longer what you answered"), "{:?}", plan.left);
}

#[test]
fn places_are_left_out_only_where_they_are_still_the_ones_that_were_seen() {
    let mut vault = vault(&[(MEETING, WORDS)]);
    let first_left_out = seen(&mention(&mut vault), 0, vec![0]);
    vault.upsert(MEETING.into(), WORDS.replace("## Summary\n", "## Summary\n\nOnce more Rob Banga.\n"));
    let plan = plan(&mut vault, vec![first_left_out], None);
    assert_eq!(plan.changes, []);
    assert!(plan.left[0].reason.contains("no longer what you answered"), "{:?}", plan.left);
}

#[test]
fn an_alias_is_written_only_where_the_name_was() {
    let mut vault = vault(&[(MEETING, WORDS)]);
    let gone = Choice { id: "gone".into(), path: MEETING.into(), fix: 0, text: None, without: Vec::new(), seen: None };
    let plan = plan(&mut vault, vec![gone], Some(banga()));
    assert_eq!(plan.changes, []);
    assert_eq!(plan.left.len(), 1);
}

#[test]
fn an_alias_that_cannot_be_written_is_told_of_and_the_links_are_written() {
    let mut vault = vault(&[(MEETING, WORDS), (ROB, "---\ntype: people\naliases: { Robbie: 1 }\n---\n")]);
    let found = findings(&mut vault, MEETING);
    let plan = plan(&mut vault, vec![choice(&found[0], Vec::new())], Some(banga()));
    assert_eq!(plan.changes.len(), 1);
    assert!(plan.left[0].reason.contains("The alias cannot be written"), "{:?}", plan.left);
}

fn by_context(on: bool) -> Config {
    Config { settings: Settings { automatic_by_context: on, ..Settings::default() }, ..Config::default() }
}

#[test]
fn a_lost_surname_is_certain_only_once_that_is_switched_on() {
    let via = "---\ntype: people\n---\n## Recent Context\n- 2025-10-30: [[2025-10-30 - Cave five]] - It rang (via Rob Banga)\n";
    let notes = [(MEETING, WORDS), (MARA, via)];
    for (on, tier) in [(false, Tier::Review), (true, Tier::Auto)] {
        let mut vault = vault_with(by_context(on), &notes);
        let mut found = findings(&mut vault, MEETING);
        found.extend(findings(&mut vault, MARA));
        let tiers: Vec<_> = found.iter().map(|finding| (finding.rule, finding.tier)).collect();
        assert_eq!(tiers, [("owner", tier), ("mention", tier), ("via", tier)], "{on}");
        assert!(found.iter().all(|finding| finding.fixes[0].candidate.as_ref().expect("a person").by_context));
    }
}

#[test]
fn a_lost_surname_stays_a_question_where_a_principle_speaks_against_it() {
    let bannister = ("People/Bob Bannister.md", "---\ntype: people\n---\n");
    let cases = [
        // Two of one name family take part.
        WORDS.replace("Mara Voss,", "Bob Bannister,"),
        // He takes no part.
        WORDS.replace(", Rob Benoit", ""),
        // The surname begins with another sound.
        WORDS.replace("Banga", "Tanga"),
        // The first name is only like his.
        WORDS.replace("Rob Banga", "Rod Banga"),
        // The name is the owner's only perhaps.
        WORDS.replace("@Rob Banga", "(Rob Banga)").replace("Rob Banga rang.\n\nSo Rob Banga said.", "Yes."),
    ];
    for words in cases {
        let mut vault = vault_with(by_context(true), &[(MEETING, &words), bannister]);
        let certain: Vec<_> =
            findings(&mut vault, MEETING).into_iter().filter(|finding| finding.tier == Tier::Auto).collect();
        assert_eq!(certain, [], "{words}");
    }
    // What was said about the form counts more than what the context says.
    let mut vault = vault_with(by_context(true), &[(MEETING, WORDS)]);
    vault.decide(not(ROB, "Rob Banga"), 1);
    assert_eq!(subjects(&mut vault, MEETING), Vec::<String>::new());
}
