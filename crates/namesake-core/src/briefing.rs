//! What to know of a person before meeting them: when they were met, and what the last meetings taught about them. Their
//! tasks are listed by `task_rows`. Without a clock: the shell says the day.

use namesake_note::note::Kind;
use namesake_text::path::NotePath;
use namesake_text::text::line_number;
use namesake_vault::facts::LessonKind;
use namesake_vault::teaching::statements::statements;
use namesake_vault::vault::Vault;
use serde::Serialize;

/// So many meetings and facts are enough to go in with.
const FEW: usize = 3;

/// The rule that writes facts into a person's note; what it was told not to write is not told here either.
const FACTS_RULE: &str = "key-facts";

/// What to know of a person.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(tsify::Tsify))]
pub struct Briefing {
    /// What meetings taught last, the newest first.
    pub facts: Vec<LearnedFact>,
    /// The last meetings with them, the newest first.
    pub meetings: Vec<PastMeeting>,
    /// How many meetings with them there were in all.
    pub met: usize,
}

/// What a meeting says about the person.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(tsify::Tsify))]
pub struct LearnedFact {
    /// Its plain words.
    pub words: String,
    /// The meeting that said it first.
    pub path: NotePath,
    /// Where it stands there, from 1.
    pub line: usize,
    /// The meeting's day, as an ISO date.
    pub date: String,
}

/// A meeting in which the person took part.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(tsify::Tsify))]
pub struct PastMeeting {
    /// Its note.
    pub path: NotePath,
    /// Its day, as an ISO date.
    pub date: String,
    /// The first sentence of its summary.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub summary: Option<String>,
}

/// What to know of the person of the note at `path` before a meeting on the day `today`, an ISO date. Meetings after it
/// have not been held yet. `None` if the note is about no person.
pub fn briefing(vault: &mut Vault, path: &NotePath, today: &str) -> Option<Briefing> {
    vault.settle();
    if vault.note(path)?.kind != Kind::Person {
        return None;
    }
    let (meetings, met) = past_meetings(vault, path, today);
    Some(Briefing { facts: learned_facts(vault, path, today), meetings, met })
}

/// The last meetings, the newest first, and how many there were in all.
fn past_meetings(vault: &Vault, person: &NotePath, today: &str) -> (Vec<PastMeeting>, usize) {
    let (mut newest, mut met) = (Vec::<PastMeeting>::new(), 0);
    for path in vault.meetings_of(person) {
        let Some(meeting) = vault.meeting(path) else { continue };
        let Some(date) = meeting.date.clone().filter(|date| date.as_str() <= today) else { continue };
        met += 1;
        // They come in the order of their paths, so of one day the later one goes first.
        let at = newest.iter().position(|other| other.date <= date).unwrap_or(newest.len());
        newest.insert(at, PastMeeting { path: path.clone(), date, summary: meeting.summary.clone() });
        newest.truncate(FEW);
    }
    (newest, met)
}

fn learned_facts(vault: &Vault, person: &NotePath, today: &str) -> Vec<LearnedFact> {
    let Some(note) = vault.note(person) else { return Vec::new() };
    let all = statements(LessonKind::Fact, note, vault, &vault.meetings_naming(person));
    let is_rejected = |subject: &str| vault.config().decisions.is_rejected(person, FACTS_RULE, subject);
    let said = all.iter().rev().filter(|statement| {
        let date = statement.order.0;
        !date.is_empty() && date <= today && statement.is_certain() && !is_rejected(&statement.subject())
    });
    let line = |meeting: &NotePath, at: usize| {
        let mut facts = vault.lessons(meeting).filter(|(lesson, _)| lesson.kind == LessonKind::Fact);
        Some(line_number(vault.text(meeting)?, facts.nth(at)?.0.span.start))
    };
    said.take(FEW)
        .map(|statement| {
            let (date, meeting, at) = statement.order;
            LearnedFact {
                words: statement.words.clone(),
                path: meeting.clone(),
                line: line(meeting, at).unwrap_or(1),
                date: date.to_owned(),
            }
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use namesake_note::config::Config;
    use namesake_note::decisions::{Decision, Verdict};

    const ROB: &str = "People/Rob Benoit.md";

    fn meeting(day: &str, facts: &str) -> (String, String) {
        let text = format!(
            "---\ntype: meeting\ndate: {day}\nparticipants: [\"[[Rob Benoit]]\"]\n---\n## Summary\nTalk of {day}. More.\n\n## Key facts\n{facts}"
        );
        (format!("Meetings/{day} Weekly.md"), text)
    }

    fn vault(notes: impl IntoIterator<Item = (String, String)>) -> Vault {
        let mut vault = Vault::new(Config::default());
        vault.upsert(ROB.into(), "---\ntype: people\n---\n".to_owned());
        for (path, text) in notes {
            vault.upsert(NotePath::new(path), text);
        }
        vault
    }

    fn of_rob(vault: &mut Vault) -> Briefing {
        briefing(vault, &ROB.into(), "2025-11-30").unwrap_or_default()
    }

    #[test]
    fn the_last_three_meetings_are_told_and_none_that_is_still_to_come() {
        let days = ["2025-10-01", "2025-11-20", "2025-11-03", "2025-10-15", "2025-12-24"];
        let rob = of_rob(&mut vault(days.map(|day| meeting(day, ""))));
        let told: Vec<&str> = rob.meetings.iter().map(|meeting| meeting.date.as_str()).collect();
        assert_eq!(told, ["2025-11-20", "2025-11-03", "2025-10-15"]);
        assert_eq!(rob.met, 4);
        assert_eq!(rob.meetings[0].summary.as_deref(), Some("Talk of 2025-11-20."));
    }

    #[test]
    fn the_newest_facts_come_first_with_the_line_that_says_them() {
        let rob = of_rob(&mut vault([
            meeting("2025-10-01", "- Rob Benoit keeps bees.\n- It rained.\n"),
            meeting("2025-11-03", "- The roof leaks.\n- Rob Benoit runs the yard.\n- Rob Benoit moves in May.\n"),
            meeting("2025-11-20", "- Rob Benoit keeps bees.\n- Rob Benoit has a van.\n"),
        ]));
        let told: Vec<(&str, &str)> = rob.facts.iter().map(|fact| (fact.words.as_str(), fact.date.as_str())).collect();
        assert_eq!(
            told,
            [
                ("Rob Benoit has a van.", "2025-11-20"),
                ("Rob Benoit moves in May.", "2025-11-03"),
                ("Rob Benoit runs the yard.", "2025-11-03"),
            ]
        );
        assert_eq!(rob.facts[1].line, 12);
    }

    #[test]
    fn what_the_user_rejected_as_a_fact_is_not_told() {
        let mut vault = vault([meeting("2025-11-03", "- Rob Benoit runs the yard.\n")]);
        assert_eq!(of_rob(&mut vault).facts.len(), 1);
        let subject = "Meetings/2025-11-03 Weekly.md Rob Benoit runs the yard.".to_owned();
        let rule = FACTS_RULE.to_owned();
        vault.decide(Decision { path: ROB.into(), rule, subject, verdict: Verdict::Rejected, with: Vec::new() }, 1);
        assert_eq!(of_rob(&mut vault).facts, []);
    }

    #[test]
    fn only_people_have_a_briefing() {
        let mut vault = vault([meeting("2025-11-03", "")]);
        assert_eq!(briefing(&mut vault, &"Meetings/2025-11-03 Weekly.md".into(), "2025-11-30"), None);
        assert_eq!(briefing(&mut vault, &"People/Nobody.md".into(), "2025-11-30"), None);
    }
}
