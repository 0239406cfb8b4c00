//! The lines of a note that may say something to do: those of its lists of tasks, and lines anywhere that are marked so or
//! say what somebody has to do. What is offered of them is left to the rule.

use namesake_tasks::marks::{closing_mark, is_quiet, mark};
use namesake_tasks::prose::{bullet, finished, is_heading};
use namesake_text::text::Span;

use super::addressed::may_name;
use super::deed_verbs::is_infinitive_clause;
use super::first_look::may_bid;
use super::item_details::ItemDetails;
use super::item_fields::state_field;
use super::item_names::are_names;
use super::item_place::{ItemPlace, ItemSign};
use super::item_sections::{ItemSection, is_group, is_item_title, item_sections, title_span, wants_deed};
use super::item_titles::{gives_tasks, tells_of_past};
use super::item_words::{ItemWord, state_ahead};
use super::other_titles::{is_agenda, is_office, is_other_title};
use super::owner_label::owner_label;
use namesake_note::config::Settings;
use namesake_note::note::{Note, is_titled, lines};

/// Signs that people type or paste for a bullet and that Markdown knows as none.
const BULLETS: [&str; 17] =
    ["[ ] ", "[] ", "• ", "◦ ", "‣ ", "▪ ", "● ", "· ", "► ", "👉 ", "– ", "— ", "☐ ", "▢ ", "□ ", "⬜ ", "◻ "];

/// The same of what is done.
const DONE_BULLETS: [&str; 7] = ["☑ ", "☒ ", "[x] ", "✅ ", "✔ ", "✓ ", "🗹 "];

/// How an item ends that says who has to do what stands below it.
const CHARGING: [&str; 8] = [" to:", " will:", " should:", " soll:", " sollen:", " wird:", " doit :", " debe:"];

/// The lines of `note` that may say something to do, in order, outside `transcripts`. `is_name` says whether words are
/// certainly somebody's name.
pub fn item_places(
    note: &Note,
    settings: &Settings,
    transcripts: &[Span],
    is_name: &dyn Fn(&str) -> bool,
) -> Vec<ItemPlace> {
    let whole = Span::new(note.frontmatter.fence.body(), note.text.len());
    let mut walk = Walk {
        note,
        titles: &settings.headings.action_items,
        is_name,
        sections: item_sections(note, settings, is_name),
        is_mixed: false,
        lines: lines(&note.text, whole).collect(),
        people: Vec::new(),
        heading: None,
        owner: None,
        above: Vec::new(),
        aside: None,
        is_quoted: false,
        agendas: agendas(note),
        places: Vec::new(),
    };
    let (mut section, mut spoken) = (0, 0);
    for nth in 0..walk.lines.len() {
        let line = walk.lines[nth];
        let before = section;
        while walk.sections.get(section).is_some_and(|section| section.span.end <= line.start) {
            section += 1;
        }
        while transcripts.get(spoken).is_some_and(|span| span.end <= line.start) {
            spoken += 1;
        }
        if before != section {
            walk.heading = None;
        }
        let is_spoken = transcripts.get(spoken).is_some_and(|span| span.start <= line.start);
        let words = note.slice(line).trim_start();
        let is_title = words.contains("<summary>");
        if is_spoken || !is_title && note.body().is_opaque_at(line.start) || words.starts_with('|') {
            walk.above.clear();
        } else if !words.is_empty() {
            let inside = walk.sections.get(section).filter(|section| section.span.start <= line.start);
            walk.is_mixed = inside.is_some_and(|section| section.is_mixed);
            walk.line(nth, inside.is_some());
        }
    }
    walk.places
}

/// A line that is nothing but names.
enum NameLine {
    /// Of people, as names in the note.
    People(Span),
    /// Of a group alone: `Web Team`.
    Group,
}

/// One walk down the lines of a note.
struct Walk<'n> {
    note: &'n Note,
    titles: &'n [String],
    is_name: &'n dyn Fn(&str) -> bool,
    sections: Vec<ItemSection>,
    /// Whether the line stands in a section that is mixed.
    is_mixed: bool,
    lines: Vec<Span>,
    /// The headings around that are somebody's name, each with its level.
    people: Vec<(usize, Span)>,
    /// The heading above, if the line stands in a list.
    heading: Option<Span>,
    /// The line above that is somebody's name, as a heading is.
    owner: Option<Span>,
    /// The items that the line stands below, each with its depth and its words if it only heads what stands below it.
    above: Vec<(usize, Option<Span>)>,
    /// The depth of the item above that heads minutes and the like, below which nothing is listed.
    aside: Option<usize>,
    /// Whether the item above is a quotation.
    is_quoted: bool,
    /// The agendas and lists of offices, whose points may have a name in brackets.
    agendas: Vec<Span>,
    places: Vec<ItemPlace>,
}

impl Walk<'_> {
    fn line(&mut self, nth: usize, is_inside: bool) {
        let line = self.lines[nth];
        if let Some(title) = title_span(self.note, line) {
            self.owner_below(nth);
            // “Tasks of Mara” heads its own list.
            let words = self.note.slice(title);
            let is_naming = is_item_title(words, self.titles) && !is_titled(words, self.titles) || wants_deed(words);
            self.leave_people(line, title);
            self.owner = Some(title).filter(|_| (self.is_name)(words));
            // “Next steps” below “Mara Voss” are hers.
            let whose = self.people.last().filter(|_| is_titled(words, self.titles)).map(|(_, name)| *name);
            self.heading = whose.or((is_inside || is_naming).then_some(title));
            self.above.clear();
        } else if self.note.body().is_item(line) {
            self.item(nth, is_inside);
        } else if let Some(names) = is_inside.then(|| self.name_line(nth)).flatten() {
            self.heading = match names {
                NameLine::People(span) => Some(span),
                NameLine::Group => None,
            };
            self.above.clear();
        } else if !self.owner_below(nth) {
            self.plain_line(nth, is_inside);
        }
    }

    /// Keeps those of `people` whom the heading in `line` stands below, and the heading itself if it names somebody.
    fn leave_people(&mut self, line: Span, title: Span) {
        let marks = self.note.slice(line).trim_start();
        let level = marks.len() - marks.trim_start_matches('#').len();
        // A bold line heads only what follows it.
        if level == 0 {
            return;
        }
        self.people.retain(|(other, _)| *other < level);
        if (self.is_name)(self.note.slice(title)) {
            self.people.push((level, title));
        }
    }

    /// A list item, be it a task or not.
    fn item(&mut self, nth: usize, is_inside: bool) {
        let line = self.lines[nth];
        let words = self.note.slice(line);
        let depth = depth(words);
        while self.above.last().is_some_and(|(other, _)| *other >= depth) {
            self.above.pop();
        }
        if self.above.is_empty() || self.aside.is_some_and(|aside| depth <= aside) {
            self.aside = None;
        }
        let is_inside = is_inside && self.aside.is_none();
        let next = self.lines[nth + 1..].iter().find(|line| !self.note.slice(**line).trim().is_empty());
        let is_parent =
            next.is_some_and(|next| self.note.body().is_item(*next) && self::depth(self.note.slice(*next)) > depth);
        // `- **Task:** …` has its fields beside it.
        let is_labelled = labelled_task(words);
        let is_below = |line: &str| {
            let is_field = || is_labelled && self::depth(line) == depth && ItemDetails::is_one(line);
            !line.trim().is_empty() && (self::depth(line) > depth || is_field())
        };
        let details = ItemDetails::read(self.note, &self.lines[nth + 1..], is_below, self.is_name);
        let is_detail = self.above.iter().any(|(_, heading)| heading.is_none());
        // A bullet `Actions:` heads those below it.
        // So does `Mara and Tomas to:`.
        let is_charge = |heading: &Span| {
            let behind = self.note.text[heading.end..].trim_start_matches(['*', '_']);
            CHARGING.iter().any(|charge| behind.starts_with(charge))
        };
        let heads = |heading: &Span| {
            let words = self.note.slice(*heading);
            is_charge(heading) || self.is_over_items(words)
        };
        let is_headed = self.above.iter().any(|(_, heading)| heading.as_ref().is_some_and(heads));
        let (is_inside, is_mixed) = (is_inside || is_headed, self.is_mixed && !is_headed);
        let heading = self.above.iter().rev().find_map(|(_, heading)| *heading).or(self.heading);
        let mut role = None;
        match bullet(words) {
            // Below “Decisions needed” in an agenda nothing is to be done.
            Some(bullet) if is_other_title(bullet.words.of(words)) => self.aside = self.aside.or(Some(depth)),
            Some(bullet) if is_parent && details.is_empty() && self.heads_items(bullet.words.of(words)) => {
                let names = self.names_charged(bullet.words.of(words));
                let names = names.map_or(bullet.words, |names| names.shifted(bullet.words.start));
                role = Some(names.shifted(line.start));
            }
            Some(bullet) => {
                let is_inside = is_inside || is_labelled && details.owner.is_some();
                let rest = Span::new(bullet.marker_end, bullet.words.end);
                // Below an item somebody may have something to do by a line's own words.
                let is_listed = is_inside && !is_detail;
                let labelled = self.labelled_behind(line, words, rest).filter(|_| !is_inside);
                let place = labelled.or_else(|| listed(line, words, rest, is_listed));
                let place = place.or_else(|| self.named_behind(line, words, rest).filter(|_| !is_inside));
                self.is_quoted = place.is_some_and(|place| !place.tick.is_empty());
                let is_told = place.is_some_and(|place| place.sign == ItemSign::Words);
                let is_marked = place.is_some_and(|place| {
                    let said = place.words.of(words);
                    let sign = &said[..mark(said).unwrap_or_default()];
                    place.sign == ItemSign::Marked && sign.contains(char::is_alphabetic) && !is_quiet(sign)
                });
                let is_free = !is_detail || !is_inside || is_marked || is_told && details.is_empty();
                let is_free = is_free && !ItemDetails::is_one(bullet.words.of(words));
                let place = place.filter(|_| is_free).map(|place| ItemPlace { heading, details, ..place });
                self.places.extend(place.map(|place| place.in_section(is_mixed, words)));
            }
            None => {
                let is_listed = is_inside && !is_detail && !is_mixed;
                let place = ticked(line, words, is_listed);
                // `- Mara:` over boxes
                let over = self.above.iter().rev().find_map(|(_, heading)| *heading);
                let over = over.filter(|heading| are_names(self.note.slice(*heading), self.is_name));
                let named = over.or(self.owner).or(self.people.last().map(|(_, name)| *name));
                self.places.extend(place.map(|place| match is_listed {
                    true => ItemPlace { heading, details, ..place },
                    false => ItemPlace { heading: named, ..place },
                }));
            }
        }
        self.above.push((depth, role));
    }

    /// An item outside lists of tasks and agendas that says what to do and whose it is in a bracket behind.
    fn named_behind(&self, line: Span, text: &str, rest: Span) -> Option<ItemPlace> {
        let said = rest.of(text).trim();
        let (told, _) = said.trim_end_matches(['.', '*', '_']).strip_suffix(')')?.rsplit_once('(')?;
        let is_told = !self.is_agenda(line) && is_infinitive_clause(told);
        is_told.then(|| ItemPlace { is_item: true, ..ItemPlace::new(line, Span::at(rest.start), begun(text, rest)) })
    }

    /// An item outside lists of tasks and agendas that says by a label at its end whose it is.
    fn labelled_behind(&self, line: Span, text: &str, rest: Span) -> Option<ItemPlace> {
        let is_told = owner_label(rest.of(text).trim()).is_some() && !self.is_agenda(line);
        let place = || ItemPlace::new(line, Span::at(rest.start), begun(text, rest));
        is_told.then(|| ItemPlace { is_item: true, sign: ItemSign::Below, ..place() })
    }

    /// The names with which the words of an item begin that end in “to:” or the like.
    fn names_charged(&self, words: &str) -> Option<Span> {
        let names = CHARGING.iter().find_map(|charge| words.trim_end_matches(['*', '_']).strip_suffix(charge))?;
        are_names(&names.replace(['*', '_'], ""), self.is_name).then(|| Span::new(0, names.len()))
    }

    /// Whether the words of an item only head those below it.
    fn heads_items(&self, words: &str) -> bool {
        (is_heading(words) || self.is_over_items(words)) && mark(words).is_none()
    }

    /// Whether the words of an item say that tasks stand below it.
    fn is_over_items(&self, words: &str) -> bool {
        is_item_title(words, self.titles) || gives_tasks(words) && !tells_of_past(words)
    }

    fn is_agenda(&self, line: Span) -> bool {
        self.agendas.iter().any(|agenda| agenda.start <= line.start && line.start < agenda.end)
    }

    /// A line that is no list item. One further in belongs to the item above it.
    fn plain_line(&mut self, nth: usize, is_inside: bool) {
        let line = self.lines[nth];
        let text = self.note.slice(line);
        let words = text.trim_start();
        let is_own = self.above.is_empty()
            || depth(text) == 0
            || self.is_quoted && is_inside && words.starts_with('>')
            || BULLETS.iter().chain(&DONE_BULLETS).any(|sign| words.starts_with(sign))
            || mark(words).is_some();
        // What stands apart behind a list is not of the last person's.
        let is_apart = nth.checked_sub(1).is_some_and(|before| self.note.slice(self.lines[before]).trim().is_empty());
        if is_apart && !self.above.is_empty() {
            self.heading = None;
            self.owner = None;
        }
        if is_own {
            let place = plain(text, line, is_inside).filter(|place| place.sign.is_plain() || !self.is_quotation(nth));
            let place = place.map(|place| ItemPlace { heading: self.heading, ..place });
            self.places.extend(place.map(|place| place.in_section(self.is_mixed, text)));
        }
    }

    /// Whether the line is part of a quotation, and of no callout.
    fn is_quotation(&self, nth: usize) -> bool {
        let quoted = |line: &&Span| self.note.slice(**line).trim_start().starts_with('>');
        let first = self.lines[..=nth].iter().rev().take_while(quoted).last();
        first.is_some_and(|line| !self.note.slice(*line).trim_start_matches(['>', ' ']).starts_with("[!"))
    }

    /// Whether the line is a mark and names alone, `**Action: Mara Voss**`, and so says whose the line above it is.
    fn owner_below(&mut self, nth: usize) -> bool {
        let Some(names) = self.names_alone(self.lines[nth]) else { return false };
        // A paragraph may be set off from it.
        let is_blank = |line: &&Span| self.note.slice(**line).trim().is_empty();
        let above = self.lines[..nth].iter().rev().take(2).find(|line| !is_blank(line));
        let is_near = |line: &&Span| nth > 0 && **line == self.lines[nth - 1] || !self.note.body().is_item(**line);
        let Some(line) = above.filter(is_near).copied() else { return false };
        let text = self.note.slice(line);
        if title_span(self.note, line).is_some() || text.trim_start().starts_with('|') {
            return false;
        }
        let is_detail = |line: &str| ItemDetails::is_one(line);
        let details = ItemDetails::read(self.note, &self.lines[nth + 1..], is_detail, self.is_name);
        let place = match bullet(text).filter(|_| self.note.body().is_item(line)) {
            Some(bullet) => listed(line, text, Span::new(bullet.marker_end, bullet.words.end), true),
            None => plain(text, line, true),
        };
        self.places.retain(|place| place.line != line);
        self.places.extend(place.map(|place| ItemPlace {
            heading: Some(names),
            details,
            sign: ItemSign::Marked,
            ..place
        }));
        true
    }

    /// The names behind the mark of a line that says nothing else.
    fn names_alone(&self, line: Span) -> Option<Span> {
        let words = self.note.slice(line).trim_end_matches(['*', '_', '.', ' ']);
        let start = words.len() - words.trim_start_matches(['-', '>', ' ', '\t']).len();
        let at = start + mark(&words[start..])?;
        let names = &words[at..];
        let is_named = names.len() < 80 && are_names(names, self.is_name);
        is_named.then(|| Span::new(at, words.len()).shifted(line.start))
    }

    /// Whom a line in a list names that is nothing but names, and so heads the lines below it.
    fn name_line(&self, nth: usize) -> Option<NameLine> {
        let line = self.lines[nth];
        let words = self.note.slice(line).trim();
        if words.split(' ').count() > 6 || !words.starts_with(char::is_uppercase) {
            return None;
        }
        if are_names(words, self.is_name) {
            return Some(NameLine::People(line));
        }
        // `Mara / Web Team`
        let (name, group) = words.rsplit_once([',', '/', '&', '+']).unwrap_or(("", words));
        let next = self.lines.get(nth + 1).is_some_and(|next| !self.note.slice(*next).trim().is_empty());
        if !next || !is_group(group.trim()) {
            return None;
        }
        let name = name.trim();
        let start = line.start + self.note.slice(line).find(words)?;
        Some(match are_names(name, self.is_name) {
            true => NameLine::People(Span::new(start, start + name.len())),
            false => NameLine::Group,
        })
    }
}

/// The parts of a note below headings that name an agenda or who holds an office.
fn agendas(note: &Note) -> Vec<Span> {
    let body = note.body();
    let titled = body.sections.iter().filter(|section| is_agenda(&section.title) || is_office(&section.title));
    titled.map(|section| body.with_subsections(section)).collect()
}

/// A span without the blanks that it begins with.
fn begun(text: &str, span: Span) -> Span {
    let words = span.of(text);
    Span::new(span.start + (words.len() - words.trim_start().len()), span.end)
}

/// Whether a list item begins with a label that says that its words are a task: `- **What:** send it`.
fn labelled_task(text: &str) -> bool {
    let words = text.trim_start_matches(|c: char| !c.is_alphabetic());
    words.split_once(':').is_some_and(|(label, _)| ItemWord::Task.is(label))
}

/// A list item without a checkbox: under a heading of the sort, marked, or by its words. `rest` is what stands behind its
/// marker.
fn listed(line: Span, text: &str, rest: Span, is_inside: bool) -> Option<ItemPlace> {
    let blanks = |text: &str| text.len() - text.trim_start().len();
    let start = rest.start + blanks(rest.of(text));
    // The words may be quoted: `- > Mara will send it`.
    let quote = text[start..rest.end].strip_prefix('>').map_or(0, |behind| 1 + blanks(behind));
    let sign_of =
        |signs: &[&str]| signs.iter().find(|sign| text[start..].starts_with(**sign)).map_or(0, |sign| sign.len());
    let state = state_ahead(&text[start..rest.end]).filter(|_| is_inside);
    let told = state.map_or(0, |(length, _)| length);
    let skipped = if is_inside { quote.max(sign_of(&DONE_BULLETS[..2])).max(told) } else { 0 };
    let words = Span::new(start + skipped, rest.end);
    let said = words.of(text);
    let sign = match () {
        () if is_inside => ItemSign::Listed,
        () if mark(said).is_some() => ItemSign::Marked,
        () if closing_mark(said).is_some() => ItemSign::Below,
        () if may_bid(said) => ItemSign::Words,
        () if may_name(said) => ItemSign::Named,
        () => return None,
    };
    // The last blank behind a sign stays; it may be a wide one.
    let blank = text[..words.start].chars().next_back().map_or(0, char::len_utf8);
    let tick = Span::new(rest.start, if skipped > 0 { words.start - blank } else { rest.start });
    let is_called = state_field(said).is_some_and(|(_, is_done)| is_done);
    let is_done = is_called || finished(said).is_some() || state.map_or(skipped > quote, |(_, is_done)| is_done);
    let place = ItemPlace { sign, ..ItemPlace::new(line, tick, words) };
    (!words.is_empty()).then_some(ItemPlace { is_item: true, is_done: is_done && is_inside, ..place })
}

/// An open task, `is_listed` under a heading of the sort.
fn ticked(line: Span, text: &str, is_listed: bool) -> Option<ItemPlace> {
    let start = text.find("[ ] ")? + "[ ] ".len();
    let is_marker =
        text[..start].trim_start_matches(|c: char| "> \t-*+.)".contains(c) || c.is_ascii_digit()).starts_with('[');
    let words = Span::new(start, text.trim_end().len());
    let sign = if is_listed { ItemSign::Ticked } else { ItemSign::Loose };
    let place = ItemPlace { is_item: true, sign, ..ItemPlace::new(line, Span::at(start), words) };
    (is_marker && words.start < words.end).then_some(place)
}

/// A line that is no list item.
fn plain(text: &str, line: Span, is_inside: bool) -> Option<ItemPlace> {
    let start = text.len() - text.trim_start_matches(['>', ' ', '\t']).len();
    let sign_of =
        |signs: &[&str]| signs.iter().find(|sign| text[start..].starts_with(**sign)).map_or(0, |sign| sign.len());
    let done = sign_of(&DONE_BULLETS);
    // The letter is a word in some languages.
    let letter = text[start..].strip_prefix("o ").filter(|rest| is_inside && rest.starts_with(char::is_uppercase));
    let sign = sign_of(&BULLETS).max(done).max(if letter.is_some() { "o ".len() } else { 0 });
    // `4.1 Mara to send it`
    let number = if is_inside { outline_number(&text[start..]) } else { 0 };
    let tick = Span::new(start, start + sign.max(number));
    let words = Span::new(tick.end, text.trim_end().len());
    let has_mark = words.start < words.end && mark(words.of(text)).is_some();
    let found = match () {
        () if has_mark => ItemSign::Marked,
        () if words.start >= words.end || text[words.start..].starts_with(['#', '<', '!']) => return None,
        () if is_inside && sign > 0 => ItemSign::Listed,
        () if is_inside || closing_mark(words.of(text)).is_some() => ItemSign::Below,
        () if may_bid(words.of(text)) => ItemSign::Words,
        () if may_name(words.of(text)) => ItemSign::Named,
        () => return None,
    };
    let is_done = is_inside && (done > 0 || finished(words.of(text)).is_some());
    Some(ItemPlace { is_done, sign: found, ..ItemPlace::new(line, tick, words) })
}

/// How many bytes of `words` are the number of a paragraph and the blank behind it.
fn outline_number(words: &str) -> usize {
    let number = words.split(' ').next().unwrap_or_default();
    let mut parts = number.trim_end_matches('.').split('.');
    let is_number = |part: &str| (1..=3).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_digit());
    let is_outline = number.contains('.') && number.len() < words.len() && parts.all(is_number);
    if is_outline { number.len() + 1 } else { 0 }
}

/// The indentation of a line; a tab counts as four.
fn depth(line: &str) -> usize {
    let indent = line.chars().take_while(|c| *c == '>' || c.is_whitespace());
    indent.map(|c| if c == '\t' { 4 } else { 1 }).sum()
}
