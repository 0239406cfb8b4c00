//! The companies of a vault: one key for all ways to write a name, and the note that a written company means.

use std::collections::{BTreeMap, BTreeSet};

use strsim::jaro_winkler;

use namesake_text::fold::fold;
use namesake_text::path::NotePath;

use super::compare::alike_at_most;
use super::notes::Company;
use super::question::{Answer, Candidate, Evidence, Tier};
use super::sound::{LONGEST, Letters};
use super::weights;

/// Legal forms that say nothing about which company is meant.
const LEGAL: [&str; 22] = [
    "inc",
    "llc",
    "ltd",
    "limited",
    "gmbh",
    "ag",
    "se",
    "kg",
    "corp",
    "corporation",
    "incorporated",
    "sa",
    "sas",
    "sarl",
    "bv",
    "nv",
    "ab",
    "as",
    "oy",
    "co",
    "plc",
    "company",
];

/// General words at the end of a name that people leave out when they speak of the company.
const GENERAL: [&str; 24] = [
    "group",
    "holding",
    "holdings",
    "system",
    "systems",
    "software",
    "data",
    "network",
    "networks",
    "technology",
    "technologies",
    "tech",
    "lab",
    "labs",
    "ai",
    "solutions",
    "services",
    "international",
    "global",
    "consulting",
    "storage",
    "digital",
    "online",
    "io",
];

/// The key of a company's whole name: letters and digits without the legal form. `Otto Capital Corp.`, `OttoCapital`
/// and the slug `otto-capital-corp` share one.
fn whole(name: &str) -> String {
    words(name).concat()
}

/// The key of a company as people speak of it, general words left out as well: `Otto Systems GmbH` gives `otto`.
pub fn key(name: &str) -> String {
    let mut words = words(name);
    drop_last(&mut words, &GENERAL);
    words.concat()
}

/// The folded words of a name without its legal form; letters that stand alone are one word (`B.V.`, `b-v`).
pub fn words(name: &str) -> Vec<String> {
    let mut words: Vec<String> = Vec::new();
    let mut single_before = false;
    for word in name.replace('.', "").split(|c: char| !c.is_alphanumeric()).map(fold) {
        let single = word.chars().count() == 1;
        match words.last_mut() {
            _ if word.is_empty() => continue,
            Some(last) if single && single_before => last.push_str(&word),
            _ => words.push(word),
        }
        single_before = single;
    }
    drop_last(&mut words, &LEGAL);
    words
}

/// Takes words of `list` off the end, never the last one left.
fn drop_last(words: &mut Vec<String>, list: &[&str]) {
    while words.len() > 1 && words.last().is_some_and(|last| list.contains(&last.as_str())) {
        words.pop();
    }
}

/// The company notes of a vault by key.
#[derive(Debug, Default)]
pub struct Companies {
    names: BTreeMap<NotePath, Vec<String>>,
    by_whole: BTreeMap<String, BTreeSet<NotePath>>,
    by_key: BTreeMap<String, BTreeSet<NotePath>>,
    by_word: BTreeMap<String, BTreeSet<NotePath>>,
}

impl Companies {
    /// Adds a company or replaces what was known under the same path.
    pub fn upsert(&mut self, company: Company) {
        self.remove(&company.path);
        for name in &company.names {
            self.by_whole.entry(whole(name)).or_default().insert(company.path.clone());
            self.by_key.entry(key(name)).or_default().insert(company.path.clone());
            for word in words(name) {
                self.by_word.entry(word).or_default().insert(company.path.clone());
            }
        }
        self.names.insert(company.path, company.names);
    }

    /// Forgets the company of this note.
    pub fn remove(&mut self, path: &NotePath) {
        for name in self.names.remove(path).iter().flatten() {
            forget(&mut self.by_whole, &whole(name), path);
            forget(&mut self.by_key, &key(name), path);
            for word in words(name) {
                forget(&mut self.by_word, &word, path);
            }
        }
    }

    /// The names of the company at `path`.
    pub fn names(&self, path: &NotePath) -> &[String] {
        self.names.get(path).map_or(&[], Vec::as_slice)
    }

    /// Whether some company note has this key.
    pub fn knows(&self, key: &str) -> bool {
        self.by_key.contains_key(key)
    }

    /// The companies with a name in which every word typed begins a word, by name, at most `limit`.
    pub fn complete(&self, typed: &[String], limit: usize) -> Vec<&NotePath> {
        let Some(longest) = typed.iter().max_by_key(|word| word.len()) else { return Vec::new() };
        let begins = |name: &String| {
            let words = words(name);
            typed.iter().all(|typed| words.iter().any(|word| word.starts_with(typed)))
        };
        let alike = self.by_word.range(longest.clone()..).take_while(|(word, _)| word.starts_with(longest));
        let alike = alike.flat_map(|(_, paths)| paths);
        let mut found: Vec<&NotePath> =
            alike.filter(|path| self.names.get(path).is_some_and(|names| names.iter().any(begins))).collect();
        found.sort_by(|a, b| a.stem().cmp(b.stem()).then_with(|| a.cmp(b)));
        found.dedup();
        found.truncate(limit);
        found
    }

    /// Which note a written company means: the one whose name is the same but for case, spaces and legal form, else
    /// the only one whose name is the same but for a general word; a name that is almost the same is for review.
    pub fn resolve(&self, mention: &str, rejected: &[NotePath]) -> Answer {
        let (whole, key) = (whole(mention), key(mention));
        if key.is_empty() {
            return Answer::nobody();
        }
        let of = |notes: &BTreeMap<String, BTreeSet<NotePath>>, key: &str| -> Vec<NotePath> {
            notes.get(key).into_iter().flatten().filter(|path| !rejected.contains(path)).cloned().collect()
        };
        let (found, alone, what) = match (of(&self.by_whole, &whole), of(&self.by_key, &key)) {
            (equal, _) if !equal.is_empty() => (equal, weights::company::EQUAL, "company name equal"),
            (_, short) if !short.is_empty() => {
                (short, weights::company::SHORT, "company name equal but for a general word")
            }
            _ => (self.close(&whole, rejected), weights::company::CLOSE, "company name almost the same"),
        };
        let crowd = u32::try_from(found.len()).unwrap_or(u32::MAX).max(1);
        let p = alone / f64::from(crowd);
        let candidates: Vec<Candidate> = found.iter().take(3).map(|path| candidate(path, p, what)).collect();
        if candidates.is_empty() {
            return Answer::nobody();
        }
        let tier = Tier::of(p);
        Answer { tier, best: tier.and_then(|_| found.first().cloned()), p, candidates }
    }

    fn close(&self, whole: &str, rejected: &[NotePath]) -> Vec<NotePath> {
        if whole.chars().count() < 5 || whole.len() > LONGEST {
            return Vec::new();
        }
        let letters = Letters::of(whole);
        let may_be = |known: &str| {
            known.len() <= LONGEST && alike_at_most(letters, Letters::of(known), 4) >= weights::company::ALIKE
        };
        let alike = |(known, _): &(&String, _)| may_be(known) && jaro_winkler(whole, known) >= weights::company::ALIKE;
        let close = self.by_whole.iter().filter(alike).flat_map(|(_, notes)| notes);
        let mut found = Vec::new();
        for path in close.filter(|path| !rejected.contains(path)) {
            if !found.contains(path) {
                found.push(path.clone());
            }
        }
        found
    }
}

fn forget(notes: &mut BTreeMap<String, BTreeSet<NotePath>>, key: &str, path: &NotePath) {
    if let Some(paths) = notes.get_mut(key) {
        paths.remove(path);
        if paths.is_empty() {
            notes.remove(key);
        }
    }
}

fn candidate(path: &NotePath, p: f64, what: &str) -> Candidate {
    let bits = ((p / weights::NOBODY).log2() * 100.0).round() / 100.0;
    Candidate {
        path: path.clone(),
        p,
        misheard: false,
        by_context: false,
        evidence: vec![Evidence { what: what.to_owned(), bits }],
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn legal_forms_spaces_and_slugs_share_a_key() {
        for name in ["Otto Capital Corp.", "OttoCapital", "otto-capital-corp", "OTTO CAPITAL, Inc."] {
            assert_eq!(whole(name), "ottocapital", "{name}");
        }
        assert_eq!(whole("Northworks B.V."), whole("northworks-b-v"));
        assert_eq!(whole("Co"), "co");
        assert_eq!(whole("Müller & Söhne GmbH"), "mullersohne");
        assert_eq!(whole("株式会社"), "株式会社");
    }

    fn companies(names: &[&str]) -> Companies {
        let mut companies = Companies::default();
        for name in names {
            companies.upsert(Company { path: NotePath::new(format!("{name}.md")), names: vec![(*name).to_owned()] });
        }
        companies
    }

    #[test]
    fn a_general_word_may_be_left_out_where_one_company_fits() {
        let one = companies(&["Otto Systems GmbH", "Ottomar"]).resolve("OTTO", &[]);
        assert_eq!((one.tier, one.best), (Some(Tier::Auto), Some("Otto Systems GmbH.md".into())));
        let two = companies(&["Otto Systems GmbH", "Otto Labs"]).resolve("Otto", &[]);
        assert_eq!((two.tier, two.candidates.len()), (Some(Tier::Review), 2));
        let whole = companies(&["Otto", "Otto Labs"]).resolve("Otto Inc.", &[]);
        assert_eq!((whole.tier, whole.best), (Some(Tier::Auto), Some("Otto.md".into())));
    }

    #[test]
    fn a_company_almost_the_same_is_asked_about_and_another_is_not() {
        let known = companies(&["Northworks"]);
        assert_eq!(known.resolve("Nortworks", &[]).tier, Some(Tier::Review));
        assert_eq!(known.resolve("Nortworks", &["Northworks.md".into()]).tier, None);
        assert_eq!(known.resolve("Southbridge", &[]), Answer::nobody());
        assert_eq!(known.resolve("", &[]), Answer::nobody());
    }

    #[test]
    fn a_removed_company_leaves_nothing_behind() {
        let mut known = companies(&["Northworks"]);
        known.remove(&"Northworks.md".into());
        assert_eq!(known.resolve("Northworks", &[]), Answer::nobody());
    }
}
