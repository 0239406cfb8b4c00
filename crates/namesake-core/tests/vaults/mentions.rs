//! The names planted in `everyday`, in lists, links and prose: each of them found and right, and nothing besides.

use std::collections::BTreeMap;

use namesake_core::path::NotePath;
use namesake_core::vault::Vault;

use crate::notes::{Notes, everyday, vault};
use crate::truth::{Planted, by_line, linked, planted};

/// Where the rule looks, in the words of the truth file.
const PLACES: [&str; 4] = ["prose", "link", "participant", "property"];
/// Forms that are nobody's name. All others are written rightly, or mean nobody here.
const FORMS: [&str; 4] = ["misheard", "nickname", "spelling", "homonym"];

fn of_names(notes: &Notes) -> impl Iterator<Item = Planted> {
    let is_task = |planted: &Planted| {
        let line = notes[&planted.path].split('\n').nth(planted.line.unwrap_or(1) - 1).unwrap_or_default();
        line.trim_start().starts_with("- [")
    };
    planted().into_iter().filter(move |planted| PLACES.contains(&planted.place.as_str()) && !is_task(planted))
}

/// The people of a note: who takes part, whom it links to, who took part in the meeting it links to.
fn around(vault: &Vault, path: &str) -> Vec<NotePath> {
    let note = vault.note(&path.into()).expect("a note");
    let mut people = vault.participants(&note.path);
    people.extend(vault.neighbours(note));
    let linked = note.body().links.iter().filter_map(|link| vault.linked(note.slice(link.target)));
    people.extend(linked.flat_map(|meeting| vault.participants(meeting)));
    people
}

#[test]
fn whoever_is_asked_about_is_the_right_one_and_planted() {
    let notes = everyday();
    let mut vault = vault(&notes);
    let mut truth: BTreeMap<(String, usize), Vec<Planted>> = BTreeMap::new();
    for planted in of_names(&notes) {
        truth.entry((planted.path.clone(), planted.line.unwrap_or(0))).or_default().push(planted);
    }
    let mut wrong = Vec::new();
    for (at, findings) in by_line(&mut vault, &notes, "mention") {
        for finding in findings {
            let is_meant = |planted: &&Planted| finding.subject.starts_with(&format!("{} -> ", planted.mention));
            let got = linked(&vault, &finding);
            match truth.get(&at).into_iter().flatten().find(is_meant) {
                Some(planted) if got.is_some() && got == planted.truth => {}
                Some(planted) => wrong.push(format!("{}: got {got:?}, want {:?}", planted.told(), planted.truth)),
                None => wrong.push(format!("{at:?}: {} is not planted", finding.message)),
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn whoever_is_around_and_written_as_nobody_is_called_is_asked_about() {
    let notes = everyday();
    let mut vault = vault(&notes);
    let found = by_line(&mut vault, &notes, "mention");
    let mut silent = Vec::new();
    let mut asked = 0;
    for planted in of_names(&notes).filter(|planted| FORMS.contains(&planted.kind.as_str())) {
        let meant: NotePath = planted.truth.as_deref().expect("somebody").into();
        let takes_part = vault.participants(&planted.path.as_str().into()).contains(&meant);
        // A lone name in prose can be any word; what a list of links settles is no question.
        let is_around = planted.mention.contains(' ') && around(&vault, &planted.path).contains(&meant);
        let is_settled = planted.kind == "homonym" && takes_part;
        if planted.is("property") || is_settled || planted.is("prose") && !is_around {
            continue;
        }
        asked += 1;
        let at = (planted.path.clone(), planted.line.unwrap_or(0));
        let is_meant = |found: &&_| linked(&vault, found) == planted.truth;
        if !found.get(&at).into_iter().flatten().any(|finding| is_meant(&finding)) {
            silent.push(planted.told());
        }
    }
    assert!(silent.is_empty(), "{}", silent.join("\n"));
    assert!(asked >= 20, "{asked} are planted");
}

#[test]
fn every_cut_off_link_is_reconnected_and_no_other() {
    let notes = everyday();
    let mut vault = vault(&notes);
    let found = by_line(&mut vault, &notes, "cut-off-link");
    let mut cut: BTreeMap<(String, usize), Option<String>> = BTreeMap::new();
    for planted in planted().into_iter().filter(|planted| planted.kind == "cut-link") {
        cut.insert((planted.path.clone(), planted.line.unwrap_or(0)), planted.truth);
    }
    let meant = |findings: &Vec<_>| match findings.as_slice() {
        [one] => linked(&vault, one),
        _ => None,
    };
    let got: BTreeMap<_, _> = found.iter().map(|(at, findings)| (at.clone(), meant(findings))).collect();
    assert_eq!(got, cut);
}
