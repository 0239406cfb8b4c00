//! Titles over lists of what is to be done as they are put together in minutes of several languages, “Tâches à effectuer”,
//! “Liste der offenen Aufgaben”: a noun with words before and behind it. The user’s own titles stand in the settings.

use std::collections::BTreeSet;
use std::sync::OnceLock;

use namesake_text::fold::{spelled_out, words};

/// The table of words. Its form is told at its top.
static TABLE: &str = include_str!("../../data/item-titles.tsv");

/// Words that join two things in a title.
const JOINTS: [&str; 7] = ["and", "und", "et", "y", "e", "en", "i"];

/// Words of a title, folded.
type Words = Vec<String>;

/// What titles of one language are made of.
#[derive(Default)]
struct Titles {
    whole: BTreeSet<Words>,
    nouns: Vec<Words>,
    parts: Vec<Words>,
    before: Vec<Words>,
    deeds: Vec<Words>,
    behind: Vec<Words>,
    shared: Vec<Words>,
    given: BTreeSet<Words>,
}

/// Whether `title` is over a list of what is to be done.
pub(super) fn is_composed_title(title: &str) -> bool {
    let title: Words = words(title).collect();
    let is_title = |titles: &Titles| titles.is_shared_out(&title) || titles.is_composed(&title);
    languages().iter().any(|titles| titles.whole.contains(&title) || is_title(titles))
}

/// Whether `title` is one as it stands, or begins with words that no other has: also as a question, “Who does what?”,
/// “Division of the work: who, what, when?”.
pub(super) fn is_whole_title(title: &str) -> bool {
    let title: Words = words(title).collect();
    languages().iter().any(|titles| titles.whole.contains(&title) || titles.is_shared_out(&title))
}

/// Whether a sentence says that tasks were given to people, so that the list below it says which: “The tasks were divided as
/// follows:”.
pub(super) fn gives_tasks(sentence: &str) -> bool {
    let sentence: Words = words(sentence).collect();
    let says = |told: &Words| sentence.windows(told.len()).any(|words| words == &told[..]);
    let names_work = || sentence.iter().any(|word| WORK.contains(&word.as_str()));
    languages().iter().any(|titles| titles.given.iter().any(says) && (titles.nouns.iter().any(says) || names_work()))
}

/// Work as a whole, folded.
const WORK: [&str; 11] =
    ["work", "jobs", "arbeit", "arbeiten", "travail", "trabajo", "trabalho", "lavoro", "werk", "praca", "prace"];

/// Whether a sentence tells of tasks that were given before, or how things are with them.
pub(super) fn tells_of_past(sentence: &str) -> bool {
    let mut words = sentence.split_whitespace();
    words.any(|word| ["was", "were", "last", "had", "been", "is", "are", "previous"].contains(&word))
}

impl Titles {
    /// Whether a title begins with words that say that work is shared out.
    fn is_shared_out(&self, title: &[String]) -> bool {
        self.shared.iter().any(|words| title.starts_with(words))
    }

    fn is_composed(&self, title: &[String]) -> bool {
        let rest = cut(title, &self.before).into_iter().chain([title]);
        // A noun alone is for the settings to say.
        let is_told = |rest: &[String], behind: &[String]| {
            if behind.is_empty() { rest.len() < title.len() } else { self.ends(behind) }
        };
        rest.into_iter().any(|rest| {
            cut(rest, &self.nouns).into_iter().any(|behind| is_told(rest, behind))
                || cut(rest, &self.parts).into_iter().any(|behind| self.says_deed(behind))
        })
    }

    /// Whether words are what may stand behind a noun.
    fn ends(&self, words: &[String]) -> bool {
        let is_last = |rest: &[String]| rest.is_empty() || cut(rest, &self.behind).iter().any(|rest| rest.is_empty());
        cut(words, &self.behind).into_iter().any(is_last) || self.says_deed(words)
    }

    /// Whether words say that something is to be done, and no more than till when.
    fn says_deed(&self, words: &[String]) -> bool {
        let is_behind = |rest: &[String]| cut(rest, &self.behind).iter().any(|rest| rest.is_empty());
        cut(words, &self.deeds).into_iter().any(|rest| rest.is_empty() || is_behind(rest))
    }
}

/// What is left of `words` behind each of `beginnings` that they begin with.
fn cut<'w>(words: &'w [String], beginnings: &[Words]) -> Vec<&'w [String]> {
    beginnings.iter().filter_map(|beginning| words.strip_prefix(&beginning[..])).collect()
}

fn languages() -> &'static [Titles] {
    static LANGUAGES: OnceLock<Vec<Titles>> = OnceLock::new();
    LANGUAGES.get_or_init(read)
}

fn read() -> Vec<Titles> {
    let mut languages: Vec<(&str, Titles)> = Vec::new();
    for line in TABLE.lines().filter(|line| !line.starts_with('#')) {
        let mut cells = line.splitn(3, '\t');
        let mut cell = || cells.next().unwrap_or_default();
        let (language, kind, row) = (cell(), cell(), cell());
        if languages.last().is_none_or(|(last, _)| *last != language) {
            languages.push((language, Titles::default()));
        }
        let Some((_, titles)) = languages.last_mut() else { continue };
        // `Naechste Schritte`
        let row = row.split(", ").flat_map(|title| [Some(title.to_owned()), spelled_out(title)]).flatten();
        let row = row.map(|title| words(&title).collect::<Words>());
        match kind {
            "title" => titles.whole.extend(row),
            "noun" => titles.nouns.extend(row),
            "part" => titles.parts.extend(row),
            "before" => titles.before.extend(row),
            "deed" => titles.deeds.extend(row),
            "shared" => titles.shared.extend(row),
            "given" => titles.given.extend(row),
            // `Aufgaben & Termine`: a sign is no word.
            _ => titles.behind.extend(row.flat_map(|words| {
                let bare = words.split_first().filter(|(joint, _)| JOINTS.contains(&joint.as_str()));
                bare.map(|(_, rest)| rest.to_vec())
                    .into_iter()
                    .filter(|rest| !rest.is_empty())
                    .chain([words.clone()])
                    .collect::<Vec<_>>()
            })),
        }
    }
    languages.into_iter().map(|(_, titles)| titles).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn titles_are_put_together() {
        for title in [
            "Tâches à effectuer",
            "À faire",
            "Liste des tâches",
            "Actions à mener d’ici la prochaine réunion",
            "Points à traiter",
            "Offene Aufgaben bis zum nächsten Treffen",
            "Liste der Aufgaben",
            "Tareas por hacer",
            "Tareas de cada participante en el proyecto",
            "Distribuição das tarefas",
            "Próximas atividades",
            "Compiti da svolgere",
            "Nieuwe acties",
            "Zadania do wykonania",
            "Kto co robi",
            "Action items from this meeting",
            "Things to follow up",
            "Aufgaben & Termine",
            "Homework for everyone",
            "Partage des tâches",
            "Naechste Schritte",
            "Que queda por hacer",
            "Ripartizione compiti",
            "Actiepunten vorige vergadering",
            "Podział zadań",
            "Division of the work for the following week and summarizing the points: who, what, when",
            "Uppgifter till nästa gång",
            "Oppgaver til neste møte",
            "Úlohy do ďalšieho stretnutia",
            "Úkoly do příště",
            "Задачи на неделю",
            "次回までの目標",
            "分工",
            "업무 분담",
        ] {
            assert!(is_composed_title(title), "{title}");
        }
        for title in [
            "Actions",
            "Points",
            "Themen",
            "Themen der Gruppe Bau",
            "Travaux de la toiture",
            "Themen für die nächste Sitzung",
            "Points pour la prochaine réunion",
            "Temas para la próxima reunión",
            "Étapes du projet",
            "Actividades culturales",
            "Punti all’ordine del giorno",
            "Zaken",
            "Sprawy bieżące klubu",
            "Décisions à prendre",
            "Attività svolte",
            "Tâches effectuées",
            "Erledigte Aufgaben",
            "Temas a tratar",
            "Temas para tratar",
            "Neue Aufträge",
            "Actions réalisées",
            "Items discussed",
            "Work of the committee",
            "Wykonane zadania",
            "",
        ] {
            assert!(!is_composed_title(title), "{title}");
        }
    }

    #[test]
    fn a_sentence_may_say_that_tasks_were_given() {
        for sentence in [
            "In the first part of the meeting further tasks were assigned, to be done in the next weeks.",
            "Im ersten Schritt wurden weitere Aufgaben verteilt, die bis Mai durchgeführt werden müssen.",
            "Les tâches ont été réparties comme suit :",
            "Se asignaron las siguientes tareas:",
            "Zadania podzielono następująco:",
        ] {
            assert!(gives_tasks(sentence), "{sentence}");
        }
        for sentence in
            ["The tasks were discussed.", "Prizes were divided as follows:", "Wir haben die Aufgaben besprochen.", ""]
        {
            assert!(!gives_tasks(sentence), "{sentence}");
        }
    }

    #[test]
    fn every_line_of_the_table_is_whole() {
        for line in TABLE.lines().filter(|line| !line.starts_with('#')) {
            let cells: Vec<&str> = line.split('\t').collect();
            assert!(
                cells.len() == 3
                    && ["title", "noun", "part", "before", "deed", "behind", "shared", "given"].contains(&cells[1]),
                "{line}"
            );
            assert!(cells[2].split(", ").all(|word| !word.is_empty() && word.trim() == word), "{line}");
        }
    }
}
