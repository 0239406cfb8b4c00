//! Readings of properties that several rules share.

pub mod mojibake_places;
pub mod mojibake_scalars;
pub mod name_line;
pub mod tags;
