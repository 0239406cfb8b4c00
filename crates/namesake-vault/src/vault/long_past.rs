//! Meetings that are over for good. Nothing here asks a clock: the newest meeting is the vault's today.

use jiff::ToSpan;

use super::meeting_days::day;
use super::store::Vault;
use namesake_text::path::NotePath;

/// How many years before the newest meeting one is long past. Whoever takes up a vault anew looks through last year's.
const OLD: i64 = 2;

impl Vault {
    /// Whether the meeting at `path` was more than two years before the newest one, so that nobody waits for what was agreed
    /// in it.
    pub fn is_long_past(&self, path: &NotePath) -> bool {
        let said_on = self.facts(path).and_then(day);
        let newest = said_on.and_then(|_| self.meeting_days.newest());
        said_on.zip(newest).is_some_and(|(said_on, newest)| said_on < newest.saturating_sub(OLD.years()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use namesake_note::config::Config;

    #[test]
    fn old_is_what_is_two_years_before_a_day_that_is_no_slip() {
        let mut vault = Vault::new(Config::default());
        let path = |day: &str| NotePath::new(format!("Meetings/{day} Caves.md"));
        for day in ["2020-03-01", "2022-10-01", "2024-02-01", "2024-11-12", "2024-11-20"] {
            vault.upsert(path(day), String::new());
        }
        vault.settle();
        let old = |vault: &Vault| -> Vec<String> {
            let paths = vault.notes().map(|note| &note.path).filter(|path| vault.is_long_past(path));
            paths.map(|path| path.stem().to_owned()).collect()
        };
        assert_eq!(old(&vault), ["2020-03-01 Caves", "2022-10-01 Caves"]);
        vault.upsert(path("2204-11-12"), String::new());
        vault.settle();
        assert_eq!(old(&vault).len(), 2, "nobody meets in two hundred years");
        vault.remove(&path("2024-11-20"));
        vault.remove(&path("2024-11-12"));
        assert_eq!(old(&vault), [""; 0]);
    }
}
