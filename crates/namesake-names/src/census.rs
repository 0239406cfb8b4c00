//! How common a name is among people at large. How common it is in this vault is counted by the index.

use std::collections::HashMap;
use std::sync::LazyLock;

/// The share of people who bear each name.
type Shares = HashMap<&'static str, f64>;

static FIRST_NAMES: LazyLock<Shares> = LazyLock::new(|| shares(include_str!("../data/first-names.tsv")));
static SURNAMES: LazyLock<Shares> = LazyLock::new(|| shares(include_str!("../data/surnames.tsv")));

/// Reads lines of a name, a tab and its rarity in half bits.
fn shares(table: &'static str) -> Shares {
    let rows = table.lines().filter(|line| !line.starts_with('#')).filter_map(|line| line.split_once('\t'));
    let share = |half_bits: &str| Some((-f64::from(half_bits.parse::<u32>().ok()?) / 2.0).exp2());
    rows.filter_map(|(name, half_bits)| Some((name, share(half_bits)?))).collect()
}

/// The share of people with this folded first name, where the census lists it.
pub fn first_name(name: &str) -> Option<f64> {
    FIRST_NAMES.get(name).copied()
}

/// Whether people at large have this folded first name.
pub fn is_first_name(name: &str) -> bool {
    FIRST_NAMES.contains_key(name)
}

/// The share of people with this folded surname, where the census lists it.
pub fn surname(name: &str) -> Option<f64> {
    SURNAMES.get(name).copied()
}

/// Whether people at large have this folded surname.
pub fn is_surname(name: &str) -> bool {
    SURNAMES.contains_key(name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn common_names_have_the_census_share() {
        // 1.006 % in dist.all.last; the table keeps half bits, so a fifth off at most.
        assert!((surname("smith").unwrap() / 0.010_06 - 1.0).abs() < 0.2);
        assert!(first_name("james").unwrap() > first_name("oscar").unwrap());
        assert_eq!(surname("notalistedname"), None);
    }

    #[test]
    fn every_name_of_the_tables_is_read() {
        // As many as `data/make_names.py` takes.
        assert_eq!((FIRST_NAMES.len(), SURNAMES.len()), (1500, 5000));
    }
}
