//! Rules about names in prose.

pub mod cut_off_link;
pub mod listed;
pub mod mention;
pub mod places;
pub mod prose;
pub mod same_person;
pub mod via;
pub mod words;
