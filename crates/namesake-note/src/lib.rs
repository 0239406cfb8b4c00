//! One note, and what it says it is: read without looking at any other. Nothing here changes a note, and nothing here is
//! a rule.
//!
//! Each row uses only rows above it:
//!
//! | modules | hold |
//! |---|---|
//! | `kind`, `word_list`, `common_words` | the kinds of note; lists of words |
//! | `vocabulary`, `days` | what people call properties, folders and headings; days as they are written |
//! | `syntax_error` | why a text is no regular expression |
//! | `adopted`, `pattern`, `config`, `decisions` | what the user set, here and in other programs, and decided |
//! | `note` | one note, read once: frontmatter, body, kind |
//! | `recognition` | what a note is, and who it says took part |
//! | `finding` | the shape of a finding and its fixes |
#![forbid(unsafe_code)]

pub mod adopted;
pub mod common_words;
pub mod config;
pub mod days;
pub mod decisions;
pub mod finding;
pub mod kind;
pub mod note;
pub mod pattern;
pub mod recognition;
mod syntax_error;
pub mod vocabulary;
pub mod word_list;
