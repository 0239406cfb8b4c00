//! Owners as people write them into tasks: every place in a text that may name an owner. Whom it names, and whether it
//! names anyone, is left to the resolver.

mod closing;
mod helpers;
mod markup;
mod names;
mod opening;
mod owner;
mod people;
mod trailing_owners;

use namesake_text::text::Span;

use super::js::{self, Bytes};
use super::marks::{LOUD, mark};
use super::task::Task;
use owner::is_free;

pub use names::{is_mostly_nobody, name_ends};
pub use owner::{Form, Owner, Reading};
pub use trailing_owners::TrailingOwners;

impl<'a> Task<'a> {
    /// The owners written in the text, their spans in bytes of the line.
    pub fn owners(&self) -> Vec<Owner<'a>> {
        let text = self.description_span.of(self.line);
        find(text).into_iter().map(|owner| owner.shifted(self.description_span.start)).collect()
    }

    /// The names at the end of what stands behind byte `from` of the line, set off by a sign or by words that begin a part of
    /// their own: `… → Rob`, `… (Rob)`, “…, assigned to Rob”.
    pub fn closing_names(&self, from: usize) -> Vec<Owner<'a>> {
        let behind = Span::new(from, self.description_span.end.max(from)).of(self.line);
        closing::set_off(behind).into_iter().map(|owner| owner.shifted(from)).collect()
    }

    /// Those of its `owners` that stand behind fields of the line and hide these from the Tasks plugin, and where they
    /// would not.
    pub fn trailing_owners(&self, owners: &[Owner]) -> Option<TrailingOwners> {
        TrailingOwners::find(self, owners)
    }
}

/// A name as a handle is written: its letters and digits alone.
pub fn as_handle(name: &str) -> String {
    name.chars().filter(|c| c.is_alphanumeric()).collect()
}

/// Words that say an owner follows, before `:` or as the key of an inline field, in any case.
#[rustfmt::skip]
const LABELS: &[&str] = &[
    "owner", "owners", "assignee", "assignees", "assigned", "assigned to", "responsible", "dri", "resp", "resp.",
    "responsable", "responsables", "pilote", "porteur", "attribué à", "asignado a", "encargado", "encargada", "responsável", "atribuído a",
    "responsabile", "assegnato a", "verantwortlich", "zuständig", "zugewiesen an", "verantwoordelijk", "verantwoordelijke",
    "toegewezen aan", "who", "wer", "qui", "quién", "quem", "chi", "kto", "assign", "odpowiedzialny", "odpowiedzialna", "osoba odpowiedzialna",
];

/// Words that say in brackets or at the end that an owner follows.
#[rustfmt::skip]
const LEADS: &[&str] = &[
    "assigned to ", "owned by ", "zuständig ", "zugewiesen an ", "übernimmt ", "attribué à ", "confié à ", "a cargo de ",
    "asignado a ", "a cura di ", "in carico a ", "assegnato a ", "a cargo da ", "a cargo do ", "atribuído a ", "toegewezen aan ",
    "opgepakt door ", "odpowiada ", "przypisane do ", "a carico di ", "in capo a ", "affidato a ", "à la charge de ", "pris en charge par ",
    "por conta de ", "assumido por ", "po stronie ", "taken by ", "to be done by ", "liegt bei ", "wird erledigt von ",
];

/// Every written owner has one of these signs.
static SIGNS: Bytes = Bytes::only(b"@[(:");

/// Where the next of [`SIGNS`] stands.
fn next_sign(text: &str) -> Option<usize> {
    text.bytes().position(|byte| SIGNS.has(byte))
}

/// The owners written in a text, in its order, their spans in bytes of it and never overlapping. Text in code, links'
/// addresses, HTML and comments is not read.
pub fn find(text: &str) -> Vec<Owner<'_>> {
    if next_sign(text).is_none() && !opening::is_possible(text) && !closing::is_possible(text) {
        return Vec::new();
    }
    let markup = markup::ranges(text);
    let mut skip = markup.iter().copied().peekable();
    let mut owners: Vec<Owner> = Vec::new();
    let mut at = 0;
    while let Some(step) = next_sign(&text[at..]) {
        at += step;
        while skip.next_if(|range| range.end <= at).is_some() {}
        if let Some(range) = skip.peek().filter(|range| range.start <= at) {
            at = range.end;
            continue;
        }
        let found = match &text[at..=at] {
            "@" => at_name(text, at),
            ":" => label(text, at),
            _ => field(text, at).or_else(|| bracketed_label(text, at)).or_else(|| link(text, at)),
        };
        // `@Owner: Rob`: a word that is part of a name is no label.
        let taken = owners.last().map_or(0, |owner| owner.span.end);
        let found = found.filter(|found| found.first().is_none_or(|first| first.span.start >= taken));
        at = found.as_ref().and_then(|found| found.last()).map_or(at + 1, |last| last.span.end.max(at + 1));
        owners.extend(found.into_iter().flatten());
    }
    let last = parenthesis(text, &owners, &markup).unwrap_or_default();
    let first = opening::find(text, &owners, &markup);
    owners.extend(last);
    owners.extend(first);
    if owners.iter().all(|owner| is_verb_in_front(text, owner)) {
        let last = closing::find(text, &owners, &markup);
        owners.extend(last);
    }
    owners.retain(|owner| !helpers::is_helper(text, owner.span));
    owners.sort_by_key(|a| a.span);
    let first = owners.first().map_or(0, |owner| owner.span.end);
    owners.retain(|owner| owner.span.start < first || !is_mentioned(text, first, owner));
    owners
}

/// Whether a mention behind the first owner, which ends at byte `first`, is whom something is done to or with: “@ilse to send
/// it to @tomas”. In “@ilse with @tomas” both do it.
fn is_mentioned(text: &str, first: usize, owner: &Owner) -> bool {
    let before = text[first..owner.span.start].to_lowercase();
    let mut words = before.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    let (last, is_first) = (words.next_back().unwrap_or_default(), words.next().is_none());
    let is_with = || OBJECTS.iter().any(|word| word.trim_end() == last);
    matches!(owner.form, Form::At | Form::Handle)
        && before.ends_with(' ')
        && (is_with() && !is_first || CONTACTS.contains(&last))
}

/// Whether a word in front that “to” follows may be a verb: “Write to the landlord”.
fn is_verb_in_front(text: &str, owner: &Owner) -> bool {
    owner.form == Form::Words && !owner.name.contains(' ') && text[owner.span.end..].starts_with(" to ")
}

/// `@` and name words, or a link; not in the middle of a word, an address or a path.
fn at_name(text: &str, at: usize) -> Option<Vec<Owner<'_>>> {
    // `_@Rob_` is slanted, `a_@b` is one word.
    let before = text[..at].trim_end_matches('_').chars().next_back();
    if before.is_some_and(|c| c.is_alphanumeric() || "@/\\.+-=&%#".contains(c)) {
        return None;
    }
    let first = people::at(text, at).or_else(|| people::link(text, at))?;
    if let Some(first) = set_in_code(text, &first) {
        return Some(vec![first]);
    }
    let mut owners = vec![first];
    people::joined(text, &mut owners);
    Some(owners)
}

/// A mention that is a code span of its own, which goes with its marks.
fn set_in_code<'a>(text: &'a str, owner: &Owner<'a>) -> Option<Owner<'a>> {
    let is_code = text[..owner.span.start].ends_with('`') && text[owner.span.end..].starts_with('`');
    let span = is_code.then(|| Span::new(owner.span.start - 1, owner.span.end + 1))?;
    Some(Owner { span, ..owner.clone() })
}

fn link(text: &str, at: usize) -> Option<Vec<Owner<'_>>> {
    let is_embed = text[..at].ends_with('!');
    let owner = people::link(text, at).filter(|_| !is_embed)?;
    // “Order to [[Mara]]: send it”
    let is_told = text[owner.span.end..].trim_start_matches(['*', '_']).starts_with(':');
    // “Action item to [[Mara]]” is hers.
    (is_told || !is_object(&text[..at]) || mark(text) == Some(at)).then(|| vec![owner])
}

/// Whether whoever is linked behind `before` is whom something is done to or with, and not who has to do it: “Send the lease
/// to [[Mara]]”, “Call [[Mara]] about the key”.
fn is_object(before: &str) -> bool {
    let before = before.trim_end_matches(['*', '_', '"', '“']);
    let small = before.to_lowercase();
    let is_told = || ["ed to ", "fällt an ", "geht an ", "goes to "].iter().any(|told| small.ends_with(told));
    let is_with = || OBJECTS.iter().any(|word| small.strip_suffix(word).is_some_and(|rest| rest.ends_with(' ')));
    let verb = small.trim_start_matches(|c: char| !c.is_alphabetic()).strip_suffix(' ').unwrap_or_default();
    CONTACTS.contains(&verb) || is_with() && !is_told() && !LEADS.iter().any(|lead| small.ends_with(lead))
}

/// Words before whom something is done to or with.
#[rustfmt::skip]
const OBJECTS: &[&str] = &[
    "to ", "with ", "about ", "mit ", "an ", "bei ", "über ", "avec ", "à ", "con ", "com ", "met ", "aan ", "z ", "ze ", "till ", "med ",
];

/// Verbs in front of whom something is done to.
#[rustfmt::skip]
const CONTACTS: &[&str] = &[
    "call", "email", "e-mail", "mail", "text", "message", "ping", "phone", "ring", "ask", "tell", "meet", "invite", "remind", "contact",
    "thank", "pay", "help", "brief", "update", "chase", "write", "interview", "inform", "introduce",
    "appeler", "contacter", "relancer", "inviter", "llamar", "contactar", "ligar", "chiamare", "contattare", "bel", "mail", "zadzwoń",
];

/// `Owner: Rob Benoit, @Mara and [[Jürgen Kaspar]]`, the label bold or not; the colon stands at byte `at`.
fn label(text: &str, at: usize) -> Option<Vec<Owner<'_>>> {
    // French has a blank before the colon.
    let before = text[..at].trim_end_matches(['*', '_', ' ', '\u{a0}', '\u{202f}']);
    let start = LABELS.iter().find_map(|label| {
        let start = before.len().checked_sub(label.len())?;
        let is_label = before.get(start..)?.eq_ignore_ascii_case(label);
        let is_word = text[..start].chars().next_back().is_none_or(|c| !c.is_alphanumeric());
        (is_label && is_word).then_some(start)
    })?;
    if is_nobody(&text[at + 1..]) {
        return None;
    }
    let mut owners = people::list(text, at + 1).owners;
    // `Owner: Mara, Due: Friday`
    owners.retain(|owner| !text[owner.span.end..].trim_start_matches(['*', '_']).starts_with(':'));
    let Some(first) = owners.first_mut() else { return people::handle(text, at + 1).map(|owner| vec![owner]) };
    first.span.start = start;
    for owner in &mut owners {
        owner.form = Form::Label;
    }
    Some(owners)
}

/// Whether a label says that there is no owner: `Owner: N/A`.
fn is_nobody(value: &str) -> bool {
    let value = value.trim_start_matches(['*', '_', ' ']).to_ascii_lowercase();
    ["n/a", "n.a.", "tbd", "tbc", "none", "-", "?", "unassigned", "open"]
        .iter()
        .any(|word| value.strip_prefix(word).is_some_and(|rest| !rest.starts_with(char::is_alphanumeric)))
}

/// `[assignee] Rob Benoit`; the bracket stands at byte `at`.
fn bracketed_label(text: &str, at: usize) -> Option<Vec<Owner<'_>>> {
    let (key, value) = text[at..].strip_prefix('[')?.split_once("] ")?;
    if !LABELS.iter().any(|label| key.eq_ignore_ascii_case(label)) || is_nobody(value) {
        return None;
    }
    let mut owners = people::list(text, text.len() - value.len()).owners;
    for owner in &mut owners {
        owner.form = Form::Label;
    }
    (!owners.is_empty()).then_some(owners)
}

/// `[owner:: Rob Benoit]`; the bracket stands at byte `at`.
fn field(text: &str, at: usize) -> Option<Vec<Owner<'_>>> {
    let close = if text[at..].starts_with('[') { ']' } else { ')' };
    let inner = &text[at + 1..];
    let key = &inner[..inner.find(|c: char| c != ' ' && !c.is_ascii_alphabetic())?];
    if !inner[key.len()..].starts_with("::") || !LABELS.iter().any(|label| key.trim().eq_ignore_ascii_case(label)) {
        return None;
    }
    let start = at + 1 + key.len() + 2;
    let value = &text[start..start + people::value_len(&text[start..], close)?];
    let mut owners = people::split(text, Span::new(start, start + value.len()));
    if let [only] = owners.as_mut_slice() {
        only.span = Span::new(at, start + value.len() + 1);
    }
    for owner in &mut owners {
        owner.form = Form::Field;
    }
    Some(owners)
}

/// `(Rob Benoit)` or `(Mara, Rob)` at the end. After it may stand tags, other owners, dates and what is left of
/// emoji, but no word.
fn parenthesis<'a>(text: &'a str, owners: &[Owner], markup: &[Span]) -> Option<Vec<Owner<'a>>> {
    let open = text.rfind('(')?;
    let end = open + text[open..].find(')')? + 1;
    let whole = Span::new(open, end);
    let starts = text[..open].trim_end_matches(['*', '_']).chars().next_back().is_none_or(js::is_space);
    if !starts || !is_free(whole, owners, markup) || !is_wordless(text, end, owners) {
        return None;
    }
    let inner = &text[open + 1..end];
    // `(TODO Mara)`
    let loud = LOUD.iter().find(|mark| inner.strip_prefix(**mark).is_some_and(|rest| rest.starts_with(' ')));
    let lead = LEADS.iter().find(|lead| inner.starts_with(**lead)).map_or(0, |lead| lead.len());
    let lead = loud.map_or(lead, |mark| mark.len() + 1);
    let people::List { mut owners, end: read } = people::list(text, open + 1 + lead);
    let is_filled = text.get(read..end - 1).is_some_and(|left| people::signs(left) == left.len());
    if !is_filled || owners.iter().any(|owner| !names::is_name_alone(owner.name)) {
        return None;
    }
    if let [only] = owners.as_mut_slice() {
        let is_bare =
            text[open + 1 + lead..only.span.start].trim().is_empty() && text[only.span.end..end - 1].trim().is_empty();
        only.span = if is_bare { whole } else { only.span };
    }
    for owner in &mut owners {
        owner.form = Form::Parenthesis;
    }
    Some(owners)
}

/// Whether no two ASCII letters stand together after byte `from`, tags and owners aside.
fn is_wordless(text: &str, from: usize, owners: &[Owner]) -> bool {
    let mut at = from;
    let mut pieces = Vec::new();
    for owner in owners.iter().filter(|owner| owner.span.start >= from) {
        pieces.push(&text[at..owner.span.start]);
        at = owner.span.end;
    }
    pieces.push(&text[at..]);
    let words = pieces.iter().flat_map(|piece| piece.split_whitespace()).filter(|word| !word.starts_with('#'));
    !words.flat_map(|word| word.as_bytes().windows(2)).any(|pair| pair.iter().all(u8::is_ascii_alphabetic))
}

#[cfg(test)]
mod tests;
