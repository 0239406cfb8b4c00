//! The names of the vault for a recorder's own vocabulary: what is spelt right at the source needs no mending. Those who
//! are met most come first, since most recorders take only so many.

use std::collections::BTreeSet;

use namesake_names::{SubjectKind, company_key};
use namesake_note::note::Kind;
use namesake_text::path::NotePath;
use namesake_vault::vault::Vault;
use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};
use serde::Serialize;

/// A person or a company, and what they are called.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Term {
    /// The note's title.
    pub name: String,
    /// What it is.
    pub kind: SubjectKind,
    /// Other names and aliases.
    pub forms: Vec<String>,
    /// The note.
    pub path: NotePath,
    /// How many meetings the person took part in; of a company, its people together.
    pub meetings: usize,
}

/// In which form a recorder takes names.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Recorder {
    /// A name a line, with other names of the same person behind it: Zoom, Teams and most others.
    Lines,
    /// One line of names with commas between them, as long as Whisper reads.
    Whisper,
    /// `keyterm=…&keyterm=…`, at most as many as Deepgram takes.
    Deepgram,
    /// A list in JSON, at most as many as `AssemblyAI` takes.
    Assemblyai,
}

/// Whisper reads the last 223 tokens of a prompt: `n_text_ctx // 2 - 1` in its source.
const WHISPER_TOKENS: usize = 223;
/// Deepgram takes up to 100 terms, by its page on keyterm prompting.
const DEEPGRAM_TERMS: usize = 100;
/// `AssemblyAI` takes up to 1,000 phrases of at most six words, by its page on keyterms prompting.
const ASSEMBLYAI_TERMS: usize = 1000;
const ASSEMBLYAI_WORDS: usize = 6;

/// The people and companies of the vault; with a note only those who take part there or are linked from it, and their
/// companies. Those with most meetings come first.
pub fn glossary(vault: &mut Vault, note: Option<&NotePath>) -> Vec<Term> {
    vault.settle();
    let around = note.and_then(|path| vault.note(path)).map(|note| {
        let linked = vault.neighbours(note).into_iter().chain(vault.participants(&note.path));
        linked.collect::<BTreeSet<NotePath>>()
    });
    let is_around = |path: &NotePath| around.as_ref().is_none_or(|around| around.contains(path));
    let mut people: Vec<Term> = Vec::new();
    let mut employers: Vec<(String, usize)> = Vec::new();
    for note in vault.notes().filter(|note| note.kind == Kind::Person && is_around(&note.path)) {
        let Some(person) = vault.person(&note.path) else { continue };
        let meetings = vault.meetings_of(&note.path).count();
        employers.extend(person.companies.iter().map(|company| (company_key(company), meetings)));
        people.extend(term(&note.path, &person.names, SubjectKind::Person, meetings));
    }
    let companies = vault.notes().filter(|note| note.kind == Kind::Company).filter_map(|note| {
        let names = vault.facts(&note.path)?.names();
        let keys: BTreeSet<String> = names.iter().map(|name| company_key(name)).collect();
        let met: Vec<usize> = employers.iter().filter(|(key, _)| keys.contains(key)).map(|(_, count)| *count).collect();
        let is_meant = around.is_none() || is_around(&note.path) || !met.is_empty();
        term(&note.path, names, SubjectKind::Company, met.iter().sum()).filter(|_| is_meant)
    });
    let mut terms: Vec<Term> = companies.collect();
    terms.append(&mut people);
    terms.sort_by(|a, b| {
        b.meetings.cmp(&a.meetings).then_with(|| a.name.cmp(&b.name)).then_with(|| a.path.cmp(&b.path))
    });
    terms
}

fn term(path: &NotePath, names: &[String], kind: SubjectKind, meetings: usize) -> Option<Term> {
    let mut names = names.iter().map(|name| spoken(name)).filter(|name| !name.is_empty());
    let name = names.next()?;
    let mut forms: Vec<String> = Vec::new();
    for form in names.filter(|form| *form != name) {
        if !forms.contains(&form) {
            forms.push(form);
        }
    }
    Some(Term { name, kind, forms, path: path.clone(), meetings })
}

/// The name on one line, without signs that recorders take for the end of a name.
fn spoken(name: &str) -> String {
    let plain = name.replace(|c: char| c.is_control() || matches!(c, ',' | ';' | '"'), " ");
    plain.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The terms as a recorder takes them, without a line break at the end.
pub fn written(terms: &[Term], recorder: Recorder) -> String {
    let names = || terms.iter().flat_map(|term| [&term.name].into_iter().chain(&term.forms));
    match recorder {
        Recorder::Lines => names().map(String::as_str).collect::<Vec<_>>().join("\n"),
        Recorder::Whisper => whisper(terms.iter().map(|term| term.name.as_str())),
        Recorder::Deepgram => names()
            .take(DEEPGRAM_TERMS)
            .map(|name| format!("keyterm={}", utf8_percent_encode(name, NON_ALPHANUMERIC)))
            .collect::<Vec<_>>()
            .join("&"),
        Recorder::Assemblyai => {
            let is_short = |name: &&String| name.split(' ').count() <= ASSEMBLYAI_WORDS;
            let quoted = names()
                .filter(is_short)
                .take(ASSEMBLYAI_TERMS)
                .map(|name| format!("\"{}\"", name.replace('\\', "\\\\")));
            format!("[{}]", quoted.collect::<Vec<_>>().join(", "))
        }
    }
}

/// As many names as fit by a careful guess.
fn whisper<'t>(names: impl Iterator<Item = &'t str>) -> String {
    let (mut prompt, mut left) = (String::new(), WHISPER_TOKENS);
    for name in names {
        let cost = most_tokens(name) + 1;
        if cost > left {
            continue;
        }
        left -= cost;
        if !prompt.is_empty() {
            prompt.push_str(", ");
        }
        prompt.push_str(name);
    }
    prompt
}

/// The most tokens that a name takes. Whisper's are pieces of words, nearly always of two letters or more in Latin; of
/// other scripts a byte may be one.
fn most_tokens(name: &str) -> usize {
    name.split(' ').map(|word| if word.is_ascii() { word.len().div_ceil(2) } else { word.len() }).sum()
}

#[cfg(test)]
mod tests {
    use super::*;
    use namesake_note::config::Config;

    fn vault() -> Vault {
        let mut vault = Vault::new(Config::default());
        for (path, text) in [
            ("People/Mara Voss.md", "---\ntype: person\naliases: [Marushka]\ncompany: Tern Gauge\n---\n"),
            ("People/Abel Thorne.md", "---\ntype: person\n---\n"),
            ("People/Żofia \"Zo\" Rill.md", "---\ntype: person\n---\n"),
            ("Companies/Tern Gauge.md", "---\ntype: company\n---\n"),
            ("Meetings/2025-10-31 Weekly.md", "---\ntype: meeting\nparticipants: [\"[[Mara Voss]]\"]\n---\n"),
        ] {
            vault.upsert(path.into(), text.to_owned());
        }
        vault
    }

    fn names(note: Option<&str>) -> Vec<String> {
        let note = note.map(NotePath::from);
        glossary(&mut vault(), note.as_ref()).into_iter().map(|term| term.name).collect()
    }

    #[test]
    fn those_who_are_met_most_come_first() {
        assert_eq!(names(None), ["Mara Voss", "Tern Gauge", "Abel Thorne", "Żofia Zo Rill"]);
    }

    #[test]
    fn a_meeting_needs_the_names_of_its_people_and_their_companies() {
        assert_eq!(names(Some("Meetings/2025-10-31 Weekly.md")), ["Mara Voss", "Tern Gauge"]);
    }

    #[test]
    fn every_recorder_gets_its_own_form() {
        let terms = glossary(&mut vault(), Some(&"Meetings/2025-10-31 Weekly.md".into()));
        assert_eq!(written(&terms, Recorder::Lines), "Mara Voss\nMarushka\nTern Gauge");
        assert_eq!(written(&terms, Recorder::Whisper), "Mara Voss, Tern Gauge");
        assert_eq!(written(&terms, Recorder::Deepgram), "keyterm=Mara%20Voss&keyterm=Marushka&keyterm=Tern%20Gauge");
        assert_eq!(written(&terms, Recorder::Assemblyai), r#"["Mara Voss", "Marushka", "Tern Gauge"]"#);
    }

    #[test]
    fn a_prompt_for_whisper_never_grows_beyond_what_it_reads() {
        let term = |at: usize| Term {
            name: format!("Person Number{at}"),
            kind: SubjectKind::Person,
            forms: Vec::new(),
            path: "x.md".into(),
            meetings: 0,
        };
        let many: Vec<Term> = (0..500).map(term).collect();
        let prompt = written(&many, Recorder::Whisper);
        assert!(prompt.split(", ").map(|name| most_tokens(name) + 1).sum::<usize>() <= WHISPER_TOKENS);
        assert!(prompt.starts_with("Person Number0, Person Number1"));
    }
}
