//! The transcripts of a note: in the note itself, in a note or file that one of its properties names, and in a file of the
//! same name beside it. The shells say which files there are, read those that are wanted, and never write them.

use std::collections::BTreeSet;

use super::store::Vault;
use namesake_note::note::{Note, is_titled, line_at};
use namesake_note::word_list::holds_words;
use namesake_text::links::{Link, sole_target};
use namesake_text::path::NotePath;
use namesake_text::text::Span;
use namesake_transcript::{
    SpokenTask, TranscriptFile, Turn, is_remark, may_be_transcript, names_of, spoken_tasks, turns,
};

/// Properties that name the transcript or the recording, in lower case.
const PROPERTIES: [&str; 12] = [
    "transcript",
    "transcript_path",
    "transcript_file",
    "transcript-path",
    "transcript-file",
    "transcription",
    "transkript",
    "recording",
    "recording_path",
    "captions",
    "subtitles",
    "source_file",
];

/// Longest words before a link that say what it leads to, in bytes.
const LABEL: usize = 40;

/// What may stand between the name of a note and the ending of a transcript beside it.
const SUFFIXES: [&str; 8] =
    [".transcript", " transcript", "_transcript", "-transcript", ".en", ".de", " (transcript)", "_transkript"];

/// A transcript of a note.
#[derive(Debug, Clone)]
pub struct Transcript<'v> {
    /// Where it stands.
    pub place: TranscriptPlace<'v>,
    /// The text that the spans of the turns are bytes of.
    pub text: &'v str,
    /// What was said.
    pub turns: Vec<Turn>,
}

impl<'v> Transcript<'v> {
    /// The names of those who took part in the meeting of `note`, as listed, and then of those who speak, each once.
    pub fn names(&self, vault: &'v Vault, note: &Note) -> Vec<&'v str> {
        let mut names = vault.names_of_attendees(note);
        let speakers = names_of(self.text, &self.turns);
        let others: Vec<&str> = speakers.into_iter().filter(|name| !names.contains(name)).collect();
        names.extend(others);
        names
    }

    /// The commitments and requests in it that are at least `least` certain, in order, in a meeting of the people called
    /// `names`.
    pub fn spoken_tasks(&self, vault: &Vault, names: &[&str], least: f32) -> Vec<SpokenTask<'v>> {
        spoken_tasks(self.text, &self.turns, names, least, &vault.heard)
    }

    /// The note or file that it stands in, of the note at `path`.
    pub fn path(&self, path: &NotePath) -> NotePath {
        match self.place {
            TranscriptPlace::Here(_) => path.clone(),
            TranscriptPlace::Note(other) | TranscriptPlace::File(other) => other.clone(),
        }
    }
}

/// Where a transcript stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TranscriptPlace<'v> {
    /// In the note itself.
    Here(Span),
    /// In another note.
    Note(&'v NotePath),
    /// In a file that is no note.
    File(&'v NotePath),
}

impl Vault {
    /// Says that these files are there, new or changed. Those that cannot hold transcripts are passed over.
    pub fn add_files(&mut self, paths: impl IntoIterator<Item = NotePath>) {
        self.changes += 1;
        for path in paths.into_iter().filter(|path| may_be_transcript(path.as_str())) {
            self.files.read.remove(&path);
            self.files.known.insert(path);
        }
    }

    /// The files that are named as a note's transcript and were not read yet, in order.
    pub fn wanted_files(&self) -> Vec<NotePath> {
        if self.files.known.is_empty() {
            return Vec::new();
        }
        let wanted: BTreeSet<&NotePath> = self.notes().flat_map(|note| self.files_of(note)).collect();
        wanted.into_iter().filter(|path| !self.files.read.contains_key(*path)).cloned().collect()
    }

    /// Takes in the text of a file that is wanted.
    pub fn put_file(&mut self, path: NotePath, text: String) {
        self.changes += 1;
        let read = TranscriptFile::read(path.as_str(), text);
        self.files.known.insert(path.clone());
        self.files.read.insert(path, read);
    }

    /// Forgets a file.
    pub fn remove_file(&mut self, path: &NotePath) {
        self.changes += 1;
        self.files.known.remove(path);
        self.files.read.remove(path);
    }

    /// The notes whose transcript a file is, in order.
    pub fn notes_of_file(&self, path: &NotePath) -> Vec<NotePath> {
        let is_theirs = |note: &&Note| self.files_of(note).contains(&path);
        self.notes().filter(is_theirs).map(|note| note.path.clone()).collect()
    }

    /// The transcripts of `note`.
    pub fn transcripts<'v>(&'v self, note: &'v Note) -> Vec<Transcript<'v>> {
        let known = &self.labels_of_attendees(note);
        let mut found: Vec<Transcript> = Vec::new();
        for &span in self.transcript_spans(&note.path) {
            let turns = turns(&note.text, span, known);
            found.push(Transcript { place: TranscriptPlace::Here(span), text: &note.text, turns });
        }
        for other in self.transcript_notes(note) {
            for &span in self.transcript_spans(&other.path) {
                let turns = turns(&other.text, span, known);
                found.push(Transcript { place: TranscriptPlace::Note(&other.path), text: &other.text, turns });
            }
        }
        for path in self.files_of(note) {
            let Some((path, file)) = self.files.read.get_key_value(path) else { continue };
            let (text, turns) = (file.text.as_str(), file.turns.clone());
            found.push(Transcript { place: TranscriptPlace::File(path), text, turns });
        }
        found.retain(|transcript| !is_remark(transcript.text, &transcript.turns));
        found
    }

    /// What those who took part may be called in front of what they say: as listed, or by an alias, `eP: let's make a poll`.
    fn labels_of_attendees(&self, note: &Note) -> Vec<&str> {
        let people = self.attendees(&note.path).iter().filter_map(|attendee| self.person(attendee.person.as_ref()?));
        let mut labels = self.names_of_attendees(note);
        labels.extend(people.flat_map(|person| person.names.iter().map(String::as_str)));
        labels
    }

    fn names_of_attendees(&self, note: &Note) -> Vec<&str> {
        self.attendees(&note.path).iter().map(|attendee| attendee.written.as_str()).collect()
    }

    /// Whether another note names this one as its transcript.
    pub fn is_transcript_of_another(&self, note: &Note) -> bool {
        let names = |path: &NotePath| {
            let linking = self.note(path).filter(|linking| linking.path != note.path);
            linking.is_some_and(|linking| self.transcript_notes(linking).iter().any(|named| named.path == note.path))
        };
        self.backlinks(&note.path).iter().any(names)
    }

    /// The notes that `note` names as its transcript, by a property or by a link that is called so, each once.
    fn transcript_notes<'v>(&'v self, note: &'v Note) -> Vec<&'v Note> {
        let titles = &self.config().settings.headings.transcript;
        let called = note.body().links.iter().filter(|link| is_called(note, link, titles));
        let names = named(note).chain(called.map(|link| note.slice(link.target)));
        let mut found: Vec<&Note> = Vec::new();
        for path in names.filter_map(|name| self.linked(name)).filter(|path| **path != note.path) {
            if !found.iter().any(|other| other.path == *path) {
                found.extend(self.note(path));
            }
        }
        found
    }

    /// The known files that are the transcript of `note`, each once.
    fn files_of<'v>(&'v self, note: &'v Note) -> Vec<&'v NotePath> {
        if self.files.known.is_empty() {
            return Vec::new();
        }
        let mut found: Vec<&NotePath> = named(note).filter_map(|name| self.file_named(note, name)).collect();
        let start = note.path.without_extension();
        // Files of that name stand together in the order of paths.
        let from = NotePath::new(start);
        let beside = self.files.known.range(from..).take_while(|path| path.as_str().starts_with(start));
        for path in beside.filter(|path| is_beside(&path.as_str()[start.len()..])) {
            if !found.contains(&path) {
                found.push(path);
            }
        }
        found
    }

    /// The file that a property of `note` names: from the vault's root, from the note's folder, or by its name alone where
    /// one file has it.
    fn file_named(&self, note: &Note, name: &str) -> Option<&NotePath> {
        let name = name.trim_start_matches("./").trim_start_matches('/');
        if !may_be_transcript(name) {
            return None;
        }
        let beside = NotePath::new(format!("{}/{name}", note.path.folder()));
        let whole = self.files.known.get(&NotePath::new(name)).or_else(|| self.files.known.get(&beside));
        whole.or_else(|| {
            let ending = format!("/{}", name.trim_start_matches("../"));
            let mut all = self.files.known.iter().filter(|path| path.as_str().ends_with(&ending));
            all.next().filter(|_| all.next().is_none())
        })
    }
}

/// What the properties of `note` name as its transcript, brackets of links left out.
fn named(note: &Note) -> impl Iterator<Item = &str> {
    let entries = note.frontmatter.entries.iter();
    let meant = entries.filter(|entry| PROPERTIES.iter().any(|name| entry.key.eq_ignore_ascii_case(name)));
    meant
        .flat_map(|entry| entry.value.texts())
        .map(|value| sole_target(value).unwrap_or(value).trim())
        .filter(|name| !name.is_empty())
}

/// Whether a link says that it leads to a transcript: in its words, before it on its line, or by the heading above it.
fn is_called(note: &Note, link: &Link, titles: &[String]) -> bool {
    let start = line_at(&note.text, link.span.start).start;
    let before = Span::new(start, link.span.start).of(&note.text);
    let says = |words: &str| {
        let words = words.to_lowercase();
        titles.iter().any(|title| holds_words(&words, &title.to_lowercase()))
    };
    let heading = || note.body().section_at(link.span.start).is_some_and(|section| is_titled(&section.title, titles));
    (before.len() < LABEL && says(before)) || says(note.slice(link.span)) || heading()
}

/// Whether a file whose name goes on so behind a note's name is its transcript.
fn is_beside(rest: &str) -> bool {
    let rest = rest.to_lowercase();
    let middle = rest.rsplit_once('.').map(|(middle, _)| middle);
    middle.is_some_and(|middle| middle.is_empty() || SUFFIXES.contains(&middle))
}
