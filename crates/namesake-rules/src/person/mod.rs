//! Rules that keep person notes tidy.

pub mod blank_lines;
pub mod contradiction;
pub mod empty_prompt;
pub mod heading_spacing;
pub mod last_updated;
pub mod misplaced_fact;
pub mod near_duplicate;
pub mod needs_review;
pub mod recent_context_order;
pub mod repeated_topic;
pub mod unknown_cell;
