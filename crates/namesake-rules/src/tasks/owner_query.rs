//! The Dataview queries of a person note that list the tasks they own.

use crate::{Report, Rule};
use namesake_language::say;
use namesake_note::config::OwnerStyle;
use namesake_note::finding::{Draft, Fix, Tier};
use namesake_note::note::{Kind, Note};
use namesake_text::path::NotePath;
use namesake_text::text::{Edit, Span};
use namesake_vault::tasks::owner_style;
use namesake_vault::tasks::owners::is_handle;
use namesake_vault::tasks::query::{self, Condition};
use namesake_vault::vault::Vault;

/// The rule.
pub const RULE: Rule = Rule {
    name: "owner-query",
    what: "Lets the Dataview queries in a person note find the tasks whose owner is written in the style that is set.",
    why: "A query for `@RobBenoit` lists no task of `[[Rob Benoit]]`: “Tasks They Own” stays empty.",
    example: "`WHERE contains(text, \"@RobBenoit\")` -> `WHERE (contains(text, \"@RobBenoit\") OR contains(outlinks, \
              this.file.link))`",
    automatic: "Where the query asks for this person with `@` or as a link, under a name that is theirs. What it listed it \
                lists still.",
    template: &["contains(text, \"@{{handle}}\")"],
    check,
    ..Rule::TASKS
};

fn check(note: &Note, vault: &Vault, report: &mut Report) {
    if note.kind != Kind::Person {
        return;
    }
    for condition in query::conditions(note) {
        let Some(wanted) = Target::of(note, vault) else { return };
        let mut narrow = Vec::new();
        wanted.find_narrow(&condition, Joined::Alone, &mut narrow);
        for found in narrow {
            report.add(wanted.draft(&found));
        }
    }
}

/// How a condition is combined with others.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Joined {
    /// Alone, or with others that must hold too.
    Alone,
    /// With others of which one is enough.
    Or,
}

/// A condition that asks for text in a task, or for a link.
enum Search {
    /// `contains(text, "@RobBenoit")`.
    Text(String),
    /// `icontains(text, "@robbenoit")`.
    AnyCase(String),
    /// `contains(outlinks, this.file.link)`.
    Link,
}

/// A condition that asks for the person and misses tasks of theirs.
struct Narrow {
    term: Span,
    joined: Joined,
    tier: Tier,
}

/// The owner whom queries have to find.
struct Target<'a> {
    note: &'a Note,
    vault: &'a Vault,
    /// How the owner is written.
    written: String,
    /// The beginning that all forms share: a link may show another name after its target.
    sure: String,
}

impl<'a> Target<'a> {
    /// `None` if no task can name the person in the style of the settings.
    fn of(note: &'a Note, vault: &'a Vault) -> Option<Self> {
        let name = note.path.stem();
        // Queries know links by where they lead, so the form of links in the text does not matter.
        let written = match vault.config().settings.owner_style {
            OwnerStyle::Link => vault.wikilink(&note.path, &note.path, name),
            OwnerStyle::Handle | OwnerStyle::Mention => owner_style::written(vault, &note.path, &note.path, name),
        }?;
        let sure = written.split(['|', ']']).next().unwrap_or_default().to_owned();
        (written.len() > 1).then_some(Self { note, vault, written, sure })
    }

    fn is_link(&self) -> bool {
        self.written.starts_with("[[")
    }

    /// The condition that finds it.
    fn condition(&self) -> String {
        if self.is_link() {
            // This condition still holds if the note is renamed or the link shows another name.
            "contains(outlinks, this.file.link)".to_owned()
        } else {
            ["contains(text, \"", &self.written.replace('"', "\\\""), "\")"].concat()
        }
    }

    /// The terms that ask for this person and miss their tasks, unless another condition finds these.
    fn find_narrow(&self, condition: &Condition, joined: Joined, narrow: &mut Vec<Narrow>) {
        match condition {
            Condition::Term(term) => {
                let search = self.search(*term).filter(|search| !self.finds(search));
                if let Some(tier) = search.and_then(|search| self.whose(&search)) {
                    narrow.push(Narrow { term: *term, joined, tier });
                }
            }
            Condition::All(terms) => {
                for term in terms {
                    self.find_narrow(term, Joined::Alone, narrow);
                }
            }
            Condition::Any(terms) if terms.iter().any(|term| self.is_wide(term)) => {}
            Condition::Any(terms) => {
                let before = narrow.len();
                for term in terms {
                    self.find_narrow(term, Joined::Or, narrow);
                }
                narrow.truncate(before + 1);
            }
        }
    }

    fn is_wide(&self, condition: &Condition) -> bool {
        match condition {
            Condition::Term(term) => self.search(*term).is_some_and(|search| self.finds(&search)),
            Condition::All(terms) => terms.iter().all(|term| self.is_wide(term)),
            Condition::Any(terms) => terms.iter().any(|term| self.is_wide(term)),
        }
    }

    /// What a term asks for, in the few shapes that are understood.
    fn search(&self, term: Span) -> Option<Search> {
        let (function, rest) = self.note.slice(term).split_once('(')?;
        let (place, sought) = rest.strip_suffix(')')?.split_once(',')?;
        match (function.trim(), place.trim(), sought.trim()) {
            ("contains", "outlinks", "this.file.link") => Some(Search::Link),
            ("contains", "text", sought) => self.string(sought).map(Search::Text),
            ("icontains", "text", sought) => self.string(sought).map(Search::AnyCase),
            _ => None,
        }
    }

    /// The value of an expression of strings and `this.file.name` joined by `+`.
    fn string(&self, expression: &str) -> Option<String> {
        let mut words = String::new();
        let mut rest = expression;
        loop {
            let length = if rest.starts_with('"') { query::string_len(rest)? } else { "this.file.name".len() };
            let (piece, after) = rest.split_at_checked(length)?;
            match piece {
                "this.file.name" => words.push_str(self.note.path.stem()),
                _ if !piece.starts_with('"') || piece.contains('\\') => return None,
                string => words.push_str(&string[1..length - 1]),
            }
            if after.trim().is_empty() {
                return Some(words);
            }
            rest = after.trim_start().strip_prefix('+')?.trim_start();
        }
    }

    /// Whether the condition lists all tasks of the owner.
    fn finds(&self, search: &Search) -> bool {
        match search {
            Search::Text(words) => self.sure.contains(words.as_str()),
            Search::AnyCase(words) => self.sure.to_lowercase().contains(&words.to_lowercase()),
            Search::Link => self.is_link(),
        }
    }

    /// Whether the condition asks for this person, and how sure it is that it asks for what they own.
    fn whose(&self, search: &Search) -> Option<Tier> {
        let (Search::Text(words) | Search::AnyCase(words)) = search else { return Some(Tier::Review) };
        let name = words.trim_matches(['@', '[', ']', '|', ' ']);
        if name.is_empty() {
            return None;
        }
        let path = &self.note.path;
        if self.vault.is_called(path, name) || is_handle(self.vault, path, name) {
            let is_sure = words.starts_with(['@', '[']) && self.namesake().is_none();
            return Some(if is_sure { Tier::Auto } else { Tier::Review });
        }
        // An earlier name, or a part of the present one.
        let context = self.vault.context(self.note, None);
        let means = |mention: &str| self.vault.resolve(mention, &context).best.as_ref() == Some(path);
        (means(name) || means(&["@", name].concat())).then_some(Tier::Review)
    }

    /// Somebody else whose tasks the new condition lists too, because their name begins the same.
    fn namesake(&self) -> Option<&NotePath> {
        let is_other = |other: &&NotePath| {
            let is_person = self.vault.note(other).is_some_and(|note| note.kind == Kind::Person);
            is_person && **other != self.note.path
        };
        let mut alike = self.vault.named_from(self.note.path.stem()).filter(is_other);
        if self.is_link() { None } else { alike.next() }
    }

    fn draft(&self, narrow: &Narrow) -> Draft {
        let words = self.note.slice(narrow.term);
        let condition = self.condition();
        let wider = match narrow.joined {
            Joined::Alone => ["(", words, " OR ", &condition, ")"].concat(),
            Joined::Or => [words, " OR ", &condition].concat(),
        };
        let written = &self.written;
        let message = say!("This query does not list tasks whose owner is written as {written}.", written);
        let mut draft = Draft::new(narrow.tier, narrow.term, format!("{words} misses {written}"), message).because(
            say!("Owners are written in this style by the settings. What the query lists now, it lists still."),
        );
        if let Some(other) = self.namesake() {
            let name = other.stem();
            draft = draft.because(say!("It will list tasks of {name} as well, whose name begins the same.", name));
        }
        draft.fix(Fix::in_note(
            say!("Let the query list them too"),
            &self.note.path,
            vec![Edit::replace(narrow.term, wider)],
        ))
    }
}
