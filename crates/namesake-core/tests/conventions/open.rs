//! The list of ways that do not work yet, `open.md`: a heading for each family, below it `- title: reason`.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs;
use std::path::Path;

/// What stands above the first family where the list is written for the first time.
const HEAD: &str =
    "# Ways that do not work yet\n\nEach with what is in its way. A case that works has to leave this list.\n";

/// The ways that are open, by family and title, each with its reason.
pub struct Open {
    reasons: BTreeMap<(String, String), String>,
}

impl Open {
    /// Reads the list at `path`; nothing is open if there is none.
    pub fn read(path: &Path) -> Self {
        let text = fs::read_to_string(path).unwrap_or_default();
        let (mut reasons, mut family) = (BTreeMap::new(), String::new());
        for line in text.lines() {
            if let Some(name) = line.strip_prefix("## ") {
                name.clone_into(&mut family);
            } else if let Some((title, reason)) = line.strip_prefix("- **").and_then(|item| item.split_once("**: ")) {
                reasons.insert((family.clone(), title.to_owned()), reason.to_owned());
            }
        }
        Self { reasons }
    }

    /// Whether this way is open.
    pub fn has(&self, family: &str, title: &str) -> bool {
        self.reasons.contains_key(&(family.to_owned(), title.to_owned()))
    }

    /// The titles that none of `ways` has.
    pub fn stray<'w>(&self, ways: impl Iterator<Item = (&'w str, &'w str)>) -> Vec<String> {
        let ways: Vec<_> = ways.collect();
        let is_stray = |(family, title): &&(String, String)| !ways.contains(&(family, title));
        self.reasons.keys().filter(is_stray).map(|(family, title)| format!("{family}: {title}")).collect()
    }
}

/// The list that holds what is `failing`: family, title and reason, in order. A reason that `known` has stays.
pub fn written<'w>(known: &Open, failing: impl Iterator<Item = (&'w str, &'w str, &'w str)>) -> String {
    let (mut text, mut last) = (HEAD.to_owned(), "");
    for (family, title, reason) in failing {
        if family != last {
            let _ = write!(text, "\n## {family}\n\n");
            last = family;
        }
        let known = known.reasons.get(&(family.to_owned(), title.to_owned()));
        let reason = known.map_or(reason, String::as_str).replace('\n', " ");
        let _ = writeln!(text, "- **{title}**: {reason}");
    }
    text
}
