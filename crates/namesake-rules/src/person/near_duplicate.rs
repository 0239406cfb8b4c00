//! Facts that a person note states twice.

use std::collections::{BTreeMap, BTreeSet};

use crate::{Report, Rule};
use namesake_language::say;
use namesake_names::fold;
use namesake_note::finding::{Draft, Fix, Tier};
use namesake_note::note::{Kind, Note, Section, is_titled, lines};
use namesake_text::text::{Edit, Span};
use namesake_vault::person::bullet_words::BulletWords;
use namesake_vault::person::bullets::ends_with;
use namesake_vault::person::bullets::{Bullet, block_id, bullets, removal};
use namesake_vault::person::twin_sections::{TwinSections, twin_sections};
use namesake_vault::vault::Vault;

/// The rule.
pub const RULE: Rule = Rule {
    name: "near-duplicate",
    what: "Finds bullets of a person note that say the same under one heading. Of two the fuller one is kept; numbers, dates, \
           names and words such as “not” must be the same in both. A section that was pasted twice is one finding.",
    why: "Each batch tells the old facts again in slightly other words, until the new ones drown in them.",
    example: "`- Leads the group; eleven years.` and `- Leads the group, eleven years` -> the first",
    automatic: "Where both stand under the same headings and say the same to the letter but for case, white space and \
                punctuation, and nothing hangs on the one that goes: no lines below it, no block id, no other source.",
    check,
    ..Rule::PERSON
};

/// Comparing words takes time that grows with the square of the number of bullets. If more bullets than this share their
/// numbers and names, only equal letters count.
const MOST: usize = 64;
/// A bullet of more bytes than this is prose and no fact.
const LONGEST: usize = 1_000;

/// A bullet with what it says.
struct Fact<'n> {
    bullet: Bullet,
    said: BulletWords,
    /// The link that ends it.
    source: Option<&'n str>,
    under: &'n Under<'n>,
}

/// What a bullet stands under. Bullets with equal words may say different things if they stand under different words.
#[derive(PartialEq, Eq)]
struct Under<'n> {
    /// The headings around it, the outermost first.
    path: String,
    /// The words that lead its list in.
    lead: &'n str,
}

fn check(note: &Note, vault: &Vault, report: &mut Report) {
    if note.kind != Kind::Person || note.body().items.len() < 2 {
        return;
    }
    let context = &vault.config().settings.headings.recent_context;
    let is_context = |section: &Section| is_titled(&section.title, context);
    let names = vault.facts(&note.path).and_then(|facts| facts.person.as_ref()).map(|person| person.names.as_slice());
    let own: BTreeSet<String> =
        names.unwrap_or_default().iter().flat_map(|name| name.split_whitespace()).map(fold).collect::<BTreeSet<_>>();
    let is_name = |word: &str| vault.known_names().begins(word);
    let mut by_title: BTreeMap<String, Vec<(Bullet, Under)>> = BTreeMap::new();
    let mut above: Vec<&Section> = Vec::new();
    for section in &note.body().sections {
        above.retain(|other| other.level < section.level);
        above.push(section);
        let inside = bullets(note, section.content);
        if is_context(section) || inside.is_empty() {
            continue;
        }
        let mut path = String::new();
        for section in &above {
            path.push('/');
            path.push_str(&fold(&section.title));
        }
        // The words above a list say what its bullets mean, as “**Likes**” and “**Dislikes**” do.
        let leads: Vec<Span> = lines(&note.text, section.content).filter(|line| is_lead(note, *line)).collect();
        by_title.entry(fold(&section.title)).or_default().extend(inside.into_iter().map(|bullet| {
            let lead = leads.partition_point(|lead| lead.start < bullet.line.start).checked_sub(1);
            (bullet, Under { path: path.clone(), lead: lead.map_or("", |at| note.slice(leads[at])) })
        }));
    }
    let mut found = Vec::new();
    for bullets in by_title.values().filter(|bullets| bullets.len() > 1) {
        let short = bullets.iter().filter(|(bullet, _)| bullet.words.len() <= LONGEST);
        let facts = short.map(|(bullet, under)| {
            let (words, source) = without_source(note, bullet);
            Fact { bullet: *bullet, said: BulletWords::of(words, &own, &is_name), source, under }
        });
        let facts: Vec<Fact> = facts.filter(|fact| !fact.said.exact.is_empty()).collect();
        found.extend(pairs(&facts).into_iter().map(|(kept, gone)| {
            let (kept, gone) = (&facts[kept], &facts[gone]);
            Pair { kept: kept.bullet.line, gone: gone.bullet.line, draft: draft(note, kept, gone) }
        }));
    }
    let mut all: Vec<usize> = by_title.values().flatten().map(|(bullet, _)| bullet.line.start).collect();
    all.sort_unstable();
    for draft in pasted(note, &all, &mut found) {
        report.add(draft);
    }
    for pair in found {
        report.add(pair.draft);
    }
}

/// Two bullets that say the same, and what is reported about them.
struct Pair {
    kept: Span,
    gone: Span,
    draft: Draft,
}

impl Pair {
    /// Where the later one of the two begins.
    fn later(&self) -> usize {
        self.kept.start.max(self.gone.start)
    }
}

/// If so many bullets in a row stand in two sections of one title, the section was pasted twice.
const PASTED: usize = 3;

/// What is reported about sections that were pasted twice, instead of the pairs in them, which are taken out of `found`.
/// `bullets` are the beginnings of all bullets that were compared.
fn pasted(note: &Note, bullets: &[usize], found: &mut Vec<Pair>) -> Vec<Draft> {
    if found.len() < PASTED {
        return Vec::new();
    }
    found.sort_by_key(Pair::later);
    let mut drafts = Vec::new();
    let mut end = 0;
    for twins in &twin_sections(note) {
        if twins.heading.heading.start < end {
            continue;
        }
        let is_pasted = |pair: &Pair| {
            let (earlier, later) = (pair.kept.min(pair.gone), pair.kept.max(pair.gone));
            pair.draft.tier == Tier::Review && twins.first.contains(earlier) && twins.second.contains(later)
        };
        let inside = found.partition_point(|pair| pair.later() < twins.second.start)
            ..found.partition_point(|pair| pair.later() < twins.second.end);
        let later: BTreeSet<usize> = found[inside].iter().filter(|pair| is_pasted(pair)).map(Pair::later).collect();
        let from = bullets.partition_point(|at| *at < twins.second.start);
        let to = bullets.partition_point(|at| *at < twins.second.end);
        if bullets[from..to].windows(PASTED).any(|row| row.iter().all(|at| later.contains(at))) {
            end = twins.second.end;
            found.retain(|pair| !is_pasted(pair));
            drafts.push(twice(note, twins, later.len()));
        }
    }
    drafts
}

/// Reports a section that stands twice, `count` bullets of which are the same.
fn twice(note: &Note, twins: &TwinSections, count: usize) -> Draft {
    let title = &twins.heading.title;
    let message = say!("The section “{title}” stands twice in this note.", title);
    let draft = Draft::new(Tier::Review, twins.heading.heading, format!("section twice: {title}"), message);
    if twins.are_equal(note) {
        let edits = vec![twins.removal(note)];
        let draft = draft.because(say!("Both say the same to the letter, blank lines aside."));
        return draft.fix(Fix::in_note(say!("Take the second one out"), &note.path, edits));
    }
    draft.because(say!(
        "{count} of its bullets are the same in both, and other lines differ, so they are left to you.",
        count
    ))
}

/// Whether a line at the left edge is words of its own, and no bullet.
fn is_lead(note: &Note, line: Span) -> bool {
    let words = note.slice(line);
    !words.trim().is_empty() && !words.starts_with([' ', '\t']) && !note.body().is_item(line)
}

/// What the bullet says, and the target of the link behind it.
fn without_source<'n>(note: &'n Note, bullet: &Bullet) -> (&'n str, Option<&'n str>) {
    let link = note.body().links_in(bullet.words).last();
    let Some(link) = link.filter(|link| link.span.start > bullet.words.start && ends_with(note, &bullet.words, link))
    else {
        let words = note.slice(bullet.words);
        return (block_id(words).map_or(words, |id| &words[..words.len() - id.len()]), None);
    };
    (&note.text[bullet.words.start..link.span.start], Some(note.slice(link.target)))
}

/// Pairs of facts that say the same: the one to keep and the one to remove. No fact is removed twice, and none that is kept
/// is removed.
fn pairs(facts: &[Fact]) -> Vec<(usize, usize)> {
    let mut pairs = Vec::new();
    let mut gone = BTreeSet::new();
    let mut exact: BTreeMap<&str, usize> = BTreeMap::new();
    for (at, fact) in facts.iter().enumerate() {
        let first = *exact.entry(&fact.said.exact).or_insert_with(|| at);
        if first == at {
            continue;
        }
        // The first is kept, unless only the later one has a block id, a source or lines below it.
        let (kept, other) = if weight(&facts[at]) > weight(&facts[first]) { (at, first) } else { (first, at) };
        exact.insert(&fact.said.exact, kept);
        gone.insert(other);
        pairs.push((kept, other));
    }
    let mut alike: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    for (at, fact) in facts.iter().enumerate().filter(|(at, _)| !gone.contains(at)) {
        alike.entry(&fact.said.hard).or_default().push(at);
    }
    for group in alike.values().filter(|group| (2..=MOST).contains(&group.len())) {
        for (nth, &one) in group.iter().enumerate() {
            for &other in &group[nth + 1..] {
                let pair = match () {
                    () if gone.contains(&one) || gone.contains(&other) => continue,
                    () if facts[other].said.is_covered_by(&facts[one].said) => (one, other),
                    () if facts[one].said.is_covered_by(&facts[other].said) => (other, one),
                    () => continue,
                };
                gone.insert(pair.1);
                pairs.push(pair);
            }
        }
    }
    pairs.sort_by_key(|a| a.1);
    pairs.retain(|(kept, _)| !gone.contains(kept));
    pairs
}

/// How much belongs to a fact besides its words: lines below it, a block id, a source.
const fn weight(fact: &Fact) -> u8 {
    let has_lines = fact.bullet.whole.end > fact.bullet.line.end;
    if has_lines { 2 } else { fact.source.is_some() as u8 }
}

fn draft(note: &Note, kept: &Fact, gone: &Fact) -> Draft {
    let is_same = kept.said.exact == gone.said.exact;
    let adds_source = gone.source.is_some() && gone.source != kept.source;
    let is_free = kept.under == gone.under && !gone.bullet.is_tied(note, &kept.bullet);
    let tier = if is_same && !adds_source && is_free { Tier::Auto } else { Tier::Review };
    let message = match is_same {
        true => say!("This bullet says what another one says already."),
        false => say!("This bullet seems to say what another one says more fully."),
    };
    let subject = format!("{} <- {}", kept.said.exact, gone.said.exact);
    let mut draft = Draft::new(tier, gone.bullet.line, subject, message)
        .because(say!("Kept: “{words}”", words = note.slice(kept.bullet.words)))
        .because(say!("Taken out: “{words}”", words = note.slice(gone.bullet.words)));
    if gone.bullet.is_tied(note, &kept.bullet) {
        return draft.because(say!("Lines below it or its block id would go with it, so that one is left to you."));
    }
    if adds_source {
        draft = draft.because(say!("Its source is put behind the one that is kept."));
    }
    draft = draft.fix(Fix::in_note(say!("Keep the fuller one"), &note.path, edits(note, kept, gone)));
    match tier {
        Tier::Review if !kept.bullet.is_tied(note, &gone.bullet) => {
            draft.fix(Fix::in_note(say!("Keep the other one"), &note.path, edits(note, gone, kept)))
        }
        _ => draft,
    }
}

/// The edits that remove `gone` and write its source behind `kept`, before a block id.
fn edits(note: &Note, kept: &Fact, gone: &Fact) -> Vec<Edit> {
    let mut edits = vec![removal(note, gone.bullet.whole)];
    let link =
        note.body().links_in(gone.bullet.words).last().filter(|_| gone.source.is_some() && gone.source != kept.source);
    if let Some(link) = link {
        let words = note.slice(kept.bullet.words);
        let end = kept.bullet.words.end - block_id(words).map_or(0, str::len);
        let end = Span::new(kept.bullet.words.start, end).of(&note.text).trim_end().len() + kept.bullet.words.start;
        edits.push(Edit::insert(end, [" (", note.slice(link.span), ")"].concat()));
    }
    edits.sort_by_key(|a| a.span);
    edits
}
