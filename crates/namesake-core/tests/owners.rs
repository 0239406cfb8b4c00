//! Whom the owner of a task means, seen from a whole vault.

mod common;

use common::{people, vault_of};

use namesake_core::config::Config;
use namesake_core::finding::{Finding, Tier};
use namesake_core::plan::{self, Query};
use namesake_core::task_rows::{TaskQuery, TaskRow, tasks};
use namesake_core::vault::Vault;

const PEOPLE: [&str; 3] = ["Rob Benoit", "Mara Voss", "Teodor Halvorsen"];

/// The findings about the owners in a meeting of Rob Benoit and Mara Voss.
fn owners(task: &str) -> Vec<Finding> {
    let mut vault = vault_of(Config::default(), people(&PEOPLE));
    let head = "---\ntype: meeting\nparticipants:\n  - [[Rob Benoit]]\n  - [[Mara Voss]]\n---\n";
    vault.upsert("Meetings/m.md".into(), format!("{head}- [ ] {task}\n"));
    plan::findings(&mut vault, &Query { rules: Some(["owner".to_owned()].into()), ..Query::default() })
}

/// What the first fix writes.
fn written(finding: &Finding) -> &str {
    &finding.fixes[0].edits[0].text
}

#[test]
fn a_handle_means_the_person_of_that_name() {
    let found = owners("call @RobBenoit");
    assert_eq!((found[0].tier, written(&found[0])), (Tier::Auto, "[[Rob Benoit]]"));
}

#[test]
fn a_first_name_with_an_unknown_surname_is_asked_about_as_a_whole() {
    let found = owners("call @Rob Banga");
    assert_eq!((found[0].tier, written(&found[0])), (Tier::Review, "[[Rob Benoit|Rob Banga]]"));
}

#[test]
fn a_word_after_a_full_name_may_belong_to_another_name_and_is_asked_about() {
    let found = owners("ask @Rob Benoit Tuesday");
    assert_eq!((found[0].tier, written(&found[0])), (Tier::Review, "[[Rob Benoit]]"));
    assert_eq!(found[0].end - found[0].start, "@Rob Benoit".len());
}

#[test]
fn a_participant_linked_without_quotes_takes_part() {
    // A lone first name is certain among participants only.
    assert_eq!(owners("call @Mara")[0].tier, Tier::Auto);
    assert_eq!(owners("call @Teodor")[0].tier, Tier::Review);
}

#[test]
fn a_task_on_the_first_line_is_read_behind_a_byte_order_mark() {
    let mut vault = Vault::new(Config::default());
    vault.upsert("a.md".into(), "\u{FEFF}- [ ] call\n".to_owned());
    let tasks = tasks(&mut vault, &TaskQuery::default());
    assert_eq!(tasks.iter().map(|task| task.raw.as_str()).collect::<Vec<_>>(), ["- [ ] call"]);
}

#[test]
fn a_list_of_tasks_names_all_owners_of_each() {
    let mut vault = vault_of(Config::default(), people(&PEOPLE));
    let head = "---\ntype: meeting\nparticipants: [Rob Benoit, Mara Voss]\n---\n";
    let lines = [
        "- [ ] a @Rob, @Mara and [[Teodor Halvorsen|Teo]]",
        "- [ ] Rob & Mara to do b",
        "- [ ] c [owner:: Rob Benoit, Mara Voss] 📅 2025-11-15",
        "- [ ] d 📅 2025-11-15 @robbenoit (Mara)",
        "- [ ] Budget: e @home, see [[Plan]]",
        "- [ ] f @Leopold Wainscott",
    ];
    vault.upsert("Meetings/m.md".into(), format!("{head}{}\n", lines.join("\n")));
    vault.upsert("Projects/Plan.md".into(), String::new());
    let rows = tasks(&mut vault, &TaskQuery::default());
    let names = |row: &TaskRow| -> Vec<String> {
        row.owners.iter().map(|owner| owner.path.as_ref().map_or("?", |path| path.stem()).to_owned()).collect()
    };
    let [rob, mara, teodor] = ["Rob Benoit", "Mara Voss", "Teodor Halvorsen"];
    assert_eq!(
        rows.iter().map(names).collect::<Vec<_>>(),
        [vec![rob, mara, teodor], vec![rob, mara], vec![rob, mara], vec![rob, mara], vec![], vec!["?"]]
    );
    let of_mara = tasks(&mut vault, &TaskQuery { owner: Some(mara.to_owned()), ..Default::default() });
    assert_eq!(of_mara.iter().map(|row| row.line).collect::<Vec<_>>(), [5, 6, 7, 8]);
}
