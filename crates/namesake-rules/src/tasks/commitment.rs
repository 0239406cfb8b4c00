//! Commitments and requests in a transcript that are no tasks yet.

use crate::{Report, Rule};
use namesake_language::{Said, say};
use namesake_names::Answer;
use namesake_note::finding::{Draft, Fix, Tier};
use namesake_note::note::{Kind, Note};
use namesake_tasks::when::{DueDate, due};
use namesake_tasks::{Date, DateKind, lines};
use namesake_text::text::{self, Edit, dates, plain};
use namesake_transcript::{self as transcript, SpokenTask, UtteranceKind, UtteranceOwner};
use namesake_vault::facts::stated_date;
use namesake_vault::mentions::question;
use namesake_vault::tasks::list::{TaskList, addition};
use namesake_vault::tasks::owner_style;
use namesake_vault::vault::{Context, Transcript, TranscriptPlace, Vault};

/// The rule.
pub const RULE: Rule = Rule {
    name: "commitment",
    what: "Offers what somebody undertook or was asked to do in a transcript as a task, with its owner, its due date and \
           the words.",
    why: "“I'll confirm the price by the fifteenth” is on no list unless somebody writes it down.",
    example: "`I'll confirm the price by the fifteenth.` -> `- [ ] Confirm the price by the fifteenth [[Rob Benoit]] 📅 \
              2025-11-15` under Action items",
    check,
    ..Rule::TASKS
};

/// The most tasks that one transcript offers, the surest of all that it holds.
const MOST: usize = 10;
/// The longest text of a task, in bytes; the transcript has the rest.
const LONGEST: usize = 160;

fn check(note: &Note, vault: &Vault, report: &mut Report) {
    let Some(least) = transcript::least_certain(vault.config().settings.heard) else { return };
    let transcripts = vault.transcripts(note);
    if transcripts.is_empty() || vault.is_transcript_of_another(note) {
        return;
    }
    for transcript in &transcripts {
        let names = transcript.names(vault, note);
        let all = transcript.spoken_tasks(vault, &names, least);
        if all.is_empty() {
            continue;
        }
        let Some(list) = TaskList::of(note, vault, vault.transcript_spans(&note.path)) else { return };
        let (context, said_on) = (vault.context(note, None), said_on(note, vault));
        let meeting = Meeting { note, vault, transcript, names, context, said_on };
        if note.kind != Kind::Meeting && !meeting.has_somebody_known() {
            continue;
        }
        for spoken in surest(all.into_iter().filter(|spoken| meeting.is_said_by_somebody(spoken)).collect()) {
            if let Some(draft) = meeting.offer(&spoken, &list) {
                report.add(draft);
            }
        }
    }
}

/// The day of the meeting.
fn said_on(note: &Note, vault: &Vault) -> Option<Date> {
    let meeting = vault.facts(&note.path).and_then(|facts| facts.meeting.as_ref());
    let date =
        meeting.and_then(|meeting| meeting.date.clone()).or_else(|| stated_date(note, &vault.config().settings))?;
    dates::iso_date(&date)
}

/// A transcript that holds commitments or requests.
struct Meeting<'n> {
    note: &'n Note,
    vault: &'n Vault,
    transcript: &'n Transcript<'n>,
    /// The participants and speakers.
    names: Vec<&'n str>,
    context: Context,
    said_on: Option<Date>,
}

/// A name and the person whom it means.
struct Who {
    name: String,
    answer: Answer,
}

impl Meeting<'_> {
    /// Whether somebody who speaks or took part certainly has a note. A talk or a podcast has nobody whom the user knows.
    fn has_somebody_known(&self) -> bool {
        self.names.iter().any(|name| self.vault.resolve(name, &self.context).tier == Some(namesake_names::Tier::Auto))
    }

    /// Whether it is known who undertakes it or asks for it. Where nobody says which words are whose, nothing is said by
    /// anybody, unless a sentence names who is to do it.
    fn is_said_by_somebody(&self, spoken: &SpokenTask) -> bool {
        matches!(spoken.heard.owner, UtteranceOwner::Named(_))
            || self.transcript.turns.get(spoken.turn).is_some_and(|turn| turn.speaker.is_some())
    }

    fn offer(&self, spoken: &SpokenTask, list: &TaskList) -> Option<Draft> {
        let words = harmless(&spoken.heard.task);
        if list.has(&words) {
            return None;
        }
        let message = match spoken.heard.kind {
            UtteranceKind::Commitment => say!("“{words}” was promised, and no task says so.", words),
            UtteranceKind::Request => say!("“{words}” was asked for, and no task says so.", words),
        };
        let place = match self.transcript.place {
            TranscriptPlace::Here(_) => spoken.span,
            TranscriptPlace::Note(_) | TranscriptPlace::File(_) => list.place(),
        };
        let mut draft = Draft::new(Tier::Review, place, words.clone(), message);
        draft.evidence.push(self.quoted(spoken.turn, spoken.span.start, &spoken.said, &mut Vec::new()));
        if let Some((turn, answer)) = &spoken.answer {
            let mut why = Vec::new();
            draft.evidence.push(self.quoted(*turn, self.transcript.turns[*turn].words[0].start, answer, &mut why));
        }
        let who = self.owner(spoken, &mut draft.evidence);
        let when = self.when(spoken, &mut draft.evidence);
        let written = who.as_ref().and_then(|who| self.written(who));
        let owner = who.as_ref().filter(|_| written.is_some()).map(|who| {
            draft.evidence.append(&mut question::evidence(&who.answer));
            let person = who.answer.best.as_ref().filter(|_| who.answer.tier.is_some());
            plain(person.map_or(who.name.as_str(), |path| path.stem()))
        });
        let title = addition(owner.as_deref(), when.map(|when| when.date));
        let line = self.line(&capital(&words), written.as_deref(), when);
        Some(draft.fix(Fix::in_note(title, &self.note.path, vec![list.insertion(&line)])))
    }

    /// Who said what and when, as a sentence.
    fn quoted(&self, turn: usize, at: usize, said: &str, why: &mut Vec<Said>) -> Said {
        let speaker = self.speaker(turn, why).map(|name| plain(&name));
        let time = self.transcript.turns[turn].time_at(at).map(|time| time.of(self.transcript.text));
        let said = plain(said);
        let words = short(&said);
        match (speaker, time) {
            (Some(speaker), Some(time)) => say!("{speaker} said at {time}: “{words}”", speaker, time, words),
            (Some(speaker), None) => say!("{speaker} said: “{words}”", speaker, words),
            (None, Some(time)) => say!("Somebody said at {time}: “{words}”", time, words),
            (None, None) => say!("Somebody said: “{words}”", words),
        }
    }

    /// The name of the speaker of a turn, if it is known, with the reason if the label does not give it.
    fn speaker(&self, turn: usize, why: &mut Vec<Said>) -> Option<String> {
        let Transcript { text, turns, .. } = self.transcript;
        let label = turns.get(turn)?.speaker?.of(text);
        if !transcript::is_nobody(label) {
            return Some(transcript::name_in(label).to_owned());
        }
        let told = transcript::speaker_identity(text, turns, turn, &self.names)?;
        why.push(told.why);
        Some(told.name)
    }

    /// Whose task it is.
    fn owner(&self, spoken: &SpokenTask, why: &mut Vec<Said>) -> Option<Who> {
        let name = match spoken.heard.owner {
            UtteranceOwner::We => None,
            UtteranceOwner::Speaker => self.speaker(spoken.turn, why),
            UtteranceOwner::Named(name) => Some(name.of(&spoken.said).to_owned()),
            UtteranceOwner::Addressed => self.addressed(spoken, why),
        }?;
        let answer = self.vault.resolve(&name, &self.context);
        Some(Who { name, answer })
    }

    /// The person whom “you” means in a request: whoever speaks next, or else the only other person present.
    fn addressed(&self, spoken: &SpokenTask, why: &mut Vec<Said>) -> Option<String> {
        let speaker = self.speaker(spoken.turn, &mut Vec::new());
        let next = self.speaker(spoken.turn + 1, why).filter(|next| Some(next) != speaker.as_ref());
        if let Some(next) = next {
            why.push(say!("{name} speaks next.", name = plain(&next)));
            return Some(next);
        }
        let mut others = self.names.iter().filter(|name| Some(**name) != speaker.as_deref());
        let only = others.next().filter(|_| others.next().is_none() && speaker.is_some())?;
        why.push(say!("Nobody else was there but {name}.", name = plain(only)));
        Some((*only).to_owned())
    }

    fn when(&self, spoken: &SpokenTask, why: &mut Vec<Said>) -> Option<DueDate> {
        let said_on = self.said_on?;
        let both = [Some(&spoken.said), spoken.answer.as_ref().map(|(_, said)| said)];
        let (said, when) = both.into_iter().flatten().find_map(|said| Some((said, due(said, said_on)?)))?;
        why.push(when.why(said, said_on));
        Some(when)
    }

    /// The owner in the style of the settings; a person without a note is written by name.
    fn written(&self, who: &Who) -> Option<String> {
        let best = who.answer.best.as_ref().filter(|_| who.answer.tier.is_some());
        match best {
            Some(path) => owner_style::written(self.vault, &self.note.path, path, path.stem()),
            None => Some(format!("@{}", harmless(&who.name))).filter(|written| written.len() > 1),
        }
    }

    /// The line of the task in the format of the settings.
    fn line(&self, words: &str, owner: Option<&str>, when: Option<DueDate>) -> String {
        let options = self.vault.config().settings.task_options();
        let mut line = String::from("- [ ]");
        for part in [Some(options.global_filter.as_str()), Some(words), owner].into_iter().flatten() {
            if !part.is_empty() {
                line.push(' ');
                line.push_str(part);
            }
        }
        let edits: Vec<Edit> = match (namesake_tasks::parse(&line, &options), when) {
            (Some(task), Some(when)) => lines::set_date(&task, DateKind::Due, when.date),
            _ => Vec::new(),
        };
        text::apply(&line, &edits).unwrap_or(line)
    }
}

/// The most certain of `all`, in their order.
fn surest(mut all: Vec<SpokenTask>) -> Vec<SpokenTask> {
    all.sort_by(|one, other| other.heard.p.total_cmp(&one.heard.p));
    all.truncate(MOST);
    all.sort_by_key(|spoken| spoken.span);
    all
}

/// The spoken words as the text of a task, escaped so that they hold no link, tag, owner or field.
fn harmless(said: &str) -> String {
    let mut words = plain(said);
    words.retain(|c| !"#@$~📅📆🗓⏳⌛🛫➕✅❌🔁🏁🆔⛔🔺⏫🔼🔽⏬\u{fe0f}".contains(c));
    let words = words.replace('[', "(").replace(']', ")").split_whitespace().collect::<Vec<_>>().join(" ");
    short(words.trim_matches(|c: char| c.is_whitespace() || ".,;!?-*_+>".contains(c))).to_owned()
}

/// The beginning of `words`, to the end of a word.
fn short(words: &str) -> &str {
    let mut end = words.len().min(LONGEST);
    while !words.is_char_boundary(end) {
        end -= 1;
    }
    if end == words.len() { words } else { words[..end].rsplit_once(' ').map_or(&words[..end], |(kept, _)| kept) }
}

fn capital(words: &str) -> String {
    let mut letters = words.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}
