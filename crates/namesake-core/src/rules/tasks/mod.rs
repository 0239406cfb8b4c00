//! Rules about tasks.

pub mod action_item;
pub mod commitment;
pub mod owner;
mod task_list;
