//! Rules about names in prose.

pub mod via;
