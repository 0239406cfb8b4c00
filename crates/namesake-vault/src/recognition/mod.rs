//! What a note is: the one place that knows how people keep their notes. Each note's own signs are read alone; what the
//! other notes of its folder are, and whom meetings list, is counted over the vault. Rules ask for the kind.

pub mod attendance;
mod conventions;
mod kind_word;
pub mod labels;
pub mod listed_names;
mod name_shape;
mod person_names;
mod read;
mod recognised;
mod signs;

pub use attendance::{Attendance, ListedAt, ListedName, heading_roles};
pub use conventions::{Conventions, Flip};
pub use kind_word::kind_called;
pub use name_shape::{NameShape, name_shape};
pub use person_names::PersonNames;
pub use recognised::{Convention, Reason, Recognition};
pub use signs::{FolderSign, Sign, Signs, labelled_day, stated_day};
