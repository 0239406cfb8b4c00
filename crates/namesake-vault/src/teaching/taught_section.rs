//! Lines of a person's section that meetings taught: those that are missing, those that a meeting says otherwise by now,
//! those that it does not say any more. Shared by the rules for facts and for decisions.

use std::cell::Cell;
use std::collections::BTreeSet;

use namesake_text::fold::words;

use super::line::{TaughtLine, is_cited, is_close_wording, is_same_wording, line_id, with_source};
use super::naming::Naming;
use super::sections::{SectionPlace, Titles};
use super::statements::{Statement, plain_words, statements};
use crate::facts::LessonKind;
use crate::finding::{Draft, Fix, Tier};
use crate::note::{Kind, Note, lines};
use crate::vault::Vault;
use namesake_text::path::NotePath;
use namesake_text::text::{Edit, Span};

/// What one rule carries where.
pub struct TaughtSection {
    /// What the meetings teach.
    pub taught: LessonKind,
    /// The section of the person's note.
    pub titles: Titles,
    /// What stands before the words, unless the section does without.
    pub mark: &'static str,
}

/// The facts that meetings teach.
pub const FACTS: TaughtSection =
    TaughtSection { taught: LessonKind::Fact, titles: |headings| &headings.key_facts, mark: "" };

/// The decisions that meetings teach.
pub const DECISIONS: TaughtSection =
    TaughtSection { taught: LessonKind::Decision, titles: |headings| &headings.key_decisions, mark: "✅ " };

/// What is to be said of a section of a person's note. Where only what the meeting `about` teaches is asked for, no other
/// meeting is looked at.
pub fn check(carried: &TaughtSection, note: &Note, vault: &Vault, about: Option<&NotePath>) -> Vec<Draft> {
    let mut drafts = Vec::new();
    if note.kind != Kind::Person || !note.frontmatter.is_sound() {
        return drafts;
    }
    let place = SectionPlace::of(note, vault, carried.titles);
    let lines: Vec<TaughtLine> = place.items().map(|item| TaughtLine::read(note, item)).collect();
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
    let told = statements(carried.taught, note, vault, &naming);
    let section = Section { carried, note, vault, place, lines, names: names(note, vault), tried: Cell::new(None) };
    section.check(&told, &mut drafts);
    drafts
}

/// The newest meeting after the day `after` that says again what a line of the note tells from another, with its day: had
/// it been saved first, the line would have come from it. Where one meeting is asked `about`, no other counts.
pub fn newest_repetition<'v>(
    carried: &[TaughtSection],
    note: &Note,
    vault: &'v Vault,
    about: Option<&NotePath>,
    after: &str,
) -> Option<(&'v str, &'v NotePath)> {
    let naming = about.map_or_else(|| vault.meetings_naming(&note.path), |about| BTreeSet::from([about.clone()]));
    let dated = |path| Some((vault.facts(path)?.meeting.as_ref()?.date.as_deref()?, &vault.note(path)?.path));
    let says_again = |meeting: &NotePath| {
        carried.iter().any(|carried| {
            let told = statements(carried.taught, note, vault, &BTreeSet::from([meeting.clone()]));
            let is_said = |line: &TaughtLine| {
                line.id.is_some()
                    && told.iter().any(|told| told.is_certain() && is_same_wording(&told.words, &line.words))
            };
            let place = SectionPlace::of(note, vault, carried.titles);
            !told.is_empty() && place.items().any(|item| is_said(&TaughtLine::read(note, item)))
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
    carried: &'n TaughtSection,
    note: &'n Note,
    vault: &'n Vault,
    place: SectionPlace<'n>,
    lines: Vec<TaughtLine<'n>>,
    names: BTreeSet<String>,
    /// The last place that was tried, and whether a line is seen there.
    tried: Cell<Option<(Span, bool)>>,
}

impl Section<'_> {
    fn check(&self, all: &[Statement], drafts: &mut Vec<Draft>) {
        // What the meetings say and no line does, and the lines that say what no meeting does.
        let is_line_of = |told: &Statement, line: &TaughtLine| {
            is_same_wording(&told.words, &line.words) || line.id == Some(&line_id(&told.words))
        };
        let missing: Vec<&Statement> =
            all.iter().filter(|told| !self.lines.iter().any(|line| is_line_of(told, line))).collect();
        let stale: Vec<&TaughtLine> = self
            .lines
            .iter()
            .filter(|line| line.id.is_some() && !all.iter().any(|told| is_line_of(told, line)))
            .collect();
        let mut corrected: Vec<usize> = Vec::new();
        for told in all {
            match self.lines.iter().find(|line| is_line_of(told, line)) {
                Some(line) if line.is_untouched() => self.relinked(line, told, all, drafts),
                Some(line) if line.id.is_some() && !is_same_wording(&told.words, &line.words) => {
                    self.edited(line, told, drafts)
                }
                Some(_) => {}
                None => corrected.extend(self.missing(told, &missing, &stale, all, drafts)),
            }
        }
        for line in stale.iter().filter(|line| line.is_untouched() && !corrected.contains(&line.start)) {
            self.unsaid(line, drafts);
        }
    }

    /// Whether a line came from the meeting that says `told`, and may be that in other words.
    fn is_like(&self, line: &TaughtLine, told: &Statement) -> bool {
        line.source(self.vault) == Some(told.meeting()) && is_close_wording(&line.words, &told.words, &self.names)
    }

    /// Something no line says yet: a line of its own, unless one of the same meeting is like it. That line's start.
    fn missing(
        &self,
        told: &Statement,
        missing: &[&Statement],
        stale: &[&TaughtLine],
        all: &[Statement],
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
        let is_theirs = |line: &TaughtLine| line.id.is_none() && self.is_like(line, told);
        if !self.lines.iter().any(is_theirs) {
            self.added(told, all, drafts);
        }
        None
    }

    fn added(&self, told: &Statement, all: &[Statement], drafts: &mut Vec<Draft>) {
        let (note, meeting) = (self.note, told.meeting());
        let Some(sourced) = with_source(self.vault, &told.words, meeting) else { return };
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
        let mut draft = draft(tier, edit.span, told, message).because(match told.naming {
            Naming::ByLink => format!("It links to {name}."),
            Naming::ByFullName => format!("It names {name}, and nobody else is called so."),
            Naming::Doubtful => format!("What it calls them can, of those who took part, only mean {name}."),
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

    fn insertion(&self, line: &str, next: Option<&TaughtLine>) -> Edit {
        match next {
            Some(next) => Edit::insert(next.span.start, format!("{line}{}", self.note.line_ending())),
            None => self.place.append(line),
        }
    }

    /// The line that says what was told next.
    fn next(&self, told: &Statement, all: &[Statement], but: Option<&TaughtLine>) -> Option<&TaughtLine<'_>> {
        let mut others = self.lines.iter().filter(|line| but.is_none_or(|but| but.start != line.start));
        others.find(|line| self.follows(line, told, all) == Some(true))
    }

    /// Whether a line belongs behind `told`; `None` where nobody can say, since no machine put it there.
    fn follows(&self, line: &TaughtLine, told: &Statement, all: &[Statement]) -> Option<bool> {
        let is_here = line.id.is_some() && self.place.section?.content.contains(line.span);
        let source = line.source(self.vault).filter(|_| is_here)?;
        // Another meeting may have said it first in other signs, and the line is that one's.
        let is_told = all.iter().find(|other| line.id == Some(&line_id(&other.words)));
        Some(match is_told.or_else(|| all.iter().find(|other| is_same_wording(&other.words, &line.words))) {
            Some(other) => other.order > told.order,
            None => (self.date(source), source) > (told.order.0, told.order.1),
        })
    }

    fn date(&self, meeting: &NotePath) -> &str {
        let facts = self.vault.facts(meeting).and_then(|facts| facts.meeting.as_ref());
        facts.and_then(|facts| facts.date.as_deref()).unwrap_or_default()
    }

    /// An untouched line that a meeting says otherwise by now.
    fn rewritten(&self, line: &TaughtLine, told: &Statement, is_only: bool, drafts: &mut Vec<Draft>) {
        let is_cited = line.id.is_some_and(|id| is_cited(self.vault, self.note, id));
        let is_certain = is_only && told.naming > Naming::Doubtful && !is_cited;
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
    fn edited(&self, line: &TaughtLine, told: &Statement, drafts: &mut Vec<Draft>) {
        let message = format!("This line was edited and is not what “{}” says.", told.meeting().stem());
        let draft = draft(Tier::Review, line.span, told, message).because(format!("Here it says: {}", line.words));
        self.replacing(draft, line, told, drafts);
    }

    fn replacing(&self, draft: Draft, line: &TaughtLine, told: &Statement, drafts: &mut Vec<Draft>) {
        let Some(sourced) = with_source(self.vault, &told.words, told.meeting()) else { return };
        let edit = Edit::replace(Span::new(line.start, line.span.end), sourced);
        drafts.push(draft.fix(Fix::in_note("Take the meeting’s words", &self.note.path, vec![edit])));
    }

    /// The same was said before, or is said elsewhere alone by now: the earliest meeting that says it is the source,
    /// whichever was saved first.
    fn relinked(&self, line: &TaughtLine, told: &Statement, all: &[Statement], drafts: &mut Vec<Draft>) {
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
        let Some(sourced) = with_source(self.vault, &told.words, told.meeting()) else { return };
        let edits = self.moved(line, told, all, &sourced);
        drafts.push(draft.fix(Fix::in_note("Link the first", &self.note.path, edits)));
    }

    /// The edits that put `sourced` in the place of `line`, and that where it would stand had it been there first.
    fn moved(&self, line: &TaughtLine, told: &Statement, all: &[Statement], sourced: &str) -> Vec<Edit> {
        let next = self.next(told, all, Some(line));
        let mut others = self.lines.iter().filter(|other| other.start != line.start);
        let is_there = others
            .all(|other| self.follows(other, told, all).is_none_or(|behind| behind == (other.start > line.start)));
        match item_removal(self.note, line.span).filter(|_| !is_there) {
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
    fn says(&self, meeting: &NotePath, line: &TaughtLine) -> bool {
        self.vault.lessons(meeting).any(|(_, passage)| is_same_wording(&plain_words(passage), &line.words))
    }

    /// An untouched line whose meeting says nothing of the kind any more.
    fn unsaid(&self, line: &TaughtLine, drafts: &mut Vec<Draft>) {
        let Some(meeting) = line.source(self.vault) else { return };
        if self.says(meeting, line) {
            return;
        }
        let message = format!("“{}” does not say this any more.", meeting.stem());
        let draft = Draft::new(Tier::Review, line.span, format!("unsaid {meeting} {}", line.words), message)
            .because("Nobody has touched the line since it was written.")
            .taught_by(meeting.clone());
        let fix =
            item_removal(self.note, line.span).map(|edit| Fix::in_note("Remove the line", &self.note.path, vec![edit]));
        drafts.push(fix.into_iter().fold(draft, Draft::fix));
    }
}

/// What is said of something told.
fn draft(tier: Tier, span: Span, told: &Statement, message: String) -> Draft {
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
pub fn item_removal(note: &Note, span: Span) -> Option<Edit> {
    let next = note.text[span.end..].find('\n').map_or(note.text.len(), |newline| span.end + newline + 1);
    let below = lines(&note.text, Span::new(next, note.text.len())).next();
    let is_bare =
        below.is_none_or(|line| !note.slice(line).starts_with([' ', '\t']) || note.slice(line).trim().is_empty());
    is_bare.then(|| Edit::delete(Span::new(span.start, next)))
}
