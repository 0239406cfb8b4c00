//! Words that look like a person's name in running text: capitalised, or of a script without capitals.

/// How many words a name in running text has at most, particles not counted: `María Inés García de la Vega Ortiz` has
/// five. A name cut short would leave its last word standing behind the link.
const WORDS: usize = 5;

/// Small words inside surnames. One counts only where a further name word follows.
const PARTICLES: [&str; 22] = [
    "al", "bin", "da", "de", "del", "della", "den", "der", "di", "do", "dos", "du", "el", "ibn", "la", "le", "ten",
    "ter", "van", "von", "zu", "zur",
];

/// Titles that keep their full stop.
const TITLES: [&str; 17] =
    ["Dr", "Jr", "Mr", "Mrs", "Ms", "Prof", "Sr", "St", "Bc", "Mgr", "Ing", "Mag", "Lic", "Arq", "Dott", "Avv", "Rev"];

/// Capitalised words that stand alone and are nobody, mostly: weekdays and months, and notes on the task.
const NOBODY: [&str; 63] = [
    "Unassigned",
    "TBD",
    "TBC",
    "Nobody",
    "Anyone",
    "Someone",
    "Community",
    "Alle",
    "Tous",
    "Todos",
    "Tutti",
    "Iedereen",
    "Wszyscy",
    "Offen",
    "Open",
    "Vacant",
    "Monday",
    "Tuesday",
    "Wednesday",
    "Thursday",
    "Friday",
    "Saturday",
    "Sunday",
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
    "Today",
    "Tomorrow",
    "Yesterday",
    "Optional",
    "Pending",
    "Done",
    "Draft",
    "Urgent",
    "Important",
    "See",
    "New",
    "Old",
    "All",
    "None",
    "Everyone",
    "Team",
    "Unknown",
    "Confirmed",
    "Cancelled",
    "Later",
    "Action",
    "Decision",
    "Note",
    "Owner",
    "Owners",
    "Question",
    "Task",
    "Update",
];

/// The length in bytes of the longest name that starts the text: one to five name words, and particles before them.
pub(super) fn longest(text: &str) -> Option<usize> {
    name_ends(text).last().copied()
}

/// Where a name may end earlier, in rising order: after each of its name words but the last.
pub(super) fn cuts(name: &str) -> Vec<usize> {
    name_ends(name).into_iter().filter(|end| *end < name.len()).collect()
}

/// Whether a text is nothing but a name, and not a word that says something about the task.
pub(super) fn is_name_alone(text: &str) -> bool {
    let is_shouted = |word: &str| word.chars().count() > 1 && !word.chars().any(char::is_lowercase);
    let has_case = |word: &str| word.chars().any(char::is_uppercase);
    !is_mostly_nobody(text) && !text.split(' ').all(|word| has_case(word) && is_shouted(word))
}

/// Whether a single word is a day, a month or a note on the task. Some of them are first names too.
pub fn is_mostly_nobody(word: &str) -> bool {
    NOBODY.contains(&word)
}

/// The length of the handle that starts the text: words in small letters and digits, joined by `.`, `_` or `-`. Rare
/// enough for one copy of it.
#[inline(never)]
pub(super) fn handle(text: &str) -> Option<usize> {
    let part = |c: char| (c.is_alphanumeric() && !c.is_uppercase()) || is_letter(c) && !c.is_alphabetic();
    let mut end = text.find(|c| !part(c)).unwrap_or(text.len());
    while let Some(rest) = text[end..].strip_prefix(['.', '_', '-']) {
        let length = rest.find(|c| !part(c)).unwrap_or(rest.len());
        if length == 0 {
            break;
        }
        end += 1 + length;
    }
    let is_handle = text.starts_with(char::is_lowercase) && text[..end].chars().nth(1).is_some();
    (is_handle && is_end(&text[end..])).then_some(end)
}

/// Whether a word may end where `text` goes on. Not before a digit, nor before a sign from the Latin-1 block: that is a
/// code, or the wreck of a wrong decoding.
fn is_end(text: &str) -> bool {
    text.chars().next().is_none_or(|c| {
        c.is_whitespace() || c.is_ascii_punctuation() || (c >= '\u{2010}' && !c.is_alphanumeric() && !is_wreckage(c))
    })
}

/// The ends of the name words that start the text, particles before a word counted to it: at most five.
pub fn name_ends(text: &str) -> Vec<usize> {
    let mut ends = Vec::new();
    let mut at = 0;
    while ends.len() < WORDS {
        let start = if ends.is_empty() { 0 } else { at + gap(&text[at..]) };
        let particles = particles(&text[start..]);
        let Some(word) = name_word(&text[start + particles..]) else { break };
        if start == at && at > 0 {
            break;
        }
        at = start + particles + word;
        ends.push(at);
        if text[at..].starts_with(['\'', '’']) {
            break;
        }
    }
    ends
}

fn gap(text: &str) -> usize {
    text.len() - text.trim_start_matches([' ', '\u{A0}']).len()
}

/// The length of the particles that start the text, with the space after each.
fn particles(text: &str) -> usize {
    let mut at = 0;
    loop {
        let rest = &text[at..];
        let word = &rest[..rest.find(|c: char| !c.is_ascii_lowercase()).unwrap_or(rest.len())];
        if !PARTICLES.contains(&word) || !rest[word.len()..].starts_with(' ') {
            return at;
        }
        at += word.len() + gap(&rest[word.len()..]);
    }
}

/// The length of the name word that starts the text: `Rob`, `O'Dowd`, `Jean-Luc`, `J.`, `RobBenoit`, `Rob_Benoit`.
fn name_word(text: &str) -> Option<usize> {
    if !text.starts_with(|c: char| c.is_alphabetic() && !c.is_lowercase()) {
        return None;
    }
    let mut end = 0;
    let mut letters = text.char_indices().peekable();
    while let Some((at, c)) = letters.next() {
        let joins = matches!(c, '\'' | '’' | '-' | '\u{2010}' | '\u{2011}' | '.' | '_')
            && letters.peek().is_some_and(|(_, next)| next.is_alphabetic())
            && !is_possessive(&text[at..]);
        if !(is_letter(c) || joins) {
            break;
        }
        end = at + c.len_utf8();
    }
    let initial = text[..end].rsplit('.').next().unwrap_or_default();
    let is_short = initial.chars().count() == 1 || TITLES.contains(&&text[..end]);
    if is_short && text[end..].starts_with('.') {
        end += 1;
    }
    is_end(&text[end..]).then_some(end)
}

fn is_letter(c: char) -> bool {
    c.is_alphabetic() || ('\u{300}'..='\u{36F}').contains(&c)
}

/// Signs for money and box drawings: what emoji become when read as code page 437 (`Γ₧ò`, `ΓÅ│`).
fn is_wreckage(c: char) -> bool {
    matches!(c, '\u{20A0}'..='\u{20CF}' | '\u{2500}'..='\u{259F}')
}

/// `'s` at the end of a word.
fn is_possessive(text: &str) -> bool {
    let mut rest = text.chars().skip(1);
    rest.next() == Some('s') && !rest.next().is_some_and(char::is_alphanumeric)
}
