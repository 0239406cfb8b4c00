//! Sentences of minutes that name whoever does something behind the deed: “Bis Montag schreibt Mara die Mail”, “Le devis sera
//! envoyé par Mara”, “Se encarga Mara”, “Actie Mara hier een plaatje van maken”. Whom the names mean is left to the owners.

use std::collections::BTreeSet;
use std::sync::OnceLock;

use namesake_note::word_list::lower;

use super::bidden::is_bidden;
use super::deed_verbs::{bare, is_infinitive, is_verb_form, says_not, tells_deed};
use super::item_clauses::sentences;

/// The table of words. Its form is told at its top.
static TABLE: &str = include_str!("../../data/item-agents.tsv");

/// What stands before a verb that stands before a name has no more words than this.
const MOST_BEFORE: usize = 6;

/// Marks in front of a name that no colon sets off: `Actie Mara …`, `TODO - mvoss: …`.
#[rustfmt::skip]
const CHARGES: &[&str] = &[
    "TODO", "ToDo", "Todo", "TO-DO", "ACTION", "Action", "AKTION", "Aktion", "AUFGABE", "Aufgabe", "ACTIE", "Actie", "ACCIÓN", "Acción",
    "TAREA", "Tarea", "AÇÃO", "Ação", "TAREFA", "Tarefa", "AZIONE", "Azione", "TÂCHE", "Tâche", "ZADANIE", "Zadanie",
];
/// What may stand between such a mark and the name.
const BETWEEN: [&str; 4] = [" - ", " – ", " — ", " "];

/// What a language has for it.
#[derive(Default)]
struct Agents {
    language: &'static str,
    aux: Vec<Vec<&'static str>>,
    by: Vec<&'static str>,
    done: Vec<Vec<&'static str>>,
    duty: Vec<&'static str>,
    before: BTreeSet<&'static str>,
    object: BTreeSet<&'static str>,
    does: Vec<&'static str>,
    must: Vec<&'static str>,
    phrase: Vec<Vec<&'static str>>,
}

/// Whether somebody may be named so in `words`. Most lines hold nobody, and need not be looked at.
pub fn may_have_agent(words: &str) -> bool {
    sentences(words).into_iter().any(|sentence| !agent_places(sentence.of(words)).is_empty())
}

/// Where in a sentence a name may stand whose bearer does it by what stands before.
pub fn agent_places(sentence: &str) -> Vec<usize> {
    let mut places: Vec<usize> = charged(sentence).into_iter().collect();
    // `The plan is on the web (Action Mara)`
    if let Some(open) = sentence.rfind('(')
        && let Some(place) = charged(&sentence[open..])
    {
        places.push(open + place);
    }
    let mut at = 0;
    for word in sentence.split_inclusive(' ') {
        let start = at + (word.len() - word.trim_start_matches(['*', '_', '(']).len());
        at += word.len();
        let is_name = sentence[start..].starts_with(|c: char| c.is_uppercase() || c == '@' || c == '[');
        if is_name && start > 0 && languages().iter().any(|agents| agents.may_end(&sentence[..start])) {
            places.push(start);
        }
    }
    places.dedup();
    places
}

/// Whether whoever is named between `before` and `behind` does something by these words.
pub fn is_agent(before: &str, behind: &str) -> bool {
    let is_charged = |words: &str| charged(words).is_some_and(|at| at == words.len());
    if before.rfind('(').is_some_and(|open| open > 0 && is_charged(&before[open..])) {
        return behind.starts_with(')');
    }
    if is_charged(before) {
        return behind.split(' ').filter(|word| word.contains(char::is_alphabetic)).count() > 1;
    }
    let is_question = behind.trim_end_matches(['*', '_', ' ', ')']).ends_with('?');
    !is_question && languages().iter().any(|agents| agents.has(before, behind))
}

/// Where the name may begin behind a mark that words begin with and no colon sets off.
fn charged(words: &str) -> Option<usize> {
    let bare = words.trim_start_matches(['*', '_', '(', '[']);
    // `(actie Mara)`
    let is_bracketed = words.starts_with(['(', '[']);
    let behind = CHARGES.iter().find_map(|mark| {
        let small = bare.get(..mark.len()).filter(|word| is_bracketed && lower(word) == lower(mark));
        bare.strip_prefix(mark).or_else(|| small.map(|word| &bare[word.len()..]))
    })?;
    let name = BETWEEN.iter().find_map(|sign| behind.strip_prefix(sign))?;
    Some(words.len() - name.trim_start_matches(['@', '*', '_']).len())
}

impl Agents {
    /// Whether what stands before a name may say that its bearer does something.
    fn may_end(&self, before: &str) -> bool {
        let last = last_word(before);
        if last.is_empty() {
            return false;
        }
        self.by.contains(&last)
            || !self.before.is_empty() && self.inverted(before).is_some()
            || self.phrase.iter().any(|phrase| phrase.last().is_some_and(|word| *word == last))
    }

    fn has(&self, before: &str, behind: &str) -> bool {
        self.is_inverted(before, behind) || self.is_passive(before, behind) || self.is_phrase(before, behind)
    }

    /// The words before the verb that stands before a name, and the verb with its pronoun.
    fn inverted<'b>(&self, before: &'b str) -> Option<(Vec<&'b str>, String)> {
        let mut words: Vec<&str> = before.split_whitespace().collect();
        let last = words.pop()?;
        let (verb, pronoun) = if ["sich", "zich"].contains(&last) { (words.pop()?, last) } else { (last, "") };
        let form = bare(verb);
        let is_own = self.must.contains(&form) || self.does.contains(&form);
        let is_verb = form.len() == verb.len() && (is_own || is_verb_form(form));
        let is_apart = words.iter().any(|word| word.ends_with([',', ':', '.', ';', ')']));
        if !is_verb || words.is_empty() || words.len() > MOST_BEFORE || is_apart {
            return None;
        }
        let first = lower(bare(words[0])).into_owned();
        let is_object = self.object.contains(&*first);
        // “Das erledigt Mara”, “Den Raum bucht Mara”: of both sexes and things only these are no subject.
        let is_alone = words.len() == 1 && !["den", "einen", "diesen"].contains(&&*first);
        let is_thing = words.len() > 1 && ["den", "einen", "diesen"].contains(&&*first);
        let is_meant = self.before.contains(&*first) || is_object && (is_alone || is_thing);
        let verb = if pronoun.is_empty() { form.to_owned() } else { format!("{form} {pronoun}") };
        is_meant.then_some((words, verb))
    }

    fn is_inverted(&self, before: &str, behind: &str) -> bool {
        let Some((words, verb)) = self.inverted(before) else { return false };
        let ahead = words.join(" ");
        let is_object = self.object.contains(&*lower(bare(words[0])));
        let with_all = format!(" {verb} {ahead}{behind}");
        if self.must.contains(&&*verb) {
            let words = behind.split_whitespace().count();
            let last = behind.trim_end_matches(|c: char| !c.is_alphanumeric());
            return words > 1 && last.ends_with('n') && is_bidden(&format!(" {verb}{behind}"));
        }
        let next = lower(bare(behind.split_whitespace().next().unwrap_or_default())).into_owned();
        if self.does.contains(&&*verb) && words.len() == 1 && is_object && !says_not(behind, self.language) {
            // “Das macht Mara bis Freitag”
            return next.is_empty() || !behind.starts_with(' ') || self.before.contains(&*next);
        }
        let nobody = |_: &str| false;
        let is_deed = if is_object {
            let is_closed = behind.is_empty() || !behind.starts_with(' ') || !says_not(behind, self.language);
            is_closed && tells_deed(&with_all, &nobody)
        } else {
            tells_deed(&format!(" {verb}{behind}"), &nobody)
        };
        is_deed && !says_not(&with_all, self.language)
    }

    /// “Die Mail wird von Mara geschrieben”, “à relire par Mara”.
    fn is_passive(&self, before: &str, behind: &str) -> bool {
        let ahead = small_words(before);
        let Some((by, ahead)) = ahead.split_last() else { return false };
        if !self.by.contains(&by.as_str()) || says_not(before, self.language) || says_not(behind, self.language) {
            return false;
        }
        let end = behind.find([',', ';']).unwrap_or(behind.len());
        let clause = behind[..end].split(". ").next().unwrap_or_default();
        let after = small_words(clause);
        let is_done = |words: &[String]| {
            self.done.iter().any(|done| {
                words.len() >= done.len() && words.iter().zip(done).all(|(word, done)| is_participle(word, done))
            })
        };
        // The participle stands before the name, or at the end.
        let is_verb_last = ["de", "nl"].contains(&self.language);
        let is_near = (ahead.len().saturating_sub(4)..ahead.len()).any(|at| is_done(&ahead[at..]));
        let is_behind = || is_verb_last && (0..after.len()).any(|at| is_done(&after[at..]));
        let is_bid = self.aux.iter().any(|aux| ahead.windows(aux.len()).any(|words| words == &aux[..]));
        if is_bid && (is_near || is_behind()) {
            return true;
        }
        let is_duty = |words: &[String]| {
            words.windows(2).any(|pair| self.duty.contains(&&*pair[0]) && is_infinitive(&pair[1], self.language))
        };
        if is_verb_last {
            let is_state = ahead.iter().any(|word| ["ist", "sind", "is", "zijn"].contains(&word.as_str()));
            is_state && is_duty(&after)
        } else {
            ahead.len() > 2 && is_duty(&ahead[ahead.len() - 2..])
        }
    }

    fn is_phrase(&self, before: &str, behind: &str) -> bool {
        let ahead = small_words(before);
        let ends = self
            .phrase
            .iter()
            .any(|phrase| ahead.len() >= phrase.len() && ahead[ahead.len() - phrase.len()..] == phrase[..]);
        ends && !says_not(before, self.language) && !says_not(behind, self.language)
    }
}

/// Whether a word is a participle, of which one with `-` at its end may go on with a letter or two.
fn is_participle(word: &str, done: &str) -> bool {
    match done.strip_suffix('-') {
        Some(stem) => word.strip_prefix(stem).is_some_and(|ending| ending.chars().count() <= 2),
        None => word == done,
    }
}

/// The words in small letters, without signs and with plain apostrophes.
fn small_words(words: &str) -> Vec<String> {
    words.split_whitespace().map(|word| lower(bare(word)).replace('’', "'")).collect()
}

fn last_word(words: &str) -> &str {
    bare(words.trim_end().rsplit(' ').next().unwrap_or_default())
}

fn languages() -> &'static [Agents] {
    static LANGUAGES: OnceLock<Vec<Agents>> = OnceLock::new();
    LANGUAGES.get_or_init(read)
}

fn read() -> Vec<Agents> {
    let mut languages: Vec<Agents> = Vec::new();
    for line in TABLE.lines().filter(|line| !line.starts_with('#')) {
        let mut cells = line.splitn(3, '\t');
        let mut cell = || cells.next().unwrap_or_default();
        let (language, kind, row) = (cell(), cell(), cell());
        if languages.last().is_none_or(|last| last.language != language) {
            languages.push(Agents { language, ..Agents::default() });
        }
        let Some(agents) = languages.last_mut() else { continue };
        let words = row.split(' ');
        let phrases = || row.split(' ').map(|phrase| phrase.split('_').collect::<Vec<_>>());
        match kind {
            "aux" => agents.aux.extend(phrases()),
            "by" => agents.by.extend(words),
            "done" => agents.done.extend(phrases()),
            "duty" => agents.duty.extend(words),
            "before" => agents.before.extend(words),
            "object" => agents.object.extend(words),
            "does" => agents.does.extend(words),
            "must" => agents.must.extend(words),
            _ => agents.phrase.extend(phrases()),
        }
    }
    languages
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Whether “Mara” does what a sentence tells.
    fn does(sentence: &str) -> bool {
        agent_places(sentence).into_iter().any(|at| {
            let behind = sentence[at..].strip_prefix("Mara").or_else(|| sentence[at..].strip_prefix("mvoss"));
            behind.is_some_and(|behind| is_agent(&sentence[..at], behind))
        })
    }

    #[test]
    fn whoever_does_it_may_stand_behind_the_deed() {
        for sentence in [
            "Bis Montag schreibt Mara die Mail",
            "Danach bestellt Mara die Kisten",
            "Das erledigt Mara",
            "Das klärt Mara bis Freitag",
            "Das macht Mara",
            "Dat doet Mara voor vrijdag",
            "The plan is on the web (Action Mara)",
            "Den Raum bucht Mara",
            "Darum kümmert sich Mara",
            "Für das Fest druckt Mara die Plakate",
            "Bis Montag soll Mara die Mail schreiben",
            "Morgen wird Mara den Raum buchen",
            "Die Mail wird von Mara geschrieben",
            "Die Einladung wird bis Montag von Mara verschickt",
            "Der Antrag ist von Mara zu schreiben",
            "Morgen stuurt Mara de mail",
            "Dat regelt Mara",
            "Voor vrijdag maakt Mara een lijst",
            "De mail wordt door Mara verstuurd",
            "Le devis sera envoyé par Mara",
            "Les chaises seront commandées par Mara",
            "Contrat à relire par Mara",
            "El acta será enviada por Mara",
            "Del cartel se encarga Mara",
            "A ata será enviada pela Mara",
            "Il verbale sarà inviato da Mara",
            "Del volantino se ne occupa Mara",
            "Lista zostanie wysłana przez Mara",
            "Zajmie się tym Mara",
            "The plan is to be reviewed by Mara",
            "Actie Mara hier een plaatje van maken",
            "**TODO - mvoss**: à annoncer sur la liste",
        ] {
            assert!(does(sentence), "{sentence}");
        }
    }

    #[test]
    fn reports_and_what_happens_to_somebody_are_told_from_deeds() {
        for sentence in [
            "Die Stadt schickt Mara die Unterlagen",
            "Der Verein informiert Mara",
            "Gestern schrieb Mara die Mail",
            "Das freut Mara",
            "Das macht Mara traurig",
            "Bis Montag schreibt Mara die Mail nicht",
            "Seit Mai bucht Mara den Raum",
            "Am Montag putzt Mara immer die Küche",
            "Wann bucht Mara den Raum?",
            "Die Mail wurde von Mara geschrieben",
            "Die Gruppe wird von Mara geleitet",
            "Die Liste wird seit Jahren von Mara geschrieben",
            "Die Mail von Mara wird geschrieben",
            "De mail werd door Mara verstuurd",
            "Le devis a été envoyé par Mara",
            "La séance sera présidée par Mara",
            "Le texte de Mara sera envoyé",
            "El acta fue enviada por Mara",
            "A ata foi enviada pela Mara",
            "Il verbale è stato inviato da Mara",
            "Lista została wysłana przez Mara",
            "The plan was reviewed by Mara",
            "It will be sent to Mara",
            "Tasks of Mara",
            "Action",
        ] {
            assert!(!does(sentence), "{sentence}");
        }
    }

    #[test]
    fn every_line_of_the_table_is_whole() {
        let kinds = ["aux", "by", "done", "duty", "before", "object", "does", "must", "phrase"];
        for line in TABLE.lines().filter(|line| !line.starts_with('#')) {
            let cells: Vec<&str> = line.split('\t').collect();
            assert!(cells.len() == 3 && kinds.contains(&cells[1]), "{line}");
            assert!(cells[2].split(' ').all(|word| !word.is_empty()), "{line}");
        }
    }
}
