//! What a note is: the one place that knows how people keep their notes. Each note's own signs are read alone; what the
//! other notes of its folder are, and whom meetings list, is counted over the vault. Rules ask for the kind.

pub mod attendance;
mod conventions;
mod events;
pub mod finished;
mod headings;
mod kind_word;
pub mod labels;
mod listed_name;
pub mod listed_names;
mod name_lists;
mod name_properties;
mod name_shape;
mod person_names;
mod read;
mod recognised;
pub mod records;
mod signs;
mod together;

pub use attendance::Attendance;
pub use conventions::{Conventions, Flip};
pub use headings::heading_roles;
pub use kind_word::kind_called;
pub use listed_name::{ListedAt, ListedName};
pub use name_shape::{NameShape, name_shape};
pub use person_names::PersonNames;
pub use recognised::{Convention, Reason, Recognition};
pub use signs::{FolderSign, Sign, Signs, headed_day, labelled_day, stated_day};
