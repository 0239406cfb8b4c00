//! The companies and projects that a person deals with.

use std::collections::{BTreeMap, BTreeSet};

use crate::{Report, Rule};
use namesake_language::say;
use namesake_note::finding::{Draft, Fix, Tier};
use namesake_note::note::{Kind, Note, links};
use namesake_text::path::NotePath;
use namesake_text::text::{Edit, Span};
use namesake_vault::person::contact_fields::may_be_one_company;
use namesake_vault::teaching::sections::{SectionPlace, Titles, swallowed};
use namesake_vault::vault::{Vault, link_stem, stated_targets};

/// The rule.
pub const RULE: Rule = Rule {
    name: "related",
    what: "Adds the companies and projects that a meeting links to, to the Related Customers and Related Projects of those \
           who took part; their own company is left out.",
    why: "Who has to do with which customer is spread over a year of meetings.",
    example: "`customer: \"[[Northwind]]\"` in a meeting with Rob -> `- [[Northwind]]` under Related Customers in Rob's note",
    automatic: "Where a property of the meeting says so (`customer`, `company`, `project`) and the person's note has one of \
                the usual sections. A link in the text is asked about.",
    teaches: true,
    template: &["## Related Customers", "## Related Projects"],
    check,
    ..Rule::ENRICH
};

const SECTIONS: [(Kind, Titles); 2] =
    [(Kind::Company, |headings| &headings.related_customers), (Kind::Project, |headings| &headings.related_projects)];

/// The meetings that link to a note, and the first that does so in a property.
#[derive(Default)]
struct Linked<'v> {
    meetings: Vec<&'v NotePath>,
    stated: Option<&'v NotePath>,
}

fn check(note: &Note, vault: &Vault, report: &mut Report) {
    if note.kind != Kind::Person || !note.frontmatter.is_sound() {
        return;
    }
    let mut linked: BTreeMap<&NotePath, Linked> = BTreeMap::new();
    let is_asked = |path: &&NotePath| report.about().is_none_or(|about| *path == about);
    let certain = |path: &&NotePath| vault.misheard_as(path, &note.path).is_none();
    for path in vault.meetings_of(&note.path).filter(is_asked).filter(certain) {
        let Some(meeting) = vault.note(path) else { continue };
        for (other, is_stated) in about(meeting, vault) {
            let known = linked.entry(other).or_default();
            if known.meetings.last() != Some(&path) {
                known.meetings.push(path);
            }
            known.stated = known.stated.or(is_stated.then_some(path));
        }
    }
    for (kind, titles) in SECTIONS {
        let place = SectionPlace::of(note, vault, titles);
        if !place.is_wanted() {
            continue;
        }
        let there = links_in(&place, note, vault);
        for (other, linked) in &linked {
            let is_missing = !there.contains(*other) && vault.note(other).is_some_and(|other| other.kind == kind);
            if is_missing && !is_own(note, other, vault) {
                add(note, vault, &place, (other, linked), report);
            }
        }
    }
}

/// The companies and projects that a meeting links to, outside its transcript, and whether a property does.
fn about<'v>(meeting: &'v Note, vault: &'v Vault) -> impl Iterator<Item = (&'v NotePath, bool)> {
    let spoken = vault.transcript_spans(&meeting.path);
    let in_text = meeting.body().links.iter().filter(move |link| !spoken.iter().any(|span| span.contains(link.span)));
    let in_text = in_text.map(|link| (meeting.slice(link.target), false));
    let stated = stated_targets(meeting).map(|target| (target, true));
    let found = in_text.chain(stated).filter_map(|(target, is_stated)| Some((vault.linked(target)?, is_stated)));
    let is_meant = |path| vault.note(path).is_some_and(|note| matches!(note.kind, Kind::Company | Kind::Project));
    found.filter(move |(path, _)| is_meant(path))
}

/// The notes that a section links to already.
fn links_in(place: &SectionPlace, note: &Note, vault: &Vault) -> BTreeSet<NotePath> {
    let spans = place.spans();
    let links = spans.iter().flat_map(|span| note.body().links_in(*span));
    links.filter_map(|link| vault.linked(note.slice(link.target))).cloned().collect()
}

/// Whether the person belongs to the company.
fn is_own(note: &Note, company: &NotePath, vault: &Vault) -> bool {
    let person = vault.facts(&note.path).and_then(|facts| facts.person.as_ref());
    let names = vault.facts(company).and_then(|facts| facts.company.as_ref()).map(|company| company.names.as_slice());
    let theirs = person.map(|person| person.companies.as_slice()).unwrap_or_default();
    names.unwrap_or_default().iter().any(|name| theirs.iter().any(|own| may_be_one_company(vault, name, own)))
}

fn add(note: &Note, vault: &Vault, place: &SectionPlace, (other, linked): (&NotePath, &Linked), report: &mut Report) {
    let (Some(link), Some((earliest, rest))) = (vault.link(&note.path, other, ""), linked.meetings.split_first())
    else {
        return;
    };
    let item = format!("- {link}");
    // The order of names does not depend on which meeting is saved first.
    let name = |known: &Span| {
        let first = links::read(note.slice(*known), 0, &[]).into_iter().next()?;
        Some(link_stem(first.target.of(note.slice(*known))))
    };
    let mut inside =
        place.items().filter(|known| place.section.is_some_and(|section| section.content.contains(*known)));
    let edit = match inside.find(|known| name(known).is_some_and(|name| name > other.stem().to_lowercase())) {
        Some(next) => Edit::insert(next.start, format!("{item}{}", note.line_ending())),
        None => place.append(&item),
    };
    let tier = if linked.stated.is_some() && place.is_known() { Tier::Auto } else { Tier::Review };
    let message = say!("{name} took part in a meeting about {about}.", name = note.path.stem(), about = other.stem());
    let why = match linked.stated {
        Some(meeting) => say!("“{meeting}” says so in its properties.", meeting = meeting.stem()),
        None => say!("“{meeting}” links there.", meeting = earliest.stem()),
    };
    let draft = Draft::new(tier, edit.span, other.as_str(), message).because(why);
    let draft = draft.taught_by((*earliest).clone()).or_by(rest.iter().map(|path| (*path).clone()));
    report.add(match place.shows(&edit, &item) {
        true => draft.fix(Fix::in_note(say!("Add the link"), &note.path, vec![edit])),
        false => draft.doubted(swallowed()),
    });
}
