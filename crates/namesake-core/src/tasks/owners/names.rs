//! Words that look like a person's name in running text: capitalised, or of a script without capitals.

/// How many words a name in running text has at most, particles not counted.
const WORDS: usize = 3;

/// Small words inside surnames. One counts only where a further name word follows.
const PARTICLES: [&str; 22] = [
    "al", "bin", "da", "de", "del", "della", "den", "der", "di", "do", "dos", "du", "el", "ibn", "la", "le", "ten",
    "ter", "van", "von", "zu", "zur",
];

/// Titles that keep their full stop.
const TITLES: [&str; 6] = ["Dr", "Mr", "Mrs", "Ms", "Prof", "St"];

/// Capitalised words that stand alone in parentheses and are nobody. Weekdays and months, and notes on the task.
const NOBODY: [&str; 39] = [
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
];

/// The length in bytes of the longest name that starts the text: one to three name words, and particles between.
pub(super) fn longest(text: &str) -> Option<usize> {
    walk(text).last().copied()
}

/// Where a name may end earlier, in rising order: after each of its name words but the last.
pub(super) fn cuts(name: &str) -> Vec<usize> {
    walk(name).into_iter().filter(|end| *end < name.len()).collect()
}

/// Whether a text is nothing but a name, and not a word that says something about the task.
pub(super) fn is_name_alone(text: &str) -> bool {
    let is_shouted = |word: &str| word.chars().count() > 1 && !word.chars().any(char::is_lowercase);
    let has_case = |word: &str| word.chars().any(char::is_uppercase);
    !NOBODY.contains(&text) && !text.split(' ').all(|word| has_case(word) && is_shouted(word))
}

/// The ends of the name words that start the text.
fn walk(text: &str) -> Vec<usize> {
    let mut ends = Vec::new();
    let mut at = 0;
    while ends.len() < WORDS {
        let start = if ends.is_empty() { 0 } else { at + gap(&text[at..]) };
        let particles = if ends.is_empty() { 0 } else { particles(&text[start..]) };
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
    while let Some((word, _)) = text[at..].split_once(' ') {
        if !PARTICLES.contains(&word) {
            break;
        }
        at += word.len() + gap(&text[at + word.len()..]);
    }
    at
}

/// The length of the name word that starts the text: `Rob`, `O'Dowd`, `Jean-Luc`, `J.`, `RobBenoit`, `Rob_Benoit`.
fn name_word(text: &str) -> Option<usize> {
    if !text.starts_with(|c: char| c.is_alphabetic() && !c.is_lowercase()) {
        return None;
    }
    let mut end = 0;
    let mut letters = text.char_indices().peekable();
    while let Some((at, c)) = letters.next() {
        let joins = matches!(c, '\'' | '’' | '-' | '.' | '_')
            && letters.peek().is_some_and(|(_, next)| next.is_alphabetic())
            && !is_possessive(&text[at..]);
        if !(is_letter(c) || joins) {
            break;
        }
        end = at + c.len_utf8();
    }
    let is_short = text[..end].chars().count() == 1 || TITLES.contains(&&text[..end]);
    if is_short && text[end..].starts_with('.') {
        end += 1;
    }
    // A digit, or a sign from the Latin-1 block, right behind it: a code, or the wreck of a wrong decoding.
    let ends = text[end..].chars().next().is_none_or(|c| {
        c.is_whitespace() || c.is_ascii_punctuation() || (c >= '\u{2010}' && !c.is_alphanumeric() && !is_wreckage(c))
    });
    ends.then_some(end)
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
