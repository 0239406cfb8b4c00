//! Where a note writes names, and what a finding about a written form says. Whom a form means is answered by `vault`.

pub mod capital_runs;
pub mod form_places;
pub mod listed;
pub mod question;
