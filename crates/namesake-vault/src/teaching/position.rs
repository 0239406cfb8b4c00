//! The position that stands behind somebody's name: “X, head of conservation at Aldersgate”, “X (CTO, Northwind)”. Only
//! words that are known for positions count.

use crate::facts::{ROLES, company_in};
use namesake_note::common_words::holds;
use namesake_note::word_list::WordList;

/// Somebody's position.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Position {
    /// The role.
    pub role: String,
    /// The company, if it is stated.
    pub company: Option<String>,
}

/// Words that begin or end a position. In lower case.
static POSITIONS: WordList = WordList::new(
    "\
    head director vice vp svp evp chief ceo cto cfo coo cio cmo ciso president chair chairman chairwoman manager lead leader \
    engineer architect developer designer analyst consultant scientist researcher founder co-founder cofounder owner partner \
    officer secretary treasurer coordinator administrator assistant specialist technician buyer buyers controller \
    accountant lawyer counsel professor editor registrar conservator curator foreman supervisor superintendent advisor \
    adviser associate representative principal dean deputy product procurement operations purchasing",
);
/// Those of them that are no position by themselves: “X, lead the way”.
static HALF: WordList =
    WordList::new("vice product procurement operations purchasing lead principal partner associate chair head");
/// Words that may stand before a position and are left out.
const BEFORE: [&str; 14] = [
    "who is ",
    "now ",
    "currently ",
    "the new ",
    "our new ",
    "their new ",
    "the ",
    "our ",
    "their ",
    "your ",
    "my ",
    "a ",
    "an ",
    "new ",
];
/// The most words of a position.
const LONGEST: usize = 8;

/// The position in the words right behind somebody's name.
pub fn behind_name(rest: &str) -> Option<Position> {
    let inner = |open: &str, close: &[char]| {
        let clause = rest.strip_prefix(open)?;
        Some(clause[..clause.find(close).unwrap_or(clause.len())].trim())
    };
    if let Some(clause) = inner(" (", &[')']) {
        let (role, company) = clause.split_once(", ").or_else(|| clause.split_once(" at ")).unwrap_or((clause, ""));
        return position(role, Some(company).filter(|company| !company.is_empty()));
    }
    let verbs = [" is ", " has become ", " became ", " works as ", " joined as ", " starts as "];
    let clause = inner(", ", &[',', '.', ';', ':', '(', '–', '—']);
    let clause = clause.or_else(|| verbs.iter().find_map(|verb| inner(verb, &[',', '.', ';', ':', '(', '–', '—'])));
    of_clause(clause?)
}

fn of_clause(clause: &str) -> Option<Position> {
    match clause.split_once(" at ").or_else(|| clause.split_once(" with ")).or_else(|| clause.split_once(" for ")) {
        Some((role, company)) => position(role, Some(company)),
        None => position(clause, None),
    }
}

fn position(role: &str, company: Option<&str>) -> Option<Position> {
    let mut role = role.trim();
    while let Some(rest) = BEFORE.iter().find_map(|before| role.strip_prefix(before)) {
        role = rest.trim_start();
    }
    let role = [" and ", " who ", " since ", " but ", " from "]
        .iter()
        .fold(role, |role, end| role.split(end).next().unwrap_or(role));
    let words: Vec<&str> = role.split_whitespace().collect();
    let (first, last) = (*words.first()?, *words.last()?);
    // “Warehouse planner”: behind another word, words for a trade are positions too.
    let is_trade = words.len() > 1 && holds(&ROLES, last);
    let is_position = holds(&POSITIONS, first) || holds(&POSITIONS, last) || is_trade;
    let is_half = words.len() == 1 && holds(&HALF, first);
    let is_plain = words.iter().all(|word| word.chars().all(|c| c.is_alphanumeric() || "-&/'’".contains(c)));
    if !is_position || is_half || !is_plain || words.len() > LONGEST {
        return None;
    }
    let mut letters = role.chars();
    let role = letters.next()?.to_uppercase().chain(letters).collect();
    Some(Position { role, company: company.and_then(company_in) })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(position: Option<Position>) -> String {
        position.map_or("-".to_owned(), |position| match position.company {
            Some(company) => format!("{} / {company}", position.role),
            None => position.role,
        })
    }

    #[test]
    fn what_stands_behind_a_name() {
        for (rest, expected) in [
            (
                ", head of conservation at Aldersgate Collections, came too.",
                "Head of conservation / Aldersgate Collections",
            ),
            (", our new Head of Sales at the Port of Kiel and Lübeck.", "Head of Sales / Port of Kiel and Lübeck"),
            (" (CTO, Northwind) joins.", "CTO / Northwind"),
            (" (sales director at Northwind)", "Sales director / Northwind"),
            (" is head of conservation and signs for anything.", "Head of conservation"),
            (" is now VP Engineering at Lumen Labs.", "VP Engineering / Lumen Labs"),
            (", project manager at the depot.", "Project manager"),
            (" (CTO, St. Gallen Foods) rang.", "CTO / St. Gallen Foods"),
            (", CTO at St. Gallen Foods, rang.", "CTO"),
            (", warehouse planner at Northwind, pays.", "Warehouse planner / Northwind"),
            (", planner of nothing, pays.", "-"),
            (" is late again.", "-"),
            (" is at Northwind today.", "-"),
            (" is the lead.", "-"),
            (", who fits doors at Bloemkade, rang.", "-"),
            (" runs the office.", "-"),
            (", Mara Voss and Søren met at Kiel.", "-"),
            (" is our engineer [[x]] at Kiel.", "-"),
            ("", "-"),
        ] {
            assert_eq!(told(behind_name(rest)), expected, "{rest}");
        }
    }

    proptest::proptest! {
        #[test]
        fn any_sentence_is_read_without_harm(rest in "[ ,(.]{0,3}(head |of |at |is |Äb |the |\\[|é|,|\\)){0,12}") {
            if let Some(position) = behind_name(&rest) {
                assert!(!position.role.contains(['|', '[', '<', '`', '\n']));
            }
        }
    }
}
