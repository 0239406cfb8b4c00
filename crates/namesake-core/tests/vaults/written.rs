//! Who took part in which meeting hangs on the notes and decisions there are, never on how they came about: after every
//! change, of which only few forms are resolved again, each meeting has the participants it has in a vault read afresh.

use namesake_core::config::Config;
use namesake_core::decisions::{Decision, Decisions, SAME_AS, SOMEBODY, Verdict};
use namesake_core::plan::{self, Query};
use namesake_core::vault::Vault;
use proptest::prelude::*;
use proptest::sample::{select, subsequence};

use crate::notes::Notes;

/// Names that are mistaken for each other, or divided otherwise.
const NAMES: [&str; 13] = [
    "Rob Benoit",
    "Robert Benoit",
    "Rob C. Benoit",
    "Rob Carl Banga",
    "Rob Banga",
    "Bob Banner",
    "Rob Benoyt",
    "Mara Voss",
    "Maria Vos",
    "Anna Lee",
    "Ann Alee",
    "Benoit",
    "R. Benoit",
];
/// How meetings write them.
const WRITTEN: [&str; 22] = [
    "Rob Benoit",
    "Rob Benoyt",
    "Robbie Benoit",
    "Rob",
    "@rbx",
    "@robbenoit",
    "@RobBanga",
    "R. Benoit",
    "Rob B.",
    "RB",
    "Rob Benoit (Northworks)",
    "Rob from Northworks",
    "'[[Rob Benoit]]'",
    "'[[Rob Banga]]'",
    "'[[People/Rob Benoit|Rob]]'",
    "Bangah Rob",
    "Rob C. Benoit",
    "Rob D. Benoit",
    "Mara Voss",
    "Mara Vos",
    "Annalee",
    "Anna Lee",
];
const PATHS: [&str; 8] = [
    "People/Rob Benoit.md",
    "People/Rob Banga.md",
    "People/Bob.md",
    "People/Mara Voss.md",
    "x/Rob Benoit.md",
    "x/Northworks.md",
    "Meetings/A.md",
    "Meetings/B.md",
];
/// People of whom none is like the others, so that their number changes and little else.
const CROWD: usize = 36;

#[derive(Debug, Clone)]
enum Event {
    Write(String, String),
    Remove(String),
    Rename(String, String),
    Decide(Decision),
    Forget(Decision),
    /// So many of the crowd are there by now.
    Crowd(usize),
}

fn path() -> impl Strategy<Value = String> {
    select(PATHS.to_vec()).prop_map(str::to_owned)
}

fn person() -> impl Strategy<Value = String> {
    let aliases = subsequence([&NAMES[..], &["@rbx", "Rob", "Robbie"]].concat(), 0..3);
    let company = select(vec!["", "tags: [company/northworks]\n", "tags: [company/other]\n"]);
    (select(NAMES.to_vec()), aliases, company).prop_map(|(title, aliases, company)| {
        let aliases = aliases.iter().map(|alias| format!("  - '{alias}'\n")).collect::<Vec<_>>().concat();
        format!("---\ntype: people\ntitle: {title}\n{company}aliases:\n{aliases}---\n")
    })
}

fn meeting() -> impl Strategy<Value = String> {
    subsequence(WRITTEN.to_vec(), 0..12).prop_map(|written| {
        let participants: Vec<String> = written.iter().map(|written| format!("  - {}\n", quoted(written))).collect();
        let participants = participants.concat();
        format!("---\ntype: meeting\nparticipants:\n{participants}---\n")
    })
}

fn quoted(written: &str) -> String {
    if written.starts_with('\'') { written.to_owned() } else { format!("'{written}'") }
}

fn decision() -> impl Strategy<Value = Decision> {
    let rule = select(vec![(SAME_AS, Verdict::Rejected), (SAME_AS, Verdict::Accepted), (SOMEBODY, Verdict::Rejected)]);
    let forms = select(vec!["Rob Benoit", "rob banga", "Rob", "Rob Benoyt", "Bangah Rob"]);
    let with = subsequence(PATHS[..4].to_vec(), 0..2);
    (select([&PATHS[..], &[""]].concat()), rule, forms, with).prop_map(|(path, (rule, verdict), form, with)| Decision {
        path: path.into(),
        rule: rule.to_owned(),
        subject: form.to_owned(),
        verdict,
        with: if verdict == Verdict::Accepted { with.into_iter().map(Into::into).collect() } else { Vec::new() },
    })
}

fn event() -> impl Strategy<Value = Event> {
    let company = "---\ntype: company\ntitle: Northworks\n---\n".to_owned();
    let text = prop_oneof![5 => person(), 3 => meeting(), 1 => Just(company), 1 => Just("text\n".to_owned())];
    prop_oneof![
        8 => (path(), text).prop_map(|(path, text)| Event::Write(path, text)),
        1 => path().prop_map(Event::Remove),
        1 => (path(), path()).prop_map(|(from, to)| Event::Rename(from, to)),
        2 => decision().prop_map(Event::Decide),
        1 => decision().prop_map(Event::Forget),
        1 => (0..CROWD).prop_map(Event::Crowd),
    ]
}

/// A vault and what ought to be in it.
struct Told {
    vault: Vault,
    notes: Notes,
    decisions: Decisions,
}

impl Told {
    fn write(&mut self, path: &str, text: &str) {
        self.notes.insert(path.to_owned(), text.to_owned());
        self.vault.upsert(path.into(), text.to_owned());
    }

    fn remove(&mut self, path: &str) {
        self.notes.remove(path);
        self.vault.remove(&path.into());
    }

    fn happen(&mut self, event: &Event) {
        match event {
            Event::Write(path, text) => self.write(path, text),
            Event::Remove(path) => self.remove(path),
            Event::Rename(from, to) => {
                self.decisions.rename(&from.as_str().into(), &to.as_str().into());
                if let Some(text) = self.notes.remove(from) {
                    self.notes.insert(to.clone(), text);
                }
                self.vault.rename(&from.as_str().into(), to.as_str().into());
            }
            Event::Decide(decision) => {
                self.decisions.decide(decision.clone(), 1);
                self.vault.decide(decision.clone(), 1);
            }
            Event::Forget(decision) => {
                self.decisions.forget(decision, 1);
                self.vault.forget(decision, 1);
            }
            Event::Crowd(count) => (0..CROWD).for_each(|number| {
                let path = format!("People/crowd/{number}.md");
                let name = format!("{0}uq{0}o {0}yx{0}i", char::from(b"cdfghjklmnpstvwz"[number % 16]));
                if number < *count {
                    self.write(&path, &format!("---\ntype: people\ntitle: {name}{number}\n---\n"));
                } else {
                    self.remove(&path);
                }
            }),
        }
    }

    fn afresh(&self) -> Vault {
        let mut vault = Vault::new(Config { decisions: self.decisions.clone(), ..Config::default() });
        for (path, text) in self.notes.iter().rev() {
            vault.upsert(path.as_str().into(), text.clone());
        }
        vault
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn participants_after_every_change_are_those_of_a_vault_read_afresh(
        meetings in prop::collection::vec(meeting(), 2),
        events in prop::collection::vec(event(), 1..20),
    ) {
        let mut told = Told { vault: Vault::new(Config::default()), notes: Notes::new(), decisions: Decisions::default() };
        for (path, text) in PATHS[6..].iter().zip(&meetings) {
            told.write(path, text);
        }
        for event in &events {
            told.happen(event);
            told.vault.settle();
            let mut afresh = told.afresh();
            afresh.settle();
            for path in told.notes.keys() {
                let path = path.as_str().into();
                prop_assert_eq!(told.vault.attendees(&path), afresh.attendees(&path), "{}", path);
                prop_assert!(told.vault.meetings_of(&path).eq(afresh.meetings_of(&path)), "{}", path);
            }
        }
        prop_assert_eq!(plan::findings(&mut told.vault, &Query::default()), plan::findings(&mut told.afresh(), &Query::default()));
    }
}
