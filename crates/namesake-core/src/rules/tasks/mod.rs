//! Rules about tasks.

pub mod owner;
pub mod owner_query;
mod style;
