//! A section of a person's note beside what the meetings say: lines that are missing, lines that a meeting words
//! differently by now, lines that no meeting says any more. Facts and decisions share it.

use std::cell::{Cell, OnceCell};
use std::collections::BTreeSet;

use namesake_text::fold::words;

use super::line::{
    TaughtLine, decision_id, is_cited, is_close_wording, is_same_wording, line_id, line_ids, with_source, without_id,
};
use super::naming::Naming;
use super::sections::{SectionPlace, Titles, swallowed};
use super::statements::{Statement, plain_words, statements};
use crate::facts::LessonKind;
use crate::person::bullets::whole;
use crate::vault::Vault;
use namesake_language::{Said, say};
use namesake_note::finding::{Draft, Fix, Tier};
use namesake_note::note::{Kind, Note, lines};
use namesake_text::path::NotePath;
use namesake_text::text::{Edit, Span, plain};

/// Which lessons go into which section of a person's note.
pub struct TaughtSection {
    /// The kind of lesson.
    pub lesson_kind: LessonKind,
    /// The section of the person's note.
    pub titles: Titles,
    /// A sign before the words, used unless the section's lines have none.
    pub mark: &'static str,
    /// Whether nothing is added that brackets alone say of the person, or that the note says elsewhere in other words.
    pub skips_known: bool,
}

/// The section of facts.
pub const FACTS: TaughtSection = TaughtSection {
    lesson_kind: LessonKind::Fact,
    titles: |headings| &headings.key_facts,
    mark: "",
    skips_known: false,
};

/// The section of decisions.
pub const DECISIONS: TaughtSection = TaughtSection {
    lesson_kind: LessonKind::Decision,
    titles: |headings| &headings.key_decisions,
    mark: "✅ ",
    skips_known: true,
};

/// The findings about a section of a person's note. With `about`, only what that meeting teaches is looked at.
pub fn check(taught: &TaughtSection, note: &Note, vault: &Vault, about: Option<&NotePath>) -> Vec<Draft> {
    let mut drafts = Vec::new();
    if note.kind != Kind::Person || !note.frontmatter.is_sound() {
        return drafts;
    }
    let place = SectionPlace::of(note, vault, taught.titles);
    let lines: Vec<TaughtLine> = place.items().map(|item| TaughtLine::read(note, item)).collect();
    let naming = match about {
        // The sources of the lines there count as well: they tell where the new line belongs and whether it exists
        // already.
        Some(meeting) => {
            lines.iter().filter_map(|line| line.source(vault)).chain([meeting]).cloned().collect::<BTreeSet<_>>()
        }
        None => vault.meetings_naming(&note.path),
    };
    if naming.is_empty() && place.section.is_none() {
        return drafts;
    }
    let all = statements(taught.lesson_kind, note, vault, &naming);
    let section = SectionComparison {
        taught,
        note,
        vault,
        place,
        lines,
        names: names(note, vault),
        tried: Cell::new(None),
        ids: OnceCell::new(),
    };
    section.check(&all, &mut drafts);
    drafts
}

/// The newest meeting after the day `after` that repeats what a line of the note says, with its day. Had that meeting
/// been saved first, the line would name it as the source. With `about`, no other meeting counts.
pub fn newest_repetition<'v>(
    taught: &[TaughtSection],
    note: &Note,
    vault: &'v Vault,
    about: Option<&NotePath>,
    after: &str,
) -> Option<(&'v str, &'v NotePath)> {
    let naming = about.map_or_else(|| vault.meetings_naming(&note.path), |about| BTreeSet::from([about.clone()]));
    let dated = |path| Some((vault.facts(path)?.meeting.as_ref()?.date.as_deref()?, &vault.note(path)?.path));
    let says_again = |meeting: &NotePath| {
        taught.iter().any(|taught| {
            let all = statements(taught.lesson_kind, note, vault, &BTreeSet::from([meeting.clone()]));
            let is_said = |line: &TaughtLine| {
                line.id.is_some()
                    && all
                        .iter()
                        .any(|statement| statement.is_certain() && is_same_wording(&statement.words, &line.words))
            };
            let place = SectionPlace::of(note, vault, taught.titles);
            !all.is_empty() && place.items().any(|item| is_said(&TaughtLine::read(note, item)))
        })
    };
    naming.iter().filter_map(dated).filter(|(day, meeting)| *day > after && says_again(meeting)).max()
}

/// The folded words of the person's names.
fn names(note: &Note, vault: &Vault) -> BTreeSet<String> {
    let known = vault.person(&note.path);
    known.into_iter().flat_map(|known| &known.names).flat_map(|name| words(name)).collect::<BTreeSet<_>>()
}

/// A section of a person's note with its lines, ready to be compared with statements.
struct SectionComparison<'n> {
    taught: &'n TaughtSection,
    note: &'n Note,
    vault: &'n Vault,
    place: SectionPlace<'n>,
    lines: Vec<TaughtLine<'n>>,
    names: BTreeSet<String>,
    /// The last place that was tried, and whether a line shows there.
    tried: Cell<Option<(Span, bool)>>,
    /// The ids that no new line may get; read when there is one.
    ids: OnceCell<BTreeSet<&'n str>>,
}

impl SectionComparison<'_> {
    fn check(&self, all: &[Statement], drafts: &mut Vec<Draft>) {
        // Statements that no line has, and lines that no statement has.
        let is_line_of = |statement: &Statement, line: &TaughtLine| {
            is_same_wording(&statement.words, &line.words) || line.has_id_of(&statement.words)
        };
        let missing: Vec<&Statement> =
            all.iter().filter(|statement| !self.lines.iter().any(|line| is_line_of(statement, line))).collect();
        let stale: Vec<&TaughtLine> = self
            .lines
            .iter()
            .filter(|line| line.id.is_some() && !all.iter().any(|statement| is_line_of(statement, line)))
            .collect();
        let mut corrected: Vec<usize> = Vec::new();
        for statement in all {
            match self.lines.iter().find(|line| is_line_of(statement, line)) {
                Some(line) if line.is_untouched() => self.relinked(line, statement, all, drafts),
                Some(line) if line.id.is_some() && !is_same_wording(&statement.words, &line.words) => {
                    self.edited(line, statement, drafts);
                }
                Some(_) => {}
                None => corrected.extend(self.missing(statement, &missing, &stale, all, drafts)),
            }
        }
        for line in stale.iter().filter(|line| line.is_untouched() && !corrected.contains(&line.start)) {
            self.unsaid(line, drafts);
        }
    }

    /// Whether a line came from the meeting of the statement and may be the same in other words.
    fn is_like(&self, line: &TaughtLine, statement: &Statement) -> bool {
        line.source(self.vault) == Some(statement.meeting())
            && is_close_wording(&line.words, &statement.words, &self.names)
    }

    /// A statement that no line has: a new line, unless a line of the same meeting is close to it. Gives that line's
    /// start.
    fn missing(
        &self,
        statement: &Statement,
        missing: &[&Statement],
        stale: &[&TaughtLine],
        all: &[Statement],
        drafts: &mut Vec<Draft>,
    ) -> Option<usize> {
        let mut like = stale.iter().filter(|line| self.is_like(line, statement));
        if let Some(line) = like.next() {
            let is_only =
                like.next().is_none() && missing.iter().filter(|other| self.is_like(line, other)).count() == 1;
            match line.is_untouched() {
                true => self.rewritten(line, statement, is_only, drafts),
                false => self.edited(line, statement, drafts),
            }
            return Some(line.start);
        }
        let is_theirs = |line: &TaughtLine| line.id.is_none() && self.is_like(line, statement);
        if !self.lines.iter().any(is_theirs) {
            self.added(statement, all, drafts);
        }
        None
    }

    fn added(&self, statement: &Statement, all: &[Statement], drafts: &mut Vec<Draft>) {
        let (note, meeting) = (self.note, statement.meeting());
        if self.stands_elsewhere(statement) || self.taught.skips_known && (statement.aside || self.is_known(statement))
        {
            return;
        }
        let Some(sourced) = self.sourced(statement) else { return };
        let bullet = self.lines.last().and_then(|line| note.slice(line.span).chars().next());
        let bullet = bullet.filter(|bullet| "-*+".contains(*bullet)).unwrap_or('-');
        let is_marked = self.lines.is_empty() || self.lines.iter().any(|line| !line.mark.is_empty());
        let mark = if is_marked { self.taught.mark } else { "" };
        let line = format!("{bullet} {mark}{sourced}");
        let edit = self.insertion(&line, self.next(statement, all, None));
        let is_parted = self.place.is_parted();
        let is_sure = statement.is_certain() && self.place.is_known() && !is_parted;
        let tier = if is_sure { Tier::Auto } else { Tier::Review };
        let name = note.path.stem();
        let message = say!("“{meeting}” says something about {name}.", meeting = meeting.stem(), name);
        let mut draft = draft(tier, edit.span, statement, message).because(match statement.naming {
            Naming::ByLink => say!("It links to {name}.", name),
            Naming::ByFullName => say!("It names {name}, and nobody else is called so.", name),
            Naming::Doubtful => say!("What it calls them can, of those who took part, only mean {name}.", name),
        });
        if statement.doubtful {
            draft =
                draft.because(say!("What stands above, before or below it in the meeting may say that it is not so."));
        }
        if is_parted {
            draft = draft.because(say!("Words of its own part the section, so where this belongs is a guess."));
        }
        if !self.place.is_known() {
            draft = draft.because(say!("The note has none of the usual sections, so where this belongs is a guess."));
        }
        drafts.push(match self.shows(&edit, &line) {
            true => draft.fix(Fix::in_note(say!("Add the line"), &note.path, vec![edit])),
            false => draft.doubted(swallowed()),
        });
    }

    /// The words with their source and the id that a line has in this section.
    fn sourced(&self, statement: &Statement) -> Option<String> {
        with_source(self.vault, &self.note.path, &statement.words, statement.meeting(), &self.id(statement))
    }

    fn id(&self, statement: &Statement) -> String {
        match self.taught.lesson_kind {
            LessonKind::Decision => decision_id(&statement.words),
            LessonKind::Fact | LessonKind::Prose => line_id(&statement.words),
        }
    }

    /// Whether a line elsewhere in the note has the statement's id: somebody has moved it there.
    fn stands_elsewhere(&self, statement: &Statement) -> bool {
        let ids = self.ids.get_or_init(|| line_ids(self.note));
        ids.contains(self.id(statement).as_str())
    }

    /// Whether a bullet anywhere in the note links the meeting, or has its day, and says about the same. Lines that a
    /// meeting wrote do not count: which of them come first is chance.
    fn is_known(&self, statement: &Statement) -> bool {
        let (note, day) = (self.note, statement.order.0);
        note.body().items.iter().filter(|item| without_id(note.slice(**item)).1.is_none()).any(|item| {
            let words = note.slice(*item);
            let mut links = note.body().links_in(*item).iter();
            let links_meeting =
                links.any(|link| self.vault.linked(note.slice(link.target)) == Some(statement.meeting()));
            let is_of_meeting = links_meeting || !day.is_empty() && words.contains(day);
            // A note without such a section, where the meeting is told of already, has its own place for it.
            let is_own = || links_meeting && !self.place.is_known();
            is_of_meeting
                && (is_own() || is_close_wording(&plain(whole_words(note, *item)), &statement.words, &self.names))
        })
    }

    /// Whether `line` shows where `edit` puts it; remembered for the next line of the same place.
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

    /// The first line that belongs behind the statement.
    fn next(&self, statement: &Statement, all: &[Statement], but: Option<&TaughtLine>) -> Option<&TaughtLine<'_>> {
        let mut others = self.lines.iter().filter(|line| but.is_none_or(|but| but.start != line.start));
        others.find(|line| self.follows(line, statement, all) == Some(true))
    }

    /// Whether a line belongs behind the statement; `None` if the line was written by hand and stands anywhere.
    fn follows(&self, line: &TaughtLine, statement: &Statement, all: &[Statement]) -> Option<bool> {
        let is_here = line.id.is_some() && self.place.section?.content.contains(line.span);
        let source = line.source(self.vault).filter(|_| is_here)?;
        // Another meeting may have said it first with other punctuation; then the line has that meeting's id.
        let is_told = all.iter().find(|other| line.has_id_of(&other.words));
        Some(match is_told.or_else(|| all.iter().find(|other| is_same_wording(&other.words, &line.words))) {
            Some(other) => other.order > statement.order,
            None => (self.date(source), source) > (statement.order.0, statement.order.1),
        })
    }

    fn date(&self, meeting: &NotePath) -> &str {
        let facts = self.vault.meeting(meeting);
        facts.and_then(|facts| facts.date.as_deref()).unwrap_or_default()
    }

    /// An untouched line that its meeting words differently by now.
    fn rewritten(&self, line: &TaughtLine, statement: &Statement, is_only: bool, drafts: &mut Vec<Draft>) {
        let is_cited = line.id.is_some_and(|id| is_cited(self.vault, self.note, id));
        let is_certain = is_only && statement.naming > Naming::Doubtful && !is_cited;
        let tier = if is_certain { Tier::Auto } else { Tier::Review };
        let message = say!("“{meeting}” says this otherwise by now.", meeting = statement.meeting().stem());
        let draft = draft(tier, line.span, statement, message).because(here_it_says(line));
        let draft = match is_only {
            true => draft.because(untouched()),
            false => draft.because(say!("There is more than one line that this could be.")),
        };
        let draft = if is_cited { draft.because(say!("Another note links to this line.")) } else { draft };
        self.replacing(draft, line, statement, drafts);
    }

    /// A line that somebody has edited. It is theirs, whatever the meeting says, and they are asked.
    fn edited(&self, line: &TaughtLine, statement: &Statement, drafts: &mut Vec<Draft>) {
        let meeting = statement.meeting().stem();
        let message = say!("This line was edited and is not what “{meeting}” says.", meeting);
        let draft = draft(Tier::Review, line.span, statement, message).because(here_it_says(line));
        self.replacing(draft, line, statement, drafts);
    }

    fn replacing(&self, draft: Draft, line: &TaughtLine, statement: &Statement, drafts: &mut Vec<Draft>) {
        let Some(sourced) = self.sourced(statement) else { return };
        if !line.has_id_of(&statement.words) && self.stands_elsewhere(statement) {
            return;
        }
        let edit = Edit::replace(Span::new(line.start, line.span.end), sourced);
        drafts.push(draft.fix(Fix::in_note(say!("Take the meeting’s words"), &self.note.path, vec![edit])));
    }

    /// A line whose source is not the earliest meeting that says it: another said it before, or the source says it no
    /// more. The earliest meeting is the source, whichever was saved first.
    fn relinked(&self, line: &TaughtLine, statement: &Statement, all: &[Statement], drafts: &mut Vec<Draft>) {
        let Some(source) = line.source(self.vault).filter(|source| *source != statement.meeting()) else { return };
        let is_again = statement.is_taught_by(source);
        let is_meeting = || self.vault.facts(source).is_some_and(|facts| facts.meeting.is_some());
        if !is_again && (self.says(source, line) || !is_meeting()) {
            return;
        }
        let (meeting, other) = (statement.meeting().stem(), source.stem());
        let message = match is_again {
            true => say!("“{meeting}” says this too, and said it first.", meeting),
            false => say!("“{meeting}” says this, and “{other}” does not any more.", meeting, other),
        };
        // Somebody may have set another link without touching the words, so they are asked.
        let tier = if is_again { Tier::Auto } else { Tier::Review };
        let draft = draft(tier, line.span, statement, message).or_by([source.clone()]);
        let Some(sourced) = self.sourced(statement) else { return };
        let edits = self.moved(line, statement, all, &sourced);
        drafts.push(draft.fix(Fix::in_note(say!("Link the first"), &self.note.path, edits)));
    }

    /// The edits that replace `line` by `sourced` and move it to where it would stand had it been written first.
    fn moved(&self, line: &TaughtLine, statement: &Statement, all: &[Statement], sourced: &str) -> Vec<Edit> {
        let next = self.next(statement, all, Some(line));
        let mut others = self.lines.iter().filter(|other| other.start != line.start);
        let is_there = others
            .all(|other| self.follows(other, statement, all).is_none_or(|behind| behind == (other.start > line.start)));
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

    /// Whether the meeting still says what the line says. If so, only the person has become doubtful, since somebody
    /// else may have that name by now.
    fn says(&self, meeting: &NotePath, line: &TaughtLine) -> bool {
        self.vault.lessons(meeting).any(|(_, passage)| is_same_wording(&plain_words(passage), &line.words))
    }

    /// An untouched line that its meeting no longer says.
    fn unsaid(&self, line: &TaughtLine, drafts: &mut Vec<Draft>) {
        let Some(meeting) = line.source(self.vault) else { return };
        if self.says(meeting, line) {
            return;
        }
        let message = say!("“{meeting}” does not say this any more.", meeting = meeting.stem());
        let draft = Draft::new(Tier::Review, line.span, format!("unsaid {meeting} {}", line.words), message)
            .because(untouched())
            .taught_by(meeting.clone());
        let fix = item_removal(self.note, line.span)
            .map(|edit| Fix::in_note(say!("Remove the line"), &self.note.path, vec![edit]));
        drafts.push(fix.into_iter().fold(draft, Draft::fix));
    }
}

/// The words of the item on a line, with those of the lines below that continue it.
fn whole_words(note: &Note, line: Span) -> &str {
    note.slice(whole(note, line, Span::new(line.start, note.text.len())).0)
}

fn here_it_says(line: &TaughtLine) -> Said {
    say!("Here it says: {words}", words = line.words)
}

fn untouched() -> Said {
    say!("Nobody has touched the line since it was written.")
}

/// The draft of a finding about a statement.
fn draft(tier: Tier, span: Span, statement: &Statement, message: Said) -> Draft {
    let (meeting, words) = (statement.meeting(), &statement.words);
    let said = match statement.order.0 {
        "" => say!("It says: {words}", words),
        date => say!("On {date} it says: {words}", date, words),
    };
    Draft::new(tier, span, statement.subject(), message)
        .because(said)
        .taught_by(meeting.clone())
        .or_by(statement.again.iter().map(|path| (*path).clone()))
}

/// The edit that removes the item on the line `span`; `None` if indented lines stand below it.
pub fn item_removal(note: &Note, span: Span) -> Option<Edit> {
    let next = note.text[span.end..].find('\n').map_or(note.text.len(), |newline| span.end + newline + 1);
    let below = lines(&note.text, Span::new(next, note.text.len())).next();
    let is_bare =
        below.is_none_or(|line| !note.slice(line).starts_with([' ', '\t']) || note.slice(line).trim().is_empty());
    is_bare.then(|| Edit::delete(Span::new(span.start, next)))
}
