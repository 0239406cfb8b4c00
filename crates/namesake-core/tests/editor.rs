//! Names in the editor: whom the list offers while one is typed, and what “Who is this?” says and does.

mod common;

use common::vault_of;

use namesake_core::complete::{self, Completion, CompletionQuery};
use namesake_core::config::{Config, LinkStyle, OwnerStyle, Settings};
use namesake_core::decisions::{Decision, SOMEBODY, Verdict};
use namesake_core::names::Near;
use namesake_core::plan::Plan;
use namesake_core::vault::Vault;
use namesake_core::whois::{self, FormPlace, Identification};
use proptest::prelude::*;

const MEETING: &str = "Meetings/2025-10-31 - Gateway.md";
const ROB: &str = "People/Rob Benoit.md";

fn person(extra: &str) -> String {
    format!("---\ntype: people\n{extra}---\n\nA person.\n")
}

fn notes() -> Vec<(String, String)> {
    let people = [
        ("Rob Benoit", "last_contact: 2025-10-01\naliases: [Robbie B]\ntags: [company/wickmoor]\n"),
        ("Robert Inglethorpe", "last_contact: 2025-11-01\n"),
        ("Jörg Ångström", "email: jaj@example.com\n"),
        ("Benedikt Rauch", "last_contact: 2024-01-01\n"),
        ("Ben Ashgrove", "last_contact: 2025-09-30\ntags: [company/wickmoor]\n"),
        ("Mara Voss", ""),
        ("Willemijn van der Stroom", "aliases:\n  - Dr. Stroom\n"),
    ];
    let mut notes: Vec<(String, String)> =
        people.map(|(name, extra)| (format!("People/{name}.md"), person(extra))).into();
    let meeting = "---\ntype: meeting\n---\n**Participants:** Mara Voss, Rob Benoit\n\nSee [[Benedikt Rauch]]. Rob Banga \
                   rang.\n\n```\nRob Banga: yes\n```\n\n| who |\n|---|\n| Rob Banga |\n\n- [ ] Ring @Rob Banga back\n";
    notes.push((MEETING.to_owned(), meeting.to_owned()));
    notes.push(("Customers/Polder Antennas BV.md".to_owned(), "---\ntype: company\n---\n".to_owned()));
    notes
}

fn vault() -> Vault {
    vault_of(Config::default(), notes())
}

fn query(typed: &str, path: &str) -> CompletionQuery {
    CompletionQuery {
        typed: typed.to_owned(),
        path: path.into(),
        owner: false,
        property: false,
        companies: false,
        newcomers: false,
        limit: 10,
    }
}

fn offered(vault: &mut Vault, typed: &str, path: &str) -> Vec<Completion> {
    complete::complete(vault, &query(typed, path))
}

fn names(typed: &str, path: &str) -> Vec<String> {
    offered(&mut vault(), typed, path).into_iter().map(|one| one.name).collect()
}

#[test]
fn name_parts_are_typed_in_any_order_without_accents_and_run_together() {
    for typed in ["rob ben", "ben rob", "Benoit", "RobBen", "robbie", "Benoit, R"] {
        assert_eq!(names(typed, "a.md").first().map(String::as_str), Some("Rob Benoit"), "{typed}");
    }
    for typed in ["jorg", "Jörg", "joerg", "ang", "aang", "angstrom j", "jaj"] {
        assert_eq!(names(typed, "a.md"), ["Jörg Ångström"], "{typed}");
    }
    for typed in ["van der s", "Stroom", "wille van", "stroom willemijn", "dr. str"] {
        assert_eq!(names(typed, "a.md"), ["Willemijn van der Stroom"], "{typed}");
    }
    assert_eq!(names("roben", "a.md"), [""; 0]);
    assert_eq!(names("benoit benoit", "a.md"), [""; 0]);
}

#[test]
fn a_nickname_finds_whoever_may_be_called_so_after_those_who_are() {
    assert_eq!(names("bob", "a.md"), ["Robert Inglethorpe", "Rob Benoit"]);
    assert_eq!(names("bob ing", "a.md"), ["Robert Inglethorpe"]);
    assert_eq!(names("ing bobby", "a.md"), ["Robert Inglethorpe"]);
    // Found by nickname: Robert for “rob” too, behind Rob, though he was met later.
    let mut vault = vault();
    vault.upsert("People/Bob Later.md".into(), person("last_contact: 2025-12-01\n"));
    let found: Vec<String> = offered(&mut vault, "robe", "a.md").into_iter().map(|one| one.name).collect();
    assert_eq!(found, ["Robert Inglethorpe", "Bob Later", "Rob Benoit"]);
}

#[test]
fn those_of_the_note_come_first_and_say_why() {
    let found = offered(&mut vault(), "ben", MEETING);
    let shown: Vec<_> = found.iter().map(|one| (one.name.as_str(), one.near, one.last_contact.as_deref())).collect();
    assert_eq!(
        shown,
        [
            ("Rob Benoit", Some(Near::Participant), Some("2025-10-01")),
            ("Benedikt Rauch", Some(Near::Linked), Some("2024-01-01")),
            ("Ben Ashgrove", Some(Near::Company), Some("2025-09-30")),
        ]
    );
    assert_eq!(names("ben", "a.md"), ["Rob Benoit", "Ben Ashgrove", "Benedikt Rauch"], "else whoever was met last");
    assert_eq!(names("", MEETING), ["Rob Benoit", "Mara Voss", "Benedikt Rauch", "Ben Ashgrove"]);
    assert_eq!(names("", "a.md"), [""; 0]);
}

#[test]
fn a_later_meeting_with_somebody_is_known_at_once() {
    let mut vault = vault();
    vault.upsert("People/Benedikt Rauch.md".into(), person("last_contact: 2025-12-24\n"));
    assert_eq!(offered(&mut vault, "ben", "a.md")[0].name, "Benedikt Rauch");
    vault.remove(&ROB.into());
    assert!(offered(&mut vault, "rob", "a.md").iter().all(|one| one.name != "Rob Benoit"));
}

#[test]
fn what_is_written_is_a_link_or_an_owner_in_the_style_that_is_set() {
    let written = |style, typed: &str, owner| {
        let settings = Settings { owner_style: style, ..Settings::default() };
        let mut vault = vault_of(Config { settings, ..Config::default() }, notes());
        let found = complete::complete(&mut vault, &CompletionQuery { owner, ..query(typed, "a.md") });
        found[0].written.clone()
    };
    assert_eq!(written(OwnerStyle::Link, "ben rob", false), "[[Rob Benoit]]");
    assert_eq!(written(OwnerStyle::Link, "robbie", false), "[[Rob Benoit|Robbie B]]");
    assert_eq!(written(OwnerStyle::Handle, "ben rob", false), "[[Rob Benoit]]");
    assert_eq!(written(OwnerStyle::Link, "ben rob", true), "[[Rob Benoit]]");
    assert_eq!(written(OwnerStyle::Handle, "ben rob", true), "@RobBenoit");
    assert_eq!(written(OwnerStyle::Mention, "robbie", true), "@Rob Benoit");
}

#[test]
fn where_the_clean_form_is_set_links_show_the_name_of_the_note() {
    let settings = Settings { link_style: LinkStyle::Clean, ..Settings::default() };
    let mut vault = vault_of(Config::default(), notes());
    vault.configure(Config { settings, ..Config::default() });
    assert_eq!(offered(&mut vault, "robbie", "a.md")[0].written, "[[Rob Benoit]]");
    assert!(after(&whois::identify(&vault, &in_prose(false)), MEETING).contains(" [[Rob Benoit]] rang."));
    let sorted = identification("", "Quux, Zebedee", " rang.", false);
    vault.upsert(MEETING.into(), "Quux, Zebedee rang.\n".to_owned());
    let plan = whois::identify(&vault, &Identification { person: None, ..sorted });
    assert_eq!(after(&plan, MEETING), "[[Zebedee Quux]] rang.\n");
    vault.upsert("People/old/Rob Benoit.md".into(), person(""));
    assert_eq!(offered(&mut vault, "robbie", "a.md")[0].written, "[[People/Rob Benoit|Rob Benoit]]");
}

#[test]
fn a_full_name_that_nobody_has_is_offered_last_as_somebody_new() {
    let mut vault = vault();
    let names = |vault: &mut Vault, typed: &str, path: &str, limit| {
        let found = complete::complete(vault, &CompletionQuery { newcomers: true, limit, ..query(typed, path) });
        found.into_iter().map(|one| (one.written, one.newcomer)).collect::<Vec<_>>()
    };
    let new = |name: &str| (format!("[[{name}]]"), true);
    let rob = ("[[Rob Benoit]]".to_owned(), false);
    assert_eq!(names(&mut vault, "Zebedee Quux", MEETING, 9), [new("Zebedee Quux")]);
    assert_eq!(names(&mut vault, "Rob Ben", MEETING, 9), [rob.clone(), new("Rob Ben")]);
    assert_eq!(names(&mut vault, "Rob Ben", MEETING, 1), [new("Rob Ben")]);
    // A name or alias that somebody has, part of a name, small words, what is nobody's name, a note that is there.
    let nobody = Decision {
        path: "".into(),
        rule: SOMEBODY.to_owned(),
        subject: "Cave Five".to_owned(),
        verdict: Verdict::Rejected,
        with: Vec::new(),
    };
    vault.decide(nobody, 1);
    assert_eq!(names(&mut vault, "Rob Benoit", MEETING, 9), [rob]);
    assert_eq!(names(&mut vault, "Robbie B", MEETING, 9), [("[[Rob Benoit|Robbie B]]".to_owned(), false)]);
    for typed in ["Zebedee", "zebedee quux", "Cave Five", "Polder Antennas BV", "Zebedee at ten"] {
        assert_eq!(names(&mut vault, typed, MEETING, 9), [], "{typed}");
    }
    vault.upsert("Projects/a.md".into(), "---\nnamesake: off\n---\n".to_owned());
    for path in ["Projects/a.md", "no such note.md"] {
        assert_eq!(names(&mut vault, "Zebedee Quux", path, 9), [], "{path}");
    }
    assert_eq!(offered(&mut vault, "Zebedee Quux", MEETING), [], "only where that is asked for");
}

#[test]
fn somebody_new_who_owns_a_task_is_written_in_the_style_that_is_set() {
    for (owner_style, written) in [
        (OwnerStyle::Link, "[[Zebedee Quux]]"),
        (OwnerStyle::Handle, "@ZebedeeQuux"),
        (OwnerStyle::Mention, "@Zebedee Quux"),
    ] {
        let settings = Settings { owner_style, ..Settings::default() };
        let mut vault = vault_of(Config::default(), notes());
        vault.configure(Config { settings, ..Config::default() });
        vault.upsert(MEETING.into(), "- [ ] Ring @Zebedee Quux\n".to_owned());
        let asked = CompletionQuery { owner: true, newcomers: true, ..query("Zebedee Quux", MEETING) };
        assert_eq!(complete::complete(&mut vault, &asked)[0].written, written);
        let typed = identification("- [ ] Ring ", "@Zebedee Quux", "", false);
        let plan = whois::identify(&vault, &Identification { person: None, owner: true, ..typed });
        assert_eq!((plan.left, plan.changes[0].path.as_str()), (Vec::new(), "People/Zebedee Quux.md"));
        // A mention is written already as it has to be.
        let text = plan.changes.get(1).map_or("- [ ] Ring @Zebedee Quux\n", |change| &change.after);
        assert_eq!(text, format!("- [ ] Ring {written}\n"));
    }
}

#[test]
fn homonyms_are_linked_by_their_folders_and_notes_that_no_link_can_name_are_left_out() {
    let mut vault = vault();
    vault.upsert("People/old/Rob Benoit.md".into(), person(""));
    vault.upsert("People/Rob [x] Benoit.md".into(), person(""));
    let found: Vec<String> = offered(&mut vault, "rob benoit", "a.md").into_iter().map(|one| one.written).collect();
    assert_eq!(found, ["[[People/Rob Benoit|Rob Benoit]]", "[[People/old/Rob Benoit|Rob Benoit]]"]);
}

#[test]
fn companies_are_offered_where_they_are_asked_for() {
    let mut vault = vault();
    assert_eq!(offered(&mut vault, "ant", "a.md"), []);
    for typed in ["pol", "ant", "antennas pol"] {
        let found = complete::complete(&mut vault, &CompletionQuery { companies: true, ..query(typed, "a.md") });
        assert_eq!(found[0].written, "[[Polder Antennas BV]]", "{typed}");
    }
    vault.remove(&"Customers/Polder Antennas BV.md".into());
    assert_eq!(complete::complete(&mut vault, &CompletionQuery { companies: true, ..query("ant", "a.md") }), []);
}

proptest! {
    #[test]
    fn every_beginning_of_every_listed_name_finds_its_note(which in any::<prop::sample::Index>(), end in any::<prop::sample::Index>()) {
        let vault_notes = notes();
        let listed = ["Rob Benoit", "Robbie B", "Robert Inglethorpe", "Jörg Ångström", "Dr. Stroom", "Benedikt Rauch", "Willemijn van der Stroom"];
        let of = ["Rob Benoit", "Rob Benoit", "Robert Inglethorpe", "Jörg Ångström", "Willemijn van der Stroom", "Benedikt Rauch", "Willemijn van der Stroom"];
        let at = which.index(listed.len());
        let letters: Vec<char> = listed[at].chars().collect();
        let typed: String = letters[..=end.index(letters.len())].iter().collect();
        let found = offered(&mut vault_of(Config::default(), vault_notes.clone()), &typed, "a.md");
        prop_assert!(found.iter().any(|one| one.name == of[at]), "{typed}: {found:?}");
    }

    #[test]
    fn the_order_in_which_notes_were_read_does_not_matter(notes in Just(notes()).prop_shuffle(), typed in "[a-s]{0,3}", limit in 0..5_usize) {
        let asked = CompletionQuery { limit, ..query(&typed, MEETING) };
        let (found, all) = (complete::complete(&mut vault_of(Config::default(), notes.clone()), &asked), complete::complete(&mut vault(), &CompletionQuery { limit: 100, ..asked }));
        prop_assert_eq!(&found[..], &all[..limit.min(all.len())]);
    }

    #[test]
    fn anything_may_be_typed(typed in "\\PC{0,40}", written in "\\PC{0,40}", line in "\\PC{0,60}") {
        let mut vault = vault();
        offered(&mut vault, &typed, MEETING);
        whois::whois(&mut vault, &MEETING.into(), &written, &line);
    }
}

fn identification(before: &str, written: &str, after: &str, remember: bool) -> Identification {
    let [before, written] = [before, written].map(str::to_owned);
    let raw = format!("{before}{written}{after}");
    let person = Some(ROB.into());
    Identification {
        path: MEETING.into(),
        line: 1,
        raw,
        before,
        written,
        person,
        remember,
        owner: false,
        also: Vec::new(),
    }
}

const IN_PROSE: (&str, &str, &str) = ("See [[Benedikt Rauch]]. ", "Rob Banga", " rang.");

fn in_prose(remember: bool) -> Identification {
    identification(IN_PROSE.0, IN_PROSE.1, IN_PROSE.2, remember)
}

/// What the plan makes of a note; its text where it stays as it is.
fn after(plan: &Plan, path: &str) -> String {
    let change = plan.changes.iter().find(|change| change.path.as_str() == path);
    change.map_or_else(|| vault().text(&path.into()).unwrap_or_default().to_owned(), |change| change.after.clone())
}

fn refused(vault: &Vault, asked: &Identification) -> String {
    let plan = whois::identify(vault, asked);
    assert_eq!(plan.changes, []);
    plan.left[0].reason.clone()
}

#[test]
fn a_misheard_participant_is_the_first_candidate_with_the_reasons() {
    let found = whois::whois(&mut vault(), &MEETING.into(), "Rob Banga", "");
    assert_eq!(found[0].path.as_str(), ROB);
    let reasons: Vec<&str> = found[0].evidence.iter().map(|reason| reason.what.as_str()).collect();
    assert_eq!(reasons[0], "takes part in the meeting");
    assert!(reasons.contains(&"surname: only the first sound agrees"), "{reasons:?}");
    assert!(found.len() <= 3);
    assert_eq!(whois::whois(&mut vault(), &MEETING.into(), "Zebedee Quux", ""), []);
}

#[test]
fn a_line_that_links_to_a_meeting_has_its_participants_as_context() {
    let line = "- 2025-10-31: [[2025-10-31 - Gateway]] - Two fitters... (via Rob Banga)";
    let mut vault = vault();
    let place = |vault: &mut Vault, line: &str| {
        let found = whois::whois(vault, &"Inbox/a.md".into(), "Rob Banga", line);
        found.first().map(|best| best.evidence[0].what.clone())
    };
    vault.upsert("Inbox/a.md".into(), format!("{line}\n"));
    assert_eq!(place(&mut vault, line).as_deref(), Some("takes part in the meeting"));
    assert_ne!(place(&mut vault, "").as_deref(), Some("takes part in the meeting"));
}

#[test]
fn the_form_is_linked_as_it_was_heard_and_nothing_else_changes() {
    let vault = vault();
    let plan = whois::identify(&vault, &in_prose(false));
    assert_eq!(plan.left, []);
    assert_eq!(plan.changes.len(), 1);
    let text = vault.text(&MEETING.into()).unwrap_or_default();
    assert_eq!(after(&plan, MEETING), text.replacen("Rob Banga", "[[Rob Benoit|Rob Banga]]", 1));
    assert_eq!(plan.changes[0].entry.revert(&plan.changes[0].after).as_deref(), Ok(text));
}

#[test]
fn other_places_of_the_note_are_linked_with_it() {
    let vault = vault();
    let Identification { line, raw, before, written, .. } = identification("- [ ] Ring ", "@Rob Banga", " back", false);
    let task = FormPlace { line, raw, before, written };
    let gone = FormPlace { raw: "Rob Banga rang.".to_owned(), before: String::new(), ..task.clone() };
    let plan = whois::identify(&vault, &Identification { also: vec![task, gone], ..in_prose(false) });
    let text = after(&plan, MEETING);
    assert!(text.contains(" [[Rob Benoit|Rob Banga]] rang."), "{text}");
    assert!(text.contains("- [ ] Ring [[Rob Benoit|Rob Banga]] back\n"), "{text}");
    assert_eq!(plan.left.len(), 1, "{:?}", plan.left);
}

#[test]
fn the_form_is_remembered_once_beside_the_aliases_that_are_there() {
    let mut vault = vault();
    let plan = whois::identify(&vault, &in_prose(true));
    assert_eq!(plan.changes.len(), 2);
    let alias = after(&plan, ROB);
    assert!(alias.contains("aliases: [Robbie B, Rob Banga]\n"), "{alias}");
    for change in plan.changes {
        vault.upsert(change.path, change.after);
    }
    let found = whois::whois(&mut vault, &MEETING.into(), "Rob Banga", "");
    assert!(found[0].path.as_str() == ROB && !found[0].misheard, "{found:?}");
    let again = identification("- [ ] Ring ", "@Rob Banga", " back", true);
    assert_eq!(whois::identify(&vault, &again).changes.len(), 1, "an alias that is there is not listed again");
}

#[test]
fn a_mention_loses_its_sign_a_table_keeps_its_cells_and_a_link_to_nobody_is_replaced_whole() {
    let task = identification("- [ ] Ring ", "@Rob Banga", " back", false);
    assert!(after(&whois::identify(&vault(), &task), MEETING).contains("- [ ] Ring [[Rob Benoit|Rob Banga]] back\n"));
    let without_sign = identification("- [ ] Ring @", "Rob Banga", " back", false);
    assert!(
        after(&whois::identify(&vault(), &without_sign), MEETING)
            .contains("- [ ] Ring [[Rob Benoit|Rob Banga]] back\n")
    );
    let cell = identification("| ", "Rob Banga", " |", false);
    assert!(after(&whois::identify(&vault(), &cell), MEETING).contains("| [[Rob Benoit\\|Rob Banga]] |\n"));
    let mut vault = vault();
    vault.upsert(MEETING.into(), "So [[Rob Banga]] said.\n".to_owned());
    let link = identification("So [[", "Rob Banga", "]] said.", false);
    assert_eq!(after(&whois::identify(&vault, &link), MEETING), "So [[Rob Benoit|Rob Banga]] said.\n");
}

#[test]
fn code_is_left_alone_and_what_was_asked_to_be_remembered_still_is() {
    let code = identification("", "Rob Banga", ": yes", false);
    assert!(refused(&vault(), &code).contains("code"));
    let plan = whois::identify(&vault(), &Identification { remember: true, ..code });
    assert_eq!(plan.changes.iter().map(|change| change.path.as_str()).collect::<Vec<_>>(), [ROB]);
    assert!(plan.left[0].reason.contains("code"));
}

#[test]
fn properties_take_a_quoted_link_as_a_whole_value() {
    let mut vault = vault();
    let note =
        "---\nparticipants: [Mara Voss, Rob Banga]\ncaller: Rob Banga\ntitle: Rob Banga\nnote: with Rob Banga\n---\n";
    vault.upsert(MEETING.into(), note.to_owned());
    let text = |plan: Plan| plan.changes.first().map(|change| change.after.clone()).unwrap_or_default();
    let list = identification("participants: [Mara Voss, ", "Rob Banga", "]", false);
    assert!(text(whois::identify(&vault, &list)).contains("participants: [Mara Voss, \"[[Rob Benoit|Rob Banga]]\"]\n"));
    let single = identification("caller: ", "Rob Banga", "", false);
    assert!(text(whois::identify(&vault, &single)).contains("caller: \"[[Rob Benoit|Rob Banga]]\"\n"));
    assert!(refused(&vault, &identification("title: ", "Rob Banga", "", false)).contains("title"));
    assert!(refused(&vault, &identification("note: with ", "Rob Banga", "", false)).contains("whole"));
}

#[test]
fn a_form_in_the_persons_own_note_is_linked_and_remembered_in_one_change() {
    let mut vault = vault();
    let note = "---\ntype: people\n---\n- heard (via Rob Banga)\n";
    vault.upsert(ROB.into(), note.to_owned());
    let own = Identification { path: ROB.into(), ..identification("- heard (via ", "Rob Banga", ")", true) };
    let plan = whois::identify(&vault, &own);
    let expected = "---\ntype: people\naliases:\n  - Rob Banga\n---\n- heard (via [[Rob Benoit|Rob Banga]])\n";
    assert_eq!(plan.changes.iter().map(|change| change.after.as_str()).collect::<Vec<_>>(), [expected]);
    vault.upsert(ROB.into(), "---\ntype: people\ncaller: Rob Banga\n---\n".to_owned());
    let own = Identification { path: ROB.into(), ..identification("caller: ", "Rob Banga", "", true) };
    assert!(refused(&vault, &own).contains("own properties"));
}

#[test]
fn somebody_new_gets_a_note_and_the_form_leads_there() {
    let asked = Identification { person: None, ..in_prose(false) };
    let plan = whois::identify(&vault(), &asked);
    assert_eq!(plan.left, []);
    let came: Vec<_> = plan.changes.iter().map(|change| (change.path.as_str(), change.entry.came)).collect();
    assert_eq!(came, [("People/Rob Banga.md", true), (MEETING, false)]);
    assert!(plan.changes[0].after.contains("title: Rob Banga\n"), "{}", plan.changes[0].after);
    assert!(after(&plan, MEETING).contains("See [[Benedikt Rauch]]. [[Rob Banga]] rang."));
    let code = Identification { person: None, ..identification("", "Rob Banga", ": yes", false) };
    assert!(refused(&vault(), &code).contains("code"), "no note comes for a link that cannot be");
    let known =
        Identification { person: None, ..identification("See ", "[[Benedikt Rauch]]", ". Rob Banga rang.", false) };
    assert!(refused(&vault(), &known).contains("is there already"));
}

#[test]
fn what_cannot_be_done_whole_is_not_begun() {
    let mut vault = vault();
    assert!(refused(&vault, &identification("No such ", "line", "", true)).contains("no longer there"));
    vault.upsert(MEETING.into(), "So [Rob Banga](https://example.org) and [[Rob Banga]] said.\n".to_owned());
    let rest = "](https://example.org) and [[Rob Banga]] said.";
    assert!(refused(&vault, &identification("So [", "Rob Banga", rest, false)).contains("another link"));
    let across = identification("So [Rob Banga](https://example.org) ", "and [[Rob Banga]]", " said.", false);
    assert!(refused(&vault, &across).contains("already"));
    let [(_, meeting)] = &notes()[7..8] else { panic!("the meeting is the eighth note") };
    vault.upsert(MEETING.into(), meeting.clone());
    let linked = identification("See ", "[[Benedikt Rauch]]", ". Rob Banga rang.", true);
    assert!(whois::identify(&vault, &linked).left[0].reason.contains("already"));
    vault.upsert(ROB.into(), "No properties.\n".to_owned());
    assert!(refused(&vault, &in_prose(true)).contains("alias"));
    vault.upsert(ROB.into(), person("aliases: [[a, b], c]\n"));
    assert!(refused(&vault, &in_prose(true)).contains("plain list"));
    vault.upsert(ROB.into(), person("namesake: off\n"));
    assert!(refused(&vault, &in_prose(true)).contains("left alone"));
}

#[test]
fn a_hostile_form_stays_words() {
    let mut vault = vault();
    let raw = "He said <% x %> ]] | `y`";
    vault.upsert(MEETING.into(), format!("{raw}\n"));
    let plan = whois::identify(&vault, &identification("He said ", "<% x %> ]] |", " `y`", true));
    assert_eq!(after(&plan, MEETING), "He said [[Rob Benoit|‹ % x %› ] ] /]] `y`\n");
}

#[test]
fn a_word_of_a_transcript_means_whoever_was_spoken_to_and_answers() {
    let mut vault = vault();
    let path = "Meetings/2025-11-10 - Call.md";
    let line = "**Mara Voss:** okay thanks ham, go on please";
    let text = format!(
        "---\ntype: meeting\n---\n**Participants:** Mara Voss, Rob Benoit, Ben Ashgrove\n\n## Transcript\n\n**Rob Benoit:** We begin with the gates.\n\n\
         {line}\n\n**Ben Ashgrove:** The gates are late, I think.\n\n**Mara Voss:** We had ham there.\n"
    );
    vault.upsert(path.into(), text);
    let mut who = |line: &str| {
        whois::whois(&mut vault, &path.into(), "ham", line).into_iter().next().map(|one| (one.path, one.p))
    };
    let (first, p) = who(line).unwrap();
    assert_eq!(first.as_str(), "People/Ben Ashgrove.md");
    assert!(p > 0.5, "{p}");
    assert!(who("**Mara Voss:** We had ham there.").is_none_or(|(_, p)| p < 0.5));
}
