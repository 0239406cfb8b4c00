//! What a meeting was about, told once in each participant's note.

use std::cmp::Ordering;

use crate::finding::{Draft, Fix, Tier};
use crate::note::{Body, Kind, Note, Section, lines, links};
use crate::order::{self, Set};
use crate::path::NotePath;
use crate::rules::{Report, Rule};
use crate::text::{self, Edit, Span, trimmed};
use crate::vault::{Meeting, Vault};

/// The rule.
pub const RULE: Rule = Rule {
    name: "recent-context",
    group: "enrich",
    what: "Adds a line for each meeting to its participants' Recent Context: the day, a link, the summary's first sentence.",
    why: "Before the next call one look at the person's note says what the last ones were about.",
    example: "`- 2025-10-31: [[2025-10-31 - Weekly catch-up|Weekly catch-up]] - Two paths are open for the pilot.`",
    automatic: "Where the participant is certainly this person and their note has the section. A note without it is \
                asked about first.",
    on: true,
    check,
};

/// A line of the section that begins with a date.
struct Dated {
    line: Span,
    date: String,
    /// The file name that its first link names, in lower case: breaks ties between meetings of one day.
    target: String,
}

fn check(note: &Note, vault: &Vault, report: &mut Report) {
    if note.kind != Kind::Person || !note.frontmatter.is_valid() {
        return;
    }
    let section = note.body().section(&vault.config().settings.headings.recent_context);
    let told = told(&note.text, note.body(), vault);
    let mut missing: Vec<(&str, &NotePath, &Meeting)> = vault
        .meetings_of(&note.path)
        .filter(|path| !told.contains(*path))
        .filter_map(|path| {
            let meeting = vault.facts(path)?.meeting.as_ref()?;
            Some((meeting.date.as_deref()?, path, meeting))
        })
        .collect();
    let dated = section.map(|section| dated(note, section)).unwrap_or_default();
    // In the order of the section; among meetings of one day the order of their names.
    let by_date = |a: &str, b: &str| if grows_down(&dated) { a.cmp(b) } else { b.cmp(a) };
    order::sort_by(&mut missing, |a, b| {
        by_date(a.0, b.0).then_with(|| a.1.stem().to_lowercase().cmp(&b.1.stem().to_lowercase()))
    });
    let new = missing.into_iter().filter_map(|(date, path, meeting)| {
        let line = line(vault, date, path, meeting)?;
        let edit = match section {
            Some(section) => insertion(note, section, &dated, date, path, &line),
            None => with_new_section(note, vault, &line),
        };
        Some((date, path, edit))
    });
    let new: Vec<(&str, &NotePath, Edit)> = new.collect();
    if new.is_empty() {
        return;
    }
    // Lines of one place come after each other, so that the first of them meets what any would meet alone.
    let all_tell = tells(note, vault, &new);
    let tier = if section.is_some() { Tier::Auto } else { Tier::Review };
    for line in new {
        let tells = all_tell || tells(note, vault, std::slice::from_ref(&line));
        let (date, path, edit) = line;
        let name = note.path.stem();
        let mut draft = Draft::new(tier, edit.span, path.as_str(), format!("{name} took part in “{}”.", path.stem()))
            .because(format!("{name} is among the participants of the meeting of {date}."))
            .taught_by(path.clone());
        if let Some(written) = vault.misheard_as(path, &note.path) {
            draft.tier = Tier::Review;
            draft = draft.because(format!("The meeting says “{written}”, which is only like this name."));
        }
        if section.is_none() {
            draft = draft.because("The note has no such section yet, so its shape is not the usual one.");
        }
        report.add(match tells {
            true => draft.fix(Fix::in_note("Add the line", &note.path, vec![edit])),
            false => Draft { tier: Tier::Review, ..draft }
                .because("Code or a comment is never closed and would swallow it; close that first."),
        });
    }
}

/// The meetings that the section already tells about, also under a heading of its own (`### October`). A link that was
/// cut off counts, and so does a Markdown link.
fn told(text: &str, body: &Body, vault: &Vault) -> Set<NotePath> {
    let inside = body.under(&vault.config().settings.headings.recent_context);
    let addresses = body.addresses.iter().filter(|address| inside.iter().any(|span| span.contains(**address)));
    let by_address = addresses.filter_map(|address| vault.addressed(address.of(text)));
    let links = inside.iter().flat_map(|span| body.links_in(*span));
    let path = |target| vault.linked(target).or_else(|| vault.cut_off(target));
    links.filter_map(|link| path(link.target.of(text))).chain(by_address).cloned().collect()
}

fn line(vault: &Vault, date: &str, path: &NotePath, meeting: &Meeting) -> Option<String> {
    let stem = path.stem();
    let short = stem.strip_prefix(date).unwrap_or(stem).trim_start_matches([' ', '-', '–', '_']);
    let link = vault.link(path, if short.is_empty() { stem } else { short })?;
    Some(match &meeting.summary {
        Some(summary) => format!("- {date}: {link} - {summary}"),
        None => format!("- {date}: {link}"),
    })
}

fn dated(note: &Note, section: &Section) -> Vec<Dated> {
    lines(&note.text, section.content)
        .filter(|line| !note.body().is_opaque_at(line.start))
        .filter_map(|line| {
            let date = note.slice(line).strip_prefix("- ")?.get(..10)?;
            let is_date =
                date.bytes().enumerate().all(|(i, b)| if i == 4 || i == 7 { b == b'-' } else { b.is_ascii_digit() });
            let link = links::read(note.slice(line), 0, &[]).into_iter().next();
            let target = link.map_or("", |link| link.target.of(note.slice(line)));
            let target = target.rsplit('/').next().unwrap_or_default().to_lowercase();
            is_date.then(|| Dated { line, date: date.to_owned(), target })
        })
        .collect()
}

/// Whether the newest line is the last, as where an importer appends.
fn grows_down(dated: &[Dated]) -> bool {
    dated.first().zip(dated.last()).is_some_and(|(first, last)| first.date < last.date)
}

/// Where the line goes: into the order that the section has, newest first unless its own lines run the other way; if
/// there is none yet, under the heading.
fn insertion(note: &Note, section: &Section, dated: &[Dated], date: &str, path: &NotePath, line: &str) -> Edit {
    let eol = note.line_ending();
    let stem = path.stem().to_lowercase();
    let follows = |other: &&Dated| match other.date.as_str().cmp(date) {
        Ordering::Equal => other.target > stem,
        Ordering::Less => !grows_down(dated),
        Ordering::Greater => grows_down(dated),
    };
    if let Some(next) = dated.iter().find(follows) {
        return Edit::insert(next.line.start, format!("{line}{eol}"));
    }
    if let Some(last) = dated.last() {
        return Edit::insert(last.line.end, format!("{eol}{line}"));
    }
    // Text that follows at once would become part of the list item.
    let behind = note.text[section.heading.end..].lines().nth(1).unwrap_or_default();
    let gap = if behind.trim().is_empty() { "" } else { eol };
    Edit::insert(section.heading.end, format!("{eol}{eol}{line}{gap}"))
}

/// A section with the line, before the footer if there is one, else at the end.
fn with_new_section(note: &Note, vault: &Vault, line: &str) -> Edit {
    let eol = note.line_ending();
    let titles = &vault.config().settings.headings.recent_context;
    let title = titles.first().map_or("Recent Context", String::as_str);
    let body = Span::new(note.frontmatter.fence.body(), note.text.len());
    let kept = trimmed(&note.text, body);
    let footer = lines(&note.text, kept).filter(|line| note.slice(*line).trim_end() == "---").last();
    let closes = |rule: &Span| note.slice(Span::new(rule.end, kept.end)).trim().starts_with("*Last updated");
    match footer.filter(closes) {
        Some(rule) => Edit::insert(rule.start, format!("## {title}{eol}{eol}{line}{eol}{eol}")),
        None => Edit::insert(kept.end, format!("{eol}{eol}## {title}{eol}{eol}{line}")),
    }
}

/// Whether the lines tell of their meetings once they are written. Otherwise they would be written again and again.
fn tells(note: &Note, vault: &Vault, new: &[(&str, &NotePath, Edit)]) -> bool {
    let mut edits: Vec<Edit> = new.iter().map(|(.., edit)| edit.clone()).collect();
    order::sort_by(&mut edits, |a, b| a.span.cmp(&b.span));
    text::apply(&note.text, &edits).is_ok_and(|after| {
        let told = told(&after, &Body::read(&after, note.frontmatter.fence.body()), vault);
        new.iter().all(|(_, path, _)| told.contains(*path))
    })
}
