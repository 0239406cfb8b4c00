//! “Who is this?” about a form in a note: the people who may be meant and why, and the plan that links the form to one of
//! them. The crate `names` weighs the forms.

use namesake_language::say;
use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::plan::{LeftOut, NoteChange, Plan};
use namesake_names::{Candidate, Question};
use namesake_note::adopted::Links;
use namesake_note::finding::finding_id;
use namesake_note::note::{Note, line_at, lines, links};
use namesake_text::frontmatter::schema::PropertyType;
use namesake_text::frontmatter::splice::{SpliceError, change_items, set_list, set_scalar};
use namesake_text::frontmatter::{Declared, Value, verify};
use namesake_text::path::NotePath;
use namesake_text::text::{self, Edit, Span, line_number};
use namesake_vault::new_person::NewPerson;
use namesake_vault::tasks::owner_style;
use namesake_vault::vault::Vault;

/// A form in a note, and whom it means.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(tsify::Tsify))]
pub struct Identification {
    /// The note.
    pub path: NotePath,
    /// The number of its line, from 1. If the line has moved, the one line of the note with the same text is meant.
    pub line: usize,
    /// The whole line.
    pub raw: String,
    /// The text of the line before the form.
    pub before: String,
    /// The form as it stands there.
    pub written: String,
    /// The person's note; `None` for a new person, whose note is to be made.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub person: Option<NotePath>,
    /// Whether the form becomes an alias of the person. A new person has the form as their name anyway.
    pub remember: bool,
    /// Whether a new person is the owner of a task. Owners are written in the style of the settings, others as links.
    #[serde(default)]
    pub owner: bool,
    /// Other places of the note where the form, as it may be written there, means the same person.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub also: Vec<FormPlace>,
}

/// Where a form stands in a note.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(tsify::Tsify))]
pub struct FormPlace {
    /// The number of its line, from 1. If the line has moved, the one line of the note with the same text is meant.
    pub line: usize,
    /// The whole line.
    pub raw: String,
    /// The text of the line before the form.
    pub before: String,
    /// The form as it stands there.
    pub written: String,
}

/// Where `written` stands behind `before` in the line `raw`, in the note as the vault has it now. Of several lines alike the
/// one of this number is meant.
fn standing(note: &Note, number: usize, raw: &str, before: &str, written: &str) -> Option<Span> {
    let whole = Span::new(0, note.text.len());
    let alike: Vec<Span> = lines(&note.text, whole).filter(|line| line.of(&note.text) == raw).collect();
    let stays = |line: &&Span| line_number(&note.text, line.start) == number;
    let line = match alike.as_slice() {
        [only] => only,
        several => several.iter().find(stays)?,
    };
    let start = line.start + before.len();
    let fits = raw.strip_prefix(before)?.starts_with(written);
    fits.then(|| Span::new(start, start + written.len()))
}

impl FormPlace {
    fn of(&self, note: &Note) -> Option<Span> {
        standing(note, self.line, &self.raw, &self.before, &self.written)
    }
}

/// A form to add to a person's aliases.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(tsify::Tsify))]
pub struct Alias {
    /// The person's note.
    pub person: NotePath,
    /// The form.
    pub written: String,
}

impl Alias {
    /// The text of the person's note with the form among the aliases; `None` if the person has that name already.
    ///
    /// # Errors
    /// Why the alias cannot be written, for the user.
    pub(crate) fn text(&self, vault: &Vault) -> Result<Option<String>, String> {
        let heard = text::plain(&self.written);
        let edits = alias(vault, &self.person, vault.config().settings.without_sign(&heard))?;
        let before = vault.text(&self.person).filter(|_| !edits.is_empty());
        before.map(|before| text::apply(before, &edits).map_err(|error| error.to_string())).transpose()
    }
}

/// The least probability of a candidate; anything below is chance.
const UNLIKELY: f64 = 0.01;

fn gone() -> String {
    say!("The words are no longer there. Select them again.").into()
}

fn own_properties() -> String {
    say!("These are the person's own properties; link the words first, then remember them.").into()
}

fn in_code() -> String {
    say!("A link would not be read here, in code, a comment, an address or another link; the text stays as it is.")
        .into()
}

/// At most three people whom the form `written`, in this line of the note, may mean. If the line links to a meeting, its
/// participants are likelier.
pub fn whois(vault: &mut Vault, path: &NotePath, written: &str, line: &str) -> Vec<Candidate> {
    vault.settle();
    let note = vault.note(path);
    let context = note.map(|note| vault.context(note, meeting_told_of(vault, line))).unwrap_or_default();
    let called = note.map(|note| vault.spoken_to(note, written, line, &context)).unwrap_or_default();
    let written = text::plain(written);
    let question = Question { called: &called, ..context.question(&written) };
    let mut candidates = vault.ask(&question, context.note.as_ref()).candidates;
    candidates.retain(|candidate| candidate.score >= UNLIKELY);
    candidates
}

fn meeting_told_of<'v>(vault: &'v Vault, line: &str) -> Option<&'v NotePath> {
    let targets = links::read(line, 0, &[]).into_iter().map(|link| link.target.of(line));
    let notes = targets.filter_map(|target| vault.linked(target).or_else(|| vault.cut_off(target)));
    notes.into_iter().find(|path| vault.facts(path).is_some_and(|facts| facts.meeting.is_some()))
}

/// The plan that links the form to the person and, if asked, adds it to the person's aliases. If the place can hold no link,
/// only the alias is written; a new person's note is not made then.
pub fn identify(vault: &Vault, asked: &Identification) -> Plan {
    let mut left = Vec::new();
    let changes = match &asked.person {
        Some(person) => asked.edits(vault, person, &mut left).and_then(|edits| {
            let made = |(path, edits)| identified(vault, &path, edits, Vec::new())?.ok_or_else(gone);
            edits.into_iter().map(made).collect::<Result<Vec<_>, _>>()
        }),
        None => introduced(vault, asked, &mut left),
    };
    let changes = changes.unwrap_or_else(|reason| {
        left = vec![reason];
        Vec::new()
    });
    Plan { changes, left: left.into_iter().map(|reason| LeftOut { id: String::new(), reason }).collect() }
}

fn identified(
    vault: &Vault,
    path: &NotePath,
    mut edits: Vec<Edit>,
    ids: Vec<String>,
) -> Result<Option<NoteChange>, String> {
    edits.sort();
    NoteChange::made(vault, path, edits, (ids, Vec::new(), Vec::new()))
}

/// The new person's note and the change that links the form to it, unless the form is already written as it has to be. Remarks
/// about the new note go into `left`.
fn introduced(vault: &Vault, asked: &Identification, left: &mut Vec<String>) -> Result<Vec<NoteChange>, String> {
    let note = ready(vault, &asked.path)?;
    let place = asked.place(note).ok_or_else(gone)?;
    let new = NewPerson::of(vault, &asked.written, note)?;
    let mut links = new.links(vault, &asked.path);
    if let Some(owner) = asked.owner.then(|| owner_style::of_new(vault, &asked.path, &new)).flatten() {
        links.in_text = owner; // Tasks stand in the text.
    }
    let new = new.note;
    // Both changes have one id, because neither makes sense alone.
    let ids = vec![finding_id("who-is-this", &asked.path, &asked.written, 0)];
    let linked = identified(vault, &asked.path, linked(vault, note, place, &links)?, ids.clone())?;
    left.extend(new.remarks);
    let came = NoteChange::creation(new.path, new.text, (ids, Vec::new(), Vec::new()));
    Ok(std::iter::once(came).chain(linked).collect())
}

impl Identification {
    /// The edits of each note: all of them or none. If only the link is impossible, the alias is still written and `left` says
    /// so, as it does of other places that can hold no link.
    fn edits(
        &self,
        vault: &Vault,
        person: &NotePath,
        left: &mut Vec<String>,
    ) -> Result<BTreeMap<NotePath, Vec<Edit>>, String> {
        let heard = text::plain(&self.written);
        let heard = vault.config().settings.without_sign(&heard);
        let note = ready(vault, &self.path)?;
        let place = self.place(note).filter(|_| !heard.is_empty()).ok_or_else(gone)?;
        let mut edits: BTreeMap<NotePath, Vec<Edit>> = BTreeMap::new();
        if self.remember {
            edits.entry(person.clone()).or_default().extend(alias(vault, person, heard)?);
        }
        let links = vault.links_heard(&self.path, person, heard);
        let links = links.ok_or_else(|| say!("The name of that note has signs that no link can hold."))?;
        // Two changes of one frontmatter block would be checked separately, so they are made as one.
        let is_own = |place: Span| place.start < note.frontmatter.fence.body() && self.remember && *person == self.path;
        if is_own(place) {
            return Err(own_properties());
        }
        match linked(vault, note, place, &links) {
            Ok(link) => edits.entry(self.path.clone()).or_default().extend(link),
            Err(reason) if self.remember => left.push(reason),
            Err(reason) => return Err(reason),
        }
        for also in &self.also {
            let link = also.of(note).ok_or_else(gone).and_then(|place| match is_own(place) {
                true => Err(own_properties()),
                false => linked(vault, note, place, &links),
            });
            match link {
                Ok(link) => edits.entry(self.path.clone()).or_default().extend(link),
                Err(reason) => left.push(reason),
            }
        }
        Ok(edits.into_iter().filter(|(_, edits)| !edits.is_empty()).collect())
    }

    /// The place of the form in the note as the vault has it now.
    fn place(&self, note: &Note) -> Option<Span> {
        standing(note, self.line, &self.raw, &self.before, &self.written)
    }
}

/// A note that may be changed.
fn ready<'v>(vault: &'v Vault, path: &NotePath) -> Result<&'v Note, String> {
    let note = vault.note(path).ok_or_else(|| say!("The note is no longer there."))?;
    match note.ignored() {
        Some(reason) => Err(say!("{path} is left alone: {reason}.", path, reason).into()),
        None => Ok(note),
    }
}

/// The link in place of the form.
fn linked(vault: &Vault, note: &Note, place: Span, links: &Links) -> Result<Vec<Edit>, String> {
    match place.start < note.frontmatter.fence.body() {
        true => in_properties(vault, note, place, &links.in_property),
        false => in_text(vault, note, place, &links.in_text),
    }
}

/// The edits that put the link in place of the form in a note's body. They remove an `@` before it and the brackets of a link
/// that leads nowhere.
fn in_text(vault: &Vault, note: &Note, mut place: Span, link: &str) -> Result<Vec<Edit>, String> {
    let body = note.body();
    let touches = |span: Span| span.start < place.end && place.start < span.end;
    if body.is_opaque_at(place.start) || body.is_opaque(place) || body.addresses.iter().any(|span| touches(*span)) {
        return Err(in_code());
    }
    if let Some(there) = body.links.iter().find(|link| !link.markdown && touches(link.span)) {
        let whole = there.span.start <= place.start && place.end <= there.span.end;
        let leads = vault.linked(note.slice(there.target)).is_some() || note.slice(there.span).starts_with('!');
        if leads || !whole {
            return Err(say!("There is a link here already; edit it by hand.").into());
        }
        place = there.span;
    }
    if is_label(note, place) {
        return Err(in_code());
    }
    let before = &note.text[..place.start];
    if let Some(text) = before.strip_suffix('@').filter(|text| !text.ends_with(char::is_alphanumeric)) {
        place = Span::new(text.len(), place.end);
    }
    let in_table = body.rows.iter().flatten().any(|cell| cell.start <= place.start && place.end <= cell.end);
    let link = if in_table { link.replace('|', "\\|") } else { link.to_owned() };
    Ok(vec![Edit::replace(place, link)])
}

/// Whether the place is in the visible text of a Markdown link: `[here](address)`.
fn is_label(note: &Note, place: Span) -> bool {
    let line = line_at(&note.text, place.start);
    let (before, after) = (&note.text[line.start..place.start], &note.text[place.end..line.end.max(place.end)]);
    let opened = before.rfind('[').is_some_and(|open| !before[open..].contains(']'));
    opened && after.find(']').is_some_and(|close| after[close..].starts_with("]("))
}

/// The edits that put the link in place of a property's value or list item that is the form.
fn in_properties(vault: &Vault, note: &Note, place: Span, link: &str) -> Result<Vec<Edit>, String> {
    let whole = || say!("In the properties only a whole text or list item can become a link; select all of it.");
    let fm = &note.frontmatter;
    let within = |span: Span| span.start <= place.start && place.end <= span.end;
    let entry = fm.entries.iter().find(|entry| within(entry.value_span)).ok_or_else(whole)?;
    let names_note = matches!(entry.key.as_str(), "title" | "type" | "alias");
    if names_note || matches!(vault.property_type(&entry.key), Some(PropertyType::Aliases | PropertyType::Tags)) {
        return Err(say!("The property “{key}” holds no links.", key = entry.key).into());
    }
    let is_form =
        |value: &Value| value.text().is_some_and(|text| text.trim() == note.slice(place).trim_matches(['"', '\'']));
    let edits = match &entry.value {
        Value::List { items, .. } => {
            let at = items.iter().position(|item| within(item.span) && is_form(&item.value)).ok_or_else(whole)?;
            change_items(&note.text, fm, &entry.key, &[(at, Some(link))])
        }
        value if is_form(value) => set_scalar(&note.text, fm, &entry.key, link),
        _ => return Err(whole().into()),
    };
    edits.map_err(|error: SpliceError| say!("Nothing was changed: {error}.", error).into())
}

/// The edits that add `heard` to the person's aliases; none if the person has that name already.
fn alias(vault: &Vault, person: &NotePath, heard: &str) -> Result<Vec<Edit>, String> {
    let note = ready(vault, person)?;
    if vault.is_called(person, heard) {
        return Ok(Vec::new());
    }
    let fm = &note.frontmatter;
    let key = if fm.get("aliases").is_none() && fm.get("alias").is_some() { "alias" } else { "aliases" };
    let refused =
        |error: String| String::from(say!("The alias cannot be written into {person}: {error}.", person, error));
    let mut aliases = fm.list(key);
    let several = match fm.get(key).map(|entry| &entry.value) {
        Some(Value::List { items, .. }) => items.len() != aliases.len(),
        Some(Value::Scalar { text, .. }) => text.contains(','),
        Some(Value::Map { .. } | Value::Other) => true,
        Some(Value::Null) | None => false,
    };
    if several {
        return Err(refused(say!("`{key}` is no plain list; make it one first", key).into()));
    }
    aliases.push(heard);
    let edits = set_list(&note.text, fm, key, &aliases).map_err(|error| refused(error.to_string()))?;
    let after = text::apply(&note.text, &edits).map_err(|error| refused(error.to_string()))?;
    verify(&note.text, &after, &[Declared::value(key)]).map_err(|error| refused(error.to_string()))?;
    Ok(edits)
}
