//! What the engine says to its users, in the languages that they read. The English text of a message stands where it is
//! said, in [`say!`]; the other languages have a catalogue each, by the English text. A test reads all sources and names
//! each message that a catalogue lacks.
//!
//! What is written into notes is not said: it follows the vault and stays as it is in every language. So do subjects, by
//! which decisions are remembered.

mod german;
mod said;

use std::sync::OnceLock;
use std::sync::atomic::{AtomicU8, Ordering};

use rustc_hash::FxHashMap;

pub use said::{Said, said};

/// A language of the user's.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Language {
    /// The language of the sources.
    English,
    /// German.
    German,
}

static LANGUAGE: AtomicU8 = AtomicU8::new(0);

impl Language {
    /// The language of a code as operating systems and Obsidian write it: `de`, `de-AT`. What nobody has translated for is
    /// English.
    pub fn of_code(code: &str) -> Self {
        match code.split(['-', '_']).next() {
            Some(language) if language.eq_ignore_ascii_case("de") => Self::German,
            _ => Self::English,
        }
    }

    /// Has everything said in this language from now on, in the whole process. Whoever starts the engine says it once.
    pub fn speak(self) {
        LANGUAGE.store(self as u8, Ordering::Relaxed);
    }

    /// Has what `work` says said in this language. It is the language of the whole process meanwhile, and stays so if `work`
    /// panics.
    pub fn during<T>(self, work: impl FnOnce() -> T) -> T {
        let before = Self::spoken();
        self.speak();
        let done = work();
        before.speak();
        done
    }

    /// The language that is spoken now.
    pub fn spoken() -> Self {
        if LANGUAGE.load(Ordering::Relaxed) == Self::German as u8 { Self::German } else { Self::English }
    }
}

/// A text without values in it (`{name}`) that is kept before it is said: the catalogues have it, and [`translated`] says it.
#[macro_export]
macro_rules! translatable {
    ($text:literal) => {
        $text
    };
}

/// A kept text in the user's language.
pub fn translated(english: &'static str) -> Said {
    Said::verbatim(template(english).unwrap_or(english))
}

/// The text of `english` in the spoken language, where that is another one and has it.
fn template(english: &str) -> Option<&'static str> {
    static GERMAN: OnceLock<FxHashMap<&str, &str>> = OnceLock::new();
    match Language::spoken() {
        Language::English => None,
        Language::German => GERMAN.get_or_init(|| german::texts().collect()).get(english).copied(),
    }
}

/// The catalogue of a language, pairs of English and its own; for tests that compare it with the sources.
pub fn catalogue(language: Language) -> Vec<(&'static str, &'static str)> {
    match language {
        Language::English => Vec::new(),
        Language::German => german::texts().collect(),
    }
}
