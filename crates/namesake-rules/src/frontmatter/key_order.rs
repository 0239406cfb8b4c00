//! Properties in one order.

use crate::{Report, Rule};
use namesake_language::say;
use namesake_note::finding::{Draft, Fix, Tier};
use namesake_note::note::Note;
use namesake_text::frontmatter::{Declared, Entry, arrange};
use namesake_vault::vault::Vault;

/// The rule.
pub const RULE: Rule = Rule {
    name: "key-order",
    what: "Puts properties in the order of the settings, each with its comments; those not named there follow as they stand.",
    why: "Notes are read faster where the same property stands in the same place.",
    example: "`tags`, `type` -> `type`, `tags`",
    automatic: "Where every comment belongs to one property and no value depends on the order. Anything else is reported.",
    on: false,
    worth: 1,
    check,
    ..Rule::FRONTMATTER
};

fn check(note: &Note, vault: &Vault, report: &mut Report) {
    let wanted: Vec<String> = vault.config().settings.key_order.iter().map(|name| name.to_lowercase()).collect();
    let rank = |entry: &Entry| {
        let key = entry.key.to_lowercase();
        wanted.iter().position(|name| *name == key).unwrap_or(wanted.len())
    };
    let entries = &note.frontmatter.entries;
    let Some([above, below]) = entries.array_windows().find(|[above, below]| rank(above) > rank(below)) else { return };
    let message =
        say!("`{below}` stands below `{above}`; in your order it comes before.", below = below.key, above = above.key);
    let draft = Draft::new(Tier::Auto, below.key_span, "order", message);
    let fix = |edits| Fix::in_note(say!("Put the properties in order"), &note.path, edits).declaring(Declared::Order);
    report.add(draft.offer(arrange(&note.text, &note.frontmatter, &rank).map(fix)));
}
