//! The rules, one a file, and the one table of them: the settings list, `--rule` and the docs page are made from it.
//! A rule reads a note and the vault's facts, never another rule.

#![forbid(unsafe_code)]

mod enrich;
mod frontmatter;
mod names;
mod person;
mod report;
mod tasks;

use std::collections::BTreeSet;

pub use report::Report;

use namesake_text::path::NotePath;
use namesake_vault::config::Settings;
use namesake_vault::finding::{Finding, Tier};
use namesake_vault::note::Note;
use namesake_vault::vault::Vault;

/// A rule, with what the user is told about it.
#[derive(Clone, Copy)]
pub struct Rule {
    /// Its name: lower case and hyphens, the same as its file's.
    pub name: &'static str,
    /// The folder it stands in.
    pub group: &'static str,
    /// What it does, in one sentence.
    pub what: &'static str,
    /// Why anybody wants that.
    pub why: &'static str,
    /// Before and after.
    pub example: &'static str,
    /// When it is applied without asking; empty: never.
    pub automatic: &'static str,
    /// Whether it runs where nobody has switched it on or off.
    pub on: bool,
    /// Looks at one note.
    pub check: fn(&Note, &Vault, &mut Report),
}

impl Rule {
    /// The best tier its findings can have.
    pub const fn tier(&self) -> Tier {
        if self.automatic.is_empty() { Tier::Review } else { Tier::Auto }
    }
}

/// All rules, in the order in which their findings are shown. `needs_review` is last: it looks at what is still open.
pub static ALL: &[Rule] = &[
    frontmatter::invalid_yaml::RULE,
    frontmatter::odd_fence::RULE,
    frontmatter::duplicate_key::RULE,
    frontmatter::placeholder::RULE,
    frontmatter::mojibake::RULE,
    frontmatter::date_type::RULE,
    frontmatter::tag_form::RULE,
    frontmatter::wikilink_quote::RULE,
    frontmatter::list_type::RULE,
    frontmatter::type_value::RULE,
    frontmatter::title::RULE,
    frontmatter::schema::RULE,
    frontmatter::quote_style::RULE,
    frontmatter::key_order::RULE,
    tasks::line_separator::RULE,
    tasks::invalid_date::RULE,
    tasks::recurrence::RULE,
    tasks::hidden_fields::RULE,
    tasks::action_item::RULE,
    tasks::commitment::RULE,
    tasks::owner::RULE,
    tasks::owner_query::RULE,
    tasks::restated::RULE,
    tasks::done_twin::RULE,
    names::mention::RULE,
    names::cut_off_link::RULE,
    names::via::RULE,
    names::same_person::RULE,
    enrich::last_contact::RULE,
    enrich::contact::RULE,
    enrich::key_facts::RULE,
    enrich::topics::RULE,
    enrich::recent_context::RULE,
    enrich::key_decisions::RULE,
    enrich::related::RULE,
    enrich::gone_meeting::RULE,
    enrich::unknown_participant::RULE,
    person::contradiction::RULE,
    person::unknown_cell::RULE,
    person::misplaced_fact::RULE,
    person::near_duplicate::RULE,
    person::repeated_topic::RULE,
    person::recent_context_order::RULE,
    person::empty_prompt::RULE,
    person::blank_lines::RULE,
    person::heading_spacing::RULE,
    person::last_updated::RULE,
    person::needs_review::RULE,
];

/// The rules that carry what one note says to another: the only ones whose findings name a source.
pub static TAUGHT: &[&str] = &[
    enrich::last_contact::RULE.name,
    enrich::contact::RULE.name,
    enrich::key_facts::RULE.name,
    enrich::recent_context::RULE.name,
    enrich::key_decisions::RULE.name,
    enrich::topics::RULE.name,
    enrich::related::RULE.name,
    person::last_updated::RULE.name,
];

/// The name under which notes that cannot be read at all are reported. No rule: there is no text to look at.
pub const UNREADABLE: &str = "unreadable-note";

/// The rule called `name`.
pub fn rule(name: &str) -> Option<&'static Rule> {
    ALL.iter().find(|rule| rule.name == name)
}

/// Whether the rule called `name` speaks of what the others have left.
pub fn is_last(name: &str) -> bool {
    name == person::needs_review::RULE.name
}

/// Which rules are asked, before they look: what they would find besides is not worth the time.
#[derive(Debug, Clone, Copy, Default)]
pub struct Asked<'q> {
    /// Only these by name.
    pub rules: Option<&'q BTreeSet<String>>,
    /// Only those that can find something of this tier.
    pub tier: Option<Tier>,
}

impl Asked<'_> {
    /// The rules that are to look, in their order.
    pub fn rules(self, settings: &Settings) -> Vec<&'static Rule> {
        // The last rule counts what all others have found.
        let all = self.asks_for(&person::needs_review::RULE, settings);
        ALL.iter().filter(|rule| all || self.asks_for(rule, settings)).collect()
    }

    fn asks_for(self, rule: &Rule, settings: &Settings) -> bool {
        // It reads all prose, and without that setting nothing that it finds is certain.
        let may_be_certain = settings.automatic_by_context || rule.name != names::mention::RULE.name;
        self.rules.is_none_or(|rules| rules.contains(rule.name))
            && (self.tier != Some(Tier::Auto) || rule.tier() == Tier::Auto && may_be_certain)
    }
}

/// What those of `rules` that are switched on find in one note. A note with invalid YAML gets only what tells or mends
/// that, so that nothing else in it is touched. Of what meetings teach only what the meeting `about` does, where one is
/// given. The vault must be settled.
pub fn check(note: &Note, vault: &Vault, rules: &[&'static Rule], about: Option<&NotePath>) -> Vec<Finding> {
    if note.ignored().is_some() {
        return Vec::new();
    }
    let mut report = Report::new(note, vault, about);
    let settings = &vault.config().settings;
    let mending = [frontmatter::invalid_yaml::RULE.name, frontmatter::mojibake::RULE.name];
    let may_look = |rule: &&'static Rule| note.frontmatter.error.is_none() || mending.contains(&rule.name);
    let is_on = |rule: &&'static Rule| settings.switch(rule.name, &note.path, note.kind).unwrap_or(rule.on);
    for rule in rules.iter().copied().filter(may_look).filter(is_on) {
        report.run(rule);
    }
    report.into_findings()
}

/// What is said about a note that cannot be read.
pub fn unreadable(path: &NotePath, reason: &str) -> Finding {
    Finding {
        id: namesake_vault::finding::finding_id(UNREADABLE, path, "", 0),
        rule: UNREADABLE,
        tier: Tier::Review,
        path: path.clone(),
        start: 0,
        end: 0,
        message: format!("This note cannot be read and is left as it is: {reason}."),
        evidence: Vec::new(),
        fixes: Vec::new(),
        subject: String::new(),
        source: None,
        more_sources: Vec::new(),
        mention: None,
    }
}
