//! How common a name is among people at large. How common it is in this vault is counted by the index.

use std::sync::LazyLock;

use super::packed;

static DATA: LazyLock<String> = LazyLock::new(|| packed::unpack(include_bytes!(concat!(env!("OUT_DIR"), "/census"))));

#[derive(Default)]
struct Shares {
    first: Vec<(&'static str, f64)>,
    last: Vec<(&'static str, f64)>,
}

static SHARES: LazyLock<Shares> = LazyLock::new(|| {
    let mut shares = Shares::default();
    for line in DATA.lines() {
        let mut words = line.split(' ');
        let kind = words.next();
        let half_bits: u32 = words.next().and_then(|bits| bits.parse().ok()).unwrap_or_default();
        let share = (-f64::from(half_bits) / 2.0).exp2();
        let list = if kind == Some("first") { &mut shares.first } else { &mut shares.last };
        list.extend(words.map(|name| (name, share)));
    }
    for list in [&mut shares.first, &mut shares.last] {
        list.sort_by(|a, b| a.0.cmp(b.0));
    }
    shares
});

/// The share of people with this folded first name, where the census lists it.
pub fn first_name(name: &str) -> Option<f64> {
    share(&SHARES.first, name)
}

/// Whether people at large have this folded first name.
pub fn is_first_name(name: &str) -> bool {
    first_name(name).is_some()
}

/// The share of people with this folded surname, where the census lists it.
pub fn surname(name: &str) -> Option<f64> {
    share(&SHARES.last, name)
}

fn share(list: &[(&str, f64)], name: &str) -> Option<f64> {
    list.binary_search_by_key(&name, |(known, _)| known).ok().map(|at| list[at].1)
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
}
