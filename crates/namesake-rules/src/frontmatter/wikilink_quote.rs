//! Links in properties that lack their quotes.

use crate::{Report, Rule};
use namesake_language::say;
use namesake_note::finding::{Draft, Fix, Tier};
use namesake_note::note::Note;
use namesake_text::frontmatter::schema::PropertyType;
use namesake_text::frontmatter::{Entry, Item, SpliceError, Style, Value, change_items, is_typed, set_scalar};
use namesake_text::text::{Edit, Span};
use namesake_vault::vault::Vault;

/// The rule.
pub const RULE: Rule = Rule {
    name: "wikilink-quote",
    what: "Puts links in properties in quotes, as items of a list too.",
    why: "To YAML `[[Rob Benoit]]` is a list in a list, which Obsidian does not show as a link and may rewrite.",
    example: "`related: [[Rob Benoit]]` -> `related: \"[[Rob Benoit]]\"`",
    automatic: "Where it can only be a link: Obsidian has no lists in lists. With a comma inside (`[[Voss, Mara]]`) only \
                if there is a note of that name. Numbers and `true` are never taken for a link (`matrix: [[1, 2]]`), nor \
                is anything in `tags`.",
    check,
    ..Rule::FRONTMATTER
};

/// A value that may be a link.
struct Link<'t> {
    /// Which item of a list it is; `None`: the whole value.
    at: Option<usize>,
    span: Span,
    /// Its text with the brackets.
    source: &'t str,
    tier: Tier,
}

fn check(note: &Note, vault: &Vault, report: &mut Report) {
    for entry in note.frontmatter.single() {
        let links = links(note, vault, entry);
        for tier in [Tier::Auto, Tier::Review] {
            let links: Vec<&Link> = links.iter().filter(|link| link.tier == tier).collect();
            if let (Some(first), Some(last)) = (links.first(), links.last()) {
                let place = Span::new(first.span.start, last.span.end);
                report.add(draft(note, entry, &links, tier, place));
            }
        }
    }
}

fn draft(note: &Note, entry: &Entry, links: &[&Link], tier: Tier, place: Span) -> Draft {
    let sources: Vec<&str> = links.iter().map(|link| link.source).collect();
    let sources = sources.join(", ");
    let message = say!("`{key}` holds a link without quotes: {sources}.", key = entry.key, sources);
    let mut draft = Draft::new(tier, place, format!("{}: {sources}", entry.key), message);
    draft = draft.because(match tier {
        Tier::Auto => say!("Without quotes it is a list in a list to YAML, and Obsidian has none of those."),
        Tier::Review => say!("It may be a list of several items as well; no note has this name."),
    });
    let title = say!("Put in quotes: {sources}", sources);
    draft.offer(edits(note, entry, links).map(|edits| Fix::in_note(title, &note.path, edits).of_property(&entry.key)))
}

fn edits(note: &Note, entry: &Entry, links: &[&Link]) -> Result<Vec<Edit>, SpliceError> {
    let items: Vec<(usize, Option<&str>)> =
        links.iter().filter_map(|link| Some((link.at?, Some(link.source)))).collect();
    match links {
        [Link { at: None, source, .. }] => set_scalar(&note.text, &note.frontmatter, &entry.key, source),
        _ => change_items(&note.text, &note.frontmatter, &entry.key, &items),
    }
}

/// The links that are the value of a property or items of it.
fn links<'n>(note: &'n Note, vault: &Vault, entry: &Entry) -> Vec<Link<'n>> {
    let Value::List { items, .. } = &entry.value else { return Vec::new() };
    if !items.iter().any(|item| matches!(item.value, Value::List { .. })) {
        return Vec::new();
    }
    // Older notes use these names for lists of other things than links.
    let key = match entry.key.to_ascii_lowercase().as_str() {
        "tag" => "tags",
        "alias" => "aliases",
        "cssclass" | "cssclasses" => return Vec::new(),
        _ => &entry.key,
    };
    let worst = match vault.property_type(key) {
        None | Some(PropertyType::Text | PropertyType::Multitext | PropertyType::Date | PropertyType::Datetime) => {
            Tier::Auto
        }
        // `[[Rob, Bob]]` is likelier a list of two names than a link, since a note's name rarely holds a comma.
        Some(PropertyType::Aliases) => Tier::Review,
        Some(_) => return Vec::new(),
    };
    let link = |at, value: &Value, span| {
        let (source, tier) = source(note, vault, value, span)?;
        Some(Link { at, span, source, tier: tier.max(worst) })
    };
    match link(None, &entry.value, entry.value_span) {
        Some(link) => vec![link],
        None => items.iter().enumerate().filter_map(|(at, item)| link(Some(at), &item.value, item.span)).collect(),
    }
}

/// The text of a value like `[[Rob]]`, which YAML reads as a list in a list, if it can be a link, and how sure that is.
fn source<'n>(note: &'n Note, vault: &Vault, value: &Value, span: Span) -> Option<(&'n str, Tier)> {
    let inner = only_item(value).and_then(|item| list(&item.value))?;
    let source = note.slice(span);
    let name = source.strip_prefix("[[")?.strip_suffix("]]")?;
    let is_word = |item: &Item| matches!(&item.value, Value::Scalar { style: Style::Plain, .. });
    if !inner.iter().all(is_word) || name.contains(['[', ']', '{', '}', '"', '\'', '\n', '\r']) || name.ends_with(',') {
        return None;
    }
    if inner.iter().all(|item| item.value.text().is_some_and(is_typed)) {
        return None;
    }
    let target = name.split(['|', '#']).next().unwrap_or_default();
    let certain = inner.len() == 1 && name.trim() == name || vault.linked(target).is_some();
    Some((source, if certain { Tier::Auto } else { Tier::Review }))
}

/// The one item of a list in brackets.
fn only_item(value: &Value) -> Option<&Item> {
    match list(value)? {
        [item] => Some(item),
        _ => None,
    }
}

/// The items of a list in brackets that holds no comment, anchor, alias or tag. At least one.
fn list(value: &Value) -> Option<&[Item]> {
    match value {
        Value::List { items, flow: true, plain: true } if !items.is_empty() => Some(items),
        _ => None,
    }
}
