//! Questions over findings: everything that has an answer is asked once, nothing hides in a group, and a question keeps its
//! id while the rest of the vault changes.

use std::collections::{BTreeMap, BTreeSet};

use namesake_core::config::Config;
use namesake_core::finding::{Finding, Tier};
use namesake_core::path::NotePath;
use namesake_core::plan::{self, Query};
use namesake_core::questions::{Confidence, KeptFindings, Question, QuestionKind, QueueChanges, queue};
use namesake_core::vault::Vault;

use crate::common;
use crate::notes::{everyday, vault};
use crate::truth::{Planted, planted};

fn findings(vault: &mut Vault) -> Vec<Finding> {
    plan::findings(vault, &Query::default())
}

/// The people whom the first answers of a question mean.
fn suggested<'f>(question: &Question, findings: &BTreeMap<&str, &'f Finding>) -> BTreeSet<Option<&'f str>> {
    let first = |id: &str| findings[id].fixes[0].candidate.as_ref().map(|candidate| candidate.path.as_str());
    question.places.iter().map(|place| first(&place.finding)).collect()
}

#[test]
fn what_has_an_answer_is_asked_once_and_what_is_doubtful_alone() {
    let mut kept = vault(&everyday());
    let all = findings(&mut kept);
    let asked = queue(&kept, &all);
    let by_id: BTreeMap<&str, &Finding> = all.iter().map(|finding| (finding.id.as_str(), finding)).collect();
    let places: Vec<&str> =
        asked.questions.iter().flat_map(|question| &question.places).map(|place| place.finding.as_str()).collect();
    let open = |finding: &&Finding| finding.tier == Tier::Review && finding.fixes.is_empty();
    let answerable: BTreeSet<&str> = all
        .iter()
        .filter(|finding| finding.tier == Tier::Review && !finding.fixes.is_empty())
        .map(|finding| finding.id.as_str())
        .collect();
    assert_eq!(places.len(), answerable.len());
    assert_eq!(places.into_iter().collect::<BTreeSet<_>>(), answerable);
    assert_eq!(asked.open.values().sum::<usize>(), all.iter().filter(open).count());
    assert_eq!(asked.safe.values().sum::<usize>(), all.iter().filter(|finding| finding.tier == Tier::Auto).count());

    let ids: BTreeSet<&str> = asked.questions.iter().map(|question| question.id.as_str()).collect();
    assert_eq!(ids.len(), asked.questions.len(), "two questions have one id");
    for question in &asked.questions {
        assert!(question.evidence.len() <= 3 && !question.ask.is_empty(), "{question:?}");
        assert!(
            !question.evidence.iter().any(|reason| reason.contains("bits") || reason.contains('%')),
            "{question:?}"
        );
        if question.confidence == Some(Confidence::Either) {
            let notes: BTreeSet<_> = question.places.iter().map(|place| &place.path).collect();
            assert_eq!(notes.len(), 1, "{question:?}");
        } else if !matches!(question.kind, QuestionKind::Names | QuestionKind::Tasks) {
            assert_eq!(suggested(question, &by_id).len(), 1, "{question:?}");
        }
    }
}

#[test]
fn a_question_keeps_its_id_while_other_notes_change() {
    let mut kept = vault(&everyday());
    let all = findings(&mut kept);
    let before: BTreeSet<String> = queue(&kept, &all).questions.into_iter().map(|question| question.id).collect();
    kept.upsert("Inbox/A thought.md".into(), "Nothing to do with anybody.\n".to_owned());
    let all = findings(&mut kept);
    let after: BTreeSet<String> = queue(&kept, &all).questions.into_iter().map(|question| question.id).collect();
    assert_eq!(before, after);
}

#[test]
fn a_form_in_several_notes_is_one_question_and_two_likely_people_are_two() {
    let mut kept = common::vault_of(
        Config::default(),
        [
            ("People/Bronwyn Teague.md", common::PERSON),
            ("People/Elin Sandgren (Harbour).md", common::PERSON),
            ("People/Elin Sandgren (Mill).md", common::PERSON),
            ("Daily/2025-08-13.md", "- [ ] Send the lids @Bronwin Teague\n- [ ] Ask the mill @Elin Sandgren\n"),
            ("Daily/2025-08-14.md", "- [ ] Send the drawing @Bronwin Teague\n- [ ] Order the mill @Elin Sandgren\n"),
        ],
    );
    let all = findings(&mut kept);
    let asked = queue(&kept, &all);
    let asked: Vec<(&str, usize, Option<Confidence>)> =
        asked.questions.iter().map(|one| (one.ask.as_str(), one.places.len(), one.confidence)).collect();
    assert_eq!(
        asked,
        [
            ("Is “Bronwin Teague” Bronwyn Teague?", 2, Some(Confidence::VeryLikely)),
            ("Who is “Elin Sandgren”?", 1, Some(Confidence::Either)),
            ("Who is “Elin Sandgren”?", 1, Some(Confidence::Either)),
        ]
    );
}

#[test]
fn a_form_of_either_person_is_one_question_in_each_note() {
    const MEETING: &str =
        "---\ntype: meeting\nparticipants: [Elin Sandgren]\n---\n\n- [ ] Ask the mill @Elin Sandgren\n";
    let mut kept = common::vault_of(
        Config::default(),
        [
            ("People/Elin Sandgren (Harbour).md", common::PERSON),
            ("People/Elin Sandgren (Mill).md", common::PERSON),
            ("Meetings/2025-08-13 - Mill.md", MEETING),
            ("Daily/2025-08-14.md", "- [ ] Order the mill @Elin Sandgren\n"),
        ],
    );
    let all = findings(&mut kept);
    let asked = queue(&kept, &all);
    let asked: Vec<(&str, usize)> =
        asked.questions.iter().map(|one| (one.places[0].path.as_str(), one.places.len())).collect();
    assert_eq!(asked, [("Daily/2025-08-14.md", 1), ("Meetings/2025-08-13 - Mill.md", 2)]);
}

#[test]
fn everyday_is_at_most_55_questions_and_a_form_means_one_person_in_a_note() {
    let mut kept = vault(&everyday());
    let all = findings(&mut kept);
    let asked = queue(&kept, &all);
    assert!(asked.questions.len() <= 55, "{}", asked.questions.len());
    let by_id: BTreeMap<&str, &Finding> = all.iter().map(|finding| (finding.id.as_str(), finding)).collect();
    let truth = planted();
    let mut judged = 0;
    for question in asked.questions.iter().filter(|one| one.confidence == Some(Confidence::Either)) {
        let meant = question.places.iter().filter_map(|place| {
            let mention = by_id[place.finding.as_str()].mention.as_ref()?;
            let is_meant = |one: &&Planted| {
                one.path == place.path.as_str() && one.line == Some(place.line) && one.mention == mention.written
            };
            truth.iter().find(is_meant).map(|planted| planted.truth.as_deref())
        });
        let meant: Vec<Option<&str>> = meant.collect();
        judged += usize::from(meant.len() > 1);
        assert!(meant.windows(2).all(|pair| pair[0] == pair[1]), "{question:?}: {meant:?}");
    }
    assert!(judged >= 3, "{judged} of the questions have planted answers for several places");
}

#[test]
fn names_that_can_hardly_mean_anybody_else_are_asked_about_together() {
    let mut kept = common::vault_of(
        Config::default(),
        [
            ("People/Bronwyn Teague.md", common::PERSON),
            ("People/Wiremu Tautahi.md", common::PERSON),
            ("People/Elin Sandgren (Harbour).md", common::PERSON),
            ("People/Elin Sandgren (Mill).md", common::PERSON),
            ("Daily/2025-08-13.md", "- [ ] Send the lids @Bronwin Teague\n- [ ] Ask the mill @Elin Sandgren\n"),
            ("Daily/2025-08-14.md", "- [ ] Order the lids @Wiremu Tautai\n- [ ] Send the drawing @Bronwin Teague\n"),
        ],
    );
    let all = findings(&mut kept);
    let asked = queue(&kept, &all);
    let asked: Vec<(&str, QuestionKind, usize)> =
        asked.questions.iter().map(|one| (one.ask.as_str(), one.kind, one.places.len())).collect();
    assert_eq!(
        asked,
        [
            ("2 names fit one person each. Which are right?", QuestionKind::Names, 3),
            ("Who is “Elin Sandgren”?", QuestionKind::One, 1),
        ]
    );
}

#[test]
fn a_day_and_a_month_that_may_be_either_way_round_are_asked_about_once() {
    let mut kept = common::vault_of(
        Config::default(),
        [
            ("Log/Lids.md", "---\ncreated: 05/11/2025\n---\nLids.\n"),
            ("Log/Mill.md", "---\ncreated: 02/03/2025\n---\nMill.\n"),
        ],
    );
    let all = findings(&mut kept);
    let asked = queue(&kept, &all);
    let [question] = asked.questions.as_slice() else { panic!("{:?}", asked.questions) };
    let answers: Vec<&str> = question.places.iter().map(|place| place.answers[0].as_str()).collect();
    assert_eq!(answers, ["Write 2025-11-05, the day first", "Write 2025-03-02, the day first"]);
}

#[test]
fn the_tasks_of_a_meeting_are_one_question() {
    let mut kept = common::vault_of(
        Config::default(),
        [
            ("People/Mara Voss.md", common::PERSON),
            (
                "Meetings/2025-10-30 - Kick-off.md",
                "---\ntype: meeting\nparticipants:\n  - \"[[Mara Voss]]\"\n---\n## Action items\n\n- Mara to send the drawing\n- Mara to order the lids\n",
            ),
        ],
    );
    let all = findings(&mut kept);
    let asked = queue(&kept, &all);
    let tasks: Vec<(&str, usize)> = asked
        .questions
        .iter()
        .filter(|question| question.kind == QuestionKind::Tasks)
        .map(|question| (question.ask.as_str(), question.places.len()))
        .collect();
    assert_eq!(tasks, [("2 things to do in “2025-10-30 - Kick-off”. Which become tasks?", 2)]);
}

#[test]
fn who_is_very_likely_is_whom_the_truth_names() {
    let notes = everyday();
    let mut kept = vault(&notes);
    let all = findings(&mut kept);
    let asked = queue(&kept, &all);
    let by_id: BTreeMap<&str, &Finding> = all.iter().map(|finding| (finding.id.as_str(), finding)).collect();
    let mut truth: BTreeMap<(String, usize), Vec<Planted>> = BTreeMap::new();
    for planted in planted() {
        truth.entry((planted.path.clone(), planted.line.unwrap_or(0))).or_default().push(planted);
    }
    let (mut wrong, mut judged) = (Vec::new(), 0);
    for question in asked.questions.iter().filter(|one| one.confidence == Some(Confidence::VeryLikely)) {
        for place in &question.places {
            let finding = by_id[place.finding.as_str()];
            let Some(mention) = &finding.mention else { continue };
            let at = (place.path.as_str().to_owned(), place.line);
            let is_meant = |planted: &&Planted| planted.mention == mention.written;
            let Some(planted) = truth.get(&at).into_iter().flatten().find(is_meant) else { continue };
            judged += 1;
            let got = finding.fixes[0].candidate.as_ref().map(|candidate| candidate.path.as_str());
            if got != planted.truth.as_deref() {
                wrong.push(format!("{}: asks whether it is {got:?}", planted.told()));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert!(judged >= 20, "{judged} of the names that are asked about are planted");
}

#[test]
fn each_place_of_a_group_can_be_asked_about_alone() {
    let mut kept = vault(&everyday());
    let paths = kept.notes().map(|note| note.path.clone()).collect();
    let mut looked = KeptFindings::default();
    looked.look(&mut kept, paths);
    let asked = looked.changes(&kept, true).questions;
    let groups = asked.iter().map(|(_, question)| question).filter(|question| question.places.len() > 1);
    for place in groups.flat_map(|question| &question.places) {
        let alone = looked.alone(&kept, &place.path, &place.finding);
        let of_place = alone.as_ref().map(|question| (question.places.as_slice(), &question.answers));
        assert_eq!(of_place, Some((std::slice::from_ref(place), &place.answers)), "{place:?}");
    }
    assert_eq!(looked.alone(&kept, &"Nobody.md".into(), "0"), None);
}

/// The ids of all questions after `changes`, for somebody who knows those of before.
fn taken(mut ids: Vec<String>, changes: &QueueChanges) -> Vec<String> {
    ids.retain(|id| !changes.gone.contains(id) && !changes.questions.iter().any(|(_, question)| question.id == *id));
    for (index, question) in &changes.questions {
        ids.insert(*index, question.id.clone());
    }
    ids
}

#[test]
fn changes_lead_from_the_list_of_before_to_the_one_of_now() {
    let mut kept = vault(&everyday());
    let notes: Vec<(NotePath, String)> = kept.notes().map(|note| (note.path.clone(), note.text.clone())).collect();
    let mut looked = KeptFindings::default();
    looked.look(&mut kept, notes.iter().map(|(path, _)| path.clone()).collect());
    let mut told = taken(Vec::new(), &looked.changes(&kept, true));
    let mut moves = 0;
    for (path, text) in notes {
        for text in ["", &text] {
            kept.upsert(path.clone(), text.to_owned());
            looked.look(&mut kept, BTreeSet::from([path.clone()]));
            let changes = looked.changes(&kept, false);
            moves += changes.questions.len();
            told = taken(told, &changes);
            assert_eq!(told, taken(Vec::new(), &looked.changes(&kept, true)), "{path:?}");
            assert_eq!(told.len(), changes.count);
        }
    }
    assert!(moves > 0);
}
