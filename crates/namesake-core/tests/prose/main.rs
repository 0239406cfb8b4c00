//! Prose in which nobody is named suggests nobody, however many people of the vault are called Will, May or Rose. The
//! texts are made from `tests/corpora/prose`; its README says how they are written.

mod written;

use namesake_core::config::Config;
use namesake_core::plan::{self, Query};
use namesake_core::rules;
use namesake_core::vault::Vault;

use written::{Dice, Kind, kinds};

/// As much as the promise is tested with, in bytes.
const ENOUGH: usize = 300_000;
/// About as long as a long meeting's notes, in bytes.
const NOTE: usize = 2_500;
/// How many people take part in each meeting, or are linked in each other note.
const AROUND: usize = 12;

/// First names that are words, and the common ones of those who take part in meetings.
const FIRST: &str = "\
    Will Mark Grace May Rose Bill Hunter Art Drew Faith Jack Sue Rob Frank Pat Dean Hope Joy Summer Grant Chase Miles Sky \
    Robin Ray Reed Wade Rich Carol Dawn Penny Buck Sandy Rusty Lance Rocky Clay Dale Gene Victor Ruby Pearl Ivy Lily Iris \
    Olive Basil Sage Ginger Ernst Rosa Wolf Linde Mai Pierre Claire Blanche Marc Constance Luz Paz Cruz Consuelo Mercedes \
    Angel Liv Bo Dag Storm Bjorn Toivo Onni Robert William Jonathan Suzanne Patricia";
/// Surnames that are words, one of each beginning at least.
const LAST: &str = "\
    Day Field Fields Cook Baker Miller Marsh Woods Stone Bell Winter Waters Hill Hall Park Parks Rivers Banks Bridges \
    Church Lane Street Gardener Gates Green Brown Black White Young Long Short Rowe Knight King Bishop Pope Price Sharp \
    Swift Snow Frost Rain Berg Dahl Lund Strand Holm Koch Schneider Bauer Klein Lange Leblanc Petit Roux Moreno Reyes \
    Visser Dijk Jong Quill Upton Vine Yates Zeller Ellison Innes Otter Tailor Nutt Hood";

/// People whom the text could be taken to name: of the first names in it, and with surnames that begin as the word behind
/// them does. Nobody's first name is there twice, so that each could be meant.
fn around(prose: &str, dice: &mut Dice) -> Vec<String> {
    let words: Vec<&str> = prose.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    let mut people: Vec<String> = Vec::new();
    let start = dice.below(words.len());
    for at in (start..words.len()).chain(0..start) {
        let (word, next) = (words[at], words.get(at + 1).copied().unwrap_or_default());
        let is_new = !people.iter().any(|other| other.split(' ').next() == Some(word));
        if is_new && FIRST.split_whitespace().any(|first| first == word) && next.starts_with(char::is_uppercase) {
            let alike =
                |last: &&str| last[..1] == next[..next.chars().next().map_or(0, char::len_utf8)] && *last != next;
            let surnames: Vec<&str> = LAST.split_whitespace().filter(alike).collect();
            if !surnames.is_empty() {
                people.push(format!("{word} {}", surnames[dice.below(surnames.len())]));
            }
        }
    }
    people.extend(["Robert Ellison".to_owned(), "Suzanne Vine".to_owned()]);
    people.truncate(AROUND);
    people
}

/// A meeting with these people, a page that links to them, or the note of one of them.
fn note(number: usize, people: &[String], prose: &str) -> (String, String) {
    let links: Vec<String> = people.iter().map(|name| format!("[[{name}]]")).collect();
    match number % 3 {
        0 => (
            format!("Meetings/2025-01-01 - {number}.md"),
            format!("**Date:** 2025-01-01\n**Participants:** {}\n\n## Summary\n\n{prose}", people.join(", ")),
        ),
        1 => (format!("Sources/{number}.md"), format!("Sent to {}.\n\n{prose}", links.join(" and "))),
        _ => (
            format!("People/Reader {number}.md"),
            format!("---\ntype: people\n---\n## Background\n\n{prose}\n## Related\n\n- {}\n", links.join("\n- ")),
        ),
    }
}

fn vault(kinds: &[Kind]) -> (Vault, usize) {
    let mut dice = Dice::new(20_251_031);
    let mut vault = Vault::new(Config::default());
    let (mut written, mut number) = (0, 0);
    while written < ENOUGH {
        let prose = kinds[number % kinds.len()].write(NOTE, &mut dice);
        // Each kind of text comes into each kind of note, since there are not as many of the one as of the other.
        let people = around(&prose, &mut dice);
        let (path, text) = note(number + number / kinds.len(), &people, &prose);
        for name in people {
            vault.upsert(format!("People/{name}.md").as_str().into(), "---\ntype: people\n---\n".to_owned());
        }
        written += prose.len();
        vault.upsert(path.as_str().into(), text);
        number += 1;
    }
    (vault, written)
}

#[test]
fn prose_without_people_suggests_nobody() {
    let kinds = kinds();
    let (mut vault, written) = vault(&kinds);
    assert!(written >= ENOUGH, "{written}");
    // `same-person` compares the notes of people, of which this vault has invented many with much the same name.
    let read_prose = |rule: &&rules::Rule| rule.group == rules::Group::Names && rule.name != "same-person";
    let names = rules::ALL.iter().filter(read_prose).map(|rule| rule.name.to_owned());
    let query = Query { rules: Some(names.collect()), ..Query::default() };
    let found: Vec<String> =
        plan::findings(&mut vault, &query).iter().map(|found| format!("{}: {}", found.path, found.message)).collect();
    assert!(found.is_empty(), "{} findings\n{}", found.len(), found.join("\n"));
}

/// The same vault does suggest somebody where a name is misheard: the test above is not passed by looking away.
#[test]
fn a_misheard_name_among_all_that_is_found() {
    let kinds = kinds();
    let (mut vault, _) = vault(&kinds);
    vault.upsert("People/Ottilie Brandeis.md".into(), String::new());
    let text = "**Participants:** Ottilie Brandeis\n\n## Summary\n\nWill the fitters come? Ottilie Brandis asked.\n";
    vault.upsert("Meetings/a.md".into(), text.to_owned());
    let query = Query { rules: Some(["mention".to_owned()].into()), ..Query::default() };
    let messages: Vec<String> = plan::findings(&mut vault, &query).into_iter().map(|found| found.message).collect();
    assert_eq!(messages, ["“Ottilie Brandis” may be Ottilie Brandeis."]);
}

/// A corpus of one text told a hundred times would prove little.
#[test]
fn the_prose_is_varied() {
    let (vault, _) = vault(&kinds());
    let lines: Vec<&str> = vault.notes().flat_map(|note| note.text.lines()).filter(|line| line.len() > 40).collect();
    let mut distinct = lines.clone();
    distinct.sort_unstable();
    distinct.dedup();
    assert!(distinct.len() * 10 > lines.len() * 7, "{} of {} lines differ", distinct.len(), lines.len());
}
