//! Rules about tasks.

pub mod action_item;
pub mod owner;
