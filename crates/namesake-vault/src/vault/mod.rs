//! The facts of all notes, kept up to date note by note, and the questions rules ask across notes: what a name means,
//! what a link means, who met whom. Rules read it; nothing here changes a note.

mod bios;
mod facts;
mod known;
mod lessons;
mod people;
mod reach;
mod tasks;
mod twins;
mod usage;
mod written;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::OnceLock;

pub use bios::{Bio, ROLES, company_in};
pub use facts::{
    COMPANY, COMPANY_KEYS, Facts, Meeting, day_apart, iso_day, leading_day, listed_mails, named_day, split_names,
    stated_date, stated_participants, table_value,
};
pub use known::KnownNames;
pub use lessons::{Lesson, LessonKind, Token, tokens};
pub use people::{Attendee, Context};
pub use reach::ContactDetails;
pub use tasks::{FoundTask, Status, TaskOwner, TaskQuery, TaskRow, task_lines};
pub use twins::{KnownTask, TaskTwin};
pub use usage::{Usage, is_habit};
use written::ParticipantForms;

use crate::config::{Config, LinkStyle};
use crate::decisions::FormDecisions;
use crate::note::{Kind, Note, links::sole_target};
use crate::word_list::lower;
use namesake_names::NameIndex;
use namesake_text::frontmatter::Frontmatter;
use namesake_text::frontmatter::schema::{PropertyType, PropertyTypes, usual_type};
use namesake_text::path::NotePath;
use namesake_text::text::TextHash;

/// All notes of a vault.
#[derive(Default)]
pub struct Vault {
    config: Config,
    /// What the decisions say about names.
    forms: FormDecisions,
    /// What Obsidian says that properties hold.
    property_types: PropertyTypes,
    /// Boxed: a map moves its values about, and these are large.
    notes: BTreeMap<NotePath, Box<ReadNote>>,
    unreadable: BTreeMap<NotePath, String>,
    /// Lower-case file names, for links.
    stems: BTreeMap<String, BTreeSet<NotePath>>,
    names: NameIndex,
    known: KnownNames,
    usage: Usage,
    meetings_of: BTreeMap<NotePath, BTreeSet<NotePath>>,
    /// Lower-case file names that links name, each with the notes that link there.
    backlinks: BTreeMap<String, BTreeSet<NotePath>>,
    /// All words of each task, and two of them, with the notes that tell of such a task.
    twins: BTreeMap<String, BTreeSet<NotePath>>,
    /// Two folded words that may be a name, with the meetings whose passages hold them.
    capitals: BTreeMap<String, BTreeSet<NotePath>>,
    /// Source notes about people.
    bios: bios::Bios,
    written: ParticipantForms,
    /// Meetings whose participants have to be looked up before anything is asked.
    unsettled: BTreeSet<NotePath>,
    /// How often anything has changed: what was found out before may be otherwise by now.
    changes: u64,
}

/// A note that was read, with what was found in it. A vault takes it in with [`Vault::put`].
pub struct ReadNote {
    note: Note,
    facts: OnceLock<Facts>,
    hash: OnceLock<TextHash>,
    ties: twins::KnownTies,
    /// Of a meeting, once it is settled.
    attendees: Vec<Attendee>,
}

impl ReadNote {
    /// The note.
    pub const fn note(&self) -> &Note {
        &self.note
    }

    fn facts(&self, config: &Config) -> &Facts {
        self.facts.get_or_init(|| Facts::of(&self.note, &config.settings))
    }

    /// The note's text.
    pub fn into_text(self) -> String {
        self.note.text
    }

    /// The hash of the note's text.
    pub fn hash(&self) -> &TextHash {
        self.hash.get_or_init(|| TextHash::of(&self.note.text))
    }
}

impl Vault {
    /// An empty vault with these settings and decisions.
    pub fn new(config: Config) -> Self {
        let forms = FormDecisions::of(&config.decisions);
        Self { config, forms, ..Self::default() }
    }

    /// The settings and decisions.
    pub fn config(&self) -> &Config {
        &self.config
    }

    /// Replaces the settings and decisions. All notes are read again, since kinds and headings hang on settings.
    pub fn configure(&mut self, config: Config) {
        let reread = self.config.settings != config.settings;
        self.config = config;
        if reread {
            let notes = std::mem::take(&mut self.notes);
            let unreadable = std::mem::take(&mut self.unreadable);
            let property_types = std::mem::take(&mut self.property_types);
            *self = Self { property_types, ..Self::new(std::mem::take(&mut self.config)) };
            self.unreadable = unreadable;
            for (_, entry) in notes {
                let ReadNote { note, .. } = *entry;
                self.upsert(note.path, note.text);
            }
        }
        self.heed_decisions();
    }

    /// Takes the types of `.obsidian/types.json`.
    pub fn set_property_types(&mut self, types: PropertyTypes) {
        self.property_types = types.into_iter().map(|(key, kind)| (key.to_lowercase(), kind)).collect();
    }

    /// What the property `key` holds: by the settings, else by what Obsidian says, else as is usual.
    pub fn property_type(&self, key: &str) -> Option<PropertyType> {
        let key = lower(key);
        self.stated(&key).or_else(|| usual_type(&key))
    }

    /// What somebody said that the property `key` holds: in the settings, else in Obsidian.
    pub fn stated_type(&self, key: &str) -> Option<PropertyType> {
        self.stated(&lower(key))
    }

    fn stated(&self, key: &str) -> Option<PropertyType> {
        let set = self.config.settings.property_types.iter().find(|(name, _)| lower(name) == key);
        set.map(|(_, kind)| *kind).or_else(|| self.property_types.get(key).copied())
    }

    /// How the notes usually do it.
    pub const fn usage(&self) -> &Usage {
        &self.usage
    }

    /// Takes in a note's text, new or changed.
    pub fn upsert(&mut self, path: NotePath, text: String) {
        self.unreadable.remove(&path);
        if self.text(&path) == Some(&text) {
            return;
        }
        if text.len() > self.config.settings.max_note_bytes {
            let megabytes = text.len() / 1_000_000;
            let reason = format!(
                "it is larger than notes are read ({megabytes} MB); split it, or raise the limit in the settings"
            );
            return self.reject(path, reason);
        }
        let read = self.read_ahead(path, text);
        self.put(read);
    }

    /// Reads a note before the vault takes it in: the longer part, which shells can do for several notes at once. The
    /// text is no larger than notes are read.
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

    /// What `text` says as the note at `path`.
    pub fn read(&self, path: NotePath, text: String) -> Box<ReadNote> {
        let frontmatter = Frontmatter::read(&text);
        self.read_with(path, text, frontmatter)
    }

    /// The same where the text's frontmatter was read already.
    pub fn read_with(&self, path: NotePath, text: String, frontmatter: Frontmatter) -> Box<ReadNote> {
        let note = Note::with(path, text, frontmatter, &self.config.settings);
        let (facts, hash, ties) = (OnceLock::new(), OnceLock::new(), twins::KnownTies::default());
        Box::new(ReadNote { note, facts, hash, ties, attendees: Vec::new() })
    }

    /// Takes in a note that was read already, and gives the one that stood there.
    pub fn put(&mut self, mut entry: Box<ReadNote>) -> Option<Box<ReadNote>> {
        self.changes += 1;
        let (note, facts) = (&entry.note, entry.facts(&self.config));
        let path = note.path.clone();
        let known = self.notes.get(&path).map(|entry| entry.facts(&self.config));
        let same_names = known.is_some_and(|known| known.person == facts.person && known.company == facts.company);
        let same_meeting = known.is_some_and(|known| known.meeting == facts.meeting);
        if !same_names {
            self.name(&path, facts);
        }
        if note.kind == Kind::Person {
            let day = note.frontmatter.text("last_contact").and_then(iso_day);
            self.names.set_last_contact(&path, day.as_deref());
        }
        if !same_meeting {
            self.unmeet(&path);
            self.written.unwrite(&path);
            self.unsettled.remove(&path);
            if let Some(meeting) = &facts.meeting {
                self.written.write(&path, &meeting.participants);
                self.unsettled.insert(path.clone());
            }
        }
        self.relink(&path, &targets(note).collect::<Vec<_>>());
        self.forget_tasks(&path);
        self.forget_bio(&path);
        self.learn_tasks(&path, facts);
        self.forget_lessons(&path);
        self.learn_lessons(&path, facts);
        self.learn_bio(&path, facts.bio.as_ref());
        if let Some(known) = self.notes.get(&path) {
            self.usage.forget(&known.note);
        }
        self.usage.learn(note);
        self.stems.entry(path.stem().to_lowercase()).or_default().insert(path.clone());
        entry.attendees = self.dismissed(&path);
        self.notes.insert(path, entry)
    }

    /// Says that a note cannot be read and why; the user is told, and nothing in it is touched.
    pub fn reject(&mut self, path: NotePath, reason: impl Into<String>) {
        self.remove(&path);
        self.unreadable.insert(path, reason.into());
    }

    /// Forgets a note.
    pub fn remove(&mut self, path: &NotePath) {
        self.changes += 1;
        self.unreadable.remove(path);
        self.relink(path, &[]);
        self.forget_tasks(path);
        self.name(path, &Facts::default());
        self.forget_lessons(path);
        self.forget_bio(path);
        self.unmeet(path);
        let Some(entry) = self.notes.remove(path) else { return };
        self.usage.forget(&entry.note);
        take_out(&mut self.stems, &path.stem().to_lowercase(), path);
        self.written.unwrite(path);
        self.unsettled.remove(path);
    }

    /// Has the note at `path` link to these `targets`: all but a few of its links it had before, in the same order.
    fn relink(&mut self, path: &NotePath, targets: &[&str]) {
        let before: Vec<&str> = self.note(path).into_iter().flat_map(self::targets).collect();
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
            take_out(&mut self.backlinks, stem, path);
        }
        for stem in new {
            self.backlinks.entry(stem).or_default().insert(path.clone());
        }
    }

    /// The notes that link to `path`, by its name or by the part of it that an importer left.
    pub fn backlinks(&self, path: &NotePath) -> BTreeSet<NotePath> {
        let stem = path.stem().to_lowercase();
        let cut = stem.char_indices().skip(LEAST_CUT_OFF).map(|(end, _)| stem[..end].trim_end());
        cut.chain([stem.as_str()])
            .filter_map(|name| self.backlinks.get(name))
            .flatten()
            .cloned()
            .collect::<BTreeSet<_>>()
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
        self.heed_decisions();
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

    /// A note's text.
    pub fn text(&self, path: &NotePath) -> Option<&str> {
        self.note(path).map(|note| note.text.as_str())
    }

    /// The hash of a note's text.
    pub fn hash(&self, path: &NotePath) -> Option<&TextHash> {
        self.notes.get(path).map(|entry| entry.hash())
    }

    /// Whether no note has this path or its name: two of one name would make every link to them doubtful, and some file
    /// systems do not tell `A` from `a`.
    pub fn is_free(&self, path: &NotePath) -> bool {
        let stem = path.stem().to_lowercase();
        !self.stems.contains_key(&stem) && !self.unreadable.keys().any(|other| other.stem().to_lowercase() == stem)
    }

    /// The note that a link's target names, as Obsidian finds it: by path, else by file name, without regard to case.
    /// Among several of one name the shortest path, then the first in order.
    pub fn linked(&self, target: &str) -> Option<&NotePath> {
        let target = lower_target(target);
        let stem = stem_of(&target);
        let is_below = |path: &NotePath| {
            let whole = path.without_extension().to_lowercase();
            whole.strip_suffix(&target).is_some_and(|folder| folder.is_empty() || folder.ends_with('/'))
        };
        let fits = |path: &&NotePath| stem == target || is_below(path);
        self.stems.get(stem)?.iter().filter(fits).min_by_key(|path| (path.as_str().len(), path.as_str()))
    }

    /// The note that the address of a Markdown link names (`../Meetings/2025-10-31%20Weekly.md`), with or without the
    /// brackets and title around it. Addresses elsewhere name none.
    pub fn addressed(&self, address: &str) -> Option<&NotePath> {
        let address = address.trim_start_matches('(').trim_end_matches(')').split(" \"").next().unwrap_or_default();
        let address = address.trim().trim_start_matches('<').trim_end_matches('>');
        let path = address.split('#').next().unwrap_or_default().trim_start_matches("../").trim_start_matches("./");
        let decoded = percent_encoding::percent_decode_str(path).decode_utf8().ok()?;
        if path.is_empty() || path.contains(':') { None } else { self.linked(&decoded) }
    }

    /// The notes whose name begins with `start`, without regard to case, in the order of their names.
    pub fn named_from<'v>(&'v self, start: &str) -> impl Iterator<Item = &'v NotePath> {
        let start = start.to_lowercase();
        let alike = self.stems.range(start.clone()..).take_while(move |(stem, _)| stem.starts_with(&start));
        alike.flat_map(|(_, paths)| paths)
    }

    /// The one note whose name begins with `target`, where `target` names no note itself and is long enough to have
    /// been cut off by a machine.
    pub fn cut_off(&self, target: &str) -> Option<&NotePath> {
        let target = link_stem(target);
        if target.chars().count() < LEAST_CUT_OFF {
            return None;
        }
        let mut longer = self.stems.range(target.clone()..).take_while(|(stem, _)| stem.starts_with(&target));
        let (_, paths) = longer.next()?;
        (paths.len() == 1 && longer.next().is_none()).then(|| paths.iter().next()).flatten()
    }

    /// What a link to the note at `path` names it by: its file's name, with its folders where there are several of that
    /// name. `None` where it cannot be linked: the name has signs that no link can hold, or ends like one that was cut
    /// off.
    pub fn link_target<'p>(&self, path: &'p NotePath) -> Option<&'p str> {
        let alone = self.stems.get(&path.stem().to_lowercase()).is_some_and(|paths| paths.len() == 1);
        let target = if alone { path.stem() } else { path.without_extension() };
        if target.contains(['[', ']', '|', '#', '^']) || target.chars().any(char::is_control) || target.contains("%%") {
            return None;
        }
        (self.linked(target) == Some(path)).then_some(target)
    }

    /// A link to a note that shows `shown`, or the note's name where that says the same. `None` where the note cannot be
    /// linked.
    pub fn link(&self, path: &NotePath, shown: &str) -> Option<String> {
        let target = self.link_target(path)?;
        let shown = namesake_text::text::plain(shown);
        Some(if shown.is_empty() || shown == target {
            format!("[[{target}]]")
        } else {
            format!("[[{target}|{shown}]]")
        })
    }

    /// The link in place of a form that means the note: it shows what was heard, or the note's name, as set.
    pub fn link_heard(&self, path: &NotePath, heard: &str) -> Option<String> {
        self.link(path, self.shown(path.stem(), heard))
    }

    /// What a link in place of the form `heard` shows of somebody of that name.
    pub fn shown<'a>(&self, name: &'a str, heard: &'a str) -> &'a str {
        match self.config.settings.link_style {
            LinkStyle::Heard => heard,
            LinkStyle::Clean => name,
        }
    }
}

/// Importers cut file names at 80 characters or so; nobody types half of a name this long.
const LEAST_CUT_OFF: usize = 40;

/// A link's target as paths are compared with it.
fn lower_target(target: &str) -> String {
    let target = target.trim().trim_start_matches('/');
    target.strip_suffix(".md").unwrap_or(target).to_lowercase()
}

/// What a note links to: in its body, and of a meeting what its properties say that it was about.
fn targets(note: &Note) -> impl Iterator<Item = &str> {
    note.body().links.iter().map(|link| note.slice(link.target)).chain(stated(note))
}

/// Properties that say what a meeting was about.
const STATED: [&str; 6] = ["customer", "customers", "company", "companies", "project", "projects"];

/// The targets of the links in such properties; none of a note that is no meeting.
pub fn stated(note: &Note) -> impl Iterator<Item = &str> {
    let keys = if note.kind == Kind::Meeting { STATED.as_slice() } else { &[] };
    let values = keys.iter().flat_map(|key| note.frontmatter.list(key));
    values.filter_map(|value| sole_target(value.trim()))
}

/// The lower-case file name that a link's target names, without an ellipsis where it was cut off.
pub fn link_stem(target: &str) -> String {
    stem_of(target).to_lowercase()
}

fn stem_of(target: &str) -> &str {
    let target = target.trim().rsplit('/').next().unwrap_or_default();
    let target = target.strip_suffix(".md").unwrap_or(target);
    target.trim_end_matches("...").trim_end_matches('…').trim_end()
}

fn take_out(index: &mut BTreeMap<String, BTreeSet<NotePath>>, key: &str, path: &NotePath) {
    if let Some(paths) = index.get_mut(key) {
        paths.remove(path);
        if paths.is_empty() {
            index.remove(key);
        }
    }
}
