//! What one note says that other notes care about: whom it is about, when a meeting was and who took part, what may be
//! learned from it, which tasks it holds. All of it is read from that note and the settings alone. Whom a written name
//! means is resolved in `vault`.

mod bio;
mod company_name;
mod contact_details;
pub mod contact_table;
mod known_task;
mod lessons;
mod meeting;
mod note_facts;
mod person;
mod role;
mod roster;
mod summary;
mod tokens;
mod topics;

pub use bio::Bio;
pub(crate) use bio::last_word;
pub use company_name::company_in;
pub use contact_details::ContactDetails;
pub use contact_table::table_value;
pub use known_task::{KnownTask, task_lines};
pub use lessons::{Lesson, LessonKind};
pub use meeting::stated_participants;
pub use meeting::{Meeting, stated_date};
pub use namesake_note::days::{day_apart, iso_day, leading_day, named_day};
pub use namesake_note::recognition::listed_names::split_names;
pub use note_facts::Facts;
pub use person::{COMPANY_KEYS, listed_mails};
pub use role::ROLES;
pub use tokens::{Token, tokens};
