//! The note for a person who has none: where it will stand and what it will say, by a template that the user owns.
//! Which words ask for one is left to the rules, and writing it to the plan and the shells.

mod name;
mod template;

use std::borrow::Cow;

use serde::Serialize;

use crate::facts::named_day;
use crate::vault::Vault;
use namesake_language::{Said, say};
use namesake_names::Question;
use namesake_note::adopted::Links;
use namesake_note::finding::{NewNote, Tier};
use namesake_note::note::{Kind, Note};
use namesake_tasks::owners::as_handle;
use namesake_text::frontmatter::{Fence, Frontmatter, SpliceError, insert_ordered, set_list, set_scalar, set_typed};
use namesake_text::path::NotePath;
use namesake_text::text::{self, Edit};
use template::{FilledTemplate, SlotValues};

/// A note to be created for a person.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewPerson {
    /// The note.
    pub note: NewNote,
    /// What a link to it shows.
    shown: String,
}

/// What is wrong with a template, in sentences for the user.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(tsify::Tsify))]
pub struct TemplateCheck {
    /// Why it cannot be used.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub trouble: Option<String>,
    /// Which of its slots stay empty.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub remark: Option<String>,
}

/// Namesake's own template, used if the user has set none.
pub const OWN: &str = include_str!("person.md");
/// The values that a template is tried with.
const TRIAL: SlotValues = SlotValues { name: "A", handle: "A", date: "2025-01-01", source: "[[a]]", company: None };
const REVIEW: &str = "needs-review";

impl NewPerson {
    /// The note that would be made for `written`, as `source` writes it.
    ///
    /// # Errors
    /// Why none can be made, for the user.
    pub fn of(vault: &Vault, written: &str, source: &Note) -> Result<Self, Said> {
        let is_company = |name: &str| certain_company(vault, name).is_some();
        let unsigned = vault.config().settings.without_sign(written);
        let (name, company) = name::of(unsigned, is_company).ok_or_else(no_name)?;
        let path = free_path(vault, &folder_of_new_people(vault)?, &name)?;
        let from = vault.wikilink(&path, &source.path, "").filter(|link| !template::is_live(link));
        let from =
            from.ok_or_else(|| say!("No link can lead to this note, and theirs has to say where it comes from."))?;
        let company = company.and_then(|name| certain_company(vault, &name)).and_then(|path| name::plain(path.stem()));
        let values = SlotValues {
            name: &name,
            handle: &as_handle(&name),
            date: &day_of(vault, source),
            source: &from,
            company: company.as_deref(),
        };
        let template = &vault.config().settings.person_template;
        let FilledTemplate { text, empty } = filled(vault, template, &values, &path)?;
        let remarks = empty_slots(&empty).into_iter().map(String::from).collect();
        let shown = text::plain(written);
        let shown = vault.shown(&name, vault.config().settings.without_sign(&shown));
        let shown = shown.to_owned();
        Ok(Self { note: NewNote { path, text, remarks }, shown })
    }

    /// The links to it in the note at `from`, which show what was written.
    pub fn links(&self, vault: &Vault, from: &NotePath) -> Links {
        vault.links_to_new(from, &self.note.path, &self.shown)
    }
}

/// The name and the path of a new person's note in the folder of the note at `beside`, for a name as somebody types it.
///
/// # Errors
/// Why there can be no such note, for the user.
pub fn beside(vault: &Vault, written: &str, beside: &NotePath) -> Result<(String, NotePath), String> {
    let (name, _) = name::of(written, |_| false).ok_or_else(no_name)?;
    let path = free_path(vault, beside.folder(), &name)?;
    Ok((name, path))
}

fn no_name() -> Said {
    say!("No note can have this name.")
}

/// The path of a note called `name` in `folder`, where no note of this name is anywhere.
fn free_path(vault: &Vault, folder: &str, name: &str) -> Result<NotePath, Said> {
    let path = NotePath::new(in_folder(folder, &format!("{name}.md")));
    match vault.is_free(&path) {
        true => Ok(path),
        false => Err(say!("A note called “{name}” is there already.", name)),
    }
}

impl TemplateCheck {
    /// Tries the note at `path` as a template. An empty path stands for Namesake's own template.
    pub fn of(vault: &Vault, path: &str) -> Self {
        let trial = |folder: String| filled(vault, path, &TRIAL, &NotePath::new(in_folder(&folder, "A.md")));
        match folder_of_new_people(vault).and_then(trial) {
            Ok(filled) => Self { trouble: None, remark: empty_slots(&filled.empty).map(String::from) },
            Err(reason) => Self { trouble: Some(reason.into()), remark: None },
        }
    }
}

/// The template at `from`, filled with `values` for a note at `path`.
fn filled(vault: &Vault, from: &str, values: &SlotValues, path: &NotePath) -> Result<FilledTemplate, Said> {
    let wrong = |reason: Said| match from.trim() {
        "" => reason,
        from => say!("The template {from} cannot be used: {reason}", from, reason),
    };
    let mut filled = template_text(vault, from).and_then(|text| template::fill(&text, values)).map_err(wrong)?;
    filled.text = marked(filled.text, values).map_err(|error| wrong(Said::verbatim(format!("{error}."))))?;
    if filled.text.len() > vault.config().settings.max_note_bytes {
        return Err(wrong(say!("it is larger than notes are read.")));
    }
    let entry = vault.read(path.clone(), filled.text);
    if entry.note().kind != Kind::Person {
        return Err(wrong(say!(
            "what it makes is no person note; give it `type: people`, and a folder that is not left alone."
        )));
    }
    Ok(FilledTemplate { text: entry.into_text(), ..filled })
}

/// The template at `path`, a path in the vault with or without its ending.
fn template_text<'v>(vault: &'v Vault, path: &str) -> Result<Cow<'v, str>, Said> {
    let path = path.trim();
    if path.is_empty() {
        return Ok(OWN.into());
    }
    let path = NotePath::new(format!("{}.md", path.strip_suffix(".md").unwrap_or(path)));
    let unreadable = || {
        vault.unreadable().find(|(other, _)| **other == path).map(|(_, reason)| Said::verbatim(format!("{reason}.")))
    };
    let missing = || unreadable().unwrap_or_else(|| say!("there is no such note."));
    vault.text(&path).map(Cow::Borrowed).ok_or_else(missing)
}

/// The folder from the settings, spelt as existing notes spell it; else the folder with most person notes.
fn folder_of_new_people(vault: &Vault) -> Result<String, Said> {
    let settings = &vault.config().settings;
    let set = settings.new_people_folder.trim().trim_matches('/');
    let most =
        |best: Option<(_, usize)>, next: (_, usize)| Some(best.filter(|(_, count)| *count >= next.1).unwrap_or(next));
    let folder = match set {
        "" => match vault.usage().people_folders().fold(None, most) {
            Some((folder, _)) => folder,
            None => settings.people_folders.first().map_or("People", |folder| folder.trim_matches('/')),
        },
        set => {
            let is_it = |folder: &&str| folder.to_lowercase() == set.to_lowercase();
            vault.usage().people_folders().map(|(folder, _)| folder).find(is_it).unwrap_or(set)
        }
    };
    match folder.is_empty() || folder.split('/').all(name::is_folder) {
        true => Ok(folder.to_owned()),
        false => {
            Err(say!("“{folder}” is no folder that new notes can be put into; name another in the settings.", folder))
        }
    }
}

/// The company note that `name` certainly means.
fn certain_company<'v>(vault: &'v Vault, name: &str) -> Option<&'v NotePath> {
    let answer = vault.names().resolve(&Question::company(name));
    let best = answer.best.filter(|_| answer.tier == Some(Tier::Auto))?;
    vault.note(&best).map(|note| &note.path)
}

/// The day of the meeting, else the day that the note's name begins with, else empty.
fn day_of(vault: &Vault, note: &Note) -> String {
    let meeting = vault.meeting(&note.path);
    let day = meeting.and_then(|meeting| meeting.date.clone());
    day.or_else(|| named_day(&note.path)).unwrap_or_default()
}

fn in_folder(folder: &str, name: &str) -> String {
    if folder.is_empty() { name.to_owned() } else { format!("{folder}/{name}") }
}

/// A sentence about the slots that stay empty; `None` if there are none.
fn empty_slots(slots: &[String]) -> Option<Said> {
    let slots: Vec<String> = slots.iter().map(|slot| format!("{{{{{slot}}}}}")).collect();
    let slots = Some(slots.join(", ")).filter(|slots| !slots.is_empty())?;
    Some(say!(
        "Slots of the template that Namesake does not know, or that stand where no value can, stay empty: {slots}.",
        slots
    ))
}

/// `text` with the properties that every note made by Namesake has: the title, `auto_created`, the tag for review, the
/// source.
fn marked(text: String, values: &SlotValues) -> Result<String, SpliceError> {
    let mut text = if Fence::find(&text).block().is_some() { text } else { format!("---\n---\n{text}") };
    change(&mut text, &|text, fm| match fm.text("title") {
        Some(title) if title.contains(values.name) => Ok(Vec::new()),
        _ => set_scalar(text, fm, "title", values.name),
    })?;
    change(&mut text, &|text, fm| match fm.get("auto_created") {
        Some(_) => Ok(Vec::new()),
        None => insert_ordered(text, fm, "auto_created", "", &[]),
    })?;
    change(&mut text, &|text, fm| match fm.text("auto_created") {
        Some("true") => Ok(Vec::new()),
        _ => set_typed(text, fm, "auto_created", "true"),
    })?;
    change(&mut text, &|text, fm| {
        let tags = fm.list("tags").join(",");
        let mut tags: Vec<&str> = tags.split([',', ' ']).filter(|tag| !tag.is_empty()).collect();
        if tags.iter().any(|tag| tag.trim_start_matches('#') == REVIEW) {
            return Ok(Vec::new());
        }
        tags.push(REVIEW);
        set_list(text, fm, "tags", &tags)
    })?;
    if !text.contains(values.source) {
        change(&mut text, &|text, fm| set_scalar(text, fm, "source", values.source))?;
    }
    Ok(text)
}

/// Edits computed from a text and its properties.
type Change<'c> = &'c dyn Fn(&str, &Frontmatter) -> Result<Vec<Edit>, SpliceError>;

fn change(text: &mut String, edits: Change) -> Result<(), SpliceError> {
    let edits = edits(text, &Frontmatter::read(text))?;
    *text = text::apply(text, &edits).map_err(|_| SpliceError::Invalid)?;
    Ok(())
}
