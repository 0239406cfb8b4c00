#![allow(clippy::unwrap_used, reason = "a failed unwrap is that test failing, which is what it is for")]

use std::collections::BTreeSet;

use proptest::prelude::*;

use super::*;
use crate::pieces::any_lines::line;
use crate::preview::PartKind;
use namesake_note::config::Config;

const WINNER: &str = "People/Rob Benoit.md";
const LOSER: &str = "People/Rob Banga.md";

fn merged(notes: &[(&str, &str)], take: &[&str]) -> Merge {
    let mut vault = Vault::new(Config::default());
    for (path, text) in notes {
        vault.upsert(NotePath::new(*path), (*text).to_owned());
    }
    let take = take.iter().map(|key| (*key).to_owned()).collect();
    merge(&mut vault, &MergeRequest { winner: WINNER.into(), loser: LOSER.into(), take })
}

/// What becomes of the winner.
fn winner(mine: &str, theirs: &str) -> String {
    after(&[(WINNER, mine), (LOSER, theirs)], WINNER)
}

fn after(notes: &[(&str, &str)], path: &str) -> String {
    let merge = merged(notes, &[]);
    assert_eq!(merge.plan.left, []);
    for change in &merge.plan.changes {
        assert_eq!(change.entry.gone, change.path.as_str() == LOSER);
        let back = if change.entry.gone { change.entry.recover() } else { change.entry.revert(&change.after) };
        assert_eq!(back.as_ref(), Ok(&change.before), "the journal leads back");
    }
    assert_eq!(merge.plan.changes.last().map(|last| last.path.as_str()), Some(LOSER), "the loser goes last");
    let change = merge.plan.changes.iter().find(|change| change.path.as_str() == path);
    change.map_or_else(|| notes.iter().find(|note| note.0 == path).unwrap().1.to_owned(), |change| change.after.clone())
}

fn refused(mine: &str, theirs: &str) -> String {
    let merge = merged(&[(WINNER, mine), (LOSER, theirs)], &[]);
    assert_eq!(merge.plan.changes, []);
    merge.plan.left[0].reason.clone()
}

const NAMED: &str = "---\naliases:\n- Rob Banga\n---\n";

#[test]
fn lists_are_united_and_names_become_aliases() {
    assert_eq!(
        winner(
            "---\ntype: people # a person\ntags: [type/people, company/a]\n---\n# Rob Benoit\n",
            "---\ntype: people\ntitle: Robert Banga\naliases: Bobby\ntags:\n- type/people\n- Company/A\n- company/b\ncreated: 2025-01-03\n---\n# Rob Banga\n"
        ),
        "---\ntype: people # a person\ntags: [type/people, company/a, company/b]\ncreated: 2025-01-03\naliases:\n  - Robert Banga\n  - Rob Banga\n  - Bobby\n---\n# Rob Benoit\n"
    );
}

#[test]
fn a_value_that_is_not_kept_is_kept_in_the_body() {
    let (mine, theirs) =
        ("---\nrole: Fitter\naliases: [Rob Banga]\n---\nText\n", "---\n# heard\nrole: \"Builder\" \n---\n");
    let notes = [(WINNER, mine), (LOSER, theirs)];
    let first = merged(&notes, &[]);
    assert_eq!(
        first.plan.changes[0].after,
        "---\nrole: Fitter\naliases: [Rob Banga]\n---\nText\n\n## From Rob Banga\n\n```yaml\n# heard\nrole: \"Builder\" \n```\n"
    );
    let other = merged(&notes, &["role"]).plan.changes[0].after.clone();
    assert!(
        other.starts_with("---\nrole: \"Builder\" \naliases") && other.contains("```yaml\n# heard\nrole: Fitter\n```"),
        "{other}"
    );
    assert!(merged(&notes, &["rolle"]).plan.left[0].reason.contains("“rolle”"));
}

#[test]
fn the_title_that_goes_stays_as_an_alias() {
    let notes = [(WINNER, "---\ntitle: Robert B.\n---\n"), (LOSER, "---\ntitle: Rob Benoit-Banga\n---\n")];
    let kept = merged(&notes, &[]).plan.changes[0].after.clone();
    assert_eq!(kept, "---\ntitle: Robert B.\naliases:\n  - Rob Benoit-Banga\n  - Rob Banga\n---\n");
    let taken = merged(&notes, &["title"]).plan.changes[0].after.clone();
    assert_eq!(taken, "---\ntitle: Rob Benoit-Banga\naliases:\n  - Robert B.\n  - Rob Banga\n---\n");
}

#[test]
fn nothing_of_the_properties_is_lost() {
    let theirs = "---\ntitle: \"{{title}}\"\ntags: [a, [b]]\nsite: &s x\n# a remark\nold: |\n  one\n  two\n---\n";
    let text = winner("---\ntitle: Rob\ntags:\n  - c # why\nold: none\n---\n", theirs);
    for part in [
        "title: \"{{title}}\"\n",
        "tags: [a, [b]]\n",
        "site: &s x\n",
        "# a remark\n",
        "old: |\n  one\n  two\n",
        "  - c # why\n",
        "old: none\n",
    ] {
        assert!(text.contains(part), "{part} in {text}");
    }
}

#[test]
fn a_link_that_cannot_be_rewritten_would_lead_nowhere_and_ends_the_merge() {
    for (day, why) in
        [("---\nwho: [[Rob Banga]]\n---\n", "cannot hold"), ("---\nwho: \"[[Rob Banga]]\nx: [\n---\n", "Mend")]
    {
        let mut vault = Vault::new(Config::default());
        for (path, text) in [(LOSER, ""), ("People/Rob, the fitter.md", ""), ("Day.md", day)] {
            vault.upsert(path.into(), text.to_owned());
        }
        let winner = "People/Rob, the fitter.md".into();
        let merge = merge(&mut vault, &MergeRequest { winner, loser: LOSER.into(), take: BTreeSet::new() });
        assert_eq!(merge.plan.changes, []);
        let reason = &merge.plan.left[0].reason;
        assert!(reason.contains("Day.md") && reason.contains(why), "{reason}");
    }
}

#[test]
fn sections_are_put_together_by_their_headings() {
    assert_eq!(
        winner(
            "# Rob Benoit\n\n## Key Facts\n\n- One\n- Two\n\n## Profile\n\nFitter\n\n---\n*Last updated: *\n",
            "Before\n# Rob Banga\n\nBelow\n\n## key facts\n\n- Two  \n- Three\n  - Inside\n\n## Own\n\nWords\n### Deep\n- x\n\n## Profile\n\nBuilder\n\n---\n*Last updated: *\n"
        ),
        "---\naliases:\n  - Rob Banga\n---\n# Rob Benoit\n\nBefore\n\nBelow\n\n## Key Facts\n\n- One\n- Two\n- Three\n  - Inside\n\n## Own\n\nWords\n### Deep\n- x\n\n## Profile\n\nFitter\n\nBuilder\n\n---\n*Last updated: *\n"
    );
}

#[test]
fn a_footer_without_a_rule_above_it_stays_the_last_line() {
    let text = winner(&format!("{NAMED}## Key Facts\n\n- a\n\n*Last updated: 2025-10-31*\n"), "## Key Facts\n\n- b\n");
    assert_eq!(text, format!("{NAMED}## Key Facts\n\n- a\n- b\n\n*Last updated: 2025-10-31*\n"));
}

#[test]
fn a_heading_of_several_lines_is_no_other_one() {
    let theirs = "Rob Banga\nof the ladder\n===\n\nB\nand more\n---\nx\n";
    assert_eq!(winner(&format!("{NAMED}## B\n"), theirs), format!("{NAMED}## B\n\n{theirs}"));
}

#[test]
fn what_belongs_together_stays_together() {
    let theirs = "## A\n\n```js\na\n\nb\n```\n\n> one\n> two\n\n- x\n\n  more of x\n\ny\nz\n";
    assert_eq!(
        winner(&format!("{NAMED}## A\n\n```js\nb\n```\n\n> two\ny\n"), theirs),
        format!("{NAMED}## A\n\n```js\nb\n```\n\n> two\ny\n\n```js\na\n\nb\n```\n\n> one\n> two\n\n- x\n\n  more of x\n\ny\nz\n").replace("\n\ny\nz", "\n\nz")
    );
}

#[test]
fn what_is_unknown_in_the_table_is_filled_in() {
    let mine = "| Field | Value |\n|---|---|\n| **Role** | Fitter |\n| **Email** | _Unknown_ |\n| **City** | |\n| **Fax** | 1 |\n";
    let theirs = "| Field | Value |\n|---|---|\n| **Role** | Builder |\n| **Email** | r@x.example |\n| **City** | Ghent |\n| **Fax** |  1  |\n| **Phone** | 7 |\n";
    assert_eq!(
        winner(&format!("{NAMED}{mine}"), theirs),
        format!(
            "{NAMED}| Field | Value |\n|---|---|\n| **Role** | Fitter |\n| **Role** | Builder |\n| **Email** | r@x.example |\n| **City** | Ghent |\n| **Fax** | 1 |\n| **Phone** | 7 |\n"
        )
    );
}

#[test]
fn tables_may_be_ruled_otherwise() {
    let (mine, theirs) = ("| A | B |\n|:-------|-------|\n| x | _Unknown_ |\n", "| A | B |\n|---|---|\n| x | y |\n");
    assert_eq!(winner(&format!("{NAMED}{mine}"), theirs), format!("{NAMED}| A | B |\n|:-------|-------|\n| x | y |\n"));
}

#[test]
fn line_endings_are_the_winners() {
    let text = winner("# Rob Benoit\r\n\r\n- a\r\n", "- b\n- c\n");
    assert_eq!(text, "---\r\naliases:\r\n  - Rob Banga\r\n---\r\n# Rob Benoit\r\n\r\n- a\r\n- b\r\n- c\r\n");
}

#[test]
fn a_link_leads_to_the_winner_and_shows_what_it_showed() {
    for (before, then) in [
        ("[[Rob Banga]]", "[[Rob Benoit|Rob Banga]]"),
        ("[[rob banga|Rob]]", "[[Rob Benoit|Rob]]"),
        ("[[People/Rob Banga.md]]", "[[Rob Benoit|People/Rob Banga]]"),
        ("[[Rob Banga#Key Facts]]", "[[Rob Benoit#Key Facts|Rob Banga > Key Facts]]"),
        ("[[Rob Banga#Rob Banga|him]]", "[[Rob Benoit#Rob Benoit|him]]"),
        ("[[Rob Banga#^a|line]] [[Rob Banga#^b|line]]", "[[Rob Benoit#^a-2|line]] [[Rob Benoit#^b|line]]"),
        ("![[Rob Banga]] ![[Rob Banga#Key Facts]]", "![[Rob Benoit]] ![[Rob Benoit#Key Facts]]"),
        ("| a |\n|---|\n| [[Rob Banga]] |", "| a |\n|---|\n| [[Rob Benoit\\|Rob Banga]] |"),
        ("[Rob](../People/Rob%20Banga.md)", "[Rob](../People/Rob%20Benoit.md)"),
        ("[Rob](<People/Rob Banga.md#Key Facts>)", "[Rob](<People/Rob Benoit.md#Key Facts>)"),
        ("![R](Rob%20Banga.md#%5Ea \"t\")", "![R](Rob%20Benoit.md#^a-2 \"t\")"),
        ("[Rob][r]\n\n[r]: People/Rob%20Banga.md 'Rob'", "[Rob][r]\n\n[r]: People/Rob%20Benoit.md 'Rob'"),
        ("`[[Rob Banga]]` [[Rob Bangalore]] Rob Banga", "`[[Rob Banga]]` [[Rob Bangalore]] Rob Banga"),
        (
            "---\nwho: ['[[Rob Banga]]', \"[[Rob Banga|R]]\"]\n---\n",
            "---\nwho: ['[[Rob Benoit|Rob Banga]]', \"[[Rob Benoit|R]]\"]\n---\n",
        ),
        ("---\nwho: [[Rob Banga]]\n---\n", "---\nwho: [[Rob Benoit|Rob Banga]]\n---\n"),
    ] {
        let mine = "# Rob Benoit\n- x ^a\n";
        let theirs = "# Rob Banga\n- y ^a\n- z ^b\n## Key Facts\n";
        assert_eq!(after(&[(WINNER, mine), (LOSER, theirs), ("Daily/Day.md", before)], "Daily/Day.md"), then);
    }
}

#[test]
fn links_of_the_loser_go_on_leading_where_they_led() {
    let loser = "Old/People/Rob Banga.md";
    let mut vault = Vault::new(Config::default());
    let texts = [
        (WINNER, "# Rob Benoit\n- x ^a\n"),
        (loser, "---\ntype: people\n---\n- y ^a\n\nSee [[#^a]], [it](../img/a%20b.png) and [[../Plan]].\n"),
    ];
    for (path, text) in texts {
        vault.upsert(path.into(), text.to_owned());
    }
    let merge = merge(&mut vault, &MergeRequest { winner: WINNER.into(), loser: loser.into(), take: BTreeSet::new() });
    let text = &merge.plan.changes[0].after;
    assert!(
        text.ends_with("- x ^a\n- y ^a-2\n\nSee [[#^a-2]], [it](../Old/img/a%20b.png) and [[../Old/Plan]].\n"),
        "{text}"
    );
}

#[test]
fn a_path_to_another_note_of_that_name_leads_there_still() {
    let (other, note) = ("Work/People/Rob Banga.md", "Work/Meetings/d.md");
    let links = "[Rob](../People/Rob%20Banga.md), [[../People/Rob Banga]] and [[../../People/Rob Banga|Rob]]\n";
    let text = after(&[(WINNER, ""), (LOSER, ""), (other, ""), (note, links)], note);
    assert_eq!(text, "[Rob](../People/Rob%20Banga.md), [[../People/Rob Banga]] and [[Rob Benoit|Rob]]\n");
}

#[test]
fn a_link_to_the_heading_that_goes_stays_a_link() {
    let text = winner(NAMED, "# Rob Banga\n\n[[#Rob Banga]] and [up](#Rob%20Banga)\n");
    assert_eq!(text, format!("{NAMED}[[#Rob Banga]] and [up](#Rob%20Banga)\n"));
}

#[test]
fn tasks_and_queries_name_the_winner() {
    let tasks = "- [ ] a @Rob Banga 📅 2025-11-15\n- [ ] b @RobBanga\n- [ ] c Owner: Rob Banga\n- [ ] d @Rob Bangalore\n- [ ] e [[Rob Banga]]\n";
    let query = "```dataview\nTASK FROM [[Rob Banga]] WHERE contains(text, \"@RobBanga\") OR contains(text, \"Rob Banga\")\n```\n";
    let text = [tasks, query].concat();
    assert_eq!(
        after(
            &[(WINNER, "---\ntype: people\n---\n"), (LOSER, "---\ntype: people\n---\n"), ("Tasks.md", &text)],
            "Tasks.md"
        ),
        "- [ ] a @Rob Benoit 📅 2025-11-15\n- [ ] b @RobBenoit\n- [ ] c Owner: Rob Benoit\n- [ ] d @Rob Bangalore\n- [ ] e [[Rob Benoit|Rob Banga]]\n\
         ```dataview\nTASK FROM [[Rob Benoit]] WHERE contains(text, \"@RobBenoit\") OR contains(text, \"Rob Banga\")\n```\n"
    );
}

#[test]
fn what_cannot_be_kept_is_not_begun() {
    assert!(refused("---\ndistinct_from: '[[Rob Banga]]'\n---\n", "").contains("distinct_from"));
    assert!(refused("", "---\na: [\n---\n").contains("cannot be read"));
    assert!(refused("", "---\na: 1\na: 2\n---\n").contains("more than once"));
    assert!(refused("```\nnever closed\n", "x").contains("never closed"));
    assert!(refused("---\naliases: # names\n- x # y\n---\n", "").contains("aliases"));
    let project = [(WINNER, "---\ntype: project\n---\n"), (LOSER, "")];
    assert!(merged(&project, &[]).plan.left[0].reason.contains("no note about a person"));
    assert!(merged(&[(WINNER, "")], &[]).plan.left[0].reason.contains("no note People/Rob Banga.md"));
}

#[test]
fn a_line_and_its_damaged_copy_are_one_line() {
    assert_eq!(
        winner(
            &format!("{NAMED}# Rob Benoit\n\n- [ ] Paint the gate ðŸ“… 2025-12-01\n"),
            "# Rob Banga\n\n- [ ] Paint the gate 📅 2025-12-01\n- [ ] Oil it 📅 2025-12-01\n"
        ),
        format!("{NAMED}# Rob Benoit\n\n- [ ] Paint the gate ðŸ“… 2025-12-01\n- [ ] Oil it 📅 2025-12-01\n")
    );
    let id = after(
        &[
            (WINNER, &format!("{NAMED}# Rob Benoit\n\n- FaÃ§ade ^gate\n")),
            (LOSER, "# Rob Banga\n\n- Façade ^gate\n"),
            ("Notes/Yard.md", "[[Rob Banga#^gate]]\n"),
        ],
        "Notes/Yard.md",
    );
    assert_eq!(id, "[[Rob Benoit#^gate|Rob Banga > ^gate]]\n", "the link leads to the line that stays");
    let code = "```\nPaint the gate 📅\n```\n";
    let damaged = format!("{NAMED}# Rob Benoit\n\n```\nPaint the gate ðŸ“…\n```\n");
    assert_eq!(winner(&damaged, &format!("# Rob Banga\n\n{code}")), format!("{damaged}\n{code}"));
}

#[test]
fn a_second_merge_of_the_same_words_doubles_nothing() {
    let theirs = "---\nrole: Builder\n---\n## A\n\n- x\n\n| a |\n|---|\n| b |\n\n## B\n\ny\n";
    let once = winner("---\nrole: Fitter\n---\n## A\n\n- w\n", theirs);
    let twice = merged(&[(WINNER, &once), (LOSER, theirs)], &[]);
    let others = twice.plan.changes.iter().map(|change| change.path.as_str()).collect::<Vec<_>>();
    assert_eq!(others, [LOSER], "{once}");
}

#[test]
fn the_properties_stand_side_by_side_with_what_becomes_of_each() {
    let mine = "---\ntype: people\nrole: Fitter\ntags: [a]\nsite:\n---\n";
    let theirs =
        "---\ntype: people\nrole: Builder\ntags:\n  - a\n  - b\nemail: r@x.example\nsite: |\n  one\n    two\n---\n";
    let notes = [(WINNER, mine), (LOSER, theirs)];
    let row = |property: &MergedProperty| {
        let value = |value: &Option<String>| value.clone().unwrap_or("-".into());
        let MergedProperty { key, winner, loser, merged, differs } = property;
        let chosen = if *differs { " ?" } else { "" };
        format!("{key}: {} | {} | {}{chosen}", value(winner), value(loser), value(merged))
    };
    let rows = |take: &[&str]| merged(&notes, take).properties.iter().map(row).collect::<Vec<_>>();
    assert_eq!(
        rows(&[]),
        [
            "type: people | people | people",
            "role: Fitter | Builder | Fitter ?",
            "tags: [a] | - a\n- b | [a, b]",
            "email: - | r@x.example | r@x.example",
            "site:  | |\none\n  two | |\none\n  two",
            "aliases: - | - | - Rob Banga",
        ]
    );
    assert_eq!(rows(&["role"])[1], "role: Fitter | Builder | Builder ?");
}

#[test]
fn the_sections_say_what_is_there_and_what_comes_in() {
    let mine = "# Rob Benoit\n\n| F | V |\n|---|---|\n| Role | _Unknown_ |\n\n## Key Facts\n\n- One\n\n## Same\n\nx\n\n## Empty\n\n---\n*Last updated: *\n";
    let theirs = "# Rob Banga\r\n\r\n| F | V |\r\n|---|---|\r\n| Role | Fitter |\r\n\r\n## Key Facts\r\n\r\n- One\r\n- Two\r\n- Three\r\n\r\n## Same\r\n\r\nx\r\n\r\n## Empty\r\n\r\ny\r\n\r\n## New\r\n\r\nWords\r\n### Deep\r\n- z\r\n\r\n---\r\n*Last updated: *\r\n*Heard*\r\n";
    let shown = |section: &MergedSection| {
        let parts = section.incoming.iter().flat_map(|line| &line.parts);
        let parts = parts.map(|part| match part.kind {
            PartKind::Same => part.text.clone(),
            PartKind::Delete => format!("[-{}-]", part.text),
            PartKind::Insert => format!("[+{}+]", part.text),
        });
        (section.title.clone(), section.winner.clone().unwrap_or("-".into()), parts.collect::<String>())
    };
    let sections = merged(&[(WINNER, mine), (LOSER, theirs)], &[]).sections;
    let expected = [
        ("", "| F | V |\n|---|---|\n| Role | _Unknown_ |", "| Role | [-_Unknown_-][+Fitter+] |\n"),
        ("Key Facts", "- One", "[+- Two\n- Three+]"),
        ("Empty", "", "[+y+]"),
        ("New", "-", "[+Words\n### Deep\n- z+]"),
        ("---", "---\n*Last updated: *", "[+*Heard*+]"),
    ];
    let expected = expected.map(|(title, mine, comes)| (title.to_owned(), mine.to_owned(), comes.to_owned()));
    assert_eq!(sections.iter().map(shown).collect::<Vec<_>>(), expected);
}

fn body() -> impl Strategy<Value = String> {
    (prop::collection::vec(line("# Rob Banga"), 0..12), prop_oneof![Just("\n"), Just("\r\n")])
        .prop_map(|(lines, eol)| lines.join(eol))
}

/// A line without blanks at its ends; of a heading, which the other note may write otherwise, its words.
fn words(line: &str) -> String {
    // What underlines a heading is no words of its own; the heading above it is.
    if matches!(line.trim(), "===" | "---") {
        return String::new();
    }
    match line.trim().strip_prefix('#') {
        Some(heading) => heading.trim_start_matches('#').trim().to_lowercase(),
        None => line.trim().to_owned(),
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(500))]
    #[test]
    fn no_line_of_either_note_is_lost(mine in body(), theirs in body()) {
        let notes = [(WINNER, mine.as_str()), (LOSER, theirs.as_str())];
        let merge = merged(&notes, &[]);
        if let [first, .., _] = merge.plan.changes.as_slice() {
            let known: Vec<String> = first.after.lines().map(words).collect();
            for line in mine.lines().chain(theirs.lines()).map(words) {
                let is_known = [String::new(), "-2".to_owned(), "-3".to_owned()].iter().any(|end| known.contains(&[&line, end.as_str()].concat()));
                prop_assert!(is_known || line == "rob banga" || line.is_empty(), "{:?} in {:?}", line, first.after);
            }
        } else {
            prop_assert!(!merge.plan.left.is_empty(), "an alias is always new");
        }
    }
}
