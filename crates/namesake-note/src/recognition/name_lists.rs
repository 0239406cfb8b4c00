//! The lists of names in a note's body: behind labels, below labels and headings, in headings.

use super::headings::{heading_roles, is_other_meeting};
use super::labels::{Label, bare};
use super::listed_name::{ListedAt, ListedName};
use super::listed_names::{body_names, each_name, entry_names, is_absent, linked_names};
use super::name_shape::{NameShape, name_shape};
use super::together::together;
use crate::note::{Note, Section, bullet, lines};
use crate::vocabulary::{OwnWords, Role, Roles, roles};
use namesake_text::links;
use namesake_text::text::Span;

/// The body of a note with its labels and with what its headings stand for.
pub(super) struct NameLists<'n> {
    note: &'n Note,
    labels: &'n [Label],
    own: &'n OwnWords,
    /// The sections that are not about another meeting.
    sections: Vec<(&'n Section, Roles)>,
}

/// So many lines may say what a note is about.
const FIRST_LINES: usize = 3;

/// The signs before the words of a line in a quote.
const QUOTE: [char; 3] = ['>', ' ', '\t'];

impl<'n> NameLists<'n> {
    /// The lists of `note`, whose labels are `labels`.
    pub fn new(note: &'n Note, labels: &'n [Label], own: &'n OwnWords) -> Self {
        let sections = note.body().sections.iter().filter(|section| !is_other_meeting(&section.title));
        let sections = sections.map(|section| (section, heading_roles(&section.title, own))).collect();
        Self { note, labels, own, sections }
    }

    /// The lists of people as `role`, each with its names; lists under a heading about another meeting are left out.
    pub fn of(&self, role: Role) -> Vec<Vec<ListedName>> {
        let body = self.note.body();
        let is_own = |at: usize| body.section_at(at).is_none_or(|section| !is_other_meeting(&section.title));
        let is_meant =
            |label: &&Label| label.roles.has(role) && is_own(label.line.start) && !self.heads_column(label, role);
        let labelled = self.labels.iter().filter(is_meant);
        let mut lists: Vec<Vec<Span>> = labelled.map(|label| self.behind(label, role)).collect();
        for (section, said) in &self.sections {
            lists.push(self.in_heading(section, role));
            if said.has(role) {
                lists.push(self.below(section, role));
            }
        }
        if lists.iter().all(Vec::is_empty) && role == Role::Companions {
            lists.push(self.in_first_lines());
        }
        let named = |span: Span| ListedName { written: self.note.slice(span).to_owned(), span, place: ListedAt::Body };
        let lists = lists.into_iter().map(|names| names.into_iter().map(named).collect::<Vec<_>>());
        lists.filter(|names| !names.is_empty()).collect()
    }

    /// Whether a label is the head of a column in a table below a heading that lists `role` already.
    fn heads_column(&self, label: &Label, role: Role) -> bool {
        let body = self.note.body();
        let is_headed =
            body.section_at(label.line.start).is_some_and(|section| heading_roles(&section.title, self.own).has(role));
        let mut heads = body.table_starts.iter().filter_map(|row| body.rows.get(*row)?.first());
        is_headed && heads.any(|cell| label.line.contains(*cell))
    }

    /// The names in a heading: `## Attendees: Jane Doe, Rob Benoit`, `# 1:1 with [[Jane Doe]]`.
    fn in_heading(&self, section: &Section, role: Role) -> Vec<Span> {
        let text = self.note.slice(section.heading);
        let said = |words: &str| heading_roles(words.trim_start_matches(['#', ' ']), self.own);
        let place = |names: &str| section.heading.end - names.len();
        if let Some((_, names)) = text.split_once(": ").filter(|(label, _)| said(label).has(role)) {
            return shifted(each_name(names), place(names)).collect();
        }
        match text.split_once(" with ").filter(|(title, _)| said(title).has(Role::Meeting)) {
            Some((_, names)) if role == Role::Companions => shifted(linked_names(names), place(names)).collect(),
            _ => Vec::new(),
        }
    }

    /// The people linked in the first lines of a note that say with whom one was: `# Coffee with [[Jane Doe]]`, `_Conversation
    /// with [[Jane Doe]] on Friday_`.
    fn in_first_lines(&self) -> Vec<Span> {
        let note = self.note;
        let body = Span::new(note.frontmatter.fence.body(), note.text.len());
        let mut first = lines(&note.text, body).filter(|line| !note.slice(*line).trim().is_empty()).take(FIRST_LINES);
        let names = first.find_map(|line| {
            let text = note.slice(line).trim_end();
            let is_marked = text.starts_with("# ") || text.starts_with(['_', '*']) && text.ends_with(['_', '*']);
            let names = together(text, self.own).filter(|_| is_marked)?;
            let link = links::read(names, 0, &[]).into_iter().next().filter(|link| link.span.start == 0)?;
            Some(link.span.shifted(line.start + text.len() - names.len()))
        });
        names.into_iter().collect()
    }

    /// The names behind a label, else in the list, the table or the line below it.
    fn behind(&self, label: &Label, role: Role) -> Vec<Span> {
        if label.value.is_empty() {
            return self.below_label(label);
        }
        let text = self.note.slice(label.value);
        let linked = linked_names(text);
        if !linked.is_empty() {
            return shifted(linked, label.value.start).collect();
        }
        // In a line of names, nobody from “Apologies:” on was there.
        let there = each_name(text).into_iter().take_while(|name| !self.turns_away(name.of(text), role));
        there.map(|name| name.shifted(label.value.start)).collect()
    }

    fn below_label(&self, label: &Label) -> Vec<Span> {
        let note = self.note;
        let depth = indent(note, label.line);
        let is_in_list = self.is_item(label.line);
        let mut entries = Vec::new();
        let (mut is_apart, mut is_loose) = (false, false);
        for line in lines(&note.text, Span::new(label.line.end, note.text.len())).skip(1) {
            let words = bare(note, line);
            match () {
                () if words.is_empty() && (entries.len() < 2 || is_loose) => is_apart = true,
                () if words.is_empty() || self.labels.iter().any(|label| label.line == line) => break,
                () if is_in_list && indent(note, line) <= depth => break,
                () if self.is_item(line) => {
                    // In a loose list every name stands apart. What else stands apart may be the topics: only boxes and
                    // links are surely more of the same.
                    let stands_apart = is_apart && !entries.is_empty();
                    is_loose |= stands_apart && entries.len() == 1;
                    if stands_apart && !self.is_marked(line) {
                        break;
                    }
                    entries.push(line);
                    is_apart = false;
                }
                () if !entries.is_empty() => break,
                () if note.slice(words).starts_with('|') => return self.in_table(&self.rows_from(line.start)),
                () => return self.in_line(words),
            }
        }
        self.in_entries(&entries)
    }

    /// The names in a line that holds names and nothing else.
    fn in_line(&self, words: Span) -> Vec<Span> {
        let text = self.note.slice(words);
        let linked = linked_names(text);
        let names = if linked.is_empty() { each_name(text) } else { linked };
        let is_name = |name: &Span| name.of(text).starts_with("[[") || name_shape(name.of(text)) > NameShape::None;
        let are_names = names.iter().all(is_name) && !text.ends_with(['.', ':', '?', '!']);
        if are_names { shifted(names, words.start).collect() } else { Vec::new() }
    }

    /// The names below a heading: in a table's column of names, in the items of a list, else in lines of names.
    fn below(&self, section: &Section, role: Role) -> Vec<Span> {
        let note = self.note;
        let whole = note.body().with_subsections(section);
        let rows = self.rows_in(whole);
        if !rows.is_empty() {
            return self.in_table(&rows);
        }
        let has_items = note.body().items.iter().any(|item| whole.contains(*item));
        let (mut entries, mut names) = (Vec::new(), Vec::new());
        let mut is_deeper = false;
        for line in lines(&note.text, whole) {
            let words = bare(note, line);
            if words.is_empty() || note.body().is_opaque_at(line.start) {
                continue;
            }
            let is_heading = note.slice(line).starts_with('#');
            let heads = |title: &str| heading_roles(title.trim_start_matches(['#', ' ']), self.own);
            let parts = is_heading && role != Role::Absent && heads(note.slice(words)).has(Role::Absent);
            if parts || self.turns_away(note.slice(words), role) {
                break;
            }
            is_deeper |= is_heading;
            match has_items {
                // Below a heading within may stand others who were there, and as well what they are to do.
                true if self.is_item(line) && is_deeper && !self.is_name_alone(line) => {}
                true if self.is_item(line) => entries.push(line),
                true if entries.is_empty() || is_heading => {}
                false if !is_heading => names.extend(shifted(body_names(note.slice(words)), words.start)),
                _ => break,
            }
        }
        names.extend(self.in_entries(&entries));
        names
    }

    /// The names in the items of a list. Where some boxes are ticked, the others are those who were not there.
    fn in_entries(&self, entries: &[Span]) -> Vec<Span> {
        let has = |line: &Span, marks: [&str; 2]| marks.iter().any(|mark| self.note.slice(*line).contains(mark));
        let are_ticked = entries.iter().any(|line| has(line, ["[x] ", "[X] "]));
        let there = entries.iter().filter(|line| !are_ticked || !has(line, ["[ ] ", "[-] "]));
        there
            .flat_map(|line| {
                let words = bare(self.note, *line);
                shifted(entry_names(self.note.slice(words), true), words.start)
            })
            .collect()
    }

    /// The names in a table's column of names, else in its first one. Rows that say that somebody was absent are left
    /// out.
    fn in_table(&self, rows: &[&Vec<Span>]) -> Vec<Span> {
        let note = self.note;
        let [head, rest @ ..] = rows else { return Vec::new() };
        // `Name (Affiliation)`
        let title =
            |cell: &Span| note.slice(*cell).split(" (").next().unwrap_or_default().trim_matches(['*', '_', ' ']);
        let is_name =
            |cell: &Span| roles(title(cell), self.own).has(Role::Person) || title(cell).eq_ignore_ascii_case("name");
        let is_there = |cell: &Span| roles(title(cell), self.own).has(Role::Participants);
        let column = head.iter().position(is_name).or_else(|| head.iter().position(is_there)).unwrap_or(0);
        // Columns for marks: `| Name | present | excused |`
        let columns = |role: Role| {
            let named = head
                .iter()
                .enumerate()
                .filter(move |(at, cell)| *at != column && roles(note.slice(**cell), self.own).has(role));
            named.map(|(at, _)| at).collect::<Vec<_>>()
        };
        let (here, gone) = (columns(Role::Participants), columns(Role::Absent));
        let marked = |row: &Vec<Span>, columns: &[usize]| {
            columns.iter().filter_map(|at| row.get(*at)).any(|cell| is_mark(note.slice(*cell)))
        };
        let has_marks = rest.iter().any(|row| marked(row, &here));
        let is_away = |row: &Vec<Span>| {
            row.iter().any(|cell| is_absent(&format!("({})", note.slice(*cell))))
                || marked(row, &gone)
                || has_marks && !marked(row, &here)
        };
        let there = rest.iter().filter(|row| !is_away(row));
        let cells = there.filter_map(|row| row.get(column)).filter(|cell| !cell.is_empty());
        cells.flat_map(|cell| shifted(entry_names(note.slice(*cell), true), cell.start)).collect()
    }

    fn rows_in(&self, whole: Span) -> Vec<&Vec<Span>> {
        let rows = self.note.body().rows.iter();
        rows.filter(|row| row.first().is_some_and(|cell| whole.contains(*cell))).collect()
    }

    /// The rows of the table that begins at byte `start`, its head first.
    fn rows_from(&self, start: usize) -> Vec<&Vec<Span>> {
        let rest = lines(&self.note.text, Span::new(start, self.note.text.len()));
        let table = rest.take_while(|line| self.note.slice(*line).trim_start().starts_with('|'));
        self.rows_in(Span::new(start, table.last().map_or(start, |line| line.end)))
    }

    /// Whether from here on others are listed: “Apologies: …” among those present.
    fn turns_away(&self, words: &str, role: Role) -> bool {
        let Some((label, _)) = words.split_once([':', '：']) else { return false };
        let said = roles(label.trim_matches(['*', '_', ' ']), self.own);
        !said.is_empty() && !said.has(role) && (said.has(Role::Absent) || said.has(Role::Day))
    }

    /// Whether an item is a name, a remark in brackets behind it or not, and nothing else.
    fn is_name_alone(&self, line: Span) -> bool {
        let words = bare(self.note, line);
        let text = self.note.slice(words);
        let name = text.split(" (").next().unwrap_or_default().trim_end();
        let is_named = !self.in_line(Span::new(words.start, words.start + name.len())).is_empty();
        is_named && (!name.starts_with("[[") || name.ends_with("]]"))
    }

    /// Whether a line has a box, or is a link.
    fn is_marked(&self, line: Span) -> bool {
        let text = self.note.slice(line).trim_start_matches(QUOTE);
        let item = &text[bullet(text).unwrap_or_default()..];
        item.starts_with('[') && !self.in_line(bare(self.note, line)).is_empty()
    }

    fn is_item(&self, line: Span) -> bool {
        bullet(self.note.slice(line).trim_start_matches(QUOTE)).is_some()
    }
}

/// Whether a cell of a table says yes.
fn is_mark(cell: &str) -> bool {
    let words = cell.trim();
    words.chars().any(|c| !matches!(c, '-' | '–' | '—' | '.' | '0' | '✗' | '✘' | '❌' | ' '))
        && !["no", "n", "nein", "non", "nee", "nie", "[ ]"].iter().any(|no| words.eq_ignore_ascii_case(no))
}

fn shifted(names: Vec<Span>, by: usize) -> impl Iterator<Item = Span> {
    names.into_iter().map(move |name| name.shifted(by))
}

/// Blanks before the words of a line; a tab counts as four.
fn indent(note: &Note, line: Span) -> usize {
    let text = note.slice(line);
    let blanks = &text[..text.len() - text.trim_start_matches(QUOTE).len()];
    blanks.chars().map(|blank| if blank == '\t' { 4 } else { 1 }).sum()
}
