//! What somebody is, and at which company, as one sentence about them says it.

use super::company_name::company_in;
use namesake_note::word_list::WordList;
use namesake_text::text::plain;

/// Words for roles that a role ends with or is built around, in lower case.
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

/// The role and company in a sentence that says what its subject is, which must be the writer or the one called `name`.
pub(super) fn role_in(sentence: &str, name: &str) -> Option<(String, Option<String>)> {
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

/// The role at the beginning of `rest`, and what follows it.
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
