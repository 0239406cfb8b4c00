//! The meetings that a note should list, and why: a person took part or was talked about, a company or a project is
//! linked.

use std::collections::BTreeSet;

use namesake_text::fold::words;

use super::line::{line_id, without_id};
use super::naming::{Naming, naming};
use crate::facts::{Meeting, iso_day};
use crate::vault::{Vault, stated_targets};
use namesake_note::note::{Kind, Link, Note, links};
use namesake_text::path::NotePath;
use namesake_text::text::plain;

/// Why a note should list a meeting.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Involvement {
    /// The person took part.
    TookPart,
    /// The person was not there and is linked.
    Linked,
    /// The person was not there and is named.
    Named,
    /// The company or project is linked.
    About,
}

/// A meeting that a note should list.
pub struct Encounter<'v> {
    /// Its day.
    pub date: &'v str,
    /// Its note.
    pub path: &'v NotePath,
    /// What its note says.
    pub meeting: &'v Meeting,
    /// Why it is listed.
    pub part: Involvement,
}

/// Stands behind the words if the person was only talked about.
pub const MENTIONED: &str = "(mentioned)";

/// All meetings that `note` should list, or only the one that is asked `about`. Meetings without a day are never
/// listed.
pub fn encounters<'v>(note: &Note, vault: &'v Vault, about: Option<&NotePath>) -> Vec<Encounter<'v>> {
    let dated = |path: &NotePath, part| {
        let path = &vault.note(path)?.path;
        let meeting = vault.facts(path)?.meeting.as_ref()?;
        Some(Encounter { date: meeting.date.as_deref()?, path, meeting, part })
    };
    let is_person = note.kind == Kind::Person;
    let is_asked = |path: &&NotePath| is_person && about.is_none_or(|about| *path == about);
    let there = vault.meetings_of(&note.path).filter(is_asked).filter_map(|path| dated(path, Involvement::TookPart));
    let naming = match about {
        Some(meeting) => BTreeSet::from([meeting.clone()]),
        None if is_person => vault.meetings_naming(&note.path),
        None => vault.backlinks(&note.path),
    };
    let is_there =
        |path: &NotePath| vault.attendees(path).iter().any(|other| other.person.as_ref() == Some(&note.path));
    let others = naming.iter().filter(|path| !is_person || !is_there(path));
    there.chain(others.filter_map(|path| dated(path, involvement(note, path, vault)?))).collect()
}

/// Why `note` should list a meeting in which its person is not known to have taken part.
fn involvement(note: &Note, path: &NotePath, vault: &Vault) -> Option<Involvement> {
    let meeting = vault.note(path).filter(|meeting| meeting.kind == Kind::Meeting)?;
    let leads_here = |link: &&Link| vault.linked(meeting.slice(link.target)) == Some(&note.path);
    let mut links = meeting.body().links.iter().filter(leads_here);
    let spoken = vault.transcript_spans(path);
    let is_linked = links.any(|link| !spoken.iter().any(|span| span.contains(link.span)));
    match note.kind {
        Kind::Person if is_called_like_one_there(note, path, vault) => None,
        Kind::Person if is_linked => {
            Some(if may_be_there(note, path, vault) { Involvement::Named } else { Involvement::Linked })
        }
        Kind::Person => {
            let is_named =
                |passage| naming(vault, path, passage, &note.path).is_some_and(|named| named > Naming::Doubtful);
            vault.lessons(path).any(|(_, passage)| is_named(passage)).then_some(Involvement::Named)
        }
        _ => (is_linked || states(meeting, &note.path, vault)).then_some(Involvement::About),
    }
}

/// Whether a property of the meeting says that it was about the company or project at `path`.
fn states(meeting: &Note, path: &NotePath, vault: &Vault) -> bool {
    stated_targets(meeting).any(|target| vault.linked(target) == Some(path))
}

/// Whether somebody took part under the very name of the person and it is doubtful who. Then the person may have been
/// there, and nobody knows yet whether they were only talked about.
fn is_called_like_one_there(note: &Note, meeting: &NotePath, vault: &Vault) -> bool {
    let known = vault.person(&note.path);
    let names = known.map(|known| known.names.as_slice()).unwrap_or_default();
    let mut doubtful = vault.attendees(meeting).iter().filter(|other| other.person.is_none());
    doubtful.any(|other| names.iter().any(|name| words(name).eq(words(&other.written))))
}

/// Whether the person may have taken part after all: the meeting lists nobody, or it lists a form with that first name
/// that is not resolved.
fn may_be_there(note: &Note, meeting: &NotePath, vault: &Vault) -> bool {
    let attendees = vault.attendees(meeting);
    let known = vault.person(&note.path);
    let first = |name: &str| words(name).next();
    let is_alike = |written: &str| {
        known.is_some_and(|known| {
            known.names.iter().any(|name| first(name).is_some_and(|word| first(written) == Some(word)))
        })
    };
    attendees.is_empty() || attendees.iter().any(|other| other.person.is_none() && is_alike(&other.written))
}

impl Encounter<'_> {
    /// What the line says of the meeting.
    fn words(&self) -> Option<String> {
        let is_talk = matches!(self.part, Involvement::Linked | Involvement::Named);
        match (&self.meeting.summary, is_talk) {
            (Some(summary), true) => Some(format!("{summary} {MENTIONED}")),
            (None, true) => Some(MENTIONED.to_owned()),
            (summary, false) => summary.clone(),
        }
    }

    /// The line in the note at `from`, without its bullet, and the ids that it may have, the usual one first. `None` where
    /// the meeting cannot be linked.
    pub fn line(&self, vault: &Vault, from: &NotePath) -> Option<EncounterLine> {
        let stem = self.path.stem();
        let short = without_day(stem, self.date);
        let shown = plain(if short.is_empty() { stem } else { short });
        let date = self.date;
        // A meeting without a summary has a line too; it is recognised by its id once there is a summary.
        let words = self.words().map(|words| format!(" - {words}"));
        let link = match &words {
            Some(_) => vault.link_showing(from, self.path, &shown)?,
            None => vault.link(from, self.path, &shown)?,
        };
        let rest = words.unwrap_or_default();
        let said = format!("{date}: {link}{rest}");
        Some(EncounterLine { ids: ids(&said, &rest), said })
    }
}

/// A line about a meeting as it should read.
pub struct EncounterLine {
    /// Without its bullet and id.
    said: String,
    ids: [String; 3],
}

impl EncounterLine {
    /// The line with the first of its ids that is not `taken`, and takes it.
    pub fn with_new_id(&self, taken: &mut BTreeSet<String>) -> Option<String> {
        let id = self.ids[..2].iter().find(|id| !taken.contains(*id))?;
        taken.insert(id.clone());
        Some(format!("{} ^{id}", self.said))
    }

    /// Whether a line of the note reads so but for the way in which it links the meeting. A vault that changes how it writes
    /// links keeps the lines it has.
    pub fn is_linked_alike(&self, line: &str) -> bool {
        let (said, id) = without_id(line);
        id.is_some() && is_linked_alike(said, &self.said)
    }

    /// Whether a line of the note reads so, whichever of the ids it has.
    pub fn is(&self, line: &str) -> bool {
        let (said, id) = without_id(line);
        said == self.said && id.is_some_and(|id| self.ids.iter().any(|own| own == id))
    }
}

/// The ids that a line may have: the digest of all that it shows; where a line about a meeting of the same name and day
/// has that already, the digest of all that stands there. Older lines have the digest of their words alone, which two
/// meetings can have in common.
fn ids(said: &str, rest: &str) -> [String; 3] {
    let words = rest.trim();
    [line_id(&plain(said)), line_id(said), line_id(words.strip_prefix("- ").unwrap_or(words))]
}

/// A meeting's name without the day at its beginning.
fn without_day<'n>(stem: &'n str, day: &str) -> &'n str {
    stem.strip_prefix(day).unwrap_or(stem).trim_start_matches([' ', '-', '–', '_'])
}

/// Whether a link has the shape that Namesake writes: to a whole note, shown by the note's name with or without the
/// day.
fn is_whole(text: &str, link: &Link) -> bool {
    let path = NotePath::new(links::decoded(link.target.of(text)).into_owned());
    let stem = path.stem();
    let short = without_day(stem, stem.get(..10).unwrap_or_default());
    let shown = link.shown(text);
    let is_shown = |name: &str| shown == plain(name) || shown == plain(name).replace('[', "(").replace(']', ")");
    !link.span.of(text).contains('#') && (link.display.is_none() || is_shown(stem) || is_shown(short))
}

/// Whether two lines differ only in how they link the same meeting: one as a wikilink and the other as a Markdown link, or
/// by other spellings of its path.
fn is_linked_alike(now: &str, new: &str) -> bool {
    let parts = |line| {
        let link = links::read(line, 0, &[]).into_iter().next()?;
        Some((&line[..link.span.start], link.shown(line), &line[link.span.end..]))
    };
    parts(now).is_some() && parts(now) == parts(new)
}

/// Whether a line of Recent Context is as Namesake wrote it; `None` if Namesake did not write it.
pub fn is_untouched(line: &str) -> Option<bool> {
    let (said, id) = without_id(line);
    let (meeting, id) = (links::read(said, 0, &[]).into_iter().next()?, id?);
    let bare = said.trim_start().trim_start_matches(['-', '*', '+']).trim_start();
    let rest = said[meeting.span.end..].trim();
    // Namesake writes a day, a colon and a link to the whole note; anything else there was put in by hand.
    let before = bare[..bare.len() - (said.len() - meeting.span.start)].strip_suffix(": ");
    let is_day = before.is_some_and(|day| iso_day(day).as_deref() == Some(day));
    Some(is_day && is_whole(said, &meeting) && ids(bare, rest).iter().any(|own| own == id))
}
