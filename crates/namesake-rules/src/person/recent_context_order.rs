//! Recent Context as one list, newest first, each meeting once.

use std::collections::{BTreeMap, BTreeSet};

use crate::{Report, Rule};
use namesake_language::say;
use namesake_note::finding::{Draft, Fix, Tier};
use namesake_note::note::{Kind, Note, Section, is_titled, lines};
use namesake_text::text::{Edit, Span};
use namesake_vault::facts::leading_day;
use namesake_vault::person::bullet_words::BulletWords;
use namesake_vault::person::bullets::{Bullet, block_id, bullets, removal};
use namesake_vault::person::review::is_made_by_machine;
use namesake_vault::vault::Vault;

/// The rule.
pub const RULE: Rule = Rule {
    name: "recent-context-order",
    what: "Makes one list of several Recent Context sections, puts its lines in order, the newest first, and finds meetings \
           that it tells twice. Every line keeps its bytes. A list that grows downwards is left so in notes that no machine made.",
    why: "Lists that grew by appending begin with the oldest call, go on in the next section, and nobody reads to the end.",
    example: "`- 2025-10-12: …` / `- 2025-10-31: …` -> `- 2025-10-31: …` / `- 2025-10-12: …`",
    automatic: "Where a line stands there twice, the same but for case, white space and punctuation, and nothing hangs on it.",
    check,
    ..Rule::PERSON
};

/// A line of the list with all below it.
struct Entry {
    bullet: Bullet,
    day: String,
    /// The first meeting that it links to: the path, or the link's target if there is no such note.
    meeting: Option<String>,
}

/// A section with its entries.
struct Part<'n> {
    section: &'n Section,
    /// The section without a horizontal rule that ends the note.
    content: Span,
    entries: Vec<Entry>,
    /// Whether it holds only lines with a date.
    is_list: bool,
    /// Whether no heading stands inside it.
    is_closed: bool,
}

impl Part<'_> {
    /// Whether its lines can move into a section above it.
    fn gives(&self) -> bool {
        self.is_closed || !self.entries.is_empty()
    }
}

fn check(note: &Note, vault: &Vault, report: &mut Report) {
    if note.kind != Kind::Person {
        return;
    }
    let titles = &vault.config().settings.headings.recent_context;
    let is_meant = |section: &Section| is_titled(&section.title, titles);
    let sections = note.body().sections.iter().enumerate().filter(|(_, section)| is_meant(section));
    let parts: Vec<Part> =
        sections.map(|(at, section)| part(note, vault, section, note.body().sections.get(at + 1))).collect();
    if parts.iter().map(|part| part.entries.len()).sum::<usize>() < 2 {
        return;
    }
    twice(note, &parts, report);
    let entries: Vec<&Entry> = parts.iter().flat_map(|part| &part.entries).collect();
    let is_ordered = entries.windows(2).all(|pair| pair[0].day >= pair[1].day);
    // Somebody who keeps the list by hand may add at the end on purpose.
    let grows_down = entries.windows(2).all(|pair| pair[0].day <= pair[1].day) && !is_made_by_machine(note);
    let is_cut_up = parts[1..].iter().any(Part::gives);
    if (is_cut_up || !is_ordered && !grows_down) && parts[0].is_closed && parts.iter().all(|part| part.is_list) {
        report.add(one_list(note, &parts, &entries));
    }
}

fn part<'n>(note: &'n Note, vault: &Vault, section: &'n Section, next: Option<&Section>) -> Part<'n> {
    let is_rule = |line: &Span| ["---", "***", "___"].contains(&note.slice(*line).trim());
    let rule = lines(&note.text, section.content).find(is_rule);
    let content = Span::new(section.content.start, rule.map_or(section.content.end, |rule| rule.start));
    let found = bullets(note, content);
    let entries: Vec<Entry> = found.into_iter().filter_map(|bullet| entry(note, vault, bullet)).collect();
    let inside = |line: &Span| {
        let next = entries.partition_point(|entry| entry.bullet.whole.end < line.end);
        entries.get(next).is_some_and(|entry| entry.bullet.whole.contains(*line))
    };
    let is_list = lines(&note.text, content).all(|line| note.slice(line).trim().is_empty() || inside(&line));
    Part { section, content, entries, is_list, is_closed: next.is_none_or(|next| next.level <= section.level) }
}

fn entry(note: &Note, vault: &Vault, bullet: Bullet) -> Option<Entry> {
    let day = leading_day(note.slice(bullet.words))?;
    let target = note.body().links_in(bullet.words).first().map(|link| note.slice(link.target));
    let path = target.and_then(|target| vault.linked(target).or_else(|| vault.cut_off(target)));
    let meeting = path.map(|path| path.as_str().to_owned()).or_else(|| target.map(str::to_lowercase));
    Some(Entry { bullet, day, meeting })
}

/// Reports meetings that have two lines. The longer one is kept; of equal ones the first.
fn twice(note: &Note, parts: &[Part], report: &mut Report) {
    let mut told: BTreeMap<&str, &Entry> = BTreeMap::new();
    for entry in parts.iter().flat_map(|part| &part.entries) {
        let Some(meeting) = entry.meeting.as_deref() else { continue };
        let first = *told.entry(meeting).or_insert_with(|| entry);
        if std::ptr::eq(first, entry) {
            continue;
        }
        let length = |entry: &Entry| entry.bullet.whole.len();
        let (kept, gone) = if length(entry) > length(first) { (entry, first) } else { (first, entry) };
        told.insert(meeting, kept);
        report.add(told_twice(note, meeting, kept, gone));
    }
}

fn told_twice(note: &Note, meeting: &str, kept: &Entry, gone: &Entry) -> Draft {
    let exact = |entry: &Entry| BulletWords::of(note.slice(entry.bullet.words), &BTreeSet::new(), &|_| false).exact;
    let (words, other) = (note.slice(gone.bullet.words), note.slice(kept.bullet.words));
    let is_same = exact(kept) == exact(gone) && !gone.bullet.is_tied(note, &kept.bullet);
    let tier = if is_same { Tier::Auto } else { Tier::Review };
    let name = meeting.rsplit('/').next().unwrap_or(meeting).trim_end_matches(".md");
    let draft = Draft::new(
        tier,
        gone.bullet.line,
        format!("twice: {meeting} {words}"),
        say!("Recent Context tells of “{name}” twice.", name),
    )
    .because(say!("Kept: “{words}”", words = other))
    .because(say!("Taken out: “{words}”", words));
    if block_id(words).is_some() && block_id(words) != block_id(other) {
        return draft
            .because(say!("Others may link to the block id of the line that would go, so that one is left to you."));
    }
    let without = |entry: &Entry| vec![removal(note, entry.bullet.whole)];
    let is_longer = kept.bullet.whole.len() > gone.bullet.whole.len();
    let title = if is_longer { say!("Keep the longer one") } else { say!("Keep one of them") };
    let draft = draft.fix(Fix::in_note(title, &note.path, without(gone)));
    match tier {
        Tier::Auto => draft,
        Tier::Review if block_id(other).is_some() => draft,
        Tier::Review => draft.fix(Fix::in_note(say!("Keep the other one"), &note.path, without(kept))),
    }
}

fn one_list(note: &Note, parts: &[Part], entries: &[&Entry]) -> Draft {
    let count = 1 + parts[1..].iter().filter(|part| part.gives()).count();
    let message = match count {
        1 => say!("Recent Context is not in order, the newest first."),
        count => say!("Recent Context stands in {count} sections of this note.", count),
    };
    let wrong = entries.windows(2).find(|pair| pair[0].day < pair[1].day);
    let subject = if count > 1 { "one list" } else { "newest first" };
    let mut draft = Draft::new(Tier::Review, parts[0].section.heading, subject, message);
    if let Some([older, newer]) = wrong {
        draft = draft.because(say!(
            "The line of {older} stands above that of {newer}.",
            older = older.day,
            newer = newer.day
        ));
    }
    let mut sorted = entries.to_vec();
    sorted.sort_by(|a, b| b.day.cmp(&a.day));
    let eol = note.line_ending();
    let told: Vec<&str> = sorted.iter().map(|entry| note.slice(entry.bullet.whole)).collect();
    let list = told.join(eol);
    let first = &parts[0];
    let mut edits = match (first.entries.first(), first.entries.last()) {
        (Some(top), Some(bottom)) => {
            vec![Edit::replace(Span::new(top.bullet.whole.start, bottom.bullet.whole.end), list)]
        }
        _ => vec![Edit::insert(first.section.heading.end, [eol, eol, &list].concat())],
    };
    // A rule that comes to stand right below words would make them a heading.
    let gap = |part: &Part| {
        let is_below_words =
            !note.text[..part.section.heading.start].trim_end_matches([' ', '\t']).ends_with(&[eol, eol].concat());
        if part.content.end < part.section.content.end && is_below_words { eol } else { "" }
    };
    // Text below an inner heading stays where it is, so the section's heading stays too.
    let out = |part: &Part| match (part.is_closed, part.entries.first(), part.entries.last()) {
        (true, ..) => Some(Edit::replace(Span::new(part.section.heading.start, part.content.end), gap(part))),
        (false, Some(top), Some(bottom)) => {
            Some(removal(note, Span::new(top.bullet.whole.start, bottom.bullet.whole.end)))
        }
        _ => None,
    };
    edits.extend(namesake_text::text::joined(parts[1..].iter().filter_map(out).collect()));
    let title = if count > 1 { say!("Make it one list, the newest first") } else { say!("Put the newest first") };
    draft.fix(Fix::in_note(title, &note.path, edits))
}
