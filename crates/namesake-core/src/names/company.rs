//! Companies: one key for all ways to write a name, and which note a written company means.

use std::collections::{BTreeMap, BTreeSet};

use strsim::jaro_winkler;

use crate::path::NotePath;

use super::question::{Answer, Candidate, Evidence};
use super::resolve::tier;
use super::{Company, weights};

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

/// The key of a company's written name or tag slug: letters and digits without the legal form. `Otto Capital Corp.`,
/// `OttoCapital` and `otto-capital-corp` share one.
pub fn key(name: &str) -> String {
    let mut words: Vec<String> = Vec::new();
    let mut single_before = false;
    for word in name.replace('.', "").split(|c: char| !c.is_alphanumeric()).map(super::fold::fold) {
        let single = word.chars().count() == 1;
        match words.last_mut() {
            Some(last) if single && single_before => last.push_str(&word),
            _ if word.is_empty() => continue,
            _ => words.push(word),
        }
        single_before = single;
    }
    while words.len() > 1 && words.last().is_some_and(|last| LEGAL.contains(&last.as_str())) {
        words.pop();
    }
    words.concat()
}

/// The company notes of a vault by key.
#[derive(Debug, Default)]
pub struct Companies {
    keys: BTreeMap<NotePath, Vec<String>>,
    notes: BTreeMap<String, BTreeSet<NotePath>>,
}

impl Companies {
    /// Adds a company or replaces what was known under the same path.
    pub fn upsert(&mut self, company: Company) {
        self.remove(&company.path);
        let keys: Vec<String> = company.names.iter().map(|name| key(name)).filter(|key| !key.is_empty()).collect();
        for key in &keys {
            self.notes.entry(key.clone()).or_default().insert(company.path.clone());
        }
        self.keys.insert(company.path, keys);
    }

    /// Forgets the company of this note.
    pub fn remove(&mut self, path: &NotePath) {
        for key in self.keys.remove(path).unwrap_or_default() {
            if let Some(notes) = self.notes.get_mut(&key) {
                notes.remove(path);
                if notes.is_empty() {
                    self.notes.remove(&key);
                }
            }
        }
    }

    /// Moves a company to a new path.
    pub fn rename(&mut self, from: &NotePath, to: &NotePath) {
        if let Some(keys) = self.keys.remove(from) {
            for key in &keys {
                if let Some(notes) = self.notes.get_mut(key) {
                    notes.remove(from);
                    notes.insert(to.clone());
                }
            }
            self.keys.insert(to.clone(), keys);
        }
    }

    /// Whether some company note has this key.
    pub fn knows(&self, key: &str) -> bool {
        self.notes.contains_key(key)
    }

    /// Which note a written company means: the one whose name is the same but for case, spaces and legal form; a name
    /// that is almost the same is for review.
    pub fn resolve(&self, mention: &str, rejected: &[NotePath]) -> Answer {
        let key = key(mention);
        let exact: Vec<&NotePath> =
            self.notes.get(&key).into_iter().flatten().filter(|path| !rejected.contains(path)).collect();
        let candidates = match exact[..] {
            [only] => vec![candidate(only, 0.99, "company name equal")],
            [] => self.close(&key, rejected),
            _ => exact.iter().take(3).map(|path| candidate(path, 0.5, "company name equal, as of others")).collect(),
        };
        let Some(best) = candidates.first() else { return Answer::nobody() };
        let (p, path) = (best.p, best.path.clone());
        Answer { tier: tier(p), best: Some(path), p, candidates }
    }

    fn close(&self, key: &str, rejected: &[NotePath]) -> Vec<Candidate> {
        if key.chars().count() < 5 {
            return Vec::new();
        }
        let mut close: Vec<(f64, &NotePath)> = Vec::new();
        for (known, notes) in &self.notes {
            let alike = jaro_winkler(key, known);
            if alike >= 0.94 {
                close.extend(notes.iter().filter(|path| !rejected.contains(path)).map(|path| (alike, path)));
            }
        }
        close.sort_by(|a, b| b.0.total_cmp(&a.0).then_with(|| a.1.cmp(b.1)));
        close.iter().take(3).map(|(_, path)| candidate(path, 0.6, "company name almost the same")).collect()
    }
}

fn candidate(path: &NotePath, p: f64, what: &str) -> Candidate {
    let bits = ((p / weights::NOBODY).log2() * 100.0).round() / 100.0;
    Candidate { path: path.clone(), p, evidence: vec![Evidence { what: what.to_owned(), bits }] }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn legal_forms_spaces_and_slugs_share_a_key() {
        for name in ["Otto Capital Corp.", "OttoCapital", "otto-capital-corp", "OTTO CAPITAL, Inc."] {
            assert_eq!(key(name), "ottocapital", "{name}");
        }
        assert_eq!(key("Northworks B.V."), key("northworks-b-v"));
        assert_eq!(key("Co"), "co");
        assert_eq!(key("Müller & Söhne GmbH"), "mullersohne");
        assert_eq!(key("株式会社"), "株式会社");
    }
}
