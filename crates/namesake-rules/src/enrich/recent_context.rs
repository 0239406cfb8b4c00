//! A line about each meeting in the notes of the people who took part or were talked about, and of the companies and projects
//! that it links to.

use std::cmp::Ordering;
use std::collections::BTreeSet;

use crate::{Report, Rule};
use namesake_language::say;
use namesake_note::finding::{Draft, Fix, Tier};
use namesake_note::note::{Body, Kind, Note, Section, bullet, links};
use namesake_text::fold::words;
use namesake_text::links::{decoded, sole_target};
use namesake_text::path::NotePath;
use namesake_text::text::{self, Edit, Span};
use namesake_vault::facts::leading_day;
use namesake_vault::person::bullets::whole;
use namesake_vault::person::log_section::{LogSection, LogStanding, is_named_log, log_section};
use namesake_vault::teaching::encounters::{Encounter, Involvement, encounters, is_untouched};
use namesake_vault::teaching::line::{is_cited, line_ids, without_id};
use namesake_vault::teaching::naming::naming;
use namesake_vault::teaching::sections::{SectionPlace, swallowed, under_heading};
use namesake_vault::teaching::statements::plain_words;
use namesake_vault::teaching::taught_section::item_removal;
use namesake_vault::teaching::transcript_notes::repeats_meeting;
use namesake_vault::vault::{Vault, link_stem, says_me};

/// The rule.
pub const RULE: Rule = Rule {
    name: "recent-context",
    what: "Adds a line for each meeting to its participants' Recent Context: the day, a link, the summary's first sentence. Of \
           somebody who was only talked about it says so; companies and projects that a meeting links to get a line too.",
    why: "Before the next call one look at the person's note says what the last ones were about.",
    example: "`- 2025-10-31: [[2025-10-31 - Weekly catch-up|Weekly catch-up]] - Two paths are open for the pilot. ^2b854ab6`",
    automatic: "Where the participant, or the person who is linked, is certainly this one and their note has one of the \
                usual sections; where the note of a company or a project has this one. An empty section for any notes \
                counts if another person's note lists meetings in such a section. A line that somebody has edited is \
                left alone.",
    teaches: true,
    template: &["## Recent Context"],
    check,
    ..Rule::ENRICH
};

/// A line of the section that begins with a date.
struct Dated<'n> {
    line: Span,
    /// The end of the lines below that belong to it.
    end: usize,
    /// Whether other text stands between it and the first line, so that it may belong to another list.
    is_apart: bool,
    date: String,
    words: &'n str,
}

impl Dated<'_> {
    /// The file name in its first link, in lower case. It orders meetings of one day.
    fn target(&self) -> String {
        let link = links::read(self.words, 0, &[]).into_iter().next();
        link_stem(link.map_or("", |link| link.target.of(self.words)))
    }
}

fn check(note: &Note, vault: &Vault, report: &mut Report) {
    if !matches!(note.kind, Kind::Person | Kind::Company | Kind::Project) || !note.frontmatter.is_sound() {
        return;
    }
    let mut heard = encounters(note, vault, report.about());
    if heard.is_empty() {
        return;
    }
    let log = log_section(note, &vault.config().settings);
    let standing = log.as_ref().map(|log| log.standing);
    if standing == Some(LogStanding::Shown) {
        return;
    }
    let place = SectionPlace::of(note, vault, |headings| &headings.recent_context);
    // Who links to a note is what backlinks show. A line for that is only wanted where such lines have a place.
    let lists_all = match standing {
        Some(standing) => standing == LogStanding::Named,
        None => place.is_of_template(),
    };
    heard.retain(|heard| lists_all || heard.part == Involvement::TookPart);
    let present =
        meetings_in(&note.text, note.body(), &place, vault, &heard.iter().map(|heard| heard.path).collect::<Vec<_>>());
    let mut given = BTreeSet::new();
    for item in place.items().filter(|item| note.slice(*item).contains(" ^")) {
        corrected(note, vault, &place, (item, &heard), &mut given, report);
    }
    let elsewhere = listed_elsewhere(note, vault);
    heard.retain(|heard| !present.contains(heard.path) && !elsewhere.contains(heard.path));
    let has_list = matches!(standing, Some(LogStanding::Named | LogStanding::Notes)) || keeps_lists(vault);
    heard.retain(|heard| heard.part != Involvement::TookPart || is_wanted(note, vault, heard, has_list));
    // Whoever is in all meetings has the whole vault as their log, and so has whoever writes it and keeps no list.
    let keeps_own = standing == Some(LogStanding::Named) && place.items().next().is_some();
    let is_keeper = || vault.is_keeper(&note.path) || says_me(note) && !keeps_own;
    if heard.is_empty() || note.kind == Kind::Person && is_keeper() {
        return;
    }
    let is_untried = log.is_some_and(|log| log.standing == LogStanding::Empty && !lists_meetings(&log, vault, &heard));
    let dated = place.section.map(|section| dated(note, section)).unwrap_or_default();
    // A new line gets the bullet of the list.
    let bullet = dated.first().map_or("-", |first| &note.text[first.line.start..=first.line.start]);
    let dated: Vec<&Dated> = dated.iter().collect();
    let takes_in =
        dated.is_empty() && place.items().next().is_some_and(|item| note.slice(item).starts_with([' ', '\t']));
    // Lines are added in the order of the section; meetings of one day are ordered by name.
    let by_date = |a: &str, b: &str| if grows_down(&dated) { a.cmp(b) } else { b.cmp(a) };
    heard.sort_by(|a, b| {
        by_date(a.date, b.date).then_with(|| a.path.stem().to_lowercase().cmp(&b.path.stem().to_lowercase()))
    });
    let mut taken: BTreeSet<String> = line_ids(note).into_iter().map(str::to_owned).chain(given).collect();
    let lines = heard.iter().filter_map(|heard| {
        let line = [bullet, " ", &heard.line(vault, &note.path)?.with_new_id(&mut taken)?].concat();
        Some((heard, line))
    });
    let lines: Vec<(&Encounter, String)> = lines.collect();
    if place.section.is_none() && !place.is_known() && lines.len() > 1 {
        report.add(whole_section(note, vault, &place, &lines));
        return;
    }
    let edit = |heard: &Encounter, line: &str| match place.section {
        Some(section) => insertion(note, section, &dated, heard, line),
        None => place.append(line),
    };
    let new: Vec<(&Encounter, Edit)> = lines.iter().map(|(heard, line)| (*heard, edit(heard, line))).collect();
    if new.is_empty() {
        return;
    }
    // Lines for one place follow each other, so that the first meets the same neighbours as if it were alone.
    let are_seen = new.iter().all(|(_, edit)| place.is_beside_item(edit));
    let all = || {
        let edits: Vec<Edit> = new.iter().map(|(_, edit)| edit.clone()).collect();
        tells(note, &place, vault, &edits, &new.iter().map(|(heard, _)| heard.path).collect::<Vec<_>>())
    };
    debug_assert!(!are_seen || all(), "lines beside others tell nothing");
    let all_tell = are_seen || all();
    let is_beside_table = place.section.is_some_and(|section| has_table(note, section));
    for (heard, edit) in new {
        let tells = all_tell || tells(note, &place, vault, std::slice::from_ref(&edit), &[heard.path]);
        let mut draft = draft(note, vault, &place, heard, edit.span);
        if !place.is_known() {
            draft = draft.doubted(say!("The note has no such section yet, so its shape is not the usual one."));
        }
        if standing == Some(LogStanding::Doubtful) {
            draft =
                draft.doubted(say!("The section holds other notes, so whether meetings are listed there is a guess."));
        }
        if is_untried {
            draft = draft.doubted(say!(
                "The section is for any notes, and nobody’s note lists meetings under such a heading yet."
            ));
        }
        if is_beside_table {
            draft = draft.doubted(say!("The section holds a table, and this line would stand beside it."));
        }
        if dated.iter().any(|other| other.is_apart && other.line.start <= edit.span.start) {
            draft =
                draft.doubted(say!("Other text parts the lines of the section, so where this one belongs is a guess."));
        }
        if takes_in {
            draft = draft.doubted(say!("The list of the section is indented, and would hang on this line."));
        }
        report.add(match tells {
            true => draft.fix(Fix::in_note(say!("Add the line"), &note.path, vec![edit])),
            false => draft.doubted(swallowed()),
        });
    }
}

/// Whether a line is wanted about a meeting that the person took part in. Where no note has a list
/// of meetings, it has to say more than a link.
fn is_wanted(note: &Note, vault: &Vault, heard: &Encounter, has_list: bool) -> bool {
    let is_transcript = || repeats_meeting(vault, &note.path, heard.path, heard.date);
    (has_list || note.kind != Kind::Person || says_more_than_link(note, vault, heard)) && !is_transcript()
}

/// Whether anybody's note lists the meetings they were in.
fn keeps_lists(vault: &Vault) -> bool {
    let (settings, usage) = (&vault.config().settings, vault.usage());
    // Sections for any notes that hold nothing yet are no lists.
    let is_list = |title: &str| is_named_log(title, settings) || usage.dates_notes(title);
    usage.log_title().is_some_and(is_list) || usage.has_section(&settings.headings.recent_context)
}

/// Whether a line about the meeting says more than the backlinks of the note, or the meeting says something about the person.
fn says_more_than_link(note: &Note, vault: &Vault, heard: &Encounter) -> bool {
    let leads_here = |target: &str| vault.linked(target) == Some(&note.path);
    let mut listed = heard.meeting.participants.iter().filter_map(|name| sole_target(name.trim()));
    let in_text = |meeting: &Note| meeting.body().links.iter().any(|link| leads_here(meeting.slice(link.target)));
    let mut is_linked = || listed.any(leads_here) || vault.note(heard.path).is_some_and(in_text);
    let tells = |passage: &str| {
        words(&plain_words(passage)).count() > NAMES && naming(vault, heard.path, passage, &note.path).is_some()
    };
    heard.meeting.summary.is_some() || !is_linked() || vault.lessons(heard.path).any(|(_, passage)| tells(passage))
}

/// So many words may be no more than names in a list.
const NAMES: usize = 4;

/// Whether another person's note lists days or one of the meetings under a heading like that of `log`.
fn lists_meetings(log: &LogSection, vault: &Vault, heard: &[Encounter]) -> bool {
    let titles = std::slice::from_ref(&log.section.title);
    let lists = |path: &NotePath, meeting: &NotePath| {
        let other = vault.note(path).filter(|other| other.kind == Kind::Person);
        other.is_some_and(|other| {
            let spans = other.body().under(titles);
            let mut links = spans.iter().flat_map(|span| other.body().links_in(*span));
            links.any(|link| vault.linked(other.slice(link.target)) == Some(meeting))
        })
    };
    let is_linked = |heard: &Encounter| vault.backlinks(heard.path).iter().any(|path| lists(path, heard.path));
    vault.usage().dates_notes(&log.section.title) || heard.iter().any(is_linked)
}

/// The finding about a section that the note lacks, with a line for each meeting: one question, not one for each.
fn whole_section(note: &Note, vault: &Vault, place: &SectionPlace, lines: &[(&Encounter, String)]) -> Draft {
    let (name, count) = (note.path.stem(), lines.len());
    let all: Vec<&str> = lines.iter().map(|(_, line)| line.as_str()).collect();
    let edit = place.append(&all.join(note.line_ending()));
    let message =
        say!("{name} took part in {count} meetings, and the note has no section that lists them.", name, count);
    let draft = Draft::new(Tier::Review, edit.span, "the section", message);
    let newest = lines.iter().max_by_key(|(heard, _)| heard.date);
    let draft = match newest {
        Some((heard, _)) => draft
            .because(say!("The newest is “{meeting}” of {day}.", meeting = heard.path.stem(), day = heard.date))
            .taught_by(heard.path.clone())
            .or_by(lines.iter().map(|(heard, _)| heard.path.clone()).filter(|path| path != heard.path)),
        None => draft,
    };
    let paths: Vec<&NotePath> = lines.iter().map(|(heard, _)| heard.path).collect();
    match tells(note, place, vault, std::slice::from_ref(&edit), &paths) {
        true => draft.fix(Fix::in_note(say!("Add the section with {count} lines", count), &note.path, vec![edit])),
        false => draft.because(swallowed()),
    }
}

/// The finding about a meeting that the note lacks.
fn draft(note: &Note, vault: &Vault, place: &SectionPlace, heard: &Encounter, span: Span) -> Draft {
    let (name, meeting) = (note.path.stem(), heard.path.stem());
    let talked_about = || say!("{name} was talked about in “{meeting}”.", name, meeting);
    let (tier, message, why) = match heard.part {
        Involvement::TookPart => (
            Tier::Auto,
            say!("{name} took part in “{meeting}”.", name, meeting),
            say!("{name} is among the participants of the meeting of {day}.", name, day = heard.date),
        ),
        Involvement::Linked => {
            (Tier::Auto, talked_about(), say!("It links to {name}, who is not among the participants.", name))
        }
        Involvement::Named => {
            (Tier::Review, talked_about(), say!("It refers to {name}, who is not among the participants.", name))
        }
        Involvement::About => (
            Tier::Auto,
            say!("“{meeting}” is about {name}.", meeting, name),
            say!("The meeting of {day} links to it.", day = heard.date),
        ),
    };
    let mut draft = Draft::new(tier, span, heard.path.as_str(), message).because(why).taught_by(heard.path.clone());
    if let Some(written) = vault.misheard_as(heard.path, &note.path) {
        draft = draft.doubted(say!("The meeting says “{written}”, which is only like this name.", written));
    }
    // A new section in a note of a company or project is only made on request.
    if place.section.is_none() && note.kind != Kind::Person {
        draft.tier = Tier::Review;
    }
    draft
}

/// Corrects a line that the rule has written if the meeting has changed since. A line that somebody has edited stays.
/// `given` are the ids that lines get in this round.
fn corrected(
    note: &Note,
    vault: &Vault,
    place: &SectionPlace,
    (item, all): (Span, &[Encounter]),
    given: &mut BTreeSet<String>,
    report: &mut Report,
) {
    // Bullet and indentation belong to the list, so they are not compared.
    let Some((bullet, now)) = bulleted(note.slice(item).trim_end()) else { return };
    let source = links::read(now, 0, &[]).into_iter().next().and_then(|link| vault.linked(link.target.of(now)));
    let Some(heard) = all.iter().find(|heard| Some(heard.path) == source) else { return };
    let Some(line) = heard.line(vault, &note.path) else { return };
    if line.is(now) || line.is_linked_alike(now) {
        return;
    }
    let Some(is_untouched) = is_untouched(now) else { return };
    let mut taken: BTreeSet<String> =
        ids_of_others(note, item).map(str::to_owned).chain(given.iter().cloned()).collect();
    let Some(line) = line.with_new_id(&mut taken) else { return };
    given.extend(without_id(&line).1.map(str::to_owned));
    let mut draft = draft(note, vault, place, heard, item);
    draft.message = match is_untouched {
        true => say!("“{meeting}” says this otherwise by now.", meeting = heard.path.stem()),
        false => say!("This line was edited and is not what “{meeting}” says.", meeting = heard.path.stem()),
    };
    let is_cited = without_id(now).1.is_some_and(|id| is_cited(vault, note, id));
    if is_cited {
        draft = draft.because(say!("Another note links to this line."));
    }
    if is_cited || !is_untouched {
        draft.tier = Tier::Review;
    }
    let edits = moved(note, place, item, heard, &[bullet, &line].concat()).unwrap_or_else(|| {
        let start = item.start + bullet.len();
        vec![Edit::replace(Span::new(start, start + now.len()), line.clone())]
    });
    let fix = Fix::in_note(say!("Take the meeting’s words"), &note.path, edits);
    report.add(draft.because(say!("It would read: {line}", line)).fix(fix));
}

/// The ids of all lines but the one at `item`.
fn ids_of_others(note: &Note, item: Span) -> impl Iterator<Item = &str> {
    let own = without_id(note.slice(item)).1;
    let is_shared = own.is_some_and(|id| note.text.matches(&format!(" ^{id}")).count() > 1);
    line_ids(note).into_iter().filter(move |id| is_shared || Some(*id) != own)
}

/// Splits an item into its indentation with the bullet and its words.
fn bulleted(item: &str) -> Option<(&str, &str)> {
    let bare = item.trim_start();
    Some(item.split_at(item.len() - bare.len() + bullet(bare)?))
}

/// The edits that move `line` to the place of its new day, if the day has changed and the list is otherwise in order.
fn moved(note: &Note, place: &SectionPlace, item: Span, heard: &Encounter, line: &str) -> Option<Vec<Edit>> {
    let dated = dated(note, place.section?);
    dated.iter().find(|own| own.line.start == item.start).filter(|own| own.date != heard.date)?;
    if dated.iter().any(|other| other.is_apart) {
        return None;
    }
    let (before, behind): (Vec<_>, Vec<_>) =
        dated.iter().filter(|other| other.line.start != item.start).partition(|other| other.line.start < item.start);
    let others: Vec<&Dated> = before.iter().chain(&behind).copied().collect();
    let down = grows_down(&others);
    if before.iter().all(|other| !follows(other, heard, down)) && behind.iter().all(|other| follows(other, heard, down))
    {
        return None;
    }
    let mut edits = vec![item_removal(note, item)?, placed(note, &others, heard, line)?];
    edits.sort_by_key(|a| a.span);
    Some(edits)
}

/// The meetings that have a line in the section, inner headings (`### October`) included. If only one meeting is `asked`
/// about, others may be missing. Links that are cut off and Markdown links count too.
fn meetings_in(
    text: &str,
    body: &Body,
    place: &SectionPlace,
    vault: &Vault,
    asked: &[&NotePath],
) -> BTreeSet<NotePath> {
    let inside = place.spans_in(body);
    let addresses = body.addresses.iter().filter(|address| inside.iter().any(|span| span.contains(**address)));
    let by_address = addresses.filter_map(|address| vault.addressed(address.of(text)));
    let links = inside.iter().flat_map(|span| body.links_in(*span));
    // A save asks about one meeting, and the first letters exclude nearly all links quickly.
    let only = match asked {
        [only] => Some(only.stem().to_lowercase()),
        _ => None,
    };
    let may_be = |target: &str| {
        only.as_ref().is_none_or(|only| begins_like(target, only) && only.starts_with(&link_stem(target)))
    };
    let links = links.filter(|link| may_be(link.target.of(text)));
    let path = |target| vault.linked(target).or_else(|| vault.cut_off(target));
    links.filter_map(|link| path(link.target.of(text))).chain(by_address).cloned().collect()
}

/// The notes with whose links items of the note begin. What such an item lists needs no second line.
fn listed_elsewhere<'v>(note: &Note, vault: &'v Vault) -> BTreeSet<&'v NotePath> {
    let body = note.body();
    let linked = body.items.iter().filter_map(|item| {
        let words = note.slice(*item);
        let words = bullet(words.trim_start()).map(|at| &words.trim_start()[at..])?;
        let at = body.links.binary_search_by_key(&(item.end - words.len()), |link| link.span.start).ok()?;
        vault.linked(note.slice(body.links[at].target))
    });
    linked.collect()
}

/// Whether a table stands in a section.
fn has_table(note: &Note, section: &Section) -> bool {
    note.body().rows.iter().flatten().any(|cell| section.content.contains(*cell))
}

/// A quick test by the first letters: whether the file name in a link's target may be `stem`, which is in lower case.
fn begins_like(target: &str, stem: &str) -> bool {
    let target = decoded(target);
    let name = target.rsplit('/').next().unwrap_or_default().trim_start();
    let mut pairs = name.bytes().zip(stem.bytes()).take(16).take_while(|(a, b)| a.is_ascii() && b.is_ascii());
    pairs.all(|(a, b)| a.eq_ignore_ascii_case(&b))
}

/// The dated lines. If they are not in order, only those before any other text count.
fn dated<'n>(note: &'n Note, section: &Section) -> Vec<Dated<'n>> {
    let (mut dated, mut end, mut is_apart) = (Vec::<Dated>::new(), section.content.start, false);
    for line in note.body().items.iter().copied().filter(|item| section.content.contains(*item)) {
        let words = note.slice(line);
        let Some(said) = bullet(words).map(|bullet| &words[bullet..]) else { continue };
        let between = note.text.get(end..line.start).unwrap_or_default();
        is_apart |= !dated.is_empty() && !between.trim().is_empty();
        end = whole(note, line, section.content).0.end;
        if let Some(date) = leading_day(said).filter(|_| words.starts_with(['-', '*', '+'])) {
            dated.push(Dated { line, end, is_apart, date, words });
        }
    }
    let in_order = dated.is_sorted_by(|a, b| a.date <= b.date) || dated.is_sorted_by(|a, b| a.date >= b.date);
    if !in_order {
        dated.retain(|dated| !dated.is_apart);
    }
    dated
}

/// Whether the newest line is last, as in lists to which an importer appends.
fn grows_down(dated: &[&Dated]) -> bool {
    dated.first().zip(dated.last()).is_some_and(|(first, last)| first.date < last.date)
}

/// The place of a new line: in the order of the section, which is newest first unless its lines run the other way; below
/// the heading if there are no lines.
fn insertion(note: &Note, section: &Section, dated: &[&Dated], heard: &Encounter, line: &str) -> Edit {
    placed(note, dated, heard, line).unwrap_or_else(|| under_heading(note, section, line))
}

/// The edit that puts the line among the dated ones.
fn placed(note: &Note, dated: &[&Dated], heard: &Encounter, line: &str) -> Option<Edit> {
    let (eol, down) = (note.line_ending(), grows_down(dated));
    match dated.iter().find(|other| follows(other, heard, down)) {
        Some(next) => Some(Edit::insert(next.line.start, format!("{line}{eol}"))),
        None => dated.last().map(|last| Edit::insert(last.end, format!("{eol}{line}"))),
    }
}

/// Whether a line comes after the meeting's line.
fn follows(other: &Dated, heard: &Encounter, grows_down: bool) -> bool {
    match other.date.as_str().cmp(heard.date) {
        Ordering::Equal => other.target() > heard.path.stem().to_lowercase(),
        Ordering::Less => !grows_down,
        Ordering::Greater => grows_down,
    }
}

/// Whether the rule finds the `meetings` once their lines are written. Otherwise it would write them again and again.
fn tells(note: &Note, place: &SectionPlace, vault: &Vault, edits: &[Edit], meetings: &[&NotePath]) -> bool {
    let mut edits = edits.to_vec();
    edits.sort_by_key(|a| a.span);
    text::apply(&note.text, &edits).is_ok_and(|after| {
        let body = Body::read(&after, note.frontmatter.fence.body());
        let present = meetings_in(&after, &body, place, vault, meetings);
        meetings.iter().all(|path| present.contains(*path))
    })
}
