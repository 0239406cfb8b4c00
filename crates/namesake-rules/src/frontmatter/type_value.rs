//! Values of `type`: one word for each kind of thing, in agreement with the tag `type/...`.

use crate::{Report, Rule};
use namesake_language::{Said, say};
use namesake_note::config::{Settings, begin_apart, same_word};
use namesake_note::finding::{Draft, Fix, Tier};
use namesake_note::note::{Kind, Note};
use namesake_text::frontmatter::{Entry, SpliceError, Value, placeholder, set_list, set_scalar};
use namesake_vault::vault::{Vault, is_habit};

/// The rule.
pub const RULE: Rule = Rule {
    name: "type-value",
    what: "Writes `type` with one word for one thing, and compares it with the `type/...` tag.",
    why: "A query for `people` misses the one note that says `person`, and a note whose tag contradicts its type is \
          found in the wrong list.",
    example: "`type: person` -> `type: people`, where the settings say so",
    automatic: "Where the settings name the word as a synonym. A word that only nearly all other notes write \
                otherwise, and a tag that names something else, are asked about.",
    check,
    ..Rule::FRONTMATTER
};

fn check(note: &Note, vault: &Vault, report: &mut Report) {
    let Some(entry) = note.frontmatter.only("type") else { return };
    let Value::Scalar { text, .. } = &entry.value else { return };
    let word = text.trim();
    if word.is_empty() || word.contains("[[") || placeholder(&entry.value).is_some() {
        return;
    }
    let settings = &vault.config().settings;
    match settings.written_type(word) {
        Some(written) if written != text => synonym(note, report, entry, written),
        Some(_) => {}
        None => habit(note, vault, report, entry, word),
    }
    tags(note, settings, report, entry, word);
}

fn synonym(note: &Note, report: &mut Report, entry: &Entry, written: &str) {
    let said = note.slice(entry.value_span).trim();
    let message = say!("`type` says `{said}`, which is written `{written}` here.", said, written);
    let draft = Draft::new(Tier::Auto, entry.value_span, format!("{said} -> {written}"), message)
        .because(say!("The settings have this word as a synonym."));
    report.add(with_fixes(draft, [set_type(note, written)]));
}

/// Reports a word if nearly all other notes use its singular or plural. Other words are not compared, because they may mean
/// different things: a group meeting is not a one-on-one, and a customer is more than a company.
fn habit(note: &Note, vault: &Vault, report: &mut Report, entry: &Entry, word: &str) {
    if Kind::called(word, &vault.config().settings).is_none() {
        return;
    }
    let own = vault.usage().of_type(word);
    let usual = |other: &&str| is_same_noun(other, word) && is_habit(vault.usage().of_type(other), own);
    let Some(usual) = vault.usage().types().find(usual) else { return };
    let message = say!("`type` says `{word}`; nearly all others say `{usual}`.", word, usual);
    let draft = Draft::new(Tier::Review, entry.value_span, format!("{word} -> {usual}"), message).because(say!(
        "`{usual}`: {notes} notes; `{word}`: {own}.",
        usual,
        notes = vault.usage().of_type(usual),
        word,
        own,
    ));
    report.add(with_fixes(draft, [set_type(note, usual)]));
}

/// Whether one is the plural of the other.
fn is_same_noun(a: &str, b: &str) -> bool {
    if begin_apart(a, b) {
        return false;
    }
    let (a, b) = (a.trim().to_lowercase(), b.trim().to_lowercase());
    let plural = |one: &str, many: &str| {
        matches!(many.strip_prefix(one), Some("s" | "es"))
            || one.strip_suffix('y').is_some_and(|stem| many.strip_prefix(stem) == Some("ies"))
            || (one, many) == ("person", "people")
    };
    plural(&a, &b) || plural(&b, &a)
}

/// Compares the type with the tags `type/...`, if there are any.
fn tags(note: &Note, settings: &Settings, report: &mut Report, entry: &Entry, word: &str) {
    let Some(list) = note.frontmatter.only("tags") else { return };
    let Value::List { items, .. } = &list.value else { return };
    let all = list.value.texts();
    let said: Vec<&str> = all.iter().filter_map(|tag| said_by(tag)).collect();
    if all.len() != items.len() || said.is_empty() {
        return;
    }
    let written = settings.written_type(word).unwrap_or(word);
    if said.iter().any(|other| agree(settings, written, other)) {
        return respell(note, settings, report, list, written);
    }
    let is_known = |word: &str| Kind::called(word, settings).is_some();
    if !is_known(written) && !said.iter().any(|other| is_known(first(other))) {
        return;
    }
    let others = said.join("`, `type/");
    let message = say!("`type` says `{word}`, and the tag says `type/{others}`.", word, others);
    let draft = Draft::new(Tier::Review, entry.value_span, format!("{word} / {others}"), message)
        .because(say!("They name different things; one of them is wrong."));
    let mut fixes = Vec::new();
    if let ([only], Some(tag)) = (said.as_slice(), tag_word(written)) {
        let tags: Vec<String> =
            all.iter().map(|one| said_by(one).map_or((*one).to_owned(), |_| with(one, only, &tag))).collect();
        fixes.push(set_tags(note, &tags, say!("Change the tag to `type/{tag}`", tag)));
    }
    let types = said.iter().map(|other| settings.written_type(first(other)).unwrap_or(first(other)));
    fixes.extend(types.map(|other| set_type(note, other)));
    report.add(with_fixes(draft, fixes));
}

/// Reports tags with a word for which the settings have another.
fn respell(note: &Note, settings: &Settings, report: &mut Report, list: &Entry, written: &str) {
    let Some(tag) = tag_word(written) else { return };
    let is_other =
        |said: &&str| *said != tag && settings.written_type(said).is_some_and(|word| same_word(word, written));
    let all = list.value.texts();
    let changed: Vec<&str> =
        all.iter().copied().filter(|one| said_by(one).is_some_and(|said| is_other(&said))).collect();
    if changed.is_empty() {
        return;
    }
    let mut tags: Vec<String> = Vec::new();
    for one in all {
        let said = said_by(one).filter(is_other);
        let new = said.map_or_else(|| one.to_owned(), |said| with(one, said, &tag));
        // The new tag may be in the list already.
        if said.is_none() || !tags.contains(&new) {
            tags.push(new);
        }
    }
    let message = say!("The tag `{tags}` is written `type/{tag}` here.", tags = changed.join("`, `"), tag);
    let draft = Draft::new(Tier::Auto, list.value_span, format!("{} -> {tag}", changed.join(", ")), message)
        .because(say!("The settings have this word as a synonym, and `type` says the same."));
    report.add(with_fixes(draft, [set_tags(note, &tags, say!("Write `type/{tag}`", tag))]));
}

/// The type that a tag names: `project/pilot` for `#type/project/pilot`.
fn said_by(tag: &str) -> Option<&str> {
    let (head, said) = tag.trim().trim_start_matches('#').split_once('/')?;
    (head.eq_ignore_ascii_case("type") && !said.is_empty()).then_some(said)
}

fn first(said: &str) -> &str {
    said.split('/').next().unwrap_or(said)
}

/// The tag with another word in place of its type.
fn with(tag: &str, said: &str, word: &str) -> String {
    tag.trim().strip_suffix(said).map_or_else(|| tag.to_owned(), |head| format!("{head}{word}"))
}

/// Whether type and tag mean the same: one word, two words of one thing, or words of one kind of note.
fn agree(settings: &Settings, word: &str, said: &str) -> bool {
    let said = [said, first(said)].map(|said| settings.written_type(said).unwrap_or(said));
    let kind = Kind::called(word, settings);
    said.iter().any(|said| {
        let same = || tag_word(said).is_some_and(|said| tag_word(word).is_some_and(|word| same_word(&said, &word)));
        (kind.is_some() && kind == Kind::called(said, settings)) || same()
    })
}

/// The word as a tag holds it, with hyphens for blanks; `None` if a tag cannot hold it.
fn tag_word(word: &str) -> Option<String> {
    let tag = word.split_whitespace().collect::<Vec<_>>().join("-");
    let fits = tag.chars().all(|c| c.is_alphanumeric() || matches!(c, '-' | '_' | '/'));
    (fits && !tag.is_empty()).then_some(tag)
}

fn set_type(note: &Note, word: &str) -> Result<Fix, SpliceError> {
    let edits = set_scalar(&note.text, &note.frontmatter, "type", word)?;
    Ok(Fix::in_note(say!("Set `type` to `{word}`", word), &note.path, edits).of_property("type"))
}

fn set_tags(note: &Note, tags: &[String], title: Said) -> Result<Fix, SpliceError> {
    let tags: Vec<&str> = tags.iter().map(String::as_str).collect();
    let edits = set_list(&note.text, &note.frontmatter, "tags", &tags)?;
    Ok(Fix::in_note(title, &note.path, edits).of_property("tags"))
}

/// The draft with the fixes. If one is impossible, the draft asks for review and says why.
fn with_fixes(draft: Draft, fixes: impl IntoIterator<Item = Result<Fix, SpliceError>>) -> Draft {
    fixes.into_iter().fold(draft, Draft::offer)
}
