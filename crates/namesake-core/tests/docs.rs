//! `docs/rules.md` is made from the table of rules, and must say what it says. `UPDATE_DOCS=1` writes it anew.

use std::fmt::Write;
use std::path::Path;
use std::{env, fs};

use namesake_core::finding::Tier;
use namesake_core::rules::{self, Rule};

#[test]
fn the_page_of_rules_is_up_to_date() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/rules.md");
    let page = page();
    if env::var_os("UPDATE_DOCS").is_some() {
        fs::create_dir_all(path.parent().expect("a folder")).expect("docs/");
        fs::write(&path, &page).expect("docs/rules.md");
    }
    // Git may have checked it out with other line ends.
    let written = fs::read_to_string(&path).unwrap_or_default().replace("\r\n", "\n");
    assert_eq!(
        written, page,
        "docs/rules.md is out of date; write it anew: UPDATE_DOCS=1 cargo test -p namesake-core --test docs"
    );
}

fn page() -> String {
    let mut page = String::from(
        "# Rules\n\nMade from the rules themselves; do not edit. Each rule can be switched off by its name, in the \
         settings or with `--rule` on the command line. What is automatic may be written when a note was saved, once you \
         have switched that on; everything else is asked about.\n\nThe specs under \
         [`tests/rules/`](../tests/rules/README.md) show every rule on small vaults, also what it leaves alone.\n",
    );
    page.push_str("\n| rule | does | automatic |\n|---|---|---|\n");
    for rule in rules::ALL {
        let automatic = if rule.tier() == Tier::Auto { "yes" } else { "no" };
        line(&mut page, &format!("| [{0}](#{0}) | {1} | {automatic} |", rule.name, cell(rule.what)));
    }
    let mut group = None;
    for rule in rules::ALL {
        if group != Some(rule.group) {
            group = Some(rule.group);
            line(&mut page, &format!("\n## {}", rule.group.title()));
        }
        section(&mut page, rule);
    }
    page
}

fn section(page: &mut String, rule: &Rule) {
    let automatic = if rule.automatic.is_empty() { "Never: it is always asked about." } else { rule.automatic };
    line(page, &format!("\n### {}\n", rule.name));
    line(page, &format!("{}\n", rule.what));
    line(page, &format!("**Why.** {}\n", rule.why));
    line(page, &format!("**Example.** {}\n", rule.example));
    line(page, &format!("**Automatic.** {automatic}\n"));
    line(page, &format!("[Spec](../tests/rules/{0}/{1}.md)", rule.group.name(), rule.name));
}

/// A bar in a table's cell would end the cell.
fn cell(words: &str) -> String {
    words.replace('|', "\\|")
}

fn line(page: &mut String, words: &str) {
    writeln!(page, "{words}").expect("a string takes everything");
}
