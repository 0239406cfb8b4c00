//! Where a note lists what is to be done: under headings of the sort, bold lines and labels of the sort, and lines that are
//! nothing but the words of such a heading.

use namesake_names::is_first_name;
use namesake_tasks::marks::mark;
use namesake_text::fold::fold;
use namesake_text::text::{Span, trimmed};

use super::item_titles::{gives_tasks, is_composed_title, is_whole_title, tells_of_past};
use super::other_titles::is_other_title;
use namesake_note::config::Settings;
use namesake_note::note::{Body, Note, Section, is_titled, lines};
use namesake_note::recognition::{NameShape, name_shape};
use namesake_note::word_list::holds_words;

/// A heading of more words is a sentence.
const MOST_WORDS: usize = 6;

/// Words that stand over items as a name does, and mean nobody; in small letters.
const NOBODY: [&str; 8] = ["unassigned", "everyone", "all", "team", "tbd", "alle", "tous", "todos"];

/// A part of a note that lists what is to be done.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct ItemSection {
    /// What stands below the title.
    pub span: Span,
    /// Whether its title names something else beside tasks, so that only what says whose it is is one.
    pub is_mixed: bool,
}

/// A list that a line opens, which is no real heading.
struct OpenList {
    start: usize,
    /// Whether the line is the bare words of a heading.
    is_bare: bool,
    /// The number of the line, if it is one and a title.
    number: Option<usize>,
    is_mixed: bool,
}

/// Where tasks are listed, in order and apart. `is_name` says whether words are certainly somebody's name.
pub fn item_sections(note: &Note, settings: &Settings, is_name: &dyn Fn(&str) -> bool) -> Vec<ItemSection> {
    let (body, titles) = (note.body(), &settings.headings.action_items);
    let meant = body.sections.iter().flat_map(|section| {
        let is_mixed = !is_item_title(&section.title, titles);
        let is_meant = !is_mixed || is_mixed_title(&section.title, titles);
        let parts = if is_meant { parts_of_tasks(body, section) } else { Vec::new() };
        parts.into_iter().map(move |span| ItemSection { span, is_mixed })
    });
    let mut sections: Vec<ItemSection> = meant.collect();
    let mut open: Option<OpenList> = None;
    let mut is_behind_blank = true;
    let whole = Span::new(note.frontmatter.fence.body(), note.text.len());
    for line in lines(&note.text, whole) {
        let words = note.slice(line).trim();
        if words.is_empty() {
            is_behind_blank = true;
            continue;
        }
        let is_apart = std::mem::take(&mut is_behind_blank);
        let numbered = numbered_title(note, line).filter(|_| is_apart);
        let is_over_items = |title: &&str| is_item_title(title, titles) || is_mixed_title(title, titles);
        let is_numbered = numbered.as_ref().is_some_and(is_over_items);
        let number = number_of(note.slice(line)).filter(|_| is_apart);
        let title = line_title(note, line).or(numbered.filter(|_| is_numbered));
        let bare = || Some(words).filter(|words| is_bare_title(note, line, words, titles));
        if let Some(list) = &open {
            let is_heading = body.sections.binary_search_by_key(&line.start, |section| section.heading.start).is_ok();
            // Behind a heading that no sign shows, any other line that stands apart may be the next one.
            let is_other =
                || list.is_bare && is_apart && !body.is_item(line) && words.starts_with(char::is_alphanumeric);
            let may_end = title.or_else(|| is_other().then_some(words)).or_else(bare);
            let is_next = number.is_some() && number == list.number.map(|number| number.saturating_add(1));
            if is_heading || is_next || may_end.is_some_and(|title| ends_list(title, titles, is_name)) {
                sections.push(ItemSection { span: Span::new(list.start, line.start), is_mixed: list.is_mixed });
                open = None;
            }
        }
        if open.is_none() && (!body.is_opaque_at(line.start) || summary(words).is_some()) {
            let is_titled = title.is_some_and(|title| is_item_title(title, titles));
            let is_bare = !is_titled && bare().is_some();
            let is_bare = is_bare || !is_titled && is_lead_in(note, line, words);
            let is_mixed = !is_titled && !is_bare && title.is_some_and(|title| is_mixed_title(title, titles));
            open = (is_titled || is_bare || is_mixed).then_some(OpenList {
                start: line.end,
                is_bare,
                number: number.filter(|_| is_numbered),
                is_mixed,
            });
        }
    }
    sections
        .extend(open.map(|list| ItemSection { span: Span::new(list.start, note.text.len()), is_mixed: list.is_mixed }));
    apart(sections)
}

/// What stands under a heading for tasks, without the subsections that are minutes, motions and the like.
fn parts_of_tasks(body: &Body, section: &Section) -> Vec<Span> {
    let whole = body.with_subsections(section);
    let below = body.sections.partition_point(|other| other.heading.start <= section.heading.start);
    let inner = body.sections[below..].iter().take_while(|other| other.heading.start < whole.end);
    let mut parts = Vec::new();
    let mut at = whole.start;
    for other in inner.filter(|other| is_other_title(&other.title)) {
        if other.heading.start > at {
            parts.push(Span::new(at, other.heading.start));
        }
        at = at.max(body.with_subsections(other).end);
    }
    if at < whole.end || parts.is_empty() {
        parts.push(Span::new(at, whole.end));
    }
    parts
}

/// The sections in order and apart. What a list of tasks and a mixed one share is the list's.
fn apart(mut sections: Vec<ItemSection>) -> Vec<ItemSection> {
    sections.sort();
    let mut apart: Vec<ItemSection> = Vec::new();
    for mut section in sections {
        match apart.last_mut().filter(|last| section.span.start < last.span.end) {
            Some(last) if last.is_mixed && !section.is_mixed => {
                last.span.end = section.span.start;
                apart.push(section);
            }
            Some(last) if !last.is_mixed && section.is_mixed => {
                section.span.start = last.span.end;
                apart.extend((section.span.start < section.span.end).then_some(section));
            }
            Some(last) => last.span.end = last.span.end.max(section.span.end),
            None => apart.push(section),
        }
    }
    apart
}

/// Titles over what people ask of each other or agree on, which may be tasks and need not be; in small letters.
#[rustfmt::skip]
const MIXED: &[&str] = &[
    "asks", "requests", "waiting for", "waiting on", "agreements", "arrangements", "decisions", "vereinbarungen", "absprachen", "beschlüsse", "bitten", "warten auf", "demandes",
    "décisions", "accords", "en attente de", "acuerdos", "a la espera de", "decisiones", "peticiones", "acordos", "decisões", "deliberações", "pedidos", "accordi", "decisioni", "richieste",
    "afspraken", "besluiten", "verzoeken", "wachten op", "ustalenia", "uzgodnienia", "decyzje", "prośby",
    "outcome", "outcomes", "agreed", "agreed points", "points agreed", "vereinbart", "vereinbarte punkte", "convenu", "points convenus",
    "acordado", "puntos acordados", "acuerdos alcanzados", "pontos acordados", "acordos alcançados", "concordato", "punti concordati",
    "afgesproken", "afgesproken punten", "ustalono",
    "for next time", "für das nächste mal", "pour la prochaine fois", "para la próxima reunión", "para la próxima vez", "para la próxima semana",
    "para a próxima reunião", "para a próxima semana", "per la prossima volta", "per la prossima riunione", "voor de volgende keer",
    "voor de volgende vergadering", "na następny raz", "na następne spotkanie",
    "deliverables", "immediate deliverables", "work plan", "goals for next meeting", "goals for the next meeting", "goals for next week",
    "for next week", "for next meeting", "for the next meeting", "until next time", "until next week", "before next time", "before the next meeting",
    "auftrag", "aufträge", "auftraege", "beschluss und auftrag", "beschlüsse und aufträge", "beschluss/auftrag", "beschluss / auftrag", "festlegungen", "festlegung", "verabredungen", "für die nächste sitzung", "für die nächste woche", "für nächste woche",
    "répartition", "repartition", "décisions prises", "pour la prochaine séance", "pour la semaine prochaine", "d'ici la prochaine réunion", "d'ici la prochaine fois",
    "acuerdo", "acuerdos tomados", "acuerdos adoptados", "acuerdos y responsables", "acuerdos y plazos", "para la próxima", "para la siguiente reunión", "hasta la próxima reunión",
    "combinados", "combinações", "deliberação", "acordos e responsáveis", "para a próxima", "até à próxima reunião", "até a próxima reunião",
    "delibere", "per la prossima settimana", "entro la prossima riunione", "afspraak", "gemaakte afspraken", "toezeggingen", "voor volgende week", "voor volgende keer",
    "ustalenia i terminy", "na kolejne spotkanie", "do następnego spotkania", "uzgodniono", "postanowienia",
];

/// Titles over what somebody takes away from a meeting or is responsible for, which may be an office, in small letters: only
/// what begins with a deed is something to do.
#[rustfmt::skip]
const SHARED: &[&str] = &[
    "resolved", "resolutions", "takeaways", "take-aways", "takeaway", "key takeaways", "responsibilities", "responsible", "zuständigkeiten", "zuständigkeit", "verantwortlichkeiten",
    "verantwortliche", "responsabilités", "responsables", "responsabilidades", "encargados", "responsáveis", "encarregados", "responsabilità", "responsabili",
    "verantwoordelijkheden", "verantwoordelijken", "odpowiedzialności", "odpowiedzialni", "osoby odpowiedzialne", "obowiązki",
];

/// Whether a heading is over what is something to do only where it begins with a deed.
pub(super) fn wants_deed(heading: &str) -> bool {
    let heading = heading.trim_matches(|c: char| !c.is_alphabetic());
    let small = heading.to_lowercase();
    SHARED.contains(&small.as_str()) || is_shared_with(&small)
}

/// Whether a title names something and who is responsible for it: “Topics of the week and responsibilities”.
fn is_shared_with(small: &str) -> bool {
    PARTS.iter().filter_map(|sign| small.rsplit_once(sign)).any(|(_, last)| SHARED.contains(&last))
}

/// What parts the words of a title that names several things.
const PARTS: [&str; 15] =
    [" and ", " und ", " et ", " y ", " e ", " en ", " i ", " oraz ", "&", "/", ",", "+", " - ", " – ", " — "];

/// Whether a heading names tasks beside something else, “Decisions and action items”, or what may be tasks.
fn is_mixed_title(heading: &str, titles: &[String]) -> bool {
    let heading = heading.trim().trim_matches(['*', '_']).trim_end_matches([':', '：', '.']);
    let heading = heading.trim_start_matches(|c: char| !c.is_alphabetic());
    let heading = heading.split(" (").next().unwrap_or_default();
    // “Goals for next meeting: February 18th”
    let dated = heading.split_once(": ").filter(|(_, day)| day.contains(|c: char| c.is_ascii_digit()));
    let heading = dated.map_or(heading, |(title, _)| title);
    if heading.is_empty() || heading.ends_with('?') {
        return false;
    }
    if heading.split_whitespace().count() > MOST_WORDS {
        return is_shared_with(&heading.to_lowercase());
    }
    let mut parts = PARTS.iter().filter_map(|sign| heading.split_once(sign)).flat_map(|(first, last)| [first, last]);
    let holds_tasks = parts.any(|part| is_titled(part.trim(), titles) || is_composed_title(part));
    let small = heading.to_lowercase();
    holds_tasks
        || is_shared_with(&small)
        || [MIXED, SHARED].iter().any(|words| words.contains(&&*small))
        || is_beside(&small, REVIEWS, titles)
}

/// Whether a title stands beside one of `words` and nothing else: “Actions review”, “Genoteerde acties”.
fn is_beside(small: &str, words: &[&str], titles: &[String]) -> bool {
    let apart = [small.split_once(' '), small.rsplit_once(' ').map(|(title, last)| (last, title))];
    apart.into_iter().flatten().any(|(word, title)| words.contains(&word) && is_titled(title, titles))
}

/// What a title may have beside it over tasks of which some are reported on, in small letters.
const REVIEWS: &[&str] = &["review", "recap", "summary", "rückblick", "revisión", "revisão", "revisione", "overzicht"];

/// What a title may have beside it and changes nothing, in small letters.
#[rustfmt::skip]
const ADDED: &[&str] = &[
    "agreed", "assigned", "noted", "new", "open", "ongoing", "on-going", "outstanding", "current", "remaining", "further", "pending", "our", "team",
    "neue", "offene", "vereinbarte", "verteilte", "aktuelle", "weitere", "notierte",
    "nouvelles", "nouveaux", "décidées", "convenues", "prévues", "restantes",
    "nuevas", "nuevos", "acordadas", "acordados", "asignadas", "asignados", "adquiridos", "asumidos",
    "novas", "novos", "acordados", "definidas", "definidos", "assumidos", "combinadas",
    "nuove", "nuovi", "concordate", "assegnate", "assegnati",
    "genoteerde", "nieuwe", "afgesproken", "lopende", "openstaande", "nowe", "ustalone", "bieżące", "przydzielone",
];

/// What the summary of a fold says: `<summary>Mara Voss (2)</summary>`.
fn summary(line: &str) -> Option<&str> {
    let (_, rest) = line.split_once("<summary>")?;
    let inner = rest.split_once("</summary>").map_or(rest, |(inner, _)| inner);
    let inner = ["<b>", "<strong>"].iter().find_map(|tag| inner.split_once(*tag)).map_or(inner, |(_, inner)| inner);
    Some(inner.split('<').next().unwrap_or_default().trim()).filter(|title| !title.is_empty())
}

/// Whether a heading says that tasks stand below: one of `titles`, or a few words that hold one of several words.
pub(super) fn is_item_title(heading: &str, titles: &[String]) -> bool {
    let heading = heading.trim().trim_end_matches([':', '：', '.']);
    let heading = heading.split(" (").next().unwrap_or_default().trim();
    let heading = heading.trim_start_matches(|c: char| !c.is_alphabetic());
    if INITIALS.contains(&heading.to_lowercase().as_str()) {
        return true;
    }
    // “Who does what?”
    if heading.is_empty() || heading.ends_with('?') {
        return is_whole_title(heading);
    }
    if heading.split_whitespace().count() > MOST_WORDS {
        return is_composed_title(heading) || is_until(heading, titles);
    }
    let small = heading.to_lowercase();
    // “Decisions and action items” are both.
    let is_mixed = ["decision", "decisi", "décision", "entscheidung", "beschl", "besluit", "decyzj"]
        .iter()
        .any(|word| small.contains(word));
    let holds = |title: &String| !is_mixed && title.contains(' ') && holds_words(&small, &title.to_lowercase());
    is_titled(heading, titles)
        || titles.iter().any(holds)
        || is_until_next(heading, titles)
        || is_until(heading, titles)
        || is_beside(&small, ADDED, titles)
        || is_composed_title(heading)
}

/// How “action items” is cut short, in small letters; `AI` is something else.
const INITIALS: [&str; 3] = ["a/i", "a/is", "a/i's"];

/// What stands between the title of a list of tasks and the next meeting, in small letters.
const UNTIL: [&str; 19] = [
    " until ",
    " till ",
    " before ",
    " by ",
    " for ",
    " bis ",
    " für ",
    " vor ",
    " pour ",
    " avant ",
    " para ",
    " hasta ",
    " até ",
    " per ",
    " voor ",
    " do ",
    " na ",
    " d'ici ",
    " d’ici ",
];
/// How what says so goes on.
const NEXT: [&str; 9] = ["next", "nächst", "prochain", "próxim", "prossim", "volgend", "następn", "kolejn", "coming"];

/// Whether a heading is a title and the next meeting: “Tasks until next week”, “Zadania do następnego spotkania”.
fn is_until_next(heading: &str, titles: &[String]) -> bool {
    let small = heading.to_lowercase();
    UNTIL.iter().filter_map(|joint| small.split_once(joint)).any(|(title, rest)| {
        rest.split(' ').take(3).any(|word| NEXT.iter().any(|next| word.starts_with(next))) && is_titled(title, titles)
    })
}

/// The same where only a time can follow, in small letters.
#[rustfmt::skip]
const TIMES: [&str; 11] = [
    " until ", " till ", " before ", " bis ", " avant ", " hasta ", " até ", " entro ", " tot ", " d'ici ", " d’ici ",
];

/// Whether a heading is a title and till when, in few words: “To do before the fair”, “Zu tun bis zum Fest”, “Nouvelles tâches
/// pour lundi 3 avril”.
fn is_until(heading: &str, titles: &[String]) -> bool {
    let small = heading.to_lowercase();
    let is_title = |title: &str| is_titled(title, titles) || is_composed_title(title);
    let is_short = |rest: &str| rest.split(' ').count() <= MOST_WORDS;
    let is_day = |rest: &str| rest.split(' ').take(3).any(|word| word.starts_with(|c: char| c.is_ascii_digit()));
    let ends_in = |joints: &[&str], may_end: &dyn Fn(&str) -> bool| {
        let mut parts = joints.iter().filter_map(|joint| small.split_once(joint));
        parts.any(|(title, rest)| is_short(rest) && may_end(rest) && is_title(title))
    };
    ends_in(&TIMES, &|_| true) || ends_in(&UNTIL, &is_day)
}

/// Whether a line is the words of a heading and nothing else, though no sign makes it one.
fn is_bare_title(note: &Note, line: Span, words: &str, titles: &[String]) -> bool {
    let words = words.trim_matches(['*', '_']);
    let is_short = words.split(' ').nth(MOST_WORDS).is_none() && words.starts_with(char::is_alphabetic);
    let is_alone = || !words.contains([',', ';', ':', '.', '/', '&']) && is_item_title(words, titles);
    is_short && !note.body().is_item(line) && is_alone()
}

/// The number with which a line begins: `9. Action items`.
fn number_of(line: &str) -> Option<usize> {
    let end = line.find(|c: char| !c.is_ascii_digit())?;
    let behind = line[end..].strip_prefix(['.', ')'])?;
    line[..end].parse().ok().filter(|_| behind.starts_with([' ', '\t']))
}

/// The title that a numbered line is behind whose number no list stands: `9. Action items (next week)`.
fn numbered_title(note: &Note, line: Span) -> Option<&str> {
    let words = note.slice(line);
    number_of(words)?;
    let title = words.trim_start_matches(|c: char| c.is_ascii_digit())[1..].trim().trim_matches(['*', '_']);
    let bare = title.split(" (").next().unwrap_or_default();
    let is_short = bare.split_whitespace().count() <= MOST_WORDS && !title.ends_with(['.', ';']);
    let next = next_line(note, line);
    let is_set_off = note.text[line.end..next.start].matches('\n').count() > 1;
    (title.starts_with(char::is_uppercase) && is_short && is_set_off && !note.body().is_item(next)).then_some(title)
}

/// Whether a line of running words leads in a list of what people were given to do.
fn is_lead_in(note: &Note, line: Span, words: &str) -> bool {
    let is_short = words.split(' ').count() <= 2 * MOST_WORDS;
    let is_sentence = (is_short && !tells_of_past(words) || words.ends_with([':', '.', '：']))
        && words.starts_with(char::is_alphabetic);
    is_sentence && !note.body().is_item(line) && gives_tasks(words) && note.body().is_item(next_line(note, line))
}

/// The next line behind `line` that is not blank, without the blanks that it begins with.
fn next_line(note: &Note, line: Span) -> Span {
    let below = note.text[line.end..].trim_start();
    let start = note.text.len() - below.len();
    Span::new(start, start + below.find('\n').unwrap_or(below.len()))
}

/// The title that a line is without being a heading: a bold line, a label with a colon and nothing behind, the title of a
/// callout.
fn line_title(note: &Note, line: Span) -> Option<&str> {
    let words = note.slice(line).trim();
    if let Some(title) = summary(words) {
        return Some(title);
    }
    if let Some(callout) = words.strip_prefix("> [!") {
        return callout.split_once(']').map(|(_, title)| title.trim_start_matches(['-', '+', ' ']));
    }
    if let Some(title) = other_heading(words) {
        return Some(title);
    }
    // A quotation may have titles too.
    let words = words.trim_start_matches(['>', ' ']);
    // `👤 **Mara Voss**`
    let words = words.find("**").filter(|at| is_picture(&words[..*at])).map_or(words, |at| &words[at..]);
    let is_bold = words.len() > 4 && words.starts_with("**") && words.trim_end_matches([':', ' ']).ends_with("**");
    let inner = words.trim_matches(['*', '_', ' ', ':', '：']);
    let is_label = words.trim_end_matches(['*', '_']).ends_with([':', '：']);
    let is_plain = !note.body().is_item(line) && !words.starts_with(['-', '|', '#', '+']) && !inner.is_empty();
    // `**ACTION: Mara to write**`, and not `**TODO for next week**`
    let is_plain = is_plain && (mark(inner).is_none() || is_composed_title(inner));
    // `Tareas (tarea, responsable, fecha límite):`
    let bare = inner.split(" (").next().unwrap_or_default();
    let is_short = bare.len() <= 60 && inner.len() <= 120;
    ((is_bold || is_label) && is_plain && !inner.contains("**") && is_short).then_some(inner)
}

/// The words of a heading that Markdown knows as none: of `AsciiDoc`, `== To do`, or without the blank, `##To do`.
fn other_heading(words: &str) -> Option<&str> {
    let title = words.trim_start_matches('=').strip_prefix(' ').filter(|_| words.starts_with("=="));
    let glued = || words.strip_prefix("##").map(|rest| rest.trim_start_matches('#'));
    let title = title.or_else(glued).filter(|title| title.starts_with(char::is_alphabetic))?;
    Some(title.trim_end_matches(['#', '=', ' ', ':', '：'])).filter(|title| title.len() <= 60)
}

/// Whether words are a picture or two and nothing else.
fn is_picture(words: &str) -> bool {
    words.len() <= 16 && !words.is_ascii() && !words.contains(char::is_alphanumeric)
}

/// Whether a line's title begins another part. Somebody's name says whose the next items are.
fn ends_list(title: &str, titles: &[String], is_name: &dyn Fn(&str) -> bool) -> bool {
    let is_short = title.split_whitespace().count() <= MOST_WORDS;
    if is_item_title(title, titles) || !is_short {
        return true;
    }
    let is_persons = name_shape(title) == NameShape::Full || is_first_name(&fold(title)) || is_name(title);
    let is_persons = is_persons || is_name(without_count(title));
    !is_persons && !is_nobody(title)
}

/// Whether a title stands over items as a name does, and means nobody.
pub(super) fn is_nobody(title: &str) -> bool {
    NOBODY.contains(&title.to_lowercase().as_str())
}

/// Whether words are the name of a group of people: `Web Team`.
pub(super) fn is_group(words: &str) -> bool {
    let last = words.rsplit(' ').next().unwrap_or_default().to_lowercase();
    words.split(' ').all(|word| word.starts_with(char::is_uppercase)) && GROUPS.contains(&last.as_str())
}

/// With what the names of groups end, in small letters.
const GROUPS: [&str; 15] = [
    "team",
    "group",
    "crew",
    "board",
    "committee",
    "staff",
    "department",
    "everyone",
    "all",
    "council",
    "gruppe",
    "vorstand",
    "ausschuss",
    "alle",
    "equipo",
];

/// A title without the number of what stands below it: `Mara Voss (2)`.
pub(super) fn without_count(title: &str) -> &str {
    let bare = title.trim_end_matches([' ', '*', '_', ':']);
    let count = bare.strip_suffix([')', ']']).and_then(|rest| rest.rsplit_once([' ']));
    let is_count = |count: &str| count.trim_start_matches(['(', '[']).bytes().all(|byte| byte.is_ascii_digit());
    count.filter(|(_, count)| count.starts_with(['(', '[']) && is_count(count)).map_or(title, |(title, _)| title)
}

/// The title that a line is: a heading, or what [`line_title`] finds.
pub(super) fn title_span(note: &Note, line: Span) -> Option<Span> {
    let body = note.body();
    let at = body.sections.binary_search_by_key(&line.start, |section| section.heading.start);
    if at.is_ok() {
        let words = note.slice(line).trim_start_matches(['#', ' ', '*', '_']);
        // `### 🧭 Mara Voss`
        let picture = words.find(' ').filter(|at| is_picture(&words[..*at]));
        let words = picture.map_or(words, |at| words[at..].trim_start());
        return Some(trimmed(&note.text, Span::new(line.end - words.len(), line.end)));
    }
    let title = line_title(note, line)?;
    let start = line.start + note.slice(line).find(title)?;
    Some(Span::new(start, start + title.len()))
}
