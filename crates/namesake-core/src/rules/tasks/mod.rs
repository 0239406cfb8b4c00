//! Rules about tasks.

pub mod hidden_fields;
pub mod invalid_date;
pub mod line_separator;
pub mod owner;
pub mod recurrence;
