//! Fifty meetings, made from a seed, are written and saved in any order: what they teach ends up the same, and all of it
//! can be taken back.

use namesake_core::journal::JournalEntry;
use namesake_core::plan::{self, PlanRequest};
use namesake_core::text::TextHash;
use namesake_core::vault::Vault;

use crate::notes::{Notes, applied, assert_same, assert_whole, automatic, shuffled, vault};

const PEOPLE: [&str; 12] = [
    "Rob Benoit",
    "Mara Voss",
    "Elin Sandgren",
    "Søren Holm",
    "Renée Aubertin",
    "Teodor Halvorsen",
    "Ifeoma Bell",
    "Piet Hoogland",
    "Rob Bannerman",
    "Íñigo Valdemoro",
    "Aino Tervola",
    "Will Harte",
];
const DONE: [&str; 10] = [
    "has the keys",
    "can stage two gateways within a week",
    "is off in June",
    "signs the final acceptance",
    "reads the meter twice a day",
    "wants the price in writing",
    "fits doors on Thursdays",
    "has moved to Kiel",
    "keeps the certificates",
    "knows the landlord",
];

/// A number below `end` that hangs on `seed` and `what` alone.
fn roll(seed: u32, what: &str, end: usize) -> usize {
    let hash = TextHash::of(&format!("{seed} {what}"));
    usize::from_str_radix(&hash.as_str()[..6], 16).expect("hexadecimal digits") % end
}

/// People of different shapes, a company, a project, nothing taught yet.
fn people() -> Notes {
    let mut notes = Notes::new();
    for (at, name) in PEOPLE.iter().enumerate() {
        let body = match at % 4 {
            0 => "## Key Facts\n\n- By hand.\n\n## Recent Context\n\n## Key Decisions\n\n## Related Customers\n",
            1 => "## Key Facts\n## Recent Context\n\n- 2025-01-01: by hand\n\n---\n*Last updated: *\n",
            2 => {
                "## Recent Context\n\n- 2024-12-01: by hand\n- 2025-01-01: by hand\n### Older\n\n## Related Projects\n\n- [[Zinc]]\n"
            }
            _ => "Nothing yet.\n",
        };
        let eol = if at == 4 { "\r\n" } else { "\n" };
        let text = format!("---\ntype: people\n---\n# {name}\n\n{body}").replace('\n', eol);
        notes.insert(format!("People/{name}.md"), text);
    }
    notes.insert("Customers/Northwind.md".to_owned(), "---\ntype: company\n---\n## Recent Context\n".to_owned());
    notes.insert("Projects/Telemetry Pilot.md".to_owned(), "---\ntype: project\n---\n# Telemetry Pilot\n".to_owned());
    notes
}

/// A meeting of three or four people in which something is said about others too.
fn meeting(seed: u32, at: usize) -> (String, String) {
    let roll = |what: &str, end| roll(seed, &format!("{at} {what}"), end);
    let person = |what: &str| PEOPLE[roll(what, PEOPLE.len())];
    let about = |what: &str| format!("{} {}.", person(what), DONE[roll(&format!("{what} does"), DONE.len())]);
    let day = format!("2025-{:02}-{:02}", 2 + roll("month", 3), 1 + roll("day", 28));
    let customer = if roll("customer", 3) == 0 { "customer: \"[[Northwind]]\"\n" } else { "" };
    let text = format!(
        "---\ntype: meeting\n{customer}---\n**Date:** {day}\n**Participants:** {}, {}, {}\n\n## Summary\n\n{} Of [[{}]] and \
         [[Telemetry Pilot]].\n\n## Key facts learned\n\n- {}\n- {}\n- {} signs.\n\n## Decisions\n\n- {}\n",
        person("a"),
        person("b"),
        person("c"),
        about("summary"),
        person("linked"),
        about("first"),
        about("second"),
        person("third").split(' ').next().unwrap_or_default(),
        about("decided"),
    );
    (format!("Meetings/{day} - Call {at}.md"), text)
}

/// The notes and what leads back from them, newest last.
struct Saved {
    notes: Notes,
    vault: Vault,
    journal: Vec<JournalEntry>,
}

impl Saved {
    fn of(notes: &Notes) -> Self {
        Self { notes: notes.clone(), vault: vault(notes), journal: Vec::new() }
    }

    fn carry_out(&mut self, request: &PlanRequest) -> usize {
        let plan = plan::plan(&mut self.vault, request);
        plan.changes.iter().for_each(assert_whole);
        self.notes = applied(&self.notes, &plan);
        let count = plan.changes.len();
        for change in plan.changes {
            self.vault.upsert(change.path, change.after);
            self.journal.push(change.entry);
        }
        count
    }

    /// A meeting is written or corrected; everything certain is done.
    fn write(&mut self, path: &str, text: &str) {
        self.notes.insert(path.to_owned(), text.to_owned());
        self.vault.upsert(path.into(), text.to_owned());
        self.carry_out(&automatic());
    }

    fn undo_all(&mut self) {
        for entry in self.journal.drain(..).rev() {
            let text = entry.revert(&self.notes[entry.path.as_str()]).expect("nobody has changed it since");
            self.notes.insert(entry.path.to_string(), text);
        }
    }
}

#[test]
fn fifty_meetings_teach_the_same_in_any_order_and_all_of_it_can_be_undone() {
    let before = people();
    let meetings: Vec<(String, String)> = (0..50).map(|at| meeting(1, at)).collect();
    let mut first: Option<Notes> = None;
    for order in 0..3 {
        let written = match order {
            0 => meetings.clone(),
            1 => meetings.iter().rev().cloned().collect(),
            _ => shuffled(meetings.clone(), order, |(path, _)| path.clone()),
        };
        let mut saved = Saved::of(&before);
        for (path, text) in &written {
            saved.write(path, text);
        }
        match &first {
            None => first = Some(saved.notes.clone()),
            Some(first) => assert_same(&saved.notes, first, &format!("order {order}")),
        }
        for (path, _) in &meetings {
            assert_eq!(saved.carry_out(&PlanRequest::Saved { path: path.as_str().into() }), 0, "{path}, saved again");
        }
        saved.undo_all();
        let start = before.clone().into_iter().chain(meetings.iter().cloned()).collect();
        assert_same(&saved.notes, &start, &format!("undone, order {order}"));
    }
}

/// What is carried over is about whom it is filed under, and stands there once.
#[test]
fn each_line_is_about_the_person_whose_note_it_is_in() {
    let mut saved = Saved::of(&people());
    for at in 0..50 {
        let (path, text) = meeting(3, at);
        saved.write(&path, &text);
    }
    let mut lines = 0;
    for name in PEOPLE {
        let note = &saved.notes[&format!("People/{name}.md")];
        let told = note.lines().filter(|line| line.contains(" ^") && !line.starts_with("- 2025-"));
        for line in told {
            assert!(line.contains(name), "{name}: {line}");
            assert_eq!(note.matches(line).count(), 1, "{name}: {line}");
            lines += 1;
        }
    }
    // Three bullets of fifty meetings, of which some say the same and some notes have no section.
    assert!(lines > 80, "{lines} lines");
}

/// Every bullet of a meeting is corrected: no line of the old wording is left, and none stands beside it.
#[test]
fn corrected_meetings_correct_their_lines() {
    let mut saved = Saved::of(&people());
    let meetings: Vec<(String, String)> = (0..20).map(|at| meeting(4, at)).collect();
    for (at, (path, text)) in meetings.iter().enumerate() {
        // Each says something of its own, so that no two lines are one.
        saved.write(path, &text.replace("within a week", &format!("for call {at}")));
    }
    let count = |notes: &Notes, words: &str| notes.values().map(|text| text.matches(words).count()).sum::<usize>();
    let gateways = count(&saved.notes, "stage two gateways");
    let lines = count(&saved.notes, " ^");
    for path in meetings.iter().map(|(path, _)| path) {
        let corrected = saved.notes[path].replace("stage two gateways", "stage three gateways");
        saved.write(path, &corrected);
    }
    assert!(gateways > 0);
    assert_eq!(count(&saved.notes, "stage two gateways"), 0);
    assert_eq!(count(&saved.notes, "stage three gateways"), gateways);
    assert_eq!(count(&saved.notes, " ^"), lines, "corrected, not added");
}
