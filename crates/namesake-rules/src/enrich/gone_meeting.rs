//! Lines whose meeting no longer exists.

use std::borrow::Cow;
use std::collections::BTreeMap;

use crate::{Report, Rule};
use namesake_language::{Said, say};
use namesake_note::finding::{Draft, Fix, Tier};
use namesake_note::note::{Kind, Note};
use namesake_text::links::{decoded, is_relative};
use namesake_text::path::NotePath;
use namesake_text::text::Edit;
use namesake_vault::teaching::encounters::is_untouched;
use namesake_vault::teaching::line::{TaughtLine, without_id};
use namesake_vault::teaching::taught_section::item_removal;
use namesake_vault::vault::{Vault, link_stem};

/// The rule.
pub const RULE: Rule = Rule {
    name: "gone-meeting",
    what: "Lists what came from a meeting that is not there any more, all lines of a note at once.",
    why: "What a meeting taught stays behind when the meeting is deleted, and nobody can look it up.",
    example: "`- Rob Benoit has the keys. [[2025-10-31 - Call|2025-10-31]] ^20ca5403` once that note is deleted",
    check,
    ..Rule::ENRICH
};

fn check(note: &Note, vault: &Vault, report: &mut Report) {
    if !matches!(note.kind, Kind::Person | Kind::Company | Kind::Project) {
        return;
    }
    let leads_nowhere = |target: &str| {
        let stem = link_stem(target);
        let is_unread = || vault.unreadable().any(|(path, _)| path.stem().to_lowercase() == stem);
        // Of several notes of one name a relative link may mean any.
        let is_one_of_several = || is_relative(target) && !vault.is_free(&NotePath::new(decoded(target).into_owned()));
        vault.linked(target).is_none() && vault.cut_off(target).is_none() && !is_unread() && !is_one_of_several()
    };
    let body = note.body();
    let mut gone: BTreeMap<Cow<str>, Vec<TaughtLine>> = BTreeMap::new();
    for link in &body.links {
        let target = note.slice(link.target);
        let Some(item) = body.items.iter().rfind(|item| item.contains(link.span)) else { continue };
        if without_id(note.slice(*item)).1.is_none() {
            continue;
        }
        let line = TaughtLine::read(note, *item);
        if leads_nowhere(target) && (line.id.is_some() || is_untouched(note.slice(*item)).is_some()) {
            let path = decoded(target);
            let name = match link.markdown {
                true => NotePath::new(path.into_owned()).stem().to_owned().into(),
                false => Cow::Borrowed(target),
            };
            gone.entry(name).or_default().push(line);
        }
    }
    for (target, lines) in gone {
        let Some(first) = lines.first() else { continue };
        let message = match lines.len() {
            1 => say!("“{target}” is gone. A line came from it.", target),
            count => say!("“{target}” is gone. {count} lines came from it.", target, count),
        };
        let draft = Draft::new(Tier::Review, first.span, target.as_ref(), message);
        let draft = lines.iter().fold(draft, |draft, line| draft.because(Said::verbatim(note.slice(line.span).trim())));
        let edits: Option<Vec<Edit>> = lines.iter().map(|line| item_removal(note, line.span)).collect();
        let fix = edits.map(|edits| Fix::in_note(say!("Remove what came from it"), &note.path, edits));
        report.add(fix.into_iter().fold(draft, Draft::fix));
    }
}
