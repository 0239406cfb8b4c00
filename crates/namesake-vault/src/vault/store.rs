//! The vault itself: its notes, the indexes over them, and what keeps these up to date when a note comes, changes or
//! goes. Questions across notes are answered in the files beside this one.

use namesake_language::say;
use std::collections::{BTreeMap, BTreeSet};

use super::habits::{Habit, Written};
use super::known_names::KnownNames;
use super::link_text::{self, link_stem, listed_stems, targets};
use super::meeting_days::MeetingDays;
use super::note_index::NoteIndex;
use super::participant_forms::ParticipantForms;
use super::read_note::ReadNote;
use super::transcript_files::TranscriptFiles;
use super::usage::Usage;
use crate::facts::{Facts, KnownTask, Meeting, iso_day};
use namesake_names::{NameIndex, Person};
use namesake_note::adopted::Adopted;
use namesake_note::config::Config;
use namesake_note::days::DayForms;
use namesake_note::decisions::FormDecisions;
use namesake_note::note::{Kind, Note};
use namesake_note::pattern::{CompiledPattern, CompiledPatterns};
use namesake_note::recognition::{Conventions, Signs};
use namesake_note::word_list::lower;
use namesake_text::frontmatter::Frontmatter;
use namesake_text::frontmatter::schema::{PropertyType, usual_type};
use namesake_text::path::NotePath;
use namesake_text::text::{Span, TextHash};
use namesake_transcript::HeardMemory;

/// All notes of a vault, with facts and indexes that follow every change.
#[derive(Default)]
pub struct Vault {
    pub(super) config: Config,
    /// The user's own patterns, compiled.
    patterns: CompiledPatterns,
    /// What the decisions say about written forms.
    pub(super) form_decisions: FormDecisions,
    /// Boxed: the map moves its values about, and these are large.
    pub(super) notes: BTreeMap<NotePath, Box<ReadNote>>,
    unreadable: BTreeMap<NotePath, String>,
    /// Files beside the notes that may hold transcripts.
    pub(super) files: TranscriptFiles,
    /// What was heard in transcripts so far.
    pub(super) heard: HeardMemory,
    /// Notes by their file names in lower case, as links name them.
    pub(super) stems: NoteIndex,
    pub(super) names: NameIndex,
    pub(super) known_names: KnownNames,
    usage: Usage,
    /// The meetings that a person certainly took part in.
    pub(super) meetings_of: BTreeMap<NotePath, BTreeSet<NotePath>>,
    /// How many meetings list anybody.
    pub(super) listing: usize,
    /// How many participants all meetings list.
    pub(super) listed: usize,
    /// How many of these are certainly somebody who has a note.
    pub(super) listed_known: usize,
    /// The days of all meetings.
    pub(super) meeting_days: MeetingDays,
    /// Linking notes by the lower-case file name that they link to.
    pub(super) backlinks: NoteIndex,
    /// Notes by the words of their tasks: all words of a task, and two of them.
    pub(super) task_words: NoteIndex,
    /// Meetings by two folded words in their lessons that may be a name.
    pub(super) name_pairs: NoteIndex,
    /// Notes by the people whom their tables list.
    pub(super) rosters: NoteIndex,
    /// Source notes about people, by the last word of the name.
    pub(super) bios: NoteIndex,
    /// The forms in which meetings write their participants.
    pub(super) forms: ParticipantForms,
    /// What the notes do alike.
    pub(super) conventions: Conventions,
    /// Notes whose kind has to be looked at again before anything is asked, since other notes changed.
    pub(super) unrecognised: BTreeSet<NotePath>,
    /// Meetings whose participants have to be looked up before anything is asked.
    pub(super) unsettled: BTreeSet<NotePath>,
    /// Counts the changes: what was worked out at a lower count may be wrong by now.
    pub(super) changes: u64,
}

impl Vault {
    /// An empty vault with these settings and decisions.
    pub fn new(config: Config) -> Self {
        let form_decisions = FormDecisions::of(&config.decisions);
        let patterns = CompiledPatterns::of(&config.settings.patterns);
        Self { config, patterns, form_decisions, ..Self::default() }
    }

    /// The settings and decisions.
    pub fn config(&self) -> &Config {
        &self.config
    }

    /// Replaces the settings and decisions; what was adopted stays. If the settings differ, all notes are read again,
    /// since kinds and headings depend on them; nothing that is read depends on patterns.
    pub fn configure(&mut self, mut config: Config) {
        config.settings.adopted = self.config.settings.adopted.clone();
        if self.config.settings.patterns != config.settings.patterns {
            self.patterns = CompiledPatterns::of(&config.settings.patterns);
            self.config.settings.patterns.clone_from(&config.settings.patterns);
        }
        let differs = self.config.settings != config.settings;
        self.config = config;
        if differs {
            self.read_again();
        }
        self.apply_decisions();
    }

    /// Adopts the settings of Obsidian and of other plugins, in place of those adopted before. All notes are read again
    /// if they would be read otherwise.
    pub fn adopt(&mut self, adopted: Adopted) {
        let is_alike = self.config.settings.adopted.reads_like(&adopted);
        self.config.settings.adopted = adopted;
        self.changes += 1;
        if !is_alike {
            self.read_again();
            self.apply_decisions();
        }
    }

    /// What was adopted.
    pub const fn adopted(&self) -> &Adopted {
        &self.config.settings.adopted
    }

    fn read_again(&mut self) {
        let notes = std::mem::take(&mut self.notes);
        let (unreadable, files) = (std::mem::take(&mut self.unreadable), std::mem::take(&mut self.files));
        *self = Self { changes: self.changes + 1, ..Self::new(std::mem::take(&mut self.config)) };
        (self.unreadable, self.files) = (unreadable, files);
        for (_, entry) in notes {
            let ReadNote { note, .. } = *entry;
            self.upsert(note.path, note.text);
        }
    }

    /// The user's own patterns that are looked for in `note`.
    pub fn patterns(&self, note: &Note) -> Vec<&CompiledPattern> {
        self.patterns.about(&note.path, note.kind)
    }

    /// The type of the property `key`: from the settings, else from Obsidian, else the usual one.
    pub fn property_type(&self, key: &str) -> Option<PropertyType> {
        let key = lower(key);
        self.type_by_settings_or_obsidian(&key).or_else(|| usual_type(&key))
    }

    /// The type of the property `key` that somebody has set, in the settings or else in Obsidian.
    pub fn stated_type(&self, key: &str) -> Option<PropertyType> {
        self.type_by_settings_or_obsidian(&lower(key))
    }

    fn type_by_settings_or_obsidian(&self, key: &str) -> Option<PropertyType> {
        let set = self.config.settings.property_types.iter().find(|(name, _)| lower(name) == key);
        set.map(|(_, kind)| *kind).or_else(|| self.adopted().property_types.get(key).copied())
    }

    /// Counts of what is usual in the vault.
    pub const fn usage(&self) -> &Usage {
        &self.usage
    }

    /// How days are read that may be two: as the format of the daily notes says, else as the names of the notes prove.
    pub fn day_forms(&self) -> DayForms {
        let daily = self.adopted().days;
        DayForms { order: daily.order.or(self.conventions.day_order()), ..daily }
    }

    /// Whether so many notes of a kind write this that it is a habit.
    pub fn is_habit(&self, kind: Kind, written: &Written) -> bool {
        self.usage.habits.is_habit(kind, written)
    }

    /// The habits of the vault in writing, in order.
    pub fn habits(&self) -> impl Iterator<Item = Habit> {
        self.usage.habits.all()
    }

    /// Takes in a note's text, new or changed.
    pub fn upsert(&mut self, path: NotePath, text: String) {
        self.unreadable.remove(&path);
        if self.text(&path) == Some(&text) {
            return;
        }
        if text.len() > self.config.settings.max_note_bytes {
            let reason = say!(
                "it is larger than notes are read ({megabytes} MB); split it, or raise the limit in the settings",
                megabytes = text.len() / 1_000_000
            );
            return self.reject(path, reason);
        }
        let read = self.read_ahead(path, text);
        self.put(read);
    }

    /// Reads a note before the vault takes it in. This is the longer part, and shells can do it for several notes at
    /// once. The caller has made sure that the text is not larger than the settings allow.
    pub fn read_ahead(&self, path: NotePath, text: String) -> Box<ReadNote> {
        let entry = self.read(path, text);
        entry.facts(&self.config);
        entry
    }

    /// Takes in a note that was read by this vault, with the settings it has now.
    pub fn take_in(&mut self, read: Box<ReadNote>) {
        self.unreadable.remove(&read.note.path);
        self.put(read);
    }

    /// Reads `text` as the note at `path`.
    pub fn read(&self, path: NotePath, text: String) -> Box<ReadNote> {
        let frontmatter = Frontmatter::read(&text);
        self.read_with(path, text, frontmatter)
    }

    /// As [`Self::read`], if the frontmatter was read already.
    pub fn read_with(&self, path: NotePath, text: String, frontmatter: Frontmatter) -> Box<ReadNote> {
        let note = Note::new(path, text, frontmatter);
        let settings = &self.config.settings;
        let signs = Signs::of(&note, settings);
        let recognition = self.conventions.recognise(&note.path, &signs, settings);
        Box::new(ReadNote::new(note, signs, recognition, self.day_forms()))
    }

    /// Takes in a note that was read already, and gives the one that stood there.
    pub fn put(&mut self, mut entry: Box<ReadNote>) -> Option<Box<ReadNote>> {
        self.changes += 1;
        self.recognise(&mut entry);
        let (note, facts) = (&entry.note, entry.facts(&self.config));
        let path = note.path.clone();
        let known = self.notes.get(&path).map(|entry| entry.facts(&self.config));
        let same_names = known.is_some_and(|known| known.person == facts.person && known.company == facts.company);
        let same_meeting = known.is_some_and(|known| known.meeting == facts.meeting);
        let listed_before = known.and_then(|known| known.meeting.as_ref()).map(listed_stems).unwrap_or_default();
        if !same_names {
            self.update_names(&path, facts);
        }
        if note.kind == Kind::Person {
            let day = note.frontmatter.text("last_contact").and_then(iso_day);
            self.names.set_last_contact(&path, day.as_deref());
        }
        if !same_meeting {
            self.count_listed(&listed_before, &facts.meeting.as_ref().map(listed_stems).unwrap_or_default());
            self.remove_attendance(&path);
            self.forms.remove(&path);
            self.unsettled.remove(&path);
            if let Some(meeting) = &facts.meeting {
                self.forms.insert(&path, &meeting.participants);
                self.unsettled.insert(path.clone());
            }
        }
        self.update_backlinks(&path, &targets(note).collect::<Vec<_>>());
        self.remove_from_indexes(&path);
        self.add_to_indexes(&path, facts);
        if let Some(known) = self.notes.get(&path) {
            self.usage.remove(&known.note, &self.config.settings);
        }
        self.usage.add(note, &self.config.settings);
        self.stems.insert(path.stem().to_lowercase(), &path);
        entry.attendees = self.take_attendees(&path);
        self.notes.insert(path, entry)
    }

    /// Records that a note cannot be read, and why. The user is told, and the note stays untouched.
    pub fn reject(&mut self, path: NotePath, reason: impl Into<String>) {
        self.remove(&path);
        self.unreadable.insert(path, reason.into());
    }

    /// Forgets a note.
    pub fn remove(&mut self, path: &NotePath) {
        self.changes += 1;
        self.unreadable.remove(path);
        self.update_backlinks(path, &[]);
        self.remove_from_indexes(path);
        self.update_names(path, &Facts::default());
        self.remove_attendance(path);
        let Some(entry) = self.notes.remove(path) else { return };
        self.count_out(&entry);
        self.usage.remove(&entry.note, &self.config.settings);
        self.stems.remove(&path.stem().to_lowercase(), path);
        self.forms.remove(path);
        self.unsettled.remove(path);
    }

    /// Has the words of a note's facts lead to it, and counts its day.
    fn add_to_indexes(&mut self, path: &NotePath, facts: &Facts) {
        self.meeting_days.add(facts);
        for key in facts.tasks.iter().flat_map(KnownTask::keys) {
            self.task_words.insert(key.to_owned(), path);
        }
        for pair in &facts.name_pairs {
            self.name_pairs.insert(pair.clone(), path);
        }
        for name in &facts.rostered {
            self.rosters.insert(name.clone(), path);
        }
        if let Some(bio) = &facts.bio {
            self.bios.insert(bio.key(), path);
        }
    }

    /// Has the words of the facts that a note had so far no longer lead to it, and counts its day out.
    fn remove_from_indexes(&mut self, path: &NotePath) {
        let Some(entry) = self.notes.get(path) else { return };
        let facts = entry.facts(&self.config);
        self.meeting_days.remove(facts);
        for key in facts.tasks.iter().flat_map(KnownTask::keys) {
            self.task_words.remove(key, path);
        }
        for pair in &facts.name_pairs {
            self.name_pairs.remove(pair, path);
        }
        for name in &facts.rostered {
            self.rosters.remove(name, path);
        }
        if let Some(bio) = &facts.bio {
            self.bios.remove(&bio.key(), path);
        }
    }

    /// Sets the links of the note at `path` to `targets`. Only the part of them that differs from before is looked at.
    fn update_backlinks(&mut self, path: &NotePath, targets: &[&str]) {
        let before: Vec<&str> = self.note(path).into_iter().flat_map(link_text::targets).collect();
        let start = before.iter().zip(targets).take_while(|(before, after)| before == after).count();
        let rest = before[start..].iter().rev().zip(targets[start..].iter().rev());
        let end = rest.take_while(|(before, after)| before == after).count();
        let stems =
            |all: &[&str]| all[start..all.len() - end].iter().map(|target| link_stem(target)).collect::<BTreeSet<_>>();
        let (mut gone, new) = (stems(&before), stems(targets));
        if !gone.is_empty() {
            for target in targets {
                gone.remove(&link_stem(target));
            }
        }
        for stem in &gone {
            self.backlinks.remove(stem, path);
        }
        for stem in new {
            self.backlinks.insert(stem, path);
        }
    }

    /// Moves a note. Decisions about it move too.
    pub fn rename(&mut self, from: &NotePath, to: NotePath) {
        self.config.decisions.rename(from, &to);
        let text = self.text(from).map(str::to_owned);
        let reason = self.unreadable.remove(from);
        self.remove(from);
        match (text, reason) {
            (Some(text), _) => self.upsert(to, text),
            (None, Some(reason)) => self.reject(to, reason),
            (None, None) => {}
        }
        self.apply_decisions();
    }

    /// The notes, in the order of their paths.
    pub fn notes(&self) -> impl Iterator<Item = &Note> {
        self.notes.values().map(|entry| &entry.note)
    }

    /// The notes that cannot be read, each with the reason.
    pub fn unreadable(&self) -> impl Iterator<Item = (&NotePath, &str)> {
        self.unreadable.iter().map(|(path, reason)| (path, reason.as_str()))
    }

    /// A note.
    pub fn note(&self, path: &NotePath) -> Option<&Note> {
        self.notes.get(path).map(|entry| &entry.note)
    }

    /// What a note says that others care about.
    pub fn facts(&self, path: &NotePath) -> Option<&Facts> {
        self.notes.get(path).map(|entry| entry.facts(&self.config))
    }

    /// Where transcripts stand in the note at `path`, in order and apart.
    pub fn transcript_spans(&self, path: &NotePath) -> &[Span] {
        self.facts(path).map_or(&[], |facts| &facts.transcripts)
    }

    /// The person that the note at `path` is about.
    pub fn person(&self, path: &NotePath) -> Option<&Person> {
        self.facts(path)?.person.as_ref()
    }

    /// Whether the note at `path` is about a person.
    pub fn is_person(&self, path: &NotePath) -> bool {
        self.person(path).is_some()
    }

    /// The meeting that the note at `path` is about.
    pub fn meeting(&self, path: &NotePath) -> Option<&Meeting> {
        self.facts(path)?.meeting.as_ref()
    }

    /// The day of the meeting that the note at `path` is about, as an ISO date.
    pub fn meeting_day(&self, path: &NotePath) -> Option<&str> {
        self.meeting(path)?.date.as_deref()
    }

    /// A note's text.
    pub fn text(&self, path: &NotePath) -> Option<&str> {
        self.note(path).map(|note| note.text.as_str())
    }

    /// The hash of a note's text.
    pub fn hash(&self, path: &NotePath) -> Option<&TextHash> {
        self.notes.get(path).map(|entry| entry.hash())
    }

    /// Whether no note has this path or its file name. Two notes of one name would make every link to them ambiguous,
    /// and some file systems do not distinguish `A` from `a`.
    pub fn is_free(&self, path: &NotePath) -> bool {
        let stem = path.stem().to_lowercase();
        self.stems.get(&stem).is_none() && !self.unreadable.keys().any(|other| other.stem().to_lowercase() == stem)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use namesake_note::adopted::SettingsFile;

    fn adopted(path: &str, text: &str) -> Adopted {
        Adopted::read(&[SettingsFile { path: path.to_owned(), text: text.to_owned() }])
    }

    #[test]
    fn notes_are_read_again_when_templates_lie_elsewhere_and_settings_keep_what_was_adopted() {
        let mut vault = Vault::default();
        vault.upsert("People/Forms/Person.md".into(), "---\ntype: person\n---\n".to_owned());
        let kind = |vault: &Vault| vault.notes().next().map(|note| note.kind);
        assert_eq!(kind(&vault), Some(Kind::Person));
        vault.adopt(adopted(".obsidian/templates.json", r#"{"folder": "People/Forms"}"#));
        assert_eq!(kind(&vault), Some(Kind::Excluded));
        let mut config = Config::default();
        config.settings.me = "Ines Falk".to_owned();
        vault.configure(config);
        assert_eq!(kind(&vault), Some(Kind::Excluded));
        vault.adopt(Adopted::default());
        assert_eq!(kind(&vault), Some(Kind::Person));
    }

    #[test]
    fn what_was_adopted_is_no_part_of_the_saved_settings() {
        let mut vault = Vault::default();
        let saved = serde_json::to_string(vault.config()).unwrap();
        vault.adopt(adopted(".obsidian/types.json", r#"{"types": {"Met": "date"}}"#));
        assert_eq!(serde_json::to_string(vault.config()).unwrap(), saved);
        assert_eq!(vault.property_type("met"), Some(PropertyType::Date));
    }
}
