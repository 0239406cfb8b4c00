//! The kinds of the notes, kept up to date: what a note is depends on its own signs and on what other notes do alike.

use std::collections::BTreeSet;

use super::link_text::listed_stems;
use super::read_note::ReadNote;
use super::store::Vault;
use namesake_note::recognition::{Flip, Recognition};
use namesake_text::path::NotePath;

impl Vault {
    /// What the note at `path` was recognised as.
    pub fn recognition(&self, path: &NotePath) -> Option<&Recognition> {
        self.notes.get(path).map(|entry| &entry.recognition)
    }

    /// Counts a note that comes for what notes do alike, in place of the one that stood there, and recognises it.
    pub(super) fn recognise(&mut self, entry: &mut ReadNote) {
        let path = entry.note.path.clone();
        let known = self.notes.get(&path).map(|known| &known.signs);
        if known != Some(&entry.signs) {
            let known = known.cloned();
            let mut flips = Vec::new();
            if let Some(known) = known {
                flips.extend(self.conventions.count(&path, &known, false));
            }
            flips.extend(self.conventions.count(&path, &entry.signs, true));
            self.look_again(flips);
        }
        let recognition = self.conventions.recognise(&path, &entry.signs, &self.config.settings);
        entry.recognise(recognition, self.day_forms());
        self.unrecognised.remove(&path);
    }

    /// Takes a note that goes out of the counts.
    pub(super) fn count_out(&mut self, entry: &ReadNote) {
        let path = &entry.note.path;
        let flips = self.conventions.count(path, &entry.signs, false);
        self.look_again(flips);
        let meeting = entry.facts(&self.config).meeting.as_ref();
        let stems = meeting.map(listed_stems).unwrap_or_default();
        self.count_listed(&stems, &BTreeSet::new());
        self.unrecognised.remove(path);
    }

    /// Counts whom a meeting lists, in place of whom it listed before.
    pub(super) fn count_listed(&mut self, before: &BTreeSet<String>, now: &BTreeSet<String>) {
        let gone = before.difference(now).map(|stem| (stem, false));
        let new = now.difference(before).map(|stem| (stem, true));
        for (stem, is_there) in gone.chain(new) {
            if self.conventions.count_listed(stem, is_there) {
                self.unrecognised.extend(self.stems.get(stem).into_iter().flatten().cloned());
            }
        }
    }

    fn look_again(&mut self, flips: Vec<Flip>) {
        for flip in flips {
            match flip {
                Flip::Folder(folder) => {
                    let start = NotePath::new(format!("{folder}/"));
                    let below = self.notes.range(start..).map(|(path, _)| path);
                    self.unrecognised.extend(below.take_while(|path| path.is_in(&folder)).cloned());
                }
                Flip::Days => {
                    let is_open = |entry: &ReadNote| {
                        entry.facts(&self.config).meeting.as_ref().is_some_and(|meeting| meeting.is_day_open)
                    };
                    let open = self.notes.iter().filter(|(_, entry)| is_open(entry)).map(|(path, _)| path.clone());
                    let open: Vec<NotePath> = open.collect();
                    self.unrecognised.extend(open);
                }
            }
        }
    }

    /// Recognises the notes again whose kind may be another one since other notes changed. This ends: kinds of meetings
    /// depend on folders alone, and kinds of people on these and on meetings.
    pub(super) fn recognise_again(&mut self) {
        while let Some(path) = self.unrecognised.pop_first() {
            let Some(entry) = self.notes.get(&path) else { continue };
            let now = self.conventions.recognise(&path, &entry.signs, &self.config.settings);
            let forms = self.day_forms();
            if now.kind == entry.note.kind && !entry.is_read_otherwise(forms) {
                if let Some(entry) = self.notes.get_mut(&path) {
                    entry.recognise(now, forms);
                }
                continue;
            }
            let text = entry.note.text.clone();
            let read = self.read(path, text);
            self.put(read);
        }
    }
}
