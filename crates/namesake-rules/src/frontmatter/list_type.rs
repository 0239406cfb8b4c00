//! Properties that are lists to Obsidian.

use std::collections::BTreeSet;

use crate::{Habitual, Report, Rule};
use namesake_language::{Said, say};
use namesake_note::finding::{Draft, Fix, Tier};
use namesake_note::note::Note;
use namesake_text::frontmatter::schema::PropertyType;
use namesake_text::frontmatter::{Entry, SpliceError, Value, placeholder, remove_entry, rename_key, set_list};
use namesake_vault::properties::name_line::{NameLineReading, is_no_name, participants};
use namesake_vault::properties::tags::has_foreign;
use namesake_vault::vault::Vault;

/// The rule.
pub const RULE: Rule = Rule {
    name: "list-type",
    what: "Makes lists of `tags`, `aliases`, `cssclasses` and `participants`, and moves `tag`, `alias` and `cssclass` there.",
    why: "Obsidian has dropped the singular names (1.9), and a text with commas is one tag with a comma in it.",
    example: "`tags: type/project, pilot` -> `tags:` with two items",
    automatic: "Where the text parts in one way. A blank can part two tags or stand inside one, and a comma can belong to \
                a name: `Van Dyke, Jan Peter` is two people only if the vault knows both. Two properties that have to be \
                merged may differ on purpose and are asked about. A property that has another type in Obsidian or in the settings is left alone.",
    habit: Some(Habitual::Property),
    check,
    ..Rule::FRONTMATTER
};

/// Each list property with the singular name that older notes use.
const LISTS: &[(&str, Option<&str>)] =
    &[("tags", Some("tag")), ("aliases", Some("alias")), ("cssclasses", Some("cssclass")), ("participants", None)];

fn check(note: &Note, vault: &Vault, report: &mut Report) {
    for &(plural, singular) in LISTS {
        let is_list = |name: &str| {
            use PropertyType::{Aliases, Multitext, Tags};
            matches!(vault.property_type(name), None | Some(Tags | Aliases | Multitext))
        };
        let known = named(note, plural);
        let mut old = singular.map(|name| named(note, name)).unwrap_or_default();
        if known.is_empty() && old.is_empty() || !is_list(plural) {
            continue;
        }
        old.retain(|_| singular.is_some_and(is_list));
        old.retain(|entry| entry.value != Value::Null);
        match (known.as_slice(), old.as_slice()) {
            ([entry], []) if !matches!(entry.value, Value::List { .. }) => {
                let message = say!("`{key}` is a list to Obsidian, and here it is text.", key = entry.key);
                one(note, vault, report, entry, (plural, &entry.key), message);
            }
            ([], [entry]) => {
                let Some(name) = in_case_of(&entry.key, plural) else { continue };
                let message = say!("`{old}` is no longer read by Obsidian; `{name}` is.", old = entry.key, name);
                one(note, vault, report, entry, (plural, &name), message);
            }
            ([entry], [old]) => merge(note, vault, report, entry, old, plural),
            // The rule `duplicate-key` asks about a name that occurs twice; its answer comes first.
            _ => {}
        }
    }
}

/// The properties of that name. Obsidian compares names without regard to case.
fn named<'n>(note: &'n Note, name: &str) -> Vec<&'n Entry> {
    note.frontmatter.entries.iter().filter(|entry| entry.key.eq_ignore_ascii_case(name)).collect()
}

/// The plural name in the case of the singular one: `Tag` becomes `Tags`, and `TAG` becomes `TAGS`. `None` where the case is
/// none of the usual three.
fn in_case_of(written: &str, plural: &str) -> Option<String> {
    let small = written.to_ascii_lowercase();
    if written == small {
        return Some(plural.to_owned());
    }
    if written == small.to_ascii_uppercase() {
        return Some(plural.to_ascii_uppercase());
    }
    (written[1..] == small[1..]).then(|| format!("{}{}", &written[..1], &plural[1..]))
}

/// Reports a property under the singular name, which gets the plural one.
fn one(note: &Note, vault: &Vault, report: &mut Report, entry: &Entry, names: (&str, &str), message: Said) {
    let (plural, name) = names;
    let Some(NameLineReading { ways, doubt }) = reading(note, entry, plural, vault) else { return };
    let tier = if doubt.is_some() { Tier::Review } else { Tier::Auto };
    let subject = format!("{}: {}", entry.key, note.slice(entry.value_span).trim());
    let mut draft = Draft::new(tier, entry.span, subject, message);
    draft.evidence.extend(doubt);
    for items in ways {
        draft = draft.offer(fix(note, entry, name, &items));
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
    let quoted: Vec<String> = values.iter().map(|value| say!("“{value}”", value).into()).collect();
    let title = match quoted.as_slice() {
        [one] => say!("Write `{name}` as a list of one: {one}", name, one),
        _ => say!("Write `{name}` as a list: {items}", name, items = quoted.join(", ")),
    };
    Ok(Fix::in_note(title, &note.path, edits).of_property(name).of_property(&entry.key))
}

/// Reports both names in one note: the items of the old one are added to the list.
fn merge(note: &Note, vault: &Vault, report: &mut Report, entry: &Entry, old: &Entry, plural: &str) {
    let items = |entry: &Entry| reading(note, entry, plural, vault)?.ways.into_iter().next();
    let known = if entry.value == Value::Null { Some(Vec::new()) } else { items(entry) };
    let (Some(known), Some(more)) = (known, items(old)) else { return };
    let has = known.iter().map(String::as_str).collect::<BTreeSet<_>>();
    let new = more.iter().map(String::as_str).filter(|item| !has.contains(item));
    let values: Vec<&str> = known.iter().map(String::as_str).chain(new).collect();
    let name = &entry.key;
    let edits = set_list(&note.text, &note.frontmatter, name, &values).and_then(|mut edits| {
        edits.extend(remove_entry(&note.text, &note.frontmatter, &old.key)?);
        edits.sort();
        Ok(edits)
    });
    let title = say!("Merge them into `{name}`: {items}", name, items = values.join(", "));
    let fix = edits.map(|edits| Fix::in_note(title, &note.path, edits).of_property(name).of_property(&old.key));
    let message = say!("`{old}` and `{name}` are both there, and Obsidian reads the second only.", old = old.key, name);
    let subject = format!("{} + {name}", old.key);
    report.add(Draft::new(Tier::Review, old.span, subject, message).offer(fix));
}

/// The items that a property stands for; `None` if it holds nothing that can be an item.
fn reading(note: &Note, entry: &Entry, plural: &str, vault: &Vault) -> Option<NameLineReading> {
    if placeholder(&entry.value).is_some() {
        return None;
    }
    let sure = |items: Vec<String>| NameLineReading { ways: vec![items], doubt: None };
    let text = match &entry.value {
        Value::List { items, .. } => {
            let texts: Vec<String> = items.iter().filter_map(|item| item.value.text()).map(str::to_owned).collect();
            return (texts.len() == items.len()).then(|| sure(texts));
        }
        // A blank inside a template value does not separate items.
        Value::Scalar { text, .. } if ["{{", "<%"].iter().any(|mark| text.contains(mark)) => return None,
        Value::Scalar { text, .. } if !text.trim().is_empty() => text.trim(),
        _ => return None,
    };
    let written = note.slice(entry.value_span).trim();
    let reading = match plural {
        "tags" => tags(text),
        "cssclasses" => classes(text),
        "participants" | "aliases" if written.contains('\n') => NameLineReading {
            ways: vec![parts(written, &['\n']), vec![text.to_owned()]],
            doubt: Some(say!("Lines are one text to YAML; each may be meant as an item.")),
        },
        "participants" if is_no_name(text) => return None,
        "participants" => participants(text, vault),
        _ if text.contains([',', ';', '\n']) => NameLineReading {
            ways: vec![parts(text, &[',', ';', '\n']), vec![text.to_owned()]],
            doubt: Some(say!("A comma can belong to a name; look whether the items are right.")),
        },
        _ => sure(vec![text.to_owned()]),
    };
    reading.ways.iter().all(|items| !items.is_empty()).then_some(reading)
}

/// Splits tags at commas, and at blanks before a `#`. Any other blank may part two tags or stand inside one.
fn tags(text: &str) -> NameLineReading {
    let all = parts(text, &[',', ' ', '\t', '\n']);
    let is_one = |part: &str| part.split_whitespace().skip(1).any(|word| !word.starts_with('#'));
    if all.iter().any(|part| has_foreign(part.trim_start_matches('#'))) {
        let doubt = say!("It holds signs that no tag has; look what was meant.");
        let all = all.into_iter().map(|tag| without_brackets(&tag).to_owned()).collect();
        let mut ways = vec![joined(parts(text, &[',', ';', '|', '\n'])), all];
        ways.dedup();
        return NameLineReading { ways, doubt: Some(doubt) };
    }
    if !text.split(',').any(is_one) {
        return NameLineReading { ways: vec![all], doubt: None };
    }
    let doubt = say!("A blank may part two tags or stand inside one; look which.");
    NameLineReading { ways: vec![joined(parts(text, &[','])), all], doubt: Some(doubt) }
}

/// Tags with their blanks as hyphens. What holds other signs is no tag with hyphens either.
fn joined(tags: Vec<String>) -> Vec<String> {
    let joined = |tag: String| {
        let one = tag.split_whitespace().map(without_brackets).collect::<Vec<_>>().join("-");
        if has_foreign(&one) { tag } else { one }
    };
    tags.into_iter().map(joined).collect()
}

/// A word without the brackets around it, as in `Aged cheese (AC)`.
fn without_brackets(word: &str) -> &str {
    let inner = word.strip_prefix('(').and_then(|inner| inner.strip_suffix(')'));
    inner.filter(|inner| !inner.is_empty()).unwrap_or(word)
}

/// Names of CSS classes hold no blanks and no commas.
fn classes(text: &str) -> NameLineReading {
    let all = parts(text, &[',', ' ', '\t', '\n']);
    let is_odd = all.iter().any(|part| part.contains('/') || has_foreign(part));
    let doubt = is_odd.then(|| say!("It holds signs that no name of a class has; look what was meant."));
    NameLineReading { ways: vec![all], doubt }
}

/// The words between the separators, each once and without quotes.
fn parts(text: &str, signs: &[char]) -> Vec<String> {
    let mut seen = BTreeSet::new();
    let parts = text.split(signs).map(|part| unquoted(part.trim())).filter(|part| !part.is_empty());
    parts.filter(|part| seen.insert(*part)).map(str::to_owned).collect()
}

/// `part` without its quotes. YAML reads quotes inside a text as letters, but whoever wrote them meant quotes.
fn unquoted(part: &str) -> &str {
    let within = |quote: char| part.strip_prefix(quote)?.strip_suffix(quote);
    within('"').or_else(|| within('\'')).unwrap_or(part)
}
