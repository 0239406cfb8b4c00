//! Rules about names in prose.

pub mod cut_off_link;
pub mod mention;
pub mod same_person;
pub mod via;
