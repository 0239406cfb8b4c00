//! The companies of a vault: one key for all ways to write a name, and the note that a written company means.

use std::collections::{BTreeMap, BTreeSet};

use strsim::jaro_winkler;

use namesake_language::{translatable, translated};
use namesake_text::fold::fold;
use namesake_text::path::NotePath;

use super::calibration::{Case, calibrate};
use super::compare::alike_at_most;
use super::notes::Company;
use super::question::{Answer, Candidate, Evidence};
use super::sound::{LONGEST, Letters};
use super::weights;
use likeness::Likeness;
use words::{abbreviates, brackets, initials, is_abbreviation, is_general, telling, whole};

mod likeness;
mod words;

pub use words::{key, words};

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
            for whole in wholes(name) {
                self.by_whole.entry(whole).or_default().insert(company.path.clone());
            }
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
            for whole in wholes(name) {
                forget(&mut self.by_whole, &whole, path);
            }
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

    /// Which note a written company means: the one whose name is the same but for case, spaces, small words and the legal
    /// form, else the only one whose name is the same but for a general word. One that shares most of its words, or is
    /// abbreviated, is for review.
    pub fn resolve(&self, mention: &str, rejected: &[NotePath]) -> Answer {
        if mention.len() > LONGEST {
            return Answer::nobody();
        }
        let (whole, key) = (whole(mention), key(mention));
        if key.is_empty() {
            return Answer::nobody();
        }
        let of = |notes: &BTreeMap<String, BTreeSet<NotePath>>, key: &str| -> Vec<NotePath> {
            notes.get(key).into_iter().flatten().filter(|path| !rejected.contains(path)).cloned().collect()
        };
        let (equal, short) = (of(&self.by_whole, &whole), of(&self.by_key, &key));
        let alone = |paths: Vec<NotePath>, p: f64| {
            let crowd = u32::try_from(paths.len()).unwrap_or(u32::MAX).max(1);
            paths.into_iter().map(|path| (path, p / f64::from(crowd))).collect::<Vec<_>>()
        };
        let is_equal = !equal.is_empty();
        let (found, what) = if is_equal {
            (alone(equal, weights::company::EQUAL), translatable!("company name equal"))
        } else if !short.is_empty() && (whole == key || short.iter().all(|path| self.is_called(path, &key))) {
            (alone(short, weights::company::SHORT), translatable!("company name equal but for a general word"))
        } else {
            let close = self.close(&whole, rejected);
            if close.is_empty() {
                (self.alike(mention, rejected), translatable!("company name shares most of its words"))
            } else {
                (alone(close, weights::company::CLOSE), translatable!("company name almost the same"))
            }
        };
        // A place in brackets, or an abbreviation that is not written as one, leaves it to the user.
        let bounded = |(path, p): (NotePath, f64)| {
            let most = if self.names(&path).iter().any(|name| words::whole(name) == whole) {
                1.0
            } else if self.is_sister(mention, &path) {
                weights::company::SISTER
            } else if is_equal && !is_abbreviation(mention.trim()) {
                weights::company::ABBREVIATED
            } else {
                1.0
            };
            (path, p.min(most))
        };
        let found: Vec<(NotePath, f64)> = found.into_iter().map(bounded).collect();
        let mut candidates: Vec<Candidate> =
            found.iter().take(3).map(|(path, score)| candidate(path, *score, what)).collect();
        calibrate(&mut candidates, Case::Company);
        Answer::of(candidates)
    }

    /// Whether what is written, or every name of the company, has a place in brackets that the other lacks: `Acme (Kenya)`.
    /// Another legal form is only a slip of whoever wrote it.
    fn is_sister(&self, mention: &str, path: &NotePath) -> bool {
        let place = |name: &str| if bracketed(name).is_some() { None } else { brackets(name) };
        let written = place(mention);
        self.names(path).iter().all(|name| place(name) != written)
    }

    /// Whether a name of the company is `key` and no more: “Otto Labs” says another thing than “Otto Systems”.
    fn is_called(&self, path: &NotePath, key: &str) -> bool {
        self.names(path).iter().any(|name| whole(name) == key)
    }

    /// The companies that share most words with a name, or whose name it abbreviates, the likeliest first.
    fn alike(&self, mention: &str, rejected: &[NotePath]) -> Vec<(NotePath, f64)> {
        let written = telling(mention);
        let mut found: Vec<(NotePath, f64)> = Vec::new();
        for path in self.sharing(&written).into_iter().filter(|path| !rejected.contains(path)) {
            let p = self.names(path).iter().map(|name| self.p_of(&written, name)).fold(0.0, f64::max);
            if p >= weights::SHOWN {
                found.push((path.clone(), p));
            }
        }
        for path in self.abbreviated(mention).filter(|path| !rejected.contains(path)) {
            found.retain(|(other, _)| other != path);
            found.push((path.clone(), weights::company::ABBREVIATED));
        }
        found.sort_by(|a, b| b.1.total_cmp(&a.1).then_with(|| a.0.cmp(&b.0)));
        found
    }

    /// The companies whose name the mention abbreviates, or that are called by its abbreviation.
    fn abbreviated(&self, mention: &str) -> impl Iterator<Item = &NotePath> {
        let mention = mention.trim();
        let letters = (!is_abbreviation(mention)).then(|| initials(mention));
        let is_meant = move |name: &String| match &letters {
            None => abbreviates(mention, name),
            Some(letters) => is_abbreviation(name) && letters.contains(&fold(name)),
        };
        self.names.iter().filter(move |(_, names)| names.iter().any(&is_meant)).map(|(path, _)| path)
    }

    /// The companies that have a word of the name, or one that begins alike.
    fn sharing(&self, written: &[String]) -> BTreeSet<&NotePath> {
        let begins = |word: &String| word.char_indices().nth(BEGINNING).map(|(end, _)| word[..end].to_owned());
        let mut found = BTreeSet::new();
        for word in written {
            let start = begins(word).unwrap_or_else(|| word.clone());
            let alike = self.by_word.range(start.clone()..).take_while(|(other, _)| other.starts_with(&start));
            for (_, paths) in alike.filter(|(_, paths)| paths.len() <= weights::LONGEST_POSTING) {
                found.extend(paths);
            }
        }
        found
    }

    fn p_of(&self, written: &[String], name: &str) -> f64 {
        let known = telling(name);
        let likeness = Likeness::of(written, &known, |word| self.weight(word), is_general);
        if likeness.is_telling && !likeness.is_sister { weights::company::of_likeness(likeness.both()) } else { 0.0 }
    }

    /// What a word weighs: the rarer it is among the companies' names, the more.
    #[allow(clippy::cast_precision_loss, reason = "counts of notes are far below 2^52")]
    fn weight(&self, word: &str) -> f64 {
        let all = (self.names.len() + 1) as f64;
        let with = self.by_word.get(word).map_or(1, BTreeSet::len) as f64;
        let rarity = ((all / with).ln() + 1.0) / (all.ln() + 1.0);
        if is_general(word) { rarity * weights::company::GENERAL } else { rarity }
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

/// Two words are compared where so many of their first letters are the same.
const BEGINNING: usize = 2;

/// The keys of all ways to write a name: of itself, and of the abbreviation that it states.
fn wholes(name: &str) -> impl Iterator<Item = String> {
    [Some(whole(name)), bracketed(name).map(whole)].into_iter().flatten()
}

/// The abbreviation in brackets behind the name that it stands for: `Tern Gauge Group (TGG)`.
fn bracketed(name: &str) -> Option<&str> {
    let (before, rest) = name.split_once('(')?;
    let short = rest.strip_suffix(')')?.trim();
    abbreviates(short, before).then_some(short)
}

fn forget(notes: &mut BTreeMap<String, BTreeSet<NotePath>>, key: &str, path: &NotePath) {
    if let Some(paths) = notes.get_mut(key) {
        paths.remove(path);
        if paths.is_empty() {
            notes.remove(key);
        }
    }
}

fn candidate(path: &NotePath, score: f64, what: &'static str) -> Candidate {
    let bits = ((score / weights::NOBODY).log2() * 100.0).round() / 100.0;
    Candidate {
        path: path.clone(),
        p: 0.0,
        score,
        misheard: false,
        by_context: false,
        evidence: vec![Evidence { what: translated(what).into(), bits, plain: None }],
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Tier;

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

    fn best(known: &[&str], mention: &str) -> (Option<Tier>, Option<NotePath>) {
        let answer = companies(known).resolve(mention, &[]);
        (answer.tier, answer.best)
    }

    #[test]
    fn legal_forms_are_known_in_many_countries_short_and_spelt_out() {
        for name in [
            "Hafen Gesellschaft mit beschränkter Haftung",
            "OOO Hafen",
            "Hafen Sp. z o.o.",
            "Hafen Sdn Bhd",
            "The Hafen Co.",
        ] {
            assert_eq!(best(&["Hafen GmbH"], name), (Some(Tier::Auto), Some("Hafen GmbH.md".into())), "{name}");
        }
        // A word that says what a body is stays.
        assert_ne!(whole("Hafen Foundation"), whole("Hafen Trust"));
    }

    #[test]
    fn numbers_and_small_words_have_one_spelling() {
        assert_eq!(whole("Second Quay and Sons"), whole("2nd Quay & Sons"));
    }

    #[test]
    fn a_sister_company_is_another_one() {
        assert_eq!(best(&["Otto Bank"], "Otto Insurance").0, None);
        assert_ne!(best(&["Otto Labs"], "Otto Systems").0, Some(Tier::Auto));
        for (known, mention) in [
            ("Otto (Norway)", "Otto (Kenya)"),
            ("Otto (Norway)", "Otto Labs"),
            ("Otto (Norway)", "Otto"),
            ("Otto", "Otto (Kenya)"),
        ] {
            assert_ne!(best(&[known], mention).0, Some(Tier::Auto), "{mention}");
        }
    }

    #[test]
    fn what_tells_a_company_apart_is_no_legal_form() {
        for mention in
            ["Tern National Bank", "Tern Insurance Company", "Tern Trust Company", "Tern Zoo", "Tern Spa", "Co-Tern"]
        {
            assert_ne!(best(&["Tern Ltd"], mention).0, Some(Tier::Auto), "{mention}");
        }
        assert_ne!(best(&["Motion Ltd"], "E-Motion").0, Some(Tier::Auto));
        // “It” is a word; the company is called IT by its capitals, and that is too short to be sure.
        assert_ne!(best(&["Inland Timber (IT)"], "It").0, Some(Tier::Auto));
    }

    #[test]
    fn a_very_long_name_is_nobodys() {
        assert_eq!(best(&["Tern Ltd"], &"tern ".repeat(200_000)).0, None);
    }

    #[test]
    fn a_company_that_shares_its_telling_words_is_asked_about() {
        let name = "Harbour Gauge Works and Survey.md";
        assert_eq!(
            best(&["Harbour Gauge Works and Survey"], "Harbor Gauge Works"),
            (Some(Tier::Review), Some(name.into()))
        );
        assert_eq!(best(&["Harbour Gauge Works and Survey"], "National Trading Works").0, None);
    }

    #[test]
    fn an_abbreviation_is_asked_about_and_one_that_the_name_states_is_sure() {
        assert_eq!(best(&["Tern Gauge Group"], "TGG").0, Some(Tier::Review));
        assert_eq!(best(&["TGG"], "Tern Gauge Group").0, Some(Tier::Review));
        assert_eq!(best(&["Tern Gauge Group (TGG)"], "TGG").0, Some(Tier::Auto));
    }
}
