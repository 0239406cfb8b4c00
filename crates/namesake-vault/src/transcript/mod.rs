//! Transcripts: who said what and when, read from the forms in which machines write them down, and what was undertaken
//! or asked for in them. Whom a speaker's label means is the names engine's to say, what becomes of it a rule's.
//!
//! Known forms, told apart by their structure:
//!
//! | form | looks like | read by |
//! |---|---|---|
//! | glued | `[00:00:19.20]  Mara VossGreat. Rob, can you` | `glued` |
//! | `WebVTT` (Teams, Zoom), SRT, old Teams documents | `00:01.000 --> 00:04.000`, below it the words | `cues` |
//! | Otter, Zoom, Teams documents | `Mara Voss  0:19`, below it the words | `headed` |
//! | Granola, and whoever writes by hand | `Me: Great.`, `[0:19] **Mara:** Great.` | `labelled` |

mod cues;
mod glued;
mod grammar;
mod headed;
mod label;
mod labelled;
mod sentence_words;
mod sentences;
mod spans;
mod speakers;
mod spoken_tasks;

pub use grammar::{People, Utterance, UtteranceKind, UtteranceOwner, utterance};
pub use sentences::{Sentence, sentences};
pub use spans::transcript_spans;
pub use speakers::{SpeakerIdentity, is_nobody, speaker_identity};
pub use spoken_tasks::{SpokenTask, content, spoken_tasks};

use crate::note::lines;
use namesake_text::text::Span;

/// What one speaker said at one time. All spans are bytes of the text it was read from.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Turn {
    /// The speaker's label.
    pub speaker: Option<Span>,
    /// When it was said, as written, without brackets.
    pub time: Option<Span>,
    /// The words, in order: a piece for each line, markup left out. Never empty.
    pub words: Vec<Span>,
}

/// A line of a transcript, without its line ending, the `>` of a callout and blanks at its ends; empty where it is a
/// fence, a heading or a rule.
type Line = Span;

/// The turns in `span` of `text`. `known` are the names of those who took part: in the glued form they show where a
/// label ends. A text of no known form is one turn a line, of nobody.
pub fn turns(text: &str, span: Span, known: &[&str]) -> Vec<Turn> {
    let lines: Vec<Line> = lines(text, span).map(|line| bare(text, line)).collect();
    let (mut cued, mut glued, mut headed, mut labelled) = (0, 0, 0, 0);
    for &line in &lines {
        cued += usize::from(label::timing(text, line).is_some());
        if label::labelled(text, line).is_some() {
            labelled += 1;
        } else if label::head(text, line).is_some() {
            headed += 1;
        } else {
            glued += usize::from(label::leading_stamp(text, line).is_some());
        }
    }
    let mut turns = match () {
        () if cued > 0 => cues::read(text, &lines, known),
        () if headed > 0 && headed >= labelled.max(glued) => headed::read(text, &lines),
        () if labelled > 0 && labelled >= glued => labelled::read(text, &lines),
        () => glued::read(text, &lines, known),
    };
    turns.retain(|turn| !turn.words.is_empty());
    turns
}

fn bare(text: &str, line: Span) -> Line {
    let words = line.of(text);
    let inner = words.trim_start_matches(|c: char| c == '>' || c.is_whitespace());
    let bare = Span::new(line.end - inner.len(), line.start + words.trim_end().len());
    let is_frame = ["```", "~~~", "#", "---", "***", "[!", "- [", "* ["].iter().any(|sign| inner.starts_with(sign));
    if is_frame || bare.start > bare.end { Span::at(line.end) } else { bare }
}

#[cfg(test)]
mod tests;
