//! Properties that are lists to Obsidian.

use crate::finding::{Draft, Fix, Tier};
use crate::frontmatter::schema::PropertyType;
use crate::frontmatter::{Entry, SpliceError, Value, placeholder, remove_entry, rename_key, set_list};
use crate::note::Note;
use crate::order::{self, Set};
use crate::path::NotePath;
use crate::rules::{Report, Rule};
use crate::vault::{Context, Vault, split_names};

/// The rule.
pub const RULE: Rule = Rule {
    name: "list-type",
    group: "frontmatter",
    what: "Makes lists of `tags`, `aliases`, `cssclasses` and `participants`, and moves `tag`, `alias` and `cssclass` there.",
    why: "Obsidian has dropped the singular names (1.9), and a text with commas is one tag with a comma in it.",
    example: "`tags: type/project, pilot` -> `tags:` with two items",
    automatic: "Where the text parts in one way. A comma can belong to a name: `Van Dyke, Jan Peter` is two people only \
                if the vault knows both. Two properties that have to be merged may differ on purpose and are asked \
                about. A property that has another type in Obsidian or in the settings is left alone.",
    on: true,
    check,
};

/// Each list property with the singular name that older notes use.
const LISTS: &[(&str, Option<&str>)] =
    &[("tags", Some("tag")), ("aliases", Some("alias")), ("cssclasses", Some("cssclass")), ("participants", None)];

/// Words that a surname can begin with: what follows a comma may then be the first name, long as both parts are.
const PARTICLES: &[&str] = &[
    "al", "bin", "da", "de", "del", "della", "den", "der", "di", "do", "dos", "du", "el", "ibn", "la", "le", "mac",
    "st", "te", "ten", "ter", "van", "von", "zu", "zur",
];

/// How a property's text can be read as items.
struct Reading {
    /// The items, the likeliest reading first. At least one.
    ways: Vec<Vec<String>>,
    /// Why no reading is certain.
    doubt: Option<String>,
}

fn check(note: &Note, vault: &Vault, report: &mut Report) {
    for &(plural, singular) in LISTS {
        let is_list = |name: &str| {
            use PropertyType::{Aliases, Multitext, Tags};
            matches!(vault.property_type(name), None | Some(Tags | Aliases | Multitext))
        };
        if !is_list(plural) {
            continue;
        }
        let known = named(note, plural);
        let mut old = singular.filter(|name| is_list(name)).map(|name| named(note, name)).unwrap_or_default();
        old.retain(|entry| entry.value != Value::Null);
        match (known.as_slice(), old.as_slice()) {
            ([entry], []) if !matches!(entry.value, Value::List { .. }) => {
                let message = format!("`{}` is a list to Obsidian, and here it is text.", entry.key);
                one(note, vault, report, entry, (plural, &entry.key), message);
            }
            ([], [entry]) => {
                // `Tag` becomes `Tags`: the case of a name is its writer's.
                let name = format!("{}{}", entry.key, &plural[singular.map_or(0, str::len)..]);
                let message = format!("`{}` is no longer read by Obsidian; `{name}` is.", entry.key);
                one(note, vault, report, entry, (plural, &name), message);
            }
            ([entry], [old]) => merge(note, vault, report, entry, old, plural),
            // A name that stands there twice has to be decided first.
            _ => {}
        }
    }
}

/// The properties of that name. Obsidian compares names without regard to case.
fn named<'n>(note: &'n Note, name: &str) -> Vec<&'n Entry> {
    note.frontmatter.entries.iter().filter(|entry| entry.key.eq_ignore_ascii_case(name)).collect()
}

/// A single property, which gets the second of the names.
fn one(note: &Note, vault: &Vault, report: &mut Report, entry: &Entry, names: (&str, &str), message: String) {
    let (plural, name) = names;
    let Some(Reading { ways, doubt }) = reading(entry, plural, vault) else { return };
    let tier = if doubt.is_some() { Tier::Review } else { Tier::Auto };
    let subject = format!("{}: {}", entry.key, note.slice(entry.value_span).trim());
    let mut draft = Draft::new(tier, entry.span, subject, message);
    draft.evidence.extend(doubt);
    for items in ways {
        draft = offered(draft, fix(note, entry, name, &items));
    }
    report.add(draft);
}

fn fix(note: &Note, entry: &Entry, name: &str, items: &[String]) -> Result<Fix, SpliceError> {
    let values: Vec<&str> = items.iter().map(String::as_str).collect();
    let mut edits = Vec::new();
    if entry.key != name {
        edits.extend(rename_key(&note.text, &note.frontmatter, &entry.key, name)?);
    }
    if !matches!(entry.value, Value::List { .. }) {
        edits.extend(set_list(&note.text, &note.frontmatter, &entry.key, &values)?);
    }
    let title = match values.as_slice() {
        [one] => format!("Write `{name}` as a list of one: {one}"),
        _ => format!("Write `{name}` as a list: {}", values.join(", ")),
    };
    Ok(Fix::in_note(title, &note.path, edits).of_property(name).of_property(&entry.key))
}

/// Both names are there: the old one's items are added to the list.
fn merge(note: &Note, vault: &Vault, report: &mut Report, entry: &Entry, old: &Entry, plural: &str) {
    let items = |entry: &Entry| reading(entry, plural, vault)?.ways.into_iter().next();
    let known = if entry.value == Value::Null { Some(Vec::new()) } else { items(entry) };
    let (Some(known), Some(more)) = (known, items(old)) else { return };
    let has = order::set(known.iter().map(String::as_str));
    let new = more.iter().map(String::as_str).filter(|item| !has.contains(item));
    let values: Vec<&str> = known.iter().map(String::as_str).chain(new).collect();
    let name = &entry.key;
    let edits = set_list(&note.text, &note.frontmatter, name, &values).and_then(|mut edits| {
        edits.extend(remove_entry(&note.text, &note.frontmatter, &old.key)?);
        order::sort(&mut edits);
        Ok(edits)
    });
    let title = format!("Merge them into `{name}`: {}", values.join(", "));
    let fix = edits.map(|edits| Fix::in_note(title, &note.path, edits).of_property(name).of_property(&old.key));
    let message = format!("`{}` and `{name}` are both there, and Obsidian reads the second only.", old.key);
    let subject = format!("{} + {name}", old.key);
    report.add(offered(Draft::new(Tier::Review, old.span, subject, message), fix));
}

/// The draft with the fix, or, where there can be none, with the reason and for review.
fn offered(mut draft: Draft, fix: Result<Fix, SpliceError>) -> Draft {
    match fix {
        Ok(fix) => draft.fix(fix),
        Err(error) => {
            let reason = error.to_string();
            draft.tier = Tier::Review;
            if draft.evidence.contains(&reason) { draft } else { draft.because(reason) }
        }
    }
}

/// How a property can be read. `None` for one that holds nothing to be listed.
fn reading(entry: &Entry, plural: &str, vault: &Vault) -> Option<Reading> {
    if placeholder(&entry.value).is_some() {
        return None;
    }
    let sure = |items: Vec<String>| Reading { ways: vec![items], doubt: None };
    let text = match &entry.value {
        Value::List { items, .. } => {
            let texts: Vec<String> = items.iter().filter_map(|item| item.value.text()).map(str::to_owned).collect();
            return (texts.len() == items.len()).then(|| sure(texts));
        }
        Value::Scalar { text, .. } if !text.trim().is_empty() => text.trim(),
        _ => return None,
    };
    let reading = match plural {
        "tags" => tags(text),
        "cssclasses" => sure(parts(text, &[',', ' ', '\t', '\n'])),
        "participants" => participants(text, vault),
        _ if text.contains(',') => Reading {
            ways: vec![parts(text, &[',']), vec![text.to_owned()]],
            doubt: Some("A comma can belong to a name; look whether the items are right.".to_owned()),
        },
        _ => sure(vec![text.to_owned()]),
    };
    reading.ways.iter().all(|items| !items.is_empty()).then_some(reading)
}

/// Tags part at commas and at blanks. With both, a blank may be one inside a tag.
fn tags(text: &str) -> Reading {
    let all = parts(text, &[',', ' ', '\t', '\n']);
    let is_one = |part: &str| part.split_whitespace().skip(1).any(|word| !word.starts_with('#'));
    if !text.contains(',') || !text.split(',').any(is_one) {
        return Reading { ways: vec![all], doubt: None };
    }
    let joined: Vec<String> =
        parts(text, &[',']).iter().map(|part| part.split_whitespace().collect::<Vec<_>>().join("-")).collect();
    let doubt = "A blank between commas may part two tags or stand inside one; look which.".to_owned();
    Reading { ways: vec![joined, all], doubt: Some(doubt) }
}

/// Names part at commas and at “and”. `Voss, Mara` and `Van Dyke, Jan Peter` may be one person, unless the vault knows
/// each part as somebody else.
fn participants(text: &str, vault: &Vault) -> Reading {
    let names = split_names(text);
    let is_link = |name: &&String| name.starts_with("[[");
    let is_full = |name: &String| {
        let first = name.split_whitespace().next().unwrap_or_default().trim_end_matches('.');
        let is_particle = PARTICLES.iter().any(|particle| particle.eq_ignore_ascii_case(first));
        name.contains(' ') && !name.starts_with(char::is_lowercase) && !is_particle
    };
    let is_pair = names.len() == 2 && text.contains(',') && !names.iter().any(|name| is_link(&name));
    let is_list = !is_pair && names.iter().all(|name| is_link(&name) || is_full(name));
    if names.len() == 1 || is_list || are_people(&names, vault) {
        return Reading { ways: vec![names], doubt: None };
    }
    let turned = match names.as_slice() {
        [last, first] => person(&format!("{first} {last}"), vault),
        _ => None,
    };
    let whole = vec![text.to_owned()];
    match person(text, vault).or(turned) {
        Some(path) => {
            let doubt = format!("It may be one person, {}, written with the surname in front.", path.stem());
            Reading { ways: vec![whole, names], doubt: Some(doubt) }
        }
        None => {
            let doubt = "A comma can stand between surname and first name; look whether these are several people.";
            Reading { ways: vec![names, whole], doubt: Some(doubt.to_owned()) }
        }
    }
}

/// Whether each is the name of another person of the vault; a link is somebody by itself.
fn are_people(names: &[String], vault: &Vault) -> bool {
    let written: Vec<&String> = names.iter().filter(|name| !name.starts_with("[[")).collect();
    let mut people = Set::new();
    written.iter().all(|name| person(name, vault).is_some_and(|path| people.insert(path)))
}

/// The person whose name or alias is just that.
fn person(name: &str, vault: &Vault) -> Option<NotePath> {
    let candidates = vault.resolve(name, &Context::default()).candidates;
    candidates.into_iter().map(|candidate| candidate.path).find(|path| vault.is_called(path, name))
}

/// What stands between the signs, each once and without the quotes around it.
fn parts(text: &str, signs: &[char]) -> Vec<String> {
    let mut seen = Set::new();
    let parts = text.split(signs).map(|part| unquoted(part.trim())).filter(|part| !part.is_empty());
    parts.filter(|part| seen.insert(*part)).map(str::to_owned).collect()
}

/// `part` without the quotes around it: in the middle of a text they are signs to YAML, and quotes to whoever wrote them.
fn unquoted(part: &str) -> &str {
    let within = |quote: char| part.strip_prefix(quote)?.strip_suffix(quote);
    within('"').or_else(|| within('\'')).unwrap_or(part)
}
