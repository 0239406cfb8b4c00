//! Rules about properties and about damage that came in with the text.

pub mod date_type;
pub mod duplicate_key;
pub mod invalid_yaml;
pub mod key_order;
pub mod list_type;
pub mod mojibake;
pub mod odd_fence;
pub mod placeholder;
pub mod quote_style;
pub mod schema;
pub mod tag_form;
pub mod title;
pub mod type_value;
pub mod wikilink_quote;
