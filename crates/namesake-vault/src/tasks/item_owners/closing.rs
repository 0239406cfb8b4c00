//! Whose an item of a list is by names at its end that a colon, a bracket or words set off: “Imprimer les affiches : Mara”,
//! “Paint the doors (Mara ~ 2 days)”, “Cartel, a cargo de Mara”.

use namesake_names::is_first_name;
use namesake_note::note::Kind;
use namesake_note::recognition::{NameShape, name_shape};
use namesake_note::word_list::lower;
use namesake_tasks::Task;
use namesake_tasks::owners::name_ends;
use namesake_text::fold::fold;
use namesake_text::text::Span;

use super::super::bidden::is_bidden;
use super::super::deed_verbs::is_infinitive_clause;
use super::super::item_clauses::first_sentence;
use super::super::item_names::{LONGEST, SET_OFF, is_set_off, names_in};
use super::super::item_words::ItemWord;
use super::super::other_titles::is_other_title;
use super::super::owner_label::owner_label;
use super::{ItemOwner, ItemOwners, Position};

/// Words that somebody stands behind who is asked, told or only named, not whoever does it; in small letters.
#[rustfmt::skip]
const ADDRESSING: &[&str] = &[
    "ask", "asks", "asking", "call", "contact", "invite", "thank", "tell", "email", "mail", "inform", "meet", "remind", "with", "to", "for", "from", "by", "cc",
    "of", "about", "via", "re", "an", "mit", "von", "bei", "für", "fragen", "anfragen", "anrufen", "kontaktieren", "einladen", "danken", "informieren", "treffen",
    "erinnern", "à", "avec", "pour", "de", "chez", "contacter", "appeler", "inviter", "remercier", "relancer", "demander", "prévenir", "informer", "con",
    "para", "a", "llamar", "contactar", "invitar", "avisar", "preguntar", "agradecer", "com", "ligar", "convidar", "perguntar", "contatar", "chiamare", "contattare", "invitare", "avvisare",
    "sentire", "ringraziare", "met", "aan", "voor", "van", "bellen", "mailen", "vragen", "uitnodigen", "bedanken", "z", "dla", "do", "zadzwonić", "zaprosić", "zapytać",
    "kontakt", "contacto", "contato", "contatto", "ansprechpartner", "ansprechpartnerin", "vertretung", "present", "absent", "attendees", "participants",
    "anwesend", "abwesend", "entschuldigt", "teilnehmer", "présents", "absents", "excusés", "asistentes", "ausentes", "presentes", "presenti", "assenti",
    "aanwezig", "afwezig", "obecni", "nieobecni", "kandidat", "candidate", "candidates", "candidat", "candidato", "author", "autor", "auteur", "autore",
    "source", "quelle", "quote", "zitat", "fonte", "fuente", "source", "bron", "źródło", "autoria", "elaboração", "redação", "redacción", "rédaction", "tabela", "tabla", "chair", "host", "facilitator", "secretary", "scribe", "vorsitz", "moderation", "protokollführer", "président", "secrétaire",
    "thanks", "kudos", "welcome", "danke", "dank", "merci", "gracias", "obrigado", "obrigada", "grazie", "bedankt", "dziękujemy",
    "was", "formerly", "before", "previously", "früher", "vorher", "bisher", "avant", "antes", "prima", "vroeger", "wcześniej",
];

/// What stands before names at the end of an item and says whose it is; in small letters.
#[rustfmt::skip]
const CHARGES: &[&str] = &[
    "assigned to ", "a cargo de ", "a cargo do ", "a cargo da ", "a carico di ", "à charge de ", "à la charge de ", "zuständig ist ", "zuständig: ",
    "liegt bei ", "ligt bij ", "onder verantwoordelijkheid van ", "a responsabilidade de ", "responsabilidade de ", "odpowiedzialny: ", "odpowiedzialna: ",
];

/// Things that are cut short as people are by their initials: `UI: new pages: Mara`.
const THINGS: [&str; 14] = ["UI", "UX", "US", "API", "DB", "QA", "IT", "HR", "PR", "CI", "TV", "CSS", "SEO", "FAQ"];

/// How lines of HTML end.
const BREAKS: [&str; 3] = ["<br>", "<br/>", "<br />"];

impl ItemOwners<'_> {
    /// Those whose names close an item of a list, if each is certainly somebody.
    pub(super) fn closing(&self, task: &Task) -> Vec<ItemOwner> {
        let words = task.description_span.of(task.line);
        let words = BREAKS.iter().find_map(|sign| words.strip_suffix(sign)).unwrap_or(words);
        let places = [bracket(words), charge(words), behind_colon(words), behind_dash(words), owner_label(words)];
        let named = places.into_iter().flatten().map(|place| self.all_named(task, place));
        named.into_iter().find(|named| !named.is_empty()).unwrap_or_default()
    }

    /// Whether the word that opens a task is like somebody's name, and is a thing that has its owner behind a sign: “Halle –
    /// Orla”, where one Hallam is there.
    pub(super) fn is_thing(&self, task: &Task, opening: &ItemOwner) -> bool {
        let behind = &task.line[opening.reading_end..task.description_span.end];
        let names = SET_OFF.iter().find_map(|sign| behind.strip_prefix(*sign));
        let is_closed = |names: &str| !names.is_empty() && names_in(names).all(|name| self.is_name(name));
        !opening.is_exact && opening.is_opening() && names.is_some_and(is_closed)
    }

    /// Whether a task begins with somebody whom nobody knows, and so is theirs: “Kyle: ask for the plan (Jess)”, “KD to ask”.
    pub(super) fn is_strangers(&self, task: &Task) -> bool {
        let words = task.description_span.of(task.line).trim_start_matches(['*', '_', '@', '[']);
        let word = words.find([' ', ':', '*']).filter(|_| words.starts_with(char::is_uppercase));
        name_ends(words).into_iter().chain(word).any(|end| {
            let (name, behind) = words.split_at(end);
            let first = name.split(' ').next().unwrap_or_default();
            let is_short = name.len() <= 3 && name.chars().all(char::is_uppercase) && !THINGS.contains(&name);
            let is_somebody = is_short || is_first_name(&fold(first)) || self.took_part(name);
            is_bidden(behind) || is_somebody && is_set_off(behind)
        })
    }

    /// Those in a bracket behind what is to be done in words of a meeting: “Prendre rendez-vous avec l’école (Mara)”.
    pub(super) fn commanded(&self, task: &Task) -> Vec<ItemOwner> {
        let words = task.description_span.of(task.line);
        let end = words.trim_end_matches(['.', ' ', '*', '_']).len();
        let inner = words[..end].strip_suffix(')').and_then(|said| Some((said.rfind('(')?, said.len())));
        let Some((open, close)) = inner.filter(|(open, _)| is_infinitive_clause(&words[..*open])) else {
            return Vec::new();
        };
        let place = Span::new(open + 1, close);
        let named = if place.is_empty() || place.end - place.start > LONGEST {
            Vec::new()
        } else {
            self.all_named(task, place)
        };
        if self.note.kind != Kind::Meeting || !named.iter().all(|owner| self.is_present(owner)) {
            return Vec::new();
        }
        named.into_iter().map(|owner| ItemOwner { told: Some(task.description_span), ..owner }).collect()
    }

    /// All who are named at `place` of a task's words; nobody if one of them is not known for certain.
    fn all_named(&self, task: &Task, place: Span) -> Vec<ItemOwner> {
        let words = task.description_span.of(task.line);
        // A link is read elsewhere.
        if place.of(words).contains(['[', ']']) {
            return Vec::new();
        }
        let mut from = place.start;
        let mut found = Vec::new();
        for name in names_in(place.of(words)) {
            let Some(at) = words[from..place.end].find(name).map(|at| from + at) else { return Vec::new() };
            from = at + name.len();
            let place = Span::new(at, from).shifted(task.description_span.start);
            let is_name = name_shape(name) != NameShape::None || name.starts_with(char::is_lowercase);
            let owner = self.leader(name, place, false).filter(|_| is_name);
            let Some(owner) = owner else { return Vec::new() };
            found.push(ItemOwner { position: Position::Closing, ..owner });
        }
        found
    }
}

/// Where the names stand in the last bracket of `words` that says more than them, or has a remark behind: `(Mara ~ 2 days)`,
/// `(Aktion Mara)`, `(Mara) - they answered`.
fn bracket(words: &str) -> Option<Span> {
    let (open, sign) = [('(', ')'), ('[', ']')]
        .into_iter()
        .filter_map(|(open, close)| Some((words.rfind(open)?, close)))
        .filter(|(open, _)| !words[..*open].ends_with(['[', '!', ']']))
        .max()?;
    let close = open + words[open..].find(sign)?;
    let behind = words[close + 1..].trim_start_matches(['*', '_', '.', ' ']);
    let is_last = behind.is_empty() || behind.starts_with(['-', '–', '—', '→', '✅', '>']);
    let inner = &words[open + 1..close];
    let start = open + 1 + charge_ahead(inner);
    let names = names_before_effort(&words[start..close]);
    let is_names = !names.is_empty() && names.len() <= LONGEST && open > 0 && !words[close + 1..].starts_with('(');
    (is_last && is_names).then(|| Span::new(start, start + names.len()))
}

/// How many bytes before names in a bracket say that it is theirs to do: `Aktion `, `Resp.: `, `par `.
fn charge_ahead(inner: &str) -> usize {
    let Some((label, behind)) = inner.split_once([' ', ':']) else { return 0 };
    let bare = label.trim_end_matches(['.', ':']);
    let is_label = inner[label.len()..].starts_with(':') && ItemWord::Owner.is(bare);
    let is_charge = is_label || LABELS.contains(&&*lower(bare));
    if is_charge { inner.len() - behind.trim_start_matches([' ', ':']).len() } else { 0 }
}

/// Words before names in a bracket that make it theirs to do, in small letters.
#[rustfmt::skip]
const LABELS: &[&str] = &[
    "action", "todo", "to-do", "task", "ai", "ap", "resp", "aktion", "aufgabe", "verantw", "actie", "taak", "acción", "tarea", "ação", "tarefa", "azione",
    "compito", "tâche", "zadanie", "par", "por", "durch", "door", "przez", "owner", "assignee", "lead",
];

/// The names of a bracket without how long it takes and what it is numbered: `Mara ~ 2 days`, `Mara, ca. 2 Tage`, `Mara #48`.
fn names_before_effort(inner: &str) -> &str {
    // `Mara #48`, `Mara, issue #41`
    let issue = inner.find(" #").filter(|at| inner[at + 2..].starts_with(|c: char| c.is_ascii_digit()));
    let issue = issue.map(|at| inner[..at].trim_end_matches(" issue").len());
    let at = issue.or_else(|| inner.find(['~', '≈', '±'])).or_else(|| {
        let number = inner.find(|c: char| c.is_ascii_digit())?;
        let before = inner[..number].trim_end_matches([' ', '<', '>']);
        let before = ["ca.", "ca", "circa", "env.", "approx.", "about", "max.", "max", "etwa"]
            .iter()
            .find_map(|about| before.strip_suffix(about))
            .unwrap_or(before);
        let is_effort = EFFORTS.iter().any(|unit| {
            let behind = inner[number..].trim_start_matches(|c: char| c.is_ascii_digit() || ",.-–/½ ".contains(c));
            lower(behind).strip_prefix(unit).is_some_and(|rest| !rest.starts_with(char::is_alphabetic))
        });
        is_effort.then_some(before.len())
    });
    inner[..at.unwrap_or(inner.len())].trim_end_matches([' ', ',', ';', '-', '–', '—', ':', '|', '/'])
}

/// In what time is counted, in small letters.
#[rustfmt::skip]
const EFFORTS: &[&str] = &[
    "h", "d", "hour", "hours", "hr", "hrs", "day", "days", "week", "weeks", "pt", "pts", "points", "min", "minutes", "tag", "tage", "tagen", "stunde", "stunden",
    "std", "woche", "wochen", "jour", "jours", "heure", "heures", "semaine", "semaines", "día", "días", "hora", "horas", "semana", "semanas", "dia", "dias",
    "giorno", "giorni", "ora", "ore", "settimana", "settimane", "dag", "dagen", "uur", "weken", "dzień", "dni", "godz", "godziny", "tydzień", "sp",
];

/// Where the names stand behind words that say that it is theirs, at the end.
fn charge(words: &str) -> Option<Span> {
    let small = lower(words);
    if small.len() != words.len() {
        return None;
    }
    let (at, length) = CHARGES.iter().filter_map(|charge| Some((small.rfind(charge)?, charge.len()))).max()?;
    let is_apart = words[..at].ends_with([' ', '(', '*', '_']);
    let end = words.trim_end_matches(['.', ' ', ')', '*', '_']).len();
    (is_apart && end > at + length && end - at <= LONGEST).then(|| Span::new(at + length, end))
}

/// Where the names stand behind the last colon of an item of one sentence: “Imprimer les affiches : Mara”.
fn behind_colon(words: &str) -> Option<Span> {
    let colon = words.rfind(": ").or_else(|| words.rfind(":** ")).or_else(|| words.rfind("**: "))?;
    let colon = colon + words[colon..].find(' ')?;
    let topic = words[..colon].trim_end_matches([':', ' ', '*', '_', '\u{a0}', '\u{202f}']);
    let topic = topic.trim_start_matches(['*', '_']);
    // A bold word alone is the label of a field: `**Fonte:** Mara`.
    let is_field = words.starts_with(['*', '_']) && !topic.contains(' ');
    let end = words.trim_end_matches(['.', ' ', '*', '_']).len();
    let start = colon + 1 + charge_ahead(&words[colon + 1..end.max(colon + 1)]);
    (is_topic(topic) && !is_field && end > start && end - start <= LONGEST).then(|| Span::new(start, end))
}

/// Where the names stand behind the last dash of an item of one sentence: “Cake list – Mara”.
fn behind_dash(words: &str) -> Option<Span> {
    let (at, dash) = DASHES.iter().filter_map(|dash| Some((words.rfind(dash)?, dash.len()))).max()?;
    let end = words.trim_end_matches(['.', ' ', '*', '_']).len();
    let start = at + dash;
    (is_topic(&words[..at]) && end > start && end - start <= LONGEST).then(|| Span::new(start, end))
}

/// Dashes that part a topic and names.
const DASHES: [&str; 4] = [" – ", " — ", " - ", " -- "];

/// Whether words before names at the end say what is theirs to do, and not that they are asked or hold an office.
fn is_topic(topic: &str) -> bool {
    let last = lower(topic.rsplit(|c: char| !c.is_alphanumeric()).next().unwrap_or_default()).into_owned();
    topic.contains(char::is_alphabetic)
        && !ADDRESSING.contains(&&*last)
        && !is_other_title(topic)
        && first_sentence(topic).end == topic.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(find: fn(&str) -> Option<Span>, words: &str) -> Option<&str> {
        find(words).map(|span| span.of(words).trim())
    }

    #[test]
    fn names_close_an_item() {
        for words in ["Imprimer les affiches : Mara", "**Neue Texte**: Mara", "Drucken: Mara.", "**Neue Texte:** Mara"]
        {
            assert_eq!(names(behind_colon, words), Some("Mara"), "{words}");
        }
        for words in [
            "Paint (Mara ~ 2 days)",
            "Paint (Mara, 3h)",
            "Malen (Mara, ca. 2 Tage)",
            "Malen (Aktion Mara)",
            "Malen (Resp.: Mara)",
            "Invite them (Mara) **- they answered**",
            "Malen [Mara - 1 Tag]",
        ] {
            assert_eq!(names(bracket, words), Some("Mara"), "{words}");
        }
        for words in ["Kuchenliste – Mara", "Cake list - Mara.", "Plan -- Mara"] {
            assert_eq!(names(behind_dash, words), Some("Mara"), "{words}");
        }
        for words in ["Cartel, a cargo de Mara", "Poster (assigned to Mara)"] {
            assert_eq!(names(charge, words), Some("Mara"), "{words}");
        }
    }

    #[test]
    fn whoever_is_asked_or_named_closes_none() {
        for words in [
            "Ask: Mara",
            "Demander à : Mara",
            "Kontakt: Mara",
            "Protokoll: Mara",
            "It is late. See: Mara",
            ": Mara",
            "**Fonte:** Mara",
        ] {
            assert_eq!(names(behind_colon, words), None, "{words}");
        }
        for words in ["Kontakt – Mara", "It is late. See – Mara", "– Mara", "Chair – Mara"] {
            assert_eq!(names(behind_dash, words), None, "{words}");
        }
        for words in ["Paint (Mara) the doors", "(Mara) paint", "See [plan](Mara)", "Paint"] {
            assert_eq!(names(bracket, words), None, "{words}");
        }
    }
}
