//! Rules about properties and about damage that came in with the text.

pub mod date_type;
pub mod duplicate_key;
pub mod invalid_yaml;
pub mod list_type;
pub mod mojibake;
pub mod placeholder;
pub mod schema;
pub mod title;
pub mod type_value;
