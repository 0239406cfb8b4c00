//! Rules about tasks.

pub mod owner;
