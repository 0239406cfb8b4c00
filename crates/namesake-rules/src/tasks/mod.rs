//! Rules about tasks.

pub mod action_item;
pub mod commitment;
pub mod done_twin;
pub mod hidden_fields;
pub mod invalid_date;
pub mod line_separator;
pub mod owner;
pub mod owner_query;
pub mod recurrence;
pub mod restated;
