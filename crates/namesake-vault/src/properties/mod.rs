//! Values of properties that several rules read: lines of names, tags, and text that was decoded wrongly.

pub mod mojibake_places;
pub mod mojibake_scalars;
pub mod name_line;
pub mod shattered;
pub mod tags;
