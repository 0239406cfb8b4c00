//! What the lines below an item say about it: `Owner: …`, `Due: …`.

use namesake_text::text::{Span, trimmed};

use super::item_names::are_names;
use super::item_words::ItemWord;
use namesake_note::note::Note;

/// What sets a line of a name and a day off.
const SIGNS: [char; 11] = ['*', '_', '(', ')', '—', '–', '-', '→', '@', ' ', '['];

/// A longer line is no name and day, in bytes.
const LONGEST: usize = 80;

/// Who has to do an item and by when, as lines below it say, in bytes of the note.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct ItemDetails {
    /// By whom.
    pub owner: Option<Span>,
    /// By when.
    pub due: Option<Span>,
}

impl ItemDetails {
    /// Those that `lines` give, up to the first line that is blank or, by `depth`, not further in than the item.
    /// `is_name` says whether words are certainly somebody's name.
    pub fn read(note: &Note, lines: &[Span], is_below: impl Fn(&str) -> bool, is_name: &dyn Fn(&str) -> bool) -> Self {
        let mut found = Self::default();
        let indent = |line: Span| note.slice(line).len() - note.slice(line).trim_start().len();
        let first = lines.first().map_or(0, |line| indent(*line));
        for &line in lines.iter().take_while(|line| is_below(note.slice(**line))) {
            found.add(note, line);
            // A name further in is said of the line that it stands below.
            if indent(line) <= first {
                found.add_names(note, line, is_name);
            }
        }
        found
    }

    /// A line that is a name and mostly a day, set off by emphasis, brackets or a dash: `*Mara, by Friday*`.
    fn add_names(&mut self, note: &Note, line: Span, is_name: &dyn Fn(&str) -> bool) {
        let words = note.slice(line).trim_matches([' ', '\t', '>']);
        let bare = words.trim_matches(SIGNS);
        if bare.len() == words.len() || bare.len() > LONGEST || self.owner.is_some() {
            return;
        }
        let start = line.start + note.slice(line).find(bare).unwrap_or_default();
        let (name, day) = bare.split_once([',', '(', '—', '–']).unwrap_or((bare, ""));
        if are_names(name, is_name) {
            self.owner = Some(Span::new(start, start + name.len()));
            let end = start + bare.len();
            self.due = self.due.or((!day.trim().is_empty()).then(|| Span::new(end - day.len(), end)));
        }
    }

    /// Whether they say anything.
    pub const fn is_empty(&self) -> bool {
        self.owner.is_none() && self.due.is_none()
    }

    /// These, and where they say nothing `other`.
    #[must_use]
    pub fn or(self, other: Self) -> Self {
        Self { owner: self.owner.or(other.owner), due: self.due.or(other.due) }
    }

    /// Whether a line says nothing but whose an item is, by when or how far: `- **Owner:** Mara`.
    pub fn is_one(line: &str) -> bool {
        let words = line.trim_start_matches(|c: char| !c.is_alphabetic() && c != '[');
        let label = words.split_once([':', '：']).map(|(label, _)| label);
        // “Done: send it” says what is done.
        let is_state = |label: &str| ItemWord::State.is(label) && !ItemWord::Done.is(label);
        let is_label = |label: &str| {
            ItemWord::Owner.is(label) || ItemWord::Day.is(label) || ItemWord::Field.is(label) || is_state(label)
        };
        label.is_some_and(is_label)
    }

    /// The fields of a line: `- **Owner:** Mara | Due: Friday`.
    fn add(&mut self, note: &Note, line: Span) {
        let mut at = line.start;
        for field in note.slice(line).split(['|', ';']) {
            let span = Span::new(at, at + field.len());
            at = span.end + 1;
            let Some((label, value)) = field.split_once([':', '：']) else { continue };
            let label = label.trim_start_matches(|c: char| !c.is_alphabetic());
            let value = trimmed(&note.text, Span::new(span.end - value.len(), span.end));
            let signs = note.slice(value).len() - note.slice(value).trim_start_matches(['*', '_', ' ', ':']).len();
            let value = Span::new(value.start + signs, value.end);
            if value.is_empty() {
                continue;
            }
            if ItemWord::Owner.is(label) {
                self.owner.get_or_insert(value);
            } else if ItemWord::Day.is(label) {
                self.due.get_or_insert(value);
            }
        }
    }
}
