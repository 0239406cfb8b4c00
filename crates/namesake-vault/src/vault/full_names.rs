//! How a note writes the full names of people outside its tasks: `@Rob Benoit`, or a link. Tasks do not count: who is
//! written there is mostly the owner.

use namesake_note::note::{Note, line_at};
use namesake_tasks::has_checkbox;

/// How many full names `note` writes with `@`, and how many it links.
pub(super) fn full_names(note: &Note) -> [usize; 2] {
    let text = &note.text;
    let is_in_task = |at: usize| has_checkbox(note.slice(line_at(text, at)).trim_start());
    let mentioned = text.match_indices('@').filter(|(at, _)| begins_name(&text[at + 1..]) && !is_in_task(*at)).count();
    let links = note.body().links.iter().filter(|link| !is_in_task(link.span.start));
    [mentioned, links.filter(|link| is_name(note.slice(link.target))).count()]
}

/// Whether two words with capital letters follow.
fn begins_name(behind: &str) -> bool {
    let mut words = behind.split(' ');
    let mut is_large = || words.next().is_some_and(|word| word.starts_with(char::is_uppercase));
    is_large() && is_large()
}

/// Whether the file name in a link's target is two or three words with capital letters.
fn is_name(target: &str) -> bool {
    let name = target.split(['#', '|']).next().unwrap_or_default().rsplit('/').next().unwrap_or_default();
    let words = name.split_whitespace();
    (2..=3).contains(&words.clone().count()) && words.clone().all(|word| word.starts_with(char::is_uppercase))
}

#[cfg(test)]
mod tests {
    use crate::vault::Vault;
    use namesake_note::config::Config;

    #[test]
    fn people_are_mentioned_where_most_names_outside_tasks_have_the_sign() {
        let mut vault = Vault::new(Config::default());
        let line = "Said by @Rob Benoit and @Мария Соколова. a@b.com, @rob, @Rob said\n- [ ] Ask @Rob Benoit\n";
        vault.upsert("a.md".into(), line.repeat(9));
        assert!(!vault.usage().mentions_people(), "18 are few");
        vault.upsert("b.md".into(), line.repeat(2));
        assert!(vault.usage().mentions_people());
        vault.upsert("c.md".into(), "[[People/Mara Voss]] [[the plan]]\n- [ ] x [[Rob Benoit]]\n".repeat(22));
        assert!(!vault.usage().mentions_people(), "as many are linked");
        vault.remove(&"c.md".into());
        assert!(vault.usage().mentions_people());
    }
}
