//! Notes that hold the transcript of a meeting which has a note of its own. Nobody took part twice.

use std::collections::BTreeSet;

use crate::vault::Vault;
use namesake_note::config::Settings;
use namesake_note::note::Note;
use namesake_note::vocabulary::key;
use namesake_note::word_list::holds_words;
use namesake_text::links::sole_target;
use namesake_text::path::NotePath;

/// What the note of a meeting is called in a property of its transcript, besides the words for meetings.
const MINUTES: [&str; 12] = [
    "protocol",
    "minutes",
    "protokoll",
    "protokół",
    "compte rendu",
    "acta",
    "ata",
    "verbale",
    "notulen",
    "протокол",
    "議事録",
    "会议纪要",
];

/// Whether the meeting at `path`, of the day `date`, is the transcript of another that the person at `person` took part in on
/// that day: it is called a transcript and the other is not, and one leads to the other or their names have a word in common.
pub fn repeats_meeting(vault: &Vault, person: &NotePath, path: &NotePath, date: &str) -> bool {
    let settings = &vault.config().settings;
    let Some(note) = vault.note(path) else { return false };
    let mut others = vault.meetings_of(person).filter(|other| *other != path && vault.meeting_day(other) == Some(date));
    let is_called = is_called_transcript(note, settings);
    others.any(|other| {
        let Some(other) = vault.note(other) else { return false };
        let is_named = || leads(vault, other, path, &|name| is_transcript_word(name, settings));
        let names_other = || leads(vault, note, &other.path, &|name| MINUTES.iter().any(|word| says(name, word)));
        let is_alike = || is_called && !is_called_transcript(other, settings) && have_common_word(note, other);
        is_alike() || is_named() || names_other()
    })
}

/// Whether the type, a tag or a folder of a note says that it is a transcript.
fn is_called_transcript(note: &Note, settings: &Settings) -> bool {
    let of_property = |name: &str| note.frontmatter.get(name).map(|entry| entry.value.texts()).unwrap_or_default();
    let stated = of_property("tags").into_iter().chain(of_property("type"));
    stated.chain(note.path.folder().split('/')).any(|word| is_transcript_word(word, settings))
}

fn is_transcript_word(words: &str, settings: &Settings) -> bool {
    settings.headings.transcript.iter().any(|title| says(words, title))
}

fn says(words: &str, title: &str) -> bool {
    holds_words(&key(words), &key(title))
}

/// Whether a property with a name that is `meant` links from `note` to `path`.
fn leads(vault: &Vault, note: &Note, path: &NotePath, meant: &dyn Fn(&str) -> bool) -> bool {
    let mut meant = note.frontmatter.entries.iter().filter(|entry| meant(&entry.key));
    meant.any(|entry| {
        let mut targets = entry.value.texts().into_iter().filter_map(|text| sole_target(text.trim()));
        targets.any(|target| vault.linked(target) == Some(path))
    })
}

fn have_common_word(one: &Note, other: &Note) -> bool {
    let words = |note: &Note| -> BTreeSet<String> {
        let key = key(note.path.stem());
        key.split(' ')
            .filter(|word| word.chars().count() > 2 && !word.contains(|c: char| c.is_ascii_digit()))
            .map(str::to_owned)
            .collect()
    };
    !words(one).is_disjoint(&words(other))
}
