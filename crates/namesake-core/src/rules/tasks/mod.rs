//! Rules about tasks.

pub mod action_item;
pub mod done_twin;
pub mod owner;
pub mod owner_query;
pub mod restated;
mod style;
