//! The signs that a note itself gives of what it is.

use super::attendance::Attendance;
use super::events::is_event;
use super::headings::is_other_meeting;
use super::kind_word::{essence, kind_called, kind_of};
use super::labels::{Label, labels};
use super::name_shape::{NameShape, name_shape};
use super::recognised::Reason;
use super::together::together;
use crate::config::Settings;
use crate::days::{DayForms, DayOrder, FoundDay, day_of_path, find_day, is_day_alone};
use crate::kind::Kind;
use crate::note::{Note, lines};
use crate::vocabulary::{OwnWords, Role, key, roles};
use namesake_names::is_first_name;
use namesake_text::fold::fold;
use namesake_text::frontmatter::{Entry, Value};
use namesake_text::path::NotePath;
use namesake_text::text::Span;

/// A kind with what says so.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sign {
    /// The kind.
    pub kind: Kind,
    /// What says so.
    pub reason: Reason,
}

/// What the folders above a note say.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct FolderSign {
    /// The kind that the nearest folder with such a name is for.
    pub kind: Kind,
    /// Bytes of the note's path up to the end of that folder.
    pub end: usize,
    /// Whether the name of the folder means that kind and nothing else.
    pub is_plain: bool,
    /// Whether the settings say so.
    pub is_set: bool,
}

impl FolderSign {
    /// The folder, as a path of the vault.
    pub fn folder<'p>(&self, path: &'p NotePath) -> &'p str {
        path.as_str().get(..self.end).unwrap_or_default()
    }
}

/// The signs of one note.
#[derive(Debug, Clone, PartialEq, Eq)]
#[allow(clippy::struct_excessive_bools, reason = "each is a sign of its own")]
pub struct Signs {
    /// Why no rule looks at it.
    pub excluded: Option<Reason>,
    /// The kind that its properties, fields or tags state.
    pub stated: Option<Sign>,
    /// A kind that a tag hints at: `people/work`.
    pub hint: Option<Sign>,
    /// The kind that its folder is for.
    pub folder: Option<FolderSign>,
    /// The shape of its name.
    pub name: NameShape,
    /// Whether its name is longer than a name.
    pub is_sentence: bool,
    /// Whether its name begins with `@`.
    pub is_handle: bool,
    /// Whether it only leads to other notes, or tells programs what to do.
    pub is_index: bool,
    /// Whether its path states a day.
    pub is_dated: bool,
    /// Whether its path, properties, labels or first heading state a day.
    pub has_day: bool,
    /// Whether it lies in a folder for meetings, has no day, and links to several notes that are called after days.
    pub leads_to_days: bool,
    /// Whether its name has a word for meetings beside the day.
    pub is_titled_meeting: bool,
    /// Whether it has properties for reaching somebody.
    pub has_contact: bool,
    /// What its lists of participants say.
    pub attendance: AttendanceSign,
    /// The order of day and month that its name proves.
    pub proves: Option<DayOrder>,
}

/// What the lists of participants say.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum AttendanceSign {
    /// There are none.
    #[default]
    None,
    /// People are listed, under a word that may mean something else, or without a day.
    Companions,
    /// The properties list participants, and there is a day.
    Properties,
    /// The body lists participants, and there is a day.
    Body,
}

impl Signs {
    /// Reads the signs of `note`.
    pub fn of(note: &Note, settings: &Settings) -> Self {
        let own = settings.own_words();
        let path = &note.path;
        let bare = bare_name(path.stem());
        // A day that may be two is a sign as well.
        let forms = DayForms::default();
        let in_name = day_of_path(path, forms);
        let excluded = excluded(note, settings, &own);
        let tags = tags(note);
        let mut stated = stated(note, &tags, settings, &own);
        let folder = folder_sign(path, settings, &own);
        let mut hint = hint(&tags, &own);
        let mut attendance = AttendanceSign::None;
        let mut day = in_name.clone();
        // The body has to be read only where the head leaves something open.
        let is_open = excluded.is_none() && stated.is_none() && !folder.is_some_and(|folder| folder.is_set);
        if is_open {
            let labels = labels(note, &own);
            let tags = body_tags(note);
            stated = stated_in_body(note, &labels, &tags, settings, &own);
            hint = hint.or_else(|| self::hint(&tags, &own));
            day = day.or_else(|| stated_day(note, &labels, &own, forms)).or_else(|| headed_day(note, forms));
            attendance = attendance_sign(note, &labels, &own, day.is_some());
        }
        Self {
            excluded,
            stated,
            hint,
            folder,
            name: name_shape(bare),
            is_sentence: is_sentence(bare),
            is_handle: is_handle(path.stem()),
            is_index: is_index(path, &own) || is_instruction(path),
            is_dated: in_name.is_some(),
            has_day: day.is_some(),
            leads_to_days: day.is_none()
                && folder.is_some_and(|folder| folder.kind == Kind::Meeting)
                && leads_to_days(note),
            is_titled_meeting: in_name.is_some() && names_meeting(path.stem(), &own),
            has_contact: note.frontmatter.entries.iter().any(|entry| is_contact(entry, &own)),
            attendance,
            proves: in_name.as_ref().and_then(|found| found.proves),
        }
    }
}

/// Whether a file's name has more words than the name of something: `what-the-customer-asks-first`.
fn is_sentence(name: &str) -> bool {
    let (spaced, slug) = (name.split_whitespace().count(), name.split('-').count());
    spaced > MOST_NAME_WORDS || spaced == 1 && slug > MOST_SLUG_WORDS
}

/// The most words of a company's name: “Netherlands Institute for Preventive Health Care” has six, and few have more than ten.
const MOST_NAME_WORDS: usize = 11;
/// The same where hyphens stand between them.
const MOST_SLUG_WORDS: usize = 3;

/// Whether a note links to several others that are called after days, as an index of meetings does.
fn leads_to_days(note: &Note) -> bool {
    let targets = note.body().links.iter().map(|link| note.slice(link.target));
    targets.filter(|target| find_day(target, DayForms::default()).is_some()).take(2).count() > 1
}

/// A file's name without the number that sorts it or dates its making, and without the id that an export puts behind it:
/// `202510311200 Jane Doe`, `Jane Doe 0f3c2b1a9d8e4c7fa1b2c3d4e5f60718`.
pub(super) fn bare_name(stem: &str) -> &str {
    let is_id = |id: &&str| id.len() == EXPORTED_ID && id.bytes().all(|byte| byte.is_ascii_hexdigit());
    let stem = stem.rsplit_once(' ').filter(|(_, id)| is_id(id)).map_or(stem, |(name, _)| name);
    let rest = stem.trim_start_matches(|c: char| c.is_ascii_digit());
    let digits = stem.len() - rest.len();
    if digits >= 8 {
        return rest.trim_start_matches([' ', '-', '_']);
    }
    // `21.03 Jane Doe`
    let numbered = rest.strip_prefix('.').map(|rest| rest.trim_start_matches(|c: char| c.is_ascii_digit()));
    let named = numbered.and_then(|rest| rest.strip_prefix(' ')).filter(|_| digits > 0);
    named.filter(|name| name.starts_with(char::is_alphabetic)).unwrap_or(stem)
}

/// Digits of the id that a database tool's export puts behind every name.
const EXPORTED_ID: usize = 32;

/// Why no rule looks at a note, by its folder, its name or the program that owns it.
fn excluded(note: &Note, settings: &Settings, own: &OwnWords) -> Option<Reason> {
    let path = &note.path;
    let inside = |folders: &[String]| folders.iter().any(|folder| path.is_in(folder));
    if inside(&settings.template_folders) || settings.adopted.is_template(path) {
        return Some(Reason::Template);
    }
    if inside(&settings.excluded_folders) || settings.adopted.is_ignored(path) {
        return Some(Reason::Settings);
    }
    let is_template = |words: &str| essence(words, own).has(Role::Template);
    if path.folder().split('/').any(is_template) || is_named_template(path.stem(), own) {
        return Some(Reason::Template);
    }
    let is_canvas = |entry: &Entry| entry.key.starts_with("excalidraw-plugin") || entry.key == "kanban-plugin";
    (note.frontmatter.entries.iter().any(is_canvas) || path.stem().ends_with(".excalidraw")).then_some(Reason::Canvas)
}

/// What stands between the words of a file's name.
const SEPARATORS: [char; 6] = [' ', '-', '_', '.', '(', ')'];

/// Whether a file is called a template: `Person Template`, `tpl-meeting`; not `liquid-templates`, which is about some.
fn is_named_template(stem: &str, own: &OwnWords) -> bool {
    let is_one = |word: &str| roles(word, own).has(Role::Template) && !word.ends_with('s');
    let words: Vec<&str> = stem.split(SEPARATORS).filter(|word| !word.is_empty()).collect();
    match words[..] {
        [] => false,
        [only] => only.eq_ignore_ascii_case("template"),
        [first, .., last] => words.len() < 5 && (is_one(first) || is_one(last)),
    }
}

/// The kind that the properties state: by a property that says what the note is, by a tag, by the note above it.
fn stated(note: &Note, tags: &[String], settings: &Settings, own: &OwnWords) -> Option<Sign> {
    let property = |role: Role| {
        let named = note.frontmatter.entries.iter().filter(move |entry| roles(&entry.key, own).has(role));
        let mut kinds = named.filter_map(|entry| {
            let values = values(entry);
            let kind = values.iter().find_map(|value| called(value, settings, own));
            let kind = kind.or_else(|| kind_in_key(&entry.key, &values, own))?;
            Some(Sign { kind, reason: Reason::Property(entry.key.clone()) })
        });
        kinds.next()
    };
    let tagged = || tags.iter().find_map(|tag| tag_sign(tag, settings, own));
    property(Role::KindProperty).or_else(tagged).or_else(|| property(Role::ParentProperty))
}

/// The kind that a value stands for, by the settings, else by the vocabulary.
fn called(value: &str, settings: &Settings, own: &OwnWords) -> Option<Kind> {
    settings.kind_of_type(value.trim()).or_else(|| kind_called(value, own))
}

/// `meeting-type: weekly` is a meeting, whatever it says.
fn kind_in_key(key: &str, values: &[String], own: &OwnWords) -> Option<Kind> {
    let first = key.split(['-', '_', ' ']).next().filter(|first| first.len() < key.len())?;
    let is_filled = values.iter().any(|value| !value.trim().is_empty());
    kind_of(roles(first, own)).filter(|_| is_filled)
}

/// The texts of a property; a link without quotes is read by YAML as a list in a list.
fn values(entry: &Entry) -> Vec<String> {
    let text = |value: &Value| value.texts().into_iter().map(str::to_owned).collect::<Vec<_>>();
    match &entry.value {
        Value::List { items, .. } => items.iter().flat_map(|item| text(&item.value)).collect(),
        value => text(value),
    }
}

/// The tags of the properties, without `#`.
fn tags(note: &Note) -> Vec<String> {
    let fm = &note.frontmatter;
    let keyed = fm
        .entries
        .iter()
        .filter(|entry| entry.key.eq_ignore_ascii_case("tags") || entry.key.eq_ignore_ascii_case("tag"));
    let texts = keyed.flat_map(values);
    texts
        .flat_map(|text| text.split([',', ' ']).map(|tag| tag.trim_start_matches('#').to_owned()).collect::<Vec<_>>())
        .collect()
}

/// The tags on lines of the body that hold nothing else, without `#`.
fn body_tags(note: &Note) -> Vec<String> {
    let body = Span::new(note.frontmatter.fence.body(), note.text.len());
    let is_tags = |line: &Span| {
        let mut words = note.slice(*line).split_whitespace().peekable();
        words.peek().is_some_and(|first| first.starts_with('#') || first.to_lowercase().starts_with("tag"))
            && words.skip_while(|first| !first.starts_with('#')).all(is_tag)
    };
    let lines = lines(&note.text, body).filter(is_tags).filter(|line| !note.body().is_opaque_at(line.start));
    lines
        .flat_map(|line| note.slice(line).split_whitespace())
        .filter(|word| is_tag(word))
        .map(|tag| tag[1..].trim_end_matches(',').to_owned())
        .collect()
}

fn is_tag(word: &str) -> bool {
    word.strip_prefix('#').is_some_and(|rest| rest.starts_with(char::is_alphabetic))
}

/// The kind that a tag states: the whole of it, or its last part.
fn tag_sign(tag: &str, settings: &Settings, own: &OwnWords) -> Option<Sign> {
    let last = tag.rsplit('/').next().unwrap_or(tag);
    if settings.kind_of_type(last).is_none() && !is_plain_tag(last, own) {
        return None;
    }
    let kind = called(last, settings, own)?;
    Some(Sign { kind, reason: Reason::Tag(tag.to_owned()) })
}

/// The kind that the first part of a tag hints at: `people/work`.
fn hint(tags: &[String], own: &OwnWords) -> Option<Sign> {
    tags.iter().find_map(|tag| {
        let (first, rest) = tag.split_once('/').unwrap_or((tag, ""));
        let is_hint = !rest.is_empty() || !is_plain_tag(first, own);
        let kind = kind_of(roles(first, own)).filter(|kind| is_hint && matches!(kind, Kind::Person | Kind::Meeting))?;
        Some(Sign { kind, reason: Reason::Tag(first.to_owned()) })
    })
}

/// Whether a tag says what a note is and not what it is about: “workshop” and “interview” may do both.
fn is_plain_tag(word: &str, own: &OwnWords) -> bool {
    let said = essence(word, own);
    !said.has(Role::Occasion) || said.has(Role::Meeting) || said.has(Role::Person)
}

/// The kind that Dataview's fields or lines of tags in the body state.
fn stated_in_body(note: &Note, labels: &[Label], tags: &[String], settings: &Settings, own: &OwnWords) -> Option<Sign> {
    let fields = labels.iter().filter(|label| label.roles.has(Role::KindProperty) && label.is_field);
    let mut stated = fields.filter_map(|label| {
        let kind = note.slice(label.value).split(',').find_map(|value| called(value, settings, own))?;
        Some(Sign { kind, reason: Reason::Property(note.slice(label.words).to_owned()) })
    });
    stated.next().or_else(|| tags.iter().find_map(|tag| tag_sign(tag, settings, own)))
}

/// Folders that hold instructions for programs, each named after what it is about: `Skills/meeting-minutes`.
const INSTRUCTIONS: [&str; 2] = ["skills", "prompts"];

/// Whether a note lies in such a folder: what it lists is an example.
fn is_instruction(path: &NotePath) -> bool {
    path.folder().split('/').any(|folder| INSTRUCTIONS.iter().any(|name| folder.eq_ignore_ascii_case(name)))
}

/// What the nearest folder with a word for a kind of note says.
fn folder_sign(path: &NotePath, settings: &Settings, own: &OwnWords) -> Option<FolderSign> {
    let by_kind = [
        (Kind::Person, &settings.people_folders),
        (Kind::Meeting, &settings.meeting_folders),
        (Kind::Company, &settings.company_folders),
        (Kind::Project, &settings.project_folders),
    ];
    let set = by_kind.iter().find_map(|(kind, folders)| {
        let folder = folders.iter().find(|folder| path.is_in(folder))?;
        Some(FolderSign { kind: *kind, end: folder.trim_matches('/').len(), is_plain: true, is_set: true })
    });
    if set.is_some() {
        return set;
    }
    let mut end = path.folder().len();
    while end > 0 {
        let folder = &path.as_str()[..end];
        let start = folder.rfind('/').map_or(0, |at| at + 1);
        let said = essence(&folder[start..], own);
        let is_people = said.has(Role::PeopleFolder);
        let sign = |kind, is_plain| Some(FolderSign { kind, end, is_plain, is_set: false });
        let is_occasion = said.has(Role::Occasion) && !said.has(Role::Meeting);
        match kind_of(said) {
            Some(kind) => return sign(kind, !is_people && !is_occasion),
            None if is_people => return sign(Kind::Person, false),
            None => end = start.saturating_sub(1),
        }
    }
    None
}

/// Whether a note only leads to others: `Index`, `People MOC`, `_Home`, or a note called like its folder.
fn is_index(path: &NotePath, own: &OwnWords) -> bool {
    let stem = path.stem();
    let said = |word: &str| roles(word, own);
    let mut words = stem.split([' ', '-', '_']).filter(|word| !word.is_empty());
    let leads =
        |word: Option<&str>| word.is_some_and(|word| ["moc", "index"].iter().any(|it| word.eq_ignore_ascii_case(it)));
    let folder = path.folder().rsplit('/').next().unwrap_or_default();
    let is_kind = matches!(kind_of(said(stem)), Some(Kind::Person | Kind::Company | Kind::Project));
    said(stem).has(Role::Index)
        || stem.starts_with('_')
        || leads(words.next())
        || leads(words.next_back())
        || is_kind
        || folder.eq_ignore_ascii_case(stem) && kind_of(essence(stem, own)).is_some()
}

/// Whether a file's name is somebody's handle: `@Jane Doe`, `@Jane`; not `@property`, and not a source as `@Doe2022`.
fn is_handle(stem: &str) -> bool {
    let Some(name) = stem.strip_prefix('@') else { return false };
    let shape = name_shape(name);
    shape >= NameShape::Several || shape == NameShape::Single && is_first_name(&fold(name))
}

/// Whether a file's name has a word for meetings: `2025-10-31 Weekly sync`.
fn names_meeting(stem: &str, own: &OwnWords) -> bool {
    let is_word = |word: &&str| word.contains(char::is_alphabetic) || matches!(*word, "1:1" | "1");
    let words: Vec<&str> = stem.split([' ', '-', '_', '.', ',']).filter(is_word).collect();
    let is_report = |word: &&str| REPORTS.iter().any(|report| word.eq_ignore_ascii_case(report));
    let is_short = words.len() < MOST_OCCASION_WORDS && !words.iter().any(is_report);
    // “Interviews” is about several.
    let is_plural = |word: &str| {
        let one = word.strip_suffix('s').map(|one| roles(one, own));
        one.is_some_and(|one| one.has(Role::Meeting) || one.has(Role::Occasion))
    };
    let is_meeting = |words: &[&str]| {
        let said = roles(&words.join(" "), own);
        let is_said = said.has(Role::Meeting) || said.has(Role::Occasion) && is_short;
        is_said && !words.last().is_some_and(|word| is_plural(word))
    };
    let at_end = |count: usize| {
        words.len() >= count && (is_meeting(&words[..count]) || is_meeting(&words[words.len() - count..]))
    };
    words.len() <= MOST_TITLE_WORDS && (1..=3).any(at_end)
}

/// Words of notes that programs write about their own sessions: `SESSION-SUMMARY-2025-10-31`.
const REPORTS: [&str; 5] = ["summary", "recap", "review", "handoff", "report"];

/// Longer titles are about something else than the meeting.
const MOST_TITLE_WORDS: usize = 6;
/// The same for titles with a word that may mean something else.
const MOST_OCCASION_WORDS: usize = 4;

/// Whether a property says how to reach somebody: its value has to look so, since pages have a property `mobile` too.
fn is_contact(entry: &Entry, own: &OwnWords) -> bool {
    let key = entry.key.split('[').next().unwrap_or(&entry.key);
    let is_said = |value: &str| {
        let digits = value.bytes().filter(u8::is_ascii_digit).count();
        value.contains('@')
            || value.contains("://")
            || digits >= 4
            || roles(key, own).has(Role::ContactName) && !value.trim().is_empty()
    };
    let said = roles(key, own);
    (said.has(Role::ContactDetail) || said.has(Role::ContactName))
        && texts_in(&entry.value).iter().any(|text| is_said(text))
}

/// All texts in a value, those of lists and maps too.
fn texts_in(value: &Value) -> Vec<&str> {
    match value {
        Value::Map { pairs, .. } => pairs.iter().flat_map(|(_, item)| texts_in(&item.value)).collect(),
        Value::List { items, .. } => items.iter().flat_map(|item| texts_in(&item.value)).collect(),
        value => value.texts(),
    }
}

fn attendance_sign(note: &Note, labels: &[Label], own: &OwnWords, has_day: bool) -> AttendanceSign {
    let found = Attendance::of(note, labels, own);
    let is_plain = found.is_plain || is_event(note) || is_titled_together(note, own);
    match () {
        () if found.names.is_empty() => AttendanceSign::None,
        () if !is_plain || !has_day => AttendanceSign::Companions,
        () if found.in_properties => AttendanceSign::Properties,
        () => AttendanceSign::Body,
    }
}

/// Whether a note is called after something that was done with somebody: `Coffee with Jane Doe`. What comes from elsewhere
/// is about somebody: a printed conversation, a film.
fn is_titled_together(note: &Note, own: &OwnWords) -> bool {
    let is_from_elsewhere = || note.frontmatter.entries.iter().any(|entry| SOURCES.contains(&key(&entry.key).as_str()));
    together(note.path.stem(), own).is_some_and(|names| names.starts_with(char::is_uppercase)) && !is_from_elsewhere()
}

/// Properties of what others wrote or made, folded.
const SOURCES: [&str; 12] = [
    "source",
    "url",
    "link",
    "author",
    "authors",
    "published",
    "publisher",
    "director",
    "channel",
    "show",
    "isbn",
    "rating",
];

/// The day that the properties or labels of a note state for its meeting.
pub fn stated_day(note: &Note, labels: &[Label], own: &OwnWords, forms: DayForms) -> Option<FoundDay> {
    let keyed = note.frontmatter.entries.iter().filter(|entry| roles(&entry.key, own).has(Role::Day));
    let mut in_properties = keyed.filter_map(|entry| values(entry).iter().find_map(|value| find_day(value, forms)));
    in_properties.next().or_else(|| labelled_day(note, labels, forms))
}

/// The day in the first heading, or in a first line that says nothing else: `# Call of 31 October 2025`, `[[2025-10-31]]`,
/// `📅 2025-10-31`, `Friday, 31 October 2025`.
pub fn headed_day(note: &Note, forms: DayForms) -> Option<FoundDay> {
    let body = Span::new(note.frontmatter.fence.body(), note.text.len());
    let headed = note.body().sections.first().filter(|section| section.level == 1);
    let mut head = lines(&note.text, body).map(|line| note.slice(line).trim()).filter(|line| !line.is_empty()).take(3);
    let is_day = |line: &&str| {
        let bare = line.trim_start_matches(|c: char| !c.is_alphanumeric() && !"[(".contains(c));
        let is_marked = bare.len() < line.len() && !line.starts_with(['#', '-', '*', '>', '|']);
        line.len() < 40 && (line.starts_with("[[") && line.ends_with("]]") || is_marked || is_day_alone(line))
    };
    let in_heading = headed.and_then(|section| find_day(&section.title, forms));
    in_heading.or_else(|| head.find(is_day).and_then(|line| find_day(line, forms)))
}

/// The day that the one label for it states, outside sections about another meeting.
pub fn labelled_day(note: &Note, labels: &[Label], forms: DayForms) -> Option<FoundDay> {
    let is_own = |label: &&Label| {
        let section = note.body().section_at(label.line.start);
        label.roles.has(Role::Day) && !section.is_some_and(|section| is_other_meeting(&section.title))
    };
    let mut found = labels.iter().filter(is_own).filter_map(|label| find_day(note.slice(label.value), forms));
    found.next().filter(|_| found.next().is_none())
}
