//! The rules, one a file, and the one table of them: the settings list, `--rule` and the docs page are made from it.
//! A rule reads a note and the vault's facts, never another rule.

#![forbid(unsafe_code)]

mod report;
mod rule;

/// Rules that carry what a meeting teaches to its people's notes.
mod enrich {
    pub mod contact;
    pub mod gone_meeting;
    pub mod key_decisions;
    pub mod key_facts;
    pub mod last_contact;
    pub mod recent_context;
    pub mod related;
    pub mod topics;
    pub mod unknown_participant;
}

/// Rules about properties, and about damage that came in with the text.
mod frontmatter {
    pub mod date_type;
    pub mod duplicate_key;
    pub mod invalid_yaml;
    pub mod key_order;
    pub mod list_type;
    pub mod misspelt_key;
    pub mod mojibake;
    pub mod odd_fence;
    pub mod placeholder;
    pub mod quote_style;
    pub mod schema;
    pub mod tag_form;
    pub mod title;
    pub mod type_value;
    pub mod wikilink_quote;
}

/// Rules about names in prose.
mod names {
    pub mod cut_off_link;
    pub mod mention;
    pub mod same_person;
    pub mod via;
}

/// The rule of the patterns that the user brings.
mod patterns {
    pub mod outlook;
    pub mod pattern;
}

/// Rules that keep person notes tidy.
mod person {
    pub mod blank_lines;
    pub mod contradiction;
    pub mod empty_prompt;
    pub mod heading_spacing;
    pub mod last_updated;
    pub mod misplaced_fact;
    pub mod near_duplicate;
    pub mod needs_review;
    pub mod recent_context_order;
    pub mod repeated_topic;
    pub mod two_people;
    pub mod unknown_cell;
}

/// Rules about tasks.
mod tasks {
    pub mod action_item;
    pub mod commitment;
    pub mod done_twin;
    pub mod hidden_fields;
    pub mod invalid_date;
    mod item_fields;
    pub mod line_separator;
    pub mod owner;
    pub mod owner_query;
    pub mod recurrence;
    pub mod restated;
}

use std::collections::{BTreeMap, BTreeSet};

pub use patterns::outlook::doubt as pattern_doubt;
pub use report::{Report, YieldedHabit};
pub use rule::{Group, Habitual, Rule, UNREADABLE, unreadable};

use namesake_note::config::Settings;
use namesake_note::finding::{Finding, Tier};
use namesake_note::note::Note;
use namesake_text::path::NotePath;
use namesake_vault::vault::Vault;

/// All rules, group by group, in the order in which they run and their findings are shown. A rule that counts what the
/// others have found stands last.
pub static ALL: &[Rule] = &[
    frontmatter::invalid_yaml::RULE,
    frontmatter::odd_fence::RULE,
    frontmatter::duplicate_key::RULE,
    frontmatter::misspelt_key::RULE,
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
    patterns::pattern::RULE,
    person::two_people::RULE,
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

/// The rule called `name`.
pub fn rule(name: &str) -> Option<&'static Rule> {
    ALL.iter().find(|rule| rule.name == name)
}

/// Which rules have to run. Others are skipped before they look, which saves their time.
#[derive(Debug, Clone, Copy, Default)]
pub struct Selection<'q> {
    /// Only rules with these names.
    pub rules: Option<&'q BTreeSet<String>>,
    /// Only rules that can find something of this tier.
    pub tier: Option<Tier>,
}

impl Selection<'_> {
    /// The rules that have to run, in their order.
    pub fn rules(self, settings: &Settings) -> Vec<&'static Rule> {
        // The last rule counts what all others find, so they run too.
        let all = ALL.iter().any(|rule| rule.runs_last && self.includes(rule, settings));
        ALL.iter().filter(|rule| all || self.includes(rule, settings)).collect()
    }

    fn includes(self, rule: &Rule, settings: &Settings) -> bool {
        let may_be_certain = rule.tier() == Tier::Auto && (settings.automatic_by_context || !rule.certain_by_context);
        self.rules.is_none_or(|rules| rules.contains(rule.name)) && (self.tier != Some(Tier::Auto) || may_be_certain)
    }
}

/// What those of `rules` that are switched on find in one note. A note with invalid YAML gets only the rules that report
/// or mend that, so that nothing else in it is touched. If `about` names a meeting, rules that teach report only what that
/// meeting says. The vault must be settled.
pub fn check(note: &Note, vault: &Vault, rules: &[&'static Rule], about: Option<&NotePath>) -> Vec<Finding> {
    if note.ignored().is_some() {
        return Vec::new();
    }
    run(note, vault, rules, about).into_findings()
}

/// What the rules leave alone in a note because the vault writes it so by habit, by what the settings call it.
pub fn habits(note: &Note, vault: &Vault) -> BTreeMap<String, YieldedHabit> {
    let yielding: Vec<&'static Rule> = ALL.iter().filter(|rule| rule.habit.is_some()).collect();
    if note.ignored().is_some() { BTreeMap::new() } else { run(note, vault, &yielding, None).into_habits() }
}

fn run<'v>(note: &'v Note, vault: &'v Vault, rules: &[&'static Rule], about: Option<&'v NotePath>) -> Report<'v> {
    let mut report = Report::new(note, vault, about);
    let settings = &vault.config().settings;
    let may_look = |rule: &&'static Rule| note.frontmatter.error.is_none() || rule.reads_broken;
    let is_on = |rule: &&'static Rule| settings.switch(rule.name, &note.path, note.kind).unwrap_or(rule.on);
    for rule in rules.iter().copied().filter(may_look).filter(is_on) {
        report.begin(rule);
        (rule.check)(note, vault, &mut report);
    }
    report
}

#[cfg(test)]
mod tests {
    use namesake_vault::new_person::OWN;

    use super::*;

    #[test]
    fn the_table_is_in_the_order_of_the_groups() {
        let place = |rule: &Rule| (rule.runs_last, Group::ALL.iter().position(|group| *group == rule.group));
        assert!(ALL.is_sorted_by_key(place));
    }

    #[test]
    fn the_default_template_holds_what_rules_fill_and_read() {
        for rule in ALL {
            for part in rule.template {
                assert!(OWN.contains(part), "{} looks for {part}", rule.name);
            }
        }
    }
}
