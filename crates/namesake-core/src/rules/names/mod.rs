//! Rules about names in prose.

pub mod cut_off_link;
pub mod mention;
mod places;
mod prose;
pub mod same_person;
pub mod via;
pub(in crate::rules) mod words;
