//! Signs, blanks and empty items in the list of tags.

use namesake_vault::properties::shattered::is_shattered;
use namesake_vault::properties::tags::has_foreign;
use std::collections::{BTreeMap, BTreeSet};

use crate::{Habitual, Report, Rule};
use namesake_language::{Said, say, translatable, translated};
use namesake_note::finding::{Draft, Fix, Tier};
use namesake_note::note::Note;
use namesake_text::frontmatter::schema::PropertyType;
use namesake_text::frontmatter::{
    Entry, Item, SpliceError, Style, Value, change_items, is_typed, placeholder, set_list,
};
use namesake_text::text::Edit;
use namesake_text::text::mojibake::is_damaged;
use namesake_vault::vault::Vault;

/// The rule.
pub const RULE: Rule = Rule {
    name: "tag-form",
    what: "Writes the tags of a list as Obsidian has them: without `#`, without blanks, no empty items, each once.",
    why: "Obsidian's properties show `#` and blanks as errors, and a search for a tag does not find it.",
    example: "`tags: [\"#pilot\", \" site\", pilot, \"\"]` -> `tags: [\"pilot\", \"site\"]`",
    automatic: "`#` in front, blanks around, empty items, and a tag that is there already letter for letter. A blank \
                inside a tag is asked about, since nothing says whether `project alpha` was to be `project-alpha`, \
                `project_alpha` or two tags; so are `Work` and `work`, which are one tag to Obsidian. What Obsidian \
                takes for no tag at all is reported (`2024`), for `a.b` with the nearest tag. Phrases broken into words \
                (`Blue`, `ocean`, `strategy`) keep each of them.",
    habit: Some(Habitual::Property),
    check,
    ..Rule::FRONTMATTER
};

/// The most questions about one list that get fixes. Each fix is tried on the whole block, which takes time.
const OFFERED: usize = 16;

/// The reading of an item of the list.
enum Reading<'t> {
    /// A tag, without `#` and blanks.
    Tag(&'t str),
    /// Words that Obsidian does not take for a tag, without `#` and blanks, and the reason.
    NoTag(&'t str, &'static str),
    Empty,
    /// Anything else, which this rule leaves alone.
    Other,
}

/// What replaces an item: nothing, another tag, or several.
struct Answer {
    title: Said,
    at: usize,
    tags: Vec<String>,
}

fn check(note: &Note, vault: &Vault, report: &mut Report) {
    for entry in note.frontmatter.single().filter(|entry| is_tags(&entry.key, vault)) {
        match &entry.value {
            _ if placeholder(&entry.value).is_some() => {}
            Value::List { items, .. } => list(&List { note, entry, items }, report),
            Value::Null => commented_out(note, entry, report),
            _ => {}
        }
    }
}

/// Obsidian reads both names in any case.
fn is_tags(key: &str, vault: &Vault) -> bool {
    let named = key.eq_ignore_ascii_case("tags") || key.eq_ignore_ascii_case("tag");
    named && matches!(vault.property_type(key), None | Some(PropertyType::Tags | PropertyType::Multitext))
}

/// `tags: #a #b`: a comment, and to be kept as one.
fn commented_out(note: &Note, entry: &Entry, report: &mut Report) {
    let Some(comment) = note.frontmatter.comments.iter().find(|comment| entry.span.contains(**comment)) else { return };
    let words = note.slice(*comment);
    if words.split_whitespace().all(|word| word.len() > 1 && word.starts_with('#')) {
        let message =
            say!("`{key}` holds nothing: a `#` begins a comment, and `{words}` is one.", key = entry.key, words);
        let draft = Draft::new(Tier::Review, *comment, format!("comment: {words}"), message);
        let mut bare = words.split_whitespace().map(|word| word.trim_start_matches('#'));
        let no_tag = bare.find_map(|tag| Some((tag, fault(tag)?)));
        report.add(match no_tag {
            Some((tag, reason)) => draft.because(say!(
                "Without `#`, `{tag}` is no tag to Obsidian either. {reason}",
                tag,
                reason = translated(reason),
            )),
            None => draft.because(say!("If these are the note's tags, write them without `#`.")),
        });
    }
}

fn list(list: &List, report: &mut Report) {
    let mut changes: Vec<(usize, Option<&str>)> = Vec::new();
    let mut questions = Vec::new();
    let (mut seen, mut folded) = (BTreeSet::new(), BTreeMap::new());
    let is_shattered = is_shattered(&list.items.iter().filter_map(|item| item.value.text()).collect::<Vec<_>>());
    for (at, item) in list.items.iter().enumerate() {
        let text = item.value.text().unwrap_or_default();
        let source = list.note.slice(item.span);
        // The number `1.0` is another value than the text "1.0": such items are compared as they are written.
        let same = |words| if is_typed(words) { source } else { words };
        match reading(item, source) {
            Reading::Other => {}
            Reading::Empty => changes.push((at, None)),
            // A `#` may belong to words that are no tag, so only whole texts are compared.
            Reading::NoTag(..) if !seen.insert(same(text)) => changes.push((at, None)),
            Reading::NoTag(words, reason) => questions.push((list.no_tag(at, words, reason), answers(at, words))),
            Reading::Tag(tag) if !seen.insert(same(tag)) && !is_shattered => changes.push((at, None)),
            Reading::Tag(tag) => {
                if text != tag {
                    changes.push((at, Some(tag)));
                }
                let &mut (first, spelling) = folded.entry(tag.to_lowercase()).or_insert_with(|| (at, tag));
                if first != at && spelling != tag && !is_shattered {
                    questions.push(list.same((first, spelling), (at, tag)));
                }
            }
        }
    }
    if !changes.is_empty() {
        report.add(list.tidied(&changes));
    }
    for (nth, (draft, answers)) in questions.into_iter().enumerate() {
        report.add(if nth < OFFERED { list.offered(draft, answers) } else { draft });
    }
}

fn reading<'t>(item: &'t Item, source: &str) -> Reading<'t> {
    let (text, style) = match &item.value {
        Value::Null if matches!(source, "" | "~") => return Reading::Empty,
        Value::Scalar { text, style } => (text, *style),
        _ => return Reading::Other,
    };
    // A wrong decoding turns `à` into `Ã` and a blank, which belong together.
    let may_be_damaged = text.contains("Ã ") || is_damaged(text);
    if matches!(style, Style::Literal | Style::Folded) || may_be_damaged || placeholder(&item.value).is_some() {
        return Reading::Other;
    }
    let blanks = [' ', '\t', '\n', '\r'];
    let words = text.trim_matches(blanks);
    let tag = words.trim_start_matches('#').trim_start_matches(blanks);
    match fault(tag) {
        _ if words.is_empty() => Reading::Empty,
        _ if tag.is_empty() => Reading::Other,
        Some(reason) => Reading::NoTag(tag, reason),
        None => Reading::Tag(tag),
    }
}

/// Whether the character separates words, so that an item with it is no single tag.
fn is_joint(sign: char) -> bool {
    sign.is_whitespace() || sign == ','
}

/// Why Obsidian takes it for no tag (<https://help.obsidian.md/tags>).
fn fault(tag: &str) -> Option<&'static str> {
    if tag.contains(is_joint) {
        return Some(translatable!(
            "A tag has no blank and no comma; nothing says whether this is one tag or several."
        ));
    }
    if tag.bytes().all(|byte| byte.is_ascii_digit()) {
        return Some(translatable!("Digits alone are no tag; put a letter or a sign such as `_` beside them."));
    }
    has_foreign(tag)
        .then_some(translatable!("A tag holds letters, digits, `_`, `-` and `/`, and no other punctuation."))
}

/// A list of tags.
struct List<'n> {
    note: &'n Note,
    entry: &'n Entry,
    items: &'n [Item],
}

impl List<'_> {
    /// Reports everything certain in one finding.
    fn tidied(&self, changes: &[(usize, Option<&str>)]) -> Draft {
        let key = &self.entry.key;
        let touched: Vec<&str> =
            changes.iter().map(|(at, _)| self.items[*at].value.text().unwrap_or_default()).collect();
        let is_repeated = |(at, new): &(usize, Option<&str>)| {
            new.is_none() && self.items[*at].value.text().is_some_and(|text| !text.trim().is_empty())
        };
        let message = match changes.iter().all(is_repeated) {
            true => say!("`{key}` lists a tag more than once.", key),
            false => say!("`{key}` holds what is no part of a tag.", key),
        };
        let subject = format!("{key}: {}", touched.join(", "));
        let mut draft = Draft::new(Tier::Auto, self.entry.value_span, subject, message);
        for (at, new) in changes {
            let old = self.items[*at].value.text().unwrap_or_default();
            let reason = match new {
                Some(_) if old.trim_start().starts_with('#') => {
                    say!("A `#` in front is no part of a tag in the properties.")
                }
                Some(_) => say!("Blanks around a tag are no part of it."),
                None if old.trim().is_empty() => say!("An empty item is no tag."),
                None => say!("A tag that is listed twice is the same tag."),
            };
            if !draft.evidence.contains(&reason) {
                draft = draft.because(reason);
            }
        }
        draft.offer(self.changed(changes).map(|edits| self.fix(say!("Tidy `{key}`", key), edits)))
    }

    fn no_tag(&self, at: usize, words: &str, reason: &'static str) -> Draft {
        let subject = format!("{}: {words}", self.entry.key);
        let message = say!("`{words}` is no tag to Obsidian.", words);
        Draft::new(Tier::Review, self.items[at].span, subject, message).because(translated(reason))
    }

    /// Reports two spellings of one tag, each with the item's number.
    fn same(&self, (first, old): (usize, &str), (second, new): (usize, &str)) -> (Draft, Vec<Answer>) {
        let subject = format!("{}: {old} = {new}", self.entry.key);
        let message = say!("`{old}` and `{new}` are one tag to Obsidian.", old, new);
        let keep = |kept: &str, at: usize| Answer { title: say!("Keep `{kept}`", kept), at, tags: Vec::new() };
        let draft = Draft::new(Tier::Review, self.items[second].span, subject, message);
        (draft.because(say!("They differ in capitals alone.")), vec![keep(old, second), keep(new, first)])
    }

    fn offered(&self, mut draft: Draft, answers: Vec<Answer>) -> Draft {
        for Answer { title, at, tags } in answers {
            let edits = match tags.as_slice() {
                [] => self.changed(&[(at, None)]),
                [tag] => self.changed(&[(at, Some(tag))]),
                _ => self.split(at, &tags),
            };
            match edits {
                Ok(edits) => draft = draft.fix(self.fix(title, edits)),
                Err(error) => return draft.because(Said::verbatim(error.to_string())),
            }
        }
        draft
    }

    fn changed(&self, changes: &[(usize, Option<&str>)]) -> Result<Vec<Edit>, SpliceError> {
        change_items(&self.note.text, &self.note.frontmatter, &self.entry.key, changes)
    }

    /// The fix that puts several tags in place of one.
    fn split(&self, at: usize, tags: &[String]) -> Result<Vec<Edit>, SpliceError> {
        let mut values: Vec<&str> = Vec::new();
        for (nth, item) in self.items.iter().enumerate() {
            if nth == at {
                values.extend(tags.iter().map(String::as_str));
            } else {
                values.push(item.value.text().ok_or_else(|| SpliceError::Form(self.entry.key.clone()))?);
            }
        }
        set_list(&self.note.text, &self.note.frontmatter, &self.entry.key, &values)
    }

    fn fix(&self, title: Said, edits: Vec<Edit>) -> Fix {
        Fix::in_note(title, &self.note.path, edits).of_property(&self.entry.key)
    }
}

/// The tag with a hyphen in place of dots and the like: `v1.0` becomes `v1-0`. Other signs say something, as in `c++`.
fn joined(words: &str) -> Option<String> {
    const PLAIN: [char; 5] = ['.', ':', ';', '(', ')'];
    let part = |part: &str| part.split(PLAIN).filter(|piece| !piece.is_empty()).collect::<Vec<_>>().join("-");
    let tag = words.split('/').map(part).collect::<Vec<_>>().join("/");
    (tag != words && fault(&tag).is_none() && tag.contains(char::is_alphanumeric)).then_some(tag)
}

/// The tags that an item of several words may mean, the likeliest first. A comma, or a `#` before a later word, says that
/// they are several tags.
fn answers(at: usize, words: &str) -> Vec<Answer> {
    let write = |tag: String| Answer { title: say!("Write `{value}`", value = tag), at, tags: vec![tag] };
    if !words.contains(is_joint) {
        return joined(words).map(write).into_iter().collect();
    }
    let tags = words.split(is_joint).map(|tag| tag.trim_start_matches('#'));
    // A dash that was to begin the next item is no part of a tag.
    let tags = tags.filter(|tag| tag.contains(char::is_alphanumeric));
    let tags: Vec<String> = tags.map(str::to_owned).collect();
    match tags.as_slice() {
        [] => Vec::new(),
        [tag] => vec![write(tag.clone())],
        _ => {
            let joined = if words.contains([',', '#']) { Vec::new() } else { vec![tags.join("-"), tags.join("_")] };
            let title = say!("Write several tags: {tags}", tags = tags.join(", "));
            let several = Answer { title, at, tags };
            joined.into_iter().map(write).chain([several]).collect()
        }
    }
}
