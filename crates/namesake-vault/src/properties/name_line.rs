//! A property's line of names, divided into names, and whether each part is a person.

use std::collections::BTreeSet;

use crate::facts::split_names;
use crate::vault::{Context, Vault};
use namesake_language::{Said, say};
use namesake_text::frontmatter::is_typed;
use namesake_text::path::NotePath;

/// The ways to read a property's text as names.
pub struct NameLineReading {
    /// The items, the likeliest reading first. At least one.
    pub ways: Vec<Vec<String>>,
    /// The reason why no reading is certain.
    pub doubt: Option<Said>,
}

/// Words that a surname can begin with. With one of them both parts around a comma are long, and still may be one
/// person.
const PARTICLES: &[&str] = &[
    "al", "bin", "da", "de", "del", "della", "den", "der", "di", "do", "dos", "du", "el", "ibn", "la", "le", "mac",
    "st", "te", "ten", "ter", "van", "von", "zu", "zur",
];

/// Reads `text` as names separated by commas and “and”. `Voss, Mara` and `Van Dyke, Jan Peter` may be one person,
/// unless the vault knows each part as somebody else.
pub fn participants(text: &str, vault: &Vault) -> NameLineReading {
    let names = split_names(text);
    let is_link = |name: &&String| name.starts_with("[[");
    let is_full = |name: &String| {
        let first = name.split_whitespace().next().unwrap_or_default().trim_end_matches('.');
        let is_particle = PARTICLES.iter().any(|particle| particle.eq_ignore_ascii_case(first));
        name.contains(' ') && !name.starts_with(char::is_lowercase) && !is_particle
    };
    let is_pair = names.len() == 2 && text.contains(',') && !names.iter().any(|name| is_link(&name));
    let is_list = !is_pair && names.iter().all(|name| is_link(&name) || is_full(name));
    // The vault is asked last, since it costs most.
    if (names.len() == 1 || is_list) && !is_odd(text, &names) || are_people(text, &names, vault) {
        return NameLineReading { ways: vec![names], doubt: None };
    }
    let turned = match names.as_slice() {
        [last, first] => person(&format!("{first} {last}"), vault),
        _ => None,
    };
    let whole = vec![text.to_owned()];
    let parted = OTHER_SIGNS.iter().fold(text.to_owned(), |text, (sign, comma)| text.replace(sign, comma));
    let mut ways = vec![split_names(&parted), whole.clone()];
    ways.retain(|way| way.len() > 1 || *way == whole);
    ways.dedup();
    match person(text, vault).or(turned) {
        Some(path) => {
            let doubt = say!("It may be one person, {name}, written with the surname in front.", name = path.stem());
            ways.reverse();
            NameLineReading { ways, doubt: Some(doubt) }
        }
        None => {
            let doubt = if text.contains(',') {
                say!("A comma can stand between surname and first name; look whether these are several people.")
            } else {
                say!("It may be one name or several; look which.")
            };
            NameLineReading { ways, doubt: Some(doubt) }
        }
    }
}

/// Signs and words that people set between names as well, though a name may hold some of them, each with the comma
/// that says the same.
const OTHER_SIGNS: [(&str, &str); 13] = [
    ("]] [[", "]], [["),
    (" @", ", @"),
    ("、", ", "),
    ("，", ", "),
    ("；", ", "),
    ("،", ", "),
    (" / ", ", "),
    (" | ", ", "),
    (" + ", ", "),
    (" und ", ", "),
    (" et ", ", "),
    (" y ", ", "),
    (" och ", ", "),
];

/// Words for roles and legal forms, which stand beside a name and are none.
const ROLES: [&str; 29] = [
    "analyst",
    "ceo",
    "cfo",
    "chair",
    "chief",
    "coo",
    "consultant",
    "cto",
    "designer",
    "developer",
    "director",
    "engineer",
    "founder",
    "gmbh",
    "head",
    "inc",
    "lead",
    "llc",
    "ltd",
    "manager",
    "md",
    "of",
    "officer",
    "owner",
    "partner",
    "partners",
    "phd",
    "president",
    "vp",
];

/// Whether something in a line of names suggests that its parts are not one person each: `Voss, Mara; Karr, Bo`,
/// `Johnson & Johnson`, `Mara Voss, Head of Sales`, `Mara Voss / Bo Karr`.
pub fn is_odd(text: &str, names: &[String]) -> bool {
    let is_role = |word: &str| {
        let word = word.trim_matches('.');
        ROLES.iter().any(|role| word.eq_ignore_ascii_case(role))
    };
    let beside = |name: &str| name.split(" (").next().unwrap_or_default().split_whitespace().any(is_role);
    let is_odd = |name: &String| is_no_name(name) || !name.starts_with("[[") && beside(name);
    text.contains(';') && text.contains(',')
        || text.contains(" & ") && !text.contains(',')
        || says_one_twice(text, names)
        || names.iter().any(is_odd)
        || names.iter().filter(|name| !is_plain(name)).any(|name| {
            ["@", "~~"].iter().any(|sign| name.matches(sign).count() > 1)
                || OTHER_SIGNS.iter().any(|(sign, _)| name.contains(sign))
        })
}

/// Whether `name` is one or two words of ASCII letters, as most names are.
fn is_plain(name: &str) -> bool {
    let mut others = name.bytes().filter(|byte| !byte.is_ascii_alphabetic());
    matches!((others.next(), others.next()), (None | Some(b' '), None))
}

/// Whether the line repeats one name, as in `Johnson and Johnson`.
fn says_one_twice(text: &str, names: &[String]) -> bool {
    matches!(names, [one] if one != text.trim_matches([',', ';', ' ']))
}

/// Whether `text` is a number of people, or a word such as `tbd` instead of names.
pub fn is_no_name(text: &str) -> bool {
    let word = |word: &&str| text.eq_ignore_ascii_case(word);
    is_typed(text)
        || !text.contains(char::is_alphabetic)
        || text.trim_start_matches(['~', '<', '>', '+']).starts_with(|c: char| c.is_ascii_digit())
        || ["all", "everybody", "everyone", "n/a", "nobody", "none", "tba", "tbc", "tbd", "unknown"].iter().any(word)
}

/// Whether each name of the line belongs to a different person of the vault. A link counts as somebody by itself.
pub fn are_people(text: &str, names: &[String], vault: &Vault) -> bool {
    let is_link = |name: &String| name.starts_with("[[") && name.matches("[[").count() == 1;
    let written: Vec<&String> = names.iter().filter(|name| !is_link(name)).collect();
    let mut people = BTreeSet::new();
    !says_one_twice(text, names)
        && written.iter().all(|name| person(name, vault).is_some_and(|path| people.insert(path)))
}

/// The person who has exactly this name or alias.
fn person(name: &str, vault: &Vault) -> Option<NotePath> {
    let candidates = vault.resolve(name, &Context::default()).candidates;
    candidates.into_iter().map(|candidate| candidate.path).find(|path| vault.is_called(path, name))
}
