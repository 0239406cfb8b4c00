//! Transcripts: who said what and when, read from the forms that recording programs write, and what was undertaken or asked
//! for. Whom a speaker's label means is resolved by the names engine; what becomes of a task is left to a rule.
//!
//! Known forms, told apart by their structure:
//!
//! | form | looks like | read by |
//! |---|---|---|
//! | glued | `[00:00:19.20]  Mara VossGreat. Rob, can you` | `glued` |
//! | `WebVTT` (Teams, Zoom), SRT, old Teams documents | `00:01.000 --> 00:04.000`, below it the words | `cues` |
//! | Otter, Zoom, Teams documents | `Mara Voss  0:19`, below it the words | `headed` |
//! | Granola, and whoever writes by hand | `Me: Great.`, `[0:19] **Mara:** Great.` | `labelled` |
//! | recorders that write name and time on two lines | `Mara Voss`, below it `0:19`, then the words | `split_heads` |
//! | whatever is known by coming again | `**Mara Voss** Great`, `Mara Voss 0:19 Great`, `Mara Voss` alone | `turns` |

mod address;
mod conversation;
mod cues;
mod file;
mod glued;
mod grammar;
mod headed;
mod heard;
mod json;
mod label;
mod labelled;
mod memory;
mod pages;
mod places;
mod sentence_words;
mod sentences;
mod signs;
mod speakers;
mod speakers_of;
mod split_heads;
mod spoken_tasks;
mod stamp;
mod table;
mod turn;
mod turns;
mod unsaid;

pub use address::is_address;
pub use conversation::is_remark;
pub use file::{TranscriptFile, may_be_transcript};
pub use grammar::{People, Utterance, UtteranceKind, UtteranceOwner, utterance};
pub use heard::{Heard, Said, Talk, Weights, is_deed};
pub use label::name_in;
pub use memory::HeardMemory;
pub use places::{is_plain_block, transcript_spans};
pub use sentences::{Sentence, sentences};
pub use speakers::{SpeakerIdentity, is_nobody, speaker_identity};
pub use speakers_of::{names_of, speakers_of};
pub use spoken_tasks::{SpokenTask, content, least_certain, spoken_tasks};
pub use turn::Turn;
pub use turns::turns;

#[cfg(test)]
mod tests;
