//! Words and signs that mark what follows, or what they follow, as something to do: `ACTION:`, `TODO`, `→`. What else makes
//! words a task is left to others.

/// Words that mark what follows as something to do, before a colon; in small letters.
#[rustfmt::skip]
const MARKS: &[&str] = &[
    "action", "actions", "action item", "action items", "action point", "action by", "actioned by", "ai", "ap", "todo", "to-do", "to do", "task",
    "next step", "next steps", "follow-up", "follow up", "followup",
    "aktion", "aufgabe", "maßnahme", "zu erledigen", "à faire", "tâche", "acción", "acciones", "tarea", "pendiente", "ação",
    "acção", "tarefa", "azione", "da fare", "actie", "actiepunt", "taak", "te doen", "zadanie", "do zrobienia", "åtgärd",
    "opgave", "actions required", "action required", "action needed", "follow-up action", "next action", "to-dos", "todos", "homework", "assignment",
    "aufgaben", "auftrag", "aufträge", "arbeitsauftrag", "arbeitsaufträge", "pendenz", "pendenzen", "massnahme", "massnahmen", "maßnahmen", "zu tun", "noch zu tun",
    "noch zu erledigen", "hausaufgabe", "hausaufgaben", "nächste schritte", "nächster schritt", "a faire", "reste à faire", "tache", "tâches", "taches", "action à mener",
    "actions à mener", "action à faire", "actions à faire", "à réaliser", "prochaine étape", "prochaines étapes", "accion", "acciones", "por hacer", "pendientes", "tareas",
    "encargo", "próximo paso", "próximos pasos", "acao", "ações", "acções", "a fazer", "por fazer", "pendência", "pendências", "tarefas", "próximo passo", "próximos passos",
    "azioni", "compito", "compiti", "incarico", "cose da fare", "prossimo passo", "prossimi passi", "acties", "actiepunten", "taken", "nog te doen", "opdracht", "huiswerk",
    "zadania", "do wykonania", "do załatwienia", "zlecenie", "następny krok", "następne kroki",
];

/// How many bytes of `words` are a mark that says that something is to be done: `ACTION:`, `**Action:**`, `[AI]`, `TODO(`,
/// `ACTION-12:`, `→`. Behind it stands the task, or in round brackets first whose it is.
pub fn mark(words: &str) -> Option<usize> {
    let signs = words.len() - words.trim_start_matches(is_before_mark).len();
    let mut at = signs;
    if let Some(arrow) = ["→ ", "⇒ ", "➔ ", "=> ", "-> ", "--> "].iter().find(|arrow| words[at..].starts_with(**arrow))
    {
        return Some(at + arrow.len());
    }
    if let Some(length) = charge(&words[at..]).or_else(|| loud_mark(&words[at..])) {
        return Some(at + length);
    }
    let is_tag = words[..signs].ends_with(['#', '@']);
    let bracket = [('[', ']'), ('(', ')')].into_iter().find(|(open, _)| words[at..].starts_with(*open));
    let open = usize::from(bracket.is_some());
    at += open;
    let rest = &words[at..];
    let end =
        rest.find([':', '(', ']', ')', '*', '[', ',']).unwrap_or(rest.len()).min(rest.find(" :").unwrap_or(rest.len()));
    let end = if is_tag { rest.find(' ').unwrap_or(rest.len()) } else { end };
    let name = rest.get(..end).filter(|name| name.len() <= 24)?;
    let bare = name.trim_end_matches(|c: char| c.is_ascii_digit() || matches!(c, '-' | '#' | ' ' | '.')).to_lowercase();
    // `AI` is a mark, and no word in small letters.
    let is_short = bare.len() == "ai".len();
    if !MARKS.contains(&bare.as_str()) || is_short && !name.starts_with(&bare.to_uppercase()) {
        return None;
    }
    at += end;
    let behind = &words[at..];
    let closed = bracket.and_then(|(_, close)| behind.strip_prefix(close));
    // `(TODO: ask them)` is an aside.
    if closed.is_none() && bracket.is_some_and(|(open, _)| open == '(') {
        return None;
    }
    let behind = closed.unwrap_or(behind).trim_start_matches([' ', '*', '_']);
    // `**Action** Mara to write`
    let is_bold = ["**", "__"].iter().any(|sign| words[..signs].ends_with(sign) && words[at..].starts_with(sign));
    let is_named = behind.starts_with(|c: char| c.is_uppercase() || c == '@' || c == '[');
    // `ACTION ITEM, MARA: write`
    let called = behind.strip_prefix(", ").filter(|called| !is_short && is_loud(name) && is_loud_name(called));
    let is_set_off = closed.is_some() || is_tag || behind.starts_with(':') || is_bold && is_named || called.is_some();
    // `AP1 [Mara]: write`
    let is_bracketed =
        || behind.starts_with('[') && behind.split_once(']').is_some_and(|(_, end)| end.starts_with(':'));
    if open == 0 && (behind.starts_with('(') || is_bracketed()) {
        return Some(words.len() - behind.len());
    }
    let behind = called.or_else(|| behind.strip_prefix(':')).unwrap_or(behind).trim_start_matches([' ', '*', '_']);
    (is_set_off && !behind.is_empty()).then(|| words.len() - behind.len())
}

/// Whether words begin with a name in capitals and a sign: `MARA: write`.
fn is_loud_name(words: &str) -> bool {
    let name = words.find([':', '-']).map(|end| words[..end].trim_end());
    name.is_some_and(|name| name.starts_with(char::is_uppercase) && is_loud(name))
}

/// Whether words are in capitals.
fn is_loud(words: &str) -> bool {
    !words.contains(char::is_lowercase)
}

/// Whether a sign may stand before a mark: markup, a tag's sign or a picture of work, `👷 TODO`.
fn is_before_mark(c: char) -> bool {
    matches!(
        c,
        '*' | '_'
            | ' '
            | '#'
            | '@'
            | '➡'
            | '✅'
            | '📌'
            | '👷'
            | '🔨'
            | '🔧'
            | '📝'
            | '📋'
            | '🎯'
            | '👉'
            | '🚧'
            | '\u{fe0f}'
    )
}

/// Where the names begin that a mark at the end of `words` has behind or before it: `The fence is broken. **Action: MV**`,
/// `The fence is broken (MV to action)`.
pub fn closing_mark(words: &str) -> Option<usize> {
    let is_apart = |end: usize| {
        let said = words[..end].trim_end_matches(['*', '_', '[', '(', ' ']);
        said.len() < end && said.ends_with(|c: char| c.is_alphanumeric() || ".!;,)–—-".contains(c))
    };
    let bare = words.trim_end_matches(['*', '_', ')', ']', '.', ' ']);
    if let Some(names) = CHARGES_BEHIND.iter().find_map(|mark| bare.strip_suffix(mark)) {
        let start = names.rfind(['*', '_', '[', '(', '.', ';', '–', '—']).filter(|at| names.len() - at < LONGEST)?;
        let start =
            words[..names.len()].len() - names[start..].trim_start_matches(|c: char| !c.is_alphanumeric()).len();
        let is_named =
            names.get(start..).is_some_and(|names| names.split(' ').all(|word| word.starts_with(char::is_uppercase)));
        return (is_apart(start) && is_named).then_some(start);
    }
    if let Some(start) = loud_closing(words) {
        return Some(start);
    }
    let colon = words.rfind(':')?;
    let behind = words[colon + 1..].trim_start_matches(['*', '_', ' ']);
    let before = words[..colon].trim_end_matches(['*', '_', ' ', '\u{a0}']);
    let start = MARKS.iter().find_map(|mark| {
        let start = before.len().checked_sub(mark.len())?;
        (before.get(start..)?.to_lowercase() == *mark).then_some(start)
    })?;
    let is_set_off = words[..start].ends_with(['*', '_', '[', '('])
        || words[..start].trim_end().ends_with(['.', '!', ';', '–', '—']);
    (is_apart(start) && is_set_off && !behind.is_empty() && behind.len() < LONGEST).then(|| words.len() - behind.len())
}

/// Marks in capitals that a sentence may end with, with names behind and no sign.
pub(crate) const LOUD: [&str; 9] =
    ["TODO", "TO-DO", "ACTION", "ACTIE", "AZIONE", "ACCIÓN", "AÇÃO", "AUFGABE", "ZADANIE"];

/// What may stand between such a mark and the names.
const WHOSE: [&str; 12] =
    [" van ", " von ", " de ", " do ", " di ", " for ", " für ", " pour ", " para ", " per ", " voor ", " dla "];

/// Where the names begin behind a mark in capitals: `Forms by default. TODO Mara`, `The visit is on the TODO of Mara`.
fn loud_closing(words: &str) -> Option<usize> {
    let (start, mark) = LOUD.iter().filter_map(|mark| Some((words.rfind(mark)?, *mark))).max()?;
    let before = words[..start].trim_end_matches(['*', '_', '[', '(', ' ']);
    let behind = &words[start + mark.len()..];
    let of = WHOSE.iter().chain(&[" of "]).find_map(|joint| behind.strip_prefix(joint));
    // Without a joint the mark begins a sentence of its own.
    let alone =
        || behind.strip_prefix(' ').filter(|_| before.ends_with(['.', '!', ';', '–', '—']) || before.len() + 1 < start);
    let names = of.or_else(alone)?;
    let is_name = |word: &str| {
        let word = word.trim_matches(|c: char| !c.is_alphanumeric());
        word.is_empty()
            || word.starts_with(char::is_uppercase)
            || ["and", "und", "et", "y", "e", "en", "i"].contains(&word)
    };
    let is_named = !before.is_empty()
        && !words[..start].ends_with(char::is_alphanumeric)
        && names.starts_with(char::is_uppercase)
        && names.split(' ').count() <= 5
        && names.split(' ').all(is_name);
    is_named.then(|| words.len() - names.len())
}

/// What stands behind names at the end and makes them owners.
pub(crate) const CHARGES_BEHIND: [&str; 3] = [" to action", " to follow up", " to pursue"];

/// Longer words between a mark and the end of an item are no names, in bytes.
const LONGEST: usize = 60;

/// What somebody is given, besides a mark, before “for” and their name; in small letters.
#[rustfmt::skip]
const CHARGES: &[&str] = &[
    "ask", "request", "reminder", "assignment", "assigned", "homework", "auftrag", "arbeitsauftrag", "bitte", "erinnerung", "demande", "mission", "rappel", "encargo", "recordatorio", "lembrete",
    "pedido", "incarico", "compito", "promemoria", "opdracht", "herinnering", "verzoek", "polecenie", "prośba", "przypomnienie",
];

/// What stands between a charge and whose it is.
const TO_WHOM: [&str; 13] =
    [" for ", " to ", " an ", " für ", " pour ", " à ", " para ", " per ", " voor ", " aan ", " dla ", " do ", " on "];

/// The bytes of a mark that says to whom it goes, before a colon: `Action for Mara: write`, `Auftrag an Mara: …`.
fn charge(words: &str) -> Option<usize> {
    // “Action item for Mara to write”
    let is_handed = |told: &str| [" for ", " on "].iter().any(|joint| told.contains(joint)) && !told.contains(':');
    let handed = words.split_once(" to ").filter(|(told, _)| is_handed(told));
    let handed = handed.map(|(told, _)| told).or_else(|| to_mention(words));
    let (told, behind) = handed.map(|told| (told, " ")).or_else(|| words.split_once(':'))?;
    let (what, whom) = TO_WHOM.iter().find_map(|joint| told.split_once(*joint))?;
    let at = told.len() - whom.len();
    let whom = whom.trim_end();
    let what = what.to_lowercase();
    // `ACTION 48.1 on Mara Voss to write`
    let what = what.trim_start_matches(['*', '_']).trim_end_matches(|c: char| c.is_ascii_digit() || " .-#".contains(c));
    let is_charge = MARKS.contains(&what) || CHARGES.contains(&what);
    let is_name = whom.split(' ').count() <= 3
        && whom.split(' ').all(|word| word.starts_with(|c: char| c.is_uppercase() || "@[".contains(c)));
    (is_charge && is_name && behind.starts_with([' ', '*', '_'])).then_some(at)
}

/// The words up to a mention or a link that “to” stands before: `Action item to @mvoss`.
fn to_mention(words: &str) -> Option<&str> {
    let mention = words.find(" to @").map(|at| at + " to @".len());
    let mention = mention.and_then(|at| Some(at + words[at..].find([' ', ':'])?));
    let link = words.find(" to [[").and_then(|at| Some(at + words[at..].find("]]")? + "]]".len()));
    [mention, link].into_iter().flatten().map(|end| &words[..end]).find(|told| !told.contains(':'))
}

/// Whether a mark has neither a sign nor capitals, or only two, so that only a name behind it makes it one: `Action Tomas:
/// write`, `AI Tomas: write`, and not `Task Force: met`, `AI Act: passed`.
pub fn is_quiet(mark: &str) -> bool {
    let is_short = mark.trim_end().len() == "AI".len();
    (is_short || mark.contains(char::is_lowercase)) && !mark.contains([':', '(', ']', '#', '-', '–'])
}

/// The bytes of a mark without a sign behind it: `TODO order`, `ACTION Tomas to write`, or `ToDo Tomas: write`. In small
/// letters it would be a word like any other.
fn loud_mark(words: &str) -> Option<usize> {
    // `TO DO @mara write`
    let apart = words.strip_prefix("TO DO ").filter(|rest| rest.starts_with(['@', '[']));
    if let Some(rest) = apart {
        return Some(words.len() - rest.len());
    }
    let (marked, rest) = words.split_once(' ')?;
    // `Action 3.1 – Mara to write`
    let number =
        rest.split_once(' ').filter(|(number, behind)| is_number(number) && behind.starts_with(['-', '–', '—']));
    let (marked, rest) = match number {
        Some((number, behind)) => (&words[..marked.len() + 1 + number.len()], behind),
        None => (marked, rest),
    };
    // `*ACTION* Mara to write`
    let first = marked.split(' ').next().unwrap_or_default().trim_end_matches(['*', '_']);
    let second = rest.split(' ').next().unwrap_or_default();
    let is_loud = |word: &str| word.len() > 1 && !word.chars().any(char::is_lowercase);
    let both = format!("{first} {}", second.trim_end_matches(':')).to_lowercase();
    let is_label = second.ends_with(':') && second.starts_with(char::is_uppercase);
    let is_mark =
        MARKS.contains(&first.to_lowercase().as_str()) && (first.len() > "AI".len() || is_label && is_loud(first));
    let is_mark = is_mark && !MARKS.contains(&both.as_str());
    if !is_mark {
        return None;
    }
    let at = marked.len() + 1;
    // `Action - Mara: write`, `ACTION – Mara to write`
    let dash = ["- ", "– ", "— "].iter().find(|dash| rest.starts_with(**dash)).map_or(0, |dash| dash.len());
    if dash > 0 {
        let told = rest[dash..]
            .split_once(": ")
            .or_else(|| rest[dash..].split_once(" to ").filter(|_| is_loud(first) || number.is_some()));
        let name = told.map_or("", |(name, _)| name);
        let is_name = name.split(' ').count() <= 3 && name.split(' ').all(|word| word.starts_with(char::is_uppercase));
        return is_name.then_some(at + dash);
    }
    let is_named = first.starts_with(char::is_uppercase) && is_label;
    // `TODO @mara order`, `TODO [Mara] order`
    let is_begun = second.trim_start_matches(['@', '[']).starts_with(char::is_alphanumeric) || second == "@";
    let is_begun = is_begun && !is_loud(second.trim_end_matches(':'));
    // `TODO @ Mara`
    let at = if second == "@" { at + "@ ".len() } else { at };
    (is_loud(first) && is_begun || is_named).then_some(at)
}

/// The number of an item: `3`, `3.1`, `#12`.
fn is_number(word: &str) -> bool {
    let word = word.trim_start_matches('#');
    !word.is_empty() && word.chars().all(|c| c.is_ascii_digit() || c == '.')
}
/// Whether words ask for something: “could you send it?”, “please send it”.
pub fn is_request(words: &str) -> bool {
    let words = words.trim_start_matches(['*', '_', '"', '“', ' ']);
    let length = words.find(|c: char| !(c.is_alphabetic() || c == ' ' || c == '-')).unwrap_or(words.len());
    let small = words[..length.min(words.floor_char_boundary(LONGEST))].to_lowercase();
    let told = ASKED.iter().find_map(|asked| small.strip_prefix(asked)?.strip_prefix(' '));
    told.is_some_and(|told| told.starts_with(char::is_alphabetic))
}

/// With what somebody is asked to do something, in small letters.
#[rustfmt::skip]
const ASKED: &[&str] = &[
    "can you", "could you", "would you", "will you", "please", "can you please", "could you please", "would you mind",
    "kannst du", "könntest du", "könnten sie", "können sie", "würdest du", "bitte", "peux-tu", "pourrais-tu", "pouvez-vous",
    "pourriez-vous", "merci de", "puedes", "podrías", "puede", "podría", "por favor", "pode", "poderia", "podes", "puoi", "potresti",
    "può", "potrebbe", "per favore", "kun je", "kunt u", "zou je", "wil je", "graag", "możesz", "czy możesz", "mógłbyś", "mogłabyś",
    "proszę", "prosimy",
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_mark_says_that_something_is_to_be_done() {
        for (words, rest) in [
            ("ACTION: Tomas to write", "Tomas to write"),
            ("**Action:** write", "write"),
            ("**Action**: write", "write"),
            ("[AI] Mara: write", "Mara: write"),
            ("AI: write", "write"),
            ("AP2 [Mara]: write", "[Mara]: write"),
            ("*ACTION* Mara to write", "Mara to write"),
            ("**Action** Mara to write", "Mara to write"),
            ("**Action Item** @mara to write", "@mara to write"),
            ("ACTION – Mara to write", "Mara to write"),
            ("TODO(Mara): write", "(Mara): write"),
            ("AI (Mara): write", "(Mara): write"),
            ("ACTION-12: Mara to write", "Mara to write"),
            ("Action item #3: write", "write"),
            ("ACTION ITEM: write", "write"),
            ("→ Mara: write", "Mara: write"),
            ("#action Mara to write", "Mara to write"),
            ("À faire : écrire", "écrire"),
            ("TODO write", "write"),
            ("ACTION Mara to write", "Mara to write"),
            ("ToDo Mara: write", "Mara: write"),
            ("Task Force: met", "Force: met"),
            ("AI Mara: write", "Mara: write"),
            ("@todo Mara: write", "Mara: write"),
            ("TODO @mara write", "@mara write"),
            ("Auftrag: Mara schreibt", "Mara schreibt"),
            ("A faire : écrire", "écrire"),
            ("Action - Mara Voss: write", "Mara Voss: write"),
        ] {
            assert_eq!(mark(words).map(|at| &words[at..]), Some(rest), "{words}");
        }
        assert!(is_quiet("Task ") && is_quiet("AI ") && !is_quiet("TODO ") && !is_quiet("Action: "));
        for words in [
            "Actions speak louder",
            "(TODO: ask them)",
            "AI Act passed",
            "Aufgaben der Gruppe",
            "AI is new",
            "ai: small",
            "ap: small",
            "Action – a plan to write",
            "Action:",
            "Mara: write",
            "[Plan](a.md)",
            "→",
            "TASK FORCE MEETING",
            "**Action** items are below",
            "todo list",
        ] {
            assert_eq!(mark(words), None, "{words}");
        }
    }

    #[test]
    fn a_mark_may_say_to_whom_it_goes() {
        for (words, rest) in [
            ("Auftrag an Imke Sander: Angebot einholen", "Imke Sander: Angebot einholen"),
            ("Action for Mara: write", "Mara: write"),
            ("Action item for Mara to write", "Mara to write"),
            ("Action item to @mvoss to write", "@mvoss to write"),
            ("Action item to @mvoss: write", "@mvoss: write"),
            ("Action item to [[Mara Voss|Mara]] to write", "[[Mara Voss|Mara]] to write"),
            ("Reminder for Mara: write", "Mara: write"),
            ("TO DO @mvoss will write", "@mvoss will write"),
            ("(Action) Write it - Mara", "Write it - Mara"),
            ("Mission pour Mara : écrire", "Mara : écrire"),
            ("Action 3.1 – Mara to write", "Mara to write"),
            ("ACTION 48.1 on Mara Voss to write", "Mara Voss to write"),
        ] {
            assert_eq!(mark(words).map(|at| &words[at..]), Some(rest), "{words}");
        }
        for words in ["Room for Mara: the hall", "Action for the hall: paint it", "Action 3.1 – the hall to paint"] {
            assert_eq!(mark(words), None, "{words}");
        }
    }

    #[test]
    fn a_mark_at_the_end_has_names_behind_or_before_it() {
        for (words, names) in [
            ("The fence is broken. **Action: MV**", "MV**"),
            ("The fence is broken [Action: MV]", "MV]"),
            ("The fence is broken (MV to action).", "MV to action)."),
            ("The forms need a lock. TODO Mara.", "Mara."),
            ("The forms need a lock [TODO Mara]", "Mara]"),
            ("De fietsen: staat op TODO van Mara.", "Mara."),
            ("The paint is a TODO of Mara and Rob", "Mara and Rob"),
        ] {
            assert_eq!(closing_mark(words).map(|at| &words[at..]), Some(names), "{words}");
        }
        for words in [
            "Action: MV",
            "We know what to do",
            "It is as people want to follow up.",
            "The plan of action: paint",
            "The TODO list",
            "A TODO of Mara was long",
            "TODO Mara",
            "The old TODO Mara",
        ] {
            assert_eq!(closing_mark(words), None, "{words}");
        }
    }
}
