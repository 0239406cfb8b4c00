//! The lines of a note that may say something to do: those under a heading of the sort, be it a real one, a bold line or a
//! label with a colon, and lines anywhere that are marked so or say what somebody has to do. What is offered of them is
//! left to the rule.

use namesake_tasks::prose::{Bullet, bullet, is_heading, mark};
use namesake_text::text::{Span, trimmed};

use super::bidden::may_bid;
use crate::config::{Settings, same_word};
use crate::note::{Body, Note, is_titled, lines};
use crate::word_list::holds_words;

/// Signs that people type or paste for a bullet and that Markdown knows as none.
const BULLETS: [&str; 12] = ["• ", "◦ ", "‣ ", "▪ ", "● ", "– ", "— ", "☐ ", "▢ ", "□ ", "⬜ ", "◻ "];

/// A line that may say something to do.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ItemPlace {
    /// The line.
    pub line: Span,
    /// The bytes of the line that the checkbox takes the place of: none of a list item, behind its marker.
    pub tick: Span,
    /// Whether it is a list item.
    pub is_item: bool,
    /// The words, in bytes of the line.
    pub words: Span,
    /// The heading below which it stands, if that may name whose it is.
    pub heading: Option<Span>,
    /// What makes it something to do.
    pub sign: ItemSign,
}

/// What makes a line something to do.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ItemSign {
    /// It is a list item under a heading of the sort.
    Listed,
    /// It stands under such a heading and is no list item.
    Below,
    /// It has a mark: `ACTION:`, `→`.
    Marked,
    /// It is a task under such a heading already.
    Ticked,
    /// Nothing but its words.
    Words,
}

impl ItemPlace {
    /// The checkbox that is put there.
    pub const fn checkbox(&self) -> &'static str {
        if self.is_item { " [ ]" } else { "- [ ] " }
    }
}

/// Where tasks are listed: under headings of the sort, bold lines and labels of the sort. In order and apart.
pub fn item_sections(note: &Note, settings: &Settings) -> Vec<Span> {
    let (body, titles) = (note.body(), &settings.headings.action_items);
    let meant = body.sections.iter().filter(|section| is_item_title(&section.title, titles));
    let mut spans: Vec<Span> = meant.map(|section| body.with_subsections(section)).collect();
    let mut open: Option<usize> = None;
    let whole = Span::new(note.frontmatter.fence.body(), note.text.len());
    for line in lines(&note.text, whole) {
        let is_end = || body.sections.binary_search_by_key(&line.start, |section| section.heading.start).is_ok();
        let title = line_title(note, line);
        if open.is_some() && (is_end() || title.is_some_and(|title| ends_list(title, titles))) {
            spans.extend(open.take().map(|start| Span::new(start, line.start)));
        }
        if open.is_none() && title.is_some_and(|title| is_item_title(title, titles)) && !body.is_opaque_at(line.start) {
            open = Some(line.end);
        }
    }
    spans.extend(open.map(|start| Span::new(start, note.text.len())));
    spans.sort();
    let mut apart: Vec<Span> = Vec::new();
    for span in spans {
        match apart.last_mut().filter(|last| span.start < last.end) {
            Some(last) => last.end = last.end.max(span.end),
            None => apart.push(span),
        }
    }
    apart
}

/// Whether a heading says that tasks stand below: one of `titles`, or a few words that hold one of several words.
fn is_item_title(heading: &str, titles: &[String]) -> bool {
    let heading = heading.trim().trim_end_matches([':', '：', '.']);
    let heading = heading.split(" (").next().unwrap_or_default().trim();
    let heading = heading.trim_start_matches(|c: char| !c.is_alphabetic());
    if heading.is_empty() || heading.ends_with('?') || heading.split_whitespace().count() > MOST_WORDS {
        return false;
    }
    let small = heading.to_lowercase();
    // “Decisions and action items” are both.
    let is_mixed = ["decision", "decisi", "décision", "entscheidung", "beschl", "besluit", "decyzj"]
        .iter()
        .any(|word| small.contains(word));
    let holds = |title: &String| !is_mixed && title.contains(' ') && holds_words(&small, &title.to_lowercase());
    is_titled(heading, titles) || titles.iter().any(holds)
}

/// A heading of more words is a sentence.
const MOST_WORDS: usize = 6;

/// The title that a line is without being a heading: a bold line, a label with a colon and nothing behind, the title of a
/// callout.
fn line_title(note: &Note, line: Span) -> Option<&str> {
    let words = note.slice(line).trim();
    if let Some(callout) = words.strip_prefix("> [!") {
        return callout.split_once(']').map(|(_, title)| title.trim_start_matches(['-', '+', ' ']));
    }
    let is_bold = words.len() > 4 && words.starts_with("**") && words.trim_end_matches([':', ' ']).ends_with("**");
    let inner = words.trim_matches(['*', '_', ' ', ':', '：']);
    let is_label = words.trim_end_matches(['*', '_']).ends_with([':', '：']);
    let is_plain = !note.body().is_item(line) && !words.starts_with(['-', '|', '#', '+']) && !inner.is_empty();
    ((is_bold || is_label) && is_plain && !inner.contains("**") && inner.len() <= 60).then_some(inner)
}

/// Whether a line's title begins another part. A name of one to three words may say whose the next items are.
fn ends_list(title: &str, titles: &[String]) -> bool {
    let words = title.split_whitespace().count();
    let is_name = words <= 3 && title.split_whitespace().all(|word| word.starts_with(char::is_uppercase));
    !is_name || is_item_title(title, titles) || titles.iter().any(|known| same_word(known, title))
}

/// The lines of `note` that may say something to do, in order, outside `transcripts`.
pub fn item_places(note: &Note, settings: &Settings, transcripts: &[Span]) -> Vec<ItemPlace> {
    let sections = item_sections(note, settings);
    let body = note.body();
    let mut places = Vec::new();
    let mut above: Vec<(usize, Option<Span>)> = Vec::new();
    let titles = &settings.headings.action_items;
    let mut heading = None;
    let (mut section, mut spoken) = (0, 0);
    let whole = Span::new(note.frontmatter.fence.body(), note.text.len());
    let all: Vec<Span> = lines(&note.text, whole).collect();
    for (nth, &line) in all.iter().enumerate() {
        let before = section;
        while sections.get(section).is_some_and(|span| span.end <= line.start) {
            section += 1;
        }
        while transcripts.get(spoken).is_some_and(|span| span.end <= line.start) {
            spoken += 1;
        }
        let is_inside = sections.get(section).is_some_and(|span| span.start <= line.start);
        let words = note.slice(line);
        if before != section {
            heading = None;
        }
        if words.trim().is_empty() {
            continue;
        }
        let is_spoken = transcripts.get(spoken).is_some_and(|span| span.start <= line.start);
        if is_spoken || body.is_opaque_at(line.start) || words.trim_start().starts_with('|') {
            above.clear();
            continue;
        }
        if let Some(title) = title_span(note, line) {
            heading = is_inside.then_some(title);
            above.clear();
            continue;
        }
        let depth = depth(words);
        if !body.is_item(line) {
            let place = plain(note, line, is_inside, heading);
            // A line further in belongs to the item above it.
            places.extend(place.filter(|_| {
                above.is_empty() || depth == 0 || BULLETS.iter().any(|sign| words.trim_start().starts_with(sign))
            }));
            continue;
        }
        while above.last().is_some_and(|(other, _)| *other >= depth) {
            above.pop();
        }
        let next = all[nth + 1..].iter().find(|line| !note.slice(**line).trim().is_empty());
        let has_details = next.is_some_and(|next| body.is_item(*next) && self::depth(note.slice(*next)) > depth);
        let is_detail = above.iter().any(|(_, heading)| heading.is_none());
        // A bullet `Actions:` heads those below it.
        let is_headed =
            above.iter().any(|(_, heading)| heading.is_some_and(|it| is_item_title(note.slice(it), titles)));
        let is_inside = is_inside || is_headed;
        let found = bullet(words);
        let role = match found {
            Some(bullet)
                if has_details && is_heading(bullet.words.of(words)) && mark(bullet.words.of(words)).is_none() =>
            {
                Some(bullet.words.shifted(line.start))
            }
            Some(bullet) => {
                let nearest = above.iter().rev().find_map(|(_, heading)| *heading).or(heading);
                let is_free = !is_detail || !is_inside;
                places.extend(listed(line, words, bullet, is_inside, nearest).filter(|_| is_free));
                None
            }
            None => {
                let nearest = above.iter().rev().find_map(|(_, heading)| *heading).or(heading);
                places.extend(ticked(line, words, nearest).filter(|_| is_inside && !is_detail));
                None
            }
        };
        let role = if is_inside || role.is_some() { role } else { None };
        above.push((depth, role));
    }
    places
}

fn title_span(note: &Note, line: Span) -> Option<Span> {
    let body = note.body();
    let at = body.sections.binary_search_by_key(&line.start, |section| section.heading.start);
    if at.is_ok() {
        let words = note.slice(line).trim_start_matches(['#', ' ', '*', '_']);
        return Some(trimmed(&note.text, Span::new(line.end - words.len(), line.end)));
    }
    let title = line_title(note, line)?;
    let start = line.start + note.slice(line).find(title)?;
    Some(Span::new(start, start + title.len()))
}

/// A list item: under a heading of the sort, marked, or by its words.
fn listed(line: Span, words: &str, bullet: Bullet, is_inside: bool, heading: Option<Span>) -> Option<ItemPlace> {
    let sign = match () {
        () if is_inside => ItemSign::Listed,
        () if mark(bullet.words.of(words)).is_some() => ItemSign::Marked,
        () if may_bid(bullet.words.of(words)) => ItemSign::Words,
        () => return None,
    };
    (!bullet.words.is_empty()).then_some(ItemPlace {
        line,
        tick: Span::at(bullet.marker_end),
        is_item: true,
        words: bullet.words,
        heading,
        sign,
    })
}

/// An open task.
fn ticked(line: Span, words: &str, heading: Option<Span>) -> Option<ItemPlace> {
    let start = words.find("[ ] ")? + "[ ] ".len();
    let is_marker = words[..start].trim_start_matches(['>', ' ', '\t', '-', '*', '+']).starts_with('[');
    let words = Span::new(start, words.trim_end().len());
    let place = ItemPlace { line, tick: Span::at(start), is_item: true, words, heading, sign: ItemSign::Ticked };
    (is_marker && words.start < words.end).then_some(place)
}

/// A line that is no list item.
fn plain(note: &Note, line: Span, is_inside: bool, heading: Option<Span>) -> Option<ItemPlace> {
    let text = note.slice(line);
    let start = text.len() - text.trim_start_matches(['>', ' ', '\t']).len();
    let sign = BULLETS.iter().find(|sign| text[start..].starts_with(**sign)).map_or(0, |sign| sign.len());
    let tick = Span::new(start, start + sign);
    let words = Span::new(tick.end, text.trim_end().len());
    let has_mark = words.start < words.end && mark(words.of(text)).is_some();
    let found = match () {
        () if has_mark => ItemSign::Marked,
        () if words.start >= words.end || text[words.start..].starts_with(['#', '<', '!']) => return None,
        () if is_inside && sign > 0 => ItemSign::Listed,
        () if is_inside => ItemSign::Below,
        () if may_bid(words.of(text)) => ItemSign::Words,
        () => return None,
    };
    Some(ItemPlace { line, tick, is_item: false, words, heading, sign: found })
}

/// The indentation of a line; a tab counts as four.
fn depth(line: &str) -> usize {
    let indent = line.chars().take_while(|c| *c == '>' || c.is_whitespace());
    indent.map(|c| if c == '\t' { 4 } else { 1 }).sum()
}

/// The rows of tables that list tasks: whose columns say what, who and mostly by when.
pub fn item_rows(note: &Note) -> Vec<ItemRow> {
    let body: &Body = note.body();
    let mut found = Vec::new();
    for rows in body.tables() {
        let Some((head, rows)) = rows.split_first() else { continue };
        let column = |names: &[&str]| {
            head.iter().position(|cell| {
                let title = note.slice(*cell).trim_matches(['*', '_', ' ', ':']).to_lowercase();
                names.contains(&title.as_str())
            })
        };
        let owner = column(OWNERS);
        let Some(task) = column(if owner.is_some() { TASKS } else { ACTIONS }) else { continue };
        let (due, status) = (column(DAYS), column(STATES));
        let is_day_first = due.is_some() && column(ENGLISH_DAYS) != due;
        for row in rows {
            let cell = |at: Option<usize>| row.get(at?).copied().filter(|cell| !cell.is_empty());
            if let Some(task) = cell(Some(task)) {
                found.push(ItemRow { task, owner: cell(owner), due: cell(due), status: cell(status), is_day_first });
            }
        }
    }
    found
}

/// A row of a table of tasks: its cells, in bytes of the note.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ItemRow {
    /// What has to be done.
    pub task: Span,
    /// By whom.
    pub owner: Option<Span>,
    /// By when.
    pub due: Option<Span>,
    /// How far it is.
    pub status: Option<Span>,
    /// Whether the column of days is called so in a language that writes the day before the month.
    pub is_day_first: bool,
}

/// What the column of tasks is called, in small letters.
#[rustfmt::skip]
const TASKS: &[&str] = &[
    "task", "tasks", "action", "actions", "action item", "action items", "action point", "what", "to do", "todo", "item",
    "next step", "next steps", "follow-up", "deliverable",
    "aufgabe", "aufgaben", "was", "maßnahme", "todo", "tâche", "tâches", "action à mener", "quoi", "tarea", "tareas", "acción",
    "qué", "tarefa", "tarefas", "ação", "o quê", "azione", "azioni", "attività", "cosa", "compito", "actie", "actiepunt", "taak",
    "wat", "zadanie", "co", "działanie", "descripción", "description", "descrição", "descrizione", "beschreibung", "omschrijving", "что", "задача", "задачи", "действие", "что сделать", "uppgift", "vad",
];
/// What a column is called whose cells say who has to do what.
#[rustfmt::skip]
const ACTIONS: &[&str] = &[
    "action", "actions", "action item", "action items", "next steps", "to do", "maßnahme", "maßnahmen", "actions à mener",
    "acciones", "ações", "azioni", "acties", "actiepunten", "działania",
];
/// What the column of owners is called.
#[rustfmt::skip]
const OWNERS: &[&str] = &[
    "owner", "owners", "who", "assignee", "assigned to", "assigned", "responsible", "person", "lead", "by whom",
    "verantwortlich", "verantwortliche", "wer", "zuständig", "responsable", "qui", "pilote", "quién", "encargado", "encargada",
    "responsável", "quem", "responsabile", "chi", "wie", "verantwoordelijk", "verantwoordelijke", "eigenaar", "trekker", "osoba",
    "osoba odpowiedzialna", "odpowiedzialny", "kto", "кому", "кто", "ответственный", "исполнитель", "ansvarig", "vem",
];
/// What the column of days is called.
#[rustfmt::skip]
const DAYS: &[&str] = &[
    "due", "due date", "deadline", "by", "by when", "when", "date", "target", "target date",
    "frist", "bis", "bis wann", "termin", "wann", "fällig", "échéance", "date limite", "délai", "quand", "pour le",
    "fecha límite", "plazo", "fecha", "cuándo", "prazo", "data", "data limite", "quando", "até", "scadenza", "entro", "entro il",
    "wanneer", "voor", "datum", "termijn", "kiedy", "do kiedy", "срок", "дата", "когда", "förfaller", "senast",
];
/// What it is called in English, where the month may come first.
const ENGLISH_DAYS: &[&str] =
    &["due", "due date", "deadline", "by", "by when", "when", "date", "target", "target date"];
/// What the column of states is called.
const STATES: &[&str] =
    &["status", "state", "done", "stand", "état", "statut", "estado", "stato", "erledigt", "✅", "статус", "готово"];
