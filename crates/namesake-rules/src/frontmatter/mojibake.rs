//! Text that went through a wrong decoding.

use crate::{Report, Rule};
use namesake_language::{Said, say, translated};
use namesake_note::finding::{Draft, Fix, Tier};
use namesake_note::note::{Note, lines};
use namesake_text::frontmatter::{Declared, Entry, Frontmatter, set_scalar};
use namesake_text::text::mojibake::{Repair, Sureness, decode, is_suspect, repairs};
use namesake_text::text::{Edit, LineNumbers, Span, apply};
use namesake_vault::properties::mojibake_places as places;
use namesake_vault::properties::mojibake_scalars::{self as scalars, Damage};
use namesake_vault::vault::Vault;

/// The rule.
pub const RULE: Rule = Rule {
    name: "mojibake",
    what: "Decodes text that was UTF-8 and was read as Windows-1252, in properties and in the body outside code.",
    why: "`ðŸ“…` is no due date to the Tasks plugin, and `JÃ¼rgen` is nobody's name.",
    example: "`ðŸ“… 2025-11-15` -> `📅 2025-11-15`",
    automatic: "Where every byte is still there, so that only one reading is possible. Where a byte is lost \
                (`â«` was probably ⏫) or the signs could be meant, the repair is offered with what it assumes. \
                Names of properties and fields are only reported, since queries use them.",
    reads_broken: true,
    check,
    ..Rule::FRONTMATTER
};

fn check(note: &Note, vault: &Vault, report: &mut Report) {
    if note.frontmatter.error.is_some() {
        broken(note, report);
        return;
    }
    if !may_be_damaged(note) {
        return;
    }
    for entry in note.frontmatter.single() {
        property(note, entry, report);
    }
    for line in lines(&note.text, Span::new(note.frontmatter.fence.body(), note.text.len())) {
        let found = shifted(repairs(note.slice(line)), line.start);
        let (names, words): (Vec<Repair>, Vec<Repair>) =
            found.partition(|repair| places::is_field_name(note, line, repair));
        let certain = |repair: &&Repair| repair.sure == Sureness::Exact && places::is_prose(note, vault, repair);
        for repair in names.iter().filter(certain) {
            name(note, report, repair.span, around(note, line, repair.span, 0));
        }
        let words = words.into_iter().filter(|repair| places::is_prose(note, vault, repair)).collect();
        Place { note, whole: line, property: None }.report(words, report);
    }
    for (span, mended) in places::addresses(note, vault) {
        let address = note.slice(span);
        let message = say!("An address was decoded wrongly: “{address}” is “{mended}”.", address, mended);
        let draft = Draft::new(Tier::Auto, span, format!("exact: {address}"), message)
            .because(say!("The note that it names so does not exist, and the one of the decoded name does."));
        report.add(draft.fix(Fix::in_note(decode_it(), &note.path, vec![Edit::replace(span, mended)])));
    }
}

/// A quick test that most notes pass: damage shows in the text, or is written in escapes, which only properties and
/// addresses have.
fn may_be_damaged(note: &Note) -> bool {
    let (head, body) = note.text.split_at(note.frontmatter.fence.body());
    is_suspect(&note.text) || head.contains('\\') || body.contains('%')
}

/// Offers to decode a block that damage has made unreadable: the damage contains control characters, which YAML forbids.
fn broken(note: &Note, report: &mut Report) {
    let Some(block) = note.frontmatter.fence.block() else { return };
    let found: Vec<Repair> = shifted(repairs(note.slice(block.yaml)), block.yaml.start)
        .filter(|repair| repair.sure == Sureness::Exact && note.slice(repair.span).contains(char::is_control))
        .collect();
    let edits: Vec<Edit> = found.iter().map(|repair| Edit::replace(repair.span, &repair.text)).collect();
    let readable = apply(&note.text[..block.body()], &edits).is_ok_and(|head| Frontmatter::read(&head).is_valid());
    if found.is_empty() || !readable {
        return;
    }
    let mut numbers = LineNumbers::new(&note.text);
    let mut lines: Vec<usize> = found.iter().map(|repair| numbers.at(repair.span.start)).collect();
    lines.dedup();
    let place = Place { note, whole: block.yaml, property: None };
    let message = say!(
        "Text was decoded wrongly, and what is left of it breaks the properties: {words}.",
        words = place.shown(&found),
    );
    let draft = Draft::new(Tier::Review, whole(&found), place.subject("broken", &found), message)
        .because(say!("YAML allows no control characters; with these decoded the properties can be read."));
    report.add(draft.fix(Fix::in_note(decode_it(), &note.path, edits).declaring(Declared::Lines(lines))));
}

fn shifted(repairs: Vec<Repair>, by: usize) -> impl Iterator<Item = Repair> {
    repairs.into_iter().map(move |repair| Repair { span: repair.span.shifted(by), ..repair })
}

fn property(note: &Note, entry: &Entry, report: &mut Report) {
    for (span, key) in scalars::names(entry) {
        if decode(key).is_some() {
            name(note, report, span, key);
        }
    }
    let damage = scalars::damage(note, entry);
    if damage.is_empty() {
        return;
    }
    match scalars::repairs(note, entry) {
        Some(found) => Place { note, whole: entry.value_span, property: Some(&entry.key) }.report(found, report),
        None => rewritten(note, entry, &damage, report),
    }
}

/// Reports damage that is written in escapes or spans lines. The fix writes the whole value anew.
fn rewritten(note: &Note, entry: &Entry, damage: &[Damage], report: &mut Report) {
    let shown = damage.iter().map(|Damage { left, mended }| match mended {
        Some(mended) => replaced(left, mended),
        None => say!("“{left}”", left),
    });
    let words = shown.map(String::from).collect::<Vec<_>>().join(", ");
    let message = say!("Text in the property `{key}` was decoded wrongly: {words}.", key = entry.key, words);
    let subject = damage.iter().map(|Damage { left, mended }| match mended {
        Some(mended) => format!(" “{left}” is “{mended}”"),
        None => format!(" “{left}”"),
    });
    let subject = format!("exact: {}{}", entry.key, subject.collect::<String>());
    let mended = entry.value.text().and_then(decode);
    let edits = mended.map(|text| set_scalar(&note.text, &note.frontmatter, &entry.key, &text));
    let draft = |tier| Draft::new(tier, entry.value_span, subject, message);
    report.add(match edits {
        Some(Ok(edits)) => {
            let fix = Fix::in_note(decode_it(), &note.path, edits).of_property(&entry.key);
            draft(Tier::Auto).because(say!("Read as Windows-1252 bytes these signs are valid UTF-8.")).fix(fix)
        }
        Some(Err(error)) => draft(Tier::Review).because(say!("It has to be mended by hand: {error}.", error)),
        None => draft(Tier::Review).because(say!("It is written in a form that has to be mended by hand.")),
    });
}

/// Reports a damaged name without a fix, because links and queries use the name.
fn name(note: &Note, report: &mut Report, span: Span, name: &str) {
    let decoded = decode(name).unwrap_or_default();
    let message =
        say!("The name “{name}” was decoded wrongly: “{decoded}”. Rename it where you use it, too.", name, decoded);
    let draft = Draft::new(Tier::Review, span, format!("name: {}", note.slice(span)), message);
    report.add(draft.because(say!("Queries and other notes may call it by the damaged name, so it is left as it is.")));
}

/// A property's value or a line of the body that is damaged.
struct Place<'n> {
    note: &'n Note,
    whole: Span,
    property: Option<&'n str>,
}

impl Place<'_> {
    /// Reports the repairs: all certain ones in one finding, letters of another script in one, and each lost byte in one.
    fn report(&self, found: Vec<Repair>, report: &mut Report) {
        let (exact, doubtful): (Vec<Repair>, Vec<Repair>) =
            found.into_iter().partition(|repair| repair.sure == Sureness::Exact);
        if !exact.is_empty() {
            let message = say!("Text was decoded wrongly: {words}.", words = self.shown(&exact));
            let proof = say!("Read as Windows-1252 bytes these signs are valid UTF-8, and nothing was lost.");
            let draft = Draft::new(Tier::Auto, whole(&exact), self.subject("exact", &exact), message).because(proof);
            report.add(draft.fix(self.fix(&exact)));
        }
        let group = |a: &Repair, b: &Repair| matches!(a.sure, Sureness::Likely { .. }) && a.sure == b.sure;
        for repairs in doubtful.chunk_by(group) {
            report.add(self.doubtful(repairs));
        }
    }

    fn doubtful(&self, repairs: &[Repair]) -> Draft {
        let draft = |kind, message| Draft::new(Tier::Review, whole(repairs), self.subject(kind, repairs), message);
        match repairs[0].sure {
            Sureness::Likely { assumed } => {
                let message = say!("Text may have been decoded wrongly: {words}?", words = self.shown(repairs));
                draft("likely", message).because(translated(assumed)).fix(self.fix(repairs))
            }
            Sureness::Lossy { assumed } => {
                let message = say!("A sign lost a byte in a wrong decoding: {words}?", words = self.shown(repairs));
                draft("lossy", message).because(translated(assumed)).fix(self.fix(repairs))
            }
            Sureness::Exact | Sureness::Lost => {
                let left = self.note.slice(repairs[0].span);
                let message = say!("Bytes were lost in a wrong decoding: “{left}” cannot be told any more.", left);
                draft("lost", message).because(say!("More than one text fits what is left of it; write it anew."))
            }
        }
    }

    fn fix(&self, repairs: &[Repair]) -> Fix {
        let edits = repairs.iter().map(|repair| Edit::replace(repair.span, &repair.text)).collect();
        let fix = Fix::in_note(decode_it(), &self.note.path, edits);
        match self.property {
            Some(key) => fix.of_property(key),
            None => fix,
        }
    }

    fn shown(&self, repairs: &[Repair]) -> String {
        let shown = |repair: &Repair| replaced(self.note.slice(repair.span), &repair.text).into();
        repairs.iter().map(shown).collect::<Vec<String>>().join(", ")
    }

    /// The subject of a finding: the damaged words, which stay the same while the rest of the line changes. Single signs
    /// look alike all over a note, so the words beside them are part of it; these are decoded, so that a repair of them does
    /// not change the subject.
    fn subject(&self, kind: &str, repairs: &[Repair]) -> String {
        let mut subject = format!("{kind}: {}", self.property.unwrap_or_default());
        for repair in repairs {
            let word = around(self.note, self.whole, repair.span, 0);
            subject = format!("{subject} {word}");
            if !repair.text.contains(char::is_alphanumeric) {
                let beside = around(self.note, self.whole, repair.span, 1);
                subject = format!("{subject} ({})", decode(beside).as_deref().unwrap_or(beside));
            }
        }
        subject
    }
}

fn decode_it() -> Said {
    say!("Decode it")
}

fn replaced(left: &str, mended: &str) -> Said {
    say!("“{left}” is “{mended}”", left, mended)
}

fn whole(repairs: &[Repair]) -> Span {
    Span::new(repairs[0].span.start, repairs[repairs.len() - 1].span.end)
}

/// How many bytes around a place are searched for words, so that the time grows only with the length of a line.
const REACH: usize = 80;

/// The word that `span` stands in, and `more` words with a letter or digit of ASCII on both sides.
fn around(note: &Note, whole: Span, span: Span, more: usize) -> &str {
    let text = &note.text;
    let from = text.ceil_char_boundary(span.start.saturating_sub(REACH)).max(whole.start).min(span.start);
    let to = text.floor_char_boundary((span.end + REACH).min(text.len())).min(whole.end).max(span.end);
    let is_word = |word: &&str| word.contains(|c: char| c.is_ascii_alphanumeric());
    let length = |words: &mut dyn Iterator<Item = &str>, all: &str, towards_end: bool| {
        let first = words.next().unwrap_or_default();
        let last = words.filter(is_word).take(more).last().unwrap_or(first);
        let at = last.as_ptr() as usize - all.as_ptr() as usize;
        if towards_end { at + last.len() } else { at }
    };
    let (before, after) = (&text[from..span.start], &text[span.end..to]);
    let start = from + length(&mut before.rsplit(char::is_whitespace), before, false);
    let end = span.end + length(&mut after.split(char::is_whitespace), after, true);
    text[start..end].trim()
}
