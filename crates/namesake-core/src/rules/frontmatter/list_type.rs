//! Properties that are lists to Obsidian.

use crate::finding::{Draft, Fix, Tier};
use crate::frontmatter::{Entry, SpliceError, Value, placeholder, remove_entry, set_list};
use crate::note::Note;
use crate::order;
use crate::rules::{Report, Rule};
use crate::text::Edit;
use crate::vault::{Vault, split_names};

/// The rule.
pub const RULE: Rule = Rule {
    name: "list-type",
    group: "frontmatter",
    what: "Makes lists of `tags`, `aliases`, `cssclasses` and `participants`, and moves `tag`, `alias` and `cssclass` there.",
    why: "Obsidian has dropped the singular names (1.9), and a text with commas is one tag with a comma in it.",
    example: "`tags: type/project, pilot` -> `tags:` with two items",
    automatic: "Where the items are plain. A comma in an alias or a name may belong to it, and two properties that have \
                to be merged may differ on purpose: both are asked about.",
    on: true,
    check,
};

/// Each list property with the singular name that older notes use.
const LISTS: &[(&str, Option<&str>)] =
    &[("tags", Some("tag")), ("aliases", Some("alias")), ("cssclasses", Some("cssclass")), ("participants", None)];

fn check(note: &Note, _: &Vault, report: &mut Report) {
    for &(plural, singular) in LISTS {
        // A list that stands there twice is not moved into, nor anything out of it.
        let names = [Some(plural), singular];
        if names.into_iter().flatten().any(|name| note.frontmatter.get(name) != note.frontmatter.only(name)) {
            continue;
        }
        let known = note.frontmatter.only(plural);
        let old = singular.and_then(|singular| note.frontmatter.only(singular));
        match (known, old) {
            (Some(entry), None) | (None, Some(entry)) => one(note, report, entry, plural),
            (Some(entry), Some(old)) => merge(note, report, entry, old, plural),
            (None, None) => {}
        }
    }
}

/// A single property, under its own or its old name.
fn one(note: &Note, report: &mut Report, entry: &Entry, plural: &str) {
    let renamed = entry.key != plural;
    let Some((items, sure)) = items(entry, plural) else { return };
    if matches!(entry.value, Value::List { .. }) && !renamed {
        return;
    }
    let tier = if sure { Tier::Auto } else { Tier::Review };
    let message = match renamed {
        true => format!("`{}` is no longer read by Obsidian; `{plural}` is.", entry.key),
        false => format!("`{plural}` is a list to Obsidian, and here it is text."),
    };
    let subject = format!("{}: {}", entry.key, note.slice(entry.value_span).trim());
    let mut draft = Draft::new(tier, entry.span, subject, message);
    if !sure {
        draft = draft.because("A comma can belong to a name; look whether the items are right.");
    }
    report.add(offered(draft, fix(note, entry, plural, &items)));
}

fn fix(note: &Note, entry: &Entry, plural: &str, items: &[String]) -> Result<Fix, SpliceError> {
    let values: Vec<&str> = items.iter().map(String::as_str).collect();
    let mut edits = Vec::new();
    if entry.key != plural {
        edits.push(Edit::replace(entry.key_span, plural));
    }
    if !matches!(entry.value, Value::List { .. }) {
        edits.extend(set_list(&note.text, &note.frontmatter, &entry.key, &values)?);
    }
    let title = format!("Write `{plural}` as a list: {}", values.join(", "));
    Ok(Fix::in_note(title, &note.path, edits).of_property(plural).of_property(&entry.key))
}

/// Both names are there: the old one's items are added to the list.
fn merge(note: &Note, report: &mut Report, entry: &Entry, old: &Entry, plural: &str) {
    let (Some((mut list, _)), Some((more, _))) = (items(entry, plural), items(old, plural)) else { return };
    for item in more {
        if !list.contains(&item) {
            list.push(item);
        }
    }
    let values: Vec<&str> = list.iter().map(String::as_str).collect();
    let edits = set_list(&note.text, &note.frontmatter, plural, &values).and_then(|mut edits| {
        edits.extend(remove_entry(&note.text, &note.frontmatter, &old.key)?);
        order::sort(&mut edits);
        Ok(edits)
    });
    let title = format!("Merge them into `{plural}`: {}", values.join(", "));
    let fix = edits.map(|edits| Fix::in_note(title, &note.path, edits).of_property(plural).of_property(&old.key));
    let message = format!("`{}` and `{plural}` are both there, and Obsidian reads the second only.", old.key);
    let subject = format!("{} + {plural}", old.key);
    report.add(offered(Draft::new(Tier::Review, old.span, subject, message), fix));
}

/// The draft with the fix, or, where there can be none, with the reason and for review.
fn offered(mut draft: Draft, fix: Result<Fix, SpliceError>) -> Draft {
    match fix {
        Ok(fix) => draft.fix(fix),
        Err(error) => {
            draft.tier = Tier::Review;
            draft.because(error.to_string())
        }
    }
}

/// The items that a property holds, and whether they are certain. `None` for one that holds nothing to be listed.
fn items(entry: &Entry, plural: &str) -> Option<(Vec<String>, bool)> {
    if placeholder(&entry.value).is_some() {
        return None;
    }
    let text = match &entry.value {
        Value::List { items, .. } => {
            let texts: Vec<String> = items.iter().filter_map(|item| item.value.text()).map(str::to_owned).collect();
            return (texts.len() == items.len()).then_some((texts, true));
        }
        Value::Scalar { text, .. } if !text.trim().is_empty() => text.trim(),
        _ => return None,
    };
    let split = |signs: &[char]| -> Vec<String> {
        let parts = text.split(signs).map(|part| unquoted(part.trim())).filter(|part| !part.is_empty());
        let mut items: Vec<String> = Vec::new();
        for part in parts {
            if !items.iter().any(|known| known == part) {
                items.push(part.to_owned());
            }
        }
        items
    };
    let (items, sure) = match plural {
        "tags" => (split(&[',', ' ', '\n']), true),
        "cssclasses" => (split(&[',', ' ']), true),
        "participants" => {
            let names = split_names(text);
            // `Voss, Mara` and `van Dyke, Jan Peter` are one person; full names on both sides of every comma are several.
            let is_full = |name: &String| name.contains(' ') && !name.starts_with(char::is_lowercase);
            let sure = names.len() == 1 || names.iter().all(|name| is_full(name) || name.starts_with("[["));
            (names, sure)
        }
        _ if text.contains(',') => (split(&[',']), false),
        _ => (vec![text.to_owned()], true),
    };
    (!items.is_empty()).then_some((items, sure))
}

/// `part` without the quotes around it: in the middle of a text they are signs to YAML, and quotes to whoever wrote them.
fn unquoted(part: &str) -> &str {
    let within = |quote: char| part.strip_prefix(quote)?.strip_suffix(quote);
    within('"').or_else(|| within('\'')).unwrap_or(part)
}
