//! The rows of tables that list tasks. What is offered of them is left to the rule.

use namesake_text::text::Span;

use super::item_details::ItemDetails;
use super::item_sections::is_item_title;
use super::item_words::ItemWord;
use super::other_titles::is_treated;
use namesake_note::config::Settings;
use namesake_note::days::{DayForms, DayOrder, find_day};
use namesake_note::note::Note;

/// A row of a table of tasks: its cells, in bytes of the note.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ItemRow {
    /// What has to be done.
    pub task: Span,
    /// By whom.
    pub owner: Option<Span>,
    /// By when.
    pub due: Option<Span>,
    /// Whether its state or struck words say that it is done.
    pub is_done: bool,
    /// Which of two small numbers is the day, as the other days of the column or its title's language tell.
    pub order: Option<DayOrder>,
}

impl ItemRow {
    /// Whose it is and by when.
    pub const fn details(&self) -> ItemDetails {
        ItemDetails { owner: self.owner, due: self.due }
    }
}

/// The rows of tables whose columns say what, who and mostly by when, and of those whose first cells name what the second ones
/// list. `is_name` says whether words are certainly somebody's name.
pub fn item_rows(note: &Note, settings: &Settings, is_name: &dyn Fn(&str) -> bool) -> Vec<ItemRow> {
    let mut found = Vec::new();
    for rows in note.body().tables() {
        let Some((head, rows)) = rows.split_first() else { continue };
        let titles = &settings.headings.action_items;
        if tells_what_was_said(note, head) {
            continue;
        }
        match Columns::of(note, head, rows, titles, is_name) {
            Some(columns) => found.extend(rows.iter().flat_map(|row| columns.rows(note, row))),
            None => found.extend(rows.iter().flat_map(|row| listed_in(note, row, titles))),
        }
    }
    found
}

/// Which column of a table says what.
struct Columns {
    task: usize,
    owner: Option<usize>,
    due: Option<usize>,
    state: Option<usize>,
    /// Whether a row is a task, a decision or said for information.
    kind: Option<usize>,
    /// Whether the rows tell what was said, which is something to do only where somebody has to do it.
    is_talk: bool,
    /// The heading above, if it is somebody's name.
    heading: Option<Span>,
    order: Option<DayOrder>,
}

impl Columns {
    fn of(
        note: &Note,
        head: &[Span],
        rows: &[Vec<Span>],
        titles: &[String],
        is_name: &dyn Fn(&str) -> bool,
    ) -> Option<Self> {
        // `Lead (support)`
        let is = |word: ItemWord, cell: &Span| {
            let title = &*without_tags(note.slice(*cell));
            word.heads(title) || title.split_once(" (").is_some_and(|(title, _)| word.heads(title))
        };
        let column = |word: ItemWord| head.iter().position(|cell| is(word, cell));
        // `| Item | By | Due |`: where another column has the day, “by” says who.
        let days = head.iter().filter(|cell| is(ItemWord::Day, cell)).count();
        let says_who = |cell: &Span| is(ItemWord::OwnerColumn, cell) && (days > 1 || !is(ItemWord::Day, cell));
        let owner = column(ItemWord::Owner).or_else(|| head.iter().position(says_who));
        let says_when = |(at, cell): (usize, &Span)| Some(at) != owner && is(ItemWord::Day, cell);
        let due = head.iter().enumerate().position(says_when);
        let state = column(ItemWord::State);
        // `| Time | Item | Lead |` is an agenda.
        if column(ItemWord::Clock).is_some() && due.is_none() && column(ItemWord::Action).is_none() {
            return None;
        }
        // `| Version | Date | Description | Author |` is the history of a document.
        if column(ItemWord::Version) == Some(0) {
            return None;
        }
        let whose = || name_above(note, head.first()?.start, is_name).filter(|_| owner.is_none());
        let heading = whose().filter(|_| due.is_some() || state.is_some());
        let both = || head.iter().position(|cell| is_action_of_owner(note.slice(*cell)));
        let named = column(ItemWord::Task).filter(|_| owner.is_some() || heading.is_some());
        // `| Item | Action | Owner |`
        let named = named.map(|at| match is_subject(note.slice(head[at])) {
            true => column(ItemWord::Action).unwrap_or(at),
            false => at,
        });
        let action = || column(ItemWord::Action).or_else(both).filter(|_| owner.is_none());
        let said = || column(ItemWord::Point).filter(|_| owner.is_some());
        // `| Screen | Cases | Encargado |` below “Reparto”: what is shared out stands first.
        let shared = || {
            let is_other = |at: usize| [owner, due, state, column(ItemWord::Kind)].contains(&Some(at));
            let is_told = |at: usize| !is_other(at) && !is_number(note.slice(head[at]));
            (0..head.len()).find(|at| is_told(*at)).filter(|_| owner.is_some() && is_shared_out(note, head, titles))
        };
        let task = named.or_else(action).or_else(said).or_else(shared)?;
        let order = proven_order(note, due, rows);
        let is_english = due.is_some() && column(ItemWord::EnglishDay) == due;
        Some(Self {
            task,
            owner,
            due,
            state,
            kind: column(ItemWord::Kind),
            is_talk: named.is_none() && owner.is_some(),
            heading,
            order: order.or((due.is_some() && !is_english).then_some(DayOrder::DayFirst)),
        })
    }

    fn rows(&self, note: &Note, row: &[Span]) -> Vec<ItemRow> {
        let cell = |at: Option<usize>| row.get(at?).copied().filter(|cell| !cell.is_empty());
        let Some(task) = cell(Some(self.task)) else { return Vec::new() };
        let (owner, kind) = (cell(self.owner), cell(self.kind));
        // “D” may be somebody's initial.
        let is_for_all = owner.is_some_and(|owner| owner.len() > 1 && ItemWord::Told.is(note.slice(owner)));
        let is_told = is_for_all || kind.is_some_and(|kind| ItemWord::Told.is(note.slice(kind)));
        let is_charged = || owner.is_some_and(|owner| note.slice(owner).contains(char::is_alphabetic));
        if is_told || self.is_talk && !is_charged() {
            return Vec::new();
        }
        let order = self.order;
        let several = tasks_in(note, task);
        if several.len() > 1 {
            let row = |(task, is_done)| ItemRow { task, owner: None, due: None, is_done, order };
            return several.into_iter().map(row).collect();
        }
        let task = several.first().map_or(task, |(task, _)| *task);
        let is_struck = note.slice(task).starts_with("~~") && note.slice(task).ends_with("~~");
        let is_done = is_struck || cell(self.state).is_some_and(|state| ItemWord::Done.is(note.slice(state)));
        let task = if is_struck { Span::new(task.start + 2, task.end.max(task.start + 4) - 2) } else { task };
        vec![ItemRow { task, owner: owner.or(self.heading), due: cell(self.due), is_done, order }]
    }
}

/// What begins a heading over what is shared out among people, before “of” and the like; in small letters.
#[rustfmt::skip]
const SHARES: &[&str] = &[
    "distribution", "allocation", "division", "assignment", "assignments", "aufteilung", "verteilung", "zuteilung", "répartition",
    "reparto", "distribución", "asignación", "asignaciones", "distribuição", "divisão", "atribuição", "ripartizione", "divisione",
    "suddivisione", "assegnazione", "verdeling", "toewijzing", "podział", "przydział",
];

/// Whether a table stands under a heading such as “Topics discussed” and none of its columns is one of actions: what it
/// describes was spoken of, by whom it names.
fn tells_what_was_said(note: &Note, head: &[Span]) -> bool {
    let Some(first) = head.first() else { return false };
    note.body().sections_over(first.start).any(|section| is_treated(&section.title))
        && !head.iter().any(|cell| ItemWord::Action.heads(note.slice(*cell)))
}

/// Whether the heading over a table says that something is shared out among people, or that tasks stand below.
fn is_shared_out(note: &Note, head: &[Span], titles: &[String]) -> bool {
    let Some(first) = head.first() else { return false };
    let shares = |title: &str| {
        let title = title.trim_start_matches(|c: char| !c.is_alphabetic());
        let word = title.split(|c: char| !c.is_alphabetic()).next().unwrap_or_default();
        SHARES.contains(&word.to_lowercase().as_str())
    };
    let section = note.body().sections_over(first.start).max_by_key(|section| section.heading.start);
    section.is_some_and(|section| shares(&section.title) || is_item_title(&section.title, titles))
        || caption(&note.text[..first.start]).is_some_and(|caption| shares(&caption))
}

/// What the caption of a table that ends `text` says: `Table 2: Division of the work`.
fn caption(text: &str) -> Option<String> {
    let above = text.lines().rev().skip(1).map(without_tags);
    let line = above.take(MOST_LINES).find(|line| !line.trim().is_empty())?;
    let bare = line.trim().trim_matches(['*', '_']).to_owned();
    let (number, title) = [" - ", " – ", " — ", ": "].iter().find_map(|sign| bare.split_once(sign))?;
    let is_number =
        number.split(' ').count() <= 2 && number.trim_end_matches(['*', '_']).ends_with(|c: char| c.is_ascii_digit());
    is_number.then(|| title.to_owned())
}

/// More lines between a table and its caption are no tags that close.
const MOST_LINES: usize = 4;

/// A line without what stands in angle brackets.
fn without_tags(line: &str) -> String {
    let mut rest = line;
    let mut bare = String::new();
    while let Some((before, tag)) = rest.split_once('<') {
        bare.push_str(before);
        rest = tag.split_once('>').map_or("", |(_, behind)| behind);
    }
    bare + rest
}

/// Whether the title of a column stands over tasks, and over what they are about where another stands over tasks.
fn is_subject(title: &str) -> bool {
    let title = title.trim_matches(|c: char| !c.is_alphabetic()).to_lowercase();
    [
        "item",
        "issue",
        "summary",
        "description",
        "beschreibung",
        "asunto",
        "descripción",
        "descrição",
        "descrizione",
        "omschrijving",
        "opis",
    ]
    .contains(&title.as_str())
}

/// Whether the title of a column says that the rows are counted there.
fn is_number(title: &str) -> bool {
    let title = title.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase();
    ["", "n", "no", "nr", "nº", "n°", "num", "id", "lp", "pos", "number", "nummer", "número", "numéro", "numero", "ref"]
        .contains(&title.as_str())
}

/// The heading right above `at`, if it is somebody's name.
fn name_above(note: &Note, at: usize, is_name: &dyn Fn(&str) -> bool) -> Option<Span> {
    let section = note.body().sections_over(at).max_by_key(|section| section.heading.start)?;
    let title = section.title.trim_matches(['*', '_', ':', ' ']);
    let start = section.heading.start + note.slice(section.heading).find(title)?;
    is_name(title).then(|| Span::new(start, start + title.len()))
}

/// The order of day and month that the days of a column are written in, where one of them can be read in one way only.
fn proven_order(note: &Note, due: Option<usize>, rows: &[Vec<Span>]) -> Option<DayOrder> {
    let cells = rows.iter().filter_map(|row| row.get(due?));
    let mut proven =
        cells.filter_map(|cell| find_day(note.slice(*cell), DayForms::default()).and_then(|day| day.proves));
    let first = proven.next()?;
    proven.all(|other| other == first).then_some(first)
}

/// The tasks of a row that is a label and what it holds: `| **Action items** | Send it - Mara<br>Paint it - Rob |`.
fn listed_in(note: &Note, row: &[Span], titles: &[String]) -> Vec<ItemRow> {
    let [label, cell] = row else { return Vec::new() };
    if !is_item_title(note.slice(*label).trim_matches(['*', '_', ' ']), titles) {
        return Vec::new();
    }
    let row = |(task, is_done)| ItemRow { task, owner: None, due: None, is_done, order: None };
    tasks_in(note, *cell).into_iter().map(row).collect()
}

/// Whether a column holds what is to be done and who has to do it: `Actions: Responsible`, `Action / Owner`.
fn is_action_of_owner(title: &str) -> bool {
    let parts = [":", "/", "&", "(", " - ", " – "].iter().find_map(|sign| title.split_once(sign));
    parts.is_some_and(|(action, owner)| ItemWord::Action.is(action) && ItemWord::Owner.is(owner.trim_end_matches(')')))
}

/// The tasks that a cell lists a line each, and which of them are ticked: `- [ ] Send it<br>- [x] Paint it`.
fn tasks_in(note: &Note, cell: Span) -> Vec<(Span, bool)> {
    let words = note.slice(cell);
    let mut found = Vec::new();
    let mut at = cell.start;
    for part in words.split("<br>").flat_map(|part| part.split("<br/>")) {
        let line = Span::new(at, at + part.len());
        at = line.end + note.text[line.end..].find('>').map_or(0, |end| end + 1);
        let bare = part.trim_start_matches(['-', '*', '•', ' ']);
        let is_done = bare.starts_with("[x]");
        let bare = ["[ ]", "[x]"].iter().find_map(|sign| bare.strip_prefix(sign)).unwrap_or(bare).trim();
        let number = bare.split_once(". ").filter(|(number, _)| number.bytes().all(|byte| byte.is_ascii_digit()));
        let bare = number.map_or(bare, |(_, words)| words.trim());
        let start = line.start + part.find(bare).unwrap_or_default();
        found.extend((!bare.is_empty()).then_some((Span::new(start, start + bare.len()), is_done)));
    }
    found
}
