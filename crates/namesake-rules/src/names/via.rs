//! The person meant by `(via X)` at the end of a line of Recent Context.

use crate::{Report, Rule};
use namesake_language::say;
use namesake_note::finding::{Fix, Tier};
use namesake_note::note::{Note, lines};
use namesake_text::text::{Edit, Span, trimmed};
use namesake_vault::mentions::capital_runs::is_name;
use namesake_vault::mentions::question::{self, FormQuestion};
use namesake_vault::new_person::NewPerson;
use namesake_vault::vault::Vault;

/// The rule.
pub const RULE: Rule = Rule {
    name: "via",
    what: "Links the name in `(via X)` to the person it means, with the participants of the line's meeting as context.",
    why: "The name was heard by a machine: “Rob Banga” in a meeting with Rob Benoit is hardly anybody else.",
    example: "`(via Rob Banga)` -> `(via [[Rob Benoit|Rob Banga]])`",
    automatic: "Where a short form can mean one participant only (`via Rob`). A name that was misheard is asked about \
                unless the settings say that the context may speak for it, and one that is written as the person's note has it is left as it is.",
    check,
    ..Rule::NAMES
};

fn check(note: &Note, vault: &Vault, report: &mut Report) {
    let mut neighbours = None;
    for section in &note.body().sections {
        for line in lines(&note.text, section.content) {
            let Some(name) = via(note, line) else { continue };
            let written = note.slice(name);
            // If a note has exactly this name, nothing is misheard.
            if !is_name(written) || vault.linked(written).is_some() {
                continue;
            }
            let links = note.body().links_in(line).iter();
            let path = |target| vault.linked(target).or_else(|| vault.cut_off(target));
            let linked = links.filter_map(|link| path(note.slice(link.target)));
            let meeting =
                linked.into_iter().find(|path| vault.facts(path).is_some_and(|facts| facts.meeting.is_some()));
            let neighbours = neighbours.get_or_insert_with(|| vault.neighbours(note));
            let context = vault.context_among(neighbours, note, meeting);
            let answer = vault.resolve(written, &context);
            if answer.best.as_ref().is_some_and(|best| vault.is_called(best, written)) {
                continue;
            }
            let asked = FormQuestion { written, places: &[name], note, context: &context };
            let found =
                question::finding(&asked, &answer, |path| Some(vault.links_heard(&note.path, path, written)?.in_text));
            if let Some(draft) = found {
                let draft = match meeting {
                    Some(meeting) => {
                        draft.because(say!("The line tells of the meeting “{meeting}”.", meeting = meeting.stem()))
                    }
                    None => draft,
                };
                report.add(match draft.tier {
                    Tier::Auto => draft,
                    Tier::Review => {
                        let source = meeting.and_then(|meeting| vault.note(meeting)).unwrap_or(note);
                        let edit = |new: &NewPerson| vec![Edit::replace(name, new.links(vault, &note.path).in_text)];
                        let fix = |title, new: &NewPerson| Some(Fix::in_note(title, &note.path, edit(new)));
                        question::or_new(draft, source, vault, written, &fix)
                    }
                });
            }
        }
    }
}

/// The name in the `(via …)` that ends a list item.
fn via(note: &Note, line: Span) -> Option<Span> {
    let words = note.slice(line).trim_end();
    let open =
        words.rfind("(via ").filter(|_| words.ends_with(')') && words.trim_start().starts_with(['-', '*', '+']))?;
    let name = trimmed(&note.text, Span::new(line.start + open + "(via ".len(), line.start + words.len() - 1));
    (!name.is_empty() && !note.body().is_opaque(name)).then_some(name)
}
