//! Short forms of given names: for a folded name, every name that it stands for or that stands for it.

use std::collections::BTreeMap;
use std::sync::LazyLock;

/// Lines of a given name and its short forms, with a space between them: English ones, and those of other languages.
const DATA: [&str; 2] = [include_str!("../data/nicknames.txt"), include_str!("../data/nicknames-of-languages.txt")];

type Table = BTreeMap<&'static str, Vec<&'static str>>;

/// Given name to short forms, and short form to given names, of each list. They are kept apart: Hans and John are both
/// short for Johannes, and no forms of one another.
static TABLES: LazyLock<[(Table, Table); 2]> = LazyLock::new(|| DATA.map(tables));

fn tables(data: &'static str) -> (Table, Table) {
    let (mut short, mut given) = (Table::new(), Table::new());
    for line in data.lines().filter(|line| !line.starts_with('#')) {
        let mut words = line.split(' ');
        let name = words.next().unwrap_or_default();
        for form in words {
            short.entry(name).or_default().push(form);
            given.entry(form).or_default().push(name);
        }
    }
    (short, given)
}

/// The row of a name.
fn of(table: &'static Table, name: &str) -> &'static [&'static str] {
    table.get(name).map_or(&[], Vec::as_slice)
}

/// The names that belong together with `name`: its short forms, the names it is short for, and their other short
/// forms. Sorted, without `name` itself.
pub fn family(name: &str) -> Vec<&'static str> {
    let mut found = Vec::new();
    for (short, given) in &*TABLES {
        found.extend_from_slice(of(short, name));
        for full in of(given, name) {
            found.push(full);
            found.extend_from_slice(of(short, full));
        }
    }
    found.sort_unstable();
    found.dedup();
    found.retain(|other| *other != name);
    found
}

/// Whether one of two names of a family is plainly the short form of the other: Bob of Robert, Sam of Samantha. Andrew and
/// Andrea, Louis and Louise, Anna and Hannah are short forms of each other to the list, and may be brother and sister.
pub fn is_short_form(one: &str, other: &str) -> bool {
    let (few, many) = if one.len() < other.len() { (one, other) } else { (other, one) };
    let is_short = |(short, _): &'static (Table, Table)| {
        let is_listed = of(short, many).contains(&few) || of(short, few).contains(&many);
        let is_own = few.as_bytes().first() != many.as_bytes().first()
            && of(short, few).iter().any(|form| form.len() < few.len() && !few.starts_with(form));
        is_listed && !is_own
    };
    few.len() + 2 <= many.len() && TABLES.iter().any(is_short)
}

/// All names of the families of which a short form or a given name begins with `letters`; where there are too few letters to tell, only those of which
/// they are a short form.
pub fn beginning(letters: &str) -> Vec<&'static str> {
    let begun = |table: &'static Table| {
        let names = table.range(letters..).map(|(name, _)| *name).take_while(|name| name.starts_with(letters));
        names.filter(|name| letters.len() >= TELLING || name.len() == letters.len())
    };
    let mut found: Vec<&str> =
        TABLES.iter().flat_map(|(short, given)| begun(short).chain(begun(given))).flat_map(family).collect();
    found.sort_unstable();
    found.dedup();
    found
}

/// From this many letters on, the beginning of a short form tells which one it is.
const TELLING: usize = 3;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn short_forms_lead_both_ways() {
        assert!(family("rob").contains(&"robert") && family("robert").contains(&"rob"));
        assert!(family("rob").contains(&"bobby"));
        assert!(family("zebedee-the-unknown").is_empty());
    }

    #[test]
    fn a_name_of_its_own_is_no_short_form() {
        for (one, other) in
            [("bob", "robert"), ("will", "william"), ("bill", "william"), ("peggy", "margaret"), ("thomas", "tom")]
        {
            assert!(is_short_form(one, other), "{one} / {other}");
        }
        for (one, other) in [
            ("andrew", "andrea"),
            ("louis", "louise"),
            ("anna", "hannah"),
            ("jean", "jane"),
            ("leo", "leon"),
            ("mary", "marie"),
            ("rosa", "rose"),
            ("ivan", "john"),
            ("beth", "liz"),
            ("bob", "bob"),
            ("robert", "william"),
        ] {
            assert!(!is_short_form(one, other), "{one} / {other}");
        }
    }

    #[test]
    fn short_forms_of_many_languages_are_known() {
        for (name, short) in [
            ("francisco", "paco"),
            ("johannes", "hans"),
            ("emmanuel", "manu"),
            ("giuseppe", "beppe"),
            ("gustavo", "guga"),
            ("cornelis", "kees"),
            ("katarzyna", "kasia"),
            ("mikhail", "misha"),
            ("vojtech", "vojta"),
            ("lars", "lasse"),
            ("istvan", "pista"),
            ("konstantinos", "kostas"),
        ] {
            assert!(family(name).contains(&short) && family(short).contains(&name), "{name} / {short}");
        }
    }

    #[test]
    fn short_forms_of_two_languages_are_no_forms_of_one_another() {
        assert!(family("hans").contains(&"johannes") && !family("hans").contains(&"john"));
        assert!(family("sasha").contains(&"alexander") && !family("sasha").contains(&"alex"));
    }

    #[test]
    fn a_bill_is_no_robert() {
        assert!(!family("robert").contains(&"bill"));
        assert!(family("william").contains(&"bill"));
    }
}
