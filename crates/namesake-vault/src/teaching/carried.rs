//! Lines of a person's section that meetings taught: those that are missing, those that a meeting says otherwise by now,
//! those that it does not say any more. Shared by the rules for facts and for decisions.

use std::cell::Cell;
use std::collections::BTreeSet;

use namesake_text::fold::words;

use super::line::{Line, close, id_of, is_cited, same, sourced};
use super::named::Named;
use super::sections::{Place, Titles};
use super::statements::{Told, bare, told};
use crate::finding::{Draft, Fix, Tier};
use crate::note::{Kind, Note, lines};
use crate::vault::{Taught, Vault};
use namesake_text::path::NotePath;
use namesake_text::text::{Edit, Span};

/// What one rule carries where.
pub struct Carried {
    /// What the meetings teach.
    pub taught: Taught,
    /// The section of the person's note.
    pub titles: Titles,
    /// What stands before the words, unless the section does without.
    pub mark: &'static str,
}

/// The facts that meetings teach.
pub const FACTS: Carried = Carried { taught: Taught::Fact, titles: |headings| &headings.key_facts, mark: "" };

/// The decisions that meetings teach.
pub const DECISIONS: Carried =
    Carried { taught: Taught::Decision, titles: |headings| &headings.key_decisions, mark: "✅ " };

/// What is to be said of a section of a person's note. Where only what the meeting `about` teaches is asked for, no other
/// meeting is looked at.
pub fn check(carried: &Carried, note: &Note, vault: &Vault, about: Option<&NotePath>) -> Vec<Draft> {
    let mut drafts = Vec::new();
    if note.kind != Kind::Person || !note.frontmatter.is_sound() {
        return drafts;
    }
    let place = Place::of(note, vault, carried.titles);
    let lines: Vec<Line> = place.items().map(|item| Line::read(note, item)).collect();
    let naming = match about {
        // Beside it only what the lines tell of counts: where its own line belongs, and whether one has it already.
        Some(meeting) => {
            lines.iter().filter_map(|line| line.source(vault)).chain([meeting]).cloned().collect::<BTreeSet<_>>()
        }
        None => vault.meetings_naming(&note.path),
    };
    if naming.is_empty() && place.section.is_none() {
        return drafts;
    }
    let told = told(carried.taught, note, vault, &naming);
    let section = Section { carried, note, vault, place, lines, names: names(note, vault), tried: Cell::new(None) };
    section.check(&told, &mut drafts);
    drafts
}

/// The newest meeting after the day `after` that says again what a line of the note tells from another, with its day: had
/// it been saved first, the line would have come from it. Where one meeting is asked `about`, no other counts.
pub fn said_again<'v>(
    carried: &[Carried],
    note: &Note,
    vault: &'v Vault,
    about: Option<&NotePath>,
    after: &str,
) -> Option<(&'v str, &'v NotePath)> {
    let naming = about.map_or_else(|| vault.meetings_naming(&note.path), |about| BTreeSet::from([about.clone()]));
    let dated = |path| Some((vault.facts(path)?.meeting.as_ref()?.date.as_deref()?, &vault.note(path)?.path));
    let says_again = |meeting: &NotePath| {
        carried.iter().any(|carried| {
            let told = told(carried.taught, note, vault, &BTreeSet::from([meeting.clone()]));
            let is_said = |line: &Line| {
                line.id.is_some() && told.iter().any(|told| told.is_certain() && same(&told.words, &line.words))
            };
            let place = Place::of(note, vault, carried.titles);
            !told.is_empty() && place.items().any(|item| is_said(&Line::read(note, item)))
        })
    };
    naming.iter().filter_map(dated).filter(|(day, meeting)| *day > after && says_again(meeting)).max()
}

/// The folded words of the person's names.
fn names(note: &Note, vault: &Vault) -> BTreeSet<String> {
    let known = vault.facts(&note.path).and_then(|facts| facts.person.as_ref());
    known.into_iter().flat_map(|known| &known.names).flat_map(|name| words(name)).collect::<BTreeSet<_>>()
}

/// A section of a person's note, and what it says already.
struct Section<'n> {
    carried: &'n Carried,
    note: &'n Note,
    vault: &'n Vault,
    place: Place<'n>,
    lines: Vec<Line<'n>>,
    names: BTreeSet<String>,
    /// The last place that was tried, and whether a line is seen there.
    tried: Cell<Option<(Span, bool)>>,
}

impl Section<'_> {
    fn check(&self, all: &[Told], drafts: &mut Vec<Draft>) {
        // What the meetings say and no line does, and the lines that say what no meeting does.
        let is_line_of =
            |told: &Told, line: &Line| same(&told.words, &line.words) || line.id == Some(&id_of(&told.words));
        let missing: Vec<&Told> =
            all.iter().filter(|told| !self.lines.iter().any(|line| is_line_of(told, line))).collect();
        let stale: Vec<&Line> = self
            .lines
            .iter()
            .filter(|line| line.id.is_some() && !all.iter().any(|told| is_line_of(told, line)))
            .collect();
        let mut corrected: Vec<usize> = Vec::new();
        for told in all {
            match self.lines.iter().find(|line| is_line_of(told, line)) {
                Some(line) if line.is_untouched() => self.relinked(line, told, all, drafts),
                Some(line) if line.id.is_some() && !same(&told.words, &line.words) => self.edited(line, told, drafts),
                Some(_) => {}
                None => corrected.extend(self.missing(told, &missing, &stale, all, drafts)),
            }
        }
        for line in stale.iter().filter(|line| line.is_untouched() && !corrected.contains(&line.start)) {
            self.unsaid(line, drafts);
        }
    }

    /// Whether a line came from the meeting that says `told`, and may be that in other words.
    fn is_like(&self, line: &Line, told: &Told) -> bool {
        line.source(self.vault) == Some(told.meeting()) && close(&line.words, &told.words, &self.names)
    }

    /// Something no line says yet: a line of its own, unless one of the same meeting is like it. That line's start.
    fn missing(
        &self,
        told: &Told,
        missing: &[&Told],
        stale: &[&Line],
        all: &[Told],
        drafts: &mut Vec<Draft>,
    ) -> Option<usize> {
        let mut like = stale.iter().filter(|line| self.is_like(line, told));
        if let Some(line) = like.next() {
            let is_only =
                like.next().is_none() && missing.iter().filter(|other| self.is_like(line, other)).count() == 1;
            match line.is_untouched() {
                true => self.rewritten(line, told, is_only, drafts),
                false => self.edited(line, told, drafts),
            }
            return Some(line.start);
        }
        let is_theirs = |line: &Line| line.id.is_none() && self.is_like(line, told);
        if !self.lines.iter().any(is_theirs) {
            self.added(told, all, drafts);
        }
        None
    }

    fn added(&self, told: &Told, all: &[Told], drafts: &mut Vec<Draft>) {
        let (note, meeting) = (self.note, told.meeting());
        let Some(sourced) = sourced(self.vault, &told.words, meeting) else { return };
        let bullet = self.lines.last().and_then(|line| note.slice(line.span).chars().next());
        let bullet = bullet.filter(|bullet| "-*+".contains(*bullet)).unwrap_or('-');
        let is_marked = self.lines.is_empty() || self.lines.iter().any(|line| !line.mark.is_empty());
        let mark = if is_marked { self.carried.mark } else { "" };
        let line = format!("{bullet} {mark}{sourced}");
        let edit = self.insertion(&line, self.next(told, all, None));
        let is_parted = self.place.is_parted();
        let is_sure = told.is_certain() && self.place.is_known() && !is_parted;
        let tier = if is_sure { Tier::Auto } else { Tier::Review };
        let name = note.path.stem();
        let message = format!("“{}” says something about {name}.", meeting.stem());
        let mut draft = draft(tier, edit.span, told, message).because(match told.named {
            Named::Linked => format!("It links to {name}."),
            Named::Fully => format!("It names {name}, and nobody else is called so."),
            Named::Hardly => format!("What it calls them can, of those who took part, only mean {name}."),
        });
        if told.doubtful {
            draft = draft.because("What stands above, before or below it in the meeting may say that it is not so.");
        }
        if is_parted {
            draft = draft.because("Words of its own part the section, so where this belongs is a guess.");
        }
        if !self.place.is_known() {
            draft = draft.because("The note has none of the usual sections, so where this belongs is a guess.");
        }
        drafts.push(match self.shows(&edit, &line) {
            true => draft.fix(Fix::in_note("Add the line", &note.path, vec![edit])),
            false => Draft { tier: Tier::Review, ..draft }
                .because("Code or a comment is never closed and would swallow it; close that first."),
        });
    }

    /// Whether `line` is seen where `edit` puts it: asked once for lines of one place.
    fn shows(&self, edit: &Edit, line: &str) -> bool {
        if let Some((_, shows)) = self.tried.get().filter(|(span, _)| *span == edit.span) {
            return shows;
        }
        let shows = self.place.shows(edit, line);
        self.tried.set(Some((edit.span, shows)));
        shows
    }

    fn insertion(&self, line: &str, next: Option<&Line>) -> Edit {
        match next {
            Some(next) => Edit::insert(next.span.start, format!("{line}{}", self.note.line_ending())),
            None => self.place.append(line),
        }
    }

    /// The line that says what was told next.
    fn next(&self, told: &Told, all: &[Told], but: Option<&Line>) -> Option<&Line<'_>> {
        let mut others = self.lines.iter().filter(|line| but.is_none_or(|but| but.start != line.start));
        others.find(|line| self.follows(line, told, all) == Some(true))
    }

    /// Whether a line belongs behind `told`; `None` where nobody can say, since no machine put it there.
    fn follows(&self, line: &Line, told: &Told, all: &[Told]) -> Option<bool> {
        let is_here = line.id.is_some() && self.place.section?.content.contains(line.span);
        let source = line.source(self.vault).filter(|_| is_here)?;
        // Another meeting may have said it first in other signs, and the line is that one's.
        let is_told = all.iter().find(|other| line.id == Some(&id_of(&other.words)));
        Some(match is_told.or_else(|| all.iter().find(|other| same(&other.words, &line.words))) {
            Some(other) => other.order > told.order,
            None => (self.date(source), source) > (told.order.0, told.order.1),
        })
    }

    fn date(&self, meeting: &NotePath) -> &str {
        let facts = self.vault.facts(meeting).and_then(|facts| facts.meeting.as_ref());
        facts.and_then(|facts| facts.date.as_deref()).unwrap_or_default()
    }

    /// An untouched line that a meeting says otherwise by now.
    fn rewritten(&self, line: &Line, told: &Told, is_only: bool, drafts: &mut Vec<Draft>) {
        let is_cited = line.id.is_some_and(|id| is_cited(self.vault, self.note, id));
        let is_certain = is_only && told.named > Named::Hardly && !is_cited;
        let tier = if is_certain { Tier::Auto } else { Tier::Review };
        let message = format!("“{}” says this otherwise by now.", told.meeting().stem());
        let draft = draft(tier, line.span, told, message).because(format!("Here it says: {}", line.words));
        let draft = match is_only {
            true => draft.because("Nobody has touched the line since it was written."),
            false => draft.because("There is more than one line that this could be."),
        };
        let draft = if is_cited { draft.because("Another note links to this line.") } else { draft };
        self.replacing(draft, line, told, drafts);
    }

    /// A line that somebody has edited: theirs, whatever the meeting says.
    fn edited(&self, line: &Line, told: &Told, drafts: &mut Vec<Draft>) {
        let message = format!("This line was edited and is not what “{}” says.", told.meeting().stem());
        let draft = draft(Tier::Review, line.span, told, message).because(format!("Here it says: {}", line.words));
        self.replacing(draft, line, told, drafts);
    }

    fn replacing(&self, draft: Draft, line: &Line, told: &Told, drafts: &mut Vec<Draft>) {
        let Some(sourced) = sourced(self.vault, &told.words, told.meeting()) else { return };
        let edit = Edit::replace(Span::new(line.start, line.span.end), sourced);
        drafts.push(draft.fix(Fix::in_note("Take the meeting’s words", &self.note.path, vec![edit])));
    }

    /// The same was said before, or is said elsewhere alone by now: the earliest meeting that says it is the source,
    /// whichever was saved first.
    fn relinked(&self, line: &Line, told: &Told, all: &[Told], drafts: &mut Vec<Draft>) {
        let Some(source) = line.source(self.vault).filter(|source| *source != told.meeting()) else { return };
        let is_again = told.is_taught_by(source);
        let is_meeting = || self.vault.facts(source).is_some_and(|facts| facts.meeting.is_some());
        if !is_again && (self.says(source, line) || !is_meeting()) {
            return;
        }
        let (meeting, other) = (told.meeting().stem(), source.stem());
        let message = match is_again {
            true => format!("“{meeting}” says this too, and said it first."),
            false => format!("“{meeting}” says this, and “{other}” does not any more."),
        };
        // Whoever has set another link has not touched the words.
        let tier = if is_again { Tier::Auto } else { Tier::Review };
        let draft = draft(tier, line.span, told, message).or_by([source.clone()]);
        let Some(sourced) = sourced(self.vault, &told.words, told.meeting()) else { return };
        let edits = self.moved(line, told, all, &sourced);
        drafts.push(draft.fix(Fix::in_note("Link the first", &self.note.path, edits)));
    }

    /// The edits that put `sourced` in the place of `line`, and that where it would stand had it been there first.
    fn moved(&self, line: &Line, told: &Told, all: &[Told], sourced: &str) -> Vec<Edit> {
        let next = self.next(told, all, Some(line));
        let mut others = self.lines.iter().filter(|other| other.start != line.start);
        let is_there = others
            .all(|other| self.follows(other, told, all).is_none_or(|behind| behind == (other.start > line.start)));
        match removal(self.note, line.span).filter(|_| !is_there) {
            Some(removal) => {
                let bullet = &self.note.text[line.span.start..line.start];
                let mut edits = vec![removal, self.insertion(&format!("{bullet}{sourced}"), next)];
                edits.sort_by_key(|a| a.span);
                edits
            }
            None => vec![Edit::replace(Span::new(line.start, line.span.end), sourced)],
        }
    }

    /// Whether the meeting still says what the line does, where only whom it means has become doubtful: somebody else may
    /// be called so by now.
    fn says(&self, meeting: &NotePath, line: &Line) -> bool {
        self.vault.lessons(meeting).any(|(_, passage)| same(&bare(passage), &line.words))
    }

    /// An untouched line whose meeting says nothing of the kind any more.
    fn unsaid(&self, line: &Line, drafts: &mut Vec<Draft>) {
        let Some(meeting) = line.source(self.vault) else { return };
        if self.says(meeting, line) {
            return;
        }
        let message = format!("“{}” does not say this any more.", meeting.stem());
        let draft = Draft::new(Tier::Review, line.span, format!("unsaid {meeting} {}", line.words), message)
            .because("Nobody has touched the line since it was written.")
            .taught_by(meeting.clone());
        let fix =
            removal(self.note, line.span).map(|edit| Fix::in_note("Remove the line", &self.note.path, vec![edit]));
        drafts.push(fix.into_iter().fold(draft, Draft::fix));
    }
}

/// What is said of something told.
fn draft(tier: Tier, span: Span, told: &Told, message: String) -> Draft {
    let meeting = told.meeting();
    let said = match told.order.0 {
        "" => format!("It says: {}", told.words),
        date => format!("On {date} it says: {}", told.words),
    };
    Draft::new(tier, span, format!("{meeting} {}", told.words), message)
        .because(said)
        .taught_by(meeting.clone())
        .or_by(told.again.iter().map(|path| (*path).clone()))
}

/// The edit that takes the item on the line `span` away; `None` where something stands below it.
pub fn removal(note: &Note, span: Span) -> Option<Edit> {
    let next = note.text[span.end..].find('\n').map_or(note.text.len(), |newline| span.end + newline + 1);
    let below = lines(&note.text, Span::new(next, note.text.len())).next();
    let is_bare =
        below.is_none_or(|line| !note.slice(line).starts_with([' ', '\t']) || note.slice(line).trim().is_empty());
    is_bare.then(|| Edit::delete(Span::new(span.start, next)))
}
