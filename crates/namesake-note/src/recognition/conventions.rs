//! What the notes of a vault do alike: which folders hold people, whom meetings list, which of two numbers is the day.
//! Counted note by note, so that a changed note costs itself alone.

use std::collections::BTreeMap;

use super::name_shape::NameShape;
use super::recognised::{Convention, Reason, Recognition};
use super::signs::{AttendanceSign, FolderSign, Sign, Signs};
use crate::config::Settings;
use crate::days::DayOrder;
use crate::kind::Kind;
use namesake_text::path::NotePath;

/// How many notes of a folder for people there are, and how many of them look as notes about people do.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
struct FolderCount {
    notes: usize,
    alike: usize,
}

/// The counts over all notes.
#[derive(Debug, Default)]
pub struct Conventions {
    folders: BTreeMap<String, FolderCount>,
    /// How often meetings list a link to a file's name, in lower case.
    listed: BTreeMap<String, usize>,
    /// Notes whose names prove that the day stands first, or the month.
    orders: [usize; 2],
}

/// What other notes have to be looked at again for.
#[derive(Debug, PartialEq, Eq)]
pub enum Flip {
    /// The notes below a folder.
    Folder(String),
    /// The notes whose days may be one of two.
    Days,
}

/// So many notes prove an order of day and month, while none proves the other.
const PROOF: usize = 1;

impl Conventions {
    /// Counts a note in, or out of the counts. Says what may be different for other notes.
    pub fn count(&mut self, path: &NotePath, signs: &Signs, is_there: bool) -> Vec<Flip> {
        let step = |count: &mut usize, by: bool| {
            if by {
                *count = if is_there { *count + 1 } else { count.saturating_sub(1) }
            }
        };
        let mut flips = Vec::new();
        if let Some(folder) = signs.folder.filter(|folder| is_counted(*folder, signs)) {
            let name = folder.folder(path);
            let before = self.agrees(folder, name);
            let count = self.folders.entry(name.to_owned()).or_default();
            step(&mut count.notes, true);
            step(&mut count.alike, is_like_person(folder, signs));
            if count.notes == 0 {
                self.folders.remove(name);
            }
            if self.agrees(folder, name) != before {
                flips.push(Flip::Folder(name.to_owned()));
            }
        }
        let before = self.day_order();
        match signs.proves {
            Some(DayOrder::DayFirst) => step(&mut self.orders[0], true),
            Some(DayOrder::MonthFirst) => step(&mut self.orders[1], true),
            None => {}
        }
        if self.day_order() != before {
            flips.push(Flip::Days);
        }
        flips
    }

    /// Counts a link in a meeting's list of participants in, or out of the counts. Says whether that makes the note a
    /// listed one, or one no more.
    pub fn count_listed(&mut self, stem: &str, is_there: bool) -> bool {
        let count = self.listed.entry(stem.to_owned()).or_default();
        let before = *count > 0;
        *count = if is_there { *count + 1 } else { count.saturating_sub(1) };
        let after = *count > 0;
        if !after {
            self.listed.remove(stem);
        }
        before != after
    }

    /// The order of day and month that the names of the notes prove.
    pub const fn day_order(&self) -> Option<DayOrder> {
        match self.orders {
            [day, 0] if day >= PROOF => Some(DayOrder::DayFirst),
            [0, month] if month >= PROOF => Some(DayOrder::MonthFirst),
            _ => None,
        }
    }

    /// Whether the notes of a folder are what its name says.
    fn agrees(&self, sign: FolderSign, folder: &str) -> bool {
        let count = self.folders.get(folder).copied().unwrap_or_default();
        // What a meeting's note lacks, a day or people, keeps rules from doing harm, so only people are counted.
        sign.is_set || sign.kind != Kind::Person || 2 * count.alike >= count.notes
    }

    /// What the note at `path` is.
    pub fn recognise(&self, path: &NotePath, signs: &Signs, settings: &Settings) -> Recognition {
        if let Some(reason) = &signs.excluded {
            return Recognition::certain(Kind::Excluded, reason.clone());
        }
        if let Some(stated) =
            signs.stated.as_ref().filter(|stated| is_meant(stated, signs) && !is_denied(&stated.reason, settings))
        {
            return Recognition::certain(stated.kind, stated.reason.clone());
        }
        if signs.is_index && !signs.folder.is_some_and(|folder| folder.is_set) {
            return Recognition::nothing();
        }
        let by_body = || signs.attendance == AttendanceSign::Body;
        let is_person_shaped = signs.name >= NameShape::Several || signs.is_handle;
        let mut asked = None;
        let mut likely = |convention: Convention| match settings.conventions.get(&convention.key) {
            Some(answer) => answer.kind().map(|kind| Recognition::certain(kind, Reason::Settings)),
            None => {
                asked.get_or_insert(convention);
                None
            }
        };
        if signs.attendance == AttendanceSign::Properties {
            return Recognition::certain(Kind::Meeting, Reason::Participants);
        }
        let is_answered = |reason: &Reason| reason.key().is_some_and(|key| settings.conventions.contains_key(&key));
        let found = self.by_folder(path, signs, is_answered, &mut likely);
        let found = found.or_else(|| match () {
            () if by_body() || signs.is_titled_meeting => {
                let reason = if by_body() { Reason::Participants } else { Reason::FileName };
                Some(Recognition::certain(Kind::Meeting, reason))
            }
            () if signs.is_handle => Some(Recognition::certain(Kind::Person, Reason::FileName)),
            () if signs.has_contact && is_person_shaped => {
                Some(Recognition::certain(Kind::Person, Reason::ContactDetails))
            }
            () => None,
        });
        let found = found.or_else(|| self.by_list(path, signs, is_answered, &mut likely));
        let found = found.or_else(|| by_hint(signs, is_answered, &mut likely));
        found.unwrap_or_else(|| asked.map_or_else(Recognition::nothing, Recognition::likely))
    }

    fn by_folder(
        &self,
        path: &NotePath,
        signs: &Signs,
        is_answered: impl Fn(&Reason) -> bool,
        likely: &mut impl FnMut(Convention) -> Option<Recognition>,
    ) -> Option<Recognition> {
        let sign = signs.folder?;
        let folder = sign.folder(path);
        let reason = if sign.is_set { Reason::Settings } else { Reason::Folder(folder.to_owned()) };
        let certain = |kind| Some(Recognition::certain(kind, reason.clone()));
        if sign.is_set {
            return certain(sign.kind);
        }
        // A folder of customers may hold people: the name decides.
        let is_person = signs.name == NameShape::Full || signs.has_contact && signs.name >= NameShape::Single;
        let kind = match sign.kind {
            Kind::Company if !sign.is_plain && is_person => Kind::Person,
            kind => kind,
        };
        // A project's folder holds its meetings as well.
        if matches!(kind, Kind::Project | Kind::Company) && signs.is_titled_meeting {
            return None;
        }
        // What has a day in its name is about that day; a folder for more than people says nothing of other notes.
        let is_odd = signs.is_dated || !sign.is_plain && !is_like_person(sign, signs);
        if kind == Kind::Person && sign.kind == Kind::Person && is_odd {
            return None;
        }
        // “Interviews” and “Workshops” may hold anything.
        if kind == Kind::Meeting && !sign.is_plain && !is_like_meeting(signs) {
            return None;
        }
        // What leads to meetings and has no day is no meeting.
        if sign.kind == Kind::Meeting && signs.leads_to_days {
            return None;
        }
        if self.agrees(sign, folder) && !is_answered(&reason) {
            return certain(kind);
        }
        likely(Convention { key: format!("folder:{folder}"), kind, reason: reason.clone() })
    }

    fn by_list(
        &self,
        path: &NotePath,
        signs: &Signs,
        is_answered: impl Fn(&Reason) -> bool,
        likely: &mut impl FnMut(Convention) -> Option<Recognition>,
    ) -> Option<Recognition> {
        let is_listed = self.listed.contains_key(&path.stem().to_lowercase());
        if !is_listed || signs.is_dated || signs.folder.is_some_and(|folder| folder.kind != Kind::Person) {
            return None;
        }
        match signs.name {
            NameShape::Full | NameShape::Several if !is_answered(&Reason::Listed) => {
                Some(Recognition::certain(Kind::Person, Reason::Listed))
            }
            NameShape::Full | NameShape::Several | NameShape::Single => {
                likely(Convention { key: "listed".to_owned(), kind: Kind::Person, reason: Reason::Listed })
            }
            NameShape::None => None,
        }
    }
}

/// What a tag's first part, or a list of people beside a day, makes likely.
fn by_hint(
    signs: &Signs,
    is_answered: impl Fn(&Reason) -> bool,
    likely: &mut impl FnMut(Convention) -> Option<Recognition>,
) -> Option<Recognition> {
    if let Some(hint) = &signs.hint {
        let fits = match hint.kind {
            Kind::Person => signs.name >= NameShape::Several && !signs.is_dated,
            _ => signs.is_dated || signs.attendance != AttendanceSign::None,
        };
        // A topic may be tagged with any word.
        if signs.name == NameShape::None && !fits {
            return None;
        }
        if fits && !is_answered(&hint.reason) {
            return Some(Recognition::certain(hint.kind, hint.reason.clone()));
        }
        let key = hint.reason.key().unwrap_or_else(|| "hint".to_owned());
        return likely(Convention { key, kind: hint.kind, reason: hint.reason.clone() });
    }
    if signs.attendance == AttendanceSign::Companions && signs.is_dated {
        return likely(Convention { key: "companions".to_owned(), kind: Kind::Meeting, reason: Reason::Participants });
    }
    None
}

/// Whether the user said that notes with this sign are of no kind.
fn is_denied(reason: &Reason, settings: &Settings) -> bool {
    let answer = reason.key().and_then(|key| settings.conventions.get(&key));
    answer.is_some_and(|answer| answer.kind().is_none())
}

/// Whether a stated kind is meant: a tag such as `character` or `customer` may be the topic of a note that is not called
/// like one.
fn is_meant(stated: &Sign, signs: &Signs) -> bool {
    let is_of_folder = signs.folder.is_some_and(|folder| folder.kind == stated.kind);
    if is_of_folder || !matches!(stated.reason, Reason::Tag(_)) {
        return true;
    }
    match stated.kind {
        Kind::Person => signs.name > NameShape::None,
        Kind::Company => !signs.is_dated && !signs.is_sentence,
        _ => true,
    }
}

/// Whether a note counts for what its folder holds.
fn is_counted(folder: FolderSign, signs: &Signs) -> bool {
    folder.kind == Kind::Person && signs.excluded.is_none() && !signs.is_index
}

/// Whether a note has a day, or people.
fn is_like_meeting(signs: &Signs) -> bool {
    signs.has_day || signs.attendance != AttendanceSign::None
}

/// Whether a note in a folder for people looks as one about a person does.
fn is_like_person(folder: FolderSign, signs: &Signs) -> bool {
    let least = if folder.is_plain { NameShape::Single } else { NameShape::Several };
    match &signs.stated {
        Some(stated) => stated.kind == Kind::Person,
        None => signs.name >= least || signs.has_contact || signs.is_handle,
    }
}
