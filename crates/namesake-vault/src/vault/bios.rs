//! What source notes say about a person: a bio, a speaker's page, a signature. Each is known by the last word of the name
//! it is called by, and found again from the person's names; whom it means is asked of the names engine.

use std::collections::{BTreeMap, BTreeSet};

use super::reach::ContactDetails;
use super::{Vault, iso_day, named_day};
use crate::note::{Note, lines};
use crate::word_list::WordList;
use namesake_names::{Question, fold};
use namesake_text::path::NotePath;
use namesake_text::text::{Span, plain};

/// A source note about somebody.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Bio {
    /// The name that it is called by.
    pub name: String,
    /// What the person is, in its words.
    pub role: Option<String>,
    /// Where.
    pub company: Option<String>,
    /// How they are reached.
    pub reach: ContactDetails,
    /// The day it is of, as an ISO date, if it says so.
    pub day: Option<String>,
}

/// What people are: the word that a role ends with or is built around, in lower case.
pub static ROLES: WordList = WordList::new(
    "\
    accountant adviser advisor analyst architect assistant associate auditor board buyer captain ceo cfo chair chairman \
    chairwoman chemist chief cio ciso clerk cmo consultant controller coo coordinator counsel cto curator designer \
    developer director editor engineer evangelist executive expert fellow foreman founder fitter geschäftsführer head \
    inspector intern lawyer lead leader leiter leiterin librarian manager managing marketer nurse officer operator owner \
    partner physician planner president principal producer professor programmer recruiter representative researcher \
    scientist secretary specialist steward strategist superintendent supervisor surgeon teacher technician technologist trainer \
    treasurer vp writer",
);

/// Lines of a note that are looked at for such words: what somebody is stands at the beginning.
const MOST_LINES: usize = 100;
/// Bytes of a line that are looked at.
const MOST_BYTES: usize = 2_000;

impl Bio {
    /// Reads a source note; `None` where it is called by nobody's name or says nothing of what they are and how to reach
    /// them.
    pub(super) fn of(note: &Note) -> Option<Self> {
        let fm = &note.frontmatter;
        let heading = || note.body().sections.first().map(|section| section.title.as_str());
        let name =
            fm.text("title").into_iter().chain([note.path.stem()]).chain(heading()).find(|name| is_full_name(name))?;
        let property =
            |keys: &[&str]| keys.iter().find_map(|key| fm.text(key)).map(plain).filter(|text| !text.is_empty());
        let text = prose(note);
        let (said, at) = said(&text, name).unwrap_or_default();
        // In a sentence a role is written small, in a table as a name is.
        let role = property(&["role", "job_title", "position"]).or_else(|| capital(&said));
        let company = property(&["company", "organisation", "organization", "employer"]).or(at);
        let stated = ContactDetails {
            mail: property(&["email", "e-mail", "mail"]),
            phone: property(&["phone", "mobile", "telephone"]),
            linkedin: property(&["linkedin"]),
            location: property(&["location", "city"]),
        };
        let reach = stated.or(ContactDetails::of(&plain(&text)));
        if role.is_none() && company.is_none() && reach.is_none() {
            return None;
        }
        let day = ["updated", "modified", "date", "published", "created"].iter().find_map(|key| iso_day(fm.text(key)?));
        let day = day.or_else(|| named_day(&note.path));
        Some(Self { name: name.trim().to_owned(), role, company, reach, day })
    }

    fn key(&self) -> String {
        last_word(&self.name)
    }
}

/// `words` with a capital letter in front; `None` if there are none.
fn capital(words: &str) -> Option<String> {
    let mut letters = words.chars();
    let first = letters.next()?;
    Some(first.to_uppercase().chain(letters).collect())
}

fn last_word(name: &str) -> String {
    fold(name.split_whitespace().next_back().unwrap_or_default())
}

/// Two to five words, each of which could belong to a name.
fn is_full_name(text: &str) -> bool {
    let is_part = |c: char| c.is_alphabetic() || "'’.-".contains(c);
    let count = text.split_whitespace().count();
    let fits = |word: &str| word.chars().all(is_part) && word.chars().any(char::is_alphabetic);
    (2..=5).contains(&count)
        && text.split_whitespace().all(fits)
        && text.trim().starts_with(char::is_uppercase)
        && text.split_whitespace().next_back().is_some_and(|word| word.starts_with(char::is_uppercase))
}

/// The first lines of the note, a paragraph a line, without headings, tables and code.
fn prose(note: &Note) -> String {
    let body = Span::new(note.frontmatter.fence.body(), note.text.len());
    let mut text = String::new();
    for line in lines(&note.text, body).take(MOST_LINES) {
        let words = note.slice(line);
        let is_prose = !words.trim_start().starts_with(['#', '|', '<']) && !note.body().is_opaque_at(line.start);
        match is_prose && words.len() <= MOST_BYTES && !words.trim().is_empty() {
            // A sentence goes on over the end of a line.
            true => text.push_str(words.trim()),
            false => text.push('\n'),
        }
        text.push(' ');
    }
    text
}

/// What a text says its person is, and where, by the first sentence that does.
fn said(text: &str, name: &str) -> Option<(String, Option<String>)> {
    let text = plain_links(text);
    text.split('\n').flat_map(|paragraph| paragraph.split_inclusive(". ")).find_map(|sentence| role_in(sentence, name))
}

/// `[words](address)`, `[words][id]` and `[words][]` as their words.
fn plain_links(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(open) = rest.find('[').filter(|open| !rest[*open..].starts_with("[[")) {
        let inner = &rest[open + 1..];
        let close = inner.find(']').filter(|close| inner[close + 1..].starts_with(['(', '[']));
        out.push_str(&rest[..open]);
        let Some(close) = close else {
            out.push('[');
            rest = inner;
            continue;
        };
        out.push_str(&inner[..close]);
        let behind = &inner[close + 1..];
        let end = behind.find([')', ']']).map_or(behind.len(), |end| end + 1);
        rest = &behind[end..];
    }
    out.push_str(rest);
    out
}

/// The role and company in a sentence that says what its subject is, which must be the writer or the one called `name`.
pub fn role_in(sentence: &str, name: &str) -> Option<(String, Option<String>)> {
    let sentence = plain(sentence);
    let first = name.split_whitespace().next().unwrap_or(name);
    let subjects = ["I am ", "I'm ", "I’m ", "I work as ", "He is ", "She is ", "They are "];
    let named = [name, first].map(|name| [[name, " is "].concat(), [name, ", "].concat()]).concat();
    let rest = subjects.iter().find_map(|subject| sentence.strip_prefix(subject));
    let rest = rest.or_else(|| named.iter().find_map(|subject| sentence.strip_prefix(subject.as_str())));
    let Some(mut rest) = rest else { return works_as(&sentence, [name, first]) };
    for word in ["currently ", "now ", "today "] {
        rest = rest.strip_prefix(word).unwrap_or(rest);
    }
    let (role, behind) = role(rest)?;
    Some((role.to_owned(), behind.strip_prefix(" at ").and_then(company_in)))
}

/// The role and company in “Rob Benoit joined Lumen Labs in July and works there as head of sales”.
fn works_as(sentence: &str, names: [&str; 2]) -> Option<(String, Option<String>)> {
    let mut subjects = names.into_iter().chain(["I", "He", "She", "They"]);
    let rest = subjects.find_map(|subject| sentence.strip_prefix(subject)?.strip_prefix(' '))?;
    let ways = [" works there as ", " works here as ", " work there as ", " work here as "];
    let (before, told) = match rest.strip_prefix("works as ") {
        Some(told) => ("", told),
        None => ways.iter().find_map(|way| rest.split_once(way))?,
    };
    let (role, behind) = role(told)?;
    let joined = ["joined ", "works at ", "works for ", "work at ", "work for "];
    let company_of = |text: &str| joined.iter().find_map(|verb| text.strip_prefix(verb)).and_then(company_in);
    Some((role.to_owned(), company_of(before).or_else(|| behind.strip_prefix(" at ").and_then(company_in))))
}

/// The role that `rest` begins with, and what follows.
fn role(mut rest: &str) -> Option<(&str, &str)> {
    for word in ["the ", "a ", "an ", "our ", "their "] {
        rest = rest.strip_prefix(word).unwrap_or(rest);
    }
    let ends = [" at ", " with ", " where ", " who ", " which ", " and I ", ", ", "; ", " – ", " (", ". ", ".\n"];
    let end = ends.iter().filter_map(|sign| rest.find(sign)).min().unwrap_or(rest.len());
    let role = rest[..end].trim().trim_end_matches('.');
    let is_role = |word: &str| {
        let word = word.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase();
        ROLES.contains(&word)
    };
    if role.split_whitespace().count() > 9 || !role.split([' ', '-', '/']).any(is_role) {
        return None;
    }
    Some((role, &rest[end..]))
}

/// Words inside the name of a company that are written small.
static SMALL: WordList = WordList::new("of and & de la le du des der und van the y e");

/// Those of them that join two names as well.
const JOINTS: [&str; 3] = ["and", "y", "e"];
/// Words behind the name of a company of which it cannot be the subject.
static BEHIND: WordList = WordList::new("in since from for until as with on where who which");
/// Words inside a name that end in a full stop: `St. Gallen Foods`.
static CUT: WordList = WordList::new("St Ste Mt Ft Dr");

/// The words of a company's name at the beginning of `text`. `None` where it may run on into what somebody else does:
/// “Lumen Labs and Mara Voss is its head”.
pub fn company_in(text: &str) -> Option<String> {
    let text = text.strip_prefix("the ").unwrap_or(text);
    let clause = text.split([',', ';', '(', '\n']).next()?;
    let is_end = |(at, _): &(usize, &str)| !clause[..*at].rsplit(' ').next().is_some_and(|word| CUT.contains(word));
    let end = clause.match_indices(". ").find(is_end).map_or(clause.len(), |(at, _)| at);
    let clause = clause[..end].trim_end_matches(['.', '!', '?']);
    let is_part = |word: &&str| word.starts_with(|c: char| c.is_uppercase() || c.is_numeric()) || SMALL.contains(word);
    let mut words: Vec<&str> = clause.split_whitespace().take_while(is_part).collect();
    let behind = clause.split_whitespace().nth(words.len());
    while words.last().is_some_and(|word| SMALL.contains(word)) {
        words.pop();
    }
    let goes_on = behind.is_some_and(|word| !BEHIND.contains(word)) && words.iter().any(|word| JOINTS.contains(word));
    let is_cut = words.last().is_some_and(|word| CUT.contains(word));
    (words.first()?.starts_with(char::is_uppercase) && !goes_on && !is_cut).then(|| words.join(" "))
}

impl Vault {
    /// What source notes say about the person of the note at `path`, in the order of their paths.
    pub fn bios(&self, path: &NotePath) -> Vec<(&NotePath, &Bio)> {
        let names = self.facts(path).and_then(|facts| facts.person.as_ref()).map(|person| person.names.as_slice());
        let mut keys: Vec<String> = names.unwrap_or_default().iter().map(|name| last_word(name)).collect();
        keys.sort();
        keys.dedup();
        let sources = keys.iter().filter_map(|key| self.bios.get(key)).flatten();
        let sources = sources.filter_map(|source| Some((source, self.facts(source)?.bio.as_ref()?)));
        sources.filter(|(_, bio)| self.person_of(bio).as_ref() == Some(path)).collect()
    }

    /// The likeliest person that a bio is about. Asked without context: a bio has none.
    fn person_of(&self, bio: &Bio) -> Option<NotePath> {
        let answer = self.ask(&Question::person(&bio.name), None);
        let [first, others @ ..] = answer.candidates.as_slice() else { return None };
        let is_alone = others.first().is_none_or(|next| next.p < first.p / 2.0);
        (answer.tier.is_some() && is_alone && !first.misheard).then(|| first.path.clone())
    }

    /// The person that the source note at `path` is about.
    pub(super) fn told_of(&self, path: &NotePath) -> Option<NotePath> {
        self.person_of(self.facts(path)?.bio.as_ref()?)
    }

    /// Takes a note's bio in.
    pub(super) fn learn_bio(&mut self, path: &NotePath, bio: Option<&Bio>) {
        if let Some(bio) = bio {
            self.bios.entry(bio.key()).or_default().insert(path.clone());
        }
    }

    /// Forgets it.
    pub(super) fn forget_bio(&mut self, path: &NotePath) {
        let key = self.facts(path).and_then(|facts| facts.bio.as_ref()).map(Bio::key);
        if let Some(key) = key {
            super::take_out(&mut self.bios, &key, path);
        }
    }
}

/// The source notes about people, by the folded last word of the name they are called by.
pub(super) type Bios = BTreeMap<String, BTreeSet<NotePath>>;

#[cfg(test)]
mod tests {
    use super::*;

    fn told(sentence: &str) -> Option<(String, Option<String>)> {
        role_in(sentence, "Rob Benoit")
    }

    /// What is told of a role and a company, empty for none.
    fn assert_told(sentence: &str, role: &str, company: &str) {
        let (said, at) = told(sentence).unwrap_or_default();
        assert_eq!((said.as_str(), at.as_deref().unwrap_or_default()), (role, company), "{sentence}");
    }

    #[test]
    fn a_sentence_says_what_its_person_is_and_where() {
        assert_told(
            "I am the Director of Field Technology at Lumen Labs, where I look after",
            "Director of Field Technology",
            "Lumen Labs",
        );
        assert_told(
            "Rob Benoit is Principal Technical Strategist at Lumen Labs.",
            "Principal Technical Strategist",
            "Lumen Labs",
        );
        assert_told(
            "Rob, head of sales and marketing at Otto Systems GmbH.",
            "head of sales and marketing",
            "Otto Systems GmbH",
        );
        assert_told("She is now a fitter.", "fitter", "");
        assert_told(
            "Rob Benoit joined Lumen Labs two years ago and works there as head of sales.",
            "head of sales",
            "Lumen Labs",
        );
        assert_told(
            "He works at Otto Systems and works there as a data steward, mostly.",
            "data steward",
            "Otto Systems",
        );
        assert_told("Rob works as a fitter at Northwind.", "fitter", "Northwind");
        assert_told("Rob is a fitter at the Port of Kiel and lives there.", "fitter", "Port of Kiel");
        assert_told("Rob is a fitter at Harrow and Pike. Mara is not.", "fitter", "Harrow and Pike");
        assert_told("Rob is a fitter at Harrow and Pike in Leeds.", "fitter", "Harrow and Pike");
        assert_told("Rob is a fitter at Lumen Labs and Mara Voss is its head.", "fitter", "");
        assert_told("Rob is a fitter at St. Gallen Foods. Mara is not.", "fitter", "St. Gallen Foods");
        assert_told("Rob is a fitter at KLM. Mara is not.", "fitter", "KLM");
        assert_eq!(
            plain_links("at [Lumen Labs][], once [Northwind][nw] or [x](y) [z]"),
            "at Lumen Labs, once Northwind or x [z]"
        );
    }

    #[test]
    fn other_sentences_do_not() {
        for sentence in [
            "I am happy to meet you.",
            "Mara Voss is the director at Lumen Labs.",
            "Before that I was the director of Northwind.",
            "Rob is not at Northwind.",
            "Rob joined Northwind as a fitter.",
            "Mara joined Northwind and works there as director.",
            "Rob works there.",
            "",
        ] {
            assert_eq!(told(sentence), None, "{sentence}");
        }
    }
}
