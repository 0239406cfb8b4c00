//! Rules that keep person notes tidy.

pub mod heading_spacing;
pub mod last_updated;
pub mod needs_review;
