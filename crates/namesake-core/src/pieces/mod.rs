//! A note taken apart and put together again, as merge and split need it: its headings, the pieces that stay whole
//! under them, and the links in its properties.

#[cfg(test)]
pub mod any_lines;
pub mod head;
pub mod outline;
pub mod person_note;
pub mod property_links;
pub mod units;
