//! A note for a person who has none: where it will stand and what it will say, by a template that the user owns. Which
//! words ask for one is left to the rules, making it to the plan and the shells.

mod name;
mod template;
#[cfg(test)]
mod tests;

use std::borrow::Cow;

use crate::finding::{NewNote, Tier};
use crate::frontmatter::{Fence, Frontmatter, SpliceError, insert_ordered, set_list, set_scalar, set_typed};
use crate::names::Question;
use crate::note::{Kind, Note};
use crate::path::NotePath;
use crate::tasks::owners::as_handle;
use crate::text::{self, Edit};
use crate::vault::{Vault, iso_day};
use template::{Filled, Values};

/// A person's note to be made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewPerson {
    /// The note.
    pub note: NewNote,
    /// The link to it, which shows what was written.
    pub link: String,
}

/// The template where the user has none: the shape of person notes that Namesake knows.
const OWN: &str = include_str!("person.md");
/// What a template is tried with.
const TRIAL: Values = Values { name: "A", handle: "A", date: "2025-01-01", source: "[[a]]", company: None };
const REVIEW: &str = "needs-review";

impl Vault {
    /// The note that would be made for `written`, as `source` writes it.
    ///
    /// # Errors
    /// Why none can be made, for the user.
    pub fn new_person(&self, written: &str, source: &Note) -> Result<NewPerson, String> {
        let is_company = |name: &str| self.company(name).is_some();
        let (name, company) = name::of(written, is_company).ok_or("no note can have this name.")?;
        let path = NotePath::new(in_folder(&self.folder_of_new_people()?, &format!("{name}.md")));
        if !self.is_free(&path) {
            return Err(format!("a note called “{name}” is there already."));
        }
        let from = self.link(&source.path, "").filter(|link| !template::is_live(link));
        let from = from.ok_or("no link can lead to this note, and theirs has to say where it comes from.")?;
        let company = company.and_then(|company| self.company(&company)).and_then(|path| name::plain(path.stem()));
        let values = Values {
            name: &name,
            handle: &as_handle(&name),
            date: &self.day_of(source),
            source: &from,
            company: company.as_deref(),
        };
        let template = &self.config().settings.person_template;
        let Filled { text, empty } = self.filled(template, &values, &path)?;
        let remarks = (!empty.is_empty()).then(|| empty_slots(&empty)).into_iter().collect();
        let shown = text::plain(written);
        let shown = shown.trim_start_matches('@').trim();
        let link = if shown == name { format!("[[{name}]]") } else { format!("[[{name}|{shown}]]") };
        Ok(NewPerson { note: NewNote { path, text, remarks }, link })
    }

    /// What is wrong with the note at `path` as a template for people, as a sentence for the user; `None` where nothing is.
    /// An empty path stands for Namesake's own.
    pub fn template_trouble(&self, path: &str) -> Option<String> {
        let filled = self.folder_of_new_people().and_then(|folder| {
            let trial = NotePath::new(in_folder(&folder, "A.md"));
            self.filled(path, &TRIAL, &trial)
        });
        filled.err().map(|reason| reason[..1].to_uppercase() + &reason[1..])
    }

    /// The slots of the template at `path` that nothing is put into, in a sentence for the user; `None` where there are none.
    pub fn template_remark(&self, path: &str) -> Option<String> {
        let filled = template::fill(&self.template(path).ok()?, &TRIAL).ok()?;
        (!filled.empty.is_empty()).then(|| empty_slots(&filled.empty))
    }

    /// The text of the note that the template at `from` makes at `path`.
    fn filled(&self, from: &str, values: &Values, path: &NotePath) -> Result<Filled, String> {
        let wrong = |reason: String| match from.trim() {
            "" => reason,
            from => format!("the template {from} cannot be used: {reason}"),
        };
        let mut filled = self.template(from).and_then(|text| template::fill(&text, values)).map_err(wrong)?;
        filled.text = marked(filled.text, values).map_err(|error| wrong(format!("{error}.")))?;
        if filled.text.len() > self.config().settings.max_note_bytes {
            return Err(wrong("it is larger than notes are read.".to_owned()));
        }
        let entry = self.read(path.clone(), filled.text);
        if entry.note().kind != Kind::Person {
            let reason =
                "what it makes is no person note; give it `type: people`, and a folder that is not left alone.";
            return Err(wrong(reason.to_owned()));
        }
        Ok(Filled { text: entry.into_text(), ..filled })
    }

    /// The template at `path`, a path in the vault with or without its ending.
    fn template(&self, path: &str) -> Result<Cow<'_, str>, String> {
        let path = path.trim();
        if path.is_empty() {
            return Ok(OWN.into());
        }
        let path = NotePath::new(format!("{}.md", path.strip_suffix(".md").unwrap_or(path)));
        let unreadable =
            || self.unreadable().find(|(other, _)| **other == path).map(|(_, reason)| format!("{reason}."));
        let missing = || unreadable().unwrap_or_else(|| "there is no such note.".to_owned());
        self.text(&path).map(Cow::Borrowed).ok_or_else(missing)
    }

    /// The folder that is set, in the spelling it has where people are already; else where most of them are.
    fn folder_of_new_people(&self) -> Result<String, String> {
        let settings = &self.config().settings;
        let set = settings.new_people_folder.trim().trim_matches('/');
        let most = |best: Option<(_, usize)>, next: (_, usize)| {
            Some(best.filter(|(_, count)| *count >= next.1).unwrap_or(next))
        };
        let folder = match set {
            "" => match self.usage().people_folders().fold(None, most) {
                Some((folder, _)) => folder,
                None => settings.people_folders.first().map_or("People", |folder| folder.trim_matches('/')),
            },
            set => {
                let is_it = |folder: &&str| folder.to_lowercase() == set.to_lowercase();
                self.usage().people_folders().map(|(folder, _)| folder).find(is_it).unwrap_or(set)
            }
        };
        match folder.is_empty() || folder.split('/').all(name::is_folder) {
            true => Ok(folder.to_owned()),
            false => {
                Err(format!("“{folder}” is no folder that new notes can be put into; name another in the settings."))
            }
        }
    }

    /// The company that is certainly meant.
    fn company(&self, name: &str) -> Option<&NotePath> {
        let answer = self.names().resolve(&Question::company(name));
        let best = answer.best.filter(|_| answer.tier == Some(Tier::Auto))?;
        self.note(&best).map(|note| &note.path)
    }

    /// The day of a meeting, or the one that a note's name begins with; empty where nobody says.
    fn day_of(&self, note: &Note) -> String {
        let meeting = self.facts(&note.path).and_then(|facts| facts.meeting.as_ref());
        let day = meeting.and_then(|meeting| meeting.date.clone());
        day.or_else(|| iso_day(note.path.stem().get(..10)?)).unwrap_or_default()
    }
}

fn in_folder(folder: &str, name: &str) -> String {
    if folder.is_empty() { name.to_owned() } else { format!("{folder}/{name}") }
}

fn empty_slots(slots: &[String]) -> String {
    let slots: Vec<String> = slots.iter().map(|slot| format!("{{{{{slot}}}}}")).collect();
    format!(
        "Slots of the template that Namesake does not know, or that stand where no value can, stay empty: {}.",
        slots.join(", ")
    )
}

/// `text` with what every note that Namesake makes has to say: who it is about, that nobody wrote it, that somebody should
/// look, and where it comes from.
fn marked(text: String, values: &Values) -> Result<String, SpliceError> {
    let text = if Fence::find(&text).block().is_some() { text } else { format!("---\n---\n{text}") };
    let text = changed(text, |text, fm| match fm.text("title") {
        Some(title) if title.contains(values.name) => Ok(Vec::new()),
        _ => set_scalar(text, fm, "title", values.name),
    })?;
    let text = changed(text, |text, fm| match fm.get("auto_created") {
        Some(_) => Ok(Vec::new()),
        None => insert_ordered(text, fm, "auto_created", "", &[]),
    })?;
    let text = changed(text, |text, fm| match fm.text("auto_created") {
        Some("true") => Ok(Vec::new()),
        _ => set_typed(text, fm, "auto_created", "true"),
    })?;
    let text = changed(text, |text, fm| {
        let tags = fm.list("tags");
        let mut tags: Vec<&str> =
            tags.iter().flat_map(|tags| tags.split([',', ' '])).filter(|tag| !tag.is_empty()).collect();
        if tags.iter().any(|tag| tag.trim_start_matches('#') == REVIEW) {
            return Ok(Vec::new());
        }
        tags.push(REVIEW);
        set_list(text, fm, "tags", &tags)
    })?;
    match text.contains(values.source) {
        true => Ok(text),
        false => changed(text, |text, fm| set_scalar(text, fm, "source", values.source)),
    }
}

fn changed(
    text: String,
    edits: impl Fn(&str, &Frontmatter) -> Result<Vec<Edit>, SpliceError>,
) -> Result<String, SpliceError> {
    let edits = edits(&text, &Frontmatter::read(&text))?;
    text::apply(&text, &edits).map_err(|_| SpliceError::Invalid)
}
